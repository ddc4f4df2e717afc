// The question that changes several things of all measures that are picked. Only what is set there
// is changed; below stands what will become of it.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/period_moves.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

using app::BulkChoice;
using app::BulkText;

constexpr float kBulkWidth = 720.0F;
constexpr float kLabelWidth = 176.0F;
constexpr float kNumberWidth = 120.0F;
constexpr float kLineAir = 6.0F;

constexpr std::array kStates{StoredState::NotStarted, StoredState::InProgress,
                             StoredState::Done,       StoredState::NotDone,
                             StoredState::Moved,      StoredState::Cancelled};

// Makes it so that the choice with that number is made; whether it was.
using Chosen = bool(BulkChoice& choice, std::size_t number);

std::size_t place_of(BulkText text) {
    return static_cast<std::size_t>(text);
}

// Lines of labels and what is set beside them, one below the other; draws where it is asked to.
class BulkForm {
public:
    BulkForm(ViewFrame& frame, const app::BulkQuestion& question, bool draws)
        : m_frame(frame), m_ui(frame.ui), m_choice(question.choice), m_forecast(question.forecast),
          m_draws(draws) {}

    // Returns how high it is.
    float place(const Rect& room) {
        m_room = room;
        m_y = room.top;
        state_line();
        if (m_choice.state && needs_reason(*m_choice.state)) {
            text_line("inspector.reason"_key, BulkText::Reason, {}, 0.0F, kOneLineField);
        }
        text_line("bulk.percent"_key, BulkText::Percent, {}, kNumberWidth, kOneLineField);
        responsible_line();
        text_line("bulk.period"_key, BulkText::Period, "bulk.periodHint"_key, 0.0F, kOneLineField);
        reading_line();
        shift_line();
        text_line("bulk.addTags"_key, BulkText::AddTags, "bulk.tagsHint"_key, 0.0F, kOneLineField);
        text_line("bulk.removeTags"_key, BulkText::RemoveTags, "bulk.tagsHint"_key, 0.0F,
                  kOneLineField);
        return m_y - room.top;
    }

private:
    [[nodiscard]] float fields_left() const { return m_room.left + kLabelWidth; }

    void name_line(app::TextKey name) {
        if (m_draws) {
            const Rect place{m_room.left, m_y, fields_left() - metrics::kGap, m_y + kOneLineField};
            const std::string_view words = m_frame.text(name);
            label(m_ui, place, words, kSmall, ColorRole::TextSecondary);
            m_ui.add_node(semantic_key(std::string("bulk/label/").append(name.id)), Role::Text,
                          words, place);
        }
    }
    void end_line(float bottom) { m_y = bottom + kLineAir; }

    void field(const Rect& place, app::TextKey name, BulkText text, app::TextKey hint) {
        if (!m_draws) {
            return;
        }
        edit_field(m_frame, place, {},
                   {.path = app::kBulkFields[place_of(text)],
                    .field = app::EditField::Bulk,
                    .name = m_frame.text(name),
                    .shown = m_choice.texts[place_of(text)],
                    .placeholder = hint.empty() ? std::string_view() : m_frame.text(hint),
                    .multiline = text == BulkText::Responsible,
                    .numeric = text == BulkText::Percent});
    }

    // `width` 0: all there is.
    void text_line(app::TextKey name, BulkText text, app::TextKey hint, float width, float height) {
        name_line(name);
        const float right = width > 0.0F ? fields_left() + width : m_room.right;
        field({fields_left(), m_y, right, m_y + height}, name, text, hint);
        end_line(m_y + height);
    }

    // One of several, each a button beside the other; returns where they end.
    float choices(Flow& flow, std::string_view path, app::TextKey name,
                  std::span<const std::string_view> words, Chosen* chosen) {
        const SemanticKey group = semantic_key(path);
        const float top = m_y;
        std::vector<Rect> places;
        for (const std::string_view word : words) {
            places.push_back(flow.next(button_width(m_ui, {.label = word})));
        }
        const float bottom = flow.bottom() - metrics::kGap;
        if (m_draws) {
            m_ui.add_node(group, Role::RadioGroup, m_frame.text(name),
                          {fields_left(), top, m_room.right, bottom});
            const SemanticScope scope(m_ui, group);
            for (std::size_t i = 0; i < words.size(); ++i) {
                BulkChoice other = m_choice;
                if (radio(places[i], std::string(path) + "/" + std::to_string(i), words[i],
                          chosen(other, i))) {
                    m_frame.actions.push(app::act::SetBulk{other});
                }
            }
        }
        return bottom;
    }

