// NamedViews: the part of the dispatcher that keeps ways to look at the plan under names, in the
// plan itself: an edit as any other, that can be undone. A view is the grouping, the order, the
// filter, the columns, the days in sight and, where one was chosen, the as-of date.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"

namespace vekha::app {

// What shows now, without a name. Needs an open plan.
[[nodiscard]] SavedView view_now(const AppState& state);

// Nothing that the view says was changed since it was shown; the days in sight do not count, since
// every turn of the wheel changes them. A view without an as-of date shows the plan's own.
[[nodiscard]] bool view_is_shown(const AppState& state, const SavedView& view);

// The one that was shown or saved last, while it still is, else the first one that is; nullptr when
// none is.
[[nodiscard]] const SavedView* shown_view(const AppState& state);

class NamedViews {
public:
    NamedViews(Context& context, PlanEditor& editor) : m_context(context), m_editor(editor) {}

    void apply(const act::ShowView& action);
    void apply(const act::SaveView& action);
    void apply(const act::RemoveView& action);

private:
    Context& m_context;
    PlanEditor& m_editor;
};

} // namespace vekha::app
