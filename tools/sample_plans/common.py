"""What the plan modules are written with: reports, tokens, working days, canonical text.

A report says how far a unit of work is, as the file stores it (FORMAT.md, *progress*). The plan
modules name reports by short calls (`done("2021-03-24")`) or, where one line holds many, by tokens:
`03-24` done on that day of the plan's default year, `2020-12-25` done on that day, `60%` in
progress, `-` not started.
"""

import datetime
import json

EVIDENCE_HOST = "https://example.org"

# Public holidays and days off of Russia in 2021 that are not ordinary weekends, the days off by
# decree (4-7 May, 30 October - 7 November) included; the days moved by the government's order; the
# working Saturday.
DAYS_OFF_2021 = [f"2021-01-{day:02d}" for day in range(1, 9)] + [
    "2021-02-22",
    "2021-02-23",
    "2021-03-08",
    "2021-05-01",
    "2021-05-03",
    "2021-05-04",
    "2021-05-05",
    "2021-05-06",
    "2021-05-07",
    "2021-05-09",
    "2021-05-10",
    "2021-06-12",
    "2021-06-14",
    "2021-11-01",
    "2021-11-02",
    "2021-11-03",
    "2021-11-04",
    "2021-11-05",
    "2021-12-31",
]
CALENDAR_2021 = {
    "year": 2021,
    "daysOff": DAYS_OFF_2021,
    "workingSaturdays": ["2021-02-20"],
    "transferred": [
        {"from": "2021-01-02", "to": "2021-11-05"},
        {"from": "2021-01-03", "to": "2021-12-31"},
        {"from": "2021-02-20", "to": "2021-02-22"},
    ],
}


def _report(state, percent=0, day="", note="", proof="", reason=""):
    return {
        "state": state,
        "reason": reason,
        "percent": percent,
        "doneDate": day,
        "note": note,
        "proof": proof,
    }


def done(day, note="", proof=""):
    return _report("done", 100, day, note, proof)


def going(percent, note="", proof=""):
    return _report("inProgress", percent, "", note, proof)


def waiting(note=""):
    return _report("notStarted", 0, "", note)


def not_done(reason, percent=0):
    return _report("notDone", percent, reason=reason)


def moved(reason, percent=0):
    return _report("moved", percent, reason=reason)


def cancelled(reason):
    return _report("cancelled", reason=reason)


def report_of_token(token, year):
    """Reads one token of the notation above."""
    if token == "-":
        return waiting()
    if token.endswith("%"):
        return going(int(token[:-1]))
    return done(token if len(token) == 10 else f"{year}-{token}")


def reports_of_tokens(tokens, year):
    return [report_of_token(token, year) for token in tokens.split()]


def derived(units, note="", proof=""):
    """The report of a measure that consists of units (states.md §4)."""
    percent = (2 * sum(unit["percent"] for unit in units) + len(units)) // (2 * len(units))
    if all(unit["state"] == "done" for unit in units):
        return done(max(unit["doneDate"] for unit in units), note, proof)
    if any(unit["state"] in ("done", "inProgress") for unit in units):
        return going(percent, note, proof)
    return waiting(note)


def working_day(day):
    """The day itself, or the next working day of a five-day week."""
    while day.weekday() >= 5 or day.isoformat() in DAYS_OFF_2021:
        day += datetime.timedelta(days=1)
    return day


def working_day_after(text, days):
    return working_day(
        datetime.date.fromisoformat(text) + datetime.timedelta(days=days)
    ).isoformat()


def compact(*pairs):
    """An object of the pairs in their order, without those that hold nothing."""
    return {name: value for name, value in pairs if value not in ("", None, [], {}, False)}


def canonical(document):
    """The canonical text of FORMAT.md; the numbers must already be int where they are whole."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
