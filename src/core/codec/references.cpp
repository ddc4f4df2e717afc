#include "core/codec/references.hpp"

#include "core/base/sorting.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
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

// Texts of the tree without copying those that need no decoding.
class Texts {
public:
    explicit Texts(const JsonTree& tree) : m_tree(tree) {}

    [[nodiscard]] std::string_view of(NodeIndex text) {
        return m_tree.has_escapes(text) ? m_decoded.emplace_back(m_tree.string(text))
                                        : m_tree.undecoded(text);
    }
    // Empty when there is no such member or it is no text.
    [[nodiscard]] std::string_view of_member(NodeIndex object, std::string_view name) {
        if (m_tree.kind(object) != JsonKind::Object) {
            return {};
        }
        const std::optional<NodeIndex> member = m_tree.member(object, name);
        return member && m_tree.kind(*member) == JsonKind::String ? of(*member)
                                                                  : std::string_view();
    }

private:
    const JsonTree& m_tree;
    std::deque<std::string> m_decoded;
};

std::vector<NodeIndex> items_of(const JsonTree& tree, std::optional<NodeIndex> list) {
    std::vector<NodeIndex> items;
    if (list && tree.kind(*list) == JsonKind::Array) {
        for (NodeIndex at = *list + 1; at < tree.next(*list); at = tree.next(at)) {
            items.push_back(at);
        }
    }
    return items;
}

struct DefinedId {
    IdKind kind = IdKind::Section;
    std::string_view text;
    NodeIndex node = 0;
    auto operator<=>(const DefinedId&) const = default;

    [[nodiscard]] bool same_id(const DefinedId& other) const {
        return kind == other.kind && text == other.text;
    }
};

void check_ids(const JsonTree& tree, const std::vector<IdUse>& uses, Findings& findings) {
    Texts texts(tree);
    std::vector<DefinedId> defined; // sorted; of equal ids the first in the file stands first
    for (const IdUse& use : uses) {
        if (use.defines) {
            defined.push_back({use.kind, texts.of(use.node), use.node});
        }
    }
    sort_items(defined);
    std::size_t first = 0;
    for (std::size_t at = 1; at < defined.size(); ++at) {
        const DefinedId& again = defined[at];
        if (!again.same_id(defined[first])) {
            first = at;
            continue;
        }
        findings.add({ProblemCode::RepeatedId,
                      tree.begin(again.node),
                      again.node,
                      {text_parameter("id", std::string(again.text)),
                       word_parameter("kind", word_of(again.kind))},
                      tree.begin(defined[first].node)});
    }
    for (const IdUse& use : uses) {
        if (use.defines) {
            continue;
        }
        const DefinedId wanted{use.kind, texts.of(use.node), 0};
        const auto found = std::lower_bound(defined.begin(), defined.end(), wanted);
        if (found == defined.end() || !found->same_id(wanted)) {
            findings.add({ProblemCode::MissingReference,
                          tree.begin(use.node),
                          use.node,
                          {text_parameter("id", std::string(wanted.text)),
                           word_parameter("kind", word_of(use.kind))},
                          {}});
        }
    }
}

// Things of one list that point at each other by id. Of equal ids the first counts.
class Links {
public:
    Links(const JsonTree& tree, std::string_view list, std::string_view member)
        : m_tree(tree), m_texts(tree), m_items(items_of(tree, tree.member(0, list))) {
        for (std::size_t at = 0; at < m_items.size(); ++at) {
            m_ids.push_back(m_texts.of_member(m_items[at], "id"));
            m_places.emplace_back(m_ids.back(), at);
        }
        sort_items(m_places);
        for (const NodeIndex item : m_items) {
            m_links.push_back(links_of(item, member));
        }
    }

