#!/usr/bin/env python3
"""A header includes each standard header whose names it uses, itself: it is read alone, and nobody knows who includes what.

tools/headers_alone compiles each header by itself, but with the standard headers in a precompiled one, which takes half
of the time; what would be missing of those is found here. A name that TABLE does not have is a finding, too.
"""

import re
import sys

sys.dont_write_bytecode = True

from house.cpp import sources
from house.rules import Rule, run

# Standard header → its names, without std::. Where two have a name, the one that the house uses.
TABLE = {
    "algorithm": "clamp count_if equal find find_if lower_bound max min minmax sort ranges::find ranges::any_of ranges::move ranges::sort",
    "array": "array to_array",
    "bit": "bit_cast countr_zero popcount",
    "chrono": "chrono::days chrono::sys_days chrono::year_month_day",
    "compare": "partial_ordering strong_ordering weak_ordering",
    "cstddef": "byte nullptr_t ptrdiff_t size_t",
    "cstdint": "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t uintptr_t",
    "deque": "deque",
    "functional": "function hash invoke less",
    "initializer_list": "initializer_list",
    "iterator": "back_inserter bidirectional_iterator_tag forward_iterator_tag random_access_iterator_tag",
    "limits": "numeric_limits",
    "map": "map multimap",
    "memory": "make_shared make_unique shared_ptr unique_ptr weak_ptr",
    "optional": "nullopt optional",
    "set": "multiset set",
    "span": "span",
    "string": "string to_string",
    "string_view": "string_view",
    "tuple": "tie tuple",
    "type_traits": "conditional_t decay_t is_class_v is_same_v remove_cvref_t remove_reference_t",
    "unordered_map": "unordered_map",
    "unordered_set": "unordered_set",
    "utility": "as_const declval exchange forward in_place_index in_place_type move pair swap to_underlying",
    "variant": "get get_if holds_alternative monostate variant visit",
    "vector": "vector",
}
HEADER_OF = {name: header for header, names in TABLE.items() for name in names.split()}
NAME = re.compile(r"\bstd::((?:chrono::|ranges::)?\w+)")
# What is used without a name: the answer of a comparison.
THREE_WAY = re.compile(r"<=>")
INCLUDED = re.compile(r"^#include <(\w+)>", re.M)


def find_missing(files):
    findings = []
    for file, source in sources(files, "src/"):
        if not file.path.endswith(".hpp"):
            continue
        included = set(INCLUDED.findall(source.text))
        told = set()
        three_way = THREE_WAY.search(source.code)
        if three_way and "compare" not in included:
            findings.append(f"{file.path}:{source.line_of(three_way.start())}: <=> needs <compare>")
        for match in NAME.finditer(source.code):
            name = match.group(1)
            header = HEADER_OF.get(name)
            if header in included or name in told:
                continue
            told.add(name)
            what = f"needs <{header}>" if header else "is not in the table of tests/checks/includes_check.py"
            findings.append(f"{file.path}:{source.line_of(match.start())}: std::{name} {what}")
    return findings


RULES = [
    Rule(
        "headers include the standard headers that they use",
        find_missing,
        bad={
            "src/core/base/a.hpp": "#include <vector>\nstd::vector<std::string> all();\n",
            "src/core/base/b.hpp": "#include <string>\nstd::string_view name();\n",
            "src/core/base/f.hpp": "struct F { auto operator<=>(const F&) const = default; };\n",
            "src/core/base/c.hpp": "#include <utility>\nstd::no_such_thing name();\n",
        },
        good={
            "src/core/base/d.hpp": "#include <string>\n// std::vector\nstd::string name(); // as std::map\n",
            "src/core/base/e.cpp": "std::string name();\n",
        },
    ),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
