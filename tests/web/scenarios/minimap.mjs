// The strip below the roadmap: the whole plan in little, to be pressed and dragged; and the measures without dates.
import assert from 'node:assert/strict';
import { sampleText } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const rowIndices = async (v) => (await v.all('row')).map(({ rowIndex }) => rowIndex).filter((index) => index > 1);
const dates = async (v) => (await v.need('minimap')).description;

scenario('a press on the minimap goes there, a drag takes what is in sight along', async (t) => {
  const v = await t.open();
  await openSample(v, 'yaroslavl-2020-2022');
  const { rect } = await v.need('minimap');
  const at = (x, y) => ({ x: rect.left + rect.width * x, y: rect.top + rect.height * y });
  for (let turn = 0; turn < 4; ++turn) await v.keys('+');
  const began = { rows: await rowIndices(v), dates: await dates(v) };
  assert.equal(began.rows[0], 2);
  await v.press(at(0.8, 0.97));
  const rows = await rowIndices(v);
  const { rowCount } = await v.need('grid');
  assert.equal(rows.at(-1), rowCount, `the last row is in sight: ${rows.at(-1)} of ${rowCount}`);
  const later = await dates(v);
  assert.notEqual(later, began.dates);
  await v.drag(at(0.8, 0.97), at(0.3, 0.02));
  assert.equal((await rowIndices(v))[0], 2, 'the first row is in sight again');
  assert.notEqual(await dates(v), later);
  const moved = await v.changed(rect, () => v.wheel('grid', { dy: 400 }));
  assert.ok(moved > 100, `the part in sight moves along: ${moved} pixels`);
});

scenario('measures without dates are listed in a tray, and a press brings one into sight', async (t) => {
  const v = await t.open();
  await openSample(v, 'yaroslavl-2020-2022');
  const { measures } = JSON.parse(sampleText('yaroslavl-2020-2022'));
  const undated = measures.filter(({ period }) => ['unscheduled', 'relative'].includes(period?.kind ?? 'unscheduled'));
  t.note(`${undated.length} measures without dates`);
  const opener = await v.need('tray/open');
  assert.equal(opener.name, word('ru', 'tray.open', { count: String(undated.length) }));
  await v.press(opener);
  assert.equal((await v.need('tray')).role, 'complementary');
  const { id, title } = undated.at(-1);
  const item = await v.need(`tray/item/${id}`);
  assert.ok(item.name.includes(title));
  await v.press(item);
  const selected = (await v.all('row')).find((row) => row.selected);
  assert.ok(selected?.name.includes(title), 'its row is selected and in sight');
  assert.equal(await v.at('tray'), null, 'and nothing lies over it');
  await v.press('tray/open');
  assert.ok(await v.at('tray'));
  await v.keys('Escape');
  assert.equal(await v.at('tray'), null);
  await v.press('tray/open');
  await v.press('tray/close');
  assert.equal(await v.at('tray'), null);
});

scenario('on a low page the rows keep the room of the minimap', async (t) => {
  const v = await t.open({ viewport: { width: 1024, height: 520 } });
  await openSample(v, 'sevastopol-2021');
  assert.equal(await v.at('minimap'), null);
});
