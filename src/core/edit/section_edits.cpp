#include "core/edit/section_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/removed_measures.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/section_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using Indices = std::vector<std::uint32_t>;

// Orders that rise from each sibling to the next. The moved one takes the place between its
// neighbours; the others change only where they have to.
std::vector<int> rising_orders(const SharedList<Section>& sections, const Indices& siblings,
                               const SectionId& moved) {
    std::vector<int> orders;
    bool fits = true;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        const Section& section = sections[siblings[i]];
        int order = section.order;
        if (section.id == moved && i + 1 < siblings.size()) {
            order = sections[siblings[i + 1]].order - 1;
        }
        if (i > 0 && (section.id == moved || order <= orders.back())) {
            order = orders.back() + 1;
        }
        fits = fits && order <= kMaxSectionOrder && order >= -kMaxSectionOrder;
        orders.push_back(order);
    }
    for (std::size_t i = 0; !fits && i < orders.size(); ++i) {
        orders[i] = static_cast<int>(i) + 1;
    }
    return orders;
}

// The document with these sections, which stand in the order that is wanted.
Document arranged(const Document& document, SharedList<Section> wanted, const SectionId& moved) {
    Document changed = document;
    changed.sections = std::move(wanted);
    const SharedList<Section> unordered = changed.sections;
    {
        const SectionTree tree(changed);
        std::vector<Indices> siblings(unordered.size() + 1); // the last: the outermost ones
        for (std::uint32_t i = 0; i < unordered.size(); ++i) {
            siblings[tree.is_top(i) ? unordered.size() : tree.top(i)].push_back(i);
        }
        for (const Indices& group : siblings) {
            const std::vector<int> orders = rising_orders(unordered, group, moved);
            for (std::size_t i = 0; i < group.size(); ++i) {
                if (unordered[group[i]].order != orders[i]) {
                    Section section = unordered[group[i]];
                    set_field(section.order, orders[i], section.unknown, "order");
                    changed.sections = changed.sections.with(group[i], std::move(section));
                }
            }
        }
    }
    changed.sections = changed.sections.picked(SectionTree(changed).in_order());
    if (changed.sections == document.sections) {
        changed.sections = document.sections;
    }
    return changed;
}

SectionId shown_parent(const Document& document, const SectionTree& tree, std::uint32_t section) {
    return tree.is_top(section) ? SectionId{} : document.sections[tree.top(section)].id;
}

// What a place means: which parent, and where among the sections in the order shown.
struct Spot {
    SectionId parent;
    std::size_t at = 0;
};

Result<Spot, EditProblem> spot_of(const Document& document, const SectionTree& tree,
                                  const Indices& shown, const SectionPlace& place) {
    const bool inside = place.placing == SectionPlacing::Inside;
    if (inside && place.of.empty()) {
        return Spot{{}, shown.size()};
    }
    const std::uint32_t of = tree.find(place.of);
    if (of == kNoIndex) {
        return fail(EditProblem::UnknownSection);
    }
    if (inside && !tree.is_top(of)) {
        return fail(EditProblem::SectionTooDeep);
    }
    auto at = static_cast<std::size_t>(std::ranges::find(shown, of) - shown.begin());
    if (place.placing != SectionPlacing::Before) {
        ++at;
        while (tree.is_top(of) && at < shown.size() && !tree.is_top(shown[at])) {
            ++at;
        }
    }
    return Spot{inside ? place.of : shown_parent(document, tree, of), at};
}

std::optional<EditProblem> set_texts(Section& section, const SectionChange& change) {
    return TextSetter(section.unknown)
        .set(section.title, change.title, clean_typed_title, "title")
        .set(section.number, change.number, clean_typed_label, "number")
        .problem();
}

bool holds_sections(const SectionTree& tree, std::size_t count, std::uint32_t section) {
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i != section && tree.parent(i) == section) {
            return true;
        }
    }
    return false;
}

// The sections one level up from where the one with this id, which goes, stood.
Document with_content_outside(const Document& document, const SectionId& gone,
                              const SectionId& outside) {
    Document changed = document;
    changed.sections =
        changed.sections.replaced([&](const Section& section) -> std::optional<Section> {
            if (section.parent != gone) {
                return std::nullopt;
            }
            Section freed = section;
            set_field(freed.parent, outside, freed.unknown, "parent");
            return freed;
        });
    changed.measures =
        changed.measures.replaced([&](const Measure& measure) -> std::optional<Measure> {
            if (measure.section != gone) {
                return std::nullopt;
            }
            Measure freed = measure;
            set_field(freed.section, outside, freed.unknown, "section");
            return freed;
        });
    return changed;
}

} // namespace

