// The header of the time line with its two rows of units, the lines and shading under the bars, and
// the lines of the as-of date and of today with their labels.
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/row_names.hpp"
#include "core/layout/time_units.hpp"
#include "core/model/day_off.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr float kLabelPad = 8.0F;  // beside a label of the upper row
constexpr float kNumberPad = 2.0F; // beside a label of the lower row
constexpr float kChipPad = 7.0F;
constexpr float kChipHeight = 20.0F;
constexpr float kChipRadius = 4.0F;
constexpr float kChipMargin = 2.0F;   // to the ends of the header
constexpr float kChipDistance = 4.0F; // between two of them
constexpr float kMarkerSize = 9.0F;
constexpr float kChipArrowSize = 8.0F; // in a label whose line is out of sight
constexpr float kChipArrow = kChipArrowSize + 4.0F;
constexpr float kAsOfThickness = 2.0F;
constexpr double kMinShadedDayPx = 6.0;

// From the roomiest to the shortest way to write a unit.
enum class LabelForm : std::uint8_t { Long, Short, Number, None };

void append_numbered(std::string& out, std::string_view pattern, int number) {
    append_pattern(out, pattern, {{"n", std::to_string(number)}, {"roman", roman_number(number)}});
}

void append_month(std::string& out, const RoadmapWords& words, const CivilDate& civil,
                  LabelForm form) {
    const std::size_t month = civil.month - 1U;
    if (form == LabelForm::Number) {
        out += std::to_string(civil.month);
    } else {
        out += form == LabelForm::Long ? words.month_long[month] : words.month_short[month];
    }
}

// Month as the upper unit: with its year, which no row above says.
void append_month_year(std::string& out, const RoadmapWords& words, const CivilDate& civil,
                       LabelForm form) {
    const std::string& short_name = words.month_short[civil.month - 1U];
    if (form == LabelForm::Number) {
        out += short_name;
    } else if (form == LabelForm::Long) {
        append_month_year(out, words, civil);
    } else {
        append_pattern(out, words.month_year,
                       {{"month", short_name}, {"year", std::to_string(civil.year)}});
    }
}

void append_week(std::string& out, const RoadmapWords& words, Date start, LabelForm form) {
    const std::string from = std::to_string(start.civil().day);
    if (form != LabelForm::Long) {
        out += from;
        return;
    }
    append_pattern(out, words.week,
                   {{"n", std::to_string(iso_week(start))},
                    {"from", from},
                    {"to", std::to_string(start.plus_days(6).civil().day)}});
}

void append_day(std::string& out, const RoadmapWords& words, Date day, LabelForm form) {
    if (form == LabelForm::Long) {
        out += words.weekday_short[static_cast<std::size_t>(day.weekday())];
        out += ' ';
    }
    out += std::to_string(day.civil().day);
}

void append_years(std::string& out, int first, int count, LabelForm form) {
    out += std::to_string(first);
    if (form == LabelForm::Long && count > 1) {
        out += "–";
        out += std::to_string(first + count - 1);
    }
}

void append_unit_label(std::string& out, const RoadmapWords& words, Date start, TimeUnit unit,
                       LabelForm form) {
    const CivilDate civil = start.civil();
    const auto month = static_cast<int>(civil.month) - 1;
    switch (unit) {
    case TimeUnit::Day:
        append_day(out, words, start, form);
        break;
    case TimeUnit::Week:
        append_week(out, words, start, form);
        break;
    case TimeUnit::Month:
        append_month(out, words, civil, form);
        break;
    case TimeUnit::Quarter:
        if (form == LabelForm::Number) {
            out += roman_number(month / 3 + 1);
        } else {
            append_numbered(out, form == LabelForm::Long ? words.quarter : words.quarter_short,
                            month / 3 + 1);
        }
        break;
    case TimeUnit::Half:
        if (form == LabelForm::Number) {
            out += roman_number(month / 6 + 1);
        } else {
            append_numbered(out, form == LabelForm::Long ? words.half : words.half_short,
                            month / 6 + 1);
        }
        break;
    case TimeUnit::Year:
        append_years(out, civil.year, 1, form);
        break;
    case TimeUnit::FiveYears:
        append_years(out, civil.year, 5, form);
        break;
    case TimeUnit::Decade:
        append_years(out, civil.year, 10, form);
        break;
    }
}

