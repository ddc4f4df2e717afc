"""The canonical form of a roadmap file (src/core/codec/FORMAT.md), written a second time.

Knows the members that the samples use, not the whole form; shares nothing with the writer in `src`
or with the generator of the samples. A check returns its complaints, none when it passes.
"""

import zlib

RAW_LIMIT, PACKED_LIMIT = 170_000, 20_000

# Members in the order of FORMAT.md: `!` required or always written, `=x` the default that is left
# out, `:object` one object, `:[object]` a list of them.
PROGRESS = "state! reason percent=0 doneDate note evidence:[link]"
FORM = {
    "file": "format! version! minReader! plan!:plan sections:[section] parties:[party] "
    "measures:[measure] marks:[mark] occurrences:[occurrence] schools:[school] "
    "indicators:[indicator] overrides thresholds "
    "decisions liveChanges slides calendar:[year] dictionaries:dictionaries baselines:[baseline] "
    "snapshots views",
    "plan": "id! title! language! level! territory from to asOf approval:approval demo:demo",
    "approval": "authority document date edition",
    "demo": "reason!",
    "section": "id! number title! order=0 parent",
    "party": "id! name! kind! aliases",
    "measure": "id! origin number section title! description period!:period responsible "
    f"responsibleText result targets:[target] {PROGRESS} schools:applies dependsOn tags items:[item]",
    "link": "title url!",
    "period": "text! kind! spans:[span] recurrence:recurrence relative precision=none "
    "review:review setBy=readFromText",
    "span": "from to",
    "recurrence": "text rule",
    "review": "reason!",
    "target": "text! comparator=atLeast value! unit scope actualValue actualDate",
    "applies": "scope=none ids",
    "item": "id! title! period:period responsible result state reason percent=0 doneDate note "
    "evidence:[link]",
    "mark": f"measure! school municipality {PROGRESS}",
    "occurrence": f"measure! from to {PROGRESS}",
    "school": "id! name! shortName municipality kinds curator coordinator risks:[risk] "
    "documents:[document] visits:[visit] stages:[stage]",
    "risk": "factor! level! verified=False chosen=False trend=unknown",
    "document": "id! kind! state! due changed link",
    "visit": "planned actual aim result",
    "stage": "stage! due submitted confirmed expertCheck=notChecked change",
    "indicator": "id! name! unit direction! source about baseline target values:[value]",
    "value": "school date! value numerator denominator",
    "year": "year! daysOff workingSaturdays transferred:[transfer]",
    "transfer": "from! to!",
    "dictionaries": "riskFactors:[word] documentKinds:[word] monitoringStages:[word] states:[word]",
    "word": "key! name!",
    "baseline": "id! title authority date orderNumber periods:[baselinePeriod]",
    "baselinePeriod": "measure! number title spans:[span]",
}


def quoted(text):
    short = {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\b": "\\b",
        "\f": "\\f",
    }
    return '"' + "".join(short.get(c, f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def written(value, indent=""):
    """Canonical text, written here a second time."""
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{quoted(name)}: {written(item, inner)}" for name, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}" if parts else "{}"
    if isinstance(value, list):
        parts = [inner + written(item, inner) for item in value]
        return "[\n" + ",\n".join(parts) + f"\n{indent}]" if parts else "[]"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if value == int(value) else repr(value)


def form_complaints(value, kind, path="file"):
    """Order, required members and left-out defaults of one object and what is inside."""
    members = {}
    for word in FORM[kind].split():
        name, _, inner = word.partition(":")
        name, _, default = name.partition("=")
        members[name.rstrip("!")] = (name.endswith("!"), default, inner)
    found = []
    unknown = [name for name in value if name not in members]
    if unknown:
        return [f"{path}: not in the form: {unknown}"]
    if list(value) != [name for name in members if name in value]:
        found.append(f"{path}: order {list(value)}")
    for name, (required, default, inner) in members.items():
        if name not in value:
            if required:
                found.append(f"{path}: {name} is missing")
            continue
        item = value[name]
        if not required and (item in ("", [], {}) or str(item) == default):
            found.append(f"{path}.{name}: a default is written")
        if inner.startswith("["):
            for index, part in enumerate(item):
                found += form_complaints(part, inner[1:-1], f"{path}.{name}[{index}]")
        elif inner:
            found += form_complaints(item, inner, f"{path}.{name}")
    return found


def check_form(plan, text, _facts):
    found = form_complaints(plan, "file")
    if written(plan) + "\n" != text:
        found.append("the text is not canonical")
    raw = text.encode("utf-8")
    if len(raw) > RAW_LIMIT or len(zlib.compress(raw, 9)) > PACKED_LIMIT:
        found.append(f"{len(raw)} bytes, {len(zlib.compress(raw, 9))} deflated")
    return found
