// What assistive technology is told on the main screens, as Playwright's ARIA snapshots in tests/web/snapshots. They are
// compared to the letter; with VEKHA_UPDATE_SNAPSHOTS=1 they are written anew, and then read by a person before they are
// committed. Of a long list only its beginning is kept.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from './keys.mjs';
import { root } from './words.mjs';

const FOLDER = join(root, 'tests/web/snapshots');
const UPDATE = process.env.VEKHA_UPDATE_SNAPSHOTS === '1';
const MOST_LINES = 60;

// Of each screen of the tour: the path of the node that matters ('' is the whole page) and the name of its file.
const PARTS = {
  start: ['', 'start'],
  roadmap: ['', 'roadmap'],
  inspector: ['inspector', 'inspector'],
  'a period that is moved': ['moving', 'moving'],
  'a field': ['inspector', 'field'],
  'the question for a reason': ['dialog', 'reason'],
  menu: ['menu', 'menu'],
  search: ['filter', 'search'],
  grouping: ['chooser', 'grouping'],
  order: ['chooser', 'order'],
  columns: ['chooser', 'columns'],
  views: ['chooser', 'views'],
  'several measures': ['picked', 'picked'],
  'a change of several': ['bulk', 'bulk'],
  history: ['history', 'history'],
  'saved versions': ['versions', 'versions'],
  calendar: ['calendar', 'calendar'],
  'plan book': ['book', 'book'],
  limits: ['book', 'limits'],
  bodies: ['book', 'bodies'],
  'what names a body': ['book', 'removal'],
  'what is merged': ['book', 'merge'],
  keys: ['help', 'keys'],
  palette: ['palette', 'palette'],
  'erasing everything': ['dialog', 'erase'],
  'measures without dates': ['tray', 'tray'],
  persons: ['chooser', 'persons'],
  agenda: ['inspector', 'agenda'],
  'two plans': ['plans', 'tabs'],
  plans: ['chooser', 'plans'],
  'the question about unsaved work': ['dialog', 'unsaved'],
  'a refused file': ['dialog', 'refused'],
  'a file with broken links': ['dialog', 'consent'],
  problems: ['dialog', 'problems'],
};

function cut(text) {
  const lines = text.split('\n');
  return lines.length <= MOST_LINES ? `${text}\n` : `${lines.slice(0, MOST_LINES).join('\n')}\n# and ${lines.length - MOST_LINES} lines more\n`;
}

// Null, or what is wrong. A file that is missing is wrong, too.
export async function snapshotFault(v, screen, language) {
  if (!PARTS[screen]) return `no snapshot is agreed for «${screen}»`;
  const [path, name] = PARTS[screen];
  const seen = cut(await v.page.locator(path ? `[data-key="${keyOf(path)}"]` : '#twin').ariaSnapshot());
  const file = join(FOLDER, `${name}.${language}.yml`);
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, seen);
    return null;
  }
  if (!existsSync(file)) return `${file} is missing; VEKHA_UPDATE_SNAPSHOTS=1 writes it`;
  try {
    assert.equal(seen, readFileSync(file, 'utf8'));
    return null;
  } catch (error) {
    return `${file} says something else: ${error.message}`;
  }
}
