#include "core/edit/edit_parts.hpp"

#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/edit/edits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vekha {

void drop_original(UnknownMembers& unknown, std::string_view name) {
    std::erase_if(unknown, [name](const UnknownMember& m) { return is_named(m, name); });
}

std::string_view without_blanks(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t from = line.find_first_not_of(kBlanks);
    return from == std::string_view::npos
               ? std::string_view()
               : line.substr(from, line.find_last_not_of(kBlanks) + 1 - from);
}

std::string as_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return std::string(without_blanks(text));
}

std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = without_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

Result<std::string, EditProblem> clean_typed_title(std::string_view typed) {
    Result<std::string, EditProblem> cleaned = clean_typed_text(typed);
    if (cleaned && cleaned.value().find_first_not_of(" \t\n") == std::string::npos) {
        return fail(EditProblem::NameMissing);
    }
    return cleaned;
}

Result<std::string, EditProblem> clean_typed_label(std::string_view typed) {
    Result<std::string, EditProblem> cleaned = clean_typed_name(typed);
    if (!cleaned && cleaned.error() == EditProblem::NameMissing) {
        return std::string();
    }
    return cleaned;
}

} // namespace vekha
