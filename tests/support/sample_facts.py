"""What the sample plans say, against the table of facts and, where they are, the seed documents.

A check returns its complaints, none when it passes.
"""

import datetime
import json
import re

from sample_rules import PRINTED, day, strings


def read_facts(path):
    """slug → its rows, a row as name → text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    facts = {}
    for line in lines[1:]:
        cells = [
            re.sub(r"\\(.)", lambda hit: {"n": "\n", "t": "\t"}.get(hit[1], hit[1]), cell)
            for cell in line.split("\t")
        ]
        facts.setdefault(cells[0], []).append(dict(zip(names, cells, strict=True)))
    return facts


def row_of(measure, parties):
    """What the file says of a measure, in the words of the facts table."""
    period = measure["period"]
    spans = ";".join(
        f"{span.get('from', '')}..{span.get('to', '')}" for span in period.get("spans", [])
    )
    signs = {"atLeast": ">=", "equal": "=", "atMost": "<="}
    targets = [
        f"{signs[target.get('comparator', 'atLeast')]}{target['value']} "
        + " ".join(filter(None, (target["unit"], target.get("scope"))))
        for target in measure.get("targets", [])
    ]
    return {
        "number": measure.get("number", ""),
        "section": measure.get("section", "").removeprefix("s-"),
        "period": period["text"],
        "spans": spans,
        "kind": period["kind"],
        "review": "yes" if "review" in period else "no",
        "responsible": "|".join(measure.get("responsibleText", [])),
        "targets": "|".join(targets),
    }


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


RULES = {
    "yearly": "FREQ=YEARLY",
    "yearly in March": "FREQ=YEARLY;BYMONTH=3",
    "yearly in September": "FREQ=YEARLY;BYMONTH=9",
    "yearly in December": "FREQ=YEARLY;BYMONTH=12",
    "yearly in H1": None,
    "yearly in Q3": None,
    "at least once a year in every school": None,
}


def check_recurrence(plan, _text, facts):
    found = []
    for measure, fact in zip(plan["measures"], facts):
        recurrence = measure["period"].get("recurrence")
        if (recurrence is None) != (fact["recurrence"] == ""):
            found.append(
                f"{measure['id']}: recurrence {recurrence}, the fact is {fact['recurrence']!r}"
            )
        elif recurrence and (
            recurrence.get("rule") != RULES[fact["recurrence"]] or not recurrence.get("text")
        ):
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
            edges = [day(span["from"]), day(span["to"]) + datetime.timedelta(days=1)]
            if any(edge.day != 1 or (edge.month - 1) % months for edge in edges):
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
    found += [
        f"{party['id']}: {len(party['name'])} characters"
        for party in plan["parties"]
        if len(party["name"]) > 60
    ]
    for measure, fact in zip(plan["measures"], facts):
        printed = fact["responsible"].split("|") if fact["responsible"] else []
        ids = list(dict.fromkeys(owners.get(name, ["?"])[0] for name in printed))
        if ids != measure.get("responsible", []):
            found.append(f"{measure['id']}: {measure.get('responsible')} for {printed}")
    return found


def seed_row(row):
    """A row of the seeds in the words of the facts table."""
    return {
        "number": row["no"] or "",
        "section": row["section"] or "",
        "period": row["period_text"] or "",
        "spans": ";".join(
            (span["from"] or "") + ".." + (span["to"] or "") for span in row["periods"]
        ),
        "kind": row["kind"],
        "review": "yes" if row["needs_review"] else "no",
        "recurrence": row["recurrence"] or "",
        "responsible": "|".join(row["responsible"]),
        "targets": "|".join(
            f"{target['op']}{target['value']} {target['unit']}" for target in row["targets"]
        ),
    }


def check_seeds(slug, plan, facts, seeds):
    rows = json.loads((seeds / f"{slug}.rows.json").read_text(encoding="utf-8"))["rows"]
    short = json.loads((seeds / f"{slug}.short.json").read_text(encoding="utf-8"))
    found = [] if len(rows) == len(facts) else [f"{len(rows)} rows, {len(facts)} facts"]
    for index, (row, fact) in enumerate(zip(rows, facts)):
        wanted = seed_row(row) | {"slug": slug, "index": str(index)}
        found += [
            f"row {index} {name}: {fact[name]!r}, the seed says {value!r}"
            for name, value in wanted.items()
            if fact[name] != value
        ]
    for measure, wording in zip(plan["measures"], short["rows"]):
        if (measure["title"], measure.get("result")) != (
            wording["short_title"],
            wording["short_result"],
        ):
            found.append(f"{measure['id']}: title or result is not the short wording")
    titles = [section["title"] for section in plan.get("sections", [])]
    if plan["plan"]["title"] != short["plan"] or titles != list(short["sections"].values()):
        found.append("the title of the plan or of a section")
    return found


def word_runs(text, size):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def check_own_wording(slug, plan, seeds):
    """No eight words in a row as in the source, printed facts aside."""
    source = word_runs((seeds / f"{slug}.txt").read_text(encoding="utf-8"), 8)
    return [
        f"{path}: {text}"
        for path, text in strings(plan)
        if not PRINTED.search(path) and word_runs(text, 8) & source
    ]
