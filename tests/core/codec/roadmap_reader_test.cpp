#include "core/codec/roadmap_reader.hpp"

#include "core/codec/problem.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::roadmap_reader_test {
namespace {

// A file with these members behind its plan.
std::string file_with(std::string_view members) {
    std::string file = R"({"format":"vekha.roadmap","version":0,"minReader":0,)"
                       R"("plan":{"id":"p","title":"План","language":"ru","level":"school"})";
    if (!members.empty()) {
        file.append(",").append(members);
    }
    return file + "}";
}

// A file with one measure that has these members too.
std::string file_with_measure(std::string_view members) {
    return file_with(R"("measures":[{"id":"m","title":"т","period":{"text":"","kind":"day"},)"
                     R"("state":"done",)" +
                     std::string(members) + "}]");
}

ReadOutcome opened(std::string_view bytes) {
    auto read = read_roadmap(bytes);
    REQUIRE(read.ok());
    return std::move(read).value();
}

ReadFailure refused(std::string_view bytes) {
    auto read = read_roadmap(bytes);
    REQUIRE(!read.ok());
    return std::move(read).error();
}

Problem only_problem(const ReadOutcome& outcome) {
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problem_count == 1);
    return outcome.problems[0];
}

// «name=value» of all parameters, with blanks between them.
std::string parameters_of(const Problem& problem) {
    std::string text;
    for (const ProblemParameter& parameter : problem.parameters) {
        text.append(text.empty() ? "" : " ")
            .append(parameter.name)
            .append("=")
            .append(parameter.value);
    }
    return text;
}

} // namespace

TEST_CASE("a problem carries its code, its place, its path, its line and its parameters") {
    const Problem problem = only_problem(opened(file_with_measure("\"percent\":150")));
    CHECK(
        problem ==
        Problem{
            .code = ProblemCode::NumberOutOfRange,
            .severity = Severity::Repair,
            .position = {1, 212, 216},
            .path = "$.measures[0].percent",
            .excerpt = {"…text\":\"\",\"kind\":\"day\"},\"state\":\"done\",\"percent\":150}]}", 49},
            .parameters = {{"value", "150"}, {"min", "0"}, {"max", "100"}}});
}

TEST_CASE("the parameters of each problem say what a reader needs to know") {
    const auto told = [](std::string_view members) {
        return parameters_of(only_problem(opened(file_with_measure(members))));
    };
    CHECK(told(R"("doneDate":"30.02.2021")") == "value=30.02.2021");
    CHECK(told(R"("percent":1.5)") == "value=1.5");
    CHECK(told(R"("schools":{"scope":"some"})") == "value=some allowed=none, all, listed");
    CHECK(told("\"number\":\"" + std::string(1001, '1') + "\"") == "length=1001 limit=1000");
    CHECK(told(R"("section":"нет")") == "id=нет kind=idSection");
    CHECK(told(R"("dependsOn":["m"])") == "ids=m → m");
    CHECK(told(R"("items":[{"id":"a","title":"т","percent":5}])") == "name=percent needs=state");
    CHECK(told(R"("items":[{"id":"a","title":"т"},{"id":"a","title":"т"}])") ==
          "id=a kind=idItem firstLine=1 firstColumn=217");
}

TEST_CASE("a default that was taken is told as it would be written") {
    const Problem problem = only_problem(opened(
        file_with(R"("measures":[{"id":"m","title":"т","period":{"text":"","kind":"day"}}])")));
    CHECK(parameters_of(problem) == "name=state default=notStarted");
}

TEST_CASE("the parameters of an error of types name both types") {
    const ReadFailure failure = refused(file_with(R"("measures":null)"));
    CHECK(parameters_of(failure.problems.at(0)) == "expected=typeArray found=typeNull");
}

TEST_CASE("a version that asks for a newer reader is refused with all numbers") {
    const ReadFailure failure = refused(R"({"format":"vekha.roadmap","version":9,"minReader":4})");
    REQUIRE(failure.problems.size() == 1);
    CHECK(failure.problems[0].code == ProblemCode::ReaderTooOld);
    CHECK(parameters_of(failure.problems[0]) == "version=9 minReader=4 supported=0");
}

TEST_CASE("a newer version that allows this reader opens read-only with a notice") {
    std::string file = file_with("");
    file.replace(file.find("\"version\":0"), 11, "\"version\":3");
    const ReadOutcome outcome = opened(file);
    CHECK(outcome.verdict == ReadVerdict::ReadOnly);
    CHECK(outcome.document.version == 3);
    CHECK(outcome.problem_count == 0);
    REQUIRE(outcome.notices.size() == 1);
    CHECK(outcome.notices[0].code == ProblemCode::NewerVersion);
    CHECK(parameters_of(outcome.notices[0]) == "version=3 supported=0");
}

TEST_CASE("read-only wins over consent") {
    std::string file = file_with_measure("\"section\":\"нет\"");
    file.replace(file.find("\"version\":0"), 11, "\"version\":1");
    const ReadOutcome outcome = opened(file);
    CHECK(outcome.verdict == ReadVerdict::ReadOnly);
    CHECK(outcome.problem_count == 1);
}

