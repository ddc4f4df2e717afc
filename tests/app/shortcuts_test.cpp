#include "app/shortcuts.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha::app::shortcuts_test {
namespace {

std::optional<Command> pressed(std::string_view key, std::string_view code = "",
                               std::string_view held = "") {
    KeyPressed event;
    event.key = key;
    event.code = code;
    event.ctrl = held.find("ctrl") != std::string_view::npos;
    event.shift = held.find("shift") != std::string_view::npos;
    event.alt = held.find("alt") != std::string_view::npos;
    return command_for_key(event);
}

// What a Russian keyboard types on the keys of the Latin letters, lower and upper case.
struct RussianKey {
    char latin;
    std::string_view lower;
    std::string_view upper;
};
constexpr std::array kRussian{
    RussianKey{'Q', "\u0439", "\u0419"}, RussianKey{'W', "\u0446", "\u0426"},
    RussianKey{'E', "\u0443", "\u0423"}, RussianKey{'R', "\u043A", "\u041A"},
    RussianKey{'T', "\u0435", "\u0415"}, RussianKey{'Y', "\u043D", "\u041D"},
    RussianKey{'U', "\u0433", "\u0413"}, RussianKey{'I', "\u0448", "\u0428"},
    RussianKey{'O', "\u0449", "\u0429"}, RussianKey{'P', "\u0437", "\u0417"},
    RussianKey{'A', "\u0444", "\u0424"}, RussianKey{'S', "\u044B", "\u042B"},
    RussianKey{'D', "\u0432", "\u0412"}, RussianKey{'F', "\u0430", "\u0410"},
    RussianKey{'G', "\u043F", "\u041F"}, RussianKey{'H', "\u0440", "\u0420"},
    RussianKey{'J', "\u043E", "\u041E"}, RussianKey{'K', "\u043B", "\u041B"},
    RussianKey{'L', "\u0434", "\u0414"}, RussianKey{'Z', "\u044F", "\u042F"},
    RussianKey{'X', "\u0447", "\u0427"}, RussianKey{'C', "\u0441", "\u0421"},
    RussianKey{'V', "\u043C", "\u041C"}, RussianKey{'B', "\u0438", "\u0418"},
    RussianKey{'N', "\u0442", "\u0422"}, RussianKey{'M', "\u044C", "\u042C"},
};

TEST_CASE("Every letter of the Russian layout means what its Latin key means, in both cases") {
    for (const RussianKey& key : kRussian) {
        const std::string code = std::string("Key") + key.latin;
        const std::string latin(1, static_cast<char>(key.latin - 'A' + 'a'));
        for (const std::string_view held : {"", "ctrl"}) {
            CAPTURE(code);
            const std::optional<Command> expected = pressed(latin, code, held);
            CHECK(pressed(key.lower, code, held) == expected);
            CHECK(pressed(key.upper, code, held) == expected);
        }
    }
    CHECK(pressed("\u044F", "KeyZ", "ctrl") == Command::Undo);
    CHECK(pressed("\u0435", "KeyT") == Command::GoToAsOf);
}

TEST_CASE("Other keys of the Russian layout mean nothing") {
    CHECK(pressed("\u0436", "Semicolon") == std::nullopt);
    CHECK(pressed("\u044D", "Quote", "ctrl") == std::nullopt);
    CHECK(pressed("\u0451", "Backquote") == std::nullopt);
}

TEST_CASE("A Latin letter goes by character, wherever its key lies") {
    CHECK(pressed("z", "KeyY", "ctrl") == Command::Undo); // a German keyboard
    CHECK(pressed("Z", "KeyZ", "ctrl") == Command::Undo); // Caps Lock
    CHECK(pressed("y", "KeyZ", "ctrl") == Command::Redo);
}

TEST_CASE("Signs go by character, with or without Shift") {
    CHECK(pressed("+", "Equal", "shift") == Command::ZoomIn);
    CHECK(pressed("+", "NumpadAdd") == Command::ZoomIn);
    CHECK(pressed("=", "Equal") == Command::ZoomIn);
    CHECK(pressed("-", "Minus") == Command::ZoomOut);
    CHECK(pressed("0", "Digit0") == Command::Fit);
}

TEST_CASE("Nothing is bound to Alt, to Ctrl+Shift, or to keys that the browser keeps") {
    for (const Shortcut& shortcut : all_shortcuts()) {
        CHECK(pressed(shortcut.key, "", "alt") == std::nullopt);
        CHECK(pressed(shortcut.key, "", "ctrl alt") == std::nullopt);
        CHECK(pressed(shortcut.key, "", "alt shift") == std::nullopt);
        CHECK(pressed(shortcut.key, "", "ctrl shift") == std::nullopt);
    }
    for (const std::string_view key : {"w", "t", "n", "r", "p", "+", "-", "0", "1", "Tab"}) {
        CAPTURE(key);
        CHECK(pressed(key, "", "ctrl") == std::nullopt);
    }
    for (const std::string_view key : {"F5", "F11", "F12", "Tab", "Dead", "Process", ""}) {
        CHECK(pressed(key) == std::nullopt);
    }
    CHECK(pressed("ArrowLeft", "", "alt") == std::nullopt);
}

TEST_CASE("Shift makes another key of letters and named keys") {
    CHECK(pressed("T", "KeyT", "shift") == std::nullopt);
    CHECK(pressed("F2", "F2", "shift") == std::nullopt);
    CHECK(pressed(" ", "Space", "shift") == std::nullopt);
}

TEST_CASE("Keys that lead along the rows are the same with Shift, which picks on the way") {
    for (const std::string_view key :
         {"ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"}) {
        CAPTURE(key);
        CHECK(pressed(key, "", "shift") == pressed(key));
        CHECK(pressed(key) != std::nullopt);
    }
    CHECK(pressed(" ", "Space", "ctrl") == Command::PickCurrent);
    CHECK(pressed("\u0444", "KeyA", "ctrl") == Command::PickAll);
}

TEST_CASE("No two shortcuts match the same key, and each finds its own command") {
    std::set<std::tuple<std::string_view, bool, bool>> seen;
    for (const Shortcut& shortcut : all_shortcuts()) {
        CAPTURE(shortcut.key);
        CHECK(seen.emplace(shortcut.key, shortcut.ctrl, shortcut.shift).second);
        CHECK_FALSE((shortcut.ctrl && shortcut.shift)); // they switch layouts
        const std::string_view held = shortcut.ctrl ? "ctrl" : shortcut.shift ? "shift" : "";
        CHECK(pressed(shortcut.key, "", held) == shortcut.command);
    }
}

TEST_CASE("The words of a shortcut are those on the keys") {
    CHECK(shortcut_text(Command::Undo) == "Ctrl+Z");
    CHECK(shortcut_text(Command::GoToAsOf) == "T");
    CHECK(shortcut_text(Command::RowUp) == "\u2191");
    CHECK(shortcut_text(Command::ZoomIn) == "+");
    CHECK(shortcut_text(Command::ZoomOut) == "\u2212");
    CHECK(shortcut_text(Command::Escape) == "Esc");
    CHECK(shortcut_text(Command::SaveAs).empty());
}

// ---- commands ---------------------------------------------------------------------------------

std::vector<Command> all_commands() {
    std::vector<Command> commands;
    commands.reserve(kCommandCount);
    for (std::size_t i = 0; i < kCommandCount; ++i) {
        commands.push_back(static_cast<Command>(i));
    }
    return commands;
}

TEST_CASE("Every command has its own label, in both languages") {
    Texts texts = test::delivered_texts();
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        std::set<std::string_view> labels;
        for (const Command command : all_commands()) {
            const TextKey key = command_label(command);
            CAPTURE(key.id);
            CHECK(texts.get(key) != key.id);
            CHECK(labels.insert(texts.get(key)).second);
        }
    }
}

