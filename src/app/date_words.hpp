// Dates, spans and numbers of days in the words of the interface language. Dates are civil days
// (core/calendar).
#pragma once

#include "app/i18n.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::app {

[[nodiscard]] std::string short_date(const Texts& texts, Date date); // 21.03.2021; 21 Mar 2021
// As it stands in a field that takes a typed date: what parse_typed_date reads in every language.
[[nodiscard]] std::string typed_date(const Texts& texts, Date date);
[[nodiscard]] std::string spoken_date(const Texts& texts,
                                      Date date); // 21 марта 2021 года; 21 March 2021
[[nodiscard]] std::string weekday_name(const Texts& texts, Date date); // воскресенье; Sunday
[[nodiscard]] std::string
span_words(const Texts& texts, const Span& span); // «с … по …», «до …», «с …»; one day as a day
// The days between the edges of a time area of that width.
[[nodiscard]] std::string days_in_sight(const Texts& texts, const TimeScale& scale, float width_px);
[[nodiscard]] std::string days_words(const Texts& texts,
                                     std::int64_t days); // 1 день, 2 дня, 5 дней

// A date as people type it: 21.03.2021, 21.3.21, 21/03/2021, 2021-03-21; spaces around it do not
// matter. Two-digit years are 2000 to 2099. None when it is no such day.
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view text);

} // namespace vekha::app
