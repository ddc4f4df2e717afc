// Lists of things that have a form: which there are, what they are called, how one is added, moved
// and taken out.
#include "app/date_words.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/copies.hpp"
#include "core/edit/dictionary_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/period_spans.hpp"
#include "core/edit/plan_edits.hpp"
#include "core/edit/school_edits.hpp"
#include "core/edit/section_edits.hpp"
#include "core/edit/target_edits.hpp"
#include "core/edit/unit_edits.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/model/section_tree.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

// In the order of the enumerators.
constexpr std::array<FormWords, kFormOfCount> kWords{{
    {.title = "form.plan"_key, .changed = "edit.plan"_key},
    {.title = "form.limits"_key, .changed = "edit.limits"_key, .removed = "edit.limits"_key},
    {"form.sections"_key, "command.addSection"_key, "form.newSection"_key, "edit.section"_key,
     "edit.newSection"_key, "edit.removeSection"_key, "edit.moveSection"_key,
     "edit.copySection"_key},
    {"form.parties"_key, "form.addParty"_key, "form.newParty"_key, "edit.party"_key,
     "edit.newParty"_key, "edit.removeParty"_key, "edit.moveParty"_key, "edit.copyParty"_key},
    {"form.schoolList"_key, "form.addSchool"_key, "form.newSchool"_key, "edit.school"_key,
     "edit.newSchool"_key, "edit.removeSchool"_key, "edit.moveSchool"_key, "edit.copySchool"_key},
    {{},
     "form.addEntry"_key,
     "form.newEntry"_key,
     "edit.entry"_key,
     "edit.newEntry"_key,
     "edit.removeEntry"_key,
     "edit.entry"_key,
     "edit.copyEntry"_key},
    {"inspector.items"_key, "form.addItem"_key, "form.newItem"_key, "edit.item"_key,
     "edit.newItem"_key, "edit.removeItem"_key, "edit.moveItem"_key, "edit.copyItem"_key},
    {"inspector.targets"_key,
     "form.addTarget"_key,
     "form.newTarget"_key,
     "edit.target"_key,
     "edit.newTarget"_key,
     "edit.removeTarget"_key,
     {},
     "edit.copyTarget"_key},
    {.title = "form.days"_key,
     .add = "form.addDays"_key,
     .new_name = {},
     .changed = "edit.period"_key,
     .added = "edit.period"_key,
     .removed = "edit.period"_key},
    {.title = "form.schoolsOfMeasure"_key, .changed = "edit.appliesTo"_key},
    {.title = "command.approvePlan"_key, .changed = "edit.approve"_key},
    {.title = "command.newPlanFrom"_key, .changed = "command.newPlanFrom"_key},
}};

// In the order of DictionaryList.
constexpr std::array<TextKey, kDictionaryListCount> kDictionaryTitles{
    "form.riskFactors"_key, "form.documentKinds"_key, "form.monitoringStages"_key,
    "form.states"_key};

// Of a longer name the beginning: the copy's says that it is one, and may need a number.
constexpr std::size_t kLongestOriginal = 180;

DictionaryChoice choice_of(const FormScene& scene, const FormSubject& subject) {
    return {static_cast<DictionaryList>(subject.place), scene.dictionaries};
}

const std::vector<DictionaryEntry>& entries(const FormScene& scene, const FormSubject& subject) {
    return dictionary(scene.document, static_cast<DictionaryList>(subject.place),
                      scene.dictionaries);
}

std::size_t thing_count(const FormScene& scene, const FormSubject& list) {
    switch (list.of) {
    case FormOf::Section:
        return scene.document.sections.size();
    case FormOf::Party:
        return scene.document.parties.size();
    case FormOf::School:
        return scene.document.schools.size();
    default:
        return entries(scene, list).size();
    }
}

std::vector<ListedThing> all_things(const FormScene& scene, const ThingQuery& query) {
    std::vector<ListedThing> things;
    if (query.list.of == FormOf::Section) {
        const SectionTree tree(scene.document);
        for (const std::uint32_t index : tree.in_order()) {
            things.push_back({index, !tree.is_top(index)});
        }
        return things;
    }
    const std::size_t count = thing_count(scene, query.list);
    for (std::uint32_t index = 0; index < count; ++index) {
        things.push_back({index, false});
    }
    return things;
}

Result<Document, EditProblem> with_days(const Document& document, const MeasureId& measure,
                                        Period period) {
    return set_periods(document, std::array{MeasurePeriod{measure, std::move(period)}});
}

