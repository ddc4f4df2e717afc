// PlanFiles: the part of the dispatcher that opens, saves and keeps drafts. A plan replaces the
// open one only after it was read whole, the person agreed to its repairs, and the open one's work
// is safe or was given up. Bytes are written, read back and compared before a port sees them
// (quality.md, finding 6).
#pragma once

#include "app/actions.hpp"
#include "app/autosave.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_reader.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::app {

// The bytes of a sample by its slug; empty when there is none. Views stay valid.
using SampleSource = std::function<std::string_view(std::string_view slug)>;

class PlanFiles {
public:
    PlanFiles(Context& context, PlanEditor& editor, SampleSource samples)
        : m_context(context), m_editor(editor), m_samples(std::move(samples)) {}

    void apply(const act::OpenSample& action);
    void apply(const act::NewBlankPlan& action);
    void apply(const act::OpenFileChooser& action) const;
    void apply(const act::OpenLastPlan& action);
    void apply(const act::Save& action);
    void apply(const act::SaveAs& action);
    void apply(const act::AcceptRepairs& action);
    void apply(const act::SaveAndContinue& action);
    void apply(const act::ContinueWithoutSaving& action);
    void apply(const act::ConvertWindows1251& action);
    void apply(const act::DismissRefused& action);

    void apply(FileOpened& event);
    void apply(const FileNotOpened& event);
    void apply(const SampleAsked& event);
    void apply(const SaveFinished& event);
    void apply(DraftsLoaded& event);
    void apply(const DraftStored& event);
    void apply(const VisibilityChanged& event);

    // Once a frame, after everything was applied: looks for changes and stores the draft when it is
    // due.
    void tick();
    [[nodiscard]] std::optional<double> draft_due_seconds() const { return m_timer.due_seconds(); }

private:
    enum class Place : std::uint8_t { SameFile, Ask };
    struct Source {
        std::string name;
        std::uint32_t handle_token = 0;
        KeptDraft draft; // of PlanOrigin::Draft, without its bytes
    };

    void read(std::string bytes, const Source& source, PlanOrigin origin, Windows1251 windows_1251);
    void refuse(std::string bytes, const Source& source, const ReadFailure& failure);
    void offer(LoadedPlan plan); // asks about unsaved work, or installs
    void install(LoadedPlan plan);
    void show_how_it_opened(const OpenPlan& plan, ReadVerdict verdict);
    bool start_saving(Place place);
    void finish_saving(const SaveFinished& event);
    void see_changes(const OpenPlan& plan);
    void store_draft();
    void store_waiting_draft();

    Context& m_context;
    PlanEditor& m_editor;
    SampleSource m_samples;
    DraftTimer m_timer;
    std::uint64_t m_seen_revision = 0;
    std::uint64_t m_drafted_opening = 0; // the last one that the store was asked to keep
    std::uint32_t m_last_request = 0;
};

} // namespace vekha::app
