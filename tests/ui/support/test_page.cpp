#include "tests/ui/support/test_page.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "platform/frame_schedule.hpp"
#include "tests/support/memory_ports.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/ui/support/picture.hpp"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::test {
namespace {

constexpr double kFrameSeconds = 1.0 / 60.0;
constexpr int kMostFramesToSettle = 200;
constexpr int kMostFramesToIdle = 5000;

// A file that must be there; read once.
const std::string& needed_file(std::string_view path) {
    static std::map<std::string, std::string, std::less<>> read;
    const auto found = read.find(path);
    if (found != read.end()) {
        return found->second;
    }
    std::string bytes = project_file(path);
    if (bytes.empty()) {
        std::fprintf(stderr, "the tests of the interface need %.*s (tools/build native makes it)\n",
                     static_cast<int>(path.size()), path.data());
        std::abort();
    }
    return read.emplace(std::string(path), std::move(bytes)).first->second;
}

ImGuiContext* make_context() {
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    // Lines as plain triangles, so that a picture can tell text from everything else.
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    return context;
}

app::Texts& loaded(app::Texts& texts, PageWords words) {
    static_cast<void>(texts.load(app::Language::Russian, needed_file("assets/i18n/ru.json")));
    static_cast<void>(texts.load(app::Language::English, needed_file("assets/i18n/en.json")));
    if (words == PageWords::Pseudo) {
        texts.set_language(app::Language::Russian);
        texts.make_pseudo();
    }
    return texts;
}

std::string_view sample_bytes(std::string_view slug) {
    return needed_file(std::string("assets/samples/").append(slug).append(".vekha.json"));
}

// What a renderer would do with the requests of this frame.
void serve_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

// Dear ImGui asks the renderer to free its textures before the context goes.
void drop_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

} // namespace

TestPage::TestPage(const PageSetup& setup)
    : m_size(setup.size), m_context(make_context()), m_outside(std::make_unique<MemoryPorts>()),
      m_dispatcher(m_outside->ports(), loaded(m_texts, setup.words), sample_bytes),
      m_root(m_dispatcher, m_outside->ports(), m_fonts) {
    m_outside->clock.day = day("2021-05-20");
    m_fonts.load(needed_file("build/fonts/vekha-regular.ttf"),
                 needed_file("build/fonts/vekha-semibold.ttf"), m_outside->glyphs);
    if (setup.words == PageWords::English) {
        act(app::act::SetLanguage{app::Language::English});
    }
    if (setup.dark) {
        act(app::act::SetTheme{app::ThemeChoice::Dark});
    }
    settle();
}

TestPage::~TestPage() {
    drop_textures();
    ImGui::DestroyContext(m_context);
}

void TestPage::paint_frame() {
    ++m_frames;
    m_outside->clock.seconds += kFrameSeconds;
    m_schedule.begin_frame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {m_size.width, m_size.height};
    io.DeltaTime = static_cast<float>(kFrameSeconds);
    ImGui::NewFrame();
    m_dispatcher.begin_frame();
    m_root.draw(m_size);
    m_wanted_seconds = m_dispatcher.seconds_until_next_frame();
    ImGui::Render();
    serve_textures();
}

bool TestPage::wants_frame_at_once() const {
    const bool input_waits = m_context->InputEventsQueue.Size > 0;
    return m_schedule.after_frame(m_wanted_seconds, input_waits).kind ==
           platform::NextFrame::Kind::NextAnimationFrame;
}

void TestPage::settle() {
    paint_frame();
    for (int count = 0; wants_frame_at_once(); ++count) {
        if (count == kMostFramesToSettle) {
            FAIL("the page paints without end");
            return;
        }
        paint_frame();
    }
}

void TestPage::wait(double seconds) {
    const double end = m_outside->clock.seconds + seconds;
    settle();
    while (m_wanted_seconds >= 0.0 && m_outside->clock.seconds + m_wanted_seconds < end) {
        m_outside->clock.seconds += m_wanted_seconds;
        settle();
    }
    m_outside->clock.seconds = std::max(m_outside->clock.seconds, end);
}

