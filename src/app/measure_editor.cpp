#include "app/measure_editor.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/period_words.hpp"
#include "app/plan_editor.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/edit/dependency_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/party_edits.hpp"
#include "core/find/picked_measures.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

// In one line, as it can stand among others.
std::string shown_name(const Document& document, const PartyId& id) {
    std::string name(party_name(document, id));
    std::ranges::replace(name, '\n', ' ');
    return name;
}

// The texts that `text_of` gives for the things, with separators between them.
template <class Things, class TextOf>
std::string joined(const Things& things, std::string_view separator, TextOf text_of) {
    std::string all;
    for (const auto& thing : things) {
        all.append(all.empty() ? std::string_view() : separator).append(text_of(thing));
    }
    return all;
}

// The measure before it in its section, in the order of the file.
MeasureId before_in_section(const Document& document, const Measure& measure) {
    MeasureId before;
    for (const Measure& each : document.measures) {
        if (each.id == measure.id) {
            break;
        }
        if (each.section == measure.section) {
            before = each.id;
        }
    }
    return before;
}

} // namespace

std::vector<PartyName> typed_parties(const Document& document, std::vector<PartyId> before,
                                     std::string_view typed) {
    std::vector<PartyName> parties;
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find('\n'), typed.size());
        const std::string_view line = typed.substr(0, end);
        const auto kept = std::ranges::find_if(
            before, [&](const PartyId& id) { return shown_name(document, id) == line; });
        if (kept != before.end()) {
            parties.push_back({*kept, {}});
            before.erase(kept);
        } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            const std::uint32_t known = find_party(document, line);
            parties.push_back(
                {known == kNoIndex ? PartyId() : document.parties[known].id, std::string(line)});
        }
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return parties;
}

std::string new_party_names(const Document& before, const Document& after) {
    std::string names;
    for (std::size_t i = before.parties.size(); i < after.parties.size(); ++i) {
        names.append(names.empty() ? "" : ", ").append(after.parties[i].name);
    }
    return names;
}

std::string text_of_measure(const AppState& state, EditField field, const Measure& measure) {
    assert(state.plan.has_value());
    switch (field) {
    case EditField::Number:
        return measure.number;
    case EditField::Title:
        return measure.title;
    case EditField::Description:
        return measure.description;
    case EditField::Result:
        return measure.result;
    case EditField::Responsible:
        return joined(measure.responsible, "\n",
                      [&state](const PartyId& id) { return shown_name(state.plan->document, id); });
    case EditField::Period:
        return measure.period.text;
    case EditField::Tags:
        return joined(measure.tags, ", ", [](const std::string& tag) { return tag; });
    case EditField::Dependencies:
        return dependency_text(state.plan->document, measure);
    default:
        return {};
    }
}

std::vector<PartyId> MeasureEditor::responsible_of(const MeasureId& id) const {
    const Measure* const measure = find_measure(m_context.state, id);
    return measure == nullptr ? std::vector<PartyId>() : measure->responsible;
}

bool MeasureEditor::set_text(const MeasureId& measure, EditField field, std::string_view typed) {
    if (!m_context.state.plan) {
        return false;
    }
    const Document& document = m_context.state.plan->document;
    const auto set = [&](Result<Document, EditProblem> changed, TextKey label) {
        return m_editor.edit(std::move(changed), label, measure) != EditOutcome::Refused;
    };
    switch (field) {
    case EditField::Number:
        return set(set_measure_text(document, measure, MeasureText::Number, typed),
                   "edit.number"_key);
    case EditField::Title:
        return set(set_measure_text(document, measure, MeasureText::Title, typed),
                   "edit.title"_key);
    case EditField::Description:
        return set(set_measure_text(document, measure, MeasureText::Description, typed),
                   "edit.description"_key);
    case EditField::Result:
        return set(set_measure_text(document, measure, MeasureText::Result, typed),
                   "edit.result"_key);
    case EditField::Responsible:
        return set_responsible_words(measure, typed);
    case EditField::Period:
        return set_period_words(measure, typed);
    case EditField::Tags:
        return set(set_tags(document, measure, typed), "edit.tags"_key);
    case EditField::Dependencies:
        return set(set_dependencies(document, measure, typed), "edit.dependencies"_key);
    default:
        return true;
    }
}

