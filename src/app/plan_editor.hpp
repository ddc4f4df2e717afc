// PlanEditor: the part of the dispatcher that changes the document: edits become history entries,
// undo and redo bring documents back. A refused edit changes nothing and says why. Also runs the
// text fields of the page, whose text stays in the page until it is committed.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::app {

class PlanEditor {
public:
    explicit PlanEditor(Context& context) : m_context(context) {}

    void apply(const act::Undo& action);
    void apply(const act::Redo& action);
    void apply(const act::SetProgress& action);
    void apply(const act::SetSelectedState& action);
    void apply(const act::ToggleSelectedDone& action);
    void apply(const act::GiveReason& action);
    void apply(const act::BeginEdit& action);
    void apply(const act::CancelEdit& action);
    void apply(const FieldFinished& event);
    void apply(const FieldTyped& event);
    // Any other change of the document: one step back. False when it was refused, which the person
    // has been told, or changes nothing.
    bool edit(Result<Document, EditProblem> changed, TextKey label);
    // Before another question or plan comes: a reason that was typed answers its question.
    void take_typed_reason();

private:
    struct Label {
        TextKey key;
        std::string merge_key;
    };
    [[nodiscard]] bool may_edit(const MeasureId& measure, const ProgressChange& change);
    [[nodiscard]] bool set(const act::SetProgress& action);
    void commit(Document after, Label label, const MeasureId& measure);
    void show_revision(const Document& document, std::uint64_t revision,
                       const MeasureId& selection);
    void ask_reason(const act::SetProgress& action);
    void finish_reason(const FieldFinished& event);
    void finish_view_name(const FieldFinished& event);
    void refuse(EditProblem problem);
    [[nodiscard]] bool refuse_read_only();
    void forget_refusal(const FieldEdit& field);
    [[nodiscard]] bool commit_field(const FieldEdit& field, std::string_view text);
    [[nodiscard]] bool commit_date(const FieldEdit& field, std::string_view text);

    Context& m_context;
};

} // namespace vekha::app
