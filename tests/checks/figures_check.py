#!/usr/bin/env python3
"""Recomputes the figures of the sample plans from the rules of states and compares them with `vekha figures`.

    tests/checks/figures_check.py [--vekha PROGRAM] [--rules] [PLAN...]

Without plans, all of assets/samples are checked, each at the plan's own as-of date, 30 days before and after it,
before and after the plan, and at dates spread over the plan; and beside them plans made by chance, which hold what
well-made samples do not. `--rules` only checks the rules here against the worked rows that the rules give.
The last line is `N passed, N failed, N skipped`.

It shares no code with the program: shares and means are exact fractions here, dates are those of Python. What
the rules leave open is read so:

- The units of a group are its measures. Cancelled and moved ones are counted in their state and nowhere else.
- Work in progress whose dates ask for nothing yet is "in progress", not "planned".
- The hint "not begun in time" has no grace at any precision, and no meaning for work that is late.
- A period of several spans starts with its earliest start and is due on its latest end; an open side stays open.
- As soon as one occurrence (school, sub-item) of a measure is reported, all its spans (schools that count, sub-items)
  count, and those without a report are not started. A mark for a municipality always counts.
- Cancelled and moved parts do not count in the state and percent of their measure.
- An override without a reason does not hold; of two the last one holds.
- Grey is looked for after red and yellow; parts that are due count as due.
"""

import argparse
import bisect
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2]
STATES = ("planned", "running", "inProgress", "dueSoon", "late", "done", "notDone", "moved", "cancelled")
OUT_OF_DENOMINATOR = ("moved", "cancelled")
FINAL = ("done", "notDone", "moved", "cancelled")
DEFAULT_THRESHOLDS = {"dueSoonDays": 30, "redLateSharePercent": 15, "redBehindPoints": 20,
                      "yellowBehindPoints": 5}
CLOSE = 1e-6
SEED = 20210429
CHANCE_PLANS = 60
KINDS = ("day", "deadline", "month", "range", "several", "throughout", "recurring", "open", "relative",
         "unscheduled")
STORED = ("notStarted", "inProgress", "done", "notDone", "moved", "cancelled")


def day(text):
    """A date, or None for what is missing or impossible."""
    try:
        return datetime.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def iso(date):
    return date.isoformat() if date else None


# ---- one unit of work ----------------------------------------------------------------------------------------------

def span_days(span):
    return day(span.get("from")), day(span.get("to"))


def start_due(period):
    """The start and the due day of a period."""
    kind = period["kind"]
    if kind == "unscheduled":
        return None, None
    if kind == "relative":
        relative = period.get("relative", {})
        anchor = day(relative.get("anchorDate"))
        return None, anchor + datetime.timedelta(relative.get("offsetDays", 0)) if anchor else None
    spans = [span_days(span) for span in period.get("spans", [])]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    start = min(starts) if starts and None not in starts else None
    due = max(ends) if ends and None not in ends else None
    return (None if kind == "deadline" else start), due


def period_in_review(period):
    if "review" in period:
        return True
    for span in period.get("spans", []):
        start, end = span_days(span)
        unreadable = ("from" in span and start is None) or ("to" in span and end is None)
        if unreadable or (start and end and end < start):
            return True
    return False


def percent_of_report(report):
    return {"done": 100, "notStarted": 0}.get(report.get("state", "notStarted"), report.get("percent", 0))


