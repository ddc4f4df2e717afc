// Which measures come before a measure, as a person types them: one in a line, by number, by title
// or by both («1.7», «1.7. Разработка дорожной карты»), or numbers with commas between them.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <string>
#include <string_view>

namespace vekha {

// A line with number and title for each; the id of one that the plan does not have.
[[nodiscard]] std::string dependency_text(const Document& document, const Measure& measure);

// A line that stood there means what it meant. UnknownMeasure for words that name none, or several;
// DependsOnItself when one of them comes after the measure.
[[nodiscard]] Result<Document, EditProblem>
set_dependencies(const Document& document, const MeasureId& measure, std::string_view typed);

} // namespace vekha
