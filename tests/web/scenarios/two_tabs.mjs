// One plan in two tabs of the browser: one changes it, the other one shows it and can take it over.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { editNote, savedState, select, takeOver } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const ORIGINS = ['http', 'plain', 'file'];
const planFile = () => file('общий.vekha.json', canonical(smallPlan()));

async function newTab(t, context) {
  const v = await t.page(context, { scripts: [withoutPickers] });
  await v.go();
  return v;
}

const isElsewhere = async (v) => (await savedState(v)) === word('ru', 'save.otherTab');
const becomes = (v, elsewhere) =>
  v.until(async () => (await isElsewhere(v)) === elsewhere, elsewhere ? 'the words for the other tab' : 'its own again', 8000);
const noteOf = async (v) => (await v.need('inspector/note')).text;

async function twoTabs(t) {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile());
  await editNote(one, 'm-1', 'в первой');
  const two = await newTab(t, context);
  await two.drop(planFile());
  await becomes(two, true);
  return { context, one, two };
}

scenario('the second tab of a plan shows it, takes it over, and the first one shows it then', { origins: ORIGINS }, async (t) => {
  const { one, two } = await twoTabs(t);
  assert.equal(await isElsewhere(one), false);
  await select(two, 'm-1');
  await two.keys('2');
  assert.match((await two.need('message')).name, /другой вкладке/);
  await two.keys('Escape');
  assert.equal((await two.need('message/offer')).disabled, false);
  await takeOver(two);
  assert.match((await two.need('dialog')).name, /Есть черновик этого плана/);
  await two.press('dialog/cancel');
  await becomes(two, false);
  await becomes(one, true);
  await editNote(two, 'm-1', 'во второй');
  assert.equal(await noteOf(two), 'во второй');
  // What the first one did is its own work still.
  await select(one, 'm-1');
  assert.equal(await noteOf(one), 'в первой');
});

scenario('a tab that waits gets the plan when the other one is closed', { origins: ORIGINS }, async (t) => {
  const { one, two } = await twoTabs(t);
  await one.page.close({ runBeforeUnload: false });
  await two.until(async () => (await two.at('dialog/cancel')) !== null, 'what the other one did', 8000);
  await two.press('dialog/cancel');
  await becomes(two, false);
  await editNote(two, 'm-1', 'один');
  assert.equal(await noteOf(two), 'один');
});

scenario('what is being typed when the plan is taken is not lost', async (t) => {
  const { one, two } = await twoTabs(t);
  await one.press('inspector/note');
  await one.until(async () => (await one.fieldText()) !== null, 'the field');
  await one.keys('Control+a');
  await one.page.keyboard.insertText('последнее слово');
  await two.press('message/offer');
  await becomes(one, true);
  assert.equal(await one.fieldText(), null);
  assert.equal(await noteOf(one), 'последнее слово');
});

scenario('plans of other files and samples are nobody else\'s', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile());
  const two = await newTab(t, context);
  await two.drop(file('другой.vekha.json', canonical(smallPlan())));
  await two.idle();
  assert.equal(await isElsewhere(two), false);
  assert.equal(await isElsewhere(one), false);
});
