#include "app/form_control.hpp"

#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/edits.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// What a new thing is called by.
FormMember name_member(FormOf of) {
    switch (of) {
    case FormOf::Section:
    case FormOf::Item:
        return FormMember::Title;
    case FormOf::Target:
        return FormMember::Text;
    default:
        return FormMember::Name;
    }
}

// It stands in a list of the book.
bool is_listed(FormOf of) {
    return of == FormOf::Section || of == FormOf::Party || of == FormOf::School ||
           of == FormOf::Entry;
}

bool is_of_measure(FormOf of) {
    return of == FormOf::Item || of == FormOf::Target;
}

} // namespace

FormScene FormControl::scene() {
    return m_context.derived.form_scene(m_context.state, m_context.texts);
}

BookQuestion* FormControl::book() {
    AppState& state = m_context.state;
    return state.plan ? std::get_if<BookQuestion>(&state.session.question) : nullptr;
}

void FormControl::focus_field(const FormPlace& place) {
    if (const FormField* const field = form_field(place.subject.of, place.member)) {
        focus_on(m_context.state.session, semantic_key(form_path(*field)));
    }
}

void FormControl::begin_typing(const FormPlace& place, bool is_new) {
    const FormField* const field = form_field(place.subject.of, place.member);
    if (field == nullptr) {
        return;
    }
    focus_field(place);
    m_context.actions.push(act::BeginEdit{.key = semantic_key(form_path(*field)),
                                          .field = EditField::Form,
                                          .form = place,
                                          .is_new = is_new});
}

void FormControl::apply(const act::ShowBook& action) {
    AppState& state = m_context.state;
    const BookQuestion* const before = book();
    if (!state.plan || (state.session.asks() && before == nullptr)) {
        return;
    }
    BookQuestion shown{.chosen = action.chosen};
    if (before != nullptr && in_same_list(before->chosen, action.chosen)) {
        shown.typed = before->typed;
    }
    state.session.question = std::move(shown);
    if (action.member != FormMember::None && !is_read_only(state)) {
        begin_typing({action.chosen, action.member}, false);
    }
}

void FormControl::apply(const act::UnfoldThing& action) {
    std::optional<FormSubject>& unfolded = m_context.state.session.unfolded;
    unfolded = unfolded == action.thing ? std::nullopt : std::optional(action.thing);
}

std::size_t FormControl::done_count() {
    return m_context.derived.status(m_context.state).total.in_state(ComputedState::Done).count;
}

// What is done at each of the schools is not, when there is one more; what was done at the only one
// has its own state when that is gone.
bool FormControl::tell_no_longer_done(std::size_t done_before) {
    const std::size_t done = done_before == 0 ? 0 : done_count();
    if (done >= done_before) {
        return false;
    }
    const auto count = static_cast<std::int64_t>(done_before - done);
    m_context.show(MessageKind::Warning,
                   {"form.noLongerDone"_key, {{"n", m_context.texts.number(count)}}});
    return true;
}

// Schools of two places may have one name; two of one place are one school, most likely.
void FormControl::tell_same_school(const FormPlace& place) {
    const FormScene now = scene();
    const std::uint32_t index = form_index(now, place.subject);
    const bool tells_them_apart =
        place.member == FormMember::Name || place.member == FormMember::Municipality;
    if (place.subject.of != FormOf::School || !tells_them_apart || index == kNoIndex) {
        return;
    }
    const SharedList<School>& schools = now.document.schools;
    const auto place_and_name = [](const School& school) {
        return folded(school.municipality) + '\n' + folded(school.name);
    };
    const std::string own = place_and_name(schools[index]);
    const auto is_same = [&](const School& school) {
        return school.id != schools[index].id && place_and_name(school) == own;
    };
    if (std::ranges::any_of(schools, is_same)) {
        const bool has_place = !schools[index].municipality.empty();
        m_context.show(MessageKind::Warning,
                       {has_place ? "form.sameSchoolThere"_key : "form.sameSchool"_key,
                        {{"name", schools[index].name}}});
    }
}

bool FormControl::set(const FormPlace& place, std::string_view typed) {
    auto* const asked = std::get_if<DraftQuestion>(&m_context.state.session.question);
    if (asked != nullptr && asked->of == place.subject.of) {
        Result<Document, EditProblem> changed = set_form_member(scene(), place, typed);
        if (!changed) {
            return m_editor.edit(fail(changed.error()), {}) != EditOutcome::Refused;
        }
        asked->draft = std::move(changed).value();
        asked->touched = true;
        return true;
    }
    const FormWords& words = form_words(place.subject.of);
    const TextKey label = place.member == FormMember::MergeWith ? "edit.mergeParties"_key
                          : place.member == FormMember::Parent  ? words.moved
                                                                : words.changed;
    const std::size_t done = place.subject.of == FormOf::AppliesTo ? done_count() : 0;
    const EditOutcome outcome =
        m_editor.edit(set_form_member(scene(), place, typed), label, place.subject.measure);
    if (outcome == EditOutcome::Changed) {
        tell_no_longer_done(done);
        tell_same_school(place);
    }
    return outcome != EditOutcome::Refused;
}

void FormControl::apply(const act::SetFormMember& action) {
    if (!m_context.state.plan) {
        return;
    }
    const bool done = set(action.place, action.value);
    BookQuestion* const shown = book();
    const FormField* const field = form_field(action.place.subject.of, action.place.member);
    if (done && shown != nullptr && field != nullptr && field->kind == FormKind::Pick) {
        shown->picks = FormMember::None;
        focus_field(action.place);
    }
}

