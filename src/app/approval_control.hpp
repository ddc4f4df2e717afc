// ApprovalControl: the part of the dispatcher for what was approved: approving the plan, and what
// has become of it since.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"

namespace vekha::app {

class ApprovalControl {
public:
    explicit ApprovalControl(Context& context) : m_context(context) {}

    void apply(const act::ShowDeviations& action);

private:
    Context& m_context;
};

} // namespace vekha::app
