#include "app/settings.hpp"

#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "tests/support/memory_ports.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::app::settings_test {
namespace {

using test::MemorySettings;

TEST_CASE("An empty store changes nothing") {
    const MemorySettings store;
    ViewState view;
    load_settings(store, view);
    CHECK(view == ViewState());
    RoadmapView picture;
    CHECK_FALSE(load_picture(store, PlanId{"p"}, picture));
    CHECK(picture == RoadmapView());
}

TEST_CASE("Every setting comes back") {
    ViewState view;
    view.theme = ThemeChoice::Dark;
    view.language = Language::English;
    view.inspector_open = false;
    view.roadmap.column_widths = {50.5F, 400.0F, 141.0F, 119.0F, 123.0F};
    view.roadmap.table_width = 500.125F;
    view.roadmap.scroll_y = 321.5F;
    view.roadmap.scale = TimeScale(18628.123456789, 3.3333333333);
    view.roadmap.folded.sections = {SectionId{"s 1"}, SectionId{"s-2"}};
    view.roadmap.columns.put(Column::State, 0);
    view.roadmap.columns.hidden[static_cast<std::size_t>(Column::Responsible)] = true;
    view.roadmap.grouping = Grouping::Quarter;
    view.roadmap.sort = {Column::State, true};
    view.roadmap.folded.groups = {"from/2021-01-01", "rest"};
    MemorySettings store;
    SettingsWriter writer;
    writer.write(store, view, PlanId{"p"});
    ViewState back;
    load_settings(store, back);
    CHECK(load_picture(store, PlanId{"p"}, back.roadmap));
    load_rows(store, PlanId{"p"}, back.roadmap);
    CHECK(back == view);
}

TEST_CASE("Only widths that were set by hand are kept, and earlier stores tell of none") {
    MemorySettings store;
    SettingsWriter writer;
    ViewState view;
    writer.write(store, view, PlanId{"p"});
    CHECK_FALSE(store.values.contains("columnWidths"));
    store.values.insert_or_assign("columns", "40 300 120 128 142"); // which were always written
    ViewState back;
    load_settings(store, back);
    CHECK(back.roadmap.column_widths == view.roadmap.column_widths);
    view.roadmap.column_widths[1] = 333.0F;
    writer.write(store, view, PlanId{"p"});
    load_settings(store, back);
    CHECK(back.roadmap.column_widths == view.roadmap.column_widths);
}

TEST_CASE("The picture of another plan is not taken") {
    MemorySettings store;
    SettingsWriter writer;
    writer.write(store, ViewState(), PlanId{"p"});
    RoadmapView view;
    CHECK_FALSE(load_picture(store, PlanId{"q"}, view));
    CHECK_FALSE(load_picture(store, PlanId{}, view));
}

TEST_CASE("Only what changed is written again") {
    MemorySettings store;
    SettingsWriter writer;
    ViewState view;
    writer.write(store, view, PlanId{"p"});
    store.values.clear();
    writer.write(store, view, PlanId{"p"});
    CHECK(store.values.empty());
    view.theme = ThemeChoice::Light;
    writer.write(store, view, PlanId{"p"});
    CHECK(store.values.size() == 1);
    CHECK(store.values.at("theme") == "light");
}

TEST_CASE("Junk in the store is the default, and numbers keep their limits") {
    for (const std::string_view junk :
         {"", " ", "x", "1", "nan nan nan nan nan", "inf inf inf inf inf", "1 2 3 4 5 6",
          "closed -1e300", "open 1e300", "p\n1\n2", "p\nx\ny\nz", "p\n0\n0\n0", "p\n0\nnan\n0",
          "p\n0\n1e9\n0"}) {
        CAPTURE(junk);
        MemorySettings store;
        for (const char* name :
             {"theme", "language", "columnWidths", "split", "inspector", "picture"}) {
            store.values.insert_or_assign(name, std::string(junk));
        }
        ViewState view;
        load_settings(store, view);
        CHECK(view.theme == ThemeChoice::System);
        CHECK(view.language == Language::Russian);
        for (const std::optional<float> width : view.roadmap.column_widths) {
            CHECK((!width || (*width >= kMinColumnWidth && *width <= kMaxStoredWidth)));
        }
        CHECK((view.roadmap.table_width >= kMinTableWidth &&
               view.roadmap.table_width <= kMaxStoredWidth));
        CHECK_FALSE(load_picture(store, PlanId{"p"}, view.roadmap));
    }
}

} // namespace
} // namespace vekha::app::settings_test