// The units of one row that are in sight.
class UnitWalk {
public:
    UnitWalk(const LayoutContext& c, TimeUnit unit)
        : m_c(c), m_unit(unit), m_last(c.in.view->scale.date_from_x(c.frame.time.width())),
          m_start(unit_start(c.in.view->scale.date_from_x(0.0F), unit)) {}

    [[nodiscard]] bool at_end() const { return m_start > m_last; }
    void next() { m_start = unit_after(m_start, m_unit); }
    [[nodiscard]] Date start() const { return m_start; }
    [[nodiscard]] float left() const { return m_c.x_from_date(m_start); }
    [[nodiscard]] float right() const { return m_c.x_from_date(unit_after(m_start, m_unit)); }

private:
    const LayoutContext& m_c;
    TimeUnit m_unit;
    Date m_last;
    Date m_start;
};

struct HeaderRow {
    TimeUnit unit = TimeUnit::Month;
    bool upper = false;
    float top = 0.0F;
    float bottom = 0.0F;
    float pad = kNumberPad;
    TextStyle style = kSmallStyle;
};

void write_label(LayoutContext& c, const HeaderRow& row, Date start, LabelForm form) {
    c.scratch.text.clear();
    if (row.upper && row.unit == TimeUnit::Month) {
        append_month_year(c.scratch.text, *c.in.words, start.civil(), form);
    } else {
        append_unit_label(c.scratch.text, *c.in.words, start, row.unit, form);
    }
}

// One form for a whole row looks calm: the roomiest that fits every unit of the row at this scale.
// The units in sight stand for all, together with those of a whole year for months, whose names
// differ most.
LabelForm form_for(LayoutContext& c, const HeaderRow& row) {
    for (const LabelForm form : {LabelForm::Long, LabelForm::Short, LabelForm::Number}) {
        bool fits = true;
        Date start = unit_start(c.in.view->scale.date_from_x(0.0F), row.unit);
        for (int i = 0; i < 12 && fits; ++i) {
            const Date after = unit_after(start, row.unit);
            write_label(c, row, start, form);
            const float room = c.x_from_date(after) - c.x_from_date(start) - 2.0F * row.pad;
            fits = c.text_width(c.scratch.text, row.style) <= room;
            start = after;
        }
        if (fits) {
            return form;
        }
    }
    return LabelForm::None;
}

struct DateLine {
    Date date;
    ColorRole color = ColorRole::AsOfLine;
    const std::string* label = nullptr;
    const char* key = "";
    float x = 0.0F;
    bool in_sight = true;
};

// Where the labels of the dates stand.
struct Chips {
    std::array<Rect, 2> rects;
    std::array<DateLine, 2> lines;
    std::size_t count = 0;
};

std::optional<float> label_left(const HeaderRow& row, const UnitWalk& unit, const Rect& room,
                                float width) {
    if (room.width() < width) {
        return std::nullopt;
    }
    if (row.upper) {
        return room.left;
    }
    return std::clamp((unit.left() + unit.right() - width) / 2.0F, room.left, room.right - width);
}

LabelForm shorter(LabelForm form) {
    return static_cast<LabelForm>(static_cast<std::uint8_t>(form) + 1U);
}

// A unit that the edge cuts keeps its label in the part that is in sight; in the upper row a
// shorter one, when the part has no room for the one of the whole row.
void lay_unit_label(LayoutContext& c, const HeaderRow& row, const UnitWalk& unit, LabelForm form) {
    const float line_height = c.line_height(row.style);
    const float middle = (row.top + row.bottom) / 2.0F;
    const Rect room{
        std::max(unit.left(), c.frame.header.left) + row.pad, middle - line_height / 2.0F,
        std::min(unit.right(), c.frame.header.right) - row.pad, middle + line_height / 2.0F};
    const LabelForm last = row.upper ? LabelForm::Number : form;
    for (; form <= last; form = shorter(form)) {
        write_label(c, row, unit.start(), form);
        const float width = c.text_width(c.scratch.text, row.style);
        if (const std::optional<float> left = label_left(row, unit, room, width)) {
            c.scene.add_text({*left, room.top, *left + width, room.bottom}, c.scratch.text,
                             row.style, row.upper ? ColorRole::Text : ColorRole::TextSecondary,
                             kHeaderOwner);
            return;
        }
    }
}

