#include "app/plan_editor.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha::app {

namespace {

TextKey label_of(const ProgressChange& change) {
    if (change.state) {
        return "edit.state"_key;
    }
    if (change.percent) {
        return "edit.percent"_key;
    }
    if (change.done_date) {
        return "edit.doneDate"_key;
    }
    return change.reason ? "edit.reason"_key : "edit.note"_key;
}

// Typing and nudging join with what went before; a choice is an entry of its own.
std::string merge_key_of(const ProgressChange& change, const MeasureId& measure) {
    const bool only_percent =
        change.percent && !change.state && !change.done_date && !change.reason && !change.note;
    return only_percent ? "percent/" + measure.text : std::string();
}

} // namespace

// ---- undo and redo ------------------------------------------------------------------------------

void PlanEditor::apply(const act::Undo& /*action*/) {
    if (!m_context.state.plan) {
        return;
    }
    if (const HistoryEntry* const entry = m_context.state.plan->history.undo()) {
        const std::string what(m_context.texts.get(TextKey{entry->label_key}));
        show_revision(entry->before, entry->revision_before, entry->selection);
        m_context.show(MessageKind::Info, {"edit.undone"_key, {{"what", what}}});
    }
}

void PlanEditor::apply(const act::Redo& /*action*/) {
    if (!m_context.state.plan) {
        return;
    }
    if (const HistoryEntry* const entry = m_context.state.plan->history.redo()) {
        const std::string what(m_context.texts.get(TextKey{entry->label_key}));
        show_revision(entry->after, entry->revision_after, entry->selection);
        m_context.show(MessageKind::Info, {"edit.redone"_key, {{"what", what}}});
    }
}

void PlanEditor::show_revision(const Document& document, std::uint64_t revision,
                               const MeasureId& selection) {
    assert(m_context.state.plan.has_value());
    OpenPlan& plan = *m_context.state.plan;
    plan.document = document;
    plan.revision = revision;
    Selection& selected = m_context.state.session.selection;
    if (!selection.empty() && selected.measure != selection) {
        selected = {.measure = selection};
    }
}

// ---- progress -----------------------------------------------------------------------------------

void PlanEditor::apply(const act::SetProgress& action) {
    static_cast<void>(set(action));
}

// False when nothing was set; the person has been told why, or is asked for the reason.
bool PlanEditor::set(const act::SetProgress& action) {
    if (!m_context.state.plan || !may_edit(action.measure, action.change)) {
        return false;
    }
    Result<Document, EditProblem> result = set_progress(
        m_context.state.plan->document, action.measure, action.change, as_of_date(m_context.state));
    if (!result) {
        if (result.error() == EditProblem::ReasonMissing && action.change.state) {
            ask_reason(action);
            return false;
        }
        refuse(result.error());
        return false;
    }
    commit(std::move(result).value(),
           {label_of(action.change), merge_key_of(action.change, action.measure)}, action.measure);
    return true;
}

void PlanEditor::refuse(EditProblem problem) {
    const std::string words(edit_problem_text(m_context.texts, problem));
    m_context.show(MessageKind::Warning, {"edit.refused"_key, {{"why", words}}});
}

bool PlanEditor::refuse_read_only() {
    if (is_read_only(m_context.state)) {
        m_context.show(MessageKind::Warning, {"edit.readOnly"_key, {}});
        return true;
    }
    return false;
}

EditOutcome PlanEditor::edit(Result<Document, EditProblem> changed, TextKey label,
                             const MeasureId& about) {
    if (!m_context.state.plan || refuse_read_only()) {
        return EditOutcome::Refused;
    }
    if (!changed) {
        refuse(changed.error());
        return EditOutcome::Refused;
    }
    const std::uint64_t before = m_context.state.plan->revision;
    commit(std::move(changed).value(), {label, {}}, about);
    return m_context.state.plan->revision == before ? EditOutcome::Unchanged : EditOutcome::Changed;
}

