// Where measures stand in the list of the document, for edits of many of them. For core/edit only.
#pragma once

#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace vekha {

using Places = std::vector<std::uint32_t>;

// For each of the ids its place, or kNoIndex.
[[nodiscard]] Places found_places(const Document& document, std::span<const MeasureId> measures);

// From low to high, each once; empty when one of them is not there.
[[nodiscard]] Places places_of(const Document& document, std::span<const MeasureId> measures);

// Where in the list something has to stand to show at that place.
[[nodiscard]] std::uint32_t index_of_place(const Document& document, const MeasurePlace& place);

} // namespace vekha
