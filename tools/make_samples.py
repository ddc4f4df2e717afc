#!/usr/bin/env python3
"""Writes the five sample plans of `assets/samples/` and the table of facts of `tests/data/`.

Facts (numbers, periods, executors, targets) and our short wording come from the seeds folder;
parties, progress and schools from the modules beside this script (`sample_plans/`). Same input,
same bytes.

    tools/make_samples.py [--seeds DIR] [--out DIR]   write the five plans
    tools/make_samples.py --facts [--seeds DIR]       write tests/data/sample_facts.tsv
"""

import argparse
import importlib
import pathlib
import sys

sys.dont_write_bytecode = True

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from sample_plans import common, facts, schools  # noqa: E402  (the path is set above)

DEMO_REASON = (
    "Демонстрационные данные: ход работ, отчеты, школы и показатели выдуманы. Мероприятия, сроки "
    "и ответственные взяты из опубликованного плана, формулировки сокращены."
)
LEVELS = {"regional": "region", "municipal": "municipality"}


class Builder:
    """Joins the facts of one plan with its hand-made part."""

    def __init__(self, plan, made, slug):
        self.plan = plan
        self.made = made
        self.slug = slug
        self.year = int(made.AS_OF[:4])
        self.ids = [facts.measure_id(row, index) for index, row in enumerate(plan["rows"])]
        self.marks = []
        self.occurrences = []

    def progress(self, owner, report):
        """The members of *progress* in the order of the form."""
        evidence = []
        if report["proof"]:
            evidence = [
                {"title": report["proof"], "url": f"{common.EVIDENCE_HOST}/{self.slug}/{owner}"}
            ]
        return common.compact(
            ("state", report["state"]),
            ("reason", report["reason"]),
            ("percent", report["percent"] or None),
            ("doneDate", report["doneDate"]),
            ("note", report["note"]),
            ("evidence", evidence),
        )

    def party_of(self, spelling):
        """The id of the one party that is spelt so."""
        found = [
            identifier
            for identifier, name, _, aliases in self.made.PARTIES
            if spelling == name or spelling in aliases
        ]
        if len(found) != 1:
            raise ValueError(f"{self.slug}: «{spelling}» belongs to {len(found)} parties")
        return found[0]

    def school_ids(self, scope):
        """`all`, or the numbers of the schools that count."""
        if scope == "all":
            return [schools.school_id(index) for index in range(len(self.made.SCHOOLS["list"]))]
        return [f"sch-{number}" for number in scope.split()]

    def add_marks(self, measure):
        """Marks of the measure; returns their reports."""
        scope, tokens, *year = self.made.MARKS[measure]
        reports = common.reports_of_tokens(tokens, year[0] if year else self.year)
        for school, report in zip(self.school_ids(scope), reports, strict=True):
            self.marks.append(
                {"measure": measure, "school": school} | self.progress(measure, report)
            )
        return reports

    def add_occurrences(self, measure, row):
        """Occurrences with exactly the spans of the period; returns their reports."""
        tokens = self.made.OCCURRENCES[measure]
        reports = common.reports_of_tokens(tokens, self.year)
        for span, report in zip(facts.spans_of(row), reports, strict=True):
            self.occurrences.append({"measure": measure} | span | self.progress(measure, report))
        return reports

    def items(self, measure, row):
        """The sub-items: `(title, report or None)`, or `(title, period text)` with a span."""
        items, reports = [], []
        spans = facts.spans_of(row)
        for index, (title, detail) in enumerate(self.made.ITEMS.get(measure, ())):
            item = {"id": f"{measure}-{index + 1}", "title": title}
            if isinstance(detail, str):
                kind = "month" if spans[index]["from"][:7] == spans[index]["to"][:7] else "range"
                item["period"] = {
                    "text": detail,
                    "kind": kind,
                    "spans": [spans[index]],
                    "precision": "month",
                }
            elif detail:
                item |= self.progress(f"{measure}-{index + 1}", detail)
                reports.append(detail)
            items.append(item)
        return items, reports

    def measure(self, index, row):
        """One measure, its marks and occurrences put aside."""
        made, identifier = self.made, self.ids[index]
        items, item_reports = self.items(identifier, row)
        report = made.PROGRESS.get(identifier, common.waiting())
        units = item_reports
        applies_to = {}
        if identifier in made.MARKS:
            units = self.add_marks(identifier)
            scope = made.MARKS[identifier][0]
            applies_to = (
                {"scope": "all"}
                if scope == "all"
                else {"scope": "listed", "ids": self.school_ids(scope)}
            )
        elif identifier in made.OCCURRENCES:
            units = self.add_occurrences(identifier, row)
        if units:
            report = common.derived(units, report["note"], report["proof"])
        targets = [
            facts.target_of(target, made.TARGETS.get((identifier, place)))
            for place, target in enumerate(row["targets"])
        ]
        return common.compact(
            ("id", identifier),
            ("number", row["no"]),
            ("section", f"s-{row['section']}" if row["section"] else ""),
            ("title", row["short_title"]),
            ("period", facts.period_of(row, made.REVIEWS.get(identifier))),
            (
                "responsible",
                list(dict.fromkeys(self.party_of(name) for name in row["responsible"])),
            ),
            ("responsibleText", row["responsible"]),
            ("result", row["short_result"]),
            ("targets", targets),
            *self.progress(identifier, report).items(),
            ("schools", applies_to),
            ("dependsOn", made.DEPENDS_ON.get(identifier)),
            ("items", items),
        )

    def baselines(self):
        """The periods of an earlier edition, where they differ from today's."""
        return [
            common.compact(
                ("id", baseline["id"]),
                ("title", baseline["title"]),
                ("date", baseline["date"]),
                (
                    "periods",
                    [
                        {"measure": identifier, "spans": baseline["shifted"][identifier]}
                        for identifier in self.ids
                        if identifier in baseline["shifted"]
                    ],
                ),
            )
            for baseline in self.made.BASELINES
        ]

    def sections(self):
        return [
            common.compact(
                ("id", f"s-{section['id']}"),
                ("number", section["id"] if len(section["id"]) < 4 else ""),
                ("title", section["short_title"]),
                ("order", order + 1),
            )
            for order, section in enumerate(self.plan["sections"])
        ]

    def parties(self):
        return [
            common.compact(("id", identifier), ("name", name), ("kind", kind), ("aliases", aliases))
            for identifier, name, kind, aliases in self.made.PARTIES
        ] + schools.school_parties(self.made.SCHOOLS)

    def document(self):
        """The whole file as plain data, members in the order of the form."""
        made, plan = self.made, self.plan
        measures = [self.measure(index, row) for index, row in enumerate(plan["rows"])]
        spec = made.SCHOOLS | {"slug": self.slug}
        indicators = schools.build_indicators(spec)
        school_list = schools.build_schools(spec, indicators, self.marks, made.AS_OF)
        head = common.compact(
            ("id", self.slug),
            ("title", plan["short_title"]),
            ("language", "ru"),
            ("level", LEVELS[plan["level"]]),
            ("territory", made.TERRITORY),
            ("from", plan["plan_from"]),
            ("to", plan["plan_to"]),
            ("asOf", made.AS_OF),
            ("approval", made.APPROVAL),
            ("demo", {"reason": DEMO_REASON}),
        )
        return {
            "format": "vekha.roadmap",
            "version": 0,
            "minReader": 0,
            "plan": head,
        } | common.compact(
            ("sections", self.sections()),
            ("parties", self.parties()),
            ("measures", measures),
            ("marks", self.marks),
            ("occurrences", self.occurrences),
            ("schools", school_list),
            ("indicators", indicators),
            ("calendar", [common.CALENDAR_2021]),
            ("dictionaries", schools.build_dictionaries(spec, school_list)),
            ("baselines", self.baselines()),
        )

    def check_keys(self):
        """A report that names no measure is a slip of the table."""
        for name in ("PROGRESS", "ITEMS", "MARKS", "OCCURRENCES", "REVIEWS", "DEPENDS_ON"):
            unknown = set(getattr(self.made, name)) - set(self.ids)
            if unknown:
                raise ValueError(f"{self.slug}: {name} names no measure: {sorted(unknown)}")


