// AppState: everything the app knows between two frames. Each field lives in exactly one place: in
// the Document (kept in files, can be undone), in ViewState (kept for this person at this browser)
// or in Session (never kept). The dispatcher is the only writer; views read, and queue actions.
// Indexes into lists hold for one revision only, so what must outlive an edit is kept as an id.
#pragma once

#include "app/animation.hpp"
#include "app/command.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/questions.hpp" // IWYU pragma: export
#include "core/calendar/date.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/text_layout.hpp"
#include "core/codec/text_parts.hpp"
#include "core/edit/history.hpp"
#include "core/find/mine.hpp"
#include "core/find/picked_measures.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::app {

enum class Screen : std::uint8_t { Start, Roadmap };

// Why nothing of the plan can be changed.
enum class ReadOnlyReason : std::uint8_t { None, NewerVersion };

// What can be said about where the newest state of the plan is kept. Downloaded is never called
// saved.
enum class SaveStanding : std::uint8_t {
    Unchanged,   // as it was opened, made or taken from the samples
    SavedInFile, // written to the file and confirmed
    Downloaded,  // handed to the browser's downloads; nobody knows what became of it
    Draft,       // kept in this browser only
    NotSaved,    // in this page only
};

// One confirmed place of a revision.
struct KeptRevision {
    std::uint64_t revision = 0; // 0: never
    std::string time;           // "14:32", for show only
};

struct SaveInProgress {
    std::uint32_t request = 0;
    std::uint64_t revision = 0;
    Document document;
};

// What is asked of the draft store for one plan.
struct DraftWork {
    std::uint64_t seen_revision = 0;   // the newest one that was looked at
    bool waits = false;                // something is to be stored
    bool is_asked = false;             // the store has been asked to keep a draft of it
    std::uint64_t erased_revision = 0; // whose draft was to be erased, should it be under way
    TextParts text;                    // that the store has been given
    // Of a plan that came from a kept draft: what it was then, and what no file had of it.
    std::optional<Document> restored;
    std::string former_changes;
};

// The name by which the tabs of the browser know that they have one plan open; empty while nothing
// is asked. The plan of the file, or of a draft of it, belongs to one of them.
struct PlanHold {
    std::string name;
    std::string file_name; // of which the name was made
    bool answered = false;
    bool elsewhere = false; // another tab changes it
};

// An open plan. `document`, `revision` and `history` are the Document's side; the rest belongs to
// the session.
struct OpenPlan {
    Document document;
    std::uint64_t revision =
        0; // names this state of the document; never used twice for different ones
    History history;

    PlanOrigin origin = PlanOrigin::File;
    std::uint64_t opened_revision = 0;
    std::string file_name; // the name of the file, or the one that is suggested when it is saved
    std::uint32_t handle_token = 0; // 0: saving asks for a place
    TextLayout layout = TextLayout::Indented;
    ReadOnlyReason read_only = ReadOnlyReason::None;
    PlanHold hold;
    KeptRevision in_file;
    KeptRevision downloaded;
    KeptRevision drafted;
    std::optional<SaveInProgress> saving;
    // As it came from its file or went last into one or to the downloads; none: from nowhere such.
    std::optional<Document> saved;
    DraftWork draft;
    std::uint64_t opening = 0;   // never used twice in this page; its tab and its drafts go by it
    std::uint64_t continues = 0; // the kept draft that was opened (KeptDraft::place); 0: none
    // The state of a kept draft that said to be in a file, too; 0: none.
    std::uint64_t elsewhere_revision = 0;
    std::vector<Problem> problems; // that were found while opening; the plan opened all the same
    std::size_t problem_count = 0;
    bool tells_problems = false; // whenever nothing else is asked, until the list is closed
    std::vector<Problem> notices;

    [[nodiscard]] SaveStanding standing() const;
    // Nothing of it can be changed here.
    [[nodiscard]] bool is_read_only() const {
        return read_only != ReadOnlyReason::None || hold.elsewhere;
    }
    // Some work would be gone if the page and its drafts were gone.
    [[nodiscard]] bool has_unsaved_work() const;
};

// Limits of what can be dragged, in layout pixels.
inline constexpr float kMinTableWidth = 120.0F;
inline constexpr float kMaxStoredWidth = 4000.0F;

enum class ThemeChoice : std::uint8_t { System, Light, Dark };
// System: where the system asks for more contrast, or for colours of its own.
enum class ContrastChoice : std::uint8_t { System, Normal, High };

