#include "app/i18n.hpp"

#include "core/base/result.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::array<std::string_view, kLanguageCount> kTags{"ru", "en"};

constexpr std::array<std::string_view, 28> kKeyFamilies{
    "changes.kind.",    "changes.part.",  "changes.thing.",     "column.",
    "comparator.",      "computedState.", "date.monthLong.",    "date.monthOf.",
    "date.monthShort.", "date.weekday.",  "deviation.",         "date.weekdayShort.",
    "editProblem.",     "groupBy.",       "partyKind.",         "periodKind.",
    "periodSource.",    "planLevel.",     "precision.",         "problem.",
    "problemWord.",     "review.",        "schoolKind.",        "schoolScope.",
    "severity.",        "storedState.",   "storedStateInside.", "zone."};

constexpr std::array<std::string_view, 4> kPluralSuffixes{".one", ".few", ".many", ".other"};

// A place of a pattern: {name}. `end` is the position behind the bracket, or npos when there is no
// such place.
struct Place {
    std::string_view name;
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};

Place next_place(std::string_view pattern, std::size_t from) {
    const std::size_t begin = pattern.find('{', from);
    const std::size_t close = begin == std::string_view::npos ? begin : pattern.find('}', begin);
    if (close == std::string_view::npos) {
        return {};
    }
    return {pattern.substr(begin + 1, close - begin - 1), begin, close + 1};
}

// Every letter that is no place stands twice, so that a text is longer but can still be read.
std::string pseudo_text(std::string_view text) {
    std::string longer = "[";
    std::size_t at = 0;
    while (at < text.size()) {
        const Place place = next_place(text, at);
        const std::size_t plain_end = std::min(place.begin, text.size());
        std::size_t letters = 0;
        while (at < plain_end) {
            std::size_t end = at + 1;
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
                ++end;
            }
            const std::string_view letter = text.substr(at, end - at);
            longer += letter;
            if (++letters % 2 == 0 && letter != " ") {
                longer += letter;
            }
            at = end;
        }
        if (place.end != std::string_view::npos) {
            longer += text.substr(place.begin, place.end - place.begin);
            at = place.end;
        }
    }
    return longer + "]";
}

std::string grouped(std::uint64_t value, Language language) {
    std::string digits = std::to_string(value);
    // Russian leaves numbers of four digits together.
    const std::size_t longest_whole = language == Language::Russian ? 4 : 3;
    const std::string_view separator = language == Language::Russian ? "\u00A0" : ",";
    if (digits.size() > longest_whole) {
        for (std::size_t at = digits.size(); at > 3;) {
            at -= 3;
            digits.insert(at, separator);
        }
    }
    return digits;
}

// None when it is no flat JSON object of texts.
std::optional<Texts::Table> read_table(std::string_view json) {
    const Result<JsonTree, JsonSyntaxError> parsed = parse_json(json);
    if (!parsed || parsed.value().kind(0) != JsonKind::Object) {
        return std::nullopt;
    }
    const JsonTree& tree = parsed.value();
    Texts::Table table;
    for (NodeIndex name = 1; name < tree.size();) {
        const NodeIndex value = name + 1;
        if (tree.kind(value) != JsonKind::String ||
            !table.emplace(tree.string(name), tree.string(value)).second) {
            return std::nullopt;
        }
        name = tree.next(value);
    }
    return table;
}

} // namespace

std::string_view language_tag(Language language) {
    return kTags[static_cast<std::size_t>(language)];
}

Language language_from_tag(std::string_view tag) {
    return tag == "en" || tag.starts_with("en-") ? Language::English : Language::Russian;
}

PluralForm plural_form(Language language, std::int64_t count) {
    if (language == Language::English) {
        return count == 1 || count == -1 ? PluralForm::One : PluralForm::Other;
    }
    const auto last_two = static_cast<int>(std::abs(count % 100));
    const int last = last_two % 10;
    if (last_two >= 11 && last_two <= 14) {
        return PluralForm::Many;
    }
    if (last == 1) {
        return PluralForm::One;
    }
    return last >= 2 && last <= 4 ? PluralForm::Few : PluralForm::Many;
}

