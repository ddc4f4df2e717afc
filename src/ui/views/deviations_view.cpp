// What has become of the plan since it was approved: how many deviations of which kind, and each of
// them, from where a press leads to its row.
#include "app/actions.hpp"
#include "app/deviation_words.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/baselines.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/deviations.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kDeviationsWidth = 760.0F;
constexpr float kDeviationsMostOfPage = 0.92F;
constexpr float kDeviationsRow = 48.0F;
constexpr float kDeviationsMark = 18.0F;
constexpr std::size_t kChips = kDeviationKindCount + 1; // and all

class DeviationsView {
public:
    DeviationsView(ViewFrame& frame, const app::DeviationsQuestion& question,
                   std::uint32_t baseline)
        : m_frame(frame), m_ui(frame.ui), m_question(question), m_place(baseline),
          m_baseline(frame.plan().document.baselines[baseline]),
          m_all(frame.derived.deviations(frame.state, baseline)) {
        m_counts[0] = m_all.size();
        for (const Deviation& each : m_all) {
            ++m_counts[static_cast<std::size_t>(each.kind) + 1];
        }
    }

    void draw(const Rect& page, float& scroll) {
        const float width = std::min(kDeviationsWidth, page.width() - 2.0F * metrics::kPad);
        const float inner = width - 2.0F * metrics::kGapWide;
        const float head = 2.0F * metrics::kButtonHeight + metrics::kGap + chips_height(inner);
        const float wanted =
            kDeviationsRow * static_cast<float>(std::max<std::size_t>(1, shown_count()));
        const float fixed = head + 3.0F * metrics::kGapWide;
        const float view_height = std::min(
            wanted, std::max(kDeviationsRow, page.height() * kDeviationsMostOfPage - fixed));
        const float left = page.center().x - width * 0.5F;
        const float top = std::max(page.top, page.center().y - (fixed + view_height) * 0.5F);
        const Rect box{left, top, left + width, top + fixed + view_height};
        panel(m_ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
        const SemanticKey key = semantic_key("deviations");
        m_ui.add_node(key, Role::Dialog, m_frame.text("command.showDeviations"_key), box);
        const SemanticScope scope(m_ui, key);
        const Rect inside = box.shrunk(metrics::kGapWide);
        draw_title({inside.left, inside.top, inside.right, inside.top + metrics::kButtonHeight});
        const float second = inside.top + metrics::kButtonHeight;
        draw_baseline({inside.left, second, inside.right, second + metrics::kButtonHeight});
        draw_chips(inside.left, inside.right, second + metrics::kButtonHeight + metrics::kGap);
        draw_list({box.left + metrics::kGap, inside.top + head + metrics::kGapWide * 0.5F,
                   box.right - metrics::kGap,
                   inside.top + head + metrics::kGapWide * 0.5F + view_height},
                  wanted, scroll);
    }

private:
    [[nodiscard]] bool is_shown(const Deviation& each) const {
        return !m_question.only || each.kind == *m_question.only;
    }
    [[nodiscard]] std::size_t shown_count() const {
        return m_counts[m_question.only ? static_cast<std::size_t>(*m_question.only) + 1 : 0];
    }
    [[nodiscard]] bool icon_button(const Rect& rect, std::string_view path, app::TextKey words,
                                   Icon which, bool enabled = true) {
        return button(m_ui, rect,
                      {.path = path,
                       .label = m_frame.text(words),
                       .icon = which,
                       .look = ButtonLook::Quiet,
                       .icon_only = true,
                       .enabled = enabled});
    }

    void draw_title(const Rect& line) {
        const float side = line.height();
        const Rect words{line.left, line.top, line.right - side, line.bottom};
        const std::string_view title = m_frame.text("command.showDeviations"_key);
        label(m_ui, words, title, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key("deviations/title"), Role::Heading, title, words).level = 2;
        if (icon_button({line.right - side, line.top, line.right, line.bottom}, "deviations/close",
                        "button.close"_key, Icon::Close)) {
            m_frame.actions.push(app::act::CancelQuestion{});
        }
    }

    // Which edition they are counted from; with several, the ones before and behind it.
    void draw_baseline(const Rect& line) {
        const auto& baselines = m_frame.plan().document.baselines;
        float left = line.left;
        if (baselines.size() > 1) {
            const float side = line.height();
            const auto step = [&](std::string_view path, app::TextKey words, Icon which,
                                  std::uint32_t to) {
                const bool enabled = to < baselines.size();
                if (icon_button({left, line.top, left + side, line.bottom}, path, words, which,
                                enabled) &&
                    enabled) {
                    m_frame.actions.push(
                        app::act::ShowDeviations{baselines[to].id, m_question.only});
                }
                left += side;
            };
            step("deviations/before", "deviation.before"_key, Icon::Left, m_place - 1);
            step("deviations/after", "deviation.after"_key, Icon::Right, m_place + 1);
            left += metrics::kGap;
        }
        const bool in_force = newest_baseline(m_frame.plan().document) == m_place;
        const std::string name =
            m_ui.texts().format(in_force ? "deviation.fromInForce"_key : "deviation.from"_key,
                                {{"name", app::baseline_name(m_ui.texts(), m_baseline)}});
        const Rect words{left, line.top, line.right, line.bottom};
        label(m_ui, words, name, kBody, ColorRole::TextSecondary);
        m_ui.add_node(semantic_key("deviations/baseline"), Role::Text, name, words);
    }

    // Calls `work(place, spec, kind)` for each kind that there is, and for all.
    template <class Work>
    [[nodiscard]] float each_chip(float left, float right, float top, Work work) const {
        Flow flow(left, right, top, metrics::kGap);
        for (std::size_t i = 0; i < kChips; ++i) {
            if (i > 0 && m_counts[i] == 0) {
                continue;
            }
            const auto kind =
                i == 0 ? std::nullopt : std::optional(static_cast<DeviationKind>(i - 1));
            const std::string words = m_ui.texts().format(
                "deviation.count"_key,
                {{"kind", std::string(kind ? app::deviation_kind_name(m_ui.texts(), *kind)
                                           : m_frame.text("deviation.all"_key))},
                 {"n", m_ui.texts().number(static_cast<std::int64_t>(m_counts[i]))}});
            const std::string path = "deviations/kind/" + std::to_string(i);
            const ButtonSpec spec{.path = path, .label = words, .pressed = m_question.only == kind};
            work(flow.next(button_width(m_ui, spec)), spec, kind);
        }
        return flow.bottom() - top;
    }
    [[nodiscard]] float chips_height(float width) const {
        return each_chip(0.0F, width, 0.0F,
                         [](const Rect&, const ButtonSpec&, std::optional<DeviationKind>) {});
    }
    void draw_chips(float left, float right, float top) {
        static_cast<void>(each_chip(
            left, right, top,
            [this](const Rect& place, const ButtonSpec& spec, std::optional<DeviationKind> kind) {
                if (button(m_ui, place, spec)) {
                    m_frame.actions.push(app::act::ShowDeviations{m_question.baseline, kind});
                }
            }));
    }

    void draw_list(const Rect& view, float wanted, float& scroll) {
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            "deviations/scroll", scroll, wanted);
        const SemanticKey key = semantic_key("deviations/list");
        // The ring around the first and the last item stands outside of them.
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        m_ui.add_node(key, Role::Group, m_frame.text("command.showDeviations"_key), clip);
        const SemanticScope scope(m_ui, key);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        float top = view.top - scroll;
        if (m_all.empty()) {
            const Rect line{view.left + metrics::kGap, top, view.right, top + kDeviationsRow};
            label(m_ui, line, m_frame.text("deviation.none"_key), kBody, ColorRole::Text);
            m_ui.add_node(semantic_key("deviations/none"), Role::Text,
                          m_frame.text("deviation.none"_key), line);
        }
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (!is_shown(m_all[i])) {
                continue;
            }
            const Rect row{view.left, top, view.right - metrics::kScrollbarWidth,
                           top + kDeviationsRow};
            top = row.bottom;
            // What is near is there, so that the Tab key finds it.
            if (row.bottom > view.top - view.height() && row.top < view.bottom + view.height()) {
                draw_row(row, m_all[i], i);
            }
        }
        ImGui::PopClipRect();
    }

    void draw_row(const Rect& rect, const Deviation& deviation, std::size_t number) {
        const app::Texts& texts = m_ui.texts();
        const Document& document = m_frame.plan().document;
        const std::string title = app::deviation_title(document, m_baseline, deviation);
        const std::string words = app::deviation_words(texts, document, m_baseline, deviation);
        const bool leads = deviation.measure != kNoIndex;
        const PressState press =
            press_area(m_ui, rect, "deviations/" + std::to_string(number), Role::Button, title);
        SemanticNode& node = m_ui.semantics().last();
        node.description.assign(app::deviation_kind_name(texts, deviation.kind))
            .append(": ")
            .append(words);
        node.disabled = !leads;
        PressState answer = press;
        answer.hovered = press.hovered && leads;
        item_ground(m_ui, rect, answer);
        const float mark_left = rect.left + metrics::kGap;
        const float mark_top = rect.center().y - kDeviationsMark * 0.5F;
        draw_kind({mark_left, mark_top, mark_left + kDeviationsMark, mark_top + kDeviationsMark},
                  deviation.kind);
        const float left = mark_left + kDeviationsMark + metrics::kGap;
        const float right = rect.right - metrics::kGap;
        const float line = m_ui.fonts().line_height(kBody);
        const float small_line = m_ui.fonts().line_height(kSmall);
        const float top = rect.center().y - (line + small_line) * 0.5F;
        label(m_ui, {left, top, right, top + line}, title, kBody, ColorRole::Text);
        label(m_ui, {left, top + line, right, top + line + small_line}, words, kSmall,
              ColorRole::TextSecondary);
        if (press.pressed && leads) {
            m_frame.actions.push(app::act::CancelQuestion{});
            m_frame.actions.push(app::act::Reveal{document.measures[deviation.measure].id});
        }
    }

    void draw_kind(const Rect& rect, DeviationKind kind) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        switch (kind) {
        case DeviationKind::Moved:
            paint_state_mark(list, StateMark::Moved, rect, ColorRole::MovedDeep, m_ui.theme());
            break;
        case DeviationKind::Late:
            paint_state_mark(list, StateMark::Late, rect, ColorRole::LateDeep, m_ui.theme());
            break;
        case DeviationKind::Reworded:
            icon(m_ui, rect, Icon::Document, ColorRole::TextSecondary);
            break;
        case DeviationKind::Added:
            icon(m_ui, rect, Icon::Plus, ColorRole::DoneDeep);
            break;
        case DeviationKind::Removed:
            icon(m_ui, rect, Icon::Minus, ColorRole::NotDoneDeep);
            break;
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const app::DeviationsQuestion& m_question;
    std::uint32_t m_place;
    const Baseline& m_baseline;
    const std::vector<Deviation>& m_all;
    std::array<std::size_t, kChips> m_counts{};
};

} // namespace

void deviations_view(ViewFrame& frame, const Rect& page, const app::DeviationsQuestion& question,
                     float& scroll) {
    const auto& baselines = frame.plan().document.baselines;
    const std::uint32_t baseline = find_by_id(baselines, question.baseline);
    if (baseline != kNoIndex) {
        DeviationsView(frame, question, baseline).draw(page, scroll);
    }
}

} // namespace vekha::ui
