// PlanVersions: the part of the dispatcher that keeps the saved states of plans, lists them with
// what had changed, and brings one back as a step that can be undone.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace vekha::app {

class PlanVersions {
public:
    PlanVersions(Context& context, PlanEditor& editor) : m_context(context), m_editor(editor) {}

    void apply(const act::ShowVersions& action);
    void apply(const act::ChooseVersion& action);
    void apply(const act::RestoreVersion& action);
    void apply(VersionsLoaded& event);
    void apply(const VersionRead& event);

    // What is being saved has got to its place.
    void keep(OpenPlan& plan, const SaveFinished& saved) const;

private:
    [[nodiscard]] std::string changes_in_words(const std::optional<Document>& before,
                                               const Document& after) const;
    void focus_on_version(std::size_t index);

    Context& m_context;
    PlanEditor& m_editor;
};

} // namespace vekha::app
