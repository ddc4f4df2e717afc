#include "app/field_control.hpp"

#include "app/actions.hpp"
#include "app/bulk_dialog.hpp"
#include "app/context.hpp"
#include "app/date_words.hpp"
#include "app/form_control.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/evidence_text.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace vekha::app {

namespace {

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
                          const Measure* measure, const WorkUnit& unit) {
    if (field == EditField::AsOf) {
        return typed_date(texts, as_of_date(state));
    }
    if (field == EditField::Search) {
        return state.session.filtering.filter.search;
    }
    if (field == EditField::BookSearch) {
        const auto* const book = std::get_if<BookQuestion>(&state.session.question);
        return book == nullptr ? std::string() : book->typed;
    }
    if (field == EditField::Palette) {
        const auto* const palette = std::get_if<PaletteQuestion>(&state.session.question);
        return palette == nullptr ? std::string() : palette->typed;
    }
    if (field == EditField::ViewName) {
        const auto* const question = std::get_if<ChoiceQuestion>(&state.session.question);
        return question == nullptr ? std::string() : question->typed;
    }
    if (measure == nullptr || !state.plan) {
        return {};
    }
    const ProgressReport report = report_of(state.plan->document, *measure, unit);
    switch (field) {
    case EditField::Number:
    case EditField::Title:
    case EditField::Description:
    case EditField::Result:
    case EditField::Responsible:
    case EditField::Period:
    case EditField::Tags:
    case EditField::Dependencies:
        return text_of_measure(state, field, *measure);
    case EditField::Percent:
        return std::to_string(report.percent);
    case EditField::DoneDate:
        return report.done_date ? typed_date(texts, *report.done_date) : std::string();
    case EditField::Reason:
        return report.reason;
    case EditField::Evidence:
        return evidence_text(report.evidence);
    case EditField::Note:
        return report.note;
    case EditField::Form:
    case EditField::AsOf:
    case EditField::GoToDate:
    case EditField::Search:
    case EditField::BookSearch:
    case EditField::ViewName:
    case EditField::Palette:
    case EditField::Bulk:
        break;
    }
    return {};
}

bool is_of_measure(EditField field) {
    return field <= EditField::Note;
}

// The page's fields end lines by LF, those of one line have none: else a text that nobody touched
// would come back changed.
std::string as_the_page_has_it(std::string text, const FieldEdit& field) {
    const FormField* const member = form_field(field.form.subject.of, field.form.member);
    const bool one_line = field.field == EditField::Form
                              ? member == nullptr || !is_multiline(member->kind)
                              : field.field == EditField::Number || field.field == EditField::Tags;
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        const bool line_end = text[i] == '\r' || text[i] == '\n';
        if (!line_end) {
            shown += text[i];
        } else if (!pair && !one_line) {
            shown += '\n';
        }
    }
    return shown;
}

// What is reported; where it follows from the parts of a measure, it cannot be set.
bool is_of_progress(EditField field) {
    return field == EditField::Percent || field == EditField::DoneDate ||
           field == EditField::Reason;
}

std::optional<EditField> field_of_cell(Column column) {
    switch (column) {
    case Column::Number:
        return EditField::Number;
    case Column::Title:
        return EditField::Title;
    case Column::Responsible:
        return EditField::Responsible;
    case Column::Period:
        return EditField::Period;
    case Column::State:
        break;
    }
    return std::nullopt;
}

} // namespace

// False when nothing can be typed there.
bool FieldControl::open_form(FieldEdit& field) {
    if (!m_context.state.plan || !form_exists(m_forms.scene(), field.form.subject)) {
        return false;
    }
    if (is_read_only(m_context.state)) {
        m_context.show(MessageKind::Warning, {"edit.readOnly"_key, {}});
        return false;
    }
    field.text = form_value(m_forms.scene(), field.form);
    return true;
}

