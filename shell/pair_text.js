// Texts in fewer characters: a character that occurs in none of them stands for two that often stand together, either of
// which may be such a character itself. Unlike deflated bytes in base64, this leaves a text to the host's own compression.
// tools/pair_encoder.mjs writes what is read here.

// What each character stands for, by its code. The dictionary has a line for each sign: the sign, then what it stands for, in
// signs of the lines before.
export function signTable(dictionary) {
  const table = [];
  for (const [sign, ...parts] of dictionary.split('\n').map((line) => line.split(''))) {
    table[sign.charCodeAt(0)] = parts.map((part) => table[part.charCodeAt(0)] ?? part).join('');
  }
  return table;
}

export function textFromPairs(text, table) {
  let whole = '';
  for (let place = 0; place < text.length; ++place) whole += table[text.charCodeAt(place)] ?? text[place];
  return whole;
}
