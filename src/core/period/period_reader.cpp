#include "core/period/period_reader.hpp"

#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/fill_years.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/occurrences.hpp"
#include "core/period/phrase_reader.hpp"
#include "core/period/token_reader.hpp"
#include "core/period/tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using reading::Atom;
using reading::Bound;
using reading::CalendarPart;
using reading::Duration;
using reading::Edge;
using reading::Findings;
using reading::Grain;
using reading::Labels;
using reading::PlanYears;
using reading::Sense;
using reading::Stretch;

constexpr int kFarYears = 5;

// A copy of the code points from `begin` to `end` of the text, runs of blanks as one space.
std::string words_of(std::string_view text, std::size_t begin, std::size_t end) {
    std::string words;
    std::size_t place = 0;
    for (std::size_t at = 0; at < text.size() && place < end; ++place) {
        const DecodedCodePoint next = decode_utf8(text, at);
        const std::size_t bytes = std::max<std::size_t>(next.bytes, 1);
        const bool blank = next.code_point <= ' ' || next.code_point == 0xA0;
        if (place >= begin && next.bytes != 0 && !blank) {
            words += text.substr(at, bytes);
        } else if (place >= begin && blank && !words.empty() && words.back() != ' ') {
            words += ' ';
        }
        at += bytes;
    }
    while (!words.empty() && words.back() == ' ') {
        words.pop_back();
    }
    return words;
}

// Puts the findings together to one reading.
class Judge {
public:
    Judge(std::string_view text, const PeriodContext& context, const std::vector<Atom>& atoms,
          const Labels& labels, Findings found)
        : m_text(text), m_context(context), m_atoms(atoms), m_labels(labels),
          m_found(std::move(found)), m_plan(m_context) {}

    PeriodReading judge() {
        place_ends_of_plan();
        spread_years(m_found);
        drop_days_without_month();
        keep_the_plain_school_year();
        doubt_years_of_school_plans();
        if (m_found.repetition) {
            read_recurring(*m_found.repetition);
        } else if (m_found.relation &&
                   (m_found.relation->is_counted || m_found.stretches.empty())) {
            read_relative(*m_found.relation);
        } else if (m_found.throughout != Duration::None && !has_finer_dates()) {
            read_throughout();
        } else if (!m_found.stretches.empty()) {
            read_dates();
        }
        judge_the_rest();
        note_misprints();
        make_pairs();
        make_pieces();
        m_reading.reasons = std::move(m_found.doubts);
        m_reading.notes = std::move(m_found.notes);
        return std::move(m_reading);
    }

private:
    // «до конца проекта» is the plan's last day.
    void place_ends_of_plan() {
        const auto& plan = m_plan.plan();
        if (!plan) {
            return;
        }
        const CivilDate day = plan->to.civil();
        for (Stretch& stretch : m_found.stretches) {
            for (CalendarPart* part : {&stretch.first, &stretch.last}) {
                if (part->grain == Grain::Plan) {
                    *part = CalendarPart();
                    part->grain = Grain::Day;
                    part->day = static_cast<int>(day.day);
                    part->month = static_cast<int>(day.month);
                    part->year = day.year;
                }
            }
        }
    }

    // «до 5 числа», and nothing says of which month; «в начале учебного года», but of which one?
    void drop_days_without_month() {
        if (m_found.repetition) {
            return;
        }
        const bool knows_school_year = m_plan.is_school_year();
        const auto dropped =
            std::remove_if(m_found.stretches.begin(), m_found.stretches.end(),
                           [knows_school_year](const Stretch& stretch) {
                               const CalendarPart& last = stretch.last;
                               return is_of_any_month(last) || last.grain == Grain::Plan ||
                                      (last.is_of_school_year && !last.year && !knows_school_year);
                           });
        if (dropped != m_found.stretches.end()) {
            m_found.stretches.erase(dropped, m_found.stretches.end());
            m_found.doubt(ReviewReason::Unread);
        }
    }

    // «учебный год» alone is as long as «в течение учебного года».
    void keep_the_plain_school_year() {
        if (m_found.stretches.size() != 1 || m_found.throughout != Duration::None) {
            return;
        }
        const Stretch& only = m_found.stretches.front();
        if (!only.is_range && only.bound == Bound::None && only.first.edge == Edge::None &&
            only.first.grain == Grain::SchoolYear && !only.first.year && !only.first.is_next) {
            m_found.throughout = Duration::SchoolYear;
            m_found.stretches.clear();
        }
    }

