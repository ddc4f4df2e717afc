// Measures changed, added, moved and taken out through keys, cells and fields.
#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/questions.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::measure_editor_test {
namespace {

using app::EditField;
using app::FieldEnd;
using test::PlanFacts;
using test::TestApp;

// The Dubovskoe plan with its third measure selected.
struct Table : TestApp {
    explicit Table(std::string_view slug = "dubovskoe-2021") {
        open_sample(slug);
        id = plan().document.measures[2].id;
        act(app::act::Select{{.measure = id}});
    }
    void type(std::string_view text, FieldEnd end = FieldEnd::Entered) {
        REQUIRE(state().session.field);
        tell(app::FieldFinished{state().session.field->key, end, std::string(text)});
        frame();
    }
    [[nodiscard]] const Measure& selected() const {
        return measure(state().session.selection.measure.text);
    }
    [[nodiscard]] std::size_t place(const MeasureId& measure) const {
        return find_by_id(plan().document.measures, measure);
    }

    MeasureId id;
};

} // namespace

TEST_CASE("Enter opens the title, and what is typed is one step back") {
    Table app;
    const PlanFacts before = app.facts();
    app.press("Enter");
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->field == EditField::Title);
    CHECK(app.state().session.field->text == app.measure(app.id.text).title);
    app.type("Другое название");
    CHECK(app.measure(app.id.text).title == "Другое название");
    CHECK_FALSE(app.state().session.field);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
    CHECK(app.plan().revision == before.revision);
}

TEST_CASE("Escape leaves the text as it was, an empty title is refused and stays in its field") {
    Table app;
    const PlanFacts before = app.facts();
    app.press("F2");
    app.type("вздор", FieldEnd::Cancelled);
    CHECK(app.facts() == before);
    app.press("F2");
    app.type("  ");
    CHECK(app.facts() == before);
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->refused);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("Arrows lead along the cells, and Enter edits the one that has the keyboard") {
    Table app;
    const auto row = app::row_key(app.state().session.selection);
    CHECK(app.state().session.focused == row);
    app.press("ArrowRight");
    CHECK(app.state().session.cell == Column::Number);
    CHECK(app.state().session.focused ==
          app::cell_key(app.state().session.selection, Column::Number));
    app.press("ArrowRight");
    app.press("ArrowRight");
    CHECK(app.state().session.cell == Column::Responsible);
    app.press("Enter");
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->field == EditField::Responsible);
    app.type("Отдел образования\nНовая служба");
    const std::size_t parties = app.plan().document.parties.size();
    CHECK(app.plan().document.parties[parties - 1].name == "Новая служба");
    CHECK(app.measure(app.id.text).responsible.back() ==
          app.plan().document.parties[parties - 1].id);
    app.act(app::act::CloseMessage{}); // that there is somebody new
    app.press("ArrowLeft");
    app.press("ArrowLeft");
    app.press("ArrowLeft");
    CHECK_FALSE(app.state().session.cell);
    CHECK(app.state().session.focused == row);
    app.press("ArrowRight");
    app.press("ArrowDown");
    CHECK(app.state().session.cell == Column::Number);
    app.press("Escape");
    CHECK_FALSE(app.state().session.cell);
    CHECK_FALSE(app.state().session.selection.measure.empty());
}

TEST_CASE("F2 edits the cell that was pressed last, until another row is selected") {
    Table app;
    app.act(app::act::Pick{{.measure = app.id}, app::act::PickBy::Press, Column::Responsible});
    app.press("F2");
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->field == EditField::Responsible);
    app.act(app::act::CancelEdit{});
    app.act(app::act::Pick{{.measure = app.id}, app::act::PickBy::Press, Column::Responsible});
    app.act(app::act::Select{{.measure = app.plan().document.measures[3].id}});
    app.press("F2");
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->field == EditField::Title);
}

TEST_CASE("Who is known by another spelling is meant, not made anew") {
    Table app;
    const Party& known = app.plan().document.parties[0];
    const std::size_t parties = app.plan().document.parties.size();
    const std::string name = known.name;
    const PartyId id = known.id;
    app.act(app::act::EditCell{Column::Responsible});
    app.type("  " + name + " ");
    CHECK(app.plan().document.parties.size() == parties);
    CHECK(app.measure(app.id.text).responsible == std::vector<PartyId>{id});
    CHECK(app.message().empty());
}

