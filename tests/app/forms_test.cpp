// The tables of the forms: what each field shows, and what becomes of what is typed and chosen.
#include "app/forms.hpp"

#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/typed_number.hpp"
#include "core/base/result.hpp"
#include "core/edit/dictionary_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/unit_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app::forms_test {
namespace {

using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

// Two sections, two bodies, two schools, and a measure with an item, a target and a listed school.
Document small_plan() {
    Document document = PlanBuilder()
                            .dates({"2021-01-01", "2021-12-31"})
                            .section("s-1")
                            .section("s-2")
                            .party("p-1")
                            .party("p-2")
                            .schools(2)
                            .add(MeasureBuilder("m-1")
                                     .section("s-1")
                                     .range("2021-03-01", "2021-03-31")
                                     .responsible({"p-1"})
                                     .at_schools({"school-1"})
                                     .item("i-1")
                                     .item("i-2"))
                            .build();
    Measure measure = document.measures[0];
    measure.number = "1.1";
    measure.targets.push_back({.text = "Доля", .value = 50.0, .unit = "%"});
    document.measures = document.measures.with(0, measure);
    return document;
}

FormSubject first_of(FormOf of) {
    constexpr std::array<std::string_view, kFormOfCount> kIds{
        "", "", "s-1", "p-1", "school-1", "staff", "i-1", "", "", ""};
    FormSubject subject{.of = of, .id = std::string(kIds[static_cast<std::size_t>(of)])};
    if (of == FormOf::Item || of == FormOf::Target || of == FormOf::Days ||
        of == FormOf::AppliesTo) {
        subject.measure = MeasureId{"m-1"};
    }
    return subject;
}

struct Forms {
    Texts texts = test::delivered_texts();
    Dictionaries defaults = default_dictionaries(texts);
    Document document = small_plan();
    NewIds ids{7};

    [[nodiscard]] FormScene scene() const { return {document, texts, defaults}; }
    [[nodiscard]] std::string value(FormOf of, FormMember member) const {
        return form_value(scene(), {first_of(of), member});
    }
    [[nodiscard]] std::string shown(FormOf of, FormMember member) const {
        return form_shown(scene(), first_of(of), *form_field(of, member));
    }
    void set(FormOf of, FormMember member, std::string_view typed) {
        document = done(set_form_member(scene(), {first_of(of), member}, typed));
    }
    [[nodiscard]] EditProblem refused(FormOf of, FormMember member, std::string_view typed) const {
        return refusal(set_form_member(scene(), {first_of(of), member}, typed));
    }
};

struct Typed {
    FormOf of;
    FormMember member;
    std::string_view typed;
    std::string_view value;
};
constexpr std::array kTyped{
    Typed{FormOf::Plan, FormMember::Title, "Новый\nплан", "Новый план"},
    Typed{FormOf::Plan, FormMember::Level, "2", "2"},
    Typed{FormOf::Plan, FormMember::Territory, " Район ", "Район"},
    Typed{FormOf::Plan, FormMember::Language, "tt", "tt"},
    Typed{FormOf::Plan, FormMember::From, "1.9.2021", "01.09.2021"},
    Typed{FormOf::Plan, FormMember::To, "2022-05-31", "31.05.2022"},
    Typed{FormOf::Plan, FormMember::AsOf, "", ""},
    Typed{FormOf::Thresholds, FormMember::DueSoonDays, "14", "14"},
    Typed{FormOf::Thresholds, FormMember::YellowBehind, "2,5", "2,5"},
    Typed{FormOf::Thresholds, FormMember::RedBehind, "30 ", "30"},
    Typed{FormOf::Thresholds, FormMember::RedLateShare, "12 %", "12"},
    Typed{FormOf::Section, FormMember::Title, "Подготовка", "Подготовка"},
    Typed{FormOf::Section, FormMember::Number, "II", "II"},
    Typed{FormOf::Section, FormMember::Parent, "s-2", "s-2"},
    Typed{FormOf::Party, FormMember::Name, "Управление", "Управление"},
    Typed{FormOf::Party, FormMember::Kind, "1", "1"},
    Typed{FormOf::Party, FormMember::Aliases, "УО\n\n Управление образования",
          "УО\nУправление образования"},
    Typed{FormOf::School, FormMember::Name, "Школа № 5", "Школа № 5"},
    Typed{FormOf::School, FormMember::ShortName, "№ 5", "№ 5"},
    Typed{FormOf::School, FormMember::Municipality, "Округ", "Округ"},
    Typed{FormOf::School, FormMember::Curator, "p-2", "p-2"},
    Typed{FormOf::School, FormMember::Coordinator, "p-1", "p-1"},
    Typed{FormOf::Entry, FormMember::Name, "Нехватка учителей", "Нехватка учителей"},
    Typed{FormOf::Item, FormMember::Title, "Первое\nвторое", "Первое\nвторое"},
    Typed{FormOf::Item, FormMember::Period, "до 15 мая", "до 15 мая"},
    Typed{FormOf::Item, FormMember::Result, "Приказ", "Приказ"},
    Typed{FormOf::Target, FormMember::Text, "Число", "Число"},
    Typed{FormOf::Target, FormMember::Comparator, "2", "2"},
    Typed{FormOf::Target, FormMember::Value, "1 250,75", "1250,75"},
    Typed{FormOf::Target, FormMember::Unit, "школ", "школ"},
    Typed{FormOf::Target, FormMember::Scope, "в год", "в год"},
    Typed{FormOf::Target, FormMember::ActualValue, "\u22123", "\u22123"},
    Typed{FormOf::Days, FormMember::From, "5.3.2021", "05.03.2021"},
    Typed{FormOf::Days, FormMember::To, "", ""},
    Typed{FormOf::AppliesTo, FormMember::Scope, "1", "1"},
};

} // namespace

