#include "core/base/unknown_members.hpp"

#include "core/calendar/date.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::unknown_members_test {
namespace {

constexpr std::string_view kBegin =
    R"({"format":"vekha.roadmap","version":0,"minReader":0,)"
    R"("plan":{"id":"p","title":"т","language":"ru","level":"school"})";
constexpr std::string_view kMeasure =
    R"({"id":"m","title":"т","period":{"text":"","kind":"day"},"state":"done")";

std::string file_with(std::string_view members) {
    return std::string(kBegin).append(members) + "}";
}

std::string file_with_measure(std::string_view members) {
    return file_with(",\"measures\":[" + std::string(kMeasure).append(members) + "}]");
}

Document read(std::string_view bytes) {
    auto outcome = read_roadmap(bytes);
    REQUIRE(outcome.ok());
    return std::move(outcome).value().document;
}

std::string compact(const Document& document) {
    return write_roadmap(document, TextLayout::Compact);
}

// Opening and saving changes nothing.
void check_kept(const std::string& file) {
    CHECK(compact(read(file)) == file);
}

Document with_measure(const Document& document, const Measure& measure) {
    Document changed = document;
    changed.measures = document.measures.with(0, measure);
    return changed;
}

} // namespace

TEST_CASE("members that are not known keep name, order and spelling, behind the known ones") {
    const Document document =
        read(file_with(R"(,"z":1E3,"\u0061":[-0,{"я":"\u0416"}],"parties":[],"y":null)"));
    CHECK(document.unknown == UnknownMembers{{"\"z\"", "1E3"},
                                             {"\"\\u0061\"", "[-0,{\"я\":\"\\u0416\"}]"},
                                             {"\"y\"", "null"}});
    CHECK(compact(document) == file_with(R"(,"z":1E3,"\u0061":[-0,{"я":"\u0416"}],"y":null)"));
}

TEST_CASE("unknown members are kept in every kind of object") {
    const std::string x = R"("x":{"a":[1.0,"\/"]})";
    const std::string file =
        R"({"format":"vekha.roadmap","version":0,"minReader":0,)"
        R"("plan":{"id":"p","title":"т","language":"ru","level":"school","approval":{)" +
        x + R"(},"demo":{"reason":"r",)" + x + "}," + x +
        R"(},"sections":[{"id":"s","title":"т",)" + x +
        R"(}],"parties":[{"id":"o","name":"О","kind":"body",)" + x +
        R"(}],"measures":[{"id":"m","title":"т","period":{"text":"","kind":"relative","spans":[{"from":"2021-01-01",)" +
        x + R"(}],"recurrence":{)" + x + R"(},"relative":{"anchor":"приказ",)" + x +
        R"(},"review":{"reason":"r",)" + x + "}," + x + R"(},"targets":[{"text":"т","value":1,)" +
        x + R"(}],"state":"done","evidence":[{"url":"u",)" + x + R"(}],"schools":{)" + x +
        R"(},"items":[{"id":"i","title":"т",)" + x + "}]," + x +
        R"(}],"marks":[{"measure":"m","municipality":"М","state":"done",)" + x +
        R"(}],"occurrences":[{"measure":"m","from":"2021-01-01","state":"done",)" + x +
        R"(}],"schools":[{"id":"s","name":"Ш","risks":[{"factor":"f","level":"low",)" + x +
        R"(}],"documents":[{"id":"d","kind":"k","state":"none",)" + x + R"(}],"visits":[{)" + x +
        R"(}],"stages":[{"stage":"1",)" + x + "}]," + x +
        R"(}],"indicators":[{"id":"i","name":"n","direction":"lowerIsBetter","values":[{"date":"2021-01-01",)" +
        x + "}]," + x + R"(}],"overrides":[{"state":"done","reason":"r",)" + x +
        R"(}],"thresholds":{"dueSoonDays":30,"redLateSharePercent":15,"redBehindPoints":20,"yellowBehindPoints":5,)" +
        x + R"(},"decisions":[{"id":"d","text":"т",)" + x +
        R"(}],"liveChanges":[{"measure":"m","text":"т",)" + x + R"(}],"slides":[{"kind":"k",)" + x +
        R"(}],"calendar":[{"year":2021,"transferred":[{"from":"2021-01-01","to":"2021-01-02",)" +
        x + "}]," + x + R"(}],"dictionaries":{"states":[{"key":"k","name":"n",)" + x + "}]," + x +
        R"(},"baselines":[{"id":"b","periods":[{"measure":"m",)" + x + "}]," + x +
        R"(}],"snapshots":[{"id":"s","asOf":"2021-01-01","states":[{"measure":"m",)" + x + "}]," +
        x + R"(}],"views":[{"id":"v","name":"n","filter":{"late":true,)" + x + "}," + x + "}]," +
        x + "}";
    const auto outcome = read_roadmap(file);
    REQUIRE(outcome.ok());
    CHECK(outcome.value().problem_count == 0);
    CHECK(compact(outcome.value().document) == file);
}

