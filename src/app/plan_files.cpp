#include "app/plan_files.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/file_name.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/settings.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/edit/unique_ids.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// An id that no other plan is likely to have, made of nothing but the clock.
PlanId new_plan_id(const Clock& clock) {
    std::string text = "plan-" + clock.today().iso() + "-" + clock.time_of_day();
    std::erase(text, ':');
    return PlanId{std::move(text)};
}

Document blank_document(const Clock& clock, const Texts& texts) {
    Document document;
    document.plan.id = new_plan_id(clock);
    document.plan.title = texts.get("plan.untitled"_key);
    document.plan.language = language_tag(texts.language());
    const int year = clock.today().civil().year;
    document.plan.from = Date::from_civil({year, 1, 1});
    document.plan.to = Date::from_civil({year, 12, 31});
    return document;
}

// A sample or a blank plan as it came can be had again at any time.
bool is_worth_keeping(const OpenPlan& plan) {
    const bool from_elsewhere = plan.origin == PlanOrigin::File || plan.origin == PlanOrigin::Draft;
    return from_elsewhere || plan.standing() != SaveStanding::Unchanged;
}

} // namespace

void PlanFiles::apply(const act::OpenSample& action) {
    const std::string_view bytes = m_samples(action.slug);
    if (bytes.empty()) {
        m_context.show(MessageKind::Error, {"open.sampleMissing"_key, {{"name", action.slug}}});
        return;
    }
    read(std::string(bytes), {.name = action.slug + ".vekha.json"}, PlanOrigin::Sample,
         Windows1251::Refuse);
}

void PlanFiles::apply(const SampleAsked& event) {
    apply(act::OpenSample{event.slug});
}

void PlanFiles::apply(const act::NewBlankPlan& /*action*/) {
    LoadedPlan plan;
    plan.origin = PlanOrigin::Blank;
    plan.outcome.document = blank_document(*m_context.ports.clock, m_context.texts);
    plan.name = suggested_file_name(plan.outcome.document.plan.title, "plan");
    offer(std::move(plan));
}

void PlanFiles::apply(const act::OpenFileChooser& /*action*/) const {
    m_context.ports.files->choose_file();
}

void PlanFiles::apply(const act::OpenLastPlan& action) {
    const std::vector<KeptDraft>& plans = m_context.state.session.last_plans;
    if (action.place < plans.size()) {
        KeptDraft draft = plans[action.place];
        std::string bytes = std::exchange(draft.bytes, {});
        read(std::move(bytes), {.name = draft.name, .draft = draft}, PlanOrigin::Draft,
             Windows1251::Refuse);
    }
}

void PlanFiles::apply(const act::AcceptRepairs& /*action*/) {
    if (auto* const question = std::get_if<ConsentQuestion>(&m_context.state.session.question)) {
        LoadedPlan plan = std::move(question->plan);
        m_context.state.session.question = {};
        // Rows, selection and the twin tell measures and sections apart by their ids alone.
        plan.outcome.document = with_unique_ids(plan.outcome.document, limits::kId);
        offer(std::move(plan));
    }
}

void PlanFiles::apply(const act::SaveAndContinue& /*action*/) {
    if (auto* const question = std::get_if<UnsavedQuestion>(&m_context.state.session.question)) {
        // A save that is under way is the answer, too.
        const bool is_saving = m_context.state.session.saving.has_value();
        question->waiting_for_save = is_saving || start_saving(Place::SameFile);
    }
}

void PlanFiles::apply(const act::ContinueWithoutSaving& /*action*/) {
    if (auto* const question = std::get_if<UnsavedQuestion>(&m_context.state.session.question)) {
        LoadedPlan plan = std::move(question->plan);
        m_context.state.session.question = {};
        install(std::move(plan));
    }
}

void PlanFiles::apply(const act::ConvertWindows1251& /*action*/) {
    std::optional<RefusedFile>& refused = m_context.state.session.refused;
    if (refused && refused->offers_windows_1251) {
        const RefusedFile file = std::move(*refused);
        refused.reset();
        // Without its handle: saving must not turn the original into another encoding unasked.
        read(file.bytes, {.name = file.name}, PlanOrigin::File, Windows1251::Convert);
    }
}

