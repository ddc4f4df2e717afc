// What a person agrees to when a file gives one id to several measures or sections: the first in
// the file keeps it, each further one gets the id with a number behind it that nobody else has.
// What refers to the id goes on meaning the first. Without repeated ids the result is equal to the
// old document and shares all its lists. Takes O(n log n), however often an id is repeated.
#pragma once

#include "core/model/document.hpp"

#include <cstddef>

namespace vekha {

// `longest_id` in code points: the file's own limit; longer ids lose their ends, not their numbers.
[[nodiscard]] Document with_unique_ids(const Document& document, std::size_t longest_id);

} // namespace vekha
