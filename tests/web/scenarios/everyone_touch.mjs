// The twelve main tasks by fingers alone: taps, swipes and pinches as the browser gives them; texts come from a keyboard
// on the screen, which gives no keys.
import assert from 'node:assert/strict';
import { HAND_WATCH, field, pinch, swipe, swipeTo, tap, usedHands, writeByTouch } from '../support/hands.mjs';
import { keyOf } from '../support/keys.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { button, isAvailable, tabOf } from '../support/steps.mjs';
import * as task from '../support/tasks.mjs';
import { word } from '../support/words.mjs';

async function onlyFingers(v) {
  const { mouse, touch, keys, wheel } = await usedHands(v);
  assert.deepEqual([mouse, keys, wheel], [0, 0, 0], 'neither mouse nor keys were used');
  assert.ok(touch > 10, `${touch} touches`);
  return touch;
}

const radio = (v, name) => v.the('radio', name);

// Where there are bars and rows, away from the signs at the edges.
async function timeLine(v) {
  const { rect: header } = await v.need('column/5');
  const { rect: grid } = await v.need('grid');
  return { left: header.left, width: header.width, y: grid.top + grid.height * 0.6 };
}

async function commandByTouch(v, key) {
  await tap(v, 'topbar/palette');
  await writeByTouch(v, word('ru', key));
  const wanted = (await v.all('menuitem')).find(({ name }) => name === word('ru', key));
  await tap(v, wanted);
}

scenario('everyone: by touch alone a sample is opened, searched, filtered, regrouped, moved in time and to another date', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers], hasTouch: true });
  // 1. Open a sample.
  await tap(v, await button(v, 'sample.sevastopol'));
  await task.sampleIsOpen(v);
  // 3. Find a measure by its text and go to it.
  await tap(v, 'topbar/search');
  await writeByTouch(v, task.FOUND);
  const found = (await v.all('row')).find(({ name }) => /мцркп/i.test(name));
  await tap(v, found);
  await task.foundIsSelected(v);
  // 4. Only what is late.
  await tap(v, 'filter/close');
  await tap(v, 'topbar/search');
  await tap(v, 'filter/late');
  await task.onlyLateIsShown(v);
  await tap(v, 'filter/close');
  assert.equal(await v.at('filter/shown'), null, 'all rows are back');
  // 5. Regroup by the body that is responsible.
  await tap(v, 'group-choice');
  await tap(v, await radio(v, word('ru', 'groupBy.responsible')));
  await task.bodiesAreTheGroups(v);
  // 6. Zoom and scroll the time to a month.
  for (let steps = 0; steps < 60; ++steps) {
    const [first, last] = await task.daysInSight(v);
    const { left, width, y } = await timeLine(v);
    const middle = (first + last) / 2;
    const wanted = Date.UTC(2021, 8, 15) / 86_400_000;
    const away = ((wanted - middle) / (last - first)) * width;
    if (Math.abs(away) > width / 10) {
      const by = Math.max(-width / 2, Math.min(width / 2, -away));
      await swipe(v, [left + width / 2 - by / 2, y], [left + width / 2 + by / 2, y]);
    } else if (last - first > 45) {
      await pinch(v, [left + width / 2, y], 80, 200);
    } else {
      break;
    }
  }
  await task.monthFillsTheTimeLine(v);
  // 7. Another as-of date.
  const before = await task.legend(v);
  await tap(v, 'topbar/as-of');
  await writeByTouch(v, task.AS_OF);
  await tap(v, 'legend');
  await task.asOfIsSet(v, before);
  t.note(`${await onlyFingers(v)} touches`);
});

scenario('everyone: by touch alone a file of one\'s own is opened, reported on, undone, saved, and left for another plan', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers], hasTouch: true });
  const choose = async (path, opener) => v.choose(path, async () => tap(v, await opener()));
  // 2. Open a file of one's own.
  await choose(file('by-touch.vekha.json', canonical(smallPlan())), () => button(v, 'command.openFile'));
  await task.ownFileIsOpen(v);
  // 8. Done; moved, for a reason.
  await tap(v, 'cell/1/m-1');
  if (!(await v.at('inspector'))) await tap(v, 'topbar/inspector');
  await tap(v, await radio(v, word('ru', 'storedState.done')));
  await task.isInState(v, 'done');
  await tap(v, 'cell/1/m-2');
  await tap(v, await radio(v, word('ru', 'storedState.moved')));
  await writeByTouch(v, task.REASON);
  await tap(v, 'dialog/accept');
  await task.isInState(v, 'moved');
  // 9. Percent and note of the next one.
  await tap(v, 'cell/1/m-3');
  await tap(v, await swipeTo(v, 'inspector/percent', 'inspector'));
  await writeByTouch(v, '40');
  await tap(v, await swipeTo(v, 'inspector/note', 'inspector'));
  await field(v);
  await writeByTouch(v, task.NOTE);
  await tap(v, 'cell/1/m-3');
  await task.isInState(v, 'inProgress');
  // 10. Back and forth.
  const save = () => v.downloadOf(() => tap(v, 'topbar/save'));
  for (let steps = 0; steps < 10 && (await isAvailable(v, 'undo')); ++steps) await tap(v, 'topbar/undo');
  task.savedIs((await save()).bytes, smallPlan());
  for (let steps = 0; steps < 10 && (await isAvailable(v, 'redo')); ++steps) await tap(v, 'topbar/redo');
  // 11. Save.
  task.savedIs((await save()).bytes, task.worked());
  // 12. Another plan, and back by its tab; my rows of all plans.
  await choose(file('other-touch.vekha.json', canonical(smallPlan({ id: 'other', title: 'Другой план' }))), () => v.need('topbar/open'));
  await task.ownFileIsOpen(v, 'Другой план');
  await tap(v, await tabOf(v, smallPlan().plan.title));
  await task.ownFileIsOpen(v);
  await choose(file('bodies-touch.vekha.json', canonical(task.withBodies())), () => v.need('topbar/open'));
  await task.ownFileIsOpen(v, task.withBodies().plan.title);
  await commandByTouch(v, 'command.showMine');
  await tap(v, (await v.all('radio')).find(({ name }) => name.startsWith(task.BODY)));
  const entry = (await v.twin()).find(task.isDue);
  await tap(v, entry);
  await task.agendaLedToItsRow(v, entry);
  assert.notEqual(entry.key, keyOf('grid'));
  t.note(`${await onlyFingers(v)} touches`);
});

scenario('everyone: a finger that comes down beside a small button means it, and not its neighbour', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers], hasTouch: true });
  await tap(v, await button(v, 'sample.sevastopol'));
  const choices = (await v.all('button')).filter(({ rect }) => rect.height === 24 && rect.top > 40 && rect.top < 80 && rect.width > 40);
  assert.equal(choices.length, 4, 'groups, order, columns, views');
  for (const { rect, name } of choices) {
    // Above it, where its own reach ends; the place has no height, so that the middle of it is met.
    await tap(v, { rect: { ...rect, top: rect.top - 6, height: 0 } });
    const [dialog] = await v.all('dialog');
    assert.ok(dialog, `${name} is opened`);
    t.note(`${name}: ${dialog.name}`);
    await tap(v, 'chooser/close');
  }
  const { mouse, keys, wheel } = await usedHands(v);
  assert.deepEqual([mouse, keys, wheel], [0, 0, 0], 'neither mouse nor keys were used');
});
