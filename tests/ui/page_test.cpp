#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/ui/support/page_rules.hpp"
#include "tests/ui/support/picture.hpp"
#include "tests/ui/support/test_page.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::test {
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
    Scene{"calendar", "calendar",
          [](TestPage& page) {
              page.open_sample("sevastopol-2021");
              page.act(app::act::ShowCalendar{});
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
                keep_for_people(page.picture(), name);
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

} // namespace vekha::test
