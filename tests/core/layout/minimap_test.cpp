// The whole plan in little.
#include "core/layout/minimap.hpp"

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::minimap_test {
namespace {

constexpr Size kStrip{400.0F, 40.0F};
constexpr float kLane = 3.0F;      // the lowest one
constexpr float kUnbroken = 12.0F; // no dash is as long

struct Small {
    explicit Small(const Document& plan, Size size = kStrip)
        : status(compute_plan_status(plan, day("2021-04-29"))), rows(make_rows(plan)),
          map(make_minimap(plan, status, RowGroups{}, rows, extent_of(plan), size)) {}

    // The colour at a day in the row's lane; Background where nothing is.
    [[nodiscard]] ColorRole color_at(std::string_view the_day, std::size_t row) const {
        const Row& at = rows.rows[row];
        const auto serial = static_cast<double>(day(the_day).serial());
        const Point place = map.place_of(serial, serial + 1.0, at.top, at.height).center();
        const float lane = map.size.height / static_cast<float>(rows.rows.size());
        const auto run =
            std::find_if(map.runs.begin(), map.runs.end(), [&](const MinimapRun& each) {
                const bool in_lane = each.rect.bottom > place.y &&
                                     each.rect.bottom - place.y <= std::max(lane, kLane);
                return in_lane && each.rect.left <= place.x && each.rect.right > place.x;
            });
        return run == map.runs.end() ? ColorRole::Background : run->color;
    }

    // What the row is drawn of: how high its pieces are and how long the longest is, at most as
    // long as what can be told from an unbroken line.
    struct Shape {
        float height = 0.0F;
        float longest = 0.0F;
        bool operator==(const Shape&) const = default;
    };
    [[nodiscard]] Shape shape_of(std::size_t row) const {
        const Row& at = rows.rows[row];
        const Rect lane = map.place_of(0.0, 1.0e6, at.top, at.height);
        Shape shape;
        for (const MinimapRun& run : map.runs) {
            if (run.rect.center().y > lane.top && run.rect.center().y < lane.bottom) {
                shape.height = std::round(run.rect.height());
                shape.longest =
                    std::min(std::max(shape.longest, std::round(run.rect.width())), kUnbroken);
            }
        }
        return shape;
    }

    PlanStatus status;
    RoadmapRows rows;
    Minimap map;
};

Document two_measures() {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    plan.add(MeasureBuilder("late").range("2021-02-01", "2021-03-31"));
    plan.add(MeasureBuilder("done").range("2021-06-01", "2021-08-31").done("2021-04-01"));
    return plan.build();
}

} // namespace

TEST_CASE("a measure stands in its row at its days, in the colour of its state") {
    const Small small(two_measures());
    CHECK(small.color_at("2021-03-01", 0) == ColorRole::LateDeep);
    CHECK(small.color_at("2021-07-01", 0) == ColorRole::Background);
    CHECK(small.color_at("2021-07-01", 1) == ColorRole::DoneDeep);
    CHECK(small.color_at("2021-03-01", 1) == ColorRole::Background);
}

TEST_CASE("states that differ in colour differ in shape, too") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    const auto row = [&](std::string_view id, std::string_view from, std::string_view to) {
        return MeasureBuilder(id).range(from, to);
    };
    plan.add(row("late", "2021-01-01", "2021-04-20"));
    plan.add(row("due soon", "2021-01-01", "2021-05-10").in_progress(40));
    plan.add(row("not done", "2021-01-01", "2021-05-10")
                 .with(reasoned(StoredState::NotDone, "no time")));
    plan.add(row("in progress", "2021-01-01", "2021-12-31").in_progress(40));
    plan.add(row("running", "2021-01-01", "2021-12-31"));
    plan.add(row("done", "2021-01-01", "2021-05-10").done("2021-04-01"));
    plan.add(row("planned", "2021-08-01", "2021-12-31"));
    plan.add(row("cancelled", "2021-01-01", "2021-05-10").cancelled("no need"));
    const Document document = plan.build();
    const Small small(document, {400.0F, 96.0F});
    std::vector<Small::Shape> shapes;
    for (std::size_t i = 0; i < document.measures.size(); ++i) {
        shapes.push_back(small.shape_of(i));
        CAPTURE(document.measures[i].id.text);
        CHECK(shapes[i].longest > 0.0F);
        for (std::size_t before = 0; before < i; ++before) {
            CAPTURE(document.measures[before].id.text);
            CHECK(shapes[i] != shapes[before]);
        }
    }
    CHECK(shapes[0].height > shapes[3].height);
    CHECK(shapes[3].height > shapes[5].height);
}

TEST_CASE("of rows that share a place the one that asks for most attention shows") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    for (const std::string_view id : {"a", "b", "c"}) {
        plan.add(MeasureBuilder(id).range("2021-02-01", "2021-03-31").done("2021-03-01"));
    }
    plan.add(MeasureBuilder("late").range("2021-02-01", "2021-03-31"));
    plan.add(MeasureBuilder("throughout")
                 .with(period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}})));
    const Small small(plan.build(), {400.0F, 3.0F}); // one lane for all
    CHECK(small.color_at("2021-03-01", 0) == ColorRole::LateDeep);
    CHECK(small.color_at("2021-10-01", 0) == ColorRole::Band);
}

