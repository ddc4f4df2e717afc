// The calendar of days off: twelve months of a year, in which a press makes a day off a working day
// and the other way round; the public holidays by law, and the six-day week, at one press each.
#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/calendar_edits.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kDay = 24.0F;
constexpr int kMostWeeks = 6; // that a month has a part of
constexpr float kCalendarMostOfPage = 0.92F;
constexpr int kMostColumns = 4;
constexpr float kLeastView = 3.0F * kDay;

class CalendarView {
public:
    CalendarView(ViewFrame& frame, const Rect& page, int year)
        : m_frame(frame), m_ui(frame.ui), m_year(year), m_editable(!app::is_read_only(frame.state)),
          m_six_day_weeks(has_six_day_weeks(frame.plan().document, year)) {
        const float room = page.width() - 2.0F * (metrics::kPad + metrics::kGapWide);
        m_columns = std::clamp(static_cast<int>((room + metrics::kGapWide) / month_width()), 1,
                               kMostColumns);
        const float inner =
            static_cast<float>(m_columns) * month_width() + metrics::kScrollbarWidth;
        m_inner_width = std::min(inner, room);
        const float most = page.height() * kCalendarMostOfPage;
        const float actions = actions_height();
        const float bar = 2.0F * metrics::kGapWide + metrics::kButtonHeight + 2.0F * metrics::kGap;
        m_scrolled_actions = bar + actions + month_height() > most ? actions : 0.0F;
        m_head_height = metrics::kButtonHeight + metrics::kGap + actions - m_scrolled_actions;
        const int rows = (kMonthsInYear + m_columns - 1) / m_columns;
        m_wanted = m_scrolled_actions + static_cast<float>(rows) * month_height();
        const float fixed = bar + actions - m_scrolled_actions;
        m_view_height = std::min(m_wanted, std::max(kLeastView, most - fixed));
        const float width = m_inner_width + 2.0F * metrics::kGapWide;
        const float height = fixed + m_view_height;
        const float left = page.center().x - width * 0.5F;
        const float top = std::max(page.top, page.center().y - height * 0.5F);
        m_box = {left, top, left + width, top + height};
    }

    void draw(float& scroll) {
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        const std::string title =
            m_ui.texts().format("calendar.titleOfYear"_key, {{"year", std::to_string(m_year)}});
        const SemanticKey key = semantic_key("calendar");
        m_ui.add_node(key, Role::Dialog, title, m_box);
        const SemanticScope scope(m_ui, key);
        const Rect head{m_box.left + metrics::kGapWide, m_box.top + metrics::kGapWide,
                        m_box.right - metrics::kGapWide,
                        m_box.top + metrics::kGapWide + metrics::kButtonHeight};
        draw_head(head, title);
        if (m_scrolled_actions <= 0.0F) {
            draw_actions(head.bottom + metrics::kGap);
        }
        const float top = head.top + m_head_height + metrics::kGap;
        draw_months({head.left, top, head.right, top + m_view_height}, scroll);
    }

private:
    static float month_width() {
        return static_cast<float>(kDaysInWeek) * kDay + metrics::kGapWide;
    }
    [[nodiscard]] float month_height() const {
        return m_ui.fonts().line_height(kStrong) + m_ui.fonts().line_height(kSmall) +
               static_cast<float>(kMostWeeks) * kDay + metrics::kGap;
    }

    void draw_head(const Rect& head, std::string_view title) {
        const float side = metrics::kButtonHeight;
        const auto icon_button = [&](float left, std::string_view path, app::TextKey words,
                                     Icon icon) {
            return button(m_ui, {left, head.top, left + side, head.bottom},
                          {.path = path,
                           .label = m_frame.text(words),
                           .icon = icon,
                           .look = ButtonLook::Quiet,
                           .icon_only = true});
        };
        if (icon_button(head.left, "calendar/before", "calendar.before"_key, Icon::Left)) {
            m_frame.actions.push(app::act::ShowCalendar{m_year - 1});
        }
        if (icon_button(head.left + side, "calendar/after", "calendar.after"_key, Icon::Right)) {
            m_frame.actions.push(app::act::ShowCalendar{m_year + 1});
        }
        const Rect heading{head.left + 2.0F * side + metrics::kGap, head.top, head.right - side,
                           head.bottom};
        label(m_ui, heading, title, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key("calendar/title"), Role::Heading, title, heading).level = 2;
        if (icon_button(head.right - side, "calendar/close", "button.close"_key, Icon::Close)) {
            m_frame.actions.push(app::act::CancelQuestion{});
        }
    }

