// The table of look.md «Periods»: each kind of period as what is drawn for it. The time line shows
// 2021 at 3 px a day, so that a day is 3 px and a month some 90 px wide.
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::drawing_grammar_test {
namespace {

constexpr double kPxPerDay = 3.0;

// One measure "m" in a plan of 2021, as of 15 June.
RoadmapFixture show(const MeasureBuilder& measure, double px_per_day = kPxPerDay) {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15").add(measure);
    RoadmapFixture fixture(plan.build());
    fixture.area.right = 1900.0F;
    fixture.view.table_width = 400.0F;
    fixture.view.scale =
        TimeScale(static_cast<double>(day("2021-01-01").serial()) - 10.0 / px_per_day, px_per_day);
    fixture.lay();
    return fixture;
}

std::vector<Primitive> drawn(const RoadmapFixture& fixture, PrimitiveKind kind) {
    std::vector<Primitive> found;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        if (primitive.kind == kind && primitive.owner == fixture.measure(0) &&
            primitive.rect.left >= fixture.frame.time.left - 64.0F) {
            found.push_back(primitive);
        }
    }
    return found;
}

bool near(float value, float expected) {
    return std::abs(value - expected) < 0.01F;
}

// From the first to after the last day.
bool reaches(const RoadmapFixture& fixture, const Rect& rect, std::string_view from,
             std::string_view to) {
    return near(rect.left, fixture.x_from_date(day(from))) &&
           near(rect.right, fixture.x_after_date(day(to)));
}

std::size_t bars_reaching(const RoadmapFixture& fixture, PrimitiveKind kind, std::string_view from,
                          std::string_view to) {
    const std::vector<Primitive> found = drawn(fixture, kind);
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [&](const Primitive& primitive) {
            return reaches(fixture, primitive.rect, from, to);
        }));
}

std::string texts_in_time(const RoadmapFixture& fixture) {
    std::string out;
    for (const Primitive& text : drawn(fixture, PrimitiveKind::Text)) {
        if (text.rect.left >= fixture.frame.time.left) {
            out += fixture.scene.text_of(text);
        }
    }
    return out;
}

bool has_state_mark(const RoadmapFixture& fixture, StateMark mark) {
    const std::vector<Primitive> marks = drawn(fixture, PrimitiveKind::State);
    return std::any_of(marks.begin(), marks.end(), [&](const Primitive& primitive) {
        return primitive.state_mark == mark && primitive.rect.left >= fixture.frame.time.left;
    });
}

Period with_precision(PeriodKind kind, const std::vector<Days>& spans, Precision precision) {
    Period made = period(kind, spans);
    made.precision = precision;
    return made;
}

Measure first_measure(const RoadmapFixture& fixture) {
    return fixture.document.measures[0];
}

} // namespace

TEST_CASE("exact days are a solid bar with sharp ends") {
    const auto fixture = show(MeasureBuilder("m").with(
        with_precision(PeriodKind::Range, {{"2021-03-05", "2021-04-10"}}, Precision::Day)));
    CHECK(bars_reaching(fixture, PrimitiveKind::Fill, "2021-03-05", "2021-04-10") == 1);
    CHECK(bars_reaching(fixture, PrimitiveKind::Outline, "2021-03-05", "2021-04-10") == 1);
    CHECK(drawn(fixture, PrimitiveKind::FadeFill).empty());
}

TEST_CASE("a single day is at least 6 px wide around its middle") {
    const auto fixture = show(MeasureBuilder("m").on_day("2021-03-05"), 1.0);
    const std::vector<Primitive> bars = drawn(fixture, PrimitiveKind::Outline);
    REQUIRE(bars.size() == 1);
    CHECK(near(bars[0].rect.width(), 6.0F));
    const Date due = day("2021-03-05");
    CHECK(near(bars[0].rect.center().x,
               (fixture.x_from_date(due) + fixture.x_after_date(due)) / 2.0F));
}

