// PlanEditor: the part of the dispatcher that changes the document: edits become history entries,
// undo and redo bring documents back. A refused edit changes nothing and says why.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/work_unit.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

// What a command for measures is about (measures_meant).
[[nodiscard]] std::vector<BulkTarget> targets_meant(const AppState& state, Derived& derived);

// What was done, and to how many measures: «состояние: 12 мероприятий».
[[nodiscard]] std::string step_name(const Texts& texts, const HistoryEntry& entry);

// Of a refusal the person has been told.
enum class EditOutcome : std::uint8_t { Refused, Unchanged, Changed };

class PlanEditor {
public:
    explicit PlanEditor(Context& context) : m_context(context) {}

    void apply(const act::Undo& action);
    void apply(const act::Redo& action);
    void apply(const act::ShowHistory& action);
    void apply(const act::GoToStep& action);
    void apply(const act::SetProgress& action);
    void apply(const act::SetSelectedState& action);
    void apply(const act::ToggleDone& action);
    void apply(const act::ToggleSelectedDone& action);
    void apply(const act::GiveReason& action);
    // Any other change of the document: one step back. `about`: the measure that undo and redo
    // show; `measures`: how many it is about.
    EditOutcome edit(Result<Document, EditProblem> changed, TextKey label,
                     const MeasureId& about = {}, std::size_t measures = 1);
    // A change of these, after which is said how many were changed, and why not all.
    bool edit_picked(Result<Document, EditProblem> changed, TextKey label,
                     std::span<const BulkTarget> targets, bool sets_progress);
    // True when the shown plan cannot be changed here, which the person has been told.
    [[nodiscard]] bool refuse_read_only();
    // False when nothing of that may be changed there, which the person has been told.
    [[nodiscard]] bool may_edit(const MeasureId& measure, const WorkUnit& unit = {},
                                const ProgressChange& change = {});
    // Whose report a change would go to.
    [[nodiscard]] WorkUnit unit_to_set(const MeasureId& measure, const WorkUnit& unit,
                                       const ProgressChange& change) const;
    // False when the rules refuse it, which the person has been told.
    [[nodiscard]] bool set(const act::SetProgress& action);
    // Before another question or plan comes: a reason that was typed answers its question.
    void take_typed_reason();

private:
    struct Label {
        TextKey key;
        std::string merge_key;
        std::string detail;
        std::size_t measures = 1;
    };
    void commit(Document after, Label label, const MeasureId& measure);
    [[nodiscard]] bool set_picked(const ProgressChange& change);
    void show_before(const HistoryEntry& entry);
    void show_revision(const Document& document, std::uint64_t revision,
                       const MeasureId& selection);
    [[nodiscard]] bool begins_to_derive(const act::SetProgress& action,
                                        const Document& after) const;
    struct Moment {
        std::uint64_t revision = 0;
        std::uint64_t message = 0;
    };
    [[nodiscard]] Moment moment() const;
    void say_state_since(const Moment& before);
    void ask_reason(const act::SetProgress& action);
    void refuse(EditProblem problem);

    Context& m_context;
};

} // namespace vekha::app
