// PlanTabs: the part of the dispatcher that has several plans open. One is shown; the others wait
// behind it, each with its desk: how it was looked at, down to the scroll position and a text that
// could not be taken. What a person set for all plans (theme, columns, who they are) is not of a
// desk. A plan with changes that are in no file is closed only after a question.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_drafts.hpp"
#include "app/state.hpp"

#include <cstddef>
#include <cstdint>

namespace vekha::app {

class PlanTabs {
public:
    PlanTabs(Context& context, PlanDrafts& drafts) : m_context(context), m_drafts(drafts) {}

    void apply(const act::GoToStart& action);
    void apply(const act::GoToPlan& action);
    void apply(const act::ShowPlan& action);
    void apply(const act::ClosePlan& action);

    // Shows it behind the one that is shown, on an empty desk.
    void add(OpenPlan plan);
    void show(std::size_t tab);
    // Without a question. The other one is shown; if there is none such, the neighbour, or the
    // start screen.
    void close_shown(std::uint64_t back_to);

private:
    void put_shown_behind();
    void bring_forward(std::size_t tab);

    Context& m_context;
    PlanDrafts& m_drafts;
};

} // namespace vekha::app
