// TestPage: the whole page without a browser: Dear ImGui without a renderer, the dispatcher over
// ports in memory, the interface, and the host's recipe of a frame. A test makes the pointer, keys,
// files and the twin do something; the page then paints until nothing more is to be painted at
// once. Distances are layout pixels, times are seconds of the clock in memory. One page lives at a
// time.
#pragma once

#include "app/dispatcher.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/document.hpp"
#include "core/scene/semantics.hpp"
#include "platform/frame_schedule.hpp"
#include "tests/support/memory_ports.hpp"
#include "tests/ui/support/picture.hpp"
#include "ui/fonts.hpp"
#include "ui/root.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace vekha::test {

enum class PageWords : std::uint8_t { Russian, English, Pseudo };
inline constexpr PageWords kAllWords[]{PageWords::Russian, PageWords::English, PageWords::Pseudo};

struct PageSetup {
    Size size{1366.0F, 768.0F};
    PageWords words = PageWords::Russian;
    bool dark = false;
};

class TestPage {
public:
    explicit TestPage(const PageSetup& setup = {});
    TestPage(const TestPage&) = delete;
    TestPage& operator=(const TestPage&) = delete;
    ~TestPage();

    // ---- time ----
    void paint_frame();
    void settle();             // until nothing is to be painted at once; limited
    void wait(double seconds); // with the frames that fall due meanwhile
    void wait_until_idle();    // until nothing is due at all; limited
    [[nodiscard]] bool is_idle() const {
        return m_wanted_seconds < 0.0 && !m_schedule.owes_frame();
    }

    // ---- what people do; each settles ----
    void resize(Size size);
    void move_to(Point at);
    void leave();
    void hold(Point at); // moves there and presses the left button
    void let_go();
    void click(Point at);
    void double_click(Point at);
    void drag(Point from, Point to, int steps = 8);
    void wheel(const app::WheelTurned& wheel);
    bool key(const app::KeyPressed& key); // whether the page took it
    void activate(SemanticKey key);       // in the twin
    bool tell(const app::Event& event);
    void act(app::Action action);
    void select(const Owner& owner);

    // ---- plans ----
    void open_sample(std::string_view slug);
    void open(const Document& document, std::string_view name = "plan.vekha.json");
    void open_bytes(std::string bytes, std::string_view name = "plan.vekha.json");

    // ---- what is there ----
    [[nodiscard]] const app::AppState& state() const { return m_dispatcher.state(); }
    [[nodiscard]] app::Dispatcher& dispatcher() { return m_dispatcher; }
    [[nodiscard]] MemoryPorts& outside() { return *m_outside; }
    [[nodiscard]] const std::vector<SemanticNode>& nodes() const { return m_outside->twin.nodes; }
    // The node of that path; the test fails when there is none.
    [[nodiscard]] const SemanticNode& node(std::string_view path) const;
    [[nodiscard]] const SemanticNode* find(std::string_view path) const;
    [[nodiscard]] const SemanticNode* find(SemanticKey key) const;
    [[nodiscard]] Size size() const { return m_size; }
    [[nodiscard]] int frames() const { return m_frames; }
    [[nodiscard]] int mouse_cursor() const;
    // The last frame in pixels.
    [[nodiscard]] Picture picture() const;

private:
    void input_came();
    [[nodiscard]] bool wants_frame_at_once() const;

    Size m_size;
    ImGuiContext* m_context;
    std::unique_ptr<MemoryPorts> m_outside;
    app::Texts m_texts;
    ui::Fonts m_fonts;
    app::Dispatcher m_dispatcher;
    ui::Root m_root;
    platform::FrameSchedule m_schedule;
    double m_wanted_seconds = 0.0;
    int m_frames = 0;
};

// The semantic list of a page as text, one node a line, for failures that people read.
[[nodiscard]] std::string text_of(const SemanticNode& node);

} // namespace vekha::test
