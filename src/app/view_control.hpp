// ViewControl: the part of the dispatcher that changes what is seen and pointed at, never the
// document: selection, folding, widths, scroll, scale, as-of date, theme, language, messages. What
// the ui reports about the last layout (RoadmapFrame) is only used here.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace vekha::app {

class ViewControl {
public:
    explicit ViewControl(Context& context) : m_context(context) {}

    void apply(const act::CancelQuestion& action);
    void apply(const act::CloseMessage& action);
    void apply(const act::Select& action);
    void apply(const act::StepSelection& action);
    void apply(const act::Hover& action);
    void apply(const act::Focus& action);
    void apply(const act::FoldHeading& action);
    void apply(const act::FoldSelected& action);
    void apply(const act::FoldAll& action);
    void apply(const act::ShowColumn& action);
    void apply(const act::PlaceColumn& action);
    void apply(const act::SetColumnWidth& action);
    void apply(const act::StepColumnWidth& action);
    void apply(const act::SetSplit& action);
    void apply(const act::ScrollTo& action);
    void apply(const act::ScrollBy& action);
    void apply(const act::ScrollTable& action);
    void apply(const act::PanTime& action);
    void apply(const act::Zoom& action);
    void apply(const act::SetScale& action);
    void apply(const act::Fit& action);
    void apply(const act::FitDays& action);
    void apply(const act::GoToDate& action);
    void apply(const act::GoToAsOf& action);
    void apply(const act::SetAsOf& action);
    void apply(const act::SetTheme& action);
    void apply(const act::SetContrast& action);
    void apply(const act::SetInterfaceScale& action);
    void apply(const act::SetLanguage& action);
    void apply(const act::ShowInspector& action);
    void apply(const act::ToggleInspector& action);
    void apply(const act::FoldInspector& action);
    void apply(const act::OpenLink& action) const;

    void apply(const DragHovers& event);
    void apply(const MediaChanged& event);

    // Once a frame: glide and messages that go by themselves.
    void tick();
    // What the layout found; true when the view had to change because of it.
    [[nodiscard]] bool note_frame(const RoadmapFrame& frame, Density density);

    // By the rows that there are now, which the last layout need not have seen.
    void scroll_to(float y);
    void select_row(const RoadmapRows& rows, std::size_t row);
    void keep_selection_in_sight();
    // The measure of the next row behind the selected one, or of the first; the keyboard stays
    // where it is. Says which of how many it is.
    void select_next_measure();
    // The cell that has the keyboard, where the table is scrolled to the side.
    void keep_cell_in_sight();

private:
    [[nodiscard]] bool selection_is_in_sight();
    [[nodiscard]] RoadmapView& roadmap() { return m_context.state.view.roadmap; }
    [[nodiscard]] TimeScale target_scale() const;
    [[nodiscard]] TimeScale fitted_scale() const;
    void set_scale(const TimeScale& scale, act::Glide glide);
    void tell_days() const;
    [[nodiscard]] FoldedRows& folded();
    bool step_cell(act::Folding folding);

    Context& m_context;
    std::uint64_t m_laid_out = 0; // OpenPlan::opening of the last frame; 0: none
};

} // namespace vekha::app
