// Frames on demand: at most one animation frame is in flight, and only when one is due; a timer waits for later ones.
// While the page is hidden nothing is painted, except once when it becomes hidden, so that the program can put its
// draft away.
import { call } from './link.js';

// A wish further away than this is no animation: window.vekha.idle() does not wait for it.
const LONGEST_ANIMATION_PAUSE_MS = 1500;

let painted = 0;
let wanted = false;
let animationFrame = 0;
let timer = 0;
let timerDue = 0;
let beforeFrame = () => {};
let afterFrame = () => {};

export function setHooks(hooks) {
  beforeFrame = hooks.before;
  afterFrame = hooks.after;
}

function clearTimer() {
  clearTimeout(timer);
  timer = 0;
}

// Paints at once; also from a resize, so that the browser never shows the old picture stretched.
export function paintNow() {
  cancelAnimationFrame(animationFrame);
  animationFrame = 0;
  wanted = false;
  clearTimer();
  beforeFrame();
  painted += 1;
  call('frame', performance.now());
  afterFrame();
}

export const framesPainted = () => painted;

export function requestFrame() {
  wanted = true;
  if (animationFrame === 0 && !document.hidden) animationFrame = requestAnimationFrame(paintNow);
}

export function wakeAfter(milliseconds) {
  clearTimer();
  timerDue = performance.now() + milliseconds;
  timer = setTimeout(() => {
    timer = 0;
    requestFrame();
  }, milliseconds);
}

export function owesFrame() {
  if (document.hidden) return false;
  return wanted || (timer !== 0 && timerDue - performance.now() < LONGEST_ANIMATION_PAUSE_MS);
}

export function watchVisibility(field) {
  document.addEventListener('visibilitychange', () => {
    // A tab out of sight may be ended without another word.
    if (document.hidden) field.commit();
    call('visibility_changed', document.hidden ? 0 : 1);
    if (document.hidden) paintNow();
    else requestFrame();
  });
}
