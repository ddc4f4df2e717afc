#include "core/find/picked_measures.hpp"

#include "core/base/shared_list.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vekha {

namespace {

std::size_t count_of(const std::vector<std::uint8_t>& bytes) {
    return static_cast<std::size_t>(std::ranges::count(bytes, std::uint8_t{1}));
}

} // namespace

std::vector<MeasureId> PickedMeasures::ids() const {
    std::vector<MeasureId> ids;
    ids.reserve(m_count);
    for (std::size_t i = 0; i < m_picked.size(); ++i) {
        if (m_picked[i] != 0) {
            ids.push_back(m_list[i].id);
        }
    }
    return ids;
}

void PickedMeasures::follow(const SharedList<Measure>& measures) {
    if (m_list.shares_items_with(measures)) {
        return;
    }
    const SharedList<Measure> before = std::exchange(m_list, measures);
    const std::vector<std::uint8_t> picked = std::exchange(m_picked, {});
    m_base.clear();
    m_version += m_count > 0 ? 1U : 0U;
    m_count = 0;
    std::vector<std::uint32_t> sorted; // made when some measure stands elsewhere
    for (std::size_t i = 0; i < picked.size(); ++i) {
        if (picked[i] == 0) {
            continue;
        }
        const MeasureId& id = before[i].id;
        std::size_t at = i;
        if (i >= measures.size() || measures[i].id != id) {
            if (sorted.empty()) {
                sorted = sorted_by_id(measures);
            }
            at = find_by_id(measures, sorted, id);
        }
        if (at < measures.size()) {
            put(at, true);
        }
    }
    keep_base();
}

void PickedMeasures::put(std::size_t index, bool picked) {
    if (m_picked.empty()) {
        m_picked.assign(m_list.size(), 0);
    }
    std::uint8_t& byte = m_picked[index];
    m_version += byte != (picked ? 1 : 0) ? 1U : 0U;
    m_count += (picked ? 1U : 0U);
    m_count -= byte;
    byte = picked ? 1 : 0;
}

void PickedMeasures::clear() {
    m_version += m_count > 0 ? 1U : 0U;
    m_picked.clear();
    m_base.clear();
    m_count = 0;
}

bool PickedMeasures::has_base() const {
    return count_of(m_base) > 0;
}

void PickedMeasures::back_to_base() {
    m_picked = m_base;
    ++m_version;
    m_count = count_of(m_picked);
}

} // namespace vekha
