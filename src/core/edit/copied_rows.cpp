#include "core/edit/copied_rows.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/sorting.hpp"
#include "core/edit/copies.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/measure_places.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/removed_measures.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

template <class Visit>
void each_party(const Measure& measure, Visit visit) {
    for (const PartyId& party : measure.responsible) {
        visit(party);
    }
    for (const MeasureItem& item : measure.items) {
        for (const PartyId& party : item.responsible) {
            visit(party);
        }
    }
}

template <class AnyId>
using IdMap = std::map<AnyId, AnyId>;

// In the place of each id what the map has for it; what it does not have goes.
template <class AnyId>
void translate(std::vector<AnyId>& list, const IdMap<AnyId>& map) {
    std::vector<AnyId> changed;
    for (const AnyId& id : list) {
        const auto found = map.find(id);
        if (found != map.end() && std::ranges::find(changed, found->second) == changed.end()) {
            changed.push_back(found->second);
        }
    }
    list = std::move(changed);
}

// The party of the plan that is meant by one of another plan; added when there is none.
PartyId party_for(Document& document, const Party& party, NewIds& ids) {
    const std::uint32_t same = find_by_id(document.parties, party.id);
    if (same != kNoIndex && document.parties[same].name == party.name) {
        return party.id;
    }
    const std::uint32_t known = find_party(document, party.name);
    if (known != kNoIndex) {
        return document.parties[known].id;
    }
    Party added = party;
    if (same != kNoIndex) {
        added.id = ids.make<PartyId>("p", document.parties);
    }
    // No two answer to one name.
    std::erase_if(added.aliases, [&document](const std::string& alias) {
        return find_party(document, alias) != kNoIndex;
    });
    PartyId id = added.id;
    document.parties.push_back(std::move(added));
    return id;
}

// Makes measures of another plan those of this one.
class Newcomers {
public:
    Newcomers(Document& document, const Document& rows, std::span<const MeasureId> new_ids,
              NewIds& ids)
        : m_ids(ids) {
        for (const Party& party : rows.parties) {
            m_parties.try_emplace(party.id, party_for(document, party, ids));
        }
        for (const School& school : document.schools) {
            m_schools.try_emplace(school.id, school.id);
        }
        for (std::size_t i = 0; i < rows.measures.size(); ++i) {
            m_measures.try_emplace(rows.measures[i].id, new_ids[i]);
        }
        const bool is_same_plan = rows.plan.id == document.plan.id;
        for (const Measure& measure : document.measures) {
            m_numbers.insert(measure.number);
            if (is_same_plan) {
                m_measures.try_emplace(measure.id, measure.id);
            }
        }
    }

    [[nodiscard]] Measure of(const Measure& row, MeasureId id, const SectionId& section) {
        Measure measure = row;
        measure.id = std::move(id);
        measure.section = section;
        if (m_numbers.contains(measure.number)) {
            measure.number.clear();
        }
        translate(measure.responsible, m_parties);
        translate(measure.depends_on, m_measures);
        translate(measure.applies_to.schools, m_schools);
        if (measure.applies_to.scope == SchoolScope::Listed && measure.applies_to.schools.empty()) {
            measure.applies_to.scope = SchoolScope::None;
        }
        for (MeasureItem& item : measure.items) {
            item.id = m_ids.make<ItemId>("i", std::vector<MeasureItem>());
            translate(item.responsible, m_parties);
        }
        return measure;
    }
    [[nodiscard]] const MeasureId* id_of(const MeasureId& row) const {
        const auto found = m_measures.find(row);
        return found == m_measures.end() ? nullptr : &found->second;
    }

private:
    NewIds& m_ids;
    IdMap<PartyId> m_parties;
    IdMap<SchoolId> m_schools;
    IdMap<MeasureId> m_measures;
    std::set<std::string_view> m_numbers;
};

// Behind what is there, what the other list has of those measures.
template <class T>
void append_of(SharedList<T>& list, const SharedList<T>& others, const MeasureIds& measures) {
    for (const T& item : others) {
        if (measures.contains(item.measure)) {
            list.push_back(item);
        }
    }
}

// Of what the list had, the ids of what it has no more.
template <class T>
auto gone_from(const SharedList<T>& now, const SharedList<T>& before) {
    std::set<decltype(T::id)> gone;
    for (const T& item : before) {
        gone.insert(item.id);
    }
    for (const T& item : now) {
        gone.erase(item.id);
    }
    return gone;
}

template <class AnyId>
void drop(std::vector<AnyId>& ids, const std::set<AnyId>& gone) {
    std::erase_if(ids, [&gone](const AnyId& id) { return gone.contains(id); });
}

// As `before` had them, as far as they are still there.
std::vector<MeasureId> depended_on(const Measure& now, const Measure& before,
                                   const MeasureIds& back) {
    std::vector<MeasureId> list;
    for (const MeasureId& id : before.depends_on) {
        if (back.contains(id) || std::ranges::find(now.depends_on, id) != now.depends_on.end()) {
            list.push_back(id);
        }
    }
    for (const MeasureId& id : now.depends_on) {
        if (std::ranges::find(list, id) == list.end()) {
            list.push_back(id);
        }
    }
    return list;
}

