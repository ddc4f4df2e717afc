// The outside world in memory: every port records what it was asked and answers nothing by itself;
// a test hands the app the events that it wants to have happened. Deterministic: the clock stands
// until a test moves it.
#pragma once

#include "app/ports/glyph_source.hpp"
#include "app/ports/ports.hpp"
#include "core/calendar/date.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test {

struct MemoryFiles final : app::FilePort {
    void choose_file() override { ++times_chosen; }
    void save(SaveRequest request) override { saves.push_back(std::move(request)); }

    int times_chosen = 0;
    std::vector<SaveRequest> saves;
};

struct MemoryDrafts final : app::DraftStore {
    struct Stored {
        std::uint64_t revision = 0;
        std::uint64_t opening = 0;
        std::uint64_t continues = 0;
        std::string name;
        std::string changes;
        std::string bytes;
        bool only_copy = true;
        bool operator==(const Stored&) const = default;
    };
    void take_part(std::uint64_t opening, std::uint32_t part, std::string_view text) override {
        parts.insert_or_assign({opening, part}, std::string(text));
    }
    void store(const Draft& draft) override {
        std::string bytes;
        for (const std::uint32_t part : draft.parts) {
            bytes += parts.at({draft.opening, part});
        }
        std::erase_if(parts, [&draft](const auto& kept) {
            const auto [opening, part] = kept.first;
            return opening == draft.opening && std::ranges::count(draft.parts, part) == 0;
        });
        stored.push_back({.revision = draft.revision,
                          .opening = draft.opening,
                          .continues = draft.continues,
                          .name = std::string(draft.name),
                          .changes = std::string(draft.changes),
                          .bytes = std::move(bytes),
                          .only_copy = draft.only_copy});
    }
    void load(std::span<const std::uint64_t> open) override {
        asked_without.emplace_back(open.begin(), open.end());
    }
    void erase(std::uint64_t place) override { erased.push_back(place); }

    std::map<std::pair<std::uint64_t, std::uint32_t>, std::string> parts;
    std::vector<Stored> stored;
    std::vector<std::vector<std::uint64_t>> asked_without;
    std::vector<std::uint64_t> erased;
};

struct MemoryVersions final : app::VersionStore {
    struct Kept {
        std::string plan;
        std::string name;
        std::string changes;
        std::string bytes;
        bool downloaded = false;
        bool operator==(const Kept&) const = default;
    };
    void keep(const Version& version) override {
        kept.push_back({.plan = std::string(version.plan),
                        .name = std::string(version.name),
                        .changes = std::string(version.changes),
                        .bytes = std::string(version.bytes),
                        .downloaded = version.downloaded});
    }
    void load(std::string_view plan) override { loads.emplace_back(plan); }
    void read(std::string_view plan, std::uint64_t place) override {
        reads.emplace_back(plan, place);
    }
    void erase() override { ++times_erased; }

    std::vector<Kept> kept;
    std::vector<std::string> loads;
    std::vector<std::pair<std::string, std::uint64_t>> reads;
    int times_erased = 0;
};

struct MemoryLocks final : app::PlanLocks {
    void hold(std::uint64_t opening, std::string_view name) override {
        held.insert_or_assign(opening, std::string(name));
    }
    void take_over(std::uint64_t opening) override { taken.push_back(opening); }
    void let_go(std::uint64_t opening) override { held.erase(opening); }

    std::map<std::uint64_t, std::string> held; // that were asked for and not let go
    std::vector<std::uint64_t> taken;
};

struct MemorySettings final : app::SettingsStore {
    [[nodiscard]] std::string get(std::string_view name) const override {
        const auto place = values.find(name);
        return place == values.end() ? std::string() : place->second;
    }
    void set(std::string_view name, std::string_view value) override {
        values.insert_or_assign(std::string(name), std::string(value));
    }
    void erase() override { values.clear(); }

    std::map<std::string, std::string, std::less<>> values;
};

