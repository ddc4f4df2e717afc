#include "ui/views/agenda_view.hpp"

#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/agenda.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/measure_item.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

// The list of a wide region is long: what is far out of sight only keeps its room. What is near is
// there, so that the Tab key finds it.
bool is_near(const Rect& view, const Rect& rect) {
    return rect.bottom > view.top - view.height() && rect.top < view.bottom + view.height();
}

// As the inspector says it: where the period names days, not months or years.
bool is_named_day_off(const Document& document, const AgendaEntry& entry) {
    const std::vector<Date> off = due_days_off(document, document.measures[entry.measure]);
    return std::ranges::find(off, entry.due) != off.end();
}

// The day; of another plan than the one that is shown, its title in place of the weekday.
std::string line_below(const ViewFrame& frame, const AgendaEntry& entry) {
    const app::Texts& texts = frame.ui.texts();
    const bool is_off = is_named_day_off(app::plan_at(frame.state, entry.plan).document, entry);
    const app::TextArgument date{"date", app::short_date(texts, entry.due)};
    if (entry.plan != frame.state.tab) {
        return texts.format(is_off ? "agenda.dueDayOffOfPlan"_key : "agenda.dueOfPlan"_key,
                            {date, {"plan", app::open_plan_name(frame.state, entry.plan)}});
    }
    return texts.format(is_off ? "agenda.dueDayOff"_key : "agenda.due"_key,
                        {date, {"day", app::weekday_name(texts, entry.due)}});
}

// To the row; that of another plan comes with its own rows, so that Esc leads back to an agenda.
void follow(const ViewFrame& frame, const AgendaEntry& entry, const Measure& measure) {
    if (entry.plan != frame.state.tab) {
        const app::OpenPlan& plan = app::plan_at(frame.state, entry.plan);
        frame.actions.push(app::act::ShowPlan{plan.opening});
        frame.actions.push(app::act::ShowMine{.toggles = false});
    }
    frame.actions.push(app::act::Reveal{measure.id});
}

void entries(ViewFrame& frame, InspectorPen& pen, std::string_view list,
             const std::vector<AgendaEntry>& all) {
    for (const AgendaEntry& entry : all) {
        const Rect rect = pen.block(kMeasureItemHeight);
        if (!is_near(frame.ui.scrolled_part().view, rect)) {
            continue;
        }
        const app::OpenPlan& plan = app::plan_at(frame.state, entry.plan);
        const Measure& measure = plan.document.measures[entry.measure];
        const std::string path = std::string("agenda/")
                                     .append(list)
                                     .append("/")
                                     .append(std::to_string(plan.opening))
                                     .append("/")
                                     .append(measure.id.text)
                                     .append("/")
                                     .append(entry.due.iso());
        const UnitStatus& status =
            frame.derived.status_at(frame.state, entry.plan).measures[entry.measure].status;
        if (measure_item(frame, rect, path, measure, status, line_below(frame, entry))) {
            follow(frame, entry, measure);
        }
    }
}

} // namespace

void agenda_facts(ViewFrame& frame, InspectorPen& pen) {
    const app::Texts& texts = frame.ui.texts();
    const Agenda& agenda = frame.derived.agenda(frame.state);
    pen.text(frame.text("mine.title"_key), kSmall, ColorRole::TextSecondary);
    pen.title(frame.state.view.me.name);
    if (app::plan_count(frame.state) > 1) {
        pen.text(texts.plural("agenda.plans"_key,
                              static_cast<std::int64_t>(app::plan_count(frame.state)),
                              {{"date", app::short_date(texts, app::as_of_date(frame.state))}}),
                 kSmall, ColorRole::TextSecondary);
    }
    const ButtonSpec change{.path = "agenda/change", .label = frame.text("mine.change"_key)};
    const Rect line = pen.block(metrics::kButtonHeight);
    if (button(frame.ui,
               {line.left, line.top, line.left + button_width(frame.ui, change), line.bottom},
               change)) {
        frame.actions.push(app::act::AskChoice{app::ChoiceOf::Me});
    }
    if (!agenda.late.empty()) {
        pen.heading(
            texts.format("agenda.late"_key,
                         {{"count", texts.number(static_cast<std::int64_t>(agenda.late.size()))}}));
        entries(frame, pen, "late", agenda.late);
    }
    for (std::size_t i = 0; i < agenda.weeks.size(); ++i) {
        const AgendaWeek& week = agenda.weeks[i];
        const std::string from = app::short_date(texts, week.from);
        const std::string to = app::short_date(texts, week.to);
        pen.heading(i == 0 ? texts.format("agenda.thisWeek"_key, {{"to", to}})
                           : texts.format("agenda.week"_key, {{"from", from}, {"to", to}}));
        if (week.entries.empty()) {
            pen.text(frame.text("agenda.nothing"_key), kBody, ColorRole::TextSecondary);
        }
        entries(frame, pen, std::to_string(i), week.entries);
    }
}

} // namespace vekha::ui
