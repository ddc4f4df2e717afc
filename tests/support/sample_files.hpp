// The five sample plans of assets/samples, read once for a test run. A sample that is missing or
// does not open ends the run: nothing may pass because there was nothing to look at.
#pragma once

#include "core/model/document.hpp"

#include <array>
#include <string>
#include <string_view>

namespace vekha::test {

inline constexpr std::array<std::string_view, 5> kSampleSlugs{
    "sevastopol-2021", "municipal-2020-2022", "dubovskoe-2021", "stavropol-2021",
    "yaroslavl-2020-2022"};

[[nodiscard]] const Document& sample(std::string_view slug);

// A file below the top of the project; an empty text when there is none.
[[nodiscard]] std::string project_file(std::string_view path);

} // namespace vekha::test
