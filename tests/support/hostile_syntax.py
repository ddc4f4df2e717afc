"""Hostile files whose fault is in the bytes, in the JSON, or in what JSON allows and a roadmap does not."""

# A whole small roadmap in which @ stands for one place inside the plan, on a line with Russian words.
PLAN = """{
  "format": "vekha.roadmap",
  "version": 0,
  "minReader": 0,
  "plan": {
    "id": "p",
    "title": "Дорожная карта «Школа — центр»", @
    "language": "ru",
    "level": "municipality"
  }
}
"""
# The same with @ as the value of an unknown member.
VALUE = PLAN.replace("@", '"заметка": @,')
# The same with @ inside a text.
TEXT = PLAN.replace("@", '"заметка": "до @ после",')


def add_syntax_cases(cases):
    add_not_json(cases)
    add_cut(cases)
    add_punctuation(cases)
    add_values(cases)
    add_strings(cases)
    add_encodings(cases)
    add_line_ends(cases)
    add_rules(cases)


def add_not_json(cases):
    whole = {
        "empty": ("⟦", "emptyText"),
        "only_spaces": ("   \t ⟦", "emptyText"),
        "only_line_breaks": ("\n\r\n\r⟦", "emptyText"),
        "only_byte_order_mark": ("\ufeff⟦", "emptyText"),
        "mark_and_spaces": ("\ufeff  \n ⟦", "emptyText"),
        "zero_filled": ("⟦" + "\0" * 512, "unexpectedText"),
        "html_page": ("⟦<!DOCTYPE html>\n<html><body>Ошибка 404</body></html>\n", "unexpectedText"),
        "html_behind_line_breaks": ("\n\n  ⟦<html></html>", "unexpectedText"),
        "xml": ('⟦<?xml version="1.0" encoding="UTF-8"?>\n<plan/>\n', "unexpectedText"),
        "csv": ("⟦№;Мероприятие;Срок\n1;Мониторинг;апрель\n", "unexpectedText"),
        "words": ("⟦Дорожная карта на 2021 год\n", "unexpectedText"),
        "latin_words": ("⟦roadmap of the year\n", "invalidLiteral"),
        "yaml": ("⟦format: vekha.roadmap\nversion: 0\n", "invalidLiteral"),
        "yaml_dashes": ("⟦---\nformat: vekha.roadmap\n", "invalidNumber"),
        "pdf_head": ("⟦%PDF-1.7\n", "unexpectedText"),
        "javascript": ("⟦var plan = {};\n", "invalidLiteral"),
        "comment_first": ("⟦// план\n{}\n", "unexpectedText"),
        "closing_brace_only": ("⟦}", "unexpectedText"),
        "comma_only": (" ⟦,", "unexpectedText"),
        "two_documents": ("{}\n⟦{}\n", "textAfterEnd"),
        "text_after_end": (PLAN.replace("@", "") + "⟦конец", "textAfterEnd"),
        "comma_after_end": (PLAN.replace("@", "") + "  ⟦,", "textAfterEnd"),
        "brace_after_end": (PLAN.replace("@", "") + "⟦}\n", "textAfterEnd"),
        "nul_after_end": (PLAN.replace("@", "") + "⟦\0", "textAfterEnd"),
        "second_mark_in_text": ("\ufeff⟦\ufeff{}", "unexpectedText"),
    }
    for name, (marked, code) in whole.items():
        cases.text("whole_" + name, "refused", marked, code)


