// The functions that the page's scripts may call, and nothing else: each passes on one thing that
// the browser reported. Texts and bytes were written to the inbox before the call (vekha_inbox).
// Points are in CSS pixels of the canvas. Modifier bits: 1 Ctrl or Command, 2 Shift, 4 Alt. Keys of
// semantic nodes are exact doubles (53 bits).
#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"
#include "platform/browser.hpp"
#include "platform/host_web.hpp"

#include <emscripten/em_macros.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using vekha::Point;
using vekha::SemanticKey;
using vekha::platform::host;
using vekha::platform::Modifiers;
using vekha::platform::PointerEvent;
namespace app = vekha::app;

std::string take(std::size_t slot) {
    return std::exchange(vekha::platform::browser::inbox(slot), {});
}

// Those of a load that is being handed over.
std::vector<app::KeptDraft>& found_drafts() {
    static std::vector<app::KeptDraft> drafts;
    return drafts;
}

std::vector<app::SavedVersion>& found_versions() {
    static std::vector<app::SavedVersion> versions;
    return versions;
}

Modifiers modifiers_of(int bits) {
    return {.ctrl = (bits & 1) != 0, .shift = (bits & 2) != 0, .alt = (bits & 4) != 0};
}

SemanticKey key_of(double key) {
    return key > 0.0 ? static_cast<SemanticKey>(key) : 0;
}

} // namespace

