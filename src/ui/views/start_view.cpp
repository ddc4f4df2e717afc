// The start screen: go on with the last plan, open a file, begin a blank plan, or look at a sample.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/events.hpp"
#include "app/samples.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/preference_buttons.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kMinCardWidth = 300.0F;

constexpr float kCross = 24.0F;

struct Card {
    std::string path;
    std::string title;
    std::string about;
    std::string mark; // of made-up data; empty: none
    Icon icon = Icon::Document;
    std::string dismiss; // the path of its cross, that takes it away; empty: none
};

// What was pressed of some cards.
struct PressedCard {
    std::size_t place = 0;
    bool dismissed = false;
};

// Where the texts of a card stand; the widths follow from the card's.
struct CardText {
    float left = 0.0F;
    float width = 0.0F;
};

CardText text_of_card(float left, float width) {
    const float text_left = left + metrics::kGapWide + metrics::kIconSize + metrics::kPad;
    return {text_left, left + width - metrics::kGapWide - kCross - text_left};
}

// As high as its texts need, and no lower than other cards of its kind.
float card_height(const UiContext& ui, float width, const Card& card, float least) {
    const float room = text_of_card(0.0F, width).width;
    const float mark =
        card.mark.empty() ? 0.0F : metrics::kGap + wrapped_height(ui, room, card.mark, kSmall);
    return std::max(least, metrics::kGapWide + wrapped_height(ui, room, card.title, kStrong) +
                               metrics::kGap * 0.5F + wrapped_height(ui, room, card.about, kSmall) +
                               mark + metrics::kPad);
}