TEST_CASE("Who is new to the plan is told, because it may be a slip") {
    Table app;
    app.act(app::act::EditCell{Column::Responsible});
    app.type("Методцентр\nСлужба примирения");
    CHECK(app.message() ==
          app.texts.format("edit.newParties"_key, {{"names", "Методцентр, Служба примирения"}}));
}

TEST_CASE(
    "Bodies that stood in the field are meant as before, and one name typed twice is one body") {
    Table app;
    const auto change = [&app](std::string_view text) {
        app.act(app::act::EditCell{Column::Responsible});
        app.type(text);
        return app.measure(app.id.text).responsible;
    };
    const std::vector<PartyId> first = change("Новая служба\nНовая служба\nЕщё одна");
    CHECK(first.size() == 2);
    const std::vector<PartyId> second = change("Новая служба\nЕщё одна\nТретья");
    REQUIRE(second.size() == 3);
    CHECK(second[0] == first[0]);
    CHECK(second[1] == first[1]);
}

TEST_CASE("A field whose measure has gone goes with it") {
    Table app;
    app.press("F2");
    app.type("  ", FieldEnd::Left);
    REQUIRE(app.state().session.field);
    app.act(app::act::RemoveMeasure{});
    app.frame();
    CHECK_FALSE(app.state().session.field);
}

TEST_CASE("A cell that does not show is not written in") {
    Table app;
    app.act(app::act::ShowColumn{Column::Period, false});
    app.frame();
    app.act(app::act::EditCell{Column::Period});
    CHECK(app.state().session.cell == Column::Title);
}

TEST_CASE("The state is chosen from a list of states") {
    Table app;
    app.act(app::act::EditCell{Column::State});
    const auto* const menu = std::get_if<app::CommandMenu>(&app.state().session.question);
    REQUIRE(menu != nullptr);
    CHECK(menu->of == app::MenuOf::State);
}

TEST_CASE("A new measure comes below the selected one with its title open") {
    Table app;
    const PlanFacts before = app.facts();
    const std::size_t place = app.place(app.id);
    app.press("Insert");
    app.frame();
    const MeasureId added = app.state().session.selection.measure;
    CHECK(added != app.id);
    CHECK(app.place(added) == place + 1);
    CHECK(app.selected().section == app.measure(app.id.text).section);
    REQUIRE(app.state().session.field);
    CHECK(app.state().session.field->field == EditField::Title);
    CHECK(app.state().session.field->is_new);
    app.type("Провести совещание");
    CHECK(app.selected().title == "Провести совещание");
    app.press({.key = "z", .ctrl = true});
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
    app.press({.key = "y", .ctrl = true});
    CHECK(app.state().session.selection.measure == added);
}

TEST_CASE("A new measure shows, whatever the filter hides") {
    Table app;
    RowFilter filter;
    filter.search = app.measure(app.id.text).title;
    app.act(app::act::SetFilter{filter});
    app.press("Insert");
    app.frame();
    CHECK_FALSE(app.state().session.filtering.filter.is_on());
    CHECK(app.state().session.selection.measure != app.id);
}

TEST_CASE("Delete takes the measure out, says so, and undo shows it again") {
    Table app;
    const PlanFacts before = app.facts();
    const MeasureId next = app.plan().document.measures[3].id;
    app.press("Delete");
    CHECK(app.place(app.id) == kNoIndex);
    CHECK(app.message().find(before.document.measures[2].title) != std::string::npos);
    CHECK(app.state().session.selection.measure == next);
    app.press({.key = "z", .ctrl = true});
    app.frame();
    CHECK(app.plan().document == before.document);
    CHECK(app.state().session.selection.measure == app.id);
}

TEST_CASE("A copy stands behind its original and is selected") {
    Table app;
    app.press({.key = "d", .ctrl = true});
    const MeasureId copy = app.state().session.selection.measure;
    CHECK(copy != app.id);
    CHECK(app.place(copy) == app.place(app.id) + 1);
    CHECK(app.selected().title == app.measure(app.id.text).title);
}

