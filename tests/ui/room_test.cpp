// What folds where there is little room (look.md, «Room»), and that what was looked at stays.
#include "app/actions.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/scene/semantics.hpp"
#include "tests/ui/support/test_page.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vekha::test::room_test {
namespace {

TEST_CASE("The inspector becomes a sheet before the table loses a column") {
    TestPage page;
    page.open_sample("sevastopol-2021");
    page.act(app::act::ShowInspector{true});
    int beside = 0;
    for (float width = 1920.0F; width >= 700.0F; width -= 10.0F) {
        page.resize({width, 768.0F});
        if (page.find("inspector") == nullptr) {
            continue;
        }
        ++beside;
        CAPTURE(width);
        for (int column = 0; column < 5; ++column) {
            CHECK(page.find("column/" + std::to_string(column)) != nullptr);
        }
        CHECK(page.node("column/1").rect.width() >= 199.0F);
    }
    MESSAGE(beside << " widths with the inspector beside the table");
    CHECK(beside > 60);
    page.resize({1366.0F, 768.0F});
    CHECK(page.find("inspector") != nullptr);
}

TEST_CASE("The selected row stays in sight when the page becomes smaller, and its rows lower") {
    TestPage page;
    page.open_sample("sevastopol-2021");
    page.act(app::act::Reveal{MeasureId{"m-1-19"}});
    for (const Size size : {Size{1366.0F, 768.0F}, Size{683.0F, 384.0F}, Size{455.0F, 256.0F},
                            Size{1920.0F, 1080.0F}}) {
        page.resize(size);
        CAPTURE(size.width);
        const Rect grid = page.node("grid").rect;
        const Rect row = page.node("row/m-1-19").rect;
        CHECK(row.top >= grid.top);
        CHECK(row.bottom <= grid.bottom + 0.5F);
    }
}

} // namespace
} // namespace vekha::test::room_test
