#include "core/find/row_order.hpp"

#include "core/base/digits.hpp"
#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

// Most digits of a number that count; numbers of rows have a few.
constexpr std::size_t kMostDigits = 30;

// Bytes that compare as the number does.
void append_ordered(std::string& key, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        key += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
    }
}

std::string_view lead_name(const Document& document, const std::vector<std::uint32_t>& by_id,
                           const Measure& measure) {
    for (const PartyId& id : measure.responsible) {
        const std::uint32_t party = find_by_id(document.parties, by_id, id);
        if (party != kNoIndex) {
            return document.parties[party].name;
        }
    }
    return measure.responsible_text.empty() ? std::string_view() : measure.responsible_text.front();
}

// Empty where there is nothing to sort by.
std::string key_of(const Document& document, const std::vector<std::uint32_t>& parties_by_id,
                   const MeasureStatus& status, const Measure& measure, Column column) {
    std::string key;
    switch (column) {
    case Column::Number:
        return number_key(measure.number);
    case Column::Title:
        return number_key(folded(measure.title));
    case Column::Responsible:
        return number_key(folded(lead_name(document, parties_by_id, measure)));
    case Column::Period: {
        // Work that is open at its end belongs to where it begins.
        const std::optional<Date> due = status.plan.due ? status.plan.due : status.plan.start;
        if (due) {
            append_ordered(key, ordered_day(*due));
            append_ordered(key, ordered_day(status.plan.start.value_or(*due)));
        }
        return key;
    }
    case Column::State:
        key += static_cast<char>(urgency_rank(shown_state(status.status)));
        append_ordered(key, std::numeric_limits<std::uint32_t>::max() -
                                static_cast<std::uint32_t>(status.status.days_late));
        return key;
    }
    return key;
}

} // namespace

std::string number_key(std::string_view text) {
    std::string key;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            key += text[i++];
            continue;
        }
        while (i + 1 < text.size() && text[i] == '0' && is_digit(text[i + 1])) {
            ++i;
        }
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        // Longer numbers are larger; their length stands before all other characters.
        key += static_cast<char>(1 + std::min(end - i, kMostDigits));
        key += text.substr(i, end - i);
        i = end;
    }
    return key;
}

std::uint32_t ordered_day(Date day) {
    return static_cast<std::uint32_t>(day.serial()) ^ 0x80000000U;
}

void sort_by_keys(std::vector<std::uint32_t>& order, const std::vector<std::string>& keys,
                  bool descending) {
    sort_places(std::span(order), [&](std::uint32_t a, std::uint32_t b) {
        if (keys[a].empty() != keys[b].empty()) {
            return keys[b].empty();
        }
        const int difference = keys[a].compare(keys[b]);
        if (difference == 0) {
            return a < b;
        }
        return descending ? difference > 0 : difference < 0;
    });
}

std::size_t urgency_rank(ComputedState state) {
    const auto* const place = std::find(kStatesByUrgency.begin(), kStatesByUrgency.end(), state);
    return static_cast<std::size_t>(place - kStatesByUrgency.begin());
}

std::vector<std::uint32_t> measure_order(const Document& document, const PlanStatus& status,
                                         RowSort sort) {
    std::vector<std::uint32_t> order(document.measures.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!sort.by) {
        return order;
    }
    const std::vector<std::uint32_t> parties_by_id = sorted_by_id(document.parties);
    std::vector<std::string> keys;
    keys.reserve(order.size());
    for (const std::uint32_t i : order) {
        keys.push_back(
            key_of(document, parties_by_id, status.measures[i], document.measures[i], *sort.by));
    }
    sort_by_keys(order, keys, sort.descending);
    return order;
}

} // namespace vekha
