#include "ui/scene_painter.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/widgets/text_styles.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kDashPx = 4.0F;
constexpr float kHatchStepPx = 6.0F;

class ScenePainter {
public:
    ScenePainter(const Scene& scene, const Theme& theme, const Fonts& fonts, ImDrawList& list)
        : m_scene(scene), m_theme(theme), m_fonts(fonts), m_list(list) {}

    void paint(const Primitive& p) const {
        switch (p.kind) {
        case PrimitiveKind::Fill:
            m_list.AddRectFilled(top_left(p.rect), bottom_right(p.rect), ink(p), p.radius);
            break;
        case PrimitiveKind::Outline:
            paint_outline(p);
            break;
        case PrimitiveKind::Line:
            paint_line(p, top_left(p.rect), bottom_right(p.rect));
            break;
        case PrimitiveKind::FadeFill:
            paint_fade(p);
            break;
        case PrimitiveKind::HatchFill:
            paint_hatch(p);
            break;
        case PrimitiveKind::Diamond:
            paint_diamond(p);
            break;
        case PrimitiveKind::ArrowRight:
            paint_arrow(p, 1.0F);
            break;
        case PrimitiveKind::ArrowLeft:
            paint_arrow(p, -1.0F);
            break;
        case PrimitiveKind::Disclosure:
            paint_disclosure(p);
            break;
        case PrimitiveKind::SortSign:
            paint_sort(p);
            break;
        case PrimitiveKind::LoopSign:
            paint_loop(p);
            break;
        case PrimitiveKind::SharedSign:
            paint_shared(p);
            break;
        case PrimitiveKind::CheckSign:
            paint_check(p);
            break;
        case PrimitiveKind::QuestionSign:
            paint_question(p);
            break;
        case PrimitiveKind::State:
            paint_state_mark(m_list, p.state_mark, p.rect, p.color, m_theme);
            if (p.flag) {
                paint_by_hand(m_list, p.rect, m_theme);
            }
            break;
        case PrimitiveKind::Text:
            paint_text(p);
            break;
        case PrimitiveKind::ClipPush:
            m_list.PushClipRect(top_left(p.rect), bottom_right(p.rect), true);
            break;
        case PrimitiveKind::ClipPop:
            m_list.PopClipRect();
            break;
        }
    }

private:
    [[nodiscard]] ImU32 ink(const Primitive& p) const { return to_im(m_theme[p.color], p.alpha); }
    [[nodiscard]] ImU32 clear_ink(const Primitive& p) const { return to_im(m_theme[p.color], 0); }

