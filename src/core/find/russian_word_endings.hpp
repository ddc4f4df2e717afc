// What Russian nouns and adjectives end with, case by case: grammar of the texts that are searched,
// no words of the interface. The longer ones stand first. Only fold_letters.cpp includes it.
#pragma once

#include <array>
#include <string_view>

namespace vekha {

inline constexpr auto kWordEndings = std::to_array<std::string_view>({
    "иями", "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "иям", "иях", "ием",
    "ией",  "ьям", "ьях", "ия",  "ии",  "ию",  "ие",  "ий",  "ый",  "ой",  "ая",  "яя",
    "ое",   "ее",  "ые",  "ых",  "их",  "ую",  "юю",  "ом",  "ем",  "ам",  "ям",  "ах",
    "ях",   "ов",  "ев",  "ей",  "ью",  "ым",  "им",  "ья",  "ье",  "ьи",  "а",   "я",
    "о",    "е",   "и",   "ы",   "у",   "ю",   "ь",   "й",
});

} // namespace vekha
