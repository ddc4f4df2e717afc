#include "tests/support/scene_svg.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>

namespace vekha::test {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

class SvgPainter {
public:
    SvgPainter(const Scene& scene, const ColorOf& color_of)
        : m_scene(scene), m_color_of(color_of) {}

    void paint(const Primitive& p) {
        switch (p.kind) {
        case PrimitiveKind::ClipPush:
            push_clip(p.rect);
            break;
        case PrimitiveKind::ClipPop:
            m_out << "</g>\n";
            break;
        case PrimitiveKind::Text:
            paint_text(p);
            break;
        case PrimitiveKind::Line:
            paint_line(p);
            break;
        case PrimitiveKind::FadeFill:
            paint_fade(p);
            break;
        case PrimitiveKind::HatchFill:
            paint_hatch(p);
            break;
        case PrimitiveKind::Fill:
        case PrimitiveKind::Outline:
            paint_rect(p);
            break;
        case PrimitiveKind::State:
            paint_state(p);
            break;
        default:
            paint_sign(p);
        }
    }
    [[nodiscard]] std::string text() const { return m_out.str(); }

private:
    [[nodiscard]] std::string ink(const Primitive& p) const { return m_color_of(p.color); }

    void push_clip(const Rect& r) {
        ++m_ids;
        m_out << "<clipPath id='c" << m_ids << "'><rect x='" << r.left << "' y='" << r.top
              << "' width='" << std::max(0.0F, r.width()) << "' height='"
              << std::max(0.0F, r.height()) << "'/></clipPath><g clip-path='url(#c" << m_ids
              << ")'>\n";
    }

    void paint_rect(const Primitive& p) {
        const bool outline = p.kind == PrimitiveKind::Outline;
        const Rect r = outline ? p.rect.shrunk(p.thickness / 2.0F) : p.rect;
        m_out << "<rect x='" << r.left << "' y='" << r.top << "' width='"
              << std::max(0.0F, r.width()) << "' height='" << std::max(0.0F, r.height()) << "' rx='"
              << p.radius << "' opacity='" << static_cast<int>(p.alpha) / 255.0 << "' ";
        if (outline) {
            m_out << "fill='none' stroke='" << ink(p) << "' stroke-width='" << p.thickness << "' "
                  << (p.dashed ? "stroke-dasharray='4'" : "") << "/>\n";
        } else {
            m_out << "fill='" << ink(p) << "'/>\n";
        }
    }

    void paint_line(const Primitive& p) {
        m_out << "<line x1='" << p.rect.left << "' y1='" << p.rect.top << "' x2='" << p.rect.right
              << "' y2='" << p.rect.bottom << "' stroke='" << ink(p) << "' stroke-width='"
              << p.thickness << "' " << (p.dashed ? "stroke-dasharray='4'" : "") << "/>\n";
    }

    void paint_fade(const Primitive& p) {
        const float width = std::max(p.rect.width(), 0.01F);
        ++m_ids;
        m_out << "<linearGradient id='f" << m_ids << "'>";
        const std::array<std::array<float, 2>, 4> stops{
            {{0.0F, p.fade_left > 0.0F ? 0.0F : 1.0F},
             {p.fade_left / width, 1.0F},
             {1.0F - p.fade_right / width, 1.0F},
             {1.0F, p.fade_right > 0.0F ? 0.0F : 1.0F}}};
        for (const auto& stop : stops) {
            m_out << "<stop offset='" << stop[0] << "' stop-color='" << ink(p) << "' stop-opacity='"
                  << stop[1] << "'/>";
        }
        m_out << "</linearGradient><rect x='" << p.rect.left << "' y='" << p.rect.top << "' width='"
              << width << "' height='" << p.rect.height() << "' fill='url(#f" << m_ids << ")'/>\n";
    }

    void paint_hatch(const Primitive& p) {
        push_clip(p.rect);
        const float height = p.rect.height();
        constexpr float kStep = 6.0F;
        const int lines = static_cast<int>(std::ceil((p.rect.width() + height) / kStep));
        for (int i = 0; i < lines; ++i) {
            const float x = p.rect.left - height + static_cast<float>(i) * kStep;
            m_out << "<line x1='" << x << "' y1='" << p.rect.bottom << "' x2='" << x + height
                  << "' y2='" << p.rect.top << "' stroke='" << ink(p) << "' opacity='"
                  << static_cast<int>(p.alpha) / 255.0 << "'/>";
        }
        m_out << "</g>\n";
    }

