#include "app/plan_words.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

// Names of enumerators in keys, in the order of the enumerators.
constexpr std::array<std::string_view, 6> kStoredStates{"notStarted", "inProgress", "done",
                                                        "notDone",    "moved",      "cancelled"};
constexpr std::array<std::string_view, kComputedStateCount> kComputedStates{
    "planned", "running", "inProgress", "dueSoon", "late", "done", "notDone", "moved", "cancelled"};
constexpr std::array<std::string_view, 10> kPeriodKinds{
    "day",        "deadline",  "month", "range",    "several",
    "throughout", "recurring", "open",  "relative", "unscheduled"};
constexpr std::array<std::string_view, 6> kPrecisions{"day",  "month", "quarter",
                                                      "half", "year",  "none"};
constexpr std::array<std::string_view, 2> kPeriodSources{"readFromText", "setByHand"};
constexpr std::array<std::string_view, 3> kPlanLevels{"region", "municipality", "school"};
constexpr std::array<std::string_view, 3> kPartyKinds{"body", "role", "person"};
constexpr std::array<std::string_view, 3> kSchoolScopes{"none", "all", "listed"};
constexpr std::array<std::string_view, 5> kSchoolKinds{"lowResults", "adverseConditions",
                                                       "resilient", "donor", "other"};
constexpr std::array<std::string_view, 3> kComparators{"atLeast", "equal", "atMost"};
constexpr std::array<std::string_view, 4> kZones{"grey", "green", "yellow", "red"};

template <std::size_t N, class Enum>
std::string_view name_in(const Texts& texts, std::string_view family,
                         const std::array<std::string_view, N>& names, Enum value) {
    return texts.member(family, names[static_cast<std::size_t>(value)]);
}

// Sentences of the tables have no full stop; those of people may.
void add_sentence(std::string& text, std::string_view sentence) {
    while (sentence.ends_with('.') || sentence.ends_with(' ')) {
        sentence.remove_suffix(1);
    }
    if (!text.empty() && !sentence.empty()) {
        text += ". ";
    }
    text += sentence;
}

std::string explain_reason(const Texts& texts, const UnitStatus& status) {
    const std::string state(computed_state_name(texts, status.state));
    return status.reason.empty()
               ? texts.format("explain.noReason"_key, {{"state", state}})
               : texts.format("explain.reason"_key, {{"state", state}, {"reason", status.reason}});
}

std::string optional_date(const Texts& texts, const std::optional<Date>& date) {
    return date ? short_date(texts, *date) : std::string();
}

// What the rule that fitted says; hints come behind it.
std::string explain_rule(const Texts& texts, const UnitStatus& status) {
    const std::vector<TextArgument> arguments{
        {"start", optional_date(texts, status.start)},
        {"due", optional_date(texts, status.due)},
        {"done", optional_date(texts, status.done_date)},
        {"asOf", short_date(texts, status.as_of)},
        {"stored", std::string(name_in(texts, "storedStateInside.", kStoredStates, status.stored))},
        {"daysLate", days_words(texts, status.days_late)},
        {"daysToDue", days_words(texts, status.days_to_due)},
        {"daysAfterDue", days_words(texts, status.days_after_due)}};
    const auto words = [&](TextKey key) { return texts.format(key, arguments); };
    switch (status.rule) {
    case StateRule::ReasonGiven:
        return explain_reason(texts, status);
    case StateRule::DoneOnDate:
        return words("explain.done"_key);
    case StateRule::DoneDateUnknown:
        return words("explain.doneUnknown"_key);
    case StateRule::DoneAfterDue:
        return words("explain.doneAfterDue"_key);
    case StateRule::PastDue:
        return words("explain.late"_key);
    case StateRule::DueWithin:
        return words(status.days_to_due == 0 ? "explain.dueToday"_key : "explain.dueSoon"_key);
    case StateRule::StartPassed:
        return words(status.due ? "explain.runningUntil"_key : "explain.running"_key);
    case StateRule::Begun:
        return words(status.due ? "explain.begunUntil"_key : "explain.begun"_key);
    case StateRule::NotYet:
        if (status.start) {
            return words("explain.plannedFrom"_key);
        }
        return words(status.due ? "explain.plannedUntil"_key : "explain.planned"_key);
    }
    return {};
}

