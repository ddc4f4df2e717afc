// Periods in words: what was read from them, told to the person who types them.
#pragma once

#include "app/i18n.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"

#include <string>
#include <string_view>

namespace vekha::app {

// What the reader is told of a measure: the plan's years, the year that the heading of its section
// names, the date of the order, the lines of its title.
[[nodiscard]] PeriodContext period_context(const Document& document, const Measure& measure);

[[nodiscard]] std::string_view review_reason_text(const Texts& texts, ReviewReason reason);
// All reasons, one below the other; empty without any.
[[nodiscard]] std::string review_text(const Texts& texts, const PeriodReading& reading);

// «месяц: с 01.04.2021 по 30.04.2021», «без дат».
[[nodiscard]] std::string reading_text(const Texts& texts, const PeriodReading& reading);

// The words of the plan; the dates where a person set them, or nothing was written.
[[nodiscard]] std::string period_text(const Texts& texts, const Period& period);

// The period of these words and of what was read from them, as set_periods() takes it. Days that a
// person set `before` stay, to be reviewed, beside words that tell none. nullptr: there was none.
[[nodiscard]] Period period_of_words(const Texts& texts, std::string text,
                                     const PeriodReading& reading, const Period* before);

} // namespace vekha::app
