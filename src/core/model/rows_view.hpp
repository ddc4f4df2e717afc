// What a person asks of the rows: which of them, grouped by what, in which order, with which
// columns. Saved views keep it in the file, under the names that stand here; what it means for the
// measures of a plan is said in core/find.
#pragma once

#include "core/model/ids.hpp"
#include "core/model/period.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// Section: the plan's own.
enum class Grouping : std::uint8_t {
    Section,
    Responsible,
    State,
    Month,
    Quarter,
    SchoolYear,
    School,
    Tag,
    None,
};
inline constexpr std::size_t kGroupingCount = 9;
inline constexpr std::array<std::string_view, kGroupingCount> kGroupingNames{
    "section", "responsible", "state", "month", "quarter", "schoolYear", "school", "tag", "none"};

enum class Column : std::uint8_t { Number, Title, Responsible, Period, State };
inline constexpr std::size_t kColumnCount = 5;
inline constexpr std::array<std::string_view, kColumnCount> kColumnNames{
    "number", "title", "responsible", "period", "state"};

// Which columns the table shows, from left to right. The title always shows.
struct ColumnLayout {
    std::array<Column, kColumnCount> order{Column::Number, Column::Title, Column::Responsible,
                                           Column::Period, Column::State};
    std::array<bool, kColumnCount> hidden{}; // by Column

    [[nodiscard]] bool is_hidden(Column column) const {
        return column != Column::Title && hidden[static_cast<std::size_t>(column)];
    }
    // Among all, also the hidden ones.
    [[nodiscard]] std::size_t place_of(Column column) const;
    // The others close up; a place behind the last one counts as the last.
    void put(Column column, std::size_t place);

    // The same columns show in the same order, whatever is hidden.
    [[nodiscard]] bool looks_like(const ColumnLayout& other) const;
    // Those that show, from left to right, and back. A column that is named twice stands at its
    // first place; without any name all columns show as usual.
    [[nodiscard]] std::vector<Column> shown() const;
    [[nodiscard]] static ColumnLayout showing(const std::vector<Column>& columns);
    bool operator==(const ColumnLayout&) const = default;
};

struct RowSort {
    std::optional<Column> by; // none: as in the file
    bool descending = false;
    bool operator==(const RowSort&) const = default;
};

// The parts combine: a measure has to fit all that are on; late and due soon, which exclude each
// other, are alternatives.
struct RowFilter {
    std::string search; // as typed; every word of it
    bool mine = false;  // of whoever looks at it
    bool late = false;
    bool due_soon = false; // within the plan's own number of days (Thresholds)
    bool needs_review = false;
    bool without_dates = false;
    bool without_responsible = false;
    bool has_target = false;
    PartyId responsible; // empty: whoever; alone or with others
    std::optional<PeriodKind> period_kind;

    [[nodiscard]] bool is_on() const { return !(*this == RowFilter{}); }
    bool operator==(const RowFilter&) const = default;
};

} // namespace vekha
