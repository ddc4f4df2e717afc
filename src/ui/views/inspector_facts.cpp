// What the inspector only shows: the term, who is responsible, results and targets, sub-items,
// occurrences, schools, links, and members of the file that this version does not know. For a
// section and for the plan: the figures.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/inspector_items.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/inspector_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

void append_line(std::string& text, std::string_view line) {
    if (line.empty()) {
        return;
    }
    if (!text.empty()) {
        text.push_back('\n');
    }
    text.append(line);
}

// The item with that id, or null; lists are searched because this is one measure's inspector, not a
// row.
template <class List, class AnyId>
const auto* item_with(const List& list, const AnyId& id) {
    const std::uint32_t index = find_by_id(list, id);
    return index == kNoIndex ? nullptr : &list[index];
}

std::string span_lines(const ViewFrame& frame, const Period& period) {
    std::string lines;
    for (const PeriodSpan& span : period.spans) {
        append_line(lines, app::span_words(frame.ui.texts(), span.days));
    }
    return lines;
}

// A text of the measure that can be changed where it stands: it shows as its field opens.
struct TextFact {
    std::string_view path;
    app::EditField field = app::EditField::Title;
    app::TextKey label;
    app::TextKey nothing; // stands there when nothing does
    bool multiline = true;
};

void text_fact(ViewFrame& frame, InspectorPen& pen, const Measure& measure, const TextFact& fact) {
    const std::string text = app::text_of_measure(frame.state, fact.field, measure);
    const std::string_view label_text = frame.text(fact.label);
    if (app::is_read_only(frame.state)) {
        pen.field(label_text, text);
        return;
    }
    pen.text(label_text, kSmall, ColorRole::TextSecondary);
    const EditFieldSpec spec{.path = fact.path,
                             .field = fact.field,
                             .name = label_text,
                             .shown = text,
                             .placeholder = frame.text(fact.nothing),
                             .multiline = fact.multiline,
                             .quiet = true};
    edit_field(frame, pen.block(edit_field_height(frame.ui, pen.width(), spec)), measure.id, spec);
}

void period_facts(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    const app::Texts& texts = frame.ui.texts();
    const Period& period = measure.period;
    text_fact(frame, pen, measure,
              {.path = "inspector/period",
               .field = app::EditField::Period,
               .label = "inspector.period.text"_key,
               .nothing = "inspector.period.none"_key});
    std::string kind(app::period_kind_name(texts, period.kind));
    if (period.precision != Precision::None) {
        kind.append(", ").append(app::precision_name(texts, period.precision));
    }
    pen.field(frame.text("inspector.period.kind"_key), kind);
    if (!days_forms(frame, pen, measure)) {
        pen.field(frame.text("inspector.period.spans"_key), span_lines(frame, period));
    }
    if (period.recurrence) {
        pen.field(frame.text("inspector.period.recurrence"_key), period.recurrence->text);
    }
    if (period.relative) {
        const RelativeTo& event = *period.relative;
        std::string from = event.anchor;
        if (event.anchor_date) {
            from.append(from.empty() ? "" : ", ")
                .append(app::short_date(texts, *event.anchor_date));
        }
        pen.field(frame.text("inspector.period.relative"_key), from);
        pen.field(frame.text("inspector.period.offset"_key),
                  app::days_words(texts, event.offset_days));
    }
    if (!period.review && needs_review(period)) {
        pen.text(frame.text("inspector.period.unreadable"_key), kBody, ColorRole::Review);
    }
    pen.field(frame.text("inspector.period.setBy"_key),
              app::period_source_name(texts, period.set_by));
}

void baseline_facts(ViewFrame& frame, InspectorPen& pen, const Document& document,
                    const Measure& measure) {
    for (const Baseline& baseline : document.baselines) {
        const auto period =
            std::find_if(baseline.periods.begin(), baseline.periods.end(),
                         [&measure](const BaselinePeriod& p) { return p.measure == measure.id; });
        if (period == baseline.periods.end()) {
            continue;
        }
        Period shown;
        shown.spans = period->spans;
        std::string lines = span_lines(frame, shown);
        append_line(lines, baseline.title);
        if (baseline.order_number != baseline.title) {
            append_line(lines, baseline.order_number);
        }
        append_line(lines, baseline.authority);
        if (!period->title.empty() && period->title != measure.title) {
            append_line(lines,
                        frame.ui.texts().format("deviation.was"_key, {{"title", period->title}}));
        }
        pen.field(frame.text("inspector.baseline"_key), lines);
    }
}

