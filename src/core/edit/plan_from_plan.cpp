#include "core/edit/plan_from_plan.hpp"

#include "core/base/digits.hpp"
#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/progress_rules.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

// Moves dates by whole years, and remembers when one would leave the calendar.
class YearShift {
public:
    explicit YearShift(int years) : m_years(years) {}

    [[nodiscard]] bool moves() const { return m_years != 0; }
    [[nodiscard]] bool left_calendar() const { return m_left_calendar; }

    void in(std::optional<Date>& date) {
        if (!date) {
            return;
        }
        const int year = date->civil().year + m_years;
        if (year < 0 || year > kMaxYear) {
            m_left_calendar = true;
            return;
        }
        date = date->plus_months_clamped(m_years * kMonthsInYear);
    }
    void in(Span& days, Precision precision) {
        const bool by_days = precision == Precision::Day || precision == Precision::None;
        const bool ends_month = !by_days && days.to && *days.to == days.to->last_of_month();
        in(days.from);
        in(days.to);
        if (ends_month) {
            days.to = days.to->last_of_month();
        }
    }

private:
    int m_years;
    bool m_left_calendar = false;
};

std::optional<Date> first_day(const Document& document) {
    if (document.plan.from) {
        return document.plan.from;
    }
    Span days;
    for (const Measure& measure : document.measures) {
        widen(days, measure.period);
    }
    return days.from ? days.from : document.plan.to;
}

void flag(Period& period, const std::string& reason) {
    if (!period.review) {
        period.review = Review{};
    }
    std::string& words = period.review->reason;
    if (words.find(reason) == std::string::npos) {
        words.append(words.empty() ? "" : "\n").append(reason);
        drop_original(period.review->unknown, "reason");
    }
}

class NewYear {
public:
    NewYear(int years, std::string reason) : m_shift(years), m_reason(std::move(reason)) {}

    [[nodiscard]] bool left_calendar() const { return m_shift.left_calendar(); }

    void in(Plan& plan) {
        m_shift.in(plan.from);
        m_shift.in(plan.to);
        plan.as_of.reset();
        drop_original(plan.unknown, "asOf");
        plan.approval.reset();
    }

    void in(Period& period) {
        for (PeriodSpan& span : period.spans) {
            m_shift.in(span.days, period.precision);
        }
        if (period.relative) {
            std::optional<Date>& day = period.relative->anchor_date;
            set_field(day, std::optional<Date>(), period.relative->unknown, "anchorDate");
        }
        const bool ends =
            period.recurrence && period.recurrence->rule.find("UNTIL") != std::string::npos;
        if (m_shift.moves() && (names_year(period.text) || ends)) {
            flag(period, m_reason);
        }
    }

    void in(Measure& measure) {
        const LineageId origin =
            measure.origin.empty() ? LineageId{measure.id.text} : measure.origin;
        set_field(measure.origin, origin, measure.unknown, "origin");
        in(measure.period);
        measure.report = {};
        drop_report(measure.unknown);
        for (Target& target : measure.targets) {
            set_field(target.actual_value, std::optional<double>(), target.unknown, "actualValue");
            set_field(target.actual_date, std::optional<Date>(), target.unknown, "actualDate");
        }
        for (MeasureItem& item : measure.items) {
            item.report.reset();
            drop_report(item.unknown);
            if (item.period) {
                in(*item.period);
            }
        }
    }

    void in(School& school) {
        for (SchoolDocument& document : school.documents) {
            m_shift.in(document.due);
            document.state = DocumentState::None;
            document.changed.reset();
            document.link.clear();
            drop(document.unknown, {"state", "changed", "link"});
        }
        for (Visit& visit : school.visits) {
            m_shift.in(visit.planned);
            visit.actual.reset();
            visit.result.clear();
            drop(visit.unknown, {"actual", "result", ""});
        }
        for (MonitoringStage& stage : school.stages) {
            m_shift.in(stage.due);
            stage.submitted.reset();
            stage.confirmed.reset();
            stage.expert_check = ExpertCheck::NotChecked;
            stage.change.clear();
            drop(stage.unknown, {"submitted", "confirmed", "expertCheck"});
            drop_original(stage.unknown, "change");
        }
    }

    void in(SavedView& view) {
        m_shift.in(view.from);
        m_shift.in(view.to);
        view.as_of.reset();
        drop_original(view.unknown, "asOf");
    }

