#include "app/forms.hpp"

#include "app/date_words.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/period_words.hpp"
#include "app/plan_words.hpp"
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

// Those of one kind stand together.
constexpr std::array kFields{
    FormField{FormOf::Plan, FormMember::Title, FormKind::Lines, "form.title"_key, {}},
    FormField{FormOf::Plan, FormMember::Level, FormKind::Choice, "plan.level"_key, {}},
    FormField{FormOf::Plan, FormMember::Territory, FormKind::Line, "plan.territory"_key,
              "form.territory.hint"_key},
    FormField{FormOf::Plan, FormMember::From, FormKind::Date, "form.from"_key,
              "form.date.hint"_key},
    FormField{FormOf::Plan, FormMember::To, FormKind::Date, "form.to"_key, "form.date.hint"_key},
    FormField{FormOf::Plan, FormMember::AsOf, FormKind::Date, "form.asOf"_key,
              "form.date.hint"_key},
    FormField{FormOf::Plan, FormMember::Language, FormKind::Line, "form.language"_key, {}},
    FormField{
        FormOf::Thresholds, FormMember::DueSoonDays, FormKind::Number, "form.dueSoonDays"_key, {}},
    FormField{FormOf::Thresholds,
              FormMember::YellowBehind,
              FormKind::Number,
              "form.yellowBehind"_key,
              {}},
    FormField{
        FormOf::Thresholds, FormMember::RedBehind, FormKind::Number, "form.redBehind"_key, {}},
    FormField{FormOf::Thresholds,
              FormMember::RedLateShare,
              FormKind::Number,
              "form.redLateShare"_key,
              {}},
    FormField{FormOf::Section, FormMember::Number, FormKind::Line, "form.number"_key,
              "form.number.hint"_key},
    FormField{FormOf::Section, FormMember::Title, FormKind::Lines, "form.sectionTitle"_key, {}},
    FormField{FormOf::Section, FormMember::Parent, FormKind::Pick, "form.parent"_key,
              "form.parent.none"_key},
    FormField{FormOf::Party, FormMember::Name, FormKind::Line, "form.partyName"_key, {}},
    FormField{FormOf::Party, FormMember::Kind, FormKind::Choice, "form.kind"_key, {}},
    FormField{FormOf::Party, FormMember::Aliases, FormKind::Lines, "form.aliases"_key,
              "field.onePerLine"_key},
    FormField{FormOf::Party, FormMember::MergeWith, FormKind::Pick, "form.mergeWith"_key,
              "form.mergeWith.none"_key},
    FormField{FormOf::School, FormMember::Name, FormKind::Line, "form.schoolName"_key, {}},
    FormField{FormOf::School, FormMember::ShortName, FormKind::Line, "form.shortName"_key,
              "form.shortName.hint"_key},
    FormField{FormOf::School, FormMember::Municipality, FormKind::Line, "form.municipality"_key,
              "form.municipality.hint"_key},
    FormField{FormOf::School, FormMember::Kinds, FormKind::Set, "form.schoolKinds"_key, {}},
    FormField{FormOf::School, FormMember::Curator, FormKind::Pick, "form.curator"_key,
              "form.nobody"_key},
    FormField{FormOf::School, FormMember::Coordinator, FormKind::Pick, "form.coordinator"_key,
              "form.nobody"_key},
    FormField{FormOf::Entry, FormMember::Name, FormKind::Line, "form.entryName"_key, {}},
    FormField{FormOf::Item, FormMember::Title, FormKind::Lines, "form.itemTitle"_key, {}},
    FormField{FormOf::Item, FormMember::Period, FormKind::Period, "column.period"_key,
              "form.itemPeriod.hint"_key},
    FormField{FormOf::Item, FormMember::Responsible, FormKind::PickSet, "column.responsible"_key,
              "form.nobody"_key},
    FormField{FormOf::Item, FormMember::Result, FormKind::Lines, "form.itemResult"_key,
              "inspector.result.none"_key},
    FormField{FormOf::Target, FormMember::Text, FormKind::Lines, "form.targetText"_key, {}},
    FormField{FormOf::Target, FormMember::Comparator, FormKind::Choice, "form.comparator"_key, {}},
    FormField{FormOf::Target, FormMember::Value, FormKind::Number, "form.value"_key, {}},
    FormField{FormOf::Target, FormMember::Unit, FormKind::Line, "form.unit"_key,
              "form.unit.hint"_key},
    FormField{FormOf::Target, FormMember::Scope, FormKind::Line, "form.scope"_key,
              "form.scope.hint"_key},
    FormField{FormOf::Target, FormMember::ActualValue, FormKind::Number, "form.actualValue"_key,
              "form.actualValue.hint"_key},
    FormField{FormOf::Target, FormMember::ActualDate, FormKind::Date, "form.actualDate"_key,
              "form.date.hint"_key},
    FormField{FormOf::Days, FormMember::From, FormKind::Date, "form.firstDay"_key,
              "form.date.hint"_key},
    FormField{FormOf::Days, FormMember::To, FormKind::Date, "form.lastDay"_key,
              "form.date.hint"_key},
    FormField{FormOf::AppliesTo, FormMember::Scope, FormKind::Choice, "form.schoolScope"_key, {}},
    FormField{FormOf::AppliesTo, FormMember::Schools, FormKind::PickSet, "form.schools"_key,
              "form.schools.none"_key},
    FormField{FormOf::Approval, FormMember::Authority, FormKind::Lines, "form.authority"_key,
              "form.authority.hint"_key},
    FormField{FormOf::Approval, FormMember::Document, FormKind::Lines, "form.document"_key,
              "form.document.hint"_key},
    FormField{FormOf::Approval, FormMember::Date, FormKind::Date, "form.approvalDate"_key,
              "form.date.hint"_key},
    FormField{FormOf::Approval, FormMember::Edition, FormKind::Line, "form.edition"_key,
              "form.edition.hint"_key},
    FormField{FormOf::NewPlan, FormMember::FirstYear, FormKind::Number, "form.firstYear"_key, {}},
    FormField{FormOf::NewPlan, FormMember::Title, FormKind::Lines, "form.newTitle"_key, {}},
};