TextKey zone_rule_key(ZoneRule rule) {
    switch (rule) {
    case ZoneRule::NothingDue:
        return "explain.zoneNothingDue"_key;
    case ZoneRule::OnPlan:
        return "explain.zoneOnPlan"_key;
    case ZoneRule::AnyLate:
    case ZoneRule::LateShare:
        return "explain.zoneLate"_key;
    case ZoneRule::BehindYellow:
    case ZoneRule::BehindRed:
        return "explain.zoneBehind"_key;
    }
    return {};
}

} // namespace

std::string_view stored_state_name(const Texts& texts, StoredState state) {
    return name_in(texts, "storedState.", kStoredStates, state);
}

std::string_view computed_state_name(const Texts& texts, ComputedState state) {
    return name_in(texts, "computedState.", kComputedStates, state);
}

std::string_view period_kind_name(const Texts& texts, PeriodKind kind) {
    return name_in(texts, "periodKind.", kPeriodKinds, kind);
}

std::string_view precision_name(const Texts& texts, Precision precision) {
    return name_in(texts, "precision.", kPrecisions, precision);
}

std::string_view period_source_name(const Texts& texts, PeriodSource source) {
    return name_in(texts, "periodSource.", kPeriodSources, source);
}

std::string_view plan_level_name(const Texts& texts, PlanLevel level) {
    return name_in(texts, "planLevel.", kPlanLevels, level);
}

std::string_view party_kind_name(const Texts& texts, PartyKind kind) {
    return name_in(texts, "partyKind.", kPartyKinds, kind);
}

std::string_view school_scope_name(const Texts& texts, SchoolScope scope) {
    return name_in(texts, "schoolScope.", kSchoolScopes, scope);
}

std::string_view school_kind_name(const Texts& texts, SchoolKind kind) {
    return name_in(texts, "schoolKind.", kSchoolKinds, kind);
}

std::string_view party_name(const Document& document, const PartyId& id) {
    const std::uint32_t index = find_by_id(document.parties, id);
    return index == kNoIndex ? id.text : document.parties[index].name;
}

std::string_view comparator_name(const Texts& texts, Comparator comparator) {
    return name_in(texts, "comparator.", kComparators, comparator);
}

std::string_view zone_name(const Texts& texts, Zone zone) {
    return name_in(texts, "zone.", kZones, zone);
}

std::string_view grouping_name(const Texts& texts, Grouping grouping) {
    return name_in(texts, "groupBy.", kGroupingNames, grouping);
}

std::string_view column_name(const Texts& texts, Column column) {
    return name_in(texts, "column.", kColumnNames, column);
}

std::string explain_unit(const Texts& texts, const UnitStatus& status) {
    std::string text;
    add_sentence(text, explain_rule(texts, status));
    if (status.hints.marked_done_after_as_of && status.done_date) {
        add_sentence(text, texts.format("explain.hintDoneLater"_key,
                                        {{"done", short_date(texts, *status.done_date)}}));
    }
    if (status.hints.not_begun_in_time && status.start) {
        add_sentence(text, texts.format("explain.hintNotBegun"_key,
                                        {{"start", short_date(texts, *status.start)}}));
    }
    if (status.hints.no_term) {
        add_sentence(text, texts.get("explain.hintNoTerm"_key));
    }
    return text;
}

