#include "ui/views/book_list.hpp"

#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/find_by_id.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

using app::FormMember;
using app::FormOf;
using app::FormSubject;

constexpr float kInside = 20.0F; // of a section in another one
constexpr std::size_t kLeastToSearch = 12;
constexpr std::int64_t kRowsAround = 8; // out of sight, for the keyboard to go on to

bool picks_many(const app::BookQuestion& book) {
    const app::FormField* const field = app::form_field(book.chosen.of, book.picks);
    return field != nullptr && field->kind == app::FormKind::PickSet;
}

class ThingList {
public:
    ThingList(ViewFrame& frame, const ThingListSpec& spec)
        : m_frame(frame), m_ui(frame.ui), m_book(spec.book), m_query(spec.query),
          m_is_pick(spec.is_pick), m_many(spec.is_pick && picks_many(spec.book)),
          m_scene(frame.derived.form_scene(frame.state, frame.ui.texts())),
          m_things(frame.derived.listed(frame.state, frame.ui.texts(), spec.query)) {
        const FormMember picks = spec.book.picks;
        m_has_none =
            m_is_pick && !m_many && picks != FormMember::MergeWith && m_query.typed.empty();
    }

    Rect draw(const Rect& place, float& scroll, bool& reveals) {
        const Rect all{place.left, draw_head(place), place.right, place.bottom};
        const Rect view = all.shrunk(metrics::kFocusRing);
        const std::int64_t first = m_has_none ? 1 : 0;
        const auto rows = static_cast<std::int64_t>(m_things.size()) + first;
        if (reveals) {
            reveals = false;
            reveal_chosen(view.height(), scroll);
        }
        scroll = vertical_scrollbar(
            m_ui, {all.right - metrics::kScrollbarWidth, view.top, all.right, view.bottom},
            m_is_pick ? "book/picks-scroll" : "book/list-scroll", scroll,
            static_cast<float>(rows) * metrics::kButtonHeight);
        const SemanticKey group = semantic_key(m_is_pick ? "book/picks" : "book/list");
        m_ui.add_node(group, m_many || rows == 0 ? Role::Group : Role::RadioGroup,
                      m_frame.text(app::list_title(m_query.list)), all);
        const SemanticScope scope(m_ui, group);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(all), bottom_right(all), true);
        if (rows == 0) {
            draw_nothing({view.left, view.top, view.right, view.top + metrics::kButtonHeight});
        }
        const auto in_sight = static_cast<std::int64_t>(view.height() / metrics::kButtonHeight) + 1;
        const auto begin = static_cast<std::int64_t>(scroll / metrics::kButtonHeight);
        const std::int64_t last = std::min(rows, begin + in_sight + kRowsAround);
        for (std::int64_t row = std::max<std::int64_t>(0, begin - kRowsAround); row < last; ++row) {
            const float y = view.top - scroll + static_cast<float>(row) * metrics::kButtonHeight;
            const Rect rect{view.left, y, view.right - metrics::kScrollbarWidth,
                            y + metrics::kButtonHeight};
            draw_row(rect, row < first ? app::ListedThing{kNoIndex, false}
                                       : m_things[static_cast<std::size_t>(row - first)]);
        }
        ImGui::PopClipRect();
        return all;
    }

