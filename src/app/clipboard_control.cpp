#include "app/clipboard_control.hpp"

#include "app/actions.hpp"
#include "app/bulk_editor.hpp"
#include "app/clip_table.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/copied_rows.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

constexpr std::size_t kMostRows = 10'000;
// A member of the rows' own file, by which rows that were cut here are known again.
constexpr std::string_view kMark = "clip";

std::string mark_of(const Document& rows) {
    for (const UnknownMember& member : rows.unknown) {
        if (is_named(member, kMark)) {
            return member.value_json;
        }
    }
    return {};
}

} // namespace

void ClipboardControl::say(TextKey what, std::size_t count) {
    m_context.show(MessageKind::Info,
                   {what, {{"n", m_context.texts.number(static_cast<std::int64_t>(count))}}});
}

bool ClipboardControl::may(Command command) {
    const Availability availability = command_availability(m_context.state, command);
    if (!availability.enabled && m_context.state.screen == Screen::Roadmap &&
        !m_context.state.session.asks()) {
        m_context.show(MessageKind::Info, {availability.reason, {}});
    }
    return availability.enabled;
}

// ---- out ----------------------------------------------------------------------------------------

bool ClipboardControl::give(const CopyAsked& event) {
    return may(event.cuts ? Command::CutRows : Command::CopyRows) && give_meant(event.cuts, false);
}

void ClipboardControl::apply(const act::CopyRows& action) {
    if (m_context.state.plan) {
        give_meant(action.cuts, true);
    }
}

bool ClipboardControl::give_meant(bool cuts, bool asks) {
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const Document& document = state.plan->document;
    std::vector<MeasureId> measures = measures_meant(state);
    if (measures.empty() || measures.size() > kMostRows) {
        say("clip.tooMany"_key, kMostRows);
        return false;
    }
    std::vector<std::uint32_t> indices;
    for (const BulkTarget& target : targets_meant(state, m_context.derived)) {
        indices.push_back(target.index);
    }
    const ClipTable table =
        make_clip_table(m_context.texts, document, m_context.derived.status(state), indices);
    Document rows = copied_rows(document, measures, cuts ? RowReports::Take : RowReports::Leave);
    std::string mark = std::to_string(m_context.ports.chance->draw());
    rows.unknown.push_back({"\"" + std::string(kMark) + "\"", mark});
    const std::string bytes = write_roadmap(rows, TextLayout::Compact);
    m_given = {std::move(mark), state.plan->opening, std::move(measures), cuts, {}};
    m_context.ports.clipboard->give({table.text, table.html, bytes}, asks);
    return true;
}

// Only what the clipboard has is taken out of the plan.
void ClipboardControl::apply(const RowsGiven& event) {
    const AppState& state = m_context.state;
    Given given = std::exchange(m_given, {});
    const std::size_t count = given.measures.size();
    if (count == 0) {
        return;
    }
    if (!event.taken) {
        m_context.show(MessageKind::Info, {"clip.copyByKeys"_key, {}});
        return;
    }
    const bool is_here = state.plan && state.plan->opening == given.opening &&
                         measures_meant(state) == given.measures;
    if (!given.cuts || !is_here) {
        say("clip.copied"_key, count);
        return;
    }
    given.before = state.plan->document;
    if (m_bulk.remove_meant(count == 1 ? "edit.cutMeasure"_key : "edit.cutMany"_key)) {
        m_cut = std::move(given);
        say("clip.cut"_key, count);
    }
}

// ---- in -----------------------------------------------------------------------------------------

void ClipboardControl::apply(const act::PasteRows& /*action*/) {
    m_context.ports.clipboard->ask_for_rows();
}

void ClipboardControl::apply(const PasteRefused& /*event*/) {
    m_context.show(MessageKind::Info, {"clip.pasteByKeys"_key, {}});
}

// Undone, they are not, and a paste brings them with all that was reported.
bool ClipboardControl::are_there(const std::string& mark) const {
    const AppState& state = m_context.state;
    if (mark.empty() || mark != m_pasted.mark) {
        return false;
    }
    const std::optional<std::size_t> tab = tab_of(state, m_pasted.opening);
    return tab && find_by_id(plan_at(state, *tab).document.measures, m_pasted.first) != kNoIndex;
}

bool ClipboardControl::show_pasted(AddedMeasures added, TextKey label, const std::string& mark) {
    assert(m_context.state.plan.has_value());
    const std::uint64_t opening = m_context.state.plan->opening;
    const MeasureId first = added.measures.front();
    if (!m_measures.show_added(std::move(added), label)) {
        return false;
    }
    m_pasted = {mark, opening, first};
    return true;
}

// What was cut out of this very plan is moved: it keeps its ids and all that is said of it.
bool ClipboardControl::move_back(const std::string& mark, const MeasurePlace& place) {
    const OpenPlan& plan = *m_context.state.plan;
    if (mark.empty() || m_cut.mark != mark || m_cut.opening != plan.opening) {
        return false;
    }
    Result<AddedMeasures, EditProblem> back =
        put_back_rows(plan.document, m_cut.before, m_cut.measures, place);
    if (!back) {
        return false; // they are there already
    }
    const std::size_t count = m_cut.measures.size();
    if (show_pasted(std::move(back).value(),
                    count == 1 ? "edit.moveMeasure"_key : "edit.moveMany"_key, mark)) {
        say("picked.moved"_key, count);
    }
    return true;
}

void ClipboardControl::apply(const RowsPasted& event) {
    if (!may(Command::PasteRows)) {
        return;
    }
    if (event.rows.empty()) {
        m_context.show(MessageKind::Info, {"clip.foreign"_key, {}});
        return;
    }
    Result<ReadOutcome, ReadFailure> read = read_roadmap(event.rows);
    if (!read || read.value().verdict == ReadVerdict::ReadOnly) {
        const Problem& problem =
            read ? read.value().notices.front() : read.error().problems.front();
        m_context.show(MessageKind::Warning,
                       {"clip.unreadable"_key, {{"why", problem_text(m_context.texts, problem)}}});
        return;
    }
    Document rows = std::move(read).value().document;
    const std::size_t count = rows.measures.size();
    if (count == 0 || count > kMostRows) {
        say("clip.tooMany"_key, kMostRows);
        return;
    }
    const std::string mark = mark_of(rows);
    const MeasurePlace place = m_measures.place_for_new();
    if (move_back(mark, place)) {
        return;
    }
    if (are_there(mark)) {
        rows = without_reports(rows); // they went along the first time
    }
    assert(m_context.state.plan.has_value());
    Result<AddedMeasures, EditProblem> added =
        paste_rows(m_context.state.plan->document, rows, place, m_context.ids);
    if (added && show_pasted(std::move(added).value(),
                             count == 1 ? "edit.pasteMeasure"_key : "edit.pasteMany"_key, mark)) {
        say("clip.pasted"_key, count);
    }
}

} // namespace vekha::app
