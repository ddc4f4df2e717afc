#include "tests/support/full_plan.hpp"

#include "core/base/unknown_members.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/random_values.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

template <class AnyId>
AnyId numbered_id(Chance& chance, std::string_view prefix, std::uint32_t count) {
    return {std::string(prefix) + std::to_string(chance.below(count))};
}

// An original that a repair kept comes before what nobody knows, as it is read.
void put_original(Chance& chance, UnknownMembers& unknown, std::string_view name,
                  std::string_view value) {
    if (chance.percent(20)) {
        unknown.insert(unknown.begin(), {std::string(name), std::string(value)});
    }
}

void put_unknown(Chance& chance, UnknownMembers& unknown) {
    if (chance.percent(20)) {
        unknown.push_back({"\"colour\"", "\"red\""});
    }
}

Target random_target(Chance& chance) {
    Target target;
    target.text = random_words(chance);
    target.comparator = static_cast<Comparator>(chance.below(3));
    target.value = static_cast<double>(chance.below(1000)) / 8.0;
    target.unit = "%";
    if (chance.percent(50)) {
        target.actual_value = static_cast<double>(chance.below(100));
        target.actual_date = some_day(chance);
    }
    put_unknown(chance, target.unknown);
    return target;
}

Measure filled(Chance& chance, Measure measure) {
    measure.number = chance.percent(50) ? std::to_string(chance.below(90)) : "";
    measure.period.text = random_words(chance);
    if (chance.percent(30)) {
        measure.depends_on.push_back(numbered_id<MeasureId>(chance, "m-", 20));
    }
    for (std::uint32_t i = chance.below(3); i > 0; --i) {
        measure.targets.push_back(random_target(chance));
    }
    measure.responsible_text.push_back(random_words(chance));
    put_unknown(chance, measure.unknown);
    put_unknown(chance, measure.period.unknown);
    if (measure.report.percent == 0) {
        put_original(chance, measure.unknown, "\"percent\"", "150");
    }
    for (MeasureItem& item : measure.items) {
        if (chance.percent(50)) {
            item.responsible.push_back(numbered_id<PartyId>(chance, "party-", 6));
        }
        put_unknown(chance, item.unknown);
        if (!item.report) {
            put_original(chance, item.unknown, "\"note\"", "\"without a state\"");
        } else if (!item.report->done_date) {
            put_original(chance, item.unknown, "\"doneDate\"", "\"2021-02-30\"");
        }
    }
    return measure;
}

void fill_parties_and_sections(Chance& chance, Document& plan) {
    for (std::size_t i = 0; i < plan.parties.size(); ++i) {
        Party party = plan.parties[i];
        party.aliases = {"Alias " + std::to_string(i)};
        put_unknown(chance, party.unknown);
        put_original(chance, party.unknown, "\"kind\"", "\"crowd\"");
        plan.parties = plan.parties.with(i, std::move(party));
    }
    for (std::size_t i = 0; i < plan.sections.size(); ++i) {
        Section section = plan.sections[i];
        section.order = chance.percent(50) ? 0 : static_cast<int>(chance.below(9));
        put_unknown(chance, section.unknown);
        if (section.order == 0) {
            put_original(chance, section.unknown, "\"order\"", "0.5");
        }
        plan.sections = plan.sections.with(i, std::move(section));
    }
}

void fill_reports(Chance& chance, Document& plan) {
    for (std::size_t i = 0; i < plan.measures.size(); ++i) {
        plan.measures = plan.measures.with(i, filled(chance, plan.measures[i]));
    }
    for (std::size_t i = 0; i < plan.marks.size(); ++i) {
        Mark mark = plan.marks[i];
        put_unknown(chance, mark.unknown);
        if (!mark.report.done_date) {
            put_original(chance, mark.unknown, "\"doneDate\"", "\"yesterday\"");
        }
        plan.marks = plan.marks.with(i, std::move(mark));
    }
    for (std::size_t i = 0; i < plan.occurrences.size(); ++i) {
        Occurrence occurrence = plan.occurrences[i];
        put_unknown(chance, occurrence.unknown);
        plan.occurrences = plan.occurrences.with(i, std::move(occurrence));
    }
}