// What others depended on is there again.
void depend_again(Document& document, const Document& before, const MeasureIds& back) {
    std::map<MeasureId, const Measure*> dependent;
    for (const Measure& measure : before.measures) {
        if (std::ranges::any_of(measure.depends_on,
                                [&back](const MeasureId& id) { return back.contains(id); })) {
            dependent.emplace(measure.id, &measure);
        }
    }
    document.measures =
        document.measures.replaced([&](const Measure& now) -> std::optional<Measure> {
            const auto found = dependent.find(now.id);
            if (found == dependent.end() || back.contains(now.id)) {
                return std::nullopt;
            }
            Measure measure = now;
            set_field(measure.depends_on, depended_on(now, *found->second, back), measure.unknown,
                      "dependsOn");
            return measure;
        });
}

} // namespace

Document copied_rows(const Document& document, std::span<const MeasureId> measures,
                     RowReports reports) {
    Places places = found_places(document, measures);
    std::erase(places, kNoIndex);
    sort_places(places, std::less<>());
    Document rows;
    rows.version = document.version;
    rows.min_reader = document.min_reader;
    rows.plan.id = document.plan.id;
    rows.plan.title = document.plan.title;
    rows.plan.language = document.plan.language;
    std::set<PartyId> parties;
    MeasureIds taken;
    for (const std::uint32_t place : places) {
        Measure measure = document.measures[place];
        measure.section = {};
        each_party(measure, [&parties](const PartyId& party) { parties.insert(party); });
        taken.insert(measure.id);
        rows.measures.push_back(reports == RowReports::Take ? std::move(measure)
                                                            : unreported(std::move(measure)));
    }
    rows.parties = document.parties.filtered(
        [&parties](const Party& party) { return parties.contains(party.id); });
    if (reports == RowReports::Take) {
        append_of(rows.occurrences, document.occurrences, taken);
    }
    return rows;
}

Document without_reports(const Document& rows) {
    Document changed = rows;
    changed.measures = rows.measures.replaced(
        [](const Measure& measure) { return std::optional(unreported(measure)); });
    changed.occurrences = {};
    return changed;
}

Result<AddedMeasures, EditProblem> paste_rows(const Document& document, const Document& rows,
                                              const MeasurePlace& place, NewIds& ids) {
    if (rows.measures.empty()) {
        return fail(EditProblem::UnknownMeasure);
    }
    AddedMeasures added{.document = document,
                        .measures =
                            ids.make_many<MeasureId>("m", document.measures, rows.measures.size())};
    Newcomers newcomers(added.document, rows, added.measures, ids);
    std::vector<Measure> measures;
    measures.reserve(rows.measures.size());
    for (const Measure& row : rows.measures) {
        measures.push_back(newcomers.of(row, added.measures[measures.size()], place.section));
    }
    added.document.measures =
        document.measures.with_inserted(index_of_place(document, place), std::move(measures));
    for (const Occurrence& row : rows.occurrences) {
        if (const MeasureId* const id = newcomers.id_of(row.measure)) {
            Occurrence occurrence = row;
            occurrence.measure = *id;
            added.document.occurrences.push_back(std::move(occurrence));
        }
    }
    return added;
}

Result<AddedMeasures, EditProblem> put_back_rows(const Document& document, const Document& before,
                                                 std::span<const MeasureId> measures,
                                                 const MeasurePlace& place) {
    const Places places = places_of(before, measures);
    const Places there = found_places(document, measures);
    if (places.empty() || std::ranges::any_of(there, [](auto at) { return at != kNoIndex; })) {
        return fail(EditProblem::UnknownMeasure);
    }
    const MeasureIds ids(measures.begin(), measures.end());
    std::set<MeasureId> gone = gone_from(document.measures, before.measures);
    std::erase_if(gone, [&ids](const MeasureId& id) { return ids.contains(id); });
    const std::set<PartyId> gone_parties = gone_from(document.parties, before.parties);
    const std::set<SchoolId> gone_schools = gone_from(document.schools, before.schools);
    AddedMeasures added{.document = document, .measures = {}};
    std::vector<Measure> back;
    for (const std::uint32_t at : places) {
        Measure measure = before.measures[at];
        measure.section = place.section;
        drop_original(measure.unknown, "section");
        drop(measure.responsible, gone_parties);
        for (MeasureItem& item : measure.items) {
            drop(item.responsible, gone_parties);
        }
        drop(measure.applies_to.schools, gone_schools);
        drop(measure.depends_on, gone);
        added.measures.push_back(measure.id);
        back.push_back(std::move(measure));
    }
    Document& changed = added.document;
    changed.measures =
        document.measures.with_inserted(index_of_place(document, place), std::move(back));
    append_of(changed.marks, before.marks.filtered([&](const Mark& mark) {
        return !gone_schools.contains(mark.school);
    }),
              ids);
    append_of(changed.occurrences, before.occurrences, ids);
    append_of(changed.overrides, before.overrides, ids);
    append_of(changed.live_changes, before.live_changes, ids);
    depend_again(changed, before, ids);
    return added;
}

} // namespace vekha
