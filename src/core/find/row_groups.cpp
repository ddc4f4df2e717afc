#include "core/find/row_groups.hpp"

#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_order.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr unsigned kSchoolYearBegins = 9; // September
constexpr std::string_view kSchoolKey = "school/";
constexpr std::string_view kFromKey = "from/";

Date first_of(int year, unsigned month) {
    return Date::from_civil({year, month, 1}).value_or(Date());
}

int months_of(Grouping grouping) {
    switch (grouping) {
    case Grouping::Quarter:
        return kMonthsInQuarter;
    case Grouping::SchoolYear:
        return kMonthsInYear;
    default:
        return 1;
    }
}

// The first day of the month, quarter or school year that holds the day.
Date first_day_of(Grouping grouping, Date day) {
    const CivilDate civil = day.civil();
    if (grouping == Grouping::Quarter) {
        return first_of(civil.year, (civil.month - 1) / kMonthsInQuarter * kMonthsInQuarter + 1);
    }
    if (grouping == Grouping::SchoolYear) {
        return first_of(civil.month < kSchoolYearBegins ? civil.year - 1 : civil.year,
                        kSchoolYearBegins);
    }
    return day.first_of_month();
}

// Only one of its parts differs from group to group.
std::string sort_key(const RowGroup& group) {
    const std::string date = group.first_day.iso();
    return static_cast<char>('a' + urgency_rank(group.state)) + date +
           number_key(folded(group.text));
}

class Grouper {
public:
    Grouper(const Document& document, const PlanStatus& status, Grouping grouping,
            std::span<const SchoolId> schools)
        : m_document(document), m_status(status), m_schools(schools) {
        m_result.grouping = grouping;
        m_result.group_count.resize(document.measures.size());
        m_place_of_state.fill(kNoPlace);
        if (grouping == Grouping::Responsible) {
            m_by_id = sorted_by_id(document.parties);
            m_place_of.resize(document.parties.size(), kNoPlace);
        } else if (grouping == Grouping::School) {
            m_by_id = sorted_by_id(document.schools);
        }
    }

    void add(std::uint32_t measure) {
        m_measure = measure;
        m_now = m_document.measures.pointer(measure);
        m_in.clear();
        switch (m_result.grouping) {
        case Grouping::Responsible:
            add_by_responsible();
            break;
        case Grouping::State:
            add_by_state();
            break;
        case Grouping::Month:
        case Grouping::Quarter:
        case Grouping::SchoolYear:
            add_by_due_days();
            break;
        case Grouping::School:
            add_by_school();
            break;
        case Grouping::Tag:
            for (const std::string& tag : m_now->tags) {
                add_to("tag/", tag, [&](RowGroup& group) { group.text = tag; });
            }
            break;
        case Grouping::Section:
        case Grouping::None:
            break;
        }
        if (m_result.group_count[measure] == 0) {
            add_to("rest", {}, [](RowGroup& group) { group.is_rest = true; });
        }
        m_result.overlap = m_result.overlap || m_result.group_count[measure] > 1;
        if (has_units_of_its_own(m_result.grouping)) {
            add_units();
        }
    }