TEST_CASE("What is typed and chosen comes back as it is written, and again changes nothing") {
    for (const Typed& each : kTyped) {
        CAPTURE(static_cast<int>(each.of));
        CAPTURE(each.typed);
        Forms forms;
        forms.set(each.of, each.member, each.typed);
        CHECK(forms.value(each.of, each.member) == each.value);
        const Document once = forms.document;
        forms.set(each.of, each.member, each.value);
        CHECK(forms.document == once);
    }
}

TEST_CASE("Every field of every form is named, found by its member, and has a path of its own") {
    const Forms forms;
    std::set<std::string_view> paths;
    std::size_t count = 0;
    for (std::size_t i = 0; i < kFormOfCount; ++i) {
        const auto of = static_cast<FormOf>(i);
        CHECK_FALSE(form_fields(of).empty());
        CHECK(form_exists(forms.scene(), first_of(of)));
        for (const FormField& field : form_fields(of)) {
            CHECK(field.of == of);
            CHECK(form_field(of, field.member) == &field);
            CHECK(forms.texts.get(field.label) != field.label.id);
            paths.insert(form_path(field));
            ++count;
            const bool few = field.kind == FormKind::Choice || field.kind == FormKind::Set;
            CHECK((!few || !form_options(forms.scene(), {first_of(of), field.member}).empty()));
        }
    }
    CHECK(paths.size() == count);
    CHECK(count >= kTyped.size());
}

