#include "app/clip_table.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/period_words.hpp"
#include "app/plan_words.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vekha::app {

namespace {

using Cells = std::array<std::string, kColumnCount>;

void append_item(std::string& list, std::string_view item) {
    list.append(list.empty() ? "" : "; ").append(item);
}

// The names that the plan has; without any the wording of the source.
std::string responsible_words(const Document& document, const Measure& measure) {
    std::string words;
    for (const PartyId& id : measure.responsible) {
        const std::uint32_t index = find_by_id(document.parties, id);
        if (index != kNoIndex) {
            append_item(words, document.parties[index].name);
        }
    }
    if (words.empty()) {
        for (const std::string& text : measure.responsible_text) {
            append_item(words, text);
        }
    }
    return words;
}

// Quoted where a line end or a quotation mark would be taken for something else; a tab parts cells.
void append_text_cell(std::string& out, std::string_view cell) {
    const bool quoted = cell.find_first_of("\n\r\"") != std::string_view::npos;
    out.append(quoted ? "\"" : "");
    for (const char c : cell) {
        if (c == '"') {
            out.append("\"\"");
        } else {
            out += c == '\t' ? ' ' : c;
        }
    }
    out.append(quoted ? "\"" : "");
}

// A line end stays inside the cell, and «1.10» is no number.
void append_html_cell(std::string& out, std::string_view tag, std::string_view cell) {
    out.append("<").append(tag).append(" style=\"mso-number-format:'\\@'\">");
    for (const char c : cell) {
        switch (c) {
        case '&':
            out.append("&amp;");
            break;
        case '<':
            out.append("&lt;");
            break;
        case '>':
            out.append("&gt;");
            break;
        case '\n':
            out.append("<br").append(" style=\"mso-data-placement:same-cell\">");
            break;
        default:
            out += c;
        }
    }
    out.append("</").append(tag).append(">");
}

void append_row(ClipTable& table, std::string_view tag, const Cells& cells) {
    table.html.append("<tr>");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        table.text.append(i == 0 ? "" : "\t");
        append_text_cell(table.text, cells[i]);
        append_html_cell(table.html, tag, cells[i]);
    }
    table.text.append("\r\n");
    table.html.append("</tr>");
}

} // namespace

ClipTable make_clip_table(const Texts& texts, const Document& document, const PlanStatus& status,
                          std::span<const std::uint32_t> measures) {
    ClipTable table;
    Cells names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = column_name(texts, static_cast<Column>(i));
    }
    append_row(table, "th", names);
    for (const std::uint32_t index : measures) {
        const Measure& measure = document.measures[index];
        const ComputedState state = shown_state(status.measures[index].status);
        append_row(table, "td",
                   {measure.number, measure.title, responsible_words(document, measure),
                    period_text(texts, measure.period),
                    std::string(computed_state_name(texts, state))});
    }
    return table;
}

} // namespace vekha::app
