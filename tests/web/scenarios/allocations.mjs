// An allocation fails while the plan is changed, saved, or another one is opened: the program ends, and the rescue page hands
// out what the state line had called kept. The command that provokes this exists in the test build only.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sampleText, smallPlan } from '../support/plans.mjs';
import { editNote, savedState, tabOf } from '../support/steps.mjs';

const ALLOWED = [/Vekha stopped/, /page error/, /RuntimeError|Aborted|unreachable/i];

// Which allocation fails: the first ones one by one, then at growing distances.
const SAMPLED = { change: [1, 2, 3, 10, 40, 150, 600, 2500], undo: [1, 30, 500], save: [1, 15, 200, 1500], open: [1, 60, 900, 12_000] };
const LONG_FACTOR = 1.04;
const MOST_MISSES = 3;

function allOf(numbers) {
  const more = [];
  for (let number = 1; number <= Math.max(...numbers); number = Math.max(number + 1, Math.round(number * LONG_FACTOR))) more.push(number);
  return more;
}

// Ends in the rescue page, or well, when fewer allocations were made than that. True in the first case.
async function meetsFault(v, fromNow, act) {
  await v.page.evaluate((number) => window.vekhaFault.failAllocation(number), fromNow);
  const acting = act().catch(() => {});
  for (const end = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const { rescued, left } = await v.page.evaluate(() => {
      const isStopped = document.querySelector('main.notice') !== null;
      return { rescued: document.querySelector('main.notice button') !== null, left: isStopped ? 0 : window.vekhaFault.allocationsLeft() };
    });
    if (rescued) return true;
    const isOver = await Promise.race([acting.then(() => true), new Promise((resolve) => setTimeout(resolve, 0, false))]);
    if (left > 0 && isOver) {
      await v.page.evaluate(() => window.vekhaFault.failAllocation(0));
      return false;
    }
    if (Date.now() > end) throw new Error(`the page neither goes on nor says that it cannot (${fromNow})`);
  }
}

const ACTS = {
  change: (v, note) => editNote(v, 'm-1', note),
  undo: (v) => v.keys('Control+z'),
  save: (v) => v.keys('Control+s'),
  open: (v) => v.drop(file('other.vekha.json', sampleText('dubovskoe-2021'))),
};

for (const [kind, numbers] of Object.entries(SAMPLED)) {
  scenario(`whichever allocation fails in: ${kind}, the rescue page hands out the last kept work`, { allow: ALLOWED, limitMs: 20 * 60_000 }, async (t) => {
    if (!t.isTestBuild) t.skip('the page is no test build');
    const v = await t.open({ scripts: [withoutPickers] });
    await v.drop(file('memory.vekha.json', canonical(smallPlan({ title: 'План без памяти' }))));
    let failed = 0;
    let misses = 0;
    for (const fromNow of t.long ? allOf(numbers) : numbers) {
      const kept = `запись до отказа ${fromNow}`;
      await editNote(v, 'm-1', kept);
      assert.match(await savedState(v), /^Черновик в браузере/);
      if (!(await meetsFault(v, fromNow, () => ACTS[kind](v, 'запись при отказе')))) {
        if (kind === 'open') await v.press(await tabOf(v, 'План без памяти'));
        // There are no more allocations than that, and each of these rounds leaves a plan open.
        if ((misses += 1) === MOST_MISSES) break;
        continue;
      }
      misses = 0;
      failed += 1;
      const { bytes } = await v.downloadOf(() => v.page.getByRole('button', { name: /Скачать черновик.*memory|Скачать черновик[^:]*$/ }).first().click());
      const { note } = JSON.parse(bytes.toString('utf8')).measures.find(({ id }) => id === 'm-1');
      assert.ok([kept, kind === 'change' && 'запись при отказе'].includes(note), `${fromNow}: ${note}`);
      await v.page.getByRole('button', { name: /Открыть заново/ }).click();
      await v.started();
      await v.press((await v.all('button')).find(({ description }) => /^memory\.vekha\.json/.test(description ?? '')));
    }
    t.note(`${kind}: ${failed} allocations failed`);
    assert.ok(failed >= 2, `only ${failed} failed`);
  });
}