private:
    // Returns where it ends.
    float draw_head(const Rect& place) {
        // While something is picked, the words are those of what it is picked from.
        const bool may_search = m_is_pick || m_book.picks == FormMember::None;
        const bool searches =
            may_search && (m_things.size() >= kLeastToSearch || !m_query.typed.empty());
        const bool adds = !m_is_pick && !app::is_read_only(m_frame.state);
        Rect line{place.left, place.top, place.right, place.top + metrics::kButtonHeight};
        if (adds) {
            const ButtonSpec add{.path = "book/add",
                                 .label = m_frame.text(app::form_words(m_query.list.of).add),
                                 .icon = Icon::Plus,
                                 .icon_only = searches};
            const float width = std::min(button_width(m_ui, add), line.width());
            const float left = searches ? line.right - width : line.left;
            if (button(m_ui, {left, line.top, left + width, line.bottom}, add)) {
                FormSubject list = m_query.list;
                list.id.clear();
                m_frame.actions.push(app::act::AddThing{list});
            }
            line.right = left - metrics::kGap;
        }
        if (searches) {
            edit_field(m_frame, line, {},
                       {.path = app::kBookSearch,
                        .field = app::EditField::BookSearch,
                        .name = m_frame.text("filter.search"_key),
                        .shown = m_book.typed,
                        .placeholder = m_frame.text("form.searchHint"_key)});
        }
        return adds || searches ? line.bottom + metrics::kGap : place.top;
    }

    void draw_nothing(const Rect& line) {
        const std::string_view words =
            m_frame.text(m_query.typed.empty() ? "form.empty"_key : "filter.nothing"_key);
        label(m_ui, line, words, kBody, ColorRole::TextSecondary);
        m_ui.add_node(semantic_key("book/nothing"), Role::Text, words, line);
    }

    void reveal_chosen(float room, float& scroll) const {
        const auto place = std::ranges::find(m_things, app::form_index(m_scene, m_book.chosen),
                                             &app::ListedThing::index);
        const float top = static_cast<float>(place - m_things.begin()) * metrics::kButtonHeight;
        scroll = std::clamp(scroll, std::min(top, top + metrics::kButtonHeight - room), top);
    }

    void draw_row(const Rect& place, const app::ListedThing& thing) {
        const bool none = thing.index == kNoIndex;
        const std::string id =
            none ? std::string() : app::thing_id(m_scene, m_query.list, thing.index);
        std::string name = name_of(thing.index);
        std::ranges::replace(name, '\n', ' ');
        const bool chosen = m_is_pick ? app::is_picked(m_scene, {m_book.chosen, m_book.picks}, id)
                                      : id == m_book.chosen.id;
        const std::string count = measure_count(m_frame, m_query.list.of, thing.index);
        const PressState state =
            press_area(m_ui, place, (m_is_pick ? "book/pick/" : "book/thing/") + id,
                       m_many ? Role::ToggleButton : Role::Radio, name);
        SemanticNode& node = m_ui.semantics().last();
        node.pressed = chosen ? 1 : 0;
        node.value = count;
        item_ground(m_ui, place, state, chosen && !m_many);
        float left = place.left + metrics::kGap + (thing.inside ? kInside : 0.0F);
        if (m_many) {
            const float half = metrics::kIconSize * 0.5F;
            if (chosen) {
                icon(m_ui,
                     {left, place.center().y - half, left + metrics::kIconSize,
                      place.center().y + half},
                     Icon::Check, ColorRole::Accent);
            }
            left += metrics::kIconSize + metrics::kGap;
        }
        const float right = place.right - metrics::kGap - m_ui.fonts().width(count, kStrong);
        label(m_ui, {left, place.top, right - metrics::kGap, place.bottom}, name,
              chosen ? kStrong : kBody, ColorRole::Text);
        label(m_ui, {right, place.top, place.right, place.bottom}, count, kStrong,
              ColorRole::TextSecondary);
        if (state.pressed) {
            press(id);
        }
    }

    void press(const std::string& id) {
        if (m_is_pick) {
            m_frame.actions.push(app::act::SetFormMember{{m_book.chosen, m_book.picks}, id});
            return;
        }
        FormSubject next = m_book.chosen;
        next.id = id;
        m_frame.actions.push(app::act::ShowBook{next});
    }

    [[nodiscard]] std::string name_of(std::uint32_t index) const {
        if (index != kNoIndex) {
            return app::thing_name(m_scene, m_query.list, index);
        }
        const app::FormField* const field = app::form_field(m_book.chosen.of, m_book.picks);
        return field == nullptr ? std::string() : std::string(m_frame.text(field->hint));
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const app::BookQuestion& m_book;
    const app::ThingQuery& m_query;
    bool m_is_pick;
    bool m_many; // are picked
    app::FormScene m_scene;
    const std::vector<app::ListedThing>& m_things;
    bool m_has_none = false; // the first row takes what was picked away
};

} // namespace

std::string measure_count(ViewFrame& frame, FormOf of, std::uint32_t index) {
    const PlanStatus& status = frame.derived.status(frame.state);
    const GroupFigures* const figures = index == kNoIndex       ? nullptr
                                        : of == FormOf::Party   ? &status.parties[index]
                                        : of == FormOf::Section ? &status.sections[index]
                                                                : nullptr;
    return figures == nullptr
               ? std::string()
               : frame.ui.texts().number(static_cast<std::int64_t>(figures->all.count));
}

Rect thing_list(ViewFrame& frame, const Rect& place, const ThingListSpec& spec, float& scroll,
                bool& reveals) {
    return ThingList(frame, spec).draw(place, scroll, reveals);
}

} // namespace vekha::ui
