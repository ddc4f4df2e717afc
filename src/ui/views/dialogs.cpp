// What asks or refuses: a file that could not be opened with its problems and their places, the
// consent to repairs, unsaved changes, the reason of a state.
#include "app/actions.hpp"
#include "app/change_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/dialog_box.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vekha::ui {
namespace {

constexpr std::size_t kMostLines = 200; // of differences

std::string refusal_words(const ViewFrame& frame, const app::RefusedFile& refused) {
    const app::Texts& texts = frame.ui.texts();
    std::string words;
    if (!refused.problems.empty()) {
        words = texts.plural("refused.body"_key, static_cast<std::int64_t>(refused.problem_count));
    } else if (refused.fault == app::OpenFault::TooLarge) {
        constexpr double kBytesPerMebibyte = 1024.0 * 1024.0;
        words = texts.format("refused.tooLarge"_key,
                             {{"size", texts.number(refused.size_bytes / kBytesPerMebibyte, 1)}});
    } else {
        words = frame.text("refused.unreadable"_key);
    }
    if (frame.state.plan) {
        words.append(" ").append(frame.text("refused.planStays"_key));
    }
    return words;
}

void refused_dialog(ViewFrame& frame, const Rect& page, const app::RefusedFile& refused,
                    float& scroll) {
    const std::string title =
        frame.ui.texts().format("refused.title"_key, {{"name", refused.name}});
    const std::string body = refusal_words(frame, refused);
    const std::array choices{
        DialogChoice{"dialog/close", frame.text("button.close"_key), ButtonLook::Primary},
        DialogChoice{"dialog/convert", frame.text("refused.convert"_key), ButtonLook::Plain}};
    const DialogContent content{.title = title,
                                .body = body,
                                .problems = refused.problems.empty() ? nullptr : &refused.problems,
                                .choices =
                                    std::span(choices).first(refused.offers_windows_1251 ? 2 : 1)};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::DismissRefused{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::ConvertWindows1251{});
    }
}

