#include "tests/support/status_text.hpp"

#include "core/calendar/date.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/names.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

namespace vekha::test {
namespace {

std::string days_of_state(const UnitStatus& status) {
    switch (status.state) {
    case ComputedState::Late:
        return " " + std::to_string(status.days_late);
    case ComputedState::DueSoon:
        return " " + std::to_string(status.days_to_due);
    case ComputedState::Done:
        return status.days_after_due > 0 ? " " + std::to_string(status.days_after_due) : "";
    case ComputedState::Planned:
    case ComputedState::Running:
    case ComputedState::InProgress:
    case ComputedState::NotDone:
    case ComputedState::Moved:
    case ComputedState::Cancelled:
        return "";
    }
    return "";
}

std::string side(const std::optional<Date>& day, const char* before) {
    return day ? before + day->iso() : "";
}

} // namespace

std::string text_of(const UnitStatus& status) {
    std::string text{computed_state_name(status.state)};
    text += days_of_state(status);
    text += " (" + std::string(state_rule_name(status.rule)) + ") ";
    text += stored_state_name(status.stored);
    text += side(status.start, " ") + " .." + side(status.due, "");
    text += side(status.done_date, " done ");
    text += status.hints.not_begun_in_time ? " not-begun" : "";
    text += status.hints.marked_done_after_as_of ? " marked-after" : "";
    text += status.hints.no_term ? " no-term" : "";
    text += status.reason.empty() ? "" : " reason " + status.reason;
    return text;
}

std::string text_of(const MeasureStatus& measure) {
    std::string text = text_of(measure.status) + ", " + text_of_percent(measure.percent) + " %";
    if (measure.derived()) {
        const PartCounts& counts = measure.counts;
        text += ", parts " + std::to_string(counts.done) + "/" + std::to_string(counts.counting) +
                " of " + std::to_string(counts.all);
        text += counts.late > 0 ? ", " + std::to_string(counts.late) + " late" : "";
        text += counts.due_soon > 0 ? ", " + std::to_string(counts.due_soon) + " soon" : "";
    }
    if (measure.overridden) {
        text += ", instead of ";
        text += computed_state_name(measure.overridden->without.state);
    }
    text += measure.needs_review ? ", review" : "";
    return text;
}

std::string text_of(const ZoneFigure& zone) {
    std::string text{zone_name(zone.computed)};
    text += " ";
    text += zone_rule_name(zone.rule);
    if (zone.overridden) {
        text += ", set " + std::string(zone_name(zone.zone())) + ": " + zone.overridden->reason;
    }
    return text;
}

std::string text_of(const Curve& curve) {
    std::string text;
    for (const CurvePoint& point : curve) {
        text += text.empty() ? "" : " ";
        text += point.day.iso() + "=" + std::to_string(point.total);
    }
    return text;
}

std::string text_of_percent(const std::optional<double>& percent) {
    if (!percent) {
        return "none";
    }
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.2f", *percent);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

} // namespace vekha::test
