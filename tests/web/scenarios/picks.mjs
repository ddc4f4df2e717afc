// Several measures at once: picked by mouse, keys and fingers, changed in one step, copied as rows and as a table, inside a
// plan, between plans and between pages; the history that leads back.
import assert from 'node:assert/strict';
import { writeByTouch } from '../support/hands.mjs';
import { keyOf } from '../support/keys.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { isAvailable, openSample, saveByDownload, savedState } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');
const saved = async (v) => JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
const chosen = async (v) => (await v.all('row')).filter(({ selected }) => selected).map(({ name }) => name.split(' ')[0]);
const message = async (v) => (await v.at('message'))?.name ?? '';

async function open(t, name, plan = smallPlan(), options = {}) {
  const v = await t.open({ scripts: [withoutPickers], ...options });
  await v.drop(file(name, canonical(plan)));
  return v;
}

async function pressWith(v, key, target) {
  await v.page.keyboard.down(key);
  await v.press(target);
  await v.page.keyboard.up(key);
  await v.idle();
}

// Through the fields of the question.
async function fill(v, path, text) {
  await v.press(path);
  await field(v);
  await v.keys('Control+a');
  await v.page.keyboard.type(text);
  await v.idle();
}

async function isUndone(v, plan = smallPlan()) {
  for (let steps = 0; steps < 30 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), canonical(plan), 'undone to the last byte');
}

scenario('a key that follows a press at once is for what was pressed', async (t) => {
  const v = await open(t, 'at-once.vekha.json');
  const middle = ({ rect }) => [rect.left + rect.width / 2, rect.top + rect.height / 2];
  const places = [middle(await v.need('cell/1/m-1')), middle(await v.need('cell/1/m-3'))];
  const states = async () => (await saved(v)).measures.map(({ state }) => state ?? 'notStarted');
  const devtools = await v.devtools();
  const press = (type, [x, y], modifiers) => devtools.send('Input.dispatchMouseEvent', { type, x, y, modifiers, button: 'left', buttons: 1, clickCount: 1 });
  await v.press('cell/1/m-4');
  // Nothing is waited for in between: all stands in the browser's queue.
  await Promise.all([
    press('mousePressed', places[0], 0), press('mouseReleased', places[0], 0),
    press('mousePressed', places[1], 8), press('mouseReleased', places[1], 8),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: '2', code: 'Digit2', text: '2', windowsVirtualKeyCode: 50 }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: '2', code: 'Digit2', windowsVirtualKeyCode: 50 }),
  ]);
  await v.idle();
  assert.deepEqual(await chosen(v), ['1.1', '1.2', '1.3']);
  assert.deepEqual((await states()).slice(0, 4), ['inProgress', 'inProgress', 'inProgress', 'notStarted']);
});

scenario('rows are picked with Ctrl, with Shift, by a box over the table and all at once; Esc drops them', async (t) => {
  const v = await open(t, 'picked.vekha.json');
  assert.equal(await v.page.locator('[role=treegrid]').getAttribute('aria-multiselectable'), 'true');
  await v.press('cell/1/m-1');
  assert.equal(await v.at('picked'), null, 'one row needs no bar');
  const before = await v.picture((await v.need('cell/0/m-3')).rect);
  await pressWith(v, 'Control', 'cell/1/m-3');
  assert.deepEqual(await chosen(v), ['1.1', '1.3']);
  assert.equal((await v.need('picked/count')).name, 'Выбрано 2 мероприятия');
  assert.notDeepEqual((await v.picture((await v.need('cell/0/m-3')).rect)).data, before.data, 'the row looks picked');
  await pressWith(v, 'Control', 'cell/1/m-1');
  assert.deepEqual(await chosen(v), ['1.3']);
  await v.press('cell/1/m-2');
  assert.deepEqual(await chosen(v), ['1.2']);
  await pressWith(v, 'Shift', 'cell/1/m-4');
  assert.deepEqual(await chosen(v), ['1.2', '1.3', '1.4']);
  await v.keys('Shift+ArrowUp');
  assert.deepEqual(await chosen(v), ['1.2', '1.3']);
  await v.keys('Escape');
  assert.equal(await v.at('picked'), null);
  await v.drag('cell/1/m-1', 'cell/2/m-3');
  assert.deepEqual(await chosen(v), ['1.1', '1.2', '1.3']);
  await v.keys('Control+a');
  assert.equal((await chosen(v)).length, 4);
  await v.press('picked/drop');
  assert.equal(await v.at('picked'), null);
  await v.keys('Home', 'ArrowDown', 'Control+Space', 'ArrowDown', 'ArrowDown', 'Control+Space');
  assert.deepEqual(await chosen(v), ['1.1', '1.3']);
});

