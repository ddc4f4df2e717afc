#include "core/compare/document_changes.hpp"

#include "core/base/no_index.hpp"
#include "core/base/sorting.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

namespace vekha {
namespace {

// What makes two things of two documents the same one.
template <class Thing>
auto identity(const Thing& thing) {
    return std::tie(thing.id);
}
auto identity(const Mark& mark) {
    return std::tie(mark.measure, mark.school, mark.municipality);
}
auto identity(const Occurrence& occurrence) {
    return std::tie(occurrence.measure, occurrence.days.from, occurrence.days.to);
}

// The indices of a part of a list in the order of what its things are known by; of equal ones the
// first in the file comes first.
template <class List>
std::vector<std::uint32_t> sorted_by_identity(const List& list, std::size_t from, std::size_t to) {
    std::vector<std::uint32_t> sorted(to - from);
    std::iota(sorted.begin(), sorted.end(), static_cast<std::uint32_t>(from));
    sort_places(std::span(sorted), [&list](std::uint32_t a, std::uint32_t b) {
        return identity(list[a]) < identity(list[b]);
    });
    return sorted;
}

// Of each thing of `after` its place in `before`, and the other way round; the nth of several that
// are known by the same goes with the nth.
struct Pairing {
    std::vector<std::uint32_t> before_of;
    std::vector<std::uint32_t> after_of;
};

template <class List>
Pairing pair_up(const List& before, const List& after) {
    Pairing pairing;
    pairing.before_of.assign(after.size(), kNoIndex);
    pairing.after_of.assign(before.size(), kNoIndex);
    const auto pair = [&pairing](std::size_t old, std::size_t now) {
        pairing.before_of[now] = static_cast<std::uint32_t>(old);
        pairing.after_of[old] = static_cast<std::uint32_t>(now);
    };
    // An edit leaves nearly all where it was: only what stands between is looked for.
    std::size_t from = 0;
    while (from < before.size() && from < after.size() &&
           (before.pointer(from) == after.pointer(from) ||
            identity(before[from]) == identity(after[from]))) {
        pair(from, from);
        ++from;
    }
    std::size_t old_end = before.size();
    std::size_t new_end = after.size();
    while (old_end > from && new_end > from &&
           before.pointer(old_end - 1) == after.pointer(new_end - 1)) {
        pair(--old_end, --new_end);
    }
    const std::vector<std::uint32_t> old_order = sorted_by_identity(before, from, old_end);
    const std::vector<std::uint32_t> new_order = sorted_by_identity(after, from, new_end);
    std::size_t was = 0;
    std::size_t is = 0;
    while (was < old_order.size() && is < new_order.size()) {
        const auto one = identity(before[old_order[was]]);
        const auto other = identity(after[new_order[is]]);
        if (one < other) {
            ++was;
        } else if (other < one) {
            ++is;
        } else {
            pair(old_order[was++], new_order[is++]);
        }
    }
    return pairing;
}

// What stands in both stands in another order.
bool is_reordered(const Pairing& pairing) {
    std::uint32_t last = 0;
    for (const std::uint32_t place : pairing.before_of) {
        if (place == kNoIndex) {
            continue;
        }
        if (place < last) {
            return true;
        }
        last = place;
    }
    return false;
}

class Comparison {
public:
    Comparison(const Document& before, const Document& after) : m_before(before), m_after(after) {}

