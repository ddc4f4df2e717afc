#!/usr/bin/env python3
"""Who may include whom in src, and where the outside world may be named. Arrows only point down."""

import re
import sys

sys.dont_write_bytecode = True

from house.cpp import sources
from house.rules import Rule, run

# Folder → the folders it may include besides itself. The longest folder that fits a path holds.
LAYERS = {
    "core/base": [],
    "core/calendar": ["core/base"],
    "core/model": ["core/base", "core/calendar"],
    "core/edit": ["core/base", "core/calendar", "core/find", "core/model"],
    "core/codec": ["core/base", "core/calendar", "core/model"],
    "core/status": ["core/base", "core/calendar", "core/model"],
    "core/compare": ["core/base", "core/model"],
    "core/find": ["core/base", "core/calendar", "core/model", "core/status"],
    "core/period": ["core/base", "core/calendar", "core/model"],
    "core/scene": ["core/base"],
    "core/layout": ["core/base", "core/calendar", "core/find", "core/model", "core/scene", "core/status"],
    "app/ports": ["core/base", "core/calendar", "core/scene"],
    "app": ["core"],
    "cli": ["core"],
    "ui": ["app", "core"],
    "platform": ["app/ports", "core/base", "core/calendar", "core/scene"],
    "main.cpp": ["app", "ui", "platform", "core"],
}
# Third party: who may include it, and whether only in .cpp files.
THIRD_PARTY = [
    (r"nlohmann/|rapidjson/", ("core/codec/",), True),
    (r"imgui|misc/|backends/", ("ui/", "platform/", "main.cpp"), False),
    (r"emscripten|SDL|GLES|GL/|EGL", ("platform/",), False),
]
STANDARD = re.compile(r"[a-z_]+$")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")', re.M)


def layer_of(path):
    fits = [layer for layer in LAYERS if path == layer or path.startswith(layer + "/")]
    return max(fits, key=len, default=None)


def is_below(path, folder):
    return path == folder or path.startswith(folder + "/")


def third_party_finding(place, inside, header):
    for pattern, allowed, only_cpp in THIRD_PARTY:
        if re.match(pattern, header):
            if not inside.startswith(allowed):
                return f"{place}: <{header}> belongs to {', '.join(allowed)} only"
            if only_cpp and not inside.endswith(".cpp"):
                return f"{place}: <{header}> belongs into .cpp files only"
            return None
    return None if STANDARD.match(header) else f"{place}: <{header}> is no standard header"


def own_finding(place, inside, header):
    layer, other = layer_of(inside), layer_of(header)
    if layer is None:
        return f"{place}: src/{inside} stands in no layer"
    if other is None:
        return f"{place}: \"{header}\" is no path from src/"
    if any(is_below(header, folder) for folder in [layer, *LAYERS[layer]]):
        return None
    return f"{place}: {layer} may not include {other} (\"{header}\")"


def find_includes(files):
    findings = []
    for file, source in sources(files, "src/"):
        inside = file.path.removeprefix("src/")
        # Literals are blank in the code, and so are the names of included files: the text has them.
        for match in INCLUDE.finditer(source.text):
            if source.code[match.start() : match.end()].strip() == "":
                continue
            place = f"{file.path}:{source.line_of(match.start(0)) + match.group(0).count(chr(10))}"
            finding = (
                third_party_finding(place, inside, match.group(1))
                if match.group(1)
                else own_finding(place, inside, match.group(2))
            )
            findings += [finding] if finding else []
    return findings


def find_platform_switches(files):
    findings = []
    for file, source in sources(files, "src/"):
        if file.path.startswith("src/platform/") and file.path.endswith(".cpp"):
            continue
        for match in re.finditer(r"\b(?:__EMSCRIPTEN__|EM_JS|EM_ASM\w*|EMSCRIPTEN_KEEPALIVE)\b", source.code):
            findings.append(f"{file.path}:{source.line_of(match.start())}: {match.group(0)} outside src/platform/*.cpp")
    return findings


# The clock, the locale and files come in from outside; core and app only look at what they are handed.
OUTSIDE = re.compile(
    r"\b(?:std::(?:chrono::(?:system_clock|steady_clock|high_resolution_clock)|time\b|clock\b|locale|setlocale|"
    r"ifstream|ofstream|fstream|fopen|getenv|thread|mutex|async|random_device|rand\b|cout|cerr|printf|puts)|"
    r"localtime|gmtime|setlocale|srand|getenv)"
)