TEST_CASE("a month, quarter, half or year fades at both ends within the unit") {
    for (const Precision precision :
         {Precision::Month, Precision::Quarter, Precision::Half, Precision::Year}) {
        const auto fixture = show(MeasureBuilder("m").with(
            with_precision(PeriodKind::Range, {{"2021-04-01", "2021-06-30"}}, precision)));
        CHECK(bars_reaching(fixture, PrimitiveKind::FadeFill, "2021-04-01", "2021-06-30") == 3);
        CHECK(drawn(fixture, PrimitiveKind::Outline).empty());
        for (const Primitive& part : drawn(fixture, PrimitiveKind::FadeFill)) {
            CHECK(part.fade_left > 4.0F);
            CHECK(part.fade_right == part.fade_left);
            CHECK(part.fade_left + part.fade_right < part.rect.width());
        }
    }
}

TEST_CASE("a deadline is a diamond on its day with a tail that fades to the left") {
    const auto fixture = show(MeasureBuilder("m").deadline("2021-08-20"));
    const std::vector<Primitive> diamonds = drawn(fixture, PrimitiveKind::Diamond);
    REQUIRE(diamonds.size() == 2); // the inner one makes it hollow: nothing is done yet
    const Date due = day("2021-08-20");
    CHECK(near(diamonds[0].rect.center().x,
               (fixture.x_from_date(due) + fixture.x_after_date(due)) / 2.0F));
    const std::vector<Primitive> tail = drawn(fixture, PrimitiveKind::FadeFill);
    REQUIRE(tail.size() == 1);
    CHECK(tail[0].fade_left == tail[0].rect.width());
    CHECK(tail[0].fade_right == 0.0F);
    CHECK(tail[0].rect.height() < diamonds[0].rect.height() / 2.0F);
    CHECK(near(tail[0].rect.right, diamonds[0].rect.center().x));
}

TEST_CASE("the tail of a deadline does not begin before the plan") {
    const auto fixture = show(MeasureBuilder("m").deadline("2021-01-05"));
    const std::vector<Primitive> tail = drawn(fixture, PrimitiveKind::FadeFill);
    REQUIRE(tail.size() == 1);
    CHECK(near(tail[0].rect.left, fixture.x_from_date(day("2021-01-01"))));
}

TEST_CASE("a done or late deadline is a solid diamond") {
    CHECK(drawn(show(MeasureBuilder("m").deadline("2021-03-20").done("2021-03-19")),
                PrimitiveKind::Diamond)
              .size() == 1);
    CHECK(drawn(show(MeasureBuilder("m").deadline("2021-03-20")), PrimitiveKind::Diamond).size() ==
          1);
}

TEST_CASE("an open end is a bar with an arrow to the right") {
    const auto fixture =
        show(MeasureBuilder("m").with(period(PeriodKind::Open, {{"2021-05-01", ""}})));
    const std::vector<Primitive> arrows = drawn(fixture, PrimitiveKind::ArrowRight);
    REQUIRE(arrows.size() == 1);
    CHECK(near(arrows[0].rect.right, fixture.x_after_date(day("2021-12-31"))));
    const std::vector<Primitive> body = drawn(fixture, PrimitiveKind::FadeFill);
    REQUIRE_FALSE(body.empty());
    CHECK(near(body[0].rect.left, fixture.x_from_date(day("2021-05-01"))));
    CHECK(body[0].rect.right == arrows[0].rect.left);
}

TEST_CASE("an open start is a bar with an arrow to the left") {
    const auto fixture =
        show(MeasureBuilder("m").with(period(PeriodKind::Open, {{"", "2021-05-31"}})));
    const std::vector<Primitive> arrows = drawn(fixture, PrimitiveKind::ArrowLeft);
    REQUIRE(arrows.size() == 1);
    CHECK(near(arrows[0].rect.left, fixture.x_from_date(day("2021-01-01"))));
}

