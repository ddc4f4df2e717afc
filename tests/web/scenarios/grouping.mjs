// Grouping and sorting the rows: by mouse, by keys, through the accessible tree; what is counted, marked and kept.
import assert from 'node:assert/strict';
import { keyOf } from '../support/keys.mjs';
import { sampleText } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { openSample, select } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const grouping = (name) => word('ru', `groupBy.${name}`);
const headings = async (v) => (await v.all('row')).filter(({ expanded }) => expanded !== null);
const choose = async (v, name) => v.press((await v.all('radio', name))[0]);

async function groupBy(v, name) {
  await v.keys('g');
  await choose(v, grouping(name));
  assert.equal((await v.need('group-choice')).name, word('ru', 'roadmap.groupChoice', { grouping: grouping(name) }));
}

// What the file itself says, without the program.
const { measures, parties, marks = [], occurrences = [] } = JSON.parse(sampleText('sevastopol-2021'));
const shares = measures.map(({ responsible = [] }) => new Set(responsible).size || 1);

scenario('rows are grouped by the body responsible: under each, marked as shared, counted once', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await v.press('group-choice');
  assert.equal((await v.need('chooser')).name, word('ru', 'group.title'));
  await choose(v, grouping('responsible'));
  assert.equal(await v.at('chooser'), null);
  const bodies = new Set(measures.flatMap(({ responsible = [] }) => responsible));
  const nobody = measures.some(({ responsible = [] }) => responsible.length === 0) ? 1 : 0;
  const rows = shares.reduce((sum, count) => sum + count, 0) + bodies.size + nobody + 1;
  assert.equal((await v.need('grid')).rowCount, rows);
  const names = (await headings(v)).map(({ name }) => name);
  const known = new Set(parties.map(({ name }) => name));
  assert.ok(names.length > 1 && names.every((name) => known.has(name)), names.join('; '));
  assert.deepEqual(names, [...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'ru')));
  const shared = measures.find(({ responsible = [] }) => new Set(responsible).size === 2);
  const twins = [...new Set(shared.responsible)].map((body) => `cell/1/${shared.id}@party/${body}`);
  const seen = [];
  await v.keys('Home');
  for (let pages = 0; pages < 40 && seen.length < 2; ++pages) {
    for (const path of twins) {
      const cell = await v.at(path);
      if (cell && !seen.some(({ key }) => key === cell.key)) seen.push(cell);
    }
    await v.keys('PageDown');
  }
  assert.deepEqual(seen.map(({ description }) => description), Array(2).fill(word('ru', 'roadmap.shared', { n: '2' })));
  await v.press('topbar/search');
  await v.keys('Escape');
  assert.equal((await v.need('filter/shown')).name, word('ru', 'filter.shown', { count: String(measures.length), all: String(measures.length) }));
  t.note(`${rows} rows of ${measures.length} measures`);
});

scenario('by state, a measure that is marked done goes to its new group and is followed there', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await groupBy(v, 'state');
  assert.equal((await headings(v))[0].name, word('ru', 'computedState.late'));
  const reported = new Set([...marks, ...occurrences].map(({ measure }) => measure));
  const seen = new Set((await v.twin()).map(({ key }) => key));
  const { id, title } = measures.find((measure) => !reported.has(measure.id) && seen.has(keyOf(`row/${measure.id}@state/4`)));
  await v.press(`cell/1/${id}@state/4`);
  await v.keys('Space');
  const followed = (await v.all('row')).find(({ selected }) => selected);
  assert.ok(followed.name.includes(title), 'the same measure, in sight');
  assert.ok(followed.focused, 'with the keyboard');
  assert.equal(followed.key, keyOf(`row/${id}@state/5`));
  await v.keys('Space');
  assert.ok(!(await v.need('inspector/computed')).name.includes(word('ru', 'computedState.done')), 'the same key takes it back');
  await v.keys('Control+z', 'Control+z');
  assert.ok((await v.need(`row/${id}@state/4`)).selected, 'undo brings it back');
});

scenario('by school a row has the state at the school, as its heading counts it', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await groupBy(v, 'school');
  const { schools } = JSON.parse(sampleText('sevastopol-2021'));
  const shared = marks.filter(({ measure }) => measure === 'm-1-19');
  const done = shared.find(({ state }) => state === 'done');
  const other = shared.find(({ state }) => state !== 'done');
  const stateAt = async ({ school }) => {
    await v.keys('Home');
    const path = `cell/4/m-1-19@school/${school}`;
    for (let pages = 0; pages < 40 && !(await v.at(path)); ++pages) await v.keys('PageDown');
    return (await v.need(path)).name;
  };
  assert.equal(await stateAt(done), word('ru', 'computedState.done'));
  assert.ok((await stateAt(other)).startsWith(word('ru', 'computedState.late')));
  t.note(`${schools.length} schools, ${shared.length} marks of m-1-19`);
});

