#!/usr/bin/env python3
"""Sizes and contents of all source files: lengths, literal colours and sizes, marks of unfinished work, what must not
be in a public tree."""

import re
import sys

sys.dont_write_bytecode = True

from house.cpp import parse, sources
from house.rules import Rule, run

LONGEST_FILE = 500
LONGEST_FUNCTION = 80
LARGEST_FILE = 1_500_000  # bytes
DEBTS_IN = "tests/checks/debts.txt"  # files that are longer for now: path, lines, reason
THIS_FOLDER = "tests/checks/"  # names here what it looks for
CODE = (".cpp", ".hpp", ".js", ".mjs", ".py", ".css", ".html", ".sh", ".cmake")


def is_own_code(file):
    return file.path.endswith(CODE) and file.path.startswith(("src/", "tests/", "shell/", "tools/"))


def debts(files):
    """Path → lines that a file may have for now, as the list of debts says."""
    for file in files:
        if file.path == DEBTS_IN:
            entries = (line.split(None, 2) for line in file.text.split("\n") if line and not line.startswith("#"))
            return {path: int(lines) for path, lines, _reason in entries}
    return {}


def find_long_files(files):
    owed, findings = debts(files), []
    for file in files:
        lines = file.text.count("\n")
        allowed = owed.pop(file.path, LONGEST_FILE)
        if is_own_code(file) and lines > allowed:
            findings.append(f"{file.path}: {lines} lines, {allowed} are allowed")
        elif allowed > lines and allowed > LONGEST_FILE:
            findings.append(f"{DEBTS_IN}: {file.path} has {lines} lines by now; the list may only shrink")
    return findings + [f"{DEBTS_IN}: {path} is no more" for path in owed]


# What may stand between the parameters of a function and its body.
HEAD = re.compile(r"\)(?:\s*(?:const|noexcept|override|final|mutable|&&?|->\s*[\w:<>,&*\s]+|=>))*\s*(?::[^;{}]*(?:\{[^{}]*\}[^;{}]*)*)?$")
CONTROL = re.compile(r"\b(?:if|for|while|switch|catch|do|else|namespace|struct|class|enum|union)\b[^;{}]*$")


def find_long_functions(files):
    findings = []
    for file in files:
        if not is_own_code(file) or not file.path.endswith((".cpp", ".hpp", ".js", ".mjs")):
            continue
        # A function that holds others is as long as what it does itself in JavaScript, where modules are functions.
        counts_inner = file.path.endswith((".cpp", ".hpp"))
        code = parse(file.text).code
        open_braces = []  # offset, whether a function begins there, lines of the functions inside
        for match in re.finditer(r"[{}]", code):
            at = match.start()
            if match.group(0) == "{":
                head = re.split(r"[;}]\s*\n", code[max(0, at - 2000) : at])[-1].rstrip()
                open_braces.append([at, bool(HEAD.search(head)) and not CONTROL.search(head), 0])
            elif open_braces:
                begin, is_function, inner = open_braces.pop()
                whole = code.count("\n", begin, at) + 1
                lines = whole if counts_inner else whole - inner
                if is_function and lines > LONGEST_FUNCTION:
                    line = code.count("\n", 0, begin) + 1
                    findings.append(f"{file.path}:{line}: a function of {lines} lines, {LONGEST_FUNCTION} are allowed")
                if open_braces:
                    open_braces[-1][2] += whole if is_function else inner
    return findings


COLOUR = re.compile(r"\b(?:IM_COL32\s*\(\s*\d|ImColor\s*\(\s*\d|ImVec4\s*\(\s*[\d.]|ImVec4\s*\{\s*[\d.])|\b0[xX][0-9A-Fa-f]{6,8}\b")
NUMBER = re.compile(r"(?<![\w.])(\d+\.\d*|\d+)[fF]?(?![\w.])")
DESIGN = (
    "src/ui/theme",  # the tokens themselves
    "src/ui/widgets/icons",  # shapes on a grid of 24, scaled by a token
    "src/ui/imconfig",  # settings of Dear ImGui
)


def find_literal_design(files):
    """Colours stand in the theme; sizes in pixels too, or as a named constant at the top of the file that uses it."""
    findings = []
    for file, source in sources(files, "src/ui/"):
        if file.path.startswith(DESIGN):
            continue
        for match in COLOUR.finditer(source.code):
            findings.append(f"{file.path}:{source.line_of(match.start())}: a colour outside the theme: {match.group(0)}")
        for number, line in enumerate(source.code.split("\n"), 1):
            if re.search(r"\b(?:constexpr|static_assert|case)\b", line):
                continue
            for match in re.finditer(r"(?<![\w.])(\d+\.\d+)[fF]\b", line):
                # Shares, factors and percents are no sizes.
                if float(match.group(1)) > 4.0 and float(match.group(1)) != 100.0:
                    findings.append(f"{file.path}:{number}: a size without a name: {match.group(0)}")
    return findings


UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def find_unfinished(files):
    findings = []
    for file in files:
        if not is_own_code(file) or file.path.startswith(THIS_FOLDER):
            continue
        for number, line in enumerate(file.text.split("\n"), 1):
            if UNFINISHED.search(line):
                findings.append(f"{file.path}:{number}: {line.strip()[:80]}")
    return findings


