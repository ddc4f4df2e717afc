// The strip below the picture: how many measures stand in which state (it is the legend, too) or
// what is picked, and the zoom. What does not fit folds away step by step.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/time_scale.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::Command;

constexpr float kMarkSize = 14.0F;
constexpr float kBarButton = 28.0F;
constexpr float kZoomGap = metrics::kGap * 0.5F;
constexpr std::size_t kZoomButtons = 4;

constexpr std::array kLegendOrder{
    ComputedState::Done,    ComputedState::Running, ComputedState::InProgress,
    ComputedState::DueSoon, ComputedState::Late,    ComputedState::Planned,
    ComputedState::NotDone, ComputedState::Moved,   ComputedState::Cancelled,
};

// What the strip shows; what is left out can still be done by keys and wheel.
struct StripParts {
    bool state_words = true; // without them the legend shows marks and numbers
    bool slider = true;
    bool go_to_date = true;
};

// ---- legend -------------------------------------------------------------------------------------

struct LegendEntry {
    ComputedState state = ComputedState::Done;
    std::string_view name;
    std::string count;
};

class Legend {
public:
    Legend(ViewFrame& frame, const PlanStatus& status) : m_ui(frame.ui) {
        for (const ComputedState state : kLegendOrder) {
            const std::size_t count = shown_tally(status.total, state).count;
            if (count > 0) {
                m_entries[m_count++] = {.state = state,
                                        .name = app::computed_state_name(m_ui.texts(), state),
                                        .count = std::to_string(count)};
            }
        }
    }

    [[nodiscard]] float width(bool with_words) const {
        float sum = 0.0F;
        for (const LegendEntry& entry : entries()) {
            sum += entry_width(entry, with_words);
        }
        return sum;
    }

    // As many as have room, and a sign that there are more; the node and, where something is
    // missing, the tooltip say all of them.
    void draw(const Rect& rect, bool with_words) {
        constexpr std::string_view kMore = "\u2026";
        const float more = m_ui.fonts().width(kMore, kSmall);
        float x = rect.left;
        bool says_all = with_words;
        for (const LegendEntry& entry : entries()) {
            const float width = entry_width(entry, with_words);
            const bool is_last = &entry == &entries().back();
            if (x + width > rect.right + metrics::kGapWide - (is_last ? 0.0F : more)) {
                label(m_ui, {x, rect.top, x + more, rect.bottom}, kMore, kSmall,
                      ColorRole::TextSecondary);
                x += more;
                says_all = false;
                break;
            }
            draw_entry(rect, x, entry, with_words);
            x += width;
        }
        std::string spoken;
        for (const LegendEntry& entry : entries()) {
            spoken.append(spoken.empty() ? "" : ", ").append(entry.name);
            spoken.append(": ").append(entry.count);
        }
        if (spoken.empty()) {
            return;
        }
        const Rect drawn{rect.left, rect.top, std::min(x, rect.right), rect.bottom};
        m_ui.add_node(semantic_key("legend"), Role::Text, spoken, drawn);
        if (!says_all && ImGui::IsMouseHoveringRect(top_left(drawn), bottom_right(drawn)) &&
            ImGui::IsWindowHovered()) {
            tooltip(m_ui, spoken);
        }
    }

private:
    [[nodiscard]] std::span<const LegendEntry> entries() const {
        return {m_entries.data(), m_count};
    }

    [[nodiscard]] float entry_width(const LegendEntry& entry, bool with_words) const {
        const Fonts& fonts = m_ui.fonts();
        const float words =
            with_words ? metrics::kGap * 0.5F + fonts.width(entry.name, kSmall) : 0.0F;
        return kMarkSize + metrics::kGap * 0.5F + fonts.width(entry.count, kSmallStrong) + words +
               metrics::kGapWide;
    }

    void draw_entry(const Rect& bar, float left, const LegendEntry& entry, bool with_words) {
        UnitStatus shown;
        shown.state = entry.state;
        const StateLook look = look_of(shown);
        const float top = bar.center().y - kMarkSize * 0.5F;
        paint_state_mark(*ImGui::GetWindowDrawList(), look.mark,
                         {left, top, left + kMarkSize, top + kMarkSize}, look.deep, m_ui.theme());
        const float count_left = left + kMarkSize + metrics::kGap * 0.5F;
        const float count_right = count_left + m_ui.fonts().width(entry.count, kSmallStrong);
        label(m_ui, {count_left, bar.top, count_right + metrics::kHairline, bar.bottom},
              entry.count, kSmallStrong, ColorRole::Text);
        if (with_words) {
            const float name_left = count_right + metrics::kGap * 0.5F;
            const float name_right = name_left + m_ui.fonts().width(entry.name, kSmall);
            label(m_ui, {name_left, bar.top, name_right + metrics::kHairline, bar.bottom},
                  entry.name, kSmall, ColorRole::TextSecondary);
        }
    }

    UiContext& m_ui;
    std::array<LegendEntry, kLegendOrder.size()> m_entries;
    std::size_t m_count = 0;
};