extern "C" {

// Makes room for `size` bytes in a slot and returns its address.
EMSCRIPTEN_KEEPALIVE char* vekha_inbox(std::size_t slot, std::size_t size) {
    std::string& text = vekha::platform::browser::inbox(slot);
    text.resize(size);
    return text.data();
}

EMSCRIPTEN_KEEPALIVE void vekha_frame(double now_ms) {
    host().frame(now_ms);
}

EMSCRIPTEN_KEEPALIVE void vekha_resized(int width_px, int height_px, double pixel_ratio) {
    host().resized(width_px, height_px, pixel_ratio);
}

EMSCRIPTEN_KEEPALIVE void vekha_pointer(int kind, int is_touch, int id, float x, float y,
                                        int button, int modifiers) {
    host().pointer({.kind = static_cast<PointerEvent::Kind>(kind),
                    .is_touch = is_touch != 0,
                    .id = id,
                    .at_css = {.x = x, .y = y},
                    .button = button,
                    .modifiers = modifiers_of(modifiers)});
}

EMSCRIPTEN_KEEPALIVE void vekha_clicked(int count) {
    host().clicked(count);
}

EMSCRIPTEN_KEEPALIVE void vekha_finger_held(int id) {
    host().finger_held(id);
}

EMSCRIPTEN_KEEPALIVE int vekha_wheel(float x, float y, float dx, float dy, int modifiers) {
    return host().wheel({.x = x, .y = y}, {.x = dx, .y = dy}, modifiers_of(modifiers)) ? 1 : 0;
}

// Inbox: 0 KeyboardEvent.key, 1 KeyboardEvent.code. Answers whether the app took it.
EMSCRIPTEN_KEEPALIVE int vekha_key(int modifiers, int repeat) {
    const Modifiers held = modifiers_of(modifiers);
    host().note_modifiers(held);
    return host().dispatch(app::KeyPressed{.key = take(0),
                                           .code = take(1),
                                           .ctrl = held.ctrl,
                                           .shift = held.shift,
                                           .alt = held.alt,
                                           .repeat = repeat != 0})
               ? 1
               : 0;
}

EMSCRIPTEN_KEEPALIVE void vekha_modifiers(int modifiers) {
    host().note_modifiers(modifiers_of(modifiers));
    host().request_frame();
}

EMSCRIPTEN_KEEPALIVE void vekha_focus_lost() {
    host().focus_lost();
}

EMSCRIPTEN_KEEPALIVE void vekha_activate(double key) {
    host().dispatch(app::NodeActivated{.key = key_of(key)});
}

EMSCRIPTEN_KEEPALIVE void vekha_focused(double key) {
    host().dispatch(app::NodeFocused{.key = key_of(key)});
}

EMSCRIPTEN_KEEPALIVE void vekha_value_set(double key, double value) {
    host().dispatch(app::NodeValueSet{.key = key_of(key), .value = value});
}

// Inbox: 0 the text of the field. End is the number of its enumeration.
EMSCRIPTEN_KEEPALIVE void vekha_field_finished(double key, int end) {
    host().dispatch(app::FieldFinished{
        .key = key_of(key), .end = static_cast<app::FieldEnd>(end), .text = take(0)});
}

// Inbox: 0 what stands in the field.
EMSCRIPTEN_KEEPALIVE void vekha_field_typed(double key) {
    host().dispatch(app::FieldTyped{.key = key_of(key), .text = take(0)});
}

// Inbox: 0 name, 1 bytes. Fault is the number of its enumeration.
EMSCRIPTEN_KEEPALIVE void vekha_file_opened(std::uint32_t handle_token) {
    host().dispatch(
        app::FileOpened{.name = take(0), .bytes = take(1), .handle_token = handle_token});
}

// Inbox: 0 name.
EMSCRIPTEN_KEEPALIVE void vekha_file_not_opened(int fault, double size_bytes) {
    host().dispatch(app::FileNotOpened{
        .name = take(0), .fault = static_cast<app::OpenFault>(fault), .size_bytes = size_bytes});
}

// Inbox: 0 the sample's short name.
EMSCRIPTEN_KEEPALIVE void vekha_sample_asked() {
    host().dispatch(app::SampleAsked{.slug = take(0)});
}

// Inbox: 0 name, 1 what was found in the file, if it was changed outside.
EMSCRIPTEN_KEEPALIVE void vekha_save_finished(std::uint32_t request, int outcome,
                                              std::uint32_t handle_token) {
    host().dispatch(app::SaveFinished{.request = request,
                                      .outcome = static_cast<app::SaveOutcome>(outcome),
                                      .name = take(0),
                                      .handle_token = handle_token,
                                      .bytes = take(1)});
}

// Once for each kept draft, then vekha_drafts_loaded(). Inbox: 0 name, 1 bytes, 2 the time in
// words, 3 title, 4 what no file has, in words.
EMSCRIPTEN_KEEPALIVE void vekha_draft_found(double place, int only_copy) {
    found_drafts().push_back({.place = static_cast<std::uint64_t>(place),
                              .name = take(0),
                              .title = take(3),
                              .bytes = take(1),
                              .saved_at = take(2),
                              .changes = take(4),
                              .only_copy = only_copy != 0});
}

EMSCRIPTEN_KEEPALIVE void vekha_drafts_loaded() {
    host().dispatch(app::DraftsLoaded{.drafts = std::exchange(found_drafts(), {})});
}

// Once for each saved state, then vekha_versions_loaded(). Inbox: 0 name, 1 changes, 2 the time in
// words.
EMSCRIPTEN_KEEPALIVE void vekha_version_found(double place, int downloaded) {
    found_versions().push_back({.place = static_cast<std::uint64_t>(place),
                                .name = take(0),
                                .saved_at = take(2),
                                .changes = take(1),
                                .downloaded = downloaded != 0});
}

// Inbox: 0 the plan.
EMSCRIPTEN_KEEPALIVE void vekha_versions_loaded(int usable) {
    host().dispatch(app::VersionsLoaded{
        .plan = take(0), .usable = usable != 0, .versions = std::exchange(found_versions(), {})});
}

// Inbox: 0 the bytes.
EMSCRIPTEN_KEEPALIVE void vekha_version_read(double place) {
    host().dispatch(app::VersionRead{.place = static_cast<std::uint64_t>(place), .bytes = take(0)});
}

EMSCRIPTEN_KEEPALIVE void vekha_plan_held(double opening, int here) {
    host().dispatch(
        app::PlanHeld{.opening = static_cast<std::uint64_t>(opening), .here = here != 0});
}

EMSCRIPTEN_KEEPALIVE void vekha_draft_stored(double revision, int fault) {
    host().dispatch(app::DraftStored{.revision = static_cast<std::uint64_t>(revision),
                                     .fault = static_cast<app::DraftFault>(fault)});
}

// Answers whether the rows were given meanwhile.
EMSCRIPTEN_KEEPALIVE int vekha_copy_asked(int cuts) {
    return host().dispatch(app::CopyAsked{.cuts = cuts != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void vekha_rows_given(int taken) {
    host().dispatch(app::RowsGiven{.taken = taken != 0});
}

// Inbox: 0 the rows.
EMSCRIPTEN_KEEPALIVE void vekha_rows_pasted() {
    host().dispatch(app::RowsPasted{.rows = take(0)});
}

EMSCRIPTEN_KEEPALIVE void vekha_paste_refused() {
    host().dispatch(app::PasteRefused{});
}

EMSCRIPTEN_KEEPALIVE void vekha_drag_hovers(int inside) {
    host().dispatch(app::DragHovers{.inside = inside != 0});
}

EMSCRIPTEN_KEEPALIVE void vekha_media_changed(int dark, int reduced_motion, int more_contrast) {
    host().dispatch(app::MediaChanged{.dark = dark != 0,
                                      .reduced_motion = reduced_motion != 0,
                                      .more_contrast = more_contrast != 0});
}

EMSCRIPTEN_KEEPALIVE void vekha_visibility_changed(int visible) {
    host().dispatch(app::VisibilityChanged{.visible = visible != 0});
}

EMSCRIPTEN_KEEPALIVE void vekha_context_lost() {
    host().context_lost();
}

EMSCRIPTEN_KEEPALIVE void vekha_context_restored() {
    host().context_restored();
}

EMSCRIPTEN_KEEPALIVE void vekha_context_gone() {
    host().context_gone();
}

} // extern "C"
