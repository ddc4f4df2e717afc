#include "tests/support/roadmap_rules.hpp"

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

constexpr float kTolerance = 0.02F;
constexpr float kFarthest = 1e5F;
constexpr float kOutOfSight = 64.0F; // bars are cut there
constexpr std::string_view kEllipsis = "…";

// A primitive with what of it can be seen.
struct Seen {
    const Primitive* primitive = nullptr;
    Rect clip;
    Rect rect; // cut to the clip
};

std::string place(const Rect& r) {
    return "[" + std::to_string(r.left) + " " + std::to_string(r.top) + " " +
           std::to_string(r.right) + " " + std::to_string(r.bottom) + "]";
}

bool is_sane(const Rect& r) {
    const auto fine = [](float value) {
        return std::isfinite(value) && std::abs(value) < kFarthest;
    };
    return fine(r.left) && fine(r.top) && fine(r.right) && fine(r.bottom);
}

bool inside(const Rect& inner, const Rect& outer) {
    return inner.left >= outer.left - kTolerance && inner.top >= outer.top - kTolerance &&
           inner.right <= outer.right + kTolerance && inner.bottom <= outer.bottom + kTolerance;
}

std::string flat(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20U && c != 0x7F) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

class Rules {
public:
    explicit Rules(const RoadmapFixture& fixture) : m_f(fixture), m_scene(fixture.scene) {
        collect_seen();
        collect_nodes();
    }

    std::vector<std::string> broken() {
        check_sanity();
        check_texts();
        check_shortened_texts();
        check_parts_of_the_canvas();
        check_nodes();
        check_twins();
        check_bars();
        return std::move(m_broken);
    }

private:
    void say(std::string sentence) { m_broken.push_back(std::move(sentence)); }

    void collect_seen() {
        std::vector<Rect> clips{{-kFarthest, -kFarthest, kFarthest, kFarthest}};
        for (const Primitive& primitive : m_scene.primitives()) {
            if (primitive.kind == PrimitiveKind::ClipPush) {
                clips.push_back(clips.back().intersection(primitive.rect));
            } else if (primitive.kind == PrimitiveKind::ClipPop) {
                clips.pop_back();
                if (clips.empty()) {
                    say("a clip ends that did not begin");
                    return;
                }
            } else {
                m_seen.push_back(
                    {&primitive, clips.back(), primitive.rect.intersection(clips.back())});
            }
        }
        if (clips.size() != 1) {
            say("a clip does not end");
        }
    }

    void collect_nodes() {
        for (const SemanticNode& node : m_scene.semantics()) {
            if (!m_nodes.emplace(node.key, &node).second) {
                say("two nodes with one key: " + node.name);
            }
        }
    }

    void check_sanity() {
        for (const Seen& seen : m_seen) {
            // Lines may be as thin as they like, nothing may be turned inside out.
            const Rect& r = seen.primitive->rect;
            if (!is_sane(r) || r.right < r.left || r.bottom < r.top) {
                say("a primitive of kind " +
                    std::to_string(static_cast<int>(seen.primitive->kind)) + " at " + place(r));
            }
        }
        for (const HitZone& zone : m_scene.zones()) {
            if (!inside(zone.rect, m_f.area) || zone.rect.empty()) {
                say("a zone outside the area: " + place(zone.rect));
            }
        }
    }

    void check_texts() {
        std::vector<Seen> texts;
        for (const Seen& seen : m_seen) {
            if (seen.primitive->kind == PrimitiveKind::Text && !seen.rect.empty()) {
                texts.push_back(seen);
            }
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const Primitive& text = *texts[i].primitive;
            const std::string_view shown = m_scene.text_of(text);
            const float width = m_f.measurer->width(shown, text.text_style);
            if (width > text.rect.width() + kTolerance) {
                say("a text does not fit its box: " + std::string(shown));
            }
            for (std::size_t k = i + 1; k < texts.size(); ++k) {
                const Rect common = texts[i].rect.intersection(texts[k].rect);
                if (common.width() > kTolerance && common.height() > kTolerance) {
                    say("two texts overlap: " + std::string(shown) + " | " +
                        std::string(m_scene.text_of(*texts[k].primitive)));
                }
            }
        }
    }