TEST_CASE("What is no day, no number or out of bounds is refused and says which") {
    Forms forms;
    CHECK(forms.refused(FormOf::Plan, FormMember::From, "31.02.2021") == EditProblem::DateInvalid);
    CHECK(forms.refused(FormOf::Plan, FormMember::To, "01.12.2020") == EditProblem::EndBeforeStart);
    CHECK(forms.refused(FormOf::Plan, FormMember::Title, " ") == EditProblem::NameMissing);
    CHECK(forms.refused(FormOf::Plan, FormMember::Language, "по-русски") ==
          EditProblem::LanguageInvalid);
    for (const std::string_view typed : {"", "много", "2,5", "1e9", "12 3 x"}) {
        CHECK(forms.refused(FormOf::Thresholds, FormMember::DueSoonDays, typed) ==
              EditProblem::NumberInvalid);
    }
    CHECK(forms.refused(FormOf::Thresholds, FormMember::DueSoonDays, "99999") ==
          EditProblem::LimitOutOfRange);
    CHECK(forms.refused(FormOf::Thresholds, FormMember::RedLateShare, "101") ==
          EditProblem::LimitOutOfRange);
    CHECK(forms.refused(FormOf::Party, FormMember::Name, std::string(300, 'x')) ==
          EditProblem::NameTooLong);
    forms.set(FormOf::Party, FormMember::Name, "Одна");
    CHECK(refusal(set_form_member(forms.scene(),
                                  {{.of = FormOf::Party, .id = "p-2"}, FormMember::Name},
                                  "одна")) == EditProblem::NameTaken);
    CHECK(forms.refused(FormOf::Target, FormMember::ActualDate, "01.05.2021") ==
          EditProblem::NumberInvalid);
    CHECK(refusal(set_form_member(forms.scene(),
                                  {{.of = FormOf::School, .id = "no"}, FormMember::Name}, "x")) ==
          EditProblem::UnknownEntry);
}

TEST_CASE("Any of several kinds go in and out, one press each") {
    Forms forms;
    forms.set(FormOf::School, FormMember::Kinds, "0");
    forms.set(FormOf::School, FormMember::Kinds, "3");
    CHECK(forms.document.schools[0].kinds ==
          std::vector{SchoolKind::LowResults, SchoolKind::Donor});
    forms.set(FormOf::School, FormMember::Kinds, "0");
    CHECK(forms.document.schools[0].kinds == std::vector{SchoolKind::Donor});
    const auto options = form_options(forms.scene(), {first_of(FormOf::School), FormMember::Kinds});
    CHECK_FALSE(options[0].chosen);
    CHECK(options[3].chosen);
}

TEST_CASE("The schools of a measure are picked from the list, which shows only then") {
    Forms forms;
    const FormField& field = *form_field(FormOf::AppliesTo, FormMember::Schools);
    const FormSubject subject = first_of(FormOf::AppliesTo);
    CHECK(form_has_field(forms.scene(), subject, field));
    CHECK(is_picked(forms.scene(), {subject, field.member}, "school-1"));
    CHECK_FALSE(is_picked(forms.scene(), {subject, field.member}, "school-2"));
    forms.set(FormOf::AppliesTo, FormMember::Schools, "school-2");
    CHECK(forms.document.measures[0].applies_to.schools.size() == 2);
    forms.set(FormOf::AppliesTo, FormMember::Schools, "school-1");
    CHECK(forms.document.measures[0].applies_to.schools == std::vector{SchoolId{"school-2"}});
    CHECK(form_shown(forms.scene(), subject, field) == short_name_of(forms.document.schools[1]));
    forms.set(FormOf::AppliesTo, FormMember::Scope, "0");
    CHECK_FALSE(form_has_field(forms.scene(), subject, field));
}

TEST_CASE("Who is responsible for a sub-item is picked from the list of the plan, lead first") {
    Forms forms;
    const FormField& field = *form_field(FormOf::Item, FormMember::Responsible);
    const FormPlace place{first_of(FormOf::Item), field.member};
    CHECK(form_shown(forms.scene(), place.subject, field).empty());
    forms.set(FormOf::Item, FormMember::Responsible, "p-2");
    forms.set(FormOf::Item, FormMember::Responsible, "p-1");
    CHECK(forms.document.measures[0].items[0].responsible ==
          std::vector{PartyId{"p-2"}, PartyId{"p-1"}});
    CHECK(is_picked(forms.scene(), place, "p-1"));
    CHECK(form_shown(forms.scene(), place.subject, field) ==
          forms.document.parties[1].name + ", " + forms.document.parties[0].name);
    forms.set(FormOf::Item, FormMember::Responsible, "p-2");
    CHECK(forms.document.measures[0].items[0].responsible == std::vector{PartyId{"p-1"}});
    CHECK_FALSE(is_picked(forms.scene(), place, "p-2"));
    CHECK(forms.refused(FormOf::Item, FormMember::Responsible, "nobody") ==
          EditProblem::UnknownParty);
}