TEST_CASE("several spans are a bar each on one row, joined by a hair line") {
    const auto fixture = show(MeasureBuilder("m").with(with_precision(
        PeriodKind::Several, {{"2021-09-01", "2021-09-30"}, {"2021-04-01", "2021-05-31"}},
        Precision::Month)));
    CHECK(bars_reaching(fixture, PrimitiveKind::FadeFill, "2021-04-01", "2021-05-31") == 3);
    CHECK(bars_reaching(fixture, PrimitiveKind::FadeFill, "2021-09-01", "2021-09-30") == 3);
    const std::vector<Primitive> fills = drawn(fixture, PrimitiveKind::Fill);
    REQUIRE(fills.size() == 1);
    CHECK(near(fills[0].rect.height(), 1.0F));
    CHECK(fills[0].rect.left < fixture.x_after_date(day("2021-05-31")));
    CHECK(fills[0].rect.right > fixture.x_from_date(day("2021-09-01")));
}

TEST_CASE("each occurrence has the colour and the mark of its own state") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15");
    plan.add(MeasureBuilder("m").with(
        period(PeriodKind::Several, {{"2021-02-01", "2021-02-28"}, {"2021-03-01", "2021-03-31"}})));
    plan.occurrence("m", {"2021-02-01", "2021-02-28"}, done_report("2021-02-20"));
    plan.occurrence("m", {"2021-03-01", "2021-03-31"}, report(StoredState::InProgress, 40));
    RoadmapFixture fixture(plan.build());
    fixture.show("2021-01-01", "2021-12-31");
    fixture.lay();
    CHECK(has_state_mark(fixture, StateMark::Done));
    CHECK(has_state_mark(fixture, StateMark::Late));
    std::vector<ColorRole> bodies;
    for (const Primitive& part : drawn(fixture, PrimitiveKind::FadeFill)) {
        if (part.rect.height() > 10.0F) {
            bodies.push_back(part.color);
        }
    }
    CHECK(bodies == std::vector<ColorRole>{ColorRole::Done, ColorRole::DoneDeep, ColorRole::Late,
                                           ColorRole::LateDeep});
}

TEST_CASE("a planned occurrence does not carry the mark of a late one that is out of sight") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15");
    plan.add(MeasureBuilder("m").with(
        period(PeriodKind::Several, {{"2021-02-01", "2021-02-28"}, {"2021-09-01", "2021-09-30"}})));
    plan.occurrence("m", {"2021-02-01", "2021-02-28"}, report(StoredState::InProgress, 40));
    RoadmapFixture fixture(plan.build());
    fixture.show("2021-08-01", "2021-12-31");
    fixture.lay();
    CHECK_FALSE(has_state_mark(fixture, StateMark::Late));
    fixture.show("2021-01-01", "2021-12-31");
    fixture.lay();
    CHECK(has_state_mark(fixture, StateMark::Late));
}

TEST_CASE("throughout is a hatched band below the weight of a bar") {
    const auto fixture = show(
        MeasureBuilder("m").with(period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}})));
    CHECK(bars_reaching(fixture, PrimitiveKind::HatchFill, "2021-01-01", "2021-12-31") == 1);
    CHECK(drawn(fixture, PrimitiveKind::HatchFill)[0].rect.height() < 14.0F);
    CHECK(bars_reaching(fixture, PrimitiveKind::FadeFill, "2021-01-01", "2021-12-31") == 0);
}

TEST_CASE("a recurrence repeats its marks and has a loop sign at its name") {
    const auto fixture = show(MeasureBuilder("m").with(with_precision(
        PeriodKind::Recurring,
        {{"2021-01-05", "2021-01-05"}, {"2021-02-05", "2021-02-05"}, {"2021-03-05", "2021-03-05"}},
        Precision::Day)));
    CHECK(drawn(fixture, PrimitiveKind::Outline).size() == 3);
    CHECK(drawn(fixture, PrimitiveKind::HatchFill).empty());
    std::size_t loops = 0;
    for (const Primitive& primitive : fixture.scene.primitives()) {
        loops += primitive.kind == PrimitiveKind::LoopSign ? 1 : 0;
    }
    CHECK(loops == 1);
}

