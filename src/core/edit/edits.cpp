#include "core/edit/edits.hpp"

#include "core/base/result.hpp"
#include "core/base/text_limits.hpp"
#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/progress_rules.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {

namespace {

bool is_trailing_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

} // namespace

bool needs_reason(StoredState state) {
    return state == StoredState::NotDone || state == StoredState::Moved ||
           state == StoredState::Cancelled;
}

Result<Document, EditProblem> set_progress(const Document& document, const MeasureId& measure,
                                           const ProgressChange& change, Date as_of) {
    return with_measure(document, measure,
                        [&](Measure& after) { return change_report(after, change, as_of); });
}

Result<std::string, EditProblem> clean_typed_text(std::string_view text) {
    if (first_invalid_utf8(text) != text.size()) {
        return fail(EditProblem::TextInvalid);
    }
    std::string cleaned;
    cleaned.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') {
                cleaned += '\n';
            }
        } else if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
            if (c != '\x7f') {
                cleaned += c;
            }
        }
    }
    while (!cleaned.empty() && is_trailing_space(cleaned.back())) {
        cleaned.pop_back();
    }
    if (count_code_points(cleaned) > kMaxTextCodePoints) {
        return fail(EditProblem::TextTooLong);
    }
    return cleaned;
}

Result<std::string, EditProblem> clean_typed_name(std::string_view typed) {
    Result<std::string, EditProblem> cleaned = clean_typed_text(typed);
    if (!cleaned) {
        return cleaned;
    }
    std::string name = std::move(cleaned).value();
    std::replace(name.begin(), name.end(), '\n', ' ');
    std::replace(name.begin(), name.end(), '\t', ' ');
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    if (name.empty()) {
        return fail(EditProblem::NameMissing);
    }
    if (count_code_points(name) > kMaxNameCodePoints) {
        return fail(EditProblem::NameTooLong);
    }
    return name;
}

} // namespace vekha
