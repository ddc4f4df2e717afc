#include "core/scene/scene.hpp"

#include "core/base/geometry.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace vekha {

void Scene::clear() {
    m_primitives.clear();
    m_zones.clear();
    m_texts.clear();
    m_semantics.clear();
}

Primitive& Scene::add(PrimitiveKind kind, const Rect& rect, ColorRole color, Owner owner) {
    Primitive& primitive = m_primitives.emplace_back();
    primitive.kind = kind;
    primitive.rect = rect;
    primitive.color = color;
    primitive.owner = owner;
    return primitive;
}

Primitive& Scene::add_text(const Rect& box, std::string_view text, TextStyle style, ColorRole color,
                           Owner owner) {
    Primitive& primitive = add(PrimitiveKind::Text, box, color, owner);
    primitive.text_style = style;
    primitive.text_begin = static_cast<std::uint32_t>(m_texts.size());
    primitive.text_length = static_cast<std::uint32_t>(text.size());
    m_texts.append(text);
    return primitive;
}

HitZone& Scene::add_zone(ZoneKind kind, const Rect& rect, Cursor cursor, Owner owner) {
    return m_zones.emplace_back(
        HitZone{.kind = kind, .cursor = cursor, .rect = rect, .owner = owner});
}

void Scene::push_clip(const Rect& rect) {
    add(PrimitiveKind::ClipPush, rect, ColorRole::Text);
}

void Scene::pop_clip() {
    add(PrimitiveKind::ClipPop, {}, ColorRole::Text);
}

std::string_view Scene::text_of(const Primitive& primitive) const {
    return std::string_view(m_texts).substr(primitive.text_begin, primitive.text_length);
}

const HitZone* Scene::zone_at(Point point) const {
    const auto zone = std::find_if(m_zones.rbegin(), m_zones.rend(), [&](const HitZone& candidate) {
        return candidate.rect.contains(point);
    });
    return zone == m_zones.rend() ? nullptr : &*zone;
}

} // namespace vekha
