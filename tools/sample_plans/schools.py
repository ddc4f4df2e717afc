"""Invented schools with everything that is followed about them, made from short tables by rules.

Each school has a pace: `fast`, `steady` or `slow`. Dates, stages of documents and trends follow
from it, so that the same school looks alike everywhere, and nothing lies after the plan's as-of
date. Where a measure of the plan reports the same event (a visit, an upload), the day is taken
from its mark.
"""

import datetime

from .common import EVIDENCE_HOST, compact, working_day, working_day_after

RISK_FACTORS = (
    ("motivation", "Низкая учебная мотивация обучающихся"),
    ("failure", "Высокая доля обучающихся с рисками учебной неуспешности"),
    ("competence", "Недостаточная предметная и методическая компетентность педагогов"),
    ("staff", "Дефицит педагогических кадров"),
    ("parents", "Низкий уровень вовлеченности родителей"),
    ("equipment", "Низкий уровень оснащения школы"),
    ("environment", "Пониженное качество школьной среды"),
    ("language", "Языковые и культурные барьеры"),
)
DOCUMENT_KINDS = {
    "concept": "Концепция развития",
    "programme": "Среднесрочная программа развития",
    "antirisk": "Антирисковая программа",
    "roadmap": "Дорожная карта школы",
    "agreement": "Договор о сотрудничестве школ",
    "transition": "Программа перехода в эффективный режим",
}
STAGES = (("stage1", "Мониторинг, 1-й этап"), ("stage2", "Мониторинг, 2-й этап"))

UPLOAD_SHIFT = {"fast": -10, "steady": -4, "slow": 5}
VISIT_SHIFT = {"fast": 0, "steady": 1, "slow": 7}
# What happens how many days after the upload, as far as a school of that pace gets.
DOCUMENT_PATHS = {
    "fast": (("submitted", 0), ("confirmed", 4), ("expertCheck", 18), ("accepted", 33)),
    "steady": (("submitted", 0), ("confirmed", 6), ("expertCheck", 27), ("accepted", 48)),
    "slow": (("submitted", 0), ("confirmed", 11), ("expertCheck", 34), ("returned", 52)),
}
TRENDS = {"fast": ("better", "better"), "steady": ("better", "same"), "slow": ("same", "worse")}


def school_id(index):
    return f"sch-{index + 1:02d}"


def municipalities(spec):
    """The municipalities of the schools, in the order of the table."""
    return list(dict.fromkeys(municipality for _, municipality, _, _ in spec["list"]))


def school_parties(spec):
    """Curators and school coordinators, as roles and never as persons."""
    parties = [
        {"id": f"p-curator-{number}", "name": f"Куратор {number} (учебный пример)", "kind": "role"}
        for number in range(1, spec["curators"] + 1)
    ]
    for number, municipality in enumerate(municipalities(spec), start=1):
        parties.append(
            {
                "id": f"p-coordinator-{number}",
                "name": f"Школьный координатор, {municipality} (учебный пример)",
                "kind": "role",
            }
        )
    return parties


def _counts(entry, index, marks):
    """Whether an event is expected of a school: its measure, if it has one, must apply there."""
    return "measure" not in entry or any(
        mark["school"] == school_id(index) for mark in marks if mark["measure"] == entry["measure"]
    )


def _done_days(marks, measure):
    """School id → day on which the measure was done there."""
    return {
        mark["school"]: mark["doneDate"]
        for mark in marks
        if mark["measure"] == measure and mark["state"] == "done"
    }


def _event_day(entry, index, pace, shifts, marks, as_of):
    """The day of an event at a school: that of its measure's mark, else the due day by pace."""
    if "measure" in entry:
        return _done_days(marks, entry["measure"]).get(school_id(index), "")
    due = datetime.date.fromisoformat(entry["due"])
    day = working_day(due + datetime.timedelta(days=shifts[pace] + index % 3)).isoformat()
    return day if day <= as_of else ""