def find_outside_world(files):
    findings = []
    for file, source in sources(files, "src/core/", "src/app/", "src/ui/"):
        for match in OUTSIDE.finditer(source.code):
            findings.append(f"{file.path}:{source.line_of(match.start())}: {match.group(0)} is for the platform")
    return findings


def find_exceptions(files):
    findings = []
    for file, source in sources(files, "src/"):
        # JavaScript stands inside the bodies of EM_JS and EM_ASM.
        is_web = file.path.startswith("src/platform/") and file.path.endswith("_web.cpp")
        words = "dynamic_cast|typeid" if is_web else "throw|try|catch|dynamic_cast|typeid"
        for match in re.finditer(rf"\b(?:{words})\b", source.code):
            findings.append(f"{file.path}:{source.line_of(match.start())}: {match.group(0)}: built without it")
    return findings


RULES = [
    Rule(
        "includes point downwards",
        find_includes,
        bad={
            "src/core/base/a.hpp": '#include "core/model/document.hpp"\n',
            "src/core/codec/b.cpp": '#include "core/layout/x.hpp"\n',
            "src/core/codec/json.hpp": "#include <nlohmann/json.hpp>\n",
            "src/app/c.cpp": '#include "ui/theme.hpp"\n',
            "src/app/d.cpp": "#include <imgui.h>\n",
            "src/app/ports/ports.hpp": '#include "app/state.hpp"\n',
            "src/platform/e.cpp": '#include "app/dispatcher.hpp"\n',
            "src/platform/f.cpp": '#include "ui/root.hpp"\n',
            "src/ui/g.cpp": '#include "platform/host.hpp"\n',
            "src/cli/h.cpp": '#include "app/i18n.hpp"\n',
            "src/ui/i.cpp": "#include <SDL2/SDL.h>\n",
            "src/core/base/j.cpp": "#include <unistd.h>\n",
            "src/ui/k.cpp": '#include "theme.hpp"\n',
            "src/other/l.cpp": '#include "core/base/id.hpp"\n',
        },
        good={
            "src/core/codec/a.cpp": '#include <nlohmann/json.hpp>\n#include "core/model/ids.hpp"\n',
            "src/ui/b.cpp": '#include <imgui.h>\n#include "app/state.hpp"\n// #include "platform/host.hpp"\n',
            "src/platform/c.cpp": '#include <SDL2/SDL.h>\n#include "app/ports/ports.hpp"\n#include "platform/host.hpp"\n',
            "src/main.cpp": '#include "platform/host.hpp"\n#include "ui/root.hpp"\n#include <string_view>\n',
        },
    ),
    Rule(
        "the browser is named in src/platform/*.cpp only",
        find_platform_switches,
        bad={"src/ui/a.cpp": "#ifdef __EMSCRIPTEN__\n#endif\n", "src/platform/a.hpp": "#if defined(__EMSCRIPTEN__)\n#endif\n"},
        good={"src/platform/a.cpp": "#ifdef __EMSCRIPTEN__\n#endif\n", "src/app/a.cpp": "// __EMSCRIPTEN__ is unknown here\n"},
    ),
    Rule(
        "no clock, locale, files or threads in core, app and ui",
        find_outside_world,
        bad={
            "src/core/a.cpp": "auto t = std::chrono::system_clock::now();\n",
            "src/app/b.cpp": "std::ifstream file(name);\n",
            "src/ui/c.cpp": "std::setlocale(LC_ALL, \"\");\n",
            "src/core/d.cpp": "std::random_device seed;\n",
        },
        good={"src/platform/e.cpp": "auto t = std::chrono::steady_clock::now();\n", "src/app/f.cpp": "clock->today();\n"},
    ),
    Rule(
        "no exceptions and no run-time types in src",
        find_exceptions,
        bad={"src/core/a.cpp": "void f() { throw 1; }\n", "src/ui/b.cpp": "auto* x = dynamic_cast<A*>(b);\n"},
        good={"src/core/c.cpp": "// What a throw would do is try_emplace's business.\nmap.try_emplace(key);\n"},
    ),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
