// Measures changed where they stand: cells by double click and by keys, rows added, copied, moved and taken out, periods
// moved by the mouse and by keys; undone to the last byte, and as they are in the saved file.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { command } from '../support/hands.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, smallPlan } from '../support/plans.mjs';
import { isAvailable, openSample, saveByDownload, savedState, select, showInspector } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');
const saved = async (v) => JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));

async function open(t, name) {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file(name, canonical(smallPlan())));
  return v;
}

async function isUndone(v) {
  for (let steps = 0; steps < 30 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), canonical(smallPlan()), 'undone to the last byte');
}

scenario('a double click edits the cell that was hit, and Enter, F2 and the arrows do it by keys', async (t) => {
  const v = await open(t, 'cells.vekha.json');
  await v.press('cell/1/m-2', { times: 2 });
  await field(v);
  assert.equal(await v.fieldText(), 'Мероприятие 2');
  await v.keys('Control+a');
  await v.type('Обучить «команды» школ');
  assert.equal((await v.need('cell/1/m-2')).name, 'Обучить «команды» школ');
  await v.press('cell/2/m-2', { times: 2 });
  await field(v);
  await v.page.keyboard.type('Отдел образования');
  await v.keys('Shift+Enter');
  await v.page.keyboard.type('Методический центр');
  await v.keys('Enter');
  await v.keys('ArrowLeft', 'ArrowLeft');
  await v.keys('F2');
  await field(v);
  assert.equal(await v.fieldText(), '1.2');
  await v.keys('Control+a');
  await v.type('1.2.1');
  await v.keys('ArrowRight', 'Enter');
  await field(v);
  await v.page.keyboard.type('не то');
  await v.keys('Escape');
  const plan = await saved(v);
  assert.deepEqual(plan.parties.map(({ name }) => name), ['Отдел образования', 'Методический центр']);
  assert.equal(plan.measures[1].number, '1.2.1');
  assert.equal(plan.measures[1].title, 'Обучить «команды» школ');
  assert.deepEqual(plan.measures[1].responsible, plan.parties.map(({ id }) => id));
  await isUndone(v);
});

// Each frame is drawn later than two clicks may be apart.
function slowFrames() {
  window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 700);
}

scenario('a double click is one by its clicks, however late the frames that see them; two clicks stay two', async (t) => {
  const v = await t.open({ scripts: [withoutPickers, slowFrames] });
  await v.drop(file('late.vekha.json', canonical(smallPlan())));
  await v.press('cell/1/m-1');
  await v.press('cell/1/m-1');
  assert.equal(await v.fieldText(), null);
  await v.press('cell/1/m-2', { times: 2 });
  await field(v);
  assert.equal(await v.fieldText(), 'Мероприятие 2');
});

scenario('the panel changes number, title, texts and tags', async (t) => {
  const v = await open(t, 'panel.vekha.json');
  await v.press('cell/1/m-3');
  await showInspector(v);
  for (const [path, text, end] of [
    ['inspector/number', '7', 'Enter'],
    ['inspector/title', 'Заголовок', 'Control+Enter'],
    ['inspector/description', 'Две\nстроки', 'Control+Enter'],
    ['inspector/result', 'Приказ', 'Control+Enter'],
    ['inspector/tags', 'ВПР, кадры', 'Enter'],
  ]) {
    const isInSight = async () => ((await v.at(path))?.rect.height ?? 0) > 20;
    for (let pages = 0; pages < 10 && !(await isInSight()); ++pages) await v.wheel('inspector', { dy: 300 });
    await v.press(path);
    await field(v);
    await v.keys('Control+a');
    await v.type(text, end);
  }
  const { measures } = await saved(v);
  const { number, title, description, result, tags } = measures[2];
  assert.deepEqual({ number, title, description, result, tags }, {
    number: '7', title: 'Заголовок', description: 'Две\nстроки', result: 'Приказ', tags: ['ВПР', 'кадры'],
  });
  await isUndone(v);
});

scenario('rows are added, copied, moved, numbered and taken out, each one step back', async (t) => {
  const v = await open(t, 'rows.vekha.json');
  await v.press('cell/1/m-2');
  await v.keys('Insert');
  await field(v);
  assert.equal(await v.fieldText(), word('ru', 'edit.newMeasure.title'));
  await v.page.keyboard.type('Новое дело');
  await v.keys('Enter');
  await v.keys('Control+d');
  await v.keys('Control+ArrowUp', 'Control+ArrowUp');
  await v.press('cell/1/m-4');
  await v.keys('Delete');
  const plan = await saved(v);
  assert.deepEqual(plan.measures.map(({ title }) => title), ['Мероприятие 1', 'Новое дело', 'Мероприятие 2', 'Новое дело', 'Мероприятие 3']);
  assert.equal(new Set(plan.measures.map(({ id }) => id)).size, 5);
  await isUndone(v);
});

