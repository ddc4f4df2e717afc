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
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/book_list.hpp"
#include "ui/views/form_view.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::FormMember;
using app::FormOf;
using app::FormSubject;

constexpr float kMostWidth = 1080.0F;
constexpr float kMostHeight = 760.0F;
constexpr float kPickWidth = 480.0F;
constexpr float kNavWidth = 208.0F;
constexpr float kListWidth = 336.0F;
constexpr float kThreeColumns = 860.0F; // narrower: the parts stand one below the other
constexpr float kListShare = 0.4F;      // of the height there, of the width on a low page
constexpr float kMostFormWidth = 620.0F;

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
    BookView(ViewFrame& frame, const Rect& page, const Rect& room, const app::BookQuestion& book,
             DialogScroll& scroll)
        : m_frame(frame), m_ui(frame.ui), m_book(book), m_scroll(scroll),
          m_scene(frame.derived.form_scene(frame.state, frame.ui.texts())),
          m_editable(!app::is_read_only(frame.state)),
          m_only_picks(!app::stands_in_book(book.chosen.of)),
          m_low(page.height() < metrics::kLowPage) {
        const float pad = m_low ? metrics::kPad : metrics::kGapWide;
        const float width =
            std::min(m_only_picks ? kPickWidth : kMostWidth, page.width() - 2.0F * metrics::kPad);
        const float height = std::min(kMostHeight, page.height() - 2.0F * metrics::kGap);
        const Point center = page.center();
        m_box = {center.x - width * 0.5F, center.y - height * 0.5F, center.x + width * 0.5F,
                 std::min(center.y + height * 0.5F, room.bottom - metrics::kGap)};
        m_content = m_box.shrunk(pad);
        m_content.top += metrics::kButtonHeight + metrics::kGap;
        m_wide = m_content.width() >= kThreeColumns;
    }

    void draw() {
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        const app::FormField* const picked = app::form_field(m_book.chosen.of, m_book.picks);
        const app::TextKey title =
            m_only_picks && picked != nullptr ? picked->label : "command.editPlan"_key;
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
            draw_things(list_place(content));
        }
        if (picks()) {
            draw_picks(content);
        } else {
            draw_form(content);
        }
    }