bool Texts::load(Language language, std::string_view json) {
    std::optional<Texts::Table> table = read_table(json);
    if (!table) {
        return false;
    }
    const auto place = static_cast<std::size_t>(language);
    m_tables[place] = std::move(*table);
    m_is_known[place] = true;
    return true;
}

const Texts::Table& Texts::table(Language language) const {
    const auto place = static_cast<std::size_t>(language);
    if (m_source && !m_is_known[place]) {
        m_is_known[place] = true;
        m_tables[place] = read_table(m_source(language)).value_or(Table());
    }
    return m_tables[place];
}

void Texts::make_pseudo() {
    static_cast<void>(table(m_language));
    for (auto& [id, text] : m_tables[static_cast<std::size_t>(m_language)]) {
        text = pseudo_text(text);
    }
}

std::string_view Texts::find(std::string_view id) const {
    const Language other = m_language == Language::Russian ? Language::English : Language::Russian;
    for (const Language language : {m_language, other}) {
        const Table& words = table(language);
        if (const auto found = words.find(id); found != words.end()) {
            return found->second;
        }
    }
    return id;
}

std::string Texts::format(TextKey key, std::span<const TextArgument> arguments) const {
    return fill_pattern(find(key.id), arguments);
}

std::string Texts::format(TextKey key, std::initializer_list<TextArgument> arguments) const {
    return fill_pattern(find(key.id), std::span(arguments.begin(), arguments.size()));
}

std::string Texts::format(const LocalText& text) const {
    return fill_pattern(find(text.key.id), text.arguments);
}

std::string Texts::plural(TextKey key, std::int64_t count,
                          std::initializer_list<TextArgument> arguments) const {
    std::vector<TextArgument> all{{"n", number(count)}};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::string id(key.id);
    id += kPluralSuffixes[static_cast<std::size_t>(plural_form(m_language, count))];
    return fill_pattern(find(id), all);
}

std::string_view Texts::get_in(Language language, TextKey key) const {
    const Table& words = table(language);
    const auto found = words.find(key.id);
    return found == words.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Texts::member(std::string_view family, std::string_view name) const {
    std::string id(family);
    id += name;
    const std::string_view text = find(id);
    // A missing text shows its id, which lives only here: show the name.
    return text.data() == id.data() ? name : text;
}

std::string Texts::number(std::int64_t value) const {
    const bool negative = value < 0;
    // Two's complement: also right for the smallest number.
    const auto bits = static_cast<std::uint64_t>(value);
    const std::string digits = grouped(negative ? ~bits + 1 : bits, m_language);
    return negative ? "\u2212" + digits : digits;
}

std::string Texts::number(double value, int decimals) const {
    constexpr double kLargest = 9.0e15;
    double scale = 1.0;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10.0;
    }
    if (!(std::abs(value) * scale < kLargest)) {
        return "\u2014";
    }
    const auto scaled = static_cast<std::uint64_t>(std::llround(std::abs(value) * scale));
    const auto unit = static_cast<std::uint64_t>(scale);
    std::string text = grouped(scaled / unit, m_language);
    std::string places = std::to_string(unit + scaled % unit).substr(1);
    while (!places.empty() && places.back() == '0') {
        places.pop_back();
    }
    if (!places.empty()) {
        text += m_language == Language::Russian ? ',' : '.';
        text += places;
    }
    return value < 0 && scaled > 0 ? "\u2212" + text : text;
}

std::string fill_pattern(std::string_view pattern, std::span<const TextArgument> arguments) {
    std::string filled;
    std::size_t at = 0;
    for (Place place = next_place(pattern, 0); place.end != std::string_view::npos;
         place = next_place(pattern, at)) {
        filled += pattern.substr(at, place.begin - at);
        const auto argument = std::ranges::find_if(
            arguments, [&](const TextArgument& a) { return a.name == place.name; });
        filled += argument != arguments.end()
                      ? std::string_view(argument->value)
                      : pattern.substr(place.begin, place.end - place.begin);
        at = place.end;
    }
    filled += pattern.substr(at);
    return filled;
}

std::span<const std::string_view> key_families() {
    return kKeyFamilies;
}

} // namespace vekha::app
