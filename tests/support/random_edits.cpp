#include "tests/support/random_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/approval_edits.hpp"
#include "core/edit/calendar_edits.hpp"
#include "core/edit/dictionary_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/override_edits.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/plan_edits.hpp"
#include "core/edit/plan_from_plan.hpp"
#include "core/edit/school_edits.hpp"
#include "core/edit/section_edits.hpp"
#include "core/edit/target_edits.hpp"
#include "core/edit/unit_edits.hpp"
#include "core/edit/view_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/random_row_edits.hpp"
#include "tests/support/random_values.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

using Edited = Result<Document, EditProblem>;

// ---- measures, views, calendar
// -------------------------------------------------------------------

Edited progress(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return set_progress(document, some_id(document.measures, chance), some_progress(chance),
                        some_day(chance));
}

Edited keep_view(const Document& document, Chance& chance, NewIds& /*ids*/) {
    SavedView view;
    view.name = some_text(chance);
    view.grouping = static_cast<Grouping>(chance.below(kGroupingCount));
    if (chance.percent(50)) {
        view.filter = ViewFilter{};
        view.filter->asks.responsible = some_id(document.parties, chance);
    }
    return save_view(document, std::move(view));
}

Edited drop_view(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return remove_view(document, some_id(document.views, chance));
}

Edited day_off(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return toggle_day_off(document, some_day(chance));
}

Edited holidays(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return add_public_holidays(document, 2010 + static_cast<int>(chance.below(15)));
}

Edited six_days(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return toggle_six_day_weeks(document, 2020 + static_cast<int>(chance.below(3)));
}

// ---- sections
// ------------------------------------------------------------------------------------

SectionPlace some_place(const Document& document, Chance& chance) {
    return {static_cast<SectionPlacing>(chance.below(3)),
            chance.percent(20) ? SectionId{} : some_id(document.sections, chance)};
}

SectionChange some_section(Chance& chance) {
    return {.title = perhaps(chance, some_text(chance)),
            .number = perhaps(chance, some_text(chance))};
}

Edited new_section(const Document& document, Chance& chance, NewIds& ids) {
    return add_section(document, some_section(chance), some_place(document, chance), ids);
}

Edited other_section(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return change_section(document, some_id(document.sections, chance), some_section(chance));
}

Edited section_to(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return move_section(document, some_id(document.sections, chance), some_place(document, chance));
}

Edited drop_section(const Document& document, Chance& chance, NewIds& /*ids*/) {
    // Seldom: else soon nothing would be left.
    if (!chance.percent(30)) {
        return document;
    }
    return remove_section(document, some_id(document.sections, chance),
                          chance.percent(90) ? SectionContent::Stays : SectionContent::GoesAlong);
}

// ---- parties
// -------------------------------------------------------------------------------------

PartyChange some_party(Chance& chance) {
    PartyChange change{.name = perhaps(chance, some_text(chance)),
                       .kind = perhaps(chance, static_cast<PartyKind>(chance.below(3)))};
    if (chance.percent(30)) {
        change.aliases = std::vector<std::string>{some_text(chance), some_text(chance)};
    }
    return change;
}

Edited new_party(const Document& document, Chance& chance, NewIds& ids) {
    return add_party(document, some_party(chance), ids);
}

Edited other_party(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return change_party(document, some_id(document.parties, chance), some_party(chance));
}

Edited drop_party(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return remove_party(document, some_id(document.parties, chance),
                        chance.percent(30) ? PartyReferences::Remove : PartyReferences::Keep);
}

Edited one_party(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return merge_parties(document, some_id(document.parties, chance),
                         some_id(document.parties, chance));
}

// ---- units
// ---------------------------------------------------------------------------------------

Edited school_progress(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return set_school_progress(document, some_id(document.measures, chance),
                               some_id(document.schools, chance), some_progress(chance),
                               some_day(chance));
}

Edited municipality_progress(const Document& document, Chance& chance, NewIds& /*ids*/) {
    const std::string name = chance.percent(70) ? "municipality-1" : some_text(chance);
    return set_municipality_progress(document, some_id(document.measures, chance), name,
                                     some_progress(chance), some_day(chance));
}

Edited occurrence_progress(const Document& document, Chance& chance, NewIds& /*ids*/) {
    OccurrenceAt at{.measure = some_id(document.measures, chance),
                    .days = {day_or_none(chance), day_or_none(chance)},
                    .nth = chance.below(2)};
    if (!document.occurrences.empty() && chance.percent(70)) {
        const auto count = static_cast<std::uint32_t>(document.occurrences.size());
        const Occurrence& known = document.occurrences[chance.below(count)];
        at.measure = known.measure;
        at.days = known.days;
    }
    return set_occurrence_progress(document, at, some_progress(chance), some_day(chance));
}

Edited state_by_hand(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return override_state(document, some_id(document.measures, chance), some_progress(chance),
                          {some_text(chance), some_day(chance)});
}

Edited state_as_derived(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return drop_override(document, some_id(document.measures, chance));
}

