// The bar of the filter: what is searched for, a chip for each question that is asked often, how
// many measures are left. It takes as many lines as its parts need; on a low page, where the rows
// need the room, the chips stay away.
#include "app/actions.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/find_by_id.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::ui {
namespace {

constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr float kSearchWidth = 232.0F;
constexpr float kMostChoiceWidth = 300.0F;

struct Chip {
    std::string_view path;
    app::TextKey label;
    bool RowFilter::* asks = nullptr;
    std::size_t FilterCounts::* count = nullptr;
};
constexpr std::array kChips{
    Chip{"filter/late", "filter.late"_key, &RowFilter::late, &FilterCounts::late},
    Chip{"filter/due-soon", "filter.dueSoon"_key, &RowFilter::due_soon, &FilterCounts::due_soon},
    Chip{"filter/review", "filter.review"_key, &RowFilter::needs_review,
         &FilterCounts::needs_review},
    Chip{"filter/no-dates", "filter.noDates"_key, &RowFilter::without_dates,
         &FilterCounts::without_dates},
    Chip{"filter/no-responsible", "filter.noResponsible"_key, &RowFilter::without_responsible,
         &FilterCounts::without_responsible},
    Chip{"filter/target", "filter.target"_key, &RowFilter::has_target, &FilterCounts::has_target},
};

// Puts parts beside each other, and in a new line what does not fit.
class Flow {
public:
    explicit Flow(const Rect& rect)
        : m_rect(rect), m_left(rect.left + metrics::kPad), m_top(rect.top + metrics::kGap) {}

    Rect next(float width) {
        const float right = m_rect.right - metrics::kPad;
        const bool is_first = m_left <= m_rect.left + metrics::kPad;
        if (!is_first && m_left + width > right) {
            m_left = m_rect.left + metrics::kPad;
            m_top += metrics::kButtonHeight + metrics::kGap;
        }
        const Rect place{m_left, m_top, std::min(m_left + width, right),
                         m_top + metrics::kButtonHeight};
        m_left = place.right + metrics::kGap;
        return place;
    }
    [[nodiscard]] float bottom() const { return m_top + metrics::kButtonHeight + metrics::kGap; }

private:
    Rect m_rect;
    float m_left;
    float m_top;
};

class FilterBar {
public:
    FilterBar(ViewFrame& frame, const Rect& rect, bool has_chips)
        : m_frame(frame), m_filter(frame.state.session.filter),
          m_counts(frame.derived.filter_counts(frame.state)), m_has_chips(has_chips), m_flow(rect) {
    }

    // Draws nothing; returns where the parts end.
    float measure() {
        m_flow.next(kSearchWidth);
        each_chip([this](const Chip& /*chip*/, const ButtonSpec& spec) {
            m_flow.next(button_width(m_frame.ui, spec));
        });
        each_choice([this](app::FilterBy /*by*/, const ButtonSpec& spec) {
            m_flow.next(choice_width(spec));
        });
        m_flow.next(shown_width(shown_words()));
        m_flow.next(button_width(m_frame.ui, close_spec()));
        return m_flow.bottom();
    }

    void draw() {
        edit_field(m_frame, m_flow.next(kSearchWidth), {},
                   {.path = app::kSearchField,
                    .field = app::EditField::Search,
                    .name = m_frame.text("filter.search"_key),
                    .shown = m_filter.search,
                    .placeholder = m_frame.text("filter.searchHint"_key)});
        each_chip([this](const Chip& chip, const ButtonSpec& spec) {
            if (button(m_frame.ui, m_flow.next(button_width(m_frame.ui, spec)), spec)) {
                RowFilter changed = m_filter;
                changed.*chip.asks = !(changed.*chip.asks);
                m_frame.actions.push(app::act::SetFilter{std::move(changed)});
            }
        });
        each_choice([this](app::FilterBy by, const ButtonSpec& spec) {
            if (button(m_frame.ui, m_flow.next(choice_width(spec)), spec)) {
                m_frame.actions.push(app::act::AskFilter{by});
            }
        });
        shown();
        const ButtonSpec close = close_spec();
        if (button(m_frame.ui, m_flow.next(button_width(m_frame.ui, close)), close)) {
            m_frame.actions.push(app::act::CloseFilter{});
        }
    }

private:
    template <class Work>
    void each_chip(Work work) {
        if (!m_has_chips) {
            return;
        }
        for (const Chip& chip : kChips) {
            const bool is_on = m_filter.*chip.asks;
            const std::size_t count = m_counts.*chip.count;
            const app::Texts& texts = m_frame.ui.texts();
            m_label = texts.format(chip.label, {{"count", number(count)}});
            m_hint.clear();
            if (count == 0) {
                m_hint = m_frame.text("filter.none"_key);
            } else if (chip.asks == &RowFilter::due_soon) {
                m_hint = texts.format("filter.dueSoon.hint"_key,
                                      {{"days", std::to_string(m_counts.due_soon_days)}});
            }
            work(chip, ButtonSpec{.path = chip.path,
                                  .label = m_label,
                                  .description = m_hint,
                                  .enabled = is_on || count > 0,
                                  .pressed = is_on});
        }
    }

