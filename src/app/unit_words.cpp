#include "app/unit_words.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::app {

namespace {

// By UnitKind.
constexpr std::array<std::string_view, 6> kPaths{"measure",    "hand",   "item",
                                                 "occurrence", "school", "municipality"};

std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : std::string();
}

} // namespace

std::string unit_name(const Texts& texts, const Document& document, const Measure& measure,
                      const WorkUnit& unit) {
    switch (unit.kind) {
    case UnitKind::Measure:
        return {};
    case UnitKind::ByHand:
        return std::string(texts.get("unit.byHand"_key));
    case UnitKind::Item: {
        const auto item = std::ranges::find_if(
            measure.items, [&](const MeasureItem& each) { return each.id.text == unit.name; });
        return item == measure.items.end() ? unit.name : item->title;
    }
    case UnitKind::Occurrence:
        return span_words(texts, unit.days);
    case UnitKind::School: {
        const std::uint32_t place = find_by_id(document.schools, SchoolId{unit.name});
        if (place != kNoIndex) {
            return short_name_of(document.schools[place]);
        }
        break;
    }
    case UnitKind::Municipality:
        break;
    }
    return unit.name;
}

std::string unit_state_words(const Texts& texts, const MeasureUnit& unit) {
    if (!unit.derives) {
        // Of municipalities only those count that have reported.
        return std::string(texts.get(unit.unit.kind == UnitKind::Municipality ? "unit.noneApart"_key
                                                                              : "unit.none"_key));
    }
    const UnitStatus& status = unit.status;
    if (status.state == ComputedState::Done && status.done_date) {
        return texts.format("explain.done"_key, {{"done", short_date(texts, *status.done_date)}});
    }
    const std::string state(computed_state_name(texts, shown_state(status)));
    if (status.state == ComputedState::Late) {
        return texts.format("unit.late"_key,
                            {{"state", state}, {"days", days_words(texts, status.days_late)}});
    }
    if (unit.percent > 0 && unit.percent < 100) {
        return texts.format("roadmap.statePercent"_key,
                            {{"state", state}, {"percent", std::to_string(unit.percent)}});
    }
    return state;
}

std::string unit_path(std::string_view prefix, const WorkUnit& unit) {
    std::string path(prefix);
    path.append("/").append(kPaths[static_cast<std::size_t>(unit.kind)]).append("/");
    if (unit.kind == UnitKind::Occurrence) {
        return path.append(iso(unit.days.from))
            .append("/")
            .append(iso(unit.days.to))
            .append("/")
            .append(std::to_string(unit.nth));
    }
    return path.append(unit.name);
}

} // namespace vekha::app