std::string unknown_lines(const UnknownMembers& members) {
    std::string lines;
    for (const UnknownMember& member : members) {
        append_line(lines, member.name_json + ": " + member.value_json);
    }
    return lines;
}

void relation_facts(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    text_fact(frame, pen, measure,
              {.path = "inspector/dependencies",
               .field = app::EditField::Dependencies,
               .label = "inspector.dependsOn"_key,
               .nothing = "inspector.dependsOn.none"_key});
    text_fact(frame, pen, measure,
              {.path = "inspector/tags",
               .field = app::EditField::Tags,
               .label = "inspector.tags"_key,
               .nothing = "inspector.tags.none"_key,
               .multiline = false});
    pen.field(frame.text("inspector.origin"_key), measure.origin.text);
}

void command_line(ViewFrame& frame, InspectorPen& pen, const CommandButton& spec) {
    Rect line = pen.block(metrics::kButtonHeight);
    line.right = std::min(line.right, line.left + command_button_width(frame, spec));
    command_button(frame, line, spec);
}

// «41 % (plan: 55 %)», with the bar above it.
void group_facts(ViewFrame& frame, InspectorPen& pen, const GroupFigures& figures,
                 bool has_zone = true) {
    const app::Texts& texts = frame.ui.texts();
    if (figures.share_done_percent) {
        progress_bar(frame.ui, pen.block(metrics::kProgressHeight),
                     static_cast<float>(*figures.share_done_percent / 100.0), ColorRole::DoneDeep);
    }
    const auto percent = [&](const std::optional<double>& value) {
        return value ? texts.format("inspector.percent.value"_key, {{"n", texts.number(*value, 0)}})
                     : std::string();
    };
    pen.field(frame.text("figures.all"_key), app::tally_words(texts, figures.all));
    pen.field(frame.text("figures.shareDone"_key), percent(figures.share_done_percent));
    pen.field(frame.text("figures.progress"_key), percent(figures.progress_percent));
    pen.field(frame.text("figures.planShare"_key), percent(figures.plan_share_percent));
    std::string states;
    for (std::size_t i = 0; i < kComputedStateCount; ++i) {
        const auto state = static_cast<ComputedState>(i);
        const Tally tally = shown_tally(figures, state);
        if (tally.count > 0) {
            std::string line(app::computed_state_name(texts, state));
            append_line(states, line.append(": ").append(app::tally_words(texts, tally)));
        }
    }
    pen.field(frame.text("figures.byState"_key), states);
    if (figures.not_begun_in_time.count > 0) {
        pen.field(frame.text("figures.notBegun"_key),
                  app::tally_words(texts, figures.not_begun_in_time));
    }
    if (has_zone) {
        pen.field(frame.text("figures.zone"_key), app::explain_zone(texts, figures.zone));
    }
}

} // namespace

void review_facts(ViewFrame& frame, InspectorPen& pen, const Period& period) {
    if (!period.review) {
        return;
    }
    pen.text(frame.text("inspector.period.review"_key), kSmall, ColorRole::TextSecondary);
    pen.text(period.review->reason, kBody, ColorRole::Review);
    command_line(frame, pen,
                 {.path = "inspector/accept-period", .command = app::Command::AcceptPeriod});
}

void measure_facts(ViewFrame& frame, InspectorPen& pen, const Measure& measure,
                   const MeasureStatus& status) {
    const Document& document = frame.plan().document;
    pen.heading(frame.text("inspector.term"_key));
    period_facts(frame, pen, measure);
    if (const std::string off =
            app::explain_days_off(frame.ui.texts(), frame.plan().document, measure, status);
        !off.empty()) {
        pen.text(off, kBody, ColorRole::Review);
    }
    baseline_facts(frame, pen, document, measure);

    pen.heading(frame.text("inspector.who"_key));
    text_fact(frame, pen, measure,
              {.path = "inspector/responsible",
               .field = app::EditField::Responsible,
               .label = "inspector.responsible"_key,
               .nothing = "inspector.responsible.none"_key});
    std::string wording;
    for (const std::string& text : measure.responsible_text) {
        append_line(wording, text);
    }
    pen.field(frame.text("inspector.responsibleText"_key), wording);

    pen.heading(frame.text("inspector.what"_key));
    const Section* section = item_with(document.sections, measure.section);
    pen.field(frame.text("inspector.section"_key),
              section != nullptr ? section->title : measure.section.text);
    command_line(frame, pen, {.path = "inspector/section", .command = app::Command::MoveToSection});
    text_fact(frame, pen, measure,
              {.path = "inspector/description",
               .field = app::EditField::Description,
               .label = "inspector.description"_key,
               .nothing = "inspector.description.none"_key});
    text_fact(frame, pen, measure,
              {.path = "inspector/result",
               .field = app::EditField::Result,
               .label = "inspector.result"_key,
               .nothing = "inspector.result.none"_key});
    target_forms(frame, pen, measure);
    item_forms(frame, pen, measure);
    school_forms(frame, pen, measure);
    relation_facts(frame, pen, measure);
    pen.field(frame.text("inspector.unknown"_key), unknown_lines(measure.unknown));
}