    bool radio(const Rect& rect, const std::string& path, std::string_view words, bool on) {
        const PressState press = press_area(m_ui, rect, path, Role::Radio, words);
        m_ui.semantics().last().pressed = on ? 1 : 0;
        ImDrawList* const list = ImGui::GetWindowDrawList();
        const ColorRole fill = on              ? ColorRole::AccentSoft
                               : press.hovered ? ColorRole::RowHovered
                                               : ColorRole::Surface;
        list->AddRectFilled(top_left(rect), bottom_right(rect), m_ui.color(fill), metrics::kRadius);
        list->AddRect(top_left(rect), bottom_right(rect),
                      m_ui.color(on ? ColorRole::Accent : ColorRole::Line), metrics::kRadius);
        label(m_ui, {rect.left + metrics::kPad, rect.top, rect.right - metrics::kGap, rect.bottom},
              words, on ? kStrong : kBody, on ? ColorRole::Accent : ColorRole::Text);
        if (press.focused) {
            focus_ring(m_ui, rect, metrics::kRadius);
        }
        if (press.hovered) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        return press.pressed && !on;
    }

    void state_line() {
        std::array<std::string_view, kStates.size() + 1> words;
        words[0] = m_frame.text("bulk.keep"_key);
        for (std::size_t i = 0; i < kStates.size(); ++i) {
            words[i + 1] = app::stored_state_name(m_ui.texts(), kStates[i]);
        }
        name_line("inspector.state"_key);
        Flow flow(fields_left(), m_room.right, m_y, kLineAir);
        end_line(choices(flow, "bulk/state", "inspector.state"_key, words,
                         [](BulkChoice& choice, std::size_t i) {
                             const auto wanted =
                                 i == 0 ? std::nullopt : std::optional(kStates[i - 1]);
                             const bool is_on = choice.state == wanted;
                             choice.state = wanted;
                             return is_on;
                         }));
    }

    void responsible_line() {
        const std::array words{m_frame.text("bulk.add"_key), m_frame.text("bulk.remove"_key),
                               m_frame.text("bulk.replace"_key)};
        name_line("column.responsible"_key);
        Flow flow(fields_left(), m_room.right, m_y, kLineAir);
        const float bottom = choices(
            flow, "bulk/responsible-how", "column.responsible"_key, words,
            [](BulkChoice& choice, std::size_t i) {
                constexpr std::array kHow{ListChange::Add, ListChange::Remove, ListChange::Replace};
                const bool is_on = choice.responsible == kHow[i];
                choice.responsible = kHow[i];
                return is_on;
            });
        end_line(bottom);
        field({fields_left(), m_y, m_room.right, m_y + kWritingHeight}, "column.responsible"_key,
              BulkText::Responsible, "field.onePerLine"_key);
        end_line(m_y + kWritingHeight);
    }

    // What was read of the words of the period, and why somebody has to look.
    void reading_line() {
        const float width = m_room.right - fields_left();
        const auto say = [&](std::string_view path, std::string_view words, TextStyle style,
                             ColorRole color) {
            if (words.empty()) {
                return;
            }
            const float height = wrapped_height(m_ui, width, words, style);
            if (m_draws) {
                wrapped_text(m_ui, {fields_left(), m_y}, width, words, style, color);
                m_ui.add_node(semantic_key(path), Role::Status, words,
                              {fields_left(), m_y, m_room.right, m_y + height});
            }
            end_line(m_y + height);
        };
        say("bulk/reading", m_forecast.period, kSmall, ColorRole::Text);
        say("bulk/review", m_forecast.review, kSmall, ColorRole::Review);
    }

    void shift_line() {
        const std::array words{m_frame.text("bulk.days"_key), m_frame.text("bulk.months"_key),
                               m_frame.text("bulk.years"_key)};
        name_line("bulk.shift"_key);
        field({fields_left(), m_y, fields_left() + kNumberWidth, m_y + metrics::kButtonHeight},
              "bulk.shift"_key, BulkText::Shift, "bulk.shiftHint"_key);
        Flow flow(fields_left() + kNumberWidth + metrics::kGap, m_room.right, m_y, kLineAir);
        end_line(choices(flow, "bulk/unit", "bulk.shift"_key, words,
                         [](BulkChoice& choice, std::size_t i) {
                             const auto unit = static_cast<ShiftUnit>(i);
                             const bool is_on = choice.unit == unit;
                             choice.unit = unit;
                             return is_on;
                         }));
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const BulkChoice& m_choice;
    const app::BulkForecast& m_forecast;
    Rect m_room;
    float m_y = 0.0F;
    bool m_draws;
};

// What will happen, in one or two sentences.
std::string forecast_words(const ViewFrame& frame, const app::BulkQuestion& question) {
    const app::Texts& texts = frame.ui.texts();
    const app::BulkForecast& forecast = question.forecast;
    if (!forecast.problem.key.empty()) {
        return texts.format(forecast.problem);
    }
    if (question.choice ==
        BulkChoice{.responsible = question.choice.responsible, .unit = question.choice.unit}) {
        return std::string(frame.text("bulk.nothing"_key));
    }
    const auto number = [&texts](std::size_t n) {
        return texts.number(static_cast<std::int64_t>(n));
    };
    std::string words =
        texts.format(forecast.changed == forecast.all ? "bulk.all"_key : "bulk.some"_key,
                     {{"n", number(forecast.changed)}, {"all", number(forecast.all)}});
    if (!forecast.new_parties.empty()) {
        words.append(". ").append(
            texts.format("bulk.newParties"_key, {{"names", forecast.new_parties}}));
    }
    if (forecast.derived > 0) {
        words.append(". ").append(
            texts.format("bulk.derived"_key, {{"n", number(forecast.derived)}}));
    }
    return words;
}

} // namespace

