// Edits of the targets of a measure, and of what was reached; see core/edit/edits.hpp for what all
// edits share. Targets have no ids: they are known by their place.
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace vekha {

// A member without a value was not touched.
struct TargetChange {
    std::optional<std::string> text = std::nullopt;
    std::optional<Comparator> comparator = std::nullopt;
    std::optional<double> value = std::nullopt;
    std::optional<std::string> unit = std::nullopt;
    std::optional<std::string> scope = std::nullopt;
    bool operator==(const TargetChange&) const = default;
};

// Behind the others. UnknownMeasure; NumberInvalid for no finite number, and without one;
// NameMissing without a text; and what texts are refused for.
[[nodiscard]] Result<Document, EditProblem>
add_target(const Document& document, const MeasureId& measure, const TargetChange& given);

// UnknownTarget, too.
[[nodiscard]] Result<Document, EditProblem> change_target(const Document& document,
                                                          const MeasureId& measure,
                                                          std::size_t place,
                                                          const TargetChange& change);

[[nodiscard]] Result<Document, EditProblem>
remove_target(const Document& document, const MeasureId& measure, std::size_t place);

// What was reached, and on which day; none: nothing is known.
struct ActualValue {
    std::optional<double> value;
    std::optional<Date> date;
    bool operator==(const ActualValue&) const = default;
};

// A day without a value is refused as NumberInvalid.
[[nodiscard]] Result<Document, EditProblem> set_target_actual(const Document& document,
                                                              const MeasureId& measure,
                                                              std::size_t place,
                                                              const ActualValue& actual);

} // namespace vekha
