#include "app/plan_files.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/file_name.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/settings.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/plan_from_plan.hpp"
#include "core/edit/unique_ids.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// An id that no other plan is likely to have, made of the clock and a number of this page.
PlanId new_plan_id(const Clock& clock, std::uint64_t number) {
    std::string text =
        "plan-" + clock.today().iso() + "-" + clock.time_of_day() + "-" + std::to_string(number);
    std::erase(text, ':');
    return PlanId{std::move(text)};
}

Document blank_document(const Clock& clock, std::uint64_t number, const Texts& texts) {
    Document document;
    document.plan.id = new_plan_id(clock, number);
    document.plan.title = texts.get("plan.untitled"_key);
    document.plan.language = language_tag(texts.language());
    const int year = clock.today().civil().year;
    document.plan.from = Date::from_civil({year, 1, 1});
    document.plan.to = Date::from_civil({year, 12, 31});
    return document;
}

struct NewPlanCounts {
    std::int64_t all = 0;
    std::int64_t moved = 0;
    std::int64_t in_review = 0;
};

NewPlanCounts count_of_new_plan(const Document& old, const Document& made) {
    NewPlanCounts counts{.all = static_cast<std::int64_t>(made.measures.size())};
    for (std::size_t i = 0; i < made.measures.size(); ++i) {
        const Period& period = made.measures[i].period;
        counts.moved += same_days(period.spans, old.measures[i].period.spans) ? 0 : 1;
        counts.in_review += needs_review(period) ? 1 : 0;
    }
    return counts;
}

// An open sample on which nobody has worked yet; the plan that came from this very file or went
// into it, with all that was done to it since.
std::optional<std::size_t> tab_of_same(const AppState& state, const LoadedPlan& loaded) {
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        const OpenPlan& plan = plan_at(state, tab);
        if (plan.origin != loaded.origin || plan.file_name != loaded.name) {
            continue;
        }
        const bool is_sample =
            loaded.origin == PlanOrigin::Sample && plan.document == loaded.outcome.document;
        const bool is_file =
            loaded.origin == PlanOrigin::File && plan.saved == loaded.outcome.document;
        if (is_sample || is_file) {
            return tab;
        }
    }
    return std::nullopt;
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
    plan.outcome.document =
        blank_document(*m_context.ports.clock, m_context.next_revision(), m_context.texts);
    plan.name = suggested_file_name(plan.outcome.document.plan.title, "plan");
    install(std::move(plan));
}