std::string day_text(const Texts& texts, const std::optional<Date>& day) {
    return day ? typed_date(texts, *day) : std::string();
}

std::string number_text(const Texts& texts, double value) {
    constexpr int kPlaces = 3;
    return texts.number(value, kPlaces);
}

template <class Enum>
std::string choice_text(Enum value) {
    return std::to_string(static_cast<int>(value));
}

// ---- what stands there --------------------------------------------------------------------------

std::string value_of(const Texts& texts, const Plan& plan, FormMember member) {
    switch (member) {
    case FormMember::Title:
        return plan.title;
    case FormMember::Level:
        return choice_text(plan.level);
    case FormMember::Territory:
        return plan.territory;
    case FormMember::Language:
        return plan.language;
    case FormMember::From:
        return day_text(texts, plan.from);
    case FormMember::To:
        return day_text(texts, plan.to);
    default:
        return day_text(texts, plan.as_of);
    }
}

// Which of the limits it is.
double& limit_in(Thresholds& thresholds, FormMember member) {
    return member == FormMember::YellowBehind ? thresholds.yellow_behind_points
           : member == FormMember::RedBehind  ? thresholds.red_behind_points
                                              : thresholds.red_late_share_percent;
}

std::string value_of(const Texts& texts, Thresholds thresholds, FormMember member) {
    return member == FormMember::DueSoonDays ? std::to_string(thresholds.due_soon_days)
                                             : number_text(texts, limit_in(thresholds, member));
}

std::string value_of(const Section& section, FormMember member) {
    return member == FormMember::Number  ? section.number
           : member == FormMember::Title ? section.title
                                         : section.parent.text;
}

std::string value_of(const Party& party, FormMember member) {
    switch (member) {
    case FormMember::Name:
        return party.name;
    case FormMember::Kind:
        return choice_text(party.kind);
    case FormMember::Aliases: {
        std::string lines;
        for (const std::string& alias : party.aliases) {
            lines.append(lines.empty() ? "" : "\n").append(alias);
        }
        return lines;
    }
    default:
        return {};
    }
}

std::string value_of(const School& school, FormMember member) {
    switch (member) {
    case FormMember::Name:
        return school.name;
    case FormMember::ShortName:
        return school.short_name;
    case FormMember::Municipality:
        return school.municipality;
    case FormMember::Curator:
        return school.curator.text;
    case FormMember::Coordinator:
        return school.coordinator.text;
    default:
        return {};
    }
}

