// The calendar of days off: by mouse and by keys; a due day that is a day off is said, and not moved.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../support/runner.mjs';
import { openSample, select } from '../support/steps.mjs';
import { root, word } from '../support/words.mjs';

const day = async (v, iso) => v.need(`calendar/${iso}`);
const isOff = async (v, iso) => (await day(v, iso)).pressed === 'true' || (await day(v, iso)).pressed === true;

scenario('days off are set by a press, the holidays by one button, and undone', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.press('inspector/calendar');
  await v.press('calendar/after');
  assert.equal((await v.need('calendar')).name, word('ru', 'calendar.titleOfYear', { year: '2022' }));
  assert.equal((await v.need('calendar/note')).name, word('ru', 'calendar.noData'));
  assert.equal(await isOff(v, '2022-03-08'), false);
  await v.press('calendar/holidays');
  assert.equal(await isOff(v, '2022-03-08'), true);
  await v.press('calendar/2022-03-07');
  assert.equal(await isOff(v, '2022-03-07'), true);
  await v.press('calendar/2022-03-06');
  assert.equal(await isOff(v, '2022-03-06'), true, 'a Sunday stays');
  await v.press('calendar/close');
  for (const key of ['Control+z', 'Control+z', 'k']) await v.keys(key);
  await v.press('calendar/after');
  assert.equal(await isOff(v, '2022-03-08'), false, 'both steps are undone');
});

scenario('arrows lead from day to day, Space changes it', async (t) => {
  const v = await t.open();
  await openSample(v, 'dubovskoe-2021');
  await v.keys('k');
  const at = () => v.page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label'));
  const first = await at();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await v.keys(key);
  const there = await at();
  assert.notEqual(there, first);
  const wasOff = there.includes(word('ru', 'calendar.dayOff', { date: '', day: '' }).split(':')[1].trim());
  assert.equal(wasOff, false, there);
  await v.keys('Space');
  assert.notEqual(await at(), there, 'the day says what it is now');
  await v.keys('Escape');
  assert.equal(await v.at('calendar'), null);
});

scenario('a due day that is a day off is said beside the period and stays as it is', async (t) => {
  const v = await t.open();
  await openSample(v, 'stavropol-2021');
  const plan = JSON.parse(readFileSync(join(root, 'assets/samples/stavropol-2021.vekha.json'), 'utf8'));
  const measure = plan.measures.find(({ period, state }) => period.spans?.[0]?.to === '2021-09-24' && state !== 'done');
  assert.ok(measure, 'a measure that is due on 24 September');
  await v.keys('k');
  await v.press('calendar/2021-09-24');
  await v.press('calendar/close');
  await select(v, measure.id);
  const said = word('ru', 'inspector.dueDayOff', { date: '24.09.2021', day: word('ru', 'date.weekday.5') });
  assert.ok((await v.all('text')).some(({ name }) => name === said), said);
  const cell = await v.need(`cell/3/${measure.id}`);
  assert.equal(cell.name, measure.period.text, 'the period stays as it is written');
});
