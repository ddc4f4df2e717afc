#include "app/plan_drafts.hpp"

#include "app/actions.hpp"
#include "app/change_words.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/text_parts.hpp"
#include "core/compare/document_changes.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// Writing so much takes some milliseconds.
constexpr std::size_t kSliceBytes = 160 * std::size_t{1024};

// Of what a draft says about itself, in code points.
constexpr std::size_t kMostWords = 400;

// A sample or a blank plan as it came can be had again at any time.
bool is_worth_keeping(const OpenPlan& plan) {
    const bool from_elsewhere = plan.origin == PlanOrigin::File || plan.origin == PlanOrigin::Draft;
    return from_elsewhere || plan.standing() != SaveStanding::Unchanged;
}

} // namespace

void PlanDrafts::apply(DraftsLoaded& event) {
    m_context.state.session.last_plans = std::move(event.drafts);
    if (std::exchange(m_offers_newest, false)) {
        offer_kept();
    }
}

void PlanDrafts::apply(const DraftStored& event) {
    AppState& state = m_context.state;
    const bool is_stored = event.fault == DraftFault::None;
    const DraftHealth fault =
        event.fault == DraftFault::StoreMissing ? DraftHealth::Missing : DraftHealth::Failing;
    const bool fails_again = !is_stored && state.session.draft_health == DraftHealth::Failing;
    state.session.draft_health = is_stored ? DraftHealth::Working : fault;
    if (is_stored) {
        m_timer.note_success();
    } else if (fault == DraftHealth::Failing) {
        m_timer.note_failure(m_context.now());
    }
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        OpenPlan& plan = plan_at(state, tab);
        if (plan.revision != event.revision || plan.revision == plan.draft.erased_revision) {
            continue;
        }
        if (is_stored) {
            plan.drafted = {event.revision, m_context.ports.clock->time_of_day()};
        } else {
            plan.draft.waits = true;
            if (fails_again) {
                plan.draft.text.forget(); // the browser may have lost what it was to keep
            }
        }
    }
}

void PlanDrafts::apply(const VisibilityChanged& event) {
    m_context.state.session.visible = event.visible;
    if (!event.visible && m_timer.due_seconds()) {
        m_timer.note_at_once(m_context.now());
    }
}

void PlanDrafts::apply(const act::AskErase& action) {
    AppState& state = m_context.state;
    const std::vector<KeptDraft>& kept = state.session.last_plans;
    if (!action.draft) {
        state.session.question = EraseQuestion{};
    } else if (*action.draft < kept.size()) {
        const KeptDraft& draft = kept[*action.draft];
        state.session.question =
            EraseQuestion{draft.place, draft.title.empty() ? draft.name : draft.title};
    }
}

// The open plans stay as they are, and are kept again with their next change.
void PlanDrafts::apply(const act::Erase& /*action*/) {
    AppState& state = m_context.state;
    const auto* const question = std::get_if<EraseQuestion>(&state.session.question);
    if (question == nullptr) {
        return;
    }
    const std::uint64_t place = question->place;
    state.session.question = {};
    m_context.ports.drafts->erase(place);
    std::erase_if(state.session.last_plans,
                  [place](const KeptDraft& draft) { return place == 0 || draft.place == place; });
    if (place == 0) {
        m_context.ports.settings->erase();
        m_context.ports.versions->erase();
        m_timer.note_stored();
        for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
            OpenPlan& plan = plan_at(state, tab);
            plan.drafted = {};
            plan.draft.waits = false;
            plan.draft.erased_revision = plan.revision; // its draft may be on its way
        }
    }
    m_context.show(MessageKind::Success,
                   {place == 0 ? "erase.allDone"_key : "erase.draftDone"_key, {}});
}

void PlanDrafts::apply(const act::ShowDraftChanges& /*action*/) {
    if (auto* const offer = std::get_if<DraftOffer>(&m_context.state.session.question)) {
        offer->shows_changes = true;
    }
}

void PlanDrafts::offer_newest() {
    m_offers_newest = true;
    look_for_kept();
}

