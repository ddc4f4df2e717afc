#include "core/find/agenda.hpp"

#include "core/calendar/date.hpp"
#include "core/find/mine.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::agenda_test {
namespace {

// Friday; its week ends on Sunday, the 17th.
constexpr std::string_view kAsOf = "2021-10-15";

const Person kMe{PersonKind::Party, "Я"};

// Whose measures all are.
Document mine(Document document) {
    Party me;
    me.id = PartyId{"me"};
    me.name = kMe.name;
    document.parties.push_back(me);
    for (std::size_t i = 0; i < document.measures.size(); ++i) {
        Measure measure = document.measures[i];
        measure.responsible.push_back(me.id);
        document.measures = document.measures.with(i, std::move(measure));
    }
    return document;
}

struct Planned {
    explicit Planned(const Document& of) : document(mine(of)), agenda(agenda_of(document, kMe)) {}

    static Agenda agenda_of(const Document& document, const Person& person) {
        const PlanStatus status = compute_plan_status(document, day(kAsOf));
        const AgendaPlan plan{&document, &status};
        return make_agenda(day(kAsOf), {&plan, 1}, person);
    }
    [[nodiscard]] std::string words(const std::vector<AgendaEntry>& entries) const {
        std::string text;
        for (const AgendaEntry& entry : entries) {
            text.append(text.empty() ? "" : " ")
                .append(document.measures[entry.measure].id.text)
                .append(":")
                .append(entry.due.iso());
        }
        return text;
    }
    [[nodiscard]] std::string week(std::size_t number) const {
        return words(agenda.weeks.at(number).entries);
    }

    Document document;
    Agenda agenda;
};

Occurrence held(std::string_view measure, Days days) {
    Occurrence occurrence;
    occurrence.measure = MeasureId{std::string(measure)};
    occurrence.days = span(days);
    occurrence.report = done_report(kAsOf);
    return occurrence;
}

} // namespace

TEST_CASE("weeks go from the as-of date to Sunday, then from Monday to Sunday") {
    const Planned empty{Document{}};
    REQUIRE(empty.agenda.weeks.size() == kAgendaWeeks);
    CHECK(empty.agenda.weeks[0].from == day("2021-10-15"));
    CHECK(empty.agenda.weeks[0].to == day("2021-10-17"));
    CHECK(empty.agenda.weeks[1].from == day("2021-10-18"));
    CHECK(empty.agenda.weeks[3].to == day("2021-11-07"));
    for (std::size_t i = 0; i < kAgendaWeeks; ++i) {
        CHECK(empty.agenda.weeks[i].to.weekday() == Weekday::Sunday);
    }
}

TEST_CASE("what is open and due stands in its week, what is late before them") {
    const Planned plan(PlanBuilder()
                           .add(MeasureBuilder("late").deadline("2021-10-14"))
                           .add(MeasureBuilder("today").deadline("2021-10-15"))
                           .add(MeasureBuilder("sunday").range("2021-01-01", "2021-10-17"))
                           .add(MeasureBuilder("monday").deadline("2021-10-18").in_progress(90))
                           .add(MeasureBuilder("last").deadline("2021-11-07"))
                           .add(MeasureBuilder("beyond").deadline("2021-11-08"))
                           .add(MeasureBuilder("done").deadline("2021-10-16").done("2021-10-01"))
                           .add(MeasureBuilder("gone").deadline("2021-10-16").cancelled("нет"))
                           .add(MeasureBuilder("undated"))
                           .build());
    CHECK(plan.words(plan.agenda.late) == "late:2021-10-14");
    CHECK(plan.week(0) == "today:2021-10-15 sunday:2021-10-17");
    CHECK(plan.week(1) == "monday:2021-10-18");
    CHECK(plan.week(2).empty());
    CHECK(plan.week(3) == "last:2021-11-07");
}

TEST_CASE("each day of several stands for itself") {
    const std::vector<Days> days{
        {"2021-10-01", "2021-10-01"}, {"2021-10-16", "2021-10-16"}, {"2021-10-26", "2021-10-26"}};
    const Document document =
        PlanBuilder()
            .add(MeasureBuilder("m").with(period(PeriodKind::Several, days)).in_progress(10))
            .build();
    SUBCASE("nothing is reported apart") {
        const Planned plan{document};
        CHECK(plan.agenda.late.empty());
        CHECK(plan.week(0) == "m:2021-10-16");
        CHECK(plan.week(2) == "m:2021-10-26");
    }
    SUBCASE("what was held is not due, what was not is late") {
        Document reported = document;
        reported.occurrences.push_back(held("m", {"2021-10-16", "2021-10-16"}));
        const Planned plan{reported};
        CHECK(plan.words(plan.agenda.late) == "m:2021-10-01");
        CHECK(plan.week(0).empty());
        CHECK(plan.week(2) == "m:2021-10-26");
    }
}

TEST_CASE("many schools with one day stand there once, and each has its own part only") {
    Document document = PlanBuilder()
                            .add(MeasureBuilder("a").deadline("2021-10-20").at_all_schools())
                            .add(MeasureBuilder("b").deadline("2021-10-20"))
                            .add(MeasureBuilder("c").deadline("2021-10-10").at_all_schools())
                            .build();
    for (const std::string_view id : {"s1", "s2", "s3"}) {
        School school;
        school.id = SchoolId{std::string(id)};
        school.name = id;
        document.schools.push_back(school);
    }
    const auto report_at = [&document](std::string_view measure, std::string_view school,
                                       const ProgressReport& report) {
        Mark mark;
        mark.measure = MeasureId{std::string(measure)};
        mark.school = SchoolId{std::string(school)};
        mark.report = report;
        document.marks.push_back(mark);
    };
    report_at("a", "s1", report(StoredState::InProgress, 50));
    report_at("a", "s2", done_report("2021-10-01"));
    report_at("c", "s2", done_report("2021-10-01"));
    const Planned plan{document};
    CHECK(plan.words(plan.agenda.late) == "c:2021-10-10");
    CHECK(plan.week(1) == "a:2021-10-20 b:2021-10-20");
    const auto of_school = [&plan](std::string_view name) {
        return Planned::agenda_of(plan.document, {PersonKind::School, std::string(name)});
    };
    // It has done both.
    CHECK(of_school("s2").late.empty());
    CHECK(of_school("s2").weeks[1].entries.empty());
    // It began the one, and nobody reported the other.
    CHECK(plan.words(of_school("s1").late) == "c:2021-10-10");
    CHECK(plan.words(of_school("s1").weeks[1].entries) == "a:2021-10-20");
    CHECK(plan.words(of_school("s3").weeks[1].entries) == "a:2021-10-20");
}

TEST_CASE("what somebody set by hand counts for all parts") {
    const std::vector<Days> days{{"2021-10-01", "2021-10-01"}, {"2021-10-16", "2021-10-16"}};
    Document document =
        PlanBuilder().add(MeasureBuilder("m").with(period(PeriodKind::Several, days))).build();
    document.occurrences.push_back(held("m", {"2021-10-01", "2021-10-01"}));
    CHECK(Planned{document}.week(0) == "m:2021-10-16");
    Override by_hand;
    by_hand.measure = MeasureId{"m"};
    by_hand.state = StoredState::Cancelled;
    by_hand.reason = "решение совещания";
    document.overrides.push_back(by_hand);
    CHECK(Planned{document}.week(0).empty());
}

} // namespace vekha::test::agenda_test
