// The part of ViewState that outlives the page, as texts in the SettingsStore. What cannot be read
// is the default: a setting is never worth a message. The picture of the plan (scale, scroll,
// folding) is kept for the last plan only.
#pragma once

#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/model/ids.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace vekha::app {

// Fills what the store knows into `view`; the picture of a plan is not touched.
void load_settings(const SettingsStore& store, ViewState& view);

// The picture that was kept for this plan; false (and nothing changes) when it was another plan's.
[[nodiscard]] bool load_picture(const SettingsStore& store, const PlanId& plan, RoadmapView& view);

// How the rows of this plan were grouped, sorted and folded; nothing changes when it was another's.
void load_rows(const SettingsStore& store, const PlanId& plan, RoadmapView& view);

// Writes what changed since the last time.
class SettingsWriter {
public:
    // `plan`: the open one, or an empty id.
    void write(SettingsStore& store, const ViewState& view, const PlanId& plan);

private:
    void set(SettingsStore& store, std::string_view name, std::string value);
    std::map<std::string, std::string, std::less<>> m_written;
};

} // namespace vekha::app