    struct Link {
        NodeIndex node = 0; // the id that points
        std::size_t target = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] std::string_view id(std::size_t at) const { return m_ids[at]; }
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
            const std::optional<std::size_t> target = place_of(node);
            if (target) {
                links.push_back({node, *target});
            }
        }
        return links;
    }

    std::optional<std::size_t> place_of(NodeIndex id) {
        if (m_tree.kind(id) != JsonKind::String) {
            return std::nullopt;
        }
        const std::pair wanted(m_texts.of(id), std::size_t{0});
        const auto found = std::lower_bound(m_places.begin(), m_places.end(), wanted);
        const bool known = found != m_places.end() && found->first == wanted.first;
        return known ? std::optional(found->second) : std::nullopt;
    }

    const JsonTree& m_tree;
    Texts m_texts;
    std::vector<NodeIndex> m_items;
    std::vector<std::string_view> m_ids;
    std::vector<std::pair<std::string_view, std::size_t>> m_places; // sorted
    std::vector<std::vector<Link>> m_links;
};

// Walks all links depth first, without recursion, and reports each link that closes a circle.
class CycleSearch {
public:
    CycleSearch(const JsonTree& tree, const Links& links, ProblemCode code, Findings& findings)
        : m_tree(tree), m_links(links), m_code(code), m_findings(findings), m_marks(links.size()),
          m_path_places(links.size()) {}

    // True when there was a circle.
    bool run() {
        for (std::size_t start = 0; start < m_links.size(); ++start) {
            if (m_marks[start] == Mark::New) {
                enter(start);
                while (!m_path.empty()) {
                    step();
                }
            }
        }
        return m_found;
    }

private:
    enum class Mark : std::uint8_t { New, OnPath, Finished };
    struct Frame {
        std::size_t at = 0;
        std::size_t next_link = 0;
    };

    void enter(std::size_t at) {
        m_marks[at] = Mark::OnPath;
        m_path_places[at] = m_path.size();
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
        const std::size_t begin = m_path_places[closing.target];
        const std::size_t end = std::min(m_path.size(), begin + kMaxNamed);
        std::string ids;
        for (std::size_t place = begin; place < end; ++place) {
            ids.append(m_links.id(m_path[place].at)).append(" → ");
        }
        ids += end == m_path.size() ? m_links.id(closing.target) : std::string_view("…");
        m_found = true;
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
    std::vector<std::size_t> m_path_places; // where a thing stands in m_path while it does
    bool m_found = false;
};

// Sections have two levels: a section whose parent has a parent is too deep.
void check_section_levels(const JsonTree& tree, const Links& links, Findings& findings) {
    for (std::size_t at = 0; at < links.size(); ++at) {
        if (links.from(at).empty()) {
            continue;
        }
        const Links::Link& parent = links.from(at).front();
        if (!links.from(parent.target).empty()) {
            findings.add({ProblemCode::SectionTooDeep,
                          tree.begin(parent.node),
                          parent.node,
                          {text_parameter("id", std::string(links.id(at)))},
                          {}});
        }
    }
}

// Two reports of one unit of work: everything that tells them apart is equal.
void check_reports(const JsonTree& tree, std::string_view list, std::string_view first_key,
                   std::string_view second_key, std::string_view word, Findings& findings) {
    Texts texts(tree);
    using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
    std::map<Key, NodeIndex> seen;
    for (const NodeIndex item : items_of(tree, tree.member(0, list))) {
        const Key key(texts.of_member(item, "measure"), texts.of_member(item, first_key),
                      texts.of_member(item, second_key));
        const auto [entry, fresh] = seen.try_emplace(key, item);
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
    // In a circle there are no levels to speak of.
    if (!CycleSearch(tree, sections, ProblemCode::SectionCycle, findings).run()) {
        check_section_levels(tree, sections, findings);
    }
    const Links measures(tree, "measures", "dependsOn");
    CycleSearch(tree, measures, ProblemCode::DependencyCycle, findings).run();
    check_reports(tree, "marks", "school", "municipality", "reportMark", findings);
    check_reports(tree, "occurrences", "from", "to", "reportOccurrence", findings);
}

} // namespace vekha
