// Rows of a plan as a table for other programs: plain text with tabs, as spreadsheets write it, and
// the rows of an HTML table, as word processors and spreadsheets read it.
#pragma once

#include "app/i18n.hpp"
#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace vekha::app {

struct ClipTable {
    std::string text;
    std::string html; // <tr>…</tr> only
};

// Number, title, responsible, period and state, below their names. `measures`: their indices.
[[nodiscard]] ClipTable make_clip_table(const Texts& texts, const Document& document,
                                        const PlanStatus& status,
                                        std::span<const std::uint32_t> measures);

} // namespace vekha::app
