// Where the parts of the roadmap stand, how they scroll and fold, what can be pressed, and what is
// said of it.
#include "core/layout/roadmap_layout.hpp"

#include "core/base/geometry.hpp"
#include "core/base/shared_list.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::roadmap_layout_test {
namespace {

// Sections a (30 measures) and b (30 measures).
Document two_sections() {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15").section("a").section("b");
    for (int i = 0; i < 60; ++i) {
        plan.add(MeasureBuilder("m" + std::to_string(i))
                     .title("Мероприятие " + std::to_string(i))
                     .section(i < 30 ? "a" : "b")
                     .range("2021-03-01", "2021-03-31"));
    }
    return plan.build();
}

Document one_measure(const MeasureBuilder& measure) {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15").add(measure);
    return plan.build();
}

// The texts of one owner, in paint order, with « / » between.
std::string texts_of(const RoadmapFixture& fixture, Owner owner) {
    std::string out;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.kind == PrimitiveKind::Text && primitive.owner == owner) {
            out += out.empty() ? "" : " / ";
            out += fixture.scene.text_of(primitive);
        }
    }
    return out;
}

std::optional<Rect> zone_of(const RoadmapFixture& fixture, ZoneKind kind, Owner owner) {
    for (const HitZone& zone : fixture.scene.zones()) {
        if (zone.kind == kind && zone.owner == owner) {
            return zone.rect;
        }
    }
    return std::nullopt;
}

std::string visible_rows(const RoadmapFixture& fixture) {
    std::string out;
    for (const SemanticNode& node : fixture.scene.semantics()) {
        if (node.role == Role::Row && node.row_index > 1) {
            out += (out.empty() ? "" : " ") + std::to_string(node.row_index);
        }
    }
    return out;
}

} // namespace

TEST_CASE("table, time line and headers share the area without gap") {
    RoadmapFixture fixture(two_sections());
    fixture.area = {10.0F, 20.0F, 1376.0F, 720.0F};
    fixture.lay();
    const RoadmapFrame& frame = fixture.frame;
    CHECK(frame.table == Rect{10.0F, 92.0F, 760.0F, 720.0F});
    CHECK(frame.time == Rect{760.0F, 92.0F, 1376.0F, 720.0F});
    CHECK(frame.table_header == Rect{10.0F, 20.0F, 760.0F, 92.0F});
    CHECK(frame.header == Rect{760.0F, 20.0F, 1376.0F, 92.0F});
    CHECK(frame.max_scroll_y == fixture.rows.total_height - 628.0F);
    CHECK(frame.max_table_scroll_x == 0.0F);
}

namespace {

// A plan with numbers in an area where the columns have 600 px.
RoadmapFixture narrow_table() {
    Document plan;
    Measure numbered = MeasureBuilder("m").build();
    numbered.number = "1.";
    plan.measures.push_back(numbered);
    RoadmapFixture fixture(plan);
    fixture.area = {0.0F, 0.0F, 1000.0F, 600.0F};
    return fixture;
}

} // namespace

TEST_CASE("columns that nobody set give way: a little title, the words of the state, more title") {
    RoadmapFixture fixture = narrow_table();
    const auto widths_at = [&fixture](float area_width) {
        fixture.area.right = area_width;
        fixture.lay();
        CHECK(fixture.frame.max_table_scroll_x == 0.0F);
        CHECK(fixture.node("column/4")->rect.right == fixture.frame.table.right);
        return fixture.frame.column_widths;
    };
    using Widths = std::array<float, kColumnCount>;
    CHECK(widths_at(1250.0F) == Widths{48.0F, 292.0F, 140.0F, 128.0F, 142.0F});
    CHECK(widths_at(1200.0F) == Widths{48.0F, 262.0F, 140.0F, 128.0F, 142.0F});
    CHECK(widths_at(1150.0F) == Widths{48.0F, 334.0F, 140.0F, 128.0F, 40.0F});
    CHECK(widths_at(1000.0F) == Widths{48.0F, 244.0F, 140.0F, 128.0F, 40.0F});
}

