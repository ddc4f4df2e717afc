#include "core/model/section_tree.hpp"

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vekha::section_tree_test {
namespace {

// «id<parent» for each section; «id» alone stands below none.
Document plan_of(const std::vector<std::pair<std::string, std::string>>& sections) {
    Document document;
    for (const auto& [id, parent] : sections) {
        Section section;
        section.id = SectionId{id};
        section.parent = SectionId{parent};
        document.sections.push_back(section);
    }
    return document;
}

std::vector<std::uint32_t> tops_of(const Document& document) {
    const SectionTree tree(document);
    std::vector<std::uint32_t> tops;
    tops.reserve(document.sections.size());
    for (std::uint32_t i = 0; i < document.sections.size(); ++i) {
        tops.push_back(tree.top(i));
    }
    return tops;
}

using Tops = std::vector<std::uint32_t>;

TEST_CASE("The top is the outermost section, however deep and in whatever order") {
    CHECK(tops_of(plan_of({{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", ""}})) == Tops{0, 0, 0, 3});
    CHECK(tops_of(plan_of({{"c", "b"}, {"b", "a"}, {"a", ""}})) == Tops{2, 2, 2});
}

TEST_CASE("A missing parent leaves a section at the top") {
    CHECK(tops_of(plan_of({{"a", "gone"}, {"b", "a"}})) == Tops{0, 0});
}

TEST_CASE("What stands in a circle or below one is its own top") {
    CHECK(tops_of(plan_of({{"a", "b"}, {"b", "a"}, {"c", "a"}, {"d", "c"}, {"e", "e"}})) ==
          Tops{0, 1, 2, 3, 4});
    CHECK(tops_of(plan_of({{"d", "c"}, {"c", "a"}, {"a", "b"}, {"b", "a"}})) == Tops{0, 1, 2, 3});
}

TEST_CASE("Of repeated ids the first one is found") {
    const Document document = plan_of({{"a", ""}, {"x", ""}, {"a", "x"}});
    const SectionTree tree(document);
    CHECK(tree.find(SectionId{"a"}) == 0);
    CHECK(tree.find(SectionId{}) == SectionTree::kNone);
    CHECK(tree.find(SectionId{"gone"}) == SectionTree::kNone);
    CHECK(tree.parent(2) == 1);
}

TEST_CASE("A chain of 100,000 sections is walked once") {
    constexpr std::uint32_t kCount = 100'000;
    std::vector<std::pair<std::string, std::string>> sections;
    sections.reserve(kCount);
    for (std::uint32_t i = 0; i < kCount; ++i) {
        sections.emplace_back(std::to_string(i), i == 0 ? std::string() : std::to_string(i - 1));
    }
    const Document document = plan_of(sections);
    const SectionTree tree(document);
    CHECK(tree.top(kCount - 1) == 0);
    CHECK(tree.parent(kCount - 1) == kCount - 2);
}

} // namespace
} // namespace vekha::section_tree_test
