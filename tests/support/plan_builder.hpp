// Builders for tests: a measure or a plan in a few words, with all else at its default.
//     MeasureBuilder("m1").deadline("2021-04-15").in_progress(60).build()
// Days are ISO texts; a text that is no day fails the test, except the empty one, which means an
// open side. Nothing here checks that the plan makes sense: tests need senseless ones too.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test {

// The day; a text that is no day ends the run.
[[nodiscard]] Date day(std::string_view iso);

// Two ISO days; an empty one is an open side.
struct Days {
    std::string_view from;
    std::string_view to;
};

[[nodiscard]] Span span(Days days);
[[nodiscard]] Period period(PeriodKind kind, const std::vector<Days>& spans = {});
// Due so many days after the anchor; an empty anchor is not known yet.
[[nodiscard]] Period relative_period(std::string_view anchor_date, int offset_days);

[[nodiscard]] ProgressReport report(StoredState state, int percent = 0);
[[nodiscard]] ProgressReport done_report(std::string_view done_date = "");
[[nodiscard]] ProgressReport reasoned(StoredState state, std::string_view reason);

class MeasureBuilder {
public:
    explicit MeasureBuilder(std::string_view id);

    MeasureBuilder& title(std::string_view text);
    MeasureBuilder& section(std::string_view id);
    MeasureBuilder& responsible(std::initializer_list<std::string_view> ids);
    MeasureBuilder& with(Period period);
    MeasureBuilder& on_day(std::string_view the_day);
    MeasureBuilder& deadline(std::string_view the_day);
    MeasureBuilder& range(std::string_view from, std::string_view to);
    MeasureBuilder& in_review();
    MeasureBuilder& with(ProgressReport report);
    MeasureBuilder& in_progress(int percent);
    MeasureBuilder& done(std::string_view done_date = "");
    MeasureBuilder& cancelled(std::string_view reason);
    MeasureBuilder& at_all_schools();
    MeasureBuilder& at_schools(std::initializer_list<std::string_view> ids);
    MeasureBuilder& item(std::string_view id, std::optional<ProgressReport> report = std::nullopt,
                         std::optional<Period> period = std::nullopt);
    [[nodiscard]] Measure build() const { return m_measure; }

private:
    Measure m_measure;
};

class PlanBuilder {
public:
    PlanBuilder();

    PlanBuilder& dates(Days days);
    PlanBuilder& as_of(std::string_view the_day);
    PlanBuilder& section(std::string_view id, std::string_view parent = "");
    PlanBuilder& party(std::string_view id);
    // So many schools, "school-1" and on.
    PlanBuilder& schools(int count);
    PlanBuilder& add(const MeasureBuilder& measure);
    PlanBuilder& mark(std::string_view measure, std::string_view school, ProgressReport report);
    PlanBuilder& municipality_mark(std::string_view measure, std::string_view municipality,
                                   ProgressReport report);
    PlanBuilder& occurrence(std::string_view measure, Days days, ProgressReport report);
    PlanBuilder& state_override(std::string_view measure, StoredState state,
                                std::string_view reason);
    // An empty section: the zone of the whole plan.
    PlanBuilder& zone_override(std::string_view section, Zone zone, std::string_view reason);
    PlanBuilder& thresholds(const Thresholds& thresholds);
    [[nodiscard]] Document build() const { return m_document; }

private:
    Document m_document;
};

} // namespace vekha::test
