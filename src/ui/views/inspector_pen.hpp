// InspectorPen: sets headings, labelled fields and lines one below the other, and registers each in
// the semantic list. It counts the height that was used, so that the view can scroll.
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/ui_context.hpp"

#include <string>
#include <string_view>

namespace vekha::ui {

class InspectorPen {
public:
    InspectorPen(UiContext& ui, float left, float top, float width)
        : m_ui(ui), m_left(left), m_top(top), m_y(top), m_width(width) {}

    void title(std::string_view text);
    // A group heading; a hair line stands above it.
    void heading(std::string_view text);
    // A small label and the text below it; nothing when the text is empty.
    void field(std::string_view label, std::string_view text);
    void text(std::string_view text, TextStyle style, ColorRole color, Role role = Role::Text);
    void skip(float height) { m_y += height; }
    // Room of that height over the whole width; the caller draws in it.
    Rect block(float height);
    // The same without a gap below.
    Rect row(float height);
    // What follows begins so much farther to the right.
    void indent(float by) {
        m_left += by;
        m_width -= by;
    }

    [[nodiscard]] float used_height() const { return m_y - m_top; }
    [[nodiscard]] float width() const { return m_width; }
    [[nodiscard]] UiContext& ui() { return m_ui; }

private:
    [[nodiscard]] SemanticKey next_key();

    UiContext& m_ui;
    float m_left;
    float m_top;
    float m_y;
    float m_width;
    int m_nodes = 0;
};

} // namespace vekha::ui
