// PlanHolds: the part of the dispatcher for plans that are open in several tabs of the browser. One
// tab changes a plan, the others show it and can take it over; nothing of either is lost, since
// each keeps drafts of its own, and
// the draft of the one is offered in the other. A plan is known by its id and the name of its file:
// samples and new plans, which are in no file yet, are each their tab's own.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_drafts.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"

#include <cstdint>
#include <vector>

namespace vekha::app {

class PlanHolds {
public:
    PlanHolds(Context& context, PlanDrafts& drafts, PlanEditor& editor)
        : m_context(context), m_drafts(drafts), m_editor(editor) {}

    void apply(const act::TakeOver& action) const;
    void apply(const PlanHeld& event);

    // Once a frame: asks for plans that came or got another name, lets go of those that went.
    void tick();

private:
    void follow(OpenPlan& plan);
    void let_go(std::uint64_t opening);
    void give_up_lost();

    Context& m_context;
    PlanDrafts& m_drafts;
    PlanEditor& m_editor;
    std::vector<std::uint64_t> m_asked; // openings
    std::vector<std::uint64_t> m_lost;  // that another tab has, from now on
};

} // namespace vekha::app
