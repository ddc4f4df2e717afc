// «Мои строки»: which measures belong to a person, who is known by a name, since ids differ from
// plan to plan. Names compare as a search does: any case, е for ё.
//
// A body, role or person of a plan (by its name or one of its aliases): the measures it is
// responsible for, those of whose sub-items it is, and those whose wording is that very name. A
// school: the measures that apply to it. A municipality: those that apply to one of its schools,
// and those that have a mark of it. Nothing fails.
#pragma once

#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/status/measure_status.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vekha {

enum class PersonKind : std::uint8_t { Nobody, Party, School, Municipality };

struct Person {
    PersonKind kind = PersonKind::Nobody;
    std::string name; // as a plan spells it
    [[nodiscard]] bool is_known() const { return kind != PersonKind::Nobody && !name.empty(); }
    bool operator==(const Person&) const = default;
};

class OwnRows {
public:
    // Holds while the document lives.
    OwnRows(const Document& document, const Person& person);

    [[nodiscard]] bool has(const Measure& measure) const;
    // A part of a measure that is its own: the mark of its school, a sub-item that it is
    // responsible for. Who is responsible for the measure has all its parts.
    [[nodiscard]] bool has(const Measure& measure, const PartStatus& part) const;

private:
    [[nodiscard]] bool is_responsible(const Measure& measure) const;
    [[nodiscard]] bool applies(const Measure& measure) const;
    [[nodiscard]] bool is_marked(const Measure& measure) const;

    const Document& m_document;
    PersonKind m_kind = PersonKind::Nobody;
    std::string m_folded_name;
    // Sorted, but for the last.
    std::vector<PartyId> m_parties;
    std::vector<SchoolId> m_schools;
    std::vector<MeasureId> m_marked; // measures with a mark of the municipality
    std::vector<std::pair<MeasureId, SchoolId>> m_reported; // marks of the schools
};

// By index of document.measures: 1 or 0.
[[nodiscard]] std::vector<std::uint8_t> measures_of(const Document& document, const Person& person);

// The schools that a person stands for: a school itself, those of a municipality; none for others.
[[nodiscard]] std::vector<SchoolId> schools_of(const Document& document, const Person& person);

// Whoever a person may be in this plan: parties, schools, municipalities, each in the order of the
// file; of equal names one. Those without a measure are left out.
struct PossiblePerson {
    Person person;
    std::size_t measures = 0;
};
[[nodiscard]] std::vector<PossiblePerson> possible_persons(const Document& document);

} // namespace vekha