TEST_CASE("with many rows to a lane each day shows the highest rank of all that lasts then") {
    constexpr std::uint32_t kSeed = 77;
    constexpr int kRounds = 20;
    constexpr int kDays = 365;
    constexpr int kEdge = 4; // days: wider than a column
    Chance chance(kSeed);
    const Date first = day("2021-01-01");
    for (int round = 0; round < kRounds; ++round) {
        PlanBuilder plan;
        plan.dates({"2021-01-01", "2021-12-31"});
        std::vector<ColorRole> wanted(kDays, ColorRole::Background);
        for (int i = 0; i < 60; ++i) {
            const auto from = static_cast<int>(chance.below(kDays - 1));
            const auto length = static_cast<int>(chance.below(60));
            const int to = std::min(from + length, kDays - 1);
            const bool over = first.plus_days(to) < day("2021-04-29");
            MeasureBuilder made(std::to_string(i));
            made.range(first.plus_days(from).iso(), first.plus_days(to).iso());
            // Late, done, or of the least rank: all drawn without a break.
            const auto kind = over ? chance.below(2) : 1 + chance.below(2);
            if (kind == 1) {
                made.done("2021-01-01");
            } else if (kind == 2) {
                made.with(period(PeriodKind::Throughout,
                                 {{first.plus_days(from).iso(), first.plus_days(to).iso()}}));
                made.done("2021-01-01");
            }
            plan.add(made);
            for (int at = from; at <= to; ++at) {
                ColorRole& seen = wanted[static_cast<std::size_t>(at)];
                if (kind == 0) {
                    seen = ColorRole::LateDeep;
                } else if (kind == 1 && seen != ColorRole::LateDeep) {
                    seen = ColorRole::DoneDeep;
                } else if (seen == ColorRole::Background) {
                    seen = ColorRole::Band;
                }
            }
        }
        const Small small(plan.build(), {400.0F, 3.0F});
        for (int at = kEdge; at < kDays - kEdge; ++at) {
            const auto begin = wanted.begin() + at;
            const bool plain = std::all_of(begin - kEdge, begin + kEdge,
                                           [&](ColorRole each) { return each == *begin; });
            if (plain) {
                CAPTURE(round);
                CAPTURE(at);
                REQUIRE(small.color_at(first.plus_days(at).iso(), 0) == *begin);
            }
        }
    }
    MESSAGE("seed ", kSeed, ", plans ", kRounds);
}

TEST_CASE(
    "open periods reach to the edge, a deadline is a point, and what has no day is not there") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    plan.add(MeasureBuilder("since").with(period(PeriodKind::Open, {{"2021-06-01", ""}})));
    plan.add(MeasureBuilder("until").deadline("2021-06-01"));
    plan.add(MeasureBuilder("none"));
    const Small small(plan.build());
    CHECK(small.color_at("2021-12-20", 0) != ColorRole::Background);
    CHECK(small.color_at("2021-05-01", 0) == ColorRole::Background);
    CHECK(small.color_at("2021-06-01", 1) != ColorRole::Background);
    CHECK(small.color_at("2021-05-01", 1) == ColorRole::Background);
    CHECK(small.color_at("2021-06-01", 2) == ColorRole::Background);
}

TEST_CASE("what is in sight is found on the strip, and a place on the strip in the plan") {
    const Small small(two_measures());
    const auto from = static_cast<double>(day("2021-01-01").serial());
    const auto to = static_cast<double>(day("2022-01-01").serial());
    const Rect all = small.map.place_of(from, to, 0.0F, small.rows.total_height);
    CHECK(all.height() == kStrip.height);
    CHECK(all.width() > kStrip.width * 0.9F);
    const Rect half = small.map.place_of(from, to, 0.0F, small.rows.total_height * 0.5F);
    CHECK(half.bottom == doctest::Approx(20.0));
    CHECK(small.map.row_y_at(20.0F) ==
          doctest::Approx(static_cast<double>(small.rows.total_height) * 0.5));
    CHECK(small.map.day_at(all.left) == doctest::Approx(from));
}

TEST_CASE("of all samples and of plans made by chance every run lies inside the strip") {
    const auto check = [](const Document& plan) {
        for (const Size size : {kStrip, Size{1.0F, 1.0F}, Size{0.0F, 0.0F}, Size{3.0F, 500.0F}}) {
            const Small small(plan, size);
            const bool inside = std::ranges::all_of(small.map.runs, [size](const MinimapRun& run) {
                return run.rect.left >= 0.0F && run.rect.top >= 0.0F &&
                       run.rect.left < size.width && run.rect.bottom <= size.height + 0.01F &&
                       run.rect.right > run.rect.left && run.rect.bottom > run.rect.top;
            });
            REQUIRE(inside);
        }
    };
    for (const std::string_view slug : kSampleSlugs) {
        check(sample(slug));
    }
    constexpr std::uint32_t kSeed = 404;
    constexpr int kPlans = 60;
    Chance chance(kSeed);
    for (int plan = 0; plan < kPlans; ++plan) {
        check(random_plan(chance, chance.below(40)));
    }
    MESSAGE("seed ", kSeed, ", plans ", kPlans);
}

} // namespace vekha::test::minimap_test
