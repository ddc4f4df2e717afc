// After an abort, a trap, a stack overflow or an error of a script a plain page hands out the last draft and the opened
// file. The commands that provoke this exist in the test build only.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan, withProgress } from '../support/plans.mjs';
import { editNote, openSample } from '../support/steps.mjs';

const ALLOWED = [/Vekha stopped/, /page error/, /RuntimeError|Aborted|unreachable|stack|vekhaFault|Maximum call/i];

const rescueShows = (v) =>
  v.until(() => v.page.evaluate(() => document.querySelector('main.notice button') !== null), 'the rescue page', 10_000);

for (const [fault, origins] of [
  ['abort', ['http', 'file']],
  ['trap', ['http', 'file']],
  ['recurse', ['http']],
  ['throwJs', ['http']],
  ['rejectJs', ['http']],
]) {
  scenario(`after ${fault} the rescue page hands out the draft and the file, to the byte`, { alone: true, origins, allow: ALLOWED }, async (t) => {
    if (!t.isTestBuild) t.skip('the page is no test build');
    const v = await t.open({ scripts: [withoutPickers] });
    const path = file(`fault-${fault}.vekha.json`, canonical(smallPlan({ title: 'Тайное название' })));
    await v.drop(path);
    await editNote(v, 'm-1', 'последняя правка');
    await v.page.evaluate((name) => window.vekhaFault[name](), fault);
    await rescueShows(v);
    assert.equal(await v.page.evaluate(() => document.querySelector('canvas')), null, 'no blank canvas stays');
    const text = await v.page.evaluate(() => document.body.textContent);
    assert.match(text, /Веха остановилась из-за ошибки/);
    assert.ok(!text.includes('Тайное') && !text.includes('последняя'), 'the report holds no words of the plan');
    const draft = await v.downloadOf(() => v.page.getByRole('button', { name: /Скачать черновик/ }).click());
    const expected = withProgress(smallPlan({ title: 'Тайное название' }), 'm-1', { note: 'последняя правка' });
    assert.equal(draft.bytes.toString('utf8'), canonical(expected));
    const opened = await v.downloadOf(() => v.page.getByRole('button', { name: /Скачать открытый файл/ }).click());
    assert.deepEqual(opened.bytes, readFileSync(path));
    assert.equal(opened.name, `fault-${fault}.vekha.json`);
    // The draft is in the store, too: the page opened anew offers it.
    await v.page.getByRole('button', { name: /Открыть заново/ }).click();
    await v.started();
    assert.match((await v.need('start/last')).description, new RegExp(`^fault-${fault}\\.vekha\\.json`));
  });
}

scenario('memory that cannot grow ends in the rescue page', { alone: true, allow: [...ALLOWED, /grow(Memory| the heap)/] }, async (t) => {
  if (!t.isTestBuild) t.skip('the page is no test build');
  const noGrowth = () => {
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('no memory');
    };
  };
  const v = await t.open({ scripts: [withoutPickers, noGrowth] });
  await openSample(v, 'dubovskoe-2021');
  const plan = smallPlan();
  plan.measures = Array.from({ length: 60_000 }, (_, place) => ({ ...plan.measures[0], id: `m-${place}`, description: 'о'.repeat(300) }));
  const devtools = await v.devtools();
  const data = { items: [], files: [file('memory.vekha.json', canonical(plan))], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await rescueShows(v);
});

scenario('a fault in a frame\'s own script that is not ours does not end the page', { alone: true }, async (t) => {
  t.allow(/page error: foreign/);
  const v = await t.open();
  // As an extension's script would throw: from another address.
  await v.page.evaluate(() => {
    const event = new ErrorEvent('error', { error: new Error('foreign'), filename: 'chrome-extension://abc/x.js', message: 'foreign' });
    dispatchEvent(event);
  });
  await openSample(v, 'dubovskoe-2021');
});
