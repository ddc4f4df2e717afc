// The table of actions as people use it: the palette, the sheet of keys, and what only they offer: scale and contrast.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { button, chosenState, openSample, select, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const items = (v) => v.all('menuitem');
const focusedName = (v) => v.page.evaluate(() => document.activeElement.textContent || document.activeElement.getAttribute('aria-label'));

async function run(v, typed) {
  await v.keys('Control+k');
  await v.until(async () => (await v.fieldText()) !== null, 'the field of the palette');
  await v.page.keyboard.type(typed);
  await v.idle();
  await v.keys('Enter');
}

scenario('the palette: any word in either language, Enter, arrows, the button, and why something cannot run', async (t) => {
  const v = await t.open();
  await v.keys('Control+k');
  assert.ok((await items(v)).find(({ name }) => name === word('ru', 'command.undo')).disabled);
  await v.keys('Escape');
  await openSample(v, 'sevastopol-2021');
  await run(v, 'grouping');
  assert.equal((await v.need('chooser')).name, word('ru', 'group.title'), 'found by an English word');
  await v.keys('Escape');
  assert.equal(await v.at('chooser'), null);

  await v.press(await button(v, 'command.palette'));
  await v.until(async () => (await v.fieldText()) !== null, 'the field of the palette');
  await v.page.keyboard.type('показать');
  await v.idle();
  await v.keys('ArrowDown');
  await v.keys('ArrowDown');
  const second = (await items(v))[1];
  assert.equal(await focusedName(v), second.name);
  await v.keys('Enter');
  assert.equal(await v.at('palette'), null);
  assert.ok(await v.at('filter/shown'), `${second.name} ran`);
  await v.keys('Escape');

  await run(v, 'отменить');
  assert.equal((await v.need('message')).name, word('ru', 'why.nothingToUndo'));
  assert.ok(await v.at('palette'), 'it stays');
  await v.keys('Escape');
  assert.equal(await v.at('palette'), null);
});

scenario('the palette opens over a text that is being typed, and keeps it; a date is typed from it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('palette.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  await v.press('inspector/note');
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  await v.page.keyboard.type('до палитры');
  await run(v, 'отчётную');
  assert.equal((await v.need('inspector/note')).text, 'до палитры');
  await v.until(async () => (await v.fieldText()) !== null, 'the field of the as-of date');
  await v.keys('Control+a');
  await v.page.keyboard.type('01.06.2021');
  await v.keys('Enter');
  assert.match((await v.need('topbar/as-of')).name, /01\.06\.2021/);
});

scenario('the right button and Shift+F10 open a menu of the row, of the table, of the time; a press elsewhere closes it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('menu.vekha.json', canonical(smallPlan())));
  const { rect } = await v.need('cell/1/m-2');
  await v.press({ x: rect.left + 20, y: rect.top + 20 }, { button: 'right' });
  assert.deepEqual((await items(v)).map(({ name }) => name).slice(0, 2), [word('ru', 'command.toggleDone'), word('ru', 'command.setNotStarted')]);
  await v.press((await items(v)).find(({ name }) => name === word('ru', 'command.setInProgress')));
  assert.equal(await v.at('menu'), null);
  assert.match((await v.all('row')).find(({ selected }) => selected).name, /Мероприятие 2/);
  assert.equal(await chosenState(v), word('ru', 'storedState.inProgress'));
  await v.keys('Shift+F10');
  assert.ok(await v.at('menu'), 'by the keyboard');
  await v.press({ x: 700, y: 640 });
  assert.equal(await v.at('menu'), null);
  const { rect: time } = await v.need('main');
  await v.press({ x: time.left + time.width - 400, y: time.top + time.height - 200 }, { button: 'right' });
  assert.ok((await items(v)).some(({ name }) => name === word('ru', 'command.fit')), 'of the time');
  await v.keys('ArrowDown', 'Escape');
  assert.equal(await v.at('menu'), null);
});

scenario('the sheet of keys names each key, and closes', async (t) => {
  const v = await t.open();
  await v.keys('F1');
  const lines = (await v.all('listitem')).map(({ name }) => name);
  for (const line of [`${word('ru', 'command.save')}: Ctrl+S`, `${word('ru', 'command.palette')}: Ctrl+K`, `${word('ru', 'command.showMine')}: Z`, `${word('ru', 'command.movePeriod')}: M`, `${word('ru', 'command.lengthenPeriod')}: Shift+→`]) {
    assert.ok(lines.includes(line), line);
  }
  assert.ok(lines.length >= 36, `${lines.length} lines`);
  await v.keys('Escape');
  assert.equal(await v.at('help'), null);
});

scenario('at 300 % of the interface the roadmap is worked as before, and the next page has that size', async (t) => {
  const context = await t.context();
  const v = await t.page(context, { scripts: [withoutPickers] });
  await v.go();
  await openSample(v, 'sevastopol-2021');
  for (let step = 0; step < 6; ++step) await run(v, word('ru', 'command.scaleUp'));
  const main = (await v.need('main')).rect;
  assert.ok(Math.abs(main.width - 1366) < 2, `${main.width} px of the page are taken`);
  const whole = (await v.all('row')).filter(({ rect }) => rect.height > 60);
  assert.ok(whole.length >= 5, `${whole.length} rows`);
  await v.press(whole[2]);
  assert.equal((await v.all('row')).filter(({ selected }) => selected).length, 1);
  await v.press('topbar/as-of');
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  const [field, place] = await Promise.all([v.page.locator('.field').boundingBox(), v.need('topbar')]);
  assert.ok(field.height > 90 && field.y + field.height <= place.rect.top + place.rect.height, JSON.stringify([field, place.rect]));
  await v.keys('Escape');
  const next = await t.page(context);
  await next.go();
  await next.page.evaluate(() => (location.hash = '#sample=dubovskoe-2021'));
  await next.until(() => next.at('topbar'), 'the plan');
  assert.ok((await next.need('topbar')).rect.height > 100, 'the size is kept');
  await run(next, word('ru', 'command.scaleReset'));
  assert.ok((await next.need('topbar')).rect.height < 60);
  assert.match(await titleOf(next), /Дубовском/);
});

scenario('contrast is high when the system asks for it, or the person does', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const isOn = async () => {
    await v.keys('Control+k');
    const { description } = (await items(v)).find(({ name }) => name === word('ru', 'command.contrast'));
    await v.keys('Escape');
    return description.includes(word('ru', 'palette.on'));
  };
  const picture = async () => (await v.page.screenshot()).toString('base64');
  const usual = await picture();
  assert.equal(await isOn(), false);
  await v.page.emulateMedia({ forcedColors: 'active' });
  await v.idle();
  assert.equal(await isOn(), true);
  assert.notEqual(await picture(), usual);
  await v.page.emulateMedia({ forcedColors: 'none' });
  await v.idle();
  assert.equal(await isOn(), false);
  await run(v, word('ru', 'command.contrast'));
  assert.equal(await isOn(), true);
});
