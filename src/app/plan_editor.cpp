#include "app/plan_editor.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/ports.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "app/unit_words.hpp"
#include "core/base/result.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/edit/override_edits.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/measure_units.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

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
    return change.reason     ? "edit.reason"_key
           : change.evidence ? "edit.evidence"_key
                             : "edit.note"_key;
}

// Typing and nudging join with what went before; a choice is an entry of its own.
std::string merge_key_of(const act::SetProgress& action) {
    const ProgressChange& change = action.change;
    const bool only_percent = change == ProgressChange{.percent = change.percent};
    return only_percent ? unit_path("percent/" + action.measure.text, action.unit) : std::string();
}

bool is_only_note(const ProgressChange& change) {
    return !change.state && !change.percent && !change.done_date && !change.reason;
}

// The state that comes back when it is no longer done: that of before, when done was the last thing
// that happened to it; else in progress, because nobody knows what it was.
ProgressChange no_longer_done(const History& history, const MeasureId& id, const WorkUnit& unit) {
    const HistoryEntry* const last = history.next_undo();
    const std::uint32_t place =
        last == nullptr || last->selection != id ? kNoIndex : find_by_id(last->before.measures, id);
    ProgressChange change{.state = StoredState::InProgress};
    if (place != kNoIndex) {
        const ProgressReport before = report_of(last->before, last->before.measures[place], unit);
        if (before.state != StoredState::Done) {
            change.state = before.state;
            change.reason = before.reason;
            if (before.state != StoredState::NotStarted) {
                change.percent = before.percent;
            }
        }
    }
    return change;
}

// Of a measure that one of the documents has: it may have been added or taken out.
std::string name_in(const MeasureId& measure, const Document& one, const Document& other) {
    std::string name;
    for (const Document* const document : {&one, &other}) {
        const std::uint32_t index = find_by_id(document->measures, measure);
        if (index != kNoIndex && name.empty()) {
            append_measure_name(name, document->measures[index]);
        }
    }
    return name;
}

} // namespace

std::vector<BulkTarget> targets_meant(const AppState& state, Derived& derived) {
    assert(state.plan.has_value());
    const std::vector<MeasureStatus>& status = derived.status(state).measures;
    const std::span<const std::uint8_t> picked = state.session.picked.bytes();
    std::vector<BulkTarget> targets;
    const auto add = [&](std::uint32_t index) {
        const MeasureStatus& each = status[index];
        targets.push_back(
            {.index = index, .is_derived = each.derived() || each.overridden.has_value()});
    };
    for (std::uint32_t i = 0; i < picked.size(); ++i) {
        if (picked[i] != 0) {
            add(i);
        }
    }
    const std::uint32_t selected =
        find_by_id(state.plan->document.measures, state.session.selection.measure);
    if (picked.empty() && selected != kNoIndex) {
        add(selected);
    }
    return targets;
}

std::string step_name(const Texts& texts, const HistoryEntry& entry) {
    std::string what(texts.get(TextKey{entry.label_key}));
    if (!entry.label_detail.empty()) {
        return texts.format("edit.ofUnit"_key, {{"what", what}, {"unit", entry.label_detail}});
    }
    return entry.measures == 1
               ? what
               : texts.plural("history.many"_key, static_cast<std::int64_t>(entry.measures),
                              {{"what", what}});
}

// ---- undo and redo ------------------------------------------------------------------------------

void PlanEditor::apply(const act::Undo& /*action*/) {
    if (!m_context.state.plan) {
        return;
    }
    if (const HistoryEntry* const entry = m_context.state.plan->history.undo()) {
        show_before(*entry);
        m_context.show(MessageKind::Info,
                       {"edit.undone"_key, {{"what", step_name(m_context.texts, *entry)}}});
    }
}

void PlanEditor::apply(const act::Redo& /*action*/) {
    if (!m_context.state.plan) {
        return;
    }
    if (const HistoryEntry* const entry = m_context.state.plan->history.redo()) {
        show_revision(entry->after, entry->revision_after, entry->selection);
        m_context.show(MessageKind::Info,
                       {"edit.redone"_key, {{"what", step_name(m_context.texts, *entry)}}});
    }
}

