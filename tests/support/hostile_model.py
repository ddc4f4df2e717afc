"""Hostile files that are JSON, and no roadmap, or one with problems: every row of format.md's table."""

HEAD = '{\n  "format": "vekha.roadmap",\n  "version": 0,\n  "minReader": 0,\n'
PLAN = '  "plan": {"id": "p", "title": "Карта", "language": "ru", "level": "school"}'
PERIOD = '{"text": "апрель", "kind": "month"}'
MEASURE = '{"id": "m1", "title": "Мониторинг", "period": ' + PERIOD + ', "state": "done"}'


def file_of(members, plan=PLAN):
    """A file with these members behind its plan; the first stands on line 6 as long as the plan has one line."""
    return HEAD + plan + "".join(",\n  " + member for member in members) + "\n}\n"


def measure(members, title='"Мониторинг"', period=PERIOD, state='"done"', ident='"m1"'):
    return f'{{"id": {ident}, "title": {title}, "period": {period}, "state": {state}{members}}}'


def measures(*items):
    return '"measures": [\n    ' + ",\n    ".join(items) + "\n  ]"


def add_model_cases(cases):
    add_envelope(cases)
    add_missing(cases)
    add_types(cases)
    add_repairs(cases)
    add_lists(cases)
    add_dates(cases)
    add_rules(cases)
    add_references(cases)
    add_cycles(cases)
    add_mixed(cases)


def add_envelope(cases):
    for name, marked, problem in [
        ("list", "⟦[1, 2]", "notARoadmap $"),
        ("text", '⟦"vekha.roadmap"', "notARoadmap $"),
        ("number", " ⟦0\n", "notARoadmap $"),
        ("null", "⟦null", "notARoadmap $"),
        ("empty_object", "⟦{}", "notARoadmap $"),
        ("geojson", '⟦{"type": "FeatureCollection", "features": []}', "notARoadmap $"),
        ("other_format", '{"format": ⟦"vekha.draft", "version": 0}', "notARoadmap $.format"),
        ("format_case", '{"format": ⟦"Vekha.Roadmap", "version": 0}', "notARoadmap $.format"),
        ("format_number", '{"format": ⟦0, "version": 0}', "notARoadmap $.format"),
        ("format_null", '{"format": ⟦null}', "notARoadmap $.format"),
        ("format_inside", '⟦{"plan": {"format": "vekha.roadmap"}}', "notARoadmap $"),
    ]:
        cases.text("envelope_" + name, "refused", marked, problem)
    whole = file_of([])
    for name, value in {
        "text": '"0"', "negative": "-1", "fraction": "1.5", "huge": "1e308", "larger_than_numbers": "1e400", "null": "null",
        "true": "true", "list": "[0]", "million": "1000001",
    }.items():
        cases.text("version_" + name, "refused", whole.replace('"version": 0', f'"version": ⟦{value}'),
                   "invalidVersion $.version")
        cases.text("min_reader_" + name, "refused", whole.replace('"minReader": 0', f'"minReader": ⟦{value}'),
                   "invalidVersion $.minReader")
    cases.text("version_missing", "refused", "⟦" + whole.replace('  "version": 0,\n', ""), "missingMember $")
    cases.text("min_reader_missing", "refused", "⟦" + whole.replace('  "minReader": 0,\n', ""), "missingMember $")
    both = whole.replace('"version": 0', '"version": ⟦"0"').replace('"minReader": 0', '"minReader": ⟦-1')
    cases.text("version_and_min_reader", "refused", both, "invalidVersion $.version", "invalidVersion $.minReader")
    newer = whole.replace('"version": 0', '"version": 7')
    cases.text("reader_too_old", "refused", newer.replace('"minReader": 0', '"minReader": ⟦3'),
               "readerTooOld $.minReader")
    cases.text("reader_too_old_same_version", "refused", whole.replace('"minReader": 0', '"minReader": ⟦1'),
               "readerTooOld $.minReader")
    # What a newer version may add or change is no reason to say more than «newer».
    cases.text("newer_version", "readOnly", newer)
    cases.text("newer_version_million", "readOnly", whole.replace('"version": 0', '"version": 1e6'))
    cases.text("newer_version_repair", "readOnly", newer.replace('"level": "school"', '"level": ⟦"district"'),
               "unknownValue $.plan.level")
    cases.text("version_zero_point_zero", "opens", whole.replace('"version": 0', '"version": 0.0'))
    cases.text("opens_minimal", "opens", whole)


