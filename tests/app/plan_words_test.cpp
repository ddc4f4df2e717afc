#include "app/plan_words.hpp"

#include "app/i18n.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace vekha::app::plan_words_test {
namespace {

using test::day;
using test::Days;
using test::done_report;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::reasoned;
using test::report;
using test::span;

// Non-breaking spaces as plain ones, so that the sentences can be read here.
std::string plain(std::string text) {
    const std::string_view nbsp = "\u00A0";
    for (std::size_t at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp, at)) {
        text.replace(at, nbsp.size(), " ");
    }
    return text;
}

std::string explained(Days days, const ProgressReport& the_report,
                      Language language = Language::Russian) {
    Texts texts = test::delivered_texts();
    texts.set_language(language);
    const Span both = span(days);
    return plain(explain_unit(
        texts, unit_status({both.from, both.to}, the_report, {day("2021-04-29"), 30})));
}

TEST_CASE("Late names the days, the due day, the state and the as-of date") {
    CHECK(explained({"", "2021-04-15"}, report(StoredState::InProgress, 60)) ==
          "Просрочено на 14 дней: срок до 15.04.2021, состояние «в работе», на дату 29.04.2021");
    CHECK(explained({"", "2021-04-15"}, report(StoredState::InProgress, 60), Language::English) ==
          "Late by 14 days: due by 15 Apr 2021, state “in progress”, as of 29 Apr 2021");
    CHECK(explained({"2021-03-01", "2021-03-31"}, done_report("2021-05-03")) ==
          "Просрочено на 29 дней: срок до 31.03.2021, состояние «в работе», на дату 29.04.2021. "
          "Отмечено выполненным 03.05.2021, позже отчётной даты");
}

std::string moved(const PeriodSpan& approved, Days now) {
    const PeriodSpan days_now{span(now), {}};
    return plain(explain_baseline(test::delivered_texts(), {approved}, {days_now}));
}

TEST_CASE(
    "The approved days say how far the last one was moved, where both sides have a last one") {
    const PeriodSpan september{span({"2021-09-01", "2021-09-30"}), {}};
    CHECK(moved(september, {"2021-09-01", "2021-10-05"}).ends_with("на 5 дней"));
    const PeriodSpan open{span({"2021-09-01", ""}), {}};
    CHECK(moved(open, {"2021-09-01", "2021-09-30"}).find(" на ") == std::string::npos);
    CHECK(moved(september, {"2021-09-01", ""}).find(" на ") == std::string::npos);
}

TEST_CASE("Approved days that still hold are not spoken of, whatever else the file says of them") {
    PeriodSpan approved{span({"2021-09-01", "2021-09-30"}), {}};
    approved.unknown = {{"\"colour\"", "\"red\""}};
    CHECK(moved(approved, {"2021-09-01", "2021-09-30"}).empty());
}

TEST_CASE("Due soon, due today, and not begun in time") {
    CHECK(explained({"2021-04-01", "2021-04-30"}, report(StoredState::NotStarted)) ==
          "Срок через 1 день: до 30.04.2021, состояние «не начато», на дату 29.04.2021. "
          "Не начато в срок: начало 01.04.2021");
    CHECK(explained({"", "2021-04-29"}, report(StoredState::InProgress, 10)) ==
          "Срок истекает в отчётную дату 29.04.2021, состояние «в работе»");
}

TEST_CASE("Done, with and without its day, and after the due day") {
    CHECK(explained({"", "2021-04-30"}, done_report("2021-04-12")) == "Выполнено 12.04.2021");
    CHECK(explained({"", "2021-04-30"}, done_report()) == "Выполнено, день не указан");
    CHECK(explained({"2021-03-01", "2021-03-31"}, done_report("2021-04-05")) ==
          "Выполнено 05.04.2021, после срока на 5 дней: срок до 31.03.2021");
}

TEST_CASE("States with a reason say it, and say when there is none") {
    CHECK(explained({"", ""}, reasoned(StoredState::Cancelled, "сеть не создана.")) ==
          "Отменено: сеть не создана");
    CHECK(explained({"", "2021-12-31"}, report(StoredState::Moved)) ==
          "Перенесено, причина не указана");
}

TEST_CASE("Running, begun, and planned") {
    CHECK(explained({"2021-01-01", "2021-12-31"}, report(StoredState::InProgress)) ==
          "Срок идёт с 01.01.2021 до 31.12.2021, состояние «в работе»");
    CHECK(explained({"2021-01-01", ""}, report(StoredState::InProgress)) ==
          "Срок идёт с 01.01.2021, состояние «в работе»");
    CHECK(explained({"", "2021-12-31"}, report(StoredState::InProgress)) ==
          "Работа начата, срок до 31.12.2021");
    CHECK(explained({"", ""}, report(StoredState::InProgress)) == "Работа начата. Без срока");
    CHECK(explained({"2022-01-01", ""}, report(StoredState::NotStarted)) ==
          "Ещё не начато, начало 01.01.2022");
    CHECK(explained({"", "2021-12-31"}, report(StoredState::NotStarted)) ==
          "Ещё не начато, срок до 31.12.2021");
    CHECK(explained({"", ""}, report(StoredState::NotStarted)) == "Ещё не начато. Без срока");
}

