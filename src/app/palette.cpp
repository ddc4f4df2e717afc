#include "app/palette.hpp"

#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/find/fold_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::array kLanguages{Language::Russian, Language::English};

// Escape and the palette mean something else where the palette is open; the menu has a place.
bool is_offered(Command command) {
    return command != Command::Escape && command != Command::Palette &&
           command != Command::OpenMenu;
}

bool has_all(std::string_view text, std::span<const SearchWord> words) {
    return std::ranges::all_of(
        words, [text](const SearchWord& word) { return begins_a_word(text, word.text); });
}

// Some form of each: «ответственным» of «ответственный».
bool has_forms_of_all(std::string_view text, std::span<const SearchWord> words) {
    return std::ranges::all_of(words, [text](const SearchWord& word) {
        return begins_a_word(text, word.text) ||
               (!word.stem.empty() && begins_a_word(text, word.stem));
    });
}

std::string all_words(const Texts& texts, Command command) {
    std::string text;
    for (const Language language : kLanguages) {
        for (const TextKey key : {command_label(command), group_title(command_group(command)),
                                  command_words(command)}) {
            append_folded(text, texts.get_in(language, key));
            text += ' ';
        }
    }
    return text;
}

// The lower, the better; none: it is not meant.
std::optional<int> rank(const Texts& texts, Command command, std::string_view typed,
                        std::span<const SearchWord> words) {
    const std::string label = folded(texts.get(command_label(command)));
    if (label.starts_with(typed)) {
        return 0;
    }
    if (has_all(label, words)) {
        return 1;
    }
    const std::string all = all_words(texts, command);
    if (has_all(all, words)) {
        return 2;
    }
    return has_forms_of_all(all, words) ? std::optional(3) : std::nullopt;
}

} // namespace

std::vector<Command> found_commands(const AppState& state, const Texts& texts,
                                    std::string_view typed) {
    const std::vector<SearchWord> words = search_words(typed);
    const std::string whole = folded(typed);
    constexpr int kRanks = 4;
    std::array<std::vector<Command>, kRanks> by_rank;
    for (std::size_t i = 0; i < kCommandCount; ++i) {
        const auto command = static_cast<Command>(i);
        if (!is_offered(command)) {
            continue;
        }
        if (const std::optional<int> place = rank(texts, command, whole, words)) {
            by_rank[static_cast<std::size_t>(*place)].push_back(command);
        }
    }
    std::vector<Command> found;
    for (std::vector<Command>& part : by_rank) {
        if (!words.empty()) {
            std::ranges::stable_partition(
                part, [&](Command command) { return availability_behind(state, command).enabled; });
        }
        found.insert(found.end(), part.begin(), part.end());
    }
    return found;
}

} // namespace vekha::app
