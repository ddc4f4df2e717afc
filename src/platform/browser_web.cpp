// Each function here is one line of JavaScript: it hands its arguments to the method of the same
// name in Module.vekhaBridge, which the shell made. Members are named by quoted strings, which the
// Closure compiler keeps. Texts travel as address and length; the bridge reads them out of the
// memory before it returns.
#include "platform/browser.hpp"

#include "app/ports/ports.hpp"
#include "core/base/geometry.hpp"

#include <emscripten/em_js.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// clang-format off
EM_JS(void, vekha_js_connect, (), {
    Module["vekhaBridge"]["connect"](Module, function() { return HEAPU8; });
});
EM_JS(int, vekha_js_take_graphics, (), { return Module["vekhaBridge"]["takeGraphics"](); });
EM_JS(void, vekha_js_give_up_webgl, (), { Module["vekhaBridge"]["giveUpWebgl"](); });
EM_JS(void, vekha_js_show_picture, (const uint32_t* pixels, int width, int height), {
    Module["vekhaBridge"]["showPicture"](pixels, width, height);
});
EM_JS(void, vekha_js_request_frame, (), { Module["vekhaBridge"]["requestFrame"](); });
EM_JS(void, vekha_js_wake_after, (double milliseconds), { Module["vekhaBridge"]["wakeAfter"](milliseconds); });
EM_JS(void, vekha_js_set_title, (const char* text, size_t size), { Module["vekhaBridge"]["setTitle"](text, size); });
EM_JS(void, vekha_js_set_language, (const char* text, size_t size), { Module["vekhaBridge"]["setLanguage"](text, size); });
EM_JS(void, vekha_js_set_dark, (int dark), { Module["vekhaBridge"]["setDark"](dark); });
EM_JS(void, vekha_js_set_interface_scale, (double scale), { Module["vekhaBridge"]["setInterfaceScale"](scale); });
EM_JS(void, vekha_js_ask_before_leaving, (int ask), { Module["vekhaBridge"]["askBeforeLeaving"](ask); });
EM_JS(void, vekha_js_open_link, (const char* text, size_t size), { Module["vekhaBridge"]["openLink"](text, size); });
EM_JS(void, vekha_js_choose_file, (), { Module["vekhaBridge"]["chooseFile"](); });
EM_JS(void, vekha_js_save_file,
      (uint32_t request, const char* name, size_t name_size, const char* bytes, size_t size, uint32_t token, int overwrites), {
    Module["vekhaBridge"]["saveFile"](request, name, name_size, bytes, size, token, overwrites);
});
EM_JS(void, vekha_js_take_draft_part, (double opening, double part, const char* text, size_t size), {
    Module["vekhaBridge"]["takeDraftPart"](opening, part, text, size);
});
EM_JS(void, vekha_js_store_draft,
      (double revision, double opening, double continues, const char* name, size_t name_size, const char* title,
       size_t title_size, const char* changes, size_t changes_size, const uint32_t* parts, size_t count, int only_copy), {
    Module["vekhaBridge"]["storeDraft"](revision, opening, continues, name, name_size, title, title_size, changes, changes_size,
                                        parts, count, only_copy);
});
EM_JS(void, vekha_js_hold_plan, (double opening, const char* name, size_t size), {
    Module["vekhaBridge"]["holdPlan"](opening, name, size);
});
EM_JS(void, vekha_js_take_plan_over, (double opening), { Module["vekhaBridge"]["takePlanOver"](opening); });
EM_JS(void, vekha_js_let_plan_go, (double opening), { Module["vekhaBridge"]["letPlanGo"](opening); });
EM_JS(void, vekha_js_erase_drafts, (double place), { Module["vekhaBridge"]["eraseDrafts"](place); });
EM_JS(void, vekha_js_keep_version,
      (const char* plan, size_t plan_size, const char* name, size_t name_size, const char* changes, size_t changes_size,
       const char* bytes, size_t size, int downloaded), {
    Module["vekhaBridge"]["keepVersion"](plan, plan_size, name, name_size, changes, changes_size, bytes, size, downloaded);
});
EM_JS(void, vekha_js_load_versions, (const char* plan, size_t size), { Module["vekhaBridge"]["loadVersions"](plan, size); });
EM_JS(void, vekha_js_read_version, (const char* plan, size_t size, double place), {
    Module["vekhaBridge"]["readVersion"](plan, size, place);
});
EM_JS(void, vekha_js_erase_versions, (), { Module["vekhaBridge"]["eraseVersions"](); });
EM_JS(void, vekha_js_erase_settings, (), { Module["vekhaBridge"]["eraseSettings"](); });
EM_JS(void, vekha_js_load_drafts, (const char* open, size_t size), { Module["vekhaBridge"]["loadDrafts"](open, size); });
EM_JS(int, vekha_js_setting, (const char* name, size_t size), { return Module["vekhaBridge"]["setting"](name, size); });
EM_JS(void, vekha_js_set_setting, (const char* name, size_t name_size, const char* value, size_t size), {
    Module["vekhaBridge"]["setSetting"](name, name_size, value, size);
});
EM_JS(void, vekha_js_give_rows,
      (const char* text, size_t text_size, const char* html, size_t html_size, const char* rows, size_t size, int asks), {
    Module["vekhaBridge"]["giveRows"](text, text_size, html, html_size, rows, size, asks);
});
EM_JS(void, vekha_js_ask_for_rows, (), { Module["vekhaBridge"]["askForRows"](); });
EM_JS(double, vekha_js_chance, (), { return Module["vekhaBridge"]["chance"](); });
EM_JS(double, vekha_js_local_time, (), { return Module["vekhaBridge"]["localTime"](); });
EM_JS(void, vekha_js_show_field,
      (double key, double left, double top, double width, double height, double font, const char* label,
       size_t label_size, const char* text, size_t size, const char* hint, size_t hint_size, int kind, uint32_t longest), {
    Module["vekhaBridge"]["showField"](key, left, top, width, height, font, label, label_size, text, size, hint, hint_size, kind, longest);
});
EM_JS(void, vekha_js_hide_field, (), { Module["vekhaBridge"]["hideField"](); });
EM_JS(void, vekha_js_leave_field, (), { Module["vekhaBridge"]["leaveField"](); });
EM_JS(void, vekha_js_publish_twin, (const char* text, size_t size, int changed, double focused), {
    Module["vekhaBridge"]["publishTwin"](text, size, changed, focused);
});
EM_JS(void, vekha_js_announce, (const char* text, size_t size, int urgent), {
    Module["vekhaBridge"]["announce"](text, size, urgent);
});
EM_JS(int, vekha_js_page_block, (const char* name, size_t size), { return Module["vekhaBridge"]["pageBlock"](name, size); });
EM_JS(int, vekha_js_draw_glyph, (uint32_t character, double pixels, int weight), {
    return Module["vekhaBridge"]["drawGlyph"](character, pixels, weight);
});
// clang-format on

