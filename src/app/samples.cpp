#include "app/samples.hpp"

#include "app/i18n.hpp"

#include <array>
#include <span>

namespace vekha::app {

std::span<const SampleInfo> samples() {
    static constexpr std::array kSamples{
        SampleInfo{"sevastopol-2021", "sample.sevastopol"_key, "sample.sevastopol.about"_key},
        SampleInfo{"stavropol-2021", "sample.stavropol"_key, "sample.stavropol.about"_key},
        SampleInfo{"yaroslavl-2020-2022", "sample.yaroslavl"_key, "sample.yaroslavl.about"_key},
        SampleInfo{"municipal-2020-2022", "sample.municipal"_key, "sample.municipal.about"_key},
        SampleInfo{"dubovskoe-2021", "sample.dubovskoe"_key, "sample.dubovskoe.about"_key},
    };
    return kSamples;
}

} // namespace vekha::app