TEST_CASE("a width that is set by hand keeps what is seen: columns that gave way stay away") {
    RoadmapFixture fixture = narrow_table();
    fixture.area.right = 900.0F;
    fixture.lay();
    using Widths = std::array<float, kColumnCount>;
    const Widths seen = fixture.frame.column_widths;
    REQUIRE(seen == Widths{48.0F, 324.0F, 0.0F, 128.0F, 40.0F});
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        if (seen[i] > 0.0F) {
            fixture.view.column_widths[i] = seen[i];
        }
    }
    fixture.view.column_widths[1] = 384.0F;
    fixture.lay();
    CHECK(fixture.frame.column_widths == Widths{48.0F, 384.0F, 0.0F, 128.0F, 40.0F});
    CHECK(fixture.frame.max_table_scroll_x == 60.0F);
    fixture.area.right = 1250.0F; // where there is room for it, it comes back
    fixture.lay();
    CHECK(fixture.frame.column_widths == Widths{48.0F, 394.0F, 140.0F, 128.0F, 40.0F});
}

TEST_CASE("the table takes at most three fifths and then scrolls under the split") {
    RoadmapFixture fixture = narrow_table();
    fixture.view.column_widths = {48.0F, 300.0F, 132.0F, 128.0F, 142.0F};
    fixture.lay();
    CHECK(fixture.frame.table.right == 600.0F);
    CHECK(fixture.frame.max_table_scroll_x == 150.0F);
    const Rect before = fixture.node("column/1")->rect;
    fixture.view.table_scroll_x = 1000.0F; // counts as the most
    fixture.lay();
    CHECK(fixture.node("column/1")->rect.right == before.right - 150.0F);
    CHECK(fixture.node("column/4")->rect.right == 600.0F);
}

TEST_CASE("a table wider than its columns gives the room to the titles") {
    RoadmapFixture fixture(two_sections());
    fixture.area.right = 1920.0F;
    fixture.lay();
    const float before = fixture.node("column/1")->rect.width();
    fixture.view.table_width += 100.0F;
    fixture.lay();
    CHECK(fixture.node("column/1")->rect.width() == before + 100.0F);
}

TEST_CASE("a narrow area folds the table to number and title") {
    Document plan = two_sections();
    Measure first = plan.measures[0];
    first.number = "1.1.";
    plan.measures = plan.measures.with(0, first);
    RoadmapFixture fixture(plan);
    fixture.area = {0.0F, 0.0F, 455.0F, 212.0F};
    fixture.rebuild_rows();
    fixture.lay();
    CHECK(fixture.node("column/0") != nullptr);
    CHECK(fixture.node("column/1") != nullptr);
    CHECK(fixture.node("column/2") == nullptr);
    CHECK(fixture.frame.max_table_scroll_x == 0.0F);
}

TEST_CASE("five rows stay in sight at 455×256 under a bar of 44 px") {
    RoadmapFixture fixture(two_sections());
    fixture.area = {0.0F, 44.0F, 455.0F, 256.0F};
    fixture.rebuild_rows();
    fixture.lay();
    std::size_t whole = 0;
    for (const SemanticNode& node : fixture.scene.semantics()) {
        whole +=
            node.role == Role::Row && node.row_index > 1 && node.rect.height() >= 28.0F ? 1 : 0;
    }
    CHECK(whole >= 5);
}

TEST_CASE("a plan without numbers has no column for them") {
    RoadmapFixture fixture(two_sections());
    fixture.lay();
    CHECK(fixture.node("column/0") == nullptr);
    CHECK(fixture.node("column/1")->rect.left == fixture.area.left);
}

TEST_CASE("scroll positions outside the range count as the nearest inside") {
    RoadmapFixture fixture(two_sections());
    fixture.view.scroll_y = -500.0F;
    fixture.lay();
    const std::string first = visible_rows(fixture);
    CHECK(first.starts_with("2 3 4"));
    fixture.view.scroll_y = 1e7F;
    fixture.lay();
    CHECK(visible_rows(fixture).ends_with(" 61 62 63"));
}

TEST_CASE("the current section stays at the top of the rows while its measures scroll") {
    RoadmapFixture fixture(two_sections());
    fixture.view.scroll_y = 400.0F;
    fixture.lay();
    CHECK(fixture.node("section/a")->rect.top == fixture.frame.table.top);
    CHECK(fixture.node("section/a")->rect.height() == 40.0F);
    CHECK(fixture.node("section/a")->row_index == 2);
    // What lies under it is cut where the section ends.
    CHECK(fixture.node("row/m7") == nullptr);
    CHECK(fixture.node("row/m8")->rect.top == fixture.frame.table.top + 40.0F);
}

