#include "core/find/row_groups.hpp"

#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_order.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr unsigned kSchoolYearBegins = 9; // September

Date first_of(int year, unsigned month) {
    return Date::from_civil({year, month, 1}).value_or(Date());
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
    Grouper(const Document& document, const PlanStatus& status, Grouping grouping)
        : m_document(document), m_status(status) {
        m_result.grouping = grouping;
        m_result.group_count.resize(document.measures.size());
        if (grouping == Grouping::Responsible) {
            m_by_id = sorted_by_id(document.parties);
        } else if (grouping == Grouping::School) {
            m_by_id = sorted_by_id(document.schools);
        }
    }

    void add(std::uint32_t measure) {
        m_measure = measure;
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
            for (const std::string& tag : m_document.measures[measure].tags) {
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
    }

    RowGroups finish() {
        std::vector<RowGroup>& groups = m_result.groups;
        std::vector<std::string> keys;
        std::vector<std::uint32_t> places;
        keys.reserve(groups.size());
        for (RowGroup& group : groups) {
            complete(group);
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
    template <class Name>
    void add_to(std::string_view kind, std::string_view id, Name name) {
        m_key.assign(kind).append(id);
        const auto [place, is_new] = m_places.try_emplace(m_key, m_result.groups.size());
        if (is_new) {
            RowGroup& made = m_result.groups.emplace_back();
            made.key = m_key;
            name(made);
        }
        RowGroup& group = m_result.groups[place->second];
        // A body, month or tag that the measure names twice counts once.
        if (group.measures.empty() || group.measures.back() != m_measure) {
            group.measures.push_back(m_measure);
            ++m_result.group_count[m_measure];
        }
    }

    void add_by_responsible() {
        const Measure& measure = m_document.measures[m_measure];
        for (const PartyId& id : measure.responsible) {
            const std::uint32_t party = find_by_id(m_document.parties, m_by_id, id);
            if (party != kNoIndex) {
                add_to("party/", id.text,
                       [&](RowGroup& group) { group.text = m_document.parties[party].name; });
            }
        }
        if (m_result.group_count[m_measure] == 0) {
            for (const std::string& text : measure.responsible_text) {
                add_to("words/", text, [&](RowGroup& group) { group.text = text; });
            }
        }
    }

    void add_by_state() {
        const ComputedState state = shown_state(m_status.measures[m_measure].status);
        add_to("state/", std::to_string(static_cast<int>(state)),
               [&](RowGroup& group) { group.state = state; });
    }

    void add_by_due_days() {
        const Period& period = m_document.measures[m_measure].period;
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

    void add_by_day(Date day) {
        const Date first = first_day_of(m_result.grouping, day);
        add_to("from/", first.iso(), [&](RowGroup& group) { group.first_day = first; });
    }

    void add_by_school() {
        const AppliesTo& applies = m_document.measures[m_measure].applies_to;
        const auto add_school = [&](const School& school) {
            add_to("school/", school.id.text, [&](RowGroup& group) {
                group.text = school.short_name.empty() ? school.name : school.short_name;
                group.school = school.id;
            });
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

    // What counts in a group: whole measures, and parts of some.
    struct Units {
        std::vector<const MeasureStatus*> all;
        std::vector<std::unique_ptr<MeasureStatus>> parts;
        void add(const MeasureStatus& whole) { all.push_back(&whole); }
        void add_part(const MeasureStatus& whole, const PartStatus& part) {
            MeasureStatus& unit = *parts.emplace_back(std::make_unique<MeasureStatus>());
            unit.status = part.status;
            unit.plan = {part.status.start, part.status.due};
            unit.percent = part.percent;
            unit.needs_review = whole.needs_review;
            add(unit);
        }
    };

    void add_units(Units& units, const RowGroup& group, std::uint32_t measure) const {
        const MeasureStatus& whole = m_status.measures[measure];
        const PartKind kind =
            m_result.grouping == Grouping::School ? PartKind::Mark : PartKind::Occurrence;
        const bool by_parts = !group.is_rest && has_units_of_its_own(m_result.grouping);
        const auto is_of_kind = [kind](const PartStatus& part) { return part.kind == kind; };
        if (by_parts && std::ranges::any_of(whole.parts, is_of_kind)) {
            const PartStatus* unreported = nullptr;
            const std::size_t before = units.all.size();
            for (const PartStatus& part : whole.parts) {
                if (!is_of_kind(part)) {
                    continue;
                }
                if (kind == PartKind::Mark && !part.index) {
                    unreported = &part;
                } else if (belongs(group, part)) {
                    units.add_part(whole, part);
                }
            }
            if (units.all.size() == before && unreported != nullptr) {
                units.add_part(whole, *unreported);
            }
            return;
        }
        const bool is_elsewhere =
            by_due() && !group.is_rest && whole.plan.due &&
            first_day_of(m_result.grouping, *whole.plan.due) != group.first_day;
        if (!is_elsewhere) {
            units.add(whole);
        }
    }

    [[nodiscard]] bool by_due() const {
        return has_units_of_its_own(m_result.grouping) && m_result.grouping != Grouping::School;
    }

    [[nodiscard]] bool belongs(const RowGroup& group, const PartStatus& part) const {
        if (part.kind == PartKind::Mark) {
            return part.index && m_document.marks[*part.index].school == group.school;
        }
        return part.status.due &&
               first_day_of(m_result.grouping, *part.status.due) == group.first_day;
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

    void complete(RowGroup& group) {
        Units units;
        units.all.reserve(group.measures.size());
        for (const std::uint32_t measure : group.measures) {
            const std::size_t before = units.all.size();
            const std::size_t parts_before = units.parts.size();
            add_units(units, group, measure);
            if (units.all.size() == before + 1 && units.parts.size() == parts_before + 1) {
                group.own_states.emplace_back(measure, *units.parts.back());
            }
            add_days(group, m_document.measures[measure].period);
            m_result.overlap = m_result.overlap || m_result.group_count[measure] > 1;
        }
        std::ranges::sort(group.own_states, {}, [](const auto& own) { return own.first; });
        group.figures = group_counts(units.all, m_status.as_of, m_status.thresholds);
    }

    const Document& m_document;
    const PlanStatus& m_status;
    RowGroups m_result;
    std::vector<std::uint32_t> m_by_id;
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::string m_key;
    std::uint32_t m_measure = 0;
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
                         std::span<const std::uint32_t> order) {
    RowGroups none;
    none.grouping = grouping;
    if (!none.has_groups()) {
        return none;
    }
    Grouper grouper(document, status, grouping);
    for (const std::uint32_t measure : order) {
        grouper.add(measure);
    }
    return grouper.finish();
}

} // namespace vekha
