#include "app/change_words.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "core/base/no_index.hpp"
#include "core/compare/document_changes.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, kChangedThingCount> kThings{
    "plan",       "section",      "party",    "measure",  "mark",     "occurrence",
    "school",     "indicator",    "baseline", "view",     "calendar", "overrides",
    "thresholds", "dictionaries", "order",    "meetings", "other"};
constexpr std::array<std::string_view, kMeasurePartCount> kParts{
    "number", "title", "section", "period",  "responsible", "state",
    "texts",  "items", "targets", "schools", "other"};
constexpr std::array<std::string_view, 3> kChanges{"added", "removed", "changed"};

std::string measure_title(const Document& document, const MeasureId& id) {
    const std::uint32_t measure = find_by_id(document.measures, id);
    return measure == kNoIndex ? id.text : document.measures[measure].title;
}

// Empty for what there is one of.
std::string name_of(const Texts& texts, const Document& document, ChangedThing thing,
                    std::uint32_t index) {
    switch (thing) {
    case ChangedThing::Section:
        return document.sections[index].title;
    case ChangedThing::Party:
        return document.parties[index].name;
    case ChangedThing::Measure:
        return document.measures[index].title;
    case ChangedThing::Mark: {
        const Mark& mark = document.marks[index];
        const std::uint32_t school = find_by_id(document.schools, mark.school);
        const std::string& where =
            school == kNoIndex ? mark.municipality : short_name_of(document.schools[school]);
        return measure_title(document, mark.measure) + ", " + where;
    }
    case ChangedThing::Occurrence: {
        const Occurrence& occurrence = document.occurrences[index];
        return measure_title(document, occurrence.measure) + ", " +
               span_words(texts, occurrence.days);
    }
    case ChangedThing::School:
        return short_name_of(document.schools[index]);
    case ChangedThing::Indicator:
        return document.indicators[index].name;
    case ChangedThing::Baseline:
        return document.baselines[index].title;
    case ChangedThing::View:
        return document.views[index].name;
    default:
        return {};
    }
}

std::string parts_words(const Texts& texts, const MeasureParts& parts) {
    std::string words;
    for (std::size_t i = 0; i < kMeasurePartCount; ++i) {
        if (parts.has(static_cast<MeasurePart>(i))) {
            words.append(words.empty() ? "" : ", ")
                .append(texts.member("changes.part.", kParts[i]));
        }
    }
    return words;
}

std::string line_of(const Texts& texts, const Document& before, const Document& after,
                    const DocumentChange& change) {
    const std::string_view what = kChanges[static_cast<std::size_t>(change.change)];
    std::string thing(
        texts.member("changes.thing.", kThings[static_cast<std::size_t>(change.thing)]));
    const bool is_in_after = change.after != kNoIndex;
    const std::uint32_t index = is_in_after ? change.after : change.before;
    if (index != kNoIndex) {
        thing = texts.format(
            "changes.named"_key,
            {{"thing", thing},
             {"name", name_of(texts, is_in_after ? after : before, change.thing, index)}});
    }
    if (!change.parts.empty()) {
        thing.append(" (").append(parts_words(texts, change.parts)).append(")");
    }
    return std::string(texts.member("changes.kind.", what)) + ": " + thing;
}

} // namespace

std::string changes_in_short(const Texts& texts, const Document& before, const Document& after,
                             std::span<const DocumentChange> changes) {
    if (changes.empty()) {
        return {};
    }
    std::string words = line_of(texts, before, after, changes.front());
    std::ranges::replace(words, '\n', ' '); // of a title
    if (changes.size() > 1) {
        words.append(" ").append(
            texts.plural("changes.moreAfter"_key, static_cast<std::int64_t>(changes.size() - 1)));
    }
    return words;
}

std::vector<std::string> change_lines(const Texts& texts, const Document& before,
                                      const Document& after,
                                      std::span<const DocumentChange> changes, std::size_t most) {
    std::vector<std::string> lines;
    for (const DocumentChange& change : changes.first(std::min(most, changes.size()))) {
        lines.push_back(line_of(texts, before, after, change));
    }
    if (changes.size() > most) {
        lines.push_back(
            texts.plural("changes.more"_key, static_cast<std::int64_t>(changes.size() - most)));
    }
    return lines;
}

} // namespace vekha::app
