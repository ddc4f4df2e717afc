"""The committed hostile files are the ones that their generator makes, each place counted afresh."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from make_hostile import FOLDER, make  # noqa: E402

MIN_FILES = 150


def complaints():
    cases = make()
    wanted = dict(cases.files)
    wanted["expected.tsv"] = cases.table().encode("utf-8")
    present = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    if len(cases.files) < MIN_FILES:
        yield f"only {len(cases.files)} files"
    for name in sorted(wanted.keys() | present.keys()):
        if wanted.get(name) != present.get(name):
            yield f"{name} is not what tests/support/make_hostile.py makes; run it and look at the difference"


def main():
    found = list(complaints())
    for line in found:
        print(line)
    print(f"{0 if found else 1} passed, {len(found)} failed, 0 skipped")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
