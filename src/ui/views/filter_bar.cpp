// The bar of the filter: what is searched for, a chip for each question that is asked often, how
// many measures are left. It takes as many lines as its parts need; on a low page, where the rows
// need the room, the chips stay away.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/date_words.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/rows_control.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kSearchWidth = 232.0F;
constexpr float kLeastSearchWidth = 96.0F;
constexpr float kMostChoiceWidth = 300.0F;

struct Chip {
    std::string_view path;
    app::TextKey label;
    app::Command command = app::Command::ShowMine;
    std::size_t FilterCounts::* count = nullptr;
};
constexpr std::array kChips{
    Chip{"filter/mine", "filter.mine"_key, app::Command::ShowMine, &FilterCounts::mine},
    Chip{"filter/late", "filter.late"_key, app::Command::FilterLate, &FilterCounts::late},
    Chip{"filter/due-soon", "filter.dueSoon"_key, app::Command::FilterDueSoon,
         &FilterCounts::due_soon},
    Chip{"filter/review", "filter.review"_key, app::Command::FilterReview,
         &FilterCounts::needs_review},
    Chip{"filter/no-dates", "filter.noDates"_key, app::Command::FilterWithoutDates,
         &FilterCounts::without_dates},
    Chip{"filter/no-responsible", "filter.noResponsible"_key,
         app::Command::FilterWithoutResponsible, &FilterCounts::without_responsible},
    Chip{"filter/target", "filter.target"_key, app::Command::FilterWithTarget,
         &FilterCounts::has_target},
};

class FilterBar {
public:
    FilterBar(ViewFrame& frame, const Rect& rect, bool has_chips)
        : m_frame(frame), m_filter(frame.state.session.filtering.filter), m_has_chips(has_chips),
          m_room(rect.width() - 2.0F * metrics::kPad),
          m_flow(rect.left + metrics::kPad, rect.right - metrics::kPad, rect.top + metrics::kGap,
                 metrics::kGap) {}

    // Draws nothing; returns where the parts end.
    float measure() {
        each_part([](const Rect& /*place*/, auto /*draw*/) {});
        return m_flow.bottom();
    }

    void draw() {
        each_part([](const Rect& place, auto draw) { draw(place); });
    }

private:
    // Calls `work(place, draw)` for each part from left to right; `draw` takes the place.
    template <class Work>
    void each_part(Work work) {
        const std::string shown =
            app::shown_count_text(m_frame.derived, m_frame.ui.texts(), m_frame.state);
        const float shown_width = m_frame.ui.fonts().width(shown, kStrong) + metrics::kGapWide;
        const ButtonSpec close{.path = "filter/close",
                               .label = m_frame.text("filter.close"_key),
                               .icon = Icon::Close,
                               .look = ButtonLook::Quiet,
                               .icon_only = true};
        const float close_width = button_width(m_frame.ui, close);
        // Without chips all of it stands in one line.
        const float beside = m_has_chips ? 0.0F : shown_width + close_width + 2.0F * metrics::kGap;
        work(m_flow.next(std::clamp(m_room - beside, kLeastSearchWidth, kSearchWidth)),
             [this](const Rect& place) { search(place); });
        if (m_has_chips) {
            each_chip(work);
            each_choice(work);
        }
        work(m_flow.next(shown_width), [&](const Rect& place) { shown_count(place, shown); });
        work(m_flow.next(close_width), [&](const Rect& place) {
            if (button(m_frame.ui, place, close)) {
                m_frame.actions.push(app::act::CloseFilter{});
            }
        });
    }