scenario('a press selects the row that was seen there, though leaving a field has moved the rows', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await groupBy(v, 'state');
  await v.keys('Home');
  // What stands above «planned» is folded away.
  const planned = word('ru', 'computedState.planned');
  const selected = async () => (await v.all('row')).find((row) => row.selected);
  for (let groups = 0; groups < 8 && (await selected()).name !== planned; ++groups) await v.keys('ArrowLeft', 'ArrowDown');
  assert.equal((await selected()).name, planned);
  await v.keys('ArrowDown');
  const edited = await selected();
  await v.press('inspector/percent');
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  await v.keys('Control+a');
  await v.page.keyboard.insertText('40');
  const rows = (await v.all('row')).filter(({ level, rect }) => level === 2 && rect.height > 40);
  const below = rows[rows.findIndex(({ key }) => key === edited.key) + 1];
  await v.press(below);
  assert.equal(await v.node(edited.key), null, 'the edited one has gone to another group');
  assert.equal((await selected())?.name, below.name);
});

scenario('months, quarters and school years name their groups in order, and groups fold', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await groupBy(v, 'quarter');
  const quarter = (roman, year) => word('ru', 'roadmap.quarterYear', { roman, year });
  const group = (await headings(v))[0];
  assert.equal(group.name, quarter('IV', '2020'));
  const before = (await v.need('grid')).rowCount;
  await v.press(group);
  await v.keys('ArrowLeft');
  assert.equal((await headings(v))[0].expanded, false);
  assert.ok((await v.need('grid')).rowCount < before);
  assert.equal((await headings(v))[1].name, quarter('I', '2021'));
  await v.press({ x: group.rect.left + 18, y: group.rect.top + group.rect.height / 2 });
  assert.equal((await v.need('grid')).rowCount, before, 'the sign unfolds it');
  await groupBy(v, 'month');
  assert.equal((await headings(v))[0].name, word('ru', 'roadmap.monthYear', { month: word('ru', 'date.monthLong.11'), year: '2020' }));
  await groupBy(v, 'schoolYear');
  assert.equal((await headings(v))[0].name, word('ru', 'roadmap.schoolYear', { from: '2020', to: '2021' }));
  await groupBy(v, 'none');
  assert.equal((await headings(v)).length, 0);
  assert.equal((await v.need('grid')).rowCount, measures.length + 1);
});

scenario('a press on a column sorts, says so, and the third one brings the order of the plan back', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  await groupBy(v, 'none');
  const order = async () => (await v.all('row')).filter(({ rowIndex }) => rowIndex > 1).map(({ name }) => name);
  const inPlan = await order();
  const sorted = () => v.page.evaluate(() => [...document.querySelectorAll('#twin [role=columnheader]')].map((element) => element.getAttribute('aria-sort')));
  await v.press('column/1');
  assert.deepEqual((await sorted()).slice(0, 2), [null, 'ascending']);
  const titles = measures.map(({ title }) => title.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')).sort();
  const shown = (await order()).map((name) => name.toLowerCase());
  assert.ok(shown[0].endsWith(titles[0]), `${shown[0]} ends with ${titles[0]}`);
  await v.press('column/1');
  assert.deepEqual((await sorted())[1], 'descending');
  assert.ok((await order())[0].toLowerCase().replaceAll('ё', 'е').endsWith(titles.at(-1)));
  await v.press('column/1');
  assert.deepEqual(await order(), inPlan);
  await v.press('sort-choice');
  await choose(v, word('ru', 'order.ascending', { column: word('ru', 'column.period') }));
  assert.deepEqual((await sorted())[3], 'ascending');
  assert.equal((await v.need('sort-choice')).name, word('ru', 'roadmap.sortChoice', { order: word('ru', 'order.up', { column: word('ru', 'column.period') }) }));
});

scenario('grouping is chosen by keys alone, kept for the plan, and a selected measure stays in sight', async (t) => {
  const context = await t.context();
  const v = await t.page(context);
  await v.go();
  await openSample(v, 'sevastopol-2021');
  const { id } = measures.at(-1);
  await select(v, id);
  for (const key of ['g', 'ArrowDown', 'Enter']) await v.keys(key);
  const name = (await v.need('group-choice')).name;
  assert.equal(name, word('ru', 'roadmap.groupChoice', { grouping: grouping('responsible') }));
  const row = (await v.all('row')).find(({ selected }) => selected);
  assert.ok(row, 'the selected row is in sight');
  assert.ok(row.focused, 'and has the keyboard');
  await v.until(() => v.page.evaluate(() => Object.values(localStorage).some((text) => text.includes('responsible'))), 'the settings');
  const again = await t.page(context);
  await again.go();
  await openSample(again, 'sevastopol-2021');
  assert.equal((await again.need('group-choice')).name, name);
});

scenario('arrows, Home and End go through the choices of a list and of the state, and choose nothing', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const { id } = measures.find(({ items = [], period }) => items.length === 0 && period.spans?.length === 1);
  await select(v, id);
  const focusedName = () => v.page.evaluate(() => document.activeElement.textContent);
  for (const key of ['g', 'End']) await v.keys(key);
  assert.equal(await focusedName(), grouping('none'));
  await v.keys('Home', 'ArrowDown', 'ArrowDown');
  assert.equal(await focusedName(), grouping('state'));
  await v.keys('Escape');
  assert.equal((await v.need('group-choice')).name, word('ru', 'roadmap.groupChoice', { grouping: grouping('section') }));
  const before = (await v.need('save-state')).name;
  await v.page.getByRole('radio', { name: word('ru', 'storedState.notStarted'), exact: true }).focus();
  await v.keys('ArrowDown');
  assert.equal(await focusedName(), word('ru', 'storedState.inProgress'));
  assert.equal((await v.need('save-state')).name, before);
});
