// The outside world as the app sees it: interfaces that the platform implements for the browser and
// tests implement in memory (tests/support). Calls return at once; answers arrive as events.
#pragma once

#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/scene/semantics.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vekha::app {

class GlyphSource; // glyph_source.hpp

class FilePort {
public:
    FilePort() = default;
    FilePort(const FilePort&) = delete;
    FilePort& operator=(const FilePort&) = delete;
    virtual ~FilePort() = default;
    // Shows the browser's file chooser; answers with FileOpened or FileNotOpened, or not at all
    // when left.
    virtual void choose_file() = 0;

    struct SaveRequest {
        std::uint32_t request = 0;
        std::string suggested_name;
        std::string bytes;              // complete and checked before the chooser opens
        std::uint32_t handle_token = 0; // write there when the browser can; 0: ask for a place
        // Also over what was last answered with as SaveOutcome::ChangedOutside.
        bool overwrites = false;
    };
    virtual void save(SaveRequest request) = 0;
};

// Keeps the newest state of the plan in the browser, so that the last plan can be opened again and
// the rescue page has something to hand out. Nobody should have to rely on it (quality.md §1), but
// what is nowhere else is not dropped.
class DraftStore {
public:
    DraftStore() = default;
    DraftStore(const DraftStore&) = delete;
    DraftStore& operator=(const DraftStore&) = delete;
    virtual ~DraftStore() = default;

    struct Draft {
        std::uint64_t revision = 0;
        // Which opening of a plan in this page: each has drafts of its own. Copies of a plan that
        // go round have one plan id and different work in them.
        std::uint64_t opening = 0;
        // The kept draft that was opened there (KeptDraft::place); 0: none. It is no longer
        // offered once this one is stored, unless the page it came from wrote another meanwhile.
        std::uint64_t continues = 0;
        std::string_view name;    // of the file
        std::string_view title;   // of the plan
        std::string_view changes; // what no file has, in words
        // The parts whose texts, one behind the other, are the file.
        std::span<const std::uint32_t> parts;
        bool only_copy = true; // the work is in no file; such drafts are kept before others
    };
    // A part of the text of that opening's plan, for the drafts that follow: it is kept while each
    // of them has it.
    virtual void take_part(std::uint64_t opening, std::uint32_t part, std::string_view text) = 0;
    // Answers with DraftStored. While one is being written, only the newest of the following is
    // kept for the next write, and only what was written is answered: an answer covers all earlier
    // revisions.
    // Drafts of other openings and of other pages stay as they are.
    virtual void store(const Draft& draft) = 0;
    // Answers with DraftsLoaded, within some 3 s at the latest; without those of `open`, the
    // openings that are at work.
    virtual void load(std::span<const std::uint64_t> open) = 0;
    // The kept draft of that place goes, with what it continued; 0: all drafts of every page.
    virtual void erase(std::uint64_t place) = 0;
};

// The last 30 saved states of each plan, to go back to. Nobody's only copy: they give way to
// drafts, and what cannot be kept is missing from the list.
class VersionStore {
public:
    VersionStore() = default;
    VersionStore(const VersionStore&) = delete;
    VersionStore& operator=(const VersionStore&) = delete;
    virtual ~VersionStore() = default;

    struct Version {
        std::string_view plan; // its id
        std::string_view name; // of the file
        std::string_view changes;
        std::string_view bytes;
        bool downloaded = false; // may have got nowhere
    };
    // The same bytes as the newest one of the plan are kept once.
    virtual void keep(const Version& version) = 0;
    virtual void load(std::string_view plan) = 0; // answers with VersionsLoaded
    virtual void read(std::string_view plan, std::uint64_t place) = 0; // answers with VersionRead
    virtual void erase() = 0;                                          // those of all plans
};

// Which of the browser's tabs may change a plan. Holding is answered with PlanHeld, now and
// whenever that changes.
class PlanLocks {
public:
    PlanLocks() = default;
    PlanLocks(const PlanLocks&) = delete;
    PlanLocks& operator=(const PlanLocks&) = delete;
    virtual ~PlanLocks() = default;
    // `name`: what every tab calls this plan.
    virtual void hold(std::uint64_t opening, std::string_view name) = 0;
    // From whichever tab holds it.
    virtual void take_over(std::uint64_t opening) = 0;
    virtual void let_go(std::uint64_t opening) = 0;
};

