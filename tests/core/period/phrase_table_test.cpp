// The tables of phrases: our own, which was written before the reader, and the rows of five plans
// that are in use.
#include "tests/core/period/phrase_table.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace vekha::test::phrase_table_test {
namespace {

Date day(const char* iso) {
    return Date::from_iso(iso).value_or(Date());
}

// What the five plans say of themselves (README of the samples' source).
const std::map<std::string, PeriodContext> kPlans{
    {"sevastopol-2021", {.plan = {day("2021-01-01"), day("2021-12-31")}}},
    {"municipal-2020-2022", {.plan = {day("2020-01-01"), day("2022-12-31")}}},
    {"dubovskoe-2021",
     {.plan = {day("2021-01-01"), day("2021-12-31")}, .order_date = day("2021-03-27")}},
    {"stavropol-2021", {.plan = {day("2021-01-01"), day("2021-12-31")}}},
    {"yaroslavl-2020-2022",
     {.plan = {day("2020-01-01"), day("2022-12-31")}, .order_date = day("2020-07-09")}},
};

struct WorkedRow {
    std::string text;
    PeriodContext context;
    std::string expected;
};

std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_break = text[at] == '\\' && at + 1 < text.size() && text[at + 1] == 'n';
        result += is_break ? '\n' : text[at];
        at += is_break ? 1U : 0U;
    }
    return result;
}

// Columns: slug, index, number, section, period, spans, kind, review, recurrence, …
std::vector<WorkedRow> worked_rows() {
    std::vector<WorkedRow> rows;
    std::istringstream lines(project_file("tests/data/sample_facts.tsv"));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream parts(line);
        for (std::string cell; std::getline(parts, cell, '\t');) {
            cells.push_back(cell);
        }
        WorkedRow row;
        row.context = kPlans.at(cells.at(0));
        if (cells.at(0) == "municipal-2020-2022") {
            row.context.section_year = std::stoi(cells.at(3));
        }
        row.text = unescaped(cells.at(4));
        std::string spans = cells.at(5);
        for (char& c : spans) {
            c = c == ';' ? ' ' : c;
        }
        row.expected = cells.at(6) + " [" + spans + "] " + (cells.at(8).empty() ? "-" : "+") +
                       (cells.at(7) == "yes" ? " !" : " -");
        rows.push_back(row);
    }
    return rows;
}

// The seeds say nothing of the precision.
std::string summary_without_precision(const PeriodReading& reading) {
    PeriodReading plain = reading;
    plain.precision = Precision::None;
    std::string line = summary_of(plain);
    line.erase(line.find("none "), 5);
    return line;
}

} // namespace

TEST_CASE("Every row of the five plans is read as it was read by hand") {
    const std::vector<WorkedRow> rows = worked_rows();
    REQUIRE(rows.size() == 265);
    for (const WorkedRow& row : rows) {
        CAPTURE(row.text);
        CHECK(summary_without_precision(read_period(row.text, row.context)) == row.expected);
    }
}

TEST_CASE("Every phrase of the table is read as the table says") {
    const std::vector<PhraseRow>& rows = phrase_table();
    REQUIRE(rows.size() >= 350);
    std::map<std::string, int> kinds;
    for (const PhraseRow& row : rows) {
        CAPTURE(row.context_name);
        CAPTURE(row.text);
        const PeriodReading reading = read_period(row.text, row.context);
        CHECK(summary_of(reading, row.is_counted) == row.expected);
        ++kinds[std::string(kind_name(reading.kind))];
    }
    CHECK(kinds.size() == kPeriodKindCount);
    for (const auto& [kind, count] : kinds) {
        CAPTURE(kind);
        CHECK(count >= 10);
    }
    MESSAGE(rows.size() << " phrases of " << kinds.size() << " kinds");
}

} // namespace vekha::test::phrase_table_test
