// PlanFiles's part for saving: what is written was read back and compared before; what somebody
// else wrote into the file meanwhile is never overwritten unasked.
#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/file_name.hpp"
#include "app/i18n.hpp"
#include "app/plan_drafts.hpp"
#include "app/plan_files.hpp"
#include "app/plan_tabs.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/compare/document_changes.hpp"
#include "core/model/document.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace vekha::app {

void PlanFiles::apply(const act::Save& /*action*/) {
    start_saving(Place::SameFile);
}

void PlanFiles::apply(const act::SaveAs& /*action*/) {
    forget_conflict();
    start_saving(Place::Ask);
}

// What came into the file after the person was told is told first.
void PlanFiles::apply(const act::OverwriteFile& /*action*/) {
    if (std::holds_alternative<FileConflict>(m_context.state.session.question)) {
        forget_conflict();
        start_saving(Place::Overwrite);
    }
}

void PlanFiles::apply(const act::ShowFileChanges& /*action*/) {
    if (auto* const conflict = std::get_if<FileConflict>(&m_context.state.session.question)) {
        conflict->shows_changes = true;
    }
}

// Without its handle: two tabs must not write one file.
void PlanFiles::apply(const act::OpenChangedFile& /*action*/) {
    auto* const conflict = std::get_if<FileConflict>(&m_context.state.session.question);
    if (conflict == nullptr) {
        return;
    }
    const FileConflict file = std::move(*conflict);
    forget_conflict();
    read(file.bytes, {.name = name_of_copy(file.name, m_context.texts.get("save.copySuffix"_key))},
         PlanOrigin::File, Windows1251::Refuse);
}

void PlanFiles::forget_conflict() {
    Question& question = m_context.state.session.question;
    if (std::holds_alternative<FileConflict>(question)) {
        question = {};
    }
}

// True when the port has been asked.
bool PlanFiles::start_saving(Place place) {
    AppState& state = m_context.state;
    if (!state.plan || state.plan->saving) {
        return false;
    }
    OpenPlan& plan = *state.plan;
    std::string bytes = write_roadmap(plan.document, plan.layout);
    const Result<ReadOutcome, ReadFailure> check = read_roadmap(bytes);
    if (!check || !(check.value().document == plan.document)) {
        m_context.show(MessageKind::Error, {"save.checkFailed"_key, {}});
        return false;
    }
    plan.history.end_joining();
    if (plan.hold.elsewhere) {
        place = Place::Ask; // its file is the other tab's
    }
    FilePort::SaveRequest request;
    request.request = ++m_last_request;
    request.suggested_name = suggested_file_name(plan.file_name, "plan");
    request.bytes = std::move(bytes);
    request.handle_token = place == Place::Ask ? 0 : plan.handle_token;
    request.overwrites = place == Place::Overwrite;
    plan.saving = SaveInProgress{request.request, plan.revision, plan.document};
    m_context.ports.files->save(std::move(request));
    return true;
}

// An answer to a request of a plan that has been closed means nothing any more.
void PlanFiles::apply(const SaveFinished& event) {
    AppState& state = m_context.state;
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        OpenPlan& plan = plan_at(state, tab);
        if (!plan.saving || plan.saving->request != event.request) {
            continue;
        }
        finish_saving(plan, event);
        plan.saving.reset();
        auto* const question = std::get_if<UnsavedQuestion>(&state.session.question);
        if (question != nullptr && question->waiting_for_save && tab == state.tab) {
            question->waiting_for_save = false;
            const bool is_kept = event.outcome == SaveOutcome::WrittenToFile ||
                                 event.outcome == SaveOutcome::Downloaded;
            if (is_kept && holds_refused_text(state.session.field)) {
                state.session.question = {}; // the text is to be put right first
            } else if (is_kept && !plan.has_unsaved_work()) {
                m_tabs.close_shown(question->back_to);
            }
        }
        return;
    }
}

void PlanFiles::finish_saving(OpenPlan& plan, const SaveFinished& event) {
    assert(plan.saving.has_value());
    const std::uint64_t revision = plan.saving->revision;
    const std::string time = m_context.ports.clock->time_of_day();
    switch (event.outcome) {
    case SaveOutcome::WrittenToFile:
        if (plan.read_only == ReadOnlyReason::None) {
            plan.in_file = {revision, time};
            plan.file_name = event.name;
            plan.handle_token = event.handle_token;
            // The file no longer holds what was opened.
            plan.opened_revision = 0;
        }
        // The draft is no longer the only copy, and says so.
        m_drafts.renew(plan);
        m_versions.keep(plan, event);
        m_context.show(MessageKind::Success,
                       {"save.inFile"_key, {{"name", event.name}, {"time", time}}});
        break;
    case SaveOutcome::Downloaded:
        plan.downloaded = {revision, time};
        m_versions.keep(plan, event);
        m_context.show(MessageKind::Warning,
                       {"save.downloadedMessage"_key, {{"name", event.name}}});
        break;
    case SaveOutcome::Cancelled:
        break;
    case SaveOutcome::Failed:
        m_context.show(MessageKind::Error, {"save.failed"_key, {{"name", event.name}}});
        break;
    case SaveOutcome::ChangedOutside:
        plan.handle_token = event.handle_token;
        // Whatever is answered: no file holds the plan any more.
        plan.in_file = {};
        plan.opened_revision = 0;
        m_drafts.renew(plan);
        tell_conflict(plan, event);
        break;
    }
}

// Behind another plan or question the next save tells it.
void PlanFiles::tell_conflict(const OpenPlan& plan, const SaveFinished& event) {
    AppState& state = m_context.state;
    const bool closes = std::holds_alternative<UnsavedQuestion>(state.session.question);
    const bool is_shown = state.plan && state.plan->opening == plan.opening;
    const LocalText title{"save.changedOutside"_key, {{"name", event.name}}};
    if (!is_shown || (state.session.asks() && !closes)) {
        m_context.show(MessageKind::Error, title);
        return;
    }
    FileConflict conflict;
    conflict.name = event.name;
    conflict.handle_token = event.handle_token;
    conflict.bytes = event.bytes;
    Result<ReadOutcome, ReadFailure> theirs = read_roadmap(event.bytes);
    if (theirs) {
        conflict.mine = plan.document;
        conflict.changes = changes_between(theirs.value().document, conflict.mine);
        conflict.document = std::move(theirs).value().document;
    }
    state.session.question = std::move(conflict);
    m_context.ports.twin->announce(m_context.texts.format(title), true);
}

} // namespace vekha::app