// Small settings of the person at this browser (theme, language, column widths), as text by name.
class SettingsStore {
public:
    SettingsStore() = default;
    SettingsStore(const SettingsStore&) = delete;
    SettingsStore& operator=(const SettingsStore&) = delete;
    virtual ~SettingsStore() = default;
    [[nodiscard]] virtual std::string get(std::string_view name) const = 0; // empty: not set
    virtual void set(std::string_view name, std::string_view value) = 0;
    virtual void erase() = 0; // all of them
};

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Date today() const = 0; // the civil day where the browser stands
    [[nodiscard]] virtual double monotonic_seconds() const = 0; // for durations only
    [[nodiscard]] virtual std::string time_of_day() const = 0;  // "14:32", for show only
};

// A number that nobody else has drawn: ids of new things are made from it.
class Chance {
public:
    Chance() = default;
    Chance(const Chance&) = delete;
    Chance& operator=(const Chance&) = delete;
    virtual ~Chance() = default;
    [[nodiscard]] virtual std::uint64_t draw() = 0;
};

// The visible page element laid over a text that is being edited (style.md «Who draws what»).
struct FieldSpec {
    SemanticKey key = 0;
    Rect rect;
    std::string label; // the accessible name
    std::string text;
    std::string placeholder; // while nothing is typed
    bool multiline = false;
    bool numeric = false;
    bool waits = false;    // shown, but the keyboard stays where it is
    bool has_list = false; // the arrow down leads to the list below it
    bool has_rows = false; // it ends the typing and is the program's
    // Of several lines, but Enter commits; with Shift or Alt it begins a line.
    bool enter_commits = false;
    bool selected = false; // all of it, so that typing replaces it
    bool date = false;     // can be picked in a calendar, too
    bool passing = false;  // nobody's work: what is looked for
    float font_px = 15.0F; // layout pixels, as the text under it is drawn
};
class FieldPort {
public:
    FieldPort() = default;
    FieldPort(const FieldPort&) = delete;
    FieldPort& operator=(const FieldPort&) = delete;
    virtual ~FieldPort() = default;
    virtual void show(const FieldSpec& spec) = 0; // again with the same key: only moves it
    virtual void hide() = 0;                      // drops what was typed
    // Takes it away as if the person had gone on elsewhere; answers with FieldFinished.
    virtual void leave() = 0;
};

// Takes what is on the screen for the DOM twin; called once for each painted frame.
class TwinPort {
public:
    TwinPort() = default;
    TwinPort(const TwinPort&) = delete;
    TwinPort& operator=(const TwinPort&) = delete;
    virtual ~TwinPort() = default;
    virtual void publish(const SemanticList& list, SemanticKey focused) = 0;
    virtual void announce(std::string_view text, bool urgent) = 0;
};

// The clipboard of the browser. Rows go there as plain text with tabs, as a table, and as they are,
// for another page of ours.
class ClipboardPort {
public:
    ClipboardPort() = default;
    ClipboardPort(const ClipboardPort&) = delete;
    ClipboardPort& operator=(const ClipboardPort&) = delete;
    virtual ~ClipboardPort() = default;

    struct Rows {
        std::string_view text;
        std::string_view html; // the rows of a table
        std::string_view rows;
    };
    // Answers with RowsGiven. `asks`: the browser did not ask for them and is now asked to copy.
    virtual void give(const Rows& rows, bool asks) = 0;
    // Answers with RowsPasted or PasteRefused.
    virtual void ask_for_rows() = 0;
};

// The page around the canvas.
class PagePort {
public:
    PagePort() = default;
    PagePort(const PagePort&) = delete;
    PagePort& operator=(const PagePort&) = delete;
    virtual ~PagePort() = default;
    virtual void set_title(std::string_view title) = 0;
    virtual void set_language(std::string_view tag) = 0;
    virtual void set_dark(bool dark) = 0; // colours of the page's own elements
    // Layout pixels are CSS pixels by this scale (1 to 3); everything that passes the ports stays
    // in layout pixels.
    virtual void set_interface_scale(float scale) = 0;
    virtual void ask_before_leaving(bool ask) = 0; // work would be lost
    virtual void
    open_link(std::string_view url) = 0; // http, https or mailto in a new tab, without a referrer
};

struct Ports {
    FilePort* files = nullptr;
    DraftStore* drafts = nullptr;
    VersionStore* versions = nullptr;
    PlanLocks* locks = nullptr;
    SettingsStore* settings = nullptr;
    Clock* clock = nullptr;
    Chance* chance = nullptr;
    FieldPort* field = nullptr;
    TwinPort* twin = nullptr;
    ClipboardPort* clipboard = nullptr;
    PagePort* page = nullptr;
    GlyphSource* glyphs = nullptr;
    std::string build; // of the page, as it names itself; empty: it has no name
};

} // namespace vekha::app