def sample_text(folder, slug):
    """The canonical text of one sample."""
    made = importlib.import_module(f"sample_plans.{slug.replace('-', '_')}")
    builder = Builder(facts.load_plan(folder, slug), made, slug)
    builder.check_keys()
    return common.canonical(builder.document())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seeds", type=pathlib.Path, default=ROOT.parent / "shared" / "seeds")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "assets" / "samples")
    parser.add_argument("--facts", action="store_true", help="write the table of facts instead")
    arguments = parser.parse_args()
    try:
        if arguments.facts:
            path = ROOT / "tests" / "data" / "sample_facts.tsv"
            path.write_text(facts.facts_table(arguments.seeds), encoding="utf-8")
            print(path.relative_to(ROOT))
            return 0
        texts = {slug: sample_text(arguments.seeds, slug) for slug in facts.SLUGS}
    except facts.SeedsMissing as error:
        print(
            f"make_samples: the seed documents are not there: {error} is missing.\n"
            "They lie beside the project (../shared/seeds); name another folder with --seeds.\n"
            "Nothing was written: the committed samples are complete without them.",
            file=sys.stderr,
        )
        return 2
    arguments.out.mkdir(parents=True, exist_ok=True)
    for slug, text in texts.items():
        path = arguments.out / f"{slug}.vekha.json"
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(text.encode('utf-8'))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
