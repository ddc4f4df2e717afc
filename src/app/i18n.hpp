// The words of the interface. A key is written as "start.open"_key; the tables are
// assets/i18n/<language>.json, one flat JSON object each, read when the language is first needed.
// tests/checks compares the keys used in src with those defined, and the languages with each other.
// A key that is missing falls back to the other language, then shows itself. Patterns name their
// places: "Saved in {name}". Plural forms are keys with the suffixes .one .few .many .other.
// Families of keys that are put together at run time are listed in kKeyFamilies (i18n.cpp) and have
// a function each in app/*_words.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

enum class Language : std::uint8_t { Russian, English };
inline constexpr std::size_t kLanguageCount = 2;

// BCP 47 tag: "ru", "en".
[[nodiscard]] std::string_view language_tag(Language language);
// Russian for every tag that is not English.
[[nodiscard]] Language language_from_tag(std::string_view tag);

// The id of a text, of static storage. Only made by the literal, so that a script can find them
// all.
struct TextKey {
    std::string_view id;
    [[nodiscard]] bool empty() const { return id.empty(); }
    bool operator==(const TextKey&) const = default;
};

struct TextArgument {
    std::string name;
    std::string value;
    bool operator==(const TextArgument&) const = default;
};

// A text to be: kept in the state, so that a change of language reaches it.
struct LocalText {
    TextKey key;
    std::vector<TextArgument> arguments;
    bool operator==(const LocalText&) const = default;
};

enum class PluralForm : std::uint8_t { One, Few, Many, Other };
[[nodiscard]] PluralForm plural_form(Language language, std::int64_t count);

class Texts {
public:
    using Table = std::map<std::string, std::string, std::less<>>; // a text by its id
    // Where the table of a language is found, as load() takes it.
    using Source = std::function<std::string_view(Language)>;

    Texts() = default;
    // Each table is asked for when a text of it is first looked up: at the start one language is
    // enough. A table that cannot be read shows as its keys.
    explicit Texts(Source source) : m_source(std::move(source)) {}

    // Takes the table of a language; false (and nothing changes) when it is no flat JSON object of
    // texts.
    [[nodiscard]] bool load(Language language, std::string_view json);
    void set_language(Language language) { m_language = language; }
    [[nodiscard]] Language language() const { return m_language; }
    // Made of the Russian texts: longer, in brackets. For finding what overflows and what is not
    // translated.
    void make_pseudo();

    [[nodiscard]] std::string_view get(TextKey key) const { return find(key.id); }
    // In that language; empty where it has none.
    [[nodiscard]] std::string_view get_in(Language language, TextKey key) const;
    [[nodiscard]] std::string format(TextKey key, std::span<const TextArgument> arguments) const;
    [[nodiscard]] std::string format(TextKey key,
                                     std::initializer_list<TextArgument> arguments) const;
    [[nodiscard]] std::string format(const LocalText& text) const;
    // Chooses the form for `count`; {n} is the count, grouped as the language does.
    [[nodiscard]] std::string plural(TextKey key, std::int64_t count,
                                     std::initializer_list<TextArgument> arguments = {}) const;
    // A member of a family: family "state.", name "done".
    [[nodiscard]] std::string_view member(std::string_view family, std::string_view name) const;

    [[nodiscard]] std::string number(std::int64_t value) const;
    // At most `decimals` (0 to 3) places, trailing zeros left out, decimal sign of the language.
    [[nodiscard]] std::string number(double value, int decimals) const;

private:
    [[nodiscard]] const Table& table(Language language) const;
    [[nodiscard]] std::string_view find(std::string_view id) const;

    Source m_source;
    mutable std::array<Table, kLanguageCount> m_tables;
    mutable std::array<bool, kLanguageCount> m_is_known{};
    Language m_language = Language::Russian;
};

// Puts the arguments into a pattern; a place without an argument stays as it is.
[[nodiscard]] std::string fill_pattern(std::string_view pattern,
                                       std::span<const TextArgument> arguments);

// The beginnings of keys that are put together at run time.
[[nodiscard]] std::span<const std::string_view> key_families();

} // namespace vekha::app

namespace vekha {

consteval app::TextKey operator""_key(const char* id, std::size_t length) {
    return app::TextKey{std::string_view(id, length)};
}

} // namespace vekha
