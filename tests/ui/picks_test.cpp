// Several rows picked by the pointer on the page: with keys that are held, by a box, by a finger
// that rests; the bar that counts them.
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"
#include "tests/ui/support/test_page.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::test::picks_test {
namespace {

struct Picks : TestPage {
    Picks() { open_sample("dubovskoe-2021"); }
    [[nodiscard]] Point at(std::size_t index, std::string_view cell = "cell/1/") const {
        const Measure& measure = state().plan->document.measures[index];
        return node(std::string(cell) + measure.id.text).rect.center();
    }
    void click_with(ImGuiKey key, std::size_t index) {
        ImGui::GetIO().AddKeyEvent(key, true);
        click(at(index));
        ImGui::GetIO().AddKeyEvent(key, false);
        settle();
    }
    [[nodiscard]] std::string picked() const {
        std::string all;
        for (std::size_t i = 0; i < state().plan->document.measures.size(); ++i) {
            all += state().session.picked.has(i) ? std::to_string(i) : std::string();
        }
        return all;
    }
};

} // namespace

TEST_CASE("Ctrl and Shift pick, a plain press selects one, two presses on one row edit it") {
    Picks page;
    page.click(page.at(1));
    page.click_with(ImGuiMod_Ctrl, 3);
    CHECK(page.picked() == "13");
    page.click_with(ImGuiMod_Shift, 5);
    CHECK(page.picked() == "1345");
    page.click_with(ImGuiMod_Ctrl, 5);
    page.click_with(ImGuiMod_Ctrl, 5);
    CHECK_FALSE(page.state().session.field); // no double click
    CHECK(page.picked() == "1345");
    page.click(page.at(2));
    CHECK(page.picked().empty());
    page.double_click(page.at(2));
    CHECK(page.state().session.field);
}

TEST_CASE("a box over the table picks the rows it touches; a hand that trembles picks none") {
    Picks page;
    page.drag(page.at(1), page.at(3, "cell/2/"));
    CHECK(page.picked() == "123");
    const Point start = page.at(5);
    page.drag(start, {start.x + 5.0F, start.y + 5.0F});
    CHECK(page.picked().empty());
    CHECK(page.state().session.selection.measure == page.state().plan->document.measures[5].id);
    // On the time line a drag moves the picture.
    const float scroll = page.state().view.roadmap.scroll_y;
    page.drag({1200.0F, 600.0F}, {1200.0F, 500.0F});
    CHECK(page.picked().empty());
    CHECK(page.state().view.roadmap.scroll_y >= scroll);
}

TEST_CASE("rows are dragged by their numbers, and those that are picked by any of their cells") {
    Picks page;
    const auto order = [&page](std::size_t count) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) {
            all += page.state().plan->document.measures[i].id.text + " ";
        }
        return all;
    };
    const auto id = [&page](std::size_t index) {
        return page.state().plan->document.measures[index].id.text + " ";
    };
    const std::array before{id(0), id(1), id(2), id(3), id(4), id(5)};
    const Point above = page.at(1);
    const float half =
        page.node("row/" + before[1].substr(0, before[1].size() - 1)).rect.height() / 4;
    page.drag(page.at(4, "cell/0/"), {above.x, above.y - half});
    CHECK(order(6) == before[0] + before[4] + before[1] + before[2] + before[3] + before[5]);
    CHECK(page.picked().empty());
    CHECK(page.key({.key = "z", .ctrl = true}));
    page.settle();
    CHECK(order(6) == before[0] + before[1] + before[2] + before[3] + before[4] + before[5]);
    page.click(page.at(0));
    page.click_with(ImGuiMod_Ctrl, 2);
    REQUIRE(page.picked() == "02");
    const Point below = page.at(4);
    page.drag(page.at(2), {below.x, below.y + half});
    CHECK(order(6) == before[1] + before[3] + before[4] + before[0] + before[2] + before[5]);
    // A hand that trembles moves nothing.
    const Point held = page.at(5, "cell/0/");
    const std::string as_it_stands = order(6);
    page.drag(held, {held.x + 3.0F, held.y + 6.0F});
    CHECK(order(6) == as_it_stands);
    // Escape lets go of them, and leaves them picked.
    page.click(page.at(3));
    page.click_with(ImGuiMod_Ctrl, 4);
    page.hold(page.at(3));
    page.move_to(page.at(1));
    page.settle();
    CHECK_FALSE(page.state().session.held_row.empty());
    CHECK(page.key({.key = "Escape"}));
    page.settle();
    page.let_go();
    page.settle();
    CHECK(order(6) == as_it_stands);
    CHECK(page.picked() == "34");
    // To the very top.
    const Point top = page.at(0);
    page.drag(page.at(5, "cell/0/"), {top.x, top.y - half});
    CHECK(order(2) == before[5] + before[1]);
}

TEST_CASE("at the edge of the table a box scrolls on for as long as it is held there") {
    Picks page;
    page.hold(page.at(1));
    page.move_to({300.0F, 400.0F});
    page.move_to({300.0F, page.node("grid").rect.bottom - 8.0F});
    for (int i = 0; i < 40; ++i) {
        page.wait(0.05);
    }
    CHECK(page.state().view.roadmap.scroll_y > 50.0F);
    CHECK(page.picked().size() > 12);
    page.let_go();
    CHECK(page.is_idle());
}

TEST_CASE(
    "a finger that rests on a row begins to pick, on the button that undoes shows the steps") {
    Picks page;
    CHECK_FALSE(page.tell(app::LongPressed{page.node("topbar/save").rect.center()}));
    CHECK(page.tell(app::LongPressed{page.at(4)}));
    CHECK(page.picked() == "4");
    page.click(page.at(6));
    CHECK(page.picked() == "46");
    CHECK(page.node("picked/count").name == "Выбрано 2 мероприятия");
    page.click(page.node("picked/drop").rect.center());
    CHECK(page.find("picked") == nullptr);
    CHECK(page.tell(app::LongPressed{page.node("topbar/undo").rect.center()}));
}

TEST_CASE("in the twin an activated row is picked while picking, and rows say whether they are") {
    Picks page;
    page.tell(app::LongPressed{page.at(4)});
    const std::string id = page.state().plan->document.measures[2].id.text;
    page.activate(semantic_key("row/" + id));
    CHECK(page.picked() == "24");
    CHECK(page.node("row/" + id).selected);
    page.activate(semantic_key("cell/1/" + id));
    CHECK(page.picked() == "4");
    CHECK_FALSE(page.state().session.field);
    CHECK_FALSE(page.node("row/" + id).selected);
}

} // namespace vekha::test::picks_test
