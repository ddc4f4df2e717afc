#include "tests/support/test_app.hpp"

#include "app/actions.hpp"
#include "app/dispatcher.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/memory_ports.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/sample_files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::test {

namespace {

// Ends the run: nothing may pass because there was nothing to look at.
[[noreturn]] void give_up(std::string_view what) {
    std::fprintf(stderr, "test_app: missing %s\n", std::string(what).c_str());
    std::abort();
}

RoadmapFrame frame_for(const app::AppState& state, float total_height) {
    RoadmapFrame frame;
    frame.table = {0.0F, 52.0F, 400.0F, 600.0F};
    frame.time = {400.0F, 52.0F, 1400.0F, 600.0F};
    frame.header = {400.0F, 0.0F, 1400.0F, 52.0F};
    frame.table_header = {0.0F, 0.0F, 400.0F, 52.0F};
    frame.max_scroll_y = std::max(0.0F, total_height - frame.table.height());
    float columns = 0.0F;
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const bool hidden = state.view.roadmap.columns.is_hidden(static_cast<Column>(i));
        const float width = state.view.roadmap.column_widths[i].value_or(kColumnWidths[i]);
        frame.column_widths[i] = hidden ? 0.0F : width;
        columns += frame.column_widths[i];
    }
    frame.max_table_scroll_x = std::max(0.0F, columns - frame.table.width());
    return frame;
}

} // namespace

app::Texts delivered_texts() {
    app::Texts texts;
    const bool loaded = texts.load(app::Language::Russian, asset("assets/i18n/ru.json")) &&
                        texts.load(app::Language::English, asset("assets/i18n/en.json"));
    if (!loaded) {
        give_up("readable texts");
    }
    return texts;
}

const std::string& asset(const std::string& path) {
    static std::map<std::string, std::string> read;
    const auto [place, is_new] = read.try_emplace(path);
    if (is_new) {
        place->second = project_file(path);
    }
    if (place->second.empty()) {
        give_up(path);
    }
    return place->second;
}

const std::string& sample_bytes(std::string_view slug) {
    return asset("assets/samples/" + std::string(slug) + ".vekha.json");
}

TestApp::TestApp() : TestApp(Settings()) {}

TestApp::TestApp(const Settings& settings)
    : texts(delivered_texts()),
      dispatcher(prepared_ports(settings), texts, [](std::string_view slug) -> std::string_view {
          return project_file("assets/samples/" + std::string(slug) + ".vekha.json").empty()
                     ? std::string_view()
                     : std::string_view(sample_bytes(slug));
      }) {
    frame();
}

app::Ports TestApp::prepared_ports(const Settings& settings) {
    memory.settings.values = settings;
    memory.clock.day = day("2021-11-20");
    return memory.ports();
}

void TestApp::frame(double seconds_later) {
    memory.clock.seconds += seconds_later;
    dispatcher.begin_frame();
    float height = 0.0F;
    if (state().plan) {
        height = dispatcher.derived().rows(state(), Density::Comfortable).total_height;
    }
    (void)dispatcher.note_frame(frame_for(state(), height), Density::Comfortable);
}

void TestApp::act(app::Action action) {
    dispatcher.actions().push(std::move(action));
    frame();
}

void TestApp::select(const Owner& owner) {
    act(app::act::Select{
        app::selection_of(plan().document, dispatcher.derived().groups(state()), owner)});
}

void TestApp::tell(const app::Event& event) {
    (void)dispatcher.handle(event);
    frame();
}

bool TestApp::press(app::KeyPressed key) {
    const bool taken = dispatcher.handle(key);
    frame();
    return taken;
}

bool TestApp::press(std::string_view key) {
    app::KeyPressed pressed;
    pressed.key = key;
    return press(std::move(pressed));
}

void TestApp::open_sample(std::string_view slug) {
    act(app::act::OpenSample{std::string(slug)});
}

void TestApp::open_file(std::string_view name, std::string_view bytes, std::uint32_t handle_token) {
    app::FileOpened event;
    event.name = name;
    event.bytes = bytes;
    event.handle_token = handle_token;
    tell(event);
}

void TestApp::finish_save(app::SaveOutcome outcome, std::string_view name,
                          std::uint32_t handle_token) {
    if (memory.files.saves.empty()) {
        give_up("a save request");
    }
    app::SaveFinished event;
    event.request = memory.files.saves.back().request;
    event.outcome = outcome;
    event.name = name;
    event.handle_token = handle_token;
    tell(event);
}

bool TestApp::settle() {
    const double end = memory.clock.seconds + 10.0;
    while (memory.clock.seconds < end) {
        const double wait = dispatcher.seconds_until_next_frame();
        if (wait < 0.0) {
            return true;
        }
        frame(std::max(wait, 0.016));
    }
    return false;
}

const app::OpenPlan& TestApp::plan() const {
    if (!state().plan) {
        give_up("an open plan");
    }
    return *state().plan;
}

const Measure& TestApp::measure(std::string_view id) const {
    for (const Measure& candidate : plan().document.measures) {
        if (candidate.id.text == id) {
            return candidate;
        }
    }
    give_up(id);
}

std::string TestApp::plain_measure() {
    const PlanStatus& status = dispatcher.derived().status(state());
    for (std::size_t i = 0; i < status.measures.size(); ++i) {
        if (!status.measures[i].derived()) {
            return plan().document.measures[i].id.text;
        }
    }
    give_up("a measure that is not derived");
}

PlanFacts TestApp::facts() const {
    const app::OpenPlan& open = plan();
    return {.document = open.document,
            .revision = open.revision,
            .undo_depth = open.history.undo_depth(),
            .redo_depth = open.history.redo_depth(),
            .standing = open.standing(),
            .file_name = open.file_name};
}

std::string TestApp::message() const {
    const auto shown = app::shown_message(state().session);
    return shown ? texts.format(shown->text) : std::string();
}

} // namespace vekha::test
