// Scene: what is to be drawn, as data: primitives in paint order, hit zones and semantic nodes.
// Layout makes it, painters (screen, CPU, text dump) only walk it; painting does no arithmetic on
// dates or states. Units are layout pixels. Colours are roles that a theme resolves, so one scene
// serves all themes. A Scene is reused from frame to frame: clear() keeps the capacity, so a warm
// frame allocates nothing.
#pragma once

#include "core/base/geometry.hpp"
#include "core/base/no_index.hpp"
#include "core/scene/semantics.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

enum class ColorRole : std::uint8_t {
    Background,    // of the page
    Surface,       // of panels and the table
    SurfaceRaised, // headers, sticky rows
    RowAlternate,  // weekend and alternate shading
    RowHovered,
    RowSelected,
    Line, // hair lines
    LineStrong,
    Text,
    TextSecondary,
    TextOnFill,
    Accent,
    AccentSoft,
    AsOfLine,
    TodayLine,
    Review,
    Baseline,
    Band,  // throughout bands
    Found, // behind letters that a search asked for
    // One fill and one deep (progress, text on light) colour for each computed state.
    Planned,
    PlannedDeep,
    Running,
    RunningDeep,
    DueSoon,
    DueSoonDeep,
    Late,
    LateDeep,
    Done,
    DoneDeep,
    NotDone,
    NotDoneDeep,
    Moved,
    MovedDeep,
    Cancelled,
    CancelledDeep,
    ZoneGrey,
    ZoneGreen,
    ZoneYellow,
    ZoneRed,
    Disabled, // words and icons of what cannot be pressed
    Count,
};

enum class TextSize : std::uint8_t {
    Small,
    Body,
    Heading,
    Title,
    Count
}; // 13, 15, 17, 22 layout px
enum class TextWeight : std::uint8_t { Regular, Semibold };
enum class TextAlign : std::uint8_t { Left, Center, Right };

struct TextStyle {
    TextSize size = TextSize::Body;
    TextWeight weight = TextWeight::Regular;
    bool operator==(const TextStyle&) const = default;
};

// The marks of the states: drawn shapes, not glyphs (look.md «Periods», «Room»).
enum class StateMark : std::uint8_t {
    NotStarted,
    Running, // its days have come, nobody has begun
    InProgress,
    Done,
    Late,
    DueSoon,
    NotDone,
    Moved,
    Cancelled
};

// What a primitive or zone belongs to; the index is into the document's list (or the part's own
// order). Where rows are grouped a measure may stand in several groups: `group` is the one its row
// is in.
enum class OwnerKind : std::uint8_t { None, Header, Section, Group, Measure, Column, Split };
struct Owner {
    OwnerKind kind = OwnerKind::None;
    std::uint32_t index = 0;
    std::uint32_t group = kNoIndex;
    bool operator==(const Owner&) const = default;
};

enum class PrimitiveKind : std::uint8_t {
    Fill,       // rectangle, `radius` rounds its corners
    Outline,    // `thickness`; `dashed`
    Line,       // from (left, top) to (right, bottom); `thickness`; `dashed`
    FadeFill,   // rectangle whose ends fade over `fade_left` and `fade_right` px
    HatchFill,  // diagonal hatching inside the rectangle
    Diamond,    // inside the rectangle
    ArrowRight, // bar end: a triangle inside the rectangle
    ArrowLeft,
    Disclosure, // fold sign; `flag` = open
    SortSign,   // beside the name of a column; `flag` = descending
    LoopSign,   // recurring
    SharedSign, // the measure stands in other groups, too
    CheckSign,
    QuestionSign,
    State,    // `state_mark` inside the rectangle; `flag` = set by hand
    Text,     // one line, already fitted; the box is `rect`
    ClipPush, // to `rect`
    ClipPop,
};

struct Primitive {
    PrimitiveKind kind = PrimitiveKind::Fill;
    ColorRole color = ColorRole::Text;
    StateMark state_mark = StateMark::NotStarted;
    TextStyle text_style;
    TextAlign align = TextAlign::Left;
    bool dashed = false;
    bool flag = false;
    bool shortened =
        false; // Text: the box shows less than the whole; the whole is in the owner's node
    std::uint8_t alpha = 255;
    float radius = 0.0F;
    float thickness = 1.0F;
    float fade_left = 0.0F;
    float fade_right = 0.0F;
    Rect rect;
    std::uint32_t text_begin = 0; // into Scene::texts()
    std::uint32_t text_length = 0;
    Owner owner;
};

enum class ZoneKind : std::uint8_t {
    Row,
    Bar,      // of a measure, with its part: that span, which can be dragged
    BarStart, // the ends of a span that can be dragged
    BarEnd,
    Disclosure,
    ColumnName, // a press sorts by it
    ColumnEdge,
    Choice, // a press asks how the rows are to stand
    SplitEdge,
    TimeHeader,
    TimeArea,
    ReviewSign,
    BarPointer,
    StateSign, // of a measure: its rule is one hover away
    Approved,  // the line of the approved days: by how much they were moved, likewise
    ZoneLight  // of a section, likewise
};
enum class Cursor : std::uint8_t { Arrow, Hand, ResizeColumns, Grab, Text };

// Where the pointer does something. Later zones lie above earlier ones.
struct HitZone {
    ZoneKind kind = ZoneKind::Row;
    Cursor cursor = Cursor::Arrow;
    Rect rect;
    Owner owner;
    std::uint32_t part = kNoIndex; // of a bar: the index of its span in the measure's period
};

class Scene {
public:
    void clear();
    Primitive& add(PrimitiveKind kind, const Rect& rect, ColorRole color, Owner owner = {});
    Primitive& add_text(const Rect& box, std::string_view text, TextStyle style, ColorRole color,
                        Owner owner = {});
    // Valid until the next one is added.
    HitZone& add_zone(ZoneKind kind, const Rect& rect, Cursor cursor, Owner owner);
    void push_clip(const Rect& rect);
    void pop_clip();

    [[nodiscard]] const std::vector<Primitive>& primitives() const { return m_primitives; }
    [[nodiscard]] const std::vector<HitZone>& zones() const { return m_zones; }
    [[nodiscard]] std::string_view text_of(const Primitive& primitive) const;
    [[nodiscard]] SemanticList& semantics() { return m_semantics; }
    [[nodiscard]] const SemanticList& semantics() const { return m_semantics; }
    // The topmost zone that holds the point, or nullptr.
    [[nodiscard]] const HitZone* zone_at(Point point) const;

private:
    std::vector<Primitive> m_primitives;
    std::vector<HitZone> m_zones;
    std::string m_texts;
    SemanticList m_semantics;
};

} // namespace vekha