    // Calls `work(place, spec, action)` for each button, and `say(place, words)` for the words.
    template <class Work, class Say>
    [[nodiscard]] float each_action(float left, float top, Work work, Say say) const {
        Flow flow(left, left + m_inner_width, top, metrics::kGap);
        if (m_editable && has_public_holidays(m_year)) {
            const ButtonSpec spec{.path = "calendar/holidays",
                                  .label = m_frame.text("calendar.holidays"_key),
                                  .description =
                                      m_frame.text(has_known_transfers(m_year)
                                                       ? "calendar.holidays.withTransfers"_key
                                                       : "calendar.holidays.noTransfers"_key)};
            work(flow.next(button_width(m_ui, spec)), spec, app::act::AddPublicHolidays{});
        }
        if (m_editable) {
            const ButtonSpec spec{.path = "calendar/saturdays",
                                  .label = m_frame.text("calendar.saturdays"_key),
                                  .pressed = m_six_day_weeks};
            work(flow.next(button_width(m_ui, spec)), spec, app::act::ToggleSixDayWeeks{});
        }
        const std::string_view words = m_frame.text(!is_named()  ? "calendar.noData"_key
                                                    : m_editable ? "calendar.note"_key
                                                                 : "why.readOnly"_key);
        const float width = m_ui.fonts().width(words, kSmall) + metrics::kGap;
        say(flow.next(std::min(width, m_inner_width)), words);
        return flow.bottom();
    }

    [[nodiscard]] float actions_height() const {
        return each_action(
            0.0F, 0.0F, [](const Rect&, const ButtonSpec&, const app::Action&) {},
            [](const Rect&, std::string_view) {});
    }

    void draw_actions(float top) {
        static_cast<void>(each_action(
            m_box.left + metrics::kGapWide, top,
            [this](const Rect& place, const ButtonSpec& spec, const app::Action& action) {
                if (button(m_ui, place, spec)) {
                    m_frame.actions.push(action);
                }
            },
            [this](const Rect& place, std::string_view words) {
                label(m_ui, place, words, kSmall, ColorRole::TextSecondary);
                m_ui.add_node(semantic_key("calendar/note"), Role::Text, words, place);
            }));
    }

    [[nodiscard]] bool is_named() const {
        const auto& calendar = m_frame.plan().document.calendar;
        return std::any_of(calendar.begin(), calendar.end(),
                           [this](const CalendarYear& year) { return year.year == m_year; });
    }

