// What the pointer does to the bars of the roadmap: it moves periods, draws one where there is
// none, and goes to one that is out of sight.
#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/period_moves.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
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

namespace vekha::ui {
namespace {

constexpr double kLeastDayToHit = 4.0; // pixels
constexpr float kDragThreshold = 4.0F;
constexpr float kLeastDrawn = 12.0F;

PeriodHandle handle_of(ZoneKind kind) {
    return kind == ZoneKind::BarStart ? PeriodHandle::Start
           : kind == ZoneKind::BarEnd ? PeriodHandle::End
                                      : PeriodHandle::Body;
}

// How far it would be from what was approved.
void append_shift(std::string& words, ViewFrame& frame, const MeasureId& measure,
                  const Period& period) {
    const Document& document = frame.plan().document;
    const std::uint32_t index = find_by_id(document.measures, measure);
    const BaselinePeriod* const approved =
        index == kNoIndex ? nullptr
                          : frame.derived.rows(frame.state, frame.state.session.density)
                                .approved(document, index);
    if (approved != nullptr) {
        const std::string shift =
            app::explain_baseline(frame.ui.texts(), approved->spans, period.spans);
        words.append(shift.empty() ? "" : "\n").append(shift);
    }
}

// Of what is drawn anew: days where they are wide enough to be hit.
Precision precision_for(const TimeScale& scale) {
    return scale.px_per_day() >= kLeastDayToHit ? Precision::Day : Precision::Month;
}

enum class Beyond : std::uint8_t { Before, After };

// The day to go to for what is out of sight: of the spans that lie wholly on that side of the days
// in sight, the nearest one's near end.
std::optional<Date> day_beyond(const Period& period, const Span& in_sight, Beyond side) {
    assert(in_sight.from.has_value() && in_sight.to.has_value());
    std::optional<Date> nearest;
    for (const PeriodSpan& span : period.spans) {
        const std::optional<Date> first = span.days.from ? span.days.from : span.days.to;
        const std::optional<Date> last = span.days.to ? span.days.to : span.days.from;
        if (side == Beyond::Before && last && *last < *in_sight.from) {
            nearest = nearest ? std::max(*nearest, *last) : *last;
        } else if (side == Beyond::After && first && *first > *in_sight.to) {
            nearest = nearest ? std::min(*nearest, *first) : *first;
        }
    }
    return nearest;
}

} // namespace

MovingPeriod RoadmapView::moving_period(const ViewFrame& frame) {
    const std::optional<app::PeriodMove>& moving = frame.state.session.moving;
    if (!moving) {
        return {};
    }
    const std::uint32_t index = find_by_id(frame.plan().document.measures, moving->measure);
    return index == kNoIndex ? MovingPeriod{} : MovingPeriod{index, &moving->period};
}

// The panel says why, and accepts; under the field of the words, where it has its place in the
// table, stands what was read from which of them.
void RoadmapView::show_reading(ViewFrame& frame, const Owner& owner) const {
    select(frame, owner);
    frame.actions.push(app::act::ShowInspector{true});
    const bool has_cell = m_frame.column_widths[static_cast<std::size_t>(Column::Period)] > 0.0F;
    if (has_cell && !frame.state.session.inspector_is_sheet && !app::is_read_only(frame.state)) {
        frame.actions.push(app::act::EditCell{Column::Period});
    }
}

// A bar of a measure, or the free line of one that has no dates yet.
void RoadmapView::take_hold(ViewFrame& frame, const HitZone& zone, Drag& started) const {
    if (app::is_read_only(frame.state) || zone.owner.kind != OwnerKind::Measure) {
        return;
    }
    const Measure& measure = frame.plan().document.measures[zone.owner.index];
    const bool is_free = (zone.kind == ZoneKind::Row || zone.kind == ZoneKind::StateSign ||
                          zone.kind == ZoneKind::Approved) &&
                         measure.period.spans.empty() &&
                         measure.period.kind == PeriodKind::Unscheduled;
    if (zone.part != kNoIndex || is_free) {
        started.kind = is_free ? ZoneKind::Row : zone.kind;
        started.measure = measure.id;
        started.span = is_free ? 0 : zone.part;
        started.start_day = frame.state.view.roadmap.scale.day_from_x(time_x(started.start.x));
    }
}

bool RoadmapView::ask_occurrence(ViewFrame& frame, const HitZone& zone, float x) {
    if (zone.owner.kind != OwnerKind::Measure || zone.part == kNoIndex) {
        return false;
    }
    const Period& period = frame.plan().document.measures[zone.owner.index].period;
    if (!is_occurrence(period) || zone.part >= period.spans.size()) {
        return false;
    }
    frame.actions.push(app::act::OpenMenu{{.of = app::MenuOf::Unit,
                                           .at = Point{x, zone.rect.bottom},
                                           .unit = occurrence_at(period, zone.part)}});
    return true;
}

// The node of an occurrence: as a press on its bar.
void RoadmapView::answer_occurrence(ViewFrame& frame, SemanticKey key) const {
    const auto selected = frame.derived.selected(frame.state);
    if (!selected || selected->kind != OwnerKind::Measure) {
        return;
    }
    std::string id;
    append_row_id(id, frame.state.session.selection.measure.text,
                  frame.state.session.selection.group);
    for (const HitZone& zone : m_scene.zones()) {
        if (zone.kind == ZoneKind::Bar && zone.owner == *selected && zone.part != kNoIndex &&
            semantic_key("occurrence/" + std::to_string(zone.part) + "/" + id) == key) {
            static_cast<void>(ask_occurrence(frame, zone, zone.rect.left));
            return;
        }
    }
}

// A new period is drawn farther than a hand trembles.
float RoadmapView::drag_threshold(const Drag& running) {
    return running.measure.empty() || running.kind != ZoneKind::Row ? kDragThreshold : kLeastDrawn;
}

// Across; a pull up or down moves the picture.
bool RoadmapView::means_period(const Drag& running, Point at) {
    return std::abs(at.x - running.start.x) >= std::abs(at.y - running.start.y);
}

// The period follows in steps of its precision. False when the pointer holds nothing any more:
// Escape took it out of the session.
bool RoadmapView::drag_period(ViewFrame& frame, Drag& running, Point at) const {
    const std::optional<app::PeriodMove>& moving = frame.state.session.moving;
    if (running.shows_period && !moving) {
        return false;
    }
    if (moving && running.span < moving->period.spans.size()) {
        std::string words =
            app::span_words(frame.ui.texts(), moving->period.spans[running.span].days);
        append_shift(words, frame, running.measure, moving->period);
        words_at_pointer(frame.ui, words);
    }
    if (running.last == at && running.shows_period) {
        return true;
    }
    running.last = at;
    const bool begins = !running.shows_period;
    running.shows_period = true;
    const TimeScale& scale = frame.state.view.roadmap.scale;
    const Measure* const measure = app::find_measure(frame.state, running.measure);
    if (measure == nullptr) {
        return true;
    }
    const double day = scale.day_from_x(time_x(at.x));
    if (running.kind == ZoneKind::Row) {
        frame.actions.push(app::act::DrawPeriod{
            running.measure,
            Date::from_serial(static_cast<std::int32_t>(std::floor(running.start_day))),
            Date::from_serial(static_cast<std::int32_t>(std::floor(day))), precision_for(scale),
            begins});
        return true;
    }
    const PeriodGrip grip{handle_of(running.kind), running.span};
    const int steps = steps_for_days(measure->period, grip,
                                     static_cast<int>(std::lround(day - running.start_day)));
    frame.actions.push(app::act::MovePeriod{running.measure, grip, steps, begins});
    return true;
}

// Selects the row and moves the time line to what the arrow at its edge points to.
void RoadmapView::go_beyond(ViewFrame& frame, const Owner& owner, const Rect& pointer) const {
    select(frame, owner);
    const TimeScale& scale = frame.state.view.roadmap.scale;
    const Span in_sight{scale.date_from_x(0.0F), scale.date_from_x(m_frame.time.width())};
    const Beyond side =
        pointer.center().x < m_frame.time.center().x ? Beyond::Before : Beyond::After;
    if (const auto day =
            day_beyond(frame.plan().document.measures[owner.index].period, in_sight, side)) {
        frame.actions.push(app::act::GoToDate{*day});
    }
}

} // namespace vekha::ui
