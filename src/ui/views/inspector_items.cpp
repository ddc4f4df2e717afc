#include "ui/views/inspector_items.hpp"

#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/form_view.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/unit_list.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

using app::FormOf;
using app::FormSubject;

constexpr float kInspectorMark = 14.0F;
constexpr float kPadAbove = metrics::kGap * 0.5F;
constexpr float kLeastRow = 32.0F;
// More come from words only («weekly»), and are changed by words.
constexpr std::size_t kMostDays = 12;
constexpr float kTick = 36.0F; // of an item, before its row

// A line of a list that unfolds: what it says, and below in small what belongs to it.
void folded_row(ViewFrame& frame, InspectorPen& pen, std::string_view path, std::string_view words,
                std::string_view detail, const FormSubject& thing, const Measure& measure,
                const MeasureItem* item = nullptr) {
    UiContext& ui = frame.ui;
    const WorkUnit unit{.kind = UnitKind::Item, .name = thing.id};
    const float aside = item != nullptr ? kTick : 0.0F;
    pen.indent(aside);
    const bool unfolded = frame.state.session.unfolded == thing;
    const float inside = pen.width() - kInspectorMark - metrics::kGap;
    const float words_height = wrapped_height(ui, inside, words, kBody);
    const float height = words_height + wrapped_height(ui, inside, detail, kSmall);
    const Rect rect = pen.block(std::max(kLeastRow, height + 2.0F * kPadAbove));
    const Rect ground{rect.left - metrics::kGap, rect.top, rect.right + metrics::kGap, rect.bottom};
    const PressState press = press_area(ui, ground, path, Role::Button, words);
    SemanticNode& node = ui.semantics().last();
    node.value = detail;
    node.expanded = unfolded ? 1 : 0;
    item_ground(ui, ground, press, unfolded);
    icon(ui,
         {rect.left, rect.top + kPadAbove + 2.0F, rect.left + kInspectorMark,
          rect.top + kPadAbove + 2.0F + kInspectorMark},
         unfolded ? Icon::Down : Icon::Right, ColorRole::TextSecondary);
    const Point at{rect.left + kInspectorMark + metrics::kGap, rect.top + kPadAbove};
    wrapped_text(ui, at, inside, words, kBody, ColorRole::Text);
    wrapped_text(ui, {at.x, at.y + words_height}, inside, detail, kSmall, ColorRole::TextSecondary);
    if (press.pressed) {
        frame.actions.push(app::act::UnfoldThing{thing});
    }
    if (item != nullptr) {
        unit_tick(frame, {rect.left - kTick, rect.top, ground.left, rect.bottom},
                  {.measure = measure.id,
                   .unit = unit,
                   .name = words,
                   .done = item->report && item->report->state == StoredState::Done});
    }
    pen.indent(-aside);
    if (unfolded) {
        form_view(frame, pen, thing);
        if (item != nullptr) {
            pen.text(frame.text("inspector.progress"_key), kSmall, ColorRole::TextSecondary);
            unit_report(frame, pen, measure, unit);
        }
        thing_buttons(frame, pen, thing);
        pen.skip(metrics::kGap);
    }
}

void add_button(ViewFrame& frame, InspectorPen& pen, std::string_view path,
                const FormSubject& list) {
    if (app::is_read_only(frame.state)) {
        return;
    }
    const ButtonSpec spec{.path = path,
                          .label = frame.text(app::form_words(list.of).add),
                          .icon = Icon::Plus,
                          .look = ButtonLook::Quiet};
    Rect rect = pen.block(metrics::kButtonHeight);
    rect.left -= metrics::kPad;
    rect.right = std::min(rect.right, rect.left + button_width(frame.ui, spec));
    if (button(frame.ui, rect, spec)) {
        frame.actions.push(app::act::AddThing{list});
    }
}

// Nothing where there is none and none can be added.
bool list_heading(ViewFrame& frame, InspectorPen& pen, FormOf of, bool empty) {
    if (empty && app::is_read_only(frame.state)) {
        return false;
    }
    pen.text(frame.text(app::form_words(of).title), kSmall, ColorRole::TextSecondary);
    return true;
}

std::string item_detail(const ViewFrame& frame, const MeasureItem& item) {
    std::string detail = item.period ? item.period->text : std::string();
    const auto add = [&detail](std::string_view words) {
        if (!words.empty()) {
            detail.append(detail.empty() ? "" : " \u00B7 ").append(words);
        }
    };
    if (item.report) {
        add(app::stored_state_name(frame.ui.texts(), item.report->state));
    }
    for (const PartyId& id : item.responsible) {
        add(app::party_name(frame.plan().document, id));
    }
    add(item.result);
    return detail;
}

std::string target_detail(const app::Texts& texts, const Target& target) {
    constexpr int kPlaces = 2;
    std::string detail(app::comparator_name(texts, target.comparator));
    detail.append(" ").append(texts.number(target.value, kPlaces));
    for (const std::string& part : {target.unit, target.scope}) {
        detail.append(part.empty() ? "" : " ").append(part);
    }
    if (target.actual_value) {
        detail.append(" ").append(
            texts.format("inspector.target.actual"_key,
                         {{"value", texts.number(*target.actual_value, kPlaces)}}));
    }
    return detail;
}

} // namespace

void item_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    if (!list_heading(frame, pen, FormOf::Item, measure.items.empty())) {
        return;
    }
    FormSubject thing{.of = FormOf::Item, .measure = measure.id};
    for (const MeasureItem& item : measure.items) {
        thing.id = item.id.text;
        folded_row(frame, pen, "inspector/item/" + item.id.text, item.title,
                   item_detail(frame, item), thing, measure, &item);
    }
    thing.id.clear();
    add_button(frame, pen, "inspector/add-item", thing);
}

bool days_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    const std::vector<PeriodSpan>& spans = measure.period.spans;
    if (spans.size() > kMostDays || app::is_read_only(frame.state)) {
        return false;
    }
    pen.text(frame.text(app::form_words(FormOf::Days).title), kSmall, ColorRole::TextSecondary);
    FormSubject thing{.of = FormOf::Days, .measure = measure.id};
    for (thing.place = 0; thing.place < spans.size(); ++thing.place) {
        folded_row(frame, pen, "inspector/days/" + std::to_string(thing.place),
                   app::span_words(frame.ui.texts(), spans[thing.place].days), {}, thing, measure);
    }
    add_button(frame, pen, "inspector/add-days", thing);
    return true;
}

void target_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    if (!list_heading(frame, pen, FormOf::Target, measure.targets.empty())) {
        return;
    }
    FormSubject thing{.of = FormOf::Target, .measure = measure.id};
    for (thing.place = 0; thing.place < measure.targets.size(); ++thing.place) {
        const Target& target = measure.targets[thing.place];
        folded_row(frame, pen, "inspector/target/" + std::to_string(thing.place), target.text,
                   target_detail(frame.ui.texts(), target), thing, measure);
    }
    add_button(frame, pen, "inspector/add-target", thing);
}

void school_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    if (!frame.plan().document.schools.empty() || measure.applies_to.scope != SchoolScope::None) {
        form_view(frame, pen, {.of = FormOf::AppliesTo, .measure = measure.id});
    }
}

} // namespace vekha::ui
