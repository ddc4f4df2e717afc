// The plan book: its pages and lists, what is typed and picked there, and the way back from each.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::plan_book_test {
namespace {

using app::BookQuestion;
using app::Command;
using app::EditField;
using app::FieldEnd;
using app::FormMember;
using app::FormOf;
using app::FormSubject;
using test::PlanFacts;
using test::TestApp;

struct Book : TestApp {
    Book() { open_sample("sevastopol-2021"); }

    [[nodiscard]] const BookQuestion* book() const {
        return std::get_if<BookQuestion>(&state().session.question);
    }
    void run(Command command) {
        act(app::command_action(state(), command));
        frame();
    }
    void open(FormOf of) {
        act(app::act::ShowBook{{.of = of}});
        frame();
    }
    // The field of that member of what is chosen.
    void begin(FormMember member) {
        const FormSubject chosen = book() != nullptr ? book()->chosen : *state().session.unfolded;
        act(app::act::BeginEdit{.key = 42, .field = EditField::Form, .form = {chosen, member}});
    }
    void commit(std::string_view text, FieldEnd end = FieldEnd::Entered) {
        REQUIRE(state().session.field.has_value());
        tell(app::FieldFinished{state().session.field->key, end, std::string(text)});
        frame();
    }
    [[nodiscard]] const Document& document() const { return plan().document; }
    [[nodiscard]] std::size_t steps() const { return plan().history.undo_depth(); }
};

} // namespace

TEST_CASE("Each page of the book has a command, and each list its first thing chosen") {
    Book app;
    const Command pages[]{Command::EditPlan,    Command::EditLimits,  Command::EditSections,
                          Command::EditParties, Command::EditSchools, Command::EditDictionaries};
    const FormOf kinds[]{FormOf::Plan,  FormOf::Thresholds, FormOf::Section,
                         FormOf::Party, FormOf::School,     FormOf::Entry};
    for (std::size_t i = 0; i < std::size(pages); ++i) {
        app.run(pages[i]);
        REQUIRE(app.book() != nullptr);
        CHECK(app.book()->chosen.of == kinds[i]);
        const bool listed = i >= 2;
        CHECK(app.book()->chosen.id.empty() != listed);
        app.press("Escape");
        CHECK(app.book() == nullptr);
    }
}

TEST_CASE("A title that is typed in the book is one step, which is undone there") {
    Book app;
    const PlanFacts before = app.facts();
    app.run(Command::EditPlan);
    app.begin(FormMember::Title);
    CHECK(app.state().session.field->text == app.document().plan.title);
    app.commit("Другой план");
    CHECK(app.document().plan.title == "Другой план");
    CHECK(app.steps() == before.undo_depth + 1);
    CHECK(app.press({.key = "z", .code = "KeyZ", .ctrl = true}));
    CHECK(app.facts().document == before.document);
    CHECK(app.book() != nullptr);
    CHECK_FALSE(app.press("g")); // other commands wait
}

TEST_CASE("What is refused stays in its field with the reason, and leaving the page asks") {
    Book app;
    app.settle();
    app.tell(app::DraftStored{app.plan().revision});
    app.open(FormOf::Thresholds);
    app.begin(FormMember::DueSoonDays);
    app.commit("скоро");
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "скоро");
    CHECK(app.message().find(app.texts.get("editProblem.numberInvalid"_key)) != std::string::npos);
    CHECK(app.memory.page.asks_before_leaving);
    app.commit("14", FieldEnd::Entered);
    CHECK_FALSE(app.state().session.field.has_value());
    REQUIRE(app.document().thresholds.has_value());
    CHECK(app.document().thresholds->due_soon_days == 14);
    CHECK(app.message().empty());
    app.act(app::act::RemoveThing{{.of = FormOf::Thresholds}, {}});
    CHECK_FALSE(app.document().thresholds.has_value());
}

