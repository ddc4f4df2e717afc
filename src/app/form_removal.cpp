// What else is touched when a thing of a plan goes.
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "core/edit/party_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

// «1.2, 1.5, 2.1 …»: by their numbers, where they have such.
std::string measure_numbers(const Texts& texts, const std::vector<const Measure*>& measures) {
    constexpr std::size_t kMostNamed = 8;
    std::string numbers;
    std::size_t named = 0;
    for (const Measure* const measure : measures) {
        if (!measure->number.empty() && named < kMostNamed) {
            std::string_view number = measure->number;
            number.remove_suffix(number.ends_with('.') ? 1 : 0);
            numbers.append(named > 0 ? ", " : "").append(number);
            ++named;
        }
    }
    const std::string count = texts.number(static_cast<std::int64_t>(measures.size()));
    if (named == 0) {
        return count;
    }
    return texts.format(named < measures.size() ? "form.numbersAndMore"_key : "form.numbers"_key,
                        {{"count", count}, {"numbers", numbers}});
}

template <class List, class Predicate>
std::string count_in(const Texts& texts, const List& list, Predicate fits) {
    return texts.number(static_cast<std::int64_t>(std::ranges::count_if(list, fits)));
}

std::string party_words(const FormScene& scene, const PartyId& id) {
    const Document& document = scene.document;
    if (!is_party_in_use(document, id)) {
        return {};
    }
    const auto names = [&id](const std::vector<PartyId>& parties) {
        return std::ranges::find(parties, id) != parties.end();
    };
    std::vector<const Measure*> measures;
    for (const Measure& measure : document.measures) {
        if (names(measure.responsible) ||
            std::ranges::any_of(measure.items, [&names](const MeasureItem& item) {
                return names(item.responsible);
            })) {
            measures.push_back(&measure);
        }
    }
    return scene.texts.format(
        "form.partyUse"_key,
        {{"measures", measure_numbers(scene.texts, measures)},
         {"schools", count_in(scene.texts, document.schools,
                              [&id](const School& school) {
                                  return school.curator == id || school.coordinator == id;
                              })},
         {"decisions",
          count_in(scene.texts, document.decisions,
                   [&names](const Decision& decision) { return names(decision.responsible); })},
         {"views", count_in(scene.texts, document.views, [&id](const SavedView& view) {
              return view.filter && view.filter->asks.responsible == id;
          })}});
}

std::string section_words(const FormScene& scene, const SectionId& id) {
    const Document& document = scene.document;
    std::vector<SectionId> gone{id};
    for (const Section& section : document.sections) {
        if (section.parent == id) {
            gone.push_back(section.id);
        }
    }
    std::vector<const Measure*> measures;
    for (const Measure& measure : document.measures) {
        if (std::ranges::find(gone, measure.section) != gone.end()) {
            measures.push_back(&measure);
        }
    }
    if (measures.empty() && gone.size() == 1) {
        return {};
    }
    std::string words = scene.texts.format("form.sectionUse"_key,
                                           {{"measures", measure_numbers(scene.texts, measures)}});
    if (gone.size() > 1) {
        words.append(" ").append(scene.texts.format(
            "form.sectionsInside"_key,
            {{"sections", scene.texts.number(static_cast<std::int64_t>(gone.size() - 1))}}));
    }
    return words;
}

std::string school_words(const FormScene& scene, const School& school) {
    const Document& document = scene.document;
    const auto marks = std::ranges::count(document.marks, school.id, &Mark::school);
    std::ptrdiff_t values = 0;
    for (const Indicator& indicator : document.indicators) {
        values += std::ranges::count(indicator.values, school.id, &IndicatorValue::school);
    }
    const auto lists = std::ranges::count_if(document.measures, [&school](const Measure& measure) {
        const auto& listed = measure.applies_to.schools;
        return std::ranges::find(listed, school.id) != listed.end();
    });
    const std::size_t facts =
        school.risks.size() + school.documents.size() + school.visits.size() + school.stages.size();
    if (marks + values + lists == 0 && facts == 0) {
        return {};
    }
    const auto words = [&scene](auto count) {
        return scene.texts.number(static_cast<std::int64_t>(count));
    };
    return scene.texts.format("form.schoolUse"_key, {{"marks", words(marks)},
                                                     {"values", words(values)},
                                                     {"lists", words(lists)},
                                                     {"facts", words(facts)}});
}

} // namespace

std::string removal_words(const FormScene& scene, const FormSubject& subject) {
    const std::uint32_t index = form_index(scene, subject);
    if (index == kNoIndex) {
        return {};
    }
    switch (subject.of) {
    case FormOf::Section:
        return section_words(scene, SectionId{subject.id});
    case FormOf::Party:
        return party_words(scene, PartyId{subject.id});
    case FormOf::School:
        return school_words(scene, scene.document.schools[index]);
    default:
        return {};
    }
}

} // namespace vekha::app
