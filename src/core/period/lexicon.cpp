#include "core/period/lexicon.hpp"

#include "core/period/english_words.hpp"
#include "core/period/letters.hpp"
#include "core/period/russian_calendar_words.hpp"
#include "core/period/russian_plain_words.hpp"
#include "core/period/word_entry.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vekha::reading {
namespace {

constexpr std::size_t kEntries =
    kCalendarWords.size() + kPlainWords.size() + kFillers.size() + kEnglishWords.size();

constexpr std::array<WordEntry, kEntries> kWords = [] {
    std::array<WordEntry, kEntries> all{};
    std::size_t at = 0;
    const auto add = [&all, &at](const auto& list) {
        for (const WordEntry& entry : list) {
            all[at++] = entry;
        }
    };
    add(kCalendarWords);
    add(kPlainWords);
    add(kFillers);
    add(kEnglishWords);
    return all;
}();

constexpr std::string_view stem_of(std::string_view forms) {
    return forms.substr(0, forms.find(' '));
}

constexpr std::size_t hash_of(const Letters& letters) {
    std::uint32_t hash = 2166136261U;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        hash = (hash ^ letters[at]) * 16777619U;
    }
    return hash ^ (hash >> 15U);
}

// Stems by their letters: each slot holds the entry's place, counted from 1; 0 is a free slot.
constexpr std::size_t kSlots = 2048;
static_assert(kEntries * 3 < kSlots);

constexpr std::array<std::uint16_t, kSlots> kStems = [] {
    std::array<std::uint16_t, kSlots> slots{};
    for (std::size_t entry = 0; entry < kEntries; ++entry) {
        std::size_t slot = hash_of(Letters(stem_of(kWords[entry].forms))) % kSlots;
        while (slots[slot] != 0) {
            slot = (slot + 1) % kSlots;
        }
        slots[slot] = static_cast<std::uint16_t>(entry + 1);
    }
    return slots;
}();

constexpr std::size_t kLongestEnding = 5;

// Calls `take(letters of the ending)` until it says true.
template <class Take>
bool any_ending(std::string_view forms, Take take) {
    std::size_t at = forms.find(' ');
    while (at != std::string_view::npos) {
        const std::size_t next = forms.find(' ', at + 1);
        const std::string_view ending = forms.substr(at + 1, next - at - 1);
        if (take(Letters(ending == "-" ? std::string_view() : ending))) {
            return true;
        }
        at = next;
    }
    return false;
}

// Whether one letter is wrong, missing or too much, or two neighbours are exchanged.
bool is_one_away(const Letters& a, const Letters& b) {
    std::size_t front = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front]) {
        ++front;
    }
    std::size_t back = 0;
    while (back + front < std::min(a.size(), b.size()) &&
           a[a.size() - 1 - back] == b[b.size() - 1 - back]) {
        ++back;
    }
    const std::size_t left_a = a.size() - front - back;
    const std::size_t left_b = b.size() - front - back;
    if (left_a <= 1 && left_b <= 1) {
        return left_a + left_b > 0;
    }
    return left_a == 2 && left_b == 2 && a[front] == b[front + 1] && a[front + 1] == b[front];
}

// Shorter words have too many neighbours that are words themselves.
constexpr std::size_t kShortestRepaired = 4;
constexpr std::size_t kShortestMonthRepaired = 3;

} // namespace

WordMeaning find_word(const Letters& word) {
    for (std::size_t ending = 0; ending <= kLongestEnding && ending < word.size(); ++ending) {
        const std::size_t length = word.size() - ending;
        const Letters stem = word.part(0, length);
        const Letters rest = word.part(length, word.size());
        for (std::size_t slot = hash_of(stem) % kSlots; kStems[slot] != 0;
             slot = (slot + 1) % kSlots) {
            const WordEntry& entry = kWords[kStems[slot] - 1U];
            if (Letters(stem_of(entry.forms)) == stem &&
                any_ending(entry.forms, [&rest](const Letters& e) { return e == rest; })) {
                return entry.meaning;
            }
        }
    }
    return {};
}

FoundWord repair_word(const Letters& word) {
    FoundWord found;
    bool is_near_may = false; // which is too short to be repaired to
    if (word.size() < kShortestMonthRepaired) {
        return found;
    }
    for (const WordEntry& entry : kWords) {
        const bool is_month = entry.meaning.sense == Sense::Month;
        if (entry.repair == Repair::No || (!is_month && word.size() < kShortestRepaired + 1)) {
            continue;
        }
        const Letters stem(stem_of(entry.forms));
        if (word.size() + 1 < stem.size() || word.size() > stem.size() + kLongestEnding + 1) {
            continue;
        }
        const bool is_near =
            any_ending(entry.forms, [&word, &stem, &is_near_may](const Letters& ending) {
                Letters form = stem;
                for (std::size_t at = 0; at < ending.size(); ++at) {
                    form.add(ending[at]);
                }
                const bool near = is_one_away(word, form);
                // «Мат» may be meant as «май» as well as «март».
                is_near_may = is_near_may || (near && form.size() < kShortestRepaired);
                return near && form.size() >= kShortestRepaired;
            });
        if (!is_near) {
            continue;
        }
        const bool same = found.meaning.sense == entry.meaning.sense &&
                          found.meaning.value == entry.meaning.value;
        if (!found.repaired) {
            found = {entry.meaning, true, false};
        } else if (!same) {
            found.doubtful = true;
        }
    }
    found.doubtful = found.doubtful || (found.repaired && is_near_may && found.meaning.value != 5);
    return found;
}

} // namespace vekha::reading
