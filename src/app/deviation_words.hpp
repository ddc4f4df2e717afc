// What has become of a measure since it was approved, in the words of the interface language.
#pragma once

#include "app/i18n.hpp"
#include "core/model/document.hpp"
#include "core/status/deviations.hpp"

#include <string>
#include <string_view>

namespace vekha::app {

[[nodiscard]] std::string_view deviation_kind_name(const Texts& texts, DeviationKind kind);
// Number and title: as they are now, of a removed one as they were approved.
[[nodiscard]] std::string deviation_title(const Document& document, const Baseline& baseline,
                                          const Deviation& deviation);
// «Утверждено до 15.04.2021, прошло 14 дней»
[[nodiscard]] std::string deviation_words(const Texts& texts, const Document& document,
                                          const Baseline& baseline, const Deviation& deviation);
// «Редакция 2, 15.03.2021, Министр образования»
[[nodiscard]] std::string baseline_name(const Texts& texts, const Baseline& baseline);

} // namespace vekha::app