void PlanFiles::apply(const act::MakeNewPlan& /*action*/) {
    AppState& state = m_context.state;
    const auto* const asked = std::get_if<DraftQuestion>(&state.session.question);
    if (!state.plan || asked == nullptr || asked->of != FormOf::NewPlan ||
        holds_refused_text(state.session.field)) {
        return;
    }
    const Document& old = state.plan->document;
    const Plan wanted = asked->draft.plan;
    const std::string reason(
        m_context.texts.get_in(language_from_tag(old.plan.language), "review.yearOfOldPlan"_key));
    Result<Document, EditProblem> made = new_plan_from(
        old, {wanted.from ? wanted.from->civil().year : 0, wanted.title, reason}, m_context.ids);
    if (!made) {
        m_editor.edit(fail(made.error()), {});
        return;
    }
    LoadedPlan plan;
    plan.origin = PlanOrigin::Blank;
    plan.name = suggested_file_name(wanted.title, "plan");
    plan.outcome.document = std::move(made).value();
    const NewPlanCounts counted = count_of_new_plan(old, plan.outcome.document);
    state.session.question = {};
    install(std::move(plan));
    // It is in no file, and there is work in it already.
    state.plan->opened_revision = 0;
    m_context.show(MessageKind::Success, {"newPlan.done"_key,
                                          {{"moved", m_context.texts.number(counted.moved)},
                                           {"all", m_context.texts.number(counted.all)},
                                           {"review", m_context.texts.number(counted.in_review)}}});
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

void PlanFiles::apply(const act::OpenOfferedDraft& /*action*/) {
    AppState& state = m_context.state;
    const auto* const offer = std::get_if<DraftOffer>(&state.session.question);
    if (offer == nullptr) {
        return;
    }
    const std::vector<KeptDraft>& kept = state.session.last_plans;
    const auto place = std::ranges::find(kept, offer->place, &KeptDraft::place);
    state.session.question = {};
    if (place != kept.end()) {
        apply(act::OpenLastPlan{static_cast<std::size_t>(place - kept.begin())});
    }
}

void PlanFiles::apply(const act::OpenVersion& /*action*/) {
    Question& question = m_context.state.session.question;
    auto* const asked = std::get_if<VersionsQuestion>(&question);
    if (asked == nullptr || !asked->chosen || !asked->chosen->document) {
        return;
    }
    const SavedVersion& version = asked->versions[asked->chosen->index];
    LoadedPlan plan;
    plan.name = name_of_copy(version.name, m_context.texts.get("save.copySuffix"_key));
    plan.outcome.document = std::move(*asked->chosen->document);
    question = {};
    install(std::move(plan));
    std::optional<OpenPlan>& opened = m_context.state.plan;
    assert(opened.has_value());
    // No file has it under its name.
    opened->opened_revision = 0;
    opened->saved.reset();
}

void PlanFiles::apply(const act::AcceptRepairs& /*action*/) {
    if (auto* const question = std::get_if<ConsentQuestion>(&m_context.state.session.question)) {
        LoadedPlan plan = std::move(question->plan);
        m_context.state.session.question = {};
        // Rows, selection and the twin tell measures and sections apart by their ids alone.
        plan.outcome.document = with_unique_ids(plan.outcome.document, limits::kId);
        install(std::move(plan));
    }
}

void PlanFiles::apply(const act::SaveAndClose& /*action*/) {
    AppState& state = m_context.state;
    if (auto* const question = std::get_if<UnsavedQuestion>(&state.session.question)) {
        // A save that is under way is the answer, too.
        const bool is_saving = state.plan && state.plan->saving;
        question->waiting_for_save = is_saving || start_saving(Place::SameFile);
    }
}

void PlanFiles::apply(const act::CloseWithoutSaving& /*action*/) {
    AppState& state = m_context.state;
    const auto* const question = std::get_if<UnsavedQuestion>(&state.session.question);
    if (question != nullptr && state.plan) {
        m_tabs.close_shown(question->back_to);
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
    install(std::move(plan));
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

void PlanFiles::install(LoadedPlan loaded) {
    m_context.state.session.message.reset();
    if (const std::optional<std::size_t> same = tab_of_same(m_context.state, loaded)) {
        m_tabs.show(*same);
        if (loaded.origin == PlanOrigin::File) {
            OpenPlan& open = plan_at(m_context.state, m_context.state.tab);
            open.handle_token = loaded.handle_token != 0 ? loaded.handle_token : open.handle_token;
            m_context.show(MessageKind::Success, {"open.isOpen"_key, {{"name", loaded.name}}});
        }
        return;
    }
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
        plan.draft.restored = plan.document;
        plan.draft.former_changes = loaded.draft.changes;
        if (loaded.draft.only_copy && loaded.draft.changes.empty()) {
            plan.draft.former_changes = m_context.texts.get("start.last.earlier"_key);
        }
        if (!loaded.draft.only_copy) {
            plan.elsewhere_revision = plan.revision;
        }
        // From now on it changes; the list has it as it was.
        std::erase_if(state.session.last_plans,
                      [&](const KeptDraft& kept) { return kept.place == plan.continues; });
    }
    if (plan.origin == PlanOrigin::File || plan.origin == PlanOrigin::Sample) {
        plan.saved = plan.document;
    }
    m_tabs.add(std::move(plan));
    OpenPlan& opened = plan_at(state, state.tab);
    RoadmapView& view = state.view.roadmap;
    load_rows(*m_context.ports.settings, opened.document.plan.id, view);
    state.session.fit_pending =
        !load_picture(*m_context.ports.settings, opened.document.plan.id, view);
    show_how_it_opened(opened, outcome.verdict);
}

void PlanFiles::show_how_it_opened(OpenPlan& plan, ReadVerdict verdict) const {
    if (verdict == ReadVerdict::ReadOnly) {
        return; // has a warning that lasts
    }
    if (plan.problem_count > 0) {
        plan.tells_problems = true;
    } else {
        m_context.ports.twin->announce(
            m_context.texts.format("open.done"_key, {{"title", plan.document.plan.title}}), false);
    }
}

void PlanFiles::tick() const {
    AppState& state = m_context.state;
    if (state.plan && state.plan->tells_problems && state.screen == Screen::Roadmap &&
        !state.session.asks()) {
        state.session.question = ProblemsList{};
    }
}

void PlanFiles::apply(const act::ShowProblems& /*action*/) const {
    AppState& state = m_context.state;
    if (state.plan && state.plan->problem_count > 0) {
        state.plan->tells_problems = true;
    }
}

} // namespace vekha::app
