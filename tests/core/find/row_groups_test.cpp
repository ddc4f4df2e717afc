// What rows are grouped by, and what a group says of itself.
#include "core/find/row_groups.hpp"

#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/roadmap_words.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::row_groups_test {
namespace {

struct Grouped {
    Grouped(const Document& of, Grouping grouping, RowSort sort = {})
        : document(of), status(compute_plan_status(of, of.plan.as_of.value_or(day("2021-04-29")))),
          order(measure_order(of, status, sort)),
          groups(group_measures(of, status, grouping, order)) {}

    // "name: m1 m2 | name: m3"
    [[nodiscard]] std::string text() const {
        std::string out;
        for (const RowGroup& group : groups.groups) {
            out += out.empty() ? "" : " | ";
            append_group_name(out, russian_words(), groups.grouping, group);
            out += ":";
            for (const std::uint32_t measure : group.measures) {
                out += " " + document.measures[measure].id.text;
            }
        }
        return out;
    }

    const Document& document;
    PlanStatus status;
    std::vector<std::uint32_t> order;
    RowGroups groups;
};

std::string grouped(const Document& document, Grouping grouping, RowSort sort = {}) {
    return Grouped(document, grouping, sort).text();
}

// Each measure that fits has a row in each of its groups, and no other measure has one.
void check_rows(const Grouped& result, const FoundMeasures& found) {
    const RoadmapRows rows = make_rows(
        result.document, {.found = &found, .groups = &result.groups, .order = result.order});
    std::vector<std::uint32_t> rows_of(found.fits.size());
    for (const Row& row : rows.rows) {
        if (row.kind == RowKind::Measure) {
            ++rows_of[row.index];
        }
    }
    for (std::size_t m = 0; m < found.fits.size(); ++m) {
        const std::uint32_t wanted = result.groups.has_groups() ? result.groups.group_count[m] : 1U;
        REQUIRE(wanted > 0);
        REQUIRE(rows_of[m] == (found.fits[m] != 0 ? wanted : 0U));
    }
    for (const RowGroup& group : result.groups.groups) {
        if (!has_units_of_its_own(result.groups.grouping)) {
            REQUIRE(group.figures.all.count == group.measures.size());
        }
    }
}

} // namespace

TEST_CASE("by responsible: under each body once, in alphabetical order, nobody named at the end") {
    PlanBuilder plan;
    plan.party("б").party("а");
    plan.add(MeasureBuilder("m1").responsible({"б", "а", "б"}));
    plan.add(MeasureBuilder("m2"));
    plan.add(MeasureBuilder("m3").responsible({"б"}));
    Document document = plan.build();
    Measure in_words = MeasureBuilder("m4").build();
    in_words.responsible_text = {"Школы"};
    document.measures.push_back(in_words);
    CHECK(grouped(document, Grouping::Responsible) ==
          "а: m1 | б: m1 m3 | Школы: m4 | Никто не назван: m2");
    const Grouped result(document, Grouping::Responsible);
    CHECK(result.groups.group_count == std::vector<std::uint32_t>{2, 1, 1, 1});
    CHECK(result.groups.groups[1].figures.all.count == 2);
}

TEST_CASE("by month, quarter and school year: when it is due, each span of several for itself") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("range").range("2021-01-10", "2021-03-31"));
    plan.add(MeasureBuilder("several").with(
        period(PeriodKind::Several, {{"2021-03-01", "2021-03-31"}, {"2021-09-01", "2021-09-30"}})));
    plan.add(MeasureBuilder("deadline").deadline("2020-12-31"));
    plan.add(MeasureBuilder("since").with(period(PeriodKind::Open, {{"2021-01-01", ""}})));
    const Document document = plan.build();
    CHECK(grouped(document, Grouping::Month) ==
          "декабрь 2020: deadline | март 2021: range several | сентябрь 2021: several | "
          "Без даты: since");
    CHECK(grouped(document, Grouping::Quarter) ==
          "IV квартал 2020: deadline | I квартал 2021: range several | III квартал 2021: several | "
          "Без даты: since");
    CHECK(grouped(document, Grouping::SchoolYear) ==
          "2020/2021 учебный год: range several deadline | 2021/2022 учебный год: several | "
          "Без даты: since");
}

