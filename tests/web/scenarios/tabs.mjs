// Several plans open side by side as tabs; the agenda goes over all of them.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { button, chosenState, editNote, openSample, select, setState, tabOf, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const planFile = (id, title) => file(`${id}.vekha.json`, canonical(smallPlan({ id, title })));
const closeOf = (v, title) => v.the('button', word('ru', 'plans.close', { title }));
const focusedName = (v) => v.page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

scenario('plans stand side by side as tabs, each with its work; closing one with unsaved work asks', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile('one', 'Первый план'));
  assert.equal(await v.at('tabs'), null, 'one plan needs no tabs');
  await setState(v, 'm-1', 'inProgress');
  await editNote(v, 'm-1', 'работа');
  await v.drop(planFile('two', 'Второй план'));
  assert.equal(await titleOf(v), 'Второй план');
  assert.equal((await tabOf(v, 'Первый план')).description, word('ru', 'plans.unsaved'));
  assert.equal((await tabOf(v, 'Второй план')).pressed, true);
  await v.press(await tabOf(v, 'Первый план'));
  assert.equal(await chosenState(v), word('ru', 'storedState.inProgress'), 'its row is still selected');
  assert.equal((await v.need('inspector/note')).text, 'работа');

  await v.press(await closeOf(v, 'Первый план'));
  assert.equal((await v.need('dialog')).name, word('ru', 'unsaved.title', { title: 'Первый план' }));
  await v.press(await button(v, 'button.cancel'));
  assert.equal(await titleOf(v), 'Первый план');
  await v.press(await closeOf(v, 'Первый план'));
  await v.press(await button(v, 'unsaved.discard'));
  assert.equal(await titleOf(v), 'Второй план');
  assert.equal(await v.at('tabs'), null);
});

scenario('tabs by keyboard: arrows in the strip, the list of open plans, the start screen and back', async (t) => {
  const v = await t.open();
  for (const [id, title] of [['one', 'Первый план'], ['two', 'Второй план'], ['three', 'Третий план']]) await v.drop(planFile(id, title));
  await v.page.locator('#twin [role=toolbar] button', { hasText: 'Третий план' }).first().focus();
  await v.keys('ArrowLeft', 'ArrowLeft');
  assert.equal(await focusedName(v), 'Второй план');
  await v.keys('Enter');
  assert.equal(await titleOf(v), 'Второй план');
  await v.keys('p');
  assert.equal((await v.need('chooser')).name, word('ru', 'plans.title'));
  await v.page.keyboard.press('Shift+Tab');
  await v.page.keyboard.press('Shift+Tab');
  assert.equal(await focusedName(v), 'Первый план');
  await v.keys('Enter');
  assert.equal(await v.at('chooser'), null);
  assert.equal(await titleOf(v), 'Первый план');
  await v.press(await button(v, 'command.goToStart'));
  await v.press(await v.the('button', 'Третий план'));
  assert.equal(await titleOf(v), 'Третий план');
});

scenario('the agenda of two plans leads to a row of the other plan and back', async (t) => {
  const v = await t.open();
  await openSample(v, 'stavropol-2021');
  await v.keys('z');
  await v.press((await v.all('radio')).find(({ name }) => name.startsWith('СКИРО ПК и ПРО')));
  const due = async () => (await v.all('button')).filter(({ description }) => /^до \d\d\.\d\d\.\d{4}/.test(description ?? ''));
  const alone = (await due()).length;
  assert.ok(alone >= 4, `${alone} entries`);
  await v.drop(planFile('other', 'Другой план'));
  await v.keys('z');
  const entries = await due();
  const foreign = entries.filter(({ description }) => description.includes(' · '));
  assert.ok(foreign.length > 0 && foreign.length === entries.length, `${foreign.length} of ${entries.length} entries`);
  await v.press(foreign[0]);
  assert.match(await titleOf(v), /Ставрополья/);
  const [row] = (await v.all('row')).filter(({ selected }) => selected);
  assert.ok(row && (foreign[0].name.includes(row.name) || row.name.includes(foreign[0].name)), 'its row is selected');
  await v.keys('Escape');
  assert.ok((await due()).length > 0, 'the agenda stands there again');
});
