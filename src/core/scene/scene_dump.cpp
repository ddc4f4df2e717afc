#include "core/scene/scene_dump.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {
namespace {

template <class Enum, std::size_t Count>
std::string_view name_of(const std::array<std::string_view, Count>& names, Enum value) {
    const auto at = static_cast<std::size_t>(value);
    return at < Count ? names[at] : std::string_view("?");
}

constexpr std::array<std::string_view, 18> kPrimitiveNames{
    "fill",        "outline",    "line",       "fade-fill", "hatch-fill", "diamond",
    "arrow-right", "arrow-left", "disclosure", "sort",      "loop",       "shared",
    "check",       "question",   "state",      "text",      "clip",       "end-clip"};
constexpr std::array<std::string_view, static_cast<std::size_t>(ColorRole::Count)> kColorNames{
    "background",    "surface",    "surface-raised", "row-alternate", "row-hovered",
    "row-selected",  "line",       "line-strong",    "text",          "text-secondary",
    "text-on-fill",  "accent",     "accent-soft",    "as-of-line",    "today-line",
    "review",        "baseline",   "band",           "found",         "planned",
    "planned-deep",  "running",    "running-deep",   "due-soon",      "due-soon-deep",
    "late",          "late-deep",  "done",           "done-deep",     "not-done",
    "not-done-deep", "moved",      "moved-deep",     "cancelled",     "cancelled-deep",
    "zone-grey",     "zone-green", "zone-yellow",    "zone-red"};
constexpr std::array<std::string_view, 9> kMarkNames{"not-started", "running", "in-progress",
                                                     "done",        "late",    "due-soon",
                                                     "not-done",    "moved",   "cancelled"};
constexpr std::array<std::string_view, 7> kOwnerNames{"-",       "header", "section", "group",
                                                      "measure", "column", "split"};
constexpr std::array<std::string_view, 16> kZoneNames{
    "row",         "bar",        "bar-start",  "bar-end",     "disclosure", "column-name",
    "column-edge", "choice",     "split-edge", "time-header", "time-area",  "review-sign",
    "bar-pointer", "state-sign", "approved",   "zone-light"};
constexpr std::array<std::string_view, static_cast<std::size_t>(TextSize::Count)> kSizeNames{
    "small", "body", "heading", "title"};
constexpr std::array<std::string_view, 32> kRoleNames{
    "banner",     "navigation",    "main",      "content-info",  "complementary", "search",
    "dialog",     "alert-dialog",  "heading",   "text",          "status",        "alert",
    "button",     "toggle-button", "link",      "menu",          "menu-item",     "slider",
    "text-field", "list",          "list-item", "group",         "radio-group",   "toolbar",
    "radio",      "tree-grid",     "row",       "column-header", "row-header",    "cell",
    "image",      "separator"};

void append_number(std::string& out, float value) {
    out += ' ';
    out += std::to_string(std::lround(value));
}

void append_rect(std::string& out, const Rect& rect) {
    append_number(out, rect.left);
    append_number(out, rect.top);
    append_number(out, rect.right);
    append_number(out, rect.bottom);
}

void append_owner(std::string& out, Owner owner) {
    if (owner.kind == OwnerKind::None) {
        return;
    }
    out += " @";
    out += name_of(kOwnerNames, owner.kind);
    out += ':';
    out += std::to_string(owner.index);
}

// A text in quotes on one line.
void append_quoted(std::string& out, std::string_view text) {
    out += " \"";
    for (const char c : text) {
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    out += '"';
}

void append_detail(std::string& out, std::string_view name, float value) {
    if (value > 0.0F) {
        out += ' ';
        out += name;
        out += std::to_string(std::lround(value));
    }
}

void append_text(std::string& out, const Scene& scene, const Primitive& primitive) {
    constexpr std::array<std::string_view, 3> kAlignNames{"", " center", " right"};
    out += ' ';
    out += name_of(kSizeNames, primitive.text_style.size);
    out += primitive.text_style.weight == TextWeight::Semibold ? "-strong" : "";
    out += name_of(kAlignNames, primitive.align);
    out += primitive.shortened ? " shortened" : "";
    append_quoted(out, scene.text_of(primitive));
}

void append_primitive(std::string& out, const Scene& scene, const Primitive& primitive) {
    out += name_of(kPrimitiveNames, primitive.kind);
    if (primitive.kind == PrimitiveKind::ClipPop) {
        out += '\n';
        return;
    }
    append_rect(out, primitive.rect);
    if (primitive.kind != PrimitiveKind::ClipPush) {
        out += ' ';
        out += name_of(kColorNames, primitive.color);
    }
    if (primitive.alpha != 255) {
        out += " alpha ";
        out += std::to_string(primitive.alpha);
    }
    append_detail(out, "radius ", primitive.radius);
    append_detail(out, "fade-left ", primitive.fade_left);
    append_detail(out, "fade-right ", primitive.fade_right);
    out += primitive.dashed ? " dashed" : "";
    out += primitive.flag ? " open" : "";
    if (primitive.kind == PrimitiveKind::State) {
        out += ' ';
        out += name_of(kMarkNames, primitive.state_mark);
    } else if (primitive.kind == PrimitiveKind::Text) {
        append_text(out, scene, primitive);
    }
    append_owner(out, primitive.owner);
    out += '\n';
}

void append_node(std::string& out, const SemanticNode& node) {
    out += "node ";
    out += name_of(kRoleNames, node.role);
    append_rect(out, node.rect);
    append_detail(out, "level ", static_cast<float>(node.level));
    append_detail(out, "row ", static_cast<float>(node.row_index));
    append_detail(out, "column ", static_cast<float>(node.column_index));
    append_detail(out, "rows ", static_cast<float>(node.row_count));
    append_detail(out, "columns ", static_cast<float>(node.column_count));
    out += node.selected ? " selected" : "";
    out += node.focused ? " focused" : "";
    out += node.disabled ? " disabled" : "";
    if (node.sorted != 0) {
        out += node.sorted > 0 ? " ascending" : " descending";
    }
    if (node.expanded >= 0) {
        out += node.expanded > 0 ? " expanded" : " collapsed";
    }
    append_quoted(out, node.name);
    if (!node.description.empty()) {
        append_quoted(out, node.description);
    }
    out += '\n';
}

} // namespace

std::string scene_dump(const Scene& scene) {
    std::string out;
    for (const Primitive& primitive : scene.primitives()) {
        append_primitive(out, scene, primitive);
    }
    for (const HitZone& zone : scene.zones()) {
        out += "zone ";
        out += name_of(kZoneNames, zone.kind);
        append_rect(out, zone.rect);
        append_owner(out, zone.owner);
        if (zone.part != kNoIndex) {
            out += " part " + std::to_string(zone.part);
        }
        out += '\n';
    }
    for (const SemanticNode& node : scene.semantics()) {
        append_node(out, node);
    }
    return out;
}

} // namespace vekha
