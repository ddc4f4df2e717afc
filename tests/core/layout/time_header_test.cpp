// The two rows of units, their labels, the shading of days off, and the lines of dates.
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::time_header_test {
namespace {

constexpr Owner kHeader{OwnerKind::Header, 0};

RoadmapFixture at(std::string_view first_day, double px_per_day,
                  std::string_view as_of = "1999-01-01") {
    PlanBuilder plan;
    plan.as_of(as_of).add(MeasureBuilder("m"));
    RoadmapFixture fixture(plan.build());
    fixture.area.right = 1350.0F;
    fixture.view.table_width = 750.0F; // the time line is 600 px wide
    fixture.view.scale = TimeScale(static_cast<double>(day(first_day).serial()), px_per_day);
    fixture.lay();
    return fixture;
}

struct Rows {
    std::string upper;
    std::string lower;
    bool operator==(const Rows&) const = default;
};

// The labels of both rows from left to right.
Rows labels(const RoadmapFixture& fixture) {
    Rows rows;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.kind == PrimitiveKind::Text && primitive.owner == kHeader &&
            primitive.color != ColorRole::TextOnFill) {
            const RowMetrics metrics = row_metrics(Density::Comfortable);
            const float middle = metrics.date_strip_height + metrics.header_row_height;
            std::string& row = primitive.rect.bottom <= middle + 0.5F ? rows.upper : rows.lower;
            row += row.empty() ? "" : "|";
            row += fixture.scene.text_of(primitive);
        }
    }
    return rows;
}

const Primitive* label(const RoadmapFixture& fixture, std::string_view text) {
    const auto& all = fixture.scene.primitives();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Primitive& primitive) {
        return primitive.kind == PrimitiveKind::Text && fixture.scene.text_of(primitive) == text;
    });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Rect> fills(const RoadmapFixture& fixture, ColorRole color) {
    std::vector<Rect> found;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.kind == PrimitiveKind::Fill && primitive.color == color) {
            found.push_back(primitive.rect);
        }
    }
    return found;
}

} // namespace

TEST_CASE("from days to decades the header shows two rows of units") {
    CHECK(labels(at("2021-03-29", 60.0)) ==
          Rows{"март 2021|апрель 2021", "пн 29|вт 30|ср 31|чт 1|пт 2|сб 3|вс 4|пн 5|вт 6|ср 7"});
    CHECK(labels(at("2021-03-01", 21.0)).lower.starts_with("1|2|3|4|"));
    CHECK(labels(at("2021-03-01", 10.0)) ==
          Rows{"март 2021|апрель 2021", "1–7|8–14|15–21|22–28|29–4|5–11|12–18|19–25|26–2"});
    CHECK(labels(at("2021-03-01", 4.0)).lower.starts_with("1|8|15|22|29|5|"));
    CHECK(labels(at("2021-01-01", 3.0)) ==
          Rows{"2021", "январь|февраль|март|апрель|май|июнь|июль"});
    CHECK(labels(at("2021-01-01", 1.2)).lower ==
          "янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек|янв|фев|мар|апр");
    CHECK(labels(at("2021-01-01", 0.8)).lower.starts_with("1|2|3|4|"));
    CHECK(labels(at("2021-01-01", 0.7)) ==
          Rows{"2021|2022|2023", "I кв.|II кв.|III кв.|IV кв.|I кв.|II кв.|III кв.|IV кв.|I кв."});
    CHECK(labels(at("2021-01-01", 0.3)).lower.starts_with("I|II|III|IV|I"));
    CHECK(labels(at("2021-01-01", 0.29)).lower.starts_with("I п/г|II п/г|"));
    CHECK(labels(at("2020-01-01", 0.11)).lower.starts_with("2020|2021|2022"));
    CHECK(labels(at("2020-01-01", TimeScale::kMinPxPerDay)).lower.starts_with("2020|2025|2030"));
    CHECK(labels(at("2020-01-01", TimeScale::kMinPxPerDay))
              .upper.starts_with("2020–2029|2030–2039|"));
}

TEST_CASE("the label of a unit that the left edge cuts stays, grows shorter, and goes last") {
    const auto cut = at("2021-03-20", 20.0);
    REQUIRE(label(cut, "март 2021") != nullptr);
    CHECK(label(cut, "март 2021")->rect.left == cut.frame.header.left + 8.0F);
    CHECK(labels(at("2021-03-28", 20.0)).upper == "мар 2021|апрель 2021");
    CHECK(labels(at("2021-03-30", 20.0)).upper == "мар|апрель 2021");
    CHECK(labels(at("2021-03-31", 20.0)).upper == "апрель 2021");
}