def add_missing(cases):
    cases.text("missing_plan", "refused", "⟦" + HEAD.rstrip(",\n") + "\n}\n", "missingMember $")
    cases.text("missing_plan_id", "refused", file_of([], '  "plan": ⟦{"title": "т", "language": "ru", "level": "school"}'),
               "missingMember $.plan")
    cases.text("missing_plan_both", "refused", file_of([], '  "plan": ⟦⟦{"language": "ru", "level": "school"}'),
               "missingMember $.plan", "missingMember $.plan")
    for name, item in {
        "sections": '⟦{"id": "s"}',
        "parties": '⟦{"name": "Отдел", "kind": "body"}',
        "marks": '⟦{"school": "", "state": "done", "municipality": "М"}',
        "occurrences": '⟦{"from": "2021-01-01", "state": "done"}',
        "schools": '⟦{"id": "s"}',
        "indicators": '⟦{"id": "i", "direction": "higherIsBetter"}',
        "overrides": '⟦{"state": "done"}',
        "decisions": '⟦{"id": "d"}',
        "liveChanges": '⟦{"measure": "m1"}',
        "slides": '⟦{"hidden": true}',
        "calendar": '⟦{"daysOff": []}',
        "baselines": '⟦{"title": "т"}',
        "snapshots": '⟦{"id": "s"}',
        "views": '⟦{"id": "v"}',
    }.items():
        cases.text("missing_in_" + name, "refused", file_of([measures(MEASURE), f'"{name}": [{item}]']),
                   f"missingMember $.{name}[0]")
    cases.text("missing_period", "refused",
               file_of([measures('⟦{"id": "m1", "title": "т", "state": "done"}')]), "missingMember $.measures[0]")
    cases.text("missing_period_kind", "refused", file_of([measures(measure("", period='⟦{"text": "апрель"}'))]),
               "missingMember $.measures[0].period")
    cases.text("missing_in_third", "refused",
               file_of([measures(MEASURE, measure("", ident='"m2"'), '⟦{"id": "m3", "period": ' + PERIOD + ', "state": "done"}')]),
               "missingMember $.measures[2]")
    for name, member, path in [
        ("target", '"targets": [⟦{"text": "доля"}]', "targets[0]"),
        ("evidence", '"evidence": [⟦{"title": "Приказ"}]', "evidence[0]"),
        ("item", '"items": [⟦{"id": "a"}]', "items[0]"),
    ]:
        cases.text("missing_in_" + name, "refused", file_of([measures(measure(", " + member))]),
                   f"missingMember $.measures[0].{path}")
    for name, period, path in [
        ("relative", '{"text": "", "kind": "relative", "relative": ⟦{"offsetDays": 3}}', "period.relative"),
        ("review", '{"text": "", "kind": "month", "review": ⟦{}}', "period.review"),
    ]:
        cases.text("missing_in_" + name, "refused", file_of([measures(measure("", period=period))]),
                   f"missingMember $.measures[0].{path}")
    cases.text("missing_demo_reason", "refused", file_of([], PLAN[:-1] + ', "demo": ⟦{}}'), "missingMember $.plan.demo")
    # Members that are always written: the default is taken, and said.
    cases.text("default_language", "opens", file_of([], '  "plan": ⟦{"id": "p", "title": "т", "level": "school"}'),
               "defaultTaken $.plan")
    cases.text("default_level", "opens", file_of([], '  "plan": ⟦{"id": "p", "title": "т", "language": "ru"}'),
               "defaultTaken $.plan")
    cases.text("default_state", "opens", file_of([measures('⟦{"id": "m1", "title": "т", "period": ' + PERIOD + "}")]),
               "defaultTaken $.measures[0]")
    cases.text("default_period_text", "opens", file_of([measures(measure("", period='⟦{"kind": "month"}'))]),
               "defaultTaken $.measures[0].period")
    cases.text("default_party_kind", "opens", file_of(['"parties": [⟦{"id": "o", "name": "Отдел"}]']),
               "defaultTaken $.parties[0]")
    cases.text("default_thresholds", "opens",
               file_of(['"thresholds": ⟦⟦{"dueSoonDays": 10, "redLateSharePercent": 20}']),
               "defaultTaken $.thresholds", "defaultTaken $.thresholds")