namespace vekha::platform::browser {

std::string& inbox(std::size_t slot) {
    static std::array<std::string, kInboxSlots> slots;
    return slots[slot % kInboxSlots];
}

void connect() {
    vekha_js_connect();
}
Graphics take_graphics() {
    return static_cast<Graphics>(vekha_js_take_graphics());
}
void give_up_webgl() {
    vekha_js_give_up_webgl();
}
void show_picture(const std::uint32_t* pixels, int width_px, int height_px) {
    vekha_js_show_picture(pixels, width_px, height_px);
}
void request_frame() {
    vekha_js_request_frame();
}
void wake_after(double milliseconds) {
    vekha_js_wake_after(milliseconds);
}

void set_title(std::string_view title) {
    vekha_js_set_title(title.data(), title.size());
}
void set_language(std::string_view tag) {
    vekha_js_set_language(tag.data(), tag.size());
}
void set_dark(bool dark) {
    vekha_js_set_dark(dark ? 1 : 0);
}
void set_interface_scale(double scale) {
    vekha_js_set_interface_scale(scale);
}
void ask_before_leaving(bool ask) {
    vekha_js_ask_before_leaving(ask ? 1 : 0);
}
void open_link(std::string_view url) {
    vekha_js_open_link(url.data(), url.size());
}

void choose_file() {
    vekha_js_choose_file();
}

void save_file(const app::FilePort::SaveRequest& request) {
    vekha_js_save_file(request.request, request.suggested_name.data(),
                       request.suggested_name.size(), request.bytes.data(), request.bytes.size(),
                       request.handle_token, request.overwrites ? 1 : 0);
}

void take_draft_part(std::uint64_t opening, std::uint32_t part, std::string_view text) {
    vekha_js_take_draft_part(static_cast<double>(opening), part, text.data(), text.size());
}

void store_draft(const app::DraftStore::Draft& draft) {
    vekha_js_store_draft(static_cast<double>(draft.revision), static_cast<double>(draft.opening),
                         static_cast<double>(draft.continues), draft.name.data(), draft.name.size(),
                         draft.title.data(), draft.title.size(), draft.changes.data(),
                         draft.changes.size(), draft.parts.data(), draft.parts.size(),
                         draft.only_copy ? 1 : 0);
}

void erase_drafts(std::uint64_t place) {
    vekha_js_erase_drafts(static_cast<double>(place));
}

void erase_settings() {
    vekha_js_erase_settings();
}

void hold_plan(std::uint64_t opening, std::string_view name) {
    vekha_js_hold_plan(static_cast<double>(opening), name.data(), name.size());
}

void take_plan_over(std::uint64_t opening) {
    vekha_js_take_plan_over(static_cast<double>(opening));
}

void let_plan_go(std::uint64_t opening) {
    vekha_js_let_plan_go(static_cast<double>(opening));
}

void load_drafts(std::span<const std::uint64_t> open) {
    std::string numbers;
    for (const std::uint64_t opening : open) {
        numbers.append(std::to_string(opening)).append(" ");
    }
    vekha_js_load_drafts(numbers.data(), numbers.size());
}

void keep_version(const app::VersionStore::Version& version) {
    vekha_js_keep_version(version.plan.data(), version.plan.size(), version.name.data(),
                          version.name.size(), version.changes.data(), version.changes.size(),
                          version.bytes.data(), version.bytes.size(), version.downloaded ? 1 : 0);
}

void load_versions(std::string_view plan) {
    vekha_js_load_versions(plan.data(), plan.size());
}

void read_version(std::string_view plan, std::uint64_t place) {
    vekha_js_read_version(plan.data(), plan.size(), static_cast<double>(place));
}

void erase_versions() {
    vekha_js_erase_versions();
}

std::string setting(std::string_view name) {
    connect();
    return vekha_js_setting(name.data(), name.size()) != 0 ? std::exchange(inbox(0), {})
                                                           : std::string();
}

std::uint64_t chance() {
    return static_cast<std::uint64_t>(vekha_js_chance());
}

void give_rows(const app::ClipboardPort::Rows& rows, bool asks) {
    vekha_js_give_rows(rows.text.data(), rows.text.size(), rows.html.data(), rows.html.size(),
                       rows.rows.data(), rows.rows.size(), asks ? 1 : 0);
}
void ask_for_rows() {
    vekha_js_ask_for_rows();
}

void set_setting(std::string_view name, std::string_view value) {
    vekha_js_set_setting(name.data(), name.size(), value.data(), value.size());
}

LocalTime local_time() {
    // One number, YYYYMMDDhhmm: an exact double.
    auto rest = static_cast<std::int64_t>(vekha_js_local_time());
    const auto take = [&rest](std::int64_t unit) {
        const auto part = static_cast<int>(rest % unit);
        rest /= unit;
        return part;
    };
    LocalTime time;
    time.minute = take(100);
    time.hour = take(100);
    time.day = take(100);
    time.month = take(100);
    time.year = static_cast<int>(rest);
    return time;
}

void show_field(const Field& field) {
    const Rect& rect = field.rect_css;
    const int kind =
        (field.is_multiline ? 1 : 0) + (field.is_numeric ? 2 : 0) + (field.waits ? 4 : 0) +
        (field.has_list ? 8 : 0) + (field.enter_commits ? 16 : 0) + (field.is_selected ? 32 : 0) +
        (field.is_passing ? 64 : 0) + (field.is_date ? 128 : 0) + (field.has_rows ? 256 : 0);
    vekha_js_show_field(field.key, static_cast<double>(rect.left), static_cast<double>(rect.top),
                        static_cast<double>(rect.width()), static_cast<double>(rect.height()),
                        field.font_css_px, field.label.data(), field.label.size(),
                        field.text.data(), field.text.size(), field.placeholder.data(),
                        field.placeholder.size(), kind, field.max_code_points);
}

void hide_field() {
    vekha_js_hide_field();
}

void leave_field() {
    vekha_js_leave_field();
}

void publish_twin(std::string_view text, bool changed, double focused_key) {
    vekha_js_publish_twin(text.data(), text.size(), changed ? 1 : 0, focused_key);
}

void announce(std::string_view text, bool urgent) {
    vekha_js_announce(text.data(), text.size(), urgent ? 1 : 0);
}

std::string page_block(std::string_view name) {
    // main may ask for the words and fonts before it runs the host.
    connect();
    return vekha_js_page_block(name.data(), name.size()) != 0 ? std::exchange(inbox(0), {})
                                                              : std::string();
}

std::string draw_glyph(char32_t character, double font_px, int weight) {
    return vekha_js_draw_glyph(character, font_px, weight) != 0 ? std::exchange(inbox(0), {})
                                                                : std::string();
}

} // namespace vekha::platform::browser
