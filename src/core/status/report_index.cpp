#include "core/status/report_index.hpp"

#include "core/base/sorting.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

const Override* find_override(const std::map<std::string_view, const Override*>& overrides,
                              std::string_view id) {
    const auto found = overrides.find(id);
    return found == overrides.end() ? nullptr : found->second;
}

} // namespace

ReportIndex::ReportIndex(const Document& document) {
    for (std::size_t i = 0; i < document.occurrences.size(); ++i) {
        m_occurrences[document.occurrences[i].measure.text].push_back(i);
    }
    for (std::size_t i = 0; i < document.marks.size(); ++i) {
        m_marks[document.marks[i].measure.text].push_back(i);
    }
    for (const Override& item : document.overrides) {
        if (item.reason.empty()) {
            continue;
        }
        if (item.state && !item.measure.empty()) {
            m_states[item.measure.text] = &item;
        }
        if (item.zone && item.measure.empty()) {
            m_zones[item.section.text] = &item;
        }
    }
    m_schools.reserve(document.schools.size());
    for (const School& school : document.schools) {
        m_schools.push_back(school.id.text);
    }
    sort_items(m_schools);
    m_schools.erase(std::unique(m_schools.begin(), m_schools.end()), m_schools.end());
}

const std::vector<std::size_t>& ReportIndex::find(const Positions& positions,
                                                  const MeasureId& measure) {
    static const std::vector<std::size_t> kNone;
    const auto found = positions.find(measure.text);
    return found == positions.end() ? kNone : found->second;
}

const std::vector<std::size_t>& ReportIndex::occurrences_of(const MeasureId& measure) const {
    return find(m_occurrences, measure);
}

const std::vector<std::size_t>& ReportIndex::marks_of(const MeasureId& measure) const {
    return find(m_marks, measure);
}

const Override* ReportIndex::state_override_of(const MeasureId& measure) const {
    return find_override(m_states, measure.text);
}

const Override* ReportIndex::zone_override_of(const SectionId& section) const {
    return find_override(m_zones, section.text);
}

bool ReportIndex::has_school(const SchoolId& school) const {
    return std::binary_search(m_schools.begin(), m_schools.end(), std::string_view(school.text));
}

} // namespace vekha