void consent_dialog(ViewFrame& frame, const Rect& page, const app::ConsentQuestion& question,
                    float& scroll) {
    const std::string title =
        frame.ui.texts().format("consent.title"_key, {{"name", question.plan.name}});
    const std::array choices{
        DialogChoice{"dialog/accept", frame.text("consent.accept"_key), ButtonLook::Primary},
        DialogChoice{"dialog/cancel", frame.text("consent.refuse"_key), ButtonLook::Plain}};
    const DialogContent content{.title = title,
                                .body = frame.text("consent.body"_key),
                                .problems = &question.plan.outcome.problems,
                                .choices = choices};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::AcceptRepairs{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void unsaved_dialog(ViewFrame& frame, const Rect& page, float& scroll) {
    const std::string& title = frame.state.plan ? frame.plan().document.plan.title : std::string();
    const std::string heading = frame.ui.texts().format("unsaved.title"_key, {{"title", title}});
    const std::array choices{
        DialogChoice{"dialog/save", frame.text("unsaved.save"_key), ButtonLook::Primary},
        DialogChoice{"dialog/discard", frame.text("unsaved.discard"_key), ButtonLook::Danger},
        DialogChoice{"dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain}};
    const app::DraftHealth health = frame.state.session.draft_health;
    // The store may be well and yet have no room for this plan.
    const bool waits = frame.state.plan && frame.plan().draft.waits;
    const bool has_draft =
        !waits && health != app::DraftHealth::Missing && health != app::DraftHealth::Failing;
    const DialogContent content{
        .title = heading,
        .body = frame.text(has_draft ? "unsaved.body"_key : "unsaved.bodyNoDrafts"_key),
        .choices = choices};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::SaveAndClose{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CloseWithoutSaving{});
    } else if (choice == 2U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

// What is safe comes first; writing over it last.
void conflict_dialog(ViewFrame& frame, const Rect& page, const app::FileConflict& conflict,
                     float& scroll) {
    const app::Texts& texts = frame.ui.texts();
    const std::string title = texts.format("conflict.title"_key, {{"name", conflict.name}});
    std::string body(frame.text("conflict.body"_key));
    const auto count = static_cast<std::int64_t>(conflict.changes.size());
    body.append(" ").append(conflict.document ? texts.plural("conflict.differs"_key, count)
                                              : std::string(frame.text("conflict.noPlan"_key)));
    std::vector<std::string> lines;
    if (conflict.shows_changes && conflict.document) {
        lines = app::change_lines(texts, *conflict.document, conflict.mine, conflict.changes,
                                  kMostLines);
    }
    std::vector<DialogChoice> choices{
        {"dialog/copy", frame.text("conflict.copy"_key), ButtonLook::Primary}};
    std::vector<app::Action> answers{app::act::SaveAs{}};
    if (conflict.document && !conflict.shows_changes && count > 0) {
        choices.push_back({"dialog/changes", frame.text("conflict.changes"_key)});
        answers.emplace_back(app::act::ShowFileChanges{});
    } else if (conflict.document) {
        choices.push_back({"dialog/open", frame.text("conflict.open"_key)});
        answers.emplace_back(app::act::OpenChangedFile{});
    }
    choices.push_back(
        {"dialog/overwrite", frame.text("conflict.overwrite"_key), ButtonLook::Danger});
    answers.emplace_back(app::act::OverwriteFile{});
    choices.push_back({"dialog/cancel", frame.text("button.cancel"_key)});
    answers.emplace_back(app::act::CancelQuestion{});
    const std::array lists{DialogList{frame.text("conflict.lines"_key), lines}};
    const DialogContent content{.title = title, .body = body, .lists = lists, .choices = choices};
    if (const auto choice = dialog_box(frame, page, content, scroll)) {
        frame.actions.push(answers[*choice]);
    }
}

void draft_dialog(ViewFrame& frame, const Rect& page, const app::DraftOffer& offer, float& scroll) {
    const app::Texts& texts = frame.ui.texts();
    const std::string title = texts.format("offer.title"_key, {{"time", offer.saved_at}});
    const std::string body =
        texts.plural("offer.body"_key, static_cast<std::int64_t>(offer.changes.size()));
    std::vector<std::string> lines;
    if (offer.shows_changes) {
        lines = app::change_lines(texts, offer.file, offer.document, offer.changes, kMostLines);
    }
    const std::array choices{
        DialogChoice{"dialog/open", frame.text("offer.open"_key), ButtonLook::Primary},
        DialogChoice{"dialog/cancel", frame.text("offer.leave"_key), ButtonLook::Plain},
        DialogChoice{"dialog/changes", frame.text("conflict.changes"_key), ButtonLook::Plain}};
    const std::array lists{DialogList{frame.text("offer.lines"_key), lines}};
    const DialogContent content{.title = title,
                                .body = body,
                                .lists = lists,
                                .choices = std::span(choices).first(offer.shows_changes ? 2 : 3)};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::OpenOfferedDraft{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CancelQuestion{});
    } else if (choice == 2U) {
        frame.actions.push(app::act::ShowDraftChanges{});
    }
}

// The keyboard begins at what is safe.
void erase_dialog(ViewFrame& frame, const Rect& page, const app::EraseQuestion& question,
                  float& scroll) {
    const bool all = question.place == 0;
    const std::string title =
        all ? std::string(frame.text("erase.allTitle"_key))
            : frame.ui.texts().format("erase.draftTitle"_key, {{"title", question.title}});
    const std::array choices{
        DialogChoice{"dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain},
        DialogChoice{"dialog/erase", frame.text("erase.accept"_key), ButtonLook::Danger}};
    const DialogContent content{.title = title,
                                .body =
                                    frame.text(all ? "erase.allBody"_key : "erase.draftBody"_key),
                                .choices = choices};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 1U) {
        frame.actions.push(app::act::Erase{});
    } else if (choice == 0U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void reason_dialog(ViewFrame& frame, const Rect& page, const app::ReasonQuestion& question,
                   float& scroll) {
    UiContext& ui = frame.ui;
    const StoredState state = question.change.state.value_or(StoredState::NotDone);
    const std::string title = ui.texts().format(
        "reason.title"_key, {{"state", std::string(app::stored_state_name(ui.texts(), state))}});
    const std::array choices{
        DialogChoice{"dialog/accept", frame.text("reason.accept"_key), ButtonLook::Primary},
        DialogChoice{"dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain}};
    const EditFieldSpec field{.path = app::kReasonField,
                              .field = app::EditField::Reason,
                              .unit = &question.unit,
                              .name = ui.texts().get("reason.field"_key),
                              .shown = question.typed,
                              .placeholder = {}};
    const auto picked = static_cast<std::int64_t>(frame.state.session.picked.count());
    const std::string body = question.measure.empty()
                                 ? ui.texts().plural("reason.bodyMany"_key, picked)
                                 : std::string(frame.text(question.unit.kind == UnitKind::ByHand
                                                              ? "reason.bodyByHand"_key
                                                              : "reason.body"_key));
    const DialogContent content{.title = title,
                                .body = body,
                                .field = &field,
                                .measure = question.measure,
                                .choices = choices};
    const std::optional<std::size_t> choice = dialog_box(frame, page, content, scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::GiveReason{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void problems_dialog(ViewFrame& frame, const Rect& room, float& scroll) {
    const app::OpenPlan& plan = frame.plan();
    const std::string title = frame.ui.texts().plural(
        "problems.title"_key, static_cast<std::int64_t>(plan.problem_count));
    const std::array choices{
        DialogChoice{"problems/close", frame.text("button.close"_key), ButtonLook::Primary}};
    const DialogContent content{.title = title,
                                .body = frame.text("problems.body"_key),
                                .problems = &plan.problems,
                                .choices = choices};
    if (dialog_box(frame, room, content, scroll)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace

bool dialog_is_open(const app::AppState& state) {
    return state.session.refused.has_value() || state.session.asks();
}

void dialogs(ViewFrame& frame, const Rect& page, const Rect& room, DialogScroll& scrolls) {
    float& scroll = scrolls.content;
    // What a menu is of stays in sight.
    if (const auto* menu = std::get_if<app::CommandMenu>(&frame.state.session.question);
        menu != nullptr && !frame.state.session.refused) {
        menu_view(frame, room, *menu, scroll);
        return;
    }
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(page), bottom_right(page),
                                              to_im(kShade, kScrimAlpha));
    if (frame.state.session.refused) {
        refused_dialog(frame, room, *frame.state.session.refused, scroll);
        return;
    }
    const app::Question& question = frame.state.session.question;
    if (const auto* consent = std::get_if<app::ConsentQuestion>(&question)) {
        consent_dialog(frame, room, *consent, scroll);
    } else if (std::holds_alternative<app::UnsavedQuestion>(question)) {
        unsaved_dialog(frame, room, scroll);
    } else if (const auto* conflict = std::get_if<app::FileConflict>(&question)) {
        conflict_dialog(frame, room, *conflict, scroll);
    } else if (const auto* offer = std::get_if<app::DraftOffer>(&question)) {
        draft_dialog(frame, room, *offer, scroll);
    } else if (const auto* erase = std::get_if<app::EraseQuestion>(&question)) {
        erase_dialog(frame, room, *erase, scroll);
    } else if (const auto* reason = std::get_if<app::ReasonQuestion>(&question)) {
        reason_dialog(frame, room, *reason, scroll);
    } else if (const auto* choice = std::get_if<app::ChoiceQuestion>(&question)) {
        chooser(frame, room, *choice, scroll);
    } else if (const auto* calendar = std::get_if<app::CalendarQuestion>(&question)) {
        calendar_view(frame, room, calendar->year, scroll);
    } else if (const auto* book = std::get_if<app::BookQuestion>(&question)) {
        book_view(frame, page, room, *book, scrolls);
    } else if (const auto* draft = std::get_if<app::DraftQuestion>(&question)) {
        draft_view(frame, room, *draft, scroll);
    } else if (const auto* deviations = std::get_if<app::DeviationsQuestion>(&question)) {
        deviations_view(frame, room, *deviations, scroll);
    } else if (const auto* palette = std::get_if<app::PaletteQuestion>(&question)) {
        palette_view(frame, room, *palette, scroll);
    } else if (std::holds_alternative<app::ProblemsList>(question)) {
        problems_dialog(frame, room, scroll);
    } else if (std::holds_alternative<app::HelpSheet>(question)) {
        help_sheet(frame, room, scroll);
    } else if (const auto* bulk = std::get_if<app::BulkQuestion>(&question)) {
        bulk_view(frame, room, *bulk, scroll);
    } else if (std::holds_alternative<app::HistoryQuestion>(question)) {
        history_view(frame, room, scroll);
    } else if (const auto* versions = std::get_if<app::VersionsQuestion>(&question)) {
        versions_view(frame, room, *versions, scroll);
    }
}

} // namespace vekha::ui
