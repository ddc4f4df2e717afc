// ClipboardControl: the part of the dispatcher that copies, cuts and pastes rows. The browser asks
// for them by events of its own, which have to be answered at once; a command asks the browser.
// What comes from the clipboard is a file like any other and is read as strictly.
#pragma once

#include "app/actions.hpp"
#include "app/bulk_editor.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/ports/events.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vekha::app {

class ClipboardControl {
public:
    ClipboardControl(Context& context, MeasureEditor& measures, BulkEditor& bulk)
        : m_context(context), m_measures(measures), m_bulk(bulk) {}

    // Gives what is meant to the clipboard; false when there is nothing to copy.
    [[nodiscard]] bool give(const CopyAsked& event);

    void apply(const act::CopyRows& action);
    void apply(const act::PasteRows& action);
    void apply(const RowsGiven& event);
    void apply(const RowsPasted& event);
    void apply(const PasteRefused& event);

private:
    // Rows that the clipboard has been given, by a mark that stands among them.
    struct Given {
        std::string mark;
        std::uint64_t opening = 0; // of their plan
        std::vector<MeasureId> measures;
        bool cuts = false;
        Document before; // when they are cut: their plan with them
    };
    bool give_meant(bool cuts, bool asks);
    [[nodiscard]] bool may(Command command);
    [[nodiscard]] bool are_there(const std::string& mark) const;
    [[nodiscard]] bool show_pasted(AddedMeasures added, TextKey label, const std::string& mark);
    [[nodiscard]] bool move_back(const std::string& mark, const MeasurePlace& place);
    void say(TextKey what, std::size_t count);

    Context& m_context;
    MeasureEditor& m_measures;
    BulkEditor& m_bulk;
    Given m_given; // and the browser has not answered
    Given m_cut;
    // Rows that have been pasted with their reports, which are not taken along again while these
    // are there.
    struct Pasted {
        std::string mark;
        std::uint64_t opening = 0;
        MeasureId first;
    };
    Pasted m_pasted;
};

} // namespace vekha::app
