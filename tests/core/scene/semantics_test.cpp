// The list of what is on the screen for those who do not see it.
#include "core/scene/semantics.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace vekha::semantics_test {
TEST_CASE("a node that is used again keeps nothing of its former life") {
    SemanticList list;
    SemanticNode& first = list.add(1, Role::Button, "first", {0, 0, 1, 1}, 7);
    first.description = "old";
    first.value = "old";
    first.selected = true;
    first.expanded = 1;
    first.level = 3;
    list.clear();
    const SemanticNode& second = list.add(2, Role::Row, "second", {1, 1, 2, 2});
    CHECK(list.size() == 1);
    CHECK(second.key == 2);
    CHECK(second.parent == 0);
    CHECK(second.role == Role::Row);
    CHECK(second.name == "second");
    CHECK(second.description.empty());
    CHECK(second.value.empty());
    CHECK_FALSE(second.selected);
    CHECK(second.expanded == -1);
    CHECK(second.level == 0);
}

TEST_CASE("a list is appended with all its nodes hold") {
    SemanticList scene;
    SemanticNode& node = scene.add(5, Role::Slider, "Масштаб", {0, 0, 9, 9}, 4);
    node.value = "месяц";
    node.value_now = 2.5;
    SemanticList page;
    page.add(4, Role::Main, "", {0, 0, 99, 99});
    page.append(scene);
    REQUIRE(page.size() == 2);
    CHECK(page[1].key == 5);
    CHECK(page[1].parent == 4);
    CHECK(page[1].value == "месяц");
    CHECK(page[1].value_now == 2.5);
}

TEST_CASE("keys differ, fit into the numbers of scripts and are never 0") {
    std::set<SemanticKey> keys;
    for (int i = 0; i < 20'000; ++i) {
        for (const char* prefix : {"row/", "bar/", "cell/1/"}) {
            const SemanticKey key = semantic_key(prefix + std::to_string(i));
            CHECK(key != 0);
            CHECK(key < (SemanticKey{1} << 53U));
            keys.insert(key);
        }
    }
    CHECK(keys.size() == 60'000);
    CHECK(semantic_key("row/m-1") == semantic_key("row/m-1"));
}

} // namespace vekha::semantics_test
