// What the outside world tells the app. The platform makes these and hands them to the one listener
// it was given; the app decides at once (keys: whether it takes them) and does the work in the next
// frame. Points are in layout pixels of the canvas (CSS pixels at interface scale 1).
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vekha::app {

// Chosen or dropped.
struct FileOpened {
    std::string name;
    std::string bytes;
    std::uint32_t handle_token = 0; // names a handle that the platform keeps; 0: none
};
enum class OpenFault : std::uint8_t { TooLarge, Unreadable };
struct FileNotOpened {
    std::string name;
    OpenFault fault = OpenFault::Unreadable;
    double size_bytes = 0.0;
};
// The page was opened by a link to one of its own samples («…/#sample=sevastopol-2021»).
struct SampleAsked {
    std::string slug;
};
// ChangedOutside: the file holds something else than what was opened or saved last; it was left
// alone.
enum class SaveOutcome : std::uint8_t {
    WrittenToFile,
    Downloaded,
    Cancelled,
    Failed,
    ChangedOutside
};
struct SaveFinished {
    std::uint32_t request = 0;
    SaveOutcome outcome = SaveOutcome::Failed;
    std::string name;
    std::uint32_t handle_token = 0;
    std::string bytes; // ChangedOutside: what was found in the file
};
// The answer to DraftStore::load: what is kept, the newest first. None when the store cannot be
// used.
struct KeptDraft {
    std::uint64_t place = 0; // in the store, never 0; names this very draft
    std::string name;
    std::string title;
    std::string bytes;
    std::string saved_at; // local time in the browser's words, for show only
    std::string changes;  // what no file has, in words; empty: nothing, or it is not known
    bool only_copy = true;
};
struct DraftsLoaded {
    std::vector<KeptDraft> drafts;
};
enum class DraftFault : std::uint8_t { None, StoreMissing, WriteFailed };
struct DraftStored {
    std::uint64_t revision = 0;
    DraftFault fault = DraftFault::None;
};
// The answer to VersionStore::load: the saved states of a plan, the newest first.
struct SavedVersion {
    std::uint64_t place = 0; // in the store, never 0
    std::string name;        // of the file
    std::string saved_at;    // local time in the browser's words, for show only
    // What had changed then, in words: a line that says all of it in short, then a line each.
    std::string changes;
    bool downloaded = false;
};
struct VersionsLoaded {
    std::string plan;
    bool usable = true; // else the browser keeps none
    std::vector<SavedVersion> versions;
};
struct VersionRead {
    std::uint64_t place = 0;
    std::string bytes; // empty: it is gone or damaged
};
// Whether this tab may change the plan (PlanLocks), or another one does.
struct PlanHeld {
    std::uint64_t opening = 0;
    bool here = true;
};
struct KeyPressed {
    std::string key;   // KeyboardEvent.key
    std::string code;  // KeyboardEvent.code, the physical key
    bool ctrl = false; // or Command
    bool shift = false;
    bool alt = false;
    bool repeat = false;
};
// Deltas in layout pixels, after line and page modes were resolved. Pinch of a touch pad arrives
// with ctrl = true.
struct WheelTurned {
    Point at;
    float dx = 0.0F;
    float dy = 0.0F;
    bool ctrl = false;
    bool shift = false;
};
// Two fingers on a touch screen: the picture scales by `factor` about `at` and moves by `dx`, `dy`.
struct Pinched {
    Point at;
    float factor = 1.0F;
    float dx = 0.0F;
    float dy = 0.0F;
};
// One finger moved over the screen after it was taken for a scroll, not for a tap. Not taking the
// first one (above a splitter, a slider, a bar that can be dragged) turns the gesture into a drag
// of the mouse's left button.
struct TouchScrolled {
    Point at;
    float dx = 0.0F;
    float dy = 0.0F;
};
// A finger rested on one place. Not taking it leaves the finger what it was.
struct LongPressed {
    Point at;
};
struct NodeActivated {
    SemanticKey key = 0;
};
struct NodeFocused {
    SemanticKey key = 0; // 0: the focus left the page's twin
};
// A slider of the twin was moved by keys or assistive technology.
struct NodeValueSet {
    SemanticKey key = 0;
    double value = 0.0;
};
// Entered: by its key; Left: the person went on elsewhere, and what was typed counts all the same.
enum class FieldEnd : std::uint8_t { Cancelled, Entered, Left };
struct FieldFinished {
    SemanticKey key = 0;
    FieldEnd end = FieldEnd::Cancelled;
    std::string text;
};
// What stands in the field after a change.
struct FieldTyped {
    SemanticKey key = 0;
    std::string text;
};
// The browser copies or cuts, and no text field has the keyboard. Taken when ClipboardPort was
// given the rows before the call returned.
struct CopyAsked {
    bool cuts = false;
};
// The clipboard has the rows that it was given last, or the browser refused.
struct RowsGiven {
    bool taken = false;
};
// The browser pastes: the rows that it found on the clipboard; empty: something else is there.
struct RowsPasted {
    std::string rows;
};
struct PasteRefused {};
struct DragHovers {
    bool inside = false; // a file is held over the page
};
struct MediaChanged {
    bool dark = false;
    bool reduced_motion = false;
    bool more_contrast = false; // is asked for, or colours are the system's
};
struct VisibilityChanged {
    bool visible = true;
};

using Event =
    std::variant<FileOpened, FileNotOpened, SampleAsked, SaveFinished, DraftsLoaded, DraftStored,
                 VersionsLoaded, VersionRead, PlanHeld, KeyPressed, WheelTurned, Pinched,
                 TouchScrolled, LongPressed, NodeActivated, NodeFocused, NodeValueSet,
                 FieldFinished, FieldTyped, CopyAsked, RowsGiven, RowsPasted, PasteRefused,
                 DragHovers, MediaChanged, VisibilityChanged>;

} // namespace vekha::app
