// Single behaviours of the reader beside the tables: pieces, pairs, reasons, notes, relations,
// rules.
#include "core/period/period_reader.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "tests/core/period/phrase_table.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::period_reader_test {
namespace {

PeriodContext one_year() {
    return {.plan = {Date::from_iso("2021-01-01"), Date::from_iso("2021-12-31")}};
}

PeriodContext three_years() {
    return {.plan = {Date::from_iso("2020-01-01"), Date::from_iso("2022-12-31")},
            .order_date = Date::from_iso("2020-07-09")};
}

PeriodReading read(std::string_view text) {
    return read_period(text, one_year());
}

using Pieces = std::vector<PeriodPiece>;
using Reasons = std::vector<ReviewReason>;
using Notes = std::vector<PeriodNote>;
using Pairs = std::optional<std::vector<std::size_t>>;

} // namespace

TEST_CASE("Each piece of the text says what it was read as, in characters") {
    CHECK(read("До 15 апреля 2021 г.").pieces ==
          Pieces{{0, 2, PieceMeaning::Until}, {3, 19, PieceMeaning::Day}});
    CHECK(read("с марта по май").pieces == Pieces{{0, 1, PieceMeaning::From},
                                                  {2, 7, PieceMeaning::Month},
                                                  {8, 10, PieceMeaning::Joint},
                                                  {11, 14, PieceMeaning::Month}});
    CHECK(read("ежемесячно (по плану)").pieces == Pieces{{0, 10, PieceMeaning::Frequency},
                                                         {11, 12, PieceMeaning::Ignored},
                                                         {12, 20, PieceMeaning::WithoutDate},
                                                         {20, 21, PieceMeaning::Ignored}});
}

TEST_CASE("What is not understood is a piece of its own") {
    CHECK(read("май 2021 абракадабра").pieces ==
          Pieces{{0, 8, PieceMeaning::Month}, {9, 20, PieceMeaning::Unread}});
}

TEST_CASE("Places count a byte that is no UTF-8 as one, and HTML as what it takes in the text") {
    CHECK(read("\xFF май").pieces ==
          Pieces{{0, 1, PieceMeaning::Unread}, {2, 5, PieceMeaning::Month}});
    CHECK(read("<p>май</p>").pieces == Pieces{{3, 6, PieceMeaning::Month}});
}

TEST_CASE("Dates in lines of their own belong to the lines of the title") {
    PeriodContext context = one_year();
    const std::string text = "Март 2021\n\nМай 2021\nИюнь 2021";
    context.items = 3;
    CHECK(read_period(text, context).pairs == Pairs{{0, 1, 2}});
    // The first line of the title says what the others have in common.
    context.items = 4;
    CHECK(read_period(text, context).pairs == Pairs{{1, 2, 3}});
    context.items = 5;
    CHECK(read_period(text, context).pairs == Pairs{});
    context.items = 2;
    CHECK(read_period("Март, май 2021", context).pairs == Pairs{});
}

TEST_CASE("Dates under a year of their own belong to the lines of the title as well") {
    PeriodContext context = three_years();
    context.items = 3;
    CHECK(read_period("2020 г. - сентябрь\n2021 г. - октябрь\n2022 г. - до 1 мая", context).pairs ==
          Pairs{{0, 1, 2}});
}

TEST_CASE("A list in one line belongs to the lines of the title as well") {
    PeriodContext context = three_years();
    context.items = 3;
    CHECK(read_period("1. сентябрь 2021 2. январь 2022 3. май 2022", context).pairs ==
          Pairs{{0, 1, 2}});
}

TEST_CASE("Phrases that a line end has broken still belong to the lines of the title") {
    PeriodContext context = one_year();
    context.items = 3;
    CHECK(read_period("до 20\nмарта 2021\nдо 20\nмая 2021", context).pairs == Pairs{{1, 2}});
}

TEST_CASE("Where a line has no date the others belong to nobody knows which") {
    PeriodContext context = one_year();
    context.items = 3;
    CHECK(read_period("Март 2021\nабракадабра\nИюнь 2021", context).pairs == Pairs{});
    CHECK(read_period("Март 2021\nпо графику\nИюнь 2021", context).pairs == Pairs{});
    CHECK(read_period("Апрель\n2021 г.\nСентябрь\n2021 г.", context).pairs == Pairs{{1, 2}});
}

TEST_CASE("Pieces of a broken phrase keep their places") {
    CHECK(read("до 20\nмая").pieces ==
          Pieces{{0, 2, PieceMeaning::Until}, {3, 9, PieceMeaning::Day}});
}