scenario('a box that is drawn to the edge of the table scrolls it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  const rows = (await v.all('row')).filter(({ level, expanded }) => level > 0 && expanded === null);
  const grid = (await v.need('grid')).rect;
  const { left, top, height } = rows[0].rect;
  await v.page.mouse.move(left + 100, top + height / 2);
  await v.page.mouse.down();
  await v.page.mouse.move(left + 100, top + 200, { steps: 4 });
  await v.page.mouse.move(left + 100, grid.top + grid.height - 4, { steps: 4 });
  await v.until(async () => /Выбрано (2\d|3\d)/.test((await v.at('picked/count'))?.name ?? ''), 'the table to scroll under the box');
  await v.page.mouse.up();
  await v.idle();
  const { name } = await v.need('picked/count');
  await v.keys('Shift+ArrowDown');
  assert.equal(Number((await v.need('picked/count')).name.match(/\d+/)[0]), Number(name.match(/\d+/)[0]) + 1);
});

scenario('all that are picked are deleted, copied, moved, reported on, each in one step of undo', async (t) => {
  const v = await open(t, 'many.vekha.json');
  await v.press('cell/1/m-1');
  await v.keys('Shift+ArrowDown', '3');
  assert.equal(await message(v), 'Изменено мероприятий: 2');
  await v.keys('Control+d');
  await v.keys('Control+ArrowDown');
  let plan = await saved(v);
  assert.deepEqual(plan.measures.map(({ title }) => title.at(-1)), ['1', '2', '3', '1', '2', '4']);
  assert.deepEqual(plan.measures.map(({ state }) => state), ['done', 'done', 'notStarted', 'notStarted', 'notStarted', 'notStarted']);
  await v.keys('Delete');
  assert.match(await message(v), /^Удалено мероприятий: 2/);
  plan = await saved(v);
  assert.equal(plan.measures.length, 4);
  await v.keys('Control+a', '5');
  await v.type('нет денег');
  plan = await saved(v);
  assert.deepEqual(plan.measures.map(({ reason }) => reason), Array(4).fill('нет денег'));
  await isUndone(v);
});

scenario('one question changes several things of many, and tells before what will happen', async (t) => {
  const v = await open(t, 'bulk.vekha.json');
  await v.press('cell/1/m-1');
  await v.keys('Shift+ArrowDown', 'Shift+ArrowDown');
  await v.press('picked/change');
  assert.equal((await v.need('bulk/forecast')).name, word('ru', 'bulk.nothing'));
  await v.press('bulk/state/2');
  await fill(v, 'bulk/responsible', 'Отдел образования');
  await fill(v, 'bulk/period', 'до 15 мая');
  await v.until(async () => /15\.05\.2021/.test((await v.at('bulk/reading'))?.name ?? ''), 'the day that was read');
  await fill(v, 'bulk/add-tags', 'ВПР, кадры');
  assert.equal((await v.need('bulk/forecast')).name, 'Изменится мероприятий: 3. Добавится в план: Отдел образования');
  await v.press('bulk/apply');
  const plan = await saved(v);
  for (const measure of plan.measures.slice(0, 3)) {
    assert.equal(measure.state, 'inProgress');
    assert.deepEqual(measure.responsible, [plan.parties[0].id]);
    assert.equal(measure.period.text, 'до 15 мая');
    assert.deepEqual(measure.period.spans, [{ to: '2021-05-15' }]);
    assert.deepEqual(measure.tags, ['ВПР', 'кадры']);
  }
  assert.equal(plan.measures[3].state, 'notStarted');
  await v.keys('Control+z');
  assert.deepEqual(await saved(v), smallPlan());
  await v.press('picked/change');
  await fill(v, 'bulk/shift', '1');
  await v.press('bulk/unit/1');
  await v.press('bulk/apply');
  const { measures } = await saved(v);
  assert.deepEqual(measures.slice(0, 3).map(({ period }) => period.spans), [
    [{ from: '2021-04-01', to: '2021-06-30' }],
    [{ from: '2021-05-01', to: '2021-05-31' }],
    [{ to: '2021-07-15' }],
  ]);
  assert.equal(measures[1].period.text, 'апрель 2021', 'the words of the order stay');
  await isUndone(v);
});

