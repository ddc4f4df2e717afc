#include "core/edit/plan_edits.hpp"

#include "core/base/digits.hpp"
#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/number_limits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// As far as anybody checks one: a language of letters, then parts of letters and digits.
bool is_language_tag(std::string_view text) {
    constexpr std::size_t kLongest = 35;
    constexpr std::size_t kLongestPart = 8;
    const std::size_t first = std::min(text.find('-'), text.size());
    if (text.size() > kLongest || first < 2 ||
        !std::ranges::all_of(text.substr(0, first), is_letter)) {
        return false;
    }
    std::size_t length = 0;
    for (const char c : text) {
        const bool is_break = c == '-';
        const bool fits = is_break ? length > 0 : is_letter(c) || is_digit(c);
        if (!fits) {
            return false;
        }
        length = is_break ? 0 : length + 1;
        if (length > kLongestPart) {
            return false;
        }
    }
    return length > 0;
}

Result<std::string, EditProblem> clean_typed_language(std::string_view typed) {
    Result<std::string, EditProblem> tag = clean_typed_label(typed);
    if (tag && !is_language_tag(tag.value())) {
        return fail(EditProblem::LanguageInvalid);
    }
    return tag;
}

void set_day(std::optional<Date>& day, const std::optional<PlanDayChange>& change,
             UnknownMembers& unknown, std::string_view name) {
    if (change) {
        set_field(day, change->date, unknown, name);
    }
}

bool can_be_threshold(double value) {
    return value >= 0.0 && value <= kMaxThreshold; // nor is it NaN
}

} // namespace

Result<Document, EditProblem> change_plan(const Document& document, const PlanChange& change) {
    Document changed = document;
    Plan& plan = changed.plan;
    const auto problem = TextSetter(plan.unknown)
                             .set(plan.title, change.title, clean_typed_title, "title")
                             .set(plan.language, change.language, clean_typed_language, "language")
                             .set(plan.territory, change.territory, clean_typed_label, "territory")
                             .problem();
    if (problem) {
        return fail(*problem);
    }
    if (change.level) {
        set_field(plan.level, *change.level, plan.unknown, "level");
    }
    set_day(plan.from, change.from, plan.unknown, "from");
    set_day(plan.to, change.to, plan.unknown, "to");
    set_day(plan.as_of, change.as_of, plan.unknown, "asOf");
    if ((change.from || change.to) && ends_before_start({plan.from, plan.to})) {
        return fail(EditProblem::EndBeforeStart);
    }
    return changed;
}

Result<Document, EditProblem> set_thresholds(const Document& document,
                                             const std::optional<Thresholds>& thresholds) {
    constexpr std::array<std::string_view, 4> kMembers{"dueSoonDays", "redLateSharePercent",
                                                       "redBehindPoints", "yellowBehindPoints"};
    Thresholds after = thresholds.value_or(Thresholds{});
    if (after.due_soon_days < 0 || after.due_soon_days > kMaxDueSoonDays ||
        !can_be_threshold(after.red_late_share_percent) ||
        !can_be_threshold(after.red_behind_points) ||
        !can_be_threshold(after.yellow_behind_points)) {
        return fail(EditProblem::LimitOutOfRange);
    }
    after.unknown.clear();
    if (document.thresholds) {
        after.unknown = document.thresholds->unknown;
        for (const std::string_view name : kMembers) {
            drop_original(after.unknown, name);
        }
    }
    Document changed = document;
    if (thresholds || !after.unknown.empty()) {
        changed.thresholds = std::move(after);
    } else {
        changed.thresholds.reset();
    }
    return changed;
}

} // namespace vekha