def add_cut(cases):
    begin = PLAN.split("@")[0]
    for name, end in {
        "behind_comma": "",
        "in_name": '"languag',
        "behind_name": '"language"',
        "behind_colon": '"language":',
        "in_text": '"language": "r',
        "behind_text": '"language": "ru"',
        "in_escape": '"language": "r\\',
        "in_unicode_escape": '"language": "r\\u04',
        "behind_minus": '"x": -',
        "behind_point": '"x": 1.',
        "behind_exponent": '"x": 1e',
        "behind_exponent_sign": '"x": 1e+',
        "in_true": '"x": tru',
        "in_false": '"x": f',
        "in_null": '"x": nul',
        "behind_number": '"x": 12',
        "behind_brace": '"x": {',
        "behind_bracket": '"x": [',
        "in_list": '"x": [1, 2',
        "behind_comma_in_list": '"x": [1,\n',
        "behind_line_break": '"x": 1\n\n\n',
    }.items():
        cases.text("cut_" + name, "refused", begin + end + "⟦", "unexpectedEnd")


def add_punctuation(cases):
    unexpected = {
        "missing_comma": '"x": 1 ⟦"y": 2,',
        "missing_comma_next_line": '"x": 1\n    ⟦"y": 2,',
        "missing_comma_behind_object": '"x": {} ⟦"y": 2,',
        "missing_comma_in_list": '"x": [1 ⟦2],',
        "missing_comma_between_texts": '"x": ["а" ⟦"б"],',
        "double_comma": '"x": 1,⟦, "y": 2,',
        "double_comma_in_list": '"x": [1,⟦,2],',
        "leading_comma": '"x": {⟦, "y": 2},',
        "leading_comma_in_list": '"x": [⟦,1],',
        "trailing_comma": '"x": {"y": 2,⟦},',
        "trailing_comma_in_list": '"x": [1, 2,⟦],',
        "missing_colon": '"x" ⟦1,',
        "double_colon": '"x":⟦:1,',
        "equals_sign": '"x" ⟦= 1,',
        "arrow": '"x" ⟦=> 1,',
        "comma_for_colon": '"x"⟦, 1,',
        "semicolon": '"x": 1⟦; "y": 2,',
        "missing_value": '"x": ⟦, "y": 2,',
        "missing_value_before_brace": '"x": {"y": ⟦},',
        "bracket_for_brace": '"x": {"y": 2⟦],',
        "brace_for_bracket": '"x": [1⟦},',
        "parenthesis": '"x": ⟦(1),',
        "member_in_list": '"x": ["y"⟦: 1],',
        "value_without_name": '⟦{}, "x": 1,',
        "number_as_name": "⟦1: 2,",
        "word_as_name": "⟦title: 2,",
        "russian_word_as_name": '⟦заметка: 2,',
        "null_as_name": "⟦null: 2,",
        "single_quotes_name": "⟦'x': 1,",
        "single_quotes": "\"x\": ⟦'y',",
        "backticks": '"x": ⟦`y`,',
        "typographic_quotes": '"x": ⟦“y”,',
        "russian_quotes": '"x": ⟦«y»,',
        "line_comment": '"x": 1, ⟦// примечание\n',
        "block_comment": '"x": ⟦/* нет */ 1,',
        "hash_comment": '⟦# примечание\n"x": 1,',
        "no_break_space": '"x":⟦\u00a0 1,',
        "zero_width_space": '"x":⟦\u200b1,',
        "line_separator": '"x": 1⟦\u2028,',
        "form_feed": '"x":⟦\f1,',
        "vertical_tab": '"x":⟦\v1,',
        "mark_inside": '"x":⟦\ufeff1,',
        "fullwidth_comma": '"x": 1⟦， "y": 2,',
        "fullwidth_digit": '"x": ⟦１２,',
        "arabic_digit": '"x": ⟦١٢,',
        "decimal_comma": '"x": 1,⟦5,',
        "thousands_space": '"x": 1 ⟦000,',
        "money": '"x": ⟦$5,',
        "at_sign": '"x": ⟦@5,',
        "spread": '⟦...x,',
        "backslash": '"x": ⟦\\n,',
        "emoji": '"x": ⟦😀,',
        "emoji_before_fault": '"x": "😀😀" ⟦"y": 2,',
        "tabs_before_fault": '\t\t"x": 1 ⟦"y": 2,',
    }
    for name, marked in unexpected.items():
        text = PLAN.split("@")[0] + marked + PLAN.split("@")[1]
        cases.text("punctuation_" + name, "refused", text, "unexpectedText")