TEST_CASE("what is read holds the values of the file") {
    const ReadOutcome outcome = opened(file_with_measure(
        R"("percent":40,"doneDate":"2021-04-15","tags":["а","б"],)"
        R"("items":[{"percent":7,"id":"i","title":"п","state":"inProgress"},{"id":"j","title":"q"}])"));
    CHECK(outcome.verdict == ReadVerdict::Opens);
    CHECK(outcome.problem_count == 0);
    const Document& document = outcome.document;
    CHECK(document.plan.title == "План");
    CHECK(document.plan.level == PlanLevel::School);
    REQUIRE(document.measures.size() == 1);
    const Measure& measure = document.measures[0];
    ProgressReport report;
    report.state = StoredState::Done;
    report.percent = 40;
    report.done_date = day("2021-04-15");
    CHECK(measure.report == report);
    CHECK(measure.tags == std::vector<std::string>{"а", "б"});
    CHECK(measure.period.kind == PeriodKind::Day);
    REQUIRE(measure.items.size() == 2);
    REQUIRE(measure.items[0].report.has_value());
    CHECK(measure.items[0].report->percent == 7);
    CHECK(!measure.items[1].report.has_value());
}

TEST_CASE("a value that is replaced holds the default of its field") {
    const ReadOutcome outcome = opened(file_with(
        R"("thresholds":{"dueSoonDays":-1,"redLateSharePercent":1e3,"redBehindPoints":1,"yellowBehindPoints":2})"));
    Thresholds expected;
    expected.red_behind_points = 1.0;
    expected.yellow_behind_points = 2.0;
    expected.unknown = {{"\"dueSoonDays\"", "-1"}, {"\"redLateSharePercent\"", "1e3"}};
    CHECK(outcome.document.thresholds == expected);
}

