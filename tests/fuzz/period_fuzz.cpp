// libFuzzer: any bytes as a cell of a plan, the first ones as its context. Looks for crashes,
// undefined behaviour and readings that are not whole. Built only with VEKHA_FUZZ
// (README.md of this folder).
#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"
#include "tests/fuzz/require.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using vekha::fuzz::require;

vekha::PeriodContext context_from(std::uint8_t choice) {
    vekha::PeriodContext context;
    const auto day = [](int year, unsigned month, unsigned date) {
        return vekha::Date::from_civil({year, month, date});
    };
    switch (choice % 6) {
    case 0:
        context.plan = {day(2021, 1, 1), day(2021, 12, 31)};
        break;
    case 1:
        context.plan = {day(2020, 1, 1), day(2022, 12, 31)};
        context.order_date = day(2020, 7, 9);
        break;
    case 2:
        context.plan = {day(2020, 9, 1), day(2021, 8, 31)};
        break;
    case 3:
        context.plan = {day(0, 1, 1), day(9999, 12, 31)};
        break;
    case 4:
        context.plan = {day(2020, 1, 1), day(2022, 12, 31)};
        context.section_year = 2021;
        break;
    default:
        break;
    }
    context.items = choice / 64;
    return context;
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string_view text = bytes.substr(1);
    const vekha::PeriodReading reading = vekha::read_period(text, context_from(data[0]));
    std::size_t end = 0;
    for (const vekha::PeriodPiece& piece : reading.pieces) {
        require(piece.begin >= end && piece.end > piece.begin && piece.end <= text.size(),
                "pieces stand one behind the other in the text");
        end = piece.end;
    }
    require(reading.recurrence.has_value() == (reading.kind == vekha::PeriodKind::Recurring),
            "a recurring period has its rule, and no other");
    require(reading.relative.has_value() == (reading.kind == vekha::PeriodKind::Relative),
            "a relative period has its anchor, and no other");
    for (const vekha::Span& span : reading.spans) {
        require(span.from || span.to, "a span has a day");
    }
    return 0;
}