// Of the whole interface, in percent. The browser's own zoom multiplies with it.
inline constexpr std::array<int, 7> kScalePercents{100, 125, 150, 175, 200, 250, 300};
// The next one in that direction; the same at the ends.
[[nodiscard]] int scale_beside(int percent, int step);

enum class AsOfMode : std::uint8_t { Plan, Today, Chosen };
struct AsOfChoice {
    AsOfMode mode = AsOfMode::Plan; // the plan's own date, or today when it has none
    Date chosen;
    bool operator==(const AsOfChoice&) const = default;
};

// Kept for this person at this browser (app/settings.hpp).
struct ViewState {
    RoadmapView roadmap;
    bool inspector_open = true; // where there is room beside the picture
    ThemeChoice theme = ThemeChoice::System;
    ContrastChoice contrast = ContrastChoice::System;
    int scale_percent = kScalePercents.front();
    Language language = Language::Russian;
    AsOfChoice as_of;
    Person me; // whose rows «Мои строки» are, in every plan
    bool operator==(const ViewState&) const = default;
};

// The row that is selected: of a section, of a group, or of a measure, where rows are grouped in
// one of its groups. All empty: nothing is selected.
struct Selection {
    SectionId section;
    MeasureId measure;
    std::string group; // RowGroup::key
    [[nodiscard]] bool empty() const { return section.empty() && measure.empty() && group.empty(); }
    bool operator==(const Selection&) const = default;
};

// A file that was not opened. The open plan is as it was.
struct RefusedFile {
    std::string name;
    OpenFault fault = OpenFault::Unreadable; // holds while there are no problems
    double size_bytes = 0.0;
    std::vector<Problem> problems;
    std::size_t problem_count = 0;
    std::vector<Problem> notices;
    bool offers_windows_1251 = false;
    std::string bytes; // kept for reading again as Windows-1251
};

enum class MessageKind : std::uint8_t { Info, Success, Warning, Error };
struct Message {
    MessageKind kind = MessageKind::Info;
    LocalText text;
    double shown_at_seconds = 0.0; // monotonic
    double hide_at_seconds = 0.0;  // 0: stays until it is closed, or until work goes on
    std::uint64_t number = 0;      // counts up: tells a repeated message from the same one
    std::optional<Command> offers; // what can be done about it
};

// Stands while what it tells of lasts; messages about single steps stand before it.
struct LastingWarning {
    TextKey text;
    std::uint64_t about = 0; // the revision at which its plan was opened; 0: of no plan
    std::optional<Command> offers;
    bool closed = false;
};

// What a text field of the page is editing. What is typed stays in the field until it is committed.
enum class EditField : std::uint8_t {
    // Of a measure.
    Number,
    Title,
    Description,
    Result,
    Responsible,
    Period,
    Tags,
    Dependencies,
    Percent,
    DoneDate,
    Reason,
    Evidence,
    Note,
    // Of no measure.
    Form, // a member of a form; behind it nothing is the plan's (holds_typed_text())
    AsOf,
    GoToDate,
    Search,
    BookSearch,
    ViewName,
    Palette,
    Bulk // of BulkQuestion; which one is told by the key
};
struct FieldEdit {
    SemanticKey key = 0; // of the node the field lies over
    EditField field = EditField::Note;
    MeasureId measure;    // empty for what is of no measure
    WorkUnit unit{};      // of it, for what is reported
    FormPlace form;       // of EditField::Form
    std::string text;     // at the beginning
    std::string typed;    // what stands there by now
    bool refused = false; // the text could not be taken
    bool waits = false;   // and the person went on elsewhere
    bool is_new = false;  // nobody wrote the text yet: typing replaces it
};

// What is typed there is a day.
[[nodiscard]] bool takes_date(const FieldEdit& field);

// The paths of the nodes of fields that are opened from elsewhere (core/scene/semantics.hpp): in
// which a reason is typed, the name of a view, what is searched for, a command, a date. And those
// of what gets the keyboard in the plan book.
inline constexpr std::string_view kReasonField = "dialog/reason";
// By BulkText.
inline constexpr std::array<std::string_view, kBulkTextCount> kBulkFields{
    "bulk/reason", "bulk/percent",  "bulk/responsible", "bulk/period",
    "bulk/shift",  "bulk/add-tags", "bulk/remove-tags"};
