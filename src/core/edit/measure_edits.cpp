#include "core/edit/measure_edits.hpp"

#include "core/base/digits.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/copies.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_places.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/occurrence_days.hpp"
#include "core/edit/removed_measures.hpp"
#include "core/edit/typed_lists.hpp"
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

std::string without_dot(std::string number) {
    while (!number.empty() && (number.back() == '.' || number.back() == ' ')) {
        number.pop_back();
    }
    return number;
}

std::string free_number_after(const Document& document, std::uint32_t index,
                              const SectionId& section) {
    if (index == 0 || document.measures[index - 1].section != section) {
        return {};
    }
    std::string number = number_after(document.measures[index - 1].number);
    const std::string bare = without_dot(number);
    // «5» is one of its section; «2.5» is one of the plan.
    const bool of_plan = bare.find('.') != std::string::npos;
    const bool is_taken =
        std::any_of(document.measures.begin(), document.measures.end(), [&](const Measure& each) {
            return (of_plan || each.section == section) && without_dot(each.number) == bare;
        });
    return is_taken ? std::string() : number;
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
    Result<std::vector<std::string>, EditProblem> tags = typed_tags(typed);
    if (!tags) {
        return fail(tags.error());
    }
    return with_measure(document, measure, [&tags](Measure& changed) {
        set_field(changed.tags, std::move(tags).value(), changed.unknown, "tags");
        return std::optional<EditProblem>();
    });
}

Result<Document, EditProblem> set_periods(const Document& document,
                                          std::span<const MeasurePeriod> periods) {
    std::vector<MeasureId> measures;
    measures.reserve(periods.size());
    for (const MeasurePeriod& wanted : periods) {
        measures.push_back(wanted.measure);
    }
    const Places places = found_places(document, measures);
    // Of two for one measure the later holds.
    std::vector<const MeasurePeriod*> wanted(document.measures.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == kNoIndex) {
            return fail(EditProblem::UnknownMeasure);
        }
        wanted[places[i]] = &periods[i];
    }
    std::optional<EditProblem> problem;
    OccurrenceDays days;
    std::size_t index = 0;
    Document changed = document;
    changed.measures =
        document.measures.replaced([&](const Measure& before) -> std::optional<Measure> {
            const MeasurePeriod* const given = wanted[index++];
            if (given == nullptr || problem) {
                return std::nullopt;
            }
            Result<Period, EditProblem> period = typed_period(given->period, before.period);
            if (!period) {
                problem = period.error();
                return std::nullopt;
            }
            Measure measure = before;
            set_field(measure.period, std::move(period).value(), measure.unknown, "period");
            days.follow(before.id, before.period, measure.period, given->spans);
            return measure == before ? std::nullopt : std::optional(std::move(measure));
        });
    if (problem) {
        return fail(*problem);
    }
    changed.occurrences = days.applied(document.occurrences);
    return changed;
}

Result<Document, EditProblem> set_responsible(const Document& document, const MeasureId& measure,
                                              std::span<const PartyName> parties, NewIds& ids) {
    Document with_parties = document;
    Result<std::vector<PartyId>, EditProblem> responsible =
        resolved_parties(with_parties, parties, ids);
    if (!responsible) {
        return fail(responsible.error());
    }
    return with_measure(with_parties, measure, [&responsible](Measure& changed) {
        set_field(changed.responsible, std::move(responsible).value(), changed.unknown,
                  "responsible");
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
    AddedMeasures added{.document = document,
                        .measures =
                            ids.make_many<MeasureId>("m", document.measures, places.size())};
    std::vector<Measure> copies;
    copies.reserve(places.size());
    for (const std::uint32_t place : places) {
        copies.push_back(copy_of(document.measures[place], added.measures[copies.size()], ids));
    }
    // A copy stays in the section of its original; behind the last of them the copies keep their
    // order.
    added.document.measures = document.measures.with_inserted(places.back() + 1, std::move(copies));
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
    std::size_t at = 0;
    changed.measures =
        changed.measures.replaced([&](const Measure& before) -> std::optional<Measure> {
            const bool moves = std::ranges::binary_search(places, order[at++]);
            if (!moves || before.section == place.section) {
                return std::nullopt;
            }
            Measure measure = before;
            measure.section = place.section;
            drop_original(measure.unknown, "section");
            return measure;
        });
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