TEST_CASE("the next section pushes the current one out") {
    RoadmapFixture fixture(two_sections());
    const float second = 40.0F + 30.0F * 48.0F;
    fixture.view.scroll_y = second - 15.0F;
    fixture.lay();
    const float top = fixture.frame.table.top;
    CHECK(fixture.node("section/b")->rect.top == top + 15.0F);
    CHECK(fixture.node("section/a")->rect ==
          Rect{0.0F, top, fixture.frame.table.right, top + 15.0F});
    fixture.view.scroll_y = second;
    fixture.lay();
    CHECK(fixture.node("section/a") == nullptr);
    CHECK(fixture.node("section/b")->rect.top == top);
}

TEST_CASE("no section sticks over measures that stand in none") {
    PlanBuilder plan;
    plan.section("a");
    for (int i = 0; i < 40; ++i) {
        plan.add(MeasureBuilder("m" + std::to_string(i)));
    }
    RoadmapFixture fixture(plan.build());
    fixture.view.scroll_y = 200.0F;
    fixture.lay();
    CHECK(fixture.node("section/a") == nullptr);
}

TEST_CASE("a folded section keeps its row, says so, and its sign opens it") {
    RoadmapFixture fixture(two_sections());
    fixture.lay();
    CHECK(fixture.node("section/a")->expanded == 1);
    CHECK(fixture.node("fold/a")->name == "Свернуть: a");
    fixture.view.folded.sections.insert(SectionId{"a"});
    fixture.rebuild_rows();
    fixture.lay();
    CHECK(fixture.node("section/a")->expanded == 0);
    CHECK(fixture.node("fold/a")->name == "Развернуть: a");
    CHECK(fixture.node("row/m0") == nullptr);
    CHECK(fixture.node("row/m30") != nullptr);
    CHECK(zone_of(fixture, ZoneKind::Disclosure, {OwnerKind::Section, 0}) ==
          fixture.node("fold/a")->rect);
}

TEST_CASE("a section says how much of it is done, and in which zone it is") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15").section("a");
    plan.add(
        MeasureBuilder("m1").section("a").range("2021-03-01", "2021-03-31").done("2021-03-20"));
    plan.add(MeasureBuilder("m2").section("a").range("2021-03-01", "2021-03-31"));
    plan.add(MeasureBuilder("m3").section("a").range("2021-09-01", "2021-09-30"));
    RoadmapFixture fixture(plan.build());
    fixture.show("2021-01-01", "2021-12-31");
    fixture.lay();
    CHECK(texts_of(fixture, {OwnerKind::Section, 0}) == "1 из 3 / a");
    CHECK(fixture.node("section-bar/a")->name ==
          "Сводка: 1 марта 2021 – 30 сентября 2021, 1 из 3, красная зона");
    std::vector<Rect> fills;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.owner == Owner{OwnerKind::Section, 0} &&
            primitive.color == ColorRole::DoneDeep) {
            fills.push_back(primitive.rect);
        }
    }
    REQUIRE(fills.size() == 1);
    const float left = fixture.x_from_date(day("2021-03-01"));
    const float right = fixture.x_after_date(day("2021-09-30"));
    CHECK(fills[0].left == left);
    CHECK(fills[0].width() == doctest::Approx(static_cast<double>(right - left) / 3.0));
}

TEST_CASE("under a filter sections and groups say how many of their measures show") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).section("a");
    for (const std::string_view id : {"m1", "m2", "m3"}) {
        plan.add(MeasureBuilder(id).section("a").range("2021-03-01", "2021-03-31"));
    }
    RoadmapFixture fixture(plan.build());
    const FoundMeasures found{.fits = {1, 0, 1}, .count = 2, .words = {}};
    fixture.found = &found;
    fixture.rebuild_rows();
    fixture.lay();
    CHECK(texts_of(fixture, {OwnerKind::Section, 0}) == "показано 2 из 3 / a");
    fixture.view.grouping = Grouping::State;
    fixture.rebuild_rows();
    fixture.lay();
    CHECK(texts_of(fixture, {OwnerKind::Group, 0}).starts_with("показано 2 из 3"));
}

TEST_CASE("what can be pressed is at least 24 px high and wide") {
    RoadmapFixture fixture(sample("sevastopol-2021"));
    fixture.lay();
    std::size_t targets = 0;
    for (const HitZone& zone : fixture.scene.zones()) {
        const bool target = zone.kind == ZoneKind::Bar || zone.kind == ZoneKind::ReviewSign ||
                            zone.kind == ZoneKind::Disclosure || zone.kind == ZoneKind::BarPointer;
        if (target && zone.rect.bottom < fixture.area.bottom) {
            CHECK(zone.rect.width() >= 23.99F);
            CHECK(zone.rect.height() >= 23.99F);
            ++targets;
        }
    }
    CHECK(targets > 10);
}

