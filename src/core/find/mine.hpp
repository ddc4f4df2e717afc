// «Мои строки»: which measures belong to a person, who is known by a name, since ids differ from
// plan to plan. Names compare as a search does: any case, е for ё.
//
// A body, role or person of a plan (any spelling the plan knows): the measures it is responsible
// for, and those of whose sub-items it is. A school: the measures that apply to it. A municipality:
// those that apply to one of its schools, and those that have a mark of it. Nothing fails.
#pragma once

#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vekha {

enum class PersonKind : std::uint8_t { Nobody, Party, School, Municipality };

struct Person {
    PersonKind kind = PersonKind::Nobody;
    std::string name; // as a plan spells it
    [[nodiscard]] bool is_known() const { return kind != PersonKind::Nobody && !name.empty(); }
    bool operator==(const Person&) const = default;
};

// By index of document.measures: 1 or 0.
[[nodiscard]] std::vector<std::uint8_t> measures_of(const Document& document, const Person& person);

// Whoever a person may be in this plan: parties, schools, municipalities, each in the order of the
// file; of equal names one. Those without a measure are left out.
struct PossiblePerson {
    Person person;
    std::size_t measures = 0;
};
[[nodiscard]] std::vector<PossiblePerson> possible_persons(const Document& document);

} // namespace vekha
