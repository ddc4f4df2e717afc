// PlanEditor: the part of the dispatcher that changes the document: edits become history entries,
// undo and redo bring documents back. A refused edit changes nothing and says why.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::app {

// Of a refusal the person has been told.
enum class EditOutcome : std::uint8_t { Refused, Unchanged, Changed };

class PlanEditor {
public:
    explicit PlanEditor(Context& context) : m_context(context) {}

    void apply(const act::Undo& action);
    void apply(const act::Redo& action);
    void apply(const act::SetProgress& action);
    void apply(const act::SetSelectedState& action);
    void apply(const act::ToggleSelectedDone& action);
    void apply(const act::GiveReason& action);
    // Any other change of the document: one step back. `about`: the measure that undo and redo
    // show.
    EditOutcome edit(Result<Document, EditProblem> changed, TextKey label,
                     const MeasureId& about = {});
    // False when nothing of that may be changed there, which the person has been told.
    [[nodiscard]] bool may_edit(const MeasureId& measure, const ProgressChange& change);
    // False when the rules refuse it, which the person has been told.
    [[nodiscard]] bool set(const act::SetProgress& action);
    // Before another question or plan comes: a reason that was typed answers its question.
    void take_typed_reason();

private:
    struct Label {
        TextKey key;
        std::string merge_key;
    };
    void commit(Document after, Label label, const MeasureId& measure);
    void show_revision(const Document& document, std::uint64_t revision,
                       const MeasureId& selection);
    void ask_reason(const act::SetProgress& action);
    void refuse(EditProblem problem);
    [[nodiscard]] bool refuse_read_only();

    Context& m_context;
};

} // namespace vekha::app
