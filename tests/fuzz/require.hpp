// What a fuzz target says of the code it looks at. libFuzzer takes a program that ends for a
// finding and keeps the input; the words tell the reader of the log which rule did not hold.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace vekha::fuzz {

inline void require(bool holds, const char* rule) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", rule);
        std::abort();
    }
}

} // namespace vekha::fuzz
