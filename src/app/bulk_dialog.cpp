#include "app/bulk_dialog.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/period_words.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/ports.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/period/period_reader.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

const std::string& text_of(const BulkChoice& choice, BulkText text) {
    return choice.texts[static_cast<std::size_t>(text)];
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// «60», «60 %», «−3», «+ 3»; none when it is no whole number.
std::optional<int> typed_number(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ' ' && c != '%' && c != '+' && c != '\n') {
            digits += c;
        }
    }
    if (constexpr std::string_view kMinus = "\u2212"; digits.starts_with(kMinus)) {
        digits.replace(0, kMinus.size(), "-");
    }
    int number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    const bool is_whole = error == std::errc() && rest == end;
    return is_whole ? std::optional(number) : std::nullopt;
}

// What one thing that was set is called, of several «изменение».
void note_set(TextKey& label, TextKey what) {
    label = label.empty() || label == what ? what : "edit.bulk"_key;
}

} // namespace

std::string* bulk_text(Session& session, SemanticKey field) {
    auto* const question = std::get_if<BulkQuestion>(&session.question);
    for (std::size_t i = 0; question != nullptr && i < kBulkTextCount; ++i) {
        if (semantic_key(kBulkFields[i]) == field) {
            return &question->choice.texts[i];
        }
    }
    return nullptr;
}

void BulkDialog::apply(const act::AskBulk& /*action*/) {
    Session& session = m_context.state.session;
    if (m_context.state.plan && !session.asks()) {
        session.question = BulkQuestion{};
        m_seen.reset();
    }
}

void BulkDialog::apply(const act::SetBulk& action) {
    if (auto* const question = std::get_if<BulkQuestion>(&m_context.state.session.question)) {
        question->choice = action.choice;
    }
}

LocalText BulkDialog::refused(EditProblem problem) const {
    return {"bulk.refused"_key,
            {{"why", std::string(edit_problem_text(m_context.texts, problem))}}};
}

Result<Document, LocalText> BulkDialog::with_periods(const Document& document,
                                                     const std::string& words,
                                                     const std::vector<BulkTarget>& targets) {
    Result<std::string, EditProblem> text = clean_typed_text(words);
    if (!text) {
        return fail(refused(text.error()));
    }
    std::vector<MeasurePeriod> periods;
    periods.reserve(targets.size());
    for (const BulkTarget& target : targets) {
        const Measure& measure = document.measures[target.index];
        const PeriodReading reading = read_period(text.value(), period_context(document, measure));
        periods.push_back(
            {measure.id, period_of_words(m_context.texts, text.value(), reading, &measure.period)});
    }
    Result<Document, EditProblem> changed = set_periods(document, periods);
    return changed ? Result<Document, LocalText>(std::move(changed).value())
                   : fail(refused(changed.error()));
}