    RowGroups finish() {
        std::vector<RowGroup>& groups = m_result.groups;
        std::vector<std::string> keys;
        std::vector<std::uint32_t> places;
        keys.reserve(groups.size());
        for (RowGroup& group : groups) {
            if (has_units_of_its_own(m_result.grouping)) {
                count_units(group, m_units[keys.size()]);
            } else {
                count_measures(group);
            }
            places.push_back(static_cast<std::uint32_t>(keys.size()));
            keys.push_back(group.is_rest ? std::string() : sort_key(group));
        }
        sort_by_keys(places, keys, false);
        std::vector<RowGroup> sorted;
        sorted.reserve(groups.size());
        for (const std::uint32_t place : places) {
            sorted.push_back(std::move(groups[place]));
        }
        groups = std::move(sorted);
        return std::move(m_result);
    }

private:
    static constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);
    static constexpr std::size_t kLately = 64;
    static constexpr std::size_t kSpread = 31;

    // A month, quarter or school year that has a group.
    struct Stretch {
        Date first;
        Date end; // the first day that is no longer in it
        std::size_t place = 0;
    };

    struct Lately {
        const PartyId* id = nullptr; // in the document
        std::uint32_t party = kNoIndex;
    };

    // Returns the place of the group.
    template <class Name>
    std::size_t add_to(std::string_view kind, std::string_view id, Name name) {
        m_key.assign(kind).append(id);
        const auto [place, is_new] = m_places.try_emplace(m_key, m_result.groups.size());
        if (is_new) {
            RowGroup& made = m_result.groups.emplace_back();
            made.key = m_key;
            name(made);
            m_units.emplace_back();
        }
        add_at(place->second);
        return place->second;
    }

    void add_at(std::size_t place) {
        RowGroup& group = m_result.groups[place];
        // A body, month or tag that the measure names twice counts once.
        if (group.measures.empty() || group.measures.back() != m_measure) {
            group.measures.push_back(m_measure);
            ++m_result.group_count[m_measure];
            m_in.push_back(place);
            add_days(group, m_now->period);
        }
    }

    void add_by_responsible() {
        for (const PartyId& id : m_now->responsible) {
            const std::uint32_t party = party_of(id);
            if (party == kNoIndex) {
                continue;
            }
            if (m_place_of[party] != kNoPlace) {
                add_at(m_place_of[party]);
                continue;
            }
            m_place_of[party] = add_to("party/", id.text, [&](RowGroup& group) {
                group.text = m_document.parties[party].name;
            });
        }
        if (m_result.group_count[m_measure] == 0) {
            for (const std::string& text : m_now->responsible_text) {
                add_to("words/", text, [&](RowGroup& group) { group.text = text; });
            }
        }
    }

    // A body answers for many measures, so most are among those that were asked for lately.
    std::uint32_t party_of(const PartyId& id) {
        if (id.empty()) {
            return kNoIndex;
        }
        const auto last = static_cast<unsigned char>(id.text.back());
        Lately& lately = m_lately[(last * kSpread + id.text.size()) % kLately];
        if (lately.id == nullptr || *lately.id != id) {
            lately = {&id, find_by_id(m_document.parties, m_by_id, id)};
        }
        return lately.party;
    }

    void add_by_state() {
        const ComputedState state = shown_state(m_status.measures[m_measure].status);
        std::size_t& place = m_place_of_state[static_cast<std::size_t>(state)];
        if (place != kNoPlace) {
            add_at(place);
            return;
        }
        place = add_to("state/", std::to_string(static_cast<int>(state)),
                       [&](RowGroup& group) { group.state = state; });
    }

    void add_by_due_days() {
        const Period& period = m_now->period;
        if (period.kind == PeriodKind::Several || period.kind == PeriodKind::Recurring) {
            for (const PeriodSpan& span : period.spans) {
                if (span.days.to) {
                    add_by_day(*span.days.to);
                }
            }
        } else if (const auto due = m_status.measures[m_measure].plan.due) {
            add_by_day(*due);
        }
    }

    // Many measures fall into few months.
    void add_by_day(Date day) {
        const auto next = std::ranges::upper_bound(m_stretches, day, {}, &Stretch::first);
        if (next != m_stretches.begin() && day < std::prev(next)->end) {
            add_at(std::prev(next)->place);
            return;
        }
        const Date first = first_day_of(m_result.grouping, day);
        const std::size_t place =
            add_to(kFromKey, first.iso(), [&](RowGroup& group) { group.first_day = first; });
        const Date end = first.plus_months_clamped(months_of(m_result.grouping));
        if (first <= day) { // not so only before the first year
            m_stretches.insert(next, {first, end, place});
        }
    }

    void add_by_school() {
        const AppliesTo& applies = m_now->applies_to;
        const auto add_school = [&](const School& school) {
            if (!m_schools.empty() && std::ranges::find(m_schools, school.id) == m_schools.end()) {
                return;
            }
            add_to(kSchoolKey, school.id.text,
                   [&](RowGroup& group) { group.text = short_name_of(school); });
        };
        if (applies.scope == SchoolScope::All) {
            for (const School& school : m_document.schools) {
                add_school(school);
            }
        } else if (applies.scope == SchoolScope::Listed) {
            for (const SchoolId& id : applies.schools) {
                const std::uint32_t school = find_by_id(m_document.schools, m_by_id, id);
                if (school != kNoIndex) {
                    add_school(m_document.schools[school]);
                }
            }
        }
    }

    // What counts in a group: a measure, or a part of it.
    struct Unit {
        std::uint32_t measure = 0;
        const PartStatus* part = nullptr; // none: the whole
    };

    // Once for each measure, after it was put into its groups.
    void add_units() {
        const MeasureStatus& whole = m_status.measures[m_measure];
        const PartKind kind =
            m_result.grouping == Grouping::School ? PartKind::Mark : PartKind::Occurrence;
        const bool is_rest = m_result.groups[m_in.front()].is_rest;
        const auto is_of_kind = [kind](const PartStatus& part) { return part.kind == kind; };
        if (is_rest || std::ranges::none_of(whole.parts, is_of_kind)) {
            for (const std::size_t place : m_in) {
                if (is_rest || !is_due_elsewhere(m_result.groups[place], whole)) {
                    m_units[place].push_back({m_measure, nullptr});
                }
            }
            return;
        }
        const PartStatus* unreported = nullptr; // of all schools without a mark
        for (const PartStatus& part : whole.parts) {
            if (kind == part.kind && kind == PartKind::Mark && !part.index) {
                unreported = &part;
            } else if (kind == part.kind) {
                add_part(part);
            }
        }
        for (const std::size_t place : m_in) {
            std::vector<Unit>& units = m_units[place];
            if (unreported != nullptr && (units.empty() || units.back().measure != m_measure)) {
                units.push_back({m_measure, unreported});
            }
        }
    }

    void add_part(const PartStatus& part) {
        if (part.kind == PartKind::Mark) {
            m_key.assign(kSchoolKey).append(m_document.marks[part.index.value_or(0)].school.text);
        } else if (part.status.due) {
            m_key.assign(kFromKey).append(first_day_of(m_result.grouping, *part.status.due).iso());
        } else {
            return;
        }
        const auto found = m_places.find(m_key);
        if (found != m_places.end() &&
            m_result.groups[found->second].measures.back() == m_measure) {
            m_units[found->second].push_back({m_measure, &part});
        }
    }

    [[nodiscard]] bool is_due_elsewhere(const RowGroup& group, const MeasureStatus& whole) const {
        return by_due() && whole.plan.due &&
               first_day_of(m_result.grouping, *whole.plan.due) != group.first_day;
    }

    [[nodiscard]] bool by_due() const {
        return has_units_of_its_own(m_result.grouping) && m_result.grouping != Grouping::School;
    }

    void add_days(RowGroup& group, const Period& period) const {
        if (!by_due() || group.is_rest) {
            widen(group.days, period);
            return;
        }
        for (const PeriodSpan& span : period.spans) {
            if (span.days.to && first_day_of(m_result.grouping, *span.days.to) == group.first_day) {
                widen(group.days, span.days.from);
                widen(group.days, span.days.to);
            }
        }
    }

    void count_measures(RowGroup& group) const {
        std::vector<const MeasureStatus*> statuses;
        statuses.reserve(group.measures.size());
        for (const std::uint32_t measure : group.measures) {
            statuses.push_back(&m_status.measures[measure]);
        }
        group.figures = group_counts(statuses, m_status.as_of, m_status.thresholds);
    }

    void count_units(RowGroup& group, const std::vector<Unit>& units) const {
        std::vector<const MeasureStatus*> statuses;
        std::vector<MeasureStatus> parts;
        statuses.reserve(units.size());
        parts.reserve(units.size()); // which are pointed to
        for (const Unit& unit : units) {
            const MeasureStatus& whole = m_status.measures[unit.measure];
            statuses.push_back(
                unit.part == nullptr ? &whole : &parts.emplace_back(of_part(whole, *unit.part)));
        }
        group.figures = group_counts(statuses, m_status.as_of, m_status.thresholds);
        keep_own_states(group, units, parts);
    }

    static MeasureStatus of_part(const MeasureStatus& whole, const PartStatus& part) {
        MeasureStatus status;
        status.status = part.status;
        status.plan = {part.status.start, part.status.due};
        status.percent = part.percent;
        status.needs_review = whole.needs_review;
        return status;
    }

    // Of measures with a single part in the group. The units of a measure stand side by side.
    static void keep_own_states(RowGroup& group, const std::vector<Unit>& units,
                                std::vector<MeasureStatus>& parts) {
        std::size_t part = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].part == nullptr) {
                continue;
            }
            const bool is_single =
                (i == 0 || units[i - 1].measure != units[i].measure) &&
                (i + 1 == units.size() || units[i + 1].measure != units[i].measure);
            if (is_single) {
                group.own_states.emplace_back(units[i].measure, std::move(parts[part]));
            }
            ++part;
        }
        sort_items(group.own_states,
                   [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    const Document& m_document;
    const PlanStatus& m_status;
    std::span<const SchoolId> m_schools; // that have groups; empty: all
    RowGroups m_result;
    std::vector<std::uint32_t> m_by_id;
    std::vector<std::size_t> m_place_of; // of the group of each body, when there is one
    std::array<std::size_t, kComputedStateCount> m_place_of_state{};
    std::vector<Stretch> m_stretches; // by day
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::vector<std::vector<Unit>> m_units; // by group
    std::string m_key;
    std::uint32_t m_measure = 0;
    const Measure* m_now = nullptr; // that very measure
    std::array<Lately, kLately> m_lately;
    std::vector<std::size_t> m_in; // the groups of this measure
};

} // namespace