bool PlanEditor::may_edit(const MeasureId& measure, const ProgressChange& change) {
    assert(m_context.state.plan.has_value());
    if (refuse_read_only()) {
        return false;
    }
    const bool only_note = !change.state && !change.percent && !change.done_date && !change.reason;
    const std::uint32_t index = find_by_id(m_context.state.plan->document.measures, measure);
    if (index != kNoIndex && !only_note &&
        m_context.derived.status(m_context.state).measures[index].derived()) {
        m_context.show(MessageKind::Warning, {"edit.derived"_key, {}});
        return false;
    }
    return true;
}

void PlanEditor::commit(Document after, Label label, const MeasureId& measure) {
    assert(m_context.state.plan.has_value());
    OpenPlan& plan = *m_context.state.plan;
    if (after == plan.document) {
        return;
    }
    HistoryEntry entry;
    entry.before = plan.document;
    entry.after = after;
    entry.revision_before = plan.revision;
    entry.revision_after = m_context.next_revision();
    entry.label_key = label.key.id;
    entry.merge_key = std::move(label.merge_key);
    entry.selection = measure;
    plan.revision = entry.revision_after;
    plan.document = std::move(after);
    plan.history.push(std::move(entry), m_context.now());
}

void PlanEditor::apply(const act::SetSelectedState& action) {
    const MeasureId measure = m_context.state.session.selection.measure;
    if (!measure.empty()) {
        ProgressChange change;
        change.state = action.state;
        apply(act::SetProgress{measure, std::move(change)});
    }
}

// Done and back. Back is the state before, when done was the last thing that happened; else in
// progress, because nobody knows what it was.
void PlanEditor::apply(const act::ToggleSelectedDone& /*action*/) {
    const MeasureId id = m_context.state.session.selection.measure;
    const Measure* const measure = find_measure(m_context.state, id);
    if (measure == nullptr || !m_context.state.plan) {
        return;
    }
    ProgressChange change;
    change.state = StoredState::Done;
    if (measure->report.state == StoredState::Done) {
        change.state = StoredState::InProgress;
        const HistoryEntry* const last = m_context.state.plan->history.next_undo();
        if (last != nullptr && last->selection == id) {
            for (const Measure& before : last->before.measures) {
                if (before.id == id && before.report.state != StoredState::Done) {
                    change.state = before.report.state;
                    change.reason = before.report.reason;
                    if (before.report.state != StoredState::NotStarted) {
                        change.percent = before.report.percent;
                    }
                }
            }
        }
    }
    apply(act::SetProgress{id, std::move(change)});
}

// The question comes with its field open, in which stands what was typed last: at first what the
// measure has.
void PlanEditor::ask_reason(const act::SetProgress& action) {
    ReasonQuestion question{action.measure, action.change, {}};
    if (action.change.reason) {
        question.typed = *action.change.reason;
    } else if (const Measure* const measure = find_measure(m_context.state, action.measure)) {
        question.typed = measure->report.reason;
    }
    question.change.reason.reset();
    m_context.state.session.field = FieldEdit{.key = semantic_key(kReasonField),
                                              .field = EditField::Reason,
                                              .measure = question.measure,
                                              .text = question.typed};
    m_context.state.session.question = std::move(question);
}

void PlanEditor::apply(const act::GiveReason& /*action*/) {
    auto* const question = std::get_if<ReasonQuestion>(&m_context.state.session.question);
    if (question == nullptr) {
        return;
    }
    act::SetProgress action{question->measure, question->change};
    action.change.reason = question->typed;
    m_context.state.session.question = {};
    // Still no reason: the same question stands there again.
    if (!set(action) && m_context.state.session.asks()) {
        refuse(EditProblem::ReasonMissing);
    }
}

void PlanEditor::take_typed_reason() {
    if (has_typed_reason(m_context.state)) {
        apply(act::GiveReason{});
    }
}

} // namespace vekha::app