def _risks(spec, index, pace, visited):
    factors = spec["riskFactors"]
    risks = []
    for place in range(3 if pace != "fast" else 2):
        key = factors[(index + place * (1 + index % 2)) % len(factors)]
        level = ("high", "medium", "low")[place] if pace != "fast" else ("medium", "low")[place]
        chosen = place == 0 or (place == 1 and pace == "slow")
        trend = TRENDS[pace][place] if chosen and visited else ""
        risks.append(
            compact(
                ("factor", key),
                ("level", level),
                ("verified", bool(visited)),
                ("chosen", chosen),
                ("trend", trend),
            )
        )
    return risks


def _document_state(entry, upload, pace, as_of):
    """How far a document has come by the as-of date, and since when."""
    if not upload:
        return "none", ""
    if entry.get("accepted"):
        return "accepted", upload
    state, changed = "none", ""
    for step, days in DOCUMENT_PATHS[pace]:
        day = working_day_after(upload, days) if days else upload
        if day <= as_of:
            state, changed = step, day
    return state, changed


def _documents(spec, index, pace, marks, as_of):
    documents = []
    for place, entry in enumerate(spec["documents"]):
        if not _counts(entry, index, marks):
            continue
        upload = _event_day(entry, index, pace, UPLOAD_SHIFT, marks, as_of)
        state, changed = _document_state(entry, upload, pace, as_of)
        identifier = f"d-{index + 1:02d}-{entry['kind']}"
        link = (
            f"{EVIDENCE_HOST}/{spec['slug']}/{identifier}"
            if state == "accepted" and not place
            else ""
        )
        documents.append(
            compact(
                ("id", identifier),
                ("kind", entry["kind"]),
                ("state", state),
                ("due", entry["due"]),
                ("changed", changed),
                ("link", link),
            )
        )
    return documents


def _visits(spec, index, pace, marks, as_of):
    visits = []
    for number, entry in enumerate(spec["visits"]):
        if not _counts(entry, index, marks):
            continue
        if "planned" in entry:
            planned = entry["planned"].split()[index]
        else:
            planned = working_day_after(entry["due"], index * 3 % 15)
        actual = _event_day(entry | {"due": planned}, index, pace, VISIT_SHIFT, marks, as_of)
        results = entry["results"]
        result = results[(index + number) % len(results)] if actual else ""
        visits.append(
            compact(
                ("planned", planned), ("actual", actual), ("aim", entry["aim"]), ("result", result)
            )
        )
    return visits


def _percent(value):
    return f"{value:.1f}".replace(".", ",")


def _change(spec, index, indicators, submitted):
    """What got better, in figures of the indicator that the plan names for it."""
    indicator = next(entry for entry in indicators if entry["id"] == spec["changeIn"])
    values = [
        value["value"]
        for value in indicator["values"]
        if value["school"] == school_id(index) and value["date"] <= submitted
    ]
    if len(values) < 2:
        return ""
    if values[0] == values[-1]:
        return f"{spec['changeName']}: {_percent(values[0])} %, без изменений"
    return f"{spec['changeName']}: {_percent(values[0])} → {_percent(values[-1])} %"


def _stages(spec, index, pace, indicators, marks, as_of):
    stages = []
    for entry in spec.get("stages", ()):
        submitted = _event_day(
            entry, index, pace, {"fast": -4, "steady": -2, "slow": 2}, marks, as_of
        )
        confirmed = working_day_after(submitted, 3 + index % 3) if submitted else ""
        if confirmed > as_of:
            confirmed = ""
        check = ""
        if confirmed and entry.get("checked", "9999") <= as_of and index % 3 == 0:
            check = "remarks" if pace == "slow" else "passed"
        change = _change(spec, index, indicators, submitted) if confirmed else ""
        stages.append(
            compact(
                ("stage", entry["stage"]),
                ("due", entry["due"]),
                ("submitted", submitted),
                ("confirmed", confirmed),
                ("expertCheck", check),
                ("change", change),
            )
        )
    return stages