scenario('where states follow from parts the question says how many it leaves', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  await v.keys('Control+a');
  await v.press('picked/change');
  await v.press('bulk/state/3');
  assert.match((await v.need('bulk/forecast')).name, /^Изменится мероприятий: \d+ из 88\. Состояние складывается из частей и не изменится: \d+$/);
  await v.press('bulk/cancel');
  assert.equal(await isAvailable(v, 'undo'), false);
});

scenario('rows are copied and cut with the keys of the browser and pasted in the plan and in another one', { origins: ORIGINS, alone: true }, async (t) => {
  const v = await open(t, 'source.vekha.json');
  await v.press('cell/1/m-1');
  await pressWith(v, 'Control', 'cell/1/m-2');
  await v.keys('Control+c');
  assert.equal(await message(v), 'Скопировано мероприятий: 2, без хода выполнения');
  await v.press('cell/1/m-4');
  await v.keys('Control+v');
  assert.equal(await message(v), 'Вставлено мероприятий: 2');
  let plan = await saved(v);
  assert.deepEqual(plan.measures.map(({ title }) => title.at(-1)), ['1', '2', '3', '4', '1', '2']);
  assert.equal(new Set(plan.measures.map(({ id }) => id)).size, 6);
  await v.keys('Control+z');
  // Cut and pasted: moved, with its id and what was reported.
  await v.press('cell/1/m-1');
  await v.keys('3', 'Control+x');
  assert.equal(await v.at('row/m-1'), null);
  await v.press('cell/1/m-3');
  await v.keys('Control+v');
  plan = await saved(v);
  assert.deepEqual(plan.measures.map(({ id }) => id), ['m-2', 'm-3', 'm-1', 'm-4']);
  assert.equal(plan.measures[2].state, 'done');
  await isUndone(v);
  await v.press('cell/1/m-3');
  await v.keys('Control+c');
  await v.drop(file('target.vekha.json', canonical(smallPlan({ id: 'other', title: 'Другой план', titles: ['А', 'Б', 'В', 'Г'] }))));
  await v.press('cell/1/m-1');
  await v.keys('Control+v');
  const other = await saved(v);
  assert.deepEqual(other.measures.map(({ title }) => title), ['А', 'Мероприятие 3', 'Б', 'В', 'Г']);
});

