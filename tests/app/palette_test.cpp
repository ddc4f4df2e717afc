// The palette: commands found by any word in either language, run from there, or told why not; the
// sheet of keys; scale and contrast of the interface.
#include "app/palette.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app::palette_test {
namespace {

using test::TestApp;

const SemanticKey kField = semantic_key(kPaletteField);

bool finds(const Texts& texts, std::string_view typed, Command command) {
    const std::vector<Command> found = found_commands(AppState(), texts, typed);
    return std::ranges::find(found, command) != found.end();
}

TEST_CASE("Nothing typed lists every command but three that mean something else there, in the "
          "order of the table") {
    const Texts texts = test::delivered_texts();
    const std::vector<Command> all = found_commands(AppState(), texts, "");
    CHECK(all.size() == kCommandCount - 3);
    CHECK(found_commands(AppState(), texts, "  ") == all);
}

TEST_CASE(
    "A command is found by each word of its label, in both languages, and by its other words") {
    Texts texts = test::delivered_texts();
    std::size_t words = 0;
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        for (const Command command : found_commands(AppState(), texts, "")) {
            for (const Language of : {Language::Russian, Language::English}) {
                for (const TextKey key : {command_label(command), command_words(command)}) {
                    std::string text(texts.get_in(of, key));
                    std::ranges::replace_if(
                        text, [](char c) { return c == ',' || c == ':' || c == '.'; }, ' ');
                    for (std::size_t at = 0; at < text.size();) {
                        const std::size_t end = std::min(text.find(' ', at), text.size());
                        const std::string word = text.substr(at, end - at);
                        at = end + 1;
                        if (!word.empty()) {
                            CAPTURE(word);
                            CHECK(finds(texts, word, command));
                            ++words;
                        }
                    }
                }
            }
        }
    }
    MESSAGE(words << " words");
    CHECK(words > 400);
}

TEST_CASE("Any case, е for ё, beginnings of words in any order; what is nowhere finds nothing") {
    const Texts texts = test::delivered_texts();
    CHECK(finds(texts, "ТЕМН", Command::ThemeDark)); // Тёмное
    CHECK(finds(texts, "dark", Command::ThemeDark)); // the other language
    CHECK(finds(texts, "файл откр", Command::OpenFile));
    CHECK_FALSE(finds(texts, "айл", Command::OpenFile)); // inside a word
    CHECK_FALSE(finds(texts, "файл контраст", Command::OpenFile));
    CHECK(found_commands(AppState(), texts, "щщщ").empty());
    CHECK(found_commands(AppState(), texts, "сохранить").front() == Command::Save);
    CHECK(found_commands(AppState(), texts, "контраст").front() == Command::ToggleContrast);
}

TEST_CASE("Of what is meant alike that comes first which can run") {
    TestApp app;
    app.open_sample();
    // «Отменить» cannot run yet, «Отметить…» cannot without a measure; the state of one begins
    // alike.
    const std::vector<Command> before = found_commands(app.state(), app.texts, "отме");
    app.select({OwnerKind::Measure, 0});
    const std::vector<Command> after = found_commands(app.state(), app.texts, "отме");
    REQUIRE(before.size() == after.size());
    CHECK(before.front() == Command::Undo);
    CHECK(after.front() == Command::ToggleDone);
}

TEST_CASE("Another form of a word finds, too, behind what has the word itself") {
    TestApp app;
    app.open_sample();
    const auto found = [&app](std::string_view typed) {
        return found_commands(app.state(), app.texts, typed);
    };
    const std::vector<Command> report = found("отчётную");
    REQUIRE(report.size() > 1);
    CHECK(report.front() == Command::SetAsOf);
    const std::vector<Command> responsible = found("ответственным");
    CHECK(std::ranges::find(responsible, Command::GroupBy) != responsible.end());
    const std::vector<Command> tab = found("закрыть вкладку");
    REQUIRE_FALSE(tab.empty());
    CHECK(tab.front() == Command::ClosePlan);
    CHECK(found("дирижабль").empty());
}

