// What a form is about, and which of its members is meant: names that outlive an edit. What they
// hold is said by app/forms.hpp.
#pragma once

#include "core/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace vekha::app {

enum class FormOf : std::uint8_t {
    Plan,
    Thresholds,
    Section,
    Party,
    School,
    Entry, // of a dictionary
    Item,  // a sub-item of a measure
    Target,
    Days,      // a span of a measure's period
    AppliesTo, // the schools that a measure is about
    Approval,  // by whom, with what and when the plan is approved
    NewPlan,   // that is made from the plan
};
inline constexpr std::size_t kFormOfCount = static_cast<std::size_t>(FormOf::NewPlan) + 1;

enum class FormMember : std::uint8_t {
    None,
    Title,
    Number,
    Level,
    Territory,
    Language,
    From,
    To,
    AsOf,
    DueSoonDays,
    RedLateShare,
    RedBehind,
    YellowBehind,
    Parent, // the section around it
    Name,
    Kind,
    Aliases,
    MergeWith, // what becomes one with it
    ShortName,
    Municipality,
    Kinds,
    Curator,
    Coordinator,
    Period,
    Responsible,
    Result,
    Text,
    Comparator,
    Value,
    Unit,
    Scope,
    ActualValue,
    ActualDate,
    Schools,
    Authority,
    Document,
    Date,
    Edition,
    FirstYear,
};

struct FormSubject {
    FormOf of = FormOf::Plan;
    std::string id;    // of a section, party, school or item; the key of an entry; else empty
    MeasureId measure; // of an item, a target, a span, the schools
    std::size_t place =
        0; // of a target or a span among those of its measure; of an entry: its DictionaryList
    bool operator==(const FormSubject&) const = default;
};

// Whether the plan book has a page for it.
[[nodiscard]] inline bool stands_in_book(FormOf of) {
    return of <= FormOf::Entry;
}

// They stand in one list.
[[nodiscard]] inline bool in_same_list(const FormSubject& a, const FormSubject& b) {
    return a.of == b.of && a.measure == b.measure && (a.of != FormOf::Entry || a.place == b.place);
}

struct FormPlace {
    FormSubject subject;
    FormMember member = FormMember::None;
    bool operator==(const FormPlace&) const = default;
};

enum class ThingRemoval : std::uint8_t {
    KeepsContent, // what stands in a section stays
    TakesContent, // and goes along; whatever names a party names it no more
};

} // namespace vekha::app
