// Pictures of single characters that the page's own fonts lack, drawn with the fonts of the system: white, so that a
// colour tells an emoji from a letter. Sizes are device pixels.
const MARGIN = 1;
const MOST = 2048;
// A browser that guards against being recognised alters texels a little.
const TOLERANCE = 8;
// No system has these: what shows instead is its sign for «unknown». Firefox writes the character's number into that
// sign, four or six digits.
const ABSENT = [0xffff, 0x10ffff];
const signs = new Map();
let brush;

// Advance, left, top, width, height; and texels.
function paint(character, font) {
  brush ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const text = String.fromCodePoint(character);
  brush.font = font;
  const size = brush.measureText(text);
  const left = Math.ceil(size.actualBoundingBoxLeft) + MARGIN;
  const top = Math.ceil(size.actualBoundingBoxAscent) + MARGIN;
  const width = Math.min(left + Math.ceil(size.actualBoundingBoxRight) + MARGIN, MOST);
  const height = Math.min(top + Math.ceil(size.actualBoundingBoxDescent) + MARGIN, MOST);
  const head = [size.width, -left, -top, width, height];
  if (width <= 2 * MARGIN || height <= 2 * MARGIN) return { head: [size.width, 0, 0, 0, 0], texels: [] };
  // Also clears the canvas and forgets the font.
  brush.canvas.width = width;
  brush.canvas.height = height;
  brush.font = font;
  brush.fillStyle = '#fff';
  brush.fillText(text, left, top);
  return { head, texels: brush.getImageData(0, 0, width, height).data };
}

// The digits inside are left out: the frame is at the left and on top.
function looksLike(one, other) {
  const width = one.head[3];
  return (
    one.head.every((value, place) => value === other.head[place]) &&
    one.texels.every((value, at) => {
      const x = (at >> 2) % width;
      return (x > 2 && at >= 8 * width) || Math.abs(value - other.texels[at]) <= TOLERANCE;
    })
  );
}

// The five floats and the texels as bytes; null: the system has no such character.
export function drawGlyph(character, pixels, weight) {
  const font = `${weight} ${pixels}px system-ui, sans-serif`;
  const glyph = paint(character, font);
  const absent = ABSENT[character >> 16 ? 1 : 0];
  const key = absent + font;
  if (!signs.has(key)) signs.set(key, paint(absent, font));
  const isSpace = /\s/.test(String.fromCodePoint(character));
  // The margin is inked where a browser hands out no true texels.
  if ((!isSpace && looksLike(glyph, signs.get(key))) || glyph.texels[3] > TOLERANCE) return null;
  const bytes = new Uint8Array(20 + glyph.texels.length);
  bytes.set(new Uint8Array(new Float32Array(glyph.head).buffer));
  bytes.set(glyph.texels, 20);
  return bytes;
}
