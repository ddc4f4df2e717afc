#include "tests/support/random_plan.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace vekha::test {
namespace {

constexpr std::uint32_t kPeriodKinds = 10;
constexpr std::uint32_t kStoredStates = 6;
constexpr std::uint32_t kSchools = 7;
constexpr std::uint32_t kSections = 6;
constexpr std::uint32_t kParties = 5;

std::string numbered(const char* prefix, std::uint32_t number) {
    return prefix + std::to_string(number);
}

Date random_day(Chance& chance) {
    return day("2020-01-01").plus_days(static_cast<std::int32_t>(chance.below(1096)));
}

Span random_span(Chance& chance) {
    const Date from = random_day(chance);
    const auto length = static_cast<std::int32_t>(chance.below(120)) - 5;
    return {from, from.plus_days(length)};
}

Period random_period(Chance& chance) {
    Period period = test::period(static_cast<PeriodKind>(chance.below(kPeriodKinds)));
    std::uint32_t spans = 1;
    if (period.kind == PeriodKind::Several || period.kind == PeriodKind::Recurring) {
        spans = 1 + chance.below(5);
    } else if (period.kind == PeriodKind::Unscheduled || period.kind == PeriodKind::Relative) {
        spans = 0;
    }
    for (std::uint32_t i = 0; i < spans; ++i) {
        Span days = random_span(chance);
        if (period.kind == PeriodKind::Deadline || chance.percent(5)) {
            days.from.reset();
        }
        if (period.kind == PeriodKind::Open && chance.percent(80)) {
            days.to.reset();
        }
        period.spans.push_back({days, {}});
    }
    if (period.kind == PeriodKind::Relative) {
        const std::string anchor = chance.percent(50) ? random_day(chance).iso() : "";
        period = relative_period(anchor, static_cast<int>(chance.below(100)));
    }
    if (chance.percent(10)) {
        period.review = Review{"two readings", {}};
    }
    return period;
}

ProgressReport random_report(Chance& chance) {
    const auto state = static_cast<StoredState>(chance.below(kStoredStates));
    ProgressReport report = test::report(state, static_cast<int>(chance.below(101)));
    if (state == StoredState::Done && chance.percent(80)) {
        report.done_date = random_day(chance);
    }
    if (chance.percent(50)) {
        report.reason = "for some reason";
    }
    return report;
}

Measure random_measure(Chance& chance, std::uint32_t number) {
    Measure measure = MeasureBuilder(numbered("m-", number)).with(random_period(chance)).build();
    measure.section.text = numbered("section-", chance.below(kSections + 1));
    measure.report = random_report(chance);
    for (std::uint32_t i = chance.below(4); i > 0; --i) {
        measure.responsible.push_back({numbered("party-", chance.below(kParties + 1))});
    }
    measure.applies_to.scope = static_cast<SchoolScope>(chance.below(3));
    if (measure.applies_to.scope == SchoolScope::Listed) {
        for (std::uint32_t i = chance.below(5); i > 0; --i) {
            measure.applies_to.schools.push_back({numbered("school-", chance.below(kSchools + 1))});
        }
    }
    for (std::uint32_t i = chance.percent(20) ? chance.below(4) : 0; i > 0; --i) {
        MeasureItem item;
        item.id.text = numbered("item-", i);
        item.title = item.id.text;
        if (chance.percent(50)) {
            item.period = random_period(chance);
        }
        if (chance.percent(60)) {
            item.report = random_report(chance);
        }
        measure.items.push_back(std::move(item));
    }
    return measure;
}

void add_reports(Chance& chance, const Measure& measure, Document& plan) {
    if (chance.percent(30)) {
        for (std::uint32_t i = 1 + chance.below(5); i > 0; --i) {
            Mark mark;
            mark.measure = measure.id;
            if (chance.percent(90)) {
                mark.school.text = numbered("school-", chance.below(kSchools + 1));
            } else {
                mark.municipality = numbered("municipality-", chance.below(2));
            }
            mark.report = random_report(chance);
            plan.marks.push_back(std::move(mark));
        }
    }
    if (chance.percent(30)) {
        for (const PeriodSpan& span : measure.period.spans) {
            if (chance.percent(80)) {
                Occurrence occurrence;
                occurrence.measure = measure.id;
                occurrence.days = chance.percent(90) ? span.days : random_span(chance);
                occurrence.report = random_report(chance);
                plan.occurrences.push_back(std::move(occurrence));
            }
        }
    }
    if (chance.percent(10)) {
        Override item;
        item.measure = measure.id;
        item.state = static_cast<StoredState>(chance.below(kStoredStates));
        item.reason = chance.percent(80) ? "agreed" : "";
        plan.overrides.push_back(std::move(item));
    }
}

// An edition of old that some measures were not in, and that knew one which is gone.
Baseline random_baseline(Chance& chance, const Document& plan) {
    Baseline baseline;
    baseline.id.text = "baseline";
    baseline.title = "First edition";
    baseline.date = random_day(chance);
    BaselinePeriod gone;
    gone.measure.text = "m-gone";
    baseline.periods.push_back(gone);
    for (const Measure& measure : plan.measures) {
        if (chance.percent(70)) {
            BaselinePeriod period;
            period.measure = measure.id;
            period.number = chance.percent(50) ? "1" : "";
            period.title = chance.percent(80) ? measure.title : "Another title";
            period.spans = random_period(chance).spans;
            baseline.periods.push_back(std::move(period));
        }
    }
    return baseline;
}

} // namespace

Document random_plan(Chance& chance, std::size_t measures) {
    PlanBuilder builder;
    builder.dates({"2020-01-01", "2022-12-31"}).schools(static_cast<int>(kSchools));
    for (std::uint32_t i = 0; i < kSections; ++i) {
        builder.section(numbered("section-", i), i >= 3 ? numbered("section-", i - 3) : "");
    }
    for (std::uint32_t i = 0; i < kParties; ++i) {
        builder.party(numbered("party-", i));
    }
    if (chance.percent(50)) {
        builder.zone_override(numbered("section-", chance.below(kSections)), Zone::Red, "agreed");
    }
    Document plan = builder.build();
    for (std::uint32_t i = 0; i < measures; ++i) {
        Measure measure = random_measure(chance, i);
        add_reports(chance, measure, plan);
        plan.measures.push_back(std::move(measure));
    }
    if (chance.percent(30)) {
        plan.baselines.push_back(random_baseline(chance, plan));
    }
    return plan;
}

} // namespace vekha::test