TEST_CASE("A section goes into another one and out again, behind it") {
    Forms forms;
    forms.set(FormOf::Section, FormMember::Parent, "s-2");
    CHECK(forms.document.sections[1].id == SectionId{"s-1"});
    CHECK(forms.refused(FormOf::Section, FormMember::Parent, "s-1") ==
          EditProblem::SectionInItself);
    forms.set(FormOf::Section, FormMember::Parent, "");
    CHECK(forms.value(FormOf::Section, FormMember::Parent).empty());
    // Only what can be chosen is there to choose from.
    const ThingQuery query = picked_from({first_of(FormOf::Section), FormMember::Parent});
    CHECK(listed_things(forms.scene(), query).size() == 1);
}

TEST_CASE("Two bodies become one, and what was picked shows by its name") {
    Forms forms;
    forms.set(FormOf::School, FormMember::Curator, "p-2");
    CHECK(forms.shown(FormOf::School, FormMember::Curator) == forms.document.parties[1].name);
    forms.set(FormOf::Party, FormMember::MergeWith, "p-2");
    CHECK(forms.document.parties.size() == 1);
    CHECK(forms.value(FormOf::School, FormMember::Curator) == "p-1");
}

TEST_CASE("The period of a sub-item is read from its words; without words it has none") {
    Forms forms;
    forms.set(FormOf::Item, FormMember::Period, "до 15 мая");
    const auto& item = [&forms]() -> const MeasureItem& {
        return forms.document.measures[0].items[0];
    };
    REQUIRE(item().period.has_value());
    CHECK(item().period->kind == PeriodKind::Deadline);
    CHECK(item().period->spans[0].days.to == test::day("2021-05-15"));
    // The same words leave days that a person set.
    Period by_hand = *item().period;
    by_hand.set_by = PeriodSource::SetByHand;
    by_hand.spans[0].days.to = test::day("2021-05-20");
    forms.document = done(change_item(forms.document, MeasureId{"m-1"}, ItemId{"i-1"},
                                      {.period = ItemPeriodChange{by_hand}}));
    forms.set(FormOf::Item, FormMember::Period, "до 15 мая");
    CHECK(item().period->spans[0].days.to == test::day("2021-05-20"));
    forms.set(FormOf::Item, FormMember::Period, "");
    CHECK_FALSE(item().period.has_value());
}

TEST_CASE("What was reached has a day; without a value it has none") {
    Forms forms;
    forms.set(FormOf::Target, FormMember::ActualValue, "41,5");
    forms.set(FormOf::Target, FormMember::ActualDate, "01.05.2021");
    CHECK(forms.document.measures[0].targets[0].actual_date == test::day("2021-05-01"));
    CHECK(forms.refused(FormOf::Target, FormMember::ActualValue, "x") ==
          EditProblem::NumberInvalid);
    forms.set(FormOf::Target, FormMember::ActualValue, "");
    CHECK_FALSE(forms.document.measures[0].targets[0].actual_value.has_value());
    CHECK_FALSE(forms.document.measures[0].targets[0].actual_date.has_value());
}

TEST_CASE("Things are added under a free name, each where it belongs") {
    Forms forms;
    for (const FormOf of : {FormOf::Section, FormOf::Party, FormOf::School, FormOf::Entry,
                            FormOf::Item, FormOf::Target}) {
        CAPTURE(static_cast<int>(of));
        FormSubject list = first_of(of);
        list.id.clear();
        std::set<std::string> names;
        for (int i = 0; i < 3; ++i) {
            const AddedThing added = done(add_thing(forms.scene(), list, "s-1", forms.ids));
            forms.document = added.document;
            CHECK(form_exists(forms.scene(), added.thing));
            names.insert(form_name(forms.scene(), added.thing));
        }
        const bool unique = of == FormOf::Party || of == FormOf::Entry;
        CHECK(names.size() == (unique ? 3U : 1U));
    }
    CHECK(forms.document.sections[0].id == SectionId{"s-1"});
    CHECK(forms.document.sections[4].id == SectionId{"s-2"});
    CHECK(forms.document.measures[0].targets.size() == 4);
}

