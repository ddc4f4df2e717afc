#include "app/plan_holds.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

bool is_in_file(const OpenPlan& plan) {
    return plan.origin == PlanOrigin::File || plan.origin == PlanOrigin::Draft ||
           plan.in_file.revision != 0;
}

} // namespace

void PlanHolds::apply(const act::TakeOver& /*action*/) const {
    const std::optional<OpenPlan>& plan = m_context.state.plan;
    if (plan && plan->hold.elsewhere) {
        m_context.ports.locks->take_over(plan->opening);
    }
}

void PlanHolds::apply(const PlanHeld& event) {
    AppState& state = m_context.state;
    const std::optional<std::size_t> tab = tab_of(state, event.opening);
    if (!tab) {
        return;
    }
    OpenPlan& plan = plan_at(state, *tab);
    PlanHold& hold = plan.hold;
    std::erase(m_lost, event.opening);
    const bool is_shown = *tab == state.tab;
    const bool is_first = !std::exchange(hold.answered, true);
    if (event.here && hold.elsewhere) {
        hold.elsewhere = false;
        if (is_shown) {
            m_context.show(MessageKind::Info, {"hold.here"_key, {}});
            m_drafts.offer_newest();
        }
    } else if (event.here && is_first && is_shown && plan.origin == PlanOrigin::File) {
        m_drafts.offer_kept();
    } else if (!event.here && !hold.elsewhere) {
        m_lost.push_back(event.opening);
        if (is_shown && state.session.field) {
            m_context.ports.field->leave();
        }
    }
}

// What is being typed goes into the plan first: it is the last word of this tab.
void PlanHolds::give_up_lost() {
    AppState& state = m_context.state;
    const std::optional<FieldEdit>& field = state.session.field;
    for (const std::uint64_t opening : std::vector<std::uint64_t>(m_lost)) {
        const std::optional<std::size_t> tab = tab_of(state, opening);
        if (tab && *tab == state.tab && field && !field->waits) {
            m_context.repaint.request(RepaintReason::Event);
            continue;
        }
        std::erase(m_lost, opening);
        if (tab) {
            if (*tab == state.tab) {
                m_editor.take_typed_reason();
            }
            plan_at(state, *tab).hold.elsewhere = true;
            m_context.repaint.request(RepaintReason::Event);
        }
    }
}

void PlanHolds::tick() {
    AppState& state = m_context.state;
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        follow(plan_at(state, tab));
    }
    give_up_lost();
    for (const std::uint64_t opening : std::vector<std::uint64_t>(m_asked)) {
        if (!tab_of(state, opening)) {
            let_go(opening);
        }
    }
}

void PlanHolds::follow(OpenPlan& plan) {
    PlanHold& hold = plan.hold;
    const bool wants = is_in_file(plan) && plan.read_only == ReadOnlyReason::None;
    if (!wants || (!hold.name.empty() && hold.file_name == plan.file_name)) {
        return;
    }
    if (!hold.name.empty()) {
        let_go(plan.opening);
    }
    hold = {.name = plan.document.plan.id.text + "/" + plan.file_name, .file_name = plan.file_name};
    m_asked.push_back(plan.opening);
    m_context.ports.locks->hold(plan.opening, hold.name);
}

void PlanHolds::let_go(std::uint64_t opening) {
    std::erase(m_asked, opening);
    m_context.ports.locks->let_go(opening);
}

} // namespace vekha::app
