#include "core/layout/roadmap_rows.hpp"

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/model/baselines.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/section_tree.hpp"
#include "core/scene/scene.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <set>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr RowMetrics kComfortable{};
constexpr RowMetrics kCompact{.measure_height = 28.0F,
                              .section_height = 28.0F,
                              .date_strip_height = 0.0F,
                              .header_row_height = 22.0F,
                              .bar_height = 14.0F,
                              .band_height = 8.0F,
                              .lines = 1};
constexpr float kCompactAreaHeight = 320.0F;
constexpr std::uint32_t kNone = RoadmapRows::kNone;

// Puts rows one under the other.
class RowStack {
public:
    RowStack(RoadmapRows& out, const RowMetrics& metrics) : m_out(out), m_metrics(metrics) {}

    void add_heading(Row heading) {
        push(heading, m_metrics.section_height);
        m_heading_row = static_cast<std::int32_t>(m_out.rows.size()) - 1;
        m_measure_level = static_cast<std::uint8_t>(heading.level + 1U);
    }
    void add_measure(std::uint32_t index, std::uint32_t group = kNoIndex) {
        push({.kind = RowKind::Measure,
              .index = index,
              .group = group,
              .level = m_measure_level,
              .heading_row = m_heading_row},
             m_metrics.measure_height);
    }

private:
    void push(Row row, float height) {
        row.top = m_out.total_height;
        row.height = height;
        m_out.rows.push_back(row);
        m_out.total_height += height;
    }

    RoadmapRows& m_out;
    const RowMetrics& m_metrics;
    std::int32_t m_heading_row = -1;
    std::uint8_t m_measure_level = 0;
};

// Which of how many each row is among those that stand under the same one.
void number_siblings(std::vector<Row>& rows) {
    constexpr std::size_t kMostLevels = 256;
    std::array<std::uint32_t, kMostLevels> seen{}; // by level, since the last row above it
    std::size_t deepest = 0;
    const auto forget_below = [&](std::size_t level) {
        for (; deepest > level; --deepest) {
            seen[deepest] = 0;
        }
        deepest = level;
    };
    for (Row& row : rows) {
        forget_below(row.level);
        row.position = ++seen[row.level];
    }
    seen.fill(0);
    deepest = 0;
    for (Row& row : std::views::reverse(rows)) {
        forget_below(row.level);
        if (seen[row.level] == 0) {
            seen[row.level] = row.position;
        }
        row.set_size = seen[row.level];
    }
}

std::vector<std::uint32_t> baseline_by_measure(const Document& document, std::uint32_t baseline) {
    std::vector<std::uint32_t> found(document.measures.size(), kNone);
    if (baseline == kNone) {
        return found;
    }
    const std::vector<std::uint32_t> by_id = sorted_by_id(document.measures);
    const std::vector<BaselinePeriod>& periods = document.baselines[baseline].periods;
    for (std::uint32_t i = 0; i < periods.size(); ++i) {
        const std::uint32_t measure = find_by_id(document.measures, by_id, periods[i].measure);
        if (measure != kNone) {
            found[measure] = i;
        }
    }
    return found;
}

} // namespace

RowMetrics row_metrics(Density density) {
    return density == Density::Compact ? kCompact : kComfortable;
}

Density density_for(const Rect& area) {
    return area.height() < kCompactAreaHeight ? Density::Compact : Density::Comfortable;
}

const BaselinePeriod* RoadmapRows::approved(const Document& document, std::uint32_t measure) const {
    const std::uint32_t period = baseline_periods[measure];
    return period == kNone ? nullptr : &document.baselines[baseline].periods[period];
}

std::size_t RoadmapRows::row_at(float y) const {
    const auto found = std::partition_point(
        rows.begin(), rows.end(), [y](const Row& row) { return row.top + row.height <= y; });
    return static_cast<std::size_t>(found - rows.begin());
}

Owner Row::owner() const {
    switch (kind) {
    case RowKind::Section:
        return {OwnerKind::Section, index};
    case RowKind::Group:
        return {OwnerKind::Group, index};
    case RowKind::Measure:
        break;
    }
    return {OwnerKind::Measure, index, group};
}

std::optional<std::size_t> RoadmapRows::row_of(const std::optional<Owner>& owner) const {
    if (!owner) {
        return std::nullopt;
    }
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Row& row) { return row.owner() == *owner; });
    return found == rows.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