TEST_CASE("A section is added behind the selected one, named at once, and its measures stay when "
          "it goes") {
    Book app;
    app.act(app::act::Select{{.section = app.document().sections[0].id}});
    app.run(Command::AddSection);
    REQUIRE(app.book() != nullptr);
    CHECK(app.document().sections.size() == 4);
    CHECK(app.document().sections[1].id.text == app.book()->chosen.id);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->is_new);
    app.commit("Итоги");
    CHECK(app.document().sections[1].title == "Итоги");

    const std::string first = app.document().sections[0].id.text;
    const std::size_t measures = app.document().measures.size();
    const FormSubject thing{.of = FormOf::Section, .id = first};
    app.act(app::act::ShowBook{thing});
    app.act(app::act::RemoveThing{thing, {}});
    CHECK(app.book()->removes); // there is something in it
    CHECK(app.document().sections.size() == 4);
    app.press("Escape");
    REQUIRE(app.book() != nullptr);
    CHECK_FALSE(app.book()->removes);
    app.act(app::act::RemoveThing{thing, app::ThingRemoval::KeepsContent});
    app.frame();
    CHECK(app.document().sections.size() == 3);
    CHECK(app.document().measures.size() == measures);
    CHECK(app.book()->chosen.id == app.document().sections[0].id.text);
    CHECK(app.message().find("Запуск") != std::string::npos);
    // Undo brings it back; another one is chosen, the book stays.
    app.run(Command::Undo);
    CHECK(app.document().sections.size() == 4);
    CHECK(app.book() != nullptr);
}

TEST_CASE("What was chosen and is gone by an undo gives way to the first of its list") {
    Book app;
    app.open(FormOf::Party);
    app.act(app::act::AddThing{{.of = FormOf::Party}});
    app.frame();
    const std::string added = app.book()->chosen.id;
    app.act(app::act::CancelEdit{});
    CHECK(app.document().parties[app.document().parties.size() - 1].id.text == added);
    app.run(Command::Undo);
    app.frame();
    CHECK(app.book()->chosen.id == app.document().parties[0].id.text);
}

TEST_CASE("Enter on a section types its title; a measure has its cells as before") {
    Book app;
    const SectionId section = app.document().sections[1].id;
    app.act(app::act::Select{{.section = section}});
    CHECK(app.press("Enter"));
    app.frame();
    REQUIRE(app.book() != nullptr);
    CHECK(app.book()->chosen.id == section.text);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->form.member == FormMember::Title);
    app.commit("Второй");
    CHECK(app.document().sections[1].title == "Второй");
    app.press("Escape");
    CHECK(app.book() == nullptr);
    // Insert still adds a measure there, once the page has given the keyboard back.
    app.act(app::act::Focus{app::row_key(app.state().session.selection)});
    app.press("Insert");
    app.frame();
    CHECK(app.measure(app.state().session.selection.measure.text).section == section);
}

TEST_CASE("A curator is picked from a list, which Escape leaves for the form") {
    Book app;
    app.open(FormOf::School);
    const FormSubject school = app.book()->chosen;
    const std::string before = app.document().schools[0].curator.text;
    app.act(app::act::PickFormMember{{school, FormMember::Curator}});
    app.frame();
    CHECK(app.book()->picks == FormMember::Curator);
    CHECK(app.state().session.focused == semantic_key(app::kBookBack));
    app.press("Escape");
    CHECK(app.book()->picks == FormMember::None);
    CHECK(app.document().schools[0].curator.text == before);
    app.act(app::act::PickFormMember{{school, FormMember::Curator}});
    const std::string other = app.document().parties[0].id.text;
    app.act(app::act::SetFormMember{{school, FormMember::Curator}, other});
    app.frame();
    CHECK(app.document().schools[0].curator.text == other);
    CHECK(app.book()->picks == FormMember::None);
}

TEST_CASE("Two bodies are merged by one step with a name of its own") {
    Book app;
    app.open(FormOf::Party);
    const std::size_t count = app.document().parties.size();
    const FormSubject kept = app.book()->chosen;
    const std::string gone = app.document().parties[1].id.text;
    const std::string gone_name = app.document().parties[1].name;
    app.act(app::act::PickFormMember{{kept, FormMember::MergeWith}});
    app.act(app::act::SetFormMember{{kept, FormMember::MergeWith}, gone});
    app.frame();
    CHECK(app.document().parties.size() == count - 1);
    const std::vector<std::string>& aliases = app.document().parties[0].aliases;
    CHECK(std::ranges::find(aliases, gone_name) != aliases.end());
    CHECK(app.book()->chosen.id == kept.id);
    app.run(Command::Undo);
    CHECK(app.message().find(app.texts.get("edit.mergeParties"_key)) != std::string::npos);
    CHECK(app.document().parties.size() == count);
}

