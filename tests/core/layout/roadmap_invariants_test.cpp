// The rules of tests/support/roadmap_rules.hpp over the samples and over plans made by chance: at
// many sizes, zooms, scroll positions, foldings and widths of the table.
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/roadmap_fixture.hpp"
#include "tests/support/roadmap_rules.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::roadmap_invariants_test {
namespace {

constexpr std::array<Size, 4> kAreas{Size{1024.0F, 640.0F}, Size{1366.0F, 640.0F},
                                     Size{1920.0F, 950.0F}, Size{455.0F, 200.0F}};
constexpr std::array<double, 9> kZooms{0.02, 0.09, 0.2, 0.5, 1.5, 3.4, 8.0, 31.0, 160.0};

// The first few, one to a line; empty when none.
std::string listed(const std::vector<std::string>& sentences) {
    constexpr std::size_t kShown = 5;
    std::string out;
    for (std::size_t i = 0; i < sentences.size() && i < kShown; ++i) {
        out += sentences[i] + "\n";
    }
    return out;
}

void check_rules(RoadmapFixture& fixture) {
    fixture.lay();
    const std::string broken = listed(broken_rules(fixture));
    CAPTURE(fixture.view.scale.px_per_day());
    CAPTURE(fixture.view.scale.day_at_left());
    CAPTURE(fixture.view.scroll_y);
    CAPTURE(fixture.area.right);
    CHECK(broken == "");
}

void put_in(RoadmapFixture& fixture, Size size) {
    fixture.area = {7.0F, 41.0F, 7.0F + size.width, 41.0F + size.height};
    fixture.rebuild_rows();
}

Measure with_random_texts(Measure measure, Chance& chance) {
    static constexpr std::string_view kWords[] = {"мониторинг",
                                                  "школ",
                                                  "в",
                                                  "региональный",
                                                  "научно-методическое",
                                                  "ЕГЭ/ОГЭ",
                                                  "<p>",
                                                  "№",
                                                  "Ӧкмыс",
                                                  "\n",
                                                  "превысокомногорассмотрительствующий",
                                                  "%n##id",
                                                  "2021",
                                                  "–",
                                                  "“",
                                                  "a"};
    const auto text = [&](std::uint32_t most) {
        std::string made;
        for (std::uint32_t i = chance.below(most); i > 0; --i) {
            made += kWords[chance.below(std::size(kWords))];
            made += chance.percent(90) ? " " : "";
        }
        return made;
    };
    measure.title = text(25);
    measure.period.text = text(8);
    measure.number = chance.percent(30) ? std::string() : "1." + std::to_string(chance.below(4000));
    measure.period.precision = static_cast<Precision>(chance.below(6));
    measure.responsible_text.push_back(text(10));
    return measure;
}

Document random_document(Chance& chance) {
    const Document plan = random_plan(chance, chance.below(40));
    Document out = plan;
    out.measures = {};
    for (const Measure& measure : plan.measures) {
        out.measures.push_back(with_random_texts(measure, chance));
    }
    out.parties = {};
    for (Party party : plan.parties) {
        party.name = with_random_texts({}, chance).title;
        out.parties.push_back(std::move(party));
    }
    Baseline baseline;
    for (const Measure& measure : plan.measures) {
        if (chance.percent(30)) {
            BaselinePeriod period;
            period.measure = measure.id;
            period.spans =
                plan.measures[chance.below(static_cast<std::uint32_t>(plan.measures.size()))]
                    .period.spans;
            baseline.periods.push_back(std::move(period));
        }
    }
    out.baselines.push_back(baseline);
    if (chance.percent(30)) {
        out.plan.from.reset();
    }
    if (chance.percent(30)) {
        out.plan.to.reset();
    }
    return out;
}

} // namespace

TEST_CASE("the rules hold for the samples at every size, zoom and scroll position") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        RoadmapFixture fixture(sample(slug));
        for (const Size& size : kAreas) {
            put_in(fixture, size);
            fixture.show_all();
            check_rules(fixture);
            for (const double zoom : kZooms) {
                const auto middle = static_cast<double>(fixture.status.as_of.serial());
                fixture.view.scale = TimeScale(middle - 300.0 / zoom, zoom);
                for (const float part : {0.0F, 0.31F, 0.77F, 1.0F}) {
                    fixture.view.scroll_y = std::round(fixture.frame.max_scroll_y * part);
                    check_rules(fixture);
                }
            }
            fixture.view.scroll_y = 0.0F;
        }
    }
}

