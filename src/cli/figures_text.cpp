#include "cli/figures_text.hpp"

#include "core/calendar/date.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/names.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::cli {
namespace {

class FiguresWriter {
public:
    std::string write(const Document& document, const PlanStatus& status) {
        m_json.begin_object();
        member("plan", document.plan.id.text);
        member("asOf", status.as_of);
        write_thresholds(status.thresholds);
        m_json.name("total");
        m_json.begin_object();
        write_group(status.total);
        m_json.end_object();
        write_sections(document, status);
        write_parties(document, status);
        m_json.name("measures");
        m_json.begin_array();
        for (std::size_t i = 0; i < status.measures.size(); ++i) {
            m_json.item();
            write_measure(document.measures[i], status.measures[i]);
        }
        m_json.end_array();
        m_json.end_object();
        return std::move(m_json).take();
    }

private:
    void member(std::string_view name, std::string_view text) {
        m_json.name(name);
        m_json.text(text);
    }

    void member(std::string_view name, const std::optional<Date>& day) {
        m_json.name(name);
        if (day) {
            m_json.text(day->iso());
        } else {
            null();
        }
    }

    void member(std::string_view name, double number) {
        m_json.name(name);
        m_json.number(number);
    }

    void member(std::string_view name, const std::optional<double>& number) {
        m_json.name(name);
        if (number) {
            m_json.number(*number);
        } else {
            null();
        }
    }

    void count(std::string_view name, std::size_t number) {
        member(name, static_cast<double>(number));
    }

    void yes_or_no(std::string_view name, bool value) {
        m_json.name(name);
        m_json.boolean(value);
    }

    void null() { m_json.json_as_written("null"); }

    void tally(std::string_view name, const Tally& value) {
        m_json.name(name);
        m_json.begin_object();
        count("count", value.count);
        count("inReview", value.in_review);
        m_json.end_object();
    }

    void write_thresholds(const Thresholds& thresholds) {
        m_json.name("thresholds");
        m_json.begin_object();
        member("dueSoonDays", static_cast<double>(thresholds.due_soon_days));
        member("redLateSharePercent", thresholds.red_late_share_percent);
        member("redBehindPoints", thresholds.red_behind_points);
        member("yellowBehindPoints", thresholds.yellow_behind_points);
        m_json.end_object();
    }

    void write_sections(const Document& document, const PlanStatus& status) {
        m_json.name("sections");
        m_json.begin_array();
        for (std::size_t i = 0; i < status.sections.size(); ++i) {
            write_line(document.sections[i].id.text, status.sections[i]);
        }
        m_json.end_array();
        m_json.name("outsideSections");
        m_json.begin_object();
        write_group(status.outside_sections);
        m_json.end_object();
    }

    void write_parties(const Document& document, const PlanStatus& status) {
        m_json.name("parties");
        m_json.begin_array();
        for (std::size_t i = 0; i < status.parties.size(); ++i) {
            write_line(document.parties[i].id.text, status.parties[i]);
        }
        m_json.end_array();
        m_json.name("withoutParty");
        m_json.begin_object();
        write_group(status.without_party);
        m_json.end_object();
        yes_or_no("partyLinesOverlap", status.party_lines_overlap);
    }

    void write_line(std::string_view id, const GroupFigures& figures) {
        m_json.item();
        m_json.begin_object();
        member("id", id);
        write_group(figures);
        m_json.end_object();
    }

    void write_group(const GroupFigures& figures) {
        tally("all", figures.all);
        m_json.name("states");
        m_json.begin_object();
        for (std::size_t i = 0; i < kComputedStateCount; ++i) {
            tally(computed_state_name(static_cast<ComputedState>(i)), figures.by_state[i]);
        }
        m_json.end_object();
        tally("counting", figures.counting);
        tally("dated", figures.dated);
        tally("dueByAsOf", figures.due_by_as_of);
        tally("notBegunInTime", figures.not_begun_in_time);
        tally("noTerm", figures.no_term);
        tally("doneAfterDue", figures.done_after_due);
        tally("overridden", figures.overridden);
        member("shareDonePercent", figures.share_done_percent);
        member("progressPercent", figures.progress_percent);
        member("planSharePercent", figures.plan_share_percent);
        write_zone(figures.zone);
        m_json.name("curves");
        m_json.begin_object();
        write_curve("planned", figures.planned);
        write_curve("done", figures.done);
        write_forecast(figures.forecast);
        m_json.end_object();
    }