Result<Document, EditProblem> add_section(const Document& document, const SectionChange& texts,
                                          const SectionPlace& place, NewIds& ids) {
    const SectionTree tree(document);
    const Indices shown = tree.in_order();
    Result<Spot, EditProblem> spot = spot_of(document, tree, shown, place);
    if (!spot) {
        return fail(spot.error());
    }
    Section section;
    SectionChange given = texts;
    given.title = texts.title.value_or("");
    if (const auto problem = set_texts(section, given)) {
        return fail(*problem);
    }
    section.id = ids.make<SectionId>("s", document.sections);
    section.parent = spot.value().parent;
    // Alone it has the first place that is counted.
    section.order = 1;
    const SectionId added = section.id;
    return arranged(
        document,
        document.sections.picked(shown).with_inserted(spot.value().at, std::move(section)), added);
}

Result<Document, EditProblem> change_section(const Document& document, const SectionId& section,
                                             const SectionChange& change) {
    return with_entity<&Document::sections>(
        document, section, EditProblem::UnknownSection,
        [&change](Section& after) { return set_texts(after, change); });
}

Result<Document, EditProblem> move_section(const Document& document, const SectionId& section,
                                           const SectionPlace& place) {
    const SectionTree tree(document);
    const Indices shown = tree.in_order();
    const std::uint32_t index = tree.find(section);
    const Result<Spot, EditProblem> spot = spot_of(document, tree, shown, place);
    if (index == kNoIndex || (!spot && spot.error() == EditProblem::UnknownSection)) {
        return fail(EditProblem::UnknownSection);
    }
    if (place.of == section && place.placing != SectionPlacing::Inside) {
        return document;
    }
    const SectionId into = spot ? spot.value().parent : place.of;
    if (into == section || (!spot && shown_parent(document, tree, tree.find(into)) == section)) {
        return fail(EditProblem::SectionInItself);
    }
    const SectionId from = shown_parent(document, tree, index);
    const auto count = document.sections.size();
    if (!spot || (!into.empty() && into != from && holds_sections(tree, count, index))) {
        return fail(EditProblem::SectionTooDeep);
    }
    Indices wanted;
    Indices block;
    std::size_t at = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        at = i == spot.value().at ? wanted.size() : at;
        const bool moves = shown[i] == index || (tree.is_top(index) && tree.top(shown[i]) == index);
        (moves ? block : wanted).push_back(shown[i]);
    }
    at = spot.value().at == shown.size() ? wanted.size() : at;
    wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(at), block.begin(), block.end());
    if (wanted == shown && into == from) {
        return document;
    }
    Section moved = document.sections[index];
    set_field(moved.parent, into, moved.unknown, "parent");
    return arranged(document, document.sections.with(index, std::move(moved)).picked(wanted),
                    section);
}

Result<Document, EditProblem> remove_section(const Document& document, const SectionId& section,
                                             SectionContent content) {
    const SectionTree tree(document);
    const std::uint32_t index = tree.find(section);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownSection);
    }
    std::set<SectionId, std::less<>> gone{section};
    const auto is_inside = [&tree, index, &document](std::uint32_t at) {
        for (std::size_t step = 0; at != kNoIndex && step < document.sections.size(); ++step) {
            at = tree.parent(at);
            if (at == index) {
                return true;
            }
        }
        return false;
    };
    Indices stay;
    for (const std::uint32_t at : tree.in_order()) {
        if (content == SectionContent::GoesAlong && is_inside(at)) {
            gone.insert(document.sections[at].id);
        } else if (at != index) {
            stay.push_back(at);
        }
    }
    Document changed = document;
    if (content == SectionContent::GoesAlong) {
        MeasureIds measures;
        for (const Measure& measure : document.measures) {
            if (gone.contains(measure.section)) {
                measures.insert(measure.id);
            }
        }
        changed = without_measures(document, measures);
    } else {
        changed = with_content_outside(document, section, shown_parent(document, tree, index));
    }
    changed.overrides = changed.overrides.filtered(
        [&gone](const Override& item) { return !gone.contains(item.section); });
    return arranged(changed, changed.sections.picked(stay), {});
}

} // namespace vekha