namespace {

class RowsMaker {
public:
    RowsMaker(const Document& document, const RowsChoice& choice)
        : m_document(document), m_choice(choice), m_metrics(row_metrics(choice.density)),
          m_stack(m_out, m_metrics) {
        m_out.density = choice.density;
        m_out.parties_by_id = sorted_by_id(document.parties);
        m_out.baseline = newest_baseline(document);
        m_out.baseline_periods = baseline_by_measure(document, m_out.baseline);
        m_out.rows.reserve(document.measures.size() + document.sections.size());
        m_out.has_numbers = std::ranges::any_of(
            document.measures, [](const Measure& measure) { return !measure.number.empty(); });
    }

    RoadmapRows make() {
        if (m_choice.groups == nullptr || m_choice.groups->grouping == Grouping::Section) {
            by_section();
        } else if (m_choice.groups->has_groups()) {
            by_groups();
        } else {
            each_measure([this](std::uint32_t measure) {
                if (fits(measure)) {
                    m_stack.add_measure(measure);
                }
            });
        }
        number_siblings(m_out.rows);
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool fits(std::uint32_t measure) const {
        return m_choice.found == nullptr || m_choice.found->fits[measure] != 0;
    }

    template <class Work>
    void each_measure(Work work) const {
        if (m_choice.order.empty()) {
            for (std::uint32_t i = 0; i < m_document.measures.size(); ++i) {
                work(i);
            }
        }
        for (const std::uint32_t measure : m_choice.order) {
            work(measure);
        }
    }

    void by_groups() {
        std::uint32_t index = 0;
        for (const RowGroup& group : m_choice.groups->groups) {
            const auto count = static_cast<std::uint32_t>(std::ranges::count_if(
                group.measures, [this](std::uint32_t measure) { return fits(measure); }));
            if (count > 0) {
                const bool folded =
                    m_choice.folded != nullptr && m_choice.folded->groups.contains(group.key);
                m_stack.add_heading({.kind = RowKind::Group,
                                     .index = index,
                                     .folded = folded,
                                     .shown_rows = count});
                for (const std::uint32_t measure : group.measures) {
                    if (!folded && fits(measure)) {
                        m_stack.add_measure(measure, index);
                    }
                }
            }
            ++index;
        }
    }

    [[nodiscard]] bool is_folded(std::uint32_t section) const {
        return m_choice.folded != nullptr &&
               m_choice.folded->sections.contains(m_document.sections[section].id);
    }

    void by_section() {
        m_out.section_days.resize(m_document.sections.size());
        const SectionTree tree(m_document);
        std::vector<std::vector<std::uint32_t>> measures_of(m_document.sections.size());
        std::vector<std::uint32_t> count_of(m_document.sections.size()); // with those inside
        std::uint32_t before = kNone;
        each_measure([&](std::uint32_t index) {
            const Measure& measure = m_document.measures[index];
            const std::uint32_t section = tree.find(measure.section, before);
            before = section;
            if (section != kNone) {
                widen(m_out.section_days[section], measure.period);
            }
            if (fits(index) && section == kNone) {
                m_stack.add_measure(index);
            } else if (fits(index)) {
                measures_of[section].push_back(index);
                ++count_of[section];
                if (!tree.is_top(section)) {
                    ++count_of[tree.top(section)];
                }
            }
        });
        for (const std::uint32_t section : tree.in_order()) {
            const std::uint32_t top = tree.top(section);
            const bool nested = top != section;
            if (nested) {
                widen(m_out.section_days[top], m_out.section_days[section].from);
                widen(m_out.section_days[top], m_out.section_days[section].to);
                if (is_folded(top)) {
                    continue;
                }
            }
            if (m_choice.found != nullptr && count_of[section] == 0) {
                continue;
            }
            m_stack.add_heading({.kind = RowKind::Section,
                                 .index = section,
                                 .level = static_cast<std::uint8_t>(nested ? 1U : 0U),
                                 .folded = is_folded(section),
                                 .shown_rows = count_of[section]});
            if (!is_folded(section)) {
                for (const std::uint32_t measure : measures_of[section]) {
                    m_stack.add_measure(measure);
                }
            }
        }
    }

    const Document& m_document;
    const RowsChoice& m_choice;
    RowMetrics m_metrics;
    RoadmapRows m_out;
    RowStack m_stack;
};

} // namespace

RoadmapRows make_rows(const Document& document, const RowsChoice& choice) {
    return RowsMaker(document, choice).make();
}

Span extent_of(const Document& document) {
    Span extent;
    widen(extent, document.plan.from);
    widen(extent, document.plan.to);
    for (const Measure& measure : document.measures) {
        widen(extent, measure.period);
    }
    return extent;
}

} // namespace vekha
