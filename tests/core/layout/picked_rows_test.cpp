// Rows that are picked: told by colour, by a sign along their edge, and to assistive technology.
#include "core/base/geometry.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vekha::picked_rows_test {
namespace {

using test::MeasureBuilder;
using test::PlanBuilder;
using test::RoadmapFixture;

Document plan() {
    PlanBuilder builder;
    builder.dates({"2021-01-01", "2021-12-31"}).section("s");
    for (const char* const id : {"a", "b", "c"}) {
        builder.add(
            MeasureBuilder(id).section("s").title("Мероприятие").range("2021-03-01", "2021-04-30"));
    }
    return builder.build();
}

std::size_t count(const Scene& scene, PrimitiveKind kind, ColorRole color, std::uint32_t measure) {
    return static_cast<std::size_t>(
        std::ranges::count_if(scene.primitives(), [&](const Primitive& each) {
            return each.kind == kind && each.color == color &&
                   each.owner.kind == OwnerKind::Measure && each.owner.index == measure;
        }));
}

} // namespace

TEST_CASE(
    "rows that are picked have a ground, a sign along the edge, and are said to be selected") {
    RoadmapFixture fixture(plan());
    fixture.selected = fixture.measure(0);
    fixture.lay();
    CHECK(fixture.node("row/a")->selected);
    CHECK(count(fixture.scene, PrimitiveKind::CheckSign, ColorRole::TextOnFill, 0) == 0);
    fixture.picked = {0, 1, 1};
    fixture.lay();
    for (const std::uint32_t measure : {1U, 2U}) {
        CHECK(count(fixture.scene, PrimitiveKind::CheckSign, ColorRole::TextOnFill, measure) == 1);
        CHECK(count(fixture.scene, PrimitiveKind::Fill, ColorRole::RowSelected, measure) == 1);
    }
    CHECK(fixture.node("row/b")->selected);
    CHECK(fixture.node("row/c")->selected);
    // The current row keeps its stripe, and is not among those that are changed.
    CHECK_FALSE(fixture.node("row/a")->selected);
    CHECK(count(fixture.scene, PrimitiveKind::Fill, ColorRole::RowSelected, 0) == 0);
    CHECK(count(fixture.scene, PrimitiveKind::Fill, ColorRole::Accent, 0) == 1);
}

TEST_CASE("the sign lies inside its row, also where rows are low") {
    for (const float height : {700.0F, 300.0F}) {
        RoadmapFixture fixture(plan());
        fixture.area.bottom = height;
        fixture.picked = {1, 1, 1};
        fixture.rebuild_rows();
        fixture.lay();
        std::size_t signs = 0;
        for (const Primitive& each : fixture.scene.primitives()) {
            if (each.kind == PrimitiveKind::CheckSign) {
                const auto* const row =
                    fixture.node("row/" + fixture.document.measures[each.owner.index].id.text);
                REQUIRE(row != nullptr);
                CHECK(each.rect.intersection(row->rect) == each.rect);
                ++signs;
            }
        }
        CHECK(signs == 3);
    }
}

} // namespace vekha::picked_rows_test