def unit(when, report, on, soon):
    """The computed state of one unit: a dictionary with the parameters of its explanation."""
    start, due = when
    stored = report.get("state", "notStarted")
    result = {"start": start, "due": due, "stored": stored, "hints": set(), "done_date": None,
              "late": 0, "to_due": 0, "after_due": 0, "reason": "",
              "percent": percent_of_report(report)}
    if stored in OUT_OF_DENOMINATOR + ("notDone",):
        return result | {"state": stored, "rule": "reasonGiven", "reason": report.get("reason", "")}
    if stored == "done":
        done_date = result["done_date"] = day(report.get("doneDate"))
        if done_date is None:
            return result | {"state": "done", "rule": "doneDateUnknown"}
        if done_date <= on:
            after = max(0, (done_date - due).days) if due else 0
            return result | {"state": "done", "rule": "doneAfterDue" if after else "doneOnDate",
                             "after_due": after}
        stored = result["stored"] = "inProgress"
        result["hints"].add("markedDoneAfterAsOf")
    if due and due < on:
        return result | {"state": "late", "rule": "pastDue", "late": (on - due).days}
    working = stored == "inProgress"
    begins_by_now = start is not None and start <= on
    if begins_by_now and not working:
        result["hints"].add("notBegunInTime")
    if due and (due - on).days <= soon and (working or begins_by_now or start is None):
        return result | {"state": "dueSoon", "rule": "dueWithin", "to_due": (due - on).days}
    if begins_by_now:
        return result | {"state": "running", "rule": "startPassed"}
    if start is None and due is None:
        result["hints"].add("noTerm")
    if working:
        return result | {"state": "inProgress", "rule": "begun"}
    return result | {"state": "planned", "rule": "notYet"}


# ---- a measure -----------------------------------------------------------------------------------------------------

def schools_of(plan, measure):
    """The schools of the plan that count for the measure."""
    known = list(dict.fromkeys(school["id"] for school in plan.get("schools", [])))  # the first reason counts
    applies = measure.get("schools", {})
    scope = applies.get("scope", "none")
    if scope == "all":
        return known
    return [one for one in known if one in applies.get("ids", [])] if scope == "listed" else []


def parts_of(plan, measure, reports, on, soon):
    """The parts that derive the state of the measure; a pair of the parts and of «a part is in review»."""
    parts, review = [], False
    items = measure.get("items", [])
    if any("state" in item for item in items):
        for item in items:
            period = item.get("period", measure["period"])
            review = review or period_in_review(period)
            report = item if "state" in item else {}
            parts.append(unit(start_due(period), report, on, soon))
    occurrences = reports["occurrences"].get(measure["id"], [])
    unreported = []
    if occurrences and measure["period"]["kind"] in ("several", "recurring"):
        unreported = [span_days(span) for span in measure["period"].get("spans", [])]
    for occurrence in occurrences:
        days = span_days(occurrence)
        parts.append(unit(days, occurrence, on, soon))
        if days in unreported:
            unreported.remove(days)
    parts += [unit(days, {}, on, soon) for days in unreported]
    when = start_due(measure["period"])
    schools = schools_of(plan, measure)
    by_school, by_municipality = {}, {}
    for mark in reports["marks"].get(measure["id"], []):
        if "school" not in mark:
            by_municipality[mark.get("municipality", "")] = mark
        elif mark["school"] in schools:
            by_school[mark["school"]] = mark
    if by_school:
        by_school = {school: by_school.get(school, {}) for school in schools}
    for mark in list(by_school.values()) + list(by_municipality.values()):
        parts.append(unit(when, mark, on, soon))
    return parts, review