scenario('another page gets the rows, Word and Excel a table, and a text field keeps its own clipboard', { origins: ['http', 'file'], alone: true }, async (t) => {
  const context = await t.context({});
  const one = await t.page(context, { scripts: [withoutPickers] });
  await one.go();
  await one.drop(file('one.vekha.json', canonical(smallPlan({ titles: ['Две «цели» & <b>'] }))));
  await one.press('cell/1/m-1');
  await one.keys('Shift+ArrowDown', 'Control+c');
  const two = await t.page(context, { scripts: [withoutPickers] });
  await two.go();
  // What another program finds: plain text with tabs and a table.
  await two.page.evaluate(() => {
    window.found = null;
    addEventListener('paste', (event) => (window.found = [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')]), { capture: true, once: true });
  });
  await two.drop(file('two.vekha.json', canonical(smallPlan({ id: 'two', titles: ['А', 'Б', 'В', 'Г'] }))));
  await two.press('cell/1/m-4');
  await two.keys('Control+v');
  const [text, html] = await two.page.evaluate(() => window.found);
  assert.deepEqual(text.split('\r\n').slice(0, 2).map((line) => line.split('\t').length), [5, 5]);
  assert.match(html, /<table[^>]*>.*<th[^>]*>.*Две «цели» &amp; &lt;b&gt;.*<\/table>/s);
  assert.deepEqual((await saved(two)).measures.map(({ title }) => title), ['А', 'Б', 'В', 'Г', 'Две «цели» & <b>', 'Мероприятие 2']);
  // The page's own field: its text is copied and pasted, and no row.
  await two.press('cell/1/m-1', { times: 2 });
  await field(two);
  await two.keys('Control+a', 'Control+c', 'End', 'Control+v', 'Enter');
  const { measures } = await saved(two);
  assert.equal(measures[0].title, 'АА');
  assert.equal(measures.length, 6);
  // Words of any other program are no rows.
  await two.press('cell/1/m-2');
  await two.keys('Control+v');
  assert.match(await message(two), /нет строк из Вехи/);
  assert.equal((await saved(two)).measures.length, 6);
});

scenario('commands copy and cut without a key, and where the browser gives no paste the page says which key does', async (t) => {
  const v = await open(t, 'commands.vekha.json');
  await v.press('cell/1/m-1');
  await pressWith(v, 'Control', 'cell/1/m-2');
  await v.press('picked/copy');
  await v.until(async () => (await message(v)) === 'Скопировано мероприятий: 2, без хода выполнения', 'the rows on the clipboard');
  await v.press('picked/cut');
  await v.until(async () => /^Вырезано мероприятий: 2/.test(await message(v)), 'the rows to be cut');
  await v.press('cell/1/m-4');
  await v.keys('Control+v');
  assert.deepEqual((await saved(v)).measures.map(({ id }) => id), ['m-3', 'm-4', 'm-1', 'm-2']);
  await v.press('cell/1/m-4');
  await v.keys('Control+k');
  await v.type(word('ru', 'command.pasteRows'));
  await v.until(async () => /Ctrl\+V/.test(await message(v)), 'the page to name the key');
});

scenario('a finger that rests on a row begins to pick, and taps go on', async (t) => {
  const v = await open(t, 'touch.vekha.json', smallPlan(), { hasTouch: true });
  const session = await v.devtools();
  const point = async (path) => {
    const { rect } = await v.need(path);
    return [{ x: rect.left + rect.width / 2, y: rect.top + rect.height / 2, id: 0 }];
  };
  const down = async (path) => session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: await point(path) });
  const up = async () => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await v.idle();
  };
  await down('cell/1/m-2');
  await v.until(() => v.at('picked'), 'the bar');
  await up();
  assert.deepEqual(await chosen(v), ['1.2']);
  for (const path of ['cell/1/m-3', 'cell/1/m-4', 'cell/1/m-3']) {
    await down(path);
    await up();
  }
  assert.deepEqual(await chosen(v), ['1.2', '1.4']);
  await down('picked/drop');
  await up();
  assert.equal(await v.at('picked'), null);
  // By the list of all actions.
  await down('topbar/palette');
  await up();
  await writeByTouch(v, word('ru', 'command.startPicking'));
  const found = (await v.all('menuitem')).find(({ name }) => name === word('ru', 'command.startPicking'));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: found.rect.left + 40, y: found.rect.top + found.rect.height / 2, id: 0 }] });
  await up();
  await down('cell/1/m-1');
  await up();
  assert.ok((await chosen(v)).includes('1.1'));
  await down('topbar/undo');
  await v.page.waitForTimeout(700);
  await up();
});

scenario('the history lists the steps; a press goes to one, and back to what is in the file nothing is unsaved', async (t) => {
  const v = await open(t, 'history.vekha.json');
  await v.press('cell/1/m-1');
  await v.keys('2', '3', 'ArrowDown', '2');
  assert.match(await savedState(v), /не сохранено|черновик/i);
  await v.press('topbar/undo', { button: 'right' });
  const names = async () => (await v.all('radio')).map(({ name }) => name);
  assert.deepEqual(await names(), ['состояние: 1.2 Мероприятие 2', 'состояние: 1.1 Мероприятие 1', 'состояние: 1.1 Мероприятие 1', 'План открыт']);
  await v.press('history/1');
  assert.equal(await v.at('history'), null);
  assert.equal(await message(v), 'Отменено шагов: 2');
  await v.keys('h');
  const now = (await v.all('radio')).find(({ pressed }) => pressed);
  assert.equal(now.key, String(keyOf('history/1')));
  assert.equal((await v.need('history/3')).description, 'отменено');
  await v.keys('ArrowDown', 'Enter');
  assert.match(await savedState(v), /изменений нет/, 'undone to what is in the file');
  for (const key of ['h', 'Home', 'Enter']) await v.keys(key);
  assert.equal(await message(v), 'Повторено шагов: 3');
  assert.deepEqual((await saved(v)).measures.map(({ state }) => state), ['done', 'inProgress', 'notStarted', 'notStarted']);
});
