// What a frame costs: its work follows the rows in sight and not the size of the plan, and a warm
// frame allocates nothing.
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

namespace {

// Operator new has nowhere else to count.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<std::size_t> allocation_count{0};

} // namespace

void* operator new(std::size_t size) {
    ++allocation_count;
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) {
        std::abort();
    }
    return memory;
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

namespace vekha::test::roadmap_cost_test {
namespace {

Document large_plan(int measures) {
    PlanBuilder plan;
    plan.dates({"2020-01-01", "2022-12-31"}).as_of("2021-06-15");
    constexpr int kSections = 10;
    for (int i = 0; i < kSections; ++i) {
        plan.section("s" + std::to_string(i));
    }
    Document document = plan.build();
    for (int i = 0; i < measures; ++i) {
        Measure measure = MeasureBuilder("m" + std::to_string(i))
                              .title("Мероприятие плана, у которого длинное название")
                              .range("2021-03-01", "2021-04-30")
                              .build();
        measure.section.text = "s" + std::to_string(i * kSections / measures);
        document.measures.push_back(measure);
    }
    return document;
}

struct Counts {
    std::size_t primitives = 0;
    std::size_t zones = 0;
    std::size_t nodes = 0;
    bool operator==(const Counts&) const = default;
};

Counts counts_in_the_middle(int measures) {
    RoadmapFixture fixture(large_plan(measures));
    // Always the same rows of the first section, at whole rows from its top.
    fixture.view.scroll_y = 40.0F + 48.0F * 30.0F;
    fixture.lay();
    return {fixture.scene.primitives().size(), fixture.scene.zones().size(),
            fixture.scene.semantics().size()};
}

} // namespace

TEST_CASE("a plan of 100 000 measures paints as much as one of 1 000") {
    const Counts thousand = counts_in_the_middle(1'000);
    CHECK(thousand.primitives > 100);
    CHECK(thousand.primitives < 1'000);
    CHECK(counts_in_the_middle(100'000) == thousand);
}

TEST_CASE("a warm frame allocates nothing") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        RoadmapFixture fixture(sample(slug));
        fixture.hovered = fixture.measure(2);
        fixture.selected = fixture.measure(3);
        // Once through everything that will be looked at, so that all buffers have their size.
        const auto look_at_all = [&fixture] {
            for (const double zoom : {0.05, 0.3, 1.5, 8.0, 40.0}) {
                fixture.view.scale = TimeScale(
                    static_cast<double>(fixture.status.as_of.serial()) - 200.0 / zoom, zoom);
                for (int i = 0; i < 10; ++i) {
                    fixture.view.scroll_y =
                        fixture.frame.max_scroll_y * static_cast<float>(i) / 9.0F;
                    fixture.lay();
                }
            }
        };
        look_at_all();
        const std::size_t before = allocation_count;
        look_at_all();
        CHECK(allocation_count - before == 0);
    }
}

TEST_CASE("the counter of allocations counts") {
    const std::size_t before = allocation_count;
    const std::string long_enough(100, 'x');
    CHECK(allocation_count - before > 0);
    CHECK(long_enough.size() == 100);
}

} // namespace vekha::test::roadmap_cost_test
