// The units of work below a measure: occurrences, schools and sub-items ticked off and reported in the panel, on the time
// line and by keys; a state set by hand and taken back. Sevastopol on 15.10.2021: four seminars (2.15), 15 schools (1.9).
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { sampleText } from '../support/plans.mjs';
import { button, isAvailable, openSample, saveByDownload, select } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const SLUG = 'sevastopol-2021';
const before = JSON.parse(sampleText(SLUG));
const saved = async (v) => JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');
const ru = (key, values) => word('ru', key, values);

const SEMINARS = 'm-2-15';
const days = before.occurrences.filter(({ measure }) => measure === SEMINARS);
const spans = before.measures.find(({ id }) => id === SEMINARS).period.spans;
const occurrence = ({ from, to }, nth = 0) => `unit/occurrence/${from}/${to}/${nth}`;
const SCHOOLS = 'm-1-09';
const schools = before.schools.map(({ id }) => id);
const reportOf = (plan, span) => plan.occurrences.find(({ measure, from }) => measure === SEMINARS && from === span.from);

async function open(t) {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, SLUG);
  return v;
}

// Scrolls the panel until the thing is wholly in sight.
async function show(v, path) {
  const inSight = async () => {
    const [node, panel] = [await v.at(path), await v.need('inspector')];
    return node && node.rect.height > 20 && node.rect.top + node.rect.height <= panel.rect.top + panel.rect.height;
  };
  for (let turns = 0; turns < 40 && !(await inSight()); ++turns) await v.wheel('inspector', { dy: 160 });
  return v.need(path);
}

async function isUndone(v) {
  for (let steps = 0; steps < 30 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), sampleText(SLUG), 'undone to the last byte');
}

async function giveReason(v, text) {
  await v.need('dialog');
  await field(v);
  await v.keys('Control+a');
  await v.type(text);
}

scenario('occurrences are ticked off at once in the panel, and opened for percent, note and reason', async (t) => {
  const v = await open(t);
  await select(v, SEMINARS);
  const [, , third, fourth] = spans;
  await show(v, `${occurrence(third)}/done`);
  assert.equal((await v.need(`${occurrence(spans[0])}/done`)).pressed, true);
  await v.press(`${occurrence(third)}/done`);
  assert.equal((await v.need(`${occurrence(third)}/done`)).pressed, true);
  assert.deepEqual([reportOf(await saved(v), third).state, reportOf(await saved(v), third).doneDate], ['done', '2021-10-15']);

  await v.press(occurrence(fourth));
  await show(v, 'unit/percent');
  await v.press('unit/percent');
  await v.keys('Control+a');
  await v.type('30');
  await show(v, 'unit/note');
  await v.press('unit/note');
  await v.page.keyboard.insertText('Зал заказан');
  await v.keys('Control+Enter');
  await show(v, 'unit/state/3');
  await v.press('unit/state/3');
  await giveReason(v, 'Нет зала');
  const report = reportOf(await saved(v), fourth);
  assert.deepEqual([report.state, report.reason, report.note], ['notDone', 'Нет зала', 'Зал заказан']);
  // The measure's own report stays as it was.
  const measure = (await saved(v)).measures.find(({ id }) => id === SEMINARS);
  assert.equal(measure.percent, 63);
  await v.keys('Control+z');
  assert.match((await v.need('message')).name, /с? ?01\.12\.2021/);
  await isUndone(v);
});

scenario('an occurrence of the selected row is ticked off where it is drawn, by mouse and by touch', async (t) => {
  const v = await open(t);
  await select(v, 'm-1-10');
  await select(v, SEMINARS);
  const bar = async (n) => (await v.need(`occurrence/${n}/${SEMINARS}`)).rect;
  const third = await bar(2);
  const whole = { ...third, top: third.top - 4, height: third.height + 8 };
  const pixels = await v.changed(whole, async () => {
    await v.press(`occurrence/2/${SEMINARS}`);
    const menu = await v.need('menu');
    assert.match((await v.need('menu/title')).name, /01\.10\.2021/);
    const items = await v.all('menuitem');
    assert.equal(items[0].name, ru('command.setDone'));
    assert.ok(menu.rect.top >= third.top + third.height - 1 || menu.rect.top + menu.rect.height <= third.top + 1, 'beside the bar');
    await v.press(items[0]);
    await v.away();
  });
  assert.ok(pixels > 10, 'the bar shows it');
  assert.equal(reportOf(await saved(v), spans[2]).state, 'done');
  assert.equal(await v.at('menu'), null);
  // A press on a row that is not selected only selects it; a drag moves the period.
  await v.keys('ArrowUp');
  await v.press(`bar/${SEMINARS}`);
  assert.equal(await v.at('menu'), null);
  const fourth = await bar(3);
  const held = { x: fourth.left + fourth.width / 2, y: fourth.top + fourth.height / 2 };
  await v.drag(held, { x: held.x - fourth.width * 1.5, y: held.y });
  assert.equal(await v.at('menu'), null);
  const [, , , moved] = (await saved(v)).measures.find(({ id }) => id === SEMINARS).period.spans;
  assert.notEqual(moved.from, '2021-12-01');
  await isUndone(v);
});

