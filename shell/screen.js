// The canvas: its size in device pixels, the pixel ratio, its graphics context and the loss of it, pictures where there is
// none, and the browser's wishes about colours and motion.
import { call, pixelsAt } from './link.js';
import { paintNow } from './loop.js';

// How long the browser may take to give a lost context back.
const RESTORE_LIMIT_MS = 1000;
// As browser::Graphics counts.
const [NOTHING, PICTURE, WEBGL] = [0, 1, 2];

// What is pressed and measured, what is painted on (the same, until a context is lost for good), and for pictures its pen.
let canvas = null;
let painted = null;
let pen = null;
let lastResort = () => {};
let widthPx = 0;
let heightPx = 0;
let ratio = 0;

// The program asks for the context through SDL right afterwards and gets this very one. Antialiasing and depth are left
// out: Dear ImGui smooths its own edges.
export function takeGraphics() {
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'low-power',
  });
  if (context) return WEBGL;
  return takePen() ? PICTURE : NOTHING;
}

// Read often, the browser is told: then it keeps the picture in memory, and not with a GPU that may be the reason for all
// this. Should it lose the picture all the same, it is painted anew.
function takePen() {
  painted.addEventListener('contextrestored', () => call('context_restored'));
  pen = painted.getContext('2d', { alpha: false, willReadFrequently: true });
  return pen !== null;
}

export function showPicture(address, width, height) {
  pen.putImageData(new ImageData(pixelsAt(address, width * height * 4), width), 0, 0);
}

function setSize(width, height) {
  widthPx = Math.max(1, Math.round(width));
  heightPx = Math.max(1, Math.round(height));
  call('resized', widthPx, heightPx, devicePixelRatio);
}

// Setting a canvas's size clears it, so it is set right before the frame that fills it again.
export function applySize() {
  if (ratio !== devicePixelRatio) measure();
  if (painted.width !== widthPx) painted.width = widthPx;
  if (painted.height !== heightPx) painted.height = heightPx;
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

// A canvas that had one kind of context gets no other: the pictures go to one that lies over it and lets presses through.
function goOnWithoutContext() {
  if (painted !== canvas) return;
  painted = document.createElement('canvas');
  painted.className = 'picture';
  painted.setAttribute('aria-hidden', 'true');
  if (!takePen()) {
    lastResort();
    return;
  }
  canvas.after(painted);
  call('context_gone');
}

// Not at once: the program asks in the middle of a frame.
export function giveUpWebgl() {
  setTimeout(goOnWithoutContext);
}

function watchContext() {
  let timer = 0;
  // A page out of sight, or one that sleeps, may get its context back as late as it likes.
  const wait = () => {
    timer = setTimeout(() => (document.hidden ? wait() : goOnWithoutContext()), RESTORE_LIMIT_MS);
  };
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    if (painted !== canvas) return;
    call('context_lost');
    clearTimeout(timer);
    wait();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    if (painted === canvas) call('context_restored');
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
  painted = element;
  lastResort = giveUp;
  watchSize();
  watchRatio();
  addEventListener('resize', () => ratio !== devicePixelRatio && paintNow());
  watchContext();
  watchMedia();
}
