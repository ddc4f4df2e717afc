#!/usr/bin/env python3
"""Runs the native command on good, bad and missing files and compares what it says with what it should say.

    tests/checks/cli_check.py [--vekha PROGRAM]

The last line is `N passed, N failed, N skipped`.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEAD = '{"format": "vekha.roadmap", "version": 0, "minReader": 0,'
GOOD = HEAD + '\n "plan": {"id": "p", "title": "План", "language": "ru", "level": "school"}}\n'
CANONICAL = """{
  "format": "vekha.roadmap",
  "version": 0,
  "minReader": 0,
  "plan": {
    "id": "p",
    "title": "План",
    "language": "ru",
    "level": "school"
  }
}
"""
# Line 2 holds Cyrillic letters before the fault: columns count characters.
CUT = HEAD + '\n "plan": {"id": "p", "title": "План" "level": "school"}}\n'
TWICE = GOOD.replace('"id": "p",', '"id": "p", "id": "q",')
NO_TITLE = HEAD + '\n "plan": {"id": "p", "language": "ru", "level": "school"}}\n'
ODD_LEVEL = GOOD.replace('"school"', '"village"')
LOST_SECTION = (GOOD.rstrip()[:-1] + ',\n "measures": [{"id": "m", "section": "s", "title": "t", "state": "done",'
                ' "period": {"text": "", "kind": "unscheduled"}}]}\n')


class Checks:
    """Runs the program in a folder of its own and counts."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.passed = self.failed = 0

    def file(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / name).write_bytes(data)
        return name

    def run(self, *arguments, lines=""):
        run = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, check=False,
                             timeout=120, input=lines if isinstance(lines, bytes) else lines.encode("utf-8"))
        return run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8")

    def equal(self, what, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {what}\n  expected {expected!r}\n  found    {found!r}")

    def holds(self, what, fine, found):
        self.equal(what, fine or found, True)


def check_lines(checks):
    run = checks.run
    good = checks.file("good.json", GOOD)
    cut = checks.file("cut.json", CUT)
    checks.equal("a sound file: no line", run("check", good), (0, "", ""))
    checks.equal("a syntax error has one line with its place and what was expected", run("check", cut),
                 (1, 'cut.json:2:38: $: "level" cannot stand here; a comma or } expected\n', ""))
    checks.equal("a name that stands twice names both places",
                 run("check", checks.file("twice.json", TWICE)),
                 (1, "twice.json:2:22: $.plan.id: the name id stands here twice, first at 2:11\n", ""))
    checks.equal("a missing member has the path of its object",
                 run("check", checks.file("no-title.json", NO_TITLE)),
                 (1, "no-title.json:2:10: $.plan: the member title is missing\n", ""))
    checks.equal("a repair is told and is no failure",
                 run("check", checks.file("level.json", ODD_LEVEL)),
                 (0, "level.json:2:66: $.plan.level: village is none of region, municipality, school "
                     "[repaired, the original is kept]\n", ""))
    checks.equal("a lost reference is told and is no failure",
                 run("check", checks.file("lost.json", LOST_SECTION)),
                 (0, "lost.json:3:38: $.measures[0].section: there is no section with the id s "
                     "[opens after consent]\n", ""))
    code, out, _ = run("check", good, cut, good)
    checks.equal("one refused file among good ones fails the run", (code, out.count("\n")), (1, 1))
    checks.equal("a missing file is told", run("check", "nowhere.json"),
                 (1, "nowhere.json: cannot be opened\n", ""))
    checks.equal("a folder is told", run("check", "."), (1, ".: is a folder\n", ""))
    code, out, _ = run("check", checks.file("cp1251.json", GOOD.encode("cp1251")))
    checks.holds("a Windows-1251 file is told as such",
                 code == 1 and "byte 0xCF is not UTF-8" in out and "looks like Windows-1251" in out, out)
    code, out, _ = run("check", checks.file("utf16.json", ("\ufeff" + GOOD).encode("utf-16-le")))
    checks.equal("a UTF-16 file opens with a note", (code, out),
                 (0, "utf16.json:1:1: $: the file was converted from UTF-16 [note]\n"))
    code, out, _ = run("check", checks.file("empty.json", ""))
    checks.equal("an empty file is refused", (code, out),
                 (1, "empty.json:1:1: $: the file is empty; a value expected\n"))


def check_size(checks):
    huge = checks.folder / "huge.json"
    with open(huge, "wb") as stream:
        stream.truncate(2 << 30)
    code, out, _ = checks.run("check", "huge.json")
    huge.unlink()
    checks.equal("a file of 2 GiB is refused unread", (code, out),
                 (1, "huge.json:1:1: $: the file has 2147483648 bytes; more than 67108864 are not read\n"))


def check_json(checks):
    names = ["good.json", "cut.json", "lost.json", "nowhere.json", "good.json"]
    code, out, err = checks.run("check", "--json", *names)
    lines = [json.loads(line) for line in out.splitlines()]
    checks.equal("one object a line for each file, in order", (code, err, [line["file"] for line in lines]),
                 (1, "", names))
    checks.equal("each object has the verdict", [line["verdict"] for line in lines],
                 ["opens", "refused", "opensAfterConsent", "unreadable", "opens"])
    checks.equal("a problem has all its parts", lines[1]["problems"],
                 [{"code": "unexpectedText", "severity": "error", "line": 2, "column": 38, "path": "",
                   "message": '"level" cannot stand here; a comma or } expected'}])
    checks.file("list.txt", "\n".join(names * 400) + "\n")
    code, out, _ = checks.run("check", "--json", "--files-from", "list.txt")
    checks.equal("a list of 2 000 files", (code, len(out.splitlines())), (1, 2000))
    many = HEAD + '"plan": {"id": "p", "title": "t", "language": "ru", "level": "school"}, "measures": ['
    many += ",".join(f'{{"id": "m{number}"}}' for number in range(300)) + "]}"
    _, out, _ = checks.run("check", "--json", checks.file("many.json", many))
    found = json.loads(out)
    checks.holds("of many problems the first hundred are listed and all are counted",
                 len(found["problems"]) == 100 and found["problemCount"] >= 300, found["problemCount"])
    _, out, _ = checks.run("check", "many.json")
    checks.equal("the lines say how many were left out", out.splitlines()[-1],
                 f"many.json: {found['problemCount'] - 100} problems more")


def check_format(checks):
    checks.equal("format prints the canonical text", checks.run("format", "good.json"), (0, CANONICAL, ""))
    code, _, err = checks.run("format", "cut.json")
    checks.equal("format says why it refuses", (code, err),
                 (1, 'cut.json:2:38: $: "level" cannot stand here; a comma or } expected\n'))
    samples = sorted((ROOT / "assets" / "samples").glob("*.vekha.json"))
    checks.equal("there are five samples", len(samples), 5)
    for sample in samples:
        code, out, err = checks.run("format", str(sample))
        same = out == sample.read_text(encoding="utf-8")
        checks.holds(f"format leaves {sample.name} as it is", (code, err, same) == (0, "", True), (code, err, same))
        again = checks.run("format", checks.file("again.json", out))[1]
        checks.holds(f"format of the formatted {sample.name} changes nothing", again == out, "it changes")
        checks.equal(f"{sample.name} has no problem", checks.run("check", str(sample)), (0, "", ""))


def check_figures(checks):
    code, out, err = checks.run("figures", "good.json", "--on", "2021-04-29")
    figures = json.loads(out)
    checks.equal("figures of an empty plan", (code, err, figures["asOf"], figures["total"]["all"]),
                 (0, "", "2021-04-29", {"count": 0, "inReview": 0}))
    checks.equal("the option may stand before the file",
                 checks.run("figures", "--on", "2021-04-29", "good.json"), (0, out, ""))
    dated = checks.file("dated.json", GOOD.replace('"level"', '"asOf": "2021-05-01", "level"'))
    _, out, _ = checks.run("figures", dated)
    checks.equal("without a date those of the plan's own", json.loads(out)["asOf"], "2021-05-01")
    code, out, err = checks.run("figures", "cut.json", "--on", "2021-04-29")
    checks.equal("figures of a refused file are none", (code, out, err.count("\n")), (1, "", 1))
    code, out, err = checks.run("figures", "lost.json", "--on", "2021-04-29")
    checks.equal("figures of a file with problems name them", err, checks.run("check", "lost.json")[1])
    checks.equal("and so does its canonical text", checks.run("format", "lost.json")[2], err)
    checks.equal("figures of a file with a lost reference",
                 (code, json.loads(out)["outsideSections"]["states"]["done"]["count"]), (0, 1))


def check_periods(checks):
    plan = {"from": "2021-01-01", "to": "2021-12-31"}
    three = {"from": "2020-01-01", "to": "2022-12-31"}
    ask = lambda *cells: checks.run("periods", lines="\n".join(json.dumps(cell) for cell in cells))
    code, out, err = ask({"text": "До 15 апреля 2021 г.", **plan})
    checks.equal("a cell is read, members in this order", (code, out, err),
                 (0, '{"kind":"deadline","spans":[[null,"2021-04-15"]],"precision":"day","recurrence":null,"review":false,'
                     '"why":null,"pairs":null,"pieces":[[0,2,"until"],[3,19,"day"]]}\n', ""))
    code, out, err = ask({"text": "март", **three, "orderDate": "2020-07-09"},
                         {"text": "март", **three, "sectionYear": 2022},
                         {"text": "Март\nМай", **plan, "items": 3, "sectionYear": None},
                         {"text": "ежегодно", **three}, {"text": "не реже 1 раза в квартал", **plan})
    found = [json.loads(line) for line in out.splitlines()]
    checks.equal("a guessed year is told with its reason", (found[0]["spans"], found[0]["review"], found[0]["why"]),
                 ([["2021-03-01", "2021-03-31"]], True, "no year is printed; the first time after the order is taken"))
    checks.equal("the section's year counts", (found[1]["spans"], found[1]["review"]),
                 ([["2022-03-01", "2022-03-31"]], False))
    checks.equal("lines belong to the lines of the title", (found[2]["kind"], found[2]["pairs"]), ("several", [1, 2]))
    checks.equal("a recurrence is a rule where there is one, else words",
                 (found[3]["recurrence"], found[4]["recurrence"]), ("FREQ=YEARLY", "не реже 1 раза в квартал"))
    good = json.dumps({"text": "май", **plan})
    bad = ["{", "[]", "1", '{"text": 5}', json.dumps({"text": "май"}), json.dumps({"text": "май", **plan, "from": "2021-02-30"}),
           json.dumps({"text": "май", **plan, "sectionYear": "2021"}), json.dumps({"text": "май", **plan, "items": -1}),
           json.dumps({"text": "май", **plan, "orderDate": "gestern"}), json.dumps({**plan})]
    lines = "".join(f"{line}\n{good}\n" for line in bad).encode() + b'\xff\n' + good.encode() + b"\n\n" + good.encode() + b"\n"
    code, out, err = checks.run("periods", lines=lines)
    found = [json.loads(line) for line in out.splitlines()]
    checks.equal("a bad line gives an error and the rest goes on",
                 (code, err, [list(one)[0] for one in found]), (0, "", ["error", "kind"] * 12))
    code, out, err = checks.run("periods")
    checks.equal("no line, no answer", (code, out, err), (0, "", ""))
    many = (good + "\n") * 5000
    code, out, _ = checks.run("periods", lines=many)
    checks.equal("5 000 cells", (code, out.count("\n")), (0, 5000))


def check_usage(checks):
    wrong = [(), ("draw",), ("check",), ("check", "--fast", "good.json"), ("check", "--files-from"),
             ("check", "--files-from", "nowhere.txt"), ("format",), ("format", "good.json", "good.json"),
             ("periods", "good.json"), ("figures",), ("figures", "good.json"), ("figures", "good.json", "--on"),
             ("figures", "good.json", "--on", "29.04.2021"), ("figures", "good.json", "--on", "2021-02-29"),
             ("figures", "good.json", "cut.json", "--on", "2021-04-29")]
    for arguments in wrong:
        code, out, err = checks.run(*arguments)
        checks.holds(f"a wrong call is told: {' '.join(arguments)}",
                     code == 2 and out == "" and err.startswith("vekha: ") and "Usage:" in err,
                     (code, out, err))
    code, out, err = checks.run("--help")
    checks.holds("help is help", code == 0 and out.startswith("Usage:") and err == "", (code, out, err))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vekha", default=str(ROOT / "build" / "native" / "vekha"))
    program = pathlib.Path(parser.parse_args().vekha).resolve()
    if not program.is_file():
        print(f"FAIL {program} is missing: build it with tools/build native")
        print("0 passed, 1 failed, 0 skipped")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(str(program), folder)
        for part in (check_lines, check_size, check_json, check_format, check_figures, check_periods,
                     check_usage):
            part(checks)
    print(f"{checks.passed} passed, {checks.failed} failed, 0 skipped")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
