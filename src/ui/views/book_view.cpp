// The plan book: all of the plan that is no row. Its pages stand on the left, on a narrow page
// above; beside them the list of what a page holds, and the form of the one that is chosen. In the
// place of the form stands the list to pick one of its members from, or what goes when it is
// removed.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/form_view.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

using app::FormMember;
using app::FormOf;
using app::FormSubject;

constexpr TextStyle kHeading{TextSize::Heading, TextWeight::Semibold};
constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr float kMostWidth = 1080.0F;
constexpr float kMostHeight = 760.0F;
constexpr float kPickWidth = 480.0F;
constexpr float kNavWidth = 208.0F;
constexpr float kListWidth = 336.0F;
constexpr float kThreeColumns = 860.0F; // narrower: the parts stand one below the other
constexpr float kListShare = 0.4F;      // of the height, there
constexpr float kMostFormWidth = 620.0F;
constexpr float kInside = 20.0F; // of a section in another one
constexpr float kRow = metrics::kButtonHeight;
constexpr std::size_t kLeastToSearch = 12;
constexpr std::int64_t kRowsAround = 8; // out of sight, for the keyboard to go on to

// In the order of the pages.
constexpr std::array kPages{FormOf::Plan,  FormOf::Thresholds, FormOf::Section,
                            FormOf::Party, FormOf::School,     FormOf::Entry,
                            FormOf::Entry, FormOf::Entry,      FormOf::Entry};
constexpr std::size_t kFirstDictionary = 5;

FormSubject page_at(std::size_t number) {
    return {.of = kPages[number],
            .place = number < kFirstDictionary ? 0 : number - kFirstDictionary};
}

bool has_list(FormOf of) {
    return of != FormOf::Plan && of != FormOf::Thresholds;
}

class BookView {
public:
    BookView(ViewFrame& frame, const Rect& page, const app::BookQuestion& book,
             DialogScroll& scroll)
        : m_frame(frame), m_ui(frame.ui), m_book(book), m_scroll(scroll),
          m_scene(frame.derived.form_scene(frame.state, frame.ui.texts())),
          m_editable(!app::is_read_only(frame.state)),
          m_only_picks(book.chosen.of == FormOf::AppliesTo),
          m_low(page.height() < metrics::kLowPage) {
        const float pad = m_low ? metrics::kPad : metrics::kGapWide;
        const float width =
            std::min(m_only_picks ? kPickWidth : kMostWidth, page.width() - 2.0F * metrics::kPad);
        const float height = std::min(kMostHeight, page.height() - 2.0F * metrics::kGap);
        const Point center = page.center();
        m_box = {center.x - width * 0.5F, center.y - height * 0.5F, center.x + width * 0.5F,
                 center.y + height * 0.5F};
        m_content = m_box.shrunk(pad);
        m_content.top += metrics::kButtonHeight + metrics::kGap;
        m_wide = m_content.width() >= kThreeColumns;
    }

    void draw() {
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        const app::TextKey title =
            m_only_picks ? app::list_title(m_book.chosen) : "command.editPlan"_key;
        const SemanticKey key = semantic_key("book");
        m_ui.add_node(key, Role::Dialog, m_frame.text(title), m_box);
        const SemanticScope scope(m_ui, key);
        Rect content = m_content;
        if (!m_only_picks) {
            draw_pages(content);
        }
        draw_head(m_frame.text(title));
        m_scroll.list_place = {};
        if (m_only_picks) {
            draw_picks(content);
            return;
        }
        if (has_list(m_book.chosen.of)) {
            draw_list(list_place(content), {.list = m_book.chosen, .typed = m_book.typed},
                      m_scroll.list);
        }
        if (m_book.picks != FormMember::None) {
            draw_picks(content);
        } else {
            draw_form(content);
        }
    }

private:
    // Takes the place of the list from that of the form.
    [[nodiscard]] Rect list_place(Rect& content) const {
        Rect place = content;
        if (m_wide) {
            place.right = place.left + kListWidth;
            content.left = place.right + metrics::kGapWide;
        } else {
            place.bottom = place.top + content.height() * kListShare;
            content.top = place.bottom + metrics::kGap;
        }
        return place;
    }

