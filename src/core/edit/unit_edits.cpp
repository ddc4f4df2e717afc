#include "core/edit/unit_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/progress_rules.hpp"
#include "core/edit/typed_period.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/model/work_unit.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// ---- marks and occurrences ---------------------------------------------------------------------

// Behind the last one of the measure, so that a file keeps them together.
template <class Report>
std::size_t place_for_new(const SharedList<Report>& list, const MeasureId& measure) {
    std::size_t place = list.size();
    std::size_t index = 0;
    for (const Report& report : list) {
        ++index;
        place = report.measure == measure ? index : place;
    }
    return place;
}

// `fresh`: what a report is that comes into being.
template <class Report>
Result<SharedList<Report>, EditProblem> with_progress(const SharedList<Report>& list,
                                                      ReportPlace found, const Report& fresh,
                                                      const ProgressChange& change, Date as_of) {
    const Report& before = found.index == kNoIndex ? fresh : list[found.index];
    Report after = before;
    if (const auto problem = change_report(after, change, as_of)) {
        return fail(*problem);
    }
    if (after == before) {
        return list;
    }
    if (found.index == kNoIndex) {
        return list.with_inserted(place_for_new(list, fresh.measure), std::move(after));
    }
    if (after.report == ProgressReport{} && after.unknown.empty() && !found.has_others) {
        const Report* gone = &before;
        return list.filtered([gone](const Report& each) { return &each != gone; });
    }
    return list.with(found.index, std::move(after));
}

Result<Document, EditProblem> with_marks(const Document& document,
                                         Result<SharedList<Mark>, EditProblem> marks) {
    if (!marks) {
        return fail(marks.error());
    }
    Document changed = document;
    changed.marks = std::move(marks).value();
    return changed;
}

// ---- sub-items ---------------------------------------------------------------------------------

std::size_t place_of(const Measure& measure, const ItemId& item) {
    const auto found = std::ranges::find(measure.items, item, &MeasureItem::id);
    return static_cast<std::size_t>(found - measure.items.begin());
}

template <class Change>
Result<Document, EditProblem> with_item(const Document& document, const MeasureId& measure,
                                        const ItemId& item, Change change) {
    return with_measure(document, measure, [&](Measure& after) -> std::optional<EditProblem> {
        const std::size_t place = place_of(after, item);
        return place == after.items.size() ? EditProblem::UnknownItem : change(after, place);
    });
}

bool has_report_originals(const UnknownMembers& unknown) {
    return std::ranges::any_of(unknown, [](const UnknownMember& member) {
        return std::ranges::any_of(
            kReportMembers, [&member](std::string_view name) { return is_named(member, name); });
    });
}

std::optional<EditProblem> set_progress_of(MeasureItem& item, const ProgressChange& change,
                                           Date as_of) {
    const ProgressReport before = item.report.value_or(ProgressReport{});
    Result<ProgressReport, EditProblem> report = changed_report(before, change, as_of);
    if (!report) {
        return report.error();
    }
    ProgressReport after = std::move(report).value();
    const bool was_there = item.report.has_value();
    if (!was_there && after == before) {
        return std::nullopt;
    }
    if (was_there) {
        const std::size_t originals = item.unknown.size();
        drop_report_originals(item.unknown, before, after, change);
        const bool changes = !(after == before) || item.unknown.size() != originals;
        if (changes && after == ProgressReport{} && !has_report_originals(item.unknown)) {
            item.report.reset();
            return std::nullopt;
        }
    } else {
        for (const std::string_view name : kReportMembers) {
            drop_original(item.unknown, name);
        }
    }
    item.report = std::move(after);
    return std::nullopt;
}

bool may_be_responsible(const Document& document, const MeasureItem& item, const PartyId& party) {
    return find_by_id(document.parties, party) != kNoIndex ||
           std::ranges::find(item.responsible, party) != item.responsible.end();
}

std::optional<EditProblem> apply(const Document& document, MeasureItem& item,
                                 const ItemChange& change) {
    if (change.responsible) {
        for (const PartyId& party : *change.responsible) {
            if (!may_be_responsible(document, item, party)) {
                return EditProblem::UnknownParty;
            }
        }
        set_field(item.responsible, each_once(*change.responsible), item.unknown, "responsible");
    }
    const auto problem = TextSetter(item.unknown)
                             .set(item.title, change.title, clean_typed_title, "title")
                             .set(item.result, change.result, clean_typed_text, "result")
                             .problem();
    if (problem || !change.period) {
        return problem;
    }
    if (!change.period->period) {
        item.period.reset();
        return std::nullopt;
    }
    Result<Period, EditProblem> period = typed_period(*change.period->period, item.period);
    if (!period) {
        return period.error();
    }
    item.period = std::move(period).value();
    return std::nullopt;
}

} // namespace

