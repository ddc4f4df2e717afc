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
#include <string_view>
#include <vector>

namespace vekha::ui {

class Fonts;

struct ValueRequest {
    SemanticKey key = 0;
    double value = 0.0;
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
    [[nodiscard]] const ValueRequest* requested_value(SemanticKey key) const;

    void set_focused(SemanticKey key) { m_focused = key; }
    [[nodiscard]] SemanticKey focused() const { return m_focused; }

    // The node that later nodes hang below; see SemanticScope.
    [[nodiscard]] SemanticKey parent() const { return m_parent; }
    void set_parent(SemanticKey key) { m_parent = key; }

    // Adds a node for something drawn in `rect`, as far as it is inside the current clip rectangle.
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

} // namespace vekha::ui
