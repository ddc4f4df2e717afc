#include "app/approval_control.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/deviation_words.hpp"
#include "app/form_control.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/approval_edits.hpp"
#include "core/edit/plan_from_plan.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/baselines.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

namespace vekha::app {

void ApprovalControl::ask(FormOf of, FormMember first, Document draft) {
    m_context.state.session.question = DraftQuestion{.of = of, .draft = std::move(draft)};
    m_forms.begin_typing({{.of = of}, first}, false);
}

// Who approved it last is likely to do so again; the document is another one.
void ApprovalControl::apply(const act::AskApproval& /*action*/) {
    const AppState& state = m_context.state;
    if (!state.plan || state.session.asks()) {
        return;
    }
    Document draft = state.plan->document;
    Approval approval;
    if (draft.plan.approval) {
        approval.authority = draft.plan.approval->authority;
    }
    approval.date = state.session.today;
    draft.plan.approval = std::move(approval);
    const bool known = !draft.plan.approval->authority.empty();
    ask(FormOf::Approval, known ? FormMember::Document : FormMember::Authority, std::move(draft));
}

void ApprovalControl::apply(const act::Approve& /*action*/) {
    AppState& state = m_context.state;
    const auto* const asked = std::get_if<DraftQuestion>(&state.session.question);
    if (!state.plan || asked == nullptr || asked->of != FormOf::Approval ||
        holds_refused_text(state.session.field)) {
        return;
    }
    const Approval approval = asked->draft.plan.approval.value_or(Approval{});
    if (approval.authority.empty() && approval.document.empty()) {
        m_context.show(MessageKind::Warning, {"approval.empty"_key, {}});
        return;
    }
    if (m_editor.edit(approve(state.plan->document, approval, m_context.ids), "edit.approve"_key) !=
        EditOutcome::Changed) {
        return;
    }
    state.session.question = {};
    const Document& document = state.plan->document;
    const auto count = static_cast<std::int64_t>(document.measures.size());
    const Baseline& made = document.baselines[document.baselines.size() - 1];
    m_context.show(MessageKind::Success,
                   {"approval.done"_key,
                    {{"name", baseline_name(m_context.texts, made)},
                     {"measures", m_context.texts.plural("approval.measures"_key, count)}}});
}

// The years that follow those of the plan.
void ApprovalControl::apply(const act::AskNewPlan& /*action*/) {
    const AppState& state = m_context.state;
    if (!state.plan || state.session.asks()) {
        return;
    }
    Document draft = state.plan->document;
    const Span extent = extent_of(draft);
    const Date first = draft.plan.from.value_or(extent.from.value_or(as_of_date(state)));
    const int year = first.civil().year;
    const std::optional<Date> last = draft.plan.to ? draft.plan.to : extent.to;
    const int next = (last ? last->civil().year : year) + 1;
    draft.plan.from = Date::from_civil({next, 1, 1});
    draft.plan.title = title_years_later(draft.plan.title, next - year);
    ask(FormOf::NewPlan, FormMember::FirstYear, std::move(draft));
}

void ApprovalControl::apply(const act::ShowDeviations& action) {
    AppState& state = m_context.state;
    const bool shown = std::holds_alternative<DeviationsQuestion>(state.session.question);
    if (!state.plan || (state.session.asks() && !shown)) {
        return;
    }
    const Document& document = state.plan->document;
    const std::uint32_t asked = find_by_id(document.baselines, action.baseline);
    const std::uint32_t baseline = asked == kNoIndex ? newest_baseline(document) : asked;
    if (baseline != kNoIndex) {
        state.session.question = DeviationsQuestion{document.baselines[baseline].id, action.only};
    }
}

} // namespace vekha::app