Result<Document, EditProblem> set_school_progress(const Document& document,
                                                  const MeasureId& measure, const SchoolId& school,
                                                  const ProgressChange& change, Date as_of) {
    if (find_by_id(document.measures, measure) == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    const ReportPlace found =
        place_of_report(document, measure, {.kind = UnitKind::School, .name = school.text});
    if (school.empty() ||
        (found.index == kNoIndex && find_by_id(document.schools, school) == kNoIndex)) {
        return fail(EditProblem::UnknownSchool);
    }
    Mark fresh;
    fresh.measure = measure;
    fresh.school = school;
    return with_marks(document, with_progress(document.marks, found, fresh, change, as_of));
}

Result<Document, EditProblem> set_municipality_progress(const Document& document,
                                                        const MeasureId& measure,
                                                        std::string_view municipality,
                                                        const ProgressChange& change, Date as_of) {
    if (find_by_id(document.measures, measure) == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    Mark fresh;
    fresh.measure = measure;
    fresh.municipality = municipality;
    if (municipality.empty()) {
        return fail(EditProblem::NameMissing);
    }
    // Files may hold names that nobody could type.
    const bool is_known = std::ranges::find(document.marks, fresh.municipality,
                                            &Mark::municipality) != document.marks.end() ||
                          std::ranges::find(document.schools, fresh.municipality,
                                            &School::municipality) != document.schools.end();
    if (!is_known) {
        Result<std::string, EditProblem> name = clean_typed_name(municipality);
        if (!name) {
            return fail(name.error());
        }
        fresh.municipality = std::move(name).value();
    }
    const ReportPlace found = place_of_report(
        document, measure, {.kind = UnitKind::Municipality, .name = fresh.municipality});
    return with_marks(document, with_progress(document.marks, found, fresh, change, as_of));
}

Result<Document, EditProblem> set_occurrence_progress(const Document& document,
                                                      const OccurrenceAt& at,
                                                      const ProgressChange& change, Date as_of) {
    if (find_by_id(document.measures, at.measure) == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    if (!at.days.from && !at.days.to) {
        return fail(EditProblem::DaysMissing);
    }
    Occurrence fresh;
    fresh.measure = at.measure;
    fresh.days = at.days;
    const ReportPlace found =
        place_of_report(document, at.measure,
                        {.kind = UnitKind::Occurrence, .name = {}, .days = at.days, .nth = at.nth});
    auto occurrences = with_progress(document.occurrences, found, fresh, change, as_of);
    if (!occurrences) {
        return fail(occurrences.error());
    }
    Document changed = document;
    changed.occurrences = std::move(occurrences).value();
    return changed;
}

Result<Document, EditProblem> set_item_progress(const Document& document, const MeasureId& measure,
                                                const ItemId& item, const ProgressChange& change,
                                                Date as_of) {
    return with_item(document, measure, item, [&](Measure& after, std::size_t place) {
        return set_progress_of(after.items[place], change, as_of);
    });
}

Result<Document, EditProblem> add_item(const Document& document, const MeasureId& measure,
                                       const ItemChange& given, NewIds& ids) {
    return with_measure(document, measure, [&](Measure& after) -> std::optional<EditProblem> {
        MeasureItem item;
        ItemChange change = given;
        change.title = given.title.value_or("");
        if (const auto problem = apply(document, item, change)) {
            return problem;
        }
        // No two items of the plan have one id.
        std::vector<MeasureItem> all;
        for (const Measure& each : document.measures) {
            for (const MeasureItem& other : each.items) {
                all.emplace_back().id = other.id;
            }
        }
        item.id = ids.make<ItemId>("i", all);
        after.items.push_back(std::move(item));
        return std::nullopt;
    });
}

Result<Document, EditProblem> change_item(const Document& document, const MeasureId& measure,
                                          const ItemId& item, const ItemChange& change) {
    return with_item(document, measure, item, [&](Measure& after, std::size_t place) {
        return apply(document, after.items[place], change);
    });
}

Result<Document, EditProblem> remove_item(const Document& document, const MeasureId& measure,
                                          const ItemId& item) {
    return with_item(document, measure, item,
                     [](Measure& after, std::size_t place) -> std::optional<EditProblem> {
                         after.items.erase(after.items.begin() +
                                           static_cast<std::ptrdiff_t>(place));
                         return std::nullopt;
                     });
}

Result<Document, EditProblem> move_item(const Document& document, const MeasureId& measure,
                                        const ItemId& item, const ItemId& before) {
    return with_item(
        document, measure, item,
        [&before](Measure& after, std::size_t place) -> std::optional<EditProblem> {
            std::size_t to = before.empty() ? after.items.size() : place_of(after, before);
            if (!before.empty() && to == after.items.size()) {
                return EditProblem::UnknownItem;
            }
            to -= to > place ? 1U : 0U;
            MeasureItem moved = std::move(after.items[place]);
            after.items.erase(after.items.begin() + static_cast<std::ptrdiff_t>(place));
            after.items.insert(after.items.begin() + static_cast<std::ptrdiff_t>(to),
                               std::move(moved));
            return std::nullopt;
        });
}

} // namespace vekha