TEST_CASE("Enter runs the first that was found, when the palette has gone") {
    TestApp app;
    app.open_sample();
    CHECK(app.press({.key = "k", .code = "KeyK", .ctrl = true}));
    REQUIRE(std::holds_alternative<PaletteQuestion>(app.state().session.question));
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->key == kField);
    app.tell(FieldTyped{kField, "группировка"});
    CHECK(std::get<PaletteQuestion>(app.state().session.question).typed == "группировка");
    app.tell(FieldFinished{kField, FieldEnd::Entered, "группировка"});
    app.frame();
    REQUIRE(std::holds_alternative<ChoiceQuestion>(app.state().session.question));
    CHECK(std::get<ChoiceQuestion>(app.state().session.question).of == ChoiceOf::Grouping);
}

TEST_CASE("What cannot run says why, and the palette stays; Escape in its field closes it") {
    TestApp app;
    app.open_sample();
    app.act(act::OpenPalette{});
    app.act(act::RunCommand{Command::Undo});
    CHECK(app.message() == app.texts.get("why.nothingToUndo"_key));
    CHECK(std::holds_alternative<PaletteQuestion>(app.state().session.question));
    app.tell(FieldFinished{kField, FieldEnd::Cancelled, ""});
    CHECK_FALSE(app.state().session.asks());
    CHECK_FALSE(app.state().session.field.has_value());
}

TEST_CASE("Enter with nothing typed, or with what is nowhere, runs nothing; typing goes on") {
    for (const std::string_view typed : {"", "  ", "щщщ", "отменить"}) {
        CAPTURE(typed);
        TestApp app;
        app.open_sample();
        app.act(act::OpenPalette{});
        app.tell(FieldFinished{kField, FieldEnd::Entered, std::string(typed)});
        app.frame();
        CHECK(plan_count(app.state()) == 1);
        CHECK(std::holds_alternative<PaletteQuestion>(app.state().session.question));
        REQUIRE(app.state().session.field.has_value());
        CHECK(app.state().session.field->text == typed);
    }
}

TEST_CASE("A text that was refused stands there again when the palette has gone") {
    TestApp app;
    app.open_sample();
    app.act(act::BeginEdit{7, EditField::DoneDate, MeasureId{app.plain_measure()}});
    app.tell(FieldFinished{7, FieldEnd::Left, "some day"});
    REQUIRE(app.state().session.field->refused);
    app.act(act::OpenPalette{});
    CHECK(app.state().session.field->key == kField);
    CHECK(app.memory.page.asks_before_leaving);
    app.act(act::CancelQuestion{});
    app.frame();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "some day");
    CHECK(app.memory.page.asks_before_leaving);
}

TEST_CASE("Each command that can run runs from the palette as it does by its key") {
    std::size_t ran = 0;
    for (std::size_t i = 0; i < kCommandCount; ++i) {
        const auto command = static_cast<Command>(i);
        TestApp app;
        app.open_sample();
        app.select({OwnerKind::Measure, 0});
        app.act(act::OpenPalette{});
        if (command == Command::Escape || command == Command::Palette ||
            command == Command::OpenMenu || !availability_behind(app.state(), command).enabled) {
            continue;
        }
        TestApp direct;
        direct.open_sample();
        direct.select({OwnerKind::Measure, 0});
        const std::optional<bool> was_on = command_is_on(direct.state(), command);
        app.act(act::RunCommand{command});
        app.settle();
        direct.act(command_action(direct.state(), command));
        direct.settle();
        CAPTURE(command_label(command).id);
        CHECK(app.state().session.question.index() == direct.state().session.question.index());
        CHECK(app.state().session.selection == direct.state().session.selection);
        CHECK(app.state().view == direct.state().view);
        CHECK(app.state().session.filtering.filter == direct.state().session.filtering.filter);
        CHECK(app.state().screen == direct.state().screen);
        // A switch has switched; those that choose one of several are on by then.
        // This plan has nobody's rows and no measure without dates; some states ask for a reason.
        if (was_on && !*was_on && command != Command::ShowMine && command != Command::ShowTray &&
            !app.state().session.asks()) {
            CHECK(command_is_on(app.state(), command) == true);
        }
        ++ran;
    }
    MESSAGE(ran << " commands");
    CHECK(ran > 40);
}