    // In a plan of a school year «1 полугодие» is September to December for most.
    void doubt_years_of_school_plans() {
        if (!m_plan.is_school_year()) {
            return;
        }
        for (Stretch& stretch : m_found.stretches) {
            for (CalendarPart* part : {&stretch.first, &stretch.last}) {
                if (part->grain == Grain::Year && !part->year) {
                    m_found.doubt(ReviewReason::LastDayUnclear); // «до конца года»: which one?
                }
                if (part->grain == Grain::Half) {
                    m_found.doubt(ReviewReason::SchoolCalendar);
                    part->grain = part->year ? Grain::Half : Grain::SchoolHalf;
                }
            }
        }
    }

    [[nodiscard]] bool has_finer_dates() const {
        return std::any_of(
            m_found.stretches.begin(), m_found.stretches.end(), [](const Stretch& stretch) {
                return stretch.bound != Bound::None || stretch.first.grain < Grain::Year ||
                       stretch.last.grain < Grain::Year;
            });
    }

    void read_recurring(reading::Repetition repetition) {
        m_reading.kind = PeriodKind::Recurring;
        if (repetition.weekdays == 0 && m_found.weekdays != 0) {
            if (repetition.unit != reading::Unit::Week) {
                m_found.doubt(ReviewReason::MixedMeanings);
            } else {
                repetition.weekdays = m_found.weekdays; // «еженедельно (пятница)»
            }
        }
        auto occurrences = occurrences_of(m_found, repetition, m_plan);
        m_reading.spans = std::move(occurrences.spans);
        m_reading.precision = occurrences.precision;
        Recurrence recurrence;
        recurrence.text = words_that_say_when();
        recurrence.rule = std::move(occurrences.rule);
        m_reading.recurrence = std::move(recurrence);
        const bool counted =
            std::any_of(m_found.stretches.begin(), m_found.stretches.end(),
                        [](const Stretch& one) { return one.anchor != reading::Anchor::None; });
        if (m_found.relation || (counted && repetition.unit != reading::Unit::Year)) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
        doubt_duration();
    }

    // «ежемесячно в течение года»: the year is as doubtful as it is alone.
    void doubt_duration() {
        const bool each_year =
            m_found.repetition && m_found.repetition->unit == reading::Unit::Year;
        if (m_found.throughout == Duration::Year && m_found.stretches.empty() && !each_year &&
            !m_context.section_year && !m_plan.is_one_year()) {
            m_found.doubt(ReviewReason::OneYearOrAll);
        }
        if (m_found.throughout == Duration::SchoolYear && !m_plan.is_school_year()) {
            m_found.doubt(ReviewReason::SchoolCalendar);
        }
    }

