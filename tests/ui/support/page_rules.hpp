// What holds for every frame of the page, whatever it shows: rules over the semantic list, and
// rules over the letters that are seen. Each rule answers with its faults in words; no faults, no
// words.
//   - keys are unique, things have names;
//   - nothing reaches outside the page or what it stands in;
//   - things beside each other do not overlap;
//   - what is pressed or focused is at least 24 by 24 pixels, as far as it is not scrolled out;
//   - no letter lies on another one, each stands out by 4.5 to 1 (disabled things excepted), each
//     belongs to a thing of the list, and none is cut at its side.
#pragma once

#include <string>

namespace vekha::test {

class TestPage;

// One line for each fault, at most some dozens; empty when all is well.
[[nodiscard]] std::string faults_of_list(const TestPage& page);
[[nodiscard]] std::string faults_of_letters(const TestPage& page);

} // namespace vekha::test
