// RoadmapRows: the rows of the roadmap from top to bottom, and the look-ups that would otherwise be
// searched for in every frame. Rebuilt when the document or the folding changes; O(n log n).
// Heights are uniform, so that a row is found from its y and the scroll position means the same at
// every zoom.
#pragma once

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/scene/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vekha {

// Compact rows are for screens of a few hundred pixels (look.md «Room»: five rows at 455×256).
enum class Density : std::uint8_t { Comfortable, Compact };

struct RowMetrics {
    float measure_height = 48.0F;
    float section_height = 40.0F;
    // Above the header rows: labels of the as-of date and today; over the table, what the rows are
    // grouped and sorted by.
    float date_strip_height = 24.0F;
    float header_row_height = 24.0F; // there are two of them
    [[nodiscard]] float header_height() const {
        return date_strip_height + 2.0F * header_row_height;
    }
    float bar_height = 20.0F;
    float band_height = 12.0F; // of what lies below the weight of a bar
    std::size_t lines = 2;     // of a title and of the other cells
};
[[nodiscard]] RowMetrics row_metrics(Density density);
[[nodiscard]] Density density_for(const Rect& area);

enum class RowKind : std::uint8_t { Section, Group, Measure };

struct Row {
    RowKind kind = RowKind::Measure;
    std::uint32_t index = 0; // into document.sections, RowGroups::groups or document.measures
    std::uint32_t group = kNoIndex; // of a measure: the group it stands in
    std::uint8_t level = 0;
    float top = 0.0F; // from the top of the first row
    float height = 0.0F;
    std::int32_t heading_row = -1; // row of the section or group it stands in
    bool folded = false;           // a heading whose rows are folded away
    std::uint32_t shown_rows = 0;  // of a heading: measures below it, folded away or not
    std::uint32_t position = 0;    // from 1, among the rows that stand under the same one
    std::uint32_t set_size = 0;    // how many they are
    [[nodiscard]] bool is_heading() const { return kind != RowKind::Measure; }
    [[nodiscard]] Owner owner() const;
    bool operator==(const Row&) const = default;
};

// Headings whose rows are folded away.
struct FoldedRows {
    std::set<SectionId> sections;
    std::set<std::string, std::less<>> groups; // RowGroup::key
    bool operator==(const FoldedRows&) const = default;
};

// All rows that are not folded away, top to bottom.
struct RoadmapRows {
    static constexpr std::uint32_t kNone = kNoIndex;

    std::vector<Row> rows;
    float total_height = 0.0F;
    Density density = Density::Comfortable;
    bool has_numbers =
        false; // some measure has one; else their column gives its room to the titles
    std::vector<Span> section_days;              // by section: first and last day of what it holds
    std::vector<std::uint32_t> parties_by_id;    // indices of document.parties, sorted by id
    std::uint32_t baseline = kNone;              // of document.baselines the one in force, or kNone
    std::vector<std::uint32_t> baseline_periods; // by measure: index into its periods, or kNone

    // What was approved for the measure with this index; null when nothing was.
    [[nodiscard]] const BaselinePeriod* approved(const Document& document,
                                                 std::uint32_t measure) const;
    // First row whose bottom lies below y; rows.size() when there is none.
    [[nodiscard]] std::size_t row_at(float y) const;
    // None when there is no owner, or it has no row: it is folded or filtered away. Of a measure in
    // several groups, the row in the owner's group.
    [[nodiscard]] std::optional<std::size_t> row_of(const std::optional<Owner>& owner) const;
};

// Which rows are asked for. Nothing here is kept.
struct RowsChoice {
    const FoldedRows* folded = nullptr; // none
    Density density = Density::Comfortable;
    const FoundMeasures* found = nullptr; // all
    const RowGroups* groups = nullptr;    // by section
    std::span<const std::uint32_t> order; // as in the file; else all measures
};

// By section, measures without one come first; then each section by its order, its own measures,
// then the sections inside it. A plan without sections has no section rows. By groups, each group
// with its measures. A folded heading hides all below it. With `found` only the measures that fit
// have rows, and only the headings that hold some.
[[nodiscard]] RoadmapRows make_rows(const Document& document, const RowsChoice& choice = {});

// The days the «fit» command shows: the plan's own years and every dated span. In O(measures).
[[nodiscard]] Span extent_of(const Document& document);

} // namespace vekha