    void draw_head(std::string_view title) {
        const float top = m_content.top - metrics::kButtonHeight - metrics::kGap;
        float right = m_content.right;
        const auto next = [&] {
            right -= metrics::kButtonHeight;
            return Rect{right, top, right + metrics::kButtonHeight, top + metrics::kButtonHeight};
        };
        if (button(m_ui, next(),
                   {.path = "book/close",
                    .label = m_frame.text("button.close"_key),
                    .icon = Icon::Close,
                    .look = ButtonLook::Quiet,
                    .icon_only = true})) {
            m_frame.actions.push(app::act::CancelQuestion{});
        }
        if (m_editable) {
            command_button(
                m_frame, next(),
                {"book/redo", app::Command::Redo, Icon::Redo, ButtonLook::Quiet, true, {}});
            command_button(
                m_frame, next(),
                {"book/undo", app::Command::Undo, Icon::Undo, ButtonLook::Quiet, true, {}});
        }
        const Rect heading{m_content.left, top, right - metrics::kGap,
                           top + metrics::kButtonHeight};
        label(m_ui, heading, title, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key("book/title"), Role::Heading, title, heading).level = 2;
    }

    // ---- pages ----------------------------------------------------------------------------------

    // Draws them and takes their place from the content.
    void draw_pages(Rect& content) {
        const SemanticKey group = semantic_key("book/pages");
        m_ui.add_node(group, Role::RadioGroup, m_frame.text("form.pages"_key), content);
        const SemanticScope scope(m_ui, group);
        if (m_wide) {
            Rect place{content.left, content.top, content.left + kNavWidth, content.top + kRow};
            for (std::size_t i = 0; i < kPages.size(); ++i) {
                if (i == kFirstDictionary) {
                    label(m_ui, {place.left + metrics::kGap, place.top, place.right, place.bottom},
                          m_frame.text("form.dictionaries"_key), kSmall, ColorRole::TextSecondary);
                    place.top += kRow;
                    place.bottom += kRow;
                }
                draw_page(place, i);
                place.top += kRow;
                place.bottom += kRow;
            }
            content.left += kNavWidth + metrics::kGapWide;
            ImGui::GetWindowDrawList()->AddLine({content.left - metrics::kGap, content.top},
                                                {content.left - metrics::kGap, content.bottom},
                                                m_ui.color(ColorRole::Line));
            content.left += metrics::kGap;
            return;
        }
        Flow flow(content.left, content.right, content.top, 0.0F);
        for (std::size_t i = 0; i < kPages.size(); ++i) {
            const std::string_view name = m_frame.text(app::list_title(page_at(i)));
            draw_page(flow.next(m_ui.fonts().width(name, kStrong) + 2.0F * metrics::kGap), i);
        }
        content.top = flow.bottom();
    }

    void draw_page(const Rect& place, std::size_t number) {
        const FormSubject page = page_at(number);
        const std::string_view name = m_frame.text(app::list_title(page));
        const bool chosen = app::in_same_list(page, m_book.chosen);
        const PressState state =
            press_area(m_ui, place, "book/page/" + std::to_string(number), Role::Radio, name);
        m_ui.semantics().last().pressed = chosen ? 1 : 0;
        item_ground(m_ui, place, state, chosen);
        label(m_ui, {place.left + metrics::kGap, place.top, place.right, place.bottom}, name,
              chosen ? kStrong : kBody, ColorRole::Text);
        if (state.pressed && !chosen) {
            m_frame.actions.push(app::act::ShowBook{page});
        }
    }

    // ---- lists ----------------------------------------------------------------------------------

    [[nodiscard]] app::FormPlace picked_place() const { return {m_book.chosen, m_book.picks}; }
    // The list is there to pick from.
    [[nodiscard]] bool picks() const { return m_book.picks != FormMember::None; }

