// What was read of a period while it is typed: below its field stand the words, underlined where
// they were understood and dashed where not, the dates, and why somebody has to look.
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/period_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/base/utf8.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/page_window.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kHintWidth = 380.0F;
constexpr float kDash = 4.0F;
constexpr float kUnderline = 2.0F;

// Where each code point begins, and the end; line ends become spaces, so that all stands in one
// line.
struct OneLine {
    std::string text;
    std::vector<std::size_t> begins;
};

OneLine one_line(std::string_view typed) {
    OneLine line;
    for (std::size_t i = 0; i < typed.size();) {
        const std::size_t bytes = std::max<std::size_t>(1, decode_utf8(typed, i).bytes);
        line.begins.push_back(line.text.size());
        const bool is_break = typed[i] == '\n' || typed[i] == '\r' || typed[i] == '\t';
        line.text.append(is_break ? std::string_view(" ") : typed.substr(i, bytes));
        i += bytes;
    }
    line.begins.push_back(line.text.size());
    return line;
}

bool is_understood(PieceMeaning meaning) {
    return meaning != PieceMeaning::Unread;
}

void underline(UiContext& ui, float left, float right, float y, bool understood) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 color = ui.color(understood ? ColorRole::Accent : ColorRole::Review);
    if (understood) {
        list->AddRectFilled({left, y}, {right, y + kUnderline}, color);
        return;
    }
    const int dashes = static_cast<int>((right - left) / (2.0F * kDash)) + 1;
    for (int i = 0; i < dashes; ++i) {
        const float x = left + static_cast<float>(i) * 2.0F * kDash;
        list->AddRectFilled({x, y}, {std::min(x + kDash, right), y + kUnderline}, color);
    }
}

void draw_pieces(UiContext& ui, const Rect& place, const OneLine& line,
                 const PeriodReading& reading) {
    label(ui, place, line.text, kBody, ColorRole::Text);
    for (const PeriodPiece& piece : reading.pieces) {
        if (piece.meaning == PieceMeaning::Ignored || piece.end >= line.begins.size()) {
            continue;
        }
        const std::string_view text = line.text;
        const float left =
            place.left + ui.fonts().width(text.substr(0, line.begins[piece.begin]), kBody);
        const float right =
            place.left + ui.fonts().width(text.substr(0, line.begins[piece.end]), kBody);
        underline(ui, std::min(left, place.right), std::min(right, place.right), place.bottom,
                  is_understood(piece.meaning));
    }
}

// Of a measure, or of a sub-item, which without words has the period of its measure.
struct TypedPeriod {
    PeriodContext context;
    const Period* now = nullptr; // none: it has none of its own
};

std::optional<TypedPeriod> typed_period(ViewFrame& frame, const app::FieldEdit& edited) {
    const Document& document = frame.plan().document;
    if (edited.field == app::EditField::Period) {
        const Measure* const measure = app::find_measure(frame.state, edited.measure);
        return measure == nullptr ? std::nullopt
                                  : std::optional(TypedPeriod{
                                        app::period_context(document, *measure), &measure->period});
    }
    if (edited.form.member != app::FormMember::Period || edited.typed.empty()) {
        return std::nullopt;
    }
    const app::FormScene scene = frame.derived.form_scene(frame.state, frame.ui.texts());
    const Measure* const measure = app::form_measure(scene, edited.form.subject);
    const std::uint32_t index = app::form_index(scene, edited.form.subject);
    if (measure == nullptr || index == kNoIndex) {
        return std::nullopt;
    }
    const std::optional<Period>& period = measure->items[index].period;
    return TypedPeriod{app::item_period_context(document, *measure), period ? &*period : nullptr};
}

} // namespace

void period_hint(ViewFrame& frame, const Rect& page) {
    const std::optional<app::FieldEdit>& edited = frame.state.session.field;
    if (!edited || edited->waits || !frame.field) {
        return;
    }
    const std::optional<TypedPeriod> typed = typed_period(frame, *edited);
    // Days that a person set hold until other words are typed.
    if (!typed || (typed->now != nullptr && typed->now->set_by == PeriodSource::SetByHand &&
                   typed->now->text == edited->typed)) {
        return;
    }
    UiContext& ui = frame.ui;
    const PeriodReading reading = read_period(edited->typed, typed->context);
    const std::string dates = app::reading_text(ui.texts(), reading);
    const std::string why = app::review_text(ui.texts(), reading);
    const float inside = kHintWidth - 2.0F * metrics::kPad;
    const float line = ui.fonts().line_height(kBody) + metrics::kGap * 0.5F;
    const float dates_height = wrapped_height(ui, inside, dates, kStrong);
    const float why_height =
        why.empty() ? 0.0F : wrapped_height(ui, inside, why, kSmall) + metrics::kGap * 0.5F;
    const float height = 2.0F * metrics::kPad + line + dates_height + why_height;
    const Rect field = frame.field->rect;
    const bool below = field.bottom + metrics::kGap + height <= page.bottom;
    const float top = below ? field.bottom + metrics::kGap : field.top - metrics::kGap - height;
    const float left =
        std::clamp(field.left, page.left + metrics::kGap,
                   std::max(page.left + metrics::kGap, page.right - metrics::kGap - kHintWidth));
    const Rect box{left, top, left + kHintWidth, top + height};
    const PageWindow window("period-hint", box.shrunk(-metrics::kGapWide), PageLayer::Unfelt);
    panel(ui, box, ColorRole::Surface, metrics::kRadius, true);
    const Rect content = box.shrunk(metrics::kPad);
    draw_pieces(ui, {content.left, content.top, content.right, content.top + line - kUnderline},
                one_line(edited->typed), reading);
    float y = content.top + line + metrics::kGap * 0.5F;
    y += wrapped_text(ui, {content.left, y}, inside, dates, kStrong, ColorRole::Text);
    if (!why.empty()) {
        wrapped_text(ui, {content.left, y}, inside, why, kSmall, ColorRole::Review);
    }
    std::string words = dates;
    if (!why.empty()) {
        words.append("\n").append(why);
    }
    ui.add_node(semantic_key("period-hint"), Role::Status, words, box);
}

} // namespace vekha::ui