TEST_CASE("Sub-items and targets unfold in the panel, one at a time, and are added there") {
    Book app;
    const std::string id = app.plain_measure();
    app.act(app::act::Select{{.measure = MeasureId{id}}});
    const std::size_t before = app.measure(id).items.size();
    app.act(app::act::AddThing{{.of = FormOf::Item, .measure = MeasureId{id}}});
    app.frame();
    CHECK(app.measure(id).items.size() == before + 1);
    REQUIRE(app.state().session.unfolded.has_value());
    app.commit("Разослать письма");
    CHECK(app.measure(id).items.back().title == "Разослать письма");
    app.begin(FormMember::Period);
    app.commit("до 15 мая");
    REQUIRE(app.measure(id).items.back().period.has_value());
    const FormSubject item = *app.state().session.unfolded;
    app.act(app::act::UnfoldThing{item});
    CHECK_FALSE(app.state().session.unfolded.has_value());
    app.act(app::act::RemoveThing{item, {}});
    CHECK(app.measure(id).items.size() == before);
    CHECK(app.message().find("Разослать письма") != std::string::npos);
    app.run(Command::Undo);
    CHECK(app.measure(id).items.size() == before + 1);
    CHECK(app.state().session.selection.measure.text == id);
}

TEST_CASE("Which schools a measure is about is picked over the page, and Escape closes that") {
    Book app;
    const std::string id = app.plain_measure();
    const FormSubject schools{.of = FormOf::AppliesTo, .measure = MeasureId{id}};
    app.act(app::act::SetFormMember{{schools, FormMember::Scope}, "2"});
    app.act(app::act::PickFormMember{{schools, FormMember::Schools}});
    REQUIRE(app.book() != nullptr);
    const std::string first = app.document().schools[0].id.text;
    app.act(app::act::SetFormMember{{schools, FormMember::Schools}, first});
    CHECK(app.book() != nullptr); // several are picked
    CHECK(app.measure(id).applies_to.schools.size() == 1);
    app.press("Escape");
    CHECK_FALSE(app.state().session.asks());
}

TEST_CASE("A plan that cannot be changed refuses every form and says why") {
    TestApp app;
    std::string bytes = test::sample_bytes("dubovskoe-2021");
    bytes.replace(bytes.find("\"version\": 0"), 12, "\"version\": 9");
    app.open_file("newer.vekha.json", bytes);
    REQUIRE(app::is_read_only(app.state()));
    const PlanFacts before = app.facts();
    app.act(app::act::ShowBook{{.of = FormOf::Plan}, FormMember::Title});
    app.frame();
    CHECK(app.state().session.asks()); // it can be looked at
    CHECK_FALSE(app.state().session.field.has_value());
    app.act(app::act::BeginEdit{
        .key = 42, .field = EditField::Form, .form = {{.of = FormOf::Plan}, FormMember::Title}});
    CHECK_FALSE(app.state().session.field.has_value());
    const FormSubject party{.of = FormOf::Party, .id = app.plan().document.parties[0].id.text};
    app.act(app::act::AddThing{{.of = FormOf::School}});
    app.act(app::act::RemoveThing{party, {}});
    app.act(app::act::SetFormMember{{{.of = FormOf::Plan}, FormMember::Level}, "0"});
    CHECK(app.facts() == before);
    CHECK(app.message() == app.texts.get("edit.readOnly"_key));
    CHECK_FALSE(app::command_availability(app.state(), Command::AddSection).enabled);
}

TEST_CASE("A new school that leaves measures undone says how many") {
    Book app;
    const auto done = [&app] {
        return std::ranges::count_if(
            compute_plan_status(app.document(), app::as_of_date(app.state())).measures,
            [](const MeasureStatus& each) { return each.status.state == ComputedState::Done; });
    };
    const auto before = done();
    app.act(app::act::AddThing{{.of = FormOf::School}});
    app.frame();
    const auto after = done();
    REQUIRE(after < before); // else this says nothing
    CHECK(app.message() ==
          app.texts.format("form.noLongerDone"_key, {{"n", std::to_string(before - after)}}));
    app.commit("Новая школа");
    // What does not bear on measures says nothing of the kind.
    app.act(app::act::CloseMessage{});
    app.act(app::act::AddThing{{.of = FormOf::Party}});
    app.frame();
    CHECK(app.message().empty());
}

