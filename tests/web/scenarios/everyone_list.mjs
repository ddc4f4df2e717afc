// The semantic list behind the picture: which row of how many, how deep, in which state, in words; what is announced, and
// how often; the wishes of the system for contrast; and what holds after any commands.
import assert from 'node:assert/strict';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, sampleText, smallPlan } from '../support/plans.mjs';
import { chance } from '../support/random.mjs';
import { keyOf } from '../support/keys.mjs';
import { scenario } from '../support/runner.mjs';
import { openSample, saveByDownload, tabOf } from '../support/steps.mjs';
import { checkTwin } from '../support/twin_rules.mjs';
import { word } from '../support/words.mjs';

const SLUG = 'sevastopol-2021';
const COLUMNS = 6;
const HEADER_ROWS = 1;
const COMPUTED = ['planned', 'running', 'inProgress', 'dueSoon', 'late', 'done', 'notDone', 'moved', 'cancelled'];
const stateWords = COMPUTED.map((name) => word('ru', `computedState.${name}`));
const saysState = (text) => stateWords.some((each) => text.includes(each));
const inOneLine = (text) => text.replace(/\s+/g, ' ').trim();
const nameOf = ({ number = '', title }) => inOneLine(`${number} ${title}`);

// All rows as the file has them, with what each has to say of its place.
function rowsOf({ sections, measures }, shows = () => true) {
  const rows = [];
  const shownIn = (section) => measures.filter((measure) => measure.section === section.id && shows(measure));
  const shown = sections.filter((section) => shownIn(section).length > 0);
  for (const [place, section] of shown.entries()) {
    rows.push({ key: keyOf(`section/${section.id}`), level: 1, position: place + 1, setSize: shown.length });
    const inside = shownIn(section);
    for (const [at, measure] of inside.entries()) {
      rows.push({ key: keyOf(`row/${measure.id}`), level: 2, position: at + 1, setSize: inside.length, name: nameOf(measure) });
    }
  }
  return rows.map((row, place) => ({ ...row, rowIndex: place + 1 + HEADER_ROWS }));
}

// The rows in sight are rows of the file, each where it says it is.
function checkPlaces(nodes, expected) {
  const grid = nodes.find(({ role }) => role === 'treegrid');
  assert.deepEqual([grid.rowCount, grid.columnCount], [expected.length + HEADER_ROWS, COLUMNS]);
  const rows = nodes.filter(({ role, rowIndex }) => role === 'row' && rowIndex > HEADER_ROWS);
  assert.ok(rows.length > 0);
  for (const row of rows) {
    const { name = row.name, ...place } = expected.find(({ key }) => key === row.key);
    const { key, level, position, setSize, rowIndex } = row;
    assert.deepEqual({ key, level, position, setSize, rowIndex, name: row.name }, { ...place, name });
    const columns = nodes.filter(({ parent }) => parent === row.key).map(({ columnIndex }) => columnIndex);
    assert.deepEqual(columns, [...new Set(columns)].filter((column) => column >= 1 && column <= COLUMNS).sort(), row.name);
  }
  return rows;
}

