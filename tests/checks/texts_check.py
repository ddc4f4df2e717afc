#!/usr/bin/env python3
"""Words of the interface: keys used in src are those defined, no words stand in code, every character has a glyph."""

import ast
import json
import re
import sys

sys.dont_write_bytecode = True

from house.cpp import decoded, parse, sources
from house.rules import Rule, run

LANGUAGES = ("ru", "en")
FORMS = {"ru": {".one", ".few", ".many"}, "en": {".one", ".other"}}
FAMILIES_IN = "src/app/i18n.cpp"
FONTS_IN = "tools/make_fonts.py"


def tables(files):
    found = {}
    for file in files:
        match = re.fullmatch(r"assets/i18n/([a-z]+)\.json", file.path)
        if match:
            found[match.group(1)] = json.loads(file.text)
    return found


def used_keys(files):
    """Key → where it is used first, and the keys that are asked for with a number."""
    used, plural = {}, set()
    for file, source in sources(files, "src/"):
        for literal in source.literals:
            if literal.text and source.text.startswith("_key", literal.end):
                used.setdefault(literal.text, f"{file.path}:{literal.line}")
                before = source.code[: literal.begin].rstrip()
                if before.endswith("plural("):
                    plural.add(literal.text)
    return used, plural


def families(files):
    for file in files:
        if file.path == FAMILIES_IN:
            source = parse(file.text)
            begin = source.code.find("kKeyFamilies{")
            end = source.code.find(";", begin)
            return [x.text for x in source.literals if begin < x.begin < end] if begin >= 0 else []
    return []


def find_keys(files):
    used, plural = used_keys(files)
    if not used:
        return ["no key is used at all: is the pattern still right?"]
    groups = families(files)
    findings = []
    for language in LANGUAGES:
        table = tables(files).get(language, {})
        for key, place in sorted(used.items()):
            is_plural = key + ".one" in table
            if key not in table and not is_plural:
                findings.append(f"{place}: \"{key}\" is not in {language}.json")
            elif (key in plural) != is_plural and key not in table:
                findings.append(f"{place}: \"{key}\" has plural forms but is not asked for with a number")
            elif key in plural and not is_plural:
                findings.append(f"{place}: \"{key}\" is asked for with a number but has no plural forms in {language}.json")
        for key in table:
            base = re.sub(r"\.(one|few|many|other)$", "", key)
            is_form = base + ".one" in table and key[len(base) :] in FORMS[language]
            is_used = key in used or (is_form and base in used) or any(key.startswith(group) for group in groups)
            if not is_used:
                findings.append(f"assets/i18n/{language}.json: \"{key}\" is used nowhere")
    return findings


# Two words with a space between them, in a literal: most likely something that is read by people.
SENTENCE = re.compile(r"[^\W\d_]{2,}[ \u00a0][^\W\d_]{2,}")
CYRILLIC = re.compile(r"[\u0400-\u052f]")


# The word lists of the reader of periods and of the search are grammar of the plans, not words that anybody is shown.
WORD_LISTS = (
    "src/core/period/russian_calendar_words.hpp",
    "src/core/period/russian_plain_words.hpp",
    "src/core/period/russian_endings.hpp",
    "src/core/find/russian_word_endings.hpp",
)


def find_words_in_code(files):
    findings = []
    for file, source in sources(files, "src/"):
        if file.path in WORD_LISTS:
            continue
        for literal in source.literals:
            text = decoded(literal)
            place = f"{file.path}:{literal.line}"
            if CYRILLIC.search(text) and not file.path.startswith("src/platform/"):
                findings.append(f"{place}: Cyrillic letters in code: {text[:60]}")
            elif file.path.startswith(("src/core/", "src/app/", "src/ui/")) and SENTENCE.search(text):
                before = source.code[: literal.begin].rstrip()
                if not before.endswith(("static_assert(", "assert(", ",", "&&")) or "assert" not in before[-200:]:
                    findings.append(f"{place}: words in code: {text[:60]}")
    return findings


def characters_of_the_fonts(files):
    for file in files:
        if file.path == FONTS_IN:
            for node in ast.parse(file.text).body:
                if isinstance(node, ast.Assign) and node.targets[0].id == "CHARACTERS":
                    code = compile(ast.Expression(node.value), FONTS_IN, "eval")
                    return eval(code, {"__builtins__": {}}, {"set": set, "range": range})  # numbers and ranges only
    return set()