void lay_header_row(LayoutContext& c, const HeaderRow& row) {
    const LabelForm form = form_for(c, row);
    for (UnitWalk unit(c, row.unit); !unit.at_end(); unit.next()) {
        const float x = std::round(unit.left());
        if (x > c.frame.header.left) {
            c.scene.add(PrimitiveKind::Fill, {x, row.top, x + 1.0F, row.bottom},
                        row.upper ? ColorRole::LineStrong : ColorRole::Line, kHeaderOwner);
        }
        if (form != LabelForm::None) {
            lay_unit_label(c, row, unit, form);
        }
    }
}

// A line stands at the end of its day: what is due on the day is still to the left of it.
float line_x(const LayoutContext& c, Date date) {
    return std::round(c.x_after_date(date));
}

// The as-of date first. Today has no line of its own on that day.
std::array<DateLine, 2> date_lines(const LayoutContext& c) {
    std::array<DateLine, 2> lines{
        DateLine{.date = c.in.as_of, .label = &c.in.words->as_of_label, .key = "as-of"},
        DateLine{.date = c.in.today,
                 .color = ColorRole::TodayLine,
                 .label = &c.in.words->today_label,
                 .key = "today"}};
    for (DateLine& line : lines) {
        line.x = line_x(c, line.date);
        line.in_sight = line.x >= c.frame.time.left && line.x <= c.frame.time.right;
    }
    lines[1].in_sight = lines[1].in_sight && c.in.today != c.in.as_of;
    return lines;
}

void write_chip(LayoutContext& c, const DateLine& line) {
    std::string date;
    append_date(date, line.date, c.date_order());
    c.scratch.text.clear();
    append_pattern(c.scratch.text, *line.label, {{"date", date}});
}

// The label of a date line stands over its line in a strip of its own; that of the as-of date stays
// at the edge when its line is out of sight. The second one makes way for the first, and goes
// without a label where there is no room.
void place_chip(LayoutContext& c, const DateLine& line, Chips& chips) {
    const bool as_of = line.color == ColorRole::AsOfLine;
    if (!line.in_sight && !as_of) {
        return;
    }
    write_chip(c, line);
    const Rect& header = c.frame.header;
    const float arrow = line.in_sight ? 0.0F : kChipArrow;
    const float width = c.text_width(c.scratch.text, kSmallStrongStyle) + 2.0F * kChipPad + arrow;
    if (c.scratch.text.empty() || width > header.width()) {
        return;
    }
    const float middle = header.top + c.metrics.date_strip_height / 2.0F;
    const float least = header.left + kChipMargin;
    const float most = std::max(least, header.right - kChipMargin - width);
    float left = std::clamp(line.x - width / 2.0F, least, most);
    if (chips.count > 0) {
        const Rect& other = chips.rects[0];
        const bool after = line.x >= other.center().x;
        const float beside =
            after ? other.right + kChipDistance : other.left - kChipDistance - width;
        left = after ? std::max(left, beside) : std::min(left, beside);
        if (left < least || left > most) {
            return;
        }
    }
    chips.lines[chips.count] = line;
    chips.rects[chips.count++] = {left, middle - kChipHeight / 2.0F, left + width,
                                  middle + kChipHeight / 2.0F};
}

void lay_chips(LayoutContext& c, const Chips& chips) {
    const float line_height = c.line_height(kSmallStrongStyle);
    for (std::size_t i = 0; i < chips.count; ++i) {
        const Rect& chip = chips.rects[i];
        const DateLine& line = chips.lines[i];
        write_chip(c, line);
        c.scene.add(PrimitiveKind::Fill, chip, line.color, kHeaderOwner).radius = kChipRadius;
        const float top = chip.center().y - line_height / 2.0F;
        Rect text{chip.left + kChipPad, top, chip.right - kChipPad, top + line_height};
        if (!line.in_sight) {
            const bool before = line.x < c.frame.time.left;
            (before ? text.left : text.right) += before ? kChipArrow : -kChipArrow;
            const float x = before ? chip.left + kChipPad : chip.right - kChipPad - kChipArrowSize;
            const float y = chip.center().y - kChipArrowSize / 2.0F;
            c.scene.add(before ? PrimitiveKind::ArrowLeft : PrimitiveKind::ArrowRight,
                        {x, y, x + kChipArrowSize, y + kChipArrowSize}, ColorRole::TextOnFill,
                        kHeaderOwner);
        }
        c.scene.add_text(text, c.scratch.text, kSmallStrongStyle, ColorRole::TextOnFill,
                         kHeaderOwner);
        c.add_node(semantic_key(line.key), Role::Text, c.scratch.text, chip, 0);
    }
}