scenario('the mouse moves a bar, its end, and draws where there was none; Esc drops it', async (t) => {
  const v = await open(t, 'bars.vekha.json');
  const bar = async (id) => (await v.need(`bar/${id}`)).rect;
  const DAY = 86_400_000;
  // Within two days of what was meant: at this scale a day is less than a pixel, and pointers stand on whole ones.
  const near = (iso, wanted) => Math.abs(Date.parse(iso) - Date.parse(wanted)) <= 2 * DAY;
  const first = await bar('m-1'); // 92 days
  const day = first.width / 92;
  const middle = { x: first.left + first.width / 2, y: first.top + first.height / 2 };
  const pixels = await v.changed(first, () => v.drag(middle, { x: middle.x + 10 * day, y: middle.y }));
  assert.ok(pixels > 10, 'the bar moves');
  const end = { x: first.left + first.width + 10 * day - 2, y: middle.y };
  await v.drag(end, { x: end.x + 7 * day, y: middle.y });
  const month = await bar('m-2');
  const inMonth = { x: month.left + month.width / 2, y: month.top + month.height / 2 };
  await v.drag(inMonth, { x: inMonth.x + 25 * day, y: inMonth.y });
  // Begun and dropped.
  const deadline = await bar('m-3');
  const held = { x: deadline.left + deadline.width / 2, y: deadline.top + deadline.height / 2 };
  await v.page.mouse.move(held.x, held.y);
  await v.page.mouse.down();
  await v.page.mouse.move(held.x + 60, held.y, { steps: 5 });
  await v.keys('Escape');
  await v.page.mouse.move(held.x + 90, held.y, { steps: 3 });
  await v.page.mouse.up();
  await v.idle();
  // Where no dates are, in whole months at this scale.
  const line = (await v.need('cell/5/m-4')).rect;
  const y = line.top + line.height / 2;
  await v.drag({ x: first.left + 4, y }, { x: first.left + 40 * day, y });
  const { measures } = await saved(v);
  const [moved] = measures[0].period.spans;
  assert.ok(near(moved.from, '2021-03-11'), moved.from);
  assert.ok(near(moved.to, '2021-06-17'), moved.to);
  assert.deepEqual(measures.slice(1).map(({ period }) => period.spans), [
    [{ from: '2021-05-01', to: '2021-05-31' }],
    [{ to: '2021-06-15' }],
    [{ from: '2021-03-01', to: '2021-04-30' }],
  ]);
  assert.equal(measures[0].period.text, 'с 01.03.2021 по 31.05.2021', 'the words of the plan stay');
  assert.deepEqual(measures.map(({ period }) => period.kind), ['range', 'month', 'deadline', 'range']);
  await isUndone(v);
});

scenario('M moves a period by keys, and its buttons do the same', async (t) => {
  const v = await open(t, 'keys.vekha.json');
  await v.press('cell/1/m-2');
  await v.keys('m', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight');
  assert.match((await v.need('moving/dates')).name, /01\.06\.2021.*31\.07\.2021/);
  await v.keys('Enter');
  assert.equal(await v.at('moving'), null);
  await v.press('cell/1/m-3');
  await v.keys('m');
  await v.press('moving/earlier');
  await v.press('moving/earlier');
  await v.press('moving/keep');
  await v.press('cell/1/m-1');
  await v.keys('m', 'ArrowLeft', 'Escape');
  const { measures } = await saved(v);
  assert.deepEqual(measures.map(({ period }) => period.spans), [
    [{ from: '2021-03-01', to: '2021-05-31' }],
    [{ from: '2021-06-01', to: '2021-07-31' }],
    [{ to: '2021-06-13' }],
    undefined,
  ]);
  await isUndone(v);
});

scenario('a press on the sign of a period in review opens what was read from its words', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  const flagged = sample('sevastopol-2021').measures.find(({ period }) => period.review);
  await v.press(`review/${flagged.id}`);
  assert.equal(await v.fieldText(), flagged.period.text);
  const hint = await v.until(() => v.at('period-hint'), 'the reading');
  const first = flagged.period.spans[0].from.split('-').reverse().join('.');
  assert.ok(hint.name.includes(first), `${hint.name} says ${first}`);
  await v.keys('Escape');
  assert.equal((await saved(v)).measures.find(({ id }) => id === flagged.id).period.text, flagged.period.text);
});

scenario('what is moved by keys is never under the box that says where to', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'stavropol-2021');
  const ids = sample('stavropol-2021').measures.map(({ id }) => id);
  const inSight = [];
  for (const id of ids) if (await v.at(`cell/1/${id}`)) inSight.push(id);
  for (const id of [inSight[0], inSight.at(-1)]) {
    await v.press(`cell/1/${id}`);
    await v.keys('m', 'ArrowRight');
    const [box, row] = [(await v.need('moving')).rect, (await v.need(`cell/1/${id}`)).rect];
    assert.ok(box.top >= row.top + row.height || box.top + box.height <= row.top, `${id}: the box from ${box.top}, the row from ${row.top}`);
    await v.keys('Escape');
  }
});

