// What edits are made of: typed texts, fields that are set, and lists with one item changed. For
// core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/edit/edits.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {

// Drops what a repair kept under the name of a field that is set now. Left where it is, it would
// be lost by the next saving, and the file would not read back as this document.
void drop_original(UnknownMembers& unknown, std::string_view name);

// Sets the field that a file calls `name`, also to the value that it has.
template <class T>
void set_field(T& field, T value, UnknownMembers& unknown, std::string_view name) {
    field = std::move(value);
    drop_original(unknown, name);
}

// Sets it only where it differs: for fields that follow and were not themselves asked for.
template <class T>
void let_field_follow(T& field, T value, UnknownMembers& unknown, std::string_view name) {
    if (!(field == value)) {
        set_field(field, std::move(value), unknown, name);
    }
}

// The same list, and shared as a whole, when the item is equal to the one that stands there.
template <class T>
[[nodiscard]] SharedList<T> with_changed(const SharedList<T>& list, std::size_t index, T item) {
    return list[index] == item ? list : list.with(index, std::move(item));
}

// In the order of where it comes first.
template <class T>
[[nodiscard]] std::vector<T> each_once(const std::vector<T>& items) {
    std::vector<T> unique;
    for (const T& item : items) {
        if (std::ranges::find(unique, item) == unique.end()) {
            unique.push_back(item);
        }
    }
    return unique;
}

// A text of several lines that must not be empty, as titles are. NameMissing, TextInvalid,
// TextTooLong.
[[nodiscard]] Result<std::string, EditProblem> clean_typed_title(std::string_view typed);
// One line that may be empty. TextInvalid, NameTooLong.
[[nodiscard]] Result<std::string, EditProblem> clean_typed_label(std::string_view typed);

// Without the blanks at its ends.
[[nodiscard]] std::string_view without_blanks(std::string_view line);
// As a line of a list: line ends are blanks.
[[nodiscard]] std::string as_one_line(std::string text);
// What stands before the separator, without blanks; both go from the text.
[[nodiscard]] std::string_view take_part(std::string_view& text, char separator);

using Cleaner = Result<std::string, EditProblem> (*)(std::string_view);

// Sets texts of one thing as far as they were typed, and remembers the first that is refused.
class TextSetter {
public:
    explicit TextSetter(UnknownMembers& unknown) : m_unknown(unknown) {}

    TextSetter& set(std::string& field, const std::optional<std::string>& typed, Cleaner cleaner,
                    std::string_view name) {
        if (typed && !m_problem) {
            Result<std::string, EditProblem> cleaned = cleaner(*typed);
            if (cleaned) {
                set_field(field, std::move(cleaned).value(), m_unknown, name);
            } else {
                m_problem = cleaned.error();
            }
        }
        return *this;
    }
    [[nodiscard]] std::optional<EditProblem> problem() const { return m_problem; }

private:
    UnknownMembers& m_unknown;
    std::optional<EditProblem> m_problem;
};

} // namespace vekha