scenario('«Отметить срок…» takes the first one that is open, by a key; Enter marks it', async (t) => {
  const v = await open(t);
  await select(v, SEMINARS);
  await v.keys('o');
  assert.match((await v.need('menu/title')).name, /01\.10\.2021/);
  await v.keys('Enter');
  assert.equal(reportOf(await saved(v), spans[2]).state, 'done');
  await v.keys('o');
  assert.match((await v.need('menu/title')).name, /01\.12\.2021/);
  // The last item leads to its place in the panel.
  await v.keys('End', 'Enter');
  assert.equal((await v.need(occurrence(spans[3]))).expanded, true);
  assert.ok((await v.need('unit/state/2')).rect.height > 20, 'its report is in sight');
  if (await v.at('message')) await v.keys('Escape');
  for (const key of ['Escape', 'ArrowDown', 'o']) await v.keys(key);
  assert.equal(await v.at('menu'), null);
  assert.equal((await v.need('message')).name, ru('why.oneTerm'));
});

scenario('schools of a long list: those that ask for attention first, ticked off where they stand, all on demand', async (t) => {
  const v = await open(t);
  await select(v, SCHOOLS);
  const ticks = async () => (await v.all('button')).filter(({ name }) => name?.startsWith(ru('unit.tick', { unit: '' })));
  const more = await show(v, 'unit/more/4');
  assert.match(more.name, /15/);
  const shown = (await v.twin()).filter(({ key }) => key).length;
  assert.ok(shown > 0);
  const open15 = before.marks.filter(({ measure, state }) => measure === SCHOOLS && state !== 'done').map(({ school }) => school);
  for (const school of open15.slice(0, 2)) {
    await show(v, `unit/school/${school}/done`);
    const place = (await v.need(`unit/school/${school}`)).rect.top;
    await v.press(`unit/school/${school}/done`);
    assert.equal((await v.need(`unit/school/${school}/done`)).pressed, true);
    assert.equal((await v.need(`unit/school/${school}`)).rect.top, place, 'it stays where it is');
  }
  await show(v, 'unit/more/4');
  await v.press('unit/more/4');
  for (const school of [schools[0], schools[schools.length - 1]]) await show(v, `unit/school/${school}`);
  const marks = (await saved(v)).marks.filter(({ measure, state }) => measure === SCHOOLS && state === 'done');
  assert.equal(marks.length, 15 - open15.length + 2);
  assert.ok((await ticks()).length >= 0);
  await isUndone(v);
});

scenario('a state that is derived cannot be set by its keys, which say why; set by hand it is marked, and taken back', async (t) => {
  const v = await open(t);
  await select(v, SEMINARS);
  await v.keys('3');
  assert.equal((await v.need('message')).name, ru('why.derived'));
  await v.keys('Shift+F10');
  const inMenu = async (key) => (await v.all('menuitem')).find(({ name }) => name === ru(key));
  assert.equal((await inMenu('command.setDone')).disabled, true);
  await v.press(await inMenu('command.overrideState'));
  await v.press((await v.all('menuitem'))[0]);
  await giveReason(v, 'Принято комиссией');
  const cell = await v.need(`cell/4/${SEMINARS}`);
  assert.match(cell.name, new RegExp(ru('roadmap.byHand')));
  assert.match((await v.need('inspector/reason')).text, /Принято/);
  let plan = await saved(v);
  assert.deepEqual(plan.overrides.map(({ measure, state, reason }) => [measure, state, reason]), [[SEMINARS, 'done', 'Принято комиссией']]);
  // Now the keys change what was set by hand.
  await v.press(`cell/1/${SEMINARS}`);
  await v.keys('2');
  await giveReason(v, 'Один семинар впереди');
  plan = await saved(v);
  assert.deepEqual(plan.overrides.map(({ state, reason }) => [state, reason]), [['inProgress', 'Один семинар впереди']]);
  await show(v, 'inspector/override');
  await v.press('inspector/override');
  assert.equal((await saved(v)).overrides, undefined);
  assert.doesNotMatch((await v.need(`cell/4/${SEMINARS}`)).name, new RegExp(ru('roadmap.byHand')));
  await isUndone(v);
});

scenario('sub-items are ticked off in their list, and their state is reported in their form', async (t) => {
  const v = await open(t);
  const id = 'm-1-12';
  await select(v, id);
  const item = 'unit/item/m-1-12-2/done';
  await show(v, item);
  await v.press(item);
  const items = (await saved(v)).measures.find((each) => each.id === id).items;
  assert.equal(items[1].state, 'done');
  await isUndone(v);
});