def shown_texts(files):
    for file in files:
        if file.path.startswith("assets/i18n/") and file.path.endswith(".json"):
            for key, text in json.loads(file.text).items():
                yield f"{file.path}: {key}", text
        elif file.path.startswith("assets/samples/") and file.path.endswith(".json"):
            for number, line in enumerate(file.text.split("\n"), 1):
                yield f"{file.path}:{number}", line
    for file, source in sources(files, "src/app/", "src/core/layout/", "src/ui/"):
        for literal in source.literals:
            yield f"{file.path}:{literal.line}", decoded(literal)


def find_missing_glyphs(files):
    characters = characters_of_the_fonts(files)
    if len(characters) < 300:
        return [f"{FONTS_IN}: the characters of the fonts were not found"]
    findings = []
    for place, text in shown_texts(files):
        for character in sorted({c for c in text if ord(c) not in characters and c not in "\n\t\r"}):
            findings.append(f"{place}: no glyph for U+{ord(character):04X}")
    return findings


I18N_CPP = 'constexpr std::array<std::string_view, 1> kKeyFamilies{"zone."};\nconstexpr int kOther{};\n'
USE = 'void f() { t.get("a.b"_key); t.plural("n"_key, 2); }\n'
RU = '{"a.b": "x", "n.one": "x", "n.few": "x", "n.many": "x", "zone.red": "x"}'
EN = '{"a.b": "x", "n.one": "x", "n.other": "x", "zone.red": "x"}'
FONT_PY = "CHARACTERS = (set(range(0x20, 0x7F)) | set(range(0x400, 0x530)) | {0x2014})\n"

RULES = [
    Rule(
        "keys used in src are those defined, in both languages",
        find_keys,
        beside={
            FAMILIES_IN: I18N_CPP,
            "src/ui/use.cpp": USE,
            "assets/i18n/ru.json": RU,
            "assets/i18n/en.json": EN,
        },
        bad={
            "src/ui/more.cpp": 'auto x = t.get("c.d"_key);\n',
            "src/ui/use.cpp": 'void f() { t.plural("n"_key, 2); }\n',  # a.b is used nowhere
            "src/ui/number.cpp": 'auto x = t.get("n"_key);\nauto y = t.plural("a.b"_key, 1);\n',
            "assets/i18n/en.json": '{"a.b": "x", "n.one": "x", "zone.red": "x", "n.few": "x"}',
            "assets/i18n/ru.json": '{"n.one": "x", "n.few": "x", "n.many": "x", "zone.red": "x"}',
            FAMILIES_IN: "constexpr int kNothing{};\n",
        },
        good={"src/ui/comment.cpp": '// as in "other.key"_key\n'},
    ),
    Rule(
        "no words of people in code",
        find_words_in_code,
        bad={
            "src/ui/a.cpp": 'label("Сохранить");\n',
            "src/ui/b.cpp": 'label("Save file");\n',
            "src/app/c.cpp": 'auto x = "\\u0421\\u043E";\n',
            "src/core/d.cpp": 'return R"(Not found here)";\n',
            "src/core/period/period_reader.cpp": 'auto x = "март";\n',
        },
        good={
            "src/ui/e.cpp": '// «Сохранить» is what the button says\nid("topbar/save"); pattern("{from} – {to}");\n',
            "src/core/f.cpp": 'static_assert(kCount == 9, "one name for each state");\n',
            "src/cli/g.cpp": 'print("no such file");\n',
            "src/core/period/russian_endings.hpp": 'auto x = "март";\n',
        },
    ),
    Rule(
        "every character that is shown has a glyph",
        find_missing_glyphs,
        beside={FONTS_IN: FONT_PY},
        bad={
            "assets/i18n/ru.json": '{"a": "漢"}',
            "assets/samples/x.vekha.json": '{"title": "x\u2713"}\n',
            "src/ui/a.cpp": 'auto x = "\\u2603";\n',
            FONTS_IN: "CHARACTERS = {1}\n",
        },
        good={
            "assets/i18n/ru.json": '{"a": "Да — да"}',
            "assets/samples/x.vekha.json": '{\n  "title": "План"\n}\n',
            "src/ui/a.cpp": 'auto x = "\\u2014\\n"; // 漢\n',
        },
    ),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
