// The field of the page against what is drawn: where its text stands and when it is taken away.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/memory_ports.hpp"
#include "tests/ui/support/test_page.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace vekha::test::field_test {
namespace {

constexpr std::string_view kNote = "inspector/note";
constexpr Size kNarrow{800.0F, 600.0F};

// A measure in the inspector with the field of its note open.
struct NotePage : TestPage {
    NotePage() {
        open_sample("sevastopol-2021");
        select({OwnerKind::Measure, 5});
        act(app::act::ShowInspector{true});
        activate(semantic_key(kNote));
        CHECK(field().shown.has_value());
    }
    [[nodiscard]] MemoryField& field() { return outside().field; }
};

} // namespace

TEST_CASE("A field that is no longer drawn is left, and what was typed counts") {
    NotePage page;
    SUBCASE("on a page that became narrow") {
        page.resize(kNarrow);
    }
    SUBCASE("under a question") {
        page.open_bytes("{");
    }
    CHECK(page.field().times_left >= 1); // until it answers
    CHECK_FALSE(page.field().shown.has_value());
}

TEST_CASE("A field that was given up is not left as well") {
    NotePage page;
    page.act(app::act::CancelEdit{});
    page.resize(kNarrow);
    CHECK(page.field().times_left == 0);
}

TEST_CASE("A text that was refused waits at its own measure only") {
    NotePage page;
    page.act(app::act::CancelEdit{});
    constexpr std::string_view kPercent = "inspector/percent";
    page.activate(semantic_key(kPercent));
    page.tell(app::FieldFinished{semantic_key(kPercent), app::FieldEnd::Left, "150"});
    REQUIRE(page.field().shown.has_value());
    CHECK(page.field().shown->text == "150");
    CHECK(page.field().shown->waits);
    page.select({OwnerKind::Measure, 6});
    REQUIRE(page.find(kPercent) != nullptr);
    CHECK_FALSE(page.field().shown.has_value());
    page.select({OwnerKind::Measure, 5});
    REQUIRE(page.field().shown.has_value());
    CHECK(page.field().shown->text == "150");
}

TEST_CASE("Keys on a text that has the keyboard begin to type there, and mean no row") {
    NotePage page;
    page.act(app::act::CancelEdit{});
    page.tell(app::NodeFocused{semantic_key(kNote)});
    REQUIRE_FALSE(page.field().shown.has_value());
    for (const char* key : {"5", "Delete", "\u044B"}) {
        CAPTURE(key);
        page.tell(app::KeyPressed{.key = key});
        REQUIRE(page.field().shown.has_value());
        CHECK(page.field().shown->key == semantic_key(kNote));
        page.tell(app::FieldFinished{semantic_key(kNote), app::FieldEnd::Cancelled, ""});
        REQUIRE_FALSE(page.field().shown.has_value());
    }
    CHECK(page.state().plan->history.undo_depth() == 0);
    CHECK(page.state().plan->document.measures.size() == 88);
    // On the row the same key means it again.
    page.tell(app::NodeFocused{semantic_key("grid")});
    page.tell(app::KeyPressed{.key = "2"});
    CHECK_FALSE(page.field().shown.has_value());
    CHECK(page.state().plan->history.undo_depth() == 1);
}

} // namespace vekha::test::field_test