TEST_CASE("a replaced value is written back in its place") {
    for (const std::string_view members : {
             R"(,"percent":150,"note":"н")",
             R"(,"percent":1e9999)",
             R"(,"doneDate":"30.02.2021","note":"н")",
             R"(,"schools":{"scope":"some"})",
             R"(,"tags":["а"],"items":[{"id":"i","title":"т","note":"без состояния"}])",
         }) {
        check_kept(file_with_measure(members));
    }
    check_kept(file_with(
        R"(,"measures":[{"id":"m","title":"т","period":{"text":"","kind":"week",)"
        R"("spans":[{"from":"2021-02-30","to":"?"}],"precision":"day"},"state":"late"}])"));
    check_kept(
        file_with(R"(,"measures":[{"id":"m","title":"т","period":{"text":"","kind":"day"},)"
                  R"("targets":[{"text":"т","comparator":">","value":-1e400}],"state":"done"}])"));
    check_kept(file_with(R"(,"snapshots":[{"id":"s","asOf":"2021-02-30"}])"));
}

TEST_CASE("a replaced value is gone once its field is set") {
    const Document document = read(file_with_measure(R"(,"percent":150)"));
    Measure measure = document.measures[0];
    CHECK(measure.report.percent == 0);
    measure.report.percent = 60;
    CHECK(compact(with_measure(document, measure)) == file_with_measure(R"(,"percent":60)"));
}

TEST_CASE("a replaced value of a field that is always written stands once") {
    const std::string file = file_with(
        R"(,"measures":[{"id":"m","title":"т","period":{"text":"","kind":"day"},"state":"late"}])");
    const Document document = read(file);
    CHECK(document.measures[0].report.state == StoredState::NotStarted);
    check_kept(file);
    Measure measure = document.measures[0];
    measure.report.state = StoredState::Moved;
    CHECK(compact(with_measure(document, measure)) ==
          file_with(R"(,"measures":[{"id":"m","title":"т","period":{"text":"","kind":"day"},)"
                    R"("state":"moved"}])"));
}

TEST_CASE("a list with a value that cannot be taken holds the others and is written as it was") {
    const std::string file =
        file_with(R"(,"calendar":[{"year":2021,"daysOff":["2021-05-03","30 мая","2021-05-04"]}])");
    const Document document = read(file);
    CHECK(document.calendar[0].days_off == std::vector<Date>{day("2021-05-03"), day("2021-05-04")});
    check_kept(file);
    CalendarYear year = document.calendar[0];
    year.days_off.push_back(day("2021-05-05"));
    Document changed = document;
    changed.calendar = document.calendar.with(0, year);
    CHECK(compact(changed) ==
          file_with(
              R"(,"calendar":[{"year":2021,"daysOff":["2021-05-03","2021-05-04","2021-05-05"]}])"));
}

TEST_CASE("a known name that is spelled with escapes is known") {
    const Document document = read(file_with_measure(R"(,"\u0070ercent":7)"));
    CHECK(document.measures[0].report.percent == 7);
    CHECK(compact(document) == file_with_measure(R"(,"percent":7)"));
}

TEST_CASE("an original that is spelled with escapes in its name stands under the plain name") {
    CHECK(compact(read(file_with_measure(R"(,"\u0070ercent":7e5)"))) ==
          file_with_measure(R"(,"percent":7e5)"));
}

TEST_CASE("members of a report without a state wait until the item has a report") {
    const std::string file = file_with_measure(R"(,"items":[{"id":"i","title":"т","percent":50}])");
    const Document document = read(file);
    CHECK(!document.measures[0].items[0].report.has_value());
    Measure measure = document.measures[0];
    measure.items[0].report.emplace().percent = 60;
    CHECK(compact(with_measure(document, measure)) ==
          file_with_measure(
              R"(,"items":[{"id":"i","title":"т","state":"notStarted","percent":60}])"));
}

TEST_CASE("an original that could be taken today does not speak for the field") {
    Document document = read(file_with_measure(""));
    Measure measure = document.measures[0];
    measure.unknown.push_back({"\"percent\"", "50"});
    CHECK(compact(with_measure(document, measure)) == file_with_measure(""));
}

} // namespace vekha::test::unknown_members_test