private:
    // Takes the place of the list from that of the form.
    [[nodiscard]] Rect list_place(Rect& content) const {
        Rect place = content;
        if (m_wide || m_low) {
            place.right = place.left + (m_wide ? kListWidth : content.width() * kListShare);
            content.left = place.right + (m_wide ? metrics::kGapWide : metrics::kGap);
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
        Rect all = content;
        if (m_low) {
            all.bottom = all.top + metrics::kButtonHeight;
        } else if (m_wide) {
            all.right = all.left + kNavWidth;
            all.bottom = all.top + static_cast<float>(kPages.size() + 1) * metrics::kButtonHeight;
        } else {
            Flow room(content.left, content.right, content.top, 0.0F);
            for (std::size_t i = 0; i < kPages.size(); ++i) {
                static_cast<void>(room.next(page_width(i)));
            }
            all.bottom = room.bottom() - metrics::kGap;
        }
        const SemanticKey group = semantic_key("book/pages");
        m_ui.add_node(group, Role::RadioGroup, m_frame.text("form.pages"_key), all);
        const SemanticScope scope(m_ui, group);
        if (m_low) {
            draw_step(all);
            content.top = all.bottom + metrics::kGap;
            return;
        }
        if (m_wide) {
            draw_column(all);
            content.left = all.right + 2.0F * metrics::kGapWide;
            const float line = all.right + metrics::kGapWide;
            ImGui::GetWindowDrawList()->AddLine({line, content.top}, {line, content.bottom},
                                                m_ui.color(ColorRole::Line));
            return;
        }
        Flow flow(content.left, content.right, content.top, 0.0F);
        for (std::size_t i = 0; i < kPages.size(); ++i) {
            draw_page(flow.next(page_width(i)), i);
        }
        content.top = all.bottom + metrics::kGap;
    }

    // The chosen one between the one before and the one after.
    void draw_step(const Rect& all) {
        std::size_t chosen = 0;
        while (chosen + 1 < kPages.size() && !app::in_same_list(page_at(chosen), m_book.chosen)) {
            ++chosen;
        }
        const Rect before{all.left, all.top, all.left + metrics::kButtonHeight, all.bottom};
        const Rect after{all.right - metrics::kButtonHeight, all.top, all.right, all.bottom};
        if (chosen > 0) {
            draw_page(before, chosen - 1, Icon::Left);
        }
        draw_page({before.right + metrics::kGap, all.top, after.left - metrics::kGap, all.bottom},
                  chosen);
        if (chosen + 1 < kPages.size()) {
            draw_page(after, chosen + 1, Icon::Right);
        }
    }

    [[nodiscard]] float page_width(std::size_t number) const {
        const std::string_view name = m_frame.text(app::list_title(page_at(number)));
        return m_ui.fonts().width(name, kStrong) + 2.0F * metrics::kGap;
    }

    void draw_column(const Rect& all) {
        Rect place{all.left, all.top, all.right, all.top + metrics::kButtonHeight};
        const auto next = [&place] {
            place.top += metrics::kButtonHeight;
            place.bottom += metrics::kButtonHeight;
        };
        for (std::size_t i = 0; i < kPages.size(); ++i) {
            if (i == kFirstDictionary) {
                const std::string_view title = m_frame.text("form.dictionaries"_key);
                const Rect line{place.left + metrics::kGap, place.top, place.right, place.bottom};
                label(m_ui, line, title, kSmall, ColorRole::TextSecondary);
                m_ui.add_node(semantic_key("book/dictionaries"), Role::Text, title, line);
                next();
            }
            draw_page(place, i);
            next();
        }
    }

    void draw_page(const Rect& place, std::size_t number, Icon sign = Icon::None) {
        const FormSubject page = page_at(number);
        const std::string_view name = m_frame.text(app::list_title(page));
        const bool chosen = app::in_same_list(page, m_book.chosen);
        const PressState state =
            press_area(m_ui, place, "book/page/" + std::to_string(number), Role::Radio, name);
        m_ui.semantics().last().pressed = chosen ? 1 : 0;
        item_ground(m_ui, place, state, chosen);
        if (sign != Icon::None) {
            icon(m_ui, place, sign, ColorRole::Text);
        } else {
            label(m_ui, {place.left + metrics::kGap, place.top, place.right, place.bottom}, name,
                  chosen ? kStrong : kBody, ColorRole::Text);
        }
        if (state.pressed && !chosen) {
            m_frame.actions.push(app::act::ShowBook{page});
        }
    }

    // Of the things of the page.
    void draw_things(const Rect& place) {
        m_scroll.list_place =
            thing_list(m_frame, place,
                       {.book = m_book,
                        .query = {.list = m_book.chosen, .typed = picks() ? "" : m_book.typed}},
                       m_scroll.list, m_scroll.reveals);
    }

    [[nodiscard]] bool picks() const { return m_book.picks != FormMember::None; }
    [[nodiscard]] app::FormPlace picked_place() const { return {m_book.chosen, m_book.picks}; }

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
        bool reveals = false;
        thing_list(m_frame, content, {.book = m_book, .query = query, .is_pick = true},
                   m_scroll.content, reveals);
    }

    void leave() {
        m_frame.actions.push(app::act::PickFormMember{{m_book.chosen, FormMember::None}});
    }

    void draw_form(const Rect& place) {
        const SemanticKey group = semantic_key("book/form");
        m_ui.add_node(group, Role::Group, app::form_name(m_scene, m_book.chosen), place);
        const SemanticScope scope(m_ui, group);
        const ScrollScope scrolled(m_ui, place, m_scroll.content);
        ImGui::PushClipRect(top_left(place), bottom_right(place), true);
        InspectorPen pen(
            m_ui, place.left + metrics::kFocusRing,
            place.top + metrics::kFocusRing - m_scroll.content,
            std::min(kMostFormWidth, place.width() - metrics::kScrollbarWidth - metrics::kGap));
        if (m_book.removes) {
            draw_removal(pen);
        } else {
            if (!m_editable) {
                pen.text(m_frame.text("why.readOnly"_key), kBody, ColorRole::Review);
            }
            if (app::form_exists(m_scene, m_book.chosen)) {
                form_view(m_frame, pen, m_book.chosen);
                draw_count(pen);
                pen.skip(metrics::kGap);
                thing_buttons(m_frame, pen, m_book.chosen);
            }
        }
        ImGui::PopClipRect();
        m_scroll.content = vertical_scrollbar(
            m_ui, {place.right - metrics::kScrollbarWidth, place.top, place.right, place.bottom},
            "book/form-scroll", m_scroll.content, pen.used_height() + metrics::kGap);
    }

    // How many measures a section or a body has.
    void draw_count(InspectorPen& pen) {
        const std::string count =
            measure_count(m_frame, m_book.chosen.of, app::form_index(m_scene, m_book.chosen));
        pen.field(m_frame.text("figures.all"_key), count);
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

void book_view(ViewFrame& frame, const Rect& page, const Rect& room, const app::BookQuestion& book,
               DialogScroll& scroll) {
    BookView(frame, page, room, book, scroll).draw();
}

} // namespace vekha::ui