std::string explain_measure(const Texts& texts, const MeasureStatus& status) {
    std::string text = explain_unit(texts, status.status);
    if (status.derived()) {
        add_sentence(
            text, texts.format(
                      "explain.derived"_key,
                      {{"done", texts.number(static_cast<std::int64_t>(status.counts.done))},
                       {"total", texts.number(static_cast<std::int64_t>(status.counts.counting))},
                       {"percent", texts.number(status.percent, 0)}}));
    }
    if (status.overridden) {
        const AppliedOverride& by_hand = *status.overridden;
        add_sentence(
            text, texts.format(
                      "explain.overridden"_key,
                      {{"state", std::string(computed_state_name(texts, by_hand.without.state))}}));
        if (!by_hand.by.empty()) {
            add_sentence(text, texts.format("explain.overriddenBy"_key, {{"by", by_hand.by}}));
        }
        if (by_hand.date) {
            add_sentence(text, texts.format("explain.overriddenOn"_key,
                                            {{"date", short_date(texts, *by_hand.date)}}));
        }
        add_sentence(text, status.status.reason);
    }
    if (status.needs_review) {
        add_sentence(text, texts.get("explain.review"_key));
    }
    return text;
}

std::string explain_counted(const Texts& texts, const GroupFigures& figures) {
    const auto number = [&texts](std::size_t count) {
        return texts.number(static_cast<std::int64_t>(count));
    };
    const std::size_t left = figures.all.count - figures.counting.count;
    return texts.format(left == 0 ? "explain.counted"_key : "explain.countedSome"_key,
                        {{"done", number(figures.in_state(ComputedState::Done).count)},
                         {"all", number(figures.counting.count)},
                         {"left", number(left)}});
}

std::string explain_days_off(const Texts& texts, const Document& document, const Measure& measure,
                             const MeasureStatus& status) {
    const StoredState stored = status.status.stored;
    std::string words;
    if (stored != StoredState::NotStarted && stored != StoredState::InProgress) {
        return words;
    }
    for (const Date day : due_days_off(document, measure)) {
        if (day >= status.status.as_of) {
            words.append(words.empty() ? "" : "\n")
                .append(
                    texts.format("inspector.dueDayOff"_key, {{"date", short_date(texts, day)},
                                                             {"day", weekday_name(texts, day)}}));
        }
    }
    return words;
}

std::string explain_zone(const Texts& texts, const ZoneFigure& zone) {
    const std::vector<TextArgument> arguments{
        {"zone", std::string(zone_name(texts, zone.computed))},
        {"lateShare", texts.number(zone.late_share_percent, 1)},
        {"behind", texts.number(zone.behind_points, 1)}};
    std::string words = texts.format(zone_rule_key(zone.rule), arguments);
    if (!zone.overridden) {
        return words;
    }
    std::string text;
    add_sentence(text, texts.format("explain.zoneByHand"_key,
                                    {{"zone", std::string(zone_name(texts, zone.zone()))},
                                     {"reason", zone.overridden->reason}}));
    add_sentence(text, texts.format("explain.zoneCalculated"_key, {{"words", words}}));
    return text;
}

std::string zone_limits(const Texts& texts, const Thresholds& thresholds) {
    return texts.format("explain.zoneLimits"_key,
                        {{"yellowBehind", texts.number(thresholds.yellow_behind_points, 1)},
                         {"redLate", texts.number(thresholds.red_late_share_percent, 1)},
                         {"redBehind", texts.number(thresholds.red_behind_points, 1)}});
}

std::string explain_baseline(const Texts& texts, const std::vector<PeriodSpan>& approved,
                             const std::vector<PeriodSpan>& now) {
    if (same_days(approved, now)) {
        return {};
    }
    std::string dates;
    for (const PeriodSpan& span : approved) {
        dates.append(dates.empty() ? "" : ", ").append(span_words(texts, span.days));
    }
    // None where a span is open: it has no last day.
    const auto last_day = [](const std::vector<PeriodSpan>& spans) {
        std::optional<Date> last;
        for (const PeriodSpan& span : spans) {
            if (!span.days.to) {
                return std::optional<Date>();
            }
            last = std::max(last, span.days.to);
        }
        return last;
    };
    const std::optional<Date> before = last_day(approved);
    const std::optional<Date> after = last_day(now);
    const std::int32_t shift = before && after ? days_between(*before, *after) : 0;
    if (shift == 0) {
        return texts.format("explain.baseline"_key, {{"dates", dates}});
    }
    return texts.format(shift > 0 ? "explain.baselineLater"_key : "explain.baselineEarlier"_key,
                        {{"dates", dates}, {"days", days_words(texts, std::abs(shift))}});
}

