#include "app/state.hpp"

#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

TextKey unchanged_key(PlanOrigin origin) {
    switch (origin) {
    case PlanOrigin::File:
    case PlanOrigin::Draft:
        return "save.unchangedFile"_key;
    case PlanOrigin::Sample:
        return "save.unchangedSample"_key;
    case PlanOrigin::Blank:
        return "save.unchangedBlank"_key;
    }
    return {};
}

TextKey not_saved_key(DraftHealth health) {
    switch (health) {
    case DraftHealth::Unknown:
    case DraftHealth::Working:
        return "save.notSaved"_key;
    case DraftHealth::Missing:
        return "save.notSavedNoDrafts"_key;
    case DraftHealth::Failing:
        return "save.notSavedDraftFails"_key;
    }
    return {};
}

} // namespace

SaveStanding OpenPlan::standing() const {
    if (in_file.revision == revision) {
        return SaveStanding::SavedInFile;
    }
    if (downloaded.revision == revision) {
        return SaveStanding::Downloaded;
    }
    // What was opened from a draft is in no file, changed or not.
    if (opened_revision == revision && origin != PlanOrigin::Draft) {
        return SaveStanding::Unchanged;
    }
    return drafted.revision == revision ? SaveStanding::Draft : SaveStanding::NotSaved;
}

bool OpenPlan::has_unsaved_work() const {
    const SaveStanding now = standing();
    return (now == SaveStanding::Draft || now == SaveStanding::NotSaved) &&
           revision != elsewhere_revision;
}

std::size_t plan_count(const AppState& state) {
    return state.behind.size() + (state.plan ? 1 : 0);
}

const OpenPlan& plan_at(const AppState& state, std::size_t tab) {
    assert(state.plan.has_value());
    if (tab == state.tab) {
        return *state.plan;
    }
    return state.behind[tab < state.tab ? tab : tab - 1].plan;
}

OpenPlan& plan_at(AppState& state, std::size_t tab) {
    return const_cast<OpenPlan&>(plan_at(std::as_const(state), tab));
}

std::optional<std::size_t> tab_of(const AppState& state, std::uint64_t opening) {
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        if (plan_at(state, tab).opening == opening) {
            return tab;
        }
    }
    return std::nullopt;
}

const Measure* find_measure(const AppState& state, const MeasureId& id) {
    if (!state.plan) {
        return nullptr;
    }
    const SharedList<Measure>& measures = state.plan->document.measures;
    const std::uint32_t index = find_by_id(measures, id);
    return index == kNoIndex ? nullptr : &measures[index];
}

bool is_set_by_hand(const AppState& state) {
    const MeasureId& measure = state.session.selection.measure;
    return state.plan && !measure.empty() &&
           place_of_override(state.plan->document, measure) != kNoIndex;
}

std::vector<MeasureId> measures_meant(const AppState& state) {
    const Session& session = state.session;
    if (!session.picked.empty()) {
        return session.picked.ids();
    }
    const MeasureId& selected = session.selection.measure;
    return selected.empty() ? std::vector<MeasureId>() : std::vector{selected};
}

bool is_picking(const AppState& state) {
    return state.session.picking || !state.session.picked.empty();
}

Date as_of_date(const AppState& state) {
    switch (state.view.as_of.mode) {
    case AsOfMode::Plan:
        return state.plan ? vekha::as_of_date(state.plan->document.plan, state.session.today)
                          : state.session.today;
    case AsOfMode::Today:
        return state.session.today;
    case AsOfMode::Chosen:
        return state.view.as_of.chosen;
    }
    return state.session.today;
}

bool dark_theme(const AppState& state) {
    switch (state.view.theme) {
    case ThemeChoice::System:
        return state.session.media.dark;
    case ThemeChoice::Light:
        return false;
    case ThemeChoice::Dark:
        return true;
    }
    return false;
}

bool high_contrast(const AppState& state) {
    switch (state.view.contrast) {
    case ContrastChoice::System:
        return state.session.media.more_contrast;
    case ContrastChoice::Normal:
        return false;
    case ContrastChoice::High:
        return true;
    }
    return false;
}

