// The grammar: goes over the atoms of a cell once and finds the phrases that say when. Whatever
// belongs to no phrase is left as unread. A phrase is tried as a whole; when it does not hold, the
// reader goes back to where it began.
#pragma once

#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

namespace vekha::reading {

using Labels = std::vector<std::optional<PieceMeaning>>;

// A set of senses, made by the compiler: passed on as its two halves it takes less code than a
// list.
struct SenseSet {
    consteval SenseSet(std::initializer_list<Sense> senses) {
        for (const Sense sense : senses) {
            const auto bit = static_cast<unsigned>(sense);
            (bit < kHalf ? low : high) |= std::uint64_t{1} << (bit % kHalf);
        }
    }
    static constexpr unsigned kHalf = 64;
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};
static_assert(static_cast<unsigned>(Sense::Nothing) < 2 * SenseSet::kHalf);

class PhraseReader {
public:
    // `labels`: one for each atom, filled in by read().
    PhraseReader(const std::vector<Atom>& atoms, Labels& labels);

    [[nodiscard]] Findings read() &&;

private:
    PhraseReader(const PhraseReader& outer, std::size_t begin, std::size_t end);

    // ---- phrase_reader.cpp: the cursor, the order of the phrases, brackets
    [[nodiscard]] const Atom& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool is(Sense sense, std::size_t ahead = 0) const {
        return peek(ahead).sense == sense;
    }
    [[nodiscard]] bool is_any(SenseSet senses, std::size_t ahead = 0) const {
        return has(senses.low, senses.high, ahead);
    }
    [[nodiscard]] bool has(std::uint64_t low, std::uint64_t high, std::size_t ahead) const;
    bool skip(Sense sense);
    bool skip_any(SenseSet senses) { return skip_of(senses.low, senses.high); }
    bool skip_of(std::uint64_t low, std::uint64_t high);
    void back_to(std::size_t at);
    void label(std::size_t from, PieceMeaning meaning);
    [[nodiscard]] bool at_end() const { return m_at >= m_end; }
    void read_all();
    void read_next();
    bool separator();
    bool bracket();
    [[nodiscard]] bool at_end_of_text(std::size_t ahead) const;
    void year_behind_bracket();
    void take(const Findings& inner);
    void merge_bracket(const Findings& inner, std::size_t begin);
    bool exception();
    bool hours();
    void leave_unread();
    bool goes_on();
    void add(Stretch stretch, std::size_t begin);
    [[nodiscard]] bool follows_at_once(std::size_t begin) const;
    void repeat(const Repetition& repetition);

    // ---- part_phrases.cpp: one part of the calendar
    std::optional<CalendarPart> part();
    std::optional<CalendarPart> edge_part();
    std::optional<CalendarPart> vague_part(Sense edge);
    bool plan_words();
    std::optional<CalendarPart> digit_date();
    std::optional<CalendarPart> day_of_month();
    std::optional<CalendarPart> day_number();
    std::optional<CalendarPart> named_month();
    std::optional<CalendarPart> counted_part();
    std::optional<CalendarPart> counted_unit(int number);
    std::optional<CalendarPart> part_of_month(int number, Sense unit);
    static bool set_part_of_month(CalendarPart& part, int number);
    std::optional<CalendarPart> term(CalendarPart found);
    std::optional<CalendarPart> half_of(int number);
    std::optional<CalendarPart> weekday_of_month(int number);
    std::optional<CalendarPart> marked_part();
    std::optional<CalendarPart> season();
    std::optional<CalendarPart> bare_number();

    // ---- year_phrases.cpp: years and school years
    std::optional<CalendarPart> school_year();
    std::optional<CalendarPart> named_year();
    std::optional<CalendarPart> finer_part_of_year(int year);
    bool year_pair(int& first, int& last);
    bool school_words();
    bool is_next_school_year();
    bool school_words_behind_list();
    void skip_year_units();
    [[nodiscard]] bool follows_unread_part() const;
    bool short_year(CalendarPart& part);
    void trailing_year(CalendarPart& part);
    bool school_year_behind(CalendarPart& part);
    bool years_behind(CalendarPart& part);
    [[nodiscard]] bool is_next_heading(bool apart) const;
    [[nodiscard]] bool opens_with_year() const;

    // ---- date_phrases.cpp: parts with bounds, ranges and lists
    bool dated();
    bool bound_before(Bound& bound, bool& is_soft);
    bool from_phrase(std::size_t begin);
    bool until_phrase(std::size_t begin, bool is_soft);
    bool range_phrase(std::size_t begin);
    std::optional<CalendarPart> range_end(const Stretch& stretch);
    bool not_bound(Sense direction);
    [[nodiscard]] bool is_range_of_hours() const;
    bool time_of_day();
    bool joint();
    void finish(Stretch stretch, std::size_t begin);
    void number_of_months();
    void complete_bare_numbers();
    bool complete(CalendarPart& part, const CalendarPart& next);

    // ---- repetition_phrases.cpp: how often
    bool repetition();
    bool each();
    bool each_counted(std::size_t begin);
    bool times();
    bool per_unit(Repetition& repetition);
    bool by_days_of_month();
    bool by_weekdays();
    bool weekday_of_each_month();
    std::optional<Unit> unit();

    // ---- event_phrases.cpp: events and days that others are counted from
    bool counted_from_event();
    bool count_of_days(Relation& relation);
    bool days_before_event();
    void doubt_units(const Relation& relation);
    bool event_phrase();
    bool event_with_date(std::size_t begin);
    void event(Relation& relation);
    bool event_on_day(const Relation& relation, Anchor how, std::size_t begin);

    // ---- other_phrases.cpp: the whole plan, no date at all
    bool throughout();
    bool during();
    bool throughout_named(std::size_t begin);
    bool whole_plan();
    bool span_of_plan();
    bool without_date();
    void swallow();
    [[nodiscard]] bool is_plain_word(std::size_t ahead = 0) const;
    [[nodiscard]] bool starts_date(std::size_t ahead) const;

    const std::vector<Atom>& m_atoms;
    Labels& m_labels;
    Findings m_found;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::size_t m_depth = 0; // of brackets
    bool m_in_bracket = false;
    bool m_on_new_line = false;
    bool m_after_or = false;
    bool m_after_dash = false;
    bool m_english_day = false; // the day was read behind its month
    bool m_year_leads = false;  // «2021 год: …», so that more years may stand before their parts
    bool m_in_range_of_years = false;
};

} // namespace vekha::reading