// A measure, with some luck one that has items.
const Measure* measure_with_items(const Document& document, Chance& chance) {
    const Measure* found = nullptr;
    for (int tries = 0; tries < 20 && !document.measures.empty(); ++tries) {
        found =
            &document.measures[chance.below(static_cast<std::uint32_t>(document.measures.size()))];
        if (!found->items.empty()) {
            break;
        }
    }
    return found;
}

// Does it to an item, or to nothing where the plan has no measure.
template <class Change>
Edited with_item(const Document& document, Chance& chance, Change change) {
    const Measure* measure = measure_with_items(document, chance);
    return measure == nullptr ? Edited(document)
                              : change(*measure, some_id(measure->items, chance));
}

Edited item_progress(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return with_item(document, chance, [&](const Measure& measure, const ItemId& item) {
        return set_item_progress(document, measure.id, item, some_progress(chance),
                                 some_day(chance));
    });
}

ItemChange some_item(Chance& chance) {
    ItemChange change{.title = perhaps(chance, some_text(chance)),
                      .result = perhaps(chance, some_text(chance))};
    if (chance.percent(40)) {
        change.period = ItemPeriodChange{perhaps(chance, some_period(chance))};
    }
    return change;
}

Edited new_item(const Document& document, Chance& chance, NewIds& ids) {
    return add_item(document, some_id(document.measures, chance), some_item(chance), ids);
}

Edited other_item(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return with_item(document, chance, [&](const Measure& measure, const ItemId& item) {
        return change_item(document, measure.id, item, some_item(chance));
    });
}

Edited drop_item(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return with_item(document, chance, [&](const Measure& measure, const ItemId& item) {
        return remove_item(document, measure.id, item);
    });
}

Edited item_to(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return with_item(document, chance, [&](const Measure& measure, const ItemId& item) {
        return move_item(document, measure.id, item, some_id(measure.items, chance));
    });
}

// ---- approval
// ------------------------------------------------------------------------------------

Approval some_approval(Chance& chance) {
    Approval approval;
    approval.authority = some_text(chance);
    approval.document = some_text(chance);
    approval.date = day_or_none(chance);
    approval.edition = some_text(chance);
    return approval;
}

Edited approved(const Document& document, Chance& chance, NewIds& ids) {
    return approve(document, some_approval(chance), ids);
}

Edited other_approval(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return set_approval(document, perhaps(chance, some_approval(chance)));
}

// ---- targets
// -------------------------------------------------------------------------------------

// A measure, with some luck one that has targets; empty where the plan has no measure.
MeasureId measure_with_targets(const Document& document, Chance& chance) {
    MeasureId found;
    for (int tries = 0; tries < 20 && !document.measures.empty(); ++tries) {
        const Measure& measure =
            document.measures[chance.below(static_cast<std::uint32_t>(document.measures.size()))];
        found = measure.id;
        if (!measure.targets.empty()) {
            break;
        }
    }
    return found;
}

TargetChange some_target(Chance& chance) {
    return {.text = perhaps(chance, some_text(chance)),
            .comparator = perhaps(chance, static_cast<Comparator>(chance.below(3))),
            .value = perhaps(chance, static_cast<double>(chance.below(100)) / 4.0),
            .unit = perhaps(chance, some_text(chance)),
            .scope = perhaps(chance, some_text(chance))};
}

Edited new_target(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return add_target(document, some_id(document.measures, chance), some_target(chance));
}

Edited other_target(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return change_target(document, measure_with_targets(document, chance), chance.below(2),
                         some_target(chance));
}

Edited drop_target(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return remove_target(document, measure_with_targets(document, chance), chance.below(2));
}

Edited actual_value(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return set_target_actual(document, measure_with_targets(document, chance), chance.below(2),
                             {.value = perhaps(chance, 12.5), .date = day_or_none(chance)});
}

// ---- schools
// -------------------------------------------------------------------------------------

SchoolChange some_school(const Document& document, Chance& chance) {
    SchoolChange change{.name = perhaps(chance, some_text(chance)),
                        .short_name = perhaps(chance, some_text(chance)),
                        .municipality = perhaps(chance, some_text(chance)),
                        .curator = perhaps(chance, some_id(document.parties, chance)),
                        .coordinator = perhaps(chance, some_id(document.parties, chance))};
    if (chance.percent(50)) {
        change.kinds = std::vector<SchoolKind>(chance.below(3), SchoolKind::Resilient);
    }
    return change;
}

Edited new_school(const Document& document, Chance& chance, NewIds& ids) {
    return add_school(document, some_school(document, chance), ids);
}

Edited other_school(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return change_school(document, some_id(document.schools, chance),
                         some_school(document, chance));
}

Edited drop_school(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return remove_school(document, some_id(document.schools, chance));
}

Edited applies_to(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return set_applies_to(document, some_id(document.measures, chance),
                          static_cast<SchoolScope>(chance.below(3)),
                          {some_id(document.schools, chance), some_id(document.schools, chance)});
}

// ---- the plan
// ------------------------------------------------------------------------------------

PlanDayChange some_plan_day(Chance& chance) {
    return {day_or_none(chance)};
}

