// Writes what shell/pair_text.js reads: pairs of characters become one, the most saving pair first.

// A browser reads these as they stand; a line break parts the lines of the dictionary.
const isPlain = (code) => code > 0 && code !== 0x0a && code !== 0x0d && code !== 0x3c && !(code > 0x7f && code < 0xa1);
const LAST_SIGN = 0x24f;
const END = '\0'; // between the texts
const bytesOf = (letter) => new TextEncoder().encode(letter).length;

function freeSigns(used) {
  const signs = [];
  for (let code = 1; code <= LAST_SIGN; ++code) {
    const sign = String.fromCharCode(code);
    if (isPlain(code) && !used.has(sign)) signs.push(sign);
  }
  return signs;
}

// How often each pair stands in the text (one of the letter's number and the other's), and each letter.
function count(text, span, pairs, letters) {
  pairs.fill(0);
  letters.fill(0);
  let before = -1;
  for (let place = 0; place < text.length; ++place) {
    const letter = text[place];
    ++letters[letter];
    const pair = letter * span + (text[place + 1] ?? 0);
    // «ааа» holds one pair of «аа».
    before = pair === before ? -1 : pair;
    if (before >= 0) ++pairs[pair];
  }
}

// What a sign of so many bytes saves most with: a pair, or one letter that takes more.
function best(span, sizes, signSize, pairs, letters) {
  let most = 0;
  let found = [];
  const offer = (times, size, parts) => {
    const saved = times * (size - signSize) - size - signSize - 1; // its line in the dictionary
    if (saved > most) [most, found] = [saved, parts()];
  };
  for (let letter = 1; letter < span; ++letter) offer(letters[letter], sizes[letter], () => [letter]);
  for (let pair = span; pair < pairs.length; ++pair) {
    const one = Math.floor(pair / span);
    const other = pair % span;
    if (other > 0 && pairs[pair] > 0) offer(pairs[pair], sizes[one] + sizes[other], () => [one, other]);
  }
  return found;
}

function replaced(text, parts, sign) {
  let to = 0;
  for (let from = 0; from < text.length; ++to) {
    const fits = parts.every((part, offset) => text[from + offset] === part);
    text[to] = fits ? sign : text[from];
    from += fits ? parts.length : 1;
  }
  return text.subarray(0, to);
}

// {dictionary, texts}: the same texts, with at most so many signs.
export function pairText(texts, most) {
  const whole = texts.join(END);
  if (whole.split(END).length !== texts.length) throw new Error('a text holds a NUL');
  const signs = freeSigns(new Set(whole)).slice(0, most);
  // Letters have numbers, so that each pair has a place in one array; 0 is the end of a text.
  const alphabet = [END, ...new Set(whole.split('').filter((letter) => letter !== END)), ...signs];
  const numberOf = new Map(alphabet.map((letter, number) => [letter, number]));
  const span = alphabet.length;
  const sizes = alphabet.map(bytesOf);
  const pairs = new Uint32Array(span * span);
  const letters = new Uint32Array(span);
  let text = Uint16Array.from(whole.split(''), (letter) => numberOf.get(letter));
  const lines = [];
  for (const sign of signs) {
    count(text, span, pairs, letters);
    const parts = best(span, sizes, bytesOf(sign), pairs, letters);
    if (parts.length === 0) break;
    text = replaced(text, parts, numberOf.get(sign));
    lines.push(sign + parts.map((part) => alphabet[part]).join(''));
  }
  return { dictionary: lines.join('\n'), texts: Array.from(text, (number) => alphabet[number]).join('').split(END) };
}