TEST_CASE("Things with an order move by one place, and stay at its ends") {
    Forms forms;
    const auto move = [&forms](FormOf of, int step) {
        forms.document = done(move_thing(forms.scene(), first_of(of), step, forms.ids));
    };
    for (const FormOf of :
         {FormOf::Section, FormOf::Item, FormOf::Entry, FormOf::Party, FormOf::School}) {
        CAPTURE(static_cast<int>(of));
        const std::uint32_t before = form_index(forms.scene(), first_of(of));
        move(of, 1);
        CHECK(form_index(forms.scene(), first_of(of)) == before + 1);
        move(of, -1);
        CHECK(form_index(forms.scene(), first_of(of)) == before);
    }
    const Document at_end = forms.document;
    move(FormOf::Section, -1);
    move(FormOf::Item, -1);
    move(FormOf::Party, -1);
    move(FormOf::School, -1);
    move(FormOf::Target, 1);
    CHECK(forms.document == at_end);
}

TEST_CASE("A section inside another one moves among those that stand there with it") {
    Forms forms;
    forms.document =
        PlanBuilder().section("s-1").section("a", "s-1").section("b", "s-1").section("s-2").build();
    const auto moved = [&forms](std::string_view id, int step) {
        return done(move_thing(forms.scene(), {.of = FormOf::Section, .id = std::string(id)}, step,
                               forms.ids));
    };
    CHECK(moved("a", 1).sections[1].id == SectionId{"b"});
    CHECK(moved("b", 1) == forms.document);
    CHECK(moved("a", -1) == forms.document);
    const Document down = moved("s-1", 1);
    CHECK(down.sections[0].id == SectionId{"s-2"});
    CHECK(down.sections[2].id == SectionId{"a"});
}

TEST_CASE("What goes along with a thing is told before; what touches nothing is not asked about") {
    Forms forms;
    const auto words = [&forms](FormOf of) { return removal_words(forms.scene(), first_of(of)); };
    CHECK(words(FormOf::Section).find("1.1") != std::string::npos);
    CHECK(words(FormOf::Party).find("1.1") != std::string::npos);
    CHECK_FALSE(words(FormOf::School).empty());
    CHECK(words(FormOf::Entry).empty());
    CHECK(words(FormOf::Item).empty());
    CHECK(removal_words(forms.scene(), {.of = FormOf::Section, .id = "s-2"}).empty());
    CHECK(removal_words(forms.scene(), {.of = FormOf::Party, .id = "p-2"}).empty());
    CHECK(refusal(remove_thing(forms.scene(), first_of(FormOf::Party),
                               ThingRemoval::KeepsContent)) == EditProblem::PartyInUse);
    const Document kept =
        done(remove_thing(forms.scene(), first_of(FormOf::Section), ThingRemoval::KeepsContent));
    CHECK(kept.measures.size() == 1);
    const Document gone =
        done(remove_thing(forms.scene(), first_of(FormOf::Section), ThingRemoval::TakesContent));
    CHECK(gone.measures.empty());
    for (const FormOf of : {FormOf::Party, FormOf::School, FormOf::Entry, FormOf::Item,
                            FormOf::Target, FormOf::Thresholds}) {
        const Document without =
            done(remove_thing(forms.scene(), first_of(of), ThingRemoval::TakesContent));
        const FormScene scene{without, forms.texts, forms.defaults};
        CHECK(form_exists(scene, first_of(of)) == (of == FormOf::Thresholds));
    }
}