void PlanFiles::apply(const act::DismissRefused& /*action*/) {
    m_context.state.session.refused.reset();
}

void PlanFiles::apply(FileOpened& event) {
    m_context.state.session.drag_over = false;
    read(std::move(event.bytes),
         {.name = std::move(event.name), .handle_token = event.handle_token}, PlanOrigin::File,
         Windows1251::Refuse);
}

void PlanFiles::apply(const FileNotOpened& event) {
    Session& session = m_context.state.session;
    session.drag_over = false;
    RefusedFile refused;
    refused.name = event.name;
    refused.fault = event.fault;
    refused.size_bytes = event.size_bytes;
    session.refused = std::move(refused);
    m_context.ports.twin->announce(
        m_context.texts.format("refused.title"_key, {{"name", event.name}}), true);
}

void PlanFiles::apply(DraftsLoaded& event) {
    m_context.state.session.last_plans = std::move(event.drafts);
}

// ---- opening ------------------------------------------------------------------------------------

void PlanFiles::read(std::string bytes, const Source& source, PlanOrigin origin,
                     Windows1251 windows_1251) {
    m_context.state.session.refused.reset();
    Result<ReadOutcome, ReadFailure> result = read_roadmap(bytes, {windows_1251});
    if (!result) {
        refuse(std::move(bytes), source, result.error());
        return;
    }
    m_editor.take_typed_reason();
    LoadedPlan plan{origin, source.name, source.handle_token, source.draft,
                    std::move(result).value()};
    if (plan.outcome.verdict == ReadVerdict::OpensAfterConsent) {
        m_context.ports.twin->announce(
            m_context.texts.format("consent.title"_key, {{"name", plan.name}}), true);
        m_context.state.session.question = ConsentQuestion{std::move(plan)};
        return;
    }
    offer(std::move(plan));
}

void PlanFiles::refuse(std::string bytes, const Source& source, const ReadFailure& failure) {
    RefusedFile refused;
    refused.name = source.name;
    refused.size_bytes = static_cast<double>(bytes.size());
    refused.problems = failure.problems;
    refused.problem_count = failure.problem_count;
    refused.notices = failure.notices;
    refused.offers_windows_1251 = failure.looks_like_windows_1251;
    if (refused.offers_windows_1251) {
        refused.bytes = std::move(bytes);
    }
    m_context.state.session.refused = std::move(refused);
    m_context.ports.twin->announce(
        m_context.texts.format("refused.title"_key, {{"name", source.name}}), true);
}

void PlanFiles::offer(LoadedPlan plan) {
    AppState& state = m_context.state;
    if (state.plan && state.plan->has_unsaved_work()) {
        state.session.question = UnsavedQuestion{std::move(plan), false};
        m_context.ports.twin->announce(
            m_context.texts.format("unsaved.title"_key,
                                   {{"title", state.plan->document.plan.title}}),
            true);
        return;
    }
    install(std::move(plan));
}

