// Bytes as text that an HTML parser leaves alone and that compresses like the bytes themselves: the character with the
// number of the byte (U+0001 to U+00FF). Three bytes would be changed or could be read as markup: NUL, CR and «<».
// A byte that is rare in WebAssembly lends each its character, and is itself written as the mark and a digit, as the mark
// is. tools/pack.mjs writes what is read here.
const FIRST_DIGIT = 0x30;
const MARK = 0x7b;
const LENT = [[0x00, 0x5a], [0x0d, 0x7a], [0x3c, 0x59]];
const AFTER_MARK = [...LENT.map(([, rare]) => rare), MARK];

export function bytesFromText(text, size) {
  const byteOf = Uint8Array.from({ length: 256 }, (_, code) => code);
  for (const [byte, rare] of LENT) byteOf[rare] = byte;
  const bytes = new Uint8Array(size);
  let to = 0;
  for (let from = 0; from < text.length; ++from, ++to) {
    const code = text.charCodeAt(from);
    bytes[to] = code === MARK ? AFTER_MARK[text.charCodeAt(++from) - FIRST_DIGIT] : byteOf[code];
  }
  if (to !== size) throw new Error(`a block of the page has ${to} bytes instead of ${size}`);
  return bytes;
}

export function textFromBytes(bytes) {
  const codes = Array.from({ length: 256 }, (_, byte) => [byte]);
  for (const [byte, rare] of LENT) codes[byte] = [rare];
  for (const [digit, byte] of AFTER_MARK.entries()) codes[byte] = [MARK, FIRST_DIGIT + digit];
  return Array.from(bytes, (byte) => String.fromCharCode(...codes[byte])).join('');
}
