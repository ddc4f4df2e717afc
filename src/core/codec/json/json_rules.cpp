#include "core/codec/json/json_rules.hpp"

#include "core/base/sorting.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_text.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

void check_escapes(const JsonTree& tree, NodeIndex node, Findings& findings) {
    const std::string_view text = tree.undecoded(node);
    const std::size_t offset = tree.begin(node) + 1;
    const auto unit_at = [&](std::size_t at) { return hex_value(text.substr(at + 2, 4)); };
    std::size_t at = text.find('\\');
    while (at != std::string_view::npos) {
        std::size_t length = 2;
        if (text[at + 1] == 'u') {
            length = 6;
            const std::uint32_t unit = unit_at(at);
            const bool pair = is_high_surrogate(unit) && text.substr(at + 6, 2) == "\\u" &&
                              is_low_surrogate(unit_at(at + 6));
            if (pair) {
                length = 12;
            } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
                findings.add({ProblemCode::LoneSurrogate,
                              offset + at,
                              node,
                              {text_parameter("escape", std::string(text.substr(at, 6)))},
                              {}});
            } else if (unit == 0) {
                findings.add({ProblemCode::NulCharacter, offset + at, node, {}, {}});
            }
        }
        at = text.find('\\', at + length);
    }
}

// Reports every name that an earlier member of the object has.
class DuplicateNames {
public:
    DuplicateNames(const JsonTree& tree, Findings& findings) : m_tree(tree), m_findings(findings) {}

    void check(NodeIndex object) {
        m_names.clear();
        for (NodeIndex at = object + 1; at < m_tree.next(object); at = m_tree.next(at + 1)) {
            m_names.push_back(at);
        }
        constexpr std::size_t kFewNames = 12;
        if (m_names.size() <= kFewNames) {
            check_pairs();
        } else {
            check_sorted();
        }
    }

private:
    [[nodiscard]] bool same(NodeIndex a, NodeIndex b) const {
        if (!m_tree.has_escapes(a)) {
            return m_tree.string_equals(b, m_tree.undecoded(a));
        }
        return m_tree.string_equals(b, m_tree.string(a));
    }

    void report(NodeIndex first, NodeIndex again) {
        m_findings.add({ProblemCode::DuplicateName,
                        m_tree.begin(again),
                        again,
                        {text_parameter("name", m_tree.string(again))},
                        m_tree.begin(first)});
    }

    void check_pairs() {
        for (std::size_t again = 1; again < m_names.size(); ++again) {
            for (std::size_t first = 0; first < again; ++first) {
                if (same(m_names[first], m_names[again])) {
                    report(m_names[first], m_names[again]);
                    break;
                }
            }
        }
    }

    void check_sorted() {
        std::vector<std::pair<std::string, NodeIndex>> decoded;
        decoded.reserve(m_names.size());
        for (const NodeIndex name : m_names) {
            decoded.emplace_back(m_tree.string(name), name);
        }
        sort_items(decoded);
        std::size_t first = 0;
        for (std::size_t at = 1; at < decoded.size(); ++at) {
            if (decoded[at].first == decoded[first].first) {
                report(decoded[first].second, decoded[at].second);
            } else {
                first = at;
            }
        }
    }

    const JsonTree& m_tree;
    Findings& m_findings;
    std::vector<NodeIndex> m_names;
};

} // namespace

void check_json_rules(const JsonTree& tree, Findings& findings) {
    DuplicateNames duplicates(tree, findings);
    for (NodeIndex node = 0; node < tree.size(); ++node) {
        if (tree.kind(node) == JsonKind::Object) {
            duplicates.check(node);
        } else if (tree.kind(node) == JsonKind::String && tree.has_escapes(node)) {
            check_escapes(tree, node, findings);
        }
    }
}

} // namespace vekha
