"""Just enough of C++ (and of JavaScript) for the house checks: comments and literals told from code."""

import dataclasses
import re

SOURCES = (".cpp", ".hpp")


@dataclasses.dataclass
class Literal:
    line: int
    text: str  # between the quotes, escapes as written
    begin: int  # of the opening quote
    end: int  # behind the closing quote
    raw: bool = False


@dataclasses.dataclass
class Source:
    code: str  # comments and the insides of literals are spaces; lines stay lines
    literals: list[Literal]
    text: str

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


TOKEN = re.compile(
    r"""
    (?P<line>//[^\n]*(?:\\\n[^\n]*)*)
  | (?P<block>/\*.*?(?:\*/|\Z))
  | (?P<raw>\bu?8?R"(?P<mark>[^()\\\s]{0,16})\((?P<rawtext>.*?)\)(?P=mark)")
  | (?P<string>"(?P<stringtext>(?:\\.|[^"\\\n])*)")
  | (?P<number>\b[0-9][0-9A-Za-z_.']*)
  | (?P<char>'(?:\\.|[^'\\\n])+')
    """,
    re.X | re.S,
)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def parse(text):
    code, literals, at = [], [], 0
    line, counted = 1, 0
    for token in TOKEN.finditer(text):
        code.append(text[at : token.start()])
        at = token.end()
        whole = token.group(0)
        if token.lastgroup == "number" or token.group("number"):
            code.append(whole)
            continue
        if token.group("line") or token.group("block"):
            code.append(blank(whole))
            continue
        line += text.count("\n", counted, token.start())
        counted = token.start()
        if token.group("raw") is not None:
            literals.append(Literal(line, token.group("rawtext"), token.start(), token.end(), raw=True))
        elif token.group("string") is not None:
            literals.append(Literal(line, token.group("stringtext"), token.start(), token.end()))
        inner = blank(whole[1:-1])
        code.append(whole[0] + inner + whole[-1])
    code.append(text[at:])
    return Source("".join(code), literals, text)


def decoded(literal):
    """The characters of a literal; escapes of code points are resolved, other escapes dropped."""
    if literal.raw:
        return literal.text
    points = lambda match: chr(int(match.group(1) or match.group(2), 16))
    text = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", points, literal.text)
    return re.sub(r"\\(x[0-9A-Fa-f]+|[0-7]{1,3}|.)", "", text)


def sources(files, *folders):
    """The C++ files in these folders with what parse() makes of them."""
    for file in files:
        if file.path.endswith(SOURCES) and file.path.startswith(folders):
            yield file, parse(file.text)
