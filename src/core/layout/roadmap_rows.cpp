#include "core/layout/roadmap_rows.hpp"

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/section_tree.hpp"
#include "core/scene/scene.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
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

// Every section once, in the order of the plan: the outermost ones, each followed by all that stand
// inside it, however deep, so that nothing gets lost.
std::vector<std::uint32_t> sections_in_order(const Document& document, const SectionTree& tree) {
    std::vector<std::uint32_t> by_order(document.sections.size());
    std::iota(by_order.begin(), by_order.end(), 0U);
    std::sort(by_order.begin(), by_order.end(), [&document](std::uint32_t a, std::uint32_t b) {
        return std::tie(document.sections[a].order, a) < std::tie(document.sections[b].order, b);
    });
    std::vector<std::vector<std::uint32_t>> inside(by_order.size());
    for (const std::uint32_t index : by_order) {
        if (!tree.is_top(index)) {
            inside[tree.top(index)].push_back(index);
        }
    }
    std::vector<std::uint32_t> all;
    all.reserve(by_order.size());
    for (const std::uint32_t index : by_order) {
        if (tree.is_top(index)) {
            all.push_back(index);
            all.insert(all.end(), inside[index].begin(), inside[index].end());
        }
    }
    return all;
}

void widen(Span& total, std::optional<Date> day) {
    if (day) {
        total.from = total.from ? std::min(*total.from, *day) : *day;
        total.to = total.to ? std::max(*total.to, *day) : *day;
    }
}

void widen(Span& total, const Period& period) {
    for (const PeriodSpan& span : period.spans) {
        widen(total, span.days.from);
        widen(total, span.days.to);
    }
}

// Puts rows one under the other.
class RowStack {
public:
    RowStack(RoadmapRows& out, const RowMetrics& metrics) : m_out(out), m_metrics(metrics) {}

    void add_section(std::uint32_t index, std::uint8_t level, bool folded) {
        push({.kind = RowKind::Section, .index = index, .level = level, .folded = folded},
             m_metrics.section_height);
        m_section_row = static_cast<std::int32_t>(m_out.rows.size()) - 1;
        m_measure_level = static_cast<std::uint8_t>(level + 1U);
    }
    void add_measure(std::uint32_t index) {
        push({.kind = RowKind::Measure,
              .index = index,
              .level = m_measure_level,
              .section_row = m_section_row},
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
    std::int32_t m_section_row = -1;
    std::uint8_t m_measure_level = 0;
};

std::vector<std::uint32_t> baseline_by_measure(const Document& document) {
    std::vector<std::uint32_t> found(document.measures.size(), kNone);
    if (document.baselines.empty()) {
        return found;
    }
    const std::vector<std::uint32_t> by_id = sorted_by_id(document.measures);
    const std::vector<BaselinePeriod>& periods = document.baselines[0].periods;
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

std::size_t RoadmapRows::row_at(float y) const {
    const auto found = std::partition_point(
        rows.begin(), rows.end(), [y](const Row& row) { return row.top + row.height <= y; });
    return static_cast<std::size_t>(found - rows.begin());
}

std::optional<std::size_t> RoadmapRows::row_of(const std::optional<Owner>& owner) const {
    if (!owner) {
        return std::nullopt;
    }
    const RowKind kind = owner->kind == OwnerKind::Section ? RowKind::Section : RowKind::Measure;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.kind == kind && row.index == owner->index;
    });
    return found == rows.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

RoadmapRows make_rows(const Document& document, const std::set<SectionId>& folded, Density density,
                      const FoundMeasures* found) {
    RoadmapRows out;
    out.density = density;
    out.parties_by_id = sorted_by_id(document.parties);
    out.baseline_periods = baseline_by_measure(document);
    out.section_days.resize(document.sections.size());

    const SectionTree tree(document);
    std::vector<std::vector<std::uint32_t>> measures_of(document.sections.size());
    std::vector<std::uint8_t> holds_some(document.sections.size()); // itself, or one inside it
    const RowMetrics metrics = row_metrics(density);
    RowStack stack(out, metrics);
    out.rows.reserve(document.measures.size() + document.sections.size());
    std::uint32_t index = 0;
    for (const Measure& measure : document.measures) {
        out.has_numbers = out.has_numbers || !measure.number.empty();
        const std::uint32_t section = tree.find(measure.section);
        const bool fits = found == nullptr || found->fits[index] != 0;
        if (section != kNone) {
            widen(out.section_days[section], measure.period);
        }
        if (fits && section == kNone) {
            stack.add_measure(index);
        } else if (fits) {
            measures_of[section].push_back(index);
            holds_some[section] = 1;
            holds_some[tree.top(section)] = 1;
        }
        ++index;
    }
    const auto is_folded = [&](std::uint32_t section) {
        return folded.contains(document.sections[section].id);
    };
    for (const std::uint32_t section : sections_in_order(document, tree)) {
        const std::uint32_t top = tree.top(section);
        const bool nested = top != section;
        if (nested) {
            widen(out.section_days[top], out.section_days[section].from);
            widen(out.section_days[top], out.section_days[section].to);
            if (is_folded(top)) {
                continue;
            }
        }
        if (found != nullptr && holds_some[section] == 0) {
            continue;
        }
        stack.add_section(section, nested ? 1U : 0U, is_folded(section));
        if (!is_folded(section)) {
            for (const std::uint32_t measure : measures_of[section]) {
                stack.add_measure(measure);
            }
        }
    }
    return out;
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
