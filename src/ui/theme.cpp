#include "ui/theme.hpp"

#include "core/scene/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace vekha::ui {
namespace {

struct RoleColor {
    ColorRole role;
    std::uint32_t rgb;
};

Theme make_theme(std::initializer_list<RoleColor> table) {
    Theme made;
    for (const RoleColor& entry : table) {
        made.colors[static_cast<std::size_t>(entry.role)] = {
            static_cast<std::uint8_t>(entry.rgb >> 16U), static_cast<std::uint8_t>(entry.rgb >> 8U),
            static_cast<std::uint8_t>(entry.rgb)};
    }
    return made;
}

Theme make_light() {
    using enum ColorRole;
    return make_theme({
        {Background, 0xF3F5F8},    {Surface, 0xFFFFFF},       {SurfaceRaised, 0xF7F9FB},
        {RowAlternate, 0xF5F7FA},  {RowHovered, 0xEEF4FF},    {RowSelected, 0xDFEAFF},
        {Line, 0xE4E8EE},          {LineStrong, 0xC3CBD6},    {Text, 0x17202C},
        {TextSecondary, 0x566375}, {TextOnFill, 0xFFFFFF},    {Accent, 0x1F56D0},
        {AccentSoft, 0xE3EBFC},    {AsOfLine, 0x1F56D0},      {TodayLine, 0x8A5A00},
        {Review, 0x9A4A00},        {Baseline, 0x7B8797},      {Band, 0xB9C4D3},
        {Found, 0xFFE27A},         {Planned, 0xC6D0DD},       {PlannedDeep, 0x5D6A7B},
        {Running, 0xC7DBFB},       {RunningDeep, 0x2663D1},   {DueSoon, 0xFBE2A8},
        {DueSoonDeep, 0x975A00},   {Late, 0xF9CDC8},          {LateDeep, 0xC02A1D},
        {Done, 0xC4E7D0},          {DoneDeep, 0x1B7642},      {NotDone, 0xE8C9DC},
        {NotDoneDeep, 0x8C2460},   {Moved, 0xDDD5F6},         {MovedDeep, 0x6547BF},
        {Cancelled, 0xE6E8EB},     {CancelledDeep, 0x626973}, {ZoneGrey, 0x76818F},
        {ZoneGreen, 0x1B7642},     {ZoneYellow, 0x975A00},    {ZoneRed, 0xC02A1D},
    });
}

Theme make_dark() {
    using enum ColorRole;
    return make_theme({
        {Background, 0x11161D},    {Surface, 0x181F28},       {SurfaceRaised, 0x1E2732},
        {RowAlternate, 0x1C242E},  {RowHovered, 0x22304A},    {RowSelected, 0x293E66},
        {Line, 0x2B3542},          {LineStrong, 0x46546A},    {Text, 0xEDF1F6},
        {TextSecondary, 0xA9B5C4}, {TextOnFill, 0x0F141B},    {Accent, 0x7FA9FF},
        {AccentSoft, 0x25365A},    {AsOfLine, 0x7FA9FF},      {TodayLine, 0xE0AE55},
        {Review, 0xF0A860},        {Baseline, 0x8B98AA},      {Band, 0x4A586C},
        {Found, 0x4F3D00},         {Planned, 0x38444F},       {PlannedDeep, 0x9EACBD},
        {Running, 0x24406F},       {RunningDeep, 0x7EABFF},   {DueSoon, 0x5A4316},
        {DueSoonDeep, 0xE6AE45},   {Late, 0x632B29},          {LateDeep, 0xFF887C},
        {Done, 0x1F4A33},          {DoneDeep, 0x58C68A},      {NotDone, 0x542641},
        {NotDoneDeep, 0xEB8DBD},   {Moved, 0x3D3365},         {MovedDeep, 0xB39DFA},
        {Cancelled, 0x343B44},     {CancelledDeep, 0xA3ABB6}, {ZoneGrey, 0x98A1AD},
        {ZoneGreen, 0x58C68A},     {ZoneYellow, 0xE6AE45},    {ZoneRed, 0xFF887C},
    });
}

} // namespace

const Theme& theme(ThemeName name) {
    static const Theme kLight = make_light();
    static const Theme kDark = make_dark();
    return name == ThemeName::Light ? kLight : kDark;
}

} // namespace vekha::ui
