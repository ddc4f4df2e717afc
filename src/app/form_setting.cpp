// Setting the members of forms, from typed texts and choices.
#include "app/date_words.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/period_words.hpp"
#include "app/typed_number.hpp"
#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/approval_edits.hpp"
#include "core/edit/dictionary_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/party_edits.hpp"
#include "core/edit/period_spans.hpp"
#include "core/edit/plan_edits.hpp"
#include "core/edit/plan_from_plan.hpp"
#include "core/edit/school_edits.hpp"
#include "core/edit/section_edits.hpp"
#include "core/edit/target_edits.hpp"
#include "core/edit/unit_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

using Changed = Result<Document, EditProblem>;

// The enumerator of that number; the first one for what is no number of one.
template <class Enum>
Enum chosen(std::string_view value, Enum last) {
    unsigned number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number <= static_cast<unsigned>(last) ? static_cast<Enum>(number) : Enum{};
}

Result<std::optional<Date>, EditProblem> typed_day(std::string_view value) {
    const std::optional<Date> day = parse_typed_date(value);
    if (!day && value.find_first_not_of(" \t\n") != std::string_view::npos) {
        return fail(EditProblem::DateInvalid);
    }
    return day;
}

// Goes in at the end, or out.
template <class T>
void toggle(std::vector<T>& all, const T& one) {
    const auto place = std::ranges::find(all, one);
    if (place == all.end()) {
        all.push_back(one);
    } else {
        all.erase(place);
    }
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Which of the limits in percent and points it is.
double& limit_of(Thresholds& thresholds, FormMember member) {
    return member == FormMember::YellowBehind ? thresholds.yellow_behind_points
           : member == FormMember::RedBehind  ? thresholds.red_behind_points
                                              : thresholds.red_late_share_percent;
}

Changed set_in_plan(const Document& document, FormMember member, std::string_view value) {
    PlanChange change;
    switch (member) {
    case FormMember::Title: // stands in one line of the bar
        change.title = value;
        std::ranges::replace(*change.title, '\n', ' ');
        break;
    case FormMember::Level:
        change.level = chosen(value, PlanLevel::School);
        break;
    case FormMember::Territory:
        change.territory = value;
        break;
    case FormMember::Language:
        change.language = value;
        break;
    default: {
        const auto day = typed_day(value);
        if (!day) {
            return fail(day.error());
        }
        (member == FormMember::From ? change.from
         : member == FormMember::To ? change.to
                                    : change.as_of) = PlanDayChange{day.value()};
    }
    }
    return change_plan(document, change);
}

Changed set_limit(const Document& document, FormMember member, std::string_view value) {
    Thresholds thresholds = document.thresholds.value_or(Thresholds{});
    const std::optional<double> number = parse_typed_number(value);
    if (!number) {
        return fail(EditProblem::NumberInvalid);
    }
    if (member != FormMember::DueSoonDays) {
        limit_of(thresholds, member) = *number;
        return set_thresholds(document, thresholds);
    }
    constexpr double kMostDays = 1.0e6; // so that it is an int; the edit knows the true limit
    if (std::floor(*number) != *number || std::abs(*number) > kMostDays) {
        return fail(EditProblem::NumberInvalid);
    }
    thresholds.due_soon_days = static_cast<int>(*number);
    return set_thresholds(document, thresholds);
}

Changed set_in_section(const Document& document, const SectionId& id, FormMember member,
                       std::string_view value) {
    if (member == FormMember::Parent) {
        const SectionId now = document.sections[find_by_id(document.sections, id)].parent;
        if (now.text == value) {
            return document;
        }
        const SectionPlace place =
            value.empty() ? SectionPlace{SectionPlacing::After, now}
                          : SectionPlace{SectionPlacing::Inside, SectionId{std::string(value)}};
        return move_section(document, id, place);
    }
    SectionChange change;
    (member == FormMember::Title ? change.title : change.number) = value;
    return change_section(document, id, change);
}

Changed set_in_party(const Document& document, const PartyId& id, FormMember member,
                     std::string_view value) {
    PartyChange change;
    switch (member) {
    case FormMember::Name:
        change.name = value;
        break;
    case FormMember::Kind:
        change.kind = chosen(value, PartyKind::Person);
        break;
    case FormMember::Aliases:
        change.aliases = lines_in(value);
        break;
    default:
        return merge_parties(document, id, PartyId{std::string(value)});
    }
    return change_party(document, id, change);
}

Changed set_in_school(const Document& document, const SchoolId& id, FormMember member,
                      std::string_view value) {
    SchoolChange change;
    switch (member) {
    case FormMember::Name:
        change.name = value;
        break;
    case FormMember::ShortName:
        change.short_name = value;
        break;
    case FormMember::Municipality:
        change.municipality = value;
        break;
    case FormMember::Kinds:
        change.kinds = document.schools[find_by_id(document.schools, id)].kinds;
        toggle(*change.kinds, chosen(value, SchoolKind::Other));
        break;
    case FormMember::Curator:
        change.curator = PartyId{std::string(value)};
        break;
    default:
        change.coordinator = PartyId{std::string(value)};
    }
    return change_school(document, id, change);
}

// The same words say nothing new: days that a person set beside them stay.
Changed set_item_period(const FormScene& scene, const FormSubject& subject,
                        std::string_view value) {
    Result<std::string, EditProblem> text = clean_typed_text(value);
    if (!text) {
        return fail(text.error());
    }
    if (text.value() == form_value(scene, {subject, FormMember::Period})) {
        return scene.document;
    }
    ItemPeriodChange change;
    if (!text.value().empty()) {
        const Measure& measure = *form_measure(scene, subject);
        const std::optional<Period>& before = measure.items[form_index(scene, subject)].period;
        const PeriodReading reading =
            read_period(text.value(), item_period_context(scene.document, measure));
        change.period = period_of_words(scene.texts, std::move(text).value(), reading,
                                        before ? &*before : nullptr);
    }
    return change_item(scene.document, subject.measure, ItemId{subject.id}, {.period = change});
}

Changed set_in_item(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const FormSubject& subject = place.subject;
    if (place.member == FormMember::Period) {
        return set_item_period(scene, subject, value);
    }
    ItemChange change;
    if (place.member == FormMember::Responsible) {
        const Measure& measure = *form_measure(scene, subject);
        change.responsible =
            measure.items[find_by_id(measure.items, ItemId{subject.id})].responsible;
        toggle(*change.responsible, PartyId{std::string(value)});
        return change_item(scene.document, subject.measure, ItemId{subject.id}, change);
    }
    (place.member == FormMember::Title ? change.title : change.result) = value;
    return change_item(scene.document, subject.measure, ItemId{subject.id}, change);
}

// What was reached goes with its day; a day needs something that was reached.
Changed set_actual(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const FormSubject& subject = place.subject;
    const Target& target = form_measure(scene, subject)->targets[subject.place];
    ActualValue actual{target.actual_value, target.actual_date};
    if (place.member == FormMember::ActualDate) {
        const auto day = typed_day(value);
        if (!day) {
            return fail(day.error());
        }
        actual.date = day.value();
    } else {
        actual.value = parse_typed_number(value);
        const bool empty = value.find_first_not_of(" \t") == std::string_view::npos;
        if (!actual.value && !empty) {
            return fail(EditProblem::NumberInvalid);
        }
        if (empty) {
            actual.date.reset();
        }
    }
    return set_target_actual(scene.document, subject.measure, subject.place, actual);
}

Changed set_in_target(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const FormSubject& subject = place.subject;
    TargetChange change;
    switch (place.member) {
    case FormMember::Text:
        change.text = value;
        break;
    case FormMember::Comparator:
        change.comparator = chosen(value, Comparator::AtMost);
        break;
    case FormMember::Value:
        change.value = parse_typed_number(value);
        if (!change.value) {
            return fail(EditProblem::NumberInvalid);
        }
        break;
    case FormMember::Unit:
        change.unit = value;
        break;
    case FormMember::Scope:
        change.scope = value;
        break;
    default:
        return set_actual(scene, place, value);
    }
    return change_target(scene.document, subject.measure, subject.place, change);
}

Changed set_days(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const auto day = typed_day(value);
    if (!day) {
        return fail(day.error());
    }
    const FormSubject& subject = place.subject;
    const Period& period = form_measure(scene, subject)->period;
    Span days = period.spans[subject.place].days;
    (place.member == FormMember::From ? days.from : days.to) = day.value();
    return set_periods(
        scene.document,
        std::array{MeasurePeriod{subject.measure, with_span(period, subject.place, days)}});
}

Changed set_schools(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const MeasureId& id = place.subject.measure;
    AppliesTo applies = form_measure(scene, place.subject)->applies_to;
    if (place.member == FormMember::Scope) {
        return set_applies_to(scene.document, id, chosen(value, SchoolScope::Listed),
                              applies.schools);
    }
    toggle(applies.schools, SchoolId{std::string(value)});
    return set_applies_to(scene.document, id, SchoolScope::Listed, applies.schools);
}

Changed set_in_approval(const Document& document, FormMember member, std::string_view value) {
    Approval approval = document.plan.approval.value_or(Approval{});
    switch (member) {
    case FormMember::Authority:
        approval.authority = value;
        break;
    case FormMember::Document:
        approval.document = value;
        break;
    case FormMember::Edition:
        approval.edition = value;
        break;
    default: {
        const auto day = typed_day(value);
        if (!day) {
            return fail(day.error());
        }
        approval.date = day.value();
    }
    }
    return set_approval(document, approval);
}

// The years of the title go along with the first year.
Changed set_in_new_plan(const Document& document, FormMember member, std::string_view value) {
    if (member == FormMember::Title) {
        return set_in_plan(document, member, value);
    }
    const std::optional<double> typed = parse_typed_number(value);
    if (!typed || std::floor(*typed) != *typed) {
        return fail(EditProblem::NumberInvalid);
    }
    if (*typed < 0.0 || *typed > kMaxYear) {
        return fail(EditProblem::YearOutOfRange);
    }
    const int year = static_cast<int>(*typed);
    Document changed = document;
    const int before = document.plan.from ? document.plan.from->civil().year : year;
    changed.plan.title = title_years_later(document.plan.title, year - before);
    changed.plan.from = Date::from_civil({year, 1, 1});
    return changed;
}

} // namespace

