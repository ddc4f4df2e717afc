// PickedMeasures: the measures that somebody picked to change them together. One byte for each
// measure of the plan, so that a row asks in O(1) and 100 000 are picked at once; beside them the
// list that they are about, in which each has its id: after an edit follow() finds them again.
#pragma once

#include "core/base/shared_list.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vekha {

class PickedMeasures {
public:
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] bool has(std::size_t index) const {
        return index < m_picked.size() && m_picked[index] != 0;
    }
    // Counts up with every change.
    [[nodiscard]] std::size_t version() const { return m_version; }
    // By index of the measure; empty while none is picked.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return empty() ? std::span<const std::uint8_t>() : m_picked;
    }
    // In the order of the file.
    [[nodiscard]] std::vector<MeasureId> ids() const;

    // From now on indices are of this list. What it does not have is not picked any more.
    void follow(const SharedList<Measure>& measures);
    void put(std::size_t index, bool picked);
    void clear();

    // The base: what is picked whatever a range that is still being drawn takes up.
    void keep_base() { m_base = m_picked; }
    void drop_base() { m_base.clear(); }
    [[nodiscard]] bool has_base() const;
    void back_to_base();

private:
    SharedList<Measure> m_list;
    std::vector<std::uint8_t> m_picked;
    std::vector<std::uint8_t> m_base;
    std::size_t m_count = 0;
    std::size_t m_version = 0;
};

} // namespace vekha