void PlanDrafts::offer_kept() {
    AppState& state = m_context.state;
    const bool lists_problems = std::holds_alternative<ProblemsList>(state.session.question);
    if (!state.plan || (state.session.asks() && !lists_problems)) {
        return;
    }
    const OpenPlan& plan = *state.plan;
    for (const KeptDraft& kept : state.session.last_plans) {
        if (!kept.only_copy || kept.name != plan.file_name) {
            continue;
        }
        Result<ReadOutcome, ReadFailure> read = read_roadmap(kept.bytes);
        if (!read || !(read.value().document.plan.id == plan.document.plan.id)) {
            continue;
        }
        DraftOffer offer{.place = kept.place, .saved_at = kept.saved_at, .file = plan.document};
        offer.changes = changes_between(offer.file, read.value().document);
        if (offer.changes.empty()) {
            continue;
        }
        offer.document = std::move(read).value().document;
        state.session.question = std::move(offer);
        m_context.ports.twin->announce(
            m_context.texts.format("offer.title"_key, {{"time", kept.saved_at}}), true);
        return;
    }
}

void PlanDrafts::look_for_kept() const {
    const AppState& state = m_context.state;
    std::vector<std::uint64_t> open;
    open.reserve(plan_count(state));
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        open.push_back(plan_at(state, tab).opening);
    }
    m_context.ports.drafts->load(open);
}

void PlanDrafts::renew(OpenPlan& plan) {
    plan.draft.waits = true;
    m_timer.note_at_once(m_context.now());
}

void PlanDrafts::tick() {
    if (!m_context.state.plan) {
        return;
    }
    see_changes(*m_context.state.plan);
    if (m_timer.due(m_context.now())) {
        store_waiting(m_context.state.session.visible ? Pace::Slices : Pace::Whole);
    }
}

// Only the shown plan changes.
void PlanDrafts::see_changes(OpenPlan& plan) {
    if (plan.draft.seen_revision == plan.revision) {
        return;
    }
    plan.draft.seen_revision = plan.revision;
    // Undone work is kept, too: its draft must not go on calling itself the only copy.
    if (!is_worth_keeping(plan) && !plan.draft.is_asked) {
        return;
    }
    plan.draft.waits = true;
    if (m_context.state.session.visible) {
        m_timer.note_change(m_context.now());
    } else {
        m_timer.note_at_once(m_context.now()); // no further frame may come
    }
}

void PlanDrafts::store_now() {
    if (m_context.state.plan) {
        see_changes(*m_context.state.plan);
        store_waiting(Pace::Whole);
    }
}

void PlanDrafts::store_waiting(Pace pace) {
    m_timer.note_stored();
    AppState& state = m_context.state;
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        OpenPlan& plan = plan_at(state, tab);
        if (!plan.draft.waits) {
            continue;
        }
        if (give_text(plan, pace)) {
            store(plan);
        } else {
            m_timer.note_at_once(m_context.now());
        }
    }
}

bool PlanDrafts::give_text(OpenPlan& plan, Pace pace) const {
    for (;;) {
        const TextParts::Step step =
            plan.draft.text.update(plan.document, plan.layout, kSliceBytes);
        for (const TextParts::Part& part : step.fresh) {
            m_context.ports.drafts->take_part(plan.opening, part.number, part.text);
        }
        if (step.is_whole || pace == Pace::Slices) {
            return step.is_whole;
        }
    }
}

// By what was saved last; where that is not known, what the draft said that it came from, and what
// has been changed since.
std::string PlanDrafts::unsaved_in_words(const OpenPlan& plan) const {
    const Texts& texts = m_context.texts;
    const std::optional<Document>& before = plan.saved ? plan.saved : plan.draft.restored;
    if (!before) {
        return std::string(texts.get("start.last.nowhere"_key));
    }
    std::string words = plan.saved ? std::string() : plan.draft.former_changes;
    const std::string since =
        changes_in_short(texts, *before, plan.document, changes_between(*before, plan.document));
    words.append(words.empty() || since.empty() ? "" : "; ").append(since);
    const std::size_t shown = beginning_of(words, kMostWords).size();
    if (shown < words.size()) {
        words.resize(shown);
        words.append("…");
    }
    return words;
}

// What went to the downloads may have got nowhere: its draft is the only copy that is known of.
void PlanDrafts::store(OpenPlan& plan) const {
    plan.draft.waits = false;
    plan.draft.is_asked = true;
    if (plan.drafted.revision != plan.revision) {
        plan.drafted = {}; // going back to it would call kept what no longer is the newest
    }
    const std::string changes = unsaved_in_words(plan);
    m_context.ports.drafts->store(
        {.revision = plan.revision,
         .opening = plan.opening,
         .continues = plan.continues,
         .name = plan.file_name,
         .title = plan.document.plan.title,
         .changes = changes,
         .parts = plan.draft.text.order(),
         .only_copy = plan.has_unsaved_work() || plan.standing() == SaveStanding::Downloaded});
}

} // namespace vekha::app
