#include "core/codec/references.hpp"

#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::string_view word_of(IdKind kind) {
    switch (kind) {
    case IdKind::Section:
        return "idSection";
    case IdKind::Party:
        return "idParty";
    case IdKind::Measure:
        return "idMeasure";
    case IdKind::Item:
        return "idItem";
    case IdKind::School:
        return "idSchool";
    case IdKind::Document:
        return "idDocument";
    case IdKind::Indicator:
        return "idIndicator";
    case IdKind::Decision:
        return "idDecision";
    case IdKind::Baseline:
        return "idBaseline";
    case IdKind::Snapshot:
        return "idSnapshot";
    case IdKind::View:
        return "idView";
    }
    return {};
}

// The text of a member; empty when there is none or it is no text.
std::string text_member(const JsonTree& tree, NodeIndex object, std::string_view name) {
    if (tree.kind(object) != JsonKind::Object) {
        return {};
    }
    const std::optional<NodeIndex> member = tree.member(object, name);
    return member && tree.kind(*member) == JsonKind::String ? tree.string(*member) : std::string();
}

std::vector<NodeIndex> items_of(const JsonTree& tree, std::optional<NodeIndex> list) {
    std::vector<NodeIndex> items;
    if (list && tree.kind(*list) == JsonKind::Array) {
        for (NodeIndex at = *list + 1; at < tree.next(*list); at = tree.next(at)) {
            items.push_back(at);
        }
    }
    return items;
}

void check_ids(const JsonTree& tree, const std::vector<IdUse>& uses, Findings& findings) {
    // Sorted by kind and text, the first of equal ids first.
    std::vector<std::tuple<IdKind, std::string, NodeIndex>> defined;
    for (const IdUse& use : uses) {
        if (use.defines) {
            defined.emplace_back(use.kind, tree.string(use.node), use.node);
        }
    }
    std::sort(defined.begin(), defined.end());
    const auto kind_and_text = [](const auto& entry) {
        return std::tie(std::get<0>(entry), std::get<1>(entry));
    };
    std::size_t first = 0;
    for (std::size_t at = 1; at < defined.size(); ++at) {
        const auto& [kind, text, node] = defined[at];
        if (kind_and_text(defined[first]) != kind_and_text(defined[at])) {
            first = at;
            continue;
        }
        findings.add({ProblemCode::RepeatedId,
                      tree.begin(node),
                      node,
                      {text_parameter("id", text), word_parameter("kind", word_of(kind))},
                      tree.begin(std::get<2>(defined[first]))});
    }
    for (const IdUse& use : uses) {
        if (use.defines) {
            continue;
        }
        const std::tuple wanted(use.kind, tree.string(use.node), NodeIndex{0});
        const auto found = std::lower_bound(defined.begin(), defined.end(), wanted);
        if (found == defined.end() || kind_and_text(*found) != kind_and_text(wanted)) {
            findings.add({ProblemCode::MissingReference,
                          tree.begin(use.node),
                          use.node,
                          {text_parameter("id", std::get<1>(wanted)),
                           word_parameter("kind", word_of(use.kind))},
                          {}});
        }
    }
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Things of one list that point at each other by id. Of equal ids the first counts.
class Links {
public:
    Links(const JsonTree& tree, std::string_view list, std::string_view member)
        : m_tree(tree), m_items(items_of(tree, tree.member(0, list))) {
        for (std::size_t at = 0; at < m_items.size(); ++at) {
            m_ids.push_back(text_member(tree, m_items[at], "id"));
            m_places.try_emplace(m_ids.back(), at);
        }
        for (const NodeIndex item : m_items) {
            m_links.push_back(links_of(item, member));
        }
    }

    struct Link {
        NodeIndex node = 0; // the id that points
        std::size_t target = kNone;
    };

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] const std::string& id(std::size_t at) const { return m_ids[at]; }
    [[nodiscard]] const std::vector<Link>& from(std::size_t at) const { return m_links[at]; }

private:
    std::vector<Link> links_of(NodeIndex item, std::string_view name) {
        const std::optional<NodeIndex> member =
            m_tree.kind(item) == JsonKind::Object ? m_tree.member(item, name) : std::nullopt;
        std::vector<NodeIndex> nodes = items_of(m_tree, member);
        if (member && m_tree.kind(*member) == JsonKind::String) {
            nodes.push_back(*member);
        }
        std::vector<Link> links;
        for (const NodeIndex node : nodes) {
            const auto found = m_tree.kind(node) == JsonKind::String
                                   ? m_places.find(m_tree.string(node))
                                   : m_places.end();
            if (found != m_places.end()) {
                links.push_back({node, found->second});
            }
        }
        return links;
    }

    const JsonTree& m_tree;
    std::vector<NodeIndex> m_items;
    std::vector<std::string> m_ids;
    std::map<std::string, std::size_t> m_places;
    std::vector<std::vector<Link>> m_links;
};