# Folders of the machine a file was written on, and hosts that only a package client may know.
MACHINE = re.compile(rb"(?<![\w./$}])/(?:work|root|home/\w+|Users/\w+)/[\w.]")
HOSTS = re.compile(
    rb"(?:registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror|pypi\.org|pythonhosted\.org|crates\.io|"
    rb"proxy\.golang\.org|rubygems\.org|repo\.maven|//deb\.debian\.org|//archive\.ubuntu\.com|//10\.\d+\.\d+\.\d+)"
)


def find_traces(files):
    findings = []
    for file in files:
        if not file.is_text or file.path.startswith(THIS_FOLDER):
            continue
        for pattern, what in ((MACHINE, "a path of some machine"), (HOSTS, "a host of a package registry")):
            for match in pattern.finditer(file.data):
                line = file.data.count(b"\n", 0, match.start()) + 1
                findings.append(f"{file.path}:{line}: {what}: {match.group(0).decode()}")
    return findings


def find_large_files(files):
    return [f"{f.path}: {len(f.data)} bytes, {LARGEST_FILE} are allowed" for f in files if len(f.data) > LARGEST_FILE]


# Headers say what they are, and are read once.
def find_bare_headers(files):
    findings = []
    for file, _ in sources(files, "src/", "tests/"):
        if not file.path.endswith(".hpp"):
            continue
        lines = file.text.split("\n")
        if not any(line.startswith("// ") for line in lines[:2]):
            findings.append(f"{file.path}:1: the header does not open with what it is")
        if "#pragma once" not in lines:
            findings.append(f"{file.path}: no #pragma once")
    return findings


LONG_BODY = "void f(int a) {\n" + "    g(a);\n" * 90 + "}\n"
LONG_METHOD = "struct A {\n    int f() const override {\n" + "        g();\n" * 90 + "    }\n};\n"
LONG_SCRIPT = "export function f(a) {\n" + "  g(a);\n" * 90 + "}\n"

RULES = [
    Rule(
        f"no source file over {LONGEST_FILE} lines",
        find_long_files,
        beside={DEBTS_IN: "# Debts.\nsrc/core/old.cpp 510 has a reason\n", "src/core/old.cpp": "int a;\n" * 510},
        bad={
            "src/core/a.cpp": "int a;\n" * 501,
            "tests/web/a.mjs": "f();\n" * 501,
            "src/core/old.cpp": "int a;\n" * 511,
            DEBTS_IN: "src/core/old.cpp 520 has a reason\n",
        },
        good={"src/core/b.cpp": "int a;\n" * 500, "assets/samples/a.json": "1\n" * 900},
    ),
    Rule(
        f"no function over {LONGEST_FUNCTION} lines",
        find_long_functions,
        bad={"src/core/a.cpp": LONG_BODY, "src/core/b.hpp": LONG_METHOD, "shell/c.js": LONG_SCRIPT},
        good={
            "src/core/d.cpp": "namespace a {\n" + "void f() {\n    g();\n}\n" * 60 + "}\n",
            "src/core/e.hpp": "struct A {\n" + "    int a = 0;\n" * 90 + "};\n",
        },
    ),
    Rule(
        "no literal colours and sizes in src/ui outside the theme",
        find_literal_design,
        bad={
            "src/ui/views/a.cpp": "auto c = IM_COL32(255, 0, 0, 255);\n",
            "src/ui/b.cpp": "auto c = ImVec4(0.1F, 0.2F, 0.3F, 1.0F);\n",
            "src/ui/c.cpp": "const ImU32 c = 0xFF00FF00;\n",
            "src/ui/d.cpp": "    draw(rect.left + 14.0F);\n",
        },
        good={
            "src/ui/theme.cpp": "auto c = IM_COL32(255, 0, 0, 255);\n",
            "src/ui/e.cpp": "constexpr float kWidth = 220.0F;\ndraw(width * 0.5F + kWidth); // 14.0F\n",
        },
    ),
    Rule(
        "no marks of unfinished work",
        find_unfinished,
        bad={"src/core/a.cpp": "// TODO: later\n", "shell/b.js": "// FIXME\n"},
        good={"src/core/c.cpp": "// What is to do next stands in the list.\n"},
    ),
    Rule(
        "no machine paths and no registry hosts",
        find_traces,
        bad={
            "src/a.cpp": "// see " + "/".join(["", "work", "main", "src"]) + "\n",
            "tools/b.sh": "cd /home/someone/vekha\n",
            "package-lock.json": '"resolved": "https://' + ".".join(["registry", "npm" + "js", "org"]) + '/x"\n',
        },
        good={"README.md": "work/plan and $ROOT/root/x and https://example.org/work/of/a\n"},
    ),
    Rule(
        "no file over 1.5 MB",
        find_large_files,
        bad={"assets/a.bin": "x" * 1_500_001},
        good={"assets/b.bin": "x" * 1_500_000},
    ),
    Rule(
        "headers open with what they are and are read once",
        find_bare_headers,
        bad={"src/a.hpp": "#pragma once\n#include <string>\n// Late.\n", "src/b.hpp": "// What it is.\nint a;\n"},
        good={"src/c.hpp": "// What it is.\n#pragma once\n", "src/d.cpp": "int a;\n"},
    ),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