TEST_CASE("marks of a recurrence fold to one band when they come nearer than 6 px") {
    std::vector<std::string> isos;
    for (int month = 1; month <= 12; ++month) {
        isos.push_back(day("2021-01-05").plus_months_clamped(month - 1).iso());
    }
    std::vector<Days> days;
    days.reserve(isos.size());
    for (const std::string& iso : isos) {
        days.push_back({iso, iso});
    }
    const MeasureBuilder measure =
        MeasureBuilder("m").with(with_precision(PeriodKind::Recurring, days, Precision::Day));
    const auto far = show(measure, 1.0); // 30 px from mark to mark
    CHECK(drawn(far, PrimitiveKind::Outline).size() == 12);
    const auto near = show(measure, 0.35); // 10 px: 4 px between marks of 6 px
    CHECK(drawn(near, PrimitiveKind::Outline).size() == 1);
    CHECK(bars_reaching(near, PrimitiveKind::Fill, "2021-01-05", "2021-12-05") == 1);
}

TEST_CASE("spans under 3 px that stand as near merge into one mark") {
    const auto fixture =
        show(MeasureBuilder("m").with(with_precision(
                 PeriodKind::Several, {{"2021-01-05", "2021-01-05"}, {"2021-01-08", "2021-01-08"}},
                 Precision::Day)),
             0.5);
    CHECK(drawn(fixture, PrimitiveKind::Outline).size() == 1);
}

TEST_CASE("a mark that was merged of months keeps soft ends") {
    const auto fixture =
        show(MeasureBuilder("m").with(with_precision(PeriodKind::Several,
                                                     {{"2020-01-01", "2020-01-31"},
                                                      {"2020-02-01", "2020-02-29"},
                                                      {"2020-03-01", "2020-03-31"},
                                                      {"2020-04-01", "2020-04-30"},
                                                      {"2020-05-01", "2020-05-31"},
                                                      {"2020-06-01", "2020-06-30"},
                                                      {"2020-07-01", "2020-07-31"},
                                                      {"2020-08-01", "2020-08-31"}},
                                                     Precision::Month)),
             0.08); // 2.4 px a month
    const std::vector<Primitive> parts = drawn(fixture, PrimitiveKind::FadeFill);
    CHECK(bars_reaching(fixture, PrimitiveKind::FadeFill, "2020-01-01", "2020-08-31") == 3);
    for (const Primitive& part : parts) {
        CHECK(part.fade_left > 4.0F);
        CHECK(part.fade_right > 4.0F);
    }
}

TEST_CASE("without any date the row says so, or what it counts from, and has no bar") {
    for (const Period& none :
         {period(PeriodKind::Unscheduled), relative_period("", 10), period(PeriodKind::Several)}) {
        const auto fixture = show(MeasureBuilder("m").with(none));
        const std::string& said =
            none.kind == PeriodKind::Relative ? fixture.words.relative : fixture.words.unscheduled;
        CHECK(texts_in_time(fixture) == said);
        CHECK(fixture.node("bar/m") == nullptr);
        CHECK(fixture.node("cell/5/m")->name == said);
    }
}

TEST_CASE("a relative period with a known anchor is a deadline") {
    const auto fixture = show(MeasureBuilder("m").with(relative_period("2021-07-01", 10)));
    CHECK(drawn(fixture, PrimitiveKind::Diamond).size() == 2);
    CHECK(texts_in_time(fixture).empty());
}

TEST_CASE("a period in review has a dashed outline and a question sign that can be pressed") {
    const auto fixture = show(MeasureBuilder("m").range("2021-03-05", "2021-04-10").in_review());
    const std::vector<Primitive> outlines = drawn(fixture, PrimitiveKind::Outline);
    CHECK(std::any_of(outlines.begin(), outlines.end(), [](const Primitive& primitive) {
        return primitive.dashed && primitive.color == ColorRole::Review;
    }));
    REQUIRE(drawn(fixture, PrimitiveKind::QuestionSign).size() == 1);
    const HitZone* zone =
        fixture.scene.zone_at(drawn(fixture, PrimitiveKind::QuestionSign)[0].rect.center());
    REQUIRE(zone != nullptr);
    CHECK(zone->kind == ZoneKind::ReviewSign);
    CHECK(zone->rect.width() >= 24.0F);
    CHECK(fixture.node("review/m")->description == first_measure(fixture).period.review->reason);
}