// Walks all links depth first, without recursion, and reports each link that closes a circle.
class CycleSearch {
public:
    CycleSearch(const JsonTree& tree, const Links& links, ProblemCode code, Findings& findings)
        : m_tree(tree), m_links(links), m_code(code), m_findings(findings), m_marks(links.size()) {}

    void run() {
        for (std::size_t start = 0; start < m_links.size(); ++start) {
            if (m_marks[start] == Mark::New) {
                enter(start);
                while (!m_path.empty()) {
                    step();
                }
            }
        }
    }

private:
    enum class Mark : std::uint8_t { New, OnPath, Finished };
    struct Frame {
        std::size_t at = 0;
        std::size_t next_link = 0;
    };

    void enter(std::size_t at) {
        m_marks[at] = Mark::OnPath;
        m_path.push_back({at, 0});
    }

    void step() {
        Frame& frame = m_path.back();
        const std::vector<Links::Link>& links = m_links.from(frame.at);
        if (frame.next_link == links.size()) {
            m_marks[frame.at] = Mark::Finished;
            m_path.pop_back();
            return;
        }
        const Links::Link& link = links[frame.next_link++];
        if (m_marks[link.target] == Mark::New) {
            enter(link.target);
        } else if (m_marks[link.target] == Mark::OnPath) {
            report(link);
        }
    }

    void report(const Links::Link& closing) {
        constexpr std::size_t kMaxNamed = 10;
        auto at = std::find_if(m_path.begin(), m_path.end(),
                               [&](const Frame& frame) { return frame.at == closing.target; });
        std::string ids;
        for (std::size_t named = 0; at != m_path.end() && named < kMaxNamed; ++at, ++named) {
            ids += m_links.id(at->at) + " → ";
        }
        ids += at == m_path.end() ? m_links.id(closing.target) : "…";
        m_findings.add({m_code,
                        m_tree.begin(closing.node),
                        closing.node,
                        {text_parameter("ids", std::move(ids))},
                        {}});
    }

    const JsonTree& m_tree;
    const Links& m_links;
    ProblemCode m_code;
    Findings& m_findings;
    std::vector<Mark> m_marks;
    std::vector<Frame> m_path;
};

// Sections have two levels: a section whose parent has a parent is too deep. Circles are told
// elsewhere.
void check_section_levels(const JsonTree& tree, const Links& links, Findings& findings) {
    for (std::size_t at = 0; at < links.size(); ++at) {
        if (links.from(at).empty()) {
            continue;
        }
        const Links::Link& parent = links.from(at).front();
        const bool nested = !links.from(parent.target).empty();
        std::size_t above = parent.target;
        std::size_t steps = 0;
        while (!links.from(above).empty() && steps <= links.size()) {
            above = links.from(above).front().target;
            ++steps;
        }
        if (nested && steps <= links.size()) {
            findings.add({ProblemCode::SectionTooDeep,
                          tree.begin(parent.node),
                          parent.node,
                          {text_parameter("id", links.id(at))},
                          {}});
        }
    }
}

// Two reports of one unit of work: everything that tells them apart is equal.
void check_reports(const JsonTree& tree, std::string_view list, std::string_view first_key,
                   std::string_view second_key, std::string_view word, Findings& findings) {
    std::map<std::tuple<std::string, std::string, std::string>, NodeIndex> seen;
    for (const NodeIndex item : items_of(tree, tree.member(0, list))) {
        std::tuple key(text_member(tree, item, "measure"), text_member(tree, item, first_key),
                       text_member(tree, item, second_key));
        const auto [entry, fresh] = seen.try_emplace(std::move(key), item);
        if (!fresh) {
            findings.add({ProblemCode::RepeatedReport,
                          tree.begin(item),
                          item,
                          {word_parameter("kind", word)},
                          tree.begin(entry->second)});
        }
    }
}

} // namespace

void check_references(const JsonTree& tree, const std::vector<IdUse>& id_uses, Findings& findings) {
    check_ids(tree, id_uses, findings);
    const Links sections(tree, "sections", "parent");
    CycleSearch(tree, sections, ProblemCode::SectionCycle, findings).run();
    check_section_levels(tree, sections, findings);
    const Links measures(tree, "measures", "dependsOn");
    CycleSearch(tree, measures, ProblemCode::DependencyCycle, findings).run();
    check_reports(tree, "marks", "school", "municipality", "reportMark", findings);
    check_reports(tree, "occurrences", "from", "to", "reportOccurrence", findings);
}

} // namespace vekha