void section_facts(ViewFrame& frame, InspectorPen& pen, std::size_t section_index) {
    const Section& section = frame.plan().document.sections[section_index];
    if (!section.number.empty()) {
        pen.text(
            frame.ui.texts().format("inspector.sectionNumber"_key, {{"number", section.number}}),
            kSmall, ColorRole::TextSecondary);
    }
    pen.title(section.title);
    command_line(frame, pen, {.path = "inspector/section", .command = app::Command::EditSection});
    group_facts(frame, pen, frame.derived.status(frame.state).sections[section_index]);
    pen.field(frame.text("inspector.unknown"_key), unknown_lines(section.unknown));
}

void row_group_facts(ViewFrame& frame, InspectorPen& pen, std::size_t group_index) {
    const RowGroups& groups = frame.derived.groups(frame.state);
    const RowGroup& group = groups.groups[group_index];
    std::string name;
    append_group_name(name, frame.derived.words(frame.ui.texts()), groups.grouping, group);
    pen.text(app::grouping_name(frame.ui.texts(), groups.grouping), kSmall,
             ColorRole::TextSecondary);
    pen.title(name);
    group_facts(frame, pen, group.figures, groups.have_zones());
    if (groups.overlap) {
        pen.text(frame.text("group.overlap"_key), kSmall, ColorRole::TextSecondary);
    }
    if (has_units_of_its_own(groups.grouping)) {
        pen.text(frame.text("group.units"_key), kSmall, ColorRole::TextSecondary);
    }
}

void plan_facts(ViewFrame& frame, InspectorPen& pen) {
    const app::Texts& texts = frame.ui.texts();
    const Plan& plan = frame.plan().document.plan;
    pen.text(frame.text("inspector.plan"_key), kSmall, ColorRole::TextSecondary);
    pen.title(plan.title);
    if (plan.demo) {
        pen.text(plan.demo->reason, kBody, ColorRole::Review);
    }
    pen.field(frame.text("plan.level"_key), app::plan_level_name(texts, plan.level));
    pen.field(frame.text("plan.territory"_key), plan.territory);
    if (plan.from || plan.to) {
        pen.field(frame.text("plan.years"_key), app::span_words(texts, {plan.from, plan.to}));
    }
    if (plan.approval) {
        std::string approval = plan.approval->authority;
        append_line(approval, plan.approval->document);
        append_line(approval, plan.approval->date ? app::short_date(texts, *plan.approval->date)
                                                  : std::string());
        append_line(approval, plan.approval->edition);
        pen.field(frame.text("plan.approval"_key), approval);
    }
    command_line(frame, pen, {.path = "inspector/book", .command = app::Command::EditPlan});
    command_line(frame, pen, {.path = "inspector/calendar", .command = app::Command::ShowCalendar});
    pen.heading(frame.text("figures.title"_key));
    group_facts(frame, pen, frame.derived.status(frame.state).total);
    const app::OpenPlan& open = frame.plan();
    if (open.problem_count > 0) {
        const std::string words =
            texts.plural("problems.title"_key, static_cast<std::int64_t>(open.problem_count));
        const ButtonSpec spec{.path = "inspector/problems", .label = words, .icon = Icon::Warning};
        if (button(frame.ui, pen.block(metrics::kButtonHeight), spec)) {
            frame.actions.push(app::act::ShowProblems{});
        }
    }
    pen.field(frame.text("inspector.unknown"_key), unknown_lines(frame.plan().document.unknown));
}

} // namespace vekha::ui
