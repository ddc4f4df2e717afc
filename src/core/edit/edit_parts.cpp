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
