// ApprovalControl: the part of the dispatcher for what was approved: approving the plan, what has
// become of it since, and asking of which year a new plan from it is.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/form_control.hpp"
#include "app/form_subject.hpp"
#include "app/plan_editor.hpp"
#include "core/model/document.hpp"

namespace vekha::app {

class ApprovalControl {
public:
    ApprovalControl(Context& context, PlanEditor& editor, FormControl& forms)
        : m_context(context), m_editor(editor), m_forms(forms) {}

    void apply(const act::AskApproval& action);
    void apply(const act::Approve& action);
    void apply(const act::AskNewPlan& action);
    void apply(const act::ShowDeviations& action);

private:
    void ask(FormOf of, FormMember first, Document draft);

    Context& m_context;
    PlanEditor& m_editor;
    FormControl& m_forms;
};

} // namespace vekha::app