std::string value_of(const Texts& texts, const Target& target, FormMember member) {
    switch (member) {
    case FormMember::Text:
        return target.text;
    case FormMember::Comparator:
        return choice_text(target.comparator);
    case FormMember::Value:
        return number_text(texts, target.value);
    case FormMember::Unit:
        return target.unit;
    case FormMember::Scope:
        return target.scope;
    case FormMember::ActualValue:
        return target.actual_value ? number_text(texts, *target.actual_value) : std::string();
    default:
        return day_text(texts, target.actual_date);
    }
}

std::string value_of(const Texts& texts, const Approval& approval, FormMember member) {
    switch (member) {
    case FormMember::Authority:
        return approval.authority;
    case FormMember::Document:
        return approval.document;
    case FormMember::Edition:
        return approval.edition;
    default:
        return day_text(texts, approval.date);
    }
}

std::string value_of(const MeasureItem& item, FormMember member) {
    if (member == FormMember::Period) {
        return item.period ? item.period->text : std::string();
    }
    return member == FormMember::Title ? item.title : item.result;
}

std::string party_names(const Document& document, const std::vector<PartyId>& ids) {
    std::string names;
    for (const PartyId& id : ids) {
        names.append(names.empty() ? "" : ", ").append(party_name(document, id));
    }
    return names;
}

// The names of schools, short where they have such, in the order of the plan.
std::string school_names(const Document& document, const std::vector<SchoolId>& ids) {
    std::string names;
    for (const School& school : document.schools) {
        if (std::ranges::find(ids, school.id) != ids.end()) {
            names.append(names.empty() ? "" : ", ").append(short_name_of(school));
        }
    }
    return names;
}

} // namespace

std::span<const FormField> form_fields(FormOf of) {
    const auto* const first = std::ranges::find(kFields, of, &FormField::of);
    const auto* last = first;
    while (last != kFields.end() && last->of == of) {
        ++last;
    }
    return {first, last};
}

const FormField* form_field(FormOf of, FormMember member) {
    for (const FormField& field : form_fields(of)) {
        if (field.member == member) {
            return &field;
        }
    }
    return nullptr;
}

std::string_view form_path(const FormField& field) {
    return field.label.id;
}

const Measure* form_measure(const FormScene& scene, const FormSubject& subject) {
    const SharedList<Measure>& measures = scene.document.measures;
    if (scene.measure < measures.size() && measures[scene.measure].id == subject.measure) {
        return &measures[scene.measure];
    }
    const std::uint32_t index = find_by_id(measures, subject.measure);
    return index == kNoIndex ? nullptr : &measures[index];
}

PeriodContext item_period_context(const Document& document, const Measure& measure) {
    PeriodContext context = period_context(document, measure);
    context.items = 1;
    return context;
}

bool form_exists(const FormScene& scene, const FormSubject& subject) {
    return form_index(scene, subject) != kNoIndex;
}

std::string form_value(const FormScene& scene, const FormPlace& place) {
    const Document& document = scene.document;
    const FormSubject& subject = place.subject;
    const std::uint32_t index = form_index(scene, subject);
    if (index == kNoIndex) {
        return {};
    }
    switch (subject.of) {
    case FormOf::Plan:
        return value_of(scene.texts, document.plan, place.member);
    case FormOf::Thresholds:
        return value_of(scene.texts, document.thresholds.value_or(Thresholds{}), place.member);
    case FormOf::Section:
        return value_of(document.sections[index], place.member);
    case FormOf::Party:
        return value_of(document.parties[index], place.member);
    case FormOf::School:
        return value_of(document.schools[index], place.member);
    case FormOf::Entry:
        return thing_name(scene, subject, index);
    case FormOf::Item:
        return value_of(form_measure(scene, subject)->items[index], place.member);
    case FormOf::Target:
        return value_of(scene.texts, form_measure(scene, subject)->targets[index], place.member);
    case FormOf::Days: {
        const Span& days = form_measure(scene, subject)->period.spans[index].days;
        return day_text(scene.texts, place.member == FormMember::From ? days.from : days.to);
    }
    case FormOf::AppliesTo:
        return choice_text(form_measure(scene, subject)->applies_to.scope);
    case FormOf::Approval:
        return value_of(scene.texts, document.plan.approval.value_or(Approval{}), place.member);
    case FormOf::NewPlan:
        return place.member == FormMember::Title ? document.plan.title
               : document.plan.from              ? std::to_string(document.plan.from->civil().year)
                                                 : std::string();
    }
    return {};
}

