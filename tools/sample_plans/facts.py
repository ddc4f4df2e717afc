"""The facts of a plan as the seeds print them, and the period objects made of them.

Nothing is interpreted here beyond the precision: spans, kind, recurrence and review flag are those
of the seeds.
"""

import json
import re

SLUGS = (
    "sevastopol-2021",
    "municipal-2020-2022",
    "dubovskoe-2021",
    "stavropol-2021",
    "yaroslavl-2020-2022",
)

# The seeds say in English how a row repeats. A rule stands only where it gives the very spans: a half
# or a quarter of a year is no RFC 5545 occurrence, and «at least once» is none either.
RECURRENCES = {
    "yearly": ("ежегодно", "FREQ=YEARLY"),
    "yearly in March": ("ежегодно в марте", "FREQ=YEARLY;BYMONTH=3"),
    "yearly in September": ("ежегодно в сентябре", "FREQ=YEARLY;BYMONTH=9"),
    "yearly in December": ("ежегодно в декабре", "FREQ=YEARLY;BYMONTH=12"),
    "yearly in H1": ("ежегодно в первом полугодии", ""),
    "yearly in Q3": ("ежегодно в третьем квартале", ""),
    "at least once a year in every school": ("не реже одного раза в год в каждой школе", ""),
}

# A target's unit ends with the scope it is counted in; the file keeps the two apart.
SCOPES = ("в два месяца", "в месяц", "в год", "на ШНОР")


class SeedsMissing(Exception):
    """The folder with the facts is not there, or not whole."""


def _load(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SeedsMissing(str(path)) from error


def load_plan(folder, slug):
    """Facts and short wording of one plan, joined row by row."""
    plan = _load(folder / f"{slug}.rows.json")
    short = _load(folder / f"{slug}.short.json")
    plan["short_title"] = short["plan"]
    for section in plan["sections"]:
        section["short_title"] = short["sections"][section["id"]]
    for row, wording in zip(plan["rows"], short["rows"], strict=True):
        row["short_title"] = wording["short_title"]
        row["short_result"] = wording["short_result"]
    return plan


def measure_id(row, index):
    """`m-1-08` for row 8 of section 1; `m-08` without sections; counted from 1 without numbers."""
    if row["no"] is None:
        return f"m-{index + 1:02d}"
    number = int(row["no"].rstrip(".").split(".")[-1])
    section = f"{row['section']}-" if row["section"] else ""
    return f"m-{section}{number:02d}"


def spans_of(row):
    return [{side: span[side] for side in ("from", "to") if span[side]} for span in row["periods"]]


def precision_of(row):
    """How exactly the words name the days."""
    text = (row["period_text"] or "").lower()
    if row["kind"] == "unscheduled":
        return ""
    if row["kind"] in ("day", "deadline") or re.search(r"\d\d\.\d\d\.", text):
        return "day"
    if "квартал" in text:
        return "quarter"
    if "полугодие" in text:
        return "half"
    if re.search(r"янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек", text):
        return "month"
    return "year"


def period_of(row, review_reason):
    """The period object of FORMAT.md; a reading of the source, so `setBy` keeps its default."""
    period = {"text": row["period_text"] or "", "kind": row["kind"]}
    if row["periods"]:
        period["spans"] = spans_of(row)
    if row["recurrence"]:
        text, rule = RECURRENCES[row["recurrence"]]
        period["recurrence"] = {"text": text, "rule": rule} if rule else {"text": text}
    if precision_of(row):
        period["precision"] = precision_of(row)
    if row["needs_review"]:
        period["review"] = {"reason": review_reason}
    return period


def target_of(target, actual):
    """A target of the seeds with what was reached, if that was reported."""
    unit, scope = target["unit"], ""
    for ending in SCOPES:
        if unit.endswith(f" {ending}"):
            unit, scope = unit[: -len(ending) - 1], ending
            break
    result = {"text": target["text"]}
    if target["op"] == "=":
        result["comparator"] = "equal"
    result |= {"value": target["value"], "unit": unit}
    if scope:
        result["scope"] = scope
    if actual:
        result |= {"actualValue": actual[0], "actualDate": actual[1]}
    return result


def _cell(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def facts_table(folder):
    """The table of facts kept in `tests/data/`: one row a line, columns named in the first."""
    lines = [
        "slug\tindex\tnumber\tsection\tperiod\tspans\tkind\treview"
        "\trecurrence\tresponsible\ttargets"
    ]
    for slug in SLUGS:
        for index, row in enumerate(load_plan(folder, slug)["rows"]):
            spans = ";".join(f"{span['from'] or ''}..{span['to'] or ''}" for span in row["periods"])
            targets = "|".join(
                f"{target['op']}{target['value']} {target['unit']}" for target in row["targets"]
            )
            cells = (
                slug,
                str(index),
                row["no"] or "",
                row["section"] or "",
                row["period_text"] or "",
                spans,
                row["kind"],
                "yes" if row["needs_review"] else "no",
                row["recurrence"] or "",
                "|".join(row["responsible"]),
                targets,
            )
            lines.append("\t".join(_cell(cell) for cell in cells))
    return "\n".join(lines) + "\n"
