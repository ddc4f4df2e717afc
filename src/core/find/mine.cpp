#include "core/find/mine.hpp"

#include "core/base/sorting.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/status/measure_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vekha {
namespace {

template <class AnyId>
bool holds(const std::vector<AnyId>& sorted, const AnyId& id) {
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

template <class AnyId>
bool holds_any(const std::vector<AnyId>& sorted, const std::vector<AnyId>& ids) {
    return std::ranges::any_of(ids, [&sorted](const AnyId& id) { return holds(sorted, id); });
}

bool is_called(const std::string& name, const std::string& folded_name) {
    return !name.empty() && folded(name) == folded_name;
}

// Persons of one kind: each name has one slot, in the order of the first call.
class Names {
public:
    explicit Names(PersonKind kind) : m_kind(kind) {}

    // kNoIndex for no name at all.
    std::uint32_t slot_of(const std::string& name) {
        if (name.empty()) {
            return kNoIndex;
        }
        const auto [known, is_new] =
            m_slots.try_emplace(folded(name), static_cast<std::uint32_t>(m_persons.size()));
        if (is_new) {
            m_persons.push_back({.person = {m_kind, name}, .measures = 0});
        }
        return known->second;
    }
    // The slot of a name that was met before.
    [[nodiscard]] std::uint32_t find(const std::string& name) const {
        const auto known = m_slots.find(folded(name));
        return known == m_slots.end() ? kNoIndex : known->second;
    }
    // One more measure of each of them; a slot that is named twice counts once.
    void count(std::vector<std::uint32_t>& slots) {
        sort_few(std::span(slots));
        const auto repeated = std::ranges::unique(slots);
        slots.erase(repeated.begin(), repeated.end());
        for (const std::uint32_t slot : slots) {
            if (slot != kNoIndex) {
                ++m_persons[slot].measures;
            }
        }
        slots.clear();
    }
    void append_counted(std::vector<PossiblePerson>& out) const {
        std::ranges::copy_if(m_persons, std::back_inserter(out),
                             [](const PossiblePerson& each) { return each.measures > 0; });
    }

private:
    PersonKind m_kind;
    std::map<std::string, std::uint32_t> m_slots;
    std::vector<PossiblePerson> m_persons;
};

void count_parties(const Document& document, Names& parties) {
    std::vector<std::uint32_t> slot_of_party;
    for (const Party& party : document.parties) {
        slot_of_party.push_back(parties.slot_of(party.name));
    }
    const std::vector<std::uint32_t> by_id = sorted_by_id(document.parties);
    std::vector<std::uint32_t> slots;
    const auto add = [&](const std::vector<PartyId>& ids) {
        for (const PartyId& id : ids) {
            const std::uint32_t party = find_by_id(document.parties, by_id, id);
            slots.push_back(party == kNoIndex ? kNoIndex : slot_of_party[party]);
        }
    };
    for (const Measure& measure : document.measures) {
        add(measure.responsible);
        for (const MeasureItem& item : measure.items) {
            add(item.responsible);
        }
        for (const std::string& text : measure.responsible_text) {
            slots.push_back(parties.find(text));
        }
        parties.count(slots);
    }
}

void count_schools(const Document& document, Names& schools, Names& municipalities) {
    std::vector<std::uint32_t> school_slots;
    std::vector<std::uint32_t> municipality_slots;
    for (const School& school : document.schools) {
        school_slots.push_back(schools.slot_of(short_name_of(school)));
        municipality_slots.push_back(municipalities.slot_of(school.municipality));
    }
    const std::vector<std::uint32_t> by_id = sorted_by_id(document.schools);
    std::multimap<std::string, std::uint32_t> marked;
    for (const Mark& mark : document.marks) {
        marked.emplace(mark.measure.text, municipalities.slot_of(mark.municipality));
    }
    std::vector<std::uint32_t> slots;
    std::vector<std::uint32_t> of_municipalities;
    for (const Measure& measure : document.measures) {
        if (measure.applies_to.scope == SchoolScope::All) {
            slots = school_slots;
            of_municipalities = municipality_slots;
        } else if (measure.applies_to.scope == SchoolScope::Listed) {
            for (const SchoolId& id : measure.applies_to.schools) {
                const std::uint32_t school = find_by_id(document.schools, by_id, id);
                if (school != kNoIndex) {
                    slots.push_back(school_slots[school]);
                    of_municipalities.push_back(municipality_slots[school]);
                }
            }
        }
        const auto [first, last] = marked.equal_range(measure.id.text);
        std::transform(first, last, std::back_inserter(of_municipalities),
                       [](const auto& mark) { return mark.second; });
        schools.count(slots);
        municipalities.count(of_municipalities);
    }
}

} // namespace

OwnRows::OwnRows(const Document& document, const Person& person)
    : m_document(document), m_kind(person.is_known() ? person.kind : PersonKind::Nobody),
      m_folded_name(folded(person.name)) {
    const auto is_meant = [this](const std::string& name) {
        return is_called(name, m_folded_name);
    };
    if (m_kind == PersonKind::Party) {
        for (const Party& party : document.parties) {
            if (is_meant(party.name) || std::ranges::any_of(party.aliases, is_meant)) {
                m_parties.push_back(party.id);
            }
        }
    } else if (m_kind != PersonKind::Nobody) {
        m_schools = schools_of(document, person);
        sort_items(m_schools);
        for (const Mark& mark : document.marks) {
            if (m_kind == PersonKind::Municipality && is_meant(mark.municipality)) {
                m_marked.push_back(mark.measure);
            } else if (holds(m_schools, mark.school)) {
                m_reported.emplace_back(mark.measure, mark.school);
            }
        }
    }
    sort_items(m_parties);
    sort_items(m_marked);
}

bool OwnRows::is_responsible(const Measure& measure) const {
    return holds_any(m_parties, measure.responsible) ||
           std::ranges::any_of(measure.responsible_text, [this](const std::string& text) {
               return is_called(text, m_folded_name);
           });
}

bool OwnRows::applies(const Measure& measure) const {
    switch (measure.applies_to.scope) {
    case SchoolScope::All:
        return !m_schools.empty();
    case SchoolScope::Listed:
        return holds_any(m_schools, measure.applies_to.schools);
    case SchoolScope::None:
        break;
    }
    return false;
}

bool OwnRows::is_marked(const Measure& measure) const {
    return holds(m_marked, measure.id);
}

bool OwnRows::has(const Measure& measure) const {
    if (m_kind == PersonKind::Nobody) {
        return false;
    }
    if (m_kind != PersonKind::Party) {
        return applies(measure) || is_marked(measure);
    }
    return is_responsible(measure) ||
           std::ranges::any_of(measure.items, [this](const MeasureItem& item) {
               return holds_any(m_parties, item.responsible);
           });
}

bool OwnRows::has(const Measure& measure, const PartStatus& part) const {
    if (m_kind == PersonKind::Party) {
        const bool is_own_item = part.kind == PartKind::Item && part.index &&
                                 holds_any(m_parties, measure.items[*part.index].responsible);
        return is_own_item || is_responsible(measure);
    }
    if (part.kind != PartKind::Mark) {
        return has(measure);
    }
    if (!part.index) {
        // Of all schools without a mark: some of these have none.
        const auto reported = std::ranges::count_if(
            m_reported, [&measure](const auto& mark) { return mark.first == measure.id; });
        const auto wanted =
            measure.applies_to.scope == SchoolScope::All
                ? static_cast<std::ptrdiff_t>(m_schools.size())
                : std::ranges::count_if(measure.applies_to.schools, [this](const SchoolId& school) {
                      return holds(m_schools, school);
                  });
        return reported < wanted;
    }
    const Mark& mark = m_document.marks[*part.index];
    return holds(m_schools, mark.school) || is_called(mark.municipality, m_folded_name);
}

std::vector<std::uint8_t> measures_of(const Document& document, const Person& person) {
    const OwnRows own(document, person);
    std::vector<std::uint8_t> mine;
    mine.reserve(document.measures.size());
    for (const Measure& measure : document.measures) {
        mine.push_back(own.has(measure) ? 1 : 0);
    }
    return mine;
}

std::vector<SchoolId> schools_of(const Document& document, const Person& person) {
    const std::string name = folded(person.name);
    std::vector<SchoolId> schools;
    for (const School& school : document.schools) {
        if ((person.kind == PersonKind::School &&
             (is_called(school.name, name) || is_called(school.short_name, name))) ||
            (person.kind == PersonKind::Municipality && is_called(school.municipality, name))) {
            schools.push_back(school.id);
        }
    }
    return schools;
}

std::vector<PossiblePerson> possible_persons(const Document& document) {
    Names parties(PersonKind::Party);
    count_parties(document, parties);
    Names schools(PersonKind::School);
    Names municipalities(PersonKind::Municipality);
    count_schools(document, schools, municipalities);
    std::vector<PossiblePerson> persons;
    parties.append_counted(persons);
    schools.append_counted(persons);
    municipalities.append_counted(persons);
    return persons;
}

} // namespace vekha
