// The whole app without a screen: the dispatcher over ports in memory, the texts and samples of
// assets/, and a clock that moves only when a test says so. A missing asset ends the run.
#pragma once

#include "app/actions.hpp"
#include "app/dispatcher.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/memory_ports.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace vekha::test {

// The texts of the interface as they are delivered, Russian chosen.
[[nodiscard]] app::Texts delivered_texts();

// The bytes of a file below the top of the project.
[[nodiscard]] const std::string& asset(const std::string& path);
[[nodiscard]] const std::string& sample_bytes(std::string_view slug);

// What a refused file, edit or save must leave alone (quality.md, «untouched»).
struct PlanFacts {
    Document document;
    std::uint64_t revision = 0;
    std::size_t undo_depth = 0;
    std::size_t redo_depth = 0;
    app::SaveStanding standing = app::SaveStanding::Unchanged;
    std::string file_name;
    bool operator==(const PlanFacts&) const = default;
};

using Settings = std::map<std::string, std::string, std::less<>>;

class TestApp {
public:
    TestApp();
    // With what an earlier page left in the settings.
    explicit TestApp(const Settings& settings);

    // One frame so many seconds later; a layout of 1 000 × 600 pixels beside a table of 400 is
    // reported.
    void frame(double seconds_later = 0.016);
    void act(app::Action action);
    void select(const Owner& owner);
    void tell(const app::Event& event);
    // True when the key was taken; a frame follows.
    bool press(app::KeyPressed key);
    bool press(std::string_view key);
    void open_sample(std::string_view slug = "dubovskoe-2021");
    void open_file(std::string_view name, std::string_view bytes, std::uint32_t handle_token = 0);
    // The answer to the newest save request.
    void finish_save(app::SaveOutcome outcome, std::string_view name = "plan.vekha.json",
                     std::uint32_t handle_token = 0);
    // Frames until nothing is due, at most ten seconds of the clock. False when it never became
    // idle.
    bool settle();

    [[nodiscard]] const app::AppState& state() const { return dispatcher.state(); }
    [[nodiscard]] const app::OpenPlan& plan() const;
    [[nodiscard]] const Measure& measure(std::string_view id) const;
    // The first measure whose state nothing is derived for.
    [[nodiscard]] std::string plain_measure();
    [[nodiscard]] PlanFacts facts() const;
    [[nodiscard]] std::string message() const; // the words that show now; empty: none

    MemoryPorts memory;
    app::Texts texts;
    app::Dispatcher dispatcher;

private:
    [[nodiscard]] app::Ports prepared_ports(const Settings& settings);
};

} // namespace vekha::test
