#include "core/edit/bulk_edits.hpp"

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/occurrence_days.hpp"
#include "core/edit/period_moves.hpp"
#include "core/edit/progress_rules.hpp"
#include "core/edit/typed_lists.hpp"
#include "core/edit/typed_period.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// The list without those of `gone`, and behind what is left those of `added`, each once.
template <class T>
std::vector<T> changed_list(const std::vector<T>& before, const std::vector<T>& added,
                            const std::vector<T>& gone) {
    std::vector<T> list;
    const auto put = [&](const T& item) {
        if (std::ranges::find(list, item) == list.end()) {
            list.push_back(item);
        }
    };
    for (const T& item : before) {
        if (std::ranges::find(gone, item) == gone.end()) {
            put(item);
        }
    }
    for (const T& item : added) {
        put(item);
    }
    return list;
}

// The change with its texts cleaned and its bodies known.
struct Prepared {
    const BulkChange& change;
    Date as_of;
    std::vector<PartyId> parties;
    std::vector<std::string> add_tags;
    std::vector<std::string> remove_tags;
};

void change_responsible(Measure& measure, ListChange how, const std::vector<PartyId>& parties) {
    static const std::vector<PartyId> kNone;
    const bool replaces = how == ListChange::Replace;
    const bool removes = how == ListChange::Remove;
    std::vector<PartyId> responsible =
        changed_list(replaces ? kNone : measure.responsible, removes ? kNone : parties,
                     removes ? parties : kNone);
    let_field_follow(measure.responsible, std::move(responsible), measure.unknown, "responsible");
}

Result<Period, EditProblem> shifted(const Period& period, const PeriodShift& shift) {
    return typed_period(shifted_period(period, shift), period);
}

// The periods of its items with it.
std::optional<EditProblem> shift_periods(Measure& measure, const PeriodShift& shift) {
    Result<Period, EditProblem> period = shifted(measure.period, shift);
    if (!period) {
        return period.error();
    }
    let_field_follow(measure.period, std::move(period).value(), measure.unknown, "period");
    for (MeasureItem& item : measure.items) {
        if (!item.period) {
            continue;
        }
        Result<Period, EditProblem> of_item = shifted(*item.period, shift);
        if (!of_item) {
            return of_item.error();
        }
        let_field_follow(item.period, std::optional(std::move(of_item).value()), item.unknown,
                         "period");
    }
    return std::nullopt;
}

std::optional<EditProblem> change_one(Measure& measure, const Prepared& prepared, bool is_derived) {
    const BulkChange& change = prepared.change;
    if (!is_derived && !(change.progress == ProgressChange{})) {
        if (const auto problem = change_report(measure, change.progress, prepared.as_of)) {
            return problem;
        }
    }
    if (change.responsible) {
        change_responsible(measure, change.responsible->how, prepared.parties);
    }
    if (!prepared.add_tags.empty() || !prepared.remove_tags.empty()) {
        let_field_follow(measure.tags,
                         changed_list(measure.tags, prepared.add_tags, prepared.remove_tags),
                         measure.unknown, "tags");
    }
    return change.shift.count == 0 ? std::nullopt : shift_periods(measure, change.shift);
}

} // namespace

Result<Document, EditProblem> change_measures(const Document& document,
                                              std::span<const BulkTarget> targets,
                                              const BulkChange& change, Date as_of, NewIds& ids) {
    Document changed = document;
    Prepared prepared{
        .change = change, .as_of = as_of, .parties = {}, .add_tags = {}, .remove_tags = {}};
    if (change.responsible) {
        auto parties = resolved_parties(changed, change.responsible->parties, ids);
        if (!parties) {
            return fail(parties.error());
        }
        prepared.parties = std::move(parties).value();
    }
    for (const auto& [typed, tags] : {std::pair{&change.add_tags, &prepared.add_tags},
                                      std::pair{&change.remove_tags, &prepared.remove_tags}}) {
        auto parsed = typed_tags(*typed);
        if (!parsed) {
            return fail(parsed.error());
        }
        *tags = std::move(parsed).value();
    }
    std::optional<EditProblem> problem;
    OccurrenceDays days;
    std::uint32_t index = 0;
    auto next = targets.begin();
    changed.measures =
        document.measures.replaced([&](const Measure& before) -> std::optional<Measure> {
            if (next == targets.end() || next->index != index++ || problem) {
                return std::nullopt;
            }
            Measure measure = before;
            problem = change_one(measure, prepared, (next++)->is_derived);
            if (!document.occurrences.empty()) {
                days.follow(before.id, before.period, measure.period, SpansAre::Moved);
            }
            return problem || measure == before ? std::nullopt : std::optional(std::move(measure));
        });
    if (problem) {
        return fail(*problem);
    }
    changed.occurrences = days.applied(document.occurrences);
    return changed;
}

std::size_t count_changed(const Document& before, const Document& after,
                          std::span<const BulkTarget> targets) {
    return static_cast<std::size_t>(std::ranges::count_if(targets, [&](const BulkTarget& target) {
        return before.measures.pointer(target.index) != after.measures.pointer(target.index);
    }));
}

} // namespace vekha
