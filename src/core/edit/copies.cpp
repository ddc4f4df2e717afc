#include "core/edit/copies.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/progress_rules.hpp"
#include "core/edit/school_edits.hpp"
#include "core/edit/section_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/model/section_tree.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// What a repair kept under the names of fields that a copy has of its own goes.
template <class Names>
UnknownMembers without_originals(UnknownMembers unknown, const Names& names) {
    for (const std::string_view name : names) {
        drop_original(unknown, name);
    }
    return unknown;
}

Target unreached(Target target) {
    set_field(target.actual_value, {}, target.unknown, "actualValue");
    set_field(target.actual_date, {}, target.unknown, "actualDate");
    return target;
}

MeasureItem unreported(MeasureItem item) {
    item.report.reset();
    item.unknown = without_originals(std::move(item.unknown), kReportMembers);
    return item;
}

MeasureItem item_copy(MeasureItem item, NewIds& ids) {
    item.id = ids.make<ItemId>("i", std::vector<MeasureItem>());
    return unreported(std::move(item));
}

// What `added` has in that list and `before` has not, changed by `change(copy)`; with the first of
// several.
template <auto List, class Change>
Result<Document, EditProblem> with_added(const Document& before,
                                         Result<Document, EditProblem> added, Change change) {
    if (!added) {
        return added;
    }
    Document after = std::move(added).value();
    const std::uint32_t index = find_new(before.*List, after.*List);
    auto copy = (after.*List)[index];
    change(copy);
    after.*List = (after.*List).with(index, std::move(copy));
    return after;
}

// The copies of sections, by their originals.
using SectionCopies = std::map<SectionId, SectionId>;

Result<Document, EditProblem> add_copy(const Document& document, const Section& original,
                                       const SectionChange& texts, const SectionPlace& place,
                                       SectionCopies& copies, NewIds& ids) {
    return with_added<&Document::sections>(
        document, add_section(document, texts, place, ids), [&](Section& copy) {
            copies.emplace(original.id, copy.id);
            copy.unknown = without_originals(
                original.unknown,
                std::to_array<std::string_view>({"number", "title", "order", "parent"}));
        });
}

// Behind the last of those that are copied.
void copy_measures(Document& document, const SectionCopies& copies, NewIds& ids) {
    std::vector<std::uint32_t> originals;
    for (std::uint32_t i = 0; i < document.measures.size(); ++i) {
        if (copies.contains(document.measures[i].section)) {
            originals.push_back(i);
        }
    }
    if (originals.empty()) {
        return;
    }
    std::vector<MeasureId> new_ids =
        ids.make_many<MeasureId>("m", document.measures, originals.size());
    std::map<MeasureId, MeasureId> copy_ids;
    for (std::size_t i = 0; i < originals.size(); ++i) {
        copy_ids.emplace(document.measures[originals[i]].id, new_ids[i]);
    }
    std::vector<Measure> added;
    added.reserve(originals.size());
    for (const std::uint32_t original : originals) {
        const Measure& measure = document.measures[original];
        Measure copy = copy_of(measure, std::move(new_ids[added.size()]), ids);
        copy.section = copies.at(measure.section);
        // What depends on what is copied along depends on the copy.
        for (MeasureId& id : copy.depends_on) {
            const auto found = copy_ids.find(id);
            id = found == copy_ids.end() ? id : found->second;
        }
        added.push_back(std::move(copy));
    }
    document.measures = document.measures.with_inserted(originals.back() + 1, std::move(added));
}

} // namespace

Measure unreported(Measure measure) {
    measure.origin = {};
    measure.report = {};
    measure.unknown = without_originals(std::move(measure.unknown), kReportMembers);
    drop_original(measure.unknown, "origin");
    for (Target& target : measure.targets) {
        target = unreached(std::move(target));
    }
    for (MeasureItem& item : measure.items) {
        item = unreported(std::move(item));
    }
    return measure;
}

Measure copy_of(const Measure& original, MeasureId id, NewIds& ids) {
    Measure copy = unreported(original);
    copy.id = std::move(id);
    set_field(copy.number, {}, copy.unknown, "number");
    for (MeasureItem& item : copy.items) {
        item = item_copy(std::move(item), ids);
    }
    return copy;
}

Result<Document, EditProblem> duplicate_section(const Document& document, const SectionId& section,
                                                const std::string& title, NewIds& ids) {
    const std::uint32_t index = find_by_id(document.sections, section);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownSection);
    }
    SectionCopies copies;
    Result<Document, EditProblem> changed =
        add_copy(document, document.sections[index], {.title = title},
                 {SectionPlacing::After, section}, copies, ids);
    const SectionTree tree(document);
    for (const std::uint32_t inside : tree.in_order()) {
        if (changed && !tree.is_top(inside) && tree.top(inside) == index) {
            const Section& original = document.sections[inside];
            changed = add_copy(changed.value(), original, {.title = original.title},
                               {SectionPlacing::Inside, copies.at(section)}, copies, ids);
        }
    }
    if (!changed) {
        return changed;
    }
    Document after = std::move(changed).value();
    copy_measures(after, copies, ids);
    return after;
}

Result<Document, EditProblem> duplicate_item(const Document& document, const MeasureId& measure,
                                             const ItemId& item, NewIds& ids) {
    return with_measure(document, measure, [&](Measure& after) -> std::optional<EditProblem> {
        const std::uint32_t place = find_by_id(after.items, item);
        if (place == kNoIndex) {
            return EditProblem::UnknownItem;
        }
        MeasureItem copy = item_copy(after.items[place], ids);
        after.items.insert(after.items.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                           std::move(copy));
        return std::nullopt;
    });
}

Result<Document, EditProblem> duplicate_target(const Document& document, const MeasureId& measure,
                                               std::size_t place) {
    return with_measure(document, measure, [place](Measure& after) -> std::optional<EditProblem> {
        if (place >= after.targets.size()) {
            return EditProblem::UnknownTarget;
        }
        Target copy = unreached(after.targets[place]);
        after.targets.insert(after.targets.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                             std::move(copy));
        return std::nullopt;
    });
}

Result<Document, EditProblem> duplicate_party(const Document& document, const PartyId& party,
                                              const std::string& name, NewIds& ids) {
    const std::uint32_t index = find_by_id(document.parties, party);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownParty);
    }
    const Party& original = document.parties[index];
    return with_added<&Document::parties>(
        document, add_party(document, {.name = name, .kind = original.kind}, ids),
        [&original](Party& copy) {
            copy.unknown = without_originals(
                original.unknown, std::to_array<std::string_view>({"name", "kind", "aliases"}));
        });
}

Result<Document, EditProblem> duplicate_school(const Document& document, const SchoolId& school,
                                               const std::string& name, NewIds& ids) {
    const std::uint32_t index = find_by_id(document.schools, school);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownSchool);
    }
    const School& original = document.schools[index];
    return with_added<&Document::schools>(
        document, add_school(document, {.name = name}, ids), [&original](School& copy) {
            copy.municipality = original.municipality;
            copy.kinds = original.kinds;
            copy.curator = original.curator;
            copy.coordinator = original.coordinator;
            copy.unknown = without_originals(
                original.unknown, std::to_array<std::string_view>(
                                      {"name", "shortName", "municipality", "kinds", "curator",
                                       "coordinator", "risks", "documents", "visits", "stages"}));
        });
}

} // namespace vekha
