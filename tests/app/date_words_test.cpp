#include "app/date_words.hpp"

#include "app/i18n.hpp"
#include "core/calendar/date.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>

namespace vekha::app::date_words_test {
namespace {

using test::day;
using test::span;

struct Words {
    Words() : texts(test::delivered_texts()) {}
    Words& in_english() {
        texts.set_language(Language::English);
        return *this;
    }
    Texts texts;
};

TEST_CASE("Dates in Russian") {
    const Words words;
    CHECK(short_date(words.texts, day("2021-03-21")) == "21.03.2021");
    CHECK(short_date(words.texts, day("0987-01-02")) == "02.01.0987");
    CHECK(spoken_date(words.texts, day("2026-09-01")) == "1 сентября 2026 года");
    CHECK(weekday_name(words.texts, day("2021-03-21")) == "воскресенье");
}

TEST_CASE("Dates in English") {
    Words words;
    words.in_english();
    CHECK(short_date(words.texts, day("2021-03-21")) == "21\u00A0Mar\u00A02021");
    CHECK(spoken_date(words.texts, day("2026-09-01")) == "1 September 2026");
    CHECK(weekday_name(words.texts, day("2021-03-22")) == "Monday");
}

TEST_CASE("Spans with open sides, and of one day") {
    const Words words;
    CHECK(span_words(words.texts, span({"2021-03-01", "2021-03-31"})) == "01.03.2021 – 31.03.2021");
    CHECK(span_words(words.texts, span({"2021-03-01", "2021-03-01"})) == "01.03.2021");
    CHECK(span_words(words.texts, span({"", "2021-03-31"})) == "до\u00A031.03.2021");
    CHECK(span_words(words.texts, span({"2021-03-01", ""})) == "с\u00A001.03.2021");
    CHECK(span_words(words.texts, span({"", ""})) == "без дат");
}

TEST_CASE("Days are counted in words") {
    const Words words;
    CHECK(days_words(words.texts, 1) == "1\u00A0день");
    CHECK(days_words(words.texts, 3) == "3\u00A0дня");
    CHECK(days_words(words.texts, 14) == "14\u00A0дней");
    CHECK(days_words(words.texts, 21) == "21\u00A0день");
    CHECK(days_words(words.texts, 0) == "0\u00A0дней");
}

TEST_CASE("Typed dates are read in the forms people use") {
    for (const std::string_view text : {"21.03.2021", "21.3.2021", "21.03.21", "21/03/2021",
                                        "21-3-21", "2021-03-21", "  21.03.2021\n"}) {
        CAPTURE(text);
        CHECK(parse_typed_date(text) == day("2021-03-21"));
    }
}

TEST_CASE("What is no day is not read") {
    for (const std::string_view text :
         {"", "   ", "31.02.2021", "0.1.2021", "1.13.2021", "21.03", "21.03.", "21.03.2021.",
          "21.03.021", "21.03.20211", "021.03.2021", "21.03/2021", "21 03 2021", "21.03.2021 x",
          "x", "2021.03.21", "20210321", "-1.3.2021", "29.02.2021"}) {
        CAPTURE(text);
        CHECK(parse_typed_date(text) == std::nullopt);
    }
}

TEST_CASE("What a field shows for a date is read again, in both languages") {
    Words words;
    for (const Language language : {Language::Russian, Language::English}) {
        words.texts.set_language(language);
        for (Date date = day("2019-12-25"); date < day("2022-03-05"); date = date.plus_days(1)) {
            CHECK(parse_typed_date(typed_date(words.texts, date)) == date);
        }
    }
}

} // namespace
} // namespace vekha::app::date_words_test