scenario('everyone: each row says which it is of how many, how deep, and in words when and in which state', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const plan = sample(SLUG);
  const all = rowsOf(plan);
  const seen = new Set();
  await v.keys('Home');
  for (let pages = 0; pages < 30 && seen.size < all.length; ++pages) {
    const nodes = await v.twin();
    const headers = nodes.filter(({ role }) => role === 'columnheader').map(({ columnIndex }) => columnIndex);
    assert.deepEqual(headers, [1, 2, 3, 4, 5, 6]);
    for (const { key, expanded, name, description } of checkPlaces(nodes, all)) {
      seen.add(key);
      if (expanded === null) assert.ok(saysState(description), `${name}: ${description}`);
    }
    for (const { name } of nodes.filter(({ role }) => role === 'img')) {
      assert.doesNotMatch(name, /\d\.\d\d\.\d{4}/, 'dates of bars are words');
      assert.ok(saysState(name) || /зона/.test(name) || name === word('ru', 'minimap.name'), name);
    }
    await v.keys('PageDown');
  }
  assert.equal(seen.size, all.length, 'every row was in sight once');

  // Folded away and filtered away: the others are counted anew.
  await v.keys('Home', 'ArrowLeft');
  const [first] = plan.sections;
  checkPlaces(await v.twin(), rowsOf(plan).filter(({ key }) => !plan.measures.some(({ id, section }) => section === first.id && key === keyOf(`row/${id}`))).map((row, place) => ({ ...row, rowIndex: place + 1 + HEADER_ROWS })));
  await v.keys('ArrowRight', 'Escape', 'Control+f');
  await v.type('курсы');
  const found = new Set((await v.all('row')).map(({ key }) => key));
  checkPlaces(await v.twin(), rowsOf(plan, ({ id }) => found.has(keyOf(`row/${id}`))));
});

const MOST_CHANGES = 400;

scenario('everyone: at most one message a second is announced, and the last one is true', async (t) => {
  const v = await t.open();
  const titles = ['Первый план', 'Второй план'];
  for (const [place, title] of titles.entries()) await v.drop(file(`told-${place}.vekha.json`, canonical(smallPlan({ id: `told-${place}`, title }))));
  const tabs = await Promise.all(titles.map((title) => tabOf(v, title)));
  await v.page.evaluate(() => {
    window.heard = [];
    const hear = (changes) => changes.some(({ addedNodes }) => addedNodes.length > 0) && window.heard.push(performance.now());
    for (const id of ['polite', 'urgent']) new MutationObserver(hear).observe(document.getElementById(id), { childList: true });
  });
  // Each change of the plan is told, and they come faster than one can listen.
  const heard = () => v.page.evaluate(() => window.heard.length);
  let changes = 0;
  while ((await heard()) < 3 && changes < MOST_CHANGES) {
    for (const tab of tabs) await v.press(tab);
    changes += tabs.length;
  }
  const said = () => v.page.evaluate(() => document.getElementById('polite').textContent);
  await v.until(async () => (await said()) === titles[1], 'the title of the plan that is shown', 10_000);
  const times = await v.page.evaluate(() => window.heard);
  const pauses = times.slice(1).map((time, place) => time - times[place]);
  assert.ok(pauses.length >= 2, `${times.length} messages`);
  assert.ok(changes > times.length, `${changes} changes`);
  assert.ok(pauses.every((pause) => pause >= 950), `pauses of ${pauses.map(Math.round).join(', ')} ms`);
  t.note(`${changes} changes, ${times.length} messages, at least ${Math.round(Math.min(...pauses))} ms apart`);
});

async function highContrast(v) {
  await v.keys('Control+k');
  const { description } = (await v.all('menuitem')).find(({ name }) => name === word('ru', 'command.contrast'));
  while (await v.at('palette')) await v.keys('Escape');
  return description.includes(word('ru', 'palette.on'));
}

scenario('everyone: contrast that the system wants is there at the start, and follows it', async (t) => {
  for (const [wish, none] of [[{ contrast: 'more' }, { contrast: 'no-preference' }], [{ forcedColors: 'active' }, { forcedColors: 'none' }]]) {
    const v = await t.open(wish);
    assert.equal(await highContrast(v), true, `${JSON.stringify(wish)} at the start`);
    await v.page.emulateMedia(none);
    await v.idle();
    assert.equal(await highContrast(v), false, JSON.stringify(none));
    await v.page.emulateMedia(wish);
    await v.idle();
    assert.equal(await highContrast(v), true, `${JSON.stringify(wish)} later`);
  }
});

