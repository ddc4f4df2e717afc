// BulkDialog: the part of the dispatcher for the question that changes several things of all
// measures that are picked: what would become of it is told before it is done, in one step of undo.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/model/document.hpp"
#include "core/scene/semantics.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha::app {

// The text of the open question that is typed in that field; nullptr when it is none of its.
[[nodiscard]] std::string* bulk_text(Session& session, SemanticKey field);

class BulkDialog {
public:
    BulkDialog(Context& context, PlanEditor& editor) : m_context(context), m_editor(editor) {}

    void apply(const act::AskBulk& action);
    void apply(const act::SetBulk& action);
    void apply(const act::ApplyBulk& action);

    // Once a frame: what would become of what stands there by now.
    void tick();

private:
    struct Outcome {
        Result<Document, LocalText> document;
        std::vector<BulkTarget> targets;
        TextKey label; // none: nothing was set
        bool sets_progress = false;
    };
    [[nodiscard]] Outcome outcome_of(const BulkChoice& choice);
    [[nodiscard]] Result<Document, LocalText> with_periods(const Document& document,
                                                           const std::string& words,
                                                           const std::vector<BulkTarget>& targets);
    [[nodiscard]] LocalText refused(EditProblem problem) const;
    void read_first(const std::string& words, const std::vector<BulkTarget>& targets,
                    BulkForecast& forecast) const;

    Context& m_context;
    PlanEditor& m_editor;
    std::optional<BulkChoice> m_seen; // that the forecast is of
};

} // namespace vekha::app