def derived(parts, plan_days):
    """The state of a measure from its parts."""
    counting = [part for part in parts if part["state"] not in OUT_OF_DENOMINATOR]
    result = {"start": plan_days[0], "due": plan_days[1], "hints": set(), "done_date": None, "late": 0,
              "to_due": 0, "after_due": 0, "reason": "", "percent": Fraction(0)}
    reasons = [part["reason"] for part in parts if part["reason"]]
    first_reason = reasons[0] if reasons else ""
    if not counting:
        state = "cancelled" if all(part["state"] == "cancelled" for part in parts) else "moved"
        return result | {"state": state, "stored": state, "rule": "reasonGiven", "reason": first_reason}
    result["percent"] = Fraction(sum(part["percent"] for part in counting), len(counting))
    in_state = {state: [part for part in counting if part["state"] == state] for state in STATES}
    if len(in_state["done"]) == len(counting):
        dates = [part["done_date"] for part in counting]
        done_date = None if None in dates else max(dates)
        after = max(0, (done_date - result["due"]).days) if done_date and result["due"] else 0
        rule = "doneAfterDue" if after else "doneOnDate" if done_date else "doneDateUnknown"
        return result | {"state": "done", "stored": "done", "rule": rule, "done_date": done_date,
                         "after_due": after}
    if len(in_state["notDone"]) == len(counting):
        return result | {"state": "notDone", "stored": "notDone", "rule": "reasonGiven",
                         "reason": first_reason}
    open_parts = [part for part in counting if part["state"] not in FINAL]
    dues = [part["due"] for part in open_parts if part["due"]]
    result["due"] = min(dues) if dues else result["due"]
    begun = bool(in_state["done"]) or any(part["stored"] == "inProgress" for part in open_parts)
    result["stored"] = "inProgress" if begun else "notStarted"
    hints = set().union(*(part["hints"] for part in open_parts))
    result["hints"] |= hints & {"markedDoneAfterAsOf"}
    if in_state["late"]:
        worst = max(in_state["late"], key=lambda part: part["late"])
        return result | {"state": "late", "rule": "pastDue", "late": worst["late"], "due": worst["due"]}
    if not begun:
        result["hints"] |= hints & {"notBegunInTime"}
    if in_state["dueSoon"]:
        next_one = min(in_state["dueSoon"], key=lambda part: part["to_due"])
        return result | {"state": "dueSoon", "rule": "dueWithin", "to_due": next_one["to_due"],
                         "due": next_one["due"]}
    if in_state["running"] and not begun:
        return result | {"state": "running", "rule": "startPassed"}
    if result["start"] is None and result["due"] is None:
        result["hints"].add("noTerm")
    if begun:
        return result | {"state": "inProgress", "rule": "begun"}
    return result | {"state": "planned", "rule": "notYet"}


def measure_status(plan, measure, reports, on, soon):
    parts, part_in_review = parts_of(plan, measure, reports, on, soon)
    plan_days = start_due(measure["period"])
    if parts:
        if plan_days == (None, None):
            starts = [part["start"] for part in parts if part["start"]]
            dues = [part["due"] for part in parts if part["due"]]
            plan_days = (min(starts, default=None), max(dues, default=None))
        status = derived(parts, plan_days)
    else:
        status = unit(plan_days, measure, on, soon)
    status["without"] = None
    override = reports["overrides"].get(measure["id"])
    if override:
        without, percent = status["state"], status["percent"]
        status = unit(plan_days, {"state": override["state"], "reason": override["reason"]}, on, soon)
        if override["state"] not in ("done", "notStarted"):
            status["percent"] = percent
        status |= {"reason": override["reason"], "without": without, "override": override}
    status["plan_due"], status["plan_start"] = plan_days[1], plan_days[0]
    status["review"] = part_in_review or period_in_review(measure["period"])
    status["parts"] = parts
    return status


# ---- groups --------------------------------------------------------------------------------------------------------

def tally(statuses):
    statuses = list(statuses)
    return {"count": len(statuses), "inReview": sum(1 for status in statuses if status["review"])}


def share(part, whole):
    return Fraction(100 * part, whole) if whole else None


def curve(days):
    days = sorted(days)
    return [{"day": iso(one), "total": bisect.bisect_right(days, one)} for one in sorted(set(days))]


