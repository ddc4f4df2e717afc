// FieldControl: the part of the dispatcher for the page's text field: what stands in it when it
// opens, and where that goes which was typed. A text that could not be taken stays in its field.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/form_control.hpp"
#include "app/measure_editor.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"

#include <string>
#include <string_view>

namespace vekha::app {

class FieldControl {
public:
    FieldControl(Context& context, PlanEditor& editor, MeasureEditor& measures, FormControl& forms,
                 ViewControl& view)
        : m_context(context), m_editor(editor), m_measures(measures), m_forms(forms), m_view(view) {
    }

    void apply(const act::BeginEdit& action);
    void apply(const act::EditCell& action);
    void apply(const act::CancelEdit& action);
    void apply(const FieldFinished& event);
    void apply(const FieldTyped& event);

    // Once a frame.
    void tick();

private:
    void finish_reason(const FieldFinished& event);
    void finish_view_name(const FieldFinished& event);
    void search_book(const std::string& words);
    void finish_palette(const FieldFinished& event);
    [[nodiscard]] bool open_form(FieldEdit& field);
    void forget_refusal(const FieldEdit& field);
    [[nodiscard]] bool commit_field(const FieldEdit& field, std::string_view text);
    [[nodiscard]] bool commit_date(const FieldEdit& field, std::string_view text);

    Context& m_context;
    PlanEditor& m_editor;
    MeasureEditor& m_measures;
    FormControl& m_forms;
    ViewControl& m_view;
};

} // namespace vekha::app