int scale_beside(int percent, int step) {
    const auto* const place = std::ranges::lower_bound(kScalePercents, percent);
    const auto index = static_cast<std::ptrdiff_t>(place - kScalePercents.begin()) + step;
    const auto last = static_cast<std::ptrdiff_t>(kScalePercents.size()) - 1;
    return kScalePercents[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, last))];
}

bool filter_is_open(const AppState& state) {
    return state.session.filtering.is_open || state.session.filtering.filter.is_on();
}

const FoldedRows& folded_rows(const AppState& state) {
    return state.session.filtering.filter.is_on() ? state.session.filtering.folded
                                                  : state.view.roadmap.folded;
}

bool is_read_only(const AppState& state) {
    return !state.plan || state.plan->is_read_only();
}

bool inspector_is_open(const AppState& state) {
    return state.session.inspector_is_sheet ? state.session.sheet_open : state.view.inspector_open;
}

bool moves_by_keys(const AppState& state) {
    return state.session.moving && state.session.moving->by_keys;
}

bool agenda_is_shown(const AppState& state) {
    return state.session.filtering.filter.mine && state.session.selection.empty() &&
           inspector_is_open(state);
}

std::optional<Message> shown_message(const Session& session) {
    if (session.message) {
        return session.message;
    }
    for (const LastingWarning& warning : std::views::reverse(session.lasting)) {
        if (!warning.closed) {
            return Message{
                .kind = MessageKind::Warning, .text = {warning.text, {}}, .offers = warning.offers};
        }
    }
    return std::nullopt;
}

bool has_typed_reason(const AppState& state) {
    const auto* const question = std::get_if<ReasonQuestion>(&state.session.question);
    if (question == nullptr || !state.plan) {
        return false;
    }
    if (question->measure.empty()) {
        return !question->typed.empty();
    }
    const Measure* const measure = find_measure(state, question->measure);
    return measure != nullptr &&
           question->typed != report_of(state.plan->document, *measure, question->unit).reason;
}

bool would_lose_work(const AppState& state) {
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        const OpenPlan& plan = plan_at(state, tab);
        const SaveStanding standing = plan.standing();
        const bool drafted = plan.drafted.revision == plan.revision;
        if (standing == SaveStanding::NotSaved ||
            (standing == SaveStanding::Downloaded && !drafted)) {
            return true;
        }
    }
    return question_holds_work(state) || holds_refused_text(state.session.field) ||
           holds_refused_text(state.session.field_behind) ||
           std::ranges::any_of(state.behind, [](const PlanBehind& behind) {
               return holds_refused_text(behind.desk.refused_field);
           });
}

bool question_holds_work(const AppState& state) {
    const auto* const draft = std::get_if<DraftQuestion>(&state.session.question);
    const auto* const bulk = std::get_if<BulkQuestion>(&state.session.question);
    return (draft != nullptr && draft->touched) ||
           (bulk != nullptr && bulk->choice.texts != BulkChoice{}.texts) || has_typed_reason(state);
}

bool is_field_of_question(const Session& session) {
    if (!session.field) {
        return false;
    }
    const FieldEdit& field = *session.field;
    const bool is_form = field.field == EditField::Form;
    if (std::holds_alternative<ReasonQuestion>(session.question)) {
        return field.field == EditField::Reason && field.key == semantic_key(kReasonField);
    }
    if (std::holds_alternative<PaletteQuestion>(session.question)) {
        return field.field == EditField::Palette;
    }
    if (std::holds_alternative<BulkQuestion>(session.question)) {
        return field.field == EditField::Bulk;
    }
    if (std::holds_alternative<BookQuestion>(session.question)) {
        return field.field == EditField::BookSearch ||
               (is_form && stands_in_book(field.form.subject.of));
    }
    const auto* const draft = std::get_if<DraftQuestion>(&session.question);
    return draft != nullptr && is_form && field.form.subject.of == draft->of;
}

void put_refused_behind(Session& session) {
    if (session.asks() && !session.field_behind && holds_refused_text(session.field) &&
        !is_field_of_question(session)) {
        session.field_behind = std::exchange(session.field, std::nullopt);
    }
}

