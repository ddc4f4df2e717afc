#include "ui/theme.hpp"

#include "core/scene/scene.hpp"

#include <array>
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
        {Background, 0xF3F5F8},    {Surface, 0xFFFFFF},     {SurfaceRaised, 0xF7F9FB},
        {RowAlternate, 0xF5F7FA},  {RowHovered, 0xEEF4FF},  {RowSelected, 0xDFEAFF},
        {Line, 0xE4E8EE},          {LineStrong, 0xC3CBD6},  {Text, 0x17202C},
        {TextSecondary, 0x566375}, {TextOnFill, 0xFFFFFF},  {Disabled, 0xB4BECB},
        {Accent, 0x1F56D0},        {AccentSoft, 0xE3EBFC},  {AsOfLine, 0x1F56D0},
        {TodayLine, 0x8A5A00},     {Review, 0x9A4A00},      {Baseline, 0x7B8797},
        {Band, 0xB9C4D3},          {Found, 0xFFE27A},       {Planned, 0xC6D0DD},
        {PlannedDeep, 0x5D6A7B},   {Running, 0xC7DBFB},     {RunningDeep, 0x2663D1},
        {DueSoon, 0xFBE2A8},       {DueSoonDeep, 0x975A00}, {Late, 0xF9CDC8},
        {LateDeep, 0xC02A1D},      {Done, 0xC4E7D0},        {DoneDeep, 0x1B7642},
        {NotDone, 0xE8C9DC},       {NotDoneDeep, 0x8C2460}, {Moved, 0xDDD5F6},
        {MovedDeep, 0x6547BF},     {Cancelled, 0xE6E8EB},   {CancelledDeep, 0x626973},
        {ZoneGrey, 0x76818F},      {ZoneGreen, 0x1B7642},   {ZoneYellow, 0x975A00},
        {ZoneRed, 0xC02A1D},
    });
}

Theme make_dark() {
    using enum ColorRole;
    return make_theme({
        {Background, 0x11161D},    {Surface, 0x181F28},     {SurfaceRaised, 0x1E2732},
        {RowAlternate, 0x1C242E},  {RowHovered, 0x22304A},  {RowSelected, 0x293E66},
        {Line, 0x2B3542},          {LineStrong, 0x46546A},  {Text, 0xEDF1F6},
        {TextSecondary, 0xA9B5C4}, {TextOnFill, 0x0F141B},  {Disabled, 0x4F5E75},
        {Accent, 0x7FA9FF},        {AccentSoft, 0x25365A},  {AsOfLine, 0x7FA9FF},
        {TodayLine, 0xE0AE55},     {Review, 0xF0A860},      {Baseline, 0x8B98AA},
        {Band, 0x4A586C},          {Found, 0x4F3D00},       {Planned, 0x38444F},
        {PlannedDeep, 0x9EACBD},   {Running, 0x24406F},     {RunningDeep, 0x7EABFF},
        {DueSoon, 0x5A4316},       {DueSoonDeep, 0xE6AE45}, {Late, 0x632B29},
        {LateDeep, 0xFF887C},      {Done, 0x1F4A33},        {DoneDeep, 0x58C68A},
        {NotDone, 0x542641},       {NotDoneDeep, 0xEB8DBD}, {Moved, 0x3D3365},
        {MovedDeep, 0xB39DFA},     {Cancelled, 0x343B44},   {CancelledDeep, 0xA3ABB6},
        {ZoneGrey, 0x98A1AD},      {ZoneGreen, 0x58C68A},   {ZoneYellow, 0xE6AE45},
        {ZoneRed, 0xFF887C},
    });
}

// Lines are drawn as strongly as text, and no ground is tinted that text stands on.
Theme make_light_contrast() {
    using enum ColorRole;
    return make_theme({
        {Background, 0xFFFFFF},    {Surface, 0xFFFFFF},     {SurfaceRaised, 0xFFFFFF},
        {RowAlternate, 0xF2F2F2},  {RowHovered, 0xE6F0FF},  {RowSelected, 0xCFE2FF},
        {Line, 0x808080},          {LineStrong, 0x404040},  {Text, 0x000000},
        {TextSecondary, 0x262626}, {TextOnFill, 0xFFFFFF},  {Disabled, 0x8C8C8C},
        {Accent, 0x00309C},        {AccentSoft, 0xE6F0FF},  {AsOfLine, 0x00309C},
        {TodayLine, 0x593A00},     {Review, 0x6B3300},      {Baseline, 0x4D4D4D},
        {Band, 0x8C8C8C},          {Found, 0xFFE85C},       {Planned, 0xC2CBD6},
        {PlannedDeep, 0x333E4C},   {Running, 0xB5D0FF},     {RunningDeep, 0x003A99},
        {DueSoon, 0xFFDE8A},       {DueSoonDeep, 0x5E3800}, {Late, 0xFFBDB5},
        {LateDeep, 0x8F0E05},      {Done, 0xA9E5BF},        {DoneDeep, 0x004F24},
        {NotDone, 0xEDB5D6},       {NotDoneDeep, 0x6B0041}, {Moved, 0xCDBFFF},
        {MovedDeep, 0x41209C},     {Cancelled, 0xD9D9D9},   {CancelledDeep, 0x3D4248},
        {ZoneGrey, 0x4D545C},      {ZoneGreen, 0x004F24},   {ZoneYellow, 0x5E3800},
        {ZoneRed, 0x8F0E05},
    });
}

Theme make_dark_contrast() {
    using enum ColorRole;
    return make_theme({
        {Background, 0x000000},    {Surface, 0x000000},     {SurfaceRaised, 0x000000},
        {RowAlternate, 0x121212},  {RowHovered, 0x0A2547},  {RowSelected, 0x10376B},
        {Line, 0x808080},          {LineStrong, 0xC8C8C8},  {Text, 0xFFFFFF},
        {TextSecondary, 0xE0E0E0}, {TextOnFill, 0x000000},  {Disabled, 0x7A7A7A},
        {Accent, 0xA8CCFF},        {AccentSoft, 0x0A2547},  {AsOfLine, 0xA8CCFF},
        {TodayLine, 0xFFCE70},     {Review, 0xFFC28A},      {Baseline, 0xC4CCD6},
        {Band, 0x75808F},          {Found, 0x4A3A00},       {Planned, 0x3D4A57},
        {PlannedDeep, 0xD2DCE8},   {Running, 0x1B4A8F},     {RunningDeep, 0xB0D0FF},
        {DueSoon, 0x664900},       {DueSoonDeep, 0xFFD070}, {Late, 0x7A221C},
        {LateDeep, 0xFFB8B0},      {Done, 0x0F5C33},        {DoneDeep, 0x86F0B2},
        {NotDone, 0x662246},       {NotDoneDeep, 0xFFB5DA}, {Moved, 0x46358C},
        {MovedDeep, 0xD2C4FF},     {Cancelled, 0x40464D},   {CancelledDeep, 0xD2D8DE},
        {ZoneGrey, 0xC4CCD6},      {ZoneGreen, 0x86F0B2},   {ZoneYellow, 0xFFD070},
        {ZoneRed, 0xFFB8B0},
    });
}

} // namespace

const Theme& theme(ThemeName name) {
    static const std::array<Theme, 4> kThemes{make_light(), make_dark(), make_light_contrast(),
                                              make_dark_contrast()};
    return kThemes[static_cast<std::size_t>(name)];
}

} // namespace vekha::ui