def add_types(cases):
    for name, value in {"number": "⟦5", "null": "⟦null", "list": '⟦["т"]', "object": "⟦{}", "true": "⟦true"}.items():
        cases.text("type_title_" + name, "refused", file_of([measures(measure("", title=value))]),
                   "wrongType $.measures[0].title")
    for name, member, path in [
        ("percent_text", '"percent": ⟦"50"', "percent"),
        ("date_number", '"doneDate": ⟦20210415', "doneDate"),
        ("date_null", '"doneDate": ⟦null', "doneDate"),
        ("tags_text", '"tags": ⟦"а, б"', "tags"),
        ("tag_number", '"tags": ["а", ⟦5]', "tags[1]"),
        ("responsible_text", '"responsible": ⟦"o"', "responsible"),
        ("schools_list", '"schools": ⟦["s"]', "schools"),
        ("items_object", '"items": ⟦{}', "items"),
        ("item_text", '"items": [⟦"пункт"]', "items[0]"),
        ("evidence_text", '"evidence": [⟦"приказ"]', "evidence[0]"),
        ("target_value", '"targets": [{"text": "д", "value": ⟦"80 %"}]', "targets[0].value"),
        ("state_number", '"reason": ⟦0', "reason"),
    ]:
        cases.text("type_" + name, "refused", file_of([measures(measure(", " + member))]),
                   f"wrongType $.measures[0].{path}")
    cases.text("type_state", "refused", file_of([measures(measure("", state="⟦2"))]), "wrongType $.measures[0].state")
    cases.text("type_period", "refused", file_of([measures(measure("", period='⟦"апрель"'))]), "wrongType $.measures[0].period")
    cases.text("type_measures", "refused", file_of(['"measures": ⟦{"m1": {}}']), "wrongType $.measures")
    cases.text("type_measure", "refused", file_of([measures(MEASURE, "⟦null", "⟦[]")]),
               "wrongType $.measures[1]", "wrongType $.measures[2]")
    cases.text("type_plan", "refused", HEAD + '  "plan": ⟦[]\n}\n', "wrongType $.plan")
    cases.text("type_thresholds", "refused", file_of(['"thresholds": ⟦[]']), "wrongType $.thresholds")
    cases.text("type_hidden", "refused", file_of(['"slides": [{"kind": "plan", "hidden": ⟦"нет"}]']),
               "wrongType $.slides[0].hidden")
    cases.text("type_calendar_day", "refused", file_of(['"calendar": [{"year": 2021, "daysOff": [⟦1]}]']),
               "wrongType $.calendar[0].daysOff[0]")
    for name, ident, length in [("empty", '⟦""', 0), ("too_long", '⟦"' + "и" * 201 + '"', 201)]:
        cases.text("id_" + name, "refused", file_of([measures(measure("", ident=ident))]), "invalidId $.measures[0].id")
        cases.text("id_reference_" + name, "refused", file_of([measures(measure(f', "dependsOn": [{ident}]'))]),
                   "invalidId $.measures[0].dependsOn[0]")
    cases.text("id_of_plan_empty", "refused", file_of([], PLAN.replace('"p"', '⟦""')), "invalidId $.plan.id")
    cases.text("opens_id_200", "opens", file_of([measures(measure("", ident='"' + "и" * 200 + '"'))]))


