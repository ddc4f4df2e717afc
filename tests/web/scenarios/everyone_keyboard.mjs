// The twelve main tasks by a keyboard alone: Tab, arrows and keys; no pointer, and no focus set by a script.
import assert from 'node:assert/strict';
import { HAND_WATCH, arrowTo, command, field, focused, rowTo, tabTo, typeKeys, usedHands } from '../support/hands.mjs';
import { keyOf } from '../support/keys.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { isAvailable, saveByDownload } from '../support/steps.mjs';
import * as task from '../support/tasks.mjs';
import { word } from '../support/words.mjs';

const named = (name) => (node) => node.name === name;
const at = (path) => (node) => node.key === keyOf(path);

async function onlyKeys(v) {
  const { mouse, touch, keys, wheel } = await usedHands(v);
  assert.deepEqual([mouse, touch, wheel], [0, 0, 0], 'no pointer was used');
  assert.ok(keys > 50, `${keys} keys`);
  return keys;
}

scenario('everyone: by keyboard alone a sample is opened, searched, filtered, regrouped, moved in time and to another date', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers] });
  // 1. Open a sample.
  await tabTo(v, named(word('ru', 'sample.sevastopol')), 'the sample');
  await v.keys('Enter');
  await task.sampleIsOpen(v);
  // 3. Find a measure by its text and go to it.
  await v.keys('Control+f');
  await typeKeys(v, task.FOUND);
  await v.keys('ArrowDown', 'ArrowDown', 'i');
  await task.foundIsSelected(v);
  await v.keys('Escape', 'Escape');
  // 4. Only what is late.
  await v.keys('Control+f');
  await field(v);
  await tabTo(v, at('filter/late'), 'the chip of what is late');
  await v.keys('Space');
  await task.onlyLateIsShown(v);
  await v.keys('Escape');
  assert.equal(await v.at('filter/shown'), null, 'all rows are back');
  // 5. Regroup by the body that is responsible.
  await v.keys('g');
  await arrowTo(v, 'ArrowDown', named(word('ru', 'groupBy.responsible')), 'the grouping');
  await v.keys('Enter');
  await task.bodiesAreTheGroups(v);
  // 6. Zoom and scroll the time to a month.
  await command(v, 'command.goToDate');
  await typeKeys(v, task.MONTH.date);
  for (let steps = 0; steps < 20; ++steps) {
    const [first, last] = await task.daysInSight(v);
    if (last - first < 45) break;
    await v.keys('+');
  }
  await task.monthFillsTheTimeLine(v);
  // 7. Another as-of date.
  const before = await task.legend(v);
  await tabTo(v, at('topbar/as-of'), 'the as-of date');
  await v.keys('Enter');
  await typeKeys(v, task.AS_OF);
  await task.asOfIsSet(v, before);
  t.note(`${await onlyKeys(v)} keys`);
});

