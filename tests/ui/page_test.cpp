#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/ui/support/page_rules.hpp"
#include "tests/ui/support/picture.hpp"
#include "tests/ui/support/test_page.hpp"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::test::page_test {
namespace {

constexpr std::array kSizes{Size{1920.0F, 1080.0F}, Size{1366.0F, 768.0F}, Size{1024.0F, 768.0F},
                            Size{800.0F, 600.0F}};
constexpr std::array<std::string_view, 3> kWordNames{"ru", "en", "pseudo"};

std::string file_with_faults() {
    std::string bytes = "{\"format\": \"vekha.roadmap\", \"version\": 0, \"minReader\": 0,\n";
    return bytes.append(
        "  \"plan\": {\"id\": \"p\", \"title\": \"Строка, в которой запятая лишняя\",,\n}}");
}

// A plan that opens only after consent, with several problems of other kinds.
std::string file_that_asks() {
    return R"({"format": "vekha.roadmap", "version": 0, "minReader": 0,
 "plan": {"id": "p", "title": "План с нарушенными связями", "from": "2021-01-01", "to": "2021-12-31"},
 "sections": [{"id": "s", "number": "1", "title": "Раздел"}],
 "measures": [
  {"id": "m", "number": "1.1", "section": "nowhere", "title": "Мероприятие без раздела",
   "period": {"text": "31.02.2021", "kind": "day", "spans": [{"from": "2021-02-31", "to": "2021-02-31"}]}},
  {"id": "m", "number": "1.2", "section": "s", "title": "Тот же номер",
   "period": {"text": "май", "kind": "month", "spans": [{"from": "2021-05-01", "to": "2021-05-31"}]},
   "percent": 240}]})";
}

// A scene and a node that it shows: without that node the rules would hold for another picture.
struct Scene {
    std::string_view name;
    std::string_view shows;
    void (*show)(TestPage& page);
};

void show_measure(TestPage& page) {
    page.open_sample("sevastopol-2021");
    page.select({OwnerKind::Measure, 5});
    page.act(app::act::ShowInspector{true});
}

void show_picked(TestPage& page) {
    page.select({OwnerKind::Measure, 3});
    page.act(app::act::StepSelection{app::act::RowStep::PageDown, true});
}

void show_book(TestPage& page, const app::FormSubject& chosen) {
    page.open_sample("sevastopol-2021");
    page.act(app::act::ShowInspector{false});
    page.act(app::act::ShowBook{chosen});
}