void FieldControl::apply(const act::BeginEdit& action) {
    AppState& state = m_context.state;
    const bool of_measure = is_of_measure(action.field);
    const Measure* const measure = find_measure(state, action.measure);
    const auto* const question = std::get_if<ReasonQuestion>(&state.session.question);
    if (std::optional<FieldEdit>& current = state.session.field;
        current && current->refused && current->key == action.key &&
        current->field == action.field && current->measure == action.measure &&
        current->unit == action.unit && current->form == action.form) {
        current->waits = false;
        return;
    }
    const std::string* const bulk = bulk_text(state.session, action.key);
    FieldEdit field{.key = action.key,
                    .field = action.field,
                    .measure = action.measure,
                    .unit = action.unit,
                    .form = action.form,
                    .is_new = action.is_new};
    if (action.field == EditField::Form) {
        if (!open_form(field)) {
            return;
        }
    } else if (action.field == EditField::Reason && question != nullptr) {
        field.text = question->typed;
    } else if (bulk != nullptr) {
        field.text = *bulk;
    } else {
        ProgressChange touched;
        if (is_of_progress(action.field)) {
            touched.percent = 0;
        }
        if (of_measure &&
            (measure == nullptr || !m_editor.may_edit(action.measure, action.unit, touched))) {
            return;
        }
        field.text = text_of_field(state, m_context.texts, action.field, measure, action.unit);
    }
    if (action.field == EditField::Search) {
        m_context.derived.prepare_search(state);
        state.session.filtering.is_open = true;
    }
    field.text = as_the_page_has_it(std::move(field.text), field);
    field.typed = field.text;
    put_refused_behind(state.session);
    state.session.field = std::move(field);
}

// A field of a measure or of a form that is no longer there has nothing to say.
void FieldControl::tick() {
    const AppState& state = m_context.state;
    const std::optional<FieldEdit>& field = state.session.field;
    if (!field || !state.plan) {
        return;
    }
    const bool is_there =
        field->field == EditField::Form
            ? form_exists(m_forms.scene(), field->form.subject)
            : field->measure.empty() || find_measure(state, field->measure) != nullptr;
    if (!is_there) {
        apply(act::CancelEdit{});
    }
}

// The state is chosen from its list; all else is typed.
void FieldControl::apply(const act::EditCell& action) {
    Session& session = m_context.state.session;
    if (session.selection.measure.empty() || session.asks()) {
        return;
    }
    const Column pressed = session.pressed_cell.value_or(Column::Title);
    const bool is_cell = field_of_cell(pressed).has_value() || pressed == Column::State;
    Column column =
        action.column.value_or(session.cell.value_or(is_cell ? pressed : Column::Title));
    if (session.frame.column_widths[static_cast<std::size_t>(column)] <= 0.0F) {
        column = Column::Title; // the only one that always shows
    }
    session.cell = column;
    session.focus_on_row = true;
    m_view.keep_selection_in_sight();
    m_view.keep_cell_in_sight();
    if (const std::optional<EditField> field = field_of_cell(column)) {
        apply(
            act::BeginEdit{cell_key(session.selection, column), *field, session.selection.measure});
        if (session.field) {
            session.field->is_new = action.is_new;
        }
    } else if (column == Column::State) {
        session.question = CommandMenu{MenuOf::State, {}};
    }
}

void FieldControl::apply(const act::CancelEdit& /*action*/) {
    if (m_context.state.session.field) {
        m_context.state.session.field.reset();
        m_context.ports.field->hide();
    }
}