TEST_CASE("The sheet of keys opens by F1 and by the question mark, and closes by Escape") {
    TestApp app;
    CHECK(app.press("F1"));
    CHECK(std::holds_alternative<HelpSheet>(app.state().session.question));
    CHECK(app.press("Escape"));
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.press({.key = "?", .code = "Slash", .shift = true}));
    CHECK(std::holds_alternative<HelpSheet>(app.state().session.question));
}

TEST_CASE("A menu lists what its thing can do, runs it, and gives way to nothing else") {
    TestApp app;
    app.open_sample();
    app.select({OwnerKind::Measure, 0});
    CHECK(app.press("ContextMenu"));
    REQUIRE(std::holds_alternative<CommandMenu>(app.state().session.question));
    CHECK(std::get<CommandMenu>(app.state().session.question).of == MenuOf::Measure);
    app.act(act::OpenMenu{{MenuOf::Time, Point{1.0F, 1.0F}}});
    CHECK(std::get<CommandMenu>(app.state().session.question).of == MenuOf::Measure);
    app.act(act::RunCommand{Command::ToggleInspector});
    app.frame();
    CHECK_FALSE(app.state().session.asks());
    for (const MenuOf menu : {MenuOf::Measure, MenuOf::Heading, MenuOf::Table, MenuOf::Time}) {
        CHECK(menu_commands(menu).size() >= 5);
    }
}

// ---- scale and contrast of the interface --------------------------------------------------------

TEST_CASE("The interface has sizes from 100 to 300 %, step by step, kept for the next page") {
    TestApp app;
    std::vector<float> seen;
    while (command_availability(app.state(), Command::ScaleUp).enabled) {
        app.act(command_action(app.state(), Command::ScaleUp));
        seen.push_back(app.memory.page.scale);
    }
    CHECK(seen == std::vector{1.25F, 1.5F, 1.75F, 2.0F, 2.5F, 3.0F});
    app.frame(2.0);
    TestApp next(app.memory.settings.values);
    CHECK(next.state().view.scale_percent == 300);
    CHECK(next.memory.page.scale == 3.0F);
    next.act(command_action(next.state(), Command::ScaleDown));
    CHECK(next.state().view.scale_percent == 250);
    next.act(command_action(next.state(), Command::ScaleReset));
    CHECK(next.state().view.scale_percent == 100);
    CHECK_FALSE(command_availability(next.state(), Command::ScaleDown).enabled);
}

TEST_CASE("A size that no setting should have is the next one that there is") {
    for (const auto& [text, percent] : {std::pair{"130", 150}, std::pair{"9999", 300},
                                        std::pair{"-5", 100}, std::pair{"big", 100}}) {
        TestApp app({{"scale", text}});
        CHECK(app.state().view.scale_percent == percent);
    }
}

TEST_CASE("High contrast follows the system until somebody chooses, and is kept") {
    TestApp app;
    CHECK_FALSE(high_contrast(app.state()));
    app.tell(MediaChanged{.dark = true, .more_contrast = true});
    CHECK(high_contrast(app.state()));
    CHECK(dark_theme(app.state()));
    app.act(command_action(app.state(), Command::ToggleContrast));
    CHECK_FALSE(high_contrast(app.state()));
    app.act(command_action(app.state(), Command::ToggleContrast));
    app.tell(MediaChanged{});
    CHECK(high_contrast(app.state()));
    app.frame(2.0);
    const TestApp next(app.memory.settings.values);
    CHECK(high_contrast(next.state()));
}

} // namespace
} // namespace vekha::app::palette_test
