#!/usr/bin/env python3
"""Checks the five sample plans against the facts, the file form and the rules of made-up data.

The facts stand in `tests/data/sample_facts.tsv`; when the folder with the seed documents lies
beside the project, that table, the wording and the generator are checked against the seeds too.
Nothing here is shared with the generator. The last line says how many checks passed, failed and
were skipped.

    tests/checks/samples_check.py [--seeds DIR] [--samples DIR]
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import sample_facts  # noqa: E402  (the path is set above)
import sample_form  # noqa: E402
import sample_rules  # noqa: E402

COUNTS = {
    "sevastopol-2021": 88,
    "municipal-2020-2022": 33,
    "dubovskoe-2021": 19,
    "stavropol-2021": 77,
    "yaroslavl-2020-2022": 48,
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

    def run(self, name, check, *inputs):
        """A file so broken that the check stumbles over it fails that check, not the run."""
        try:
            self.add(name, check(*inputs))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            self.add(name, [f"cannot be checked: {error!r}"])

    def skip(self, count, why):
        self.skipped += count
        print(f"SKIP {count} checks: {why}")


def check_generator(samples, seeds):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [
                sys.executable,
                str(ROOT / "tools" / "make_samples.py"),
                "--seeds",
                str(seeds),
                "--out",
                folder,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            return [run.stderr.strip() or f"exit code {run.returncode}"]
        return [
            f"{slug}: the committed file differs"
            for slug in COUNTS
            if (pathlib.Path(folder) / f"{slug}.vekha.json").read_bytes()
            != (samples / f"{slug}.vekha.json").read_bytes()
        ]


CHECKS = (
    sample_form.check_form,
    sample_facts.check_facts,
    sample_facts.check_recurrence,
    sample_facts.check_precision,
    sample_facts.check_parties,
    sample_rules.check_progress,
    sample_rules.check_units,
    sample_rules.check_references,
    sample_rules.check_schools,
    sample_rules.check_picture,
    sample_rules.check_words,
    sample_rules.check_no_real_school_fails,
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seeds", type=pathlib.Path, default=ROOT.parent / "shared" / "seeds")
    parser.add_argument("--samples", type=pathlib.Path, default=ROOT / "assets" / "samples")
    arguments = parser.parse_args()
    results = Results()
    facts = sample_facts.read_facts(ROOT / "tests" / "data" / "sample_facts.tsv")
    results.add(
        "the facts table has 265 rows",
        []
        if {slug: len(rows) for slug, rows in facts.items()} == COUNTS
        else [str({slug: len(rows) for slug, rows in facts.items()})],
    )
    plans = {}
    for slug in COUNTS:
        text = (arguments.samples / f"{slug}.vekha.json").read_bytes().decode("utf-8")
        plans[slug] = json.loads(text)
        for check in CHECKS:
            results.run(f"{slug} {check.__name__}", check, plans[slug], text, facts.get(slug, []))
    if (arguments.seeds / "README.md").is_file():
        for slug, plan in plans.items():
            results.run(
                f"{slug} check_seeds",
                sample_facts.check_seeds,
                slug,
                plan,
                facts.get(slug, []),
                arguments.seeds,
            )
            results.run(
                f"{slug} check_own_wording",
                sample_facts.check_own_wording,
                slug,
                plan,
                arguments.seeds,
            )
        results.run(
            "the generator gives the committed files",
            check_generator,
            arguments.samples,
            arguments.seeds,
        )
    else:
        results.skip(2 * len(plans) + 1, f"the seed documents are not there ({arguments.seeds})")
    print(f"{results.passed} passed, {results.failed} failed, {results.skipped} skipped")
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
