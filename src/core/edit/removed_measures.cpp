#include "core/edit/removed_measures.hpp"

#include "core/edit/edit_parts.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace vekha {

Document without_measures(const Document& document, const MeasureIds& gone) {
    if (gone.empty()) {
        return document;
    }
    const auto stays = [&gone](const auto& item) { return !gone.contains(item.measure); };
    const auto is_gone = [&gone](const MeasureId& id) { return gone.contains(id); };
    Document changed = document;
    changed.measures =
        document.measures
            .filtered([&gone](const Measure& measure) { return !gone.contains(measure.id); })
            .replaced([&is_gone](const Measure& measure) -> std::optional<Measure> {
                if (std::ranges::none_of(measure.depends_on, is_gone)) {
                    return std::nullopt;
                }
                Measure freed = measure;
                std::erase_if(freed.depends_on, is_gone);
                drop_original(freed.unknown, "dependsOn");
                return freed;
            });
    changed.marks = document.marks.filtered(stays);
    changed.occurrences = document.occurrences.filtered(stays);
    changed.overrides = document.overrides.filtered(stays);
    changed.live_changes = document.live_changes.filtered(stays);
    return changed;
}

} // namespace vekha