Result<Document, EditProblem> with_more_days(const FormScene& scene, const FormSubject& list) {
    const Measure* const measure = form_measure(scene, list);
    if (measure == nullptr) {
        return fail(EditProblem::UnknownMeasure);
    }
    const Plan& plan = scene.document.plan;
    const Span days = next_span(measure->period, {plan.from, plan.to});
    if (!days.from) {
        return fail(EditProblem::DaysMissing);
    }
    return with_days(scene.document, list.measure,
                     with_span(measure->period, measure->period.spans.size(), days));
}

Result<Document, EditProblem> with_new(const FormScene& scene, const FormSubject& list,
                                       std::string_view behind, std::string name, NewIds& ids) {
    const Document& document = scene.document;
    switch (list.of) {
    case FormOf::Section: {
        const SectionId after{std::string(behind)};
        const bool has_place = find_by_id(document.sections, after) != kNoIndex;
        return add_section(document, {.title = std::move(name)},
                           has_place ? SectionPlace{SectionPlacing::After, after} : SectionPlace{},
                           ids);
    }
    case FormOf::Party:
        return add_party(document, {.name = std::move(name)}, ids);
    case FormOf::School:
        return add_school(document, {.name = std::move(name)}, ids);
    case FormOf::Entry:
        return add_dictionary_entry(document, choice_of(scene, list), name, ids);
    case FormOf::Item:
        return add_item(document, list.measure, {.title = std::move(name)}, ids);
    case FormOf::Target:
        return add_target(document, list.measure, {.text = std::move(name), .value = 1.0});
    case FormOf::Days:
        return with_more_days(scene, list);
    default:
        return document;
    }
}

// Of what has no ids.
std::size_t places_in(const Measure& measure, FormOf of) {
    return of == FormOf::Days ? measure.period.spans.size() : measure.targets.size();
}

Result<Document, EditProblem> with_copy(const FormScene& scene, const FormSubject& subject,
                                        const std::string& name, NewIds& ids) {
    const Document& document = scene.document;
    switch (subject.of) {
    case FormOf::Section:
        return duplicate_section(document, SectionId{subject.id}, name, ids);
    case FormOf::Party:
        return duplicate_party(document, PartyId{subject.id}, name, ids);
    case FormOf::School:
        return duplicate_school(document, SchoolId{subject.id}, name, ids);
    case FormOf::Entry:
        return form_index(scene, subject) == kNoIndex
                   ? fail(EditProblem::UnknownEntry)
                   : add_dictionary_entry(document, choice_of(scene, subject), name, ids);
    case FormOf::Item:
        return duplicate_item(document, subject.measure, ItemId{subject.id}, ids);
    case FormOf::Target:
        return duplicate_target(document, subject.measure, subject.place);
    default:
        return document;
    }
}

// A name that is taken gets a number.
template <class Make>
Result<Document, EditProblem> with_free_name(const std::string& name, Make make) {
    constexpr int kMostTries = 1000;
    for (int number = 1;; ++number) {
        Result<Document, EditProblem> changed =
            make(number == 1 ? name : name + " " + std::to_string(number));
        if (changed || changed.error() != EditProblem::NameTaken || number == kMostTries) {
            return changed;
        }
    }
}

// The one that `before` has not.
FormSubject new_thing(const FormScene& before, const FormScene& after, FormSubject list) {
    if (list.of == FormOf::Section) {
        // Those inside it, if it is a copy, stand behind it.
        const SharedList<Section>& sections = after.document.sections;
        list.id = sections[find_new(before.document.sections, sections)].id.text;
        return list;
    }
    if (const Measure* const measure = form_measure(after, list)) {
        if (list.of == FormOf::Item) {
            list.id = measure->items.back().id.text;
        } else {
            list.place = places_in(*measure, list.of) - 1;
        }
        return list;
    }
    list.id = thing_id(after, list, static_cast<std::uint32_t>(thing_count(after, list) - 1));
    return list;
}

