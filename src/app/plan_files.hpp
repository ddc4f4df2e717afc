// PlanFiles: the part of the dispatcher that opens and saves. A plan opens beside the others, and
// only after it was read whole and the person agreed to its repairs. Bytes are written, read back
// and compared before a port sees them (quality.md, finding 6).
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_drafts.hpp"
#include "app/plan_editor.hpp"
#include "app/plan_tabs.hpp"
#include "app/plan_versions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::app {

// The bytes of a sample by its slug; empty when there is none. Views stay valid.
using SampleSource = std::function<std::string_view(std::string_view slug)>;

class PlanFiles {
public:
    PlanFiles(Context& context, PlanEditor& editor, PlanTabs& tabs, PlanDrafts& drafts,
              PlanVersions& versions, SampleSource samples)
        : m_context(context), m_editor(editor), m_tabs(tabs), m_drafts(drafts),
          m_versions(versions), m_samples(std::move(samples)) {}

    void apply(const act::OpenSample& action);
    void apply(const act::NewBlankPlan& action);
    void apply(const act::MakeNewPlan& action);
    void apply(const act::OpenFileChooser& action) const;
    void apply(const act::OpenLastPlan& action);
    void apply(const act::OpenOfferedDraft& action);
    void apply(const act::OpenVersion& action);
    void apply(const act::Save& action);
    void apply(const act::SaveAs& action);
    void apply(const act::OverwriteFile& action);
    void apply(const act::ShowFileChanges& action);
    void apply(const act::OpenChangedFile& action);
    void apply(const act::AcceptRepairs& action);
    void apply(const act::SaveAndClose& action);
    void apply(const act::CloseWithoutSaving& action);
    void apply(const act::ConvertWindows1251& action);
    void apply(const act::DismissRefused& action);
    void apply(const act::ShowProblems& action) const;

    void apply(FileOpened& event);
    void apply(const FileNotOpened& event);
    void apply(const SampleAsked& event);
    void apply(const SaveFinished& event);

    // Once a frame: what was found in a file is told when nothing else is asked.
    void tick() const;

private:
    enum class Place : std::uint8_t { SameFile, Overwrite, Ask };
    struct Source {
        std::string name;
        std::uint32_t handle_token = 0;
        KeptDraft draft; // of PlanOrigin::Draft, without its bytes
    };

    void read(std::string bytes, const Source& source, PlanOrigin origin, Windows1251 windows_1251);
    void refuse(std::string bytes, const Source& source, const ReadFailure& failure);
    void install(LoadedPlan plan);
    void show_how_it_opened(OpenPlan& plan, ReadVerdict verdict) const;
    bool start_saving(Place place);
    void finish_saving(OpenPlan& plan, const SaveFinished& event);
    void tell_conflict(const OpenPlan& plan, const SaveFinished& event);
    void forget_conflict();

    Context& m_context;
    PlanEditor& m_editor;
    PlanTabs& m_tabs;
    PlanDrafts& m_drafts;
    PlanVersions& m_versions;
    SampleSource m_samples;
    std::uint32_t m_last_request = 0;
};

} // namespace vekha::app
