// Edits: functions from a document to a changed document. The old document stays as it is and
// shares with the new one everything that did not change. A refused edit gives an EditProblem; the
// words for it are i18n keys. The rules about state, percent, done date and reason are those of
// states.md, section 1. A field that is set loses the original value that a repair kept for it
// (core/base/unknown_members.hpp).
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha {

enum class EditProblem : std::uint8_t {
    UnknownMeasure,
    PercentOutOfRange,       // 0 to 100
    PercentContradictsState, // both are given, and done is 100, not started is 0
    DoneDateWithoutDone,
    ReasonMissing, // not done, moved and cancelled ask for one
    TextInvalid,   // not UTF-8
    TextTooLong,   // more than kMaxTextCodePoints
    NameMissing,
    NameTooLong, // more than kMaxNameCodePoints
    NameTaken,
    UnknownSection,
    SectionInItself,
    SectionTooDeep, // there are two levels
    UnknownParty,
    PartyInUse,
    UnknownItem,
    UnknownTarget,
    UnknownSchool,
    UnknownEntry,   // of a dictionary
    DaysMissing,    // an occurrence is known by its days
    EndBeforeStart, // of the plan, or of a span
    NumberInvalid,  // not finite
    LimitOutOfRange,
    LanguageInvalid, // no BCP 47 tag
    YearOutOfRange,
    DateInvalid, // what was typed is no day
    LinkMissing, // a line of evidence without an address of the web
    DependsOnItself,
};
inline constexpr std::size_t kEditProblemCount =
    static_cast<std::size_t>(EditProblem::DependsOnItself) + 1;

struct DoneDateChange {
    std::optional<Date> date; // none: the day is not known
    bool operator==(const DoneDateChange&) const = default;
};

// What a person set; a member without a value was not touched.
struct ProgressChange {
    std::optional<StoredState> state = std::nullopt;
    std::optional<int> percent = std::nullopt;
    std::optional<DoneDateChange> done_date = std::nullopt;
    std::optional<std::string> reason = std::nullopt;
    std::optional<std::string> note = std::nullopt;
    std::optional<std::string> evidence = std::nullopt; // as typed (core/edit/evidence_text.hpp)
    bool operator==(const ProgressChange&) const = default;
};

// Sets the measure's own report. What was not touched follows where a rule demands it:
// - done has 100 percent, and the as-of date as its day unless one is given or known; not started
// has 0;
// - another percent than 100 on a done measure, or more than 0 on one not started, means it is in
// progress;
//   100 percent alone never means done;
// - the done date goes when the measure is no longer done, the reason when its state no longer
// needs one. A change that changes nothing gives a document that is equal to the old one and shares
// all its lists.
[[nodiscard]] Result<Document, EditProblem> set_progress(const Document& document,
                                                         const MeasureId& measure,
                                                         const ProgressChange& change, Date as_of);

// True for the states that ask for a reason.
[[nodiscard]] bool needs_reason(StoredState state);

// Typed or pasted text as it may stand in a document: line ends become LF, other control characters
// than LF and tab go, and so does white space at the end. TextInvalid or TextTooLong otherwise.
[[nodiscard]] Result<std::string, EditProblem> clean_typed_text(std::string_view text);
// The same in one line, as it can stand in a list, without space at its ends. NameMissing and
// NameTooLong, too.
[[nodiscard]] Result<std::string, EditProblem> clean_typed_name(std::string_view typed);

} // namespace vekha
