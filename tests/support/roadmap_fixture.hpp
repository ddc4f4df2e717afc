// Everything a roadmap layout needs, with a place to stand: 1366×700 at the origin, words in
// Russian, fixed widths of letters, the whole plan in sight. Tests change what they are about and
// call lay().
#pragma once

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/fixed_measurer.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test {

struct RoadmapFixture {
    explicit RoadmapFixture(Document plan);

    Document document;
    PlanStatus status;
    RowGroups groups;
    RoadmapRows rows;
    RoadmapView view;
    RoadmapWords words;
    Rect area{0.0F, 0.0F, 1366.0F, 700.0F};
    Date today;
    std::optional<Owner> hovered;
    std::optional<Owner> selected;
    std::vector<std::uint8_t> picked; // by measure; empty: none
    SemanticKey focused = 0;
    std::span<const SearchWord> search;
    const FoundMeasures* found = nullptr; // all
    bool editable = false;
    MovingPeriod moving;
    std::map<SemanticKey, Owner> owners; // by the keys of the nodes of rows, bars and their signs
    std::unique_ptr<FixedMeasurer> measurer = std::make_unique<FixedMeasurer>();
    std::unique_ptr<RoadmapLayout> layout = std::make_unique<RoadmapLayout>();
    Scene scene;
    RoadmapFrame frame;

    // Groups and rows again, after grouping, order, folding or the area changed.
    void rebuild_rows();
    // Into `scene`, which is cleared before.
    void lay();
    // Days that fill the time line; what lies outside is out of sight.
    void show(std::string_view from, std::string_view to);
    void show_all();

    [[nodiscard]] float x_from_date(Date date) const;
    [[nodiscard]] float x_after_date(Date date) const;
    [[nodiscard]] const SemanticNode* node(std::string_view path) const;
    [[nodiscard]] Owner measure(std::uint32_t index) const { return {OwnerKind::Measure, index}; }
};

} // namespace vekha::test
