// Days to x and back, zoom and pan (style.md rule 3).
#include "core/layout/time_scale.hpp"

#include "core/calendar/date.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace vekha::test::time_scale_test {
namespace {

constexpr std::array<double, 14> kZooms{0.02, 0.0337, 0.1, 0.25, 0.75, 1.0,  2.0,
                                        3.3,  7.0,    16., 24.0, 41.7, 99.9, 160.0};
constexpr float kWidestScreen = 8192.0F;

} // namespace

TEST_CASE("every day in sight comes back from both its ends at every zoom") {
    std::int64_t days = 0;
    std::int64_t lost = 0;
    for (const double zoom : kZooms) {
        for (const double fraction : {0.0, 1.0 / 3.0, 0.999}) {
            const TimeScale scale(static_cast<double>(day("2021-01-01").serial()) + fraction, zoom);
            const Date last = scale.date_from_x(kWidestScreen);
            for (Date date = scale.date_from_x(0.0F).plus_days(1); date < last;
                 date = date.plus_days(1)) {
                const float left = scale.x_from_date(date);
                const float right = scale.x_after_date(date);
                const bool back = scale.date_from_x(left) == date &&
                                  scale.date_from_x((left + right) / 2.0F) == date &&
                                  right == scale.x_from_date(date.plus_days(1));
                lost += back ? 0 : 1;
                ++days;
            }
        }
    }
    CHECK(lost == 0);
    CHECK(days > 1'000'000);
}

TEST_CASE("x grows with the day at every zoom") {
    for (const double zoom : kZooms) {
        const TimeScale scale(18'628.3, zoom);
        float before = scale.x_from_date(Date::from_serial(18'000));
        for (std::int32_t serial = 18'001; serial < 20'000; ++serial) {
            const float x = scale.x_from_date(Date::from_serial(serial));
            REQUIRE(x > before);
            before = x;
        }
    }
}

TEST_CASE("zoom keeps the day under the pointer") {
    constexpr std::uint32_t kSeed = 20'211;
    Chance chance(kSeed);
    CAPTURE(kSeed);
    for (int i = 0; i < 20'000; ++i) {
        const TimeScale scale(15'000.0 + chance.below(8000) + chance.below(100) / 100.0,
                              0.02 * std::pow(1.1, chance.below(94)));
        const auto anchor = static_cast<float>(chance.below(4000));
        const double factor = std::pow(1.05, static_cast<double>(chance.below(81)) - 40.0);
        const TimeScale zoomed = scale.zoomed(factor, anchor);
        REQUIRE(zoomed.day_from_x(anchor) ==
                doctest::Approx(scale.day_from_x(anchor)).epsilon(1e-12));
    }
}

TEST_CASE("zoom stops at its limits and stays there") {
    const TimeScale scale(18'000.0, 2.0);
    CHECK(scale.zoomed(1e9, 100.0F).px_per_day() == TimeScale::kMaxPxPerDay);
    CHECK(scale.zoomed(1e-9, 100.0F).px_per_day() == TimeScale::kMinPxPerDay);
    const TimeScale widest = scale.zoomed(1e9, 100.0F);
    CHECK(widest.zoomed(2.0, 300.0F) == widest);
}

TEST_CASE("pan moves the picture with the hand") {
    const TimeScale scale(18'000.0, 4.0);
    const Date date = Date::from_serial(18'010);
    CHECK(scale.panned(25.0F).x_from_date(date) == scale.x_from_date(date) + 25.0F);
}

TEST_CASE("a date can be put at an x") {
    const TimeScale scale = TimeScale(0.0, 3.0).with_date_at(day("2021-04-15"), 120.0F);
    CHECK(scale.x_from_date(day("2021-04-15")) == 120.0F);
    CHECK(scale.px_per_day() == 3.0);
}

TEST_CASE("fitted days fill the width between the margins") {
    const TimeScale scale = TimeScale::fitted(day("2021-01-01"), day("2021-12-31"), 754.0F, 12.0F);
    CHECK(scale.px_per_day() == doctest::Approx(2.0));
    CHECK(scale.x_from_date(day("2021-01-01")) == doctest::Approx(12.0));
    CHECK(scale.x_after_date(day("2021-12-31")) == doctest::Approx(742.0));
}

TEST_CASE("one fitted day stands in the middle at the largest zoom") {
    const TimeScale scale = TimeScale::fitted(day("2021-05-05"), day("2021-05-05"), 1000.0F, 20.0F);
    CHECK(scale.px_per_day() == TimeScale::kMaxPxPerDay);
    CHECK(scale.x_from_date(day("2021-05-05")) == doctest::Approx(420.0));
    CHECK(scale.x_after_date(day("2021-05-05")) == doctest::Approx(580.0));
}

TEST_CASE("a width without room and an end before its start still give a scale") {
    const TimeScale none = TimeScale::fitted(day("2021-01-01"), day("2021-12-31"), 0.0F, 12.0F);
    CHECK(none.px_per_day() == TimeScale::kMinPxPerDay);
    const TimeScale turned = TimeScale::fitted(day("2021-12-31"), day("2021-01-01"), 500.0F, 0.0F);
    CHECK(turned.px_per_day() == TimeScale::kMaxPxPerDay);
}

TEST_CASE("a scale never leaves the years that can be written and never holds what is no number") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(TimeScale(nan, nan) == TimeScale());
    CHECK(TimeScale(infinite, infinite).px_per_day() == TimeScale::kMaxPxPerDay);
    CHECK(TimeScale(infinite, 1.0).date_from_x(100.0F) == day("9999-12-31"));
    CHECK(TimeScale(-infinite, 1.0).date_from_x(-100.0F) == day("0000-01-01"));
    CHECK(TimeScale(18'000.0, 1.0).panned(1e12F).date_from_x(0.0F) == day("0000-01-01"));
    CHECK(TimeScale(18'000.0, 1.0).zoomed(nan, 10.0F).px_per_day() > 0.0);
}

} // namespace vekha::test::time_scale_test
