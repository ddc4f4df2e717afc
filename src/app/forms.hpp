// Forms: all of a plan that is no row of its table, as things with fields that one mechanism shows
// and sets. The tables here say which fields a thing has, how each is typed or chosen and what it
// is called. Values go in and out as text: dates and numbers as they are typed, of what is chosen
// from a few the number of the enumerator, of what is picked from a list of the plan its id. All of
// it is pure; app/form_control.hpp makes it edits of the open plan.
#pragma once

#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/period/period_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

enum class FormKind : std::uint8_t {
    Line,
    Lines,
    Period, // in words
    Date,
    Number,
    Choice,  // one of a few
    Set,     // any of a few
    Pick,    // one of a list of the plan, or none
    PickSet, // any of them
};

// Its field takes several lines.
[[nodiscard]] inline bool is_multiline(FormKind kind) {
    return kind == FormKind::Lines || kind == FormKind::Period;
}

struct FormField {
    FormOf of = FormOf::Plan;
    FormMember member = FormMember::None;
    FormKind kind = FormKind::Line;
    TextKey label;
    TextKey hint; // stands there when nothing does
};
// In the order in which they show.
[[nodiscard]] std::span<const FormField> form_fields(FormOf of);
// nullptr when things of that kind have no such member.
[[nodiscard]] const FormField* form_field(FormOf of, FormMember member);
// The path of its node (core/scene/semantics.hpp).
[[nodiscard]] std::string_view form_path(const FormField& field);

// What a form is made of. `dictionaries`: those that hold where the plan has none of its own.
struct FormScene {
    const Document& document;
    const Texts& texts;
    const Dictionaries& dictionaries;
    std::uint32_t measure = 0; // index of the one that is looked for first
};
// That of an item, a target or schools; nullptr when it is missing.
[[nodiscard]] const Measure* form_measure(const FormScene& scene, const FormSubject& subject);
// In the words of the interface language.
[[nodiscard]] Dictionaries default_dictionaries(const Texts& texts);

// The plan has such a thing.
[[nodiscard]] bool form_exists(const FormScene& scene, const FormSubject& subject);
// Empty for what is missing.
[[nodiscard]] std::string form_value(const FormScene& scene, const FormPlace& place);
// The same as it is read: days in words of the language, names of what was picked.
[[nodiscard]] std::string form_shown(const FormScene& scene, const FormSubject& subject,
                                     const FormField& field);
// Whether it is shown now.
[[nodiscard]] bool form_has_field(const FormScene& scene, const FormSubject& subject,
                                  const FormField& field);

struct FormOption {
    std::string_view words;
    bool chosen = false;
};
// Of a Choice or a Set, in the order of their numbers.
[[nodiscard]] std::vector<FormOption> form_options(const FormScene& scene, const FormPlace& place);

// Which things of a kind a list of the plan book shows.
struct ThingQuery {
    FormSubject list{.of = FormOf::Section}; // of which kind; of entries in which dictionary
    std::string typed;                       // words that their names have
    bool outermost = false;
    std::string without; // the id of one that is not among them
    bool operator==(const ThingQuery&) const = default;
};

// Of a Pick or a PickSet: the list, and whether that one of it is chosen.
[[nodiscard]] ThingQuery picked_from(const FormPlace& place);
[[nodiscard]] bool is_picked(const FormScene& scene, const FormPlace& place, std::string_view id);

// From a typed text or a choice; of what any can be chosen, `value` is one that goes in or out.
// Refused as the edits of core/edit are, DateInvalid and NumberInvalid for texts that are none.
[[nodiscard]] Result<Document, EditProblem>
set_form_member(const FormScene& scene, const FormPlace& place, std::string_view value);

// What the reader of periods is told of a sub-item.
[[nodiscard]] PeriodContext item_period_context(const Document& document, const Measure& measure);

// ---- lists of things (form_lists.cpp) -----------------------------------------------------------

// What things of a kind are called, and what is done to them.
struct FormWords {
    TextKey title;    // of all of them
    TextKey add;      // what adds one; empty: nothing can be added
    TextKey new_name; // of one that was just added
    TextKey changed;  // names of the edits
    TextKey added;
    TextKey removed;
    TextKey moved;  // empty: they have no order
    TextKey copied; // empty: two alike make no sense
};
[[nodiscard]] const FormWords& form_words(FormOf of);
// The title of a list: of entries that of their dictionary.
[[nodiscard]] TextKey list_title(const FormSubject& list);
// Where it stands in its list: of a party in Document::parties, of an entry in its dictionary, of
// an item in its measure. kNoIndex when it is missing; 0 for what there is one of.
[[nodiscard]] std::uint32_t form_index(const FormScene& scene, const FormSubject& subject);
// Its name, or whatever it is known by; empty when it is missing.
[[nodiscard]] std::string form_name(const FormScene& scene, const FormSubject& subject);

struct ListedThing {
    std::uint32_t index = 0; // form_index
    bool inside = false;     // a section in another one
};
// Sections as they are shown, all else as in the file.
[[nodiscard]] std::vector<ListedThing> listed_things(const FormScene& scene,
                                                     const ThingQuery& query);
[[nodiscard]] std::string thing_id(const FormScene& scene, const FormSubject& list,
                                   std::uint32_t index);
[[nodiscard]] std::string thing_name(const FormScene& scene, const FormSubject& list,
                                     std::uint32_t index);

struct AddedThing {
    Document document;
    FormSubject thing;
};
// `list`: of which kind, in which measure or dictionary. A section stands behind that of
// `behind`, all else behind all others.
[[nodiscard]] Result<AddedThing, EditProblem>
add_thing(const FormScene& scene, const FormSubject& list, std::string_view behind, NewIds& ids);

// A section, an item or a target behind the original, all else behind all others. What bears a name
// gets one that says so.
[[nodiscard]] Result<AddedThing, EditProblem>
duplicate_thing(const FormScene& scene, const FormSubject& subject, NewIds& ids);

// Thresholds become the usual ones.
[[nodiscard]] Result<Document, EditProblem>
remove_thing(const FormScene& scene, const FormSubject& subject, ThingRemoval removal);
// What else is touched when it goes, in words; empty: nothing is.
[[nodiscard]] std::string removal_words(const FormScene& scene, const FormSubject& subject);

// By one place up (-1) or down (1) among its like; the same document at the ends, and for things
// without an order.
[[nodiscard]] Result<Document, EditProblem>
move_thing(const FormScene& scene, const FormSubject& subject, int step, NewIds& ids);

} // namespace vekha::app
