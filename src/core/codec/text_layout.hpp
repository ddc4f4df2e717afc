// The two ways a roadmap file is laid out (FORMAT.md).
#pragma once

#include <cstdint>

namespace vekha {

enum class TextLayout : std::uint8_t {
    Indented, // two spaces, one member or item a line: for people who compare files
    Compact,  // no white space at all: for plans over 10 MiB
};

} // namespace vekha
