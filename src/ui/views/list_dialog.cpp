#include "ui/views/list_dialog.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kMostOfPage = 0.8F;

class ListBox {
public:
    ListBox(ViewFrame& frame, const Rect& page, const ListDialog& dialog)
        : m_frame(frame), m_ui(frame.ui), m_dialog(dialog),
          m_width(std::min(dialog.width, page.width() - 2.0F * metrics::kPad)),
          m_line(m_ui.fonts().line_height(kHeading)),
          m_wanted(static_cast<float>(dialog.rows) * dialog.row_height) {
        const float note = dialog.note.empty() ? 0.0F
                                               : wrapped_height(m_ui, inner(), dialog.note, kBody) +
                                                     metrics::kGapWide - metrics::kGap;
        const float fixed = 2.0F * metrics::kGapWide + m_line + metrics::kGap + note;
        m_view_height =
            std::min(m_wanted, std::max(dialog.row_height, page.height() * kMostOfPage - fixed));
        const float left = page.center().x - m_width * 0.5F;
        const float height = fixed + m_view_height;
        const float top = std::max(page.top, page.center().y - height * 0.5F);
        m_box = {left, top, left + m_width, top + height};
    }

    void draw(float& scroll, const std::function<void(const Rect&, std::size_t)>& draw_row) {
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        const SemanticKey key = semantic_key(m_dialog.path);
        m_ui.add_node(key, Role::Dialog, m_dialog.title, m_box).description = m_dialog.note;
        const SemanticScope scope(m_ui, key);
        const Rect heading{m_box.left + metrics::kGapWide, m_box.top + metrics::kGapWide,
                           m_box.right - metrics::kGapWide - metrics::kButtonHeight,
                           m_box.top + metrics::kGapWide + m_line};
        label(m_ui, heading, m_dialog.title, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key(part("title")), Role::Heading, m_dialog.title, heading).level =
            2;
        draw_note({heading.left, heading.bottom + metrics::kGap});
        draw_rows(scroll, draw_row);
        draw_close(heading.center().y);
    }

private:
    [[nodiscard]] float inner() const { return m_width - 2.0F * metrics::kGapWide; }
    [[nodiscard]] std::string part(std::string_view name) const {
        return std::string(m_dialog.path).append("/").append(name);
    }

    void draw_note(Point at) {
        if (m_dialog.note.empty()) {
            return;
        }
        const float height =
            wrapped_text(m_ui, at, inner(), m_dialog.note, kBody, ColorRole::TextSecondary);
        m_ui.add_node(semantic_key(part("note")), Role::Text, m_dialog.note,
                      {at.x, at.y, at.x + inner(), at.y + height});
    }

    // They end where the box does, but for its edge.
    void draw_rows(float& scroll, const std::function<void(const Rect&, std::size_t)>& draw_row) {
        const float bottom = m_box.bottom - metrics::kGapWide;
        const Rect view{m_box.left + metrics::kGap, bottom - m_view_height,
                        m_box.right - metrics::kGap, bottom};
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            part("scroll"), scroll, m_wanted);
        std::optional<SemanticScope> group;
        if (m_dialog.one_holds) {
            const SemanticKey key = semantic_key(part("rows"));
            m_ui.add_node(key, Role::RadioGroup, m_dialog.title, view);
            group.emplace(m_ui, key);
        }
        const ScrollScope scrolled(m_ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        const auto first = static_cast<std::size_t>(scroll / m_dialog.row_height);
        const auto shown = static_cast<std::size_t>(m_view_height / m_dialog.row_height) + 1;
        const std::size_t end = std::min(m_dialog.rows, first + shown + m_dialog.beyond);
        for (std::size_t i = first - std::min(first, m_dialog.beyond); i < end; ++i) {
            const float y = view.top - scroll + static_cast<float>(i) * m_dialog.row_height;
            draw_row({view.left, y, view.right - metrics::kScrollbarWidth, y + m_dialog.row_height},
                     i);
        }
        ImGui::PopClipRect();
    }

    void draw_close(float middle) {
        const std::string path = part("close");
        const float half = metrics::kButtonHeight * 0.5F;
        const float right = m_box.right - metrics::kGap;
        if (button(m_ui, {right - 2.0F * half, middle - half, right, middle + half},
                   {.path = path,
                    .label = m_frame.text("button.close"_key),
                    .icon = Icon::Close,
                    .look = ButtonLook::Quiet,
                    .icon_only = true})) {
            m_frame.actions.push(app::act::CancelQuestion{});
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const ListDialog& m_dialog;
    float m_width = 0.0F;
    float m_line = 0.0F;
    float m_wanted = 0.0F;
    float m_view_height = 0.0F;
    Rect m_box;
};

} // namespace

void list_dialog(ViewFrame& frame, const Rect& page, const ListDialog& dialog, float& scroll,
                 const std::function<void(const Rect&, std::size_t)>& draw_row) {
    ListBox(frame, page, dialog).draw(scroll, draw_row);
}

} // namespace vekha::ui