TEST_CASE("Every command that is disabled says why, and every one that is enabled runs") {
    test::TestApp empty;
    test::TestApp blank;
    blank.act(act::NewBlankPlan{});
    test::TestApp sample;
    sample.open_sample();
    sample.select({OwnerKind::Measure, 0});
    test::TestApp asking;
    asking.open_file("bad.json", "{");
    for (test::TestApp* app : {&empty, &blank, &sample, &asking}) {
        for (const Command command : all_commands()) {
            const Availability availability = command_availability(app->state(), command);
            CHECK(availability.enabled == availability.reason.empty());
            if (!availability.enabled) {
                CHECK(app->texts.get(availability.reason) != availability.reason.id);
            } else if (command != Command::GoToStart && command != Command::Escape) {
                app->act(command_action(app->state(), command));
                app->act(act::CancelQuestion{});
            }
        }
    }
    CHECK(sample.memory.files.saves.size() == 1);
}

TEST_CASE("Commands act on their own thing") {
    const AppState state;
    CHECK(command_action(state, Command::Undo).as<act::Undo>() != nullptr);
    CHECK(command_action(state, Command::OpenFile).as<act::OpenFileChooser>() != nullptr);
    const Action moved = command_action(state, Command::SetMoved);
    REQUIRE(moved.as<act::SetSelectedState>() != nullptr);
    CHECK(moved.as<act::SetSelectedState>()->state == StoredState::Moved);
    const Action page_up = command_action(state, Command::PageUp);
    REQUIRE(page_up.as<act::StepSelection>() != nullptr);
    CHECK(page_up.as<act::StepSelection>()->step == act::RowStep::PageUp);
    CHECK(command_action(state, Command::GoToStart).as<act::GoToStart>() != nullptr);
}

} // namespace
} // namespace vekha::app::shortcuts_test
