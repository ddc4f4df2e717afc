// What is typed into a field of the page is never lost: not by what the page does meanwhile, not by a refusal.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { button, select, setState, tabOf, titleOf } from '../support/steps.mjs';

const WIDE = { width: 1366, height: 768 };

async function begin(v, path, text) {
  await v.press(path);
  await v.until(async () => (await v.fieldText()) !== null, 'the field');
  await v.keys('Control+a');
  await v.page.keyboard.insertText(text);
}

async function openPlan(t, name) {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.resize(WIDE);
  await v.drop(file(name, canonical(smallPlan())));
  await select(v, 'm-1');
  return v;
}

scenario('a field that is no longer drawn keeps what was typed: a narrow page, a link to a sample', async (t) => {
  const v = await openPlan(t, 'not-drawn.vekha.json');
  await begin(v, 'inspector/note', 'на узкой странице');
  await v.resize({ width: 800, height: 600 });
  assert.equal(await v.fieldText(), null);
  await v.resize(WIDE);
  assert.equal((await v.need('inspector/note')).text, 'на узкой странице');
  await v.keys('Control+z');
  await begin(v, 'inspector/note', 'до ссылки');
  await v.page.evaluate(() => (location.hash = '#sample=dubovskoe-2021'));
  await v.until(async () => (await titleOf(v)).includes('Дубовском'), 'the sample');
  await v.press(await tabOf(v, smallPlan().plan.title));
  assert.equal((await v.need('inspector/note')).text, 'до ссылки');
});

const asksBeforeLeaving = (v) =>
  v.page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });

scenario('what is refused stays in its field, and leaving the page asks', async (t) => {
  const v = await openPlan(t, 'refused.vekha.json');
  await setState(v, 'm-1', 'inProgress');
  await begin(v, 'inspector/percent', '150');
  await v.keys('Enter');
  assert.equal(await v.fieldText(), '150');
  assert.equal(await asksBeforeLeaving(v), true, 'refused by Enter');
  await v.keys('Escape');
  assert.equal(await asksBeforeLeaving(v), false, 'given up');

  await setState(v, 'm-1', 'done');
  await begin(v, 'inspector/done-date', '15.0');
  await v.page.evaluate(() => {
    for (const hidden of [true, false]) {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });
  await v.idle();
  assert.equal(await v.fieldText(), '15.0', 'after the tab was out of sight');
  await v.press('cell/1/m-2');
  assert.equal(await v.fieldText(), null, 'another measure has its own field');
  await v.press('cell/1/m-1');
  assert.equal(await v.fieldText(), '15.0', 'it waits at its measure');
  assert.equal(await asksBeforeLeaving(v), true, 'while it waits');
  const hasFocus = () => v.page.evaluate(() => document.activeElement.className === 'field');
  assert.equal(await hasFocus(), false, 'the keyboard stays on the rows');
  await v.page.click('.field');
  await v.keys('End');
  await v.type('4.2021');
  assert.equal(await v.fieldText(), null);
  assert.match((await v.need('inspector/done-date')).text, /15.*2021/);
});

scenario('a screen reader presses another field while one is typed in: nothing is lost', async (t) => {
  const v = await openPlan(t, 'reader.vekha.json');
  await setState(v, 'm-1', 'inProgress');
  await begin(v, 'inspector/note', 'до нажатия');
  const { key } = await v.need('inspector/percent');
  // Without moving the keyboard, as such programs do.
  await v.page.evaluate((pressed) => document.querySelector(`[data-key="${pressed}"]`).click(), key);
  await v.idle();
  assert.equal((await v.need('inspector/note')).text, 'до нажатия');
});

// The browser's calendar itself cannot be pressed from here: what it asks for and what it answers are.
scenario('a date can be picked in the browser\'s calendar, by its button and by Alt+Down; other texts have none', async (t) => {
  const v = await openPlan(t, 'picked.vekha.json');
  await v.page.evaluate(() => {
    window.asked = [];
    HTMLInputElement.prototype.showPicker = function () {
      window.asked.push(this.value);
    };
  });
  const pick = (iso) =>
    v.page.evaluate((value) => {
      const calendar = document.querySelector('.field-picker input');
      calendar.value = value;
      calendar.dispatchEvent(new Event('change'));
    }, iso);
  await setState(v, 'm-1', 'done');
  await begin(v, 'inspector/done-date', '05.03.2021');
  const at = await v.page.locator('.field-picker').boundingBox();
  await v.page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  assert.equal(await v.fieldText(), '05.03.2021', 'the keyboard stays in the field');
  await pick('2021-04-15');
  await v.idle();
  assert.equal(await v.fieldText(), null);
  assert.match((await v.need('inspector/done-date')).text, /15.*2021/);
  await begin(v, 'inspector/done-date', 'скоро');
  await v.keys('Alt+ArrowDown');
  assert.deepEqual(await v.page.evaluate(() => window.asked), ['2021-03-05', '']);
  await v.keys('Escape');
  await begin(v, 'inspector/note', 'текст');
  assert.equal(await v.page.locator('.field-picker').count(), 0);
});
