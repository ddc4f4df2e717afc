// From the period of a measure to marks on the time line: where they begin and end, how exact they
// look, and in which state each is.
#include "core/base/no_index.hpp"
#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/document.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vekha {
namespace {

constexpr float kLeastMarkWidth = 6.0F;    // a single day is at least that wide
constexpr float kLeastMarkDistance = 6.0F; // nearer marks of a recurrence become a band
constexpr float kMergeWidth = 3.0F;        // narrower spans that stand as near become one
constexpr float kFadeShare = 0.35F;        // of a unit, and of a bar
constexpr float kMostFade = 22.0F;
constexpr float kTailLength = 56.0F;
constexpr std::int32_t kOpenEndDays =
    90; // drawn of an open side when the plan's own years do not reach farther

float unit_days(Precision precision) {
    switch (precision) {
    case Precision::Day:
        return 0.0F;
    case Precision::Month:
    case Precision::None:
        return 30.0F;
    case Precision::Quarter:
        return 91.0F;
    case Precision::Half:
        return 182.0F;
    case Precision::Year:
        return 365.0F;
    }
    return 0.0F;
}

// What was done of work that is no longer expected here is no progress any more.
float drawn_share(const UnitStatus& status, double percent) {
    const bool expected =
        status.state != ComputedState::Cancelled && status.state != ComputedState::Moved;
    return expected ? static_cast<float>(percent) / 100.0F : 0.0F;
}

class MarkMaker {
public:
    MarkMaker(const LayoutContext& c, const Row& row)
        : m_c(c), m_plan(c.in.document->plan), m_period(c.period_of(row.index)),
          m_status(c.bar_state_of(row)), m_look(look_of(m_status.status)),
          m_share(drawn_share(m_status.status, m_status.percent)) {}

    void make(std::vector<SpanMark>& marks) {
        if (m_period.kind == PeriodKind::Unscheduled) {
            return;
        }
        if (m_period.kind == PeriodKind::Relative) {
            // It has a day as soon as the event it counts from has one.
            if (m_status.plan.due) {
                marks.push_back(deadline({std::nullopt, m_status.plan.due}));
            }
            return;
        }
        for (std::size_t i = 0; i < m_period.spans.size(); ++i) {
            const PeriodSpan& span = m_period.spans[i];
            if (!span.days.from && !span.days.to) {
                continue;
            }
            SpanMark mark = mark_of(completed(span.days));
            mark.span = static_cast<std::uint32_t>(i);
            take_own_state(mark, span.days);
            marks.push_back(mark);
        }
        spread_share(marks);
    }

private:
    // Ends in the order of time; a band without a side has the plan's.
    [[nodiscard]] Span completed(Span days) const {
        if (m_period.kind == PeriodKind::Throughout) {
            days.from = days.from ? days.from : m_plan.from;
            days.to = days.to ? days.to : m_plan.to;
        }
        if (ends_before_start(days)) {
            std::swap(days.from, days.to);
        }
        return days;
    }

    [[nodiscard]] SpanMark mark_of(const Span& days) const {
        assert(days.from.has_value() || days.to.has_value());
        if (m_period.kind == PeriodKind::Deadline && days.to) {
            return deadline(days);
        }
        if (!days.from) {
            return m_period.kind == PeriodKind::Open ? open_start(*days.to) : deadline(days);
        }
        if (!days.to) {
            return open_end(*days.from);
        }
        SpanMark mark = plain(m_c.x_from_date(*days.from), m_c.x_after_date(*days.to));
        if (m_period.kind == PeriodKind::Throughout) {
            mark.shape = SpanShape::Band;
        } else if (m_period.kind != PeriodKind::Day && m_period.precision != Precision::Day) {
            mark.shape = SpanShape::Soft;
            mark.fade = std::min(fade(), (mark.right - mark.left) * kFadeShare);
        }
        return mark;
    }

    [[nodiscard]] SpanMark plain(float left, float right) const {
        SpanMark mark;
        mark.left = left;
        mark.right = right;
        mark.look = m_look;
        mark.done_share = m_share;
        return mark;
    }

    [[nodiscard]] SpanMark deadline(const Span& days) const {
        assert(days.to.has_value());
        SpanMark mark = plain(m_c.x_from_date(*days.to), m_c.x_after_date(*days.to));
        mark.shape = SpanShape::Deadline;
        const std::optional<Date> from = days.from ? days.from : m_plan.from;
        mark.tail = kTailLength;
        if (from && *from <= *days.to) {
            mark.tail = std::min(mark.tail, mark.left - m_c.x_from_date(*from));
        }
        return mark;
    }

    [[nodiscard]] SpanMark open_end(Date from) const {
        Date to = from.plus_days(kOpenEndDays - 1);
        to = m_plan.to ? std::max(to, *m_plan.to) : to;
        SpanMark mark = plain(m_c.x_from_date(from), m_c.x_after_date(to));
        mark.shape = SpanShape::OpenEnd;
        mark.fade = std::min(fade(), (mark.right - mark.left) * kFadeShare);
        return mark;
    }

