// A period whose days a person picks: one of its spans is set, added or taken out. The words of the
// source stay; the period counts as set by hand and needs no review any more, and its kind follows
// from the spans that it has then. Pure.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"

#include <cstddef>

namespace vekha {

// `place` is less than the number of spans, or equal to it for one more. What was known to the
// month, quarter … stays so while all days are whole units of it; else it is known to the day. A
// recurring period stays one, without its rule.
[[nodiscard]] Period with_span(const Period& period, std::size_t place, const Span& days);

[[nodiscard]] Period without_span(const Period& period, std::size_t place);

// The days for one more: the ones behind the last span, as long as it; else the plan's first day.
[[nodiscard]] Span next_span(const Period& period, const Span& plan);

} // namespace vekha
