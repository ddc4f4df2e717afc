#include "core/edit/measure_edits.hpp"

#include "core/base/digits.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/removed_measures.hpp"
#include "core/edit/typed_period.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/section_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::string& text_of(Measure& measure, MeasureText which) {
    switch (which) {
    case MeasureText::Number:
        return measure.number;
    case MeasureText::Title:
        return measure.title;
    case MeasureText::Description:
        return measure.description;
    case MeasureText::Result:
        break;
    }
    return measure.result;
}

std::string_view file_name_of(MeasureText which) {
    switch (which) {
    case MeasureText::Number:
        return "number";
    case MeasureText::Title:
        return "title";
    case MeasureText::Description:
        return "description";
    case MeasureText::Result:
        break;
    }
    return "result";
}

// Finds measures by their ids: a single one along the list, several in its order by ids.
class MeasureFinder {
public:
    MeasureFinder(const Document& document, std::size_t count) : m_measures(document.measures) {
        if (count > 1) {
            m_sorted = sorted_by_id(m_measures);
        }
    }
    [[nodiscard]] std::uint32_t find(const MeasureId& id) const {
        return m_sorted.empty() ? find_by_id(m_measures, id) : find_by_id(m_measures, m_sorted, id);
    }

private:
    const SharedList<Measure>& m_measures;
    std::vector<std::uint32_t> m_sorted;
};

using Places = std::vector<std::uint32_t>;

// The places of the measures in the list, from low to high; empty when one of them is not there.
Places places_of(const Document& document, std::span<const MeasureId> measures) {
    const MeasureFinder finder(document, measures.size());
    Places places;
    for (const MeasureId& id : measures) {
        const std::uint32_t index = finder.find(id);
        if (index == kNoIndex) {
            return {};
        }
        places.push_back(index);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

// Where in the list something has to stand to show at that place.
std::uint32_t index_of_place(const Document& document, const MeasurePlace& place) {
    const std::uint32_t after = find_by_id(document.measures, place.after);
    if (after != kNoIndex && document.measures[after].section == place.section) {
        return after + 1;
    }
    std::uint32_t index = 0;
    for (const Measure& measure : document.measures) {
        if (measure.section == place.section) {
            return index;
        }
        ++index;
    }
    return index;
}

// «1.7.» → «1.8.»; empty where no number stands at the end.
std::string number_after(std::string_view number) {
    std::size_t end = number.size();
    while (end > 0 && number[end - 1] == '.') {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && is_digit(number[begin - 1])) {
        --begin;
    }
    constexpr std::size_t kMostDigits = 9;
    if (begin == end || end - begin > kMostDigits) {
        return {};
    }
    int last = 0;
    for (const char digit : number.substr(begin, end - begin)) {
        last = last * 10 + (digit - '0');
    }
    std::string next(number.substr(0, begin));
    return next.append(std::to_string(last + 1)).append(number.substr(end));
}

std::string free_number_after(const Document& document, std::uint32_t index,
                              const SectionId& section) {
    if (index == 0 || document.measures[index - 1].section != section) {
        return {};
    }
    std::string number = number_after(document.measures[index - 1].number);
    const bool is_taken =
        std::any_of(document.measures.begin(), document.measures.end(), [&](const Measure& each) {
            return each.section == section && each.number == number;
        });
    return is_taken ? std::string() : number;
}

// What was reported belongs to the work that was done, not to a copy of its description.
Measure copy_of(const Measure& original, const Document& document, NewIds& ids) {
    Measure copy = original;
    copy.id = ids.make<MeasureId>("m", document.measures);
    copy.origin = {};
    copy.number.clear();
    copy.report = {};
    for (Target& target : copy.targets) {
        target.actual_value.reset();
        target.actual_date.reset();
    }
    for (MeasureItem& item : copy.items) {
        item.id = ids.make<ItemId>("i", std::vector<MeasureItem>());
        item.report.reset();
    }
    return copy;
}

std::string without_dot(std::string number) {
    while (!number.empty() && (number.back() == '.' || number.back() == ' ')) {
        number.pop_back();
    }
    return number;
}

// By section: its number, else its place among its siblings as they show, from 1, behind the number
// of the section around it: «2.1».
std::vector<std::string> numbers_of(const Document& document, const SectionTree& tree) {
    std::vector<std::string> numbers(document.sections.size());
    std::vector<int> inside(document.sections.size());
    int outermost = 0;
    for (const std::uint32_t index : tree.in_order()) {
        const std::uint32_t top = tree.top(index);
        const bool is_top = tree.is_top(index);
        const int place = is_top ? ++outermost : ++inside[top];
        numbers[index] = without_dot(document.sections[index].number);
        if (numbers[index].empty()) {
            const std::string around = is_top ? std::string() : numbers[top] + ".";
            numbers[index] = around + std::to_string(place);
        }
    }
    return numbers;
}

} // namespace

Result<Document, EditProblem> set_measure_text(const Document& document, const MeasureId& measure,
                                               MeasureText which, std::string_view typed) {
    const Cleaner cleaner = which == MeasureText::Number  ? clean_typed_label
                            : which == MeasureText::Title ? clean_typed_title
                                                          : clean_typed_text;
    Result<std::string, EditProblem> text = cleaner(typed);
    if (!text) {
        return fail(text.error());
    }
    return with_measure(document, measure, [&](Measure& changed) {
        set_field(text_of(changed, which), std::move(text).value(), changed.unknown,
                  file_name_of(which));
        return std::optional<EditProblem>();
    });
}

Result<Document, EditProblem> set_tags(const Document& document, const MeasureId& measure,
                                       std::string_view typed) {
    std::vector<std::string> tags;
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find_first_of(",;\n"), typed.size());
        Result<std::string, EditProblem> tag = clean_typed_label(typed.substr(0, end));
        if (!tag) {
            return fail(tag.error());
        }
        if (!tag.value().empty() && std::ranges::find(tags, tag.value()) == tags.end()) {
            tags.push_back(std::move(tag).value());
        }
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return with_measure(document, measure, [&tags](Measure& changed) {
        set_field(changed.tags, std::move(tags), changed.unknown, "tags");
        return std::optional<EditProblem>();
    });
}

