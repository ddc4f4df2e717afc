#include "core/edit/evidence_text.hpp"

#include "core/base/result.hpp"
#include "core/base/text_limits.hpp"
#include "core/base/utf8.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string line_of(const EvidenceLink& link) {
    return as_one_line(link.title.empty() ? link.url : link.title + " " + link.url);
}

} // namespace

bool is_safe_link(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://") ||
           address.starts_with("mailto:");
}

std::string evidence_text(const std::vector<EvidenceLink>& links) {
    std::string text;
    for (const EvidenceLink& link : links) {
        text.append(text.empty() ? "" : "\n").append(line_of(link));
    }
    return text;
}

Result<std::vector<EvidenceLink>, EditProblem>
typed_evidence(std::string_view typed, const std::vector<EvidenceLink>& before) {
    Result<std::string, EditProblem> cleaned = clean_typed_text(typed);
    if (!cleaned) {
        return fail(cleaned.error());
    }
    std::vector<EvidenceLink> links;
    for (std::string_view rest = cleaned.value(); !rest.empty();) {
        const std::string_view line = take_part(rest, '\n');
        if (line.empty()) {
            continue;
        }
        const auto known = std::ranges::find(before, line, line_of);
        if (known != before.end()) {
            links.push_back(*known);
            continue;
        }
        const std::size_t blank = line.find_last_of(kBlanks);
        const std::size_t at = blank == std::string_view::npos ? 0 : blank + 1;
        const std::string_view address = line.substr(at);
        const bool runs_together = line.substr(0, at).find("://") != std::string_view::npos;
        if (!is_safe_link(address) || runs_together) {
            return fail(EditProblem::LinkMissing);
        }
        if (count_code_points(address) > kMaxLinkCodePoints) {
            return fail(EditProblem::TextTooLong);
        }
        links.push_back({.title = std::string(without_blanks(line.substr(0, at))),
                         .url = std::string(address),
                         .unknown = {}});
    }
    return links;
}

} // namespace vekha
