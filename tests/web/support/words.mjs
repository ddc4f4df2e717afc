// The words of the interface, from the tables that the page is packed with: tests name things as a person reads them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const tables = new Map();

// `values` fill the named places of the text.
export function word(language, key, values = {}) {
  if (!tables.has(language)) {
    tables.set(language, JSON.parse(readFileSync(join(root, 'assets/i18n', `${language}.json`), 'utf8')));
  }
  const text = tables.get(language)[key];
  if (typeof text !== 'string') throw new Error(`the table ${language} has no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