Result<Document, EditProblem> set_periods(const Document& document,
                                          std::span<const MeasurePeriod> periods) {
    const MeasureFinder finder(document, periods.size());
    Document changed = document;
    for (const MeasurePeriod& wanted : periods) {
        const std::uint32_t index = finder.find(wanted.measure);
        if (index == kNoIndex) {
            return fail(EditProblem::UnknownMeasure);
        }
        Measure measure = document.measures[index];
        Result<Period, EditProblem> period = typed_period(wanted.period, measure.period);
        if (!period) {
            return fail(period.error());
        }
        set_field(measure.period, std::move(period).value(), measure.unknown, "period");
        changed.measures = with_changed(changed.measures, index, std::move(measure));
    }
    return changed;
}

Result<Document, EditProblem> set_responsible(const Document& document, const MeasureId& measure,
                                              std::span<const PartyName> parties, NewIds& ids) {
    Document with_parties = document;
    std::vector<PartyId> responsible;
    for (const PartyName& party : parties) {
        PartyId id = party.id;
        if (id.empty()) {
            Result<std::string, EditProblem> name = clean_typed_name(party.name);
            if (!name) {
                return fail(name.error());
            }
            // It may have been added by a line above.
            const std::uint32_t known = find_party(with_parties, name.value());
            if (known != kNoIndex) {
                id = with_parties.parties[known].id;
            } else {
                id = ids.make<PartyId>("p", with_parties.parties);
                Party added;
                added.id = id;
                added.name = std::move(name).value();
                with_parties.parties.push_back(std::move(added));
            }
        }
        if (std::ranges::find(responsible, id) == responsible.end()) {
            responsible.push_back(std::move(id));
        }
    }
    return with_measure(with_parties, measure, [&responsible](Measure& changed) {
        set_field(changed.responsible, std::move(responsible), changed.unknown, "responsible");
        return std::optional<EditProblem>();
    });
}

