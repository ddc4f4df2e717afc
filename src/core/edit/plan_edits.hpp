// Edits of the plan as a whole: its head and its thresholds; see core/edit/edits.hpp
// for what all edits share. Its approval: core/edit/approval_edits.hpp; its dictionaries:
// core/edit/dictionary_edits.hpp.
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"

#include <optional>
#include <string>

namespace vekha {

struct PlanDayChange {
    std::optional<Date> date; // none: no such day
    bool operator==(const PlanDayChange&) const = default;
};

// A member without a value was not touched.
struct PlanChange {
    std::optional<std::string> title = std::nullopt;
    std::optional<std::string> territory = std::nullopt;
    std::optional<std::string> language = std::nullopt;
    std::optional<PlanLevel> level = std::nullopt;
    std::optional<PlanDayChange> from = std::nullopt;
    std::optional<PlanDayChange> to = std::nullopt;
    std::optional<PlanDayChange> as_of = std::nullopt;
    bool operator==(const PlanChange&) const = default;
};

// EndBeforeStart when one of the two is set and the plan would end before it begins;
// LanguageInvalid for what is no language tag (BCP 47: «ru», «ru-RU», «tt-Cyrl»); NameMissing for
// an empty title; and what texts are refused for.
[[nodiscard]] Result<Document, EditProblem> change_plan(const Document& document,
                                                        const PlanChange& change);

// None: the defaults hold, and nothing of it is written. LimitOutOfRange.
[[nodiscard]] Result<Document, EditProblem>
set_thresholds(const Document& document, const std::optional<Thresholds>& thresholds);

} // namespace vekha
