// MeasureEditor: the part of the dispatcher that changes the measures themselves: their texts,
// which there are and in which order. Each is an edit as any other (plan_editor.hpp).
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/rows_control.hpp"
#include "app/state.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

// What stands in the field of one of a measure's own texts; names of bodies one below the other.
// Empty for fields of another kind.
[[nodiscard]] std::string text_of_measure(const AppState& state, EditField field,
                                          const Measure& measure);

// Typed one below the other. A line that stood there before means who it meant; else who is known
// by that name; others are new.
[[nodiscard]] std::vector<PartyName>
typed_parties(const Document& document, std::vector<PartyId> before, std::string_view typed);

// Whom a change of measures brought into the plan, which is told: it may be a slip of the hand.
// Empty for nobody.
[[nodiscard]] std::string new_party_names(const Document& before, const Document& after);

class MeasureEditor {
public:
    MeasureEditor(Context& context, PlanEditor& editor, RowsControl& rows)
        : m_context(context), m_editor(editor), m_rows(rows) {}

    void apply(const act::AddMeasure& action);
    void apply(const act::RemoveMeasure& action);
    void apply(const act::DuplicateMeasure& action);
    void apply(const act::RenumberMeasures& action);
    void apply(const act::AcceptPeriod& action);
    void apply(const act::ShowNextReview& action);
    // False when it was refused, which the person has been told.
    [[nodiscard]] bool set_text(const MeasureId& measure, EditField field, std::string_view typed);

    // Behind the selected measure, at the end of the selected section, or of the plan.
    [[nodiscard]] MeasurePlace place_for_new() const;
    // Of several all are picked. False when it was refused, which the person has been told.
    bool show_added(AddedMeasures added, TextKey label);
    void reveal(const MeasureId& id);

private:
    [[nodiscard]] std::vector<PartyId> responsible_of(const MeasureId& id) const;
    [[nodiscard]] bool set_responsible_words(const MeasureId& measure, std::string_view typed);
    [[nodiscard]] bool set_period_words(const MeasureId& measure, std::string_view typed);

    Context& m_context;
    PlanEditor& m_editor;
    RowsControl& m_rows;
};

// By sections, and sorted by no column.
[[nodiscard]] bool rows_stand_as_in_file(const RoadmapView& view);
// The last in the order of the file; none in an empty section.
[[nodiscard]] MeasureId last_of_section(const Document& document, const SectionId& section);
// Where the measure of that row would go past the row beside it; none at the ends of the plan, and
// where the rows do not stand as in the file.
[[nodiscard]] std::optional<MeasurePlace> place_beside(const AppState& state, Derived& derived,
                                                       std::optional<std::size_t> row,
                                                       act::RowMove to);

} // namespace vekha::app
