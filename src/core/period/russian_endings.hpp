// What may hang on a number in Russian plans («1-й», «5-го», «3-х»), and letters that scanners make
// of Roman numbers: grammar of the reader, no words of the interface. Only word_forms.cpp includes
// it.
#pragma once

#include <array>
#include <string_view>

namespace vekha::reading {

inline constexpr auto kOrdinalEndings = std::to_array<std::string_view>(
    {"й",   "ый", "ий",  "ой", "я",  "ая", "ья", "е", "ое", "ье", "го",
     "ого", "му", "ому", "м",  "ом", "ем", "ую", "ю", "ые", "ых"});
inline constexpr auto kCountEndings = std::to_array<std::string_view>({"х", "ти", "ми", "мя", "и"});
inline constexpr auto kEnglishEndings = std::to_array<std::string_view>({"st", "nd", "rd", "th"});

// What II and III are taken for, and the half-year «п/г».
inline constexpr std::string_view kMisreadTwo = "п";
inline constexpr std::string_view kMisreadThree = "ш";
inline constexpr std::string_view kHalfSign = "п";
inline constexpr std::string_view kYearSign = "г";
// «с.г.», «т.г.»: of this year.
inline constexpr auto kThisYearSigns = std::to_array<std::string_view>({"с", "т"});
inline constexpr std::string_view kSchoolSign = "у"; // «у.г.»
inline constexpr std::string_view kMisreadDigitThree = "з";

} // namespace vekha::reading