TEST_CASE("each day of three years, in any order, falls into its month, quarter and school year") {
    constexpr int kDays = 3 * 365;
    const Date first = day("2020-01-01");
    struct Wanted {
        Grouping grouping = Grouping::Month;
        std::size_t groups = 0;
        unsigned months = 1;
        unsigned first_month = 1;
    };
    const auto month_of = [](Date of, const Wanted& wanted) {
        return static_cast<unsigned>(of.civil().year) * 12 + of.civil().month - wanted.first_month;
    };
    for (const int step : {1, kDays - 1, 467}) {
        PlanBuilder plan;
        for (int i = 0; i < kDays; ++i) {
            const std::string due = first.plus_days(i * step % kDays).iso();
            plan.add(MeasureBuilder(due).deadline(due));
        }
        const Document document = plan.build();
        for (const Wanted& wanted :
             {Wanted{Grouping::Month, 36, 1, 1}, Wanted{Grouping::Quarter, 12, 3, 1},
              Wanted{Grouping::SchoolYear, 4, 12, 9}}) {
            const Grouped result(document, wanted.grouping);
            REQUIRE(result.groups.groups.size() == wanted.groups);
            std::size_t count = 0;
            for (const RowGroup& group : result.groups.groups) {
                REQUIRE(group.first_day.civil().day == 1);
                for (const std::uint32_t measure : group.measures) {
                    const std::string& due = document.measures[measure].id.text;
                    const unsigned month = month_of(day(due), wanted);
                    CAPTURE(due);
                    REQUIRE(month_of(group.first_day, wanted) == month - month % wanted.months);
                    ++count;
                }
            }
            CHECK(count == kDays);
        }
    }
}

TEST_CASE("by state: as it shows, what asks for most attention first") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("done").on_day("2021-01-15").done("2021-01-15"));
    plan.add(MeasureBuilder("begun").range("2021-01-01", "2021-12-31").in_progress(30));
    plan.add(MeasureBuilder("runs").range("2021-01-01", "2021-12-31"));
    plan.add(MeasureBuilder("late").deadline("2021-04-20"));
    CHECK(grouped(plan.build(), Grouping::State) ==
          "Просрочено: late | В работе: begun | Идет срок: runs | Выполнено: done");
}

TEST_CASE("by school and by tag: under each, the rest apart") {
    PlanBuilder plan;
    plan.schools(2);
    plan.add(MeasureBuilder("all").at_all_schools());
    plan.add(MeasureBuilder("one").at_schools({"school-2", "no-such-school"}));
    plan.add(MeasureBuilder("none"));
    Document document = plan.build();
    const std::string first = document.schools[0].name;
    const std::string second = document.schools[1].name;
    CHECK(grouped(document, Grouping::School) ==
          first + ": all | " + second + ": all one | Без школ: none");
    Measure tagged = MeasureBuilder("tagged").build();
    tagged.tags = {"ШНОР", "кадры", "ШНОР"};
    document.measures.push_back(tagged);
    CHECK(grouped(document, Grouping::Tag) ==
          "кадры: tagged | ШНОР: tagged | Без меток: all one none");
}

TEST_CASE("a school's figures are of its own marks, and of what nobody reported apart") {
    PlanBuilder plan;
    plan.schools(3);
    plan.add(MeasureBuilder("marked").deadline("2021-04-20").at_all_schools());
    plan.mark("marked", "school-1", done_report("2021-04-10"));
    plan.add(MeasureBuilder("whole").deadline("2021-04-10").done("2021-04-05").at_all_schools());
    const Document document = plan.build();
    const Grouped result(document, Grouping::School);
    REQUIRE(result.groups.groups.size() == 3);
    const auto late = [&](std::size_t i) {
        return result.groups.groups[i].figures.in_state(ComputedState::Late).count;
    };
    CHECK(late(0) == 0);
    CHECK(late(1) == 1); // without a mark: not started, and due before the as-of date
    CHECK(late(2) == 1);
    CHECK(result.groups.groups[0].figures.in_state(ComputedState::Done).count == 2);
    const auto row = [&](std::uint32_t measure, std::uint32_t group) {
        return state_in_group(result.status, result.groups, measure, group).status.state;
    };
    CHECK(row(0, 0) == ComputedState::Done); // at the school that is done
    CHECK(row(0, 1) == ComputedState::Late);
    CHECK(row(0, kNoIndex) == ComputedState::Late); // the whole measure
    CHECK(row(1, 2) == ComputedState::Done);
    CHECK(result.groups.groups[0].figures.zone.zone() == Zone::Green);
    CHECK(result.groups.overlap);
}

