#include "app/plan_versions.hpp"

#include "app/actions.hpp"
#include "app/change_words.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/compare/document_changes.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::size_t kMostKeptLines = 20; // of what had changed

VersionsQuestion* asked_of(AppState& state) {
    return std::get_if<VersionsQuestion>(&state.session.question);
}

} // namespace

void PlanVersions::keep(OpenPlan& plan, const SaveFinished& saved) const {
    assert(plan.saving.has_value());
    const Document& document = plan.saving->document;
    const std::vector<DocumentChange> changes = changes_between(plan.saved, document);
    std::string lines;
    for (const std::string& line :
         change_lines(m_context.texts, plan.saved, document, changes, kMostKeptLines)) {
        lines.append(lines.empty() ? "" : "\n").append(line);
    }
    const std::string bytes = write_roadmap(document, plan.layout);
    m_context.ports.versions->keep({.plan = document.plan.id.text,
                                    .name = saved.name,
                                    .changes = lines,
                                    .bytes = bytes,
                                    .downloaded = saved.outcome == SaveOutcome::Downloaded});
    plan.saved = document;
}

void PlanVersions::apply(const act::ShowVersions& /*action*/) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    m_editor.take_typed_reason();
    const PlanId& plan = state.plan->document.plan.id;
    state.session.question = VersionsQuestion{.plan = plan};
    m_context.ports.versions->load(plan.text);
}

void PlanVersions::apply(VersionsLoaded& event) {
    VersionsQuestion* const asked = asked_of(m_context.state);
    if (asked == nullptr || asked->loaded || asked->plan.text != event.plan) {
        return;
    }
    asked->loaded = true;
    asked->usable = event.usable;
    asked->versions = std::move(event.versions);
}

void PlanVersions::apply(const act::ChooseVersion& action) {
    VersionsQuestion* const asked = asked_of(m_context.state);
    if (asked == nullptr) {
        return;
    }
    asked->chosen.reset();
    asked->asked.reset();
    if (action.index && *action.index < asked->versions.size()) {
        asked->asked = action.index;
        m_context.ports.versions->read(asked->plan.text, asked->versions[*action.index].place);
    }
}

void PlanVersions::apply(const VersionRead& event) {
    AppState& state = m_context.state;
    VersionsQuestion* const asked = asked_of(state);
    if (asked == nullptr || !asked->asked || !state.plan ||
        asked->versions[*asked->asked].place != event.place) {
        return;
    }
    VersionsQuestion::Chosen chosen{.index = *std::exchange(asked->asked, {}),
                                    .now = state.plan->document};
    Result<ReadOutcome, ReadFailure> read = read_roadmap(event.bytes);
    if (read && read.value().verdict == ReadVerdict::Opens) {
        chosen.document = std::move(read).value().document;
        chosen.changes = changes_between(*chosen.document, chosen.now);
    }
    asked->chosen = std::move(chosen);
}

void PlanVersions::apply(const act::RestoreVersion& /*action*/) {
    AppState& state = m_context.state;
    VersionsQuestion* const asked = asked_of(state);
    if (asked == nullptr || !asked->chosen || !asked->chosen->document) {
        return;
    }
    const SavedVersion version = asked->versions[asked->chosen->index];
    Document document = std::move(*asked->chosen->document);
    state.session.question = {};
    if (m_editor.edit(std::move(document), "edit.restoreVersion"_key) == EditOutcome::Changed) {
        m_context.show(MessageKind::Success,
                       {"versions.restored"_key, {{"time", version.saved_at}}});
    }
}

} // namespace vekha::app
