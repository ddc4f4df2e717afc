#include "app/approval_control.hpp"

#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/model/baselines.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"

#include <cstdint>
#include <variant>

namespace vekha::app {

void ApprovalControl::apply(const act::ShowDeviations& action) {
    AppState& state = m_context.state;
    const bool shown = std::holds_alternative<DeviationsQuestion>(state.session.question);
    if (!state.plan || (state.session.asks() && !shown)) {
        return;
    }
    const Document& document = state.plan->document;
    const std::uint32_t asked = find_by_id(document.baselines, action.baseline);
    const std::uint32_t baseline = asked == kNoIndex ? newest_baseline(document) : asked;
    if (baseline != kNoIndex) {
        state.session.question = DeviationsQuestion{document.baselines[baseline].id, action.only};
    }
}

} // namespace vekha::app
