// Starts the page: checks what the browser has, compiles the program out of the page's own blocks, and hands it the
// bridge. Nothing is fetched; nothing but window.vekha is made global.
import { compileProgram, inflateAll } from './blocks.js';
import { makeBridge } from './bridge.js';
import { makeClipboard } from './clipboard.js';
import { makeField } from './field.js';
import { watchDrops } from './files.js';
import { watchInput } from './input.js';
import { owesFrame, paintNow, setHooks, watchVisibility } from './loop.js';
import { dressTab, wakeSettings, watchAddress, watchLeaving } from './page.js';
import { isStopped, refuse, rescue, watchFaults } from './rescue.js';
import { applySize, watchScreen } from './screen.js';
import { makeTwin } from './twin.js';
import { isWorking } from './work.js';

const IDLE_LOOK_MS = 10;
// Taking it away makes the browser lay the page out anew, which can wait for the first picture, as the twin does.
const LOADING_LEAVES_MS = 160;
const LONGEST_FRAMES_MS = 100;

const byId = (id) => document.getElementById(id);

// The first picture is drawn: the canvas covers the loading mark, and tests can read when that was.
function firstFrameShown() {
  if (isStopped()) return;
  byId('canvas').style.visibility = 'visible';
  performance.mark('vekha-first-frame');
  setTimeout(() => {
    byId('loading')?.remove();
    dressTab();
  }, LOADING_LEAVES_MS);
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// What the browser is about to tell (a new size, other colours) comes with one of the next two animation frames.
async function browserSettles() {
  const frames = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await Promise.race([frames, pause(LONGEST_FRAMES_MS)]);
}

// Resolves when nothing more is to be painted, published, read or stored.
function makeIdle(twin, isStarted) {
  const isBusy = () => !isStopped() && (!isStarted() || owesFrame() || twin.isBusy() || isWorking());
  return async () => {
    await browserSettles();
    do await pause(IDLE_LOOK_MS);
    while (isBusy());
  };
}

function instantiate(compiled) {
  return (imports, receive) => {
    compiled
      .then((module) => WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module)))
      .catch(rescue);
    return {};
  };
}

// The script stands before the blocks that are needed last.
function documentRead() {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

async function start() {
  const canvas = byId('canvas');
  const twin = makeTwin(byId('twin'), { polite: byId('polite'), urgent: byId('urgent') });
  const field = makeField(byId('fields'), twin);
  const clipboard = makeClipboard(field);
  let frames = 0;
  setHooks({ before: applySize, after: () => ++frames === 1 && firstFrameShown() });
  window.vekha = Object.freeze({
    idle: makeIdle(twin, () => frames > 0 && byId('loading') === null),
    version: document.querySelector('meta[name="vekha-build"]').content,
  });

  // Compiling goes on in other threads meanwhile. The graphics context is taken when the first picture is ready to be
  // drawn: until then the GPU process shows the page's own background, and the wait for it would stop everything.
  const { module } = await compileProgram();
  // A failure is dealt with where the module is used; until then it is no unhandled one.
  module.catch(() => {});
  await documentRead();
  const inflated = inflateAll();
  wakeSettings();
  const program = await createVekha({
    canvas,
    instantiateWasm: instantiate(module),
    vekhaBridge: makeBridge({ field, twin, clipboard }),
    onAbort: (reason) => rescue(new Error(String(reason))),
    print: (text) => console.log(text),
    printErr: (text) => console.error(text),
  });
  await inflated;
  program.callMain();
  watchAddress(field);
  watchScreen(canvas, () => rescue(new Error('the graphics context did not come back'), 'graphics_gone_title'));
  watchInput(canvas, field, twin);
  watchDrops(field);
  watchVisibility(field);
  watchLeaving(field);
  // Not with the next animation frame: the browser's own first ones come late.
  paintNow();
}

if (window.top !== window) {
  refuse('framed_title', 'framed_text');
} else if (!globalThis.DecompressionStream || !globalThis.WebAssembly) {
  refuse('old_title', 'old_text');
} else {
  watchFaults();
  start().catch(rescue);
}
