// Plans for tests: the samples, a small plan in canonical text, and files that must be refused.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './words.mjs';

// Measures and sections as the issue names them, not as the files happen to have them.
export const SAMPLES = [
  { slug: 'sevastopol-2021', words: 'sample.sevastopol', measures: 88, sections: 3 },
  { slug: 'stavropol-2021', words: 'sample.stavropol', measures: 77, sections: 0 },
  { slug: 'yaroslavl-2020-2022', words: 'sample.yaroslavl', measures: 48, sections: 3 },
  { slug: 'municipal-2020-2022', words: 'sample.municipal', measures: 33, sections: 3 },
  { slug: 'dubovskoe-2021', words: 'sample.dubovskoe', measures: 19, sections: 0 },
];

export const samplePath = (slug) => join(root, 'assets/samples', `${slug}.vekha.json`);
export const sampleText = (slug) => readFileSync(samplePath(slug), 'utf8');
export const sample = (slug) => JSON.parse(sampleText(slug));

// Canonical text: FORMAT.md's rules are those of JSON.stringify with two spaces.
export const canonical = (plan) => `${JSON.stringify(plan, null, 2)}\n`;

const PROGRESS = ['state', 'reason', 'percent', 'doneDate', 'note', 'evidence'];
const AFTER_PROGRESS = ['schools', 'dependsOn', 'tags', 'items'];

// A copy of the plan in which one measure's progress has these members besides its own; undefined takes one out.
// Members stand in the order of FORMAT.md.
export function withProgress(plan, id, changes) {
  const copy = structuredClone(plan);
  const place = copy.measures.findIndex((measure) => measure.id === id);
  const merged = { ...copy.measures[place], ...changes };
  const late = [...PROGRESS, ...AFTER_PROGRESS];
  const ordered = {};
  for (const name of Object.keys(copy.measures[place])) if (!late.includes(name)) ordered[name] = merged[name];
  for (const name of late) if (merged[name] !== undefined) ordered[name] = merged[name];
  copy.measures[place] = ordered;
  return copy;
}

// A plan of one section and a few measures, with exact days, a month, a deadline and an unscheduled measure.
export function smallPlan({ id = 'small', title = 'Малый план', titles = [] } = {}) {
  const period = (text, kind, spans, precision) => ({ text, kind, ...(spans && { spans }), ...(precision && { precision }) });
  const periods = [
    period('с 01.03.2021 по 31.05.2021', 'range', [{ from: '2021-03-01', to: '2021-05-31' }], 'day'),
    period('апрель 2021', 'month', [{ from: '2021-04-01', to: '2021-04-30' }], 'month'),
    period('до 15.06.2021', 'deadline', [{ to: '2021-06-15' }], 'day'),
    period('по мере необходимости', 'unscheduled'),
  ];
  return {
    format: 'vekha.roadmap',
    version: 0,
    minReader: 0,
    plan: { id, title, language: 'ru', level: 'municipality', from: '2021-01-01', to: '2021-12-31', asOf: '2021-04-20' },
    sections: [{ id: 's-1', number: '1', title: 'Подготовка' }],
    measures: periods.map((each, place) => ({
      id: `m-${place + 1}`,
      number: `1.${place + 1}`,
      section: 's-1',
      title: titles[place] ?? `Мероприятие ${place + 1}`,
      period: each,
      state: 'notStarted',
    })),
  };
}

// Files on the disk for the choosers and drops of one run.
const folder = mkdtempSync(join(tmpdir(), 'vekha-files-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// Each call has a place of its own: a browser refuses to read a file that was written again since it was handed over.
let files = 0;
export function file(name, content) {
  const path = join(folder, String(++files), name);
  mkdirSync(dirname(path));
  writeFileSync(path, content);
  return path;
}

// The Cyrillic letters of a text as single bytes of Windows-1251.
export function windows1251(text) {
  const bytes = [...text].map((character) => {
    const code = character.codePointAt(0);
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return { Ё: 0xa8, ё: 0xb8, '«': 0xab, '»': 0xbb, '–': 0x96, '—': 0x97, '№': 0xb9 }[character] ?? 0x3f;
  });
  return Buffer.from(bytes);
}

// The first place in a text where `part` stands: line and column in characters, from 1.
export function placeOf(text, part) {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length, column: [...before.at(-1)].length + 1 };
}