    void write_zone(const ZoneFigure& zone) {
        m_json.name("zone");
        m_json.begin_object();
        member("zone", zone_name(zone.zone()));
        member("computed", zone_name(zone.computed));
        member("rule", zone_rule_name(zone.rule));
        member("lateSharePercent", zone.late_share_percent);
        member("behindPoints", zone.behind_points);
        m_json.name("override");
        if (zone.overridden) {
            m_json.begin_object();
            member("reason", zone.overridden->reason);
            member("by", zone.overridden->by);
            member("date", zone.overridden->date);
            m_json.end_object();
        } else {
            null();
        }
        m_json.end_object();
    }

    void write_curve(std::string_view name, const Curve& curve) {
        m_json.name(name);
        m_json.begin_array();
        for (const CurvePoint& point : curve) {
            m_json.item();
            m_json.begin_object();
            member("day", point.day);
            count("total", point.total);
            m_json.end_object();
        }
        m_json.end_array();
    }

    void write_forecast(const std::optional<Forecast>& forecast) {
        m_json.name("forecast");
        if (!forecast) {
            null();
            return;
        }
        m_json.begin_object();
        member("day", forecast->from.day);
        count("total", forecast->from.total);
        member("unitsPerDay", forecast->units_per_day);
        member("finished", forecast->finished);
        m_json.end_object();
    }

    void write_hints(const StateHints& hints) {
        m_json.name("hints");
        m_json.begin_array();
        const auto hint = [this](bool given, std::string_view name) {
            if (given) {
                m_json.item();
                m_json.text(name);
            }
        };
        hint(hints.not_begun_in_time, "notBegunInTime");
        hint(hints.marked_done_after_as_of, "markedDoneAfterAsOf");
        hint(hints.no_term, "noTerm");
        m_json.end_array();
    }

    void write_measure(const Measure& measure, const MeasureStatus& found) {
        const UnitStatus& status = found.status;
        m_json.begin_object();
        member("id", measure.id.text);
        member("state", computed_state_name(status.state));
        member("rule", state_rule_name(status.rule));
        member("stored", stored_state_name(status.stored));
        member("percent", found.percent);
        member("start", found.plan.start);
        member("due", found.plan.due);
        member("nextDue", status.due);
        member("doneDate", status.done_date);
        member("daysLate", static_cast<double>(status.days_late));
        member("daysToDue", static_cast<double>(status.days_to_due));
        member("daysAfterDue", static_cast<double>(status.days_after_due));
        write_hints(status.hints);
        yes_or_no("needsReview", found.needs_review);
        member("reason", status.reason);
        write_parts(found);
        write_override(found);
        m_json.end_object();
    }

    void write_parts(const MeasureStatus& found) {
        m_json.name("parts");
        if (!found.derived()) {
            null();
            return;
        }
        m_json.begin_object();
        count("all", found.counts.all);
        count("counting", found.counts.counting);
        count("done", found.counts.done);
        count("late", found.counts.late);
        count("dueSoon", found.counts.due_soon);
        m_json.end_object();
    }

    void write_override(const MeasureStatus& found) {
        m_json.name("override");
        if (!found.overridden) {
            null();
            return;
        }
        m_json.begin_object();
        member("stateWithout", computed_state_name(found.overridden->without.state));
        member("by", found.overridden->by);
        member("date", found.overridden->date);
        m_json.end_object();
    }

    JsonWriter m_json{TextLayout::Indented};
};

} // namespace

std::string figures_text(const Document& document, const PlanStatus& status) {
    return FiguresWriter().write(document, status);
}

} // namespace vekha::cli