    void read_relative(const reading::Relation& relation) {
        m_reading.kind = PeriodKind::Relative;
        RelativeTo to;
        if (relation.begin < relation.end) {
            to.anchor =
                words_of(m_text, m_atoms[relation.begin].begin, m_atoms[relation.end - 1].end);
        }
        to.offset_days = relation.days;
        m_reading.relative = std::move(to);
        if (!m_found.stretches.empty() || m_found.throughout != Duration::None) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    void read_throughout() {
        m_reading.kind = PeriodKind::Throughout;
        m_reading.precision = Precision::Year;
        if (!m_found.stretches.empty()) {
            add_spans();
            return;
        }
        const auto days = m_found.throughout == Duration::Year ? m_plan.one_year() : m_plan.plan();
        doubt_duration();
        if (days) {
            m_reading.spans.push_back({days->from, days->to});
        } else {
            m_found.doubt(ReviewReason::Unread);
        }
        if (m_found.relation) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    void read_dates() {
        m_reading.kind = kind_of_dates();
        m_reading.precision = precision_of_dates();
        add_spans();
        const bool opens = std::any_of(
            m_found.stretches.begin(), m_found.stretches.end(), [](const Stretch& stretch) {
                return stretch.bound == Bound::From || stretch.bound == Bound::After;
            });
        if (opens && m_found.stretches.size() > 1) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
        judge_weekday();
        const bool goes_on =
            m_found.throughout == Duration::Plan && m_reading.kind == PeriodKind::Open;
        if ((m_found.throughout != Duration::None && !goes_on) || m_found.relation) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    // «пятница, 15.04.2021» was a Thursday.
    void judge_weekday() {
        if (m_found.weekdays == 0 || m_reading.kind != PeriodKind::Day || m_reading.spans.empty()) {
            return;
        }
        const std::optional<Date> day = m_reading.spans.front().from;
        if (day && m_found.weekdays != 1U << static_cast<unsigned>(day->weekday())) {
            m_found.doubt(ReviewReason::WordUnclear);
        }
    }

    [[nodiscard]] PeriodKind kind_of_dates() const {
        if (m_found.stretches.size() > 1) {
            return PeriodKind::Several;
        }
        const Stretch& only = m_found.stretches.front();
        if (only.bound != Bound::None) {
            return only.bound == Bound::Until ? PeriodKind::Deadline : PeriodKind::Open;
        }
        if (only.is_range) {
            return PeriodKind::Range;
        }
        switch (only.first.grain) {
        case Grain::Day:
        case Grain::NthWeekday:
            return PeriodKind::Day;
        case Grain::Month:
            return PeriodKind::Month;
        default:
            return PeriodKind::Range;
        }
    }

    [[nodiscard]] Precision precision_of_dates() const {
        Precision precision = Precision::None;
        for (const Stretch& stretch : m_found.stretches) {
            precision = std::min(precision, precision_of(stretch.first));
            precision = std::min(precision, precision_of(stretch.last));
            if (stretch.bound == Bound::Until) {
                precision = Precision::Day;
            }
        }
        return precision;
    }

    void add_spans() {
        fill_years(m_found, m_plan);
        for (const Stretch& stretch : m_found.stretches) {
            const auto span = span_of(stretch);
            if (!span) {
                m_found.doubt(ReviewReason::ImpossibleDay);
                continue;
            }
            if (ends_before_start(*span)) {
                m_found.doubt(ReviewReason::EndBeforeStart);
            }
            if (!m_reading.spans.empty()) {
                judge_neighbours(m_reading.spans.back(), *span);
            }
            m_reading.spans.push_back(*span);
            judge_span(*span);
        }
        for (const Stretch& stretch : m_found.stretches) {
            if (stretch.is_range && stretch.first.was_bare && stretch.first.number > 0 &&
                stretch.first.number > stretch.last.number) {
                m_found.doubt(ReviewReason::EndBeforeStart);
            }
        }
    }

    // «май 2021, до 20.05.2021»: the one lies in the other, so which of them holds?
    void judge_neighbours(const Span& before, const Span& span) {
        const auto lies_in = [](const Span& inner, const Span& outer) {
            return outer.from && outer.to && inner.to &&
                   *outer.from <= inner.from.value_or(*inner.to) && *inner.to <= *outer.to;
        };
        if (lies_in(span, before) || lies_in(before, span)) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    void judge_span(const Span& span) {
        const auto& plan = m_plan.plan();
        const auto shown = span.from ? span.from : span.to;
        if (!plan || !shown) {
            return;
        }
        if (span.to && *span.to < plan->from) {
            m_found.doubt(ReviewReason::BeforePlan);
        }
        if (*shown > plan->to) {
            m_found.note(PeriodNote::AfterPlan);
        }
        const int year = shown->civil().year;
        if (year > plan->to.civil().year + kFarYears ||
            year < plan->from.civil().year - kFarYears) {
            m_found.doubt(ReviewReason::ImplausibleYear);
        }
    }

    void judge_the_rest() {
        if (m_reading.kind != PeriodKind::Unscheduled || m_found.without_date) {
            return;
        }
        const bool has_words = std::any_of(m_atoms.begin(), m_atoms.end(), [](const Atom& atom) {
            return atom.sense != Sense::Dash && atom.sense != Sense::NewLine &&
                   atom.sense != Sense::Comma && atom.sense != Sense::Open &&
                   atom.sense != Sense::Close && atom.sense != Sense::Colon &&
                   atom.sense != Sense::Slash;
        });
        m_found.doubt(has_words ? ReviewReason::Unread : ReviewReason::Empty);
    }

    void note_misprints() {
        for (std::size_t at = 0; at < m_atoms.size(); ++at) {
            if (m_atoms[at].is_repaired && says_when(at)) {
                m_found.note(PeriodNote::Misprint);
            }
        }
    }

    [[nodiscard]] bool says_when(std::size_t at) const {
        const PieceMeaning meaning = at < m_labels.size()
                                         ? m_labels[at].value_or(PieceMeaning::Unread)
                                         : PieceMeaning::Unread;
        return meaning != PieceMeaning::Ignored && meaning != PieceMeaning::Unread &&
               meaning != PieceMeaning::WithoutDate && meaning != PieceMeaning::Relative;
    }

    // From the first to the last word of the recurrence, as they stand in the text.
    [[nodiscard]] std::string words_that_say_when() const {
        std::optional<std::size_t> begin;
        std::size_t end = 0;
        bool is_open = false; // a bracket in which something was said
        for (std::size_t at = 0; at < m_atoms.size(); ++at) {
            const Atom& atom = m_atoms[at];
            const bool says = says_when(at);
            const bool before_word = says_when(at + 1);
            is_open = is_open || (begin && atom.sense == Sense::Open && before_word);
            if (says || (is_open && atom.sense == Sense::Close)) {
                begin = begin ? begin : atom.begin;
                end = atom.end;
                is_open = is_open && atom.sense != Sense::Close;
            }
        }
        return begin ? words_of(m_text, *begin, end) : std::string();
    }

    // A line of the cell for each line of the title, or for each but the first one, which says what
    // the others have in common.
    void make_pairs() {
        const std::size_t count = m_reading.spans.size();
        if (m_reading.kind != PeriodKind::Several || count != m_found.stretches.size() ||
            (m_context.items != count && m_context.items != count + 1)) {
            return;
        }
        for (std::size_t at = 1; at < count; ++at) {
            if (!m_found.stretches[at].on_new_line) {
                return;
            }
        }
        std::size_t breaks = 0; // those between phrases
        for (std::size_t at = 0; at + 1 < m_atoms.size(); ++at) {
            const bool is_break = m_atoms[at].sense == Sense::NewLine;
            breaks += is_break && m_labels[at] == PieceMeaning::Ignored ? 1U : 0U;
        }
        // A line without a date would shift those behind it.
        if (breaks >= count && (m_context.items > count || m_found.has_unread)) {
            return;
        }
        std::vector<std::size_t> pairs;
        pairs.reserve(count);
        for (std::size_t at = 0; at < count; ++at) {
            pairs.push_back(m_context.items - count + at);
        }
        m_reading.pairs = std::move(pairs);
    }

    void make_pieces() {
        bool joins = false;
        for (std::size_t at = 0; at < m_atoms.size(); ++at) {
            const Atom& atom = m_atoms[at];
            const PieceMeaning meaning = m_labels[at].value_or(PieceMeaning::Unread);
            const bool separates = meaning == PieceMeaning::Ignored &&
                                   (atom.sense == Sense::Comma || atom.sense == Sense::NewLine ||
                                    atom.sense == Sense::Colon);
            if (separates) {
                joins = false;
                continue;
            }
            if (joins && m_reading.pieces.back().meaning == meaning) {
                m_reading.pieces.back().end = atom.end;
            } else {
                m_reading.pieces.push_back({atom.begin, atom.end, meaning});
            }
            joins = true;
        }
    }

    std::string_view m_text;
    PeriodContext m_context;
    const std::vector<Atom>& m_atoms;
    const Labels& m_labels;
    Findings m_found;
    PlanYears m_plan;
    PeriodReading m_reading;
};

PeriodContext checked_context(PeriodContext context) {
    if (context.section_year && (*context.section_year < 0 || *context.section_year > kMaxYear)) {
        context.section_year.reset();
    }
    if (ends_before_start(context.plan)) {
        context.plan = {};
    }
    return context;
}

} // namespace

PeriodReading reading::read_tokens(std::string_view text, const PeriodContext& context,
                                   std::span<const Token> tokens) {
    const std::vector<Atom> atoms = atoms_of(tokens);
    Labels labels(atoms.size());
    Findings found = PhraseReader(atoms, labels).read();
    // A weekday that stands alone is a date nobody can name.
    if (found.weekdays != 0 && found.stretches.empty() && !found.repetition) {
        found.doubt(ReviewReason::Unread);
    }
    return Judge(text, checked_context(context), atoms, labels, std::move(found)).judge();
}

} // namespace vekha
