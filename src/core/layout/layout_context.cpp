#include "core/layout/layout_context.hpp"

#include "core/base/geometry.hpp"
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/row_names.hpp"
#include "core/layout/text_fit.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr float kFocusRing = 2.0F;
constexpr float kFocusRadius = 4.0F;

} // namespace

std::string_view LayoutContext::row_id(const Row& row) {
    switch (row.kind) {
    case RowKind::Section:
        return in.document->sections[row.index].id.text;
    case RowKind::Group:
        return in.groups->groups[row.index].key;
    case RowKind::Measure:
        break;
    }
    const std::string& measure = in.document->measures[row.index].id.text;
    if (row.group == kNoIndex) {
        return measure;
    }
    scratch.row_id.clear();
    append_row_id(scratch.row_id, measure, in.groups->key_of(row.group));
    return scratch.row_id;
}

SemanticKey LayoutContext::key(std::string_view prefix, std::string_view id) {
    scratch.key.assign(prefix);
    scratch.key += '/';
    scratch.key += id;
    return semantic_key(scratch.key);
}

SemanticNode* LayoutContext::add_node(SemanticKey node_key, Role role, std::string_view name,
                                      const Rect& rect, SemanticKey parent) {
    const Rect seen = rect.intersection(clip);
    if (seen.empty()) {
        return nullptr;
    }
    SemanticNode& node = scene.semantics().add(node_key, role, name, seen, parent);
    node.focused = node_key == in.focused;
    return &node;
}

void LayoutContext::add_state(const Rect& rect, const StateLook& look, Owner owner) {
    Primitive& mark = scene.add(PrimitiveKind::State, rect, look.deep, owner);
    mark.state_mark = look.mark;
    mark.flag = look.by_hand;
}

HitZone* LayoutContext::add_zone(ZoneKind kind, const Rect& rect, Cursor cursor, Owner owner) {
    const Rect seen = rect.intersection(clip);
    return seen.empty() ? nullptr : &scene.add_zone(kind, seen, cursor, owner);
}

namespace {

void mark_matches(LayoutContext& c, std::string_view line, const Rect& box,
                  const TextBlock& block) {
    for (const TextMatch& match : c.scratch.matches.find(line, c.in.search)) {
        const float left = box.left + c.text_width(line.substr(0, match.begin), block.style);
        const float width =
            c.text_width(line.substr(match.begin, match.end - match.begin), block.style);
        c.scene.add(PrimitiveKind::Fill, {left, box.top, left + width, box.bottom},
                    ColorRole::Found, block.owner);
    }
}

} // namespace

void add_text_block(LayoutContext& c, std::string_view text, const TextBlock& block) {
    const TextFrame frame{.width = block.box.width(), .lines = block.lines, .style = block.style};
    add_fitted_lines(c, c.scratch.fitter.fit(text, frame, *c.in.measurer), block);
}

Rect add_fitted_lines(LayoutContext& c, const FittedText& fitted, const TextBlock& block,
                      std::size_t empty_lines) {
    const float line_height = c.line_height(block.style);
    const float height = line_height * static_cast<float>(fitted.line_count + empty_lines);
    float top = block.box.center().y - height / 2.0F;
    Rect box{block.box.left, top, block.box.left, top};
    for (std::size_t i = 0; i < fitted.line_count; ++i) {
        const float width = c.text_width(fitted.lines[i], block.style);
        box = {block.box.left, top, block.box.left + width, top + line_height};
        if (block.searched && !c.in.search.empty()) {
            mark_matches(c, fitted.lines[i], box, block);
        }
        Primitive& line =
            c.scene.add_text(box, fitted.lines[i], block.style, block.color, block.owner);
        line.shortened = fitted.shortened;
        top += line_height;
    }
    return box;
}

Rect inside_cell(const ColumnSlot& slot, const Rect& row) {
    return {slot.left + kCellPad, row.top, slot.right - kCellPad / 2.0F, row.bottom};
}

void lay_focus_ring(LayoutContext& c, SemanticKey key, const Rect& rect, Owner owner) {
    if (c.in.focused != key) {
        return;
    }
    Primitive& ring =
        c.scene.add(PrimitiveKind::Outline, rect.shrunk(kFocusRing), ColorRole::Accent, owner);
    ring.thickness = kFocusRing;
    ring.radius = kFocusRadius;
}

int shown_percent(const MeasureStatus& status) {
    const auto rounded = static_cast<int>(std::lround(status.percent));
    return status.percent > 0.0 && status.percent < 100.0 ? std::clamp(rounded, 1, 99) : rounded;
}

void append_state_text(std::string& out, const LayoutContext& c, const MeasureStatus& status) {
    const RoadmapWords& words = *c.in.words;
    const std::string_view state =
        words.state_names[static_cast<std::size_t>(shown_state(status.status))];
    const int percent = shown_percent(status);
    if (percent > 0 && percent < 100) {
        append_pattern(out, words.state_percent,
                       {{"state", state}, {"percent", std::to_string(percent)}});
    } else {
        out += state;
    }
    if (status.status.state == ComputedState::Late) {
        out += words.list_separator;
        append_pattern(out, words.late_by, {{"n", std::to_string(status.status.days_late)}});
    }
    if (status.status.hints.set_by_hand) {
        out += words.list_separator;
        out += words.by_hand;
    }
}

namespace {

void append_section_name(std::string& out, const Section& section) {
    out += section.number;
    if (!section.number.empty() && !section.title.empty()) {
        // A bare number would run into the title; one that was printed with a sign keeps it.
        const char last = section.number.back();
        out += last >= '0' && last <= '9' ? ". " : " ";
    }
    out += section.title;
}

} // namespace