void PlanEditor::apply(const act::ShowHistory& /*action*/) {
    Session& session = m_context.state.session;
    if (!m_context.state.plan || session.asks()) {
        return;
    }
    if (m_context.state.plan->history.size() == 0) {
        m_context.show(MessageKind::Info, {"why.nothingToUndo"_key, {}});
        return;
    }
    session.question = HistoryQuestion{};
}

void PlanEditor::apply(const act::GoToStep& action) {
    if (!m_context.state.plan) {
        return;
    }
    m_context.state.session.question = {};
    if (refuse_read_only()) {
        return;
    }
    History& history = m_context.state.plan->history;
    const std::size_t from = history.undo_depth();
    const HistoryEntry* undone = nullptr;
    while (history.undo_depth() > action.done) {
        undone = history.undo();
    }
    if (undone != nullptr) {
        show_before(*undone);
    }
    const HistoryEntry* redone = nullptr;
    while (history.undo_depth() < action.done && history.can_redo()) {
        redone = history.redo();
    }
    if (redone != nullptr) {
        show_revision(redone->after, redone->revision_after, redone->selection);
    }
    const std::size_t to = history.undo_depth();
    if (from != to) {
        const auto steps = static_cast<std::int64_t>(from > to ? from - to : to - from);
        m_context.show(MessageKind::Info, {from > to ? "history.undone"_key : "history.redone"_key,
                                           {{"n", m_context.texts.number(steps)}}});
    }
}

void PlanEditor::show_before(const HistoryEntry& entry) {
    const bool was_added =
        !entry.selection.empty() && find_by_id(entry.before.measures, entry.selection) == kNoIndex;
    show_revision(entry.before, entry.revision_before,
                  was_added ? entry.selected_before : entry.selection);
}