struct MemoryClock final : app::Clock {
    [[nodiscard]] Date today() const override { return day; }
    [[nodiscard]] double monotonic_seconds() const override { return seconds; }
    [[nodiscard]] std::string time_of_day() const override { return time; }

    Date day;
    double seconds = 0.0;
    std::string time = "14:32";
};

// 1, 2, 3 …
struct MemoryChance final : app::Chance {
    [[nodiscard]] std::uint64_t draw() override { return ++drawn; }

    std::uint64_t drawn = 0;
};

struct MemoryField final : app::FieldPort {
    void show(const app::FieldSpec& spec) override { shown = spec; }
    void hide() override { shown.reset(); }
    void leave() override {
        shown.reset();
        ++times_left;
    }

    std::optional<app::FieldSpec> shown;
    int times_left = 0;
};

struct MemoryTwin final : app::TwinPort {
    struct Announcement {
        std::string text;
        bool is_urgent = false;
        bool operator==(const Announcement&) const = default;
    };
    void publish(const SemanticList& list, SemanticKey focused_key) override {
        nodes.assign(list.begin(), list.end());
        focused = focused_key;
        ++times_published;
    }
    void announce(std::string_view text, bool urgent) override {
        announcements.push_back({.text = std::string(text), .is_urgent = urgent});
    }

    std::vector<SemanticNode> nodes; // of the last frame
    SemanticKey focused = 0;
    int times_published = 0;
    std::vector<Announcement> announcements;
};

struct MemoryClipboard final : app::ClipboardPort {
    void give(const Rows& given, bool asks) override {
        text = given.text;
        html = given.html;
        rows = given.rows;
        was_asked = asks;
        ++times_given;
    }
    void ask_for_rows() override { ++times_asked; }

    std::string text; // of what was given last
    std::string html;
    std::string rows;
    bool was_asked = false; // to copy, without having asked itself
    int times_given = 0;
    int times_asked = 0;
};

struct MemoryPage final : app::PagePort {
    void set_title(std::string_view text) override { title = text; }
    void set_language(std::string_view tag) override { language = tag; }
    void set_dark(bool dark) override { is_dark = dark; }
    void set_interface_scale(float value) override { scale = value; }
    void ask_before_leaving(bool ask) override { asks_before_leaving = ask; }
    void open_link(std::string_view url) override { links.emplace_back(url); }

    std::string title;
    std::string language;
    bool is_dark = false;
    float scale = 1.0F;
    bool asks_before_leaving = false;
    std::vector<std::string> links;
};

// A system without fonts, until a test gives it some.
struct MemoryGlyphs final : app::GlyphSource {
    struct Asked {
        char32_t character = 0;
        float font_px = 0.0F;
        TextWeight weight = TextWeight::Regular;
        bool operator==(const Asked&) const = default;
    };
    [[nodiscard]] std::optional<app::GlyphBitmap> draw(char32_t character, float font_px,
                                                       TextWeight weight) override {
        asked.push_back({character, font_px, weight});
        const auto found = glyphs.find(character);
        return found == glyphs.end() ? std::nullopt : std::optional(found->second);
    }

    std::map<char32_t, app::GlyphBitmap> glyphs;
    std::vector<Asked> asked;
};

struct MemoryPorts {
    MemoryFiles files;
    MemoryDrafts drafts;
    MemoryVersions versions;
    MemoryLocks locks;
    MemorySettings settings;
    MemoryClock clock;
    MemoryChance chance;
    MemoryField field;
    MemoryTwin twin;
    MemoryClipboard clipboard;
    MemoryPage page;
    MemoryGlyphs glyphs;

    // The ports point into this object, which must stay where it is.
    [[nodiscard]] app::Ports ports() {
        return {.files = &files,
                .drafts = &drafts,
                .versions = &versions,
                .locks = &locks,
                .settings = &settings,
                .clock = &clock,
                .chance = &chance,
                .field = &field,
                .twin = &twin,
                .clipboard = &clipboard,
                .page = &page,
                .glyphs = &glyphs};
    }
};

} // namespace vekha::test
