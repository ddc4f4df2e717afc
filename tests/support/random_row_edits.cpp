// Edits of many rows at once, for the table of random_edits.cpp.
#include "tests/support/random_row_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/copied_rows.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/random_values.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

using Edited = Result<Document, EditProblem>;

Edited only_document(Result<AddedMeasures, EditProblem> added) {
    return added ? Edited(std::move(added).value().document) : Edited(fail(added.error()));
}

std::vector<MeasureId> some_measures(const Document& document, Chance& chance) {
    std::vector<MeasureId> measures;
    for (std::uint32_t i = chance.below(4) + 1; i > 0; --i) {
        measures.push_back(some_id(document.measures, chance));
    }
    return measures;
}

MeasurePlace some_measure_place(const Document& document, Chance& chance) {
    return {document.sections.empty() || chance.percent(20) ? SectionId{}
                                                            : some_id(document.sections, chance),
            some_id(document.measures, chance)};
}

Edited change_many(const Document& document, Chance& chance, NewIds& ids) {
    std::vector<BulkTarget> targets;
    for (std::uint32_t i = 0; i < document.measures.size(); ++i) {
        if (chance.percent(40)) {
            targets.push_back({i, chance.percent(10)});
        }
    }
    BulkChange change;
    if (chance.percent(50)) {
        change.progress = some_progress(chance);
    }
    if (chance.percent(50)) {
        change.responsible =
            ResponsibleChange{.how = static_cast<ListChange>(chance.below(3)),
                              .parties = {{some_id(document.parties, chance), {}}}};
        if (change.responsible->parties[0].id.empty()) {
            change.responsible->parties[0].name = "new";
        }
    }
    change.add_tags = chance.percent(30) ? "one, two" : "";
    change.remove_tags = chance.percent(30) ? some_text(chance) : "";
    change.shift = {static_cast<ShiftUnit>(chance.below(3)),
                    chance.percent(50) ? static_cast<int>(chance.below(9)) - 4 : 0};
    return change_measures(document, targets, change, some_day(chance), ids);
}

Edited periods(const Document& document, Chance& chance, NewIds& /*ids*/) {
    std::vector<MeasurePeriod> given;
    for (const MeasureId& measure : some_measures(document, chance)) {
        given.push_back({measure, some_period(chance)});
    }
    return set_periods(document, given);
}

Edited copies(const Document& document, Chance& chance, NewIds& ids) {
    return document.measures.size() > 60
               ? Edited(document)
               : only_document(duplicate_measures(document, some_measures(document, chance), ids));
}

Edited moved(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return move_measures(document, some_measures(document, chance),
                         some_measure_place(document, chance));
}

Edited removed(const Document& document, Chance& chance, NewIds& /*ids*/) {
    return chance.percent(80) ? Edited(document)
                              : remove_measures(document, some_measures(document, chance));
}

Edited pasted(const Document& document, Chance& chance, NewIds& ids) {
    if (document.measures.size() > 60) {
        return document;
    }
    const bool is_same = chance.percent(50);
    const Document from = is_same ? document : random_full_plan(chance, 6);
    const Document rows = copied_rows(from, some_measures(from, chance),
                                      chance.percent(50) ? RowReports::Take : RowReports::Leave);
    return only_document(paste_rows(document, rows, some_measure_place(document, chance), ids));
}

Edited cut_and_pasted(const Document& document, Chance& chance, NewIds& /*ids*/) {
    const std::vector<MeasureId> measures = some_measures(document, chance);
    const Edited without = remove_measures(document, measures);
    return without ? only_document(put_back_rows(without.value(), document, measures,
                                                 some_measure_place(without.value(), chance)))
                   : without;
}

constexpr auto kRowEdits = std::to_array<RandomEdit>({
    {"change_measures", &change_many},
    {"set_periods", &periods},
    {"duplicate_measures", &copies},
    {"move_measures", &moved},
    {"remove_measures", &removed},
    {"paste_rows", &pasted},
    {"put_back_rows", &cut_and_pasted},
});

} // namespace

std::span<const RandomEdit> random_row_edits() {
    return kRowEdits;
}

} // namespace vekha::test