    [[nodiscard]] SpanMark open_start(Date to) const {
        Date from = to.plus_days(1 - kOpenEndDays);
        from = m_plan.from ? std::min(from, *m_plan.from) : from;
        SpanMark mark = plain(m_c.x_from_date(from), m_c.x_after_date(to));
        mark.shape = SpanShape::OpenStart;
        mark.fade = std::min(fade(), (mark.right - mark.left) * kFadeShare);
        return mark;
    }

    [[nodiscard]] float fade() const {
        const auto unit_px =
            unit_days(m_period.precision) * static_cast<float>(m_c.in.view->scale.px_per_day());
        return std::min(unit_px * kFadeShare, kMostFade);
    }

    // The report of this very occurrence. Parts and spans usually stand in the same order, so the
    // search goes on where it last ended.
    void take_own_state(SpanMark& mark, const Span& days) {
        const std::vector<PartStatus>& parts = m_status.parts;
        for (std::size_t tried = 0; tried < parts.size(); ++tried) {
            const std::size_t at = (m_next_part + tried) % parts.size();
            const PartStatus& part = parts[at];
            if (part.kind == PartKind::Occurrence && part.status.start == days.from &&
                part.status.due == days.to) {
                mark.look = look_of(part.status);
                mark.done_share = drawn_share(part.status, static_cast<double>(part.percent));
                mark.own_state = true;
                mark.part = static_cast<std::uint32_t>(at);
                m_next_part = at + 1;
                return;
            }
        }
    }

    // The progress of the whole runs through its spans one after the other.
    static void spread_share(std::vector<SpanMark>& marks) {
        if (marks.size() < 2 || marks.front().own_state) {
            return;
        }
        float all = 0.0F;
        for (const SpanMark& mark : marks) {
            all += mark.right - mark.left;
        }
        float left_over = all * marks.front().done_share;
        for (SpanMark& mark : marks) {
            const float width = std::max(mark.right - mark.left, 1e-3F);
            const float taken = std::clamp(left_over, 0.0F, width);
            mark.done_share = taken / width;
            left_over -= taken;
        }
    }

    const LayoutContext& m_c;
    const Plan& m_plan;
    const Period& m_period;
    const MeasureStatus& m_status;
    StateLook m_look;
    float m_share;
    std::size_t m_next_part = 0;
};

// Of a mark whose own units are too small to be seen.
float most_fade(float width) {
    return std::min(kMostFade, width * kFadeShare);
}

bool is_narrow(const SpanMark& mark) {
    return mark.right - mark.left < kMergeWidth && mark.shape != SpanShape::Deadline;
}

// Narrow spans side by side become one mark in the most urgent state of them.
void merge_narrow(std::vector<SpanMark>& marks) {
    std::size_t kept = 0;
    bool merging = !marks.empty() && is_narrow(marks.front());
    for (std::size_t i = 1; i < marks.size(); ++i) {
        SpanMark& last = marks[kept];
        const SpanMark& next = marks[i];
        const bool narrow = is_narrow(next);
        if (merging && narrow && next.left - last.right < kMergeWidth) {
            last.right = std::max(last.right, next.right);
            last.span = kNoIndex;
            last.part = kNoIndex;
            const bool exact = last.shape == SpanShape::Exact && next.shape == SpanShape::Exact;
            last.shape = exact ? SpanShape::Exact : SpanShape::Soft;
            last.fade = exact ? 0.0F : most_fade(last.right - last.left);
            last.done_share = std::min(last.done_share, next.done_share);
            if (next.look.urgency > last.look.urgency) {
                last.look = next.look;
            }
        } else {
            marks[++kept] = next;
            merging = narrow;
        }
    }
    marks.resize(std::min(marks.size(), kept + 1));
}

bool stand_too_near(const std::vector<SpanMark>& marks) {
    for (std::size_t i = 1; i < marks.size(); ++i) {
        if (marks[i].left - marks[i - 1].left < kLeastMarkWidth + kLeastMarkDistance) {
            return true;
        }
    }
    return false;
}

} // namespace

void collect_marks(LayoutContext& c, const Row& row) {
    std::vector<SpanMark>& marks = c.scratch.marks;
    marks.clear();
    MarkMaker(c, row).make(marks);
    sort_few(std::span(marks), [](const SpanMark& a, const SpanMark& b) {
        return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    const bool recurring = c.period_of(row.index).kind == PeriodKind::Recurring;
    if (recurring && stand_too_near(marks)) {
        const MeasureStatus& status = c.bar_state_of(row);
        SpanMark band = marks.front();
        for (const SpanMark& mark : marks) {
            band.right = std::max(band.right, mark.right);
        }
        band.shape = SpanShape::MarksBand;
        band.look = look_of(status.status);
        band.done_share = drawn_share(status.status, status.percent);
        band.own_state = false;
        band.span = kNoIndex;
        band.fade = 0.0F;
        marks.assign(1, band);
    } else {
        merge_narrow(marks);
    }
}

} // namespace vekha