void PlanEditor::show_revision(const Document& document, std::uint64_t revision,
                               const MeasureId& selection) {
    assert(m_context.state.plan.has_value());
    OpenPlan& plan = *m_context.state.plan;
    plan.document = document;
    plan.revision = revision;
    m_context.state.session.picked.follow(plan.document.measures);
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
bool PlanEditor::set(const act::SetProgress& asked) {
    AppState& state = m_context.state;
    if (asked.measure.empty() && !state.session.picked.empty()) {
        return set_picked(asked.change);
    }
    act::SetProgress action = asked;
    action.unit = unit_to_set(asked.measure, asked.unit, asked.change);
    if (!state.plan || !may_edit(action.measure, action.unit, action.change)) {
        return false;
    }
    const Document& before = state.plan->document;
    Result<Document, EditProblem> result =
        set_unit_progress(before, action.measure, action.unit, action.change, as_of_date(state),
                          {state.view.me.name, state.session.today});
    if (!result) {
        if (result.error() == EditProblem::ReasonMissing && action.change.state) {
            ask_reason(action);
            return false;
        }
        refuse(result.error());
        return false;
    }
    std::string unit;
    if (const Measure* const measure = find_measure(state, action.measure)) {
        unit = unit_name(m_context.texts, before, *measure, action.unit);
    }
    const bool derives_anew =
        action.unit.kind != UnitKind::Measure && begins_to_derive(action, result.value());
    commit(std::move(result).value(), {label_of(action.change), merge_key_of(action), unit},
           action.measure);
    if (derives_anew) {
        m_context.show(MessageKind::Info, {"unit.nowDerived"_key, {}});
    } else if (action.change.state && !unit.empty()) {
        m_context.ports.twin->announce(
            unit + ": " + std::string(stored_state_name(m_context.texts, *action.change.state)),
            false);
    }
    return true;
}

// What is set of the measure itself is set by hand where that holds over what its parts say.
WorkUnit PlanEditor::unit_to_set(const MeasureId& measure, const WorkUnit& unit,
                                 const ProgressChange& change) const {
    const std::optional<OpenPlan>& plan = m_context.state.plan;
    const bool by_hand = plan && unit.kind == UnitKind::Measure &&
                         (change.state || change.reason) &&
                         place_of_override(plan->document, measure) != kNoIndex;
    return by_hand ? WorkUnit{.kind = UnitKind::ByHand} : unit;
}

// The first report of a part: from now on the measure's own state does not count.
bool PlanEditor::begins_to_derive(const act::SetProgress& action, const Document& after) const {
    const auto derives = [&](const Document& document) {
        const std::uint32_t place = find_by_id(document.measures, action.measure);
        return place != kNoIndex && derives_state(document, document.measures[place]);
    };
    return m_context.state.plan && !derives(m_context.state.plan->document) && derives(after);
}

bool PlanEditor::set_picked(const ProgressChange& change) {
    if (!m_context.state.plan || refuse_read_only()) {
        return false;
    }
    const std::vector<BulkTarget> targets = targets_meant(m_context.state, m_context.derived);
    BulkChange wanted;
    wanted.progress = change;
    Result<Document, EditProblem> result =
        change_measures(m_context.state.plan->document, targets, wanted,
                        as_of_date(m_context.state), m_context.ids);
    if (!result && result.error() == EditProblem::ReasonMissing && change.state) {
        ask_reason({{}, change, {}});
        return false;
    }
    return edit_picked(std::move(result), label_of(change), targets, true);
}

bool PlanEditor::edit_picked(Result<Document, EditProblem> changed, TextKey label,
                             std::span<const BulkTarget> targets, bool sets_progress) {
    if (!m_context.state.plan) {
        return false;
    }
    const Document before = m_context.state.plan->document;
    const std::size_t all = targets.size();
    const MeasureId first = all == 0 ? MeasureId() : before.measures[targets.front().index].id;
    if (edit(std::move(changed), label, first, all) == EditOutcome::Refused) {
        return false;
    }
    const std::size_t count = count_changed(before, m_context.state.plan->document, targets);
    const auto derived =
        sets_progress ? std::ranges::count_if(targets, &BulkTarget::is_derived) : 0;
    const auto number = [this](auto n) {
        return m_context.texts.number(static_cast<std::int64_t>(n));
    };
    m_context.show(MessageKind::Info,
                   {count == all   ? "picked.changed"_key
                    : derived == 0 ? "picked.changedSome"_key
                                   : "picked.changedNotDerived"_key,
                    {{"n", number(count)}, {"all", number(all)}, {"derived", number(derived)}}});
    return true;
}

void PlanEditor::refuse(EditProblem problem) {
    const std::string words(edit_problem_text(m_context.texts, problem));
    m_context.show(MessageKind::Warning, {"edit.refused"_key, {{"why", words}}});
}

bool PlanEditor::refuse_read_only() {
    if (is_read_only(m_context.state)) {
        const bool is_held =
            m_context.state.plan && m_context.state.plan->read_only == ReadOnlyReason::None;
        m_context.show(MessageKind::Warning,
                       {is_held ? "edit.otherTab"_key : "edit.readOnly"_key, {}});
        if (is_held) {
            m_context.state.session.message->offers = Command::TakeOver;
        }
        return true;
    }
    return false;
}

EditOutcome PlanEditor::edit(Result<Document, EditProblem> changed, TextKey label,
                             const MeasureId& about, std::size_t measures) {
    if (!m_context.state.plan || refuse_read_only()) {
        return EditOutcome::Refused;
    }
    if (!changed) {
        refuse(changed.error());
        return EditOutcome::Refused;
    }
    const std::uint64_t before = m_context.state.plan->revision;
    commit(std::move(changed).value(), {label, {}, {}, measures}, about);
    return m_context.state.plan->revision == before ? EditOutcome::Unchanged : EditOutcome::Changed;
}

bool PlanEditor::may_edit(const MeasureId& measure, const WorkUnit& unit,
                          const ProgressChange& change) {
    assert(m_context.state.plan.has_value());
    if (refuse_read_only()) {
        return false;
    }
    const std::uint32_t index = find_by_id(m_context.state.plan->document.measures, measure);
    if (index != kNoIndex && unit.kind == UnitKind::Measure && !is_only_note(change) &&
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
    entry.label_detail = std::move(label.detail);
    entry.merge_key = std::move(label.merge_key);
    entry.selection = measure;
    entry.selected_before = m_context.state.session.selection.measure;
    entry.measures = label.measures;
    entry.about = label.measures == 1 ? name_in(measure, entry.after, entry.before) : std::string();
    plan.revision = entry.revision_after;
    plan.document = std::move(after);
    m_context.state.session.picked.follow(plan.document.measures);
    plan.history.push(std::move(entry), m_context.now());
}

void PlanEditor::apply(const act::SetSelectedState& action) {
    const MeasureId measure = m_context.state.session.selection.measure;
    if (!measure.empty()) {
        ProgressChange change;
        change.state = action.state;
        const Moment before = moment();
        apply(act::SetProgress{measure, std::move(change)});
        say_state_since(before);
    }
}

void PlanEditor::apply(const act::ToggleDone& action) {
    const Measure* const measure = find_measure(m_context.state, action.measure);
    if (measure == nullptr) {
        return;
    }
    const OpenPlan& plan = *m_context.state.plan;
    const WorkUnit unit = unit_to_set(action.measure, action.unit, {.state = StoredState::Done});
    const bool is_done = report_of(plan.document, *measure, unit).state == StoredState::Done;
    apply(act::SetProgress{action.measure,
                           is_done ? no_longer_done(plan.history, action.measure, unit)
                                   : ProgressChange{.state = StoredState::Done},
                           unit});
}

void PlanEditor::apply(const act::ToggleSelectedDone& /*action*/) {
    const Moment before = moment();
    apply(act::ToggleDone{m_context.state.session.selection.measure, {}});
    say_state_since(before);
}

PlanEditor::Moment PlanEditor::moment() const {
    const std::optional<OpenPlan>& plan = m_context.state.plan;
    return {.revision = plan ? plan->revision : 0, .message = m_context.last_message};
}

// A single key does so much, and may have been meant for a text.
void PlanEditor::say_state_since(const Moment& before) {
    const AppState& state = m_context.state;
    const MeasureId& id = state.session.selection.measure;
    const Measure* const measure = find_measure(state, id);
    const Moment now = moment();
    const bool is_changed = now.revision != before.revision;
    if (!state.plan || measure == nullptr || !is_changed || now.message != before.message) {
        return; // nothing was changed, or more was said about it
    }
    const Document& document = state.plan->document;
    m_context.show(
        MessageKind::Success,
        {"edit.stateSet"_key,
         {{"name", name_in(id, document, document)},
          {"state", std::string(stored_state_name(m_context.texts, measure->report.state))}}});
}

// The question comes with its field open, in which stands what was typed last: at first what the
// unit has.
void PlanEditor::ask_reason(const act::SetProgress& action) {
    ReasonQuestion question{action.measure, action.unit, action.change, {}};
    if (action.change.reason) {
        question.typed = *action.change.reason;
    } else if (const Measure* const measure = find_measure(m_context.state, action.measure)) {
        question.typed = report_of(m_context.state.plan->document, *measure, action.unit).reason;
    }
    question.change.reason.reset();
    m_context.state.session.field = FieldEdit{.key = semantic_key(kReasonField),
                                              .field = EditField::Reason,
                                              .measure = question.measure,
                                              .unit = question.unit,
                                              .text = question.typed};
    m_context.state.session.question = std::move(question);
}

void PlanEditor::apply(const act::GiveReason& /*action*/) {
    auto* const question = std::get_if<ReasonQuestion>(&m_context.state.session.question);
    if (question == nullptr || refuse_read_only()) {
        return;
    }
    act::SetProgress action{question->measure, question->change, question->unit};
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