inline constexpr std::string_view kViewNameField = "chooser/name";
inline constexpr std::string_view kSearchField = "filter/search";
inline constexpr std::string_view kPaletteField = "palette/field";
inline constexpr std::string_view kAsOfField = "topbar/as-of";
inline constexpr std::string_view kGoToDateField = "zoom/go-to-date";
inline constexpr std::string_view kBookSearch = "book/search";
inline constexpr std::string_view kBookBack = "book/back";
inline constexpr std::string_view kVersionRow = "versions/"; // and its place in the list
inline constexpr std::string_view kKeepThing = "book/keep";
inline constexpr std::string_view kRemoveThing = "form/remove";

// How the panel shows the units of work of one measure.
struct UnitsView {
    MeasureId measure;
    std::optional<WorkUnit> open;
    std::set<UnitKind> all_shown; // of long lists, too, and of those in which nothing is reported
};

// A period that is being moved, with the pointer or by keys. Nothing is changed until it is let go.
struct PeriodMove {
    MeasureId measure;
    PeriodGrip grip;
    Period period; // as it would be
    bool by_keys = false;
    std::uint64_t revision = 0; // of the plan when the move began; no two plans share one
};

// What a person asks of the rows, and what follows while that holds.
struct Filtering {
    RowFilter filter;
    bool is_open = false; // the bar is shown; while the filter is on, it always is
    FoldedRows folded;    // among what was found, while the filter is on
    Selection hidden;     // was selected, and is again when the filter lets it
};

enum class DraftHealth : std::uint8_t { Unknown, Working, Missing, Failing };

struct Media {
    bool dark = false;
    bool reduced_motion = false;
    bool more_contrast = false; // is asked for, or colours are the system's
    bool operator==(const Media&) const = default;
};

// Never kept.
struct Session {
    std::optional<Owner> hovered;
    Selection selection;
    PickedMeasures picked;         // to be changed together; none: the selected one is meant
    std::size_t picked_hidden = 0; // how many of them no row shows
    bool picking = false;          // each press picks, or takes out again
    bool is_scrolling = false;     // what the pointer is on waits until the rows rest
    std::optional<RefusedFile> refused;
    Question question;
    std::optional<Message> message;
    std::vector<LastingWarning> lasting; // the newest last
    std::optional<FieldEdit> field;
    // A text of the page where the keyboard was last (by its key, while that has it), and nobody
    // types: what would type begins it.
    std::optional<FieldEdit> idle_text;
    std::optional<FieldEdit> field_behind; // under a question, with a text that was refused
    std::optional<FormSubject> unfolded;   // in the panel: the item or target whose form shows
    std::vector<KeptDraft> last_plans;     // offered on the start screen, the newest first
    std::optional<ScaleGlide> glide;
    std::optional<PeriodMove> moving;
    UnitsView units;
    MeasureId held_row; // that the pointer drags
    DraftHealth draft_health = DraftHealth::Unknown;
    SemanticKey focused = 0; // node of the twin that has the keyboard
    // And that is the selected row, or nothing is selected and it is this one: the keyboard goes
    // with the selection.
    bool focus_on_row = false;
    // The cell of the selected measure that the keyboard is in; none: it is on the row.
    std::optional<Column> cell;
    // That of the selected row which was pressed last: where nothing else is said, it is edited.
    std::optional<Column> pressed_cell;
    Selection focused_row;
    RoadmapFrame frame; // of the last layout
    Density density = Density::Comfortable;
    Filtering filtering;      // of the open plan's rows
    ViewId shown_view;        // the saved view that was shown or saved last
    bool fit_pending = false; // the plan is new and the width was not yet known
    bool fitted = false;      // the whole plan is shown, and stays so when the width changes
    // The page is too narrow for the inspector beside the picture: there it is a sheet over it,
    // which comes when it is asked for and is not remembered.
    bool inspector_is_sheet = false;
    bool sheet_open = false;
    bool tray_open = false; // the list of measures without dates
    Media media;
    Date today;
    bool drag_over = false;
    bool visible = true;

    [[nodiscard]] bool asks() const { return !std::holds_alternative<std::monostate>(question); }
};

// How a person looked at a plan that stands behind another one now; it comes back like that.
struct PlanDesk {
    TimeScale scale;
    float scroll_y = 0.0F;
    float table_scroll_x = 0.0F;
    FoldedRows folded;
    Grouping grouping = Grouping::Section;
    RowSort sort;
    AsOfChoice as_of;
    bool tray_open = false;
    bool fits = false; // the whole plan was shown, or was to be
    Selection selection;
    PickedMeasures picked;
    bool picking = false;
    Filtering filtering;
    ViewId shown_view;
    std::optional<FieldEdit> refused_field; // whose text is nowhere else
};

struct PlanBehind {
    OpenPlan plan;
    PlanDesk desk;
};

