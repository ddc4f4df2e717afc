// An entry of the word lists. It is a stem and, behind it, the endings it is found with; "-" is the
// empty ending. Letters are small, ё is written е.
#pragma once

#include "core/period/lexicon.hpp"

#include <cstdint>
#include <string_view>

namespace vekha::reading {

enum class Repair : std::uint8_t { No, Yes };

struct WordEntry {
    std::string_view forms;
    WordMeaning meaning;
    Repair repair = Repair::No;
};

constexpr WordEntry fixed(std::string_view forms, Sense sense, int value = 0,
                          WordForm form = WordForm::Plain) {
    return {forms, {sense, form, value}, Repair::No};
}

constexpr WordEntry mended(std::string_view forms, Sense sense, int value = 0,
                           WordForm form = WordForm::Plain) {
    return {forms, {sense, form, value}, Repair::Yes};
}

constexpr WordEntry often(std::string_view forms, Unit unit) {
    return mended(forms, Sense::Frequency, static_cast<int>(unit));
}

} // namespace vekha::reading
