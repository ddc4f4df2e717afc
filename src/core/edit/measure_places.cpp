#include "core/edit/measure_places.hpp"

#include "core/base/shared_list.hpp"
#include "core/base/sorting.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace vekha {

Places found_places(const Document& document, std::span<const MeasureId> measures) {
    const SharedList<Measure>& list = document.measures;
    // A single one along the list, several in its order by ids.
    const std::vector<std::uint32_t> sorted =
        measures.size() > 1 ? sorted_by_id(list) : std::vector<std::uint32_t>();
    Places places;
    places.reserve(measures.size());
    for (const MeasureId& id : measures) {
        places.push_back(sorted.empty() ? find_by_id(list, id) : find_by_id(list, sorted, id));
    }
    return places;
}

Places places_of(const Document& document, std::span<const MeasureId> measures) {
    Places places = found_places(document, measures);
    if (std::ranges::find(places, kNoIndex) != places.end()) {
        return {};
    }
    sort_places(places, std::less<>());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::uint32_t index_of_place(const Document& document, const MeasurePlace& place) {
    const std::uint32_t after = find_by_id(document.measures, place.after);
    if (after != kNoIndex && document.measures[after].section == place.section) {
        return after + 1;
    }
    std::uint32_t index = 0;
    for (const Measure& measure : document.measures) {
        if (measure.section == place.section) {
            return index;
        }
        ++index;
    }
    return index;
}

} // namespace vekha
