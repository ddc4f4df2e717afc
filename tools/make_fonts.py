"""Makes one of the page's fonts: Inter, cut down to the characters below; what Inter lacks comes from Noto Sans.

    make_fonts.py all|core INTER.ttf NOTO_SANS.ttf OUT.ttf

Both fonts are under the SIL Open Font License. Hinting, kerning and layout features are left out, because the page's
rasteriser (stb_truetype) does not use them; digits get their tabular forms, so that columns of dates stand in line.
The same inputs give the same bytes.
"""

import sys

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

CHARACTERS = (
    set(range(0x20, 0x7F))  # Basic Latin
    | set(range(0xA0, 0x180))  # Latin-1, Latin Extended-A
    | set(range(0x180, 0x250))  # Latin Extended-B
    | set(range(0x400, 0x530))  # Cyrillic and its supplement: all alphabets of Russia
    | set(range(0x2010, 0x2028))  # dashes, quotation marks, bullets, ellipsis
    | set(range(0x2030, 0x203B))  # per mille, primes, angle quotation marks
    | set(range(0x2160, 0x216C))  # Roman numerals I to XII
    | {0x0301}  # the stress mark
    | {0x2009, 0x200A, 0x202F, 0x2044, 0x20BD, 0x2116, 0x2122}  # thin spaces, fraction slash, rouble, numero, trade mark
    | {0x00D7, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265}  # mathematics
    | {0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2195}  # arrows
    | {0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x2713}  # marks
    | {0xFFFD}  # stands for a character that no font has
) - {0xAD}  # the soft hyphen: never seen where a line does not end at it

# What titles and headings are made of; the interface takes a missing semibold character from the regular font.
CORE_CHARACTERS = (
    set(range(0x20, 0x7F))
    | {c for c in CHARACTERS if 0xA0 <= c < 0x100}
    | set(range(0x400, 0x460))
    | {c for c in CHARACTERS if 0x490 <= c < 0x500}  # letters of Tatar, Bashkir, Yakut and others
    | {c for c in CHARACTERS if 0x2010 <= c < 0x2200}
)


def tabular_digits(font):
    """Makes the character map show the forms that the 'tnum' feature would choose."""
    gsub = font["GSUB"].table
    lookups = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum" for i in record.Feature.LookupListIndex}
    replace = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 1:
                replace.update(table.mapping)
    digits = {ord(c) for c in "0123456789"}
    for table in font["cmap"].tables:
        for code in digits & set(table.cmap):
            table.cmap[code] = replace.get(table.cmap[code], table.cmap[code])
    widths = {font["hmtx"][font.getBestCmap()[code]][0] for code in digits}
    if len(widths) != 1:
        raise SystemExit(f"the digits have {len(widths)} widths, not one")


def cut(font, codes):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_kern = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 5, 13, 14]  # copyright, family, style, version, licence and its address
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "DSIG", "gasp", "prep", "MVAR", "HVAR", "avar", "fvar", "gvar", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def add_glyphs(font, other, codes):
    """Draws glyphs of another font into this one, at this one's scale."""
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    source, cmap = other.getGlyphSet(), other.getBestCmap()
    order = list(font.getGlyphOrder())
    tables = [table for table in font["cmap"].tables if table.isUnicode()]
    for code in sorted(codes):
        name = f"other{code:04X}"
        pen = TTGlyphPen(None)
        # Components are decomposed: their glyphs are not taken over.
        recording = DecomposingRecordingPen(source)
        source[cmap[code]].draw(recording)
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        order.append(name)
        font.setGlyphOrder(order)
        glyph = pen.glyph()
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (round(source[cmap[code]].width * scale), getattr(glyph, "xMin", 0))
        for table in tables:
            table.cmap[code] = name
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)


def fit_line_to_em(font):
    """Makes the line exactly one em high, capitals in its middle: the rasteriser scales by the height of the line, so a
    size in pixels then means what it means in CSS. The page sets its line spacing itself."""
    em, capital = font["head"].unitsPerEm, font["OS/2"].sCapHeight
    ascent = round((em + capital) / 2)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, ascent - em, 0


def main():
    which, inter_path, noto_path, out_path = sys.argv[1:]
    characters = {"all": CHARACTERS, "core": CORE_CHARACTERS}[which]
    inter = TTFont(inter_path, recalcTimestamp=False)
    noto = TTFont(noto_path, recalcTimestamp=False)
    tabular_digits(inter)
    have, other = set(inter.getBestCmap()), set(noto.getBestCmap())
    missing = characters - have - other
    if missing:
        raise SystemExit("in neither font: " + " ".join(f"U+{code:04X}" for code in sorted(missing)))
    cut(inter, characters & have)
    add_glyphs(inter, noto, (characters - have) & other)
    fit_line_to_em(inter)
    # The licence asks for the notice of every source.
    notice = f"{inter['name'].getDebugName(0)}; characters that Inter lacks: {noto['name'].getDebugName(0)}"
    inter["name"].setName(notice, 0, 3, 1, 0x409)
    inter.save(out_path, reorderTables=True)


main()
