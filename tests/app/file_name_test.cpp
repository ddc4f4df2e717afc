#include "app/file_name.hpp"

#include "core/base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vekha::app::file_name_test {
namespace {

TEST_CASE("Names keep what people read and lose what systems refuse or hide") {
    CHECK(clean_file_stem("План на 2021 год") == "План на 2021 год");
    CHECK(clean_file_stem("../../etc/passwd") == "etc passwd");
    CHECK(clean_file_stem("a\\b:c*d?e\"f<g>h|i") == "a b c d e f g h i");
    CHECK(clean_file_stem("a\tb\nc\x7f") == "a b c");
    CHECK(clean_file_stem("ends with dots. . .") == "ends with dots");
    CHECK(clean_file_stem("  spaces  inside  ") == "spaces inside");
    CHECK(clean_file_stem("gpj.\u202Eexe") == "gpj. exe");
    CHECK(clean_file_stem("zero\u200Bwidth\uFEFF") == "zero width");
    CHECK(clean_file_stem("bad\xFFutf") == "bad utf");
    CHECK(clean_file_stem("...").empty());
    CHECK(clean_file_stem("").empty());
}

TEST_CASE("Names of devices get another name") {
    for (const std::string_view name : {"CON", "con", "Prn", "AUX.old", "NUL", "COM1", "lpt9.x"}) {
        CAPTURE(name);
        CHECK(clean_file_stem(name) == std::string(name) + "_");
    }
    CHECK(clean_file_stem("console") == "console");
    CHECK(clean_file_stem("COM10") == "COM10");
}

TEST_CASE("Long names end after 100 characters") {
    std::string name;
    for (int i = 0; i < 300; ++i) {
        name += "\u044F";
    }
    CHECK(count_code_points(clean_file_stem(name)) == 100);
    CHECK(suggested_file_name(name, "plan").size() == 200 + std::string(".vekha.json").size());
}

TEST_CASE("The ending is put right and never doubled") {
    CHECK(suggested_file_name("plan.vekha.json", "x") == "plan.vekha.json");
    CHECK(suggested_file_name("plan.json", "x") == "plan.vekha.json");
    CHECK(suggested_file_name("plan", "x") == "plan.vekha.json");
    CHECK(suggested_file_name("plan.2021", "x") == "plan.2021.vekha.json");
    CHECK(suggested_file_name("???", "plan") == "plan.vekha.json");
    CHECK(suggested_file_name(".vekha.json", "plan") == "vekha.vekha.json");
}

TEST_CASE("A copy says so once") {
    CHECK(name_of_copy("plan.vekha.json", "(copy)") == "plan (copy).vekha.json");
    CHECK(name_of_copy("plan (copy).vekha.json", "(copy)") == "plan (copy).vekha.json");
    CHECK(name_of_copy("plan.json", "(copy)") == "plan (copy).vekha.json");
}

} // namespace
} // namespace vekha::app::file_name_test