def add_repairs(cases):
    for name, member, problem in [
        ("percent_101", '"percent": ⟦101', "numberOutOfRange $.measures[0].percent"),
        ("percent_negative", '"percent": ⟦-1', "numberOutOfRange $.measures[0].percent"),
        ("percent_huge", '"percent": ⟦1e9999', "numberOutOfRange $.measures[0].percent"),
        ("percent_fraction", '"percent": ⟦50.5', "notAnInteger $.measures[0].percent"),
        ("percent_400_digits", '"percent": ⟦' + "9" * 400, "numberOutOfRange $.measures[0].percent"),
        ("target_huge", '"targets": [{"text": "д", "value": ⟦-1e400}]', "numberOutOfRange $.measures[0].targets[0].value"),
        ("target_tiny", '"targets": [{"text": "д", "value": ⟦1e-400}]', "numberOutOfRange $.measures[0].targets[0].value"),
        ("comparator", '"targets": [{"text": "д", "comparator": ⟦">=", "value": 1}]',
         "unknownValue $.measures[0].targets[0].comparator"),
        ("scope", '"schools": {"scope": ⟦"some"}', "unknownValue $.measures[0].schools.scope"),
        ("number_long", '"number": ⟦"' + "1" * 1001 + '"', "textTooLong $.measures[0].number"),
        ("url_long", '"evidence": [{"url": ⟦"' + "u" * 4001 + '"}]', "textTooLong $.measures[0].evidence[0].url"),
        ("origin_long", '"origin": ⟦"' + "о" * 201 + '"', "textTooLong $.measures[0].origin"),
        ("section_long", '"section": ⟦"' + "р" * 201 + '"', "textTooLong $.measures[0].section"),
    ]:
        cases.text("repair_" + name, "opens", file_of([measures(measure(", " + member))]), problem)
    cases.text("repair_state", "opens", file_of([measures(measure("", state='⟦"late"'))]), "unknownValue $.measures[0].state")
    cases.text("repair_state_case", "opens", file_of([measures(measure("", state='⟦"Done"'))]), "unknownValue $.measures[0].state")
    cases.text("repair_state_russian", "opens", file_of([measures(measure("", state='⟦"выполнено"'))]),
               "unknownValue $.measures[0].state")
    cases.text("repair_kind", "opens", file_of([measures(measure("", period='{"text": "", "kind": ⟦"week"}'))]),
               "unknownValue $.measures[0].period.kind")
    cases.text("repair_set_by", "opens", file_of([measures(measure("", period='{"text": "", "kind": "day", "setBy": ⟦""}'))]),
               "unknownValue $.measures[0].period.setBy")
    cases.text("repair_offset", "opens",
               file_of([measures(measure("", period='{"text": "", "kind": "relative", "relative": {"anchor": "приказ", "offsetDays": ⟦36601}}'))]),
               "numberOutOfRange $.measures[0].period.relative.offsetDays")
    cases.text("repair_zone", "opens", file_of(['"overrides": [{"zone": ⟦"blue", "reason": "п"}]']),
               "unknownValue $.overrides[0].zone")
    cases.text("repair_year", "opens", file_of(['"calendar": [{"year": ⟦10000}]']), "numberOutOfRange $.calendar[0].year")
    cases.text("repair_thresholds", "opens",
               file_of(['"thresholds": {"dueSoonDays": ⟦1.5, "redLateSharePercent": ⟦101, "redBehindPoints": ⟦-0.5, "yellowBehindPoints": 5}']),
               "notAnInteger $.thresholds.dueSoonDays", "numberOutOfRange $.thresholds.redLateSharePercent",
               "numberOutOfRange $.thresholds.redBehindPoints")
    cases.text("opens_percent_spellings", "opens", file_of([measures(measure(', "percent": 5.0e1'))]))
    cases.text("opens_unknown_numbers", "opens",
               file_of([measures(measure(', "x": [1E3, -0, 1e9999, ' + "7" * 400 + ", 0.10]"))]))


def add_lists(cases):
    cases.text("list_kind", "opens",
               file_of(['"schools": [{"id": "s", "name": "Школа", "kinds": ["donor", ⟦"best", "other"]}]']),
               "unknownValue $.schools[0].kinds[1]")
    cases.text("list_days_off", "opens",
               file_of(['"calendar": [{"year": 2021, "daysOff": ["2021-01-01", ⟦"2021-02-30", ⟦"1 мая"]}]']),
               "impossibleDate $.calendar[0].daysOff[1]", "impossibleDate $.calendar[0].daysOff[2]")
    cases.text("list_tag_long", "opens", file_of([measures(measure(', "tags": ["а", ⟦"' + "я" * 1001 + '"]'))]),
               "textTooLong $.measures[0].tags[1]")