void bulk_view(ViewFrame& frame, const Rect& page, const app::BulkQuestion& question,
               float& scroll) {
    UiContext& ui = frame.ui;
    const app::Session& session = frame.state.session;
    const float pad = metrics::kGapWide;
    const float width = std::min(kBulkWidth, page.width() - 2.0F * metrics::kGap);
    const Rect inside{0.0F, 0.0F, width - 2.0F * pad - metrics::kScrollbarWidth, 0.0F};
    const float wanted = BulkForm(frame, question, false).place(inside);
    const std::string title =
        ui.texts().plural("bulk.title"_key, static_cast<std::int64_t>(question.forecast.all));
    std::string about(frame.text("bulk.about"_key));
    if (session.picked_hidden > 0) {
        about.append(" ").append(ui.texts().format(
            "bulk.hidden"_key,
            {{"n", ui.texts().number(static_cast<std::int64_t>(session.picked_hidden))}}));
    }
    const std::string words = forecast_words(frame, question);
    const float heading_height = ui.fonts().line_height(kHeading);
    const float head = heading_height + wrapped_height(ui, width - 2.0F * pad, about, kSmall);
    const float said = wrapped_height(ui, width - 2.0F * pad, words, kStrong);
    const float foot = said + metrics::kGap + metrics::kButtonHeight;
    const float fixed = head + foot + 2.0F * pad + 2.0F * metrics::kGapWide;
    const float height = std::min(
        wanted, std::max(metrics::kButtonHeight, page.height() - 2.0F * metrics::kGap - fixed));
    const float left = page.center().x - width * 0.5F;
    const float top = page.center().y - (fixed + height) * 0.5F;
    const Rect box{left, top, left + width, top + fixed + height};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("bulk");
    ui.add_node(key, Role::Dialog, title, box).description = about;
    const SemanticScope scope(ui, key);
    const Rect content = box.shrunk(pad);
    const float title_bottom = content.top + heading_height;
    const Rect heading{content.left, content.top, content.right, title_bottom};
    label(ui, heading, title, kHeading, ColorRole::Text);
    ui.add_node(semantic_key("bulk/title"), Role::Heading, title, heading).level = 2;
    wrapped_text(ui, {content.left, title_bottom}, content.width(), about, kSmall,
                 session.picked_hidden > 0 ? ColorRole::Review : ColorRole::TextSecondary);
    ui.add_node(semantic_key("bulk/about"), Role::Text, about,
                {content.left, title_bottom, content.right, content.top + head});
    const Rect view{content.left, content.top + head + metrics::kGapWide, content.right,
                    content.top + head + metrics::kGapWide + height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "bulk/scroll", scroll, wanted);
    {
        const SemanticKey fields = semantic_key("bulk/fields");
        ui.add_node(fields, Role::Group, title, view.shrunk(-metrics::kFocusRing));
        const SemanticScope inside_fields(ui, fields);
        const ScrollScope scrolled(ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        BulkForm(frame, question, true)
            .place({view.left, view.top - scroll, view.right - metrics::kScrollbarWidth, 0.0F});
        ImGui::PopClipRect();
    }
    const bool is_refused = !question.forecast.problem.key.empty();
    const float words_top = view.bottom + metrics::kGapWide;
    wrapped_text(ui, {content.left, words_top}, content.width(), words, kStrong,
                 is_refused ? ColorRole::Review : ColorRole::Text);
    ui.add_node(semantic_key("bulk/forecast"), Role::Status, words,
                {content.left, words_top, content.right, words_top + said});
    const ButtonSpec apply{.path = "bulk/apply",
                           .label = frame.text("bulk.apply"_key),
                           .look = ButtonLook::Primary,
                           .enabled = !is_refused && question.forecast.changed > 0};
    const ButtonSpec cancel{.path = "bulk/cancel", .label = frame.text("button.cancel"_key)};
    const float apply_left = content.right - button_width(ui, apply);
    const float button_top = content.bottom - metrics::kButtonHeight;
    const float cancel_right = apply_left - metrics::kGap;
    if (button(ui, {apply_left, button_top, content.right, content.bottom}, apply)) {
        frame.actions.push(app::act::ApplyBulk{});
    }
    if (button(ui,
               {cancel_right - button_width(ui, cancel), button_top, cancel_right, content.bottom},
               cancel)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
