#include "tests/ui/support/page_rules.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"
#include "tests/ui/support/picture.hpp"
#include "tests/ui/support/test_page.hpp"
#include "ui/theme.hpp"

#include <cstddef>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test {
namespace {

constexpr float kTolerance = 0.6F;
constexpr float kLeastTarget = 24.0F;
constexpr int kMostFaults = 30;
constexpr int kLeastSolidPixels = 4;
constexpr int kMostOnOthers = 5;

class Faults {
public:
    void add(std::string_view rule, const std::string& what) {
        if (++m_count <= kMostFaults) {
            m_text.append(rule).append(": ").append(what).append("\n");
        }
    }
    [[nodiscard]] std::string text() const {
        return m_count <= kMostFaults
                   ? m_text
                   : m_text + "and " + std::to_string(m_count - kMostFaults) + " more\n";
    }

private:
    std::string m_text;
    int m_count = 0;
};

// Holds other things; its own rectangle says only where they stand.
bool is_holder(Role role) {
    switch (role) {
    case Role::Banner:
    case Role::Navigation:
    case Role::Main:
    case Role::ContentInfo:
    case Role::Complementary:
    case Role::Dialog:
    case Role::AlertDialog:
    case Role::Menu:
    case Role::List:
    case Role::Group:
    case Role::RadioGroup:
    case Role::Toolbar:
    case Role::TreeGrid:
    case Role::Row:
        return true;
    default:
        return false;
    }
}

// May say nothing: an empty cell of a table, and the row of its headings.
bool may_be_nameless(const SemanticNode& node) {
    return node.role == Role::Cell || node.role == Role::RowHeader ||
           node.key == semantic_key("header");
}

// Bars lie on their cells and under their signs; lines between columns lie on both neighbours; the
// heading of a section holds the button that folds it.
bool may_overlap(Role role) {
    return role == Role::Image || role == Role::Separator || role == Role::RowHeader;
}

bool lies_within(const Rect& inner, const Rect& outer) {
    return inner.left >= outer.left - kTolerance && inner.top >= outer.top - kTolerance &&
           inner.right <= outer.right + kTolerance && inner.bottom <= outer.bottom + kTolerance;
}

bool overlap(const Rect& a, const Rect& b) {
    const Rect common = a.intersection(b);
    return common.width() > kTolerance && common.height() > kTolerance;
}

std::string text_of(const Rect& rect) {
    return "[" + std::to_string(rect.left) + " " + std::to_string(rect.top) + " " +
           std::to_string(rect.right) + " " + std::to_string(rect.bottom) + "]";
}

class ListRules {
public:
    explicit ListRules(const TestPage& page) : m_page(page), m_nodes(page.nodes()) {}

    std::string check() {
        for (const SemanticNode& node : m_nodes) {
            check_identity(node);
            if (!node.rect.empty()) {
                check_place(node);
                check_target(node);
            }
        }
        check_neighbours();
        return m_faults.text();
    }

private:
    void check_identity(const SemanticNode& node) {
        const auto [place, is_new] = m_by_key.emplace(node.key, &node);
        if (!is_new) {
            m_faults.add("same key", test::text_of(node) + " and " + test::text_of(*place->second));
        }
        if (node.name.empty() && !may_be_nameless(node)) {
            m_faults.add("no name", test::text_of(node));
        }
        if (node.parent != 0 && m_page.find(node.parent) == nullptr) {
            m_faults.add("no parent", test::text_of(node));
        }
    }

    void check_place(const SemanticNode& node) {
        const Rect page{0.0F, 0.0F, m_page.size().width, m_page.size().height};
        if (!lies_within(node.rect, page)) {
            m_faults.add("outside the page", test::text_of(node));
        }
        const SemanticNode* parent = m_page.find(node.parent);
        // The cells of the time line belong to the row, which is only as wide as the table.
        const bool beside = parent != nullptr && parent->role == Role::Row;
        if (parent != nullptr && !beside && !lies_within(node.rect, parent->rect)) {
            m_faults.add("outside its holder",
                         test::text_of(node) + " in " + test::text_of(*parent));
        }
    }

    // Cut by the edge of what it is scrolled in.
    [[nodiscard]] bool is_scrolled_out(const SemanticNode& node) const {
        for (const SemanticNode* holder = m_page.find(node.parent); holder != nullptr;
             holder = m_page.find(holder->parent)) {
            if (!is_holder(holder->role) && holder->role != Role::Cell) {
                continue;
            }
            const bool at_edge = node.rect.top <= holder->rect.top + kTolerance ||
                                 node.rect.bottom >= holder->rect.bottom - kTolerance ||
                                 node.rect.right >= holder->rect.right - kTolerance ||
                                 node.rect.left <= holder->rect.left + kTolerance;
            if (at_edge) {
                return true;
            }
        }
        return false;
    }