Result<Document, EditProblem> moved_section(const FormScene& scene, const FormSubject& subject,
                                            int step) {
    const std::vector<ListedThing> things = all_things(scene, {.list = subject});
    const std::uint32_t index = form_index(scene, subject);
    const auto place = std::ranges::find(things, index, &ListedThing::index);
    if (place == things.end()) {
        return fail(EditProblem::UnknownSection);
    }
    const auto last = static_cast<std::ptrdiff_t>(things.size());
    for (std::ptrdiff_t i = place - things.begin() + step; i >= 0 && i < last; i += step) {
        const ListedThing& beside = things[static_cast<std::size_t>(i)];
        if (beside.inside == place->inside) {
            return move_section(scene.document, SectionId{subject.id},
                                {step < 0 ? SectionPlacing::Before : SectionPlacing::After,
                                 scene.document.sections[beside.index].id});
        }
        if (place->inside) {
            break; // there is another section around what follows
        }
    }
    return scene.document;
}

} // namespace

const FormWords& form_words(FormOf of) {
    return kWords[static_cast<std::size_t>(of)];
}

TextKey list_title(const FormSubject& list) {
    return list.of == FormOf::Entry ? kDictionaryTitles[list.place] : form_words(list.of).title;
}

std::uint32_t form_index(const FormScene& scene, const FormSubject& subject) {
    const Document& document = scene.document;
    switch (subject.of) {
    case FormOf::Plan:
    case FormOf::Thresholds:
    case FormOf::Approval:
    case FormOf::NewPlan:
        return 0;
    case FormOf::Section:
        return find_by_id(document.sections, SectionId{subject.id});
    case FormOf::Party:
        return find_by_id(document.parties, PartyId{subject.id});
    case FormOf::School:
        return find_by_id(document.schools, SchoolId{subject.id});
    case FormOf::Entry: {
        const std::vector<DictionaryEntry>& all = entries(scene, subject);
        const auto place = std::ranges::find(all, subject.id, &DictionaryEntry::key);
        return place == all.end() ? kNoIndex : static_cast<std::uint32_t>(place - all.begin());
    }
    case FormOf::Item:
    case FormOf::Target:
    case FormOf::Days:
    case FormOf::AppliesTo:
        break;
    }
    const Measure* const measure = form_measure(scene, subject);
    if (measure == nullptr) {
        return kNoIndex;
    }
    if (subject.of == FormOf::Item) {
        return find_by_id(measure->items, ItemId{subject.id});
    }
    const bool is_there =
        subject.of == FormOf::AppliesTo || subject.place < places_in(*measure, subject.of);
    return is_there ? static_cast<std::uint32_t>(subject.place) : kNoIndex;
}

std::string thing_id(const FormScene& scene, const FormSubject& list, std::uint32_t index) {
    switch (list.of) {
    case FormOf::Section:
        return scene.document.sections[index].id.text;
    case FormOf::Party:
        return scene.document.parties[index].id.text;
    case FormOf::School:
        return scene.document.schools[index].id.text;
    case FormOf::Entry:
        return entries(scene, list)[index].key;
    default:
        return {};
    }
}

std::string thing_name(const FormScene& scene, const FormSubject& list, std::uint32_t index) {
    const Document& document = scene.document;
    switch (list.of) {
    case FormOf::Section: {
        const Section& section = document.sections[index];
        std::string name = section.number;
        return name.append(name.empty() ? "" : " ").append(section.title);
    }
    case FormOf::Party:
        return document.parties[index].name;
    case FormOf::School:
        return document.schools[index].name;
    case FormOf::Entry:
        return entries(scene, list)[index].name;
    case FormOf::Item:
        return form_measure(scene, list)->items[index].title;
    case FormOf::Target:
        return form_measure(scene, list)->targets[index].text;
    case FormOf::Days:
        return span_words(scene.texts, form_measure(scene, list)->period.spans[index].days);
    default:
        return std::string(scene.texts.get(list_title(list)));
    }
}

std::string form_name(const FormScene& scene, const FormSubject& subject) {
    const std::uint32_t index = form_index(scene, subject);
    return index == kNoIndex ? std::string() : thing_name(scene, subject, index);
}

std::vector<ListedThing> listed_things(const FormScene& scene, const ThingQuery& query) {
    const std::vector<SearchWord> words = search_words(query.typed);
    std::vector<ListedThing> things = all_things(scene, query);
    std::erase_if(things, [&](const ListedThing& thing) {
        if ((query.outermost && thing.inside) ||
            (!query.without.empty() && thing_id(scene, query.list, thing.index) == query.without)) {
            return true;
        }
        if (words.empty()) {
            return false;
        }
        const std::string name = folded(thing_name(scene, query.list, thing.index));
        return !std::ranges::all_of(
            words, [&name](const SearchWord& word) { return has_word(name, word); });
    });
    return things;
}