def add_values(cases):
    numbers = ["01", "-01", "00", "1.", "-1.", ".5", "-.5", "+1", "++1", "--1", "-", "1e", "1E+", "1e-",
               "1.e5", "0x1F", "1_000", "1.2.3", "1e5.5", "12abc", "-Infinity", "-NaN", "2021-04-15",
               "1-2", "1kg"]
    for at, number in enumerate(numbers):
        cases.text(f"number_{at:02}", "refused", VALUE.replace("@", "⟦" + number), "invalidNumber")
    for name, number in {"fraction": "1⟦/2", "percent": "5⟦%", "roubles": "100⟦руб", "squared": "5⟦²"}.items():
        cases.text("number_" + name, "refused", VALUE.replace("@", number), "unexpectedText")
    for word in ["True", "FALSE", "None", "NULL", "nil", "undefined", "NaN", "Infinity", "yes", "truefalse",
                 "nulll", "tru", "fals", "new", "title"]:
        cases.text(f"literal_{word}", "refused", VALUE.replace("@", "⟦" + word), "invalidLiteral")


def add_strings(cases):
    for name, escape in {
        "x": "\\x41", "quote": "\\'", "a": "\\a", "zero": "\\0", "capital_u": "\\U0041", "space": "\\ ",
        "russian": "\\Я", "u_short": "\\u12", "u_letter": "\\u12G4", "u_sign": "\\u+123", "u_space": "\\u 041",
        "u_braces": "\\u{41}", "u_fullwidth": "\\u００４１", "emoji": "\\😀", "line_break": "\\\n",
    }.items():
        cases.text("escape_" + name, "refused", TEXT.replace("@", "⟦" + escape), "invalidEscape")
    for name, character in {
        "line_feed": "\n", "carriage_return": "\r", "tab": "\t", "nul": "\0", "bell": "\a", "unit": "\x1f",
        "escape": "\x1b", "backspace": "\b",
    }.items():
        cases.text("control_" + name, "refused", TEXT.replace("@", "⟦" + character), "controlCharacter")
    cases.text("control_in_name", "refused", PLAN.replace("@", '"за⟦\tметка": 1,'), "controlCharacter")
    cases.text("unclosed_text", "refused", PLAN.replace("@", '"заметка": "нет кавычки,⟦'), "controlCharacter")
    cases.text("inner_quotes", "refused", TEXT.replace("@", 'карта "⟦Школа" наша'), "unexpectedText")
    cases.text("opens_delete_character", "opens", TEXT.replace("@", "\x7f\u2028\ufeff\u0085"))
    cases.text("opens_all_escapes", "opens", TEXT.replace("@", "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0416\\ud83d\\ude00"))
    cases.text("opens_last_code_points", "opens", TEXT.replace("@", "\ud7ff\ue000\uffff\U00010000\U0010ffff"))