TEST_CASE("bars lie above rows, and edges of columns above their names") {
    RoadmapFixture fixture(one_measure(MeasureBuilder("m").range("2021-03-01", "2021-06-30")));
    fixture.lay();
    const Rect bar = *zone_of(fixture, ZoneKind::Bar, fixture.measure(0));
    CHECK(fixture.scene.zone_at(bar.center())->kind == ZoneKind::Bar);
    CHECK(fixture.scene.zone_at({bar.right + 60.0F, bar.top})->kind == ZoneKind::Row);
    CHECK(fixture.scene.zone_at({bar.left, fixture.area.bottom - 5.0F})->kind ==
          ZoneKind::TimeArea);
    CHECK(fixture.scene.zone_at({bar.left, 10.0F})->kind == ZoneKind::TimeHeader);
    const Point split{fixture.frame.time.left, 300.0F};
    CHECK(fixture.scene.zone_at(split)->kind == ZoneKind::SplitEdge);
    const Rect title = fixture.node("column/1")->rect;
    const HitZone* edge = fixture.scene.zone_at({title.right, title.center().y});
    REQUIRE(edge != nullptr);
    CHECK(edge->kind == ZoneKind::ColumnEdge);
    CHECK(edge->owner == Owner{OwnerKind::Column, 1});
    CHECK(fixture.scene.zone_at({-5.0F, -5.0F}) == nullptr);
}

TEST_CASE("hovering a row lights its bar, choosing it marks the row") {
    RoadmapFixture fixture(one_measure(MeasureBuilder("m").range("2021-03-01", "2021-06-30")));
    const auto count = [&fixture](PrimitiveKind kind, ColorRole color) {
        return std::count_if(fixture.scene.primitives().begin(), fixture.scene.primitives().end(),
                             [&](const Primitive& primitive) {
                                 return primitive.kind == kind && primitive.color == color;
                             });
    };
    fixture.lay();
    CHECK(count(PrimitiveKind::Outline, ColorRole::Accent) == 0);
    fixture.hovered = fixture.measure(0);
    fixture.lay();
    CHECK(count(PrimitiveKind::Outline, ColorRole::Accent) == 1);
    CHECK(count(PrimitiveKind::Fill, ColorRole::RowHovered) == 1);
    CHECK_FALSE(fixture.node("row/m")->selected);
    fixture.hovered.reset();
    fixture.selected = fixture.measure(0);
    fixture.lay();
    CHECK(count(PrimitiveKind::Outline, ColorRole::Accent) == 1);
    CHECK(count(PrimitiveKind::Fill, ColorRole::RowSelected) == 1);
    CHECK(fixture.node("row/m")->selected);
}

TEST_CASE("the focused node says so") {
    RoadmapFixture fixture(one_measure(MeasureBuilder("m")));
    fixture.focused = semantic_key("row/m");
    fixture.lay();
    CHECK(fixture.node("row/m")->focused);
    CHECK_FALSE(fixture.node("split")->focused);
}

TEST_CASE("the grid tells its true size, with the header as row 1") {
    RoadmapFixture fixture(two_sections());
    fixture.show("2021-01-01", "2021-12-31");
    fixture.lay();
    const SemanticNode* grid = fixture.node("grid");
    REQUIRE(grid != nullptr);
    CHECK(grid->role == Role::TreeGrid);
    CHECK(grid->row_count == 63);
    CHECK(grid->column_count == 6);
    CHECK(fixture.node("header")->row_index == 1);
    CHECK(fixture.node("section/a")->row_index == 2);
    CHECK(fixture.node("section/a")->level == 1);
    CHECK(fixture.node("row/m0")->row_index == 3);
    CHECK(fixture.node("row/m0")->level == 2);
    CHECK(fixture.node("cell/1/m0")->role == Role::RowHeader);
    CHECK(fixture.node("cell/1/m0")->parent == semantic_key("row/m0"));
    CHECK(fixture.node("bar/m0")->parent == semantic_key("cell/5/m0"));
    CHECK(fixture.node("column/5")->description == "1 января 2021 – 31 декабря 2021");
}

