// The first viewport of each sample at three zooms as text. A change of the picture shows here as a
// difference of lines; what must hold whatever the picture is, stands in
// roadmap_invariants_test.cpp. With VEKHA_UPDATE_GOLDENS=1 in the environment failing files are
// written anew: read the difference before it is committed.
#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"
#include "core/scene/scene_dump.hpp"
#include "tests/support/roadmap_fixture.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>

namespace vekha::test::roadmap_golden_test {
namespace {

constexpr std::size_t kMostBytes = 60'000;

struct Zoom {
    std::string_view name;
    double px_per_day = 0.0; // 0: the whole plan
};
constexpr std::array<Zoom, 3> kZooms{Zoom{"fit", 0.0}, Zoom{"weeks", 5.0}, Zoom{"days", 22.0}};

std::string dump_of(std::string_view slug, const Zoom& zoom) {
    RoadmapFixture fixture(sample(slug));
    fixture.area = {0.0F, 0.0F, 1280.0F, 400.0F};
    fixture.show_all();
    if (zoom.px_per_day > 0.0) {
        fixture.view.scale =
            TimeScale(0.0, zoom.px_per_day)
                .with_date_at(fixture.status.as_of, fixture.frame.time.width() * 0.6F);
    }
    fixture.lay();
    return scene_dump(fixture.scene);
}

// The first line that differs, to be read without a tool.
std::string first_difference(const std::string& expected, const std::string& actual) {
    std::size_t line = 1;
    std::size_t start = 0;
    for (std::size_t i = 0; i < expected.size() && i < actual.size() && expected[i] == actual[i];
         ++i) {
        if (expected[i] == '\n') {
            ++line;
            start = i + 1;
        }
    }
    return "line " + std::to_string(line) +
           "\n  expected: " + expected.substr(start, expected.find('\n', start) - start) +
           "\n  actual:   " + actual.substr(start, actual.find('\n', start) - start);
}

bool may_update() {
    const char* wanted = std::getenv("VEKHA_UPDATE_GOLDENS");
    return wanted != nullptr && std::string_view(wanted) == "1";
}

} // namespace

TEST_CASE("the samples are drawn as they were") {
    for (const std::string_view slug : kSampleSlugs) {
        for (const Zoom& zoom : kZooms) {
            const std::string path =
                "tests/data/scenes/" + std::string(slug) + "-" + std::string(zoom.name) + ".txt";
            const std::string expected = project_file(path);
            const std::string actual = dump_of(slug, zoom);
            CHECK(actual.size() < kMostBytes);
            if (actual != expected && may_update()) {
                std::ofstream(std::string(VEKHA_SOURCE_DIR "/") + path, std::ios::binary) << actual;
            } else if (actual != expected) {
                FAIL_CHECK(path << ", " << first_difference(expected, actual));
            }
        }
    }
}

} // namespace vekha::test::roadmap_golden_test
