#include "core/layout/minimap.hpp"

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vekha {
namespace {

constexpr float kLeastLane = 3.0F;
constexpr float kCell = 2.0F; // width
constexpr float kMargin = 6.0F;
constexpr float kLaneGap = 1.0F; // between lanes that are high enough for it
constexpr float kLaneWithGap = 4.0F;
constexpr std::size_t kDash = 5; // cells, the last one empty
constexpr std::size_t kDot = 2;

// States differ by shape, too: what asks for attention is as high as its lane, what is being done
// two thirds, what is over or to come one third; what nobody has begun is broken.
struct Stroke {
    std::uint8_t thirds = 1;
    std::size_t period = 0; // cells, of which the last one is empty; 0: unbroken
    bool operator==(const Stroke&) const = default;
};

Stroke stroke_of(StateMark mark) {
    switch (mark) {
    case StateMark::Late:
        return {3, 0};
    case StateMark::DueSoon:
        return {3, kDash};
    case StateMark::NotDone:
        return {3, kDot};
    case StateMark::InProgress:
        return {2, 0};
    case StateMark::Running:
        return {2, kDash};
    case StateMark::Done:
        return {1, 0};
    case StateMark::NotStarted:
        return {1, kDash};
    case StateMark::Moved:
    case StateMark::Cancelled:
        break;
    }
    return {1, kDot};
}

// What shows in one cell; the higher rank of two wins.
struct Cell {
    std::uint8_t rank = 0; // 0: nothing
    ColorRole color = ColorRole::Planned;
    Stroke stroke;
    // The same as what is seen beside it.
    [[nodiscard]] bool continues(const Cell& other) const {
        return rank != 0 && other.rank != 0 && color == other.color && stroke == other.stroke;
    }
};

class Picture {
public:
    Picture(const RoadmapRows& rows, Size size, const TimeScale& scale)
        : m_rows(rows), m_scale(scale), m_lane_count(lane_count(rows, size)),
          m_columns(static_cast<std::size_t>(std::ceil(size.width / kCell))),
          m_cells(m_lane_count * m_columns) {}

    void add(const Row& row, Date first_day, Date last_day, const Cell& cell) {
        const auto [first, end] = columns(first_day, last_day);
        const std::size_t line = lane(row) * m_columns;
        for (std::size_t i = first; i < end; ++i) {
            Cell& seen = m_cells[line + i];
            if (cell.rank > seen.rank) {
                seen = cell;
            }
        }
    }

    // All of these days show something of at least this rank already: with many rows to a lane that
    // is so for most of them, and spares the look at each measure.
    [[nodiscard]] bool is_full(const Row& row, const Span& days, std::uint8_t rank) const {
        if (!days.from || !days.to) {
            return false;
        }
        auto [first, end] = columns(*days.from, *days.to);
        // The last day by itself may stand in a column of its own.
        end = std::max(end, columns(*days.to, *days.to).end);
        const Cell* const line = m_cells.data() + lane(row) * m_columns;
        return std::all_of(line + first, line + end,
                           [rank](const Cell& seen) { return seen.rank >= rank; });
    }

    [[nodiscard]] std::vector<MinimapRun> runs(float height) const {
        std::vector<MinimapRun> runs;
        const float lane_height = height / static_cast<float>(m_lane_count);
        for (std::size_t lane = 0; lane < m_lane_count; ++lane) {
            const float bottom = static_cast<float>(lane + 1) * lane_height;
            for (std::size_t i = 0; i < m_columns;) {
                const Cell& cell = at(lane, i);
                std::size_t end = i + 1;
                while (end < m_columns && cell.continues(at(lane, end))) {
                    ++end;
                }
                if (cell.rank != 0) {
                    add_run(runs, cell, {i, end}, bottom, lane_height);
                }
                i = end;
            }
        }
        return runs;
    }

private:
    struct Columns {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    // At least one.
    [[nodiscard]] Columns columns(Date first_day, Date last_day) const {
        const float from = m_scale.x_from_date(first_day);
        const float to = m_scale.x_after_date(last_day);
        const std::size_t first = column(std::min(from, to));
        return {first, std::max(first, column(std::max(from, to) - kCell * 0.5F)) + 1};
    }

    // Broken ones from their first cell on, so that the shortest one shows.
    static void add_run(std::vector<MinimapRun>& runs, const Cell& cell, Columns columns,
                        float bottom, float lane_height) {
        const float gap = lane_height >= kLaneWithGap ? kLaneGap : 0.0F;
        const float height = (lane_height - gap) * static_cast<float>(cell.stroke.thirds) / 3.0F;
        const float top = std::max(0.0F, bottom - gap - height);
        const std::size_t step =
            cell.stroke.period == 0 ? columns.end - columns.first : cell.stroke.period;
        const std::size_t drawn = cell.stroke.period == 0 ? step : step - 1;
        for (std::size_t i = columns.first; i < columns.end; i += step) {
            const std::size_t end = std::min(i + drawn, columns.end);
            runs.push_back({{static_cast<float>(i) * kCell, top, static_cast<float>(end) * kCell,
                             bottom - gap},
                            cell.color});
        }
    }

    static std::size_t lane_count(const RoadmapRows& rows, Size size) {
        const auto most = static_cast<std::size_t>(std::max(1.0F, size.height / kLeastLane));
        return std::clamp<std::size_t>(rows.rows.size(), 1, most);
    }
    [[nodiscard]] std::size_t column(float x) const {
        const float limited = std::clamp(x / kCell, 0.0F, static_cast<float>(m_columns - 1));
        return static_cast<std::size_t>(limited);
    }
    [[nodiscard]] std::size_t lane(const Row& row) const {
        const float middle = row.top + row.height * 0.5F;
        const float share = middle / m_rows.total_height * static_cast<float>(m_lane_count);
        return std::min(static_cast<std::size_t>(share), m_lane_count - 1);
    }
    [[nodiscard]] const Cell& at(std::size_t lane, std::size_t column) const {
        return m_cells[lane * m_columns + column];
    }

    const RoadmapRows& m_rows;
    const TimeScale& m_scale;
    std::size_t m_lane_count;
    std::size_t m_columns;
    std::vector<Cell> m_cells;
};

bool asks_for_attention(ComputedState state) {
    return state == ComputedState::Late || state == ComputedState::DueSoon ||
           state == ComputedState::NotDone;
}

std::uint8_t rank_of(const StateLook& look) {
    return static_cast<std::uint8_t>(look.urgency + 2U);
}

Cell cell_of(const Measure& measure, const MeasureStatus& status) {
    const StateLook look = look_of(status.status);
    // What lasts throughout lies below the weight of the others, unless it asks for attention.
    const bool quiet =
        measure.period.kind == PeriodKind::Throughout && !asks_for_attention(status.status.state);
    return quiet ? Cell{1, ColorRole::Band, {1, 0}}
                 : Cell{rank_of(look), look.deep, stroke_of(look.mark)};
}

// Days that all spans of the measure lie within, as far as its status tells. None: the spans have
// to be asked. The plan of a measure without days of its own is that of its parts, that of one that
// counts from an event leaves spans out, and a span in review may end before it begins.
Span most_days(const MeasureStatus& status) {
    const bool has_own = status.plan.start.has_value() && status.plan.due.has_value() &&
                         *status.plan.start <= *status.plan.due && !status.derived() &&
                         !status.needs_review;
    return has_own ? Span{status.plan.start, status.plan.due} : Span{};
}

// Open sides reach to the edge of the picture.
Span closed(const Period& period, const Span& days, const Span& all) {
    if (period.kind == PeriodKind::Deadline) {
        return {days.to ? days.to : days.from, days.to ? days.to : days.from};
    }
    return {days.from ? days.from : all.from, days.to ? days.to : all.to};
}

} // namespace

Rect Minimap::place_of(double from_day, double to_day, float top, float height) const {
    const auto x_of = [this](double day) {
        return static_cast<float>((day - scale.day_at_left()) * scale.px_per_day());
    };
    const float share = rows_height > 0.0F ? size.height / rows_height : 1.0F;
    return Rect{x_of(from_day), top * share, x_of(to_day), (top + height) * share}.intersection(
        {0.0F, 0.0F, size.width, size.height});
}

float Minimap::row_y_at(float y) const {
    return size.height > 0.0F ? y / size.height * rows_height : 0.0F;
}

Minimap make_minimap(const Document& document, const PlanStatus& status, const RowGroups& groups,
                     const RoadmapRows& rows, Span days, Size size) {
    Minimap minimap;
    minimap.size = size;
    minimap.rows_height = rows.total_height;
    widen(days, status.as_of);
    if (size.width < kCell || size.height < kLeastLane) {
        return minimap;
    }
    minimap.scale = TimeScale::fitted(days.from.value_or(status.as_of),
                                      days.to.value_or(status.as_of), size.width, kMargin);
    Picture picture(rows, size, minimap.scale);
    for (const Row& row : rows.rows) {
        if (row.is_heading()) {
            continue;
        }
        const MeasureStatus& whole = status.measures[row.index];
        const MeasureStatus& shown = groups.grouping == Grouping::School
                                         ? state_in_group(status, groups, row.index, row.group)
                                         : whole;
        if (picture.is_full(row, most_days(whole), rank_of(look_of(shown.status)))) {
            continue;
        }
        const Measure& measure = document.measures[row.index];
        const Cell cell = cell_of(measure, shown);
        for (const PeriodSpan& span : measure.period.spans) {
            const Span seen = closed(measure.period, span.days, days);
            if (seen.from && seen.to) {
                picture.add(row, *seen.from, *seen.to, cell);
            }
        }
    }
    minimap.runs = picture.runs(size.height);
    return minimap;
}

} // namespace vekha