    template <class Work>
    void each_chip(Work work) {
        const FilterCounts& counts = m_frame.derived.filter_counts(m_frame.state);
        const app::Texts& texts = m_frame.ui.texts();
        for (const Chip& chip : kChips) {
            const bool is_on = app::command_is_on(m_frame.state, chip.command).value_or(false);
            const std::size_t count = counts.*chip.count;
            m_label =
                texts.format(chip.label, {{"count", texts.number(static_cast<std::int64_t>(count))},
                                          {"days", app::days_words(texts, counts.due_soon_days)}});
            m_hint.clear();
            // Pressed where nobody is known, or has no rows, it asks who it is.
            const bool is_mine = chip.command == app::Command::ShowMine;
            if (is_mine && !is_on && !m_frame.state.view.me.is_known()) {
                m_label = m_frame.text("mine.ask"_key);
            } else if (count == 0) {
                m_hint = m_frame.text("filter.none"_key);
            }
            const ButtonSpec spec{.path = chip.path,
                                  .label = m_label,
                                  .description = m_hint,
                                  .enabled = is_on || count > 0 || is_mine,
                                  .pressed = is_on};
            work(m_flow.next(button_width(m_frame.ui, spec)), [&](const Rect& place) {
                if (button(m_frame.ui, place, spec)) {
                    m_frame.actions.push(app::command_action(m_frame.state, chip.command));
                }
            });
            if (chip.command == app::Command::FilterDueSoon) {
                constexpr CommandButton kDays{.path = "filter/due-soon/days",
                                              .command = app::Command::EditLimits,
                                              .icon = Icon::Adjust,
                                              .look = ButtonLook::Quiet,
                                              .icon_only = true};
                work(m_flow.next(metrics::kButtonHeight),
                     [&](const Rect& place) { command_button(m_frame, place, kDays); });
            }
        }
    }

    // Chips that ask for one of many: they say what was chosen.
    template <class Work>
    void each_choice(Work work) {
        const std::string_view who = responsible_name();
        choice(work, app::ChoiceOf::Responsible, who,
               {.path = "filter/responsible",
                .label = m_frame.text("filter.responsible"_key),
                .description = who});
        const std::string_view kind =
            m_filter.period_kind ? app::period_kind_name(m_frame.ui.texts(), *m_filter.period_kind)
                                 : std::string_view();
        choice(work, app::ChoiceOf::PeriodKind, kind,
               {.path = "filter/kind", .label = m_frame.text("filter.kind"_key)});
    }

    template <class Work>
    void choice(Work work, app::ChoiceOf of, std::string_view chosen, ButtonSpec spec) {
        m_label = spec.label;
        if (!chosen.empty()) {
            m_label.append(": ").append(chosen);
        }
        spec.label = m_label;
        spec.pressed = !chosen.empty();
        const float width = std::min(button_width(m_frame.ui, spec), kMostChoiceWidth);
        work(m_flow.next(width), [&](const Rect& place) {
            if (button(m_frame.ui, place, spec)) {
                m_frame.actions.push(app::act::AskChoice{of});
            }
        });
    }

    void search(const Rect& place) {
        edit_field(m_frame, place, {},
                   {.path = app::kSearchField,
                    .field = app::EditField::Search,
                    .name = m_frame.text("filter.search"_key),
                    .shown = m_filter.search,
                    .placeholder = m_frame.text("filter.searchHint"_key)});
    }

    void shown_count(const Rect& place, std::string_view words) {
        label(m_frame.ui, {place.left + metrics::kGap, place.top, place.right, place.bottom}, words,
              kStrong, ColorRole::Text);
        m_frame.ui.add_node(semantic_key("filter/shown"), Role::Text, words, place);
    }

    [[nodiscard]] std::string_view responsible_name() const {
        const auto& all = m_frame.plan().document.parties;
        const std::uint32_t index = find_by_id(all, m_filter.responsible);
        return index == kNoIndex ? std::string_view() : std::string_view(all[index].name);
    }

    ViewFrame& m_frame;
    const RowFilter& m_filter;
    bool m_has_chips;
    float m_room;
    Flow m_flow;
    std::string m_label;
    std::string m_hint;
};

} // namespace

float filter_bar_height(ViewFrame& frame, float width, bool has_chips) {
    if (!app::filter_is_open(frame.state)) {
        return 0.0F;
    }
    return FilterBar(frame, {0.0F, 0.0F, width, 0.0F}, has_chips).measure();
}

void filter_bar(ViewFrame& frame, const Rect& rect, bool has_chips) {
    if (rect.empty()) {
        return;
    }
    UiContext& ui = frame.ui;
    bar_ground(ui, rect);
    const SemanticKey group = semantic_key("filter");
    ui.add_node(group, Role::Search, frame.text("filter.name"_key), rect);
    const SemanticScope scope(ui, group);
    FilterBar(frame, rect, has_chips).draw();
}

} // namespace vekha::ui