TEST_CASE("a text at its limit is taken and one character more is not") {
    const auto title = [](std::size_t length) {
        std::string text;
        for (std::size_t at = 0; at < length; ++at) {
            text += "ж";
        }
        return R"("measures":[{"id":"m","title":")" + text +
               R"(","period":{"text":"","kind":"day"},"state":"done"}])";
    };
    const ReadOutcome longest = opened(file_with(title(100'000)));
    CHECK(longest.problem_count == 0);
    CHECK(longest.document.measures[0].title.size() == 200'000);
    const ReadOutcome longer = opened(file_with(title(100'001)));
    CHECK(only_problem(longer).code == ProblemCode::TextTooLong);
    CHECK(longer.document.measures[0].title.empty());
    CHECK(longer.document.measures[0].unknown.at(0).value_json.size() == 200'004);
}

TEST_CASE("at most a hundred problems are listed, the worst ones, in the order of the file") {
    std::string tags;
    for (int count = 0; count < 150; ++count) {
        tags += "\"" + std::string(1001, 'x') + "\",";
    }
    const std::string repairs =
        file_with_measure("\"tags\":[" + tags + "\"a\"],\"section\":\"нет\"");
    const ReadOutcome outcome = opened(repairs);
    CHECK(outcome.problem_count == 151);
    REQUIRE(outcome.problems.size() == kMaxListedProblems);
    CHECK(outcome.problems.front().path == "$.measures[0].tags[0]");
    CHECK(outcome.problems.back().code == ProblemCode::MissingReference);
}

TEST_CASE("everything wrong with a refused plan is told at once") {
    const ReadFailure failure = refused(
        file_with_measure(R"("percent":-1,"note":5,"doneDate":"x","section":"нет","result":null)"));
    std::string codes;
    for (const Problem& problem : failure.problems) {
        codes.append(problem_name(problem.code)).append(" ");
    }
    CHECK(codes == "numberOutOfRange wrongType impossibleDate missingReference wrongType ");
    CHECK(failure.problem_count == 5);
}

TEST_CASE("a UTF-16 file opens with a notice and equals the UTF-8 one") {
    const std::string file = file_with_measure("\"note\":\"идёт\"");
    std::string utf16 = "\xFF\xFE";
    for (std::size_t at = 0; at < file.size(); ++at) {
        const auto byte = static_cast<unsigned char>(file[at]);
        unsigned unit = byte;
        if (byte >= 0xD0) { // two bytes, all of them Cyrillic
            unit = (byte & 0x1FU) << 6U | (static_cast<unsigned char>(file[++at]) & 0x3FU);
        }
        utf16 += static_cast<char>(unit & 0xFFU);
        utf16 += static_cast<char>(unit >> 8U);
    }
    const ReadOutcome outcome = opened(utf16);
    CHECK(outcome.document == opened(file).document);
    REQUIRE(outcome.notices.size() == 1);
    CHECK(outcome.notices[0].code == ProblemCode::Utf16Converted);
}

TEST_CASE("a Windows-1251 file is refused with the offer and opens on consent") {
    std::string bytes = file_with_measure("\"note\":\"?\"");
    for (std::size_t at = bytes.find("План"); at != std::string::npos; at = bytes.find("План")) {
        bytes.replace(at, 8, "\xCF\xEB\xE0\xED");
    }
    bytes.replace(bytes.find("т\""), 2, "\xF2");
    bytes.replace(bytes.find('?'), 1, "\xE8\xE4\xB8\xF2 \x96 \xB9 1");
    const ReadFailure failure = refused(bytes);
    CHECK(failure.looks_like_windows_1251);
    CHECK(failure.problems.at(0).code == ProblemCode::InvalidUtf8);
    CHECK(parameters_of(failure.problems[0]) == "byte=CF");
    const auto read = read_roadmap(bytes, {.windows_1251 = Windows1251::Convert});
    REQUIRE(read.ok());
    CHECK(read.value().document.measures[0].report.note == "идёт – № 1");
    CHECK(read.value().document.plan.title == "План");
    CHECK(read.value().notices.at(0).code == ProblemCode::Windows1251Converted);
}

TEST_CASE("consent to Windows-1251 changes nothing for a file that is UTF-8") {
    const auto read = read_roadmap(file_with(""), {.windows_1251 = Windows1251::Convert});
    REQUIRE(read.ok());
    CHECK(read.value().document.plan.title == "План");
    CHECK(read.value().notices.empty());
}

TEST_CASE("damaged UTF-8 is refused without the offer") {
    std::string bytes = file_with("");
    bytes[bytes.find("План")] = '\xFF';
    CHECK(!refused(bytes).looks_like_windows_1251);
}

TEST_CASE("the layout of the file is remembered for saving") {
    CHECK(opened(file_with("")).layout == TextLayout::Compact);
    CHECK(opened(file_with("") + "\n").layout == TextLayout::Compact);
    CHECK(opened(write_roadmap(Document{opened(file_with("")).document})).layout ==
          TextLayout::Indented);
}

TEST_CASE("a file over 16 MiB opens with a notice") {
    const std::string file = file_with("");
    const ReadOutcome at_limit = opened(file + std::string(kLargeFileBytes - file.size(), ' '));
    CHECK(at_limit.notices.empty());
    const ReadOutcome outcome = opened(file + std::string(kLargeFileBytes + 1 - file.size(), ' '));
    REQUIRE(outcome.notices.size() == 1);
    CHECK(outcome.notices[0].code == ProblemCode::FileLarge);
    CHECK(parameters_of(outcome.notices[0]) == "size=16777217 limit=16777216");
}

TEST_CASE("a file over 64 MiB is refused before it is looked at") {
    const ReadFailure failure = refused(std::string(kMaxFileBytes + 1, '\xFF'));
    REQUIRE(failure.problems.size() == 1);
    CHECK(failure.problems[0].code == ProblemCode::FileTooLarge);
    CHECK(parameters_of(failure.problems[0]) == "size=67108865 limit=67108864");
    CHECK(!failure.looks_like_windows_1251);
}

TEST_CASE("a large file whose problem stands at its end is told its place") {
    std::string file(kLargeFileBytes, '\n');
    file += "ж";
    const ReadFailure failure = refused(file);
    CHECK(failure.problems.at(0).position == TextPosition{kLargeFileBytes + 1, 1, kLargeFileBytes});
}

TEST_CASE("references and circles of a large plan are checked in the time of a reading") {
    constexpr int kMeasures = 20'000;
    std::string measures;
    for (int number = 0; number < kMeasures; ++number) {
        const std::string id = std::to_string(number);
        const std::string next = std::to_string((number + 1) % kMeasures);
        measures.append(number == 0 ? "" : ",").append(R"({"id":")").append(id);
        measures.append(
            R"(","title":"т","period":{"text":"","kind":"day"},"state":"done","dependsOn":[")");
        measures.append(next).append("\"]}");
    }
    const ReadOutcome outcome = opened(file_with("\"measures\":[" + measures + "]"));
    const Problem problem = only_problem(outcome);
    CHECK(problem.code == ProblemCode::DependencyCycle);
    CHECK(problem.path == "$.measures[19999].dependsOn[0]");
    CHECK(problem.parameter("ids") == "0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → …");
}

TEST_CASE("a long list of nothing is refused without reading it to its end") {
    std::string items = "{}";
    for (int count = 0; count < 20'000; ++count) {
        items += ",{}";
    }
    const ReadFailure failure = refused(file_with("\"measures\":[" + items + "]"));
    CHECK(failure.problems.size() == kMaxListedProblems);
    CHECK(failure.problem_count >= 10'000);
    CHECK(failure.problem_count < 20'000);
}

TEST_CASE("every code has a name of its own and every severity a word") {
    std::string names;
    for (std::size_t code = 0; code < kProblemCodeCount; ++code) {
        const std::string name =
            " " + std::string(problem_name(static_cast<ProblemCode>(code))) + " ";
        CHECK(name.size() > 4);
        CHECK(names.find(name) == std::string::npos);
        names += name;
    }
    CHECK(severity_name(Severity::Notice) == "notice");
    CHECK(severity_name(Severity::Error) == "error");
    CHECK(problem_name(ProblemCode::SectionTooDeep) == "sectionTooDeep");
    CHECK(problem_severity(ProblemCode::SectionTooDeep) == Severity::Consent);
}

} // namespace vekha::test::roadmap_reader_test