std::string tally_words(const Texts& texts, const Tally& tally) {
    std::string count = texts.number(static_cast<std::int64_t>(tally.count));
    if (tally.in_review == 0) {
        return count;
    }
    return texts.format(
        "figures.withReview"_key,
        {{"count", count}, {"review", texts.number(static_cast<std::int64_t>(tally.in_review))}});
}

namespace {

// Those that come in families: one for each month, state, column and so on.
void fill_families(RoadmapWords& words, const Texts& texts) {
    for (std::size_t i = 0; i < words.month_long.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        words.month_long[i] = texts.member("date.monthLong.", number);
        words.month_short[i] = texts.member("date.monthShort.", number);
        words.month_of[i] = texts.member("date.monthOf.", number);
    }
    for (std::size_t i = 0; i < words.weekday_short.size(); ++i) {
        words.weekday_short[i] = texts.member("date.weekdayShort.", std::to_string(i + 1));
    }
    for (std::size_t i = 0; i < words.state_names.size(); ++i) {
        words.state_names[i] = texts.member("computedState.", kComputedStates[i]);
    }
    for (std::size_t i = 0; i < words.zone_names.size(); ++i) {
        words.zone_names[i] = texts.member("zone.", kZones[i]);
    }
    for (std::size_t i = 0; i < words.column_names.size(); ++i) {
        words.column_names[i] = texts.member("column.", kColumnNames[i]);
    }
    for (std::size_t i = 0; i < kGroupingCount; ++i) {
        words.group_by[i] = texts.member("groupBy.", kGroupingNames[i]);
    }
}

void fill_rest_names(RoadmapWords& words, const Texts& texts) {
    const auto rest_name = [&](Grouping grouping, TextKey key) {
        words.without_names[static_cast<std::size_t>(grouping)] = texts.get(key);
    };
    rest_name(Grouping::Responsible, "groupRest.responsible"_key);
    rest_name(Grouping::Month, "groupRest.due"_key);
    rest_name(Grouping::Quarter, "groupRest.due"_key);
    rest_name(Grouping::SchoolYear, "groupRest.due"_key);
    rest_name(Grouping::School, "groupRest.school"_key);
    rest_name(Grouping::Tag, "groupRest.tag"_key);
}

} // namespace

