#include "core/find/mine.hpp"

#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace vekha {
namespace {

template <class AnyId>
bool holds(const std::vector<AnyId>& sorted, const AnyId& id) {
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

// What the name means in this plan.
struct Meaning {
    std::string folded_name;
    std::vector<PartyId> parties;  // sorted
    std::vector<SchoolId> schools; // sorted
    std::vector<MeasureId> marked; // sorted: measures with a mark of the municipality
};

bool is_called(const std::string& name, const std::string& folded_name) {
    return !name.empty() && folded(name) == folded_name;
}

Meaning meaning_of(const Document& document, const Person& person) {
    Meaning meaning;
    meaning.folded_name = folded(person.name);
    const auto is_meant = [&meaning](const std::string& name) {
        return is_called(name, meaning.folded_name);
    };
    if (person.kind == PersonKind::Party) {
        for (const Party& party : document.parties) {
            if (is_meant(party.name) || std::ranges::any_of(party.aliases, is_meant)) {
                meaning.parties.push_back(party.id);
            }
        }
    } else {
        const bool is_school = person.kind == PersonKind::School;
        for (const School& school : document.schools) {
            if (is_school ? is_meant(school.name) || is_meant(school.short_name)
                          : is_meant(school.municipality)) {
                meaning.schools.push_back(school.id);
            }
        }
        for (const Mark& mark : document.marks) {
            if (!is_school && is_meant(mark.municipality)) {
                meaning.marked.push_back(mark.measure);
            }
        }
    }
    std::ranges::sort(meaning.parties);
    std::ranges::sort(meaning.schools);
    std::ranges::sort(meaning.marked);
    return meaning;
}

bool is_responsible(const Measure& measure, const Meaning& meaning) {
    const auto is_meant = [&meaning](const PartyId& id) { return holds(meaning.parties, id); };
    const auto is_named = [&meaning](const std::string& text) {
        return is_called(text, meaning.folded_name);
    };
    return std::ranges::any_of(measure.responsible, is_meant) ||
           std::ranges::any_of(measure.responsible_text, is_named) ||
           std::ranges::any_of(measure.items, [&is_meant](const MeasureItem& item) {
               return std::ranges::any_of(item.responsible, is_meant);
           });
}

bool applies(const Measure& measure, const Meaning& meaning) {
    switch (measure.applies_to.scope) {
    case SchoolScope::All:
        return !meaning.schools.empty();
    case SchoolScope::Listed:
        return std::ranges::any_of(measure.applies_to.schools, [&meaning](const SchoolId& school) {
            return holds(meaning.schools, school);
        });
    case SchoolScope::None:
        break;
    }
    return false;
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
        std::ranges::sort(slots);
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
        school_slots.push_back(
            schools.slot_of(school.short_name.empty() ? school.name : school.short_name));
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

std::vector<std::uint8_t> measures_of(const Document& document, const Person& person) {
    std::vector<std::uint8_t> mine;
    mine.reserve(document.measures.size());
    const Meaning meaning = person.is_known() ? meaning_of(document, person) : Meaning{};
    for (const Measure& measure : document.measures) {
        bool is_mine = false;
        if (person.kind == PersonKind::Party) {
            is_mine = person.is_known() && is_responsible(measure, meaning);
        } else if (person.is_known()) {
            is_mine = applies(measure, meaning) || holds(meaning.marked, measure.id);
        }
        mine.push_back(is_mine ? 1 : 0);
    }
    return mine;
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
