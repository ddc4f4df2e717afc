#include "app/problem_text.hpp"

#include "app/i18n.hpp"
#include "core/base/result.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/edit/edits.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app::problem_text_test {
namespace {

Problem only_problem(std::string_view bytes) {
    const Result<ReadOutcome, ReadFailure> result = read_roadmap(bytes);
    REQUIRE_FALSE(result.ok());
    REQUIRE(result.error().problems.size() == 1);
    return result.error().problems.front();
}

TEST_CASE("Every code has words in both languages, and no two the same") {
    Texts texts = test::delivered_texts();
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        std::set<std::string> words;
        for (std::size_t i = 0; i < kProblemCodeCount; ++i) {
            Problem problem;
            problem.code = static_cast<ProblemCode>(i);
            const std::string text = problem_text(texts, problem);
            CAPTURE(text);
            CHECK(text != problem_name(problem.code));
            CHECK(text.ends_with('.'));
            CHECK(words.insert(text).second);
        }
    }
}

TEST_CASE("Every word that a problem can hold has words in both languages") {
    Texts texts = test::delivered_texts();
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        for (const std::string_view word : problem_words()) {
            CAPTURE(word);
            const std::string_view text = texts.member("problemWord.", word);
            CHECK((text != word || word == "name"));
        }
    }
}

TEST_CASE("Severities and refused edits have words") {
    const Texts texts = test::delivered_texts();
    for (int i = 0; i < 5; ++i) {
        const auto severity = static_cast<Severity>(i);
        CHECK(severity_text(texts, severity) != severity_name(severity));
    }
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < kEditProblemCount; ++i) {
        const std::string_view text = edit_problem_text(texts, static_cast<EditProblem>(i));
        CAPTURE(text);
        CHECK(text.find(' ') != std::string_view::npos); // no key without words
        words.insert(text);
    }
    CHECK(words.size() == kEditProblemCount);
}

TEST_CASE("A syntax error says what stands there, where, and what was expected") {
    const Texts texts = test::delivered_texts();
    const Problem problem = only_problem("{\n  \"format\" \"vekha.roadmap\"}");
    CHECK(problem_place(texts, problem) == "Строка 2, знак 12");
    CHECK(problem_text(texts, problem) ==
          "Здесь стоит «\"vekha.roadmap\"», а ожидается двоеточие.");
}

TEST_CASE("A file that ends too early, and an empty one") {
    const Texts texts = test::delivered_texts();
    CHECK(problem_text(texts, only_problem("{\"a\":")).find("Файл обрывается") == 0);
    CHECK(problem_text(texts, only_problem("")) == "Файл пуст. Ожидается план в формате JSON.");
}

TEST_CASE("What has no value gets a sentence of its own") {
    const Texts texts = test::delivered_texts();
    CHECK(problem_text(texts, only_problem("{}")).find("нет поля «format»") != std::string::npos);
    CHECK(problem_text(texts, only_problem("{\"format\": \"other\"}")).find("стоит «other»") !=
          std::string::npos);
}

TEST_CASE("Sizes are told in megabytes, places of the model with their path") {
    const Texts texts = test::delivered_texts();
    Problem problem;
    problem.code = ProblemCode::FileTooLarge;
    problem.position = {12, 7, 0};
    problem.path = "$.measures[3].title";
    problem.parameters = {{"size", "73400320"}, {"limit", "67108864"}};
    CHECK(problem_text(texts, problem) ==
          "Файл слишком велик: 70\u00A0МБ, открываются файлы до 64\u00A0МБ.");
    CHECK(problem_place(texts, problem) == "Строка 12, знак 7: $.measures[3].title");
}

// All problems that reading gives, with or without success.
std::vector<Problem> problems_of(std::string_view bytes) {
    Result<ReadOutcome, ReadFailure> result = read_roadmap(bytes);
    return result ? result.value().problems : result.error().problems;
}

TEST_CASE("The problems that the reader makes leave no place unfilled, in both languages") {
    Texts texts = test::delivered_texts();
    constexpr std::string_view kHead = R"({"format": "vekha.roadmap", "version": 0, "minReader": 0,
        "plan": {"id": "p", "title": "t", "language": "ru", "level": "school"}, )";
    std::set<ProblemCode> seen;
    for (const std::string_view tail : {
             R"("sections": [{"id": "s", "title": "t", "order": 1.5, "parent": "s"}]})",
             R"("measures": [{"id": "m", "title": "t", "section": "x", "state": "half",
                 "percent": 150, "period": {"text": "", "kind": "day",
                 "spans": [{"from": "2021-02-30"}]}}, {"id": "m", "title": "t", "state": "done",
                 "doneDate": "31.12.2021", "dependsOn": ["m"], "period": {"text": "", "kind":
                 "range", "spans": [{"from": "2021-03-01", "to": "2021-02-01"}]}}]})",
             R"("measures": [{"title": 5, "period": {}}], "parties": {}})",
             R"("parties": [{"id": "", "name": "n"}], "marks": [{"measure": "m"}]})",
             R"("a": 1, "a": 2})",
             R"("a": "\u0000"})",
             R"("a": "\ud800"})",
             R"("a": 01})",
             R"("a": True})",
             R"("a": "\x"})",
             "\"a\": \"\n\"})",
             R"("a": 1} x)",
             R"("a": 1,})",
         }) {
        const std::vector<Problem> problems = problems_of(std::string(kHead).append(tail));
        CHECK_FALSE(problems.empty());
        for (const Problem& problem : problems) {
            seen.insert(problem.code);
            for (const Language language : {Language::Russian, Language::English}) {
                texts.set_language(language);
                const std::string text = problem_text(texts, problem);
                CAPTURE(text);
                for (const std::string_view place :
                     {"{name}", "{value}", "{found}", "{expected}", "{id}", "{ids}", "{kind}",
                      "{firstLine}", "{limit}", "{from}", "{allowed}", "{needs}", "{names}"}) {
                    CHECK(text.find(place) == std::string::npos);
                }
                CHECK(text.find("\u00AB\u00BB") == std::string::npos);
            }
        }
    }
    CHECK(seen.size() >= 18);
}

} // namespace
} // namespace vekha::app::problem_text_test
