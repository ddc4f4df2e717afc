// The text of a scene, as goldens hold it.
#include "core/scene/scene_dump.hpp"

#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vekha::scene_dump_test {
TEST_CASE("a scene is one line for each primitive, zone and node") {
    Scene scene;
    scene.push_clip({0, 0, 100, 50});
    Primitive& bar = scene.add(PrimitiveKind::FadeFill, {1.4F, 2.6F, 30, 20}, ColorRole::LateDeep,
                               {OwnerKind::Measure, 7});
    bar.fade_left = 5.0F;
    bar.alpha = 110;
    Primitive& outline = scene.add(PrimitiveKind::Outline, {1, 2, 30, 20}, ColorRole::Review);
    outline.dashed = true;
    outline.radius = 3.0F;
    scene.add(PrimitiveKind::State, {1, 2, 17, 18}, ColorRole::Done).state_mark = StateMark::Done;
    Primitive& text =
        scene.add_text({-1.5F, 0, 20, 17}, "a\nb", {TextSize::Small, TextWeight::Semibold},
                       ColorRole::Text, {OwnerKind::Section, 0});
    text.shortened = true;
    text.align = TextAlign::Right;
    scene.pop_clip();
    scene.add_zone(ZoneKind::Bar, {1, 2, 30, 20}, Cursor::Hand, {OwnerKind::Measure, 7});
    SemanticNode& node = scene.semantics().add(9, Role::Row, "План", {0, 0, 10, 10});
    node.level = 2;
    node.row_index = 4;
    node.expanded = 0;
    node.description = "в работе";
    CHECK(scene_dump(scene) ==
          "clip 0 0 100 50\n"
          "fade-fill 1 3 30 20 late-deep alpha 110 fade-left 5 @measure:7\n"
          "outline 1 2 30 20 review radius 3 dashed\n"
          "state 1 2 17 18 done done\n"
          "text -2 0 20 17 text small-strong right shortened \"a b\" @section:0\n"
          "end-clip\n"
          "zone bar 1 2 30 20 @measure:7\n"
          "node row 0 0 10 10 level 2 row 4 collapsed \"План\" \"в работе\"\n");
}

TEST_CASE("every kind, colour, mark and role has a name of its own in the text") {
    Scene scene;
    for (int kind = 0; kind <= static_cast<int>(PrimitiveKind::ClipPop); ++kind) {
        scene.add(static_cast<PrimitiveKind>(kind), {0, 0, 1, 1}, ColorRole::Text);
    }
    for (int color = 0; color < static_cast<int>(ColorRole::Count); ++color) {
        scene.add(PrimitiveKind::Fill, {0, 0, 1, 1}, static_cast<ColorRole>(color));
    }
    for (int mark = 0; mark <= static_cast<int>(StateMark::Cancelled); ++mark) {
        scene.add(PrimitiveKind::State, {0, 0, 1, 1}, ColorRole::Text).state_mark =
            static_cast<StateMark>(mark);
    }
    for (int kind = 0; kind <= static_cast<int>(ZoneKind::BarPointer); ++kind) {
        scene.add_zone(static_cast<ZoneKind>(kind), {0, 0, 1, 1}, Cursor::Arrow, {});
    }
    for (int role = 0; role <= static_cast<int>(Role::Separator); ++role) {
        scene.semantics().add(1, static_cast<Role>(role), "", {0, 0, 1, 1});
    }
    CHECK(scene_dump(scene).find('?') == std::string::npos);
}

} // namespace vekha::scene_dump_test
