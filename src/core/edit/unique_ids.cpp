#include "core/edit/unique_ids.hpp"

#include "core/base/utf8.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

class IdMaker {
public:
    explicit IdMaker(std::size_t longest_id) : m_longest(longest_id) {}

    void note(const std::string& id) { m_taken.insert(id); }
    [[nodiscard]] std::size_t count() const { return m_taken.size(); }

    std::string make(const std::string& repeated) {
        std::size_t& number = m_last_numbers.try_emplace(repeated, 1).first->second;
        std::string made;
        do {
            const std::string ending = "-" + std::to_string(++number);
            made = beginning_of(repeated, m_longest - ending.size());
            made += ending;
        } while (!m_taken.insert(made).second);
        return made;
    }

private:
    std::size_t m_longest;
    std::set<std::string, std::less<>> m_taken;
    std::map<std::string, std::size_t, std::less<>> m_last_numbers;
};

template <class List>
List with_unique(const List& list, std::size_t longest_id) {
    IdMaker ids(longest_id);
    for (const auto& item : list) {
        ids.note(item.id.text);
    }
    if (ids.count() == list.size()) {
        return list;
    }
    List unique;
    std::set<std::string_view> seen;
    for (const auto& item : list) {
        auto copy = item;
        if (!seen.insert(item.id.text).second) {
            copy.id.text = ids.make(item.id.text);
        }
        unique.push_back(std::move(copy));
    }
    return unique;
}

} // namespace

Document with_unique_ids(const Document& document, std::size_t longest_id) {
    Document unique = document;
    unique.measures = with_unique(document.measures, longest_id);
    unique.sections = with_unique(document.sections, longest_id);
    return unique;
}

} // namespace vekha