RoadmapWords make_roadmap_words(const Texts& texts) {
    RoadmapWords words;
    fill_families(words, texts);
    fill_rest_names(words, texts);
    struct Word {
        std::string RoadmapWords::* member = nullptr;
        TextKey key;
    };
    const std::initializer_list<Word> single{
        {&RoadmapWords::month_year, "roadmap.monthYear"_key},
        {&RoadmapWords::quarter, "roadmap.quarter"_key},
        {&RoadmapWords::quarter_short, "roadmap.quarterShort"_key},
        {&RoadmapWords::half, "roadmap.half"_key},
        {&RoadmapWords::half_short, "roadmap.halfShort"_key},
        {&RoadmapWords::week, "roadmap.week"_key},
        {&RoadmapWords::time_column_name, "column.time"_key},
        {&RoadmapWords::state_percent, "roadmap.statePercent"_key},
        {&RoadmapWords::late_by, "roadmap.lateBy"_key},
        {&RoadmapWords::by_hand, "roadmap.byHand"_key},
        {&RoadmapWords::more_parties, "roadmap.moreParties"_key},
        {&RoadmapWords::heading_count, "roadmap.headingCount"_key},
        {&RoadmapWords::heading_found, "roadmap.headingFound"_key},
        {&RoadmapWords::state_bar_name, "roadmap.stateBar"_key},
        {&RoadmapWords::section_progress, "roadmap.sectionProgress"_key},
        {&RoadmapWords::group_choice, "roadmap.groupChoice"_key},
        {&RoadmapWords::quarter_year, "roadmap.quarterYear"_key},
        {&RoadmapWords::school_year, "roadmap.schoolYear"_key},
        {&RoadmapWords::shared_name, "roadmap.shared"_key},
        {&RoadmapWords::sort_choice, "roadmap.sortChoice"_key},
        {&RoadmapWords::plan_order, "order.plan"_key},
        {&RoadmapWords::column_choice, "columns.title"_key},
        {&RoadmapWords::view_choice, "views.title"_key},
        {&RoadmapWords::named_view_choice, "views.choice"_key},
        {&RoadmapWords::ascending, "order.up"_key},
        {&RoadmapWords::descending, "order.down"_key},
        {&RoadmapWords::sort_name, "roadmap.sortBy"_key},
        {&RoadmapWords::unscheduled, "roadmap.unscheduled"_key},
        {&RoadmapWords::relative, "roadmap.relative"_key},
        {&RoadmapWords::no_measures, "roadmap.noMeasures"_key},
        {&RoadmapWords::nothing_found, "filter.nothing"_key},
        {&RoadmapWords::as_of_label, "roadmap.asOfLine"_key},
        {&RoadmapWords::today_label, "roadmap.todayLine"_key},
        {&RoadmapWords::grid_name, "roadmap.grid"_key},
        {&RoadmapWords::fold_name, "roadmap.fold"_key},
        {&RoadmapWords::unfold_name, "roadmap.unfold"_key},
        {&RoadmapWords::review_name, "roadmap.review"_key},
        {&RoadmapWords::column_edge_name, "roadmap.columnEdge"_key},
        {&RoadmapWords::split_name, "roadmap.split"_key},
        {&RoadmapWords::bar_name, "roadmap.bar"_key},
        {&RoadmapWords::section_bar_name, "roadmap.sectionBar"_key},
        {&RoadmapWords::found_bar_name, "roadmap.foundBar"_key},
        {&RoadmapWords::occurrence_name, "roadmap.occurrence"_key},
        {&RoadmapWords::bar_before_name, "roadmap.barBefore"_key},
        {&RoadmapWords::bar_after_name, "roadmap.barAfter"_key},
        {&RoadmapWords::spoken_date, "date.spoken"_key},
        {&RoadmapWords::span_day, "span.day"_key},
        {&RoadmapWords::span_range, "span.range"_key},
        {&RoadmapWords::span_until, "span.until"_key},
        {&RoadmapWords::span_since, "span.since"_key},
        {&RoadmapWords::list_separator, "roadmap.listSeparator"_key},
    };
    for (const Word& word : single) {
        words.*word.member = texts.get(word.key);
    }
    return words;
}

std::string open_plan_name(const AppState& state, std::size_t tab) {
    const OpenPlan& plan = plan_at(state, tab);
    const std::string& title = plan.document.plan.title;
    bool is_only = true;
    std::size_t number = 1; // among those of the same file name
    for (std::size_t other = 0; other < plan_count(state); ++other) {
        const OpenPlan& others = plan_at(state, other);
        if (other != tab && others.document.plan.title == title) {
            is_only = false;
            number += other < tab && others.file_name == plan.file_name ? 1 : 0;
        }
    }
    std::string name = title;
    if (!is_only) {
        name.append(" (").append(plan.file_name);
        name.append(number > 1 ? ", " + std::to_string(number) : std::string()).append(")");
    }
    return name;
}

} // namespace vekha::app
