#include "tests/support/sample_files.hpp"

#include "core/codec/roadmap_reader.hpp"
#include "core/model/document.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <ios>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::test {
namespace {

Document read_sample(const std::string& slug) {
    const std::string path = "assets/samples/" + slug + ".vekha.json";
    auto read = read_roadmap(project_file(path));
    if (!read.ok()) {
        std::fprintf(stderr, "cannot read the sample %s\n", path.c_str());
        std::abort();
    }
    return std::move(read).value().document;
}

} // namespace

std::string project_file(std::string_view path) {
    std::ifstream file(std::string(VEKHA_SOURCE_DIR "/").append(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const Document& sample(std::string_view slug) {
    static std::map<std::string, Document> read;
    const std::string name(slug);
    const auto found = read.find(name);
    return found != read.end() ? found->second
                               : read.emplace(name, read_sample(name)).first->second;
}

} // namespace vekha::test
