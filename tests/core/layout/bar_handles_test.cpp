// What of a bar can be dragged, and how a period looks while somebody moves it.
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha::test::bar_handles_test {
namespace {

RoadmapFixture editable(const MeasureBuilder& measure) {
    RoadmapFixture fixture(PlanBuilder().dates({"2021-01-01", "2021-12-31"}).add(measure).build());
    fixture.editable = true;
    fixture.show_all();
    fixture.lay();
    return fixture;
}

std::string handles(const RoadmapFixture& fixture) {
    std::string found;
    for (const HitZone& zone : fixture.scene.zones()) {
        if (zone.part == kNoIndex) {
            continue;
        }
        const char kind = zone.kind == ZoneKind::BarStart ? '['
                          : zone.kind == ZoneKind::BarEnd ? ']'
                                                          : '=';
        found += kind;
        found += std::to_string(zone.part);
    }
    return found;
}

} // namespace

TEST_CASE("each kind of period has its handles, and none where nothing can be edited") {
    CHECK(handles(editable(MeasureBuilder("m").range("2021-03-01", "2021-06-30"))) == "=0[0]0");
    CHECK(handles(editable(MeasureBuilder("m").deadline("2021-06-30"))) == "=0");
    CHECK(handles(editable(
              MeasureBuilder("m").with(period(PeriodKind::Open, {{"2021-03-01", ""}})))) == "=0[0");
    CHECK(handles(editable(MeasureBuilder("m").with(
              period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}})))) == "[0]0");
    CHECK(handles(editable(MeasureBuilder("m").with(
              period(PeriodKind::Several, {{"2021-02-01", "2021-02-28"},
                                           {"2021-09-01", "2021-09-30"}})))) == "=0[0]0=1[1]1");
    CHECK(handles(editable(MeasureBuilder("m"))).empty());
    RoadmapFixture reading = editable(MeasureBuilder("m").range("2021-03-01", "2021-06-30"));
    reading.editable = false;
    reading.lay();
    CHECK(handles(reading).empty());
}

TEST_CASE("the end of a bar is hit at its end, the middle means the whole") {
    const RoadmapFixture fixture = editable(MeasureBuilder("m").range("2021-03-01", "2021-06-30"));
    const Rect bar = fixture.node("bar/m")->rect;
    const auto kind_at = [&](float x) {
        const HitZone* const zone = fixture.scene.zone_at({x, bar.center().y});
        REQUIRE(zone != nullptr);
        return zone->kind;
    };
    CHECK(kind_at(bar.center().x) == ZoneKind::Bar);
    CHECK(kind_at(bar.left + 2.0F) == ZoneKind::BarStart);
    CHECK(kind_at(bar.right - 2.0F) == ZoneKind::BarEnd);
}

TEST_CASE("a period that is moved shows as it would be, with a line where it was") {
    RoadmapFixture fixture = editable(MeasureBuilder("m").range("2021-03-01", "2021-03-31"));
    const Rect before = fixture.node("bar/m")->rect;
    Period moved = fixture.document.measures[0].period;
    moved.spans[0].days = span({"2021-05-01", "2021-05-31"});
    moved.set_by = PeriodSource::SetByHand;
    fixture.moving = {.measure = 0, .period = &moved};
    fixture.lay();
    const Rect after = fixture.node("bar/m")->rect;
    CHECK(after.left > before.right);
    CHECK(fixture.node("cell/3/m")->name.find("мая 2021") != std::string::npos);
    bool has_line = false;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        has_line =
            has_line || (primitive.color == ColorRole::Baseline &&
                         primitive.rect.left < before.right && primitive.rect.right > before.left);
    }
    CHECK(has_line);
}

} // namespace vekha::test::bar_handles_test
