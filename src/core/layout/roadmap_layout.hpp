// The roadmap as a scene: table on the left, time line on the right, one scroll, two header rows of
// units, sticky sections with roll-up, all kinds of periods by the drawing grammar (look.md). Pure:
// same input, same scene. Work per call is proportional to the rows in sight; `RoadmapRows` is
// rebuilt when document or folding change. Rectangles are in layout pixels of the canvas;
// `RoadmapInput::area` says where the roadmap stands on it.
//
// Zones, from the lowest to the topmost: TimeArea (all of the time line), Row (a row over its whole
// width), Bar (what is drawn for a measure or a section on the time line, at least 24 px high and
// wide; again for each span that can be dragged, with its ends BarStart and BarEnd, where the plan
// can be edited), BarPointer (the arrow to a bar out of sight), ReviewSign, Disclosure, TimeHeader,
// ColumnName and ColumnEdge (owner: Column, index = Column), Choice (owner: Header, index =
// HeaderChoice), SplitEdge.
//
// Semantic nodes, by key:
//   "grid"                      TreeGrid; row_count and row_index count the header row as row 1
//   "header"                    Row of the column headers: "column/<n>" (n = Column, 5 = the time
//   line) "row/<measure id>"          Row; its cells are "cell/<n>/<measure id>" (n as above; 1 is
//   the RowHeader) "section/<section id>"      Row; cells "section-cell/<n>/<section id>" (n: 1 the
//   title, 5 the time line) "fold/<section id>"         Button inside the section's cell 1
//   Where rows are grouped: "group/<key>", "group-cell/<n>/<key>" and so on (RowGroup::key), and a
//   measure's id is followed by "@<key>" in all its keys, as it may stand in several groups.
//   "bar/<measure id>"          Image inside the time cell, for a section "section-bar/<section
//   id>" "pointer/<measure id>"      Button that leads to a bar out of sight; with bars out of
//   sight on both sides the one
//                               to the right is "pointer-after/<measure id>"
//   "occurrence/<n>/<measure id>" Button of the n-th span of the selected measure, where each is an
//   occurrence and can be set
//   "review/<measure id>"       Button of the «?» sign
//
// and of the page, not of the grid:
//   "column-edge/<n>", "split"  Separators
//   kHeaderChoices              Buttons that ask what to group by, in which order, for which
//                               columns and for which saved view
//   "as-of", "today"            Text of the lines
//   "no-rows"                   Text: why there are none
// Rectangles of nodes are clipped to what is in sight; what is out of sight has no node.
#pragma once

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/text_measurer.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/status/plan_status.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vekha {

// What can be chosen above the column names, from left to right. The rest of the header is 0.
enum class HeaderChoice : std::uint8_t { Grouping = 1, Order, Columns, View };
struct HeaderChoiceNode {
    HeaderChoice choice = HeaderChoice::Grouping;
    std::string_view path;
};
inline constexpr std::array kHeaderChoices{HeaderChoiceNode{HeaderChoice::Grouping, "group-choice"},
                                           HeaderChoiceNode{HeaderChoice::Order, "sort-choice"},
                                           HeaderChoiceNode{HeaderChoice::Columns, "column-choice"},
                                           HeaderChoiceNode{HeaderChoice::View, "view-choice"}};

inline constexpr float kMinColumnWidth = 40.0F;
inline constexpr float kMinTableWidth = 80.0F;    // the split never leaves the table less,
inline constexpr float kMinTimeWidth = 120.0F;    // nor the time line, where there is room for both
inline constexpr float kNarrowAreaWidth = 640.0F; // below, the table folds to number + title

inline constexpr std::array<float, kColumnCount> kColumnWidths{48.0F, 292.0F, 140.0F, 128.0F,
                                                               142.0F}; // that nobody set

inline constexpr float kMaxTableShare = 0.6F; // of the roadmap's width
inline constexpr float kLeastTitle = 200.0F;
// The narrowest area in which the table still has all columns: of the state its mark, of the title
// the least. Nobody set their widths.
inline constexpr float kAllColumnsArea =
    (kColumnWidths[0] + kLeastTitle + kColumnWidths[2] + kColumnWidths[3] + kMinColumnWidth) /
    kMaxTableShare;

// Kept per user: what a person set about the picture.
struct RoadmapView {
    std::array<std::optional<float>, kColumnCount> column_widths; // set by hand
    ColumnLayout columns;
    // The split. Where its columns are wider, the table scrolls under it; but columns that nobody
    // set give way first: the title a little, then the words of the state.
    float table_width = 750.0F;
    float table_scroll_x = 0.0F;
    float scroll_y = 0.0F;
    TimeScale scale;
    FoldedRows folded;
    Grouping grouping = Grouping::Section;
    RowSort sort;
    bool operator==(const RoadmapView&) const = default;
};

// A period that somebody moves and has not yet let go: its row shows it as it would be, with a line
// where it was.
struct MovingPeriod {
    std::uint32_t measure = 0;
    const Period* period = nullptr; // none: nothing is moved
};

struct RoadmapInput {
    const Document* document = nullptr;
    const PlanStatus* status = nullptr;
    const RoadmapRows* rows = nullptr;
    const RowGroups* groups = nullptr; // by which the rows were made; none: by section
    const RoadmapView* view = nullptr;
    const RoadmapWords* words = nullptr;
    const TextMeasurer* measurer = nullptr;
    Rect area;
    Date as_of;
    Date today;
    std::optional<Owner> hovered;
    std::optional<Owner> selected;
    std::span<const std::uint8_t> picked; // by index of the measure; empty: none is picked
    SemanticKey focused = 0;              // node that has the focus; sets SemanticNode::focused
    std::span<const SearchWord> search;   // to be marked in the rows
    bool filtered = false;                // not all measures have rows
    std::string_view view_name;           // of the saved view that shows; empty: none
    bool editable = false;                // bars have handles
    MovingPeriod moving;
};

// Where the parts came to stand; gestures use it.
struct RoadmapFrame {
    Rect table;                                      // rows of the table, without the header
    Rect time;                                       // rows of the time line, without the header
    Rect header;                                     // both header rows over the time line
    Rect table_header;                               // the column names
    std::array<float, kColumnCount> column_widths{}; // as shown; 0: not shown
    float max_scroll_y = 0.0F;
    float max_table_scroll_x = 0.0F;
};

struct LayoutScratch;

// Keeps its buffers from call to call, so that a warm call allocates nothing; holds no other state.
class RoadmapLayout {
public:
    RoadmapLayout();
    RoadmapLayout(const RoadmapLayout&) = delete;
    RoadmapLayout& operator=(const RoadmapLayout&) = delete;
    ~RoadmapLayout();

    // Adds to `scene`, which the caller cleared. Scroll positions outside the range count as the
    // nearest inside it.
    RoadmapFrame layout(const RoadmapInput& input, Scene& scene);

private:
    std::unique_ptr<LayoutScratch> m_scratch;
};

} // namespace vekha
