#include "ui/ui_context.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vekha::ui {

ImU32 UiContext::color(ColorRole role, std::uint8_t alpha) const {
    return to_im((*m_theme)[role], alpha);
}

void UiContext::set_requests(const std::vector<SemanticKey>* activated,
                             const std::vector<ValueRequest>* values) {
    m_activated = activated;
    m_values = values;
}

bool UiContext::is_activated(SemanticKey key) const {
    const std::span<const SemanticKey> keys = activated();
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::span<const SemanticKey> UiContext::activated() const {
    return m_activated == nullptr ? std::span<const SemanticKey>() : *m_activated;
}

const ValueRequest* UiContext::requested_value(SemanticKey key) const {
    if (m_values == nullptr) {
        return nullptr;
    }
    const auto found =
        std::find_if(m_values->begin(), m_values->end(),
                     [key](const ValueRequest& request) { return request.key == key; });
    return found == m_values->end() ? nullptr : &*found;
}

bool UiContext::reveal_focused() const {
    if (m_focused_part.offset == nullptr) {
        return false;
    }
    const Rect& view = m_focused_part.view;
    float by = 0.0F;
    if (m_focused_rect.top < view.top) {
        by = m_focused_rect.top - metrics::kGap - view.top;
    } else if (m_focused_rect.bottom > view.bottom) {
        by = m_focused_rect.bottom + metrics::kGap - view.bottom;
    }
    *m_focused_part.offset += by;
    return by != 0.0F;
}

SemanticNode& UiContext::add_node(SemanticKey key, Role role, std::string_view name,
                                  const Rect& rect) {
    if (key == m_focused) {
        m_focused_part = m_scrolled_part;
        m_focused_rect = rect;
    }
    const ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 clip_min = list->GetClipRectMin();
    const ImVec2 clip_max = list->GetClipRectMax();
    Rect seen = rect.intersection({clip_min.x, clip_min.y, clip_max.x, clip_max.y});
    if (seen.empty()) {
        const float x = std::clamp(rect.left, clip_min.x, std::max(clip_min.x, clip_max.x));
        const float y = std::clamp(rect.top, clip_min.y, std::max(clip_min.y, clip_max.y));
        seen = {x, y, x, y};
    }
    return m_semantics->add(key, role, name, seen, m_parent);
}

} // namespace vekha::ui
