// What is computed from the document, kept for as long as its inputs stay, so that a frame computes
// nothing twice: states and figures by (revision, as-of date), rows by (revision, folding,
// density), words by language.
#pragma once

#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/ids.hpp"
#include "core/status/plan_status.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

namespace vekha::app {

class Derived {
public:
    // Both need an open plan.
    [[nodiscard]] const PlanStatus& status(const AppState& state);
    [[nodiscard]] const RoadmapRows& rows(const AppState& state, Density density);
    [[nodiscard]] const RoadmapWords& words(const Texts& texts);
    // None when nothing is selected, or the plan has no such thing any more.
    [[nodiscard]] std::optional<Owner> selected(const AppState& state);

    // How often something was computed, for tests.
    [[nodiscard]] std::size_t computations() const { return m_computations; }

private:
    struct StatusKey {
        std::uint64_t revision = 0;
        Date as_of;
        bool operator==(const StatusKey&) const = default;
    };
    struct RowsKey {
        std::uint64_t revision = 0;
        std::set<SectionId> folded;
        Density density = Density::Comfortable;
        bool operator==(const RowsKey&) const = default;
    };
    struct SelectedKey {
        std::uint64_t revision = 0;
        Selection selection;
        bool operator==(const SelectedKey&) const = default;
    };
    std::optional<StatusKey> m_status_key;
    PlanStatus m_status;
    std::optional<RowsKey> m_rows_key;
    RoadmapRows m_rows;
    std::optional<Language> m_words_key;
    RoadmapWords m_words;
    std::optional<SelectedKey> m_selected_key;
    std::optional<Owner> m_selected;
    std::size_t m_computations = 0;
};

} // namespace vekha::app
