#include "ui/views/inspector_pen.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <string>
#include <string_view>

namespace vekha::ui {
SemanticKey InspectorPen::next_key() {
    return semantic_key("inspector/text/" + std::to_string(m_nodes++));
}

void InspectorPen::title(std::string_view text) {
    const float begin = m_y;
    m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, text, kHeading, ColorRole::Text);
    m_ui.add_node(next_key(), Role::Heading, text, {m_left, begin, m_left + m_width, m_y}).level =
        2;
    m_y += metrics::kGap;
}

void InspectorPen::heading(std::string_view text) {
    m_y += metrics::kGap;
    ImGui::GetWindowDrawList()->AddLine({m_left, m_y}, {m_left + m_width, m_y},
                                        m_ui.color(ColorRole::Line));
    m_y += metrics::kPad;
    const float begin = m_y;
    m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, text, kStrong, ColorRole::Text);
    m_ui.add_node(next_key(), Role::Heading, text, {m_left, begin, m_left + m_width, m_y}).level =
        3;
    m_y += metrics::kGap;
}

void InspectorPen::field(std::string_view label_text, std::string_view text) {
    if (text.empty()) {
        return;
    }
    const float begin = m_y;
    m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, label_text, kSmall, ColorRole::TextSecondary);
    m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, text, kBody, ColorRole::Text);
    std::string name(label_text);
    name.append(": ").append(text);
    m_ui.add_node(next_key(), Role::Text, name, {m_left, begin, m_left + m_width, m_y});
    m_y += metrics::kGap;
}

void InspectorPen::text(std::string_view text, TextStyle style, ColorRole color, Role role) {
    if (text.empty()) {
        return;
    }
    const float begin = m_y;
    m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, text, style, color);
    m_ui.add_node(next_key(), role, text, {m_left, begin, m_left + m_width, m_y});
    m_y += metrics::kGap * 0.5F;
}

Rect InspectorPen::block(float height) {
    const Rect rect = row(height);
    m_y += metrics::kGap;
    return rect;
}

Rect InspectorPen::row(float height) {
    const Rect rect{m_left, m_y, m_left + m_width, m_y + height};
    m_y += height;
    return rect;
}

} // namespace vekha::ui