def forecast(done_days, counting, done, on):
    known = [one for one in done_days if one <= on]
    if len(known) < 3:
        return None
    recent = sum(1 for one in known if (on - one).days < 60)
    pace = Fraction(recent, 60)
    finished = None
    if counting == done:
        finished = on
    elif recent:
        try:
            finished = on + datetime.timedelta(-((done - counting) // pace))
        except OverflowError:
            finished = None
    return {"day": iso(on), "total": len(known), "unitsPerDay": pace, "finished": iso(finished)}


def zone(late_share, behind, any_late, anything_due, limits):
    if late_share > Fraction(str(limits["redLateSharePercent"])):
        return "red", "lateShare"
    if behind > Fraction(str(limits["redBehindPoints"])):
        return "red", "behindRed"
    if any_late:
        return "yellow", "anyLate"
    if behind > Fraction(str(limits["yellowBehindPoints"])):
        return "yellow", "behindYellow"
    return ("green", "onPlan") if anything_due else ("grey", "nothingDue")


def part_is_due(status, on):
    return any(part["due"] and part["due"] <= on for part in status["parts"]
               if part["state"] not in OUT_OF_DENOMINATOR)


def group(statuses, on, limits, override=None):
    by_state = {state: [one for one in statuses if one["state"] == state] for state in STATES}
    counting = [one for one in statuses if one["state"] not in OUT_OF_DENOMINATOR]
    dated = [one for one in counting if one["plan_due"]]
    due = [one for one in dated if one["plan_due"] <= on]
    progress = Fraction(sum(one["percent"] for one in counting), len(counting)) if counting else None
    plan_share = share(len(due), len(dated))
    behind = plan_share - progress if plan_share is not None and progress is not None else Fraction(0)
    late = len(by_state["late"])
    late_share = share(late, len(counting)) or Fraction(0)
    anything_due = bool(due) or any(part_is_due(one, on) for one in counting)
    computed, rule = zone(late_share, behind, late > 0, anything_due, limits)
    done_days = [one["done_date"] for one in by_state["done"] if one["done_date"]]
    return {
        "all": tally(statuses),
        "states": {state: tally(ones) for state, ones in by_state.items()},
        "counting": tally(counting),
        "dated": tally(dated),
        "dueByAsOf": tally(due),
        "notBegunInTime": tally(one for one in statuses if "notBegunInTime" in one["hints"]),
        "noTerm": tally(one for one in statuses if "noTerm" in one["hints"]),
        "doneAfterDue": tally(one for one in statuses if one["after_due"]),
        "overridden": tally(one for one in statuses if one["without"]),
        "shareDonePercent": share(len(by_state["done"]), len(counting)),
        "progressPercent": progress,
        "planSharePercent": plan_share,
        "zone": {
            "zone": override["zone"] if override else computed,
            "computed": computed,
            "rule": rule,
            "lateSharePercent": late_share,
            "behindPoints": behind,
            "override": {"reason": override["reason"], "by": override.get("by", ""),
                         "date": iso(day(override.get("date")))} if override else None,
        },
        "curves": {
            "planned": curve([one["plan_due"] for one in dated]),
            "done": curve(done_days),
            "forecast": forecast(done_days, len(counting), len(by_state["done"]), on),
        },
    }


# ---- the plan ------------------------------------------------------------------------------------------------------

def measure_figures(measure, status):
    parts = status["parts"]
    counting = [part for part in parts if part["state"] not in OUT_OF_DENOMINATOR]
    override = status.get("override", {})

    def in_state(state):
        return sum(1 for part in counting if part["state"] == state)

    return {
        "id": measure["id"],
        "state": status["state"],
        "rule": status["rule"],
        "stored": status["stored"],
        "percent": status["percent"],
        "start": iso(status["plan_start"]),
        "due": iso(status["plan_due"]),
        "nextDue": iso(status["due"]),
        "doneDate": iso(status["done_date"]),
        "daysLate": status["late"],
        "daysToDue": status["to_due"],
        "daysAfterDue": status["after_due"],
        "hints": [hint for hint in ("notBegunInTime", "markedDoneAfterAsOf", "noTerm")
                  if hint in status["hints"]],
        "needsReview": status["review"],
        "reason": status["reason"],
        "parts": {"all": len(parts), "counting": len(counting), "done": in_state("done"),
                  "late": in_state("late"), "dueSoon": in_state("dueSoon")} if parts else None,
        "override": {"stateWithout": status["without"], "by": override.get("by", ""),
                     "date": iso(day(override.get("date")))} if status["without"] else None,
    }


def by_measure(reports):
    result = {}
    for report in reports:
        result.setdefault(report["measure"], []).append(report)
    return result


def sections_around(plan, section_id):
    """The section and those it stands in."""
    parents = {section["id"]: section.get("parent") for section in plan.get("sections", [])}
    around = []
    while section_id in parents and section_id not in around:
        around.append(section_id)
        section_id = parents[section_id]
    return around


def figures(plan, on):
    limits = DEFAULT_THRESHOLDS | {name: value for name, value in plan.get("thresholds", {}).items()
                                   if name in DEFAULT_THRESHOLDS}
    held = [one for one in plan.get("overrides", []) if one["reason"]]
    reports = {"occurrences": by_measure(plan.get("occurrences", [])),
               "marks": by_measure(plan.get("marks", [])),
               "overrides": {one["measure"]: one for one in held if "measure" in one and "state" in one}}
    zones = {one.get("section", ""): one for one in held if "zone" in one and "measure" not in one}
    measures = plan.get("measures", [])
    statuses = [measure_status(plan, one, reports, on, limits["dueSoonDays"]) for one in measures]
    pairs = list(zip(measures, statuses))
    parties = [party["id"] for party in plan.get("parties", [])]
    known = set(parties)

    def bodies(measure):
        return known & set(measure.get("responsible", []))

    def around(measure):
        return sections_around(plan, measure.get("section"))

    def of(choose):
        return [status for measure, status in pairs if choose(measure)]

    return {
        "plan": plan["plan"]["id"],
        "asOf": iso(on),
        "thresholds": limits,
        "total": group(statuses, on, limits, zones.get("")),
        "sections": [
            {"id": one["id"]} | group(of(lambda m, i=one["id"]: i in around(m)), on, limits,
                                      zones.get(one["id"]))
            for one in plan.get("sections", [])],
        "outsideSections": group(of(lambda m: not around(m)), on, limits),
        "parties": [{"id": one} | group(of(lambda m, i=one: i in bodies(m)), on, limits)
                    for one in parties],
        "withoutParty": group(of(lambda m: not bodies(m)), on, limits),
        "partyLinesOverlap": any(len(bodies(one)) > 1 for one in measures),
        "measures": [measure_figures(measure, status) for measure, status in pairs],
    }


# ---- comparing -----------------------------------------------------------------------------------------------------

def differences(expected, got, path="$"):
    """Lines that say where two values differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        if list(expected) != list(got):
            return [f"{path}: members {list(expected)} expected, {list(got)} found"]
        return [line for name in expected
                for line in differences(expected[name], got[name], f"{path}.{name}")]
    if isinstance(expected, list) and isinstance(got, list):
        if len(expected) != len(got):
            return [f"{path}: {len(expected)} items expected, {len(got)} found"]
        return [line for index, (left, right) in enumerate(zip(expected, got))
                for line in differences(left, right, f"{path}[{index}]")]
    if isinstance(expected, Fraction):
        close = isinstance(got, (int, float)) and abs(float(expected) - got) <= CLOSE
        return [] if close else [f"{path}: {float(expected)} expected, {got!r} found"]
    same = expected == got and isinstance(expected, bool) == isinstance(got, bool)
    return [] if same else [f"{path}: {expected!r} expected, {got!r} found"]


def dates_to_check(plan):
    """The as-of date and its neighbourhood, both ends of the plan, and dates spread over it."""
    first, last = day(plan["plan"].get("from")), day(plan["plan"].get("to"))
    as_of = day(plan["plan"].get("asOf")) or first
    days = {as_of + datetime.timedelta(shift) for shift in (-30, -1, 0, 1, 30)}
    days |= {first - datetime.timedelta(60), first - datetime.timedelta(1), first, last,
             last + datetime.timedelta(1), last + datetime.timedelta(60)}
    picker = random.Random(f"{SEED} {plan['plan']['id']}")
    days |= {first + datetime.timedelta(picker.randrange((last - first).days)) for _ in range(12)}
    return sorted(days)


def compare(program, path, plan, on):
    """True when the program gives the same figures of the plan on that day; else says where they differ."""
    run = subprocess.run([program, "figures", path, "--on", iso(on)], capture_output=True, check=False)
    if run.returncode != 0:
        found = [f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()}"]
    else:
        found = differences(figures(plan, on), json.loads(run.stdout))
    if found:
        print(f"FAIL {path.name} on {iso(on)}: {len(found)} differences")
        for line in found[:20]:
            print(f"  {line}")
    return not found


def check_plan(program, path):
    """Counts of passed and failed dates."""
    plan = json.loads(path.read_text(encoding="utf-8-sig"))
    good = [compare(program, path, plan, on) for on in dates_to_check(plan)]
    return sum(good), len(good) - sum(good)


# ---- plans made by chance ------------------------------------------------------------------------------------------

class Chance:
    """Makes plans in which everything occurs that the rules speak of, sensible or not."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def often(self, share):
        return self.random.random() < share

    def day(self):
        return datetime.date(2020, 7, 1) + datetime.timedelta(self.random.randrange(700))

    def span(self):
        first = self.day()
        return {"from": iso(first), "to": iso(first + datetime.timedelta(self.random.randrange(100)))}

    def period(self):
        result = {"text": "", "kind": self.random.choice(KINDS)}
        if result["kind"] == "relative":
            result["relative"] = {"anchor": "order", "offsetDays": self.random.randrange(-20, 100)}
            if self.often(0.6):
                result["relative"]["anchorDate"] = iso(self.day())
        elif result["kind"] != "unscheduled":
            count = self.random.randrange(1, 5) if result["kind"] in ("several", "recurring") else 1
            result["spans"] = [self.span() for _ in range(count)]
            for span in result["spans"]:
                if result["kind"] == "deadline" or self.often(0.05):
                    del span["from"]
                elif result["kind"] == "open" or self.often(0.05):
                    del span["to"]
        if self.often(0.1):
            result["review"] = {"reason": "two readings"}
        return result

    def report(self):
        result = {"state": self.random.choice(STORED)}
        if self.often(0.5):
            result["reason"] = f"reason {self.random.randrange(100)}"
        result["percent"] = self.random.randrange(101)
        if result["state"] == "done":
            result["percent"] = 100
            if self.often(0.8):
                result["doneDate"] = iso(self.day())
        elif result["state"] == "notStarted":
            del result["percent"]
        return result

    def measure(self, number):
        result = {"id": f"m{number}", "title": "measure", "period": self.period()} | self.report()
        if self.often(0.8):
            result["section"] = f"s{self.random.randrange(5)}"
        bodies = self.random.sample(range(4), self.random.randrange(4))
        result["responsible"] = [f"p{body}" for body in bodies]
        scope = self.random.choice(("none", "all", "listed"))
        result["schools"] = {"scope": scope}
        if scope == "listed":
            result["schools"]["ids"] = [f"k{index}" for index in self.random.sample(range(6), 3)]
        if self.often(0.3):
            result["items"] = [self.item(f"m{number}-{index}") for index in range(3)]
        return result

    def item(self, name):
        result = {"id": name, "title": "item"}
        if self.often(0.5):
            result["period"] = self.period()
        return result | (self.report() if self.often(0.5) else {})

    def plan(self):
        measures = [self.measure(number) for number in range(self.random.randrange(1, 50))]
        result = {
            "format": "vekha.roadmap", "version": 0, "minReader": 0,
            "plan": {"id": "chance", "title": "chance", "from": "2020-07-01", "to": "2022-05-31"},
            "sections": [{"id": f"s{index}", "title": "section"} | ({"parent": "s0"} if index > 2 else {})
                         for index in range(5)],
            "parties": [{"id": f"p{index}", "name": "party"} for index in range(4)],
            "measures": measures,
            "schools": [{"id": f"k{index}", "name": "school"} for index in range(6)],
            "marks": [], "occurrences": [], "overrides": []}
        for measure in measures:
            self.add_reports(result, measure)
        for section in ("", "s1", "s3"):
            if self.often(0.3):
                result["overrides"].append(({"section": section} if section else {}) | {
                    "zone": self.random.choice(("grey", "green", "yellow", "red")), "reason": "agreed"})
        if self.often(0.5):
            result["thresholds"] = {"dueSoonDays": self.random.randrange(60),
                                    "redLateSharePercent": self.random.randrange(40),
                                    "redBehindPoints": self.random.randrange(10, 40),
                                    "yellowBehindPoints": self.random.randrange(10)}
        return result

    def add_reports(self, plan, measure):
        if self.often(0.3):
            for school in self.random.sample(range(6), 4):
                plan["marks"].append({"measure": measure["id"], "school": f"k{school}"} | self.report())
            if self.often(0.2):
                plan["marks"].append({"measure": measure["id"], "municipality": "north"} | self.report())
        if self.often(0.4):
            for span in measure["period"].get("spans", []):
                if self.often(0.8):
                    days = span if self.often(0.9) else self.span()
                    plan["occurrences"].append({"measure": measure["id"]} | days | self.report())
        if self.often(0.1):
            plan["overrides"].append({"measure": measure["id"], "state": self.random.choice(STORED),
                                      "reason": "agreed", "by": "head", "date": iso(self.day())})


def check_chance(program):
    """Counts of passed and failed plans made by chance."""
    passed = failed = 0
    seen = set()
    print(f"plans made by chance: seed {SEED}, {CHANCE_PLANS} plans")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(CHANCE_PLANS):
            chance = Chance(f"{SEED} {number}")
            plan, on = chance.plan(), chance.day()
            path = pathlib.Path(folder) / f"chance-{number}.vekha.json"
            path.write_text(json.dumps(plan), encoding="utf-8")
            good = compare(program, path, plan, on)
            passed, failed = passed + good, failed + (not good)
            seen |= {one["state"] for one in figures(plan, on)["measures"]}
    if seen != set(STATES):
        print(f"FAIL plans made by chance never show {sorted(set(STATES) - seen)}")
        failed += 1
    return passed, failed


# ---- the worked rows of the rules ----------------------------------------------------------------------------------

def period(kind, *spans):
    pairs = [{name: value for name, value in zip(("from", "to"), span) if value} for span in spans]
    return {"text": "", "kind": kind, "spans": pairs}


def worked(name, expected, one_period, report, occurrences=(), marks=(), schools=0, hints=(), **numbers):
    """One worked row as a plan of one measure; True when the rules here give what the row says."""
    measure = {"id": "m", "period": one_period, "schools": {"scope": "all"}} | report
    plan = {"plan": {"id": "p"}, "measures": [measure],
            "schools": [{"id": f"s{index}"} for index in range(schools)],
            "occurrences": [{"measure": "m"} | one for one in occurrences],
            "marks": [{"measure": "m"} | one for one in marks]}
    got = figures(plan, datetime.date(2021, 4, 29))["measures"][0]
    wanted = {"state": expected, "hints": list(hints)} | numbers
    wrong = [f"{member}: {value!r} expected, {got[member]!r} found" for member, value in wanted.items()
             if (round(got[member]) if member == "percent" else got[member]) != value]
    for line in wrong:
        print(f"FAIL worked row «{name}»: {line}")
    return not wrong


def month_span(month):
    first = datetime.date(2021, month, 1)
    following = datetime.date(2021 + month // 12, month % 12 + 1, 1)
    return iso(first), iso(following - datetime.timedelta(1))


def check_worked_rows():
    """Counts of passed and failed rows."""
    march, april = month_span(3), month_span(4)
    several = (("2021-04-01", "2021-05-31"), month_span(9), month_span(12))
    months = [month_span(month) for month in range(1, 13)]

    def reported(spans, *states):
        return [{"from": start, "to": end, "state": state} for (start, end), state in zip(spans, states)]

    rows = [
        worked("deadline", "late", period("deadline", (None, "2021-04-15")),
               {"state": "inProgress", "percent": 60}, daysLate=14, percent=60),
        worked("month", "dueSoon", period("month", april), {"state": "notStarted"}, daysToDue=1,
               hints=["notBegunInTime"]),
        worked("done late", "done", period("month", march), {"state": "done", "doneDate": "2021-04-05"},
               daysAfterDue=5),
        worked("done after A", "late", period("month", march), {"state": "done", "doneDate": "2021-05-03"},
               daysLate=29, hints=["markedDoneAfterAsOf"]),
        worked("throughout", "running", period("throughout", ("2021-01-01", "2021-12-31")),
               {"state": "notStarted"}, due="2021-12-31", hints=["notBegunInTime"]),
        worked("open", "planned", period("open", ("2022-01-01", None)), {"state": "notStarted"}),
        worked("unscheduled", "inProgress", period("unscheduled"), {"state": "inProgress"},
               hints=["noTerm"]),
        worked("several", "running", period("several", *several), {"state": "inProgress"},
               due="2021-12-31"),
        worked("several, derived", "inProgress", period("several", *several), {"state": "notStarted"},
               occurrences=reported(several, "done", "notStarted", "notStarted"), percent=33,
               nextDue="2021-09-30"),
        worked("monthly", "dueSoon", period("recurring", *months), {"state": "notStarted"},
               occurrences=reported(months, *["done"] * 3, *["notStarted"] * 9), percent=25,
               daysToDue=1, stored="inProgress"),
        worked("cancelled", "cancelled", period("day", ("2021-02-28", "2021-02-28")),
               {"state": "cancelled", "reason": "сеть не создана"}, reason="сеть не создана"),
        worked("schools", "late", period("deadline", (None, "2021-04-20")), {"state": "notStarted"},
               marks=[{"school": f"s{index}", "state": "done" if index else "inProgress"}
                      for index in range(13)], schools=13, daysLate=9,
               parts={"all": 13, "counting": 13, "done": 12, "late": 1, "dueSoon": 0}),
    ]
    return sum(rows), len(rows) - sum(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vekha", default=str(ROOT / "build" / "native" / "vekha"))
    parser.add_argument("--rules", action="store_true", help="only the worked rows")
    parser.add_argument("plans", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    passed, failed = check_worked_rows()
    if not arguments.rules:
        plans = arguments.plans or sorted((ROOT / "assets" / "samples").glob("*.vekha.json"))
        if not plans:
            print("FAIL no sample plans in assets/samples")
            failed += 1
        if not pathlib.Path(arguments.vekha).is_file():
            print(f"FAIL {arguments.vekha} is missing: build it with tools/build native")
            plans, failed = [], failed + 1
        for path in plans:
            plan_passed, plan_failed = check_plan(arguments.vekha, path)
            print(f"{path.name}: {plan_passed} dates agree, {plan_failed} differ")
            passed, failed = passed + plan_passed, failed + plan_failed
        if plans and not arguments.plans:
            chance_passed, chance_failed = check_chance(arguments.vekha)
            passed, failed = passed + chance_passed, failed + chance_failed
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
