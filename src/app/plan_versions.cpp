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
#include "core/model/document.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::size_t kMostKeptLines = 20; // of what had changed
constexpr std::size_t kMostDifferences = 200;

// At least one.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.emplace_back(text);
    return lines;
}

VersionsQuestion* asked_of(AppState& state) {
    return std::get_if<VersionsQuestion>(&state.session.question);
}

} // namespace

void PlanVersions::keep(OpenPlan& plan, const SaveFinished& saved) const {
    assert(plan.saving.has_value());
    // What this version cannot read whole it does not take back to either.
    if (plan.read_only != ReadOnlyReason::None) {
        return;
    }
    const Document& document = plan.saving->document;
    const std::string bytes = write_roadmap(document, plan.layout);
    m_context.ports.versions->keep({.plan = document.plan.id.text,
                                    .name = saved.name,
                                    .changes = changes_in_words(plan.saved, document),
                                    .bytes = bytes,
                                    .downloaded = saved.outcome == SaveOutcome::Downloaded});
    plan.saved = document;
}

std::string PlanVersions::changes_in_words(const std::optional<Document>& before,
                                           const Document& after) const {
    const Texts& texts = m_context.texts;
    if (!before) {
        return std::string(texts.get("versions.first"_key));
    }
    const std::vector<DocumentChange> changes = changes_between(*before, after);
    if (changes.empty()) {
        return std::string(texts.get("versions.nothing"_key));
    }
    std::string words = changes_in_short(texts, *before, after, changes);
    for (std::string& line : change_lines(texts, *before, after, changes, kMostKeptLines)) {
        std::ranges::replace(line, '\n', ' '); // of a title
        words.append("\n").append(line);
    }
    return words;
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

// A later answer is the newer list.
void PlanVersions::apply(VersionsLoaded& event) {
    VersionsQuestion* const asked = asked_of(m_context.state);
    if (asked == nullptr || asked->asked || asked->chosen || asked->plan.text != event.plan) {
        return;
    }
    asked->loaded = true;
    asked->usable = event.usable;
    asked->versions = std::move(event.versions);
    if (!asked->versions.empty()) {
        focus_on_version(0);
    }
}

void PlanVersions::focus_on_version(std::size_t index) {
    focus_on(m_context.state.session,
             semantic_key(std::string(kVersionRow) + std::to_string(index)));
}

void PlanVersions::apply(const act::ChooseVersion& action) {
    VersionsQuestion* const asked = asked_of(m_context.state);
    if (asked == nullptr) {
        return;
    }
    if (asked->chosen && !action.index) {
        focus_on_version(asked->chosen->index);
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
    VersionsQuestion::Chosen chosen{.index = *asked->asked};
    asked->asked.reset();
    std::vector<std::string> lines = lines_of(asked->versions[chosen.index].changes);
    chosen.then.assign(lines.begin() + 1, lines.end()); // without the short one
    Result<ReadOutcome, ReadFailure> read = read_roadmap(event.bytes);
    if (read && read.value().verdict == ReadVerdict::Opens) {
        const Document& now = state.plan->document;
        chosen.document = std::move(read).value().document;
        const std::vector<DocumentChange> changes = changes_between(*chosen.document, now);
        chosen.differences = changes.size();
        chosen.since =
            change_lines(m_context.texts, *chosen.document, now, changes, kMostDifferences);
    }
    asked->chosen = std::move(chosen);
}

void PlanVersions::apply(const act::RestoreVersion& /*action*/) {
    AppState& state = m_context.state;
    VersionsQuestion* const asked = asked_of(state);
    if (asked == nullptr || m_editor.refuse_read_only() || !asked->chosen ||
        !asked->chosen->document) {
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
