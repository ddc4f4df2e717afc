// Icons as strokes on a 24-unit grid, so that they are sharp at every pixel ratio and need no
// picture font.
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "ui/ui_context.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <initializer_list>

namespace vekha::ui {
namespace {

constexpr float kGrid = 24.0F;
constexpr float kStroke = 1.9F;

class IconBrush {
public:
    IconBrush(ImDrawList& list, const Rect& rect, ImU32 ink)
        : m_list(list), m_rect(rect), m_ink(ink) {}

    void stroke(std::initializer_list<ImVec2> grid_points, bool closed = false) const {
        for (const ImVec2& point : grid_points) {
            m_list.PathLineTo(at(point));
        }
        m_list.PathStroke(m_ink, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
    }
    void circle(ImVec2 center, float grid_radius) const {
        m_list.AddCircle(at(center), grid_radius * scale(), m_ink, 24, width());
    }
    void dot(ImVec2 center, float grid_radius) const {
        m_list.AddCircleFilled(at(center), grid_radius * scale(), m_ink, 16);
    }
    void arc(ImVec2 center, float grid_radius, float from, float to) const {
        m_list.PathArcTo(at(center), grid_radius * scale(), from, to, 18);
        m_list.PathStroke(m_ink, ImDrawFlags_None, width());
    }

private:
    [[nodiscard]] float scale() const { return m_rect.width() / kGrid; }
    [[nodiscard]] float width() const { return kStroke * scale() * 1.1F; }
    [[nodiscard]] ImVec2 at(ImVec2 p) const {
        return {m_rect.left + p.x * scale(), m_rect.top + p.y * scale()};
    }
    ImDrawList& m_list;
    Rect m_rect;
    ImU32 m_ink;
};

void sun(const IconBrush& b) {
    b.circle({12, 12}, 4);
    b.stroke({{12, 2.5F}, {12, 4.5F}});
    b.stroke({{12, 19.5F}, {12, 21.5F}});
    b.stroke({{2.5F, 12}, {4.5F, 12}});
    b.stroke({{19.5F, 12}, {21.5F, 12}});
    b.stroke({{5.2F, 5.2F}, {6.7F, 6.7F}});
    b.stroke({{17.3F, 17.3F}, {18.8F, 18.8F}});
    b.stroke({{5.2F, 18.8F}, {6.7F, 17.3F}});
    b.stroke({{17.3F, 6.7F}, {18.8F, 5.2F}});
}

void fit(const IconBrush& b) {
    b.stroke({{3, 5}, {3, 19}});
    b.stroke({{21, 5}, {21, 19}});
    b.stroke({{6.5F, 12}, {17.5F, 12}});
    b.stroke({{9.5F, 9}, {6.5F, 12}, {9.5F, 15}});
    b.stroke({{14.5F, 9}, {17.5F, 12}, {14.5F, 15}});
}

void undo(const IconBrush& b, float mirror) {
    const auto x = [mirror](float v) { return mirror > 0.0F ? v : kGrid - v; };
    b.stroke({{x(8), 4.5F}, {x(3.5F), 9}, {x(8), 13.5F}});
    b.stroke({{x(4), 9},
              {x(14), 9},
              {x(17.5F), 10},
              {x(20), 13},
              {x(20), 15.5F},
              {x(17.5F), 18.7F},
              {x(14), 19.5F},
              {x(10), 19.5F}});
}

void file_icon(const IconBrush& b, Icon which) {
    switch (which) {
    case Icon::Open:
        b.stroke({{3, 19}, {3, 5}, {9, 5}, {11, 8}, {20, 8}, {20, 11}});
        b.stroke({{3, 19}, {6.5F, 11}, {22, 11}, {18.5F, 19}}, true);
        break;
    case Icon::Save:
        b.stroke({{12, 3.5F}, {12, 15}});
        b.stroke({{7.5F, 10.5F}, {12, 15}, {16.5F, 10.5F}});
        b.stroke({{4, 15.5F}, {4, 20}, {20, 20}, {20, 15.5F}});
        break;
    case Icon::Document:
        b.stroke({{6, 3}, {14, 3}, {19, 8}, {19, 21}, {6, 21}}, true);
        b.stroke({{9.5F, 12}, {15.5F, 12}});
        b.stroke({{9.5F, 16}, {15.5F, 16}});
        break;
    case Icon::Home:
        b.stroke({{3, 11.5F}, {12, 4}, {21, 11.5F}});
        b.stroke({{5.5F, 10}, {5.5F, 20}, {18.5F, 20}, {18.5F, 10}});
        break;
    case Icon::Link:
        b.stroke({{13, 4.5F}, {19.5F, 4.5F}, {19.5F, 11}});
        b.stroke({{19, 5}, {10.5F, 13.5F}});
        b.stroke({{10, 5.5F}, {5, 5.5F}, {5, 19}, {18.5F, 19}, {18.5F, 14}});
        break;
    default:
        break;
    }
}

void view_icon(const IconBrush& b, Icon which) {
    switch (which) {
    case Icon::Panel:
        b.stroke({{3, 4.5F}, {21, 4.5F}, {21, 19.5F}, {3, 19.5F}}, true);
        b.stroke({{14.5F, 4.5F}, {14.5F, 19.5F}});
        break;
    case Icon::Sun:
        sun(b);
        break;
    case Icon::Moon:
        b.arc({12, 12}, 8.5F, 0.15F, 4.55F);
        b.arc({16.5F, 7.5F}, 6.8F, 0.95F, 3.8F);
        break;
    case Icon::Fold:
        b.stroke({{5, 6}, {19, 6}});
        b.stroke({{9, 12}, {19, 12}});
        b.stroke({{9, 18}, {19, 18}});
        break;
    case Icon::Menu:
        b.stroke({{4, 6.5F}, {20, 6.5F}});
        b.stroke({{4, 12}, {20, 12}});
        b.stroke({{4, 17.5F}, {20, 17.5F}});
        break;
    case Icon::Adjust:
        b.stroke({{4, 8}, {20, 8}});
        b.stroke({{4, 16}, {20, 16}});
        b.dot({9, 8}, 3.0F);
        b.dot({15, 16}, 3.0F);
        break;
    case Icon::Target:
        b.circle({12, 12}, 8);
        b.dot({12, 12}, 2.6F);
        break;
    case Icon::Search:
        b.circle({10.5F, 10.5F}, 6.5F);
        b.stroke({{15.5F, 15.5F}, {20.5F, 20.5F}});
        break;
    case Icon::Warning:
        b.stroke({{12, 3.5F}, {21.5F, 20}, {2.5F, 20}}, true);
        b.stroke({{12, 9.5F}, {12, 14.5F}});
        b.dot({12, 17.3F}, 1.2F);
        break;
    default:
        break;
    }
}

} // namespace

void icon(UiContext& ui, const Rect& rect, Icon which, ColorRole color) {
    const IconBrush b(*ImGui::GetWindowDrawList(), rect, ui.color(color));
    switch (which) {
    case Icon::None:
        break;
    case Icon::Undo:
        undo(b, 1.0F);
        break;
    case Icon::Redo:
        undo(b, -1.0F);
        break;
    case Icon::Plus:
        b.stroke({{12, 5}, {12, 19}});
        b.stroke({{5, 12}, {19, 12}});
        break;
    case Icon::Minus:
        b.stroke({{5, 12}, {19, 12}});
        break;
    case Icon::Close:
        b.stroke({{6, 6}, {18, 18}});
        b.stroke({{18, 6}, {6, 18}});
        break;
    case Icon::Fit:
        fit(b);
        break;
    case Icon::Up:
        b.stroke({{6, 15}, {12, 9}, {18, 15}});
        break;
    case Icon::Down:
        b.stroke({{6, 9}, {12, 15}, {18, 9}});
        break;
    case Icon::Left:
        b.stroke({{15, 6}, {9, 12}, {15, 18}});
        break;
    case Icon::Right:
        b.stroke({{9, 6}, {15, 12}, {9, 18}});
        break;
    case Icon::Check:
        b.stroke({{4.5F, 12.5F}, {10, 18}, {19.5F, 6.5F}});
        break;
    case Icon::Open:
    case Icon::Save:
    case Icon::Document:
    case Icon::Home:
    case Icon::Link:
        file_icon(b, which);
        break;
    case Icon::Panel:
    case Icon::Sun:
    case Icon::Moon:
    case Icon::Fold:
    case Icon::Target:
    case Icon::Search:
    case Icon::Menu:
    case Icon::Adjust:
    case Icon::Warning:
        view_icon(b, which);
        break;
    }
}

} // namespace vekha::ui
