// What the roadmap says of the thing below the pointer.
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/period_words.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/row_names.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "ui/fonts.hpp" // IWYU pragma: keep, Fonts is the TextMeasurer here
#include "ui/ui_context.hpp"
#include "ui/views/roadmap_nodes.hpp"
#include "ui/views/roadmap_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

// Line breaks of the source, which may be many, as one gap.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

// Of the one below the pointer, where each is reported by itself.
void append_occurrence(std::string& words, ViewFrame& frame, const HitZone& zone) {
    const Period& period = frame.plan().document.measures[zone.owner.index].period;
    if (zone.part >= period.spans.size() || !is_occurrence(period)) {
        return;
    }
    const app::Texts& texts = frame.ui.texts();
    const WorkUnit unit = occurrence_at(period, zone.part);
    std::size_t nth = 0;
    for (const PartStatus& part :
         frame.derived.status(frame.state).measures[zone.owner.index].parts) {
        if (part.kind == PartKind::Occurrence && part.status.start == unit.days.from &&
            part.status.due == unit.days.to && nth++ == unit.nth) {
            words.append("\n")
                .append(app::span_words(texts, unit.days))
                .append(": ")
                .append(app::explain_unit(texts, part.status));
            return;
        }
    }
}

} // namespace

// A shortened text reads whole in a tooltip: the cell's node holds it.
const SemanticNode* RoadmapView::shortened_text_at(Point at) const {
    const auto& primitives = m_scene.primitives();
    // The sign of a measure that stands in other groups says so there, too.
    const bool says_more =
        std::any_of(primitives.begin(), primitives.end(), [at](const Primitive& p) {
            const bool shortened = p.kind == PrimitiveKind::Text && p.shortened;
            return (shortened || p.kind == PrimitiveKind::SharedSign) && p.rect.contains(at);
        });
    if (!says_more) {
        return nullptr;
    }
    const SemanticNode* found = nullptr;
    for (const SemanticNode& node : m_scene.semantics()) {
        const bool reads = node.role == Role::Cell || node.role == Role::RowHeader ||
                           node.role == Role::ColumnHeader;
        if (reads && node.rect.contains(at)) {
            found = &node;
        }
    }
    return found;
}

std::string RoadmapView::measure_tooltip(ViewFrame& frame, const Owner& owner) const {
    const Measure& measure = frame.plan().document.measures[owner.index];
    const app::Texts& texts = frame.ui.texts();
    std::string words;
    append_measure_name(words, measure);
    words.append("\n").append(on_one_line(app::period_text(texts, measure.period)));
    words.append("\n").append(app::explain_measure(
        texts, state_in_group(frame.derived.status(frame.state), frame.derived.groups(frame.state),
                              owner.index, owner.group)));
    const BaselinePeriod* approved = frame.derived.rows(frame.state, density_for(m_area))
                                         .approved(frame.plan().document, owner.index);
    if (approved != nullptr) {
        const std::string moved =
            app::explain_baseline(texts, approved->spans, measure.period.spans);
        words.append(moved.empty() ? "" : "\n").append(moved);
    }
    if (measure.period.review) {
        words.append("\n").append(measure.period.review->reason);
    }
    const std::string off =
        app::explain_days_off(texts, frame.plan().document, measure,
                              frame.derived.status(frame.state).measures[owner.index]);
    words.append(off.empty() ? "" : "\n").append(off);
    return words;
}

void RoadmapView::show_tooltip(ViewFrame& frame, const HitZone& zone, Point at) const {
    const app::Texts& texts = frame.ui.texts();
    const bool of_measure = zone.kind == ZoneKind::Bar || zone.kind == ZoneKind::BarStart ||
                            zone.kind == ZoneKind::BarEnd || zone.kind == ZoneKind::ReviewSign ||
                            zone.kind == ZoneKind::StateSign || zone.kind == ZoneKind::Approved ||
                            zone.kind == ZoneKind::BarPointer;
    const bool of_heading = zone.kind == ZoneKind::Bar || zone.kind == ZoneKind::ZoneLight;
    if (zone.owner.kind == OwnerKind::Measure && of_measure) {
        std::string words = measure_tooltip(frame, zone.owner);
        append_occurrence(words, frame, zone);
        tooltip(frame.ui, words);
    } else if (is_heading(zone.owner) && of_heading &&
               (zone.owner.kind == OwnerKind::Section ||
                frame.derived.groups(frame.state).have_zones())) {
        const PlanStatus& status = frame.derived.status(frame.state);
        const GroupFigures& figures =
            zone.owner.kind == OwnerKind::Section
                ? status.sections[zone.owner.index]
                : frame.derived.groups(frame.state).groups[zone.owner.index].figures;
        tooltip(frame.ui, app::explain_counted(texts, figures) + "\n" +
                              app::explain_zone(texts, figures.zone) + "\n" +
                              app::zone_limits(texts, status.thresholds));
    } else if (zone.kind == ZoneKind::TimeHeader) {
        const Date day = frame.state.view.roadmap.scale.date_from_x(time_x(at.x));
        tooltip(frame.ui, app::short_date(texts, day));
    } else if (const SemanticNode* whole = shortened_text_at(at)) {
        std::string words = on_one_line(whole->name);
        if (!whole->description.empty()) {
            words.append("\n").append(on_one_line(whole->description));
        }
        tooltip(frame.ui, words);
    }
}

} // namespace vekha::ui