void TestPage::wait_until_idle() {
    settle();
    for (int count = 0; !is_idle(); ++count) {
        if (count == kMostFramesToIdle) {
            FAIL("the page never goes idle");
            return;
        }
        m_outside->clock.seconds += std::max(m_wanted_seconds, 0.0);
        settle();
    }
}

void TestPage::input_came() {
    m_schedule.input_arrived();
}

void TestPage::resize(Size size) {
    m_size = size;
    input_came();
    settle();
}

void TestPage::move_to(Point at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    input_came();
    settle();
}

void TestPage::leave() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    input_came();
    settle();
}

void TestPage::hold(Point at) {
    move_to(at);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    input_came();
    settle();
}

void TestPage::let_go() {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    input_came();
    settle();
}

void TestPage::click(Point at) {
    hold(at);
    let_go();
    // Long enough for the next press not to be taken for the second half of a double click.
    m_context->Time += 1.0;
}

void TestPage::double_click(Point at) {
    move_to(at);
    ImGuiIO& io = ImGui::GetIO();
    for (int press = 0; press < 2; ++press) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        input_came();
        paint_frame();
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        input_came();
        paint_frame();
    }
    settle();
    m_context->Time += 1.0;
}

void TestPage::drag(Point from, Point to, int steps) {
    hold(from);
    for (int step = 1; step <= steps; ++step) {
        const float share = static_cast<float>(step) / static_cast<float>(steps);
        move_to({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    let_go();
    m_context->Time += 1.0;
}

void TestPage::wheel(const app::WheelTurned& wheel) {
    tell(wheel);
}

bool TestPage::key(const app::KeyPressed& key) {
    return tell(key);
}

void TestPage::activate(SemanticKey key) {
    tell(app::NodeActivated{key});
}

bool TestPage::tell(const app::Event& event) {
    const bool taken_by_ui = m_root.handle(event);
    const bool taken_by_app = m_dispatcher.handle(event);
    m_schedule.frame_requested();
    settle();
    return taken_by_ui || taken_by_app;
}

void TestPage::act(app::Action action) {
    m_dispatcher.actions().push(std::move(action));
    settle();
}

void TestPage::select(const Owner& owner) {
    act(app::act::Select{
        app::selection_of(state().plan->document, m_dispatcher.derived().groups(state()), owner)});
}

void TestPage::open_sample(std::string_view slug) {
    if (state().plan) {
        act(app::act::ClosePlan{state().plan->opening});
        if (state().session.asks()) {
            act(app::act::CloseWithoutSaving{});
        }
    }
    act(app::act::OpenSample{std::string(slug)});
}

void TestPage::open(const Document& document, std::string_view name) {
    open_bytes(write_roadmap(document), name);
}

void TestPage::open_bytes(std::string bytes, std::string_view name) {
    tell(app::FileOpened{.name = std::string(name), .bytes = std::move(bytes)});
}

const SemanticNode* TestPage::find(SemanticKey key) const {
    const auto found = std::ranges::find(nodes(), key, &SemanticNode::key);
    return found == nodes().end() ? nullptr : &*found;
}

const SemanticNode* TestPage::find(std::string_view path) const {
    return find(semantic_key(path));
}

const SemanticNode& TestPage::node(std::string_view path) const {
    const SemanticNode* found = find(path);
    INFO("node ", path);
    CHECK(found != nullptr);
    static const SemanticNode kMissing;
    return found != nullptr ? *found : kMissing;
}

int TestPage::mouse_cursor() const {
    return ImGui::GetMouseCursor();
}

Picture TestPage::picture() const {
    return paint_picture(*ImGui::GetDrawData());
}

std::string text_of(const SemanticNode& node) {
    std::ostringstream out;
    out << "role " << static_cast<int>(node.role) << " «" << node.name.substr(0, 80) << "» ["
        << node.rect.left << ' ' << node.rect.top << ' ' << node.rect.right << ' '
        << node.rect.bottom << "] parent " << node.parent;
    return out.str();
}

} // namespace vekha::test