scenario('everyone: by keyboard alone a file of one\'s own is opened, reported on, undone, saved, and left for another plan', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers] });
  // 2. Open a file of one's own.
  await v.choose(file('by-keys.vekha.json', canonical(smallPlan())));
  await task.ownFileIsOpen(v);
  // 8. Done; moved, for a reason.
  await rowTo(v, at('row/m-1'), 'the first measure');
  await v.keys(' ', 'ArrowDown', '5');
  await typeKeys(v, task.REASON);
  assert.equal((await task.selectedRow(v)).key, keyOf('row/m-2'), 'the keyboard is back at its row');
  await v.keys('i');
  await task.isInState(v, 'moved');
  // 9. Percent and note of the next one.
  await v.keys('ArrowDown');
  await tabTo(v, at('inspector/percent'), 'the percent');
  await v.keys('Enter');
  await field(v);
  await v.keys('Control+a');
  await typeKeys(v, '40');
  await tabTo(v, at('inspector/note'), 'the note');
  await v.keys('Enter');
  await typeKeys(v, task.NOTE, 'Control+Enter');
  assert.equal((await focused(v))?.key, keyOf('inspector/note'), 'the keyboard stays where it was');
  await task.isInState(v, 'inProgress');
  // 10. Back and forth.
  for (let steps = 0; steps < 10 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  task.savedIs((await saveByDownload(v)).bytes, smallPlan());
  for (let steps = 0; steps < 10 && (await isAvailable(v, 'redo')); ++steps) await v.keys('Control+y');
  // 11. Save.
  task.savedIs((await saveByDownload(v)).bytes, task.worked());
  // 12. Another plan, and back by its tab; my rows of all plans.
  await v.choose(file('other.vekha.json', canonical(smallPlan({ id: 'other', title: 'Другой план' }))));
  await task.ownFileIsOpen(v, 'Другой план');
  await tabTo(v, named('Другой план'), 'the tabs');
  await v.keys('ArrowLeft', 'ArrowLeft', 'Enter');
  await task.ownFileIsOpen(v);
  await v.choose(file('bodies.vekha.json', canonical(task.withBodies())));
  await task.ownFileIsOpen(v, task.withBodies().plan.title);
  await v.keys('z');
  await arrowTo(v, 'ArrowDown', ({ name }) => name.startsWith(task.BODY), 'the body');
  await v.keys('Enter');
  const entry = await tabTo(v, task.isDue, 'a day that is due');
  await v.keys('Enter');
  await task.agendaLedToItsRow(v, entry);
  t.note(`${await onlyKeys(v)} keys`);
});

scenario('everyone: the keyboard leaves the panel and the list by one Esc each, and is never lost', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers] });
  await tabTo(v, named(word('ru', 'sample.yaroslavl')), 'the sample');
  await v.keys('Enter');
  // From the panel to the row that it is about, and only then away from that.
  await v.keys('ArrowDown');
  await v.keys('ArrowDown');
  const row = (await v.all('row')).find(({ selected }) => selected);
  await tabTo(v, at('inspector/note'), 'the panel');
  await v.keys('Escape');
  assert.equal((await focused(v))?.key, row.key, 'the row has the focus again');
  assert.ok((await v.node(row.key)).selected);
  await v.keys('Escape');
  assert.equal((await v.all('row')).some(({ selected }) => selected), false);
  // From the list to what opens it.
  await tabTo(v, at('tray/open'), 'the list of measures without dates');
  await v.keys('Enter');
  await tabTo(v, at('tray/close'), 'its closing button');
  await v.keys('Escape');
  assert.equal((await focused(v))?.key, keyOf('tray/open'));
});

scenario('everyone: a panel that is longer than the page is scrolled by PageDown and PageUp', async (t) => {
  const v = await t.open({ viewport: { width: 1280, height: 420 } });
  await v.press(await v.the('button', word('ru', 'sample.sevastopol')));
  await v.keys('Home', 'ArrowDown', 'ArrowDown');
  await tabTo(v, at('inspector/note'), 'the panel');
  const { rect } = await v.need('inspector');
  const pages = async (key) => {
    for (let page = 0; page < 8; ++page) await v.keys(key);
  };
  await pages('PageUp');
  const moved = await v.changed(rect, () => v.keys('PageDown'));
  assert.ok(moved > 1000, `${moved} pixels of the panel`);
  const back = await v.changed(rect, () => v.keys('PageUp'));
  assert.ok(back > 1000, `${back} pixels of the panel`);
  // Also where the focused node has left the panel by then, and from beyond either end.
  const there = await v.changed(rect, async () => {
    await pages('PageDown');
    await pages('PageUp');
  });
  assert.equal(there, 0, 'the same picture at the top');
  const turned = await v.changed(rect, () => v.wheel('inspector', { dy: -300 }));
  await v.away();
  assert.equal(turned, 0, 'a wheel that turns further than the top moves nothing');
});
