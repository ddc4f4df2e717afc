// One thing of a list of the document changed, all others shared. For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace vekha {

// Changes a copy of what has the id in that list by `change(thing)`, which gives the problem when
// it is refused. `missing` when the list has none. `List`: &Document::sections and so on.
template <auto List, class AnyId, class Change>
[[nodiscard]] Result<Document, EditProblem> with_entity(const Document& document, const AnyId& id,
                                                        EditProblem missing, Change change) {
    const auto& list = document.*List;
    const std::uint32_t index = find_by_id(list, id);
    if (index == kNoIndex) {
        return fail(missing);
    }
    auto after = list[index];
    if (const std::optional<EditProblem> problem = change(after)) {
        return fail(*problem);
    }
    Document changed = document;
    changed.*List = with_changed(list, index, std::move(after));
    return changed;
}

// What has the id changes places with the one before it (-1) or behind it (1) in that list; the
// same document at the ends.
template <auto List, class AnyId>
[[nodiscard]] Result<Document, EditProblem> with_moved(const Document& document, const AnyId& id,
                                                       EditProblem missing, int step) {
    const auto& list = document.*List;
    const std::uint32_t index = find_by_id(list, id);
    if (index == kNoIndex) {
        return fail(missing);
    }
    const std::int64_t to = std::int64_t{index} + step;
    if (to < 0 || to >= static_cast<std::int64_t>(list.size())) {
        return document;
    }
    const auto other = static_cast<std::size_t>(to);
    Document changed = document;
    changed.*List = list.with(index, list[other]).with(other, list[index]);
    return changed;
}

template <class Change>
[[nodiscard]] Result<Document, EditProblem> with_measure(const Document& document,
                                                         const MeasureId& measure, Change change) {
    return with_entity<&Document::measures>(document, measure, EditProblem::UnknownMeasure, change);
}

} // namespace vekha
