#include "app/named_views.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/view_edits.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace vekha::app {
namespace {

const RowFilter& filter_of(const SavedView& view) {
    static const RowFilter kNone;
    return view.filter ? view.filter->asks : kNone;
}

std::optional<Date> chosen_day(const AppState& state) {
    const AsOfChoice& as_of = state.view.as_of;
    return as_of.mode == AsOfMode::Chosen ? std::optional(as_of.chosen) : std::nullopt;
}

} // namespace

SavedView view_now(const AppState& state) {
    assert(state.plan.has_value());
    const RoadmapView& roadmap = state.view.roadmap;
    const RowFilter& filter = state.session.filtering.filter;
    SavedView view;
    view.as_of = chosen_day(state);
    view.grouping = roadmap.grouping;
    view.sort = roadmap.sort;
    if (!roadmap.columns.looks_like({})) {
        view.columns = roadmap.columns.shown();
    }
    if (filter.is_on()) {
        view.filter = ViewFilter{.asks = filter, .unknown = {}};
    }
    const float width = state.session.frame.time.width();
    if (!state.session.fitted && width > 0.0F) {
        const TimeScale& scale = state.session.glide ? state.session.glide->to : roadmap.scale;
        // A day counts when more than half of it is seen: showing the view keeps the same days.
        const float half_day = static_cast<float>(scale.px_per_day() * 0.5);
        view.from = scale.date_from_x(half_day);
        view.to = std::max(*view.from, scale.date_from_x(width - half_day));
    }
    return view;
}

bool view_is_shown(const AppState& state, const SavedView& view) {
    const RoadmapView& roadmap = state.view.roadmap;
    const bool is_own_day =
        view.as_of ? chosen_day(state) == view.as_of : state.view.as_of.mode == AsOfMode::Plan;
    return is_own_day && view.grouping == roadmap.grouping && view.sort == roadmap.sort &&
           filter_of(view) == state.session.filtering.filter &&
           roadmap.columns.looks_like(ColumnLayout::showing(view.columns));
}

const SavedView* shown_view(const AppState& state) {
    assert(state.plan.has_value());
    const SharedList<SavedView>& views = state.plan->document.views;
    const std::uint32_t last = find_by_id(views, state.session.shown_view);
    if (last != kNoIndex && view_is_shown(state, views[last])) {
        return &views[last];
    }
    for (const SavedView& view : views) {
        if (view_is_shown(state, view)) {
            return &view;
        }
    }
    return nullptr;
}

void NamedViews::apply(const act::ShowView& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const SharedList<SavedView>& views = state.plan->document.views;
    const std::uint32_t index = find_by_id(views, action.view);
    if (index == kNoIndex) {
        return;
    }
    const SavedView& view = views[index];
    state.session.question = {};
    state.session.shown_view = view.id;
    state.view.as_of = view.as_of ? AsOfChoice{AsOfMode::Chosen, *view.as_of} : AsOfChoice{};
    state.view.roadmap.grouping = view.grouping;
    state.view.roadmap.sort = view.sort;
    state.view.roadmap.columns = ColumnLayout::showing(view.columns);
    state.session.filtering.filter = filter_of(view);
    if (view.from && view.to && *view.from <= *view.to) {
        m_context.actions.push(act::FitDays{*view.from, *view.to});
    } else {
        m_context.actions.push(act::Fit{});
    }
    m_context.ports.twin->announce(m_context.texts.format("views.shown"_key, {{"name", view.name}}),
                                   false);
    if (state.session.filtering.filter.mine && !state.view.me.is_known()) {
        state.session.question = ChoiceQuestion{ChoiceOf::Me, {}}; // whose rows?
    }
}

void NamedViews::apply(const act::SaveView& /*action*/) {
    auto* const question = std::get_if<ChoiceQuestion>(&m_context.state.session.question);
    if (question == nullptr || !m_context.state.plan) {
        return;
    }
    AppState& state = m_context.state;
    const std::string name = question->typed;
    SavedView view = view_now(state);
    view.name = name;
    const bool is_new = find_view(state.plan->document, name) == kNoIndex;
    Result<Document, EditProblem> changed = save_view(state.plan->document, std::move(view));
    if (m_editor.edit(std::move(changed), "edit.saveView"_key) == EditOutcome::Refused) {
        return;
    }
    const SharedList<SavedView>& views = state.plan->document.views;
    const std::uint32_t saved = find_view(state.plan->document, name);
    state.session.shown_view = saved == kNoIndex ? ViewId{} : views[saved].id;
    state.session.question = {};
    m_context.show(MessageKind::Success,
                   {is_new ? "views.saved"_key : "views.replaced"_key, {{"name", name}}});
}

void NamedViews::apply(const act::RemoveView& action) {
    if (!m_context.state.plan) {
        return;
    }
    const SharedList<SavedView>& views = m_context.state.plan->document.views;
    const std::uint32_t index = find_by_id(views, action.view);
    if (index == kNoIndex) {
        return;
    }
    const std::string name = views[index].name;
    if (m_editor.edit(remove_view(m_context.state.plan->document, action.view),
                      "edit.removeView"_key) == EditOutcome::Changed) {
        m_context.show(MessageKind::Info, {"views.removed"_key, {{"name", name}}});
    }
}

} // namespace vekha::app