TEST_CASE("Rows move past each other, and not where they stand in another order") {
    Table app;
    const std::size_t place = app.place(app.id);
    app.press({.key = "ArrowUp", .ctrl = true});
    CHECK(app.place(app.id) == place - 1);
    app.press({.key = "ArrowDown", .ctrl = true});
    app.press({.key = "ArrowDown", .ctrl = true});
    CHECK(app.place(app.id) == place + 1);
    CHECK(app.state().session.selection.measure == app.id);
    app.act(app::act::SetSort{{Column::Title, false}});
    const PlanFacts before = app.facts();
    app.press({.key = "ArrowUp", .ctrl = true});
    CHECK(app.facts() == before);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("A measure crosses into the section beside its own") {
    TestApp app;
    app.open_sample("yaroslavl-2020-2022");
    const Document& document = app.plan().document;
    MeasureId last;
    const SectionId first_section = document.measures[0].section;
    for (const Measure& measure : document.measures) {
        if (measure.section == first_section) {
            last = measure.id;
        }
    }
    app.act(app::act::Select{{.measure = last}});
    app.press({.key = "ArrowDown", .ctrl = true});
    const SectionId entered = app.measure(last.text).section;
    CHECK(entered != first_section);
    app.press({.key = "ArrowUp", .ctrl = true});
    CHECK(app.measure(last.text).section == first_section);
    app.press({.key = "z", .ctrl = true});
    CHECK(app.measure(last.text).section == entered);
}

TEST_CASE("Numbering is one step, and says when there is nothing to do") {
    Table app;
    app.press("Delete");
    const PlanFacts before = app.facts();
    app.act(app::act::RenumberMeasures{});
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    const PlanFacts numbered = app.facts();
    app.act(app::act::RenumberMeasures{});
    CHECK(app.facts() == numbered);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("Undoing what added a row selects the row it was added beside") {
    Table app;
    const MeasureId original = app.state().session.selection.measure;
    REQUIRE_FALSE(original.empty());
    for (const app::Action& adds :
         {app::Action(app::act::DuplicateMeasure{}), app::Action(app::act::AddMeasure{})}) {
        app.act(adds);
        app.act(app::act::CancelEdit{});
        const MeasureId added = app.state().session.selection.measure;
        CHECK(added != original);
        app.act(app::act::Undo{});
        app.frame();
        CHECK(app.state().session.selection.measure == original);
        app.act(app::act::Redo{});
        app.frame();
        CHECK(app.state().session.selection.measure == added);
        app.act(app::act::Undo{});
        app.frame();
    }
}

TEST_CASE("Undoing what was about no measure leaves the selection where it is") {
    Table app;
    app.act(app::act::SetFormMember{{{.of = app::FormOf::Plan}, app::FormMember::Title}, "Другой"});
    const MeasureId later = app.plan().document.measures[5].id;
    app.act(app::act::Select{{.measure = later}});
    app.act(app::act::Undo{});
    app.frame();
    CHECK(app.state().session.selection.measure == later);
}

TEST_CASE("A key that can do nothing says why") {
    TestApp app;
    app.open_sample();
    app.frame(10.0);
    CHECK(app.message().empty());
    app.press({.key = "z", .ctrl = true});
    CHECK(app.message() == app.texts.get(app::TextKey{"why.nothingToUndo"}));
    app.press("Delete");
    CHECK(app.message() == app.texts.get(app::TextKey{"why.noMeasure"}));
}

TEST_CASE("a measure goes to a section that is chosen, and picked ones go together") {
    Table app("sevastopol-2021");
    const auto& document = app.plan().document;
    REQUIRE(document.sections.size() > 1);
    const SectionId last = document.sections[document.sections.size() - 1].id;
    const SectionId first = app.selected().section;
    REQUIRE(first != last);
    const PlanFacts before = app.facts();
    app.act(app::act::AskChoice{app::ChoiceOf::Section});
    app.act(app::act::MoveToSection{last});
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.selected().id == app.id);
    CHECK(app.selected().section == last);
    CHECK(app.plan().document.measures[document.measures.size() - 1].id == app.id);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
    app.act(app::act::MoveToSection{first}); // stands there already
    CHECK(app.plan().document == before.document);
    app.press({.key = "a", .ctrl = true});
    app.act(app::act::MoveToSection{last});
    for (const Measure& measure : app.plan().document.measures) {
        CHECK(measure.section == last);
    }
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
}

TEST_CASE("the keys of rows move and take out a section that is selected") {
    Table app("sevastopol-2021");
    const SectionId second = app.plan().document.sections[1].id;
    app.act(app::act::Select{{.section = second}});
    app.press({.key = "ArrowUp", .ctrl = true});
    CHECK(app.plan().document.sections[0].id == second);
    app.press({.key = "ArrowDown", .ctrl = true});
    CHECK(app.plan().document.sections[1].id == second);
    app.press("Delete");
    CHECK(app.state().session.asks()); // what becomes of its measures?
    CHECK(find_by_id(app.plan().document.sections, second) != kNoIndex);
}

} // namespace vekha::measure_editor_test