    // Chips that ask for one of many: they say what was chosen.
    template <class Work>
    void each_choice(Work work) {
        if (!m_has_chips) {
            return;
        }
        const std::string_view who = responsible_name();
        m_label = m_frame.text("filter.responsible"_key);
        if (!who.empty()) {
            m_label.append(": ").append(who);
        }
        work(app::FilterBy::Responsible, ButtonSpec{.path = "filter/responsible",
                                                    .label = m_label,
                                                    .description = who,
                                                    .pressed = !who.empty()});
        m_label = m_frame.text("filter.kind"_key);
        if (m_filter.period_kind) {
            m_label.append(": ").append(
                app::period_kind_name(m_frame.ui.texts(), *m_filter.period_kind));
        }
        work(app::FilterBy::PeriodKind, ButtonSpec{.path = "filter/kind",
                                                   .label = m_label,
                                                   .pressed = m_filter.period_kind.has_value()});
    }
    [[nodiscard]] float choice_width(const ButtonSpec& spec) const {
        return std::min(button_width(m_frame.ui, spec), kMostChoiceWidth);
    }
    [[nodiscard]] std::string_view responsible_name() const {
        const auto& all = m_frame.plan().document.parties;
        const std::uint32_t index = find_by_id(all, m_filter.responsible);
        return index == kNoIndex ? std::string_view() : std::string_view(all[index].name);
    }

    [[nodiscard]] std::string number(std::size_t value) const {
        return m_frame.ui.texts().number(static_cast<std::int64_t>(value));
    }

    [[nodiscard]] std::string shown_words() const {
        const std::size_t all = m_frame.plan().document.measures.size();
        const FoundMeasures* const found = m_frame.derived.found(m_frame.state);
        return m_frame.ui.texts().format(
            "filter.shown"_key,
            {{"count", number(found == nullptr ? all : found->count)}, {"all", number(all)}});
    }
    [[nodiscard]] float shown_width(std::string_view words) const {
        return m_frame.ui.fonts().width(words, kStrong) + metrics::kGapWide;
    }
    void shown() {
        const std::string words = shown_words();
        const Rect rect = m_flow.next(shown_width(words));
        label(m_frame.ui, {rect.left + metrics::kGap, rect.top, rect.right, rect.bottom}, words,
              kStrong, ColorRole::Text);
        m_frame.ui.add_node(semantic_key("filter/shown"), Role::Text, words, rect);
    }

    [[nodiscard]] ButtonSpec close_spec() const {
        return {.path = "filter/close",
                .label = m_frame.text("filter.close"_key),
                .icon = Icon::Close,
                .look = ButtonLook::Quiet,
                .icon_only = true};
    }

    ViewFrame& m_frame;
    const RowFilter& m_filter;
    const FilterCounts& m_counts;
    bool m_has_chips;
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
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine({rect.left, rect.bottom - metrics::kHairline},
                  {rect.right, rect.bottom - metrics::kHairline}, ui.color(ColorRole::Line));
    const SemanticKey group = semantic_key("filter");
    ui.add_node(group, Role::Search, frame.text("filter.name"_key), rect);
    const SemanticScope scope(ui, group);
    FilterBar(frame, rect, has_chips).draw();
}

} // namespace vekha::ui