// ---- zoom ---------------------------------------------------------------------------------------

ButtonSpec go_to_date_button(const ViewFrame& frame) {
    return {.path = app::kGoToDateField,
            .label = frame.text("zoom.goToDate"_key),
            .look = ButtonLook::Quiet};
}

float zoom_width(const ViewFrame& frame, const StripParts& parts) {
    float width = metrics::kPad + static_cast<float>(kZoomButtons) * (kBarButton + kZoomGap);
    width += parts.slider ? metrics::kSliderWidth + kZoomGap : 0.0F;
    width += parts.go_to_date ? button_width(frame.ui, go_to_date_button(frame)) + kZoomGap : 0.0F;
    return width;
}

// The slider works in the logarithm of the pixels per day, so that each step looks alike.
void zoom_slider(ViewFrame& frame, const Rect& rect) {
    const double shown = frame.state.view.roadmap.scale.px_per_day();
    const std::string days = days_in_sight(frame);
    const SliderSpec spec{.path = "zoom/slider",
                          .label = frame.text("zoom.slider"_key),
                          .value_text = days,
                          .value = std::log2(shown),
                          .min = std::log2(TimeScale::kMinPxPerDay),
                          .max = std::log2(TimeScale::kMaxPxPerDay)};
    if (const auto wanted = slider(frame.ui, rect, spec)) {
        frame.actions.push(app::act::SetScale{std::exp2(*wanted)});
    }
}

void go_to_date(ViewFrame& frame, const Rect& rect) {
    const ButtonSpec go = go_to_date_button(frame);
    if (button(frame.ui, rect, go)) {
        frame.actions.push(
            app::act::BeginEdit{semantic_key(go.path), app::EditField::GoToDate, {}});
    }
    const auto& field = frame.state.session.field;
    if (field && field->field == app::EditField::GoToDate) {
        frame.field = app::FieldSpec{.key = field->key,
                                     .rect = rect,
                                     .label = std::string(frame.text("zoom.goToDate.field"_key)),
                                     .text = field->text,
                                     .waits = field->waits};
    }
}

// From left to right, which is also the order of the Tab key.
void zoom_controls(ViewFrame& frame, const Rect& bar, float left, const StripParts& parts) {
    const float top = bar.center().y - kBarButton * 0.5F;
    const auto next = [&](float width) {
        const Rect rect{left, top, left + width, top + kBarButton};
        left = rect.right + kZoomGap;
        return rect;
    };
    const auto put = [&](std::string_view path, Command command, Icon sign) {
        command_button(frame, next(kBarButton), {path, command, sign, ButtonLook::Quiet, true, {}});
    };
    if (parts.go_to_date) {
        go_to_date(frame, next(button_width(frame.ui, go_to_date_button(frame))));
    }
    put("zoom/out", Command::ZoomOut, Icon::Minus);
    if (parts.slider) {
        zoom_slider(frame, next(metrics::kSliderWidth));
    }
    put("zoom/in", Command::ZoomIn, Icon::Plus);
    put("zoom/as-of", Command::GoToAsOf, Icon::Target);
    put("zoom/fit", Command::Fit, Icon::Fit);
}

// The most that leaves the legend its room.
StripParts parts_for(const ViewFrame& frame, const Legend& legend, float room) {
    StripParts parts;
    // A date that is being typed keeps its place.
    const auto& field = frame.state.session.field;
    const bool keeps_date = field && field->field == app::EditField::GoToDate;
    for (bool StripParts::* const next :
         {&StripParts::state_words, &StripParts::slider, &StripParts::go_to_date}) {
        const float left_width = app::is_picking(frame.state) ? picked_bar_width(frame)
                                                              : legend.width(parts.state_words);
        if (metrics::kPad + left_width + zoom_width(frame, parts) <= room) {
            return parts;
        }
        parts.*next = keeps_date && next == &StripParts::go_to_date;
    }
    return parts;
}

} // namespace

void status_bar(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine(top_left(rect), {rect.right, rect.top}, ui.color(ColorRole::Line));
    const SemanticKey key = semantic_key("status");
    ui.add_node(key, Role::ContentInfo, frame.text("status.name"_key), rect);
    const SemanticScope scope(ui, key);
    Legend legend(frame, frame.derived.status(frame.state));
    const StripParts parts = parts_for(frame, legend, rect.width());
    const float zoom_left = rect.right - zoom_width(frame, parts);
    if (app::is_picking(frame.state)) {
        const bool fits = rect.left + least_picked_bar_width(frame) <= zoom_left;
        picked_bar(frame, {rect.left, rect.top, fits ? zoom_left : rect.right, rect.bottom});
        if (!fits) {
            return;
        }
    } else {
        legend.draw({rect.left + metrics::kPad, rect.top, zoom_left - metrics::kPad, rect.bottom},
                    parts.state_words);
    }
    zoom_controls(frame, rect, zoom_left, parts);
}

} // namespace vekha::ui
