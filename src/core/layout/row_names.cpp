#include "core/layout/row_names.hpp"

#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {
namespace {

void append_quarter(std::string& out, std::string_view pattern, const CivilDate& first) {
    const int number = static_cast<int>((first.month - 1) / kMonthsInQuarter) + 1;
    append_pattern(out, pattern,
                   {{"n", std::to_string(number)},
                    {"roman", roman_number(number)},
                    {"year", std::to_string(first.year)}});
}

} // namespace

void append_month_year(std::string& out, const RoadmapWords& words, const CivilDate& month) {
    append_pattern(
        out, words.month_year,
        {{"month", words.month_long[month.month - 1]}, {"year", std::to_string(month.year)}});
}

void append_measure_name(std::string& out, const Measure& measure) {
    out += measure.number;
    if (!measure.number.empty()) {
        out += ' ';
    }
    out += measure.title;
}

void append_group_name(std::string& out, const RoadmapWords& words, Grouping grouping,
                       const RowGroup& group) {
    if (group.is_rest) {
        out += words.without_names[static_cast<std::size_t>(grouping)];
        return;
    }
    const CivilDate first = group.first_day.civil();
    switch (grouping) {
    case Grouping::State:
        out += words.state_names[static_cast<std::size_t>(group.state)];
        break;
    case Grouping::Month:
        append_month_year(out, words, first);
        break;
    case Grouping::Quarter:
        append_quarter(out, words.quarter_year, first);
        break;
    case Grouping::SchoolYear:
        append_pattern(
            out, words.school_year,
            {{"from", std::to_string(first.year)}, {"to", std::to_string(first.year + 1)}});
        break;
    case Grouping::Responsible:
    case Grouping::School:
    case Grouping::Tag:
    case Grouping::Section:
    case Grouping::None:
        out += group.text;
        break;
    }
}

} // namespace vekha