void PlanFiles::install(LoadedPlan loaded) {
    store_waiting_draft();
    AppState& state = m_context.state;
    ReadOutcome& outcome = loaded.outcome;
    OpenPlan plan;
    plan.revision = m_context.next_revision();
    plan.opened_revision = plan.revision;
    plan.opening = plan.revision;
    plan.origin = loaded.origin;
    plan.document = std::move(outcome.document);
    plan.layout = outcome.layout;
    plan.problems = std::move(outcome.problems);
    plan.problem_count = outcome.problem_count;
    plan.notices = std::move(outcome.notices);
    plan.file_name = loaded.name;
    plan.handle_token = loaded.handle_token;
    if (outcome.verdict != ReadVerdict::Opens) {
        // The original is never overwritten by a repaired plan, nor by one of which this version
        // knows only a part.
        plan.handle_token = 0;
        // The draft of such a copy has its name already.
        if (plan.origin != PlanOrigin::Draft) {
            plan.file_name =
                name_of_copy(plan.file_name, m_context.texts.get("save.copySuffix"_key));
        }
    }
    if (outcome.verdict == ReadVerdict::ReadOnly) {
        plan.read_only = ReadOnlyReason::NewerVersion;
    }
    if (plan.origin == PlanOrigin::Draft) {
        plan.drafted = {plan.revision, loaded.draft.saved_at};
        plan.continues = loaded.draft.place;
        if (!loaded.draft.only_copy) {
            plan.elsewhere_revision = plan.revision;
        }
        // From now on it changes; the list has it as it was.
        std::erase_if(state.session.last_plans,
                      [&](const KeptDraft& kept) { return kept.place == plan.continues; });
    }
    state.plan = std::move(plan);
    state.screen = Screen::Roadmap;

    Session& session = state.session;
    session.selection = {};
    session.hovered.reset();
    session.field.reset();
    session.filtering = {};
    session.tray_open = false;
    session.saving.reset();
    session.glide.reset();
    session.message.reset();
    session.question = {};
    session.refused.reset();
    m_context.ports.field->hide();

    RoadmapView& view = state.view.roadmap;
    view.folded = {};
    view.grouping = Grouping::Section;
    view.sort = {};
    view.scroll_y = 0.0F;
    view.table_scroll_x = 0.0F;
    state.view.as_of = {};
    state.view.problems_open = false;
    session.fitted = false;
    load_rows(*m_context.ports.settings, state.plan->document.plan.id, view);
    session.fit_pending =
        !load_picture(*m_context.ports.settings, state.plan->document.plan.id, view);
    show_how_it_opened(*state.plan, outcome.verdict);
}

void PlanFiles::show_how_it_opened(const OpenPlan& plan, ReadVerdict verdict) {
    if (verdict == ReadVerdict::ReadOnly) {
        return; // has a warning that lasts
    }
    if (plan.problem_count > 0) {
        m_context.state.view.problems_open = true;
        m_context.show(
            MessageKind::Warning,
            {"open.withProblems"_key,
             {{"count", m_context.texts.number(static_cast<std::int64_t>(plan.problem_count))}}});
    } else {
        m_context.ports.twin->announce(
            m_context.texts.format("open.done"_key, {{"title", plan.document.plan.title}}), false);
    }
}

// ---- saving -------------------------------------------------------------------------------------

void PlanFiles::apply(const act::Save& /*action*/) {
    start_saving(Place::SameFile);
}

void PlanFiles::apply(const act::SaveAs& /*action*/) {
    start_saving(Place::Ask);
}

// True when the port has been asked.
bool PlanFiles::start_saving(Place place) {
    AppState& state = m_context.state;
    if (!state.plan || state.session.saving) {
        return false;
    }
    OpenPlan& plan = *state.plan;
    std::string bytes = write_roadmap(plan.document, plan.layout);
    const Result<ReadOutcome, ReadFailure> check = read_roadmap(bytes);
    if (!check || !(check.value().document == plan.document)) {
        m_context.show(MessageKind::Error, {"save.checkFailed"_key, {}});
        return false;
    }
    plan.history.end_joining();
    FilePort::SaveRequest request;
    request.request = ++m_last_request;
    request.suggested_name = suggested_file_name(plan.file_name, "plan");
    request.bytes = std::move(bytes);
    request.handle_token = place == Place::SameFile ? plan.handle_token : 0;
    state.session.saving = SaveInProgress{request.request, plan.revision};
    m_context.ports.files->save(std::move(request));
    return true;
}

void PlanFiles::apply(const SaveFinished& event) {
    Session& session = m_context.state.session;
    // An answer to a request of a plan that has been replaced means nothing any more.
    if (!session.saving || session.saving->request != event.request || !m_context.state.plan) {
        return;
    }
    finish_saving(event);
    session.saving.reset();
    auto* const question = std::get_if<UnsavedQuestion>(&session.question);
    if (question == nullptr || !question->waiting_for_save) {
        return;
    }
    question->waiting_for_save = false;
    if (!m_context.state.plan->has_unsaved_work()) {
        apply(act::ContinueWithoutSaving{});
    }
}