TEST_CASE("units have labels at every zoom") {
    constexpr double kFactor = 1.05;
    const double range = TimeScale::kMaxPxPerDay / TimeScale::kMinPxPerDay;
    const int steps = static_cast<int>(std::log(range) / std::log(kFactor));
    for (int step = 0; step <= steps; ++step) {
        const double zoom = TimeScale::kMinPxPerDay * std::pow(kFactor, step);
        CAPTURE(zoom);
        const Rows rows = labels(at("2021-03-01", zoom));
        CHECK_FALSE(rows.lower.empty());
        CHECK_FALSE(rows.upper.empty());
    }
}

TEST_CASE(
    "labels of the upper row begin at their unit, those of the lower row stand in its middle") {
    const auto fixture = at("2021-02-10", 3.0);
    const Primitive* april = label(fixture, "апрель");
    REQUIRE(april != nullptr);
    const float middle =
        (fixture.x_from_date(day("2021-04-01")) + fixture.x_from_date(day("2021-05-01"))) / 2.0F;
    CHECK(std::abs(april->rect.center().x - middle) < 0.01F);
}

TEST_CASE("weekends are shaded when a day is at least 6 px wide") {
    const auto shaded = at("2021-03-01", 6.0);
    const std::vector<Rect> found = fills(shaded, ColorRole::RowAlternate);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].left == shaded.x_from_date(day("2021-03-06")));
    CHECK(found[0].right == shaded.x_from_date(day("2021-03-08")));
    CHECK(fills(at("2021-03-01", 5.9), ColorRole::RowAlternate).empty());
}

TEST_CASE("the as-of date is a line at the end of its day with its label in the header") {
    const auto fixture = at("2021-03-01", 6.0, "2021-04-15");
    const auto& all = fixture.scene.primitives();
    const auto line = std::find_if(all.begin(), all.end(), [](const Primitive& primitive) {
        return primitive.kind == PrimitiveKind::Line && primitive.color == ColorRole::AsOfLine;
    });
    REQUIRE(line != all.end());
    CHECK(line->rect.left == std::round(fixture.x_after_date(day("2021-04-15"))));
    CHECK_FALSE(line->dashed);
    CHECK(fixture.node("as-of")->name == "на 15.04.2021");
    CHECK(fixture.node("today") == nullptr);
}

TEST_CASE("today has a dashed line of its own when it is another day in sight") {
    auto fixture = at("2021-03-01", 6.0, "2021-04-15");
    fixture.today = day("2021-05-15");
    fixture.lay();
    CHECK(fixture.node("today")->name == "сегодня");
    fixture.today = day("2022-05-15");
    fixture.lay();
    CHECK(fixture.node("today") == nullptr);
}

TEST_CASE("the labels of both lines stand beside one another however near the days are") {
    auto fixture = at("2021-03-01", 6.0, "2021-04-15");
    for (int days = -20; days <= 20; ++days) {
        fixture.today = day("2021-04-15").plus_days(days);
        fixture.lay();
        REQUIRE(fixture.node("as-of") != nullptr);
        if (days != 0) {
            REQUIRE(fixture.node("today") != nullptr);
            CHECK_FALSE(fixture.node("today")->rect.overlaps(fixture.node("as-of")->rect));
            CHECK((fixture.node("today")->rect.center().x >
                   fixture.node("as-of")->rect.center().x) == (days > 0));
        }
    }
}

TEST_CASE("the label of the as-of date never stands where the units have theirs") {
    const auto fixture = at("2021-04-01", 20.0, "2021-04-02");
    const Primitive* april = label(fixture, "апрель 2021");
    REQUIRE(april != nullptr);
    CHECK(april->rect.left == fixture.frame.header.left + 8.0F);
    CHECK(fixture.node("as-of")->rect.bottom <= april->rect.top);
}

TEST_CASE("out of sight the as-of date is told at its side with an arrow") {
    const auto before = at("2021-04-01", 20.0, "2021-03-01");
    CHECK(before.node("as-of")->rect.left == before.frame.header.left + 2.0F);
    const auto after = at("2021-04-01", 20.0, "2021-12-01");
    CHECK(after.node("as-of")->rect.right == after.frame.header.right - 2.0F);
    const auto arrows = [](const RoadmapFixture& fixture, PrimitiveKind kind) {
        const auto& all = fixture.scene.primitives();
        return std::count_if(all.begin(), all.end(), [kind](const Primitive& primitive) {
            return primitive.kind == kind && primitive.owner == kHeader;
        });
    };
    CHECK(arrows(before, PrimitiveKind::ArrowLeft) == 1);
    CHECK(arrows(after, PrimitiveKind::ArrowRight) == 1);
    CHECK(arrows(at("2021-04-01", 20.0, "2021-04-10"), PrimitiveKind::ArrowLeft) == 0);
}

TEST_CASE("dates are written as the words ask") {
    auto fixture = at("2021-03-01", 6.0, "2021-04-15");
    fixture.words.month_first = true;
    fixture.lay();
    CHECK(fixture.node("as-of")->name == "на 04/15/2021");
}

} // namespace vekha::test::time_header_test