TEST_CASE("A derived measure tells its parts, an overridden one who set it, one in review that") {
    Texts texts = test::delivered_texts();
    PlanBuilder builder;
    builder.schools(3)
        .add(MeasureBuilder("m").at_all_schools().deadline("2021-12-31").in_review())
        .mark("m", "school-1", done_report("2021-04-01"))
        .state_override("m", StoredState::Done, "проверено на месте");
    const PlanStatus status = compute_plan_status(builder.build(), day("2021-04-29"));
    const std::string words = plain(explain_measure(texts, status.measures[0]));
    CAPTURE(words);
    CHECK(words.find("По частям: выполнено 1 из 3, ") != std::string::npos);
    CHECK(words.find("Состояние задано вручную") != std::string::npos);
    CHECK(words.find("проверено на месте") != std::string::npos);
    CHECK(words.ends_with("Срок нужно проверить"));
}

TEST_CASE("Zones tell their rule, and what they would be without the hand") {
    Texts texts = test::delivered_texts();
    ZoneFigure zone;
    CHECK(explain_zone(texts, zone) ==
          "зона не определена: на отчётную дату ни один срок не наступил");
    zone.computed = Zone::Yellow;
    zone.rule = ZoneRule::AnyLate;
    zone.late_share_percent = 6.25;
    CHECK(plain(explain_zone(texts, zone)) == "жёлтая зона: просрочено 6,3 %");
    zone.overridden = ZoneOverride{Zone::Green, "решение совета", "", {}};
    CHECK(plain(explain_zone(texts, zone)) ==
          "Задано вручную: зелёная зона, причина: решение совета. По расчёту — жёлтая зона: "
          "просрочено 6,3 %");
}

TEST_CASE("A tally says how many of its units have to be checked") {
    const Texts texts = test::delivered_texts();
    CHECK(tally_words(texts, {5, 0}) == "5");
    CHECK(plain(tally_words(texts, {5, 3})) == "5 (в т. ч. 3 со сроком на проверке)");
}

TEST_CASE("Every value of every family has its own name in both languages") {
    Texts texts = test::delivered_texts();
    const auto check = [&]<class Enum>(std::string_view (*name)(const Texts&, Enum), int count) {
        std::set<std::string> names;
        for (int i = 0; i < count; ++i) {
            const std::string found(name(texts, static_cast<Enum>(i)));
            CAPTURE(found);
            // A name that is missing shows the word of the key, in Latin letters.
            const bool latin = found.front() >= 'a' && found.front() <= 'z';
            CHECK((texts.language() == Language::English || !latin));
            CHECK(names.insert(found).second);
        }
    };
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        check(&stored_state_name, 6);
        check(&computed_state_name, static_cast<int>(kComputedStateCount));
        check(&period_kind_name, 10);
        check(&precision_name, 6);
        check(&period_source_name, 2);
        check(&plan_level_name, 3);
        check(&party_kind_name, 3);
        check(&school_scope_name, 3);
        check(&comparator_name, 3);
        check(&zone_name, 4);
    }
}

TEST_CASE("Explanations of plans made by chance fill every place") {
    Texts texts = test::delivered_texts();
    constexpr std::uint32_t kSeeds = 20;
    std::size_t explained_units = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        test::Chance chance(seed);
        const Document document = test::random_plan(chance, 60);
        const PlanStatus status = compute_plan_status(document, day("2021-06-15"));
        for (const Language language : {Language::Russian, Language::English}) {
            texts.set_language(language);
            for (const MeasureStatus& measure : status.measures) {
                const std::string words = explain_measure(texts, measure);
                CHECK_FALSE(words.empty());
                CHECK(words.find('{') == std::string::npos);
                CHECK(words.find("explain.") == std::string::npos);
                CHECK(words.find("..") == std::string::npos);
                ++explained_units;
            }
            CHECK(explain_zone(texts, status.total.zone).find('{') == std::string::npos);
        }
    }
    MESSAGE("seeds 1 to ", kSeeds, ": ", explained_units, " explanations");
}

TEST_CASE("The words of the roadmap are all there, in both languages") {
    Texts texts = test::delivered_texts();
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        const RoadmapWords w = make_roadmap_words(texts);
        for (const std::string& text : {w.month_year,       w.quarter,
                                        w.quarter_short,    w.half,
                                        w.half_short,       w.week,
                                        w.time_column_name, w.state_percent,
                                        w.late_by,          w.more_parties,
                                        w.section_progress, w.unscheduled,
                                        w.as_of_label,      w.today_label,
                                        w.grid_name,        w.fold_name,
                                        w.unfold_name,      w.review_name,
                                        w.column_edge_name, w.split_name,
                                        w.bar_name,         w.section_bar_name,
                                        w.bar_before_name,  w.bar_after_name,
                                        w.span_day,         w.span_range,
                                        w.span_until,       w.span_since,
                                        w.list_separator}) {
            CHECK_FALSE(text.empty());
            // A key that is missing shows itself.
            CHECK_FALSE(text.starts_with("roadmap."));
            CHECK_FALSE(text.starts_with("span."));
            CHECK_FALSE(text.starts_with("column."));
        }
        for (const std::string& text : w.month_long) {
            CHECK(text.size() > 2);
        }
        for (const std::string& text : w.column_names) {
            CHECK_FALSE(text.empty());
        }
        CHECK(std::set<std::string>(w.month_short.begin(), w.month_short.end()).size() == 12);
        CHECK(std::set<std::string>(w.weekday_short.begin(), w.weekday_short.end()).size() == 7);
        CHECK(std::set<std::string>(w.state_names.begin(), w.state_names.end()).size() == 9);
    }
}

} // namespace
} // namespace vekha::app::plan_words_test