void PlanFiles::finish_saving(const SaveFinished& event) {
    const std::optional<SaveInProgress>& saving = m_context.state.session.saving;
    assert(m_context.state.plan.has_value());
    assert(saving.has_value());
    OpenPlan& plan = *m_context.state.plan;
    const std::uint64_t revision = saving->revision;
    const std::string time = m_context.ports.clock->time_of_day();
    switch (event.outcome) {
    case SaveOutcome::WrittenToFile:
        if (plan.read_only == ReadOnlyReason::None) {
            plan.in_file = {revision, time};
            plan.file_name = event.name;
            plan.handle_token = event.handle_token;
            // The file no longer holds what was opened.
            plan.opened_revision = 0;
        }
        // The draft is no longer the only copy, and says so.
        m_timer.note_at_once(m_context.now());
        m_context.show(MessageKind::Success,
                       {"save.inFile"_key, {{"name", event.name}, {"time", time}}});
        break;
    case SaveOutcome::Downloaded:
        plan.downloaded = {revision, time};
        m_context.show(MessageKind::Warning,
                       {"save.downloadedMessage"_key, {{"name", event.name}}});
        break;
    case SaveOutcome::Cancelled:
        break;
    case SaveOutcome::Failed:
        m_context.show(MessageKind::Error, {"save.failed"_key, {{"name", event.name}}});
        break;
    case SaveOutcome::ChangedOutside:
        // The next save asks for a place; choosing this file there is a decision.
        plan.handle_token = 0;
        m_context.show(MessageKind::Error, {"save.changedOutside"_key, {{"name", event.name}}});
        break;
    }
}

// ---- drafts -------------------------------------------------------------------------------------

void PlanFiles::apply(const DraftStored& event) {
    AppState& state = m_context.state;
    if (event.fault == DraftFault::None) {
        state.session.draft_health = DraftHealth::Working;
        m_timer.note_success();
        if (state.plan && state.plan->revision == event.revision) {
            state.plan->drafted = {event.revision, m_context.ports.clock->time_of_day()};
        }
        return;
    }
    const DraftHealth health =
        event.fault == DraftFault::StoreMissing ? DraftHealth::Missing : DraftHealth::Failing;
    state.session.draft_health = health;
    if (health == DraftHealth::Failing) {
        m_timer.note_failure(m_context.now());
    }
}

void PlanFiles::apply(const VisibilityChanged& event) {
    m_context.state.session.visible = event.visible;
    if (!event.visible && m_timer.due_seconds()) {
        m_timer.note_at_once(m_context.now());
    }
}

void PlanFiles::tick() {
    if (!m_context.state.plan) {
        return;
    }
    see_changes(*m_context.state.plan);
    if (m_timer.due(m_context.now())) {
        store_draft();
    }
}

void PlanFiles::see_changes(const OpenPlan& plan) {
    if (m_seen_revision == plan.revision) {
        return;
    }
    m_seen_revision = plan.revision;
    // Undone work is kept, too: its draft must not go on calling itself the only copy.
    if (is_worth_keeping(plan) || plan.opening == m_drafted_opening) {
        m_timer.note_change(m_context.now());
    } else {
        m_timer.cancel();
    }
    if (!m_context.state.session.visible && m_timer.due_seconds()) {
        m_timer.note_at_once(m_context.now()); // no further frame may come
    }
}

// Before another plan takes its place.
void PlanFiles::store_waiting_draft() {
    if (!m_context.state.plan) {
        return;
    }
    see_changes(*m_context.state.plan);
    if (m_timer.due_seconds()) {
        store_draft();
    }
}

// What went to the downloads may have got nowhere: its draft is the only copy that is known of.
void PlanFiles::store_draft() {
    assert(m_context.state.plan.has_value());
    const OpenPlan& plan = *m_context.state.plan;
    m_timer.note_stored();
    m_drafted_opening = plan.opening;
    const std::string bytes = write_roadmap(plan.document, plan.layout);
    m_context.ports.drafts->store(
        {.revision = plan.revision,
         .opening = plan.opening,
         .continues = plan.continues,
         .name = plan.file_name,
         .title = plan.document.plan.title,
         .bytes = bytes,
         .only_copy = plan.has_unsaved_work() || plan.standing() == SaveStanding::Downloaded});
}

} // namespace vekha::app
