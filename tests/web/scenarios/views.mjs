// Saved views: kept in the plan under a name, shown again, replaced, deleted; by mouse, by keyboard, over a save.
import assert from 'node:assert/strict';
import { withoutPickers } from '../support/pickers.mjs';
import { scenario } from '../support/runner.mjs';
import { openSample, saveByDownload } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const choice = async (v) => (await v.need('view-choice')).name;
const named = (name) => word('ru', 'views.choice', { name });

// The list has just opened, with the keyboard in the name while there is nothing else to choose.
async function type(v, name) {
  await v.page.keyboard.type(name);
  await v.keys('Enter');
}

async function late(v) {
  await v.keys('Control+f');
  await v.keys('Escape');
  await v.press('filter/late');
}

scenario('a view is saved under a name, shown again from another one, and deleted', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  assert.equal(await choice(v), word('ru', 'views.title'));
  await late(v);
  const shown = (await v.need('filter/shown')).name;
  await v.press('view-choice');
  await v.until(async () => (await v.fieldText()) !== null, 'the field of the name');
  await v.page.keyboard.type('Опоздания');
  await v.press('chooser/save');
  assert.equal(await v.at('chooser'), null, 'the list closes');
  assert.equal(await choice(v), named('Опоздания'));
  await v.press('filter/close');
  assert.equal(await choice(v), word('ru', 'views.title'), 'what shows is no longer that view');
  await v.press('view-choice');
  await v.press('chooser/0');
  assert.equal(await choice(v), named('Опоздания'));
  assert.equal((await v.need('filter/shown')).name, shown);
  await v.press('view-choice');
  await v.press('chooser/0/remove');
  assert.equal(await v.at('chooser/0'), null);
  await v.press('chooser/close');
  await v.keys('Control+z');
  assert.equal(await choice(v), named('Опоздания'), 'the deletion is undone');
});

scenario('a view is saved and shown with the keyboard alone', async (t) => {
  const v = await t.open();
  await openSample(v, 'dubovskoe-2021');
  await v.keys('v');
  await type(v, 'Один');
  assert.equal(await choice(v), named('Один'));
  await late(v);
  await v.keys('v');
  await v.keys('Enter');
  assert.equal(await choice(v), named('Один'), 'the first view has the focus in the list');
  for (const key of ['v', 'Tab', 'Enter']) await v.keys(key);
  assert.equal(await v.at('chooser/0'), null, 'the button behind it deletes it');
  assert.notEqual(await v.at('chooser'), null, 'the list stays open');
  await v.keys('Escape');
  await v.keys('Control+z');
  assert.equal(await choice(v), named('Один'));
});

scenario('a saved view travels in the file', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'stavropol-2021');
  await late(v);
  await v.keys('v');
  await type(v, 'Путь');
  const file = JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
  assert.equal(file.views.length, 1);
  assert.equal(file.views[0].name, 'Путь');
  assert.deepEqual(file.views[0].filter, { late: true });
});
