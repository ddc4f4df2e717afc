#include "core/edit/dependency_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::string_view bare_number(std::string_view number) {
    number = without_blanks(number);
    while (number.ends_with('.')) {
        number.remove_suffix(1);
    }
    return number;
}

std::string dependency_line(const Measure& measure) {
    std::string line = measure.number;
    line.append(line.empty() ? "" : " ").append(measure.title);
    return as_one_line(std::move(line));
}

std::string dependency_line(const Document& document, const MeasureId& id) {
    const std::uint32_t index = find_by_id(document.measures, id);
    return index == kNoIndex ? id.text : dependency_line(document.measures[index]);
}

// The only measure of which that holds.
template <class Holds>
std::optional<MeasureId> only_one(const Document& document, Holds holds) {
    std::optional<MeasureId> found;
    for (const Measure& measure : document.measures) {
        if (holds(measure)) {
            if (found) {
                return std::nullopt;
            }
            found = measure.id;
        }
    }
    return found;
}

std::optional<MeasureId> of_number(const Document& document, std::string_view typed) {
    const std::string_view number = bare_number(typed);
    return number.empty() ? std::nullopt : only_one(document, [&](const Measure& measure) {
        return bare_number(measure.number) == number;
    });
}

std::optional<MeasureId> of_words(const Document& document, std::string_view words) {
    if (std::optional<MeasureId> found = of_number(document, words)) {
        return found;
    }
    return only_one(document, [&](const Measure& measure) {
        return measure.title == words || dependency_line(measure) == words;
    });
}

class DependencyReader {
public:
    DependencyReader(const Document& document, const Measure& dependent)
        : m_document(document), m_before(dependent.depends_on) {}

    Result<std::vector<MeasureId>, EditProblem> read(std::string_view typed) {
        while (!typed.empty()) {
            const std::string_view line = take_part(typed, '\n');
            if (!line.empty() && !take_known(line) && !take(of_words(m_document, line)) &&
                !take_parts(line)) {
                return fail(EditProblem::UnknownMeasure);
            }
        }
        return each_once(m_ids);
    }

private:
    // A line that stood there, each of several like ones once.
    bool take_known(std::string_view line) {
        const auto known = std::ranges::find_if(
            m_before, [&](const MeasureId& id) { return dependency_line(m_document, id) == line; });
        if (known == m_before.end()) {
            return false;
        }
        m_ids.push_back(*known);
        m_before.erase(known);
        return true;
    }
    bool take(std::optional<MeasureId> found) {
        if (found) {
            m_ids.push_back(std::move(*found));
        }
        return found.has_value();
    }
    bool take_parts(std::string_view line) {
        while (!line.empty()) {
            std::string_view part = take_part(line, ';');
            if (part.empty() || take(of_words(m_document, part))) {
                continue;
            }
            while (!part.empty()) {
                if (!take(of_number(m_document, take_part(part, ',')))) {
                    return false;
                }
            }
        }
        return true;
    }

    const Document& m_document;
    std::vector<MeasureId> m_before; // that no line named yet
    std::vector<MeasureId> m_ids;
};

// Whether one of them is the measure, or comes after it over any number of steps.
bool come_after(const Document& document, const std::vector<MeasureId>& ids,
                const MeasureId& measure) {
    std::set<MeasureId> seen;
    std::vector<MeasureId> waiting = ids;
    while (!waiting.empty()) {
        const MeasureId id = std::move(waiting.back());
        waiting.pop_back();
        if (id == measure) {
            return true;
        }
        const std::uint32_t index = find_by_id(document.measures, id);
        if (index != kNoIndex && seen.insert(id).second) {
            const std::vector<MeasureId>& before = document.measures[index].depends_on;
            waiting.insert(waiting.end(), before.begin(), before.end());
        }
    }
    return false;
}

} // namespace

std::string dependency_text(const Document& document, const Measure& measure) {
    std::string text;
    for (const MeasureId& id : measure.depends_on) {
        text.append(text.empty() ? "" : "\n").append(dependency_line(document, id));
    }
    return text;
}

Result<Document, EditProblem> set_dependencies(const Document& document, const MeasureId& measure,
                                               std::string_view typed) {
    const std::uint32_t index = find_by_id(document.measures, measure);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    auto ids = DependencyReader(document, document.measures[index]).read(typed);
    if (!ids) {
        return fail(ids.error());
    }
    // A circle that a file brought along may be made smaller.
    std::vector<MeasureId> added = ids.value();
    std::erase_if(added, [&](const MeasureId& id) {
        const std::vector<MeasureId>& before = document.measures[index].depends_on;
        return std::ranges::find(before, id) != before.end();
    });
    if (come_after(document, added, measure)) {
        return fail(EditProblem::DependsOnItself);
    }
    return with_measure(document, measure, [&ids](Measure& changed) {
        set_field(changed.depends_on, std::move(ids).value(), changed.unknown, "dependsOn");
        return std::optional<EditProblem>();
    });
}

} // namespace vekha
