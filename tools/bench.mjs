// The bench behind tools/bench: opens generated plans in the release page as a user does (chooser, wheel, keys) and prints
// a table of times, processor time, frames and memory.
//
//   node tools/bench.mjs [N…]
//
// Times count from the file's bytes in memory, or from the key, to the end of the frame that showed what became of it;
// they are medians. «ms/step» is processor time of the main thread for one turn of the wheel and the three animation frames
// behind it; «empty step» is the same without the wheel, what the driver and the browser take for themselves. Frames are
// those that the browser's trace says it displayed. After each, idle() is held to its word: the picture differs from the
// one before, and is the same half a second later.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../tests/web/support/chromium.mjs';
import { busyMs, median } from '../tests/web/support/measures.mjs';
import { VekhaPage } from '../tests/web/support/page.mjs';
import { withoutPickers } from '../tests/web/support/pickers.mjs';
import { differingPixels } from '../tests/web/support/png.mjs';
import { startServer } from '../tests/web/support/server.mjs';
import { SEED, benchPlan } from './bench_plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000, 10_000, 100_000];
const OPENINGS = 3;
const STEPS = 30;
const ROUNDS = 3;
const KEYS = 6;
const SAME_AFTER_MS = 500;
const IDLE_WATCH_MS = 3000;
const VIEWPORT = { width: 1440, height: 900 };
const DRAFT_PAUSE_US = 200_000;
const BAR_BOTTOM = 160;
// To a row in the middle of the rows in sight.
const TO_MIDDLE = ['Home', ...Array.from({ length: 6 }, () => 'ArrowDown')];
const MIB = 2 ** 20;

const TIMES = 'vekha-bench';
// When a file's bytes were there, when the last key came, and which pictures came after it: the end of each frame, and,
// where asked for, a number for what stands in the middle of the rows.
function takeTimes(name) {
  const times = { bytes: 0, key: 0, pictures: [], looks: false };
  Object.defineProperty(window, Symbol.for(name), { value: times });
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    return read.call(this).then((bytes) => ((times.bytes = performance.now()), bytes));
  };
  const keyCame = () => Object.assign(times, { key: performance.now(), pictures: [] });
  // A letter that no key of the driver has comes as input alone.
  for (const type of ['keydown', 'beforeinput']) addEventListener(type, keyCame, true);
  // Kept in the GPU process: asking for it at once would wait until it is drawn, and be measured itself.
  const side = 300;
  const keepMiddle = (gl) => {
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, side * side * 4, gl.STREAM_READ);
    gl.readPixels((gl.drawingBufferWidth - side) / 2, (gl.drawingBufferHeight - side) / 2, side, side, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return () => {
      const pixels = new Uint8Array(side * side * 4);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
      gl.deleteBuffer(buffer);
      return pixels.reduce((mark, byte) => (Math.imul(mark, 31) + byte) | 0, 0);
    };
  };
  times.told = () => ({ ...times, told: null, pictures: times.pictures.map(({ at, mark }) => ({ at, mark: mark?.() ?? 0 })) });
  const clear = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function (mask) {
    // The frame's own work ends before any microtask runs.
    queueMicrotask(() => {
      performance.mark(name);
      times.pictures.push({ at: performance.now(), mark: times.looks ? keepMiddle(this) : null });
    });
    return clear.call(this, mask);
  };
}
const times = (v) => v.page.evaluate((name) => window[Symbol.for(name)].told(), TIMES);

const faults = [];
// Without the bar above the rows, where the caret of the search blinks.
const picture = (v) => v.picture({ left: 0, top: BAR_BOTTOM, width: VIEWPORT.width, height: VIEWPORT.height - BAR_BOTTOM });
async function holdsItsWord(v, what, before) {
  await v.idle();
  const at = await picture(v);
  if (differingPixels(before, at) === 0) faults.push(`${what}: the picture is the one from before`);
  await new Promise((resolve) => setTimeout(resolve, SAME_AFTER_MS));
  if (differingPixels(at, await picture(v)) > 0) faults.push(`${what}: the picture changes after idle()`);
}

const medianAndMost = (values) => `${median(values).toFixed(0)}, most ${Math.max(...values).toFixed(0)}`;

const look = (v, looks) => v.page.evaluate(([name, on]) => (window[Symbol.for(name)].looks = on), [TIMES, looks]);

// To the first picture of which the rows stayed: later ones move the focus, or light up what the pointer is on.
async function keyToPicture(v, what, press) {
  await look(v, true);
  await press();
  await v.idle();
  await look(v, false);
  const { key, pictures } = await times(v);
  const shown = pictures.find(({ mark }) => mark === pictures.at(-1).mark);
  if (!shown) faults.push(`${what}: nothing was painted for the key`);
  return (shown?.at ?? Infinity) - key;
}

const processorMs = (v) => busyMs(v, 'threadTicks');