void FieldControl::apply(const FieldFinished& event) {
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
    if (std::string* const bulk = bulk_text(m_context.state.session, event.key)) {
        *bulk = event.end == FieldEnd::Cancelled ? field.text : event.text;
        return;
    }
    if (field.field == EditField::Palette) {
        finish_palette(event);
        return;
    }
    if (field.field == EditField::Search) {
        // It was searched for while it was typed.
        const bool keeps = event.end != FieldEnd::Cancelled;
        m_context.state.session.filtering.filter.search = keeps ? event.text : field.text;
        if (event.end == FieldEnd::Entered && !event.text.empty()) {
            // As in a browser's own search: each Enter goes on to the next.
            m_view.select_next_measure();
            field.text = event.text;
            current = std::move(field);
        } else if (event.end == FieldEnd::Entered) {
            focus_on(m_context.state.session, event.key); // where the browser has it, too
            m_context.state.session.idle_text = field;
        }
        return;
    }
    if (field.field == EditField::BookSearch) {
        search_book(event.end != FieldEnd::Cancelled ? event.text : field.text);
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
void FieldControl::forget_refusal(const FieldEdit& field) {
    std::optional<Message>& message = m_context.state.session.message;
    if (field.refused && message && message->kind == MessageKind::Warning) {
        message.reset();
    }
}

void FieldControl::apply(const FieldTyped& event) {
    std::optional<FieldEdit>& field = m_context.state.session.field;
    if (!field || field->key != event.key) {
        return;
    }
    Session& session = m_context.state.session;
    field->typed = event.text;
    if (field->field == EditField::Search) {
        session.filtering.filter.search = event.text;
    } else if (field->field == EditField::BookSearch) {
        search_book(event.text);
    } else if (auto* const palette = std::get_if<PaletteQuestion>(&session.question)) {
        palette->typed = event.text;
    } else if (std::string* const bulk = bulk_text(session, event.key)) {
        *bulk = event.text;
    }
}

void FieldControl::search_book(const std::string& words) {
    if (auto* const book = std::get_if<BookQuestion>(&m_context.state.session.question)) {
        book->typed = words;
    }
}

void FieldControl::finish_palette(const FieldFinished& event) {
    Session& session = m_context.state.session;
    auto* const palette = std::get_if<PaletteQuestion>(&session.question);
    if (palette == nullptr) {
        return;
    }
    if (event.end == FieldEnd::Cancelled) {
        session.question = {};
        return;
    }
    palette->typed = event.text;
    if (event.end == FieldEnd::Entered) {
        m_context.actions.push(act::RunFirstFound{});
    }
}

// The text of the question waits there until the question is answered; the field's own key answers
// it, Escape leaves it.
void FieldControl::finish_reason(const FieldFinished& event) {
    if (event.end == FieldEnd::Cancelled) {
        m_context.state.session.question = {};
        return;
    }
    std::get<ReasonQuestion>(m_context.state.session.question).typed = event.text;
    if (event.end == FieldEnd::Entered) {
        m_editor.apply(act::GiveReason{});
    }
}

// As with the reason; Enter saves the view.
void FieldControl::finish_view_name(const FieldFinished& event) {
    AppState& state = m_context.state;
    auto* const question = std::get_if<ChoiceQuestion>(&state.session.question);
    if (question == nullptr) {
        return;
    }
    if (event.end == FieldEnd::Cancelled) {
        // Where there is nothing else to choose, the field is all there is.
        if (state.plan && state.plan->document.views.empty()) {
            state.session.question = {};
        }
        return;
    }
    question->typed = event.text;
    if (event.end == FieldEnd::Entered) {
        m_context.actions.push(act::SaveView{});
    }
}

// False when the text is none of the kind that the field takes, or the rules refuse it.
bool FieldControl::commit_field(const FieldEdit& field, std::string_view text) {
    ProgressChange change;
    switch (field.field) {
    case EditField::Number:
    case EditField::Title:
    case EditField::Description:
    case EditField::Result:
    case EditField::Responsible:
    case EditField::Period:
    case EditField::Tags:
    case EditField::Dependencies:
        return m_measures.set_text(field.measure, field.field, text);
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
    case EditField::Evidence:
        change.evidence = text;
        break;
    case EditField::Note:
        change.note = text;
        break;
    case EditField::Form:
        return m_forms.set(field.form, text);
    case EditField::DoneDate:
    case EditField::AsOf:
    case EditField::GoToDate:
        return commit_date(field, text);
    case EditField::Search:
    case EditField::BookSearch:
    case EditField::ViewName:
    case EditField::Palette:
    case EditField::Bulk:
        return true;
    }
    return m_editor.set({field.measure, std::move(change), field.unit});
}

bool FieldControl::commit_date(const FieldEdit& field, std::string_view text) {
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
        return m_editor.set({field.measure, std::move(change), field.unit});
    }
    if (field.field == EditField::AsOf) {
        m_context.actions.push(act::SetAsOf{{AsOfMode::Chosen, *date}});
    } else {
        m_context.actions.push(act::GoToDate{*date});
    }
    return true;
}

} // namespace vekha::app