Changed set_form_member(const FormScene& scene, const FormPlace& place, std::string_view value) {
    const Document& document = scene.document;
    const FormSubject& subject = place.subject;
    if (!form_exists(scene, subject)) {
        return fail(EditProblem::UnknownEntry);
    }
    switch (subject.of) {
    case FormOf::Plan:
        return set_in_plan(document, place.member, value);
    case FormOf::Thresholds:
        return set_limit(document, place.member, value);
    case FormOf::Section:
        return set_in_section(document, SectionId{subject.id}, place.member, value);
    case FormOf::Party:
        return set_in_party(document, PartyId{subject.id}, place.member, value);
    case FormOf::School:
        return set_in_school(document, SchoolId{subject.id}, place.member, value);
    case FormOf::Entry:
        return rename_dictionary_entry(
            document, {static_cast<DictionaryList>(subject.place), scene.dictionaries}, subject.id,
            value);
    case FormOf::Item:
        return set_in_item(scene, place, value);
    case FormOf::Target:
        return set_in_target(scene, place, value);
    case FormOf::Days:
        return set_days(scene, place, value);
    case FormOf::AppliesTo:
        return set_schools(scene, place, value);
    case FormOf::Approval:
        return set_in_approval(document, place.member, value);
    case FormOf::NewPlan:
        return set_in_new_plan(document, place.member, value);
    }
    return fail(EditProblem::UnknownEntry);
}

} // namespace vekha::app
