#include "cli/period_line.hpp"

#include "core/base/result.hpp"
#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/json/number_text.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::cli {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, kPeriodKindCount> kKinds{
    "day",        "deadline",  "month", "range",    "several",
    "throughout", "recurring", "open",  "relative", "unscheduled"};

constexpr std::array<std::string_view, 6> kPrecisions{"day",  "month", "quarter",
                                                      "half", "year",  "none"};

constexpr std::array<std::string_view, kPieceMeaningCount> kMeanings{
    "day",        "monthDay",  "monthPart", "month",       "quarter", "half",  "season",
    "schoolTerm", "holidays",  "year",      "schoolYear",  "until",   "from",  "joint",
    "throughout", "frequency", "relative",  "withoutDate", "ignored", "unread"};

constexpr std::array<std::string_view, kReviewReasonCount> kReasons{
    "the cell is empty",
    "something here was not understood",
    "there is no such day",
    "the end lies before the start",
    "a date lies before the plan",
    "a year is far from the plan",
    "no year is printed; the first time after the order is taken",
    "one year of the plan may be meant, or all of it",
    "which year each date belongs to is not certain",
    "whether the last one counts is not certain",
    "on which day it begins is not certain",
    "each school has its own terms and holidays",
    "the words give no exact days",
    "a word or number could be read in two ways",
    "a date stands in brackets beside the period",
    "one of several dates is meant",
    "the date may be that of a document",
    "from which event the days count is not said",
    "the phrases do not fit together",
    "the single times are a guess",
    "not all of the times are listed"};

void text_or_null(JsonWriter& json, std::string_view name, const std::optional<std::string>& text) {
    json.name(name);
    if (text) {
        json.text(*text);
    } else {
        json.json_as_written("null");
    }
}

void day_or_null(JsonWriter& json, const std::optional<Date>& day) {
    json.item();
    if (day) {
        json.text(day->iso());
    } else {
        json.json_as_written("null");
    }
}

void write_spans(JsonWriter& json, const std::vector<Span>& spans) {
    json.name("spans");
    json.begin_array();
    for (const Span& span : spans) {
        json.item();
        json.begin_array();
        day_or_null(json, span.from);
        day_or_null(json, span.to);
        json.end_array();
    }
    json.end_array();
}

void write_count(JsonWriter& json, std::size_t count) {
    json.item();
    json.number(static_cast<double>(count));
}

void write_pairs(JsonWriter& json, const std::optional<std::vector<std::size_t>>& pairs) {
    json.name("pairs");
    if (!pairs) {
        json.json_as_written("null");
        return;
    }
    json.begin_array();
    for (const std::size_t pair : *pairs) {
        write_count(json, pair);
    }
    json.end_array();
}

void write_pieces(JsonWriter& json, const std::vector<PeriodPiece>& pieces) {
    json.name("pieces");
    json.begin_array();
    for (const PeriodPiece& piece : pieces) {
        json.item();
        json.begin_array();
        write_count(json, piece.begin);
        write_count(json, piece.end);
        json.item();
        json.text(kMeanings[static_cast<std::size_t>(piece.meaning)]);
        json.end_array();
    }
    json.end_array();
}

std::optional<std::string> recurrence_text(const PeriodReading& reading) {
    if (!reading.recurrence) {
        return std::nullopt;
    }
    return reading.recurrence->rule.empty() ? reading.recurrence->text : reading.recurrence->rule;
}

std::optional<std::string> why(const PeriodReading& reading) {
    if (!reading.needs_review()) {
        return std::nullopt;
    }
    std::string words;
    for (const ReviewReason reason : reading.reasons) {
        words += words.empty() ? "" : "; ";
        words += kReasons[static_cast<std::size_t>(reason)];
    }
    return words;
}

// Members of the question; the first that is wrong is kept as the error.
class QuestionReader {
public:
    QuestionReader(const JsonTree& tree, NodeIndex object) : m_tree(tree), m_object(object) {}

    std::string text(std::string_view name) {
        const auto node = member(name);
        if (node && m_tree.kind(*node) == JsonKind::String) {
            return m_tree.string(*node);
        }
        refuse(std::string(name) + " must be a text");
        return {};
    }

    std::optional<Date> day(std::string_view name) {
        const auto node = member(name);
        std::optional<Date> found;
        if (node && m_tree.kind(*node) == JsonKind::String) {
            found = Date::from_iso(m_tree.string(*node));
        }
        if (!found) {
            refuse(std::string(name) + " must be a day as YYYY-MM-DD");
        }
        return found;
    }

    std::optional<Date> day_if_any(std::string_view name) {
        return member(name) ? day(name) : std::nullopt;
    }

    std::optional<int> number_if_any(std::string_view name, int most) {
        const auto node = member(name);
        if (!node) {
            return std::nullopt;
        }
        if (m_tree.kind(*node) == JsonKind::Number) {
            const auto value = double_from_json(m_tree.source(*node));
            if (value && *value >= 0 && *value <= most && *value == std::floor(*value)) {
                return static_cast<int>(*value);
            }
        }
        refuse(std::string(name) + " must be a whole number from 0 to " + std::to_string(most));
        return std::nullopt;
    }

    [[nodiscard]] const std::string& error() const { return m_error; }

private:
    // A member that is null is as good as none.
    [[nodiscard]] std::optional<NodeIndex> member(std::string_view name) const {
        const auto node = m_tree.member(m_object, name);
        return node && m_tree.kind(*node) != JsonKind::Null ? node : std::nullopt;
    }
    void refuse(std::string error) {
        if (m_error.empty()) {
            m_error = std::move(error);
        }
    }

    const JsonTree& m_tree;
    NodeIndex m_object;
    std::string m_error;
};

} // namespace

Result<PeriodQuestion, std::string> period_question(std::string_view line) {
    constexpr int kMostItems = 1'000'000;
    if (first_invalid_utf8(line) != line.size()) {
        return fail(std::string("the line is not UTF-8"));
    }
    if (line.size() >= JsonTree::kMaxTextBytes) {
        return fail(std::string("the line is too long"));
    }
    const auto tree = parse_json(line);
    if (!tree) {
        return fail("the line is no JSON: wrong at byte " + std::to_string(tree.error().offset));
    }
    if (tree.value().kind(0) != JsonKind::Object) {
        return fail(std::string("the line must be an object"));
    }
    QuestionReader reader(tree.value(), 0);
    PeriodQuestion question;
    question.text = reader.text("text");
    question.context.plan = {reader.day("from"), reader.day("to")};
    question.context.section_year = reader.number_if_any("sectionYear", kMaxYear);
    question.context.order_date = reader.day_if_any("orderDate");
    question.context.items =
        static_cast<std::size_t>(reader.number_if_any("items", kMostItems).value_or(0));
    if (!reader.error().empty()) {
        return fail(reader.error());
    }
    return question;
}

std::string period_answer(const PeriodReading& reading) {
    JsonWriter json(TextLayout::Compact);
    json.begin_object();
    json.name("kind");
    json.text(kKinds[static_cast<std::size_t>(reading.kind)]);
    write_spans(json, reading.spans);
    json.name("precision");
    json.text(kPrecisions[static_cast<std::size_t>(reading.precision)]);
    text_or_null(json, "recurrence", recurrence_text(reading));
    json.name("review");
    json.boolean(reading.needs_review());
    text_or_null(json, "why", why(reading));
    write_pairs(json, reading.pairs);
    write_pieces(json, reading.pieces);
    json.end_object();
    return std::move(json).take();
}

} // namespace vekha::cli