bool draw_card(UiContext& ui, const Rect& rect, const Card& card) {
    // Beside the cross, if there is one.
    const float right = rect.right - (card.dismiss.empty() ? 0.0F : kCross + 2.0F * metrics::kGap);
    const PressState state = press_area(ui, {rect.left, rect.top, right, rect.bottom}, card.path,
                                        Role::Button, card.title);
    std::string& description = ui.semantics().last().description;
    description.append(card.about);
    if (!card.mark.empty()) {
        description.append(" ").append(card.mark);
    }
    panel(ui, rect, state.hovered ? ColorRole::RowHovered : ColorRole::Surface,
          metrics::kRadiusLarge, state.hovered);
    if (state.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (state.focused) {
        focus_ring(ui, rect, metrics::kRadiusLarge);
    }
    const float icon_left = rect.left + metrics::kGapWide;
    const float icon_top = rect.top + metrics::kGapWide;
    icon(ui, {icon_left, icon_top, icon_left + metrics::kIconSize, icon_top + metrics::kIconSize},
         card.icon, ColorRole::Accent);
    const CardText text = text_of_card(rect.left, rect.width());
    float y = icon_top;
    y += wrapped_text(ui, {text.left, y}, text.width, card.title, kStrong, ColorRole::Text);
    y += metrics::kGap * 0.5F;
    wrapped_text(ui, {text.left, y}, text.width, card.about, kSmall, ColorRole::TextSecondary);
    if (!card.mark.empty()) {
        const float height = wrapped_height(ui, text.width, card.mark, kSmall);
        wrapped_text(ui, {text.left, rect.bottom - metrics::kPad - height}, text.width, card.mark,
                     kSmall, ColorRole::Review);
    }
    return state.pressed;
}

class StartPage {
public:
    StartPage(ViewFrame& frame, const Rect& page, float scroll)
        : m_frame(frame), m_ui(frame.ui),
          m_width(std::min(metrics::kStartWidth, page.width() - 2.0F * metrics::kPagePad)),
          m_left(page.center().x - m_width * 0.5F),
          m_y(page.top + metrics::kPagePad * 1.5F - scroll) {}

    // Returns the height of what was drawn.
    float draw() {
        const float begin = m_y;
        greeting();
        open_commands();
        open_plans();
        last_plans();
        samples();
        return m_y - begin + metrics::kPagePad * 2.5F;
    }

private:
    void greeting() {
        const std::string_view name = m_frame.text("start.title"_key);
        const CommandButton palette{.path = "start/palette",
                                    .command = app::Command::Palette,
                                    .icon = Icon::Menu,
                                    .look = ButtonLook::Quiet,
                                    .icon_only = true};
        const float palette_room = command_button_width(m_frame, palette) + metrics::kGap;
        const float preferences = preference_buttons_width(m_frame) + palette_room;
        const float line = m_ui.fonts().line_height(kTitle);
        const float right = m_left + m_width;
        const Rect title{m_left, m_y, right - preferences - metrics::kGap, m_y + line};
        label(m_ui, title, name, kTitle, ColorRole::Text);
        m_ui.add_node(semantic_key("start/title"), Role::Heading, name, title).level = 1;
        const float top = title.center().y - metrics::kButtonHeight * 0.5F;
        const float bottom = top + metrics::kButtonHeight;
        preference_buttons(m_frame, {right - preferences, top, right - palette_room, bottom},
                           {.theme = "start/theme", .language = "start/language"});
        command_button(m_frame, {right - palette_room + metrics::kGap, top, right, bottom},
                       palette);
        m_y += line + metrics::kGap;
        paragraph("start/tagline", m_frame.text("start.tagline"_key), kBody);
        m_y += metrics::kGapWide;
    }

    void paragraph(std::string_view path, std::string_view words, TextStyle style) {
        const float height =
            wrapped_text(m_ui, {m_left, m_y}, m_width, words, style, ColorRole::TextSecondary);
        m_ui.add_node(semantic_key(path), Role::Text, words,
                      {m_left, m_y, m_left + m_width, m_y + height});
        m_y += height;
    }

    void open_commands() {
        Flow flow(m_left, m_left + m_width, m_y, metrics::kPad);
        const CommandButton open{
            "start/open", app::Command::OpenFile, Icon::Open, ButtonLook::Primary, false, {}};
        command_button(m_frame, flow.next(command_button_width(m_frame, open)), open);
        const ButtonSpec blank{
            .path = "start/blank", .label = m_frame.text("start.blank"_key), .icon = Icon::Plus};
        if (button(m_ui, flow.next(button_width(m_ui, blank)), blank)) {
            m_frame.actions.push(app::act::NewBlankPlan{});
        }
        if (m_frame.state.plan) {
            const ButtonSpec back{
                .path = "start/back", .label = m_frame.text("start.back"_key), .icon = Icon::Undo};
            if (button(m_ui, flow.next(button_width(m_ui, back)), back)) {
                m_frame.actions.push(app::act::GoToPlan{});
            }
        }
        m_y = flow.bottom();
        paragraph("start/drop-hint", m_frame.text("start.dropHint"_key), kSmall);
        m_y += metrics::kPagePad;
    }

    void heading(std::string_view words, std::string_view path) {
        const float line = m_ui.fonts().line_height(kHeading);
        const Rect rect{m_left, m_y, m_left + m_width, m_y + line};
        label(m_ui, rect, words, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key(path), Role::Heading, words, rect).level = 2;
        m_y += line + metrics::kPad;
    }

    // One is behind the button that leads back to it.
    void open_plans() {
        const app::AppState& state = m_frame.state;
        if (app::plan_count(state) < 2) {
            return;
        }
        heading(m_frame.text("plans.title"_key), "start/open-heading");
        std::vector<Card> cards;
        for (std::size_t tab = 0; tab < app::plan_count(state); ++tab) {
            const app::OpenPlan& plan = app::plan_at(state, tab);
            cards.push_back({.path = "start/open/" + std::to_string(plan.opening),
                             .title = app::open_plan_name(state, tab),
                             .about = m_ui.texts().format(
                                 app::save_state_text(plan, state.session.draft_health))});
        }
        if (const auto pressed = card_rows(cards, 0.0F)) {
            m_frame.actions.push(app::act::ShowPlan{app::plan_at(state, pressed->place).opening});
        }
        m_y += metrics::kPagePad - metrics::kGapWide;
    }

    void last_plans() {
        const std::vector<app::KeptDraft>& plans = m_frame.state.session.last_plans;
        if (plans.empty()) {
            return;
        }
        heading(m_frame.text("start.last"_key), "start/last-heading");
        std::vector<Card> cards;
        cards.reserve(plans.size());
        for (std::size_t i = 0; i < plans.size(); ++i) {
            cards.push_back(
                {.path = i == 0 ? std::string("start/last") : "start/last/" + std::to_string(i),
                 .title = plans[i].title.empty() ? plans[i].name : plans[i].title,
                 .about = about_draft(plans[i]),
                 .dismiss = "start/erase/" + std::to_string(i)});
        }
        if (const auto pressed = card_rows(cards, 0.0F)) {
            m_frame.actions.push(pressed->dismissed
                                     ? app::Action(app::act::AskErase{pressed->place})
                                     : app::Action(app::act::OpenLastPlan{pressed->place}));
        }
        m_y += metrics::kPagePad - metrics::kGapWide;
    }

    [[nodiscard]] std::string about_draft(const app::KeptDraft& draft) const {
        const app::Texts& texts = m_ui.texts();
        std::string about =
            texts.format("start.last.about"_key, {{"name", draft.name}, {"time", draft.saved_at}});
        if (draft.only_copy && !draft.changes.empty()) {
            about.append(". ").append(
                texts.format("start.last.changes"_key, {{"changes", draft.changes}}));
        }
        return about;
    }

    void samples() {
        heading(m_frame.text("start.samples"_key), "start/samples-heading");
        std::vector<Card> cards;
        for (const app::SampleInfo& sample : app::samples()) {
            cards.push_back({.path = std::string("start/sample/").append(sample.slug),
                             .title = std::string(m_frame.text(sample.title)),
                             .about = std::string(m_frame.text(sample.about)),
                             .mark = std::string(m_frame.text("demo.mark"_key))});
        }
        if (const auto pressed = card_rows(cards, metrics::kCardHeight)) {
            m_frame.actions.push(
                app::act::OpenSample{std::string(app::samples()[pressed->place].slug)});
        }
    }

    // As many beside each other as have room; those of a row are as high as its highest, and at
    // least `least`. Returns the one that was pressed.
    std::optional<PressedCard> card_rows(std::span<const Card> cards, float least) {
        std::optional<PressedCard> pressed;
        const auto columns = static_cast<std::size_t>(column_count());
        const float width = card_width();
        for (std::size_t first = 0; first < cards.size(); first += columns) {
            const auto row = cards.subspan(first, std::min(columns, cards.size() - first));
            float height = least;
            for (const Card& card : row) {
                height = std::max(height, card_height(m_ui, width, card, least));
            }
            float left = m_left;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Rect place{left, m_y, left + width, m_y + height};
                if (draw_card(m_ui, place, row[i])) {
                    pressed = PressedCard{first + i, false};
                }
                if (!row[i].dismiss.empty() && dismiss_button(place, row[i])) {
                    pressed = PressedCard{first + i, true};
                }
                left += width + metrics::kGapWide;
            }
            m_y += height + metrics::kGapWide;
        }
        return pressed;
    }

    bool dismiss_button(const Rect& card, const Card& about) {
        const std::string words =
            m_ui.texts().format("erase.draftTitle"_key, {{"title", about.title}});
        const float right = card.right - metrics::kGap;
        return button(
            m_ui,
            {right - kCross, card.top + metrics::kGap, right, card.top + metrics::kGap + kCross},
            {.path = about.dismiss,
             .label = words,
             .icon = Icon::Close,
             .look = ButtonLook::Quiet,
             .icon_only = true});
    }

    [[nodiscard]] int column_count() const {
        return std::max(1, static_cast<int>((m_width + metrics::kGapWide) /
                                            (kMinCardWidth + metrics::kGapWide)));
    }
    [[nodiscard]] float card_width() const {
        const auto columns = static_cast<float>(column_count());
        return std::floor((m_width - (columns - 1.0F) * metrics::kGapWide) / columns);
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    float m_width;
    float m_left;
    float m_y;
};

} // namespace

void start_view(ViewFrame& frame, const Rect& rect, float& scroll) {
    const SemanticKey main_key = semantic_key("start");
    frame.ui.add_node(main_key, Role::Main, frame.text("start.title"_key), rect);
    const SemanticScope scope(frame.ui, main_key);
    const ScrollScope scrolled(frame.ui, rect, scroll);
    StartPage page(frame, rect, scroll);
    const float height = page.draw();
    scroll = vertical_scrollbar(
        frame.ui, {rect.right - metrics::kScrollbarWidth, rect.top, rect.right, rect.bottom},
        "start/scroll", scroll, height);
}

} // namespace vekha::ui