    void check_target(const SemanticNode& node) {
        const bool pressed = node.focusable || node.role == Role::Button;
        const bool small = node.rect.width() < kLeastTarget - kTolerance ||
                           node.rect.height() < kLeastTarget - kTolerance;
        if (pressed && small && node.role != Role::Separator && !is_scrolled_out(node)) {
            m_faults.add("smaller than 24 by 24", test::text_of(node));
        }
    }

    void check_neighbours() {
        std::map<SemanticKey, std::vector<const SemanticNode*>> children;
        for (const SemanticNode& node : m_nodes) {
            if (!node.rect.empty() && !is_holder(node.role) && !may_overlap(node.role)) {
                children[node.parent].push_back(&node);
            }
        }
        for (const auto& [parent, siblings] : children) {
            for (std::size_t i = 0; i < siblings.size(); ++i) {
                for (std::size_t k = i + 1; k < siblings.size(); ++k) {
                    if (overlap(siblings[i]->rect, siblings[k]->rect)) {
                        m_faults.add("overlap", test::text_of(*siblings[i]) + " and " +
                                                    test::text_of(*siblings[k]));
                    }
                }
            }
        }
    }

    const TestPage& m_page;
    const std::vector<SemanticNode>& m_nodes;
    std::map<SemanticKey, const SemanticNode*> m_by_key;
    Faults m_faults;
};

std::string text_of(const Letter& letter) {
    char text[160];
    std::snprintf(text, sizeof text, "%s ink #%02x%02x%02x on #%02x%02x%02x",
                  text_of(letter.box).c_str(), letter.ink.red, letter.ink.green, letter.ink.blue,
                  letter.behind.red, letter.behind.green, letter.behind.blue);
    return text;
}

// Letters that stick out from under the edge of a box, or through its round corners, are not in it.
bool lies_inside_box(const Rect& letter, const Rect& box) {
    constexpr float kSmoothedEdge = 1.5F;
    constexpr float kCorner = ui::metrics::kRadiusLarge;
    const bool beside_corners =
        letter.left > box.left + kCorner && letter.right < box.right - kCorner;
    const bool between_corners =
        letter.top > box.top + kCorner && letter.bottom < box.bottom - kCorner;
    return lies_within(letter, box.shrunk(kSmoothedEdge)) && (beside_corners || between_corners);
}

// The box that lies over the page.
const SemanticNode* dialog_of(const TestPage& page) {
    for (const SemanticNode& node : page.nodes()) {
        if (node.role == Role::Dialog || node.role == Role::AlertDialog) {
            return &node;
        }
    }
    return nullptr;
}

const SemanticNode* thing_at(const TestPage& page, Point at) {
    const SemanticNode* found = nullptr;
    for (const SemanticNode& node : page.nodes()) {
        if (!is_holder(node.role) && node.role != Role::Separator && node.rect.contains(at)) {
            found = &node;
        }
    }
    return found;
}

} // namespace

std::string faults_of_list(const TestPage& page) {
    return ListRules(page).check();
}

std::string faults_of_letters(const TestPage& page) {
    Faults faults;
    const SemanticNode* const dialog = dialog_of(page);
    const Picture picture = page.picture();
    if (picture.letters.empty()) {
        faults.add("no letters", "the page shows no text at all");
    }
    for (const Letter& letter : picture.letters) {
        const Point middle = letter.box.center();
        // What a dialog covers is not its business.
        if (dialog != nullptr && !lies_inside_box(letter.box, dialog->rect)) {
            continue;
        }
        if (letter.on_letters > kMostOnOthers) {
            faults.add("letters on letters", text_of(letter));
        }
        const SemanticNode* thing = thing_at(page, middle);
        if (thing == nullptr) {
            faults.add("text that the list does not have", text_of(letter));
            continue;
        }
        const bool faint = letter.solid >= kLeastSolidPixels && letter.faint * 2 > letter.solid;
        if (faint && !thing->disabled) {
            faults.add("faint", text_of(letter) + " in " + test::text_of(*thing));
        }
        const bool of_grid = thing->role == Role::Cell || thing->role == Role::RowHeader ||
                             thing->role == Role::ColumnHeader;
        if (letter.cut_sideways && !of_grid) {
            faults.add("cut at its side", text_of(letter) + " in " + test::text_of(*thing));
        }
    }
    return faults.text();
}

} // namespace vekha::test
