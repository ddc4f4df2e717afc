#include "platform/twin_text.hpp"

#include "core/scene/semantics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using vekha::Role;
using vekha::semantic_key;
using vekha::SemanticList;
using vekha::SemanticNode;
using vekha::platform::role_name;
using vekha::platform::TwinText;

namespace {

// Readable separators: fields by '|', lines by '\n'.
std::string shown(const TwinText& text) {
    std::string copy(text.text());
    std::ranges::replace(copy, '\x1f', '|');
    std::ranges::replace(copy, '\x1e', '\n');
    return copy;
}

std::string key_text(std::string_view path) {
    return std::to_string(semantic_key(path));
}

} // namespace

TEST_CASE("an empty list is an empty text and no change") {
    TwinText text;
    CHECK_FALSE(text.update(SemanticList()));
    CHECK(text.text().empty());
}

TEST_CASE("a node is one line with its rectangle in 64ths of a pixel") {
    SemanticList list;
    SemanticNode& node =
        list.add(semantic_key("b"), Role::ToggleButton, "Свернуть", {10, 20.5F, 110, 45});
    node.description = "почему";
    node.value = "да";
    node.focusable = true;
    node.selected = true;
    node.pressed = 1;
    TwinText text;
    CHECK(text.update(list));
    CHECK(shown(text) ==
          key_text("b") +
              "|0|button|9|-1|1|0|0|0|0|0|0|0|0|640|1312|6400|1568||||Свернуть|почему|да\n");
}

TEST_CASE("a child's place is told from its parent's corner") {
    SemanticList list;
    list.add(semantic_key("row"), Role::Row, "", {100, 200, 500, 230});
    list.add(semantic_key("cell"), Role::Cell, "", {150, 205, 250, 225}, semantic_key("row"));
    TwinText text;
    REQUIRE(text.update(list));
    const std::string lines = shown(text);
    CHECK(lines.substr(lines.find('\n') + 1) ==
          key_text("cell") + "|" + key_text("row") +
              "|gridcell|0|-1|-1|0|0|0|0|0|0|0|0|3200|320|6400|1280||||||\n");
}

TEST_CASE("a row that scrolls changes its own line and not its cells'") {
    const auto list_at = [](float top) {
        SemanticList list;
        list.add(semantic_key("row"), Role::Row, "", {0, top, 500, top + 30});
        list.add(semantic_key("cell"), Role::Cell, "a", {0, top, 100, top + 30},
                 semantic_key("row"));
        return list;
    };
    TwinText text;
    REQUIRE(text.update(list_at(0)));
    const std::string before = shown(text);
    REQUIRE(text.update(list_at(-12)));
    const std::string after = shown(text);
    CHECK(before.substr(0, before.find('\n')) != after.substr(0, after.find('\n')));
    CHECK(before.substr(before.find('\n')) == after.substr(after.find('\n')));
}

TEST_CASE("a node whose parent is not on the screen hangs below the page") {
    SemanticList list;
    list.add(semantic_key("cell"), Role::Cell, "", {5, 0, 6, 1}, semantic_key("nowhere"));
    TwinText text;
    REQUIRE(text.update(list));
    CHECK(shown(text).starts_with(key_text("cell") + "|0|gridcell|"));
    CHECK(shown(text).find("|320|0|64|64|") != std::string::npos);
}

TEST_CASE("the same list twice is a change once") {
    SemanticList list;
    list.add(semantic_key("a"), Role::Text, "а", {0, 0, 1, 1});
    TwinText text;
    CHECK(text.update(list));
    CHECK_FALSE(text.update(list));
    list.add(semantic_key("b"), Role::Text, "б", {0, 0, 1, 1});
    CHECK(text.update(list));
}

TEST_CASE("texts cannot break the lines or fields") {
    SemanticList list;
    SemanticNode& node = list.add(1, Role::Text,
                                  "a\x1f"
                                  "b\x1e"
                                  "c\nd\te",
                                  {});
    node.value = std::string("x\0y", 3);
    TwinText text;
    REQUIRE(text.update(list));
    CHECK(std::ranges::count(text.text(), '\x1f') == 23);
    CHECK(std::ranges::count(text.text(), '\x1e') == 1);
    CHECK(shown(text).ends_with("|a b c d e||x y\n"));
}

TEST_CASE("characters above U+FFFF pass as they are") {
    SemanticList list;
    list.add(1, Role::Text, "✅ 🎓 👩\u200D🏫", {});
    TwinText text;
    REQUIRE(text.update(list));
    CHECK(shown(text).ends_with("|✅ 🎓 👩\u200D🏫||\n"));
}

TEST_CASE("only a slider tells values, with a point whatever the locale") {
    SemanticList list;
    SemanticNode& slider = list.add(1, Role::Slider, "", {});
    slider.value_now = 0.5;
    slider.value_max = 12.25;
    SemanticNode& other = list.add(2, Role::Text, "", {});
    other.value_now = 3.0;
    TwinText text;
    REQUIRE(text.update(list));
    CHECK(shown(text).find("|0.5|0|12.25|") != std::string::npos);
    CHECK(shown(text).find("|3|") == std::string::npos);
}

TEST_CASE("every role has a name, and only the two kinds of button share one") {
    std::vector<std::string_view> names;
    for (int role = 0; role <= static_cast<int>(Role::Separator); ++role) {
        names.push_back(role_name(static_cast<Role>(role)));
    }
    const std::set<std::string_view> distinct(names.begin(), names.end());
    CHECK(distinct.size() == names.size() - 1);
    CHECK(distinct.count("") == 0);
}