constexpr std::array kScenes{
    Scene{"start", "start/open", [](TestPage&) {}},
    Scene{"roadmap", "grid",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::ShowInspector{false});
          }},
    Scene{"days", "grid",
          [](TestPage& page) {
              page.open_sample("stavropol-2021");
              page.act(app::act::ShowInspector{false});
              page.act(app::act::SetScale{20.0});
              page.act(app::act::GoToAsOf{});
          }},
    Scene{"plan in the inspector", "inspector",
          [](TestPage& page) {
              page.open_sample("yaroslavl-2020-2022");
              page.act(app::act::ShowInspector{true});
          }},
    Scene{"measure in the inspector", "inspector/state", show_measure},
    Scene{"section in the inspector", "inspector",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.select({OwnerKind::Section, 0});
              page.act(app::act::ShowInspector{true});
          }},
    Scene{"refused", "dialog/close",
          [](TestPage& page) { page.open_bytes(file_with_faults(), "дорожная карта.json"); }},
    Scene{"consent", "dialog/accept", [](TestPage& page) { page.open_bytes(file_that_asks()); }},
    Scene{"problems", "problems/close",
          [](TestPage& page) {
              page.open_bytes(file_that_asks());
              page.act(app::act::AcceptRepairs{});
          }},
    Scene{"unsaved", "dialog/discard",
          [](TestPage& page) {
              show_measure(page);
              page.act(app::act::SetSelectedState{StoredState::InProgress});
              page.act(app::act::ClosePlan{page.state().plan->opening});
          }},
    Scene{"tabs", "tabs/add",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              for (const char* slug : {"stavropol-2021", "dubovskoe-2021", "yaroslavl-2020-2022"}) {
                  page.act(app::act::OpenSample{slug});
              }
              page.act(app::act::ShowInspector{false});
          }},
    Scene{"tabs that do not fit", "tabs/more",
          [](TestPage& page) {
              page.open_sample("stavropol-2021");
              while (page.find("tabs/more") == nullptr) {
                  page.act(app::act::NewBlankPlan{});
              }
          }},
    Scene{"open plans", "chooser",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::OpenSample{"stavropol-2021"});
              page.act(app::act::AskChoice{app::ChoiceOf::Plans});
          }},
    Scene{"palette", "palette",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::OpenPalette{});
          }},
    Scene{"menu of a row", "menu",
          [](TestPage& page) {
              show_measure(page);
              page.act(app::act::OpenMenu{{app::MenuOf::Measure, {}}});
          }},
    Scene{"help", "help",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::ShowHelp{});
          }},
    Scene{"several rows are picked", "picked/count",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::ShowInspector{false});
              show_picked(page);
          }},
    Scene{"several rows are picked, some of them hidden", "picked/count",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              show_picked(page);
              page.act(app::act::FoldAll{});
          }},
    Scene{"menu of several rows", "menu",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              show_picked(page);
              page.act(app::act::OpenMenu{{app::MenuOf::Picked, {}}});
          }},
    Scene{"a change of several rows", "bulk/apply",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              show_picked(page);
              page.act(app::act::AskBulk{});
              app::BulkChoice choice{.state = StoredState::Moved};
              choice.texts = {"нет денег",
                              "40",
                              "Отдел образования\nМетодический центр",
                              "до 15 мая или июня",
                              "-7",
                              "ВПР, кадры",
                              "старое"};
              page.act(app::act::SetBulk{choice});
          }},
    Scene{"history", "history/0",
          [](TestPage& page) {
              show_measure(page);
              for (const StoredState state :
                   {StoredState::InProgress, StoredState::NotStarted, StoredState::InProgress}) {
                  page.act(app::act::SetSelectedState{state});
              }
              page.act(app::act::PickAll{});
              page.act(app::act::DuplicateMeasure{});
              page.act(app::act::GoToStep{3});
              page.act(app::act::CloseMessage{});
              page.act(app::act::ShowHistory{});
          }},
    Scene{"calendar", "calendar",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::ShowCalendar{});
          }},
    Scene{"book: plan", "book/title", [](TestPage& page) { show_book(page, {}); }},
    Scene{"book: limits", "form/remove",
          [](TestPage& page) { show_book(page, {.of = app::FormOf::Thresholds}); }},
    Scene{"book: sections", "form/remove",
          [](TestPage& page) { show_book(page, {.of = app::FormOf::Section}); }},
    Scene{"book: bodies", "book/search",
          [](TestPage& page) { show_book(page, {.of = app::FormOf::Party}); }},
    Scene{"book: what names a body", "book/keep",
          [](TestPage& page) {
              show_book(page, {.of = app::FormOf::Party});
              page.activate(semantic_key(app::kRemoveThing));
          }},
    Scene{"book: schools", "form/remove",
          [](TestPage& page) { show_book(page, {.of = app::FormOf::School}); }},
    Scene{"book: a curator is picked", "book/back",
          [](TestPage& page) {
              show_book(page, {.of = app::FormOf::School});
              const app::FormSubject school{.of = app::FormOf::School,
                                            .id = page.state().plan->document.schools[0].id.text};
              page.act(app::act::PickFormMember{{school, app::FormMember::Curator}});
          }},
    Scene{"book: a dictionary", "form/remove",
          [](TestPage& page) { show_book(page, {.of = app::FormOf::Entry}); }},
    Scene{"schools of a measure", "book/close",
          [](TestPage& page) {
              show_measure(page);
              page.act(
                  app::act::PickFormMember{{{.of = app::FormOf::AppliesTo,
                                             .measure = page.state().plan->document.measures[5].id},
                                            app::FormMember::Schools}});
          }},
    Scene{"a sub-item and a target unfolded", "inspector/add-item",
          [](TestPage& page) {
              show_measure(page);
              const MeasureId id = page.state().plan->document.measures[5].id;
              page.act(app::act::AddThing{{.of = app::FormOf::Item, .measure = id}});
              page.act(app::act::CancelEdit{});
              page.wheel({.at = {1300.0F, 500.0F}, .dy = 700.0F});
          }},
    Scene{"start with open plans", "start/open-heading",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::OpenSample{"stavropol-2021"});
              page.act(app::act::GoToStart{});
          }},
    Scene{"reason", "dialog/reason",
          [](TestPage& page) {
              show_measure(page);
              page.act(app::act::SetSelectedState{StoredState::Cancelled});
          }},
    Scene{"message", "message/close",
          [](TestPage& page) {
              show_measure(page);
              page.tell(app::DraftStored{1, app::DraftFault::StoreMissing});
          }},
    Scene{"start again", "start/back",
          [](TestPage& page) {
              page.open_sample("dubovskoe-2021");
              page.act(app::act::GoToStart{});
          }},
    Scene{"drop", "drop", [](TestPage& page) { page.tell(app::DragHovers{true}); }},
};

} // namespace

