// UnitControl: the part of the dispatcher for the units of work below a measure: which one is open
// in the panel, and from where the state of one is chosen. Setting it is an edit (plan_editor.hpp).
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/model/ids.hpp"

namespace vekha::app {

class UnitControl {
public:
    UnitControl(Context& context, PlanEditor& editor, ViewControl& view)
        : m_context(context), m_editor(editor), m_view(view) {}

    void apply(const act::OpenUnit& action);
    void apply(const act::ShowAllUnits& action);
    void apply(const act::MarkOccurrence& action);
    void apply(const act::OverrideState& action);
    void apply(const act::DropOverride& action);

private:
    [[nodiscard]] UnitsView& view_of(const MeasureId& measure);

    Context& m_context;
    PlanEditor& m_editor;
    ViewControl& m_view;
};

} // namespace vekha::app
