#include "tests/support/plan_builder.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"

#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

std::optional<Date> day_or_open(std::string_view iso) {
    return iso.empty() ? std::nullopt : std::optional<Date>(day(iso));
}

} // namespace

Date day(std::string_view iso) {
    const std::optional<Date> date = Date::from_iso(iso);
    if (!date) {
        // Constants of test files are made before doctest runs, so its assertions cannot be used
        // here.
        std::fprintf(stderr, "no such day: %s\n", std::string(iso).c_str());
        std::abort();
    }
    return *date;
}

Span span(Days days) {
    return {day_or_open(days.from), day_or_open(days.to)};
}

Period period(PeriodKind kind, const std::vector<Days>& spans) {
    Period result;
    result.kind = kind;
    for (const Days& days : spans) {
        result.spans.push_back({span(days), {}});
    }
    return result;
}

Period relative_period(std::string_view anchor_date, int offset_days) {
    Period result = period(PeriodKind::Relative);
    result.relative = RelativeTo{"order", day_or_open(anchor_date), offset_days, {}};
    return result;
}

ProgressReport report(StoredState state, int percent) {
    ProgressReport result;
    result.state = state;
    result.percent = percent;
    return result;
}

ProgressReport done_report(std::string_view done_date) {
    ProgressReport result = report(StoredState::Done, 100);
    result.done_date = day_or_open(done_date);
    return result;
}

ProgressReport reasoned(StoredState state, std::string_view reason) {
    ProgressReport result = report(state);
    result.reason = reason;
    return result;
}

MeasureBuilder::MeasureBuilder(std::string_view id) {
    m_measure.id.text = id;
    m_measure.title = id;
}

MeasureBuilder& MeasureBuilder::title(std::string_view text) {
    m_measure.title = text;
    return *this;
}

MeasureBuilder& MeasureBuilder::section(std::string_view id) {
    m_measure.section.text = id;
    return *this;
}

MeasureBuilder& MeasureBuilder::responsible(std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) {
        m_measure.responsible.push_back({std::string(id)});
    }
    return *this;
}

MeasureBuilder& MeasureBuilder::with(Period period) {
    m_measure.period = std::move(period);
    return *this;
}

MeasureBuilder& MeasureBuilder::on_day(std::string_view the_day) {
    return with(period(PeriodKind::Day, {{the_day, the_day}}));
}

MeasureBuilder& MeasureBuilder::deadline(std::string_view the_day) {
    return with(period(PeriodKind::Deadline, {{"", the_day}}));
}

MeasureBuilder& MeasureBuilder::range(std::string_view from, std::string_view to) {
    return with(period(PeriodKind::Range, {{from, to}}));
}

MeasureBuilder& MeasureBuilder::in_review() {
    m_measure.period.review = Review{"two readings", {}};
    return *this;
}

MeasureBuilder& MeasureBuilder::with(ProgressReport report) {
    m_measure.report = std::move(report);
    return *this;
}

MeasureBuilder& MeasureBuilder::in_progress(int percent) {
    return with(report(StoredState::InProgress, percent));
}

MeasureBuilder& MeasureBuilder::done(std::string_view done_date) {
    return with(done_report(done_date));
}

MeasureBuilder& MeasureBuilder::cancelled(std::string_view reason) {
    return with(reasoned(StoredState::Cancelled, reason));
}

MeasureBuilder& MeasureBuilder::at_all_schools() {
    m_measure.applies_to.scope = SchoolScope::All;
    return *this;
}

MeasureBuilder& MeasureBuilder::at_schools(std::initializer_list<std::string_view> ids) {
    m_measure.applies_to.scope = SchoolScope::Listed;
    for (const std::string_view id : ids) {
        m_measure.applies_to.schools.push_back({std::string(id)});
    }
    return *this;
}

MeasureBuilder& MeasureBuilder::item(std::string_view id, std::optional<ProgressReport> report,
                                     std::optional<Period> period) {
    MeasureItem item;
    item.id.text = id;
    item.title = id;
    item.report = std::move(report);
    item.period = std::move(period);
    m_measure.items.push_back(std::move(item));
    return *this;
}

PlanBuilder::PlanBuilder() {
    m_document.plan.id.text = "plan";
    m_document.plan.title = "Plan";
}

PlanBuilder& PlanBuilder::dates(Days days) {
    m_document.plan.from = day_or_open(days.from);
    m_document.plan.to = day_or_open(days.to);
    return *this;
}

PlanBuilder& PlanBuilder::as_of(std::string_view the_day) {
    m_document.plan.as_of = day_or_open(the_day);
    return *this;
}

PlanBuilder& PlanBuilder::section(std::string_view id, std::string_view parent) {
    Section section;
    section.id.text = id;
    section.title = id;
    section.order = static_cast<int>(m_document.sections.size());
    section.parent.text = parent;
    m_document.sections.push_back(std::move(section));
    return *this;
}

PlanBuilder& PlanBuilder::party(std::string_view id) {
    Party party;
    party.id.text = id;
    party.name = id;
    m_document.parties.push_back(std::move(party));
    return *this;
}

PlanBuilder& PlanBuilder::schools(int count) {
    for (int i = 1; i <= count; ++i) {
        School school;
        school.id.text = "school-" + std::to_string(i);
        school.name = school.id.text;
        m_document.schools.push_back(std::move(school));
    }
    return *this;
}

PlanBuilder& PlanBuilder::add(const MeasureBuilder& measure) {
    m_document.measures.push_back(measure.build());
    return *this;
}

PlanBuilder& PlanBuilder::mark(std::string_view measure, std::string_view school,
                               ProgressReport report) {
    Mark mark;
    mark.measure.text = measure;
    mark.school.text = school;
    mark.report = std::move(report);
    m_document.marks.push_back(std::move(mark));
    return *this;
}

PlanBuilder& PlanBuilder::municipality_mark(std::string_view measure, std::string_view municipality,
                                            ProgressReport report) {
    Mark mark;
    mark.measure.text = measure;
    mark.municipality = municipality;
    mark.report = std::move(report);
    m_document.marks.push_back(std::move(mark));
    return *this;
}

PlanBuilder& PlanBuilder::occurrence(std::string_view measure, Days days, ProgressReport report) {
    Occurrence occurrence;
    occurrence.measure.text = measure;
    occurrence.days = span(days);
    occurrence.report = std::move(report);
    m_document.occurrences.push_back(std::move(occurrence));
    return *this;
}

PlanBuilder& PlanBuilder::state_override(std::string_view measure, StoredState state,
                                         std::string_view reason) {
    Override item;
    item.measure.text = measure;
    item.state = state;
    item.reason = reason;
    item.by = "coordinator";
    m_document.overrides.push_back(std::move(item));
    return *this;
}

PlanBuilder& PlanBuilder::zone_override(std::string_view section, Zone zone,
                                        std::string_view reason) {
    Override item;
    item.section.text = section;
    item.zone = zone;
    item.reason = reason;
    item.by = "coordinator";
    m_document.overrides.push_back(std::move(item));
    return *this;
}

PlanBuilder& PlanBuilder::thresholds(const Thresholds& thresholds) {
    m_document.thresholds = thresholds;
    return *this;
}

} // namespace vekha::test
