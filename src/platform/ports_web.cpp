// The ports for the browser: each turns layout pixels into CSS pixels where there are any, and
// calls the scripts. What they answer comes back through web_exports.cpp as events.
#include "app/ports/ports.hpp"

#include "app/ports/glyph_source.hpp"
#include "core/base/geometry.hpp"
#include "core/base/text_limits.hpp"
#include "core/calendar/date.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "platform/browser.hpp"
#include "platform/host.hpp"
#include "platform/host_web.hpp"
#include "platform/twin_text.hpp"

#include <emscripten/emscripten.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vekha::platform {

namespace {

class WebFiles final : public app::FilePort {
public:
    void choose_file() override { browser::choose_file(); }
    void save(SaveRequest request) override { browser::save_file(request); }
};

class WebDrafts final : public app::DraftStore {
public:
    void take_part(std::uint64_t opening, std::uint32_t part, std::string_view text) override {
        browser::take_draft_part(opening, part, text);
    }
    void store(const Draft& draft) override { browser::store_draft(draft); }
    void load(std::span<const std::uint64_t> open) override { browser::load_drafts(open); }
    void erase(std::uint64_t place) override { browser::erase_drafts(place); }
};

class WebVersions final : public app::VersionStore {
public:
    void keep(const Version& version) override { browser::keep_version(version); }
    void load(std::string_view plan) override { browser::load_versions(plan); }
    void read(std::string_view plan, std::uint64_t place) override {
        browser::read_version(plan, place);
    }
    void erase() override { browser::erase_versions(); }
};

class WebLocks final : public app::PlanLocks {
public:
    void hold(std::uint64_t opening, std::string_view name) override {
        browser::hold_plan(opening, name);
    }
    void take_over(std::uint64_t opening) override { browser::take_plan_over(opening); }
    void let_go(std::uint64_t opening) override { browser::let_plan_go(opening); }
};

class WebSettings final : public app::SettingsStore {
public:
    [[nodiscard]] std::string get(std::string_view name) const override {
        return browser::setting(name);
    }
    void set(std::string_view name, std::string_view value) override {
        browser::set_setting(name, value);
    }
    void erase() override { browser::erase_settings(); }
};

class WebClock final : public app::Clock {
public:
    [[nodiscard]] Date today() const override {
        const browser::LocalTime now = browser::local_time();
        return Date::from_civil({.year = now.year,
                                 .month = static_cast<unsigned>(now.month),
                                 .day = static_cast<unsigned>(now.day)})
            .value_or(Date());
    }
    [[nodiscard]] double monotonic_seconds() const override {
        return emscripten_get_now() / 1000.0;
    }
    [[nodiscard]] std::string time_of_day() const override {
        const browser::LocalTime now = browser::local_time();
        const auto two_digits = [](int value) {
            return std::string(value < 10 ? "0" : "") + std::to_string(value);
        };
        return two_digits(now.hour) + ":" + two_digits(now.minute);
    }
};

class WebField final : public app::FieldPort {
public:
    void show(const app::FieldSpec& spec) override {
        const float scale = host().interface_scale();
        browser::show_field({.key = static_cast<double>(spec.key),
                             .rect_css = {.left = spec.rect.left * scale,
                                          .top = spec.rect.top * scale,
                                          .right = spec.rect.right * scale,
                                          .bottom = spec.rect.bottom * scale},
                             .font_css_px = static_cast<double>(spec.font_px * scale),
                             .label = spec.label,
                             .text = spec.text,
                             .placeholder = spec.placeholder,
                             .is_multiline = spec.multiline,
                             .is_numeric = spec.numeric,
                             .waits = spec.waits,
                             .has_list = spec.has_list,
                             .has_rows = spec.has_rows,
                             .enter_commits = spec.enter_commits,
                             .is_selected = spec.selected,
                             .is_passing = spec.passing,
                             .is_date = spec.date,
                             .max_code_points = kMaxTextCodePoints});
    }
    void hide() override { browser::hide_field(); }
    void leave() override { browser::leave_field(); }
};

class WebTwin final : public app::TwinPort {
public:
    void publish(const SemanticList& list, SemanticKey focused) override {
        const bool changed = m_text.update(list);
        if (!changed && focused == m_focused) {
            return;
        }
        m_focused = focused;
        browser::publish_twin(m_text.text(), changed, static_cast<double>(focused));
    }
    void announce(std::string_view text, bool urgent) override { browser::announce(text, urgent); }

private:
    TwinText m_text;
    SemanticKey m_focused = 0;
};

class WebClipboard final : public app::ClipboardPort {
public:
    void give(const Rows& rows, bool asks) override { browser::give_rows(rows, asks); }
    void ask_for_rows() override { browser::ask_for_rows(); }
};

class WebPage final : public app::PagePort {
public:
    void set_title(std::string_view title) override { browser::set_title(title); }
    void set_language(std::string_view tag) override { browser::set_language(tag); }
    void set_dark(bool dark) override { browser::set_dark(dark); }
    void set_interface_scale(float scale) override { host().set_interface_scale(scale); }
    void ask_before_leaving(bool ask) override { browser::ask_before_leaving(ask); }
    void open_link(std::string_view url) override { browser::open_link(url); }
};

class WebGlyphs final : public app::GlyphSource {
public:
    [[nodiscard]] std::optional<app::GlyphBitmap> draw(char32_t character, float font_px,
                                                       TextWeight weight) override {
        constexpr int kRegular = 400; // as CSS counts, like the page's own fonts
        constexpr int kSemibold = 600;
        const std::string bytes =
            browser::draw_glyph(character, static_cast<double>(font_px),
                                weight == TextWeight::Semibold ? kSemibold : kRegular);
        std::array<float, 5> head{};
        if (bytes.size() < sizeof head) {
            return std::nullopt;
        }
        std::memcpy(head.data(), bytes.data(), sizeof head);
        app::GlyphBitmap bitmap{.advance_px = head[0],
                                .left_px = static_cast<int>(head[1]),
                                .top_px = static_cast<int>(head[2]),
                                .width = static_cast<int>(head[3]),
                                .height = static_cast<int>(head[4])};
        bitmap.rgba.assign(bytes.begin() + sizeof head, bytes.end());
        return bitmap;
    }
};

struct WebChance final : app::Chance {
    [[nodiscard]] std::uint64_t draw() override { return browser::chance(); }
};

struct WebPorts {
    WebFiles files;
    WebDrafts drafts;
    WebVersions versions;
    WebLocks locks;
    WebSettings settings;
    WebClock clock;
    WebChance chance;
    WebField field;
    WebTwin twin;
    WebClipboard clipboard;
    WebPage page;
    WebGlyphs glyphs;
};

} // namespace

app::Ports make_ports() {
    static WebPorts ports;
    return {.files = &ports.files,
            .drafts = &ports.drafts,
            .versions = &ports.versions,
            .locks = &ports.locks,
            .settings = &ports.settings,
            .clock = &ports.clock,
            .chance = &ports.chance,
            .field = &ports.field,
            .twin = &ports.twin,
            .clipboard = &ports.clipboard,
            .page = &ports.page,
            .glyphs = &ports.glyphs,
            .build = browser::page_block("build")};
}

} // namespace vekha::platform