def add_dates(cases):
    for at, date in enumerate([
        "2021-02-30", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-04-00", "21-04-15",
        "2021-4-15", "15.04.2021", "2021-04-15T00:00:00", "2021-04-15Z", "20210415", " 2021-04-15", "2021-04-15 ", "",
        "завтра", "-001-01-01", "10000-01-01", "2021−04−15", "2021-04-1５", "2021-W15-4", "0x21-01-01",
    ]):
        cases.text(f"date_{at:02}", "opens", file_of([measures(measure(f', "doneDate": ⟦"{date}"'))]),
                   "impossibleDate $.measures[0].doneDate")
    for at, date in enumerate(["0000-01-01", "9999-12-31", "2020-02-29", "2000-02-29", "2038-01-19", "2021-04-1\\u0035"]):
        cases.text(f"opens_date_{at:02}", "opens", file_of([measures(measure(f', "doneDate": "{date}"'))]))
    cases.text("date_in_span", "opens",
               file_of([measures(measure("", period='{"text": "30 февраля", "kind": "day", "spans": [{"from": ⟦"2021-02-30", "to": ⟦"2021-02-30"}]}'))]),
               "impossibleDate $.measures[0].period.spans[0].from", "impossibleDate $.measures[0].period.spans[0].to")
    cases.text("date_required", "opens", file_of(['"snapshots": [{"id": "с", "asOf": ⟦"2021-06-31"}]']),
               "impossibleDate $.snapshots[0].asOf")
    cases.text("date_transferred", "opens",
               file_of(['"calendar": [{"year": 2021, "transferred": [{"from": ⟦"2021-1-2", "to": "2021-11-05"}]}]']),
               "impossibleDate $.calendar[0].transferred[0].from")
    cases.text("order_span", "opens",
               file_of([measures(measure("", period='{"text": "", "kind": "range", "spans": [{"from": "2021-05-01", "to": ⟦"2021-04-30"}]}'))]),
               "endBeforeStart $.measures[0].period.spans[0].to")
    cases.text("order_span_reversed_members", "opens",
               file_of([measures(measure("", period='{"text": "", "kind": "range", "spans": [{"to": ⟦"2021-04-30", "from": "2021-05-01"}]}'))]),
               "endBeforeStart $.measures[0].period.spans[0].to")
    cases.text("order_plan", "opens", file_of([], PLAN[:-1] + ', "from": "2021-12-31", "to": ⟦"2021-01-01"}'),
               "endBeforeStart $.plan.to")
    cases.text("order_occurrence", "opens",
               file_of([measures(MEASURE), '"occurrences": [{"measure": "m1", "from": "2021-02-01", "to": ⟦"2021-01-31", "state": "done"}]']),
               "endBeforeStart $.occurrences[0].to")
    cases.text("opens_one_day", "opens",
               file_of([measures(measure("", period='{"text": "", "kind": "day", "spans": [{"from": "2021-05-01", "to": "2021-05-01"}]}'))]))


def add_rules(cases):
    item = '"items": [{"id": "a", "title": "пункт", '
    cases.text("orphan_percent", "opens", file_of([measures(measure(", " + item + '"percent": ⟦50}]'))]),
               "orphanMember $.measures[0].items[0].percent")
    cases.text("orphan_two", "opens", file_of([measures(measure(", " + item + '"note": ⟦"н", "doneDate": ⟦"2021-01-01"}]'))]),
               "orphanMember $.measures[0].items[0].note", "orphanMember $.measures[0].items[0].doneDate")
    cases.text("opens_item_state_last", "opens", file_of([measures(measure(", " + item + '"percent": 50, "state": "inProgress"}]'))]))
    for name, place in {"nothing": "", "empty_place": '"municipality": "", '}.items():
        cases.text("mark_of_" + name, "opens",
                   file_of([measures(MEASURE), f'"marks": [⟦{{"measure": "m1", {place}"state": "done"}}]']),
                   "notExactlyOne $.marks[0]")
    cases.text("span_of_nothing", "opens",
               file_of([measures(measure("", period='{"text": "", "kind": "month", "spans": [⟦{}]}'))]),
               "neitherGiven $.measures[0].period.spans[0]")
    cases.text("occurrence_of_nothing", "opens",
               file_of([measures(MEASURE), '"occurrences": [⟦{"measure": "m1", "state": "done"}]']),
               "neitherGiven $.occurrences[0]")
    cases.text("mark_of_two", "opens",
               file_of([measures(MEASURE), '"schools": [{"id": "s", "name": "Школа"}]',
                        '"marks": [⟦{"measure": "m1", "school": "s", "municipality": "М", "state": "done"}]']),
               "notExactlyOne $.marks[0]")
    cases.text("override_of_two", "opens",
               file_of(['"sections": [{"id": "s", "title": "т"}]', measures(MEASURE),
                        '"overrides": [⟦{"measure": "m1", "section": "s", "zone": "red", "reason": "п"}]']),
               "notExactlyOne $.overrides[0]")
    cases.text("override_of_nothing", "opens", file_of(['"overrides": [⟦{"reason": "п"}]']), "notExactlyOne $.overrides[0]")
    cases.text("override_state_and_zone", "opens",
               file_of(['"overrides": [⟦{"state": "done", "zone": "red", "reason": "п"}]']), "notExactlyOne $.overrides[0]")