    // A field to search in where there is much, and what adds one. Returns where it ends.
    float draw_list_head(const Rect& place, const FormSubject& list, std::size_t count,
                         bool is_pick) {
        const bool searches = count >= kLeastToSearch || !m_book.typed.empty();
        const app::TextKey add_label = app::form_words(list.of).add;
        const bool adds = m_editable && !is_pick;
        const bool belongs = is_pick == picks(); // the words are those of the other list
        Rect line{place.left, place.top, place.right, place.top + metrics::kButtonHeight};
        if (adds) {
            const ButtonSpec add{.path = "book/add",
                                 .label = m_frame.text(add_label),
                                 .icon = Icon::Plus,
                                 .icon_only = searches && belongs};
            const float width = button_width(m_ui, add);
            const float left = add.icon_only ? line.right - width : line.left;
            if (button(m_ui, {left, line.top, left + width, line.bottom}, add)) {
                FormSubject where = list;
                where.id.clear();
                m_frame.actions.push(app::act::AddThing{where});
            }
            line.right = left - metrics::kGap;
        }
        if (searches && belongs) {
            edit_field(m_frame, line, {},
                       {.path = app::kBookSearch,
                        .field = app::EditField::BookSearch,
                        .name = m_frame.text("filter.search"_key),
                        .shown = m_book.typed,
                        .placeholder = m_frame.text("form.searchHint"_key)});
        }
        return adds || (searches && belongs) ? line.bottom + metrics::kGap : place.top;
    }

    void draw_list(const Rect& place, const app::ThingQuery& wanted, float& scroll) {
        app::ThingQuery query = wanted;
        const bool is_pick = !app::in_same_list(query.list, m_book.chosen) ||
                             !query.without.empty() || query.outermost;
        if (is_pick != picks()) {
            query.typed.clear();
        }
        const std::vector<app::ListedThing>& things =
            m_frame.derived.listed(m_frame.state, m_ui.texts(), query);
        const bool has_none = is_pick && !m_only_picks && m_book.picks != FormMember::MergeWith &&
                              query.typed.empty();
        const float top = draw_list_head(place, query.list, things.size(), is_pick);
        const Rect view{place.left, top, place.right, place.bottom};
        const auto first_row = has_none ? 1 : 0;
        const auto rows = static_cast<std::int64_t>(things.size()) + first_row;
        if (!is_pick) {
            m_scroll.list_place = view;
            reveal_chosen(things, view.height(), scroll);
        }
        const float height = static_cast<float>(rows) * kRow;
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            is_pick ? "book/picks-scroll" : "book/list-scroll", scroll, height);
        const SemanticKey group = semantic_key(is_pick ? "book/picks" : "book/list");
        const bool many = m_book.picks == FormMember::Schools;
        m_ui.add_node(group, many ? Role::Group : Role::RadioGroup,
                      m_frame.text(app::list_title(query.list)), view);
        const SemanticScope scope(m_ui, group);
        const ScrollScope scrolled(m_ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        if (rows == 0) {
            label(m_ui, {view.left, view.top, view.right, view.top + kRow},
                  m_frame.text(query.typed.empty() ? "form.empty"_key : "filter.nothing"_key),
                  kBody, ColorRole::TextSecondary);
        }
        const auto in_sight = static_cast<std::int64_t>(view.height() / kRow) + 1;
        const auto begin = static_cast<std::int64_t>(scroll / kRow);
        const auto last = std::min(rows, begin + in_sight + kRowsAround);
        for (std::int64_t row = std::max<std::int64_t>(0, begin - kRowsAround); row < last; ++row) {
            const float y = view.top - scroll + static_cast<float>(row) * kRow;
            const Rect rect{view.left, y, view.right - metrics::kScrollbarWidth, y + kRow};
            if (row < first_row) {
                draw_thing(rect, query.list, {kNoIndex, false}, is_pick);
            } else {
                draw_thing(rect, query.list, things[static_cast<std::size_t>(row - first_row)],
                           is_pick);
            }
        }
        ImGui::PopClipRect();
    }

