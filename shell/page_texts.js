// Plans and words as they stand in the page, and as the program is given them. tools/pack.mjs writes what is read here.

// As the program writes a plan; the blanks between its members are not in the page.
export const planText = (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;

// The keys stand once beside the words of all languages: [keys, {language: [words]}], 0 where a language has none. Gives an
// object of the words of one language as JSON.
export function languageText([keys, languages], language) {
  const words = {};
  const own = languages[language];
  for (let place = 0; place < keys.length; ++place) if (own[place] !== 0) words[keys[place]] = own[place];
  return JSON.stringify(words);
}