    // Each item of a list.
    template <class List>
    void in_all(List& list) {
        using Item = typename List::Iterator::value_type;
        list = list.replaced([this](const Item& old) {
            Item item = old;
            in(item);
            return item == old ? std::nullopt : std::optional(std::move(item));
        });
    }

private:
    static void drop(UnknownMembers& unknown, const std::array<std::string_view, 3>& names) {
        for (const std::string_view name : names) {
            drop_original(unknown, name);
        }
    }
    static void drop_report(UnknownMembers& unknown) {
        for (const std::string_view name : kReportMembers) {
            drop_original(unknown, name);
        }
    }

    YearShift m_shift;
    std::string m_reason;
};

// What a plan would mean by four digits.
bool is_century(int year) {
    constexpr int kFirst = 1900;
    constexpr int kLast = 2099;
    return year >= kFirst && year <= kLast;
}

PlanId new_plan_id(const PlanId& old, NewIds& ids) {
    struct Known {
        PlanId id;
    };
    return ids.make<PlanId>("plan", std::array<Known, 1>{{{old}}});
}

// «17.09.2021» anywhere in it.
bool holds_date(std::string_view text) {
    constexpr std::string_view kDate = "dd.dd.dddd";
    const auto fits = [](char pattern, char c) {
        return pattern == 'd' ? is_digit(c) : c == pattern;
    };
    return std::search(text.begin(), text.end(), kDate.begin(), kDate.end(),
                       [&fits](char c, char pattern) { return fits(pattern, c); }) != text.end();
}

std::string without_dated_brackets(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t open = text.find('(');
        const std::size_t close = open == std::string_view::npos ? open : text.find(')', open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view before = text.substr(0, open);
        if (holds_date(text.substr(open, close - open))) {
            kept.append(before.substr(0, before.find_last_not_of(' ') + 1));
        } else {
            kept.append(text.substr(0, close + 1));
        }
        text.remove_prefix(close + 1);
    }
    return kept.append(text);
}

} // namespace

bool names_year(std::string_view text) {
    constexpr std::size_t kYearDigits = 4;
    std::size_t short_parts = 0; // of one or two digits, each behind the one before it and a point
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            short_parts = text[at] == '.' ? short_parts : 0;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        const std::string_view digits = text.substr(at, end - at);
        if (digits.size() == kYearDigits &&
            (digits.starts_with("19") || digits.starts_with("20"))) {
            return true;
        }
        if (short_parts == 2 && digits.size() == 2) {
            return true;
        }
        short_parts = digits.size() <= 2 ? short_parts + 1 : 0;
        at = end;
    }
    return false;
}

std::string title_years_later(std::string_view title, int years) {
    constexpr std::size_t kYearDigits = 4;
    const std::string kept = without_dated_brackets(title);
    const std::string_view text = kept;
    std::string moved;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        if (end == at) {
            moved += text[at++];
            continue;
        }
        const std::string_view digits = text.substr(at, end - at);
        int year = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), year);
        const bool is_year = digits.size() == kYearDigits && is_century(year);
        moved += is_year && is_century(year + years) ? std::to_string(year + years)
                                                     : std::string(digits);
        at = end;
    }
    return moved;
}

Result<Document, EditProblem> new_plan_from(const Document& document, const NewPlanChoice& choice,
                                            NewIds& ids) {
    if (choice.first_year < 0 || choice.first_year > kMaxYear) {
        return fail(EditProblem::YearOutOfRange);
    }
    Document made = document;
    if (const auto problem = TextSetter(made.plan.unknown)
                                 .set(made.plan.title, choice.title, clean_typed_title, "title")
                                 .problem()) {
        return fail(*problem);
    }
    Result<std::string, EditProblem> reason = clean_typed_text(choice.review_reason);
    if (!reason) {
        return fail(reason.error());
    }
    const std::optional<Date> first = first_day(document);
    NewYear new_year(first ? choice.first_year - first->civil().year : 0,
                     std::move(reason).value());
    set_field(made.plan.id, new_plan_id(document.plan.id, ids), made.plan.unknown, "id");
    new_year.in(made.plan);
    new_year.in_all(made.measures);
    new_year.in_all(made.schools);
    new_year.in_all(made.views);
    if (new_year.left_calendar()) {
        return fail(EditProblem::YearOutOfRange);
    }
    made.marks = {};
    made.occurrences = {};
    made.overrides = {};
    made.decisions = {};
    made.live_changes = {};
    made.baselines = {};
    made.snapshots = {};
    const int last_year = made.plan.to ? made.plan.to->civil().year : choice.first_year;
    made.calendar = document.calendar.filtered([&](const CalendarYear& year) {
        return year.year >= choice.first_year && year.year <= last_year;
    });
    return made;
}

} // namespace vekha