Result<AddedThing, EditProblem> add_thing(const FormScene& scene, const FormSubject& list,
                                          std::string_view behind, NewIds& ids) {
    Result<Document, EditProblem> changed = with_free_name(
        std::string(scene.texts.get(form_words(list.of).new_name)),
        [&](std::string name) { return with_new(scene, list, behind, std::move(name), ids); });
    if (!changed) {
        return fail(changed.error());
    }
    AddedThing added{std::move(changed).value(), {}};
    added.thing = new_thing(scene, {added.document, scene.texts, scene.dictionaries}, list);
    return added;
}

Result<AddedThing, EditProblem> duplicate_thing(const FormScene& scene, const FormSubject& subject,
                                                NewIds& ids) {
    const std::uint32_t index = form_index(scene, subject);
    std::string bare = form_name(scene, subject);
    if (subject.of == FormOf::Section && index != kNoIndex) {
        bare = scene.document.sections[index].title; // without its number
    }
    bare = beginning_of(bare, kLongestOriginal);
    Result<Document, EditProblem> changed = with_free_name(
        scene.texts.format("form.copyOf"_key, {{"name", bare}}),
        [&](const std::string& name) { return with_copy(scene, subject, name, ids); });
    if (!changed) {
        return fail(changed.error());
    }
    AddedThing added{std::move(changed).value(), subject};
    const FormScene after{added.document, scene.texts, scene.dictionaries};
    if (subject.of == FormOf::Item) {
        added.thing.id = form_measure(after, subject)->items[index + 1].id.text;
    } else if (subject.of == FormOf::Target) {
        ++added.thing.place;
    } else {
        added.thing = new_thing(scene, after, subject);
    }
    return added;
}

Result<Document, EditProblem> remove_thing(const FormScene& scene, const FormSubject& subject,
                                           ThingRemoval removal) {
    const Document& document = scene.document;
    const bool all = removal == ThingRemoval::TakesContent;
    switch (subject.of) {
    case FormOf::Thresholds:
        return set_thresholds(document, std::nullopt);
    case FormOf::Section:
        return remove_section(document, SectionId{subject.id},
                              all ? SectionContent::GoesAlong : SectionContent::Stays);
    case FormOf::Party:
        return remove_party(document, PartyId{subject.id},
                            all ? PartyReferences::Remove : PartyReferences::Keep);
    case FormOf::School:
        return remove_school(document, SchoolId{subject.id});
    case FormOf::Entry:
        return remove_dictionary_entry(document, choice_of(scene, subject), subject.id);
    case FormOf::Item:
        return remove_item(document, subject.measure, ItemId{subject.id});
    case FormOf::Target:
        return remove_target(document, subject.measure, subject.place);
    case FormOf::Days: {
        const Measure* const measure = form_measure(scene, subject);
        return measure == nullptr ? fail(EditProblem::UnknownMeasure)
                                  : with_days(document, subject.measure,
                                              without_span(measure->period, subject.place));
    }
    default:
        return document;
    }
}

Result<Document, EditProblem> move_thing(const FormScene& scene, const FormSubject& subject,
                                         int step, NewIds& ids) {
    switch (subject.of) {
    case FormOf::Section:
        return moved_section(scene, subject, step);
    case FormOf::Party:
        return move_party(scene.document, PartyId{subject.id}, step);
    case FormOf::School:
        return move_school(scene.document, SchoolId{subject.id}, step);
    default:
        break;
    }
    const std::uint32_t index = form_index(scene, subject);
    const Measure* const measure = form_measure(scene, subject);
    const bool is_item = subject.of == FormOf::Item && measure != nullptr;
    const std::size_t count = is_item                       ? measure->items.size()
                              : subject.of == FormOf::Entry ? entries(scene, subject).size()
                                                            : 0;
    const std::int64_t to = std::int64_t{index} + step;
    if (index == kNoIndex || to < 0 || to >= static_cast<std::int64_t>(count)) {
        return scene.document;
    }
    if (is_item) {
        const auto before = static_cast<std::size_t>(step < 0 ? to : to + 1);
        return move_item(scene.document, subject.measure, ItemId{subject.id},
                         before < count ? measure->items[before].id : ItemId{});
    }
    std::vector<DictionaryEntry> moved = entries(scene, subject);
    std::swap(moved[index], moved[static_cast<std::size_t>(to)]);
    return set_dictionary(scene.document, choice_of(scene, subject), moved, ids);
}

} // namespace vekha::app