    // When another one was chosen.
    void reveal_chosen(const std::vector<app::ListedThing>& things, float room, float& scroll) {
        if (!m_scroll.reveals) {
            return;
        }
        m_scroll.reveals = false;
        const auto place = std::ranges::find(things, app::form_index(m_scene, m_book.chosen),
                                             &app::ListedThing::index);
        const float top = static_cast<float>(place - things.begin()) * kRow;
        scroll = std::clamp(scroll, top + kRow - room, top);
    }

    void draw_thing(const Rect& place, const FormSubject& list, const app::ListedThing& thing,
                    bool is_pick) {
        const bool none = thing.index == kNoIndex;
        const std::string id = none ? std::string() : app::thing_id(m_scene, list, thing.index);
        const app::FormField* const field = app::form_field(m_book.chosen.of, m_book.picks);
        std::string name = none && field != nullptr ? std::string(m_frame.text(field->hint))
                                                    : app::thing_name(m_scene, list, thing.index);
        std::ranges::replace(name, '\n', ' ');
        const bool many = is_pick && m_book.picks == FormMember::Schools;
        const bool chosen =
            is_pick ? app::is_picked(m_scene, picked_place(), id) : id == m_book.chosen.id;
        const std::string count = count_of(list.of, thing.index);
        const PressState state =
            press_area(m_ui, place, (is_pick ? "book/pick/" : "book/thing/") + id,
                       many ? Role::ToggleButton : Role::Radio, name);
        SemanticNode& node = m_ui.semantics().last();
        node.pressed = chosen ? 1 : 0;
        node.value = count;
        item_ground(m_ui, place, state, chosen && !many);
        float left = place.left + metrics::kGap + (thing.inside ? kInside : 0.0F);
        const float mark = metrics::kIconSize;
        if (many) {
            if (chosen) {
                icon(m_ui,
                     {left, place.center().y - mark * 0.5F, left + mark,
                      place.center().y + mark * 0.5F},
                     Icon::Check, ColorRole::Accent);
            }
            left += mark + metrics::kGap;
        }
        const float count_width = m_ui.fonts().width(count, kStrong);
        const float right = place.right - metrics::kGap - count_width;
        label(m_ui, {left, place.top, right - metrics::kGap, place.bottom}, name,
              chosen ? kStrong : kBody, ColorRole::Text);
        label(m_ui, {right, place.top, place.right, place.bottom}, count, kStrong,
              ColorRole::TextSecondary);
        if (!state.pressed) {
            return;
        }
        if (is_pick) {
            m_frame.actions.push(app::act::SetFormMember{picked_place(), id});
        } else {
            FormSubject next = m_book.chosen;
            next.id = id;
            m_frame.actions.push(app::act::ShowBook{next});
        }
    }

    // How many measures it has.
    [[nodiscard]] std::string count_of(FormOf of, std::uint32_t index) const {
        const PlanStatus& status = m_frame.derived.status(m_frame.state);
        const GroupFigures* const figures = index == kNoIndex       ? nullptr
                                            : of == FormOf::Party   ? &status.parties[index]
                                            : of == FormOf::Section ? &status.sections[index]
                                                                    : nullptr;
        return figures == nullptr
                   ? std::string()
                   : m_ui.texts().number(static_cast<std::int64_t>(figures->all.count));
    }

    // ---- the chosen one -------------------------------------------------------------------------

