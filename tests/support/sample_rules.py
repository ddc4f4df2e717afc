"""The rules of the made-up part of the sample plans: progress, marks, schools, and the words.

A check returns its complaints, none when it passes.
"""

import datetime
import re

SCHOOL_COUNTS = {
    "sevastopol-2021": 15,
    "municipal-2020-2022": 8,
    "dubovskoe-2021": 5,
    "stavropol-2021": 13,
    "yaroslavl-2020-2022": 12,
}


def day(text):
    return datetime.date.fromisoformat(text)


def strings(value, path=""):
    """Every text of the file with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from strings(inner, f"{path}[{index}]")


def units_of(plan, measure):
    """Marks, else occurrences, else sub-items with states of their own."""
    for name in ("marks", "occurrences"):
        units = [unit for unit in plan.get(name, []) if unit["measure"] == measure["id"]]
        if units:
            return units
    return [item for item in measure.get("items", []) if "state" in item]


def progress_complaints(where, unit, as_of):
    state, percent, done_on = unit["state"], unit.get("percent", 0), unit.get("doneDate")
    found = []
    if state == "done" and (percent != 100 or not done_on or done_on > as_of):
        found.append(f"{where}: done {done_on} at {percent} %, as of {as_of}")
    if state != "done" and done_on:
        found.append(f"{where}: {state} with a done date")
    if state == "notStarted" and percent:
        found.append(f"{where}: not started at {percent} %")
    if state == "inProgress" and not 0 < percent < 100:
        found.append(f"{where}: in progress at {percent} %")
    if (state in ("notDone", "moved", "cancelled")) != ("reason" in unit):
        found.append(f"{where}: {state}, reason {unit.get('reason')!r}")
    if done_on and day(done_on).weekday() > 4:
        found.append(f"{where}: done on a weekend")
    return found


def check_progress(plan, _text, _facts):
    as_of, found = plan["plan"]["asOf"], []
    for measure in plan["measures"]:
        found += progress_complaints(measure["id"], measure, as_of)
        units = units_of(plan, measure)
        for unit in units:
            found += progress_complaints(
                f"{measure['id']} {unit.get('school') or unit.get('id')}", unit, as_of
            )
        if not units:
            continue
        mean = int(sum(unit.get("percent", 0) for unit in units) / len(units) + 0.5)
        states = {unit["state"] for unit in units}
        state = (
            "done"
            if states == {"done"}
            else "inProgress"
            if states != {"notStarted"}
            else "notStarted"
        )
        last = (
            max((unit.get("doneDate", "") for unit in units), default="") if state == "done" else ""
        )
        stored = (measure["state"], measure.get("percent", 0), measure.get("doneDate", ""))
        if stored != (state, mean, last):
            found.append(f"{measure['id']}: stored {stored}, derived {(state, mean, last)}")
    return found


def check_units(plan, _text, _facts):
    """Marks for exactly the schools that count, occurrences for exactly the spans of the period."""
    schools, found = [school["id"] for school in plan["schools"]], []
    for measure in plan["measures"]:
        applies = measure.get("schools", {"scope": "none"})
        counting = {"all": schools, "none": [], "listed": applies.get("ids")}[applies["scope"]]
        marked = [mark["school"] for mark in plan["marks"] if mark["measure"] == measure["id"]]
        if marked != counting:
            found.append(f"{measure['id']}: marks of {marked}, counting {counting}")
        spans = [
            {side: unit[side] for side in ("from", "to") if side in unit}
            for unit in plan.get("occurrences", [])
            if unit["measure"] == measure["id"]
        ]
        if spans and (
            spans != measure["period"]["spans"]
            or measure["period"]["kind"] not in ("several", "recurring")
        ):
            found.append(f"{measure['id']}: occurrences {spans}")
        for item in measure.get("items", []):
            period = item.get("period")
            if period and (
                period["text"] not in measure["period"]["text"]
                or period["spans"][0] not in measure["period"]["spans"]
            ):
                found.append(f"{item['id']}: period {period}")
    known = {measure["id"] for measure in plan["measures"]}
    found += [
        f"a unit of {unit['measure']}"
        for unit in plan["marks"] + plan.get("occurrences", [])
        if unit["measure"] not in known
    ]
    return found


def dependency_order(measures):
    """The ids that can be put in order; fewer than all when there is a cycle or a missing id."""
    waiting = {measure["id"]: set(measure.get("dependsOn", [])) for measure in measures}
    ordered = set()
    while ready := {
        name for name, needs in waiting.items() if needs <= ordered and name not in ordered
    }:
        ordered |= ready
    return ordered


def check_references(plan, _text, _facts):
    parties = {party["id"]: party for party in plan["parties"]}
    schools = {school["id"] for school in plan["schools"]}
    found = []
    for name in ("sections", "parties", "measures", "schools", "indicators", "baselines"):
        ids = [entry["id"] for entry in plan.get(name, [])]
        if len(set(ids)) != len(ids) or not all(
            re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text) for text in ids
        ):
            found.append(f"{name}: ids {ids}")
    for section in {measure.get("section") for measure in plan["measures"]} - {None}:
        if section not in {entry["id"] for entry in plan["sections"]}:
            found.append(f"section {section}")
    for school in plan["schools"]:
        for role in ("curator", "coordinator"):
            if role in school and parties.get(school[role], {}).get("kind") != "role":
                found.append(f"{school['id']}: {role} {school[role]}")
    if len(dependency_order(plan["measures"])) != len(plan["measures"]):
        found.append("dependsOn names a missing measure or runs in a circle")
    found += [
        f"value of {value['school']}"
        for entry in plan["indicators"]
        for value in entry["values"]
        if value["school"] not in schools
    ]
    spans = {measure["id"]: measure["period"].get("spans", []) for measure in plan["measures"]}
    found += [
        f"baseline of {period['measure']}"
        for entry in plan.get("baselines", [])
        for period in entry["periods"]
        if period["spans"] == spans.get(period["measure"], period["spans"])
    ]
    return found


def school_complaints(school, as_of, words):
    where, found = school["id"], []
    for document in school.get("documents", []):
        changed = document.get("changed", "")
        if (document["state"] == "none") != (changed == "") or changed > as_of:
            found.append(f"{where} {document['id']}: {document['state']} since {changed!r}")
    for visit in school.get("visits", []):
        if visit.get("actual", "") > as_of or ("result" in visit and "actual" not in visit):
            found.append(f"{where}: visit {visit}")
    for stage in school.get("stages", []):
        submitted, confirmed = stage.get("submitted", ""), stage.get("confirmed", "")
        if max(submitted, confirmed) > as_of or (confirmed and not "" < submitted <= confirmed):
            found.append(f"{where}: stage {stage}")
        if not confirmed and ("expertCheck" in stage or "change" in stage):
            found.append(f"{where}: stage judged before it was confirmed {stage}")
    used = (
        [("riskFactors", risk["factor"]) for risk in school.get("risks", [])]
        + [("documentKinds", document["kind"]) for document in school.get("documents", [])]
        + [("monitoringStages", stage["stage"]) for stage in school.get("stages", [])]
    )
    found += [
        f"{where}: {key} is not in {name}"
        for name, key in used
        if key not in {word["key"] for word in words.get(name, [])}
    ]
    if school.get("risks") and not any(risk.get("chosen") for risk in school["risks"]):
        found.append(f"{where}: no risk is chosen")
    return found


def check_schools(plan, _text, _facts):
    as_of, found = plan["plan"]["asOf"], []
    if len(plan["schools"]) != SCHOOL_COUNTS[plan["plan"]["id"]]:
        found.append(f"{len(plan['schools'])} schools")
    for school in plan["schools"]:
        found += school_complaints(school, as_of, plan["dictionaries"])
        if not re.fullmatch(r"Школа «[А-Я][а-я]+» \(учебный пример\)", school["name"]):
            found.append(f"{school['id']}: {school['name']} may be a real school")
    for entry in plan["indicators"]:
        first = [value for value in entry["values"] if value["date"] == entry["values"][0]["date"]]
        share = 100 * sum(v["numerator"] for v in first) / sum(v["denominator"] for v in first)
        if abs(share - entry["baseline"]) > 0.051:
            found.append(
                f"{entry['id']}: baseline {entry['baseline']}, first values give {share:.1f}"
            )
        found += [
            f"{entry['id']}: {value}"
            for value in entry["values"]
            if value["date"] > as_of
            or not 0 <= value["numerator"] <= value["denominator"]
            or abs(100 * value["numerator"] / value["denominator"] - value["value"]) > 0.051
        ]
    return found


def due_day(measure):
    spans = measure["period"].get("spans", [])
    return spans[-1].get("to", "") if spans else ""


def is_late(plan, measure):
    """Late at the as-of date by the rules of made-up plans (no done date lies after it)."""
    as_of = plan["plan"]["asOf"]
    occurrences = [unit for unit in plan.get("occurrences", []) if unit["measure"] == measure["id"]]
    units = [(unit["state"], unit.get("to", "")) for unit in occurrences] or [
        (measure["state"], due_day(measure))
    ]
    return any(state in ("notStarted", "inProgress") and "" < due < as_of for state, due in units)


def check_picture(plan, _text, _facts):
    """Something to see: all that a reader looks for occurs."""
    as_of = plan["plan"]["asOf"]
    soon = (day(as_of) + datetime.timedelta(days=30)).isoformat()
    kinds = set()
    for measure in plan["measures"]:
        due = due_day(measure)
        kinds.add(measure["state"])
        if measure["state"] == "done" and due:
            kinds.add("done on time" if measure["doneDate"] <= due else "done late")
        if is_late(plan, measure):
            kinds.add("late")
        if measure["state"] in ("notStarted", "inProgress") and as_of <= due <= soon:
            kinds.add("due soon")
    wanted = {"done on time", "done late", "late", "due soon", "inProgress", "notStarted", "moved"}
    return [f"nothing is {kind}" for kind in sorted(wanted - kinds)]


PERSON = re.compile(
    r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.|[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+"
    r"|\b[А-ЯЁ][а-яё]+(?:ович|евич|ьич|овна|евна|ична)(?:а|у|ем|ы|е|ой)?\b"
)
PRINTED = re.compile(
    r"\.(aliases|responsibleText)\[|\.period\.text$|\.targets\[\d+\]\.(text|unit)$"
    r"|\.recurrence\.rule$|\.url$|\.link$|^\.plan\.id$"
)
REAL_SCHOOL = re.compile(r"СШ|ОШ\b|№ \d")


def check_words(plan, _text, _facts):
    found = []
    if not plan["plan"]["demo"]["reason"].startswith("Демонстрационные данные: "):
        found.append("the demo reason")
    for path, text in strings(plan):
        if PERSON.search(text):
            found.append(f"{path}: a personal name? {text}")
        if PRINTED.search(path):
            continue
        if re.search(r"[ёЁ\"“”„—\u00a0]| - |  |\s$|^\s|\.\.", text):
            found.append(f"{path}: typography: {text}")
        if "№" in text and not re.search(r"\.title$|\.approval\.document$", path):
            found.append(f"{path}: a number that may be real: {text}")
        if re.search(r"[А-Яа-я][A-Za-z]|[A-Za-z][А-Яа-я]", text):
            found.append(f"{path}: mixed alphabets: {text}")
    for path, text in strings(plan):
        if "://" in text and not text.startswith("https://example.org/"):
            found.append(f"{path}: {text}")
    return found


def check_no_real_school_fails(plan, _text, _facts):
    """Made-up progress never shows a measure of a real school as late or given up."""
    found = []
    for measure in plan["measures"]:
        texts = [measure["title"], *measure.get("responsibleText", [])]
        if not any(REAL_SCHOOL.search(text) for text in texts):
            continue
        if (
            is_late(plan, measure)
            or measure["state"] in ("notDone", "moved", "cancelled")
            or measure.get("doneDate", "") > due_day(measure)
        ):
            found.append(f"{measure['id']}: {measure['state']} {measure.get('doneDate', '')}")
    return found