TEST_CASE("Two schools of one name and one place are told of, two of different places are not") {
    Book app;
    const std::string name = app.document().schools[0].name;
    const std::string place = app.document().schools[0].municipality;
    app.act(app::act::AddThing{{.of = FormOf::School}});
    app.frame();
    app.act(app::act::CloseMessage{});
    app.commit(name);
    REQUIRE_FALSE(place.empty());
    CHECK(app.message().empty()); // that one has a place
    app.begin(FormMember::Municipality);
    app.commit(place);
    CHECK(app.message() == app.texts.format("form.sameSchoolThere"_key, {{"name", name}}));
    app.act(app::act::CloseMessage{});
    app.begin(FormMember::ShortName);
    app.commit("СШ");
    CHECK(app.message().empty()); // it was said
    // Two without a place.
    for (const bool is_second : {false, true}) {
        app.act(app::act::AddThing{{.of = FormOf::School}});
        app.frame();
        app.act(app::act::CloseMessage{});
        app.commit("Школа без адреса");
        CHECK((app.message() == app.texts.format("form.sameSchool"_key,
                                                 {{"name", "Школа без адреса"}})) == is_second);
    }
}

TEST_CASE("A refused text of the page waits below the book and is there again behind it") {
    Book app;
    const std::string id = app.plain_measure();
    app.act(app::act::Select{{.measure = MeasureId{id}}});
    app.act(app::act::BeginEdit{.key = 7, .field = EditField::Percent, .measure = MeasureId{id}});
    app.commit("150", FieldEnd::Left);
    app.open(FormOf::Plan);
    app.begin(FormMember::Territory);
    app.commit("Округ");
    app.press("Escape");
    app.frame();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "150");
    CHECK(app.state().session.field->waits);
}

TEST_CASE("The book closes over a refused text of the panel, which is there again") {
    Book app;
    const MeasureId id{app.plain_measure()};
    app.act(app::act::Select{{.measure = id}});
    app.act(app::act::AddThing{{.of = FormOf::Target, .measure = id}});
    app.frame();
    app.commit("Доля школ");
    app.begin(FormMember::Value);
    app.commit("abc", FieldEnd::Left);
    REQUIRE(app::holds_refused_text(app.state().session.field));
    app.open(FormOf::Party);
    app.act(app::act::CancelQuestion{});
    app.frame();
    CHECK(app.book() == nullptr);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "abc");
    // Also when a field of the book was open meanwhile.
    app.open(FormOf::Plan);
    app.begin(FormMember::Territory);
    app.commit("Округ");
    app.act(app::act::CancelQuestion{});
    app.frame();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "abc");
}

TEST_CASE("A refused text that waits below the book stays with its plan") {
    Book app;
    const MeasureId id{app.plain_measure()};
    const std::uint64_t first = app.plan().opening;
    app.act(app::act::Select{{.measure = id}});
    app.act(app::act::BeginEdit{.key = 7, .field = EditField::Percent, .measure = id});
    app.commit("150", FieldEnd::Left);
    app.open(FormOf::Plan);
    app.begin(FormMember::Territory);
    app.commit("Округ");
    app.open_file("same.vekha.json", test::sample_bytes("sevastopol-2021"));
    app.frame();
    CHECK_FALSE(app.state().session.field.has_value());
    app.act(app::act::ShowPlan{first});
    app.frame();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "150");
}

TEST_CASE("The book closes no earlier than a refused text is put right or dropped") {
    Book app;
    app.open(FormOf::Plan);
    app.begin(FormMember::From);
    app.commit("завтра", FieldEnd::Left);
    app.open(FormOf::Party);
    app.act(app::act::CancelQuestion{});
    REQUIRE(app.book() != nullptr);
    CHECK(app.book()->chosen.of == FormOf::Plan);
    REQUIRE(app.state().session.field.has_value());
    CHECK_FALSE(app.state().session.field->waits);
    app.commit("завтра", FieldEnd::Cancelled);
    app.act(app::act::CancelQuestion{});
    CHECK(app.book() == nullptr);
}

TEST_CASE("A list of the book is searched while it is typed; another page begins anew") {
    Book app;
    app.open(FormOf::Party);
    app.act(
        app::act::BeginEdit{.key = semantic_key(app::kBookSearch), .field = EditField::BookSearch});
    app.tell(app::FieldTyped{semantic_key(app::kBookSearch), "иро"});
    app.frame();
    CHECK(app.book()->typed == "иро");
    app.commit("", FieldEnd::Cancelled);
    CHECK(app.book()->typed.empty());
    app.act(
        app::act::BeginEdit{.key = semantic_key(app::kBookSearch), .field = EditField::BookSearch});
    app.commit("иро");
    CHECK(app.book()->typed == "иро");
    app.open(FormOf::School);
    CHECK(app.book()->typed.empty());
}

} // namespace vekha::plan_book_test
