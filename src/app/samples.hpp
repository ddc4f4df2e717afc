// The sample plans that come with the page, in the order of the start screen. The page's block of a
// sample is named by its slug; all of them hold made-up progress (their demo mark says so).
#pragma once

#include "app/i18n.hpp"

#include <span>
#include <string_view>

namespace vekha::app {

struct SampleInfo {
    std::string_view slug;
    TextKey title;
    TextKey about;
};

[[nodiscard]] std::span<const SampleInfo> samples();

} // namespace vekha::app
