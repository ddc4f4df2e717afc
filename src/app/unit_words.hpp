// What a unit of work is called and in which state it is, in the words of the interface language.
#pragma once

#include "app/i18n.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/measure_units.hpp"

#include <string>
#include <string_view>

namespace vekha::app {

// «с 01.02.2021 по 31.05.2021», a school, a municipality, a sub-item. Empty for the measure itself;
// by hand: that it is.
[[nodiscard]] std::string unit_name(const Texts& texts, const Document& document,
                                    const Measure& measure, const WorkUnit& unit);
// «Выполнено 12.04.2021», «Просрочено на 14 дней», «В работе 60 %».
[[nodiscard]] std::string unit_state_words(const Texts& texts, const MeasureUnit& unit);
// Of its node in the twin, below a prefix: "occurrence/2021-02-01/2021-05-31/0".
[[nodiscard]] std::string unit_path(std::string_view prefix, const WorkUnit& unit);

} // namespace vekha::app
