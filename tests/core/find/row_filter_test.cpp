#include "core/find/row_filter.hpp"

#include "core/calendar/date.hpp"
#include "core/find/search_index.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::row_filter_test {
namespace {

struct Found {
    explicit Found(Document of) : document(std::move(of)), index(document) {
        status = compute_plan_status(document, document.plan.as_of.value_or(Date{}));
        mine.resize(document.measures.size());
    }
    [[nodiscard]] std::vector<std::string> ids(const RowFilter& filter) const {
        const FoundMeasures found = find_measures(document, status, index, mine, filter);
        std::vector<std::string> result;
        for (std::size_t i = 0; i < found.fits.size(); ++i) {
            if (found.fits[i] != 0) {
                result.push_back(document.measures[i].id.text);
            }
        }
        CHECK(result.size() == found.count);
        return result;
    }
    [[nodiscard]] std::vector<std::string> search(std::string text) const {
        return ids({.search = std::move(text)});
    }

    Document document;
    SearchIndex index;
    PlanStatus status;
    std::vector<std::uint8_t> mine; // nobody's
};

Measure measure(std::string id, std::string title) {
    Measure made;
    made.id.text = std::move(id);
    made.title = std::move(title);
    return made;
}

Document small_document() {
    Document document;
    document.parties.push_back(
        {.id = {"iro"}, .name = "Институт развития", .aliases = {"ГАОУ ДПО ИРО"}});
    Measure first = measure("m-1", "Учёба кураторов");
    first.number = "1.1.";
    first.responsible.push_back({"iro"});
    first.targets.push_back({.text = "доля обученных"});
    Measure second = measure("m-2", "Встреча со школами");
    second.responsible_text.emplace_back("Отдел образования");
    second.period.text = "сентябрь, далее по графику";
    second.period.kind = PeriodKind::Unscheduled;
    second.report.note = "перенесли из-за карантина";
    Measure third = measure("m-3", "Отчёт");
    third.period.review = Review{.reason = "год не назван"};
    third.tags.emplace_back("мониторинг");
    document.measures.push_back(first);
    document.measures.push_back(second);
    document.measures.push_back(third);
    return document;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("A search looks into every text of a measure, whatever the case, ё as е") {
    const Found plan(small_document());
    CHECK(plan.search("УЧЕБА") == Ids{"m-1"});
    CHECK(plan.search("отчет") == Ids{"m-3"});
    CHECK(plan.search("1.1") == Ids{"m-1"});
    CHECK(plan.search("институт") == Ids{"m-1"});
    CHECK(plan.search("гаоу") == Ids{"m-1"});
    CHECK(plan.search("доля") == Ids{"m-1"});
    CHECK(plan.search("отдел") == Ids{"m-2"});
    CHECK(plan.search("графику") == Ids{"m-2"});
    CHECK(plan.search("карантин") == Ids{"m-2"});
    CHECK(plan.search("Мониторинг") == Ids{"m-3"});
}

TEST_CASE("Any form of a word is found, and no other word") {
    const Found plan(small_document());
    CHECK(plan.search("школами") == plan.search("школах"));
    CHECK_FALSE(plan.search("школах").empty());
    CHECK(plan.search("кураторами") == Ids{"m-1"});
    CHECK(plan.search("мониторинга") == Ids{"m-3"});
    CHECK(plan.search("мониторист").empty());
}

TEST_CASE("A search looks into confirmations, reasons for review, schools, and the number as it is "
          "said") {
    Document document = small_document();
    document.schools.push_back({.id = SchoolId{"s"}, .name = "Школа Маяк", .short_name = "СШ 7"});
    Measure measure = document.measures[1];
    measure.number = "2.7.";
    measure.report.evidence.push_back({.title = "Приказ о кураторах", .url = "https://x.test/7"});
    measure.period.review = Review{.reason = "уточнить год", .unknown = {}};
    measure.applies_to.schools.push_back(SchoolId{"s"});
    document.measures = document.measures.with(1, measure);
    const Found plan(std::move(document));
    for (const char* const text :
         {"приказу о кураторах", "x.test", "уточнить", "маяк", "сш 7", "№ 2.7", "№ 2.7."}) {
        CAPTURE(text);
        CHECK(plan.search(text) == Ids{"m-2"});
    }
}

TEST_CASE("All words of a search have to be found, in any order, none across two texts") {
    const Found plan(small_document());
    CHECK(plan.search("кураторов учеба") == Ids{"m-1"});
    CHECK(plan.search("учеба школами").empty());
    CHECK(plan.search("кураторовинститут").empty());
    CHECK(plan.search("  ") == Ids{"m-1", "m-2", "m-3"});
}

TEST_CASE("The parts of a filter ask for what they say and combine") {
    const Found plan(small_document());
    CHECK(plan.ids({.needs_review = true}) == Ids{"m-3"});
    CHECK(plan.ids({.without_responsible = true}) == Ids{"m-3"});
    CHECK(plan.ids({.has_target = true}) == Ids{"m-1"});
    CHECK(plan.ids({.without_dates = true}) == Ids{"m-1", "m-2", "m-3"});
    CHECK(plan.ids({.responsible = {"iro"}}) == Ids{"m-1"});
    CHECK(plan.ids({.responsible = {"nobody"}}).empty());
    CHECK(plan.ids({.search = "школами", .without_dates = true}) == Ids{"m-2"});
    CHECK(plan.ids({.search = "школами", .has_target = true}).empty());
    CHECK(plan.ids({.without_dates = true, .period_kind = PeriodKind::Month}).empty());
}

TEST_CASE("Late and due soon are alternatives, and agree with the states of the samples") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        const Found plan(sample(slug));
        const auto with_state = [&plan](auto... states) {
            std::vector<std::string> ids;
            for (std::size_t i = 0; i < plan.document.measures.size(); ++i) {
                if (((plan.status.measures[i].status.state == states) || ...)) {
                    ids.push_back(plan.document.measures[i].id.text);
                }
            }
            return ids;
        };
        const Ids late = with_state(ComputedState::Late);
        const Ids soon = with_state(ComputedState::DueSoon);
        CHECK(plan.ids({.late = true}) == late);
        CHECK(plan.ids({.due_soon = true}) == soon);
        CHECK(plan.ids({.late = true, .due_soon = true}) ==
              with_state(ComputedState::Late, ComputedState::DueSoon));
        const FilterCounts counts = count_filters(plan.document, plan.status, plan.mine, false);
        CHECK(counts.late == late.size());
        CHECK(counts.due_soon == soon.size());
        CHECK(counts.needs_review == plan.ids({.needs_review = true}).size());
        CHECK(counts.without_dates == plan.ids({.without_dates = true}).size());
        CHECK(counts.without_responsible == plan.ids({.without_responsible = true}).size());
        CHECK(counts.has_target == plan.ids({.has_target = true}).size());
        CHECK(counts.due_soon_days == plan.status.thresholds.due_soon_days);
    }
}

TEST_CASE("Where only somebody's rows show, the counts are of these") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        Found plan(sample(slug));
        for (std::size_t i = 0; i < plan.mine.size(); ++i) {
            plan.mine[i] = i % 3 == 0 ? 1 : 0;
        }
        const FilterCounts counts = count_filters(plan.document, plan.status, plan.mine, true);
        CHECK(counts.mine == (plan.mine.size() + 2) / 3);
        CHECK(counts.late == plan.ids({.mine = true, .late = true}).size());
        CHECK(counts.needs_review == plan.ids({.mine = true, .needs_review = true}).size());
        CHECK(counts.without_dates == plan.ids({.mine = true, .without_dates = true}).size());
        CHECK(counts.has_target == plan.ids({.mine = true, .has_target = true}).size());
    }
}

} // namespace vekha::test::row_filter_test
