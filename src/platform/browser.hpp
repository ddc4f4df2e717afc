// What C++ asks of the page's scripts (shell/bridge.js has a method of the same name for each).
// Every call returns at once; answers come back through web_exports.cpp. Texts are UTF-8; lengths
// and places are in CSS pixels here, the callers convert from layout pixels. Only src/platform uses
// this.
#pragma once

#include "app/ports/ports.hpp"
#include "core/base/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vekha::platform::browser {

// Places of the inbox, where the scripts write texts and bytes before they call an exported
// function.
inline constexpr std::size_t kInboxSlots = 5;
[[nodiscard]] std::string& inbox(std::size_t slot);

// Hands the program's memory and functions to the scripts; from now on they may call. Again:
// nothing.
void connect();

enum class Graphics : std::uint8_t {
    None,    // the browser gives nothing, and the page says so instead of the program
    Picture, // a 2D canvas for show_picture
    WebGl,   // a context on the canvas, which SDL finds
};
[[nodiscard]] Graphics take_graphics();

// WebGL is there, but cannot be painted with: the scripts make another canvas and say when, later,
// by Host::context_gone.
void give_up_webgl();

// Rows of RGBA from top to bottom, opaque; read before the call returns.
void show_picture(const std::uint32_t* pixels, int width_px, int height_px);

void request_frame();
void wake_after(double milliseconds);

void set_title(std::string_view title);
void set_language(std::string_view tag);
void set_dark(bool dark);
void set_interface_scale(double scale);
void ask_before_leaving(bool ask);
void open_link(std::string_view url);

void choose_file();
void save_file(const app::FilePort::SaveRequest& request);
void take_draft_part(std::uint64_t opening, std::uint32_t part, std::string_view text);
void store_draft(const app::DraftStore::Draft& draft);
// A plan that tabs know by this name; see app::PlanLocks.
void hold_plan(std::uint64_t opening, std::string_view name);
void take_plan_over(std::uint64_t opening);
void let_plan_go(std::uint64_t opening);
void erase_drafts(std::uint64_t place); // 0: all
void load_drafts(std::span<const std::uint64_t> open);

void keep_version(const app::VersionStore::Version& version);
void load_versions(std::string_view plan);
void read_version(std::string_view plan, std::uint64_t place);
void erase_versions();

[[nodiscard]] std::string setting(std::string_view name);
void set_setting(std::string_view name, std::string_view value);
void erase_settings();

// See app::ClipboardPort.
void give_rows(const app::ClipboardPort::Rows& rows, bool asks);
void ask_for_rows();

// A number below 2^53 that nobody can guess.
[[nodiscard]] std::uint64_t chance();

struct LocalTime {
    int year = 0;
    int month = 0; // 1 to 12
    int day = 0;
    int hour = 0;
    int minute = 0;
};
[[nodiscard]] LocalTime local_time();

struct Field {
    double key = 0.0;
    Rect rect_css;
    double font_css_px = 0.0;
    std::string_view label;
    std::string_view text;
    std::string_view placeholder;
    bool is_multiline = false;
    bool is_numeric = false;
    bool waits = false;
    bool has_list = false;
    bool has_rows = false;
    bool enter_commits = false;
    bool is_selected = false;
    bool is_passing = false;
    bool is_date = false;
    std::uint32_t max_code_points = 0;
};
void show_field(const Field& field);
void hide_field();
void leave_field();

// `text` as TwinText writes it, and whether it changed since the last call: if not, only the focus
// is looked at. The text is read when the page comes to it: it stays where it is until the next
// change.
void publish_twin(std::string_view text, bool changed, double focused_key);
void announce(std::string_view text, bool urgent);

// The bytes of a data block of the page, moved out of the scripts; empty when there is none.
[[nodiscard]] std::string page_block(std::string_view name);

// A picture of the character in the system's font of that weight (as CSS counts): five 32-bit
// floats (advance, left, top, width, height; device pixels from the pen), then RGBA row by row;
// empty when the system has none.
[[nodiscard]] std::string draw_glyph(char32_t character, double font_px, int weight);

} // namespace vekha::platform::browser