def _share_values(entry, schools):
    """Numerator, denominator and share: small schools, so one pupil weighs a lot."""
    values = []
    for order, day in enumerate(entry["dates"]):
        for index, (_, _, kinds, pace) in enumerate(schools):
            whole = entry["sizes"][index % len(entry["sizes"])]
            start = entry["from"] + entry["step"] * ((index * 5) % 6)
            if "lowResults" not in kinds and "adverseConditions" not in kinds:
                start *= 0.4 if entry["direction"] == "lowerIsBetter" else 1.2
            share = min(max(start + entry["gain"][pace] * order, 0.0), 1.0)
            part = min(round(whole * share), whole)
            percent = round(100 * part / whole, 1)
            values.append(
                {
                    "school": school_id(index),
                    "date": day,
                    "value": int(percent) if percent == int(percent) else percent,
                    "numerator": part,
                    "denominator": whole,
                }
            )
    return values


def _average(values, day):
    chosen = [value for value in values if value["date"] == day]
    average = round(
        100
        * sum(value["numerator"] for value in chosen)
        / sum(value["denominator"] for value in chosen),
        1,
    )
    return int(average) if average == int(average) else average


def build_indicators(spec):
    """The indicators; the baseline is the share over all schools on the first date."""
    indicators = []
    for entry in spec["indicators"]:
        values = _share_values(entry, spec["list"])
        indicators.append(
            compact(
                ("id", entry["id"]),
                ("name", entry["name"]),
                ("unit", "%"),
                ("direction", entry["direction"]),
                ("source", entry["source"]),
                ("about", entry["about"]),
                ("baseline", _average(values, entry["dates"][0])),
                ("target", entry["target"]),
                ("values", values),
            )
        )
    return indicators


def _donor(index, short_name, municipality, kinds):
    """A school that helps others and is not followed itself."""
    return {
        "id": school_id(index),
        "name": f"Школа «{short_name}» (учебный пример)",
        "shortName": f"«{short_name}»",
        "municipality": municipality,
        "kinds": kinds.split(),
    }


def build_schools(spec, indicators, marks, as_of):
    """The `schools` list of the file."""
    schools = []
    for index, (short_name, municipality, kinds, pace) in enumerate(spec["list"]):
        if spec.get("donorsApart") and "donor" in kinds:
            schools.append(_donor(index, short_name, municipality, kinds))
            continue
        visits = _visits(spec, index, pace, marks, as_of)
        visited = bool(visits) and "actual" in visits[0]
        schools.append(
            compact(
                ("id", school_id(index)),
                ("name", f"Школа «{short_name}» (учебный пример)"),
                ("shortName", f"«{short_name}»"),
                ("municipality", municipality),
                ("kinds", kinds.split()),
                ("curator", f"p-curator-{index % spec['curators'] + 1}"),
                ("coordinator", f"p-coordinator-{municipalities(spec).index(municipality) + 1}"),
                ("risks", _risks(spec, index, pace, visited)),
                ("documents", _documents(spec, index, pace, marks, as_of)),
                ("visits", visits),
                ("stages", _stages(spec, index, pace, indicators, marks, as_of)),
            )
        )
    return schools


def build_dictionaries(spec, schools):
    """The words behind the keys that the schools use."""
    used = {risk["factor"] for school in schools for risk in school.get("risks", ())}
    return compact(
        ("riskFactors", [{"key": key, "name": name} for key, name in RISK_FACTORS if key in used]),
        (
            "documentKinds",
            [
                {"key": entry["kind"], "name": DOCUMENT_KINDS[entry["kind"]]}
                for entry in spec["documents"]
            ],
        ),
        (
            "monitoringStages",
            [
                {"key": key, "name": name}
                for key, name in STAGES
                if any(entry["stage"] == key for entry in spec.get("stages", ()))
            ],
        ),
    )
