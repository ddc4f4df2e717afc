// The figures of the sample plans on every day from 60 days before the plan to 60 days after it.
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/figure_checks.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

namespace vekha::test::samples_test {
namespace {

// Looks at every day; gives the number of days.
int sweep(std::string_view slug) {
    const Document& plan = sample(slug);
    // A sample without its days would make a sweep of another length.
    const Date first = plan.plan.from.value_or(Date());
    const Date last = plan.plan.to.value_or(Date()).plus_days(60);
    int days = 0;
    std::size_t done = 0;
    for (Date on = first.plus_days(-60); on <= last; on = on.plus_days(1)) {
        const PlanStatus status = compute_plan_status(plan, on);
        INFO("on ", on.iso());
        CHECK(broken_law(plan, status) == "");
        // As the date goes on nothing that is done becomes undone.
        CHECK(status.total.in_state(ComputedState::Done).count >= done);
        done = status.total.in_state(ComputedState::Done).count;
        ++days;
    }
    return days;
}

} // namespace

TEST_CASE("the figures of the Sevastopol plan agree on every day") {
    CHECK(sweep("sevastopol-2021") == 485);
}

TEST_CASE("the figures of the municipal plan agree on every day") {
    CHECK(sweep("municipal-2020-2022") == 1216);
}

TEST_CASE("the figures of the Dubovskoe plan agree on every day") {
    CHECK(sweep("dubovskoe-2021") == 485);
}

TEST_CASE("the figures of the Stavropol plan agree on every day") {
    CHECK(sweep("stavropol-2021") == 485);
}

TEST_CASE("the figures of the Yaroslavl plan agree on every day") {
    CHECK(sweep("yaroslavl-2020-2022") == 1216);
}

} // namespace vekha::test::samples_test