    void paint_text(const Primitive& p) {
        constexpr std::array<int, static_cast<std::size_t>(TextSize::Count)> kPixels{13, 15, 17,
                                                                                     24};
        constexpr std::array<const char*, 3> kAnchors{"start", "middle", "end"};
        const std::array<float, 3> x{p.rect.left, p.rect.center().x, p.rect.right};
        const auto align = static_cast<std::size_t>(p.align);
        const int px = kPixels[static_cast<std::size_t>(p.text_style.size)];
        m_out << "<text x='" << x[align] << "' y='"
              << p.rect.center().y + static_cast<float>(px) * 0.35F << "' font-size='" << px
              << "' text-anchor='" << kAnchors[align] << "' font-weight='"
              << (p.text_style.weight == TextWeight::Semibold ? 600 : 400) << "' fill='" << ink(p)
              << "'>" << escaped(m_scene.text_of(p)) << "</text>\n";
    }

    void paint_state(const Primitive& p) {
        constexpr std::array<const char*, 8> kLetters{"", "◐", "✓", "!", "◷", "✕", "→", "–"};
        const Point c = p.rect.center();
        const bool solid = p.state_mark == StateMark::Done || p.state_mark == StateMark::Late ||
                           p.state_mark == StateMark::NotDone;
        m_out << "<circle cx='" << c.x << "' cy='" << c.y << "' r='" << p.rect.width() / 2.0F - 1.0F
              << "' stroke='" << ink(p) << "' stroke-width='1.5' fill='"
              << (solid ? ink(p) : "none") << "'/><text x='" << c.x << "' y='" << c.y + 4.0F
              << "' font-size='11' text-anchor='middle' fill='"
              << (solid ? m_color_of(ColorRole::Surface) : ink(p)) << "'>"
              << kLetters[static_cast<std::size_t>(p.state_mark)] << "</text>\n";
    }

    static const char* letter_of(const Primitive& p) {
        switch (p.kind) {
        case PrimitiveKind::QuestionSign:
            return "?";
        case PrimitiveKind::LoopSign:
            return "↻";
        case PrimitiveKind::SharedSign:
            return "⧉";
        case PrimitiveKind::SortSign:
            return p.flag ? "▼" : "▲";
        case PrimitiveKind::CheckSign:
            return "✓";
        default:
            return p.flag ? "⌄" : "›";
        }
    }

    void paint_sign(const Primitive& p) {
        const Rect& r = p.rect;
        const Point c = r.center();
        if (p.kind == PrimitiveKind::Diamond) {
            m_out << "<path d='M" << c.x << ' ' << r.top << 'L' << r.right << ' ' << c.y << 'L'
                  << c.x << ' ' << r.bottom << 'L' << r.left << ' ' << c.y << "Z' fill='" << ink(p)
                  << "'/>\n";
        } else if (p.kind == PrimitiveKind::ArrowRight || p.kind == PrimitiveKind::ArrowLeft) {
            const bool right = p.kind == PrimitiveKind::ArrowRight;
            const float base = right ? r.left : r.right;
            m_out << "<path d='M" << base << ' ' << r.top << 'L' << (right ? r.right : r.left)
                  << ' ' << c.y << 'L' << base << ' ' << r.bottom << "Z' fill='" << ink(p)
                  << "'/>\n";
        } else {
            m_out << "<text x='" << c.x << "' y='" << c.y + 5.0F
                  << "' font-size='15' font-weight='600' text-anchor='middle' fill='" << ink(p)
                  << "'>" << letter_of(p) << "</text>\n";
        }
    }

    const Scene& m_scene;
    const ColorOf& m_color_of;
    std::ostringstream m_out;
    int m_ids = 0;
};

} // namespace

std::string scene_svg(const Scene& scene, Size size, const ColorOf& color_of) {
    SvgPainter painter(scene, color_of);
    for (const Primitive& primitive : scene.primitives()) {
        painter.paint(primitive);
    }
    std::ostringstream out;
    out << "<svg xmlns='http://www.w3.org/2000/svg' width='" << size.width << "' height='"
        << size.height << "' font-family='Vekha, sans-serif'>\n"
        << painter.text() << "</svg>\n";
    return out.str();
}

} // namespace vekha::test
