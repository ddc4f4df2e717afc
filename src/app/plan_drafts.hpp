// PlanDrafts: the part of the dispatcher that has the open plans kept as drafts in the browser, and
// knows which drafts can be opened again. All open plans wait for the store by one timer; one that
// could not be stored waits on, also behind another plan.
#pragma once

#include "app/autosave.hpp"
#include "app/context.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace vekha::app {

class PlanDrafts {
public:
    explicit PlanDrafts(Context& context) : m_context(context) {}

    void apply(DraftsLoaded& event);
    void apply(const DraftStored& event);
    void apply(const VisibilityChanged& event);
    void apply(const act::AskErase& action);
    void apply(const act::Erase& action);
    void apply(const act::ShowDraftChanges& action);

    // Asks whether a kept draft of the shown plan is to be opened beside it, where there is one
    // with other work in it.
    void offer_kept();
    // The same after a new look at what is kept.
    void offer_newest();

    // Asks what is kept beside the open plans; the answer is for the start screen.
    void look_for_kept() const;
    // A draft that says something else about its plan than is true by now: is written anew.
    void renew(OpenPlan& plan);
    // Before the shown plan goes behind another one, or is closed.
    void store_now();
    // Once a frame, after everything was applied: looks for changes and stores what is due.
    void tick();
    [[nodiscard]] std::optional<double> due_seconds() const { return m_timer.due_seconds(); }

private:
    // How much is done at once: a large plan takes several frames, unless there may be no other.
    enum class Pace : std::uint8_t { Slices, Whole };

    void see_changes(OpenPlan& plan);
    void store_waiting(Pace pace);
    [[nodiscard]] bool give_text(OpenPlan& plan, Pace pace) const; // all of it has been given
    void store(OpenPlan& plan) const;
    [[nodiscard]] std::string unsaved_in_words(const OpenPlan& plan) const;

    Context& m_context;
    DraftTimer m_timer;
    bool m_offers_newest = false; // when they have been loaded
};

} // namespace vekha::app