void FormControl::apply(const act::PickFormMember& action) {
    AppState& state = m_context.state;
    if (!state.plan || (state.session.asks() && book() == nullptr)) {
        return;
    }
    if (book() == nullptr) {
        state.session.question = BookQuestion{.chosen = action.place.subject};
    }
    BookQuestion& shown = *book();
    const FormPlace before{shown.chosen, shown.picks};
    shown.picks = action.place.member;
    shown.removes = false;
    shown.typed.clear();
    if (shown.picks != FormMember::None) {
        focus_on(m_context.state.session, semantic_key(kBookBack));
    } else if (before.member != FormMember::None) {
        focus_field(before);
    } else {
        focus_on(m_context.state.session, semantic_key(kRemoveThing));
    }
}

// Where the plan is looked at: in the book, or the row that is selected.
std::string_view FormControl::section_before_new() const {
    const AppState& state = m_context.state;
    const auto* const shown = std::get_if<BookQuestion>(&state.session.question);
    if (shown != nullptr) {
        return shown->chosen.id;
    }
    const Measure* const measure = find_measure(state, state.session.selection.measure);
    return measure != nullptr ? measure->section.text : state.session.selection.section.text;
}

void FormControl::apply(const act::AddThing& action) {
    if (!m_context.state.plan) {
        return;
    }
    show_added(add_thing(scene(), action.list, section_before_new(), m_context.ids),
               form_words(action.list.of).added);
}

void FormControl::apply(const act::DuplicateThing& action) {
    if (!m_context.state.plan) {
        return;
    }
    show_added(duplicate_thing(scene(), action.thing, m_context.ids),
               form_words(action.thing.of).copied);
}

// With its name to be typed over.
void FormControl::show_added(Result<AddedThing, EditProblem> added, TextKey label) {
    if (!added) {
        m_editor.edit(fail(added.error()), label);
        return;
    }
    AppState& state = m_context.state;
    const FormSubject thing = added.value().thing;
    const std::size_t done = thing.of == FormOf::School ? done_count() : 0;
    if (m_editor.edit(std::move(added).value().document, label, thing.measure) !=
        EditOutcome::Changed) {
        return;
    }
    tell_no_longer_done(done);
    if (is_of_measure(thing.of)) {
        state.session.unfolded = thing;
    } else {
        state.session.question = BookQuestion{.chosen = thing};
    }
    begin_typing({thing, name_member(thing.of)}, true);
}

// The next thing of the list, or at its end the one before.
void FormControl::choose_beside(BookQuestion& shown) {
    const FormScene now = scene();
    const std::vector<ListedThing>& things = m_context.derived.listed(
        m_context.state, m_context.texts, {.list = shown.chosen, .typed = shown.typed});
    const auto place =
        std::ranges::find(things, form_index(now, shown.chosen), &ListedThing::index);
    shown.chosen.id.clear();
    if (place != things.end() && things.size() > 1) {
        const auto beside = place + 1 != things.end() ? place + 1 : place - 1;
        shown.chosen.id = thing_id(now, shown.chosen, beside->index);
    }
}

void FormControl::apply(const act::RemoveThing& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const FormScene before = scene();
    const FormSubject thing = action.thing;
    const bool asks = !action.removal && !removal_words(before, thing).empty();
    if (asks && stands_in_book(thing.of) && !is_read_only(state)) {
        if (book() == nullptr) {
            state.session.question = BookQuestion{.chosen = thing};
        }
        book()->removes = true;
        focus_on(m_context.state.session, semantic_key(kKeepThing));
        return;
    }
    const std::string name = form_name(before, thing);
    const std::size_t done = thing.of == FormOf::School ? done_count() : 0;
    BookQuestion after = book() != nullptr ? *book() : BookQuestion{};
    if (is_listed(thing.of)) {
        choose_beside(after);
    }
    after.removes = false;
    const ThingRemoval removal = action.removal.value_or(ThingRemoval::KeepsContent);
    if (m_editor.edit(remove_thing(before, thing, removal), form_words(thing.of).removed,
                      thing.measure) != EditOutcome::Changed) {
        return;
    }
    if (book() != nullptr) {
        *book() = std::move(after);
    } else {
        state.session.unfolded.reset();
    }
    if (!tell_no_longer_done(done) && thing.of != FormOf::Thresholds) {
        m_context.show(MessageKind::Info, {"edit.removed"_key, {{"name", name}}});
    }
}

void FormControl::apply(const act::MoveThing& action) {
    if (!m_context.state.plan) {
        return;
    }
    if (m_editor.edit(move_thing(scene(), action.thing, action.step, m_context.ids),
                      form_words(action.thing.of).moved,
                      action.thing.measure) == EditOutcome::Unchanged) {
        m_context.show(MessageKind::Info, {"form.edge"_key, {}});
    }
}

void FormControl::tick() {
    BookQuestion* const shown = book();
    if (shown == nullptr || form_exists(scene(), shown->chosen)) {
        return;
    }
    if (!is_listed(shown->chosen.of)) {
        m_context.state.session.question = {};
        return;
    }
    const std::vector<ListedThing>& things = m_context.derived.listed(
        m_context.state, m_context.texts, {.list = shown->chosen, .typed = shown->typed});
    shown->picks = FormMember::None;
    shown->removes = false;
    shown->chosen.id =
        things.empty() ? std::string() : thing_id(scene(), shown->chosen, things.front().index);
}

} // namespace vekha::app
