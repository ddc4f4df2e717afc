// Dear ImGui's tables and columns are not used, but its frame calls these functions of theirs: it
// gives back memory of tables, and mends a frame in which one was left open. What stands here does
// nothing, so that the linker leaves the tables out of the page's program (22 kB). The definitions
// are weak: with a table in some view, or a Dear ImGui that calls another function of that file,
// its own take their place.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

[[gnu::weak]] void EndColumns() {}
[[gnu::weak]] void PopColumnsBackground() {}
[[gnu::weak]] void PushColumnsBackground() {}

[[gnu::weak]] void EndTable() {}
[[gnu::weak]] void TableEndCell(ImGuiTable* /*table*/) {}
[[gnu::weak]] void TableEndRow(ImGuiTable* /*table*/) {}
[[gnu::weak]] void TablePopBackgroundChannel() {}
[[gnu::weak]] void TablePopColumnChannel() {}
[[gnu::weak]] void TablePushBackgroundChannel() {}
[[gnu::weak]] void TablePushColumnChannel(int /*column*/) {}

[[gnu::weak]] void TableGcCompactSettings() {}
[[gnu::weak]] void TableGcCompactTransientBuffers(ImGuiTable* /*table*/) {}
[[gnu::weak]] void TableGcCompactTransientBuffers(ImGuiTableTempData* /*data*/) {}
[[gnu::weak]] void TableSettingsAddSettingsHandler() {}

} // namespace ImGui
