// FormControl: the part of the dispatcher for forms (app/forms.hpp): the plan book with its lists,
// the things of a measure in the panel, and what is typed and chosen of them. Each is an edit as
// any other (plan_editor.hpp).
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"

#include <cstddef>
#include <string_view>

namespace vekha::app {

class FormControl {
public:
    FormControl(Context& context, PlanEditor& editor) : m_context(context), m_editor(editor) {}

    void apply(const act::ShowBook& action);
    void apply(const act::UnfoldThing& action);
    void apply(const act::SetFormMember& action);
    void apply(const act::PickFormMember& action);
    void apply(const act::AddThing& action);
    void apply(const act::RemoveThing& action);
    void apply(const act::DuplicateThing& action);
    void apply(const act::MoveThing& action);

    // These need an open plan. False when it was refused, which the person has been told.
    [[nodiscard]] bool set(const FormPlace& place, std::string_view typed);
    [[nodiscard]] FormScene scene();
    // In the field of that member, which is shown by then.
    void begin_typing(const FormPlace& place, bool is_new);

    // Once a frame: what the book shows may be gone by an undo.
    void tick();

private:
    [[nodiscard]] BookQuestion* book();
    [[nodiscard]] std::string_view section_before_new() const;
    [[nodiscard]] std::size_t done_count();
    void show_added(Result<AddedThing, EditProblem> added, TextKey label);
    // Whether there was anything to tell.
    bool tell_no_longer_done(std::size_t done_before);
    void tell_same_school(const FormPlace& place);
    void focus_field(const FormPlace& place);
    void choose_beside(BookQuestion& book);

    Context& m_context;
    PlanEditor& m_editor;
};

} // namespace vekha::app