TEST_CASE("a row tells who, when and in which state, also where the cells are hidden") {
    Measure measure = MeasureBuilder("m").title("План").range("2021-03-01", "2021-03-31").build();
    measure.number = "1.1.";
    measure.period.text = "Март 2021";
    measure.responsible_text = {"ИРО"};
    Document plan = one_measure(MeasureBuilder("x"));
    plan.measures = {};
    plan.measures.push_back(measure);
    RoadmapFixture fixture(plan);
    fixture.area = {0.0F, 0.0F, 500.0F, 400.0F};
    fixture.lay();
    CHECK(fixture.node("row/m")->name == "1.1. План");
    CHECK(fixture.node("row/m")->description == "ИРО, Март 2021, Просрочено, на 76 дн.");
}

TEST_CASE("responsible bodies: all when they fit, else the lead and how many more") {
    PlanBuilder builder;
    builder.party("p1").party("p2").party("p3").as_of("2021-06-15");
    builder.add(MeasureBuilder("m").responsible({"p1", "p2", "p3"}));
    Document plan = builder.build();
    const auto shown = [&plan](const std::vector<std::string>& names) {
        SharedList<Party> parties;
        for (std::size_t i = 0; i < names.size(); ++i) {
            Party party = plan.parties[i];
            party.name = names[i];
            parties.push_back(party);
        }
        Document renamed = plan;
        renamed.parties = parties;
        RoadmapFixture fixture(renamed);
        fixture.view.column_widths[2] = 132.0F;
        fixture.lay();
        CHECK(fixture.node("cell/2/m")->name == names[0] + ", " + names[1] + ", " + names[2]);
        return texts_of(fixture, fixture.measure(0)) + " ";
    };
    CHECK(shown({"ИРО", "ЦНППМ", "Школы"}).starts_with("m / ИРО, ЦНППМ, / Школы / "));
    CHECK(shown({"Департамент образования и науки", "Институт развития", "Школы"})
              .starts_with("m / Департамент / образования… / +2 / "));
    CHECK(shown({"ИРО", "Институт развития образования", "Школы с низкими результатами"})
              .starts_with("m / ИРО / +2 / "));
}

TEST_CASE("without parties of the plan the wording of the source is shown") {
    Measure measure = MeasureBuilder("m").responsible({"gone"}).build();
    measure.responsible_text = {"Заведующий РМК"};
    Document plan;
    plan.measures.push_back(measure);
    RoadmapFixture fixture(plan);
    fixture.lay();
    CHECK(fixture.node("cell/2/m")->name == "Заведующий РМК");
}

TEST_CASE("the state is a mark, a word, and what says most besides") {
    const auto shown = [](const MeasureBuilder& measure) {
        RoadmapFixture fixture(one_measure(measure));
        fixture.view.columns.hidden[static_cast<std::size_t>(Column::Period)] = true;
        fixture.lay();
        return texts_of(fixture, fixture.measure(0));
    };
    CHECK(shown(MeasureBuilder("m").on_day("2021-12-31").in_progress(60)) == "m / В работе / 60 %");
    CHECK(shown(MeasureBuilder("m").range("2021-06-01", "2021-12-31")) == "m / Идет срок");
    CHECK(shown(MeasureBuilder("m").deadline("2021-06-01").in_progress(60)) ==
          "m / Просрочено / на 14 дн.");
    CHECK(shown(MeasureBuilder("m").deadline("2021-06-01").done("2021-05-30")) == "m / Выполнено");
}

TEST_CASE("a long title takes two lines, and its end is read in its cell") {
    const std::string title = "Подготовка, согласование и утверждение регионального плана "
                              "мероприятий по поддержке школ с низкими результатами";
    RoadmapFixture fixture(one_measure(MeasureBuilder("m").title(title)));
    fixture.lay();
    std::size_t lines = 0;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.kind == PrimitiveKind::Text && primitive.text_style.size == TextSize::Body) {
            CHECK(primitive.shortened);
            ++lines;
        }
    }
    CHECK(lines == 2);
    CHECK(fixture.node("cell/1/m")->name == title);
}

TEST_CASE("the same input gives the same scene, also after others were laid out") {
    RoadmapFixture first(sample("yaroslavl-2020-2022"));
    first.lay();
    const std::vector<Primitive> once = first.scene.primitives();
    first.view.scroll_y = 900.0F;
    first.lay();
    first.view.scroll_y = 0.0F;
    first.lay();
    REQUIRE(first.scene.primitives().size() == once.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(first.scene.primitives()[i].rect == once[i].rect);
        CHECK(first.scene.primitives()[i].owner == once[i].owner);
    }
}

} // namespace vekha::test::roadmap_layout_test
