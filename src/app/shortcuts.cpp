#include "app/shortcuts.hpp"

#include "app/command.hpp"
#include "app/ports/events.hpp"
#include "core/base/utf8.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vekha::app {

namespace {

constexpr std::array kShortcuts{
    Shortcut{"o", true, Command::OpenFile},
    Shortcut{"s", true, Command::Save},
    Shortcut{"z", true, Command::Undo},
    Shortcut{"y", true, Command::Redo},
    Shortcut{"h", false, Command::ShowHistory},
    Shortcut{"ArrowUp", false, Command::RowUp},
    Shortcut{"ArrowDown", false, Command::RowDown},
    Shortcut{"PageUp", false, Command::PageUp},
    Shortcut{"PageDown", false, Command::PageDown},
    Shortcut{"Home", false, Command::FirstRow},
    Shortcut{"End", false, Command::LastRow},
    // With Shift they pick on the way (Dispatcher::take_key).
    Shortcut{"ArrowUp", false, Command::RowUp, true},
    Shortcut{"ArrowDown", false, Command::RowDown, true},
    Shortcut{"PageUp", false, Command::PageUp, true},
    Shortcut{"PageDown", false, Command::PageDown, true},
    Shortcut{"Home", false, Command::FirstRow, true},
    Shortcut{"End", false, Command::LastRow, true},
    Shortcut{"a", true, Command::PickAll},
    Shortcut{" ", true, Command::PickCurrent},
    Shortcut{"ArrowLeft", false, Command::Fold},
    Shortcut{"ArrowRight", false, Command::Unfold},
    Shortcut{" ", false, Command::ToggleDone},
    Shortcut{"1", false, Command::SetNotStarted},
    Shortcut{"2", false, Command::SetInProgress},
    Shortcut{"3", false, Command::SetDone},
    Shortcut{"4", false, Command::SetNotDone},
    Shortcut{"5", false, Command::SetMoved},
    Shortcut{"6", false, Command::SetCancelled},
    Shortcut{"+", false, Command::ZoomIn},
    Shortcut{"=", false, Command::ZoomIn}, // the same key without Shift
    Shortcut{"-", false, Command::ZoomOut},
    Shortcut{"\u2212", false, Command::ZoomOut},
    Shortcut{"0", false, Command::Fit},
    Shortcut{"t", false, Command::GoToAsOf},
    Shortcut{"f", true, Command::Search},
    Shortcut{"g", false, Command::GroupBy},
    Shortcut{"s", false, Command::SortBy},
    Shortcut{"c", false, Command::ChooseColumns},
    Shortcut{"ArrowLeft", true, Command::NarrowColumn},
    Shortcut{"ArrowRight", true, Command::WidenColumn},
    Shortcut{"q", false, Command::NarrowTable},
    Shortcut{"w", false, Command::WidenTable},
    Shortcut{"v", false, Command::ChooseView},
    Shortcut{"z", false, Command::ShowMine}, // «Я» in the Russian layout
    Shortcut{"k", false, Command::ShowCalendar},
    Shortcut{"p", false, Command::ChoosePlan},
    Shortcut{"n", false, Command::NextReview},
    Shortcut{"m", false, Command::MovePeriod},
    Shortcut{"o", false, Command::MarkOccurrence},
    Shortcut{"d", false, Command::ShowDeviations},
    Shortcut{"ArrowRight", false, Command::LengthenPeriod, true},
    Shortcut{"ArrowLeft", false, Command::ShortenPeriod, true},
    Shortcut{"i", false, Command::OpenInspector},
    Shortcut{"Enter", false, Command::EditCell},
    Shortcut{"F2", false, Command::EditCell},
    Shortcut{"Insert", false, Command::AddMeasure},
    Shortcut{"d", true, Command::DuplicateMeasure},
    Shortcut{"Delete", false, Command::RemoveMeasure},
    Shortcut{"c", true, Command::CopyRows}, // these three are the browser's own
    Shortcut{"x", true, Command::CutRows},
    Shortcut{"v", true, Command::PasteRows},
    Shortcut{"ArrowUp", true, Command::MoveUp},
    Shortcut{"ArrowDown", true, Command::MoveDown},
    Shortcut{"k", true, Command::Palette},
    Shortcut{"F1", false, Command::Help},
    Shortcut{"?", false, Command::Help},
    Shortcut{"ContextMenu", false, Command::OpenMenu},
    Shortcut{"Escape", false, Command::Escape},
};

struct KeyName {
    std::string_view key;
    std::string_view shown;
};
// Named keys whose cap shows a sign; the others show their name in capitals or as it is.
constexpr std::array kKeyNames{
    KeyName{"ArrowUp", "\u2191"},   KeyName{"ArrowDown", "\u2193"},
    KeyName{"ArrowLeft", "\u2190"}, KeyName{"ArrowRight", "\u2192"},
    KeyName{"-", "\u2212"},         KeyName{"Escape", "Esc"},
    KeyName{" ", "Space"},          KeyName{"ContextMenu", "Shift+F10"},
};

bool is_latin_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A letter of another script that is typed: one character, not ASCII.
bool is_foreign_character(std::string_view key) {
    const DecodedCodePoint first = decode_utf8(key, 0);
    return first.bytes == key.size() && first.code_point >= 0x80;
}

// The key as the table spells it: a Latin letter in lower case; where another script is typed, the
// Latin letter of that physical key ("KeyZ"); signs and named keys as they are.
std::string table_key(const KeyPressed& pressed) {
    constexpr std::string_view kLetterCode = "Key";
    if (pressed.key.size() == 1 && is_latin_letter(pressed.key[0])) {
        return {lower(pressed.key[0])};
    }
    const bool letter_key = pressed.code.size() == kLetterCode.size() + 1 &&
                            pressed.code.starts_with(kLetterCode) &&
                            is_latin_letter(pressed.code.back());
    if (letter_key && is_foreign_character(pressed.key)) {
        return {lower(pressed.code.back())};
    }
    return pressed.key;
}

} // namespace

std::span<const Shortcut> all_shortcuts() {
    return kShortcuts;
}

std::optional<Command> command_for_key(const KeyPressed& key) {
    // Shift belongs to signs («+») and never to a combination with Ctrl or Alt, which switch
    // layouts.
    if (key.alt || (key.ctrl && key.shift)) {
        return std::nullopt;
    }
    const std::string wanted = table_key(key);
    const bool sign = wanted.size() == 1 && !is_latin_letter(wanted[0]) && wanted[0] != ' ';
    const bool shift = key.shift && !sign;
    for (const Shortcut& shortcut : kShortcuts) {
        if (shortcut.key == wanted && shortcut.ctrl == key.ctrl && shortcut.shift == shift) {
            return shortcut.command;
        }
    }
    return std::nullopt;
}

std::string shortcut_text(Command command) {
    for (const Shortcut& shortcut : kShortcuts) {
        if (shortcut.command != command) {
            continue;
        }
        std::string text = shortcut.ctrl ? "Ctrl+" : shortcut.shift ? "Shift+" : "";
        for (const KeyName& name : kKeyNames) {
            if (name.key == shortcut.key) {
                return text.append(name.shown);
            }
        }
        const bool letter = shortcut.key.size() == 1 && is_latin_letter(shortcut.key[0]);
        if (letter) {
            return text += static_cast<char>(shortcut.key[0] - 'a' + 'A');
        }
        return text.append(shortcut.key);
    }
    return {};
}

} // namespace vekha::app
