// The scene keeps what is put in, in order, and finds what lies on top.
#include "core/scene/scene.hpp"

#include "core/scene/semantics.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vekha::scene_test {
TEST_CASE("primitives stay in paint order with their owners") {
    Scene scene;
    scene.add(PrimitiveKind::Fill, {0, 0, 10, 10}, ColorRole::Surface, {OwnerKind::Measure, 3});
    scene.push_clip({1, 1, 5, 5});
    scene.pop_clip();
    REQUIRE(scene.primitives().size() == 3);
    CHECK(scene.primitives()[0].owner == Owner{OwnerKind::Measure, 3});
    CHECK(scene.primitives()[1].kind == PrimitiveKind::ClipPush);
    CHECK(scene.primitives()[2].kind == PrimitiveKind::ClipPop);
}

TEST_CASE("texts are kept by value and found by their primitive") {
    Scene scene;
    std::string text = "первый";
    scene.add_text({0, 0, 10, 10}, text, {}, ColorRole::Text);
    text = "другой";
    scene.add_text({0, 0, 10, 10}, "", {}, ColorRole::Text);
    scene.add_text({0, 0, 10, 10}, "third", {}, ColorRole::Text);
    CHECK(scene.text_of(scene.primitives()[0]) == "первый");
    CHECK(scene.text_of(scene.primitives()[1]).empty());
    CHECK(scene.text_of(scene.primitives()[2]) == "third");
}

TEST_CASE("the topmost zone that holds the point is found") {
    Scene scene;
    scene.add_zone(ZoneKind::Row, {0, 0, 100, 20}, Cursor::Arrow, {OwnerKind::Measure, 1});
    scene.add_zone(ZoneKind::Bar, {40, 0, 60, 20}, Cursor::Hand, {OwnerKind::Measure, 1});
    CHECK(scene.zone_at({50, 10})->kind == ZoneKind::Bar);
    CHECK(scene.zone_at({39.9F, 10})->kind == ZoneKind::Row);
    CHECK(scene.zone_at({60, 10})->kind == ZoneKind::Row);
    CHECK(scene.zone_at({100, 10}) == nullptr);
}

TEST_CASE("a cleared scene is empty") {
    Scene scene;
    scene.add_text({0, 0, 10, 10}, "x", {}, ColorRole::Text);
    scene.add_zone(ZoneKind::Row, {0, 0, 100, 20}, Cursor::Arrow, {});
    scene.semantics().add(semantic_key("x"), Role::Row, "x", {0, 0, 1, 1});
    scene.clear();
    CHECK(scene.primitives().empty());
    CHECK(scene.zones().empty());
    CHECK(scene.semantics().size() == 0);
    scene.add_text({0, 0, 10, 10}, "y", {}, ColorRole::Text);
    CHECK(scene.text_of(scene.primitives()[0]) == "y");
}

} // namespace vekha::scene_test
