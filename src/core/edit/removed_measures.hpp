// What goes with measures that go, wherever it stands. For core/edit only.
#pragma once

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <functional>
#include <set>

namespace vekha {

using MeasureIds = std::set<MeasureId, std::less<>>;

// Without these measures: their marks, occurrences, overrides and live changes go, and others no
// longer depend on them. Baselines and snapshots remember them: they say what once was.
[[nodiscard]] Document without_measures(const Document& document, const MeasureIds& gone);

} // namespace vekha