Edited head(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return change_plan(document, {.title = perhaps(chance, some_text(chance)),
                                  .territory = perhaps(chance, some_text(chance)),
                                  .language = perhaps(chance, std::string("tt")),
                                  .level = perhaps(chance, static_cast<PlanLevel>(chance.below(3))),
                                  .from = perhaps(chance, some_plan_day(chance)),
                                  .to = perhaps(chance, some_plan_day(chance)),
                                  .as_of = perhaps(chance, some_plan_day(chance))});
}

Edited thresholds(const Document& document, Chance& chance, NewIds& /*ids*/) {
    Thresholds limits;
    limits.due_soon_days = static_cast<int>(chance.below(4000));
    limits.red_behind_points = static_cast<double>(chance.below(110));
    return set_thresholds(document, perhaps(chance, limits));
}

const Dictionaries& default_words() {
    static const Dictionaries kDefaults = [] {
        Dictionaries words;
        words.risk_factors = {{"staff", "Staff", {}}};
        words.document_kinds = {{"programme", "Programme", {}}};
        words.monitoring_stages = {{"stage1", "Stage", {}}};
        words.states = {{"done", "Done", {}}};
        return words;
    }();
    return kDefaults;
}

DictionaryChoice some_dictionary(Chance& chance) {
    return {static_cast<DictionaryList>(chance.below(kDictionaryListCount)), default_words()};
}

std::string some_key(const Document& document, DictionaryChoice choice, Chance& chance) {
    const std::vector<DictionaryEntry>& entries =
        dictionary(document, choice.list, choice.defaults);
    return entries[chance.below(static_cast<std::uint32_t>(entries.size()))].key;
}

Edited new_entry(const Document& document, Chance& chance, NewIds& ids) {
    return add_dictionary_entry(document, some_dictionary(chance), some_text(chance), ids);
}

Edited other_entry(const Document& document, Chance& chance, NewIds& /*ids*/) {
    const DictionaryChoice choice = some_dictionary(chance);
    return rename_dictionary_entry(document, choice, some_key(document, choice, chance),
                                   some_text(chance));
}

Edited drop_entry(const Document& document, Chance& chance, NewIds& /*ids*/) {
    const DictionaryChoice choice = some_dictionary(chance);
    return remove_dictionary_entry(document, choice, some_key(document, choice, chance));
}

Edited all_entries(const Document& document, Chance& chance, NewIds& ids) {
    const DictionaryChoice choice = some_dictionary(chance);
    return set_dictionary(
        document, choice,
        {{some_key(document, choice, chance), some_text(chance), {}}, {"", some_text(chance), {}}},
        ids);
}

Edited next_plan(const Document& document, Chance& chance, NewIds& ids) {
    // Seldom: it leaves little to the edits that follow.
    if (!chance.percent(30)) {
        return document;
    }
    return new_plan_from(document,
                         {.first_year = 2015 + static_cast<int>(chance.below(10)),
                          .title = perhaps(chance, some_text(chance)),
                          .review_reason = "names years"},
                         ids);
}

constexpr auto kEdits = std::to_array<RandomEdit>({
    {"set_progress", &progress},
    {"save_view", &keep_view},
    {"remove_view", &drop_view},
    {"toggle_day_off", &day_off},
    {"add_public_holidays", &holidays},
    {"toggle_six_day_weeks", &six_days},
    {"add_section", &new_section},
    {"change_section", &other_section},
    {"move_section", &section_to},
    {"remove_section", &drop_section},
    {"add_party", &new_party},
    {"change_party", &other_party},
    {"remove_party", &drop_party},
    {"merge_parties", &one_party},
    {"set_school_progress", &school_progress},
    {"set_municipality_progress", &municipality_progress},
    {"set_occurrence_progress", &occurrence_progress},
    {"set_item_progress", &item_progress},
    {"add_item", &new_item},
    {"change_item", &other_item},
    {"remove_item", &drop_item},
    {"move_item", &item_to},
    {"approve", &approved},
    {"set_approval", &other_approval},
    {"add_target", &new_target},
    {"change_target", &other_target},
    {"remove_target", &drop_target},
    {"set_target_actual", &actual_value},
    {"add_school", &new_school},
    {"change_school", &other_school},
    {"remove_school", &drop_school},
    {"set_applies_to", &applies_to},
    {"change_plan", &head},
    {"set_thresholds", &thresholds},
    {"add_dictionary_entry", &new_entry},
    {"rename_dictionary_entry", &other_entry},
    {"remove_dictionary_entry", &drop_entry},
    {"set_dictionary", &all_entries},
    {"new_plan_from", &next_plan},
    {"override_state", &state_by_hand},
    {"drop_override", &state_as_derived},
});

} // namespace

std::span<const RandomEdit> random_edits() {
    static const std::vector<RandomEdit> kAll = [] {
        std::vector<RandomEdit> all(kEdits.begin(), kEdits.end());
        all.insert(all.end(), random_row_edits().begin(), random_row_edits().end());
        return all;
    }();
    return kAll;
}

} // namespace vekha::test