for (const slug of ['sevastopol-2021', 'stavropol-2021']) {
  scenario(`the plan ${slug} is edited as the small one is`, async (t) => {
    const v = await t.open({ scripts: [withoutPickers] });
    await openSample(v, slug);
    const before = JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
    await v.press(`cell/1/${before.measures[0].id}`);
    await v.keys('Enter');
    await field(v);
    await v.keys('Control+a');
    await v.type('Переписано');
    await v.keys('m', 'ArrowRight', 'Enter');
    const after = await saved(v);
    const changed = after.measures.filter((measure, place) => JSON.stringify(measure) !== JSON.stringify(before.measures[place]));
    assert.equal(changed.length, 1);
    assert.equal(changed[0].title, 'Переписано');
    await v.keys('Control+z', 'Control+z');
    assert.deepEqual(await saved(v), before);
  });
}

scenario('a period is typed in words, and what was understood shows at once', async (t) => {
  const v = await open(t, 'words.vekha.json');
  await v.press('cell/3/m-4', { times: 2 });
  await field(v);
  await v.keys('Control+a');
  await v.page.keyboard.type('до 15 ма');
  await v.idle();
  await v.page.keyboard.type('я');
  await v.until(async () => /15\.05\.2021/.test((await v.at('period-hint'))?.name ?? ''), 'the day that was read');
  const shown = await v.need('period-hint');
  assert.ok((await v.picture(shown.rect)).width > 0);
  await v.keys('Enter');
  assert.equal(await v.at('period-hint'), null);
  await v.press('cell/3/m-1', { times: 2 });
  await field(v);
  await v.keys('Control+a');
  await v.page.keyboard.type('после дождичка в четверг');
  await v.until(async () => (await v.at('period-hint'))?.name.includes(word('ru', 'review.unread')), 'why it is unclear');
  await v.keys('Enter');
  const { measures } = await saved(v);
  assert.deepEqual(measures[3].period.spans, [{ to: '2021-05-15' }]);
  assert.equal(measures[3].period.text, 'до 15 мая');
  assert.equal(measures[0].period.text, 'после дождичка в четверг');
  assert.ok(measures[0].period.review, 'somebody has to look');
  await v.keys('n');
  await v.press('inspector/accept-period');
  assert.equal((await saved(v)).measures[0].period.review, undefined);
  await isUndone(v);
});

scenario('proofs, what comes before, and the section are changed where they stand, by keys alone', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  await select(v, 'm-1-09');
  const measure = async () => (await saved(v)).measures.find(({ id }) => id === 'm-1-09');
  const write = async (path, text, key = 'Control+Enter') => {
    await v.page.evaluate((name) => document.querySelector(`[data-key="${name}"]`).focus(), (await v.need(path)).key);
    await v.keys('Enter');
    await v.keys('Control+a');
    await v.type(text, null);
    assert.equal(await savedState(v), word('ru', 'save.typing'));
    await v.keys(key);
  };
  await write('inspector/evidence', 'Приказ № 5 https://example.org/5.pdf\nhttps://example.org/6');
  assert.deepEqual((await measure()).evidence, [
    { title: 'Приказ № 5', url: 'https://example.org/5.pdf' },
    { url: 'https://example.org/6' },
  ]);
  await write('inspector/evidence', 'без адреса');
  assert.match((await v.need('message')).name, new RegExp(word('ru', 'editProblem.linkMissing')));
  await v.keys('Escape');
  await write('inspector/evidence', 'https://example.org/6');
  assert.deepEqual((await measure()).evidence, [{ url: 'https://example.org/6' }]);
  await write('inspector/dependencies', '1.1, 1.2');
  assert.deepEqual((await measure()).dependsOn, ['m-1-01', 'm-1-02']);
  // To the last section, and back.
  const { section } = await measure();
  await v.keys('Escape');
  await v.press('cell/1/m-1-09');
  await command(v, 'command.moveToSection');
  await v.keys('End', 'Enter');
  assert.notEqual((await measure()).section, section);
  await v.keys('Control+z');
  assert.equal((await measure()).section, section);
  // By its number a row goes where it is let go.
  await select(v, 'm-1-01');
  const target = (await v.need('cell/0/m-1-01')).rect;
  await v.drag('cell/0/m-1-03', { x: target.left + 20, y: target.top + 4 });
  const order = (await saved(v)).measures.slice(0, 3).map(({ id }) => id);
  assert.deepEqual(order, ['m-1-03', 'm-1-01', 'm-1-02']);
});
