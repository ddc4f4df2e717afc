// The draft of a plan that takes longer to write than a frame may.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace vekha::draft_slices_test {
namespace {

using test::MeasureBuilder;
using test::TestApp;

TEST_CASE(
    "The draft of a large plan is written over several frames, and at once where none may come") {
    TestApp app;
    Document large;
    large.plan.id.text = "large";
    for (int i = 0; i < 4000; ++i) {
        large.measures.push_back(MeasureBuilder("m" + std::to_string(i))
                                     .title("Мероприятие большого плана")
                                     .range("2021-01-01", "2021-03-31")
                                     .build());
    }
    app.open_file("large.vekha.json", write_roadmap(large, TextLayout::Compact));
    REQUIRE(app.plan().document.measures.size() == 4000);
    const auto given_bytes = [&app] {
        std::size_t bytes = 0;
        for (const auto& [key, text] : app.memory.drafts.parts) {
            bytes += text.size();
        }
        return bytes;
    };
    app.frame(0.3);
    const std::size_t first = given_bytes();
    CHECK(app.memory.drafts.stored.empty());
    CHECK(first > 100'000);
    CHECK(first < 300'000);
    SUBCASE("one frame after the other") {
        app.act(app::act::SetProgress{MeasureId{"m3999"}, {.note = "работа посреди записи"}});
        std::size_t frames = 0;
        for (; app.memory.drafts.stored.empty(); ++frames) {
            REQUIRE(frames < 50);
            app.frame();
        }
        CHECK(frames >= 2);
    }
    SUBCASE("the page is hidden") {
        (void)app.dispatcher.handle(app::VisibilityChanged{false});
    }
    SUBCASE("the plan goes behind another one") {
        app.open_sample("dubovskoe-2021");
    }
    REQUIRE(app.memory.drafts.stored.size() == 1);
    const Document kept = read_roadmap(app.memory.drafts.stored[0].bytes).value().document;
    CHECK(kept.measures.size() == 4000);
    if (app.plan().document.plan.id == large.plan.id) {
        CHECK(kept == app.plan().document);
        CHECK(app.memory.drafts.stored[0].revision == app.plan().revision);
    } else {
        CHECK(kept == large);
    }
}

} // namespace
} // namespace vekha::draft_slices_test
