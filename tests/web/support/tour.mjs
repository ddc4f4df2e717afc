// The main screens, one after the other, as a person meets them. Each says how it is reached from the plan of Sevastopol
// without a selection, how it is left again, and which node shows that it is there. Only keys and paths are used, so
// that the tour is the same in both languages.
import { command } from './hands.mjs';
import { canonical, file, smallPlan } from './plans.mjs';
import { openSample } from './steps.mjs';
import { word } from './words.mjs';

const SLUG = 'sevastopol-2021';
// A measure without parts, whose state a person sets.
const MEASURE = 'm-1-10';

const languageOf = (v) => v.page.evaluate(() => document.documentElement.lang);
const byKey = (key) => ({ show: (v) => v.keys(key), leave: (v) => v.keys('Escape') });
const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');

async function inspectMeasure(v, id = MEASURE) {
  await v.keys('Home');
  for (let pages = 0; pages < 20 && !(await v.at(`cell/1/${id}`)); ++pages) await v.keys('PageDown');
  await v.press(`cell/1/${id}`);
  await v.keys('i');
}

async function hideInspector(v) {
  await v.keys('Escape');
  if (await v.at('inspector')) await v.press('topbar/inspector');
}

const SCREENS = [
  { name: 'roadmap', there: 'grid', show: async () => {}, leave: async () => {} },
  { name: 'inspector', there: 'inspector/state', show: inspectMeasure, leave: async () => {} },
  { name: 'a period that is moved', there: 'moving', ...byKey('m') },
  {
    name: 'a field',
    there: 'inspector/note',
    show: async (v) => {
      await v.press('inspector/note');
      await field(v);
    },
    leave: (v) => v.keys('Escape'),
  },
  {
    name: 'the question for a reason',
    there: 'dialog',
    show: async (v) => {
      await v.keys('5');
      await field(v);
    },
    leave: async (v) => {
      while (await v.at('dialog')) await v.keys('Escape');
    },
  },
  { name: 'menu', there: 'menu', show: (v) => v.keys('Shift+F10'), leave: async (v) => (await v.keys('Escape'), await hideInspector(v)) },
  { name: 'search', there: 'filter/late', show: async (v) => (await v.keys('Control+f'), await field(v)), leave: (v) => v.keys('Escape', 'Escape') },
  { name: 'grouping', there: 'chooser', ...byKey('g') },
  { name: 'order', there: 'chooser', ...byKey('s') },
  { name: 'columns', there: 'chooser', ...byKey('c') },
  {
    name: 'views',
    there: 'chooser',
    show: (v) => v.keys('v'),
    leave: async (v) => {
      while (await v.at('chooser')) await v.keys('Escape');
    },
  },
  { name: 'several measures', there: 'picked', show: (v) => v.keys('Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'), leave: async () => {} },
  { name: 'a change of several', there: 'bulk', show: (v) => v.press('picked/change'), leave: (v) => v.press('bulk/cancel') },
  {
    name: 'history',
    there: 'history',
    show: (v) => v.keys('Control+d', 'Control+z', 'h'),
    leave: async (v) => {
      await v.press('history/close');
      if (await v.at('picked/drop')) await v.press('picked/drop');
      while ((await v.all('row')).some(({ selected }) => selected)) await v.keys('Escape');
    },
  },
  {
    name: 'saved versions',
    there: 'versions',
    show: (v) => command(v, 'versions.title'),
    leave: (v) => v.press('versions/close'),
  },
  { name: 'calendar', there: 'calendar', ...byKey('k') },
  { name: 'plan book', there: 'book', show: (v) => v.press('topbar/title'), leave: async () => {} },
  { name: 'limits', there: 'form.dueSoonDays', show: (v) => v.press('book/page/1'), leave: async () => {} },
  { name: 'bodies', there: 'form.aliases', show: (v) => v.press('book/page/3'), leave: async () => {} },
  { name: 'what names a body', there: 'book/keep', show: (v) => v.press('form/remove'), leave: (v) => v.keys('Escape') },
  { name: 'what is merged', there: 'book/picks', show: (v) => v.press('form.mergeWith'), leave: (v) => v.keys('Escape', 'Escape') },
  { name: 'keys', there: 'help', ...byKey('F1') },
  {
    name: 'palette',
    there: 'palette',
    show: async (v) => (await v.keys('Control+k'), await field(v)),
    leave: async (v) => {
      while (await v.at('palette')) await v.keys('Escape');
    },
  },
  {
    name: 'erasing everything',
    there: 'dialog/erase',
    show: async (v) => {
      await v.keys('Control+k');
      await field(v);
      await v.page.keyboard.insertText(word(await languageOf(v), 'command.eraseAll'));
      await v.keys('Enter');
    },
    leave: (v) => v.keys('Escape'),
  },
  { name: 'measures without dates', there: 'tray', show: (v) => v.press('tray/open'), leave: (v) => v.keys('Escape') },
  { name: 'persons', there: 'chooser', show: (v) => v.keys('z'), leave: async () => {} },
  { name: 'agenda', there: 'filter/shown', show: (v) => v.press('chooser/1'), leave: (v) => v.keys('m') },
  {
    name: 'two plans',
    there: 'tabs',
    show: async (v) => {
      await v.drop(file('tour.vekha.json', canonical(smallPlan())));
      await inspectMeasure(v, 'm-1');
      await v.keys('2');
    },
    leave: async () => {},
  },
  { name: 'plans', there: 'chooser', ...byKey('p') },
  {
    name: 'the question about unsaved work',
    there: 'dialog',
    show: async (v) => v.press(await v.the('button', word(await languageOf(v), 'plans.close', { title: smallPlan().plan.title }))),
    leave: (v) => v.keys('Escape'),
  },
  {
    name: 'a refused file',
    there: 'dialog',
    show: (v) => v.drop(file('refused.vekha.json', '{"format": "vekha.roadmap",, }')),
    leave: (v) => v.keys('Escape'),
  },
  {
    name: 'a file with broken links',
    there: 'dialog/accept',
    show: (v) => v.drop(file('links.vekha.json', canonical(withBrokenLink()))),
    leave: async () => {},
  },
  { name: 'problems', there: 'problems/close', show: (v) => v.press('dialog/accept'), leave: (v) => v.press('problems/close') },
];

function withBrokenLink() {
  const plan = smallPlan({ id: 'links' });
  plan.measures[0].section = 'nowhere';
  return plan;
}

// Calls `look(name)` on each screen. Gives back the names, in their order.
export async function tour(v, look) {
  await look('start');
  await openSample(v, SLUG, await languageOf(v));
  await hideInspector(v);
  for (const { name, there, show, leave } of SCREENS) {
    await show(v);
    if (!(await v.at(there))) throw new Error(`the tour did not reach «${name}»`);
    await look(name);
    await leave(v);
  }
  return ['start', ...SCREENS.map(({ name }) => name)];
}
