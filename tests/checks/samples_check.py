#!/usr/bin/env python3
"""Checks the five sample plans against the facts, the file form and the rules of made-up data.

The facts stand in `tests/data/sample_facts.tsv`; when the folder with the seed documents lies beside the
project, that table, the wording and the generator are checked against the seeds too. Nothing here is shared
with the generator. The last line says how many checks passed, failed and were skipped.

    tests/checks/samples_check.py [--seeds DIR] [--samples DIR]
"""

import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COUNTS = {"sevastopol-2021": 88, "municipal-2020-2022": 33, "dubovskoe-2021": 19, "stavropol-2021": 77,
          "yaroslavl-2020-2022": 48}
SCHOOL_COUNTS = {"sevastopol-2021": 15, "municipal-2020-2022": 8, "dubovskoe-2021": 5, "stavropol-2021": 13,
                 "yaroslavl-2020-2022": 12}
RAW_LIMIT, PACKED_LIMIT = 170_000, 20_000

# Members in the order of FORMAT.md: `!` required or always written, `=x` the default that is left out,
# `:object` one object, `:[object]` a list of them.
PROGRESS = "state! reason percent=0 doneDate note evidence:[link]"
FORM = {
    "file": "format! version! minReader! plan!:plan sections:[section] parties:[party] measures:[measure] "
            "marks:[mark] occurrences:[occurrence] schools:[school] indicators:[indicator] overrides thresholds "
            "decisions liveChanges slides calendar:[year] dictionaries:dictionaries baselines:[baseline] "
            "snapshots views",
    "plan": "id! title! language! level! territory from to asOf approval:approval demo:demo",
    "approval": "authority document date edition",
    "demo": "reason!",
    "section": "id! number title! order=0 parent",
    "party": "id! name! kind! aliases",
    "measure": "id! origin number section title! description period!:period responsible responsibleText result "
               f"targets:[target] {PROGRESS} schools:applies dependsOn tags items:[item]",
    "link": "title url!",
    "period": "text! kind! spans:[span] recurrence:recurrence relative precision=none review:review "
              "setBy=readFromText",
    "span": "from to",
    "recurrence": "text rule",
    "review": "reason!",
    "target": "text! comparator=atLeast value! unit scope actualValue actualDate",
    "applies": "scope=none ids",
    "item": "id! title! period:period responsible result state reason percent=0 doneDate note evidence:[link]",
    "mark": f"measure! school municipality {PROGRESS}",
    "occurrence": f"measure! from to {PROGRESS}",
    "school": "id! name! shortName municipality kinds curator coordinator risks:[risk] documents:[document] "
              "visits:[visit] stages:[stage]",
    "risk": "factor! level! verified=False chosen=False trend=unknown",
    "document": "id! kind! state! due changed link",
    "visit": "planned actual aim result",
    "stage": "stage! due submitted confirmed expertCheck=notChecked change",
    "indicator": "id! name! unit direction! source about baseline target values:[value]",
    "value": "school date! value numerator denominator",
    "year": "year! daysOff workingSaturdays transferred:[transfer]",
    "transfer": "from! to!",
    "dictionaries": "riskFactors:[word] documentKinds:[word] monitoringStages:[word] states:[word]",
    "word": "key! name!",
    "baseline": "id! title date orderNumber periods:[baselinePeriod]",
    "baselinePeriod": "measure! spans:[span]",
}


class Results:
    """Counts checks; a check is a list of complaints, empty when it passes."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, complaints):
        if not complaints:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAIL {name}")
        for complaint in complaints[:12]:
            print(f"     {complaint}")
        if len(complaints) > 12:
            print(f"     ... and {len(complaints) - 12} more")

    def skip(self, name, why):
        self.skipped += 1
        print(f"SKIP {name}: {why}")


def read_facts(path):
    """slug → its rows, a row as name → text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    facts = {}
    for line in lines[1:]:
        cells = [re.sub(r"\\(.)", lambda hit: {"n": "\n", "t": "\t"}.get(hit[1], hit[1]), cell)
                 for cell in line.split("\t")]
        facts.setdefault(cells[0], []).append(dict(zip(names, cells, strict=True)))
    return facts


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


