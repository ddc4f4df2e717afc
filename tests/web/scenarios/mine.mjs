// «Мои строки»: who I am is chosen once; one key shows my rows and what of them is due.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const BODY = 'СКИРО ПК и ПРО';
const choose = async (v, name) => v.press((await v.all('radio')).find((radio) => radio.name === name || radio.name.startsWith(`${name}:`)));
const shown = async (v) => Number(/\d+/.exec((await v.need('filter/shown')).name)[0]);
const due = async (v) => (await v.all('button')).filter(({ path, description }) => path?.startsWith?.('agenda/') || /^до \d\d\.\d\d\.\d{4}, /.test(description ?? ''));

scenario('my rows: asked once, kept for the next page, shown and hidden by one key', async (t) => {
  const context = await t.context();
  const v = await t.page(context);
  await v.go();
  await openSample(v, 'stavropol-2021');
  await v.keys('z');
  assert.equal((await v.need('chooser')).name, word('ru', 'mine.who'));
  await choose(v, BODY);
  const mine = await shown(v);
  assert.ok(mine > 0 && mine < 77, `${mine} of 77`);
  assert.equal((await v.all('heading', BODY)).length, 1, 'the agenda says whose it is');
  await v.keys('z');
  assert.equal(await v.at('filter/shown'), null, 'all rows again');
  const again = await t.page(context);
  await again.go();
  await openSample(again, 'stavropol-2021');
  await again.keys('z');
  assert.equal(await again.at('chooser'), null, 'who it is was kept');
  assert.equal(await shown(again), mine);
});

scenario('the agenda leads from a due day to its row and back', async (t) => {
  const v = await t.open();
  await openSample(v, 'stavropol-2021');
  await v.keys('z');
  await choose(v, BODY);
  const entries = await due(v);
  assert.ok(entries.length >= 4, `${entries.length} entries`);
  await v.press(entries[0]);
  const [row] = (await v.all('row')).filter(({ selected }) => selected);
  assert.ok(row, 'its row is selected');
  assert.equal(entries[0].name.includes(row.name) || row.name.includes(entries[0].name), true);
  await v.keys('Escape');
  assert.equal((await due(v)).length, entries.length, 'the agenda stands there again');
});
