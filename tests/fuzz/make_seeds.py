#!/usr/bin/env python3
"""Makes what the fuzz targets start from (README.md of this folder).

    tests/fuzz/make_seeds.py FOLDER

FOLDER/<target>/ gets the first inputs, FOLDER/<target>.dict the dictionary. Nothing is left to
chance: the same tree gives the same files.
"""

import json
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "assets" / "samples").glob("*.vekha.json"))
SCHEMA = ROOT / "assets" / "schema" / "roadmap.v0.schema.json"
# Of each list of a sample: two things of a kind are enough to stand side by side, and a small input
# runs a hundred times as often as the whole.
KEPT_ITEMS = 2
KEPT_LETTERS = 40


def shortened(value):
    if isinstance(value, dict):
        return {name: shortened(member) for name, member in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value[:KEPT_ITEMS]]
    return value[:KEPT_LETTERS] if isinstance(value, str) else value


def as_text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def roadmap_seeds():
    for path in sorted((ROOT / "tests" / "data" / "valid").glob("*.json")):
        yield path.name, path.read_bytes()
    for path in sorted((ROOT / "tests" / "data" / "hostile").glob("*.json")):
        yield path.name, path.read_bytes()
    for path in SAMPLES:
        yield path.name, path.read_bytes()
        text = as_text(shortened(json.loads(path.read_bytes())))
        yield f"short-{path.name}", text.encode()
        # The ways of the other encodings.
        yield f"windows-1251-{path.name}", text.encode("cp1251", errors="replace")
        yield f"utf-16-{path.name}", text.encode("utf-16")


def words_of(schema):
    """Names and values of the file, as they stand in the text."""
    if isinstance(schema, dict):
        for name in schema.get("properties", {}):
            yield as_text(name) + ":"
        for value in schema.get("enum", []) + ([schema["const"]] if "const" in schema else []):
            yield as_text(value)
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []:
        yield from words_of(part)


# Values that fit where others do not, and the pieces that hold a file together.
OTHER_WORDS = [
    *['""', "0", "-0", "1e9999", "0.5", "100.5", "36601", "null", "true", "[]", "{}", "[{}]", "},{", '","', "\\u0000", "\\ud800"],
    *['"2021-02-30"', '"2021-02-28"', '"9999-12-31"', '"m-1"', '"x":[1e400,"\\u00e9"],', "\ufeff", "\n", "\u0436"],
]


def dictionary(words):
    lines = []
    for word in sorted(set(words)):
        body = "".join(f"\\x{byte:02x}" if byte < 32 or byte > 126 or byte in b'"\\' else chr(byte) for byte in word.encode())
        lines.append(f'"{body}"\n')
    return "".join(lines)


def period_seeds():
    """The cells of the samples, each with one of the contexts that the target knows."""
    texts = set()
    for path in SAMPLES:
        texts.update(measure["period"].get("text", "") for measure in json.loads(path.read_bytes())["measures"])
    for number, text in enumerate(sorted(texts)):
        yield f"cell-{number}", bytes([number % 256]) + text.encode()


def edit_seeds():
    """A few plans (their number and size) and steps; what the bytes mean is the target's matter."""
    for number in range(64):
        steps = bytes((number * 37 + place * 101 + place * place) % 256 for place in range(4 * (number % 32 + 1)))
        yield f"steps-{number}", bytes([number, 3 * number % 256]) + steps


def main():
    folder = pathlib.Path(sys.argv[1])
    for target, seeds in {"period_fuzz": period_seeds, "roadmap_fuzz": roadmap_seeds, "edit_fuzz": edit_seeds}.items():
        shutil.rmtree(folder / target, ignore_errors=True)
        (folder / target).mkdir(parents=True)
        for name, data in seeds():
            (folder / target / name).write_bytes(data)
    words = [*words_of(json.loads(SCHEMA.read_bytes())), *OTHER_WORDS]
    (folder / "roadmap_fuzz.dict").write_text(dictionary(words))
    shutil.copyfile(ROOT / "tests" / "fuzz" / "period.dict", folder / "period_fuzz.dict")


if __name__ == "__main__":
    main()