# --- the form ---------------------------------------------------------------------------------------------

def quoted(text):
    short = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
    return '"' + "".join(short.get(c, f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def written(value, indent=""):
    """Canonical text, written here a second time."""
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{quoted(name)}: {written(item, inner)}" for name, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}" if parts else "{}"
    if isinstance(value, list):
        parts = [inner + written(item, inner) for item in value]
        return "[\n" + ",\n".join(parts) + f"\n{indent}]" if parts else "[]"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if value == int(value) else repr(value)


def form_complaints(value, kind, path="file"):
    """Order, required members and left-out defaults of one object and what is inside."""
    members = {}
    for word in FORM[kind].split():
        name, _, inner = word.partition(":")
        name, _, default = name.partition("=")
        members[name.rstrip("!")] = (name.endswith("!"), default, inner)
    found = []
    unknown = [name for name in value if name not in members]
    if unknown:
        return [f"{path}: not in the form: {unknown}"]
    if list(value) != [name for name in members if name in value]:
        found.append(f"{path}: order {list(value)}")
    for name, (required, default, inner) in members.items():
        if name not in value:
            if required:
                found.append(f"{path}: {name} is missing")
            continue
        item = value[name]
        if not required and (item in ("", [], {}) or str(item) == default):
            found.append(f"{path}.{name}: a default is written")
        if inner.startswith("["):
            for index, part in enumerate(item):
                found += form_complaints(part, inner[1:-1], f"{path}.{name}[{index}]")
        elif inner:
            found += form_complaints(item, inner, f"{path}.{name}")
    return found


def check_form(plan, text, _facts):
    found = form_complaints(plan, "file")
    if written(plan) + "\n" != text:
        found.append("the text is not canonical")
    raw = text.encode("utf-8")
    if len(raw) > RAW_LIMIT or len(zlib.compress(raw, 9)) > PACKED_LIMIT:
        found.append(f"{len(raw)} bytes, {len(zlib.compress(raw, 9))} deflated")
    return found


# --- the facts --------------------------------------------------------------------------------------------

def row_of(measure, parties):
    """What the file says of a measure, in the words of the facts table."""
    period = measure["period"]
    spans = ";".join(f"{span.get('from', '')}..{span.get('to', '')}" for span in period.get("spans", []))
    signs = {"atLeast": ">=", "equal": "=", "atMost": "<="}
    targets = [f"{signs[target.get('comparator', 'atLeast')]}{target['value']} "
               + " ".join(filter(None, (target["unit"], target.get("scope"))))
               for target in measure.get("targets", [])]
    return {"number": measure.get("number", ""), "section": measure.get("section", "").removeprefix("s-"),
            "period": period["text"], "spans": spans, "kind": period["kind"],
            "review": "yes" if "review" in period else "no",
            "responsible": "|".join(measure.get("responsibleText", [])), "targets": "|".join(targets)}


def check_facts(plan, _text, facts):
    found = []
    if len(plan["measures"]) != len(facts):
        return [f"{len(plan['measures'])} measures, {len(facts)} facts"]
    for measure, fact in zip(plan["measures"], facts, strict=True):
        for name, value in row_of(measure, plan["parties"]).items():
            if value != fact[name]:
                found.append(f"{measure['id']} {name}: {value!r}, the fact is {fact[name]!r}")
    used = list(dict.fromkeys(fact["section"] for fact in facts if fact["section"]))
    if [section["id"] for section in plan.get("sections", [])] != [f"s-{name}" for name in used]:
        found.append("sections")
    return found


RULES = {"yearly": "FREQ=YEARLY", "yearly in March": "FREQ=YEARLY;BYMONTH=3",
         "yearly in September": "FREQ=YEARLY;BYMONTH=9", "yearly in December": "FREQ=YEARLY;BYMONTH=12",
         "yearly in H1": None, "yearly in Q3": None, "at least once a year in every school": None}


def check_recurrence(plan, _text, facts):
    found = []
    for measure, fact in zip(plan["measures"], facts):
        recurrence = measure["period"].get("recurrence")
        if (recurrence is None) != (fact["recurrence"] == ""):
            found.append(f"{measure['id']}: recurrence {recurrence}, the fact is {fact['recurrence']!r}")
        elif recurrence and (recurrence.get("rule") != RULES[fact["recurrence"]] or not recurrence.get("text")):
            found.append(f"{measure['id']}: {recurrence}")
    return found


def check_precision(plan, _text, _facts):
    """A span may not be finer than the precision says."""
    found = []
    for measure in plan["measures"]:
        period = measure["period"]
        precision = period.get("precision", "none")
        if (precision == "none") != (period["kind"] == "unscheduled"):
            found.append(f"{measure['id']}: precision {precision} of kind {period['kind']}")
        months = {"month": 1, "quarter": 3, "half": 6}.get(precision)
        for span in period.get("spans", []) if months else []:
            start, after = day(span["from"]), day(span["to"]) + datetime.timedelta(days=1)
            if start.day != 1 or after.day != 1 or (start.month - 1) % months or (after.month - 1) % months:
                found.append(f"{measure['id']}: {span} is no {precision}")
    return found


def check_parties(plan, _text, facts):
    """Every printed spelling is one party, and the ids follow the printed order, lead first."""
    owners = {}
    for party in plan["parties"]:
        for spelling in [party["name"], *party.get("aliases", [])]:
            owners.setdefault(spelling, []).append(party["id"])
    found = [f"«{name}» is spelt by {ids}" for name, ids in owners.items() if len(ids) != 1]
    found += [f"{party['id']}: a person" for party in plan["parties"] if party["kind"] == "person"]
    found += [f"{party['id']}: {len(party['name'])} characters" for party in plan["parties"]
              if len(party["name"]) > 60]
    for measure, fact in zip(plan["measures"], facts):
        printed = fact["responsible"].split("|") if fact["responsible"] else []
        ids = list(dict.fromkeys(owners.get(name, ["?"])[0] for name in printed))
        if ids != measure.get("responsible", []):
            found.append(f"{measure['id']}: {measure.get('responsible')} for {printed}")
    return found


# --- the made-up part -------------------------------------------------------------------------------------

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
            found += progress_complaints(f"{measure['id']} {unit.get('school') or unit.get('id')}", unit, as_of)
        if not units:
            continue
        mean = int(sum(unit.get("percent", 0) for unit in units) / len(units) + 0.5)
        states = {unit["state"] for unit in units}
        state = "done" if states == {"done"} else "inProgress" if states != {"notStarted"} else "notStarted"
        last = max((unit.get("doneDate", "") for unit in units), default="") if state == "done" else ""
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
        spans = [{side: unit[side] for side in ("from", "to") if side in unit}
                 for unit in plan.get("occurrences", []) if unit["measure"] == measure["id"]]
        if spans and (spans != measure["period"]["spans"]
                      or measure["period"]["kind"] not in ("several", "recurring")):
            found.append(f"{measure['id']}: occurrences {spans}")
        for item in measure.get("items", []):
            period = item.get("period")
            if period and (period["text"] not in measure["period"]["text"]
                           or period["spans"][0] not in measure["period"]["spans"]):
                found.append(f"{item['id']}: period {period}")
    known = {measure["id"] for measure in plan["measures"]}
    found += [f"a unit of {unit['measure']}" for unit in plan["marks"] + plan.get("occurrences", [])
              if unit["measure"] not in known]
    return found


def dependency_order(measures):
    """The ids that can be put in order; fewer than all when there is a cycle or a missing id."""
    waiting = {measure["id"]: set(measure.get("dependsOn", [])) for measure in measures}
    ordered = set()
    while ready := {name for name, needs in waiting.items() if needs <= ordered and name not in ordered}:
        ordered |= ready
    return ordered


def check_references(plan, _text, _facts):
    parties = {party["id"]: party for party in plan["parties"]}
    schools = {school["id"] for school in plan["schools"]}
    found = []
    for name in ("sections", "parties", "measures", "schools", "indicators", "baselines"):
        ids = [entry["id"] for entry in plan.get(name, [])]
        if len(set(ids)) != len(ids) or not all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text) for text in ids):
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
    found += [f"value of {value['school']}" for entry in plan["indicators"] for value in entry["values"]
              if value["school"] not in schools]
    spans = {measure["id"]: measure["period"].get("spans", []) for measure in plan["measures"]}
    found += [f"baseline of {period['measure']}" for entry in plan.get("baselines", [])
              for period in entry["periods"] if period["spans"] == spans.get(period["measure"], period["spans"])]
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
    used = ([("riskFactors", risk["factor"]) for risk in school.get("risks", [])]
            + [("documentKinds", document["kind"]) for document in school.get("documents", [])]
            + [("monitoringStages", stage["stage"]) for stage in school.get("stages", [])])
    found += [f"{where}: {key} is not in {name}" for name, key in used
              if key not in {word["key"] for word in words.get(name, [])}]
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
            found.append(f"{entry['id']}: baseline {entry['baseline']}, first values give {share:.1f}")
        found += [f"{entry['id']}: {value}" for value in entry["values"]
                  if value["date"] > as_of or not 0 <= value["numerator"] <= value["denominator"]
                  or abs(100 * value["numerator"] / value["denominator"] - value["value"]) > 0.051]
    return found


