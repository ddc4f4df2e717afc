// What the page asks a person, and what it keeps until that is answered. One question at a time
// lies over the page (Session::question); each is answered by actions, and left by
// act::CancelQuestion.
#pragma once

#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/compare/document_changes.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/period_moves.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/deviations.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace vekha::app {

enum class PlanOrigin : std::uint8_t { File, Sample, Blank, Draft };

// A plan that was read but is not yet open.
struct LoadedPlan {
    PlanOrigin origin = PlanOrigin::File;
    std::string name;
    std::uint32_t handle_token = 0;
    KeptDraft draft; // of PlanOrigin::Draft, without its bytes
    ReadOutcome outcome;
};

// «The file has broken references …: open it with these repairs?»
struct ConsentQuestion {
    LoadedPlan plan;
};
// «The plan that is to be closed has changes that are in no file: save, do not save, stay?» It is
// the shown one. `waiting_for_save`: was answered with save.
struct UnsavedQuestion {
    std::uint64_t back_to = 0; // the plan that was shown before (OpenPlan::opening)
    bool waiting_for_save = false;
};
// «Somebody else has written the file since it was opened: save a copy, write over it, see what
// differs?» It is about the shown plan.
struct FileConflict {
    std::string name;
    std::uint32_t handle_token = 0;
    std::string bytes;                   // what stands in the file now
    std::optional<Document> document;    // the same, if it is a plan
    Document mine;                       // the shown plan, as it was then
    std::vector<DocumentChange> changes; // from there to that
    bool shows_changes = false;
};
// «Is this kept draft, or all that Vekha keeps in this browser, to be erased?»
struct EraseQuestion {
    std::uint64_t place = 0; // KeptDraft::place; 0: everything
    std::string title;       // of the draft
};
// «There is a draft of the plan that was opened, with work that the file does not have: open it?»
struct DraftOffer {
    std::uint64_t place = 0; // KeptDraft::place
    std::string saved_at;
    Document document;
    Document file;                       // the shown plan, as it was then
    std::vector<DocumentChange> changes; // from the file to the draft
    bool shows_changes = false;
};
// «To which of the saved states of the plan?» Of the one that is chosen it shows what differs.
struct VersionsQuestion {
    struct Chosen {
        std::size_t index = 0;
        std::optional<Document> document; // none: it cannot be read
        std::size_t differences = 0;      // from there to the shown plan
        std::vector<std::string> since;   // these in words, the first of them
        std::vector<std::string> then;    // what had changed when it was saved
    };
    PlanId plan;
    bool loaded = false;
    bool usable = true;
    std::vector<SavedVersion> versions;
    std::optional<std::size_t> asked; // is being read
    std::optional<Chosen> chosen;
};
// «Why was it not done / moved / cancelled?»
struct ReasonQuestion {
    MeasureId measure; // empty: all that are picked
    WorkUnit unit;
    ProgressChange change;
    std::string typed; // committed from the field of the question
};
// «Whose measures, or of which kind, are to be shown? Grouped by what, in which order? Which
// columns? Which of the saved views? Who are you? And which of the open plans?»
enum class ChoiceOf : std::uint8_t {
    Responsible,
    PeriodKind,
    Grouping,
    Order,
    Columns,
    Views,
    Me,
    Plans,
    Section // where to
};
struct ChoiceQuestion {
    ChoiceOf of = ChoiceOf::Responsible;
    std::string typed; // committed from its field: the name of a view
};
// The calendar of days off, of one year.
struct CalendarQuestion {
    int year = 0;
};
// «What has become of the plan since it was approved?» Measured by one baseline.
struct DeviationsQuestion {
    BaselineId baseline;
    std::optional<DeviationKind> only; // none: all
};
// «What is to be done?» All commands, found by their words.
struct PaletteQuestion {
    std::string typed;
};
// The plan book: all of the plan that is no row. Of what is chosen there its form shows, the list
// to pick one of its members from, or what goes when it is removed.
struct BookQuestion {
    FormSubject chosen;
    FormMember picks = FormMember::None;
    bool removes = false;
    std::string typed; // what the list is searched for
    bool operator==(const BookQuestion&) const = default;
};
// «With what is the plan approved? Of which year is the new one, and what is it called?» What is
// typed stands in a copy of the plan until it is done.
struct DraftQuestion {
    FormOf of = FormOf::Approval;
    Document draft;
    bool touched = false; // something was typed that is nowhere else
};
// What was found in the file of the plan.
struct ProblemsList {};
// The sheet of commands and keys.
struct HelpSheet {};
// «What is to be changed about all that are picked?» Only what is set is changed.
enum class BulkText : std::uint8_t {
    Reason,
    Percent,
    Responsible,
    Period,
    Shift,
    AddTags,
    RemoveTags
};
inline constexpr std::size_t kBulkTextCount = 7;
struct BulkChoice {
    std::optional<StoredState> state;
    ListChange responsible = ListChange::Add;
    ShiftUnit unit = ShiftUnit::Days;
    std::array<std::string, kBulkTextCount> texts; // as they were typed, by BulkText
    bool operator==(const BulkChoice&) const = default;
};
// What would become of it.
struct BulkForecast {
    std::size_t all = 0;
    std::size_t changed = 0;
    std::size_t derived = 0; // whose state would be set and cannot
    std::string new_parties; // whom it would bring into the plan
    LocalText problem;       // why nothing would be changed; no key: none
    std::string period;      // what was read of the words of the period, for the first of them
    std::string review;      // and why somebody has to look
};
struct BulkQuestion {
    BulkChoice choice;
    BulkForecast forecast;
};
// The steps that can be undone and redone.
struct HistoryQuestion {};
// A short list of commands for one thing of the roadmap (menu_commands()), beside it.
enum class MenuOf : std::uint8_t { Measure, Picked, State, Unit, Heading, Table, Time };
struct CommandMenu {
    MenuOf of = MenuOf::Measure;
    std::optional<Point> at; // none: beside the selected row
    WorkUnit unit{};         // of the selected measure: whose state is chosen
};
using Question =
    std::variant<std::monostate, ConsentQuestion, UnsavedQuestion, FileConflict, EraseQuestion,
                 DraftOffer, ReasonQuestion, ChoiceQuestion, CalendarQuestion, BookQuestion,
                 DraftQuestion, DeviationsQuestion, PaletteQuestion, ProblemsList, HelpSheet,
                 CommandMenu, BulkQuestion, HistoryQuestion, VersionsQuestion>;

} // namespace vekha::app
