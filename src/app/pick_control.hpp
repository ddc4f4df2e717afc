// PickControl: the part of the dispatcher by which measures are picked to be changed together. One
// row stays the current one (Session::selection), which keyboard and inspector follow; what is
// picked stays so when it is filtered or folded away, and how many do not show is said.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/rows_control.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/find/picked_measures.hpp"
#include "core/layout/roadmap_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace vekha::app {

// «Выбрано 12 мероприятий, не видно: 3».
[[nodiscard]] std::string picked_text(const Texts& texts, const Session& session);

class PickControl {
public:
    PickControl(Context& context, ViewControl& view, RowsControl& rows)
        : m_context(context), m_view(view), m_rows(rows) {}

    void apply(const act::Pick& action);
    void apply(const act::PickBox& action);
    void apply(const act::PickCurrent& action);
    void apply(const act::PickAll& action);
    void apply(const act::StartPicking& action);
    void apply(const act::DropPicked& action);
    void apply(const act::StepSelection& action);

    // Once a frame, when the rows are known.
    void tick();

private:
    [[nodiscard]] PickedMeasures& picked(); // of the plan as it is now
    [[nodiscard]] const RoadmapRows& rows();
    void flip(const Selection& row);
    void toggle(const Selection& row);
    void begin_range();
    void range_to(std::size_t from, std::size_t to);
    void extend();
    [[nodiscard]] std::size_t count_hidden();

    Context& m_context;
    ViewControl& m_view;
    RowsControl& m_rows;
    Selection m_anchor;      // where the range begins that Shift makes longer
    Selection m_extended_to; // and where it ended
    // As of the last frame.
    std::uint64_t m_seen_opening = 0;
    std::size_t m_seen_version = 0;
    std::size_t m_seen_rows = 0; // their version
    std::size_t m_seen_count = 0;
};

} // namespace vekha::app