TEST_CASE("the rules hold while sections push one another out at the top") {
    RoadmapFixture fixture(sample("yaroslavl-2020-2022"));
    const float first_section = fixture.rows.rows[13].top;
    for (int step = -20; step < 20; ++step) {
        fixture.view.scroll_y = first_section + static_cast<float>(step) * 3.0F;
        check_rules(fixture);
    }
}

TEST_CASE("the rules hold with any sections folded") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        RoadmapFixture fixture(sample(slug));
        for (const Section& section : fixture.document.sections) {
            fixture.view.folded.sections.insert(section.id);
            fixture.rebuild_rows();
            check_rules(fixture);
        }
    }
}

TEST_CASE("the rules hold however the rows are grouped and sorted") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        RoadmapFixture fixture(sample(slug));
        for (std::size_t i = 0; i < kGroupingCount; ++i) {
            CAPTURE(i);
            fixture.view.grouping = static_cast<Grouping>(i);
            fixture.view.sort = {static_cast<Column>(i % kColumnCount), i % 2 == 0};
            put_in(fixture, kAreas[i % kAreas.size()]);
            for (const float part : {0.0F, 0.37F, 1.0F}) {
                fixture.view.scroll_y = std::round(fixture.frame.max_scroll_y * part);
                check_rules(fixture);
            }
            fixture.view.scroll_y = 0.0F;
        }
    }
}

TEST_CASE("the rules hold for any width of the table and of its columns") {
    constexpr std::uint32_t kSeed = 5;
    Chance chance(kSeed);
    CAPTURE(kSeed);
    RoadmapFixture fixture(sample("sevastopol-2021"));
    for (int run = 0; run < 60; ++run) {
        for (std::optional<float>& width : fixture.view.column_widths) {
            width = static_cast<float>(chance.below(420));
        }
        fixture.view.table_width = static_cast<float>(chance.below(1600));
        fixture.view.table_scroll_x = static_cast<float>(chance.below(600));
        fixture.view.scroll_y = static_cast<float>(chance.below(4000));
        check_rules(fixture);
    }
}

TEST_CASE("every measure of the samples shows a bar, an arrow to it, or that it has no date") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        RoadmapFixture fixture(sample(slug));
        CHECK(listed(measures_without_a_sign(fixture)) == "");
        fixture.show("2021-02-01", "2021-02-28");
        CHECK(listed(measures_without_a_sign(fixture)) == "");
    }
}

TEST_CASE("the rules hold for plans made by chance") {
    constexpr std::uint32_t kSeed = 2026;
    constexpr int kRuns = 100;
    Chance chance(kSeed);
    CAPTURE(kSeed);
    for (int run = 0; run < kRuns; ++run) {
        CAPTURE(run);
        RoadmapFixture fixture(random_document(chance));
        put_in(fixture, kAreas[chance.below(kAreas.size())]);
        fixture.show_all();
        for (const Section& section : fixture.document.sections) {
            if (chance.percent(15)) {
                fixture.view.folded.sections.insert(section.id);
            }
        }
        const auto grouping = static_cast<Grouping>(chance.below(kGroupingCount));
        const bool by_section = chance.percent(50) || grouping == Grouping::None;
        fixture.view.grouping = by_section ? Grouping::Section : grouping;
        fixture.view.sort = {static_cast<Column>(chance.below(kColumnCount)), chance.percent(50)};
        fixture.rebuild_rows();
        check_rules(fixture);
        for (int place = 0; place < 4; ++place) {
            const double zoom = kZooms[chance.below(kZooms.size())];
            fixture.view.scale = TimeScale(18'000.0 + chance.below(1500), zoom);
            fixture.view.scroll_y = static_cast<float>(chance.below(2000));
            fixture.today =
                day("2021-06-15").plus_days(static_cast<std::int32_t>(chance.below(90)));
            if (!fixture.document.measures.empty()) {
                const auto count = static_cast<std::uint32_t>(fixture.document.measures.size());
                fixture.hovered = fixture.measure(chance.below(count));
                fixture.selected = fixture.measure(chance.below(count));
            }
            check_rules(fixture);
        }
        if (by_section) {
            REQUIRE(listed(measures_without_a_sign(fixture)) == "");
        }
    }
}

TEST_CASE("the rules hold for an empty plan and for areas without room") {
    RoadmapFixture fixture{Document{}};
    check_rules(fixture);
    for (const Size& size : {Size{0.0F, 0.0F}, Size{100.0F, 100.0F}, Size{300.0F, 30.0F},
                             Size{130.0F, 700.0F}, Size{2000.0F, 53.0F}}) {
        RoadmapFixture small(sample("dubovskoe-2021"));
        put_in(small, size);
        check_rules(small);
    }
}

} // namespace vekha::test::roadmap_invariants_test
