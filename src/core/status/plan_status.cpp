#include "core/status/plan_status.hpp"

#include "core/base/shared_list.hpp"
#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/section_tree.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/report_index.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vekha {
namespace {

using Group = std::vector<const MeasureStatus*>;

// A file may nest sections deeper than the two levels that are allowed.
constexpr std::size_t kMostSectionLevels = 8;

// The section and those around it, innermost first. Of a longer chain the innermost ones and the
// outermost one count, below which the picture shows them all.
std::vector<std::size_t> enclosing_sections(const SectionTree& tree, std::uint32_t first) {
    std::vector<std::size_t> chain;
    if (first == SectionTree::kNone) {
        return chain;
    }
    for (std::uint32_t at = first; at != SectionTree::kNone && chain.size() < kMostSectionLevels;
         at = tree.parent(at)) {
        if (std::find(chain.begin(), chain.end(), at) != chain.end()) {
            return chain; // a circle
        }
        chain.push_back(at);
    }
    const std::uint32_t top = tree.top(first);
    if (std::find(chain.begin(), chain.end(), top) == chain.end()) {
        chain.push_back(top);
    }
    return chain;
}

std::vector<std::size_t> parties_of(const Document& document,
                                    const std::vector<std::uint32_t>& by_id,
                                    const Measure& measure) {
    std::vector<std::size_t> parties;
    for (const PartyId& id : measure.responsible) {
        const std::uint32_t party = find_by_id(document.parties, by_id, id);
        if (party != kNoIndex) {
            parties.push_back(party);
        }
    }
    sort_few(std::span(parties));
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    return parties;
}

// Which measures stand in which section and with which party. Collected while a measure is at hand:
// going over all of a large plan once more costs as much as the states themselves.
class Groups {
public:
    explicit Groups(const Document& document)
        : sections(document.sections.size()), parties(document.parties.size()),
          m_document(document), m_tree(document), m_parties_by_id(sorted_by_id(document.parties)) {}

    void add(const Measure& measure, const MeasureStatus& status) {
        total.push_back(&status);
        m_innermost = m_tree.find(measure.section, m_innermost);
        const auto in_sections = enclosing_sections(m_tree, m_innermost);
        for (const std::size_t section : in_sections) {
            sections[section].push_back(&status);
        }
        if (in_sections.empty()) {
            outside_sections.push_back(&status);
        }
        const auto responsible = parties_of(m_document, m_parties_by_id, measure);
        for (const std::size_t party : responsible) {
            parties[party].push_back(&status);
        }
        if (responsible.empty()) {
            without_party.push_back(&status);
        }
        party_lines_overlap = party_lines_overlap || responsible.size() > 1;
    }

    Group total;
    std::vector<Group> sections;
    Group outside_sections;
    std::vector<Group> parties;
    Group without_party;
    bool party_lines_overlap = false;

private:
    const Document& m_document;
    SectionTree m_tree;
    std::vector<std::uint32_t> m_parties_by_id;
    std::uint32_t m_innermost = SectionTree::kNone;
};

} // namespace

PlanStatus compute_plan_status(const Document& document, Date as_of) {
    PlanStatus result;
    result.as_of = as_of;
    result.thresholds = document.thresholds.value_or(Thresholds{});
    const StatusSettings settings{as_of, result.thresholds.due_soon_days};
    const ReportIndex index(document);
    Groups groups(document);
    result.measures.reserve(document.measures.size()); // the groups hold their addresses
    for (const Measure& measure : document.measures) {
        groups.add(measure, result.measures.emplace_back(
                                measure_status(document, index, measure, settings)));
    }
    const auto figures = [&result](const Group& group, const Override* zone_override) {
        return group_figures(group, result.as_of, result.thresholds, zone_override);
    };
    result.total = figures(groups.total, index.zone_override_of({}));
    for (std::size_t i = 0; i < groups.sections.size(); ++i) {
        result.sections.push_back(
            figures(groups.sections[i], index.zone_override_of(document.sections[i].id)));
    }
    result.outside_sections = figures(groups.outside_sections, nullptr);
    for (const Group& group : groups.parties) {
        result.parties.push_back(figures(group, nullptr));
    }
    result.without_party = figures(groups.without_party, nullptr);
    result.party_lines_overlap = groups.party_lines_overlap;
    return result;
}

} // namespace vekha