void add_time_column_node(LayoutContext& c) {
    SemanticNode* node =
        c.add_node(c.key("column", std::to_string(kTimeColumn)), Role::ColumnHeader,
                   c.in.words->time_column_name, c.frame.header, semantic_key("header"));
    if (node != nullptr) {
        node->column_index = static_cast<std::int32_t>(kTimeColumn) + 1;
        node->row_index = 1;
        const TimeScale& scale = c.in.view->scale;
        append_span_text(
            node->description, c,
            {scale.date_from_x(0.0F), scale.date_from_x(c.frame.header.width() - 1.0F)});
    }
}

void shade_days_off(LayoutContext& c) {
    const Rect& rows = c.clip;
    const Date last = c.in.view->scale.date_from_x(c.frame.time.width());
    std::optional<Date> first_off;
    for (Date day = c.in.view->scale.date_from_x(0.0F); day <= last.plus_days(1);
         day = day.plus_days(1)) {
        const bool off = day <= last && is_day_off(*c.in.document, day);
        if (off && !first_off) {
            first_off = day;
        } else if (!off && first_off) {
            c.scene.add(PrimitiveKind::Fill,
                        {c.x_from_date(*first_off), rows.top, c.x_from_date(day), rows.bottom},
                        ColorRole::RowAlternate);
            first_off.reset();
        }
    }
}

void lay_grid_lines(LayoutContext& c, TimeUnit unit, ColorRole color) {
    for (UnitWalk walk(c, unit); !walk.at_end(); walk.next()) {
        const float x = std::round(walk.left());
        if (x > c.clip.left) {
            c.scene.add(PrimitiveKind::Fill, {x, c.clip.top, x + 1.0F, c.clip.bottom}, color);
        }
    }
}

} // namespace

void lay_time_header(LayoutContext& c) {
    const Rect& header = c.frame.header;
    c.clip = header.intersection(c.in.area);
    c.scene.push_clip(c.clip);
    c.scene.add(PrimitiveKind::Fill, header, ColorRole::SurfaceRaised, kHeaderOwner);
    add_time_column_node(c);

    const float top = header.top + c.metrics.date_strip_height;
    const float middle = top + c.metrics.header_row_height;
    Chips chips;
    if (top > header.top) {
        for (const DateLine& line : date_lines(c)) {
            place_chip(c, line, chips);
        }
    }
    const HeaderUnits units = header_units(c.in.view->scale.px_per_day());
    lay_header_row(c, {units.upper, true, top, middle, kLabelPad, kSmallStrongStyle});
    lay_header_row(c, {units.lower, false, middle, header.bottom, kNumberPad, kSmallStyle});
    c.scene.add(PrimitiveKind::Fill, {header.left, middle - 1.0F, header.right, middle},
                ColorRole::Line, kHeaderOwner);
    c.scene.add(PrimitiveKind::Fill,
                {header.left, header.bottom - 1.0F, header.right, header.bottom},
                ColorRole::LineStrong, kHeaderOwner);
    lay_chips(c, chips);
    c.add_zone(ZoneKind::TimeHeader, header, Cursor::Grab, kHeaderOwner);
    c.scene.pop_clip();
}

void lay_days_off(LayoutContext& c) {
    if (c.in.view->scale.px_per_day() >= kMinShadedDayPx) {
        shade_days_off(c);
    }
}

void lay_unit_lines(LayoutContext& c) {
    const HeaderUnits units = header_units(c.in.view->scale.px_per_day());
    lay_grid_lines(c, units.lower, ColorRole::Line);
    lay_grid_lines(c, units.upper, ColorRole::LineStrong);
}

void lay_date_lines(LayoutContext& c) {
    const std::array<DateLine, 2> lines = date_lines(c);
    // The as-of date's lies on top.
    for (const DateLine& line : std::views::reverse(lines)) {
        if (!line.in_sight) {
            continue;
        }
        Primitive& drawn =
            c.scene.add(PrimitiveKind::Line, {line.x, c.clip.top, line.x, c.clip.bottom},
                        line.color, kHeaderOwner);
        drawn.dashed = line.color == ColorRole::TodayLine;
        drawn.thickness = kAsOfThickness;
        c.scene.add(PrimitiveKind::Diamond,
                    {line.x - kMarkerSize / 2.0F, c.clip.top - kMarkerSize / 2.0F,
                     line.x + kMarkerSize / 2.0F, c.clip.top + kMarkerSize / 2.0F},
                    line.color, kHeaderOwner);
    }
}

} // namespace vekha
