#include "ui/views/form_view.hpp"

#include "app/actions.hpp"
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
#include "ui/views/edit_field.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

using app::FormKind;

constexpr float kShortField = 200.0F;

// What stands below a text makes room for what is written.
float text_height(const ViewFrame& frame, float width, const app::FormPlace& place,
                  const EditFieldSpec& spec) {
    if (!spec.multiline) {
        return kOneLineField;
    }
    const float lines = edit_field_height(frame.ui, width, spec);
    return frame.roomy == place ? std::max(lines, kWritingHeight) : lines;
}

class FormFields {
public:
    FormFields(ViewFrame& frame, InspectorPen& pen, const app::FormSubject& subject)
        : m_frame(frame), m_pen(pen), m_subject(subject),
          m_scene(frame.derived.form_scene(frame.state, frame.ui.texts())),
          m_editable(!app::is_read_only(frame.state)) {}

    void draw() {
        const std::span<const app::FormField> fields = app::form_fields(m_subject.of);
        for (std::size_t i = 0; i < fields.size();) {
            std::size_t end = i + 1;
            while (fields[i].kind == FormKind::Date && end < fields.size() &&
                   fields[end].kind == FormKind::Date) {
                ++end;
            }
            const auto count = static_cast<float>(end - i);
            const float width = count * (kShortField + metrics::kGap) - metrics::kGap;
            if (m_editable && end > i + 1 && width <= m_pen.width()) {
                draw_beside(fields.subspan(i, end - i));
            } else {
                end = i + 1;
                draw_field(fields[i]);
            }
            i = end;
        }
    }

private:
    // Short fields that belong together, in one line.
    void draw_beside(std::span<const app::FormField> fields) {
        const float above = m_frame.ui.fonts().line_height(kSmall);
        Rect rect = m_pen.block(above + metrics::kGap * 0.5F + kOneLineField);
        for (const app::FormField& field : fields) {
            rect.right = rect.left + kShortField;
            const Rect line{rect.left, rect.top, rect.right, rect.top + above};
            const std::string_view name = m_frame.text(field.label);
            label(m_frame.ui, line, name, kSmall, ColorRole::TextSecondary);
            m_frame.ui.add_node(semantic_key(std::string(app::form_path(field)) + "/label"),
                                Role::Text, name, line);
            draw_text(field, name,
                      Rect{rect.left, rect.bottom - kOneLineField, rect.right, rect.bottom});
            rect.left = rect.right + metrics::kGap;
        }
    }

    void draw_field(const app::FormField& field) {
        if (!app::form_has_field(m_scene, m_subject, field)) {
            return;
        }
        const std::string_view name = m_frame.text(field.label);
        const bool is_choice = field.kind == FormKind::Choice || field.kind == FormKind::Set;
        if (!m_editable) {
            m_pen.field(name, is_choice ? chosen_words(field)
                                        : app::form_shown(m_scene, m_subject, field));
            return;
        }
        m_pen.text(name, kSmall, ColorRole::TextSecondary);
        if (is_choice) {
            draw_options(field, name);
        } else if (field.kind == FormKind::Pick || field.kind == FormKind::PickSet) {
            draw_pick(field, name);
        } else {
            draw_text(field, name, std::nullopt);
        }
    }

    [[nodiscard]] std::string chosen_words(const app::FormField& field) const {
        std::string words;
        for (const app::FormOption& option :
             app::form_options(m_scene, {m_subject, field.member})) {
            if (option.chosen) {
                words.append(words.empty() ? "" : ", ").append(option.words);
            }
        }
        return words;
    }

    // Without a place, in the next line.
    void draw_text(const app::FormField& field, std::string_view name, std::optional<Rect> given) {
        const app::FormPlace place{m_subject, field.member};
        const std::string shown = app::form_shown(m_scene, m_subject, field);
        const bool multiline = app::is_multiline(field.kind);
        const EditFieldSpec spec{.path = app::form_path(field),
                                 .field = app::EditField::Form,
                                 .form = &place,
                                 .name = name,
                                 .shown = shown,
                                 .placeholder = field.hint.empty() ? std::string_view()
                                                                   : m_frame.text(field.hint),
                                 .multiline = multiline,
                                 .numeric = field.kind == FormKind::Number};
        if (!given) {
            given = m_pen.block(text_height(m_frame, m_pen.width(), place, spec));
            const bool is_short = field.kind == FormKind::Date || field.kind == FormKind::Number;
            given->right =
                is_short ? std::min(given->right, given->left + kShortField) : given->right;
        }
        edit_field(m_frame, *given, {}, spec);
    }

    // Beside each other as far as there is room.
    void draw_options(const app::FormField& field, std::string_view name) {
        const std::vector<app::FormOption> options =
            app::form_options(m_scene, {m_subject, field.member});
        const auto spec_of = [&](const app::FormOption& option) {
            return ButtonSpec{.label = option.words,
                              .pressed = option.chosen,
                              .radio = field.kind == FormKind::Choice};
        };
        Flow room(0.0F, m_pen.width(), 0.0F, metrics::kGap);
        for (const app::FormOption& option : options) {
            static_cast<void>(room.next(button_width(m_frame.ui, spec_of(option))));
        }
        const Rect rect = m_pen.block(room.bottom() - metrics::kGap);
        const SemanticKey group = semantic_key(app::form_path(field));
        m_frame.ui.add_node(group, field.kind == FormKind::Choice ? Role::RadioGroup : Role::Group,
                            name, rect);
        const SemanticScope scope(m_frame.ui, group);
        Flow flow(rect.left, rect.right, rect.top, metrics::kGap);
        for (std::size_t i = 0; i < options.size(); ++i) {
            const std::string number = std::to_string(i);
            const std::string path = std::string(app::form_path(field)) + "/" + number;
            ButtonSpec spec = spec_of(options[i]);
            spec.path = path;
            if (button(m_frame.ui, flow.next(button_width(m_frame.ui, spec)), spec)) {
                m_frame.actions.push(app::act::SetFormMember{{m_subject, field.member}, number});
            }
        }
    }