void fill_schools(Chance& chance, Document& plan) {
    for (std::size_t i = 0; i < plan.schools.size(); ++i) {
        School school = plan.schools[i];
        school.curator = numbered_id<PartyId>(chance, "party-", 6);
        school.coordinator = numbered_id<PartyId>(chance, "party-", 6);
        school.municipality = "municipality-" + std::to_string(chance.below(2));
        school.risks.push_back({.factor = chance.percent(50) ? "staff" : "other words"});
        SchoolDocument document;
        document.id.text = "document-" + std::to_string(i);
        document.kind = "programme";
        school.documents.push_back(document);
        school.stages.push_back({.stage = "stage1"});
        put_unknown(chance, school.unknown);
        put_original(chance, school.unknown, "\"kinds\"", "[\"unusual\"]");
        plan.schools = plan.schools.with(i, std::move(school));
    }
    Indicator indicator;
    indicator.id.text = "indicator";
    for (std::uint32_t i = chance.below(6); i > 0; --i) {
        IndicatorValue value;
        value.school =
            chance.percent(70) ? numbered_id<SchoolId>(chance, "school-", 8) : SchoolId{};
        value.date = some_day(chance);
        value.value = 1.5;
        indicator.values.push_back(value);
    }
    plan.indicators.push_back(indicator);
}

void fill_meetings(Chance& chance, Document& plan) {
    Decision decision;
    decision.id.text = "decision";
    decision.responsible.push_back(numbered_id<PartyId>(chance, "party-", 6));
    plan.decisions.push_back(decision);
    for (std::uint32_t i = chance.below(3); i > 0; --i) {
        LiveChange change;
        change.decision = decision.id;
        change.measure = numbered_id<MeasureId>(chance, "m-", 20);
        plan.live_changes.push_back(change);
    }
    SavedView view;
    view.id.text = "view-1";
    view.name = "View";
    view.filter = ViewFilter{};
    view.filter->asks.responsible = numbered_id<PartyId>(chance, "party-", 6);
    put_unknown(chance, view.filter->unknown);
    plan.views.push_back(view);
    Slide slide;
    slide.kind = "plan";
    slide.view = view.id;
    plan.slides.push_back(slide);
    Snapshot snapshot;
    snapshot.id.text = "snapshot";
    snapshot.states.push_back(
        {numbered_id<MeasureId>(chance, "m-", 20), StoredState::Done, 100, {}});
    plan.snapshots.push_back(snapshot);
}

void fill_plan(Chance& chance, Document& plan) {
    plan.plan.territory = "Territory";
    plan.plan.approval = Approval{};
    plan.plan.approval->authority = "Authority";
    put_unknown(chance, plan.plan.unknown);
    put_unknown(chance, plan.unknown);
    put_original(chance, plan.plan.approval->unknown, "\"date\"", "\"2021-02-30\"");
    put_original(chance, plan.plan.unknown, "\"asOf\"", "\"2021-02-30\"");
    if (chance.percent(50)) {
        plan.thresholds = Thresholds{};
        put_original(chance, plan.thresholds->unknown, "\"redBehindPoints\"", "2e9");
    }
    if (chance.percent(50)) {
        plan.dictionaries = Dictionaries{};
        plan.dictionaries->risk_factors = {{"staff", "Staff", {}}, {"parents", "Parents", {}}};
        put_unknown(chance, plan.dictionaries->unknown);
    }
    CalendarYear year;
    year.year = 2021;
    year.days_off = {day("2021-05-01")};
    plan.calendar.push_back(year);
}

} // namespace

std::string random_words(Chance& chance) {
    constexpr std::array<std::string_view, 8> kWords{"совет", "ПЛАН", "2021", "до 01.03.2021",
                                                     "ёлка",  "plan", "№ 5",  "\xF0\x9F\x8F\xAB"};
    constexpr std::array<std::string_view, 4> kSpaces{" ", "  ", "\n", "\r\n"};
    std::string words;
    for (std::uint32_t i = chance.below(5); i > 0; --i) {
        words += kWords[chance.below(kWords.size())];
        words += kSpaces[chance.percent(70) ? 0 : chance.below(kSpaces.size())];
    }
    return words;
}

Document random_full_plan(Chance& chance, std::size_t measures) {
    Document plan = random_plan(chance, measures);
    fill_plan(chance, plan);
    fill_parties_and_sections(chance, plan);
    fill_reports(chance, plan);
    fill_schools(chance, plan);
    fill_meetings(chance, plan);
    return plan;
}

} // namespace vekha::test
