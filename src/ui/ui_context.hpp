// UiContext: what every widget and view needs while one frame is built: theme, fonts, words, the
// semantic list it fills, and the activations that came from the DOM twin. Views draw with it and
// queue actions; they keep no state.
#pragma once

#include "app/i18n.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vekha::ui {

class Fonts;

struct ValueRequest {
    SemanticKey key = 0;
    double value = 0.0;
};

// A part of the page whose content is moved up by an offset that somebody keeps.
struct ScrolledPart {
    Rect view;
    float* offset = nullptr;
};

class UiContext {
public:
    UiContext(const Theme& theme, const Fonts& fonts, const app::Texts& texts,
              SemanticList& semantics)
        : m_theme(&theme), m_fonts(&fonts), m_texts(&texts), m_semantics(&semantics) {}

    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    [[nodiscard]] const Fonts& fonts() const { return *m_fonts; }
    [[nodiscard]] const app::Texts& texts() const { return *m_texts; }
    [[nodiscard]] SemanticList& semantics() { return *m_semantics; }
    [[nodiscard]] ImU32 color(ColorRole role, std::uint8_t alpha = 255) const;

    // Presses from the twin that wait for the widget with that key.
    void set_requests(const std::vector<SemanticKey>* activated,
                      const std::vector<ValueRequest>* values);
    [[nodiscard]] bool is_activated(SemanticKey key) const;
    [[nodiscard]] std::span<const SemanticKey> activated() const;
    [[nodiscard]] const ValueRequest* requested_value(SemanticKey key) const;

    void set_focused(SemanticKey key) { m_focused = key; }
    [[nodiscard]] SemanticKey focused() const { return m_focused; }

    // The node that later nodes hang below; see SemanticScope.
    [[nodiscard]] SemanticKey parent() const { return m_parent; }
    void set_parent(SemanticKey key) { m_parent = key; }

    // What is scrolled where nodes are being added; see ScrollScope.
    [[nodiscard]] const ScrolledPart& scrolled_part() const { return m_scrolled_part; }
    void set_scrolled_part(const ScrolledPart& part) { m_scrolled_part = part; }
    // Scrolls the node that has the focus into sight, if it is in a scrolled part and was out of
    // it. True when something moved.
    [[nodiscard]] bool reveal_focused() const;

    // Adds a node for something drawn in `rect`, as far as it is inside the current clip rectangle;
    // what lies outside stands at its edge without a size.
    SemanticNode& add_node(SemanticKey key, Role role, std::string_view name, const Rect& rect);

private:
    const Theme* m_theme;
    const Fonts* m_fonts;
    const app::Texts* m_texts;
    SemanticList* m_semantics;
    const std::vector<SemanticKey>* m_activated = nullptr;
    const std::vector<ValueRequest>* m_values = nullptr;
    SemanticKey m_focused = 0;
    SemanticKey m_parent = 0;
    ScrolledPart m_scrolled_part;
    ScrolledPart m_focused_part;
    Rect m_focused_rect;
};

// Nodes added during its life are children of `key`.
class SemanticScope {
public:
    SemanticScope(UiContext& ui, SemanticKey key) : m_ui(ui), m_before(ui.parent()) {
        ui.set_parent(key);
    }
    SemanticScope(const SemanticScope&) = delete;
    SemanticScope& operator=(const SemanticScope&) = delete;
    ~SemanticScope() { m_ui.set_parent(m_before); }

private:
    UiContext& m_ui;
    SemanticKey m_before;
};

// Nodes added during its life lie in a part that scrolls.
class ScrollScope {
public:
    ScrollScope(UiContext& ui, const Rect& view, float& offset)
        : m_ui(ui), m_before(ui.scrolled_part()) {
        ui.set_scrolled_part({view, &offset});
    }
    ScrollScope(const ScrollScope&) = delete;
    ScrollScope& operator=(const ScrollScope&) = delete;
    ~ScrollScope() { m_ui.set_scrolled_part(m_before); }

private:
    UiContext& m_ui;
    ScrolledPart m_before;
};

} // namespace vekha::ui