    void draw_pick(const app::FormField& field, std::string_view name) {
        UiContext& ui = m_frame.ui;
        const std::string shown = app::form_shown(m_scene, m_subject, field);
        const std::string_view words = shown.empty() ? m_frame.text(field.hint) : shown;
        const float mark = metrics::kIconSize + 2.0F * metrics::kGap;
        const float inside = m_pen.width() - metrics::kGap - mark;
        const Rect rect = m_pen.block(
            std::max(kOneLineField, wrapped_height(ui, inside, words, kBody) + 2.0F * kFieldPad));
        const PressState press = press_area(ui, rect, app::form_path(field), Role::Button, name);
        ui.semantics().last().value = words;
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled(
            top_left(rect), bottom_right(rect),
            ui.color(press.hovered ? ColorRole::RowHovered : ColorRole::SurfaceRaised),
            metrics::kRadius);
        list->AddRect(top_left(rect), bottom_right(rect), ui.color(ColorRole::LineStrong),
                      metrics::kRadius);
        wrapped_text(ui, {rect.left + metrics::kGap, rect.top + kFieldPad}, inside, words, kBody,
                     shown.empty() ? ColorRole::TextSecondary : ColorRole::Text);
        const float half = metrics::kIconSize * 0.5F;
        const Point middle{rect.right - mark * 0.5F, rect.center().y};
        icon(ui, {middle.x - half, middle.y - half, middle.x + half, middle.y + half}, Icon::Down,
             ColorRole::TextSecondary);
        if (press.hovered) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        if (press.focused) {
            focus_ring(ui, rect, metrics::kRadius);
        }
        if (press.pressed) {
            m_frame.actions.push(app::act::PickFormMember{{m_subject, field.member}});
        }
    }

    ViewFrame& m_frame;
    InspectorPen& m_pen;
    const app::FormSubject& m_subject;
    app::FormScene m_scene;
    bool m_editable;
};

} // namespace

void form_view(ViewFrame& frame, InspectorPen& pen, const app::FormSubject& subject) {
    FormFields(frame, pen, subject).draw();
}

float form_height(ViewFrame& frame, float width, const app::FormSubject& subject) {
    const app::FormScene scene = frame.derived.form_scene(frame.state, frame.ui.texts());
    float height = 0.0F;
    for (const app::FormField& field : app::form_fields(subject.of)) {
        const std::string shown = app::form_shown(scene, subject, field);
        const EditFieldSpec spec{.shown = shown,
                                 .placeholder = field.hint.empty() ? std::string_view()
                                                                   : frame.text(field.hint),
                                 .multiline = app::is_multiline(field.kind)};
        height += wrapped_height(frame.ui, width, frame.text(field.label), kSmall) +
                  metrics::kGap * 1.5F + text_height(frame, width, {subject, field.member}, spec);
    }
    return height;
}

void thing_buttons(ViewFrame& frame, InspectorPen& pen, const app::FormSubject& subject) {
    const app::FormWords& words = app::form_words(subject.of);
    if (app::is_read_only(frame.state) || words.removed.empty()) {
        return;
    }
    const auto moves = [&](std::string_view path, app::TextKey label, Icon which) {
        return ButtonSpec{
            .path = path, .label = frame.text(label), .icon = which, .icon_only = true};
    };
    const bool is_reset = subject.of == app::FormOf::Thresholds;
    const std::array<ButtonSpec, 4> all{
        moves("form/up", "command.moveUp"_key, Icon::Up),
        moves("form/down", "command.moveDown"_key, Icon::Down),
        ButtonSpec{.path = "form/copy", .label = frame.text("form.copy"_key)},
        ButtonSpec{.path = app::kRemoveThing,
                   .label = frame.text(is_reset ? "form.usual"_key : "form.remove"_key),
                   .enabled = !is_reset || frame.plan().document.thresholds.has_value()}};
    const std::array<app::Action, all.size()> actions{
        app::act::MoveThing{subject, -1}, app::act::MoveThing{subject, 1},
        app::act::DuplicateThing{subject}, app::act::RemoveThing{subject, {}}};
    const std::array<bool, all.size()> shows{!words.moved.empty(), !words.moved.empty(),
                                             !words.copied.empty(), true};
    // In a narrow panel they take two lines.
    const auto flow_over = [&](const Rect& room, auto visit) {
        Flow flow(room.left, room.right, room.top, metrics::kGap);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (shows[i]) {
                visit(i, flow.next(button_width(frame.ui, all[i])));
            }
        }
        return flow.bottom() - metrics::kGap - room.top;
    };
    const float height =
        flow_over({0.0F, 0.0F, pen.width(), 0.0F}, [](std::size_t, const Rect&) {});
    flow_over(pen.block(height), [&](std::size_t i, const Rect& place) {
        if (button(frame.ui, place, all[i])) {
            frame.actions.push(actions[i]);
        }
    });
}

} // namespace vekha::ui
