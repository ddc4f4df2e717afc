#include "core/edit/edits.hpp"

#include "core/base/result.hpp"
#include "core/base/text_limits.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::edits_test {
namespace {

using test::day;
using test::MeasureBuilder;
using test::PlanBuilder;

const MeasureId kId{"m"};

Date as_of() {
    return day("2021-04-29");
}

Document plan_with(const ProgressReport& report) {
    return PlanBuilder()
        .add(MeasureBuilder("before"))
        .add(MeasureBuilder("m").with(report))
        .add(MeasureBuilder("behind"))
        .build();
}

ProgressReport in_state(StoredState state, int percent = 0) {
    ProgressReport report = test::report(state, percent);
    if (needs_reason(state)) {
        report.reason = "why";
    }
    return report;
}

// The report of the measure after the change; the change must be taken.
ProgressReport after(const ProgressReport& report, const ProgressChange& change) {
    const Result<Document, EditProblem> result =
        set_progress(plan_with(report), kId, change, as_of());
    REQUIRE(result.ok());
    return result.value().measures[1].report;
}

EditProblem refusal(const ProgressReport& report, const ProgressChange& change) {
    const Result<Document, EditProblem> result =
        set_progress(plan_with(report), kId, change, as_of());
    REQUIRE_FALSE(result.ok());
    return result.error();
}

ProgressReport expected(StoredState state, int percent, std::optional<Date> done_date = {}) {
    ProgressReport report;
    report.state = state;
    report.percent = percent;
    report.done_date = done_date;
    return report;
}

TEST_CASE("Done sets 100 percent and the as-of date as its day") {
    CHECK(after(in_state(StoredState::InProgress, 60), {.state = StoredState::Done}) ==
          expected(StoredState::Done, 100, as_of()));
}

TEST_CASE("Done with a day of its own keeps that day") {
    CHECK(after(in_state(StoredState::InProgress, 60),
                {.state = StoredState::Done, .done_date = DoneDateChange{day("2021-04-12")}}) ==
          expected(StoredState::Done, 100, day("2021-04-12")));
}

TEST_CASE("Done on a day that is not known stays so") {
    CHECK(after(in_state(StoredState::InProgress, 60),
                {.state = StoredState::Done, .done_date = DoneDateChange{}}) ==
          expected(StoredState::Done, 100));
}

TEST_CASE("Done once more moves no day") {
    ProgressReport done = test::done_report("2021-04-12");
    done.percent = 100;
    CHECK(after(done, {.state = StoredState::Done}) == done);
}

TEST_CASE("Done of old whose day nobody knows gets no day by itself") {
    const ProgressReport done = expected(StoredState::Done, 100);
    CHECK(after(done, {.state = StoredState::Done}) == done);
}

TEST_CASE("Done keeps the day that a file held beside another state") {
    CHECK(after(expected(StoredState::InProgress, 60, day("2021-04-05")),
                {.state = StoredState::Done}) ==
          expected(StoredState::Done, 100, day("2021-04-05")));
}

TEST_CASE("Not started sets 0 percent and takes the done date away") {
    CHECK(after(expected(StoredState::Done, 100, as_of()), {.state = StoredState::NotStarted}) ==
          expected(StoredState::NotStarted, 0));
}

TEST_CASE("In progress after done keeps the percent and loses the done date") {
    CHECK(after(expected(StoredState::Done, 100, as_of()), {.state = StoredState::InProgress}) ==
          expected(StoredState::InProgress, 100));
}

TEST_CASE("100 percent alone does not mean done") {
    CHECK(after(in_state(StoredState::InProgress, 60), {.percent = 100}) ==
          expected(StoredState::InProgress, 100));
    CHECK(after(in_state(StoredState::NotStarted), {.percent = 100}) ==
          expected(StoredState::InProgress, 100));
}

TEST_CASE("Less than 100 percent on a done measure means in progress") {
    CHECK(after(expected(StoredState::Done, 100, as_of()), {.percent = 60}) ==
          expected(StoredState::InProgress, 60));
}

TEST_CASE("A percent on a measure that was not started means in progress") {
    CHECK(after(in_state(StoredState::NotStarted), {.percent = 10}) ==
          expected(StoredState::InProgress, 10));
}

TEST_CASE("0 percent in progress stays in progress") {
    CHECK(after(in_state(StoredState::InProgress, 60), {.percent = 0}) ==
          expected(StoredState::InProgress, 0));
}

TEST_CASE("A percent outside 0 to 100 is refused") {
    CHECK(refusal(in_state(StoredState::InProgress, 60), {.percent = -1}) ==
          EditProblem::PercentOutOfRange);
    CHECK(refusal(in_state(StoredState::InProgress, 60), {.percent = 101}) ==
          EditProblem::PercentOutOfRange);
}

TEST_CASE("A state and a percent that contradict each other are refused") {
    CHECK(refusal({}, {.state = StoredState::Done, .percent = 99}) ==
          EditProblem::PercentContradictsState);
    CHECK(refusal({}, {.state = StoredState::NotStarted, .percent = 1}) ==
          EditProblem::PercentContradictsState);
}

TEST_CASE("Not done, moved and cancelled ask for a reason") {
    for (const StoredState state :
         {StoredState::NotDone, StoredState::Moved, StoredState::Cancelled}) {
        CHECK(refusal({}, {.state = state}) == EditProblem::ReasonMissing);
        CHECK(refusal({}, {.state = state, .reason = " \n"}) == EditProblem::ReasonMissing);
        ProgressReport report = expected(state, 0);
        report.reason = "no network";
        CHECK(after({}, {.state = state, .reason = "no network"}) == report);
    }
}

TEST_CASE("The other states ask for no reason and drop the old one") {
    ProgressReport moved = in_state(StoredState::Moved, 30);
    CHECK(after(moved, {.state = StoredState::InProgress}) ==
          expected(StoredState::InProgress, 30));
    CHECK(after(moved, {.state = StoredState::NotStarted}) == expected(StoredState::NotStarted, 0));
}

TEST_CASE("From one state with a reason to another a new reason is asked for") {
    const ProgressReport moved = in_state(StoredState::Moved);
    CHECK(refusal(moved, {.state = StoredState::NotDone}) == EditProblem::ReasonMissing);
    CHECK(after(moved, {.state = StoredState::NotDone, .reason = "no money"}).reason == "no money");
    CHECK(after(moved, {.state = StoredState::Moved}).reason == "why");
}

TEST_CASE("The reason cannot be taken away while the state needs one") {
    CHECK(refusal(in_state(StoredState::Moved), {.reason = ""}) == EditProblem::ReasonMissing);
}

TEST_CASE("A note can be written beside a state whose reason was missing in the file") {
    ProgressReport report = test::report(StoredState::Moved);
    const ProgressReport changed = after(report, {.note = "a note"});
    report.note = "a note";
    CHECK(changed == report);
}

TEST_CASE("A done date without done is refused, taking one away is not") {
    const ProgressReport report = in_state(StoredState::InProgress, 60);
    CHECK(refusal(report, {.done_date = DoneDateChange{as_of()}}) ==
          EditProblem::DoneDateWithoutDone);
    CHECK(after(report, {.done_date = DoneDateChange{}}) == report);
}

TEST_CASE("An unknown measure is refused") {
    const Result<Document, EditProblem> result =
        set_progress(plan_with({}), MeasureId{"other"}, {.percent = 1}, as_of());
    REQUIRE_FALSE(result.ok());
    CHECK(result.error() == EditProblem::UnknownMeasure);
}

TEST_CASE("An edit leaves the old document and everything else in the new one alone") {
    const Document before = plan_with(in_state(StoredState::InProgress, 60));
    const Document copy = plan_with(in_state(StoredState::InProgress, 60));
    const Result<Document, EditProblem> result =
        set_progress(before, kId, {.note = "a note"}, as_of());
    REQUIRE(result.ok());
    CHECK(before == copy);
    Document expected_document = before;
    Measure measure = before.measures[1];
    measure.report.note = "a note";
    expected_document.measures = before.measures.with(1, measure);
    CHECK(result.value() == expected_document);
    CHECK(result.value().measures.pointer(0) == before.measures.pointer(0));
    CHECK(result.value().measures.pointer(2) == before.measures.pointer(2));
    CHECK(result.value().schools.shares_items_with(before.schools));
}

TEST_CASE("A change that changes nothing shares the whole list") {
    const Document before = plan_with(in_state(StoredState::InProgress, 60));
    const Result<Document, EditProblem> result =
        set_progress(before, kId, {.state = StoredState::InProgress, .percent = 60}, as_of());
    REQUIRE(result.ok());
    CHECK(result.value() == before);
    CHECK(result.value().measures.shares_items_with(before.measures));
}

// ---- originals that a repair kept -------------------------------------------------------------

UnknownMembers originals() {
    return {{"\"state\"", "\"half\""}, {"\"percent\"", "150"}, {"\"\\u0064oneDate\"", "\"x\""},
            {"\"reason\"", "[]"},      {"\"note\"", "1"},      {"\"colour\"", "\"red\""},
            {"\"percentage\"", "150"}};
}

std::vector<std::string> names_after(const ProgressChange& change) {
    Document document = plan_with({});
    Measure measure = document.measures[1];
    measure.unknown = originals();
    document.measures = document.measures.with(1, measure);
    const Result<Document, EditProblem> result = set_progress(document, kId, change, as_of());
    REQUIRE(result.ok());
    std::vector<std::string> names;
    for (const UnknownMember& member : result.value().measures[1].unknown) {
        names.push_back(member.name_json);
    }
    return names;
}

TEST_CASE("A field that is set loses the original that a repair kept, also when its value stays") {
    CHECK(names_after({.percent = 0}) == std::vector<std::string>{"\"state\"", "\"\\u0064oneDate\"",
                                                                  "\"reason\"", "\"note\"",
                                                                  "\"colour\"", "\"percentage\""});
    CHECK(names_after({.note = "a note"}) ==
          std::vector<std::string>{"\"state\"", "\"percent\"", "\"\\u0064oneDate\"", "\"reason\"",
                                   "\"colour\"", "\"percentage\""});
}

TEST_CASE("Fields that follow lose their originals too, and other unknown members stay") {
    CHECK(names_after({.state = StoredState::Done}) ==
          std::vector<std::string>{"\"reason\"", "\"note\"", "\"colour\"", "\"percentage\""});
}

// ---- typed text -------------------------------------------------------------------------------

std::string cleaned(std::string_view text) {
    const Result<std::string, EditProblem> result = clean_typed_text(text);
    return result ? result.value() : std::string("refused");
}

TEST_CASE("Typed text gets LF line ends and loses control characters and white space at its end") {
    CHECK(cleaned("one\r\ntwo\rthree\n") == "one\ntwo\nthree");
    CHECK(cleaned("tab\there") == "tab\there");
    CHECK(cleaned(std::string_view("nul\0 and \x01\x7f", 11)) == "nul and");
    CHECK(cleaned("  leading stays \t\n ") == "  leading stays");
    CHECK(cleaned("") == "");
}

TEST_CASE("Typed text that is no UTF-8 is refused") {
    const Result<std::string, EditProblem> result = clean_typed_text("\xC3");
    REQUIRE_FALSE(result.ok());
    CHECK(result.error() == EditProblem::TextInvalid);
}

TEST_CASE("Typed text is measured in characters, not in bytes") {
    std::string longest;
    for (std::size_t i = 0; i < kMaxTextCodePoints; ++i) {
        longest += "\u044f";
    }
    CHECK(cleaned(longest) == longest);
    const Result<std::string, EditProblem> result = clean_typed_text(longest + "x");
    REQUIRE_FALSE(result.ok());
    CHECK(result.error() == EditProblem::TextTooLong);
}

} // namespace
} // namespace vekha::edits_test
