// Frames on demand: nothing is painted when nothing changes, and the picture comes back after the GPU was lost.
import assert from 'node:assert/strict';
import { busyMs } from '../support/measures.mjs';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, smallPlan } from '../support/plans.mjs';
import { coarseDifference, colourCount, differingPixels } from '../support/png.mjs';
import { editNote, openSample, saveByDownload } from '../support/steps.mjs';

const WATCH_MS = 3000;
// Share of the time that an idle page may keep its thread busy (timers of the browser itself included).
const BUSY_LIMIT = 0.01;
// Of 255; a letter more or less is above it.
const ALIKE = 2;
const RESTORE_LIMIT_MS = 1000;
const COUNTER = 'vekha-test-frames';

function countFrames(name) {
  const key = Symbol.for(name);
  window[key] = 0;
  const count = (kind, method) => {
    const draw = kind.prototype[method];
    kind.prototype[method] = function (...values) {
      ++window[key];
      return draw.apply(this, values);
    };
  };
  count(WebGL2RenderingContext, 'clear');
  count(CanvasRenderingContext2D, 'putImageData');
}
const counter = { run: countFrames, with: COUNTER };
const framesOf = (v) => v.page.evaluate((name) => window[Symbol.for(name)], COUNTER);

async function rest(v) {
  const [frames, busy] = [await framesOf(v), await busyMs(v, 'timeTicks')];
  await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  return { frames: (await framesOf(v)) - frames, busy: ((await busyMs(v, 'timeTicks')) - busy) / WATCH_MS };
}

async function restsAfter(t, v, what) {
  const seen = await rest(v);
  assert.equal(seen.frames, 0, `no frame in ${WATCH_MS / 1000} s after ${what}`);
  assert.ok(seen.busy < BUSY_LIMIT, `after ${what} the thread is busy ${(seen.busy * 100).toFixed(2)} % of the time`);
  t.note(`${what}: 0 frames in ${WATCH_MS / 1000} s, busy ${(seen.busy * 100).toFixed(3)} %`);
}

scenario('no frame is drawn when nothing changes', { alone: true, origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ scripts: [counter, withoutPickers] });
  assert.ok((await framesOf(v)) > 0, 'the counter counts');
  await restsAfter(t, v, 'the start');
  await openSample(v, 'sevastopol-2021');
  await v.away();
  await restsAfter(t, v, 'opening');
  const before = await framesOf(v);
  await v.hover(`cell/1/${sample('sevastopol-2021').measures[0].id}`);
  assert.ok((await framesOf(v)) > before, 'hovering draws');
  await restsAfter(t, v, 'hovering');
  await v.drop(file('idle.vekha.json', canonical(smallPlan())));
  await editNote(v, 'm-1', 'запись');
  // The message that opened with the edit goes by itself, if there is one.
  await v.until(async () => (await rest(v)).frames === 0, 'the page to come to rest', 15_000);
  await restsAfter(t, v, 'an edit');
});

scenario('an open text field costs no frames', { alone: true }, async (t) => {
  const v = await t.open({ scripts: [counter, withoutPickers] });
  await v.drop(file('field-idle.vekha.json', canonical(smallPlan())));
  await editNote(v, 'm-1', 'запись');
  await v.press('inspector/note');
  await v.until(() => v.fieldText(), 'the field');
  await v.idle();
  const seen = await rest(v);
  assert.equal(seen.frames, 0);
});

const lose = (v) =>
  v.page.evaluate(() => {
    const context = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window[Symbol.for('vekha-test-lost')] = context;
    context.loseContext();
  });
const restore = (v) => v.page.evaluate(() => window[Symbol.for('vekha-test-lost')].restoreContext());

scenario('a lost graphics context comes back with the same pixels and no edit lost', { alone: true, webgl: true, origins: ['http', 'file'], limitMs: 120_000 }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('lost.vekha.json', canonical(smallPlan())));
  await editNote(v, 'm-1', 'до потери');
  const rounds = t.long ? 100 : 5;
  let worst = 0;
  for (let round = 0; round < rounds; ++round) {
    await v.away();
    const before = await v.picture();
    await lose(v);
    await new Promise((resolve) => setTimeout(resolve, 30));
    // Work goes on while there is nothing to draw on.
    if (round % 2) await v.keys('ArrowDown', 'ArrowUp');
    const began = Date.now();
    await restore(v);
    await v.until(async () => differingPixels(before, await v.picture(), 0) === 0, 'the same picture', 3000);
    worst = Math.max(worst, Date.now() - began);
    await v.idle();
  }
  const { bytes } = await saveByDownload(v);
  assert.equal(JSON.parse(bytes.toString('utf8')).measures[0].note, 'до потери');
  t.note(`${rounds} contexts lost and restored, slowest ${worst} ms with the picture taken`);
});

scenario('an edit made while the context is lost is there afterwards', { alone: true, webgl: true }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('blind.vekha.json', canonical(smallPlan())));
  await editNote(v, 'm-1', 'раньше');
  await lose(v);
  await v.keys('2');
  await restore(v);
  await v.idle();
  const { bytes } = await saveByDownload(v);
  const [measure] = JSON.parse(bytes.toString('utf8')).measures;
  assert.deepEqual([measure.note, measure.state], ['раньше', 'inProgress']);
});

scenario('a context that does not come back is done without, and nothing is lost', { alone: true, webgl: true }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('gone.vekha.json', canonical(smallPlan())));
  await editNote(v, 'm-1', 'до потери');
  await v.away();
  const before = await v.picture();
  await lose(v);
  await v.until(() => v.page.evaluate(() => document.querySelector('canvas.picture') !== null), 'the other canvas', 6000);
  await v.idle();
  const after = await v.picture();
  const difference = coarseDifference(before, after);
  t.note(`coarse difference ${difference.toFixed(1)} of 255`);
  assert.ok(difference < ALIKE, 'the picture is the same but for letters and edges');
  // Presses still reach what is drawn, and a late return of the context changes nothing.
  await editNote(v, 'm-1', 'после потери');
  await restore(v);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await lose(v);
  await new Promise((resolve) => setTimeout(resolve, RESTORE_LIMIT_MS + 500));
  assert.equal(await v.page.evaluate(() => document.querySelectorAll('canvas.picture').length), 1);
  await v.resize({ width: 1100, height: 700 });
  const size = await v.page.evaluate(() => {
    const { width, height } = document.querySelector('canvas.picture');
    return [width, height];
  });
  assert.deepEqual(size, [1100, 700]);
  assert.ok(colourCount(await v.picture()) > 20, 'the picture is not blank');
  const { bytes } = await saveByDownload(v);
  assert.equal(JSON.parse(bytes.toString('utf8')).measures[0].note, 'после потери');
});