bool has_units_of_its_own(Grouping grouping) {
    return grouping == Grouping::Month || grouping == Grouping::Quarter ||
           grouping == Grouping::SchoolYear || grouping == Grouping::School;
}

std::uint32_t RowGroups::find(std::string_view key) const {
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [key](const RowGroup& group) { return group.key == key; });
    return found == groups.end() ? kNoIndex : static_cast<std::uint32_t>(found - groups.begin());
}

std::uint32_t RowGroups::group_of(std::uint32_t measure, std::string_view key) const {
    const auto holds = [measure](const RowGroup& group) {
        return std::ranges::find(group.measures, measure) != group.measures.end();
    };
    const std::uint32_t wanted = find(key);
    if (wanted != kNoIndex && holds(groups[wanted])) {
        return wanted;
    }
    const auto first = std::ranges::find_if(groups, holds);
    return first == groups.end() ? kNoIndex : static_cast<std::uint32_t>(first - groups.begin());
}

std::string_view RowGroups::key_of(std::uint32_t group) const {
    return group < groups.size() ? std::string_view(groups[group].key) : std::string_view();
}

const MeasureStatus& state_in_group(const PlanStatus& status, const RowGroups& groups,
                                    std::uint32_t measure, std::uint32_t group) {
    const MeasureStatus& whole = status.measures[measure];
    if (group >= groups.groups.size()) {
        return whole;
    }
    const auto& own = groups.groups[group].own_states;
    const auto found =
        std::ranges::lower_bound(own, measure, {}, [](const auto& each) { return each.first; });
    return found != own.end() && found->first == measure ? found->second : whole;
}

void append_row_id(std::string& out, std::string_view measure, std::string_view group_key) {
    out += measure;
    if (!group_key.empty()) {
        out.append("@").append(group_key);
    }
}

RowGroups group_measures(const Document& document, const PlanStatus& status, Grouping grouping,
                         std::span<const std::uint32_t> order, std::span<const SchoolId> schools) {
    RowGroups none;
    none.grouping = grouping;
    if (!none.has_groups()) {
        return none;
    }
    Grouper grouper(document, status, grouping, schools);
    for (const std::uint32_t measure : order) {
        grouper.add(measure);
    }
    return grouper.finish();
}

} // namespace vekha
