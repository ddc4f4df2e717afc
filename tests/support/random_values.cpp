#include "tests/support/random_values.hpp"

#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace vekha::test {

Date some_day(Chance& chance) {
    return day("2020-01-01").plus_days(static_cast<std::int32_t>(chance.below(1096)));
}

std::string some_text(Chance& chance) {
    return chance.percent(2) ? std::string("\xFF") : random_words(chance);
}

std::optional<Date> day_or_none(Chance& chance) {
    return perhaps(chance, some_day(chance));
}

Period some_period(Chance& chance) {
    Period period = test::period(static_cast<PeriodKind>(chance.below(kPeriodKindCount)));
    period.text = some_text(chance);
    for (std::uint32_t i = chance.below(3); i > 0; --i) {
        const Date from = some_day(chance);
        period.spans.push_back({{perhaps(chance, from), from.plus_days(7)}, {}});
    }
    return period;
}

ProgressChange some_progress(Chance& chance) {
    ProgressChange change;
    if (chance.percent(60)) {
        change.state = static_cast<StoredState>(chance.below(6));
        if (chance.percent(70)) {
            change.reason = "reason";
        }
    } else if (chance.percent(60)) {
        change.percent = static_cast<int>(chance.below(102));
    }
    if (chance.percent(20)) {
        change.done_date = DoneDateChange{day_or_none(chance)};
    }
    if (chance.percent(30)) {
        change.note = some_text(chance);
    }
    return change;
}

} // namespace vekha::test