TEST_CASE(
    "Days are added behind the last ones, picked and taken out; an end before its start is not") {
    Forms forms;
    const FormSubject list = first_of(FormOf::Days);
    const AddedThing added = done(add_thing(forms.scene(), list, {}, forms.ids));
    CHECK(added.thing.place == 1);
    forms.document = added.document;
    const Period two = forms.document.measures[0].period;
    CHECK(two.kind == PeriodKind::Several);
    CHECK(two.spans[1].days == test::span({"2021-04-01", "2021-05-01"}));
    CHECK(forms.refused(FormOf::Days, FormMember::From, "01.05.2021") ==
          EditProblem::EndBeforeStart);
    FormSubject second = list;
    second.place = 1;
    forms.document = done(remove_thing(forms.scene(), second, ThingRemoval::TakesContent));
    CHECK(forms.document.measures[0].period.kind == PeriodKind::Range);
    CHECK_FALSE(form_exists(forms.scene(), second));
}

TEST_CASE("A list finds things by any of their words, whatever the case") {
    Forms forms;
    forms.set(FormOf::Section, FormMember::Title, "Подготовка отчётов");
    const auto found = [&forms](std::string_view typed) {
        return listed_things(forms.scene(),
                             {.list = {.of = FormOf::Section}, .typed = std::string(typed)})
            .size();
    };
    CHECK(found("") == 2);
    CHECK(found("ОТЧЕТ подг") == 1);
    CHECK(found("нет такого") == 0);
}

TEST_CASE("The usual entries of the dictionaries have keys and words in both languages") {
    Texts texts = test::delivered_texts();
    for (const Language language : {Language::Russian, Language::English}) {
        texts.set_language(language);
        const Dictionaries made = default_dictionaries(texts);
        CHECK(made.risk_factors.size() == 9);
        CHECK(made.document_kinds.size() == 5);
        CHECK(made.monitoring_stages.size() == 2);
        CHECK(made.states.size() == 6);
        for (std::size_t i = 0; i < kDictionaryListCount; ++i) {
            std::set<std::string> keys;
            for (const DictionaryEntry& entry : entries_of(made, static_cast<DictionaryList>(i))) {
                CHECK_FALSE(entry.name.empty());
                keys.insert(entry.key);
            }
            CHECK(keys.size() == entries_of(made, static_cast<DictionaryList>(i)).size());
        }
    }
}

TEST_CASE("Numbers are read as people type them") {
    CHECK(parse_typed_number("12,5") == 12.5);
    CHECK(parse_typed_number("1\u00A0234.5 ") == 1234.5);
    CHECK(parse_typed_number("\u22127 %") == -7.0);
    for (const std::string_view text :
         {"", " ", "%", "1,2,3", "0x10", "inf", "nan", "1e5", "5 шт.", "4%0", "-"}) {
        CAPTURE(text);
        CHECK(parse_typed_number(text) == std::nullopt);
    }
}

TEST_CASE("Things are duplicated under names of their own, and the copy is the one that is named") {
    Forms forms;
    for (const FormOf of : {FormOf::Section, FormOf::Party, FormOf::School, FormOf::Entry}) {
        const FormSubject original = first_of(of);
        const bool may_share = of == FormOf::Section || of == FormOf::School;
        for (const std::string_view ending : {" (копия)", " (копия) 2"}) {
            AddedThing added = done(duplicate_thing(forms.scene(), original, forms.ids));
            const std::string name = form_name(forms.scene(), original);
            forms.document = std::move(added.document);
            CHECK(added.thing.id != original.id);
            CHECK(form_name(forms.scene(), added.thing) ==
                  name + std::string(may_share ? " (копия)" : ending));
        }
    }
    for (const FormOf of : {FormOf::Item, FormOf::Target}) {
        const FormSubject original = first_of(of);
        AddedThing added = done(duplicate_thing(forms.scene(), original, forms.ids));
        forms.document = std::move(added.document);
        CHECK_FALSE(added.thing == original);
        CHECK(form_index(forms.scene(), added.thing) == 1);
        CHECK(form_name(forms.scene(), added.thing) == form_name(forms.scene(), original));
    }
    FormSubject missing = first_of(FormOf::Entry);
    missing.id = "none";
    CHECK(refusal(duplicate_thing(forms.scene(), missing, forms.ids)) == EditProblem::UnknownEntry);
}

} // namespace vekha::app::forms_test
