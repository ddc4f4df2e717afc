#include "app/derived.hpp"

#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/scene/scene.hpp"
#include "core/status/plan_status.hpp"

#include <cassert>
#include <optional>
#include <utility>

namespace vekha::app {

const PlanStatus& Derived::status(const AppState& state) {
    assert(state.plan);
    const StatusKey key{state.plan->revision, as_of_date(state)};
    if (m_status_key != key) {
        m_status = compute_plan_status(state.plan->document, key.as_of);
        m_status_key = key;
        ++m_computations;
    }
    return m_status;
}

const RoadmapRows& Derived::rows(const AppState& state, Density density) {
    assert(state.plan);
    const bool fits = m_rows_key && m_rows_key->revision == state.plan->revision &&
                      m_rows_key->density == density &&
                      m_rows_key->folded == state.view.roadmap.folded;
    if (!fits) {
        m_rows = make_rows(state.plan->document, state.view.roadmap.folded, density);
        m_rows_key = RowsKey{state.plan->revision, state.view.roadmap.folded, density};
        ++m_computations;
    }
    return m_rows;
}

const RoadmapWords& Derived::words(const Texts& texts) {
    if (m_words_key != texts.language()) {
        m_words = make_roadmap_words(texts);
        m_words_key = texts.language();
        ++m_computations;
    }
    return m_words;
}

std::optional<Owner> Derived::selected(const AppState& state) {
    if (!state.plan || state.session.selection.empty()) {
        return std::nullopt;
    }
    SelectedKey key{state.plan->revision, state.session.selection};
    if (m_selected_key != key) {
        m_selected = owner_of(state.plan->document, key.selection);
        m_selected_key = std::move(key);
        ++m_computations;
    }
    return m_selected;
}

} // namespace vekha::app
