#include "core/edit/dependency_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::dependency_edits_test {
namespace {

// a «1.1.» Подготовка, b «1.2» Приказ, c «1.2» Второй приказ, d «» Без номера, e «2.1.» Отчёт,
// сводный
Document plan() {
    PlanBuilder builder;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        builder.add(MeasureBuilder(id));
    }
    Document document = builder.build();
    const std::vector<std::pair<std::string_view, std::string_view>> names{
        {"1.1.", "Подготовка"},
        {"1.2", "Приказ"},
        {"1.2", "Второй приказ"},
        {"", "Без номера"},
        {"2.1.", "Отчёт, сводный"}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        Measure measure = document.measures[i];
        measure.number = names[i].first;
        measure.title = names[i].second;
        document.measures = document.measures.with(i, measure);
    }
    return document;
}

std::string before(const Document& document, std::size_t index) {
    std::string ids;
    for (const MeasureId& id : document.measures[index].depends_on) {
        ids += id.text;
    }
    return ids;
}

std::string typed(const Document& document, const char* measure, std::string_view text) {
    const Document after = done(set_dependencies(document, MeasureId{measure}, text));
    return before(after, static_cast<std::size_t>(measure[0] - 'a'));
}

EditProblem refused(const Document& document, const char* measure, std::string_view text) {
    return refusal(set_dependencies(document, MeasureId{measure}, text));
}

} // namespace

TEST_CASE("measures are named by number, by title, or by both") {
    const Document document = plan();
    CHECK(typed(document, "e", "1.1") == "a");
    CHECK(typed(document, "e", " 1.1. ") == "a");
    CHECK(typed(document, "e", "1.1. Подготовка\n1.2 Второй приказ\nБез номера") == "acd");
    CHECK(typed(document, "a", "Отчёт, сводный") == "e");
    CHECK(typed(document, "b", "1.1, 2.1; Без номера\n1.1") == "aed");
    CHECK(typed(document, "b", " \n;").empty());
}

TEST_CASE("words that name no measure, or several, are refused") {
    const Document document = plan();
    for (const std::string_view text : {"1.2", "9.9", "1.1, 9.9", "1.1 Приказ", "1.1,,2.1", "."}) {
        CAPTURE(text);
        CHECK(refused(document, "e", text) == EditProblem::UnknownMeasure);
    }
    CHECK(refused(document, "z", "") == EditProblem::UnknownMeasure);
}

TEST_CASE("nothing comes after itself, over any number of steps") {
    Document document = plan();
    CHECK(refused(document, "a", "1.1") == EditProblem::DependsOnItself);
    document = done(set_dependencies(document, MeasureId{"e"}, "1.1"));
    document = done(set_dependencies(document, MeasureId{"d"}, "2.1"));
    CHECK(refused(document, "a", "Без номера") == EditProblem::DependsOnItself);
    CHECK(typed(document, "d", "2.1\n1.1") == "ea");
}

TEST_CASE("what stands there is text that means the same, also a measure that is gone") {
    Document document = plan();
    Measure measure = document.measures[4];
    measure.depends_on = {MeasureId{"b"}, MeasureId{"gone"}, MeasureId{"d"}};
    document.measures = document.measures.with(4, measure);
    CHECK(dependency_text(document, measure) == "1.2 Приказ\ngone\nБез номера");
    CHECK(typed(document, "e", dependency_text(document, measure)) == "bgoned");
    CHECK(typed(document, "e", "gone") == "gone");
    // A title like another one, and one with a sign that parts numbers.
    for (const std::size_t index : {std::size_t{1}, std::size_t{2}}) {
        Measure like = document.measures[index];
        like.title = "Приказ; утверждение";
        document.measures = document.measures.with(index, like);
    }
    measure.depends_on = {MeasureId{"b"}, MeasureId{"c"}};
    document.measures = document.measures.with(4, measure);
    CHECK(typed(document, "e", dependency_text(document, measure)) == "bc");
    CHECK(typed(document, "e", dependency_text(document, measure) + "\n1.1") == "bca");
}

} // namespace vekha::test::dependency_edits_test
