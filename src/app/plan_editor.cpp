#include "app/plan_editor.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"

#include <cassert>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace vekha::app {

namespace {

const Measure* find_measure(const AppState& state, const MeasureId& id) {
    if (!state.plan) {
        return nullptr;
    }
    const SharedList<Measure>& measures = state.plan->document.measures;
    const std::uint32_t index = find_by_id(measures, id);
    return index == kNoIndex ? nullptr : &measures[index];
}

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

// «60», «60 %», « 60% »; none when it is no whole number.
std::optional<int> parse_percent(std::string_view text) {
    while (!text.empty() && (text.back() == '%' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    int percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(percent) : std::nullopt;
}

// What the field shows when it opens.
std::string text_of_field(const AppState& state, const Texts& texts, EditField field,
                          const Measure* measure) {
    if (field == EditField::AsOf) {
        return typed_date(texts, as_of_date(state));
    }
    if (field == EditField::Search) {
        return state.session.filtering.filter.search;
    }
    if (field == EditField::ViewName) {
        const auto* const question = std::get_if<ChoiceQuestion>(&state.session.question);
        return question == nullptr ? std::string() : question->typed;
    }
    if (measure == nullptr) {
        return {};
    }
    const ProgressReport& report = measure->report;
    switch (field) {
    case EditField::Percent:
        return std::to_string(report.percent);
    case EditField::DoneDate:
        return report.done_date ? typed_date(texts, *report.done_date) : std::string();
    case EditField::Reason:
        return report.reason;
    case EditField::Note:
        return report.note;
    case EditField::AsOf:
    case EditField::GoToDate:
    case EditField::Search:
    case EditField::ViewName:
        break;
    }
    return {};
}

bool is_of_measure(EditField field) {
    return field != EditField::AsOf && field != EditField::GoToDate && field != EditField::Search &&
           field != EditField::ViewName;
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

bool PlanEditor::edit(Result<Document, EditProblem> changed, TextKey label) {
    if (!m_context.state.plan || refuse_read_only()) {
        return false;
    }
    if (!changed) {
        refuse(changed.error());
        return false;
    }
    const std::uint64_t before = m_context.state.plan->revision;
    commit(std::move(changed).value(), {label, {}}, {});
    return m_context.state.plan->revision != before;
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
    m_context.state.session.field =
        FieldEdit{semantic_key(kReasonField), EditField::Reason, question.measure, question.typed};
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

// ---- fields -------------------------------------------------------------------------------------

void PlanEditor::apply(const act::BeginEdit& action) {
    AppState& state = m_context.state;
    const bool of_measure = is_of_measure(action.field);
    const Measure* const measure = find_measure(state, action.measure);
    const auto* const question = std::get_if<ReasonQuestion>(&state.session.question);
    if (std::optional<FieldEdit>& current = state.session.field;
        current && current->refused && current->key == action.key &&
        current->field == action.field && current->measure == action.measure) {
        current->waits = false;
        return;
    }
    FieldEdit field{action.key, action.field, action.measure, {}};
    if (action.field == EditField::Reason && question != nullptr) {
        field.text = question->typed;
    } else {
        ProgressChange touched;
        if (action.field != EditField::Note) {
            touched.percent = 0;
        }
        if (of_measure && (measure == nullptr || !may_edit(action.measure, touched))) {
            return;
        }
        field.text = text_of_field(state, m_context.texts, action.field, measure);
    }
    state.session.filtering.is_open =
        state.session.filtering.is_open || action.field == EditField::Search;
    state.session.field = std::move(field);
}

void PlanEditor::apply(const act::CancelEdit& /*action*/) {
    if (m_context.state.session.field) {
        m_context.state.session.field.reset();
        m_context.ports.field->hide();
    }
}

void PlanEditor::apply(const FieldFinished& event) {
    std::optional<FieldEdit>& current = m_context.state.session.field;
    if (!current || current->key != event.key) {
        return;
    }
    FieldEdit field = std::move(*current);
    current.reset();
    m_context.ports.field->hide();
    if (std::holds_alternative<ReasonQuestion>(m_context.state.session.question)) {
        finish_reason(event);
        return;
    }
    if (field.field == EditField::ViewName) {
        finish_view_name(event);
        return;
    }
    if (field.field == EditField::Search) {
        // It was searched for while it was typed.
        const bool keeps = event.end != FieldEnd::Cancelled;
        m_context.state.session.filtering.filter.search = keeps ? event.text : field.text;
        return;
    }
    const bool changed = event.text != field.text;
    if (event.end == FieldEnd::Cancelled || (!changed && !field.refused)) {
        forget_refusal(field);
        return;
    }
    // Why it was refused is not told again each time the person passes by.
    const bool passed_by = !changed && event.end == FieldEnd::Left;
    if (!passed_by) {
        forget_refusal(field);
        if (commit_field(field, event.text)) {
            return;
        }
    }
    // What was typed stays in the field, to be put right.
    field.text = event.text;
    field.refused = true;
    field.waits = event.end == FieldEnd::Left;
    current = std::move(field);
}

// What was wrong before is put right, or told anew.
void PlanEditor::forget_refusal(const FieldEdit& field) {
    std::optional<Message>& message = m_context.state.session.message;
    if (field.refused && message && message->kind == MessageKind::Warning) {
        message.reset();
    }
}

void PlanEditor::apply(const FieldTyped& event) {
    const std::optional<FieldEdit>& field = m_context.state.session.field;
    if (field && field->key == event.key && field->field == EditField::Search) {
        m_context.state.session.filtering.filter.search = event.text;
    }
}

// The text of the question waits there until the question is answered; the field's own key answers
// it, Escape leaves it.
void PlanEditor::finish_reason(const FieldFinished& event) {
    if (event.end == FieldEnd::Cancelled) {
        m_context.state.session.question = {};
        return;
    }
    std::get<ReasonQuestion>(m_context.state.session.question).typed = event.text;
    if (event.end == FieldEnd::Entered) {
        apply(act::GiveReason{});
    }
}

// As with the reason; Enter saves the view.
void PlanEditor::finish_view_name(const FieldFinished& event) {
    auto* const question = std::get_if<ChoiceQuestion>(&m_context.state.session.question);
    if (question == nullptr || event.end == FieldEnd::Cancelled) {
        return;
    }
    question->typed = event.text;
    if (event.end == FieldEnd::Entered) {
        m_context.actions.push(act::SaveView{});
    }
}

// False when the text is none of the kind that the field takes, or the rules refuse it.
bool PlanEditor::commit_field(const FieldEdit& field, std::string_view text) {
    ProgressChange change;
    switch (field.field) {
    case EditField::Percent: {
        change.percent = parse_percent(text);
        if (!change.percent) {
            m_context.show(MessageKind::Warning,
                           {"edit.notAPercent"_key, {{"text", std::string(text)}}});
            return false;
        }
        break;
    }
    case EditField::Reason:
        change.reason = text;
        break;
    case EditField::Note:
        change.note = text;
        break;
    case EditField::DoneDate:
    case EditField::AsOf:
    case EditField::GoToDate:
        return commit_date(field, text);
    case EditField::Search:
    case EditField::ViewName:
        return true;
    }
    return set({field.measure, std::move(change)});
}

bool PlanEditor::commit_date(const FieldEdit& field, std::string_view text) {
    const bool empty = text.find_first_not_of(" \t\n") == std::string_view::npos;
    const std::optional<Date> date = parse_typed_date(text);
    if (!date && (!empty || field.field != EditField::DoneDate)) {
        if (!empty) {
            m_context.show(MessageKind::Warning,
                           {"edit.notADate"_key, {{"text", std::string(text)}}});
        }
        return empty;
    }
    if (field.field == EditField::DoneDate) {
        ProgressChange change;
        change.done_date = DoneDateChange{date};
        return set({field.measure, std::move(change)});
    }
    if (field.field == EditField::AsOf) {
        m_context.actions.push(act::SetAsOf{{AsOfMode::Chosen, *date}});
    } else {
        m_context.actions.push(act::GoToDate{*date});
    }
    return true;
}

} // namespace vekha::app