    [[nodiscard]] bool has_full_reading(const Primitive& text) const {
        std::string shown = flat(m_scene.text_of(text));
        if (shown.ends_with(kEllipsis)) {
            shown.resize(shown.size() - kEllipsis.size());
        }
        return std::any_of(m_scene.semantics().begin(), m_scene.semantics().end(),
                           [&](const SemanticNode& node) {
                               const std::string name = flat(node.name);
                               const std::size_t at = name.find(shown);
                               // The rest of it, not the same sign of shortening once more.
                               return node.rect.contains(seen_center(text)) &&
                                      at != std::string::npos && name.size() > at + shown.size() &&
                                      name.substr(at + shown.size()) != kEllipsis;
                           });
    }

    [[nodiscard]] Point seen_center(const Primitive& text) const {
        const auto found = std::find_if(m_seen.begin(), m_seen.end(), [&text](const Seen& seen) {
            return seen.primitive == &text;
        });
        return found->rect.center();
    }

    void check_shortened_texts() {
        for (const Seen& seen : m_seen) {
            if (seen.primitive->kind == PrimitiveKind::Text && seen.primitive->shortened &&
                !seen.rect.empty() && !has_full_reading(*seen.primitive)) {
                say("a shortened text has no full reading: " +
                    std::string(m_scene.text_of(*seen.primitive)));
            }
        }
    }

    // The table paints in the table and the time line in the time line; only what belongs to a
    // whole row crosses the split.
    void check_parts_of_the_canvas() {
        const float split = m_f.frame.time.left;
        for (const Seen& seen : m_seen) {
            const Primitive& p = *seen.primitive;
            const bool crosses =
                seen.rect.left < split - kTolerance && seen.rect.right > split + kTolerance;
            const bool whole_row = p.kind == PrimitiveKind::Fill && p.rect.left <= m_f.area.left;
            if (crosses && !seen.rect.empty() && !whole_row) {
                say("a primitive crosses the split at " + place(seen.rect));
            }
            if (!seen.rect.empty() && !inside(seen.rect, m_f.area)) {
                say("a primitive is painted outside the area at " + place(seen.rect));
            }
            const bool in_rows = p.owner.kind == OwnerKind::Measure ||
                                 p.owner.kind == OwnerKind::Section ||
                                 p.owner.kind == OwnerKind::Group;
            if (in_rows && !seen.rect.empty() && seen.rect.top < m_f.frame.table.top - kTolerance) {
                say("a row is painted over the header at " + place(seen.rect));
            }
        }
    }

    void check_nodes() {
        for (const SemanticNode& node : m_scene.semantics()) {
            if (node.rect.empty() || !inside(node.rect, m_f.area)) {
                say("a node is out of sight: " + node.name + " " + place(node.rect));
            }
            if (node.parent != 0 && !m_nodes.contains(node.parent)) {
                say("a node without its parent: " + node.name);
            }
            const bool needs_name = node.role == Role::Button || node.role == Role::Image ||
                                    node.role == Role::TreeGrid || node.role == Role::Separator;
            if (needs_name && node.name.empty()) {
                say("a node without a name at " + place(node.rect));
            }
        }
    }

    // What is pressed at the middle of a node belongs to the same thing as the node, and what can
    // be pressed has a node of the same size.
    void check_twins() {
        for (const SemanticNode& node : m_scene.semantics()) {
            const auto owner = m_f.owners.find(node.key);
            if (owner == m_f.owners.end()) {
                continue;
            }
            m_owned.emplace_back(owner->second, node.rect);
            const HitZone* zone = m_scene.zone_at(node.rect.center());
            if (zone == nullptr || zone->owner != owner->second) {
                say("pressing the middle of a node hits something else: " + node.name + " " +
                    place(node.rect));
            }
        }
        for (const HitZone& zone : m_scene.zones()) {
            const bool row_owner = zone.owner.kind == OwnerKind::Measure ||
                                   zone.owner.kind == OwnerKind::Section ||
                                   zone.owner.kind == OwnerKind::Group;
            const std::pair<Owner, Rect> wanted{zone.owner, zone.rect};
            // What only says why on hovering stands inside a cell that says the same.
            const bool only_tells = zone.kind == ZoneKind::StateSign ||
                                    zone.kind == ZoneKind::Approved ||
                                    zone.kind == ZoneKind::ZoneLight;
            if (row_owner && !only_tells && !is_heading_time_cell(zone) &&
                std::find(m_owned.begin(), m_owned.end(), wanted) == m_owned.end()) {
                say("a zone without its node at " + place(zone.rect));
            }
        }
    }