def add_encodings(cases):
    before, behind = TEXT.split("@")
    faults = {
        "continuation": b"\x80", "lead_alone": b"\xd0", "overlong_slash": b"\xc0\xaf", "overlong_nul": b"\xc0\x80",
        "overlong_three": b"\xe0\x80\xaf", "overlong_four": b"\xf0\x80\x80\xaf", "surrogate": b"\xed\xa0\x80",
        "surrogate_pair": b"\xed\xa0\xbd\xed\xb8\x80", "above_last": b"\xf4\x90\x80\x80", "five_bytes": b"\xf8\x88\x80\x80\x80",
        "fe": b"\xfe", "ff": b"\xff", "cut_three": b"\xe2\x82", "cut_four": b"\xf0\x9f\x98", "latin1": b"\xe9",
    }
    for name, fault in faults.items():
        cases.bytes("utf8_" + name, before, fault, behind, "invalidUtf8")
    cases.bytes("utf8_cut_in_character", before, "ж".encode()[:1], "", "invalidUtf8")
    cases.bytes("utf8_first_byte", "", b"\xff", "", "invalidUtf8")
    cases.bytes("utf8_zip", "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", b"\xdf", "rest", "invalidUtf8")
    plain = PLAN.replace("@", "")
    for codec in ["cp1251", "koi8-r", "cp866"]:
        ascii_part = plain[: next(at for at, c in enumerate(plain) if ord(c) > 127)]
        rest = plain.replace("—", "-")[len(ascii_part):].replace("«", '').replace("»", '')
        cases.bytes("utf8_is_" + codec, ascii_part, rest.encode(codec), "", "invalidUtf8")
    for codec, mark in {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.items():
        def encode(text, codec=codec, mark=mark):
            return mark + text.encode(codec)

        name = codec.replace("-", "")
        cases.text(f"opens_{name}", "opens", plain, encode=encode)
        cases.text(f"{name}_syntax", "refused", VALUE.replace("@", "⟦01"), "invalidNumber", encode=encode)
        cases.text(f"{name}_cut_unit", "refused", '{"план": "⟦', "invalidUtf16", encode=lambda t, e=encode: e(t) + b"\x04")
        half = "\ud83d".encode(codec, "surrogatepass")
        cases.text(f"{name}_half_of_pair", "refused", '{"план":\n "⟦', "invalidUtf16",
                   encode=lambda t, e=encode, h=half, c=codec: e(t) + h + '"}'.encode(c))
        data = plain.encode(codec)
        cases.put(f"{name}_without_mark", data, "refused", [as_utf8(data)])
    cases.text("opens_mark", "opens", "\ufeff" + plain)
    cases.text("mark_syntax_first_line", "refused", '\ufeff{"план": ⟦нет}', "unexpectedText")


def as_utf8(data):
    """Where bytes that were meant otherwise stop being UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = data[: error.start].decode("utf-8").split("\n")
        return "invalidUtf8", len(lines), len(lines[-1]) + 1, ""
    raise AssertionError("the bytes are UTF-8")


def add_line_ends(cases):
    fault = '{\n "план": {\n  "название": "Карта" ⟦"x": 1\n }\n}\n'
    cases.text("lines_lf", "refused", fault, "unexpectedText")
    cases.text("lines_crlf", "refused", fault.replace("\n", "\r\n"), "unexpectedText")
    cases.text("lines_cr", "refused", fault.replace("\n", "\r"), "unexpectedText")
    cases.text("lines_mixed", "refused", '{\r\n\r "план"\n\n\r\n: ⟦}', "unexpectedText")
    cases.text("lines_one_long", "refused", '{"план": "' + "очень " * 3000 + '", ⟦}', "unexpectedText")
    cases.text("lines_combining", "refused", '{"е' + "\u0301" * 100 + '": ⟦}', "unexpectedText")
    cases.text("lines_right_to_left", "refused", '{"\u202eплан": "\u200fש", ⟦}', "unexpectedText")


def add_rules(cases):
    before, behind = PLAN.split("@")

    def rule(name, marked, *problems):
        cases.text("rule_" + name, "refused", before + marked + behind, *problems)

    rule("duplicate", '"x": 1, ⟦"x": 2,', "duplicateName $.plan.x")
    rule("duplicate_known", '⟦"title": "Другая",', "duplicateName $.plan.title")
    rule("duplicate_equal_value", '"x": 1, ⟦"x": 1,', "duplicateName $.plan.x")
    rule("duplicate_three", '"x": 1, ⟦"x": 2, ⟦"x": 3,', "duplicateName $.plan.x", "duplicateName $.plan.x")
    rule("duplicate_escaped", '"a": 1, ⟦"\\u0061": 2,', 'duplicateName $.plan["\\u0061"]')
    rule("duplicate_escaped_first", '"\\u0061": 1, ⟦"a": 2,', "duplicateName $.plan.a")
    rule("duplicate_russian", '"имя": 1, ⟦"имя": 2,', "duplicateName $.plan.имя")
    rule("duplicate_russian_escaped", '"имя": 1, ⟦"\\u0438мя": 2,', 'duplicateName $.plan["\\u0438мя"]')
    rule("duplicate_pair_escaped", '"😀": 1, ⟦"\\ud83d\\ude00": 2,', 'duplicateName $.plan["\\ud83d\\ude00"]')
    rule("duplicate_spaces", '"a b": 1, ⟦"a b": 2,', 'duplicateName $.plan["a b"]')
    rule("duplicate_empty", '"": 1, ⟦"": 2,', 'duplicateName $.plan[""]')
    rule("duplicate_deep", '"x": [0, {"y": {"z": 1,\n ⟦"z": 1}}],', "duplicateName $.plan.x[1].y.z")
    rule("duplicate_in_two_objects", '"x": [{"y": 1, ⟦"y": 2}, {"y": 3, ⟦"y": 4}],',
         "duplicateName $.plan.x[0].y", "duplicateName $.plan.x[1].y")
    many = ", ".join(f'"n{at}": {at}' for at in range(40))
    rule("duplicate_of_many", f'"x": {{{many}, ⟦"n7": 0}},', "duplicateName $.plan.x.n7")
    cases.text("rule_duplicate_root", "refused", '{"format": "vekha.roadmap", ⟦"format": "vekha.roadmap"}',
               "duplicateName $.format")
    rule("nul_in_text", '"x": "до⟦\\u0000",', "nulCharacter $.plan.x")
    rule("nul_in_name", '"до⟦\\u0000": 1,', 'nulCharacter $.plan["до\\u0000"]')
    rule("nul_in_title", '"x": ["\\\\u0000", "\\\\⟦\\u0000"],', "nulCharacter $.plan.x[1]")
    rule("high_alone", '"x": "⟦\\ud83d",', "loneSurrogate $.plan.x")
    rule("low_alone", '"x": "⟦\\ude00",', "loneSurrogate $.plan.x")
    rule("pair_swapped", '"x": "⟦\\ude00⟦\\ud83d",', "loneSurrogate $.plan.x", "loneSurrogate $.plan.x")
    rule("high_high_low", '"x": "⟦\\ud83d\\ud83d\\ude00",', "loneSurrogate $.plan.x")
    rule("high_then_letter", '"x": "⟦\\uD83Dя",', "loneSurrogate $.plan.x")
    rule("high_in_name", '"⟦\\ud83d": 1,', 'loneSurrogate $.plan["\\ud83d"]')
    rule("two_kinds", '"x": "⟦\\u0000", "y": "⟦\\ud83d", ⟦"y": 1,',
         "nulCharacter $.plan.x", "loneSurrogate $.plan.y", "duplicateName $.plan.y")
    # The document and its plan are two levels.
    for name, depth in {"depth_65": 65, "depth_600": 600}.items():
        marked = '"x": ' + "[" * 62 + "⟦" + "[" * (depth - 64) + "]" * (depth - 2) + ","
        cases.text("rule_" + name, "refused", before + marked + behind, "tooDeep")
    objects = '"x": ' + '{"y":' * 62 + "⟦" + '{"y":1}' + "}" * 62 + ","
    cases.text("rule_depth_65_objects", "refused", before + objects + behind, "tooDeep")
    cases.text("rule_depth_65_unclosed", "refused", "[" * 64 + "⟦[", "tooDeep")
    cases.text("opens_depth_64", "opens", before + '"x": ' + "[" * 62 + "]" * 62 + "," + behind)
