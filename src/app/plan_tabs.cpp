#include "app/plan_tabs.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_drafts.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/layout/roadmap_layout.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

PlanDesk take_desk(AppState& state) {
    RoadmapView& view = state.view.roadmap;
    Session& session = state.session;
    PlanDesk desk{.scale = session.glide ? session.glide->to : view.scale,
                  .scroll_y = view.scroll_y,
                  .table_scroll_x = view.table_scroll_x,
                  .folded = std::move(view.folded),
                  .grouping = view.grouping,
                  .sort = view.sort,
                  .as_of = state.view.as_of,
                  .tray_open = session.tray_open,
                  .fits = session.fitted || session.fit_pending,
                  .selection = std::move(session.selection),
                  .picked = std::exchange(session.picked, {}),
                  .picking = std::exchange(session.picking, false),
                  .filtering = std::move(session.filtering),
                  .shown_view = std::move(session.shown_view),
                  .refused_field = {}};
    if (holds_refused_text(session.field)) {
        desk.refused_field = std::move(session.field);
    } else if (session.field_behind) {
        desk.refused_field = std::move(session.field_behind);
    }
    return desk;
}

// What was going on over the plan that was shown before ends.
void lay_desk(AppState& state, FieldPort& field, PlanDesk desk) {
    RoadmapView& view = state.view.roadmap;
    view.scale = desk.scale;
    view.scroll_y = desk.scroll_y;
    view.table_scroll_x = desk.table_scroll_x;
    view.folded = std::move(desk.folded);
    view.grouping = desk.grouping;
    view.sort = desk.sort;
    state.view.as_of = desk.as_of;

    Session& session = state.session;
    session.tray_open = desk.tray_open;
    session.fitted = false;
    session.fit_pending = desk.fits; // the page may have another width by now
    session.selection = std::move(desk.selection);
    session.picked = std::move(desk.picked);
    session.picking = desk.picking;
    session.filtering = std::move(desk.filtering);
    session.shown_view = std::move(desk.shown_view);
    session.hovered.reset();
    // The row that had the keyboard is of the plan that was shown before; ids are the same in many.
    if (session.focus_on_row) {
        session.focus_on_row = !session.selection.empty();
        session.focused = row_key(session.selection);
    }
    session.glide.reset();
    session.question = {};
    field.hide();
    session.field_behind.reset();
    session.field = std::move(desk.refused_field);
    if (session.field) {
        session.field->waits = true;
    }
}

} // namespace

void PlanTabs::apply(const act::GoToStart& /*action*/) {
    m_context.state.screen = Screen::Start;
    m_context.state.session.hovered.reset();
    // What has been left since the start is offered, too.
    m_drafts.look_for_kept();
}

void PlanTabs::apply(const act::GoToPlan& /*action*/) {
    if (m_context.state.plan) {
        m_context.state.screen = Screen::Roadmap;
    }
}

void PlanTabs::apply(const act::ShowPlan& action) {
    if (const std::optional<std::size_t> tab = tab_of(m_context.state, action.opening)) {
        show(*tab);
    }
}

void PlanTabs::apply(const act::ClosePlan& action) {
    AppState& state = m_context.state;
    const std::optional<std::size_t> tab = tab_of(state, action.opening);
    if (!tab) {
        return;
    }
    const Screen screen = state.screen;
    const std::uint64_t shown = plan_at(state, state.tab).opening;
    show(*tab);
    const OpenPlan& plan = plan_at(state, state.tab);
    if (!plan.has_unsaved_work() && !holds_refused_text(state.session.field)) {
        close_shown(shown);
        if (state.plan) {
            state.screen = screen;
        }
        return;
    }
    state.session.question = UnsavedQuestion{.back_to = shown};
    m_context.ports.twin->announce(
        m_context.texts.format("unsaved.title"_key, {{"title", plan.document.plan.title}}), true);
}

void PlanTabs::add(OpenPlan plan) {
    AppState& state = m_context.state;
    const std::size_t tab = state.plan ? state.tab + 1 : 0;
    put_shown_behind();
    state.plan = std::move(plan);
    state.tab = tab;
    state.screen = Screen::Roadmap;
    lay_desk(state, *m_context.ports.field, {});
}

void PlanTabs::show(std::size_t tab) {
    AppState& state = m_context.state;
    state.screen = Screen::Roadmap;
    if (tab == state.tab) {
        state.session.question = {};
        return;
    }
    put_shown_behind();
    bring_forward(tab);
    m_context.ports.twin->announce(plan_at(state, state.tab).document.plan.title, false);
}

void PlanTabs::close_shown(std::uint64_t back_to) {
    AppState& state = m_context.state;
    assert(state.plan.has_value());
    m_drafts.store_now();
    state.plan.reset();
    if (!state.behind.empty()) {
        bring_forward(std::min(state.tab, state.behind.size() - 1));
        apply(act::ShowPlan{back_to});
        return;
    }
    state.tab = 0;
    lay_desk(state, *m_context.ports.field, {});
    apply(act::GoToStart{});
}

void PlanTabs::put_shown_behind() {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    m_drafts.store_now();
    state.behind.insert(std::next(state.behind.begin(), static_cast<std::ptrdiff_t>(state.tab)),
                        {std::move(*state.plan), take_desk(state)});
    state.plan.reset();
}

void PlanTabs::bring_forward(std::size_t tab) {
    AppState& state = m_context.state;
    assert(!state.plan && tab < state.behind.size());
    PlanBehind next = std::move(state.behind[tab]);
    state.behind.erase(std::next(state.behind.begin(), static_cast<std::ptrdiff_t>(tab)));
    state.plan = std::move(next.plan);
    state.tab = tab;
    lay_desk(state, *m_context.ports.field, std::move(next.desk));
}

} // namespace vekha::app
