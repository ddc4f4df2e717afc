// The canvas: its size in device pixels, the pixel ratio, the loss of its graphics context, and the browser's wishes
// about colours and motion.
import { call } from './link.js';
import { paintNow } from './loop.js';

// How long the browser may take to give a lost context back.
const RESTORE_LIMIT_MS = 3000;

let canvas = null;
let widthPx = 0;
let heightPx = 0;
let ratio = 0;

// The program asks for the context through SDL right afterwards and gets this very one. Antialiasing and depth are left
// out: Dear ImGui smooths its own edges.
export function takeContext() {
  return canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'low-power',
  });
}

function setSize(width, height) {
  widthPx = Math.max(1, Math.round(width));
  heightPx = Math.max(1, Math.round(height));
  call('resized', widthPx, heightPx, devicePixelRatio);
}

// Setting a canvas's size clears it, so it is set right before the frame that fills it again.
export function applySize() {
  if (ratio !== devicePixelRatio) measure();
  if (canvas.width !== widthPx) canvas.width = widthPx;
  if (canvas.height !== heightPx) canvas.height = heightPx;
}

function measure(exact) {
  ratio = devicePixelRatio;
  const box = canvas.getBoundingClientRect();
  const [width, height] = [box.width * devicePixelRatio, box.height * devicePixelRatio];
  // The device pixels that the browser will show, whole: no blur at 125 % or 150 %. Not believed when it is far from
  // the size in the ratio that pages are told (developer tools that imitate another screen).
  const isTrue = exact && Math.abs(exact.inlineSize - width) < 2 && Math.abs(exact.blockSize - height) < 2;
  if (isTrue) setSize(exact.inlineSize, exact.blockSize);
  else setSize(width, height);
}

function watchSize() {
  measure();
  const observer = new ResizeObserver((entries) => {
    const before = [widthPx, heightPx];
    measure(entries[0].devicePixelContentBoxSize?.[0]);
    if (before[0] !== widthPx || before[1] !== heightPx) paintNow();
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);
  }
}

// A window moved to another screen keeps its CSS size: the ratio has a watch of its own, made anew for each value.
// Some ways of changing it are not reported there; those show at the next frame or resize.
function watchRatio() {
  if (ratio !== devicePixelRatio) paintNow();
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', watchRatio, { once: true });
}

function watchContext(giveUp) {
  let timer = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    call('context_lost');
    clearTimeout(timer);
    timer = setTimeout(giveUp, RESTORE_LIMIT_MS);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    call('context_restored');
  });
}

function watchMedia() {
  // Colours of the system's own mean a wish for contrast, too: a canvas is not recoloured by the browser.
  const texts = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active), (prefers-contrast: more)'];
  const queries = texts.map((text) => matchMedia(text));
  const tell = () => call('media_changed', ...queries.map((query) => (query.matches ? 1 : 0)));
  for (const query of queries) query.addEventListener('change', tell);
  tell();
}

export function watchScreen(element, giveUp) {
  canvas = element;
  watchSize();
  watchRatio();
  addEventListener('resize', () => ratio !== devicePixelRatio && paintNow());
  watchContext(giveUp);
  watchMedia();
}