bool takes_date(const FieldEdit& field) {
    if (field.field == EditField::Form) {
        const FormField* const form = form_field(field.form.subject.of, field.form.member);
        return form != nullptr && form->kind == FormKind::Date;
    }
    return field.field == EditField::DoneDate || field.field == EditField::AsOf ||
           field.field == EditField::GoToDate;
}

bool holds_refused_text(const std::optional<FieldEdit>& field) {
    return field && field->refused && (!field->measure.empty() || field->field == EditField::Form);
}

std::optional<Owner> owner_of(const Document& document, const RowGroups& groups,
                              const Selection& selection) {
    const std::uint32_t measure = find_by_id(document.measures, selection.measure);
    if (measure != kNoIndex) {
        return Owner{OwnerKind::Measure, measure, groups.group_of(measure, selection.group)};
    }
    const std::uint32_t section = find_by_id(document.sections, selection.section);
    if (section != kNoIndex) {
        return Owner{OwnerKind::Section, section};
    }
    const std::uint32_t group = groups.find(selection.group);
    return group == kNoIndex ? std::nullopt : std::optional(Owner{OwnerKind::Group, group});
}

Selection selection_of(const Document& document, const RowGroups& groups, const Owner& owner) {
    Selection selection;
    if (owner.kind == OwnerKind::Measure && owner.index < document.measures.size()) {
        selection.measure = document.measures[owner.index].id;
        selection.group = groups.key_of(owner.group);
    } else if (owner.kind == OwnerKind::Section && owner.index < document.sections.size()) {
        selection.section = document.sections[owner.index].id;
    } else if (owner.kind == OwnerKind::Group) {
        selection.group = groups.key_of(owner.index);
    }
    return selection;
}

SemanticKey row_key(const Selection& selection) {
    if (selection.empty()) {
        return 0;
    }
    std::string path;
    if (!selection.measure.empty()) {
        path.append("row/");
        append_row_id(path, selection.measure.text, selection.group);
    } else if (!selection.section.empty()) {
        path.append("section/").append(selection.section.text);
    } else {
        path.append("group/").append(selection.group);
    }
    return semantic_key(path);
}

SemanticKey cell_key(const Selection& selection, Column column) {
    if (selection.measure.empty()) {
        return 0;
    }
    std::string path = "cell/" + std::to_string(static_cast<int>(column)) + "/";
    append_row_id(path, selection.measure.text, selection.group);
    return semantic_key(path);
}

SemanticKey selected_key(const Session& session) {
    const bool in_cell = session.cell && !session.selection.measure.empty();
    return in_cell ? cell_key(session.selection, *session.cell) : row_key(session.selection);
}

void focus_on(Session& session, SemanticKey key) {
    session.focused = key;
    session.focused_row = {};
    session.focus_on_row = false;
    session.cell.reset();
}

bool holds_typed_text(const Session& session) {
    return holds_refused_text(session.field) || holds_refused_text(session.field_behind) ||
           (session.field && session.field->field <= EditField::Form &&
            session.field->typed != session.field->text);
}

LocalText save_state_text(const OpenPlan& plan, DraftHealth health) {
    if (plan.read_only != ReadOnlyReason::None) {
        return {"save.readOnly"_key, {}};
    }
    if (plan.hold.elsewhere) {
        return {"save.otherTab"_key, {}};
    }
    if (plan.saving) {
        return {"save.saving"_key, {}};
    }
    switch (plan.standing()) {
    case SaveStanding::Unchanged:
        return {unchanged_key(plan.origin), {{"name", plan.file_name}}};
    case SaveStanding::SavedInFile:
        return {"save.inFile"_key, {{"name", plan.file_name}, {"time", plan.in_file.time}}};
    case SaveStanding::Downloaded:
        return {"save.downloaded"_key, {{"time", plan.downloaded.time}}};
    case SaveStanding::Draft:
        return {"save.draft"_key, {{"time", plan.drafted.time}}};
    case SaveStanding::NotSaved:
        return {not_saved_key(health), {}};
    }
    return {};
}

} // namespace vekha::app
