// Editor: the app with a sample open and one measure selected that can be reported about.
#pragma once

#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace vekha::test {

// The measure is not started and not derived.
struct Editor : TestApp {
    Editor() {
        open_sample();
        id = plain_measure();
        const std::uint32_t index = find_by_id(plan().document.measures, MeasureId{id});
        select({OwnerKind::Measure, index});
        set({.state = StoredState::NotStarted});
        before_depth = plan().history.undo_depth();
    }
    void set(ProgressChange change) {
        act(app::act::SetProgress{MeasureId{id}, std::move(change)});
    }
    [[nodiscard]] const ProgressReport& report() const { return measure(id).report; }
    [[nodiscard]] std::size_t new_entries() const {
        return plan().history.undo_depth() - before_depth;
    }
    void begin(app::EditField field) { act(app::act::BeginEdit{kKey, field, MeasureId{id}}); }
    void commit(std::string text, app::FieldEnd end = app::FieldEnd::Entered) {
        tell(app::FieldFinished{kKey, end, std::move(text)});
    }
    static constexpr SemanticKey kKey = 42;
    std::string id;
    std::size_t before_depth = 0;
};

} // namespace vekha::test