const KEYS = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'Tab', 'Tab', 'Shift+Tab', ' ', '1', '2', '3', '4', '+', '-', '0', 't', 'g', 's', 'c', 'v', 'k', 'm', 'z', 'i', 'p', 'F1', 'F2', 'Insert', 'Delete', 'Control+d', 'Control+ArrowUp', 'Shift+ArrowRight', 'Enter', 'Enter', 'Escape', 'Escape', 'Control+k', 'Control+f', 'Control+z', 'Control+y', 'Shift+F10'];
// What would lead out of the page, or open a window of the browser's own.
const LEFT_ALONE = ['ru', 'en'].flatMap((language) => ['command.openFile', 'command.save', 'command.saveAs', 'command.goToStart', 'command.closePlan', 'command.newPlan', 'plans.add'].map((key) => word(language, key)));

async function anyCommand(v, random) {
  if (random.next() < 0.6) {
    const key = random.pick(KEYS);
    await v.keys(key);
    return key;
  }
  const nodes = (await v.twin()).filter(({ focusable, role, name, rect }) => focusable && role !== 'slider' && rect.width > 8 && rect.height > 8 && !LEFT_ALONE.includes(name));
  const node = random.pick(nodes);
  await v.press(node);
  return `${node.role} «${node.name}»`;
}

// What is written into a field that came open is of no account.
async function leaveField(v, random) {
  if ((await v.fieldText()) === null) return;
  await v.page.keyboard.insertText(random.pick(['1', 'курсы', '15.06.2021', 'причина']));
  await v.keys(random.pick(['Enter', 'Control+Enter', 'Escape', 'Tab']));
}

// The rows in sight say what the file has.
async function checkAgainstFile(v, trail) {
  for (let steps = 0; steps < 6 && ((await v.at('grid')) === null || (await v.fieldText()) !== null); ++steps) await v.keys('Escape');
  const plan = JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
  const reported = new Set([...(plan.marks ?? []), ...(plan.occurrences ?? [])].map(({ measure }) => measure));
  const rows = (await v.all('row')).filter(({ expanded, rowIndex }) => expanded === null && rowIndex > HEADER_ROWS);
  const language = await v.page.evaluate(() => document.documentElement.lang);
  for (const row of rows) {
    const same = plan.measures.filter((measure) => nameOf(measure) === inOneLine(row.name));
    assert.ok(same.length > 0, `${row.name} is no measure of the file, after ${trail.join(', ')}`);
    const [measure] = same;
    const fixed = ['done', 'notDone', 'moved', 'cancelled'].includes(measure.state) && !reported.has(measure.id) && !measure.items;
    if (same.length > 1 || !fixed) continue;
    assert.ok(row.description.includes(word(language, `computedState.${measure.state}`)), `${row.name}: ${row.description}, in the file ${measure.state}, after ${trail.join(', ')}`);
  }
  return rows.length;
}

scenario('everyone: after any commands the list is whole, in the page, with one place of the keyboard, and as the file', { limitMs: 180_000 }, async (t) => {
  const seed = t.long ? Date.now() % 100_000 : 20_211;
  t.note(`seed ${seed}`);
  const random = chance(seed);
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('any.vekha.json', sampleText(SLUG)));
  await v.drop(file('any-2.vekha.json', canonical({ ...sample('dubovskoe-2021') })));
  const trail = [];
  const count = t.long ? 1000 : 40;
  let compared = 0;
  for (let step = 1; step <= count; ++step) {
    trail.push(await anyCommand(v, random));
    await leaveField(v, random);
    const place = await v.page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('#twin, #fields') !== null);
    assert.ok(place, `the keyboard is somewhere else after ${trail.slice(-5).join(', ')}`);
    checkTwin(await v.twin(), v.page.viewportSize(), `seed ${seed}, step ${step}, after ${trail.slice(-5).join(', ')}`);
    if (step % 10 === 0) compared += await checkAgainstFile(v, trail.slice(-10));
  }
  assert.ok(compared > 5, `${compared} rows compared`);
  t.note(`${count} commands, ${compared} rows compared with the file`);
});