BulkDialog::Outcome BulkDialog::outcome_of(const BulkChoice& choice) {
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const Document& document = state.plan->document;
    Outcome outcome{.document = document, .targets = targets_meant(state, m_context.derived)};
    BulkChange change;
    const auto problem = [&outcome](LocalText why) { outcome.document = fail(std::move(why)); };
    if (choice.state) {
        change.progress.state = choice.state;
        if (needs_reason(*choice.state)) {
            change.progress.reason = text_of(choice, BulkText::Reason);
        }
        note_set(outcome.label, "edit.state"_key);
    }
    if (const std::string& typed = text_of(choice, BulkText::Percent); !is_blank(typed)) {
        change.progress.percent = typed_number(typed);
        note_set(outcome.label, "edit.percent"_key);
        if (!change.progress.percent) {
            problem({"edit.notAPercent"_key, {{"text", typed}}});
        }
    }
    outcome.sets_progress = !outcome.label.empty();
    if (const std::string& typed = text_of(choice, BulkText::Responsible); !is_blank(typed)) {
        change.responsible = {choice.responsible, typed_parties(document, {}, typed)};
        if (choice.responsible == ListChange::Remove) {
            std::erase_if(change.responsible->parties,
                          [](const PartyName& party) { return party.id.empty(); });
        }
        note_set(outcome.label, "edit.responsible"_key);
    }
    if (const std::string& typed = text_of(choice, BulkText::Shift); !is_blank(typed)) {
        const std::optional<int> count = typed_number(typed);
        change.shift = {choice.unit, count.value_or(0)};
        note_set(outcome.label, "edit.period"_key);
        if (!count) {
            problem({"bulk.notANumber"_key, {{"text", typed}}});
        } else if (!is_blank(text_of(choice, BulkText::Period))) {
            problem({"bulk.periodAndShift"_key, {}});
        }
    }
    change.add_tags = text_of(choice, BulkText::AddTags);
    change.remove_tags = text_of(choice, BulkText::RemoveTags);
    if (!is_blank(change.add_tags) || !is_blank(change.remove_tags)) {
        note_set(outcome.label, "edit.tags"_key);
    }
    if (const std::string& words = text_of(choice, BulkText::Period);
        !is_blank(words) && outcome.document) {
        note_set(outcome.label, "edit.period"_key);
        outcome.document = with_periods(document, words, outcome.targets);
    }
    if (outcome.document) {
        Result<Document, EditProblem> changed = change_measures(
            outcome.document.value(), outcome.targets, change, as_of_date(state), m_context.ids);
        if (changed) {
            outcome.document = std::move(changed).value();
        } else {
            problem(refused(changed.error()));
        }
    }
    return outcome;
}

void BulkDialog::read_first(const std::string& words, const std::vector<BulkTarget>& targets,
                            BulkForecast& forecast) const {
    if (is_blank(words) || targets.empty()) {
        return;
    }
    assert(m_context.state.plan.has_value());
    const Document& document = m_context.state.plan->document;
    const PeriodReading reading =
        read_period(words, period_context(document, document.measures[targets.front().index]));
    forecast.period = reading_text(m_context.texts, reading);
    forecast.review = review_text(m_context.texts, reading);
}

void BulkDialog::tick() {
    AppState& state = m_context.state;
    auto* const question = std::get_if<BulkQuestion>(&state.session.question);
    if (question == nullptr || !state.plan || m_seen == question->choice) {
        return;
    }
    m_seen = question->choice;
    const Outcome outcome = outcome_of(question->choice);
    BulkForecast& forecast = question->forecast;
    forecast = {.all = outcome.targets.size()};
    if (outcome.document) {
        forecast.changed =
            count_changed(state.plan->document, outcome.document.value(), outcome.targets);
        forecast.new_parties = new_party_names(state.plan->document, outcome.document.value());
    } else {
        forecast.problem = outcome.document.error();
    }
    if (outcome.sets_progress) {
        forecast.derived = static_cast<std::size_t>(
            std::ranges::count_if(outcome.targets, &BulkTarget::is_derived));
    }
    read_first(text_of(question->choice, BulkText::Period), outcome.targets, forecast);
}

void BulkDialog::apply(const act::ApplyBulk& /*action*/) {
    Session& session = m_context.state.session;
    const auto* const question = std::get_if<BulkQuestion>(&session.question);
    if (question == nullptr || !m_context.state.plan || m_editor.refuse_read_only()) {
        return;
    }
    Outcome outcome = outcome_of(question->choice);
    if (!outcome.document) {
        m_context.show(MessageKind::Warning, outcome.document.error());
        return;
    }
    if (is_field_of_question(session)) {
        session.field.reset();
        m_context.ports.field->hide();
    }
    session.question = {};
    if (!outcome.label.empty()) {
        m_editor.edit_picked(std::move(outcome.document).value(), outcome.label, outcome.targets,
                             outcome.sets_progress);
    }
}

} // namespace vekha::app
