// Approving a plan, what moved since, and a new plan from a plan: the dialogs by mouse and keys, the ghost under a bar, the
// list of deviations that leads to the rows, the new tab that is in no file yet.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { openSample, saveByDownload, savedState, select, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const saved = async (v) => JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');
const ru = (key, values) => word('ru', key, values);

async function run(v, key) {
  await v.keys('Control+k');
  await field(v);
  await v.page.keyboard.insertText(ru(key));
  await v.keys('Enter');
}

async function write(v, path, text, end = 'Enter') {
  if ((await v.fieldText()) === null) await v.press(path);
  await field(v);
  await v.keys('Control+a');
  await v.page.keyboard.insertText(text);
  await v.keys(end);
}

async function open(t, name = 'approval.vekha.json') {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file(name, canonical(smallPlan())));
  return v;
}

async function approve(v, document, edition) {
  await run(v, 'command.approvePlan');
  await v.need('draft');
  await field(v);
  await v.press('form.document');
  await write(v, 'form.document', document, 'Control+Enter');
  await write(v, 'form.authority', 'Департамент образования', 'Control+Enter');
  await write(v, 'form.approvalDate', '12.01.2021');
  await write(v, 'form.edition', edition);
  await v.press('draft/accept');
  assert.equal(await v.at('draft'), null);
}

scenario('the fields of an approval take what is typed and what is pressed, and an empty one is refused', async (t) => {
  const v = await open(t);
  await run(v, 'command.approvePlan');
  await field(v);
  await v.keys('Escape');
  await v.press('draft/accept');
  assert.equal((await v.need('message')).name, ru('approval.empty'));
  assert.notEqual(await v.at('draft'), null);

  // Typing on a text that has the keyboard opens it.
  await v.press('form.edition');
  await field(v);
  await v.keys('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  assert.equal(await v.fieldText(), null);
  await v.page.keyboard.type('RONO 7');
  await v.keys('Control+Enter');

  // A text of several lines gives its room back when it is left; what is pressed below it is pressed all the same.
  for (const below of ['form.edition', 'draft/accept']) {
    await v.press('form.document');
    await field(v);
    await v.keys('Control+a');
    await v.page.keyboard.insertText('Приказ № 15');
    await v.press(below);
    if (below === 'form.edition') await field(v);
  }
  assert.equal(await v.at('draft'), null);
  const { authority, document } = (await saved(v)).plan.approval;
  assert.deepEqual({ authority, document }, { authority: 'RONO 7', document: 'Приказ № 15' });
});

scenario('a plan is approved; what moves later has a ghost, and stands in the list that leads to its row', async (t) => {
  const v = await open(t);
  await run(v, 'command.showDeviations');
  assert.equal((await v.need('message')).name, ru('why.noBaseline'));
  await v.keys('Escape', 'Escape');
  await approve(v, 'Приказ от 12.01.2021 № 15', 'Первая редакция');
  assert.match((await v.need('message')).name, /Первая редакция, 12\.01\.2021/);
  let plan = await saved(v);
  assert.deepEqual(plan.plan.approval, {
    authority: 'Департамент образования', document: 'Приказ от 12.01.2021 № 15', date: '2021-01-12', edition: 'Первая редакция',
  });
  assert.equal(plan.baselines.length, 1);
  assert.equal(plan.baselines[0].periods.length, plan.measures.length);

  // Moved by the mouse: the tooltip of the drag and the ghost say how far.
  const bar = (await v.need('bar/m-1')).rect;
  const middle = { x: bar.left + bar.width / 2, y: bar.top + bar.height / 2 };
  const below = { left: bar.left, top: bar.top + bar.height, width: 40, height: 10 };
  const pixels = await v.changed(below, () => v.drag(middle, { x: middle.x + bar.width, y: middle.y }));
  assert.ok(pixels > 20, 'the ghost');
  // Reworded, added, taken out.
  await select(v, 'm-2');
  await write(v, 'inspector/title', 'Другие слова', 'Control+Enter');
  await v.press('cell/1/m-2');
  await v.keys('Insert');
  await write(v, 'cell/1', 'Новое дело');
  await v.press('cell/1/m-4');
  await v.keys('Delete');

  await v.keys('d');
  await v.need('deviations');
  const counts = (await v.twin()).filter(({ role, name }) => role === 'button' && /: \d+$/.test(name)).map(({ name }) => name);
  for (const kind of ['moved', 'reworded', 'added', 'removed']) {
    assert.ok(counts.includes(ru('deviation.count', { kind: ru(`deviation.${kind}`), n: '1' })), `${kind} in ${counts}`);
  }
  await v.press(await v.the('button', ru('deviation.count', { kind: ru('deviation.moved'), n: '1' })));
  const [moved] = (await v.all('button')).filter(({ description }) => description?.startsWith(ru('deviation.moved')));
  assert.match(moved.description, /позже/);
  await v.press(moved);
  assert.equal(await v.at('deviations'), null);
  assert.equal((await v.need('row/m-1')).selected, true);
  // The same by keys.
  await v.keys('d', 'Tab', 'Escape');
  assert.equal(await v.at('deviations'), null);

  // A second edition is the one in force; the first one is a step away.
  await approve(v, 'Приказ № 40', 'Вторая редакция');
  await v.keys('d');
  assert.match((await v.need('deviations/baseline')).name, /Вторая редакция.*Департамент образования/);
  await v.need('deviations/none');
  await v.press('deviations/before');
  assert.match((await v.need('deviations/baseline')).name, /Первая редакция/);
  await v.keys('Escape');
  plan = await saved(v);
  assert.equal(plan.baselines.length, 2);
});

scenario('a date that is none stays in its field, and nothing is approved', async (t) => {
  const v = await open(t);
  await run(v, 'command.approvePlan');
  await write(v, 'form.document', 'Приказ', 'Control+Enter');
  await write(v, 'form.approvalDate', 'вчера');
  await v.press('draft/accept');
  assert.ok(await v.at('draft'));
  assert.equal(await v.fieldText(), 'вчера');
  await v.keys('Escape', 'Escape', 'Escape');
  assert.equal(await v.at('draft'), null);
  assert.equal((await saved(v)).baselines, undefined);
});

scenario('a new plan from a plan: the next year, progress cleared, in a tab of its own and in no file', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  const title = await titleOf(v);
  await run(v, 'command.newPlanFrom');
  await v.need('draft');
  await field(v);
  assert.equal(await v.fieldText(), '2022');
  await write(v, 'form.firstYear', '2023');
  assert.match((await v.need('form.newTitle')).text, /2023/);
  await v.press('draft/accept');
  assert.match((await v.need('message')).name, /из 88/);
  assert.equal(await titleOf(v), title.replace(/ \(.*/, '').replaceAll('2021', '2023'));
  assert.notEqual(await savedState(v), ru('save.unchangedBlank'));
  const tabs = await v.need('tabs');
  assert.ok(tabs);
  const { bytes, name } = await saveByDownload(v);
  const plan = JSON.parse(bytes.toString('utf8'));
  assert.notEqual(name, 'sevastopol-2021.vekha.json');
  assert.equal(plan.plan.from, '2023-01-01');
  assert.equal(plan.measures.length, 88);
  assert.ok(plan.measures.every(({ origin, state }) => origin && state === 'notStarted'));
  assert.equal(plan.marks, undefined);
  // The periods whose words name a year are to be looked at.
  await v.keys('n');
  assert.equal((await v.all('row')).filter(({ selected }) => selected).length, 1);
});