def add_references(cases):
    parties = '"parties": [{"id": "o1", "name": "Отдел", "kind": "body"}]'
    for name, members, problem in [
        ("section", [measures(measure(', "section": ⟦"нет"'))], "missingReference $.measures[0].section"),
        ("responsible", [parties, measures(measure(', "responsible": ["o1", ⟦"o2"]'))],
         "missingReference $.measures[0].responsible[1]"),
        ("depends_on", [measures(measure(', "dependsOn": [⟦"m2"]'))], "missingReference $.measures[0].dependsOn[0]"),
        ("school", [measures(measure(', "schools": {"scope": "listed", "ids": [⟦"s"]}'))],
         "missingReference $.measures[0].schools.ids[0]"),
        ("parent", ['"sections": [{"id": "s", "title": "т", "parent": ⟦"S"}]'], "missingReference $.sections[0].parent"),
        ("curator", ['"schools": [{"id": "s", "name": "Ш", "curator": ⟦"к"}]'], "missingReference $.schools[0].curator"),
        ("mark_measure", ['"marks": [{"measure": ⟦"m1", "municipality": "М", "state": "done"}]'],
         "missingReference $.marks[0].measure"),
        ("mark_school", [measures(MEASURE), '"marks": [{"measure": "m1", "school": ⟦"s", "state": "done"}]'],
         "missingReference $.marks[0].school"),
        ("occurrence", ['"occurrences": [{"measure": ⟦"m1", "from": "2021-01-01", "state": "done"}]'],
         "missingReference $.occurrences[0].measure"),
        ("value_school", ['"indicators": [{"id": "i", "name": "и", "direction": "higherIsBetter", "values": [{"school": ⟦"s", "date": "2021-01-01"}]}]'],
         "missingReference $.indicators[0].values[0].school"),
        ("override", ['"overrides": [{"measure": ⟦"m1", "zone": "red", "reason": "п"}]'], "missingReference $.overrides[0].measure"),
        ("decision_responsible", ['"decisions": [{"id": "d", "text": "т", "responsible": [⟦"o"]}]'],
         "missingReference $.decisions[0].responsible[0]"),
        ("live_change", [measures(MEASURE), '"liveChanges": [{"decision": ⟦"d", "measure": "m1", "text": "т"}]'],
         "missingReference $.liveChanges[0].decision"),
        ("slide_view", ['"slides": [{"kind": "plan", "view": ⟦"v"}]'], "missingReference $.slides[0].view"),
        ("other_kind", [parties, measures(measure(', "section": ⟦"o1"'))], "missingReference $.measures[0].section"),
        ("case", [parties, measures(measure(', "responsible": [⟦"O1"]'))], "missingReference $.measures[0].responsible[0]"),
        ("item_responsible", [measures(measure(', "items": [{"id": "a", "title": "т", "responsible": [⟦"o"]}]'))],
         "missingReference $.measures[0].items[0].responsible[0]"),
    ]:
        cases.text("reference_" + name, "consent", file_of(members), problem)
    cases.text("opens_reference_escaped", "opens", file_of([parties, measures(measure(', "responsible": ["\\u006f1"]'))]))
    cases.text("opens_reference_empty", "opens", file_of([measures(measure(', "section": "", "origin": ""'))]))
    cases.text("opens_history", "opens",
               file_of(['"baselines": [{"id": "b", "periods": [{"measure": "бывшее"}]}]',
                        '"snapshots": [{"id": "s", "asOf": "2021-01-01", "states": [{"measure": "бывшее"}]}]']))
    cases.text("repeated_measure", "consent", file_of([measures(MEASURE, measure("", ident='⟦"m1"'))]), "repeatedId $.measures[1].id")
    cases.text("repeated_three", "consent",
               file_of([measures(MEASURE, measure("", ident='⟦"m1"'), measure("", ident='⟦"\\u006d1"'))]),
               "repeatedId $.measures[1].id", "repeatedId $.measures[2].id")
    cases.text("repeated_item_elsewhere", "consent",
               file_of([measures(measure(', "items": [{"id": "a", "title": "т"}]'),
                                 measure(', "items": [{"id": ⟦"a", "title": "т"}]', ident='"m2"'))]),
               "repeatedId $.measures[1].items[0].id")
    cases.text("repeated_section", "consent", file_of(['"sections": [{"id": "s", "title": "а"}, {"id": ⟦"s", "title": "б"}]']),
               "repeatedId $.sections[1].id")
    cases.text("opens_same_id_of_kinds", "opens",
               file_of(['"sections": [{"id": "m1", "title": "а"}]', '"parties": [{"id": "m1", "name": "О", "kind": "role"}]',
                        measures(MEASURE)]))
    mark = '{"measure": "m1", "municipality": "М", "state": "done"}'
    cases.text("repeated_mark", "consent", file_of([measures(MEASURE), f'"marks": [{mark}, ⟦{mark}]']), "repeatedReport $.marks[1]")
    days = '{"measure": "m1", "from": "2021-01-01", "to": "2021-01-31", "state": "done"}'
    cases.text("repeated_occurrence", "consent", file_of([measures(MEASURE), f'"occurrences": [{days}, ⟦{days}]']),
               "repeatedReport $.occurrences[1]")


