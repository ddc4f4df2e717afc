// A new plan from one of an earlier year; see core/edit/edits.hpp for what all edits share.
//
// Dates move by whole years, so that the plan begins in the chosen one: 29 February becomes the
// 28th, and a span that is no more precise than a month and ends with its month does so again.
// What is planned stays: sections, parties, measures with their ids (so that what depends on what
// stays), targets, schools with their risks, indicators with their values, dictionaries,
// thresholds, views and slides. `origin` says which row of the old plan a measure was, or
// goes on saying what that one said. What has come of the plan goes: progress, what targets
// reached, marks, occurrences, overrides, decisions, live changes, baselines, snapshots, approval,
// as-of date, what schools handed in and what was found on visits, and the calendar of the years
// that the new plan does not touch.
//
// Periods: the words of the source are never overwritten (format.md), though last year's may now be
// wrong. The days are moved, and where the words name a year («до 15.04.2021», «15.04.21») or the
// rule of a recurrence ends on a day (UNTIL), the period is flagged for review with the words that
// the caller gives; what was flagged before stays so. A recurrence keeps its rule. A relative
// period keeps its event and offset and loses the day of the event: that it came in one year is no
// news of the next. Titles are not searched for years: they are names.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vekha {

struct NewPlanChoice {
    int first_year = 0;
    std::optional<std::string> title = std::nullopt; // none: that of the old plan
    std::string
        review_reason; // in the language of the plan; why words that name a year are flagged
};

// YearOutOfRange when a date would leave the years 0 to 9999; NameMissing, and what texts are
// refused for.
[[nodiscard]] Result<Document, EditProblem> new_plan_from(const Document& document,
                                                          const NewPlanChoice& choice, NewIds& ids);

// Whether a text names a year: four digits from 1900 to 2099 that stand alone, or a date with a
// year of two digits.
[[nodiscard]] bool names_year(std::string_view text);

// The title with such years of four digits moved, as far as they stay ones. What stands in brackets
// with a whole date («(ред. от 17.09.2021)») is about the plan before and left out.
[[nodiscard]] std::string title_years_later(std::string_view title, int years);

} // namespace vekha