Result<AddedMeasures, EditProblem> add_measure(const Document& document, const MeasurePlace& place,
                                               Measure measure, NewIds& ids) {
    Result<std::string, EditProblem> title = clean_typed_text(measure.title);
    if (!title) {
        return fail(title.error());
    }
    const std::uint32_t index = index_of_place(document, place);
    measure.id = ids.make<MeasureId>("m", document.measures);
    measure.section = place.section;
    measure.title = std::move(title).value();
    if (measure.number.empty()) {
        measure.number = free_number_after(document, index, place.section);
    }
    AddedMeasures added{.document = document, .measures = {measure.id}};
    added.document.measures = document.measures.with_inserted(index, std::move(measure));
    return added;
}

Result<AddedMeasures, EditProblem>
duplicate_measures(const Document& document, std::span<const MeasureId> measures, NewIds& ids) {
    const Places places = places_of(document, measures);
    if (places.empty()) {
        return fail(EditProblem::UnknownMeasure);
    }
    AddedMeasures added{.document = document, .measures = {}};
    // A copy stays in the section of its original; behind the last of them the copies keep their
    // order.
    std::uint32_t index = places.back() + 1;
    for (const std::uint32_t place : places) {
        Measure copy = copy_of(document.measures[place], added.document, ids);
        added.measures.push_back(copy.id);
        added.document.measures = added.document.measures.with_inserted(index++, std::move(copy));
    }
    return added;
}

Result<Document, EditProblem> remove_measures(const Document& document,
                                              std::span<const MeasureId> measures) {
    const Places places = places_of(document, measures);
    if (places.empty()) {
        return fail(EditProblem::UnknownMeasure);
    }
    MeasureIds gone;
    for (const std::uint32_t place : places) {
        gone.insert(document.measures[place].id);
    }
    return without_measures(document, gone);
}

Result<Document, EditProblem> move_measures(const Document& document,
                                            std::span<const MeasureId> measures,
                                            const MeasurePlace& place) {
    const Places places = places_of(document, measures);
    if (places.empty()) {
        return fail(EditProblem::UnknownMeasure);
    }
    const std::uint32_t before = index_of_place(document, place);
    Places order;
    order.reserve(document.measures.size());
    const auto put_those_that_move = [&] {
        order.insert(order.end(), places.begin(), places.end());
    };
    for (std::uint32_t i = 0; i < document.measures.size(); ++i) {
        if (i == before) {
            put_those_that_move();
        }
        if (!std::ranges::binary_search(places, i)) {
            order.push_back(i);
        }
    }
    if (before >= document.measures.size()) {
        put_those_that_move();
    }
    Document changed = document;
    if (!std::ranges::is_sorted(order)) {
        changed.measures = document.measures.picked(order);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool moves = std::ranges::binary_search(places, order[i]);
        if (moves && changed.measures[i].section != place.section) {
            Measure measure = changed.measures[i];
            measure.section = place.section;
            drop_original(measure.unknown, "section");
            changed.measures = changed.measures.with(i, std::move(measure));
        }
    }
    return changed;
}

Document renumber_measures(const Document& document) {
    const auto numbered = std::ranges::find_if(
        document.measures, [](const Measure& measure) { return !measure.number.empty(); });
    const bool ends_with_dot =
        numbered == document.measures.end() || (*numbered).number.ends_with('.');
    const SectionTree tree(document);
    const std::vector<std::string> sections = numbers_of(document, tree);
    std::vector<int> counts(sections.size());
    int outside = 0;
    std::uint32_t section = SectionTree::kNone;
    Document changed = document;
    changed.measures =
        document.measures.replaced([&](const Measure& before) -> std::optional<Measure> {
            section = tree.find(before.section, section);
            const bool is_inside = section != SectionTree::kNone;
            std::string number = is_inside ? sections[section] + "." : std::string();
            number += std::to_string(is_inside ? ++counts[section] : ++outside);
            number.append(ends_with_dot ? "." : "");
            if (before.number == number) {
                return std::nullopt;
            }
            Measure measure = before;
            set_field(measure.number, std::move(number), measure.unknown, "number");
            return measure;
        });
    return changed;
}

} // namespace vekha
