// What a plan's values are called, and why a state is what it is, in the words of the interface
// language. One function for each family of keys; nothing here is computed about the plan
// (core/status does that).
#pragma once

#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

[[nodiscard]] std::string_view stored_state_name(const Texts& texts, StoredState state);
[[nodiscard]] std::string_view computed_state_name(const Texts& texts, ComputedState state);
[[nodiscard]] std::string_view period_kind_name(const Texts& texts, PeriodKind kind);
[[nodiscard]] std::string_view precision_name(const Texts& texts, Precision precision);
[[nodiscard]] std::string_view period_source_name(const Texts& texts, PeriodSource source);
[[nodiscard]] std::string_view plan_level_name(const Texts& texts, PlanLevel level);
[[nodiscard]] std::string_view party_kind_name(const Texts& texts, PartyKind kind);
[[nodiscard]] std::string_view school_scope_name(const Texts& texts, SchoolScope scope);
[[nodiscard]] std::string_view school_kind_name(const Texts& texts, SchoolKind kind);
// Its id where the plan has no such body or role. Points into the document or the id.
[[nodiscard]] std::string_view party_name(const Document& document, const PartyId& id);
[[nodiscard]] std::string_view comparator_name(const Texts& texts, Comparator comparator);
[[nodiscard]] std::string_view zone_name(const Texts& texts, Zone zone);

// «Просрочено на 14 дней: срок до 15.04.2021, состояние «в работе», на дату 29.04.2021»
[[nodiscard]] std::string explain_unit(const Texts& texts, const UnitStatus& status);
// The same for a measure: adds what it is derived from, what was set by hand, and that the period
// needs a look.
[[nodiscard]] std::string explain_measure(const Texts& texts, const MeasureStatus& status);
// «Выполнено 22 из 53; отменённые и перенесённые не считаются: 2»
[[nodiscard]] std::string explain_counted(const Texts& texts, const GroupFigures& figures);
// Due days that are days off and still to come, a line each; empty where there are none, or all is
// reported.
[[nodiscard]] std::string explain_days_off(const Texts& texts, const Document& document,
                                           const Measure& measure, const MeasureStatus& status);
// «Жёлтая зона: есть просроченные»
[[nodiscard]] std::string explain_zone(const Texts& texts, const ZoneFigure& zone);
// Where the zones begin, by the plan's own thresholds.
[[nodiscard]] std::string zone_limits(const Texts& texts, const Thresholds& thresholds);
// The approved days, and how far the last of them was moved; nothing where they still hold.
[[nodiscard]] std::string explain_baseline(const Texts& texts,
                                           const std::vector<PeriodSpan>& approved,
                                           const std::vector<PeriodSpan>& now);
// «3 (в т. ч. 1 со сроком на проверке)»
[[nodiscard]] std::string tally_words(const Texts& texts, const Tally& tally);

[[nodiscard]] std::string_view grouping_name(const Texts& texts, Grouping grouping);
[[nodiscard]] std::string_view column_name(const Texts& texts, Column column);
[[nodiscard]] RoadmapWords make_roadmap_words(const Texts& texts);

// The title of an open plan; where others have the same one, with the name of its file,
// and where that is the same, too, with a number.
[[nodiscard]] std::string open_plan_name(const AppState& state, std::size_t tab);

} // namespace vekha::app
