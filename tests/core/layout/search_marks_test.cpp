// Letters that a search asks for are marked in the cells of measures, and nowhere else.
#include "core/base/geometry.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_filter.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::search_marks_test {
namespace {

constexpr float kNear = 0.01F;

std::vector<Rect> marks_of(RoadmapFixture& roadmap, std::string_view query) {
    const std::vector<SearchWord> words = search_words(query);
    roadmap.search = words;
    roadmap.lay();
    roadmap.search = {};
    std::vector<Rect> marks;
    for (const Primitive& primitive : roadmap.scene.primitives()) {
        if (primitive.kind == PrimitiveKind::Fill && primitive.color == ColorRole::Found) {
            marks.push_back(primitive.rect);
        }
    }
    return marks;
}

RoadmapFixture make_roadmap() {
    PlanBuilder plan;
    plan.section("s");
    plan.add(MeasureBuilder("m1").section("s").title("Учёба кураторов").on_day("2021-03-01"));
    plan.add(MeasureBuilder("m2").section("s").title("Отчёт").on_day("2021-04-01"));
    return RoadmapFixture(plan.build());
}

} // namespace

TEST_CASE("without a search nothing is marked") {
    RoadmapFixture roadmap = make_roadmap();
    CHECK(marks_of(roadmap, "").empty());
}

TEST_CASE("a match is marked exactly behind its letters") {
    RoadmapFixture roadmap = make_roadmap();
    const std::vector<Rect> marks = marks_of(roadmap, "КУРАТОР");
    REQUIRE(marks.size() == 1);
    const SemanticNode* const title = roadmap.node("cell/1/m1");
    REQUIRE(title != nullptr);
    CHECK(title->rect.contains({marks[0].left, marks[0].center().y}));
    const float letter = marks[0].width() / 7.0F;
    CHECK(std::abs(letter - roadmap.measurer->width("к", {})) < kNear);
    const float behind_first_word = marks_of(roadmap, "учеба")[0].right;
    CHECK(std::abs(behind_first_word + letter - marks[0].left) < kNear);
}

TEST_CASE("a row that was found by a text that does not show has a stripe at its beginning") {
    RoadmapFixture roadmap = make_roadmap();
    FoundMeasures found;
    found.fits = {1, 1};
    found.count = 2;
    roadmap.found = &found;
    const std::vector<Rect> marks = marks_of(roadmap, "кураторов");
    REQUIRE(marks.size() == 2);
    const SemanticNode* const row = roadmap.node("row/m2");
    REQUIRE(row != nullptr);
    CHECK(marks[1].left < row->rect.left + 10.0F);
    CHECK(marks[1].height() > row->rect.height() / 2.0F);
}

TEST_CASE("each word is marked in each measure that has it") {
    RoadmapFixture roadmap = make_roadmap();
    CHECK(marks_of(roadmap, "о").size() == 3);
    CHECK(marks_of(roadmap, "отчет учеба").size() == 2);
    CHECK(marks_of(roadmap, "нет такого").empty());
}

} // namespace vekha::test::search_marks_test
