// Which reports of a document belong to which measure, looked up in O(log n). Keeps views into the
// document's ids: it must not outlive the document. Positions are in the order of the file.
#pragma once

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace vekha {

class ReportIndex {
public:
    explicit ReportIndex(const Document& document);

    [[nodiscard]] const std::vector<std::size_t>& occurrences_of(const MeasureId& measure) const;
    [[nodiscard]] const std::vector<std::size_t>& marks_of(const MeasureId& measure) const;
    // The override of a measure's state that holds, or null.
    [[nodiscard]] const Override* state_override_of(const MeasureId& measure) const;
    // The override of a zone that holds, or null; an empty section means the whole plan.
    [[nodiscard]] const Override* zone_override_of(const SectionId& section) const;
    [[nodiscard]] bool has_school(const SchoolId& school) const;
    [[nodiscard]] std::size_t school_count() const { return m_schools.size(); }

private:
    using Positions = std::map<std::string_view, std::vector<std::size_t>>;
    static const std::vector<std::size_t>& find(const Positions& positions,
                                                const MeasureId& measure);

    Positions m_occurrences;
    Positions m_marks;
    std::map<std::string_view, const Override*> m_states;
    std::map<std::string_view, const Override*> m_zones;
    std::vector<std::string_view> m_schools; // sorted, each once
};

} // namespace vekha