    std::vector<DocumentChange> make() {
        whole(ChangedThing::Plan, m_before.plan == m_after.plan);
        bool reordered = each(ChangedThing::Section, &Document::sections);
        reordered = each(ChangedThing::Party, &Document::parties) || reordered;
        const bool measures_reordered = each(ChangedThing::Measure, &Document::measures);
        reordered = each(ChangedThing::Mark, &Document::marks) || reordered;
        reordered = each(ChangedThing::Occurrence, &Document::occurrences) || reordered;
        reordered = each(ChangedThing::School, &Document::schools) || reordered;
        reordered = each(ChangedThing::Indicator, &Document::indicators) || reordered;
        reordered = each(ChangedThing::Baseline, &Document::baselines) || reordered;
        reordered = each(ChangedThing::View, &Document::views) || reordered;
        whole(ChangedThing::Calendar, m_before.calendar == m_after.calendar);
        whole(ChangedThing::Overrides, m_before.overrides == m_after.overrides);
        whole(ChangedThing::Thresholds, m_before.thresholds == m_after.thresholds);
        whole(ChangedThing::Dictionaries, m_before.dictionaries == m_after.dictionaries);
        whole(ChangedThing::MeasureOrder, !measures_reordered);
        whole(ChangedThing::Meetings, m_before.decisions == m_after.decisions &&
                                          m_before.live_changes == m_after.live_changes &&
                                          m_before.slides == m_after.slides);
        whole(ChangedThing::Other, !reordered && m_before.snapshots == m_after.snapshots &&
                                       m_before.version == m_after.version &&
                                       m_before.min_reader == m_after.min_reader &&
                                       m_before.unknown == m_after.unknown);
        return std::move(m_changes);
    }

private:
    void whole(ChangedThing thing, bool same) {
        if (!same) {
            m_changes.push_back({.thing = thing});
        }
    }

    // True when those that are in both stand in another order.
    template <class List>
    bool each(ChangedThing thing, List Document::* list) {
        const List& before = m_before.*list;
        const List& after = m_after.*list;
        if (before == after) {
            return false;
        }
        const Pairing pairing = pair_up(before, after);
        for (std::uint32_t i = 0; i < after.size(); ++i) {
            const std::uint32_t old = pairing.before_of[i];
            if (old == kNoIndex) {
                m_changes.push_back({.thing = thing, .change = ThingChange::Added, .after = i});
            } else if (before.pointer(old) != after.pointer(i) && !(before[old] == after[i])) {
                m_changes.push_back({.thing = thing,
                                     .before = old,
                                     .after = i,
                                     .parts = parts_of(before[old], after[i])});
            }
        }
        for (std::uint32_t i = 0; i < before.size(); ++i) {
            if (pairing.after_of[i] == kNoIndex) {
                m_changes.push_back({.thing = thing, .change = ThingChange::Removed, .before = i});
            }
        }
        return is_reordered(pairing);
    }

    template <class Thing>
    static MeasureParts parts_of(const Thing& /*before*/, const Thing& /*after*/) {
        return {};
    }
    static MeasureParts parts_of(const Measure& before, const Measure& after) {
        return changed_parts(before, after);
    }

    const Document& m_before;
    const Document& m_after;
    std::vector<DocumentChange> m_changes;
};

} // namespace

MeasureParts changed_parts(const Measure& before, const Measure& after) {
    MeasureParts parts;
    const auto note = [&parts](MeasurePart part, bool same) {
        if (!same) {
            parts.add(part);
        }
    };
    note(MeasurePart::Number, before.number == after.number);
    note(MeasurePart::Title, before.title == after.title);
    note(MeasurePart::Section, before.section == after.section);
    note(MeasurePart::Period, before.period == after.period);
    note(MeasurePart::Responsible, before.responsible == after.responsible &&
                                       before.responsible_text == after.responsible_text);
    note(MeasurePart::State, before.report == after.report);
    note(MeasurePart::Texts, before.description == after.description &&
                                 before.result == after.result && before.tags == after.tags);
    note(MeasurePart::Items, before.items == after.items);
    note(MeasurePart::Targets, before.targets == after.targets);
    note(MeasurePart::Schools, before.applies_to == after.applies_to);
    note(MeasurePart::Other, before.origin == after.origin &&
                                 before.depends_on == after.depends_on &&
                                 before.unknown == after.unknown);
    return parts;
}

std::vector<DocumentChange> changes_between(const Document& before, const Document& after) {
    return Comparison(before, after).make();
}

} // namespace vekha
