#include "app/date_words.hpp"

#include "app/i18n.hpp"
#include "core/base/digits.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::app {

namespace {

std::string two_digits(unsigned value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
}

std::string date_in_pattern(const Texts& texts, TextKey pattern, Date date) {
    const CivilDate civil = date.civil();
    const std::string month = std::to_string(civil.month);
    return texts.format(pattern,
                        {{"d", std::to_string(civil.day)},
                         {"dd", two_digits(civil.day)},
                         {"mm", two_digits(civil.month)},
                         {"monthShort", std::string(texts.member("date.monthShort.", month))},
                         {"monthOf", std::string(texts.member("date.monthOf.", month))},
                         {"yyyy", date.iso().substr(0, 4)}});
}

std::string_view without_spaces_around(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

struct TypedNumber {
    unsigned value = 0;
    std::size_t digits = 0;
};

// Day, month and year in the order they were typed; none when the text has another form.
std::optional<std::array<TypedNumber, 3>> three_numbers(std::string_view text) {
    std::array<TypedNumber, 3> numbers;
    char separator = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) {
            const char c = at < text.size() ? text[at] : '\0';
            const bool fits = i == 1 ? c == '.' || c == '/' || c == '-' : c == separator;
            if (!fits) {
                return std::nullopt;
            }
            separator = c;
            ++at;
        }
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) {
            ++at;
        }
        numbers[i].digits = at - begin;
        if (numbers[i].digits == 0 || numbers[i].digits > 4) {
            return std::nullopt;
        }
        std::from_chars(text.data() + begin, text.data() + at, numbers[i].value);
    }
    return at == text.size() ? std::optional(numbers) : std::nullopt;
}

} // namespace

std::string short_date(const Texts& texts, Date date) {
    return date_in_pattern(texts, "date.short"_key, date);
}

std::string typed_date(const Texts& texts, Date date) {
    return date_in_pattern(texts, "date.typed"_key, date);
}

std::string spoken_date(const Texts& texts, Date date) {
    return date_in_pattern(texts, "date.spoken"_key, date);
}

std::string weekday_name(const Texts& texts, Date date) {
    const auto day = static_cast<unsigned>(date.weekday()) + 1;
    return std::string(texts.member("date.weekday.", std::to_string(day)));
}

std::string span_words(const Texts& texts, const Span& span) {
    if (span.from && span.to) {
        return *span.from == *span.to
                   ? short_date(texts, *span.from)
                   : texts.format("span.range"_key, {{"from", short_date(texts, *span.from)},
                                                     {"to", short_date(texts, *span.to)}});
    }
    if (span.from) {
        return texts.format("span.since"_key, {{"from", short_date(texts, *span.from)}});
    }
    if (span.to) {
        return texts.format("span.until"_key, {{"to", short_date(texts, *span.to)}});
    }
    return std::string(texts.get("span.none"_key));
}

std::string days_in_sight(const Texts& texts, const TimeScale& scale, float width_px) {
    return texts.format("minimap.inSight"_key,
                        {{"from", spoken_date(texts, scale.date_from_x(0.0F))},
                         {"to", spoken_date(texts, scale.date_from_x(width_px))}});
}

std::string days_words(const Texts& texts, std::int64_t days) {
    return texts.plural("days"_key, days);
}

std::optional<Date> parse_typed_date(std::string_view text) {
    text = without_spaces_around(text);
    if (const std::optional<Date> iso = Date::from_iso(text)) {
        return iso;
    }
    const std::optional<std::array<TypedNumber, 3>> numbers = three_numbers(text);
    if (!numbers) {
        return std::nullopt;
    }
    const auto& [day, month, year] = *numbers;
    const bool year_fits = year.digits == 2 || year.digits == 4;
    if (!year_fits || day.digits > 2 || month.digits > 2) {
        return std::nullopt;
    }
    const int full_year = static_cast<int>(year.value) + (year.digits == 2 ? 2000 : 0);
    return Date::from_civil({full_year, month.value, day.value});
}

} // namespace vekha::app
