// Finding measures: the search as it is typed, the chips, what is said about them, and the way back.
import assert from 'node:assert/strict';
import { sampleText } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { button, openSample, select, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const rowNames = async (v) => (await v.all('row')).map(({ name }) => name);
const shown = async (v) => (await v.need('filter/shown')).name;
const polite = (v) => v.page.evaluate(() => document.getElementById('polite').textContent);

scenario('Ctrl+F searches while one types, in every case and with е for ё; Escape goes back step by step', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const all = (await v.need('grid')).rowCount;
  await v.keys('Control+f');
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  await v.page.keyboard.type('КУРСЫ');
  await v.idle();
  // In eight measures a form of the word stands, in five of them this one.
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '8', all: '88' }));
  assert.equal((await v.need('grid')).rowCount, 11, 'a header, two sections and eight measures');
  const names = await rowNames(v);
  assert.ok(names.some((name) => /Курсы ИРО/.test(name)), names.join('; '));
  await v.until(async () => (await polite(v)) === word('ru', 'filter.shown', { count: '8', all: '88' }), 'the announcement', 4000);
  await v.page.keyboard.type(' мцркп');
  await v.keys('Enter');
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '1', all: '88' }));
  await v.keys('ArrowDown', 'ArrowDown');
  await v.keys('Escape');
  assert.equal((await v.need('grid')).rowCount, all, 'all rows are back');
  assert.equal(await v.at('filter/shown'), null, 'and the bar is gone');
  assert.equal(await titleOf(v), JSON.parse(sampleText('sevastopol-2021')).plan.title);
});

scenario('Enter goes from one found measure to the next and says which it is; the arrow goes on among the rows', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.keys('Control+f');
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  await v.page.keyboard.type('курсы');
  await v.idle();
  const chosen = async () => (await v.all('row')).filter(({ selected }) => selected).map(({ name }) => name);
  assert.deepEqual(await chosen(), []);
  const seen = [];
  for (let press = 1; press <= 9; ++press) {
    await v.keys('Enter');
    seen.push(...(await chosen()));
    assert.equal(await v.fieldText(), 'курсы', 'the keyboard stays in the search');
    if (press === 3) await v.until(async () => /^3 из 8: /.test(await polite(v)), 'which it is', 4000);
  }
  assert.equal(seen.length, 9);
  assert.equal(new Set(seen).size, 8, 'each of the eight');
  assert.equal(seen[8], seen[0], 'and from the last to the first');
  await v.keys('ArrowDown');
  assert.equal(await v.fieldText(), null);
  assert.deepEqual(await chosen(), [seen[1]]);
  await v.keys('2');
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '8', all: '88' }), 'a key of the rows is no letter of the search');
  await v.keys('Control+f', 'Escape');
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '8', all: '88' }), 'what was searched for stays');
});

scenario('chips combine with the search, say how many there are, and nothing found is said', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.press('topbar/search');
  await v.keys('Escape');
  await v.press('filter/late');
  assert.equal((await v.need('filter/late')).pressed, true);
  assert.equal((await v.need('filter/late')).name, word('ru', 'filter.late', { count: '3' }));
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '3', all: '88' }));
  await v.press('filter/due-soon');
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '15', all: '88' }), 'late or due soon');
  await v.press('filter/target');
  const both = Number(/\d+/.exec(await shown(v))[0]);
  assert.ok(both < 15, 'and with a target');
  await v.press('filter/search');
  await v.type('такого слова нет');
  assert.equal((await v.need('no-rows')).name, word('ru', 'filter.nothing'));
  await v.press('filter/close');
  assert.equal((await v.need('grid')).rowCount, 92);
});

scenario('what is filtered away is not selected meanwhile, and is selected and in sight again afterwards', async (t) => {
  const v = await t.open();
  await openSample(v, 'stavropol-2021');
  const { measures } = JSON.parse(sampleText('stavropol-2021'));
  const { id, title } = measures.at(-1);
  await v.keys('End');
  await select(v, id);
  await v.keys('Control+f');
  await v.type(measures[0].title, 'Tab');
  assert.equal((await v.all('row')).some((row) => row.selected), false);
  await v.press(await button(v, 'filter.close'));
  const selected = (await v.all('row')).find((row) => row.selected);
  assert.ok(selected?.name.includes(title), selected?.name);
});

scenario('a body and a kind of period are chosen from lists, and what was chosen is said', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.press('topbar/search');
  await v.keys('Escape');
  await v.press('filter/responsible');
  assert.equal((await v.need('chooser')).role, 'dialog');
  const [, name, count] = /^(.+): (\d+)$/.exec((await v.need('chooser/1')).name);
  await v.press('chooser/1');
  assert.equal(await v.at('chooser'), null);
  assert.equal(await shown(v), word('ru', 'filter.shown', { count, all: '88' }));
  assert.ok((await v.need('filter/responsible')).name.includes(name));
  await v.press('filter/kind');
  await v.press('chooser/1');
  const both = Number(/\d+/.exec(await shown(v))[0]);
  assert.ok(both > 0 && both < Number(count), `${both} of ${count}`);
  await v.press('filter/kind');
  await v.keys('Escape');
  assert.equal(await v.at('chooser'), null, 'Escape leaves the list');
  assert.equal(Number(/\d+/.exec(await shown(v))[0]), both, 'and the filter as it was');
  await v.press('filter/responsible');
  await v.press('chooser/0');
  await v.press('filter/kind');
  await v.press('chooser/0');
  assert.equal(await shown(v), word('ru', 'filter.shown', { count: '88', all: '88' }));
});

scenario('what is typed right after Ctrl+F is searched for and sets no state', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.keys('Home', 'ArrowDown');
  const before = (await v.need('save-state')).name;
  // Key after key without a pause, as they come from a quick hand or a slow machine.
  await v.page.evaluate(() => {
    const press = (target, key, code, ctrlKey = false) => {
      const event = new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true });
      return target.dispatchEvent(event);
    };
    press(document.activeElement, 'f', 'KeyF', true);
    window.wasField = document.activeElement.className;
    press(document.activeElement, '2', 'Digit2');
  });
  await v.idle();
  assert.equal(await v.page.evaluate(() => window.wasField), 'field', 'the field is there before the next key');
  assert.equal((await v.need('save-state')).name, before);
});