TEST_CASE("Every reason for a review has its phrase") {
    CHECK(read("").reasons == Reasons{ReviewReason::Empty});
    CHECK(read("абракадабра").reasons == Reasons{ReviewReason::Unread});
    CHECK(read("31.04.2021").reasons == Reasons{ReviewReason::ImpossibleDay});
    CHECK(read("с 15 по 10 марта").reasons == Reasons{ReviewReason::EndBeforeStart});
    CHECK(read("3-1 квартал 2021").reasons == Reasons{ReviewReason::EndBeforeStart});
    CHECK(read("Ноябрь2020г").reasons == Reasons{ReviewReason::BeforePlan});
    CHECK(read("май 2121").reasons == Reasons{ReviewReason::ImplausibleYear});
    CHECK(read_period("март", three_years()).reasons == Reasons{ReviewReason::YearGuessed});
    CHECK(read_period("в течение года", three_years()).reasons ==
          Reasons{ReviewReason::OneYearOrAll});
    CHECK(read("декабрь, январь 2022").reasons == Reasons{ReviewReason::OrderOfYears});
    CHECK(read("до мая 2021").reasons == Reasons{ReviewReason::LastDayUnclear});
    CHECK(read("после 1 июня 2021").reasons == Reasons{ReviewReason::FirstDayUnclear});
    CHECK(read("осенние каникулы 2021").reasons == Reasons{ReviewReason::SchoolCalendar});
    CHECK(read("начало мая").reasons == Reasons{ReviewReason::Vague});
    CHECK(read("июь 2021").reasons == Reasons{ReviewReason::WordUnclear});
    CHECK(read("май 2021 (15 мая)").reasons == Reasons{ReviewReason::DateInBracket});
    CHECK(read("март или апрель 2021").reasons == Reasons{ReviewReason::Alternatives});
    CHECK(read("от 15.03.2021").reasons == Reasons{ReviewReason::DocumentDate});
    CHECK(read("в течение 10 дней").reasons == Reasons{ReviewReason::NoEvent});
    CHECK(read("май 2021, после утверждения").reasons == Reasons{ReviewReason::MixedMeanings});
    CHECK(read("5 раз в год").reasons == Reasons{ReviewReason::OccurrencesGuessed});
    const PeriodContext long_plan{
        .plan = {Date::from_iso("1000-01-01"), Date::from_iso("2999-12-31")}};
    CHECK(read_period("ежедневно", long_plan).reasons == Reasons{ReviewReason::TooMany});
}

TEST_CASE("A date behind the plan, a year that was taken and working days are notes, no reviews") {
    CHECK(read("С 2022").notes == Notes{PeriodNote::AfterPlan});
    CHECK(read("Июнь").notes == Notes{PeriodNote::YearTaken});
    CHECK(read("в течение 5 рабочих дней после заседания").notes == Notes{PeriodNote::WorkingDays});
    CHECK(read("Октярь 2021").notes == Notes{PeriodNote::Misprint});
    CHECK_FALSE(read("Октярь 2021").needs_review());
}

TEST_CASE("A relation keeps its event in the words of the text, and its days") {
    const auto relation = [](std::string_view text) {
        const auto found = read(text).relative.value_or(RelativeTo{});
        return found.anchor + " " + std::to_string(found.offset_days);
    };
    CHECK(relation("в течение 10 дней после приказа") == "приказа 10");
    CHECK(relation("не позднее 3 дней со дня поступления") == "поступления 3");
    CHECK(relation("за 2 недели до начала экзаменов") == "начала экзаменов -14");
    CHECK(relation("по итогам  ВПР") == "ВПР 0");
    CHECK(relation("в течение 10 дней") == " 10");
}