def due_day(measure):
    spans = measure["period"].get("spans", [])
    return spans[-1].get("to", "") if spans else ""


def is_late(plan, measure):
    """Late at the as-of date by the rules of made-up plans (no done date lies after it)."""
    as_of = plan["plan"]["asOf"]
    occurrences = [unit for unit in plan.get("occurrences", []) if unit["measure"] == measure["id"]]
    units = [(unit["state"], unit.get("to", "")) for unit in occurrences] or [(measure["state"], due_day(measure))]
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


# --- words ------------------------------------------------------------------------------------------------

PERSON = re.compile(r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.|[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+"
                    r"|\b[А-ЯЁ][а-яё]+(?:ович|евич|ьич|овна|евна|ична)(?:а|у|ем|ы|е|ой)?\b")
PRINTED = re.compile(r"\.(aliases|responsibleText)\[|\.period\.text$|\.targets\[\d+\]\.(text|unit)$"
                     r"|\.recurrence\.rule$|\.url$|\.link$|^\.plan\.id$")
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
    """Made-up progress never shows a measure of a school that exists as late, done late or given up."""
    found = []
    for measure in plan["measures"]:
        texts = [measure["title"], *measure.get("responsibleText", [])]
        if not any(REAL_SCHOOL.search(text) for text in texts):
            continue
        if (is_late(plan, measure) or measure["state"] in ("notDone", "moved", "cancelled")
                or measure.get("doneDate", "") > due_day(measure)):
            found.append(f"{measure['id']}: {measure['state']} {measure.get('doneDate', '')}")
    return found


# --- with the seeds ---------------------------------------------------------------------------------------

def seed_row(row):
    """A row of the seeds in the words of the facts table."""
    return {"number": row["no"] or "", "section": row["section"] or "", "period": row["period_text"] or "",
            "spans": ";".join((span["from"] or "") + ".." + (span["to"] or "") for span in row["periods"]),
            "kind": row["kind"], "review": "yes" if row["needs_review"] else "no",
            "recurrence": row["recurrence"] or "", "responsible": "|".join(row["responsible"]),
            "targets": "|".join(f"{target['op']}{target['value']} {target['unit']}" for target in row["targets"])}


def check_seeds(slug, plan, facts, seeds):
    rows = json.loads((seeds / f"{slug}.rows.json").read_text(encoding="utf-8"))["rows"]
    short = json.loads((seeds / f"{slug}.short.json").read_text(encoding="utf-8"))
    found = [] if len(rows) == len(facts) else [f"{len(rows)} rows, {len(facts)} facts"]
    for index, (row, fact) in enumerate(zip(rows, facts)):
        wanted = seed_row(row) | {"slug": slug, "index": str(index)}
        found += [f"row {index} {name}: {fact[name]!r}, the seed says {value!r}"
                  for name, value in wanted.items() if fact[name] != value]
    for measure, wording in zip(plan["measures"], short["rows"]):
        if (measure["title"], measure.get("result")) != (wording["short_title"], wording["short_result"]):
            found.append(f"{measure['id']}: title or result is not the short wording")
    titles = [section["title"] for section in plan.get("sections", [])]
    if plan["plan"]["title"] != short["plan"] or titles != list(short["sections"].values()):
        found.append("the title of the plan or of a section")
    return found


def word_runs(text, size):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start:start + size]) for start in range(len(words) - size + 1)}