    void paint_line(const Primitive& p, ImVec2 from, ImVec2 to) const {
        if (!p.dashed) {
            m_list.AddLine(from, to, ink(p), p.thickness);
            return;
        }
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0.0F) {
            return;
        }
        const ImVec2 step{(to.x - from.x) / length, (to.y - from.y) / length};
        constexpr float kPeriodPx = 2.0F * kDashPx;
        const int dashes = static_cast<int>(std::ceil(length / kPeriodPx));
        for (int i = 0; i < dashes; ++i) {
            const float at = static_cast<float>(i) * kPeriodPx;
            const float end = std::min(at + kDashPx, length);
            m_list.AddLine({from.x + step.x * at, from.y + step.y * at},
                           {from.x + step.x * end, from.y + step.y * end}, ink(p), p.thickness);
        }
    }

    void paint_outline(const Primitive& p) const {
        const float inset = p.thickness * 0.5F;
        const Rect r = p.rect.shrunk(inset);
        if (!p.dashed) {
            m_list.AddRect(top_left(r), bottom_right(r), ink(p), p.radius, ImDrawFlags_None,
                           p.thickness);
            return;
        }
        paint_line(p, {r.left, r.top}, {r.right, r.top});
        paint_line(p, {r.right, r.top}, {r.right, r.bottom});
        paint_line(p, {r.right, r.bottom}, {r.left, r.bottom});
        paint_line(p, {r.left, r.bottom}, {r.left, r.top});
    }

    void paint_fade(const Primitive& p) const {
        const Rect& r = p.rect;
        const float left_end = std::min(r.left + p.fade_left, r.right);
        const float right_begin = std::max(left_end, r.right - p.fade_right);
        if (p.fade_left > 0.0F) {
            m_list.AddRectFilledMultiColor(top_left(r), {left_end, r.bottom}, clear_ink(p), ink(p),
                                           ink(p), clear_ink(p));
        }
        m_list.AddRectFilled({left_end, r.top}, {right_begin, r.bottom}, ink(p));
        if (p.fade_right > 0.0F) {
            m_list.AddRectFilledMultiColor({right_begin, r.top}, bottom_right(r), ink(p),
                                           clear_ink(p), clear_ink(p), ink(p));
        }
    }

    // Lines at 45 degrees, from an origin that does not depend on the rectangle, so that panning
    // does not make them swim.
    void paint_hatch(const Primitive& p) const {
        const Rect& r = p.rect;
        m_list.PushClipRect(top_left(r), bottom_right(r), true);
        const ImVec2 clip_min = m_list.GetClipRectMin();
        const ImVec2 clip_max = m_list.GetClipRectMax();
        const float left = std::max(r.left, clip_min.x);
        const float right = std::min(r.right, clip_max.x);
        const float height = r.height();
        const float phase = std::fmod(left - r.left, kHatchStepPx);
        const float first = left - height - phase;
        const int lines = static_cast<int>(std::ceil((right - first) / kHatchStepPx));
        for (int i = 0; i < lines; ++i) {
            const float x = first + static_cast<float>(i) * kHatchStepPx;
            m_list.AddLine({x, r.bottom}, {x + height, r.top}, ink(p), p.thickness);
        }
        m_list.PopClipRect();
    }

    void paint_diamond(const Primitive& p) const {
        const Point c = p.rect.center();
        m_list.AddQuadFilled({c.x, p.rect.top}, {p.rect.right, c.y}, {c.x, p.rect.bottom},
                             {p.rect.left, c.y}, ink(p));
    }

    void paint_arrow(const Primitive& p, float direction) const {
        const Rect& r = p.rect;
        const float tip = direction > 0.0F ? r.right : r.left;
        const float base = direction > 0.0F ? r.left : r.right;
        m_list.AddTriangleFilled({base, r.top}, {tip, r.center().y}, {base, r.bottom}, ink(p));
    }

    void paint_disclosure(const Primitive& p) const {
        const Point c = p.rect.center();
        const float h = std::min(p.rect.width(), p.rect.height()) * 0.28F;
        const std::array<ImVec2, 3> open{ImVec2{c.x - h * 1.3F, c.y - h * 0.6F},
                                         ImVec2{c.x, c.y + h * 0.7F},
                                         ImVec2{c.x + h * 1.3F, c.y - h * 0.6F}};
        const std::array<ImVec2, 3> closed{ImVec2{c.x - h * 0.6F, c.y - h * 1.3F},
                                           ImVec2{c.x + h * 0.7F, c.y},
                                           ImVec2{c.x - h * 0.6F, c.y + h * 1.3F}};
        const auto& points = p.flag ? open : closed;
        m_list.AddPolyline(points.data(), static_cast<int>(points.size()), ink(p), ImDrawFlags_None,
                           1.8F);
    }

    // Up: the smallest stands first.
    void paint_sort(const Primitive& p) const {
        const Point c = p.rect.center();
        const float h = p.rect.height() * 0.5F;
        const float w = p.rect.width() * 0.5F;
        const float tip = p.flag ? c.y + h : c.y - h;
        const float base = p.flag ? c.y - h : c.y + h;
        m_list.AddTriangleFilled({c.x - w, base}, {c.x + w, base}, {c.x, tip}, ink(p));
    }

    // Two sheets, one behind the other.
    void paint_shared(const Primitive& p) const {
        constexpr float kRadius = 1.5F;
        constexpr float kThickness = 1.4F;
        const Rect& r = p.rect;
        const float shift = r.width() * 0.32F;
        const ImU32 color = ink(p);
        m_list.AddRect({r.left, r.top + shift}, {r.right - shift, r.bottom}, color, kRadius,
                       ImDrawFlags_None, kThickness);
        const std::array<ImVec2, 4> behind{ImVec2{r.left + shift, r.top + shift * 0.5F},
                                           ImVec2{r.left + shift, r.top}, ImVec2{r.right, r.top},
                                           ImVec2{r.right, r.bottom - shift}};
        m_list.AddPolyline(behind.data(), static_cast<int>(behind.size()), color, ImDrawFlags_None,
                           kThickness);
    }

    void paint_loop(const Primitive& p) const {
        constexpr float kPi = std::numbers::pi_v<float>;
        const Point c = p.rect.center();
        const float radius = std::min(p.rect.width(), p.rect.height()) * 0.36F;
        m_list.PathArcTo(to_im(c), radius, kPi * -0.15F, kPi * 1.45F, 20);
        m_list.PathStroke(ink(p), ImDrawFlags_None, 1.5F);
        const ImVec2 head{c.x + radius * std::cos(kPi * 1.45F),
                          c.y + radius * std::sin(kPi * 1.45F)};
        const float size = radius * 0.62F;
        m_list.AddTriangleFilled({head.x - size * 0.3F, head.y - size},
                                 {head.x + size, head.y - size * 0.05F},
                                 {head.x - size * 0.35F, head.y + size * 0.85F}, ink(p));
    }

    void paint_check(const Primitive& p) const {
        const Rect& r = p.rect;
        const auto at = [&r](float x, float y) {
            return ImVec2{r.left + r.width() * x, r.top + r.height() * y};
        };
        const std::array<ImVec2, 3> check{at(0.18F, 0.52F), at(0.42F, 0.75F), at(0.84F, 0.27F)};
        m_list.AddPolyline(check.data(), static_cast<int>(check.size()), ink(p), ImDrawFlags_None,
                           std::max(1.5F, r.width() * 0.13F));
    }

    void paint_question(const Primitive& p) const {
        const Point c = p.rect.center();
        const float radius = std::min(p.rect.width(), p.rect.height()) * 0.5F;
        m_list.AddCircleFilled(to_im(c), radius, ink(p));
        constexpr std::string_view kSign = "?";
        const float width = m_fonts.width(kSign, kSmallStrong);
        const float px = Fonts::pixels(kSmallStrong.size);
        m_list.AddText(m_fonts.font(kSmallStrong.weight), px, {c.x - width * 0.5F, c.y - px * 0.5F},
                       to_im(m_theme[ColorRole::TextOnFill]), kSign.data(),
                       kSign.data() + kSign.size());
    }

    void paint_text(const Primitive& p) const {
        const std::string_view text = m_scene.text_of(p);
        if (text.empty()) {
            return;
        }
        const float px = Fonts::pixels(p.text_style.size);
        float x = p.rect.left;
        if (p.align != TextAlign::Left) {
            const float free = p.rect.width() - m_fonts.width(text, p.text_style);
            x += p.align == TextAlign::Center ? free * 0.5F : free;
        }
        // Whole layout pixels keep rows of text on one raster.
        const ImVec2 position{std::floor(x), std::floor(p.rect.center().y - px * 0.5F)};
        m_list.AddText(m_fonts.font(p.text_style.weight), px, position, ink(p), text.data(),
                       text.data() + text.size());
    }

    const Scene& m_scene;
    const Theme& m_theme;
    const Fonts& m_fonts;
    ImDrawList& m_list;
};

} // namespace

void paint_scene(const Scene& scene, const Theme& theme, const Fonts& fonts, ImDrawList& list) {
    const ScenePainter painter(scene, theme, fonts, list);
    for (const Primitive& primitive : scene.primitives()) {
        painter.paint(primitive);
    }
}

} // namespace vekha::ui