bool MeasureEditor::set_responsible_words(const MeasureId& measure, std::string_view typed) {
    assert(m_context.state.plan.has_value());
    const Document before = m_context.state.plan->document;
    const EditOutcome outcome = m_editor.edit(
        set_responsible(before, measure, typed_parties(before, responsible_of(measure), typed),
                        m_context.ids),
        "edit.responsible"_key, measure);
    if (std::string names = new_party_names(before, m_context.state.plan->document);
        !names.empty()) {
        m_context.show(MessageKind::Info, {"edit.newParties"_key, {{"names", std::move(names)}}});
    }
    return outcome != EditOutcome::Refused;
}

// The words are kept as they were typed, and beside them what was read from them.
bool MeasureEditor::set_period_words(const MeasureId& id, std::string_view typed) {
    const Measure* const measure = find_measure(m_context.state, id);
    Result<std::string, EditProblem> text = clean_typed_text(typed);
    if (measure == nullptr) {
        return false;
    }
    if (!text) {
        return m_editor.edit(fail(text.error()), "edit.period"_key, id) != EditOutcome::Refused;
    }
    // The same words say nothing new: days that a person set beside them stay.
    if (text.value() == measure->period.text) {
        return true;
    }
    assert(m_context.state.plan.has_value());
    const Document& document = m_context.state.plan->document;
    const PeriodReading reading = read_period(text.value(), period_context(document, *measure));
    const std::array periods{MeasurePeriod{
        id, period_of_words(m_context.texts, std::move(text).value(), reading, &measure->period)}};
    return m_editor.edit(set_periods(document, periods), "edit.period"_key, id) !=
           EditOutcome::Refused;
}

// A person says that the dates are right as they were read.
void MeasureEditor::apply(const act::AcceptPeriod& /*action*/) {
    const AppState& state = m_context.state;
    const Measure* const measure = find_measure(state, state.session.selection.measure);
    if (measure == nullptr) {
        return;
    }
    MeasurePeriod accepted{measure->id, measure->period};
    accepted.period.review.reset();
    const std::array periods{std::move(accepted)};
    assert(state.plan.has_value());
    m_editor.edit(set_periods(state.plan->document, periods), "edit.acceptPeriod"_key, measure->id);
}

// From row to row, in the order in which they show, and from the last one on to the first.
void MeasureEditor::apply(const act::ShowNextReview& /*action*/) {
    const AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const Document& document = state.plan->document;
    const RoadmapRows& shown = m_context.derived.rows(state, state.session.density);
    const std::vector<Row>& rows = shown.rows;
    const std::optional<std::size_t> here = shown.row_of(m_context.derived.selected(state));
    for (std::size_t step = 1; step <= rows.size(); ++step) {
        const Row& row = rows[(here.value_or(rows.size() - 1) + step) % rows.size()];
        if (!row.is_heading() && needs_review(document.measures[row.index].period)) {
            m_rows.apply(act::Reveal{document.measures[row.index].id});
            m_context.actions.push(act::ShowInspector{true});
            return;
        }
    }
    m_context.show(MessageKind::Info, {"edit.noReviews"_key, {}});
}

// ---- which there are ----------------------------------------------------------------------------

MeasurePlace MeasureEditor::place_for_new() const {
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const Document& document = state.plan->document;
    const Selection& selection = state.session.selection;
    if (const Measure* const measure = find_measure(state, selection.measure)) {
        return {measure->section, measure->id};
    }
    SectionId section = selection.section;
    if (section.empty() && !document.measures.empty()) {
        section = document.measures[document.measures.size() - 1].section;
    }
    return {section, last_of_section(document, section)};
}

bool MeasureEditor::show_added(AddedMeasures added, TextKey label) {
    AppState& state = m_context.state;
    const MeasureId first = added.measures.front();
    const std::size_t count = added.measures.size();
    if (m_editor.edit(std::move(added.document), label, first, count) != EditOutcome::Changed) {
        return false;
    }
    PickedMeasures& picked = state.session.picked;
    picked.clear();
    assert(state.plan.has_value());
    picked.follow(state.plan->document.measures);
    const std::size_t begin = find_by_id(state.plan->document.measures, first);
    for (std::size_t i = begin; count > 1 && i < begin + count; ++i) {
        picked.put(i, true); // they stand one behind the other
    }
    m_rows.apply(act::Reveal{first});
    return true;
}

