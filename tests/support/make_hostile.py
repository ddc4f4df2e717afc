"""Makes tests/data/hostile: files that a reader of roadmaps must refuse or open with problems.

Where each problem has to be reported is known by construction: the mark ⟦ stands in the text of a
case right before the fault, and line and column are counted here, in Python, before the mark is
taken out. Nothing is asked of the reader in src/. Run without arguments to write the files and
expected.tsv; tests/checks/hostile_check.py holds the committed files to what this script makes.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from hostile_model import add_model_cases  # noqa: E402
from hostile_syntax import add_syntax_cases  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "data" / "hostile"
MARK = "⟦"
VERDICTS = {"refused", "opens", "consent", "readOnly"}


def place(before):
    """Line and column of what follows `before`, both from 1, columns in code points."""
    text = before.removeprefix("\ufeff")
    lines = re.split("\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


class Cases:
    def __init__(self):
        self.files = {}  # name → bytes
        self.rows = []  # name, verdict, code, line, column, path

    def put(self, name, data, verdict, problems):
        assert name not in self.files, name
        assert verdict in VERDICTS, verdict
        self.files[name + ".json"] = data
        for code, line, column, path in problems or [("", "", "", "")]:
            self.rows.append((name + ".json", verdict, code, line, column, path))

    def text(self, name, verdict, marked, *problems, encode=lambda text: text.encode("utf-8")):
        """`problems`: «code» or «code path», one for each mark, in the order of the text."""
        parts = marked.split(MARK)
        assert len(parts) == len(problems) + 1, (name, len(parts) - 1, problems)
        listed = []
        for at, problem in enumerate(problems):
            code, _, path = problem.partition(" ")
            listed.append((code, *place("".join(parts[: at + 1])), path))
        self.put(name, encode("".join(parts)), verdict, listed)

    def bytes(self, name, before, fault, behind, code):
        """A fault that is no text; `before` is."""
        data = before.encode("utf-8") + fault + behind.encode("utf-8")
        self.put(name, data, "refused", [(code, *place(before), "")])

    def table(self):
        head = "file\tverdict\tcode\tline\tcolumn\tpath\n"
        return head + "".join("\t".join(map(str, row)) + "\n" for row in self.rows)


def make():
    cases = Cases()
    add_syntax_cases(cases)
    add_model_cases(cases)
    return cases


def main():
    cases = make()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, data in cases.files.items():
        (FOLDER / name).write_bytes(data)
    (FOLDER / "expected.tsv").write_text(cases.table(), encoding="utf-8")
    print(f"{len(cases.files)} files, {len(cases.rows)} rows")


if __name__ == "__main__":
    main()