TEST_CASE("an end before its start is drawn between both days and in review") {
    const auto fixture = show(MeasureBuilder("m").range("2021-04-10", "2021-03-05"));
    CHECK(drawn(fixture, PrimitiveKind::QuestionSign).size() == 1);
    CHECK(bars_reaching(fixture, PrimitiveKind::Outline, "2021-03-05", "2021-04-10") +
              bars_reaching(fixture, PrimitiveKind::FadeFill, "2021-03-05", "2021-04-10") >=
          1);
}

TEST_CASE("progress fills its share of the bar") {
    const auto fixture = show(
        MeasureBuilder("m")
            .with(with_precision(PeriodKind::Range, {{"2021-05-01", "2021-08-08"}}, Precision::Day))
            .in_progress(40));
    const std::vector<Primitive> fills = drawn(fixture, PrimitiveKind::Fill);
    const auto done = std::find_if(fills.begin(), fills.end(), [](const Primitive& primitive) {
        return primitive.color == ColorRole::RunningDeep;
    });
    REQUIRE(done != fills.end());
    CHECK(near(done->rect.left, fixture.x_from_date(day("2021-05-01"))));
    CHECK(near(done->rect.width(), 40.0F * static_cast<float>(kPxPerDay))); // of 100 days
}

TEST_CASE("the progress of several spans without reports runs through them in turn") {
    const auto fixture =
        show(MeasureBuilder("m")
                 .with(with_precision(PeriodKind::Several,
                                      {{"2021-06-01", "2021-06-20"}, {"2021-09-01", "2021-09-20"}},
                                      Precision::Day))
                 .in_progress(75));
    std::vector<float> done_days;
    for (const Primitive& fill : drawn(fixture, PrimitiveKind::Fill)) {
        if (fill.color == ColorRole::RunningDeep) {
            done_days.push_back(fill.rect.width() / static_cast<float>(kPxPerDay));
        }
    }
    REQUIRE(done_days.size() == 2);
    CHECK(near(done_days[0], 20.0F));
    CHECK(near(done_days[1], 10.0F));
}

TEST_CASE("states stand beside the bar as marks") {
    const auto mark_of = [](const MeasureBuilder& measure) {
        std::string out;
        const auto fixture = show(measure);
        for (const Primitive& mark : drawn(fixture, PrimitiveKind::State)) {
            if (mark.rect.left >= fixture.frame.time.left) {
                out += std::to_string(static_cast<int>(mark.state_mark));
            }
        }
        return out;
    };
    const auto number = [](StateMark mark) { return std::to_string(static_cast<int>(mark)); };
    const auto march = [] { return MeasureBuilder("m").range("2021-03-01", "2021-03-31"); };
    CHECK(mark_of(march().done("2021-03-20")) == number(StateMark::Done));
    CHECK(mark_of(march().in_progress(50)) == number(StateMark::Late));
    CHECK(mark_of(march().with(reasoned(StoredState::Moved, "перенос"))) ==
          number(StateMark::Moved));
    CHECK(mark_of(march().cancelled("нет сети")) == number(StateMark::Cancelled));
    CHECK(mark_of(march().with(reasoned(StoredState::NotDone, "нет сети"))) ==
          number(StateMark::NotDone));
    CHECK(mark_of(MeasureBuilder("m").range("2021-06-01", "2021-06-30")) ==
          number(StateMark::DueSoon));
    CHECK(mark_of(MeasureBuilder("m").range("2021-10-01", "2021-10-30")) ==
          number(StateMark::NotStarted));
    CHECK(mark_of(MeasureBuilder("m").range("2021-05-01", "2021-12-30")) ==
          number(StateMark::Running));
}