def add_cycles(cases):
    def section(ident, parent):
        return f'{{"id": "{ident}", "title": "т", "parent": {parent}}}'

    def sections(*items):
        return '"sections": [' + ",\n    ".join(items) + "]"

    cases.text("cycle_section_itself", "consent", file_of([sections(section("a", '⟦"a"'))]), "sectionCycle $.sections[0].parent")
    cases.text("cycle_sections_two", "consent", file_of([sections(section("a", '"b"'), section("b", '⟦"a"'))]),
               "sectionCycle $.sections[1].parent")
    cases.text("cycle_sections_three", "consent",
               file_of([sections(section("a", '"b"'), section("b", '"c"'), section("c", '⟦"a"'))]),
               "sectionCycle $.sections[2].parent")
    cases.text("cycle_sections_with_branch", "consent",
               file_of([sections(section("d", '"a"'), section("a", '"b"'), section("b", '⟦"a"'))]),
               "sectionCycle $.sections[2].parent")
    cases.text("section_fourth_level", "consent",
               file_of([sections(section("d", '⟦"c"'), section("c", '⟦"b"'), section("b", '"a"'), '{"id": "a", "title": "т"}')]),
               "sectionTooDeep $.sections[0].parent", "sectionTooDeep $.sections[1].parent")
    cases.text("section_third_level", "consent",
               file_of([sections('{"id": "a", "title": "т"}', section("b", '"a"'), section("c", '⟦"b"'))]),
               "sectionTooDeep $.sections[2].parent")

    def depends(ident, on):
        return measure(f', "dependsOn": [{on}]', ident=f'"{ident}"')

    cases.text("cycle_measure_itself", "consent", file_of([measures(depends("m1", '⟦"m1"'))]),
               "dependencyCycle $.measures[0].dependsOn[0]")
    cases.text("cycle_measures_two", "consent", file_of([measures(depends("m1", '"m2"'), depends("m2", '⟦"m1"'))]),
               "dependencyCycle $.measures[1].dependsOn[0]")
    cases.text("cycle_measures_two_ways", "consent",
               file_of([measures(depends("m1", '"m2", "m3"'), depends("m2", '⟦"m1"'), depends("m3", '⟦"m1"'))]),
               "dependencyCycle $.measures[1].dependsOn[0]", "dependencyCycle $.measures[2].dependsOn[0]")
    cases.text("opens_diamond", "opens",
               file_of([measures(depends("m1", '"m2", "m3"'), depends("m2", '"m4"'), depends("m3", '"m4"'), depends("m4", ""))]))


def add_mixed(cases):
    cases.text("mixed_all_are_listed", "refused",
               file_of([measures(measure(', "percent": ⟦200, "doneDate": ⟦"вчера", "section": ⟦"нет"', title="⟦5"))])
               .replace('"level": "school"', '"level": ⟦"город"'),
               "unknownValue $.plan.level", "wrongType $.measures[0].title", "numberOutOfRange $.measures[0].percent",
               "impossibleDate $.measures[0].doneDate", "missingReference $.measures[0].section")
    cases.text("mixed_consent_and_repair", "consent",
               file_of([measures(measure(', "percent": ⟦200, "section": ⟦"нет"'))]),
               "numberOutOfRange $.measures[0].percent", "missingReference $.measures[0].section")