const threeFrames = (v) =>
  v.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));

// There and back again: a short plan ends soon.
async function steps(v, turn) {
  for (let step = 0; step < STEPS; ++step) {
    const way = step < STEPS / 2 ? 1 : -1;
    if (turn) await v.page.mouse.wheel(turn[0] * way, turn[1] * way);
    await threeFrames(v);
  }
}

async function stepCost(v, turn) {
  const costs = [];
  for (let round = 0; round < ROUNDS; ++round) {
    const began = await processorMs(v);
    await steps(v, turn);
    costs.push(((await processorMs(v)) - began) / STEPS);
  }
  return median(costs);
}

async function wheelCost(v, what, turn) {
  const before = await picture(v);
  await v.page.mouse.wheel(...turn);
  // Once without counting: the browser's compiler is at work on what is called often for the first time.
  await steps(v, turn);
  const cost = await stepCost(v, turn);
  await holdsItsWord(v, what, before);
  return cost;
}

async function displayedFrames(browser, v, work) {
  await browser.startTracing(v.page, { categories: ['viz'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return trace.traceEvents.filter(({ name }) => name === 'Display::DrawAndSwap').length;
}

// The longest task of the page's main thread while a draft is written, which begins 250 ms behind the picture of the change.
// The whole text is written once, after the plan was opened; then what a change made new.
async function longestTaskBehind(browser, v, work) {
  await browser.startTracing(v.page, { categories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'] });
  await work();
  await v.idle();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter(({ name, cat }) => name === TIMES && cat === 'blink.user_timing');
  const picture = marks.reduce((first, mark) => (first && first.ts < mark.ts ? first : mark), null);
  const isTask = ({ name, ph, pid, tid, ts }) => /RunTask$/.test(name) && ph === 'X' && pid === picture.pid && tid === picture.tid && ts > picture.ts + DRAFT_PAUSE_US;
  return Math.max(0, ...traceEvents.filter(isTask).map(({ dur }) => dur)) / 1000;
}

async function drafting(browser, url, file, row) {
  const { v } = await newPage(browser, url);
  const first = await longestTaskBehind(browser, v, () => v.choose(file));
  await v.keys(...TO_MIDDLE);
  const after = [];
  for (let turn = 0; turn < 3; ++turn) {
    await v.keys('m', 'ArrowRight');
    after.push(await longestTaskBehind(browser, v, () => v.page.keyboard.press('Enter')));
  }
  const told = (await v.need('save-state')).name;
  if (!/^Черновик/.test(told)) faults.push(`drafting: ${told}`);
  row['first draft, task ms'] = first.toFixed(1);
  row['next draft, task ms'] = median(after).toFixed(1);
  await v.page.context().close();
}

// What the page's own process holds for itself, as the system counts it.
async function rendererMib(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    const kib = ['Private_Clean', 'Private_Dirty'].map((name) => Number(new RegExp(`${name}: +(\\d+) kB`).exec(text)[1]));
    return (kib[0] + kib[1]) * 1024;
  });
  return Math.max(...sizes) / MIB;
}

async function newPage(browser, url) {
  const page = await (await browser.newContext({ viewport: VIEWPORT, locale: 'ru-RU' })).newPage();
  const v = new VekhaPage(page, url);
  await v.prepare([withoutPickers, { run: takeTimes, with: TIMES }]);
  await v.go();
  return { v, start: await picture(v) };
}

async function openPlan(browser, url, file) {
  const { v, start } = await newPage(browser, url);
  await v.choose(file);
  const { bytes, pictures } = await times(v);
  // A plan with findings would ask before it is shown, and everything after that would measure the question.
  if ((await v.all('alertdialog')).length > 0) faults.push(`${file}: a question is asked`);
  return { v, start, ms: pictures.at(-1).at - bytes };
}

async function scrolling(browser, v, row) {
  await v.page.mouse.move(VIEWPORT.width * 0.55, VIEWPORT.height / 2);
  row['empty step, ms'] = (await stepCost(v, null)).toFixed(1);
  row['down, ms/step'] = (await wheelCost(v, 'scrolling down', [0, 120])).toFixed(1);
  await v.page.keyboard.down('Shift');
  row['across, ms/step'] = (await wheelCost(v, 'scrolling across', [0, 120])).toFixed(1);
  await v.page.keyboard.up('Shift');
  const frames = await displayedFrames(browser, v, () => steps(v, [0, 120]));
  row['frames/step'] = (frames / STEPS).toFixed(2);
}

// Without the glide, which takes its 150 ms on purpose: until the picture at its end.
async function zooming(v, row) {
  await v.page.emulateMedia({ reducedMotion: 'reduce' });
  await v.idle();
  const before = await picture(v);
  const costs = [];
  for (let turn = 0; turn < KEYS; ++turn) costs.push(await keyToPicture(v, 'zooming', () => v.page.keyboard.press(turn < KEYS / 2 ? '+' : '-')));
  row['zoom, ms'] = median(costs).toFixed(0);
  await v.page.keyboard.press('+');
  await holdsItsWord(v, 'zooming', before);
}

// The bar of a row in the middle of the rows in sight, back and forth by keys; then it is let go, which is an edit: all
// that follows from the plan is computed anew.
async function movingBar(v, row) {
  await v.keys(...TO_MIDDLE);
  const before = await picture(v);
  await v.keys('m');
  const costs = [];
  for (let turn = 0; turn < KEYS; ++turn) costs.push(await keyToPicture(v, 'moving a bar', () => v.page.keyboard.press(turn % 2 ? 'ArrowLeft' : 'ArrowRight')));
  row['move a bar, ms'] = medianAndMost(costs);
  const kept = [];
  for (let turn = 0; turn < 3; ++turn) {
    await v.keys('m', 'ArrowRight');
    kept.push(await keyToPicture(v, 'keeping a moved bar', () => v.page.keyboard.press('Enter')));
  }
  row['keep it, ms'] = medianAndMost(kept);
  await holdsItsWord(v, 'moving a bar', before);
}

// By bodies, by states, by months.
async function regrouping(v, row) {
  const before = await picture(v);
  const costs = [];
  for (let grouping = 0; grouping < 3; ++grouping) {
    // Each key is answered before the next, as for a person.
    for (const key of ['g', 'ArrowDown']) await v.keys(key);
    costs.push(await keyToPicture(v, 'regrouping', () => v.page.keyboard.press('Enter')));
  }
  row['regroup, ms'] = medianAndMost(costs);
  await holdsItsWord(v, 'regrouping', before);
}

async function searching(v, row) {
  const before = await picture(v);
  await v.keys('Escape', 'Control+f');
  const letters = [];
  for (const letter of 'школы') letters.push(await keyToPicture(v, 'searching', () => v.page.keyboard.type(letter)));
  row['search letter, ms'] = medianAndMost(letters);
  await holdsItsWord(v, 'searching', before);
  await v.keys('Escape', 'Escape');
}

async function resting(browser, v, row) {
  const busy = await processorMs(v);
  await new Promise((resolve) => setTimeout(resolve, IDLE_WATCH_MS));
  row['idle, %'] = (((await processorMs(v)) - busy) / IDLE_WATCH_MS * 100).toFixed(2);
  row['idle, frames'] = await displayedFrames(browser, v, () => new Promise((resolve) => setTimeout(resolve, IDLE_WATCH_MS)));
}

async function measure(url, folder, count) {
  const file = join(folder, `bench-${count}.vekha.json`);
  const bytes = benchPlan(root, count);
  writeFileSync(file, bytes);
  const faultsBefore = faults.length;
  const row = { N: count, 'file, MB': (bytes.length / 1e6).toFixed(1) };
  const browser = await startBrowser();
  try {
    const openings = [];
    let v;
    let start;
    for (let opening = 0; opening < OPENINGS; ++opening) {
      await v?.page.context().close();
      const opened = await openPlan(browser, url, file);
      ({ v, start } = opened);
      openings.push(opened.ms);
    }
    row['open, ms'] = median(openings).toFixed(0);
    row['memory, MiB'] = (await rendererMib(browser)).toFixed(0);
    await holdsItsWord(v, 'opening', start);
    await scrolling(browser, v, row);
    await zooming(v, row);
    await movingBar(v, row);
    await regrouping(v, row);
    await searching(v, row);
    await resting(browser, v, row);
    row['memory after, MiB'] = (await rendererMib(browser)).toFixed(0);
    await v.page.context().close();
    await drafting(browser, url, file, row);
    faults.push(...v.errors);
    faults.push(...faults.splice(faultsBefore).map((fault) => `N = ${count}: ${fault}`));
    return row;
  } finally {
    await browser.close();
  }
}

// Turned on its side: a column for each N.
function print(rows) {
  const [first] = rows;
  for (const name of Object.keys(first)) console.log([name.padEnd(20), ...rows.map((row) => String(row[name]).padStart(14))].join(' '));
}

const server = await startServer(join(root, 'dist/index.html'));
const folder = mkdtempSync(join(tmpdir(), 'vekha-bench-'));
console.log(`seed ${SEED}, ${VIEWPORT.width}×${VIEWPORT.height}, software WebGL; medians of ${OPENINGS} openings, ${ROUNDS} times ${STEPS} turns of the wheel, ${KEYS} changes of scale`);
try {
  const rows = [];
  for (const count of counts) {
    console.log(`N = ${count} …`);
    rows.push(await measure(`http://127.0.0.1:${server.port}/`, folder, count));
  }
  print(rows);
} finally {
  rmSync(folder, { recursive: true });
  await server.stop();
}
for (const fault of faults) console.log(`does not hold: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