TEST_CASE("a baseline that differs is a thin line under the bar, the same one is not drawn") {
    const auto with_baseline = [](std::string_view from, std::string_view to) {
        PlanBuilder builder;
        builder.dates({"2021-01-01", "2021-12-31"}).as_of("2021-06-15");
        builder.add(MeasureBuilder("m").range("2021-03-01", "2021-03-31"));
        Document plan = builder.build();
        Baseline baseline;
        BaselinePeriod approved;
        approved.measure.text = "m";
        approved.spans = period(PeriodKind::Range, {{from, to}}).spans;
        baseline.periods.push_back(std::move(approved));
        plan.baselines.push_back(baseline);
        RoadmapFixture fixture(plan);
        fixture.show("2021-01-01", "2021-12-31");
        fixture.lay();
        std::vector<Primitive> lines;
        for (const Primitive& fill : drawn(fixture, PrimitiveKind::Fill)) {
            if (fill.color == ColorRole::Baseline) {
                CHECK(reaches(fixture, fill.rect, from, to));
                CHECK(fill.rect.height() < 5.0F);
                lines.push_back(fill);
            }
        }
        return lines.size();
    };
    CHECK(with_baseline("2021-02-01", "2021-02-28") == 1);
    CHECK(with_baseline("2021-03-01", "2021-03-31") == 0);
}

TEST_CASE("a bar out of sight is pointed to from the edge of its side") {
    RoadmapFixture fixture = show(MeasureBuilder("m").range("2021-03-01", "2021-03-31"));
    fixture.show("2021-06-01", "2021-06-30");
    fixture.lay();
    CHECK(drawn(fixture, PrimitiveKind::ArrowLeft).size() == 1);
    CHECK(drawn(fixture, PrimitiveKind::ArrowRight).empty());
    CHECK(fixture.node("pointer/m")->name == "Раньше видимых дат: 1 марта 2021 – 31 марта 2021");
    fixture.show("2021-01-01", "2021-01-31");
    fixture.lay();
    CHECK(drawn(fixture, PrimitiveKind::ArrowRight).size() == 1);
    CHECK(fixture.node("pointer/m")->name == "Позже видимых дат: 1 марта 2021 – 31 марта 2021");
    const HitZone* zone =
        fixture.scene.zone_at(drawn(fixture, PrimitiveKind::ArrowRight)[0].rect.center());
    REQUIRE(zone != nullptr);
    CHECK(zone->kind == ZoneKind::BarPointer);
}

TEST_CASE("spans on both sides of what is in sight are pointed to on both sides") {
    RoadmapFixture fixture = show(MeasureBuilder("m").with(
        period(PeriodKind::Several, {{"2021-01-05", "2021-01-31"}, {"2021-11-01", "2021-11-30"}})));
    fixture.show("2021-06-01", "2021-06-30");
    fixture.lay();
    CHECK(fixture.node("pointer/m") != nullptr);
    CHECK(fixture.node("pointer-after/m") != nullptr);
}

TEST_CASE("a bar is named by its days and its state") {
    const auto name_of = [](const MeasureBuilder& measure) {
        return show(measure).node("bar/m")->name;
    };
    CHECK(name_of(MeasureBuilder("m").range("2021-03-01", "2021-03-31").in_progress(60)) ==
          "Полоса: 1 марта 2021 – 31 марта 2021, Просрочено 60 %, на 76 дн.");
    CHECK(name_of(MeasureBuilder("m").on_day("2021-09-05")) ==
          "Полоса: 5 сентября 2021, Запланировано");
    CHECK(name_of(MeasureBuilder("m").deadline("2021-09-05")) ==
          "Полоса: до 5 сентября 2021, Запланировано");
    CHECK(name_of(MeasureBuilder("m").with(period(PeriodKind::Open, {{"2021-09-05", ""}}))) ==
          "Полоса: с 5 сентября 2021, Запланировано");
    CHECK(
        name_of(MeasureBuilder("m").with(period(
            PeriodKind::Several, {{"2021-09-05", "2021-09-06"}, {"2021-10-05", "2021-10-05"}}))) ==
        "Полоса: 5 сентября 2021 – 6 сентября 2021, 5 октября 2021, Запланировано");
}

} // namespace vekha::test::drawing_grammar_test
