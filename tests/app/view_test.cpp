// What is seen and pointed at: selection, folding, scroll, scale, as-of date, theme, language,
// messages, idling.
#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::view_test {
namespace {

using test::day;
using test::TestApp;

struct Viewer : TestApp {
    Viewer() {
        open_sample("sevastopol-2021");
        (void)settle();
    }
    [[nodiscard]] const RoadmapRows& rows() {
        return dispatcher.derived().rows(state(), Density::Comfortable);
    }
    // The row that is selected; rows().size() when there is none.
    [[nodiscard]] std::size_t selected_row() {
        const auto owner = dispatcher.derived().selected(state());
        std::size_t i = 0;
        for (; owner && i < rows().rows.size(); ++i) {
            const Row& row = rows().rows[i];
            const bool section = row.kind == RowKind::Section;
            if (section == (owner->kind == OwnerKind::Section) && row.index == owner->index) {
                return i;
            }
        }
        return rows().rows.size();
    }
    [[nodiscard]] const TimeScale& scale() const { return state().view.roadmap.scale; }
    [[nodiscard]] std::size_t shown_sections() {
        return static_cast<std::size_t>(std::ranges::count_if(
            rows().rows, [](const Row& r) { return r.kind == RowKind::Section; }));
    }
};

// ---- selection --------------------------------------------------------------------------------

TEST_CASE("The arrows select row by row, also sections, and stop at both ends") {
    Viewer app;
    CHECK(app.press("ArrowDown"));
    CHECK(app.selected_row() == 0);
    CHECK(app.press("ArrowDown"));
    CHECK(app.selected_row() == 1);
    CHECK(app.press("ArrowUp"));
    CHECK(app.press("ArrowUp"));
    CHECK(app.selected_row() == 0);
    CHECK(app.press("End"));
    CHECK(app.selected_row() == app.rows().rows.size() - 1);
    CHECK(app.press("ArrowDown"));
    CHECK(app.selected_row() == app.rows().rows.size() - 1);
    CHECK(app.press("Home"));
    CHECK(app.selected_row() == 0);
}

TEST_CASE("Page keys go by as many rows as stand on the screen") {
    Viewer app;
    app.press("Home");
    app.press("PageDown");
    CHECK(app.selected_row() == 10); // of 548 px, 40 for the section's row and 48 for each other
    app.press("PageUp");
    CHECK(app.selected_row() <= 2);
}

TEST_CASE("The selected row is always in sight, below the headings of its sections") {
    Viewer app;
    const float height = app.state().session.frame.table.height();
    const RowMetrics metrics = row_metrics(Density::Comfortable);
    app.press("Home");
    const auto check = [&] {
        const Row& row = app.rows().rows[app.selected_row()];
        const float scroll = app.state().view.roadmap.scroll_y;
        const float headings = static_cast<float>(row.level) * metrics.section_height;
        CHECK(row.top - headings >= scroll - 0.01F);
        CHECK(row.top + row.height <= scroll + height + 0.01F);
    };
    for (std::size_t i = 0; i < app.rows().rows.size(); ++i) {
        app.press("ArrowDown");
        check();
    }
    for (std::size_t i = 0; i < app.rows().rows.size(); ++i) {
        app.press("ArrowUp");
        check();
    }
}

TEST_CASE("Selecting by owner keeps the id, and nothing is selected by nothing") {
    Viewer app;
    app.select({OwnerKind::Measure, 4});
    CHECK(app.state().session.selection ==
          app::Selection{.measure = app.plan().document.measures[4].id});
    app.select({OwnerKind::Measure, 4000});
    CHECK(app.state().session.selection.empty());
    app.select({OwnerKind::Section, 1});
    CHECK(app.state().session.selection ==
          app::Selection{.section = app.plan().document.sections[1].id});
    app.act(app::act::Select{});
    CHECK(app.state().session.selection.empty());
}

// ---- folding ----------------------------------------------------------------------------------

TEST_CASE("The left arrow goes to the section and folds it, the right arrow unfolds it") {
    Viewer app;
    app.press("Home");
    app.press("ArrowDown");
    app.press("ArrowDown");
    const std::size_t rows = app.rows().rows.size();
    CHECK(app.press("ArrowLeft"));
    CHECK(app.selected_row() == 0);
    CHECK(app.rows().rows.size() == rows);
    CHECK(app.press("ArrowLeft"));
    CHECK(app.rows().rows.size() < rows);
    CHECK(app.selected_row() == 0);
    CHECK(app.press("ArrowRight"));
    CHECK(app.rows().rows.size() == rows);
}

TEST_CASE("Folding a section away selects it when the selection was inside") {
    Viewer app;
    app.press("Home");
    app.press("ArrowDown");
    const SectionId section = app.plan().document.sections[app.rows().rows[0].index].id;
    app.act(app::act::FoldHeading{{.section = section}, app::act::Folding::Toggle});
    CHECK(app.state().session.selection == app::Selection{.section = section});
    app.act(app::act::FoldHeading{{.section = section}, app::act::Folding::Toggle});
    CHECK(app.state().view.roadmap.folded.sections.empty());
}

TEST_CASE("All sections fold and unfold") {
    Viewer app;
    app.act(app::act::FoldAll{app::act::Folding::Fold});
    CHECK(app.rows().rows.size() == app.shown_sections());
    CHECK(app.shown_sections() == 3);
    app.act(app::act::FoldAll{app::act::Folding::Toggle});
    CHECK(app.state().view.roadmap.folded.sections.empty());
    app.act(app::act::FoldAll{app::act::Folding::Toggle});
    CHECK(app.rows().rows.size() == 3);
}

// ---- scroll and widths ------------------------------------------------------------------------

TEST_CASE("Scrolling stops at both ends, and comes back when rows fold away") {
    Viewer app;
    app.act(app::act::ScrollTo{1.0e9F});
    const float lowest = app.state().session.frame.max_scroll_y;
    CHECK(app.state().view.roadmap.scroll_y == lowest);
    CHECK(lowest > 1000.0F);
    app.act(app::act::ScrollBy{-100.0F});
    CHECK(app.state().view.roadmap.scroll_y == lowest - 100.0F);
    app.act(app::act::ScrollBy{-1.0e9F});
    CHECK(app.state().view.roadmap.scroll_y == 0.0F);
    app.act(app::act::ScrollTo{lowest});
    for (const Section& section : app.plan().document.sections) {
        app.act(app::act::FoldHeading{{.section = section.id}, app::act::Folding::Fold});
    }
    CHECK(app.state().view.roadmap.scroll_y == 0.0F);
}

TEST_CASE("Widths keep their limits") {
    Viewer app;
    app.act(app::act::SetColumnWidth{Column::Title, 1.0F});
    app.act(app::act::SetSplit{1.0F});
    CHECK(app.state().view.roadmap.column_widths[1] == kMinColumnWidth);
    CHECK(app.state().view.roadmap.table_width == app::kMinTableWidth);
    app.act(app::act::SetColumnWidth{Column::Title, 333.0F});
    CHECK(app.state().view.roadmap.column_widths[1] == 333.0F);
}

TEST_CASE("Columns and the table are narrowed and widened by keys") {
    Viewer app;
    const auto& set = app.state().view.roadmap.column_widths;
    const auto set_of = [&](Column column) { return set[static_cast<std::size_t>(column)]; };
    app.act(app::act::Select{{.measure = app.plan().document.measures[0].id}});
    while (app.state().session.cell != Column::Period) {
        REQUIRE(app.press("ArrowRight"));
    }
    const float usual = kColumnWidths[static_cast<std::size_t>(Column::Period)];
    CHECK(app.press({.key = "ArrowRight", .ctrl = true}));
    CHECK(app.press({.key = "ArrowRight", .ctrl = true, .repeat = true}));
    CHECK(set_of(Column::Period) == usual + 32.0F);
    CHECK(app.press({.key = "ArrowLeft", .ctrl = true}));
    CHECK(set_of(Column::Period) == usual + 16.0F);
    CHECK(set_of(Column::Responsible) ==
          kColumnWidths[static_cast<std::size_t>(Column::Responsible)]);
    CHECK_FALSE(set_of(Column::Title).has_value()); // gives and takes
    CHECK_FALSE(set_of(Column::State).has_value());
    CHECK(app.state().session.cell == Column::Period);
    const float table = app.state().session.frame.table.width();
    CHECK(app.press("q"));
    CHECK(app.state().view.roadmap.table_width == table - 16.0F);
    CHECK(app.press("w"));
    CHECK(app.state().view.roadmap.table_width == table + 16.0F);
}

// ---- the time scale ---------------------------------------------------------------------------

TEST_CASE("Zoom keeps the day under the pointer, at once or gliding") {
    Viewer app;
    for (const app::act::Glide glide : {app::act::Glide::No, app::act::Glide::Yes}) {
        const double day_there = app.scale().day_from_x(300.0F);
        const double px = app.scale().px_per_day();
        app.act(app::act::Zoom{1.5, 300.0F, glide});
        for (int i = 0; i < 20; ++i) {
            CHECK(app.scale().day_from_x(300.0F) == doctest::Approx(day_there).epsilon(1e-6));
            app.frame();
        }
        CHECK(app.scale().px_per_day() == doctest::Approx(px * 1.5));
    }
}

TEST_CASE("Quick presses of the zoom key add up") {
    Viewer app;
    const double px = app.scale().px_per_day();
    app.press("+");
    app.press("+");
    app.press("=");
    REQUIRE(app.settle());
    CHECK(app.scale().px_per_day() == doctest::Approx(px * 1.4 * 1.4 * 1.4));
    app.press("-");
    REQUIRE(app.settle());
    CHECK(app.scale().px_per_day() == doctest::Approx(px * 1.4 * 1.4));
}

TEST_CASE("A glide takes at most 150 ms and none under reduced motion") {
    Viewer app;
    const double px = app.scale().px_per_day();
    app.act(app::act::Zoom{2.0, {}, app::act::Glide::Yes});
    CHECK(app.state().session.glide.has_value());
    app.frame(0.15);
    CHECK_FALSE(app.state().session.glide.has_value());
    CHECK(app.scale().px_per_day() == doctest::Approx(px * 2.0));
    app.tell(app::MediaChanged{false, true, false});
    app.act(app::act::Zoom{2.0, {}, app::act::Glide::Yes});
    CHECK_FALSE(app.state().session.glide.has_value());
    CHECK(app.scale().px_per_day() == doctest::Approx(px * 4.0));
}

TEST_CASE("Fit shows the whole plan after any zoom") {
    Viewer app;
    const TimeScale fitted = app.scale();
    app.act(app::act::Zoom{7.0, 20.0F, app::act::Glide::No});
    app.act(app::act::PanTime{555.0F});
    CHECK(app.press("0"));
    REQUIRE(app.settle());
    CHECK(app.scale().px_per_day() == doctest::Approx(fitted.px_per_day()));
    CHECK(app.scale().day_at_left() == doctest::Approx(fitted.day_at_left()));
}

TEST_CASE("Going to the as-of date brings its day to the middle") {
    Viewer app;
    app.act(app::act::Zoom{8.0, 0.0F, app::act::Glide::No});
    CHECK(app.press("t"));
    REQUIRE(app.settle());
    const float x = app.scale().x_from_date(app::as_of_date(app.state()));
    CHECK(std::abs(x - 500.0F) < 10.0F);
}

// ---- as-of date, theme, language --------------------------------------------------------------

TEST_CASE("The as-of date is the plan's, today's, or a chosen one") {
    Viewer app;
    CHECK(app::as_of_date(app.state()) == *app.plan().document.plan.as_of);
    app.act(app::act::SetAsOf{{app::AsOfMode::Today, {}}});
    CHECK(app::as_of_date(app.state()) == day("2021-11-20"));
    app.memory.clock.day = day("2021-11-21");
    app.frame();
    CHECK(app::as_of_date(app.state()) == day("2021-11-21"));
    app.act(app::act::SetAsOf{{app::AsOfMode::Chosen, day("2021-02-03")}});
    CHECK(app.dispatcher.derived().status(app.state()).as_of == day("2021-02-03"));
}

TEST_CASE("The theme follows the system until one is chosen, and the page is told") {
    Viewer app;
    CHECK_FALSE(app.memory.page.is_dark);
    app.tell(app::MediaChanged{true, false, false});
    CHECK(app.memory.page.is_dark);
    app.act(app::act::SetTheme{app::ThemeChoice::Light});
    CHECK_FALSE(app.memory.page.is_dark);
    CHECK(app.memory.settings.values.at("theme") == "system"); // it is written after a pause
    REQUIRE(app.settle());
    CHECK(app.memory.settings.values.at("theme") == "light");
}

TEST_CASE("The language changes texts, words of the roadmap, the page and messages on the screen") {
    Viewer app;
    app.act(app::act::OpenSample{"none"});
    const std::string russian = app.message();
    const std::string column = app.dispatcher.derived().words(app.texts).column_names[1];
    app.act(app::act::SetLanguage{app::Language::English});
    CHECK(app.memory.page.language == "en");
    CHECK(app.message() != russian);
    CHECK(app.dispatcher.derived().words(app.texts).column_names[1] != column);
}

TEST_CASE("Settings of the person come back, and the picture of the plan too") {
    test::Settings kept;
    TimeScale scale;
    {
        Viewer app;
        app.act(app::act::SetTheme{app::ThemeChoice::Dark});
        app.act(app::act::SetLanguage{app::Language::English});
        app.act(app::act::SetColumnWidth{Column::Title, 345.5F});
        app.act(app::act::SetSplit{456.0F});
        app.act(app::act::ShowInspector{false});
        app.act(app::act::FoldHeading{{.section = app.plan().document.sections[1].id},
                                      app::act::Folding::Fold});
        app.act(app::act::Zoom{3.0, 10.0F, app::act::Glide::No});
        app.act(app::act::ScrollTo{120.0F});
        REQUIRE(app.settle());
        kept = app.memory.settings.values;
        scale = app.scale();
    }
    TestApp app(kept);
    CHECK(app.state().view.theme == app::ThemeChoice::Dark);
    CHECK(app.texts.language() == app::Language::English);
    CHECK(app.state().view.roadmap.column_widths[1] == 345.5F);
    CHECK(app.state().view.roadmap.table_width == 456.0F);
    CHECK_FALSE(app.state().view.inspector_open);
    app.open_sample("sevastopol-2021");
    CHECK(app.state().view.roadmap.scale == scale);
    CHECK(app.state().view.roadmap.scroll_y == 120.0F);
    CHECK(app.state().view.roadmap.folded.sections.size() == 1);
    SUBCASE("another plan is fitted") {
        app.open_sample("stavropol-2021");
        CHECK_FALSE(app.state().view.roadmap.scale == scale);
        CHECK(app.state().view.roadmap.folded.sections.empty());
    }
}

// ---- messages, links, screens -----------------------------------------------------------------

TEST_CASE("Good news goes by itself, bad news stays until it is closed") {
    Viewer app;
    app.act(app::act::Save{});
    app.finish_save(app::SaveOutcome::WrittenToFile);
    CHECK_FALSE(app.message().empty());
    REQUIRE(app.settle());
    CHECK(app.message().empty());
    app.act(app::act::Save{});
    app.finish_save(app::SaveOutcome::Failed);
    REQUIRE(app.settle());
    app.frame(1000.0);
    CHECK_FALSE(app.message().empty());
    CHECK(app.press("Escape"));
    CHECK(app.message().empty());
}

TEST_CASE("Only links to pages and letters are opened") {
    Viewer app;
    for (const std::string_view url :
         {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x", "//x", ""}) {
        app.act(app::act::OpenLink{std::string(url)});
    }
    CHECK(app.memory.page.links.empty());
    app.act(app::act::OpenLink{"https://example.org/a"});
    app.act(app::act::OpenLink{"mailto:a@example.org"});
    CHECK(app.memory.page.links.size() == 2);
}

TEST_CASE("The start screen keeps the plan open, and Escape leads back") {
    Viewer app;
    app.act(app::act::GoToStart{});
    CHECK(app.state().screen == app::Screen::Start);
    CHECK(app.state().plan.has_value());
    CHECK(app.press("Escape"));
    CHECK(app.state().screen == app::Screen::Roadmap);
}

TEST_CASE("A file held over the page is seen, and let go when it opens") {
    TestApp app;
    app.tell(app::DragHovers{true});
    CHECK(app.state().session.drag_over);
    app.open_file("bad.json", "{");
    CHECK_FALSE(app.state().session.drag_over);
}

// ---- idling -----------------------------------------------------------------------------------

TEST_CASE("The app becomes idle and stays so until something happens") {
    Viewer app;
    REQUIRE(app.settle());
    CHECK(app.dispatcher.seconds_until_next_frame() < 0.0);
    app.memory.clock.seconds += 3600.0;
    CHECK(app.dispatcher.seconds_until_next_frame() < 0.0);
    app.dispatcher.actions().push(app::act::Hover{Owner{OwnerKind::Measure, 1}});
    CHECK(app.dispatcher.seconds_until_next_frame() == 0.0);
    REQUIRE(app.settle());
    (void)app.dispatcher.handle(app::WheelTurned{});
    CHECK(app.dispatcher.seconds_until_next_frame() == 0.0);
    REQUIRE(app.settle());
}

TEST_CASE("Events that only the ui understands are left to it") {
    TestApp app;
    CHECK_FALSE(app.dispatcher.handle(app::WheelTurned{}));
    CHECK_FALSE(app.dispatcher.handle(app::Pinched{}));
    CHECK_FALSE(app.dispatcher.handle(app::TouchScrolled{}));
    CHECK_FALSE(app.dispatcher.handle(app::NodeActivated{}));
    CHECK_FALSE(app.dispatcher.handle(app::NodeFocused{}));
    CHECK_FALSE(app.dispatcher.handle(app::NodeValueSet{}));
    CHECK(app.dispatcher.handle(app::DragHovers{}));
}

TEST_CASE("A frame without changes computes nothing again") {
    Viewer app;
    app.press("ArrowDown");
    const auto look = [&app] {
        app.frame();
        (void)app.dispatcher.derived().status(app.state());
        (void)app.rows();
        (void)app.dispatcher.derived().words(app.texts);
        (void)app.dispatcher.derived().selected(app.state());
    };
    look();
    const std::size_t before = app.dispatcher.derived().computations();
    look();
    app.act(app::act::ScrollBy{10.0F});
    app.act(app::act::Zoom{1.1, {}, app::act::Glide::No});
    look();
    CHECK(app.dispatcher.derived().computations() == before);
    app.act(app::act::FoldAll{});
    look();
    CHECK(app.dispatcher.derived().computations() == before + 1);
}

TEST_CASE(
    "what a key does to the time line and to the sections is told, a turn of the wheel is not") {
    Viewer viewer;
    const auto told = [&] { return viewer.memory.twin.announcements.size(); };
    const auto last = [&] { return viewer.memory.twin.announcements.back().text; };
    std::size_t before = told();
    viewer.act(app::act::Zoom{1.2, 100.0F, app::act::Glide::No});
    CHECK(told() == before);
    viewer.act(app::act::GoToDate{day("2021-06-15")});
    REQUIRE(told() == before + 1);
    const auto& glide = viewer.state().session.glide;
    REQUIRE(glide.has_value());
    CHECK(last() ==
          app::days_in_sight(viewer.texts, glide->to, viewer.state().session.frame.time.width()));
    before = told();
    viewer.act(app::act::FoldAll{app::act::Folding::Fold});
    REQUIRE(told() == before + 1);
    CHECK(last() == viewer.texts.plural("rows.shown"_key, 3));
}

} // namespace
} // namespace vekha::view_test
