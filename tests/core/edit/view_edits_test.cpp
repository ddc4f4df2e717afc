#include "core/edit/view_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/text_limits.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::view_edits_test {
namespace {

SavedView named(std::string_view name, Grouping grouping = Grouping::State) {
    SavedView view;
    view.name = name;
    view.grouping = grouping;
    return view;
}

Document saved(const Document& document, SavedView view) {
    Result<Document, EditProblem> result = save_view(document, std::move(view));
    REQUIRE(result);
    return std::move(result).value();
}

EditProblem refusal(const Document& document, std::string_view name) {
    const Result<Document, EditProblem> result = save_view(document, named(name));
    REQUIRE_FALSE(result);
    return result.error();
}

} // namespace

TEST_CASE("views come one behind the other, each with an id of its own") {
    const Document empty = test::PlanBuilder().build();
    const Document one = saved(empty, named("Опоздания"));
    const Document two = saved(one, named("  По школам\n", Grouping::School));
    REQUIRE(two.views.size() == 2);
    CHECK(two.views[0].name == "Опоздания");
    CHECK(two.views[1].name == "По школам");
    CHECK_FALSE(two.views[0].id == two.views[1].id);
    CHECK(empty.views.empty());
    CHECK(one.views.size() == 1);
}

TEST_CASE("an id that was freed is given to no view that would have it twice") {
    Document document = saved(test::PlanBuilder().build(), named("а"));
    document = saved(document, named("б"));
    document = remove_view(document, document.views[0].id);
    document = saved(document, named("в"));
    REQUIRE(document.views.size() == 2);
    CHECK_FALSE(document.views[0].id == document.views[1].id);
}

TEST_CASE("a name that is taken is replaced: same id, same place, what others wrote stays") {
    Document document = saved(test::PlanBuilder().build(), named("а"));
    document = saved(document, named("б"));
    SavedView foreign = document.views[0];
    foreign.unknown.push_back({"\"x\"", "1"});
    document.views = document.views.with(0, foreign);
    const Document after = saved(document, named(" а ", Grouping::Month));
    REQUIRE(after.views.size() == 2);
    CHECK(after.views[0].id == foreign.id);
    CHECK(after.views[0].grouping == Grouping::Month);
    CHECK(after.views[0].unknown == foreign.unknown);
    CHECK(after.views[1] == document.views[1]);
}

TEST_CASE("names that are none are refused") {
    const Document document = test::PlanBuilder().build();
    CHECK(refusal(document, "") == EditProblem::NameMissing);
    CHECK(refusal(document, " \t\n ") == EditProblem::NameMissing);
    CHECK(refusal(document, "\xFF") == EditProblem::TextInvalid);
    std::string longest;
    for (std::uint32_t i = 0; i < kMaxNameCodePoints; ++i) {
        longest += "ж";
    }
    CHECK(saved(document, named(longest)).views[0].name == longest);
    CHECK(refusal(document, longest + "ж") == EditProblem::NameTooLong);
}

TEST_CASE("a removed view leaves its slides, which show the plan as it is") {
    Document document = saved(test::PlanBuilder().build(), named("а"));
    document = saved(document, named("б"));
    const ViewId gone = document.views[0].id;
    const ViewId stays = document.views[1].id;
    for (const ViewId& view : {gone, stays}) {
        Slide slide;
        slide.kind = "overview";
        slide.view = view;
        document.slides.push_back(slide);
    }
    const Document after = remove_view(document, gone);
    REQUIRE(after.views.size() == 1);
    CHECK(after.views[0].name == "б");
    CHECK(after.slides[0].view.empty());
    CHECK(after.slides[1].view == stays);
    CHECK(remove_view(after, gone) == after);
}

} // namespace vekha::view_edits_test
