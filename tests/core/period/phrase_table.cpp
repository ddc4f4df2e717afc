#include "tests/core/period/phrase_table.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"
#include "tests/support/sample_files.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test {
namespace {

std::vector<std::string> split(std::string_view line, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == 'n') {
            result += '\n';
            ++at;
        } else {
            result += text[at];
        }
    }
    return result;
}

// «2021», «2021-03» and «2021-03-05» as the first or the last of their days.
std::optional<Date> day_of(const std::string& text, bool is_last) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    if (text.size() == kYear) {
        return Date::from_iso(text + (is_last ? "-12-31" : "-01-01"));
    }
    if (text.size() == kMonth) {
        const auto first = Date::from_iso(text + "-01");
        return first && is_last ? std::optional(first->last_of_month()) : first;
    }
    return Date::from_iso(text);
}

std::string full_span(const std::string& text, const PeriodContext& context) {
    if (text == "plan") {
        return iso_of(context.plan);
    }
    const std::size_t dots = text.find("..");
    const std::string from = text.substr(0, dots);
    const std::string to = dots == std::string::npos ? text : text.substr(dots + 2);
    return iso_of({day_of(from, false), day_of(to, true)});
}

std::string full_spans(const std::string& cell, const PeriodContext& context) {
    std::string spans;
    for (const std::string& one : split(cell, ' ')) {
        if (one.empty()) {
            continue;
        }
        spans += spans.empty() ? "" : " ";
        const bool is_count = one.back() == ':';
        spans += is_count || one == "…" ? one : full_span(one, context);
    }
    return spans;
}

PeriodContext context_of(const std::vector<std::string>& cells) {
    PeriodContext context;
    context.plan = {Date::from_iso(cells.at(1)), Date::from_iso(cells.at(2))};
    if (cells.at(3) != "-") {
        context.section_year = std::stoi(cells.at(3));
    }
    context.order_date = Date::from_iso(cells.at(4));
    return context;
}

} // namespace

std::string_view kind_name(PeriodKind kind) {
    constexpr std::array<std::string_view, kPeriodKindCount> kNames{
        "day",        "deadline",  "month", "range",    "several",
        "throughout", "recurring", "open",  "relative", "unscheduled"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string iso_of(const Span& span) {
    return (span.from ? span.from->iso() : "") + ".." + (span.to ? span.to->iso() : "");
}

std::string summary_of(const PeriodReading& reading, bool is_counted) {
    constexpr std::array<std::string_view, 6> kPrecisions{"day",  "month", "quarter",
                                                          "half", "year",  "none"};
    std::string line(kind_name(reading.kind));
    line += " [";
    if (is_counted && !reading.spans.empty()) {
        line += std::to_string(reading.spans.size()) + ": " + iso_of(reading.spans.front()) +
                " … " + iso_of(reading.spans.back());
    } else {
        for (std::size_t at = 0; at < reading.spans.size(); ++at) {
            line += (at == 0 ? "" : " ") + iso_of(reading.spans[at]);
        }
    }
    line += "] ";
    line += kPrecisions[static_cast<std::size_t>(reading.precision)];
    line += reading.recurrence ? " +" : " -";
    line += reading.needs_review() ? " !" : " -";
    return line;
}

std::vector<PhraseRow> read_phrases(std::string_view path) {
    std::map<std::string, PeriodContext> contexts;
    std::vector<PhraseRow> rows;
    for (const std::string& line : split(project_file(path), '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string> cells = split(line, '\t');
        if (line.front() == '@') {
            contexts[cells.at(0).substr(1)] = context_of(cells);
            continue;
        }
        PhraseRow row;
        row.context_name = cells.at(0);
        row.context = contexts.at(cells.at(0));
        row.text = unescaped(cells.at(1));
        row.is_counted = cells.at(3).find("…") != std::string::npos;
        row.expected = cells.at(2) + " [" + full_spans(cells.at(3), row.context) + "] " +
                       cells.at(4) + " " + cells.at(5) + " " + cells.at(6);
        rows.push_back(row);
    }
    return rows;
}

const std::vector<PhraseRow>& phrase_table() {
    static const std::vector<PhraseRow> rows = read_phrases("tests/data/periods/phrases.tsv");
    return rows;
}

} // namespace vekha::test