    void draw_picks(const Rect& place) {
        Rect content = place;
        if (!m_only_picks) {
            const app::FormField* const field = app::form_field(m_book.chosen.of, m_book.picks);
            const Rect line{place.left, place.top, place.right, place.top + metrics::kButtonHeight};
            const Rect back{line.left, line.top, line.left + metrics::kButtonHeight, line.bottom};
            if (button(m_ui, back,
                       {.path = app::kBookBack,
                        .label = m_frame.text("form.back"_key),
                        .icon = Icon::Left,
                        .look = ButtonLook::Quiet,
                        .icon_only = true})) {
                leave();
            }
            const std::string_view name =
                field != nullptr ? m_frame.text(field->label) : std::string_view();
            const Rect heading{back.right + metrics::kGap, line.top, line.right, line.bottom};
            label(m_ui, heading, name, kStrong, ColorRole::Text);
            m_ui.add_node(semantic_key("book/picks-title"), Role::Heading, name, heading).level = 3;
            content.top = line.bottom + metrics::kGap;
        }
        app::ThingQuery query = app::picked_from(picked_place());
        query.typed = m_book.typed;
        draw_list(content, query, m_scroll.content);
    }

    void leave() {
        m_frame.actions.push(app::act::PickFormMember{{m_book.chosen, FormMember::None}});
    }

    void draw_form(const Rect& place) {
        const ScrollScope scrolled(m_ui, place, m_scroll.content);
        const Rect clip = place.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        InspectorPen pen(
            m_ui, place.left + metrics::kFocusRing, place.top - m_scroll.content,
            std::min(kMostFormWidth, place.width() - metrics::kScrollbarWidth - metrics::kGap));
        if (m_book.removes) {
            draw_removal(pen);
        } else {
            if (!m_editable) {
                pen.text(m_frame.text("why.readOnly"_key), kBody, ColorRole::Review);
            }
            if (app::form_exists(m_scene, m_book.chosen)) {
                form_view(m_frame, pen, m_book.chosen);
                pen.skip(metrics::kGap);
                thing_buttons(m_frame, pen, m_book.chosen);
            }
        }
        ImGui::PopClipRect();
        m_scroll.content = vertical_scrollbar(
            m_ui, {place.right - metrics::kScrollbarWidth, place.top, place.right, place.bottom},
            "book/form-scroll", m_scroll.content, pen.used_height() + metrics::kGap);
    }

    void draw_removal(InspectorPen& pen) {
        const std::string title = m_ui.texts().format(
            "form.remove.title"_key, {{"name", app::form_name(m_scene, m_book.chosen)}});
        pen.title(title);
        pen.text(app::removal_words(m_scene, m_book.chosen), kBody, ColorRole::Text);
        pen.skip(metrics::kGap);
        const auto choice = [&](std::string_view path, app::TextKey words, ButtonLook look) {
            const ButtonSpec spec{.path = path, .label = m_frame.text(words), .look = look};
            Rect line = pen.block(metrics::kButtonHeight);
            line.right = std::min(line.right, line.left + button_width(m_ui, spec));
            return button(m_ui, line, spec);
        };
        const bool is_section = m_book.chosen.of == FormOf::Section;
        if (is_section && choice("book/remove-keep", "form.remove.keep"_key, ButtonLook::Plain)) {
            m_frame.actions.push(
                app::act::RemoveThing{m_book.chosen, app::ThingRemoval::KeepsContent});
        }
        if (choice("book/remove-all", is_section ? "form.remove.all"_key : "form.remove.anyway"_key,
                   ButtonLook::Danger)) {
            m_frame.actions.push(
                app::act::RemoveThing{m_book.chosen, app::ThingRemoval::TakesContent});
        }
        if (choice(app::kKeepThing, "button.cancel"_key, ButtonLook::Plain)) {
            leave();
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const app::BookQuestion& m_book;
    DialogScroll& m_scroll;
    app::FormScene m_scene;
    bool m_editable;
    bool m_only_picks;
    bool m_low;
    bool m_wide = false;
    Rect m_box;
    Rect m_content;
};

} // namespace

void book_view(ViewFrame& frame, const Rect& page, const app::BookQuestion& book,
               DialogScroll& scroll) {
    BookView(frame, page, book, scroll).draw();
}

} // namespace vekha::ui