TEST_CASE("a month's figures are of the occurrences due in it; a unit counts where it is due") {
    PlanBuilder plan;
    const std::vector<Days> months{{"2021-01-01", "2021-01-31"}, {"2021-03-01", "2021-03-31"}};
    plan.add(MeasureBuilder("monthly").with(period(PeriodKind::Recurring, months)));
    plan.occurrence("monthly", months[0], done_report("2021-01-20"));
    plan.add(MeasureBuilder("one").with(period(PeriodKind::Several, months)).in_progress(50));
    const Document document = plan.build();
    const Grouped result(document, Grouping::Month);
    CHECK(result.text() == "январь 2021: monthly one | март 2021: monthly one");
    const GroupFigures& january = result.groups.groups[0].figures;
    const GroupFigures& march = result.groups.groups[1].figures;
    CHECK(january.all.count == 1); // «one» is a single unit, due in March
    CHECK(january.in_state(ComputedState::Done).count == 1);
    CHECK(january.in_state(ComputedState::Late).count == 0);
    CHECK(march.all.count == 2);
    CHECK(march.in_state(ComputedState::Late).count == 2);
    CHECK(result.groups.groups[0].days == span(months[0]));
    const auto row = [&](std::uint32_t measure, std::uint32_t group) {
        return state_in_group(result.status, result.groups, measure, group).status.state;
    };
    CHECK(row(0, 0) == ComputedState::Done);
    CHECK(row(0, 1) == ComputedState::Late);
}

TEST_CASE("schools sort by their numbers") {
    PlanBuilder plan;
    plan.schools(2);
    plan.add(MeasureBuilder("all").at_all_schools());
    Document document = plan.build();
    SharedList<School> schools;
    for (const std::string_view name : {"СОШ № 10", "СОШ № 2"}) {
        School school = document.schools[schools.size()];
        school.name = name;
        school.short_name.clear();
        schools.push_back(school);
    }
    document.schools = schools;
    CHECK(grouped(document, Grouping::School) == "СОШ № 2: all | СОШ № 10: all");
}

TEST_CASE("the order that was asked for holds inside the groups") {
    PlanBuilder plan;
    plan.party("a");
    plan.add(MeasureBuilder("m1").title("Я").responsible({"a"}));
    plan.add(MeasureBuilder("m2").title("А").responsible({"a"}));
    CHECK(grouped(plan.build(), Grouping::Responsible, {Column::Title}) == "a: m2 m1");
}

TEST_CASE("by section and without groups there are none") {
    const Document document = sample("sevastopol-2021");
    CHECK(Grouped(document, Grouping::Section).groups.groups.empty());
    CHECK_FALSE(Grouped(document, Grouping::None).groups.has_groups());
}

TEST_CASE("a measure is looked for in its group first, then where it is") {
    PlanBuilder plan;
    plan.party("a").party("b");
    plan.add(MeasureBuilder("m1").responsible({"a", "b"}));
    plan.add(MeasureBuilder("m2").responsible({"a"}));
    const Document document = plan.build();
    const RowGroups groups = Grouped(document, Grouping::Responsible).groups;
    CHECK(groups.group_of(0, "party/b") == 1);
    CHECK(groups.group_of(1, "party/b") == 0);
    CHECK(groups.group_of(0, "no such group") == 0);
    CHECK(groups.find("no such group") == kNoIndex);
    CHECK(groups.key_of(1) == "party/b");
    CHECK(groups.key_of(7).empty());
}

TEST_CASE("of plans made by chance every measure is in a group, and each group has its rows") {
    constexpr std::uint32_t kSeed = 20211015;
    constexpr int kPlans = 60;
    Chance chance(kSeed);
    for (int plan = 0; plan < kPlans; ++plan) {
        CAPTURE(plan);
        const Document document = random_plan(chance, chance.below(40));
        for (std::size_t i = 0; i < kGroupingCount; ++i) {
            CAPTURE(i);
            const Grouped result(document, static_cast<Grouping>(i));
            FoundMeasures found;
            for (std::size_t m = 0; m < document.measures.size(); ++m) {
                found.fits.push_back(chance.percent(60) ? 1 : 0);
            }
            check_rows(result, found);
        }
    }
    MESSAGE("seed ", kSeed, ", plans ", kPlans);
}

} // namespace vekha::test::row_groups_test