void append_heading_name(std::string& out, const LayoutContext& c, const Row& row) {
    if (row.kind == RowKind::Section) {
        append_section_name(out, c.in.document->sections[row.index]);
    } else {
        append_group_name(out, *c.in.words, c.in.groups->grouping, c.in.groups->groups[row.index]);
    }
}

Heading heading_of(const LayoutContext& c, const Row& row) {
    if (row.kind == RowKind::Section) {
        return {.days = c.in.rows->section_days[row.index],
                .figures = c.in.status->sections[row.index],
                .row_prefix = "section",
                .cell_prefix = "section-cell",
                .bar_prefix = "section-bar",
                .is_state = false,
                .shown_rows = row.shown_rows};
    }
    const RowGroup& group = c.in.groups->groups[row.index];
    return {.days = group.days,
            .figures = group.figures,
            .row_prefix = "group",
            .cell_prefix = "group-cell",
            .bar_prefix = "group-bar",
            .is_state = !c.in.groups->have_zones(),
            .shown_rows = row.shown_rows};
}

void append_heading_progress(std::string& out, const LayoutContext& c, const Heading& heading) {
    const GroupFigures& figures = heading.figures;
    if (c.in.filtered) {
        append_pattern(out, c.in.words->heading_found,
                       {{"count", std::to_string(heading.shown_rows)},
                        {"all", std::to_string(figures.all.count)}});
        return;
    }
    if (heading.is_state || figures.counting.count == 0) {
        append_pattern(out, c.in.words->heading_count,
                       {{"count", std::to_string(figures.all.count)}});
        return;
    }
    const auto percent = static_cast<int>(std::lround(figures.share_done_percent.value_or(0.0)));
    append_pattern(out, c.in.words->section_progress,
                   {{"done", std::to_string(figures.in_state(ComputedState::Done).count)},
                    {"total", std::to_string(figures.counting.count)},
                    {"percent", std::to_string(percent)}});
}

std::size_t append_party_names(std::string& out, const LayoutContext& c, const Measure& measure,
                               std::size_t most) {
    const SharedList<Party>& parties = c.in.document->parties;
    std::size_t count = 0;
    const auto append = [&](const std::string& name) {
        if (count < most) {
            if (count > 0) {
                out += c.in.words->list_separator;
            }
            out += name;
        }
        ++count;
    };
    for (const PartyId& id : measure.responsible) {
        const std::uint32_t party = find_by_id(parties, c.in.rows->parties_by_id, id);
        if (party != kNoIndex) {
            append(parties[party].name);
        }
    }
    if (count == 0) {
        for (const std::string& text : measure.responsible_text) {
            append(text);
        }
    }
    return count;
}

void append_measure_summary(std::string& out, LayoutContext& c, const Row& row) {
    const Measure& shown = c.in.document->measures[row.index];
    const std::string& separator = c.in.words->list_separator;
    append_party_names(out, c, shown, SIZE_MAX);
    if (!out.empty()) {
        out += separator;
    }
    const std::size_t before = out.size();
    append_period_text(out, c, c.period_of(row.index));
    if (out.size() != before) {
        out += separator;
    }
    append_state_text(out, c, c.state_of(row));
}

namespace {

void write_spoken_date(std::string& out, const RoadmapWords& words, std::optional<Date> date) {
    out.clear();
    if (date) {
        const CivilDate civil = date->civil();
        append_pattern(out, words.spoken_date,
                       {{"d", std::to_string(civil.day)},
                        {"monthOf", words.month_of[civil.month - 1]},
                        {"yyyy", std::to_string(civil.year)}});
    }
}

} // namespace

void append_span_text(std::string& out, const LayoutContext& c, const Span& days) {
    const RoadmapWords& words = *c.in.words;
    std::string& from = c.scratch.from;
    std::string& to = c.scratch.to;
    write_spoken_date(from, words, days.from);
    write_spoken_date(to, words, days.to);
    const std::string& pattern = !days.from             ? words.span_until
                                 : !days.to             ? words.span_since
                                 : days.from == days.to ? words.span_day
                                                        : words.span_range;
    append_pattern(out, pattern, {{"from", from}, {"to", to}});
}

namespace {

bool is_whole_months(const Span& days) {
    return days.from && days.to && *days.from == days.from->first_of_month() &&
           *days.to == days.to->last_of_month();
}

// Whole months as such, so that nothing looks more exact than it is.
void append_days(std::string& out, const LayoutContext& c, const Period& period, const Span& days) {
    const bool months = period.precision == Precision::Month && is_whole_months(days);
    if (!months || !days.from || !days.to) {
        append_span_text(out, c, days);
        return;
    }
    std::string& from = c.scratch.from;
    std::string& to = c.scratch.to;
    from.clear();
    to.clear();
    append_month_year(from, *c.in.words, days.from->civil());
    append_month_year(to, *c.in.words, days.to->civil());
    if (from == to) {
        out += from;
    } else {
        append_pattern(out, c.in.words->span_range, {{"from", from}, {"to", to}});
    }
}

} // namespace

void append_period_text(std::string& out, const LayoutContext& c, const Period& period) {
    const bool many = period.spans.size() > kMostNamedSpans && !period.text.empty();
    const bool dates_hold = period.set_by == PeriodSource::SetByHand || period.text.empty();
    if (!dates_hold || many || period.spans.empty()) {
        out += period.text;
        return;
    }
    append_each_span(out, c, period, [&](const Span& days) { append_days(out, c, period, days); });
}

} // namespace vekha
