#include "app/unit_control.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "app/unit_words.hpp"
#include "app/view_control.hpp"
#include "core/edit/override_edits.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace vekha::app {

UnitsView& UnitControl::view_of(const MeasureId& measure) {
    UnitsView& view = m_context.state.session.units;
    if (view.measure != measure) {
        view = {.measure = measure, .open = {}, .all_shown = {}};
    }
    return view;
}

void UnitControl::apply(const act::OpenUnit& action) {
    UnitsView& view = view_of(action.measure);
    view.open = action.open ? std::optional(action.unit) : std::nullopt;
    if (action.goes_there) {
        m_view.apply(act::ShowInspector{true});
        // After the menu, which gives the keyboard back to the row.
        m_context.actions.push(act::Focus{semantic_key(unit_path("unit", action.unit)), {}, {}});
    }
}

void UnitControl::apply(const act::ShowAllUnits& action) {
    std::set<UnitKind>& shown = view_of(action.measure).all_shown;
    if (action.all) {
        shown.insert(action.kind);
    } else {
        shown.erase(action.kind);
    }
}

// The first that is late, or due next.
void UnitControl::apply(const act::MarkOccurrence& /*action*/) {
    AppState& state = m_context.state;
    const MeasureId& measure = state.session.selection.measure;
    const std::uint32_t index =
        state.plan ? find_by_id(state.plan->document.measures, measure) : kNoIndex;
    if (index == kNoIndex || state.session.asks()) {
        return;
    }
    const auto& units = m_context.derived.units(state, index);
    const auto first = std::ranges::find_if(units, [](const MeasureUnit& each) {
        return each.unit.kind == UnitKind::Occurrence && is_open(each.status.state);
    });
    if (first == units.end()) {
        m_context.show(MessageKind::Info, {"unit.noOpen"_key, {}});
        return;
    }
    state.session.question = CommandMenu{MenuOf::Unit, {}, first->unit};
}

void UnitControl::apply(const act::OverrideState& /*action*/) {
    Session& session = m_context.state.session;
    if (!session.asks() && !session.selection.measure.empty()) {
        session.question = CommandMenu{MenuOf::Unit, {}, {.kind = UnitKind::ByHand}};
    }
}

void UnitControl::apply(const act::DropOverride& /*action*/) {
    const AppState& state = m_context.state;
    const MeasureId measure = state.session.selection.measure;
    if (state.plan) {
        m_editor.edit(drop_override(state.plan->document, measure), "edit.dropOverride"_key,
                      measure);
    }
}

} // namespace vekha::app
