// BulkEditor: the part of the dispatcher that does to all measures that are picked, in one step of
// undo, what the others do to the selected one; with none picked it leaves that to them. Also the
// question that changes several things of them at once.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"

#include <cstddef>
#include <vector>

namespace vekha::app {

class BulkEditor {
public:
    BulkEditor(Context& context, PlanEditor& editor, MeasureEditor& measures)
        : m_context(context), m_editor(editor), m_measures(measures) {}

    void apply(const act::SetSelectedState& action);
    void apply(const act::ToggleSelectedDone& action);
    void apply(const act::RemoveMeasure& action);
    void apply(const act::DuplicateMeasure& action);
    void apply(const act::MoveMeasure& action);
    void apply(const act::MoveToSection& action);
    void apply(const act::HoldRows& action);
    void apply(const act::PlaceRows& action);

    // Takes out what is picked, or the selected one; false when that was refused.
    bool remove_meant(TextKey label);

private:
    [[nodiscard]] bool has_picked() const { return !m_context.state.session.picked.empty(); }
    [[nodiscard]] Selection row_beside();
    void move(const std::vector<MeasureId>& ids, const MeasurePlace& place);
    void say(TextKey what, std::size_t count);

    Context& m_context;
    PlanEditor& m_editor;
    MeasureEditor& m_measures;
};

} // namespace vekha::app
