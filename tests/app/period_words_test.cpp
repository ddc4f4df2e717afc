// Periods typed in words: what is kept, what is read from them, and what a person says of that.
#include "app/period_words.hpp"

#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/period/period_reader.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::period_words_test {
namespace {

using app::FieldEnd;
using test::PlanFacts;
using test::TestApp;

struct Typing : TestApp {
    Typing() {
        open_sample();
        id = plan().document.measures[2].id;
        act(app::act::Select{{.measure = id}});
    }
    void type(std::string_view text, FieldEnd end = FieldEnd::Entered) {
        act(app::act::EditCell{Column::Period});
        REQUIRE(state().session.field);
        tell(app::FieldFinished{state().session.field->key, end, std::string(text)});
        frame();
    }
    [[nodiscard]] const Period& period() const { return measure(id.text).period; }

    MeasureId id;
};

} // namespace

TEST_CASE("Days that a person set stay beside words that tell none, and wait for a review") {
    Typing app;
    app.type("до 15 мая");
    app.act(app::act::BeginMoving{});
    app.act(app::act::StepMoving{.steps = 1});
    app.act(app::act::KeepPeriod{});
    REQUIRE(app.period().set_by == PeriodSource::SetByHand);
    const std::vector<PeriodSpan> days = app.period().spans;
    app.type("как решит штаб");
    CHECK(app.period().text == "как решит штаб");
    CHECK(app.period().spans == days);
    CHECK(app.period().review);
    app.type("до 20 мая");
    CHECK(app.period().spans[0].days == test::span({"", "2021-05-20"}));
    CHECK(app.period().set_by == PeriodSource::ReadFromText);
    CHECK_FALSE(app.period().review);
    app.type("как решит штаб");
    CHECK(app.period().spans.empty());
}

TEST_CASE("What is typed is kept as it is, and the days stand beside it") {
    Typing app;
    app.type("до 15 мая");
    CHECK(app.period().text == "до 15 мая");
    CHECK(app.period().kind == PeriodKind::Deadline);
    REQUIRE(app.period().spans.size() == 1);
    CHECK(app.period().spans[0].days == test::span({"", "2021-05-15"}));
    CHECK(app.period().set_by == PeriodSource::ReadFromText);
    CHECK_FALSE(app.period().review);
    app.type("II квартал 2021 года");
    CHECK(app.period().kind == PeriodKind::Range);
    CHECK(app.period().precision == Precision::Quarter);
}

TEST_CASE("What cannot be read stays as words, says why, and can be accepted") {
    Typing app;
    app.type("когда рак свистнет");
    CHECK(app.period().text == "когда рак свистнет");
    CHECK(app.period().kind == PeriodKind::Unscheduled);
    REQUIRE(app.period().review);
    CHECK(app.period().review->reason == app::review_reason_text(app.texts, ReviewReason::Unread));
    const PlanFacts flagged = app.facts();
    app.act(app::act::AcceptPeriod{});
    CHECK_FALSE(app.period().review);
    CHECK(app.period().text == "когда рак свистнет");
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == flagged.document);
}

TEST_CASE("While it is typed the session has what stands in the field, and nothing is changed") {
    Typing app;
    const PlanFacts before = app.facts();
    app.act(app::act::EditCell{Column::Period});
    REQUIRE(app.state().session.field);
    app.tell(app::FieldTyped{app.state().session.field->key, "в течение го"});
    app.frame();
    CHECK(app.state().session.field->typed == "в течение го");
    CHECK(app.facts() == before);
}

TEST_CASE("The words that stood there, committed again, change nothing") {
    Typing app;
    const PlanFacts before = app.facts();
    app.type(app.period().text);
    CHECK(app.facts() == before);
}

TEST_CASE("Days that a person set stay when the same words are committed with a space more") {
    Typing app;
    app.type("в мае 2021");
    app.press("m");
    app.press("ArrowRight");
    app.press("Enter");
    const PlanFacts moved = app.facts();
    CHECK(app.period().set_by == PeriodSource::SetByHand);
    app.type("в мае 2021 ");
    CHECK(app.facts() == moved);
}

TEST_CASE("What contradicts itself is kept as it was typed, and flagged") {
    Typing app;
    app.type("с 15 по 10 марта 2021");
    CHECK(app.period().text == "с 15 по 10 марта 2021");
    CHECK(app.period().review);
    CHECK_FALSE(app.state().session.field);
}

TEST_CASE("N goes from row to row whose period somebody has to look at, and around") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    std::set<std::string> flagged;
    for (const Measure& measure : app.plan().document.measures) {
        if (needs_review(measure.period)) {
            flagged.insert(measure.id.text);
        }
    }
    REQUIRE(flagged.size() > 1);
    MESSAGE(flagged.size(), " flagged");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < flagged.size(); ++i) {
        app.press("n");
        app.frame();
        seen.insert(app.state().session.selection.measure.text);
    }
    CHECK(seen == flagged);
    app.open_sample("dubovskoe-2021");
    app.press("n");
    CHECK(app.message() == app.texts.get(app::TextKey{"edit.noReviews"}));
}

TEST_CASE("The year comes from the heading that names exactly one") {
    Document document =
        test::PlanBuilder().dates({"2020-01-01", "2022-12-31"}).section("s").build();
    Measure measure = test::MeasureBuilder("m").section("s").title("раз\nдва").build();
    const auto year = [&](std::string_view title) {
        Section section = document.sections[0];
        section.title = title;
        document.sections = document.sections.with(0, section);
        return app::period_context(document, measure).section_year;
    };
    CHECK(year("2021 год") == 2021);
    CHECK(year("2020-2022 годы") == std::nullopt);
    CHECK(year("Школа № 2021234") == std::nullopt);
    CHECK(year("Кадры") == std::nullopt);
    CHECK(app::period_context(document, measure).items == 2);
    CHECK(app::period_context(document, measure).plan == test::span({"2020-01-01", "2022-12-31"}));
}

TEST_CASE("Every reason has words in both languages, and no two the same") {
    app::Texts texts = test::delivered_texts();
    for (const app::Language language : {app::Language::Russian, app::Language::English}) {
        texts.set_language(language);
        std::set<std::string> words;
        for (std::size_t i = 0; i < kReviewReasonCount; ++i) {
            words.emplace(app::review_reason_text(texts, static_cast<ReviewReason>(i)));
        }
        CHECK(words.size() == kReviewReasonCount);
    }
}

} // namespace vekha::period_words_test