    // Its key has a prefix of its own, which the look-up above leaves out.
    [[nodiscard]] bool is_heading_time_cell(const HitZone& zone) const {
        return zone.kind == ZoneKind::Row && zone.owner.kind != OwnerKind::Measure &&
               zone.rect.left >= m_f.frame.time.left;
    }

    void check_bars() {
        for (const HitZone& zone : m_scene.zones()) {
            if (zone.kind == ZoneKind::Bar && zone.owner.kind == OwnerKind::Measure) {
                check_bar(zone.owner);
            }
        }
    }

    void check_bar(Owner owner) {
        const Period& period = m_f.document.measures[owner.index].period;
        if (period.kind == PeriodKind::Relative || spans_may_be_merged(period)) {
            return;
        }
        for (const PeriodSpan& span : period.spans) {
            if (!span.days.from || !span.days.to || period.kind == PeriodKind::Deadline) {
                continue;
            }
            const float left = m_f.x_from_date(std::min(*span.days.from, *span.days.to));
            const float right = m_f.x_after_date(std::max(*span.days.from, *span.days.to));
            const Rect& time = m_f.frame.time;
            if (right <= time.left || left >= time.right || right - left < 6.0F) {
                continue;
            }
            if (!is_drawn_from_to(owner, std::max(left, time.left - kOutOfSight),
                                  std::min(right, time.right + kOutOfSight))) {
                say("no bar ends at the days of measure " +
                    m_f.document.measures[owner.index].id.text);
            }
        }
    }

    [[nodiscard]] bool spans_may_be_merged(const Period& period) const {
        if (period.spans.size() < 2) {
            return false;
        }
        const double px = m_f.view.scale.px_per_day();
        return px < 3.0 || period.kind == PeriodKind::Recurring;
    }

    [[nodiscard]] bool is_drawn_from_to(Owner owner, float left, float right) const {
        return std::any_of(m_seen.begin(), m_seen.end(), [&](const Seen& seen) {
            const Primitive& p = *seen.primitive;
            const bool body = p.kind == PrimitiveKind::Fill || p.kind == PrimitiveKind::FadeFill ||
                              p.kind == PrimitiveKind::HatchFill;
            return body && p.owner == owner && std::abs(p.rect.left - left) < kTolerance &&
                   std::abs(p.rect.right - right) < kTolerance;
        });
    }

    const RoadmapFixture& m_f;
    const Scene& m_scene;
    std::vector<Seen> m_seen;
    std::map<SemanticKey, const SemanticNode*> m_nodes;
    std::vector<std::pair<Owner, Rect>> m_owned; // nodes of rows, bars and their signs
    std::vector<std::string> m_broken;
};

bool says_no_date(const RoadmapFixture& fixture, const Primitive& primitive) {
    if (primitive.kind != PrimitiveKind::Text || primitive.owner.kind != OwnerKind::Measure) {
        return false;
    }
    const std::string_view text = fixture.scene.text_of(primitive);
    return text == fixture.words.unscheduled || text == fixture.words.relative;
}

} // namespace

std::vector<std::string> broken_rules(const RoadmapFixture& fixture) {
    return Rules(fixture).broken();
}

std::vector<std::string> measures_without_a_sign(RoadmapFixture& fixture) {
    std::set<std::uint32_t> signs;
    const float kept = fixture.view.scroll_y;
    fixture.lay();
    const float step = std::max(24.0F, fixture.frame.table.height() / 2.0F);
    const int last = static_cast<int>(fixture.frame.max_scroll_y / step) + 1;
    for (int i = 0; i <= last; ++i) {
        fixture.view.scroll_y = static_cast<float>(i) * step;
        fixture.lay();
        for (const HitZone& zone : fixture.scene.zones()) {
            if (zone.owner.kind == OwnerKind::Measure &&
                (zone.kind == ZoneKind::Bar || zone.kind == ZoneKind::BarPointer)) {
                signs.insert(zone.owner.index);
            }
        }
        for (const Primitive& primitive : fixture.scene.primitives()) {
            if (says_no_date(fixture, primitive)) {
                signs.insert(primitive.owner.index);
            }
        }
    }
    fixture.view.scroll_y = kept;
    std::vector<std::string> missing;
    for (const Row& row : fixture.rows.rows) {
        if (row.kind == RowKind::Measure && !signs.contains(row.index)) {
            missing.push_back(fixture.document.measures[row.index].id.text);
        }
    }
    return missing;
}

} // namespace vekha::test
