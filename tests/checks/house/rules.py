"""What the house checks share: the files of the project, rules, and the run that prints the totals.

A rule looks at the files and gives back findings. It carries samples of what it has to find and of what it has to
leave alone; they are looked at in every run before the project is, so a rule that finds nothing any more fails.
`--self-test` looks at the samples only.
"""

import dataclasses
import pathlib
import subprocess
import sys
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[3]
SKIPPED_FOLDERS = {".git", ".deps", ".cache", "build", "dist", "dist-test", "node_modules", "__pycache__"}


@dataclasses.dataclass
class File:
    path: str  # from the top of the project, with slashes
    data: bytes

    @property
    def text(self):
        return self.data.decode("utf-8", errors="replace")

    @property
    def is_text(self):
        return b"\0" not in self.data


@dataclasses.dataclass
class Rule:
    name: str
    find: Callable[[list[File]], list[str]]
    bad: dict[str, str]  # path → text; each alone must give a finding
    good: dict[str, str] = dataclasses.field(default_factory=dict)  # together they must give none
    # Files that stand beside each bad one, for rules that compare files.
    beside: dict[str, str] = dataclasses.field(default_factory=dict)


def project_files():
    """Everything that is or would be committed; without git, everything outside the folders that builds make."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0:
        paths = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*")
            if not SKIPPED_FOLDERS & set(path.relative_to(ROOT).parts)
        ]
    return [File(name, (ROOT / name).read_bytes()) for name in sorted(set(paths)) if (ROOT / name).is_file()]


def as_files(texts):
    return [File(path, text.encode()) for path, text in texts.items()]


def self_test(rule):
    """What is wrong with the rule itself."""
    wrong = []
    if not rule.bad:
        wrong.append("the rule has no sample of what it has to find")
    for path, text in rule.bad.items():
        beside = {name: words for name, words in rule.beside.items() if name != path}
        if not rule.find(as_files({path: text, **beside})):
            wrong.append(f"not found in {path}: {text.splitlines()[0][:100] if text else '(empty)'}")
    if rule.good or rule.beside:
        wrong += [f"found where nothing is wrong: {f}" for f in rule.find(as_files({**rule.beside, **rule.good}))]
    return wrong


def run(rules):
    """Runs the rules; the last line has the totals, the exit code says whether all is well."""
    only_self_test = "--self-test" in sys.argv[1:]
    files = [] if only_self_test else project_files()
    if not only_self_test and not any(file.path == "CMakeLists.txt" for file in files):
        print("the files of the project were not found")
        print("0 passed, 1 failed, 0 skipped")
        return 1
    passed = failed = 0
    for rule in rules:
        groups = [("self-test", self_test(rule))]
        if not only_self_test:
            groups.append(("project", rule.find(files)))
        for group, findings in groups:
            if findings:
                failed += 1
                print(f"FAILED {rule.name} ({group}): {len(findings)}")
                for finding in findings[:40]:
                    print(f"  {finding}")
                if len(findings) > 40:
                    print(f"  and {len(findings) - 40} more")
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0