    void draw_months(const Rect& view, float& scroll) {
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            "calendar/scroll", scroll, m_wanted);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(view), bottom_right(view), true);
        if (m_scrolled_actions > 0.0F) {
            draw_actions(view.top - scroll);
        }
        const SemanticKey key = semantic_key("calendar/days");
        m_ui.add_node(key, Role::Toolbar, m_frame.text("calendar.days"_key), view);
        const SemanticScope scope(m_ui, key);
        for (int month = 0; month < kMonthsInYear; ++month) {
            const float left = view.left + static_cast<float>(month % m_columns) * month_width();
            const int row = month / m_columns;
            const float top =
                view.top - scroll + m_scrolled_actions + static_cast<float>(row) * month_height();
            draw_month({.x = left, .y = top}, month);
        }
        ImGui::PopClipRect();
    }

    void draw_month(Point at, int month) {
        const RoadmapWords& words = m_frame.derived.words(m_ui.texts());
        const float width = static_cast<float>(kDaysInWeek) * kDay;
        const float title_height = m_ui.fonts().line_height(kStrong);
        const float names_height = m_ui.fonts().line_height(kSmall);
        const std::string& name_of_month = words.month_long[static_cast<std::size_t>(month)];
        label(m_ui, {at.x, at.y, at.x + width, at.y + title_height}, name_of_month, kStrong,
              ColorRole::Text);
        const float names_top = at.y + title_height;
        // Each day says its weekday itself.
        m_ui.add_node(semantic_key("calendar/month/" + std::to_string(month)), Role::Heading,
                      name_of_month, {at.x, at.y, at.x + width, names_top + names_height})
            .level = 3;
        for (int day = 0; day < kDaysInWeek; ++day) {
            const std::string& name = words.weekday_short[static_cast<std::size_t>(day)];
            centred({at.x + static_cast<float>(day) * kDay, names_top,
                     at.x + static_cast<float>(day + 1) * kDay, names_top + names_height},
                    name, kSmall, ColorRole::TextSecondary);
        }
        const Date first =
            Date::from_civil({m_year, static_cast<unsigned>(month) + 1, 1}).value_or(Date());
        const Date next = first.plus_months_clamped(1);
        int column = static_cast<int>(first.weekday());
        float top = names_top + names_height;
        for (Date day = first; day < next; day = day.plus_days(1)) {
            const float left = at.x + static_cast<float>(column) * kDay;
            draw_day({left, top, left + kDay, top + kDay}, day);
            ++column;
            if (column == kDaysInWeek) {
                column = 0;
                top += kDay;
            }
        }
    }

    void centred(const Rect& rect, std::string_view words, TextStyle style, ColorRole color) {
        const float free = rect.width() - m_ui.fonts().width(words, style);
        label(m_ui, {rect.left + std::max(0.0F, free * 0.5F), rect.top, rect.right, rect.bottom},
              words, style, color);
    }

    // Off: on a ground, in strong digits. A working Saturday has a frame.
    void draw_day(const Rect& rect, Date day) {
        const app::Texts& texts = m_ui.texts();
        const bool off = is_day_off(m_frame.plan().document, day);
        const bool can_change = m_editable && (!off || day.weekday() != Weekday::Sunday);
        const std::string name = texts.format(
            off ? "calendar.dayOff"_key : "calendar.workingDay"_key,
            {{"date", app::spoken_date(texts, day)}, {"day", app::weekday_name(texts, day)}});
        const PressState state =
            press_area(m_ui, rect, "calendar/" + day.iso(), Role::ToggleButton, name);
        SemanticNode& node = m_ui.semantics().last();
        node.pressed = off ? 1 : 0;
        node.disabled = !can_change;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const Rect cell = rect.shrunk(metrics::kHairline);
        if (off) {
            list.AddRectFilled(top_left(cell), bottom_right(cell),
                               m_ui.color(ColorRole::AccentSoft), metrics::kRadius);
        } else if (is_weekend(day)) {
            list.AddRect(top_left(cell), bottom_right(cell), m_ui.color(ColorRole::LineStrong),
                         metrics::kRadius);
        }
        if (state.hovered && can_change) {
            list.AddRect(top_left(cell), bottom_right(cell), m_ui.color(ColorRole::Accent),
                         metrics::kRadius);
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        centred(rect, std::to_string(day.civil().day), off ? kStrong : kBody, ColorRole::Text);
        if (state.hovered) {
            tooltip(m_ui, name);
        }
        if (state.focused) {
            focus_ring(m_ui, cell, metrics::kRadius);
        }
        if (state.pressed && can_change) {
            m_frame.actions.push(app::act::ToggleDayOff{day});
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    int m_year;
    bool m_editable;
    bool m_six_day_weeks;
    int m_columns = 1;
    float m_inner_width = 0.0F;
    float m_head_height = 0.0F;
    float m_scrolled_actions = 0.0F; // their height, where a low page has them scroll with the days
    float m_view_height = 0.0F;
    float m_wanted = 0.0F;
    Rect m_box;
};

} // namespace

void calendar_view(ViewFrame& frame, const Rect& page, int year, float& scroll) {
    CalendarView(frame, page, year).draw(scroll);
}

} // namespace vekha::ui