def check_own_wording(slug, plan, seeds):
    """No eight words in a row as in the source, printed facts aside."""
    source = word_runs((seeds / f"{slug}.txt").read_text(encoding="utf-8"), 8)
    return [f"{path}: {text}" for path, text in strings(plan)
            if not PRINTED.search(path) and word_runs(text, 8) & source]


def check_generator(samples, seeds):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, str(ROOT / "tools" / "make_samples.py"), "--seeds", str(seeds),
                              "--out", folder], capture_output=True, text=True, check=False)
        if run.returncode:
            return [run.stderr.strip() or f"exit code {run.returncode}"]
        return [f"{slug}: the committed file differs" for slug in COUNTS
                if (pathlib.Path(folder) / f"{slug}.vekha.json").read_bytes()
                != (samples / f"{slug}.vekha.json").read_bytes()]


CHECKS = (check_form, check_facts, check_recurrence, check_precision, check_parties, check_progress, check_units,
          check_references, check_schools, check_picture, check_words, check_no_real_school_fails)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seeds", type=pathlib.Path, default=ROOT.parent / "shared" / "seeds")
    parser.add_argument("--samples", type=pathlib.Path, default=ROOT / "assets" / "samples")
    arguments = parser.parse_args()
    results = Results()
    facts = read_facts(ROOT / "tests" / "data" / "sample_facts.tsv")
    results.add("the facts table has 265 rows", [] if {slug: len(rows) for slug, rows in facts.items()} == COUNTS
                else [str({slug: len(rows) for slug, rows in facts.items()})])
    plans = {}
    for slug in COUNTS:
        text = (arguments.samples / f"{slug}.vekha.json").read_bytes().decode("utf-8")
        plans[slug] = json.loads(text)
        for check in CHECKS:
            results.add(f"{slug} {check.__name__}", check(plans[slug], text, facts.get(slug, [])))
    if (arguments.seeds / "README.md").is_file():
        for slug, plan in plans.items():
            results.add(f"{slug} check_seeds", check_seeds(slug, plan, facts[slug], arguments.seeds))
            results.add(f"{slug} check_own_wording", check_own_wording(slug, plan, arguments.seeds))
        results.add("the generator gives the committed files", check_generator(arguments.samples, arguments.seeds))
    else:
        results.skip("11 checks against the seed documents", f"{arguments.seeds} is not there")
        results.skipped += 10
    print(f"{results.passed} passed, {results.failed} failed, {results.skipped} skipped")
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