std::string form_shown(const FormScene& scene, const FormSubject& subject, const FormField& field) {
    const FormPlace place{subject, field.member};
    if (field.kind == FormKind::PickSet) {
        const std::uint32_t index = form_index(scene, subject);
        if (index == kNoIndex) {
            return {};
        }
        const Measure& measure = *form_measure(scene, subject);
        return field.member == FormMember::Responsible
                   ? party_names(scene.document, measure.items[index].responsible)
                   : school_names(scene.document, measure.applies_to.schools);
    }
    std::string value = form_value(scene, place);
    if (field.kind == FormKind::Pick && !value.empty()) {
        FormSubject picked = picked_from(place).list;
        picked.id = value;
        std::string name = form_name(scene, picked);
        return name.empty() ? value : name;
    }
    const std::optional<Date> day =
        field.kind == FormKind::Date ? parse_typed_date(value) : std::nullopt;
    return day ? short_date(scene.texts, *day) : value;
}

bool form_has_field(const FormScene& scene, const FormSubject& subject, const FormField& field) {
    return field.member != FormMember::Schools ||
           (form_exists(scene, subject) &&
            form_measure(scene, subject)->applies_to.scope == SchoolScope::Listed);
}

ThingQuery picked_from(const FormPlace& place) {
    ThingQuery query;
    switch (place.member) {
    case FormMember::Parent:
        query.outermost = true;
        query.without = place.subject.id;
        break;
    case FormMember::Schools:
        query.list.of = FormOf::School;
        break;
    case FormMember::MergeWith:
        query.without = place.subject.id;
        [[fallthrough]];
    default:
        query.list.of = FormOf::Party;
    }
    return query;
}

bool is_picked(const FormScene& scene, const FormPlace& place, std::string_view id) {
    if (place.member == FormMember::Responsible) {
        const std::uint32_t index = form_index(scene, place.subject);
        if (index == kNoIndex) {
            return false;
        }
        const auto& parties = form_measure(scene, place.subject)->items[index].responsible;
        return std::ranges::find(parties, id, &PartyId::text) != parties.end();
    }
    if (place.member != FormMember::Schools) {
        return form_value(scene, place) == id;
    }
    const auto& schools = form_measure(scene, place.subject)->applies_to.schools;
    return std::ranges::find(schools, id, &SchoolId::text) != schools.end();
}

std::vector<FormOption> form_options(const FormScene& scene, const FormPlace& place) {
    const Texts& texts = scene.texts;
    std::vector<FormOption> options;
    const auto add_all = [&options](std::size_t last, auto words_of) {
        for (std::size_t i = 0; i <= last; ++i) {
            options.push_back({words_of(i), false});
        }
    };
    const auto upto = [](auto last) { return static_cast<std::size_t>(last); };
    switch (place.subject.of) {
    case FormOf::Plan:
        add_all(upto(PlanLevel::School),
                [&](std::size_t i) { return plan_level_name(texts, static_cast<PlanLevel>(i)); });
        break;
    case FormOf::Party:
        add_all(upto(PartyKind::Person),
                [&](std::size_t i) { return party_kind_name(texts, static_cast<PartyKind>(i)); });
        break;
    case FormOf::School: {
        add_all(upto(SchoolKind::Other),
                [&](std::size_t i) { return school_kind_name(texts, static_cast<SchoolKind>(i)); });
        const std::uint32_t index = form_index(scene, place.subject);
        if (index != kNoIndex) {
            for (const SchoolKind kind : scene.document.schools[index].kinds) {
                options[upto(kind)].chosen = true;
            }
        }
        return options;
    }
    case FormOf::Target:
        add_all(upto(Comparator::AtMost),
                [&](std::size_t i) { return comparator_name(texts, static_cast<Comparator>(i)); });
        break;
    case FormOf::AppliesTo:
        add_all(upto(SchoolScope::Listed), [&](std::size_t i) {
            return school_scope_name(texts, static_cast<SchoolScope>(i));
        });
        break;
    default:
        return options;
    }
    std::size_t now = 0;
    const std::string value = form_value(scene, place);
    std::from_chars(value.data(), value.data() + value.size(), now);
    if (!value.empty() && now < options.size()) {
        options[now].chosen = true;
    }
    return options;
}

} // namespace vekha::app