// Of the open plans one is shown: `plan`, with its desk in `view` and `session`. The others wait
// behind it (app/plan_tabs.hpp).
struct AppState {
    Screen screen = Screen::Start;
    std::optional<OpenPlan> plan;
    std::vector<PlanBehind> behind; // in the order of the tabs; empty while there is no plan
    std::size_t tab = 0;            // the place of the shown one among all
    ViewState view;
    Session session;
    std::string build; // of the page, for its help
};

// The open plans in the order of their tabs; `tab` is less than their number.
[[nodiscard]] std::size_t plan_count(const AppState& state);
[[nodiscard]] const OpenPlan& plan_at(const AppState& state, std::size_t tab);
[[nodiscard]] OpenPlan& plan_at(AppState& state, std::size_t tab);
// None: that plan (OpenPlan::opening) is closed.
[[nodiscard]] std::optional<std::size_t> tab_of(const AppState& state, std::uint64_t opening);

// Of the shown plan; nullptr when it has no such measure.
[[nodiscard]] const Measure* find_measure(const AppState& state, const MeasureId& id);
// Of the selected measure: a state set by hand holds over the one that its parts derive.
[[nodiscard]] bool is_set_by_hand(const AppState& state);
// What a command for measures is about: all that are picked, else the selected one, else nothing.
[[nodiscard]] std::vector<MeasureId> measures_meant(const AppState& state);
// Several are being picked, or have been.
[[nodiscard]] bool is_picking(const AppState& state);
// The date that every state and figure on the screen is said for.
[[nodiscard]] Date as_of_date(const AppState& state);
[[nodiscard]] bool dark_theme(const AppState& state);
[[nodiscard]] bool high_contrast(const AppState& state);
[[nodiscard]] bool is_read_only(const AppState& state);
[[nodiscard]] bool inspector_is_open(const AppState& state);
// A period is being moved by keys.
[[nodiscard]] bool moves_by_keys(const AppState& state);
// Beside one's own rows, while none of them is selected.
[[nodiscard]] bool agenda_is_shown(const AppState& state);
[[nodiscard]] bool filter_is_open(const AppState& state);
// Those that hold now: a filter has its own, since it is there to show what was found.
[[nodiscard]] const FoldedRows& folded_rows(const AppState& state);
// The message that shows now.
[[nodiscard]] std::optional<Message> shown_message(const Session& session);
// A text of the plan that could not be taken: it is nowhere but in its field.
[[nodiscard]] bool holds_refused_text(const std::optional<FieldEdit>& field);
// Whether the open field belongs to the question and goes with it; other fields wait behind it.
[[nodiscard]] bool is_field_of_question(const Session& session);
// Before a question opens a field of its own: a refused text of another field waits for its end.
void put_refused_behind(Session& session);
// Whether something was typed into the question that is nowhere else.
[[nodiscard]] bool question_holds_work(const AppState& state);
// A reason was typed that is nowhere but in its question until that is answered.
[[nodiscard]] bool has_typed_reason(const AppState& state);
// Some work of a plan would be gone with the page: changes that are in no draft yet, or a text that
// is nowhere but in a field.
[[nodiscard]] bool would_lose_work(const AppState& state);

// The owner of the selection in this document, for layout and inspector, and the way back.
// `groups`: those that the rows stand in; of a measure that has left its group, another one that it
// is in.
[[nodiscard]] std::optional<Owner> owner_of(const Document& document, const RowGroups& groups,
                                            const Selection& selection);
[[nodiscard]] Selection selection_of(const Document& document, const RowGroups& groups,
                                     const Owner& owner);
// The node of the selected row; 0 when nothing is selected. See core/layout/roadmap_layout.hpp.
[[nodiscard]] SemanticKey row_key(const Selection& selection);
// The node of a cell of a measure's row; 0 when no measure is selected.
[[nodiscard]] SemanticKey cell_key(const Selection& selection, Column column);
// Where the keyboard is while it goes with the selection: in a cell, or on the row.
[[nodiscard]] SemanticKey selected_key(const Session& session);
// Gives the keyboard to what is no row and is drawn in the next frame.
void focus_on(Session& session, SemanticKey key);

// Whether a text of the plan is being typed that stands nowhere but in its field.
[[nodiscard]] bool holds_typed_text(const Session& session);
// «Saved in plan.vekha.json, 14:32», «Draft in this browser» and so on.
[[nodiscard]] LocalText save_state_text(const OpenPlan& plan, DraftHealth health);

} // namespace vekha::app