TEST_CASE("every scene of the page keeps the rules of its list and its letters") {
    for (const Size size : kSizes) {
        for (const PageWords words : kAllWords) {
            for (const Scene& scene : kScenes) {
                TestPage page({.size = size, .words = words});
                scene.show(page);
                std::string name(scene.name);
                name.append(" ").append(std::to_string(static_cast<int>(size.width)));
                name.append(" ").append(kWordNames[static_cast<std::size_t>(words)]);
                INFO(name);
                CHECK(page.find(scene.shows) != nullptr);
                const std::string list = faults_of_list(page);
                CHECK_MESSAGE(list.empty(), name, "\n", list);
                const std::string letters = faults_of_letters(page);
                CHECK_MESSAGE(letters.empty(), name, "\n", letters);
                keep_for_people(page, name);
            }
        }
    }
}

TEST_CASE("on a low page every day of the calendar comes into sight with the keyboard") {
    TestPage page({.size = {455.0F, 256.0F}});
    page.open_sample("sevastopol-2021");
    page.act(app::act::ShowCalendar{});
    for (const std::string_view day : {"2021-12-31", "2021-07-15", "2021-01-01"}) {
        const std::string path = std::string("calendar/").append(day);
        page.act(app::act::Focus{semantic_key(path)});
        page.settle();
        const Rect& rect = page.node(path).rect;
        INFO(path, " ", rect.top, " ", rect.bottom);
        CHECK(rect.height() >= 23.0F);
        CHECK(rect.bottom <= 256.0F);
    }
}

TEST_CASE("while a bar is dragged its new days stand at the pointer") {
    TestPage page;
    page.open_sample("sevastopol-2021");
    const auto words_show = [] {
        const ImGuiWindow* const window = ImGui::FindWindowByName("tooltip");
        return window != nullptr && window->Active;
    };
    const app::AppState& state = page.state();
    const std::string row = "row/m-1-06"; // September
    const float y = page.node(row).rect.center().y;
    const Date day = Date::from_civil({.year = 2021, .month = 9, .day = 15}).value();
    const float x = state.session.frame.time.left + state.view.roadmap.scale.x_from_date(day);
    page.hold({x, y});
    CHECK_FALSE(words_show());
    page.move_to({x + 30.0F, y});
    page.paint_frame();
    CHECK(state.session.moving.has_value());
    CHECK(words_show());
}

} // namespace vekha::test::page_test