void MeasureEditor::apply(const act::AddMeasure& /*action*/) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    Measure measure;
    measure.title = m_context.texts.get("edit.newMeasure.title"_key);
    Result<AddedMeasures, EditProblem> added =
        add_measure(state.plan->document, place_for_new(), std::move(measure), m_context.ids);
    if (!added) {
        return;
    }
    const MeasureId id = added.value().measures.front();
    show_added(std::move(added).value(), "edit.newMeasure"_key);
    if (state.session.selection.measure == id) {
        m_context.actions.push(act::EditCell{Column::Title, true});
    }
}

void MeasureEditor::apply(const act::RemoveMeasure& /*action*/) {
    const AppState& state = m_context.state;
    const MeasureId id = state.session.selection.measure;
    const Measure* const measure = find_measure(state, id);
    if (measure == nullptr) {
        return;
    }
    std::string name;
    append_measure_name(name, *measure);
    const std::array ids{id};
    assert(state.plan.has_value());
    if (m_editor.edit(remove_measures(state.plan->document, ids), "edit.removeMeasure"_key, id) ==
        EditOutcome::Changed) {
        m_context.show(MessageKind::Info, {"edit.removed"_key, {{"name", name}}});
    }
}

void MeasureEditor::apply(const act::DuplicateMeasure& /*action*/) {
    const AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const std::array ids{state.session.selection.measure};
    Result<AddedMeasures, EditProblem> added =
        duplicate_measures(state.plan->document, ids, m_context.ids);
    if (added) {
        show_added(std::move(added).value(), "edit.duplicateMeasure"_key);
    }
}

// ---- order --------------------------------------------------------------------------------------

bool rows_stand_as_in_file(const RoadmapView& view) {
    return view.grouping == Grouping::Section && !view.sort.by;
}

MeasureId last_of_section(const Document& document, const SectionId& section) {
    MeasureId last;
    for (const Measure& measure : document.measures) {
        if (measure.section == section) {
            last = measure.id;
        }
    }
    return last;
}

std::optional<MeasurePlace> place_beside(const AppState& state, Derived& derived,
                                         std::optional<std::size_t> row, act::RowMove to) {
    const RoadmapRows& rows = derived.rows(state, state.session.density);
    if (!row || rows.rows[*row].is_heading() || !rows_stand_as_in_file(state.view.roadmap)) {
        return std::nullopt;
    }
    assert(state.plan.has_value());
    const Document& document = state.plan->document;
    const Measure* const moved = &document.measures[rows.rows[*row].index];
    const bool up = to == act::RowMove::Up;
    for (std::size_t i = *row; up ? i > 0 : i + 1 < rows.rows.size();) {
        i = up ? i - 1 : i + 1;
        const Row& beside = rows.rows[i];
        if (!beside.is_heading()) {
            const Measure& other = document.measures[beside.index];
            const bool past_it = up && other.section == moved->section;
            return MeasurePlace{other.section,
                                past_it ? before_in_section(document, other) : other.id};
        }
        const SectionId& section = document.sections[beside.index].id;
        if (section != moved->section) {
            return MeasurePlace{section, up ? last_of_section(document, section) : MeasureId{}};
        }
    }
    return std::nullopt;
}

void MeasureEditor::reveal(const MeasureId& id) {
    m_rows.apply(act::Reveal{id});
}

void MeasureEditor::apply(const act::RenumberMeasures& /*action*/) {
    if (!m_context.state.plan) {
        return;
    }
    const EditOutcome outcome =
        m_editor.edit(renumber_measures(m_context.state.plan->document), "edit.renumber"_key);
    if (outcome != EditOutcome::Refused) {
        const bool changed = outcome == EditOutcome::Changed;
        m_context.show(MessageKind::Info,
                       {changed ? "edit.renumbered"_key : "edit.numbersFit"_key, {}});
    }
}

} // namespace vekha::app