TEST_CASE("A recurrence has its words, and a rule where RFC 5545 has the same") {
    const auto recurrence = [](std::string_view text) {
        const auto found = read(text).recurrence.value_or(Recurrence{});
        return found.text + " | " + found.rule;
    };
    CHECK(recurrence("Ежегодно (по плану)") == "Ежегодно | FREQ=YEARLY");
    CHECK(recurrence("ежегодно сентябрь") == "ежегодно сентябрь | FREQ=YEARLY;BYMONTH=9");
    CHECK(recurrence("ежегодно 1 сентября") ==
          "ежегодно 1 сентября | FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1");
    CHECK(recurrence("ежемесячно до 5 числа") ==
          "ежемесячно до 5 числа | FREQ=MONTHLY;BYMONTHDAY=5");
    CHECK(recurrence("не реже 1 раза в квартал") == "не реже 1 раза в квартал | ");
    CHECK(recurrence("раз в две недели по вторникам") ==
          "раз в две недели по вторникам | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    CHECK(recurrence("ежеквартально") == "ежеквартально | FREQ=MONTHLY;INTERVAL=3");
    CHECK(recurrence("по вторникам и пятницам") ==
          "по вторникам и пятницам | FREQ=WEEKLY;BYDAY=TU,FR");
    CHECK(recurrence("последняя пятница месяца") ==
          "последняя пятница месяца | FREQ=MONTHLY;BYDAY=-1FR");
    CHECK(recurrence("Ежегодно (третий квартал)") == "Ежегодно (третий квартал) | ");
}

TEST_CASE("A rule that would go on beyond the times is none") {
    const PeriodContext school{
        .plan = {Date::from_iso("2020-09-01"), Date::from_iso("2021-08-31")}};
    const auto rule = [&school](std::string_view text) {
        return read_period(text, school).recurrence.value_or(Recurrence{}).rule;
    };
    CHECK(rule("ежемесячно") == "FREQ=MONTHLY");
    CHECK(rule("ежемесячно (октябрь-апрель)").empty());
    // Quarters are counted from January, the plan is not.
    CHECK(rule("ежеквартально").empty());
    CHECK(read("каждый последний четверг").recurrence.value_or(Recurrence{}).rule ==
          "FREQ=MONTHLY;BYDAY=-1TH");
}

TEST_CASE("Working days are counted without Saturdays and Sundays; their holidays nobody knows") {
    const PeriodReading within = read("в течение 5 рабочих дней после 14.05.2021");
    CHECK(summary_of(within) == "range [2021-05-15..2021-05-21] day - !");
    CHECK(within.reasons == Reasons{ReviewReason::Vague});
    CHECK(within.notes == Notes{PeriodNote::WorkingDays});
    CHECK(summary_of(read("не позднее 10 рабочих дней до 1 сентября 2021")) ==
          "deadline [..2021-08-18] day - !");
}

TEST_CASE("Without a plan nothing is guessed from it") {
    CHECK(summary_of(read_period("май", {})) == "month [] month - !");
    CHECK(summary_of(read_period("в течение года", {})) == "throughout [] year - !");
    CHECK(summary_of(read_period("ежемесячно", {})) == "recurring [] none + !");
    CHECK(summary_of(read_period("до конца реализации проекта", {})) == "unscheduled [] none - !");
    CHECK(summary_of(read_period("к новому учебному году", {})) == "deadline [] day - !");
    CHECK(summary_of(read_period("15.04.2021", {})) == "day [2021-04-15..2021-04-15] day - -");
}

namespace {

// Pieces stand in order inside the text, recurrence and relation stand with their kinds.
bool is_whole(const PeriodReading& reading, std::size_t bytes) {
    std::size_t end = 0;
    for (const PeriodPiece& piece : reading.pieces) {
        if (piece.begin < end || piece.end <= piece.begin || piece.end > bytes) {
            return false;
        }
        end = piece.end;
    }
    return reading.recurrence.has_value() == (reading.kind == PeriodKind::Recurring) &&
           reading.relative.has_value() == (reading.kind == PeriodKind::Relative) &&
           std::all_of(reading.spans.begin(), reading.spans.end(),
                       [](const Span& span) { return span.from || span.to; });
}

} // namespace

TEST_CASE("Any bytes give a whole reading") {
    const std::uint32_t seeds = long_run() ? 50'000 : 1'000;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        std::string text;
        for (std::uint32_t left = chance.below(60); left > 0; --left) {
            text += static_cast<char>(chance.below(256));
        }
        CAPTURE(seed);
        CHECK(is_whole(read_period(text, chance.percent(50) ? one_year() : three_years()),
                       text.size()));
    }
    MESSAGE("seeds 1 to " << seeds);
}

TEST_CASE("Words of plans in any order give a whole reading") {
    constexpr std::array<std::string_view, 52> kWords{
        "до",       "с",        "по",        "март",      "5",       "2021",    "2022",
        "квартал",  "I",        "-",         ",",         "и",       "\n",      "(",
        ")",        "ежегодно", "раз",       "в",         "год",     "месяц",   "каждый",
        "не",       "позднее",  "реже",      "течение",   "дней",    "после",   "графику",
        "учебный",  "конца",    "начало",    "15.04",     "числа",   "пятница", "декада",
        "первая",   "весь",     "период",    "/",         "31",      "кроме",   "12:00",
        "триместр", "новый",    ":",         "2020-2022", "проекта", "осенних", "каникул",
        "дня",      "до конца", "последнего"};
    const std::uint32_t seeds = long_run() ? 50'000 : 2'000;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        std::string text;
        for (std::uint32_t left = chance.below(12); left > 0; --left) {
            text += kWords[chance.below(kWords.size())];
            text += chance.percent(90) ? " " : "";
        }
        CAPTURE(text);
        CHECK(is_whole(read_period(text, chance.percent(50) ? one_year() : three_years()),
                       text.size()));
    }
    MESSAGE("seeds 1 to " << seeds);
}

TEST_CASE("Very long cells are read in one go") {
    constexpr std::array<std::string_view, 22> kParts{"(",
                                                      "в ",
                                                      "1,",
                                                      "2020-2021, ",
                                                      "начала ",
                                                      "п ",
                                                      "март-",
                                                      "не позднее ",
                                                      "каждый ",
                                                      "по ",
                                                      "до начала ",
                                                      "<p",
                                                      "&nbsp;",
                                                      "абвгде ",
                                                      "2021 г. – март, ",
                                                      "абв\n",
                                                      "до 20\nмая\n",
                                                      "2021 г г г ",
                                                      "12:00 ",
                                                      "...",
                                                      "осенних и ",
                                                      "через день после 1 мая, "};
    constexpr std::size_t kTimes = 20'000;
    for (const std::string_view part : kParts) {
        std::string text;
        for (std::size_t times = 0; times < kTimes; ++times) {
            text += part;
        }
        CAPTURE(part);
        CHECK(is_whole(read_period(text, three_years()), text.size()));
    }
}

} // namespace vekha::test::period_reader_test
