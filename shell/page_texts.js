// Plans and words as they stand in the page, and as the program is given them. tools/pack.mjs writes what is read here.

// As the program writes a plan; the blanks between its members are not in the page.
export const planText = (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;

// The keys stand once beside the words of all languages: [keys, {language: [words]}], 0 where a language has none. Gives
// [language, an object of its words as JSON] for each.
export function languageTexts(table) {
  const [keys, languages] = JSON.parse(table);
  return Object.entries(languages).map(([language, words]) => {
    const own = keys.map((key, place) => [key, words[place]]).filter(([, word]) => word !== 0);
    return [language, JSON.stringify(Object.fromEntries(own))];
  });
}
