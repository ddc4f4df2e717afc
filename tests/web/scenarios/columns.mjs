// The columns of the table: hidden, shown, and put in another order by buttons, by dragging, and kept.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const column = (name) => word('ru', `column.${name}`);
const shown = async (v) => (await v.all('columnheader')).filter(({ columnIndex }) => columnIndex < 6).map(({ name }) => name);
const USUAL = ['number', 'title', 'responsible', 'period', 'state'].map(column);
const toggle = async (v, name) => v.press((await v.all('button', name)).find(({ pressed }) => pressed !== null));

scenario('columns are hidden and shown, and put in order by buttons and by dragging their names', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  assert.deepEqual(await shown(v), USUAL);
  await v.press('column-choice');
  await toggle(v, column('responsible'));
  await v.press('chooser/1');
  await v.press((await v.all('button', word('ru', 'columns.left', { column: column('state') })))[0]);
  await v.press('chooser/close');
  assert.deepEqual(await shown(v), ['number', 'title', 'state', 'period'].map(column), 'the title stays');
  const title = await v.need('column/1');
  const period = await v.need('column/3');
  const middle = ({ rect: { left, top, width, height } }) => ({ x: left + width / 2, y: top + height / 2 });
  await v.drag(middle(period), { x: title.rect.left + 20, y: middle(title).y });
  assert.deepEqual(await shown(v), ['number', 'period', 'title', 'state'].map(column));
  const sorted = await v.page.evaluate(() => document.querySelectorAll('#twin [aria-sort]').length);
  assert.equal(sorted, 0, 'a drag does not sort');
  const { rect } = await v.need('column/1');
  await v.drag(middle(await v.need('column/0')), { x: rect.left + rect.width - 8, y: middle(title).y });
  assert.deepEqual(await shown(v), ['period', 'title', 'number', 'state'].map(column));
});

scenario('columns and the table are made wider and narrower by keys, and the titles give the room', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const widthOf = async (path) => (await v.need(path)).rect.width;
  const before = { period: await widthOf('column/3'), title: await widthOf('column/1'), grid: (await v.need('split')).rect.left };
  await v.press('cell/1/m-1-01');
  const period = (await v.need('cell/3/m-1-01')).key;
  for (let steps = 0; steps < 6 && (await v.page.evaluate(() => document.activeElement?.dataset.key)) !== period; ++steps) await v.keys('ArrowRight');
  await v.keys('Control+ArrowRight', 'Control+ArrowRight');
  const steps = async (path, width) => Math.round(((await widthOf(path)) - width) / 16);
  assert.deepEqual([await steps('column/3', before.period), await steps('column/1', before.title)], [2, -2]);
  await v.keys('Control+ArrowLeft', 'Control+ArrowLeft');
  assert.deepEqual([await steps('column/3', before.period), await steps('column/1', before.title)], [0, 0]);
  await v.keys('q', 'q');
  assert.equal((await v.need('split')).rect.left - before.grid, -32);
  await v.keys('w');
  assert.equal((await v.need('split')).rect.left - before.grid, -16);
});

scenario('what a column that was dragged wide pushes out of the table is scrolled to by the bar below the names', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const right = ({ rect }) => rect.left + rect.width;
  const split = (await v.need('split')).rect;
  const inTable = async (path) => right(await v.need(path)) <= split.left + split.width;
  assert.ok(await inTable('column/4'));
  const title = (await v.need('column/1')).rect;
  const edge = { x: title.left + title.width, y: title.top + title.height / 2 };
  await v.drag(edge, { x: edge.x + 120, y: edge.y });
  assert.ok((await v.at('column/4')) === null || !(await inTable('column/4')), 'it pushes the last one out');
  // The bar begins at the left edge, and is dragged to the right one.
  const names = (await v.need('column/1')).rect;
  const bar = { x: 30, y: names.top + names.height - 4 };
  await v.drag(bar, { x: split.left, y: bar.y });
  assert.ok(await inTable('column/4'), 'the last one is in sight again');
});

scenario('the columns that were chosen are kept for the next page', async (t) => {
  const context = await t.context();
  const v = await t.page(context);
  await v.go();
  await openSample(v, 'dubovskoe-2021');
  for (const key of ['c', 'Tab']) await v.keys(key);
  await toggle(v, column('period'));
  await v.keys('Escape');
  const left = await shown(v);
  assert.ok(!left.includes(column('period')));
  await v.until(() => v.page.evaluate(() => Object.values(localStorage).some((text) => text.includes('-period'))), 'the settings');
  const again = await t.page(context);
  await again.go();
  await openSample(again, 'stavropol-2021');
  assert.ok(!(await shown(again)).includes(column('period')));
});
