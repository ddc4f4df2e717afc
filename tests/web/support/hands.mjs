// One hand at a time: a person who has only a keyboard, and one who has only fingers. Neither moves the focus or presses
// anything through the page's own scripts. `HAND_WATCH` keeps count of what the page was really given, so that a scenario
// can prove that nothing else was used.
import { word } from './words.mjs';

const COUNTS = 'vekha-test-hands';

export const HAND_WATCH = {
  run: (name) => {
    const counts = { mouse: 0, touch: 0, keys: 0, wheel: 0 };
    window[Symbol.for(name)] = counts;
    const listen = (type, note) => addEventListener(type, (event) => event.isTrusted && note(event), { capture: true, passive: true });
    listen('pointerdown', (event) => ++counts[event.pointerType === 'touch' ? 'touch' : 'mouse']);
    listen('pointermove', (event) => event.pointerType === 'mouse' && ++counts.mouse);
    listen('keydown', () => ++counts.keys);
    listen('wheel', () => ++counts.wheel);
  },
  with: COUNTS,
};

export const usedHands = (v) => v.page.evaluate((name) => ({ ...window[Symbol.for(name)] }), COUNTS);

// ---- the keyboard -----------------------------------------------------------------------------------------------------

const MOST_STOPS = 150;

export async function focused(v) {
  const key = await v.page.evaluate(() => document.activeElement.dataset.key);
  return key ? v.node(key) : null;
}

// A key again and again until the focus is where `fits` says. The browser moves it by itself; what the program makes of
// it is waited for at the end.
async function pressUntil(v, key, fits, what) {
  for (let presses = 0; presses < MOST_STOPS; ++presses) {
    const node = await focused(v);
    if (node && fits(node)) {
      await v.idle();
      return node;
    }
    await v.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${what}`);
}

export const tabTo = (v, fits, what) => pressUntil(v, 'Tab', fits, what);
export const arrowTo = pressUntil;

export const field = (v) => v.until(async () => (await v.fieldText()) !== null, 'the field');

// Key by key into the open field.
export async function typeKeys(v, text, end = 'Enter') {
  await field(v);
  await v.page.keyboard.type(text);
  await v.idle();
  if (end) await v.keys(end);
}

// Any command by its words.
export async function command(v, key, language = 'ru') {
  await v.keys('Control+k');
  await typeKeys(v, word(language, key));
}

// Home, then down until the row is selected.
export async function rowTo(v, fits, what) {
  await v.keys('Home');
  for (let rows = 0; rows < 300; ++rows) {
    const row = (await v.all('row')).find(({ selected }) => selected);
    if (row && fits(row)) return row;
    await v.keys('ArrowDown');
  }
  throw new Error(`the arrows do not lead to ${what}`);
}

// ---- the fingers ------------------------------------------------------------------------------------------------------

async function touch(v, type, ...points) {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
  await (await v.devtools()).send('Input.dispatchTouchEvent', { type, touchPoints });
}

const middle = ({ rect }) => [rect.left + rect.width / 2, rect.top + rect.height / 2];

// `target`: a path or a node.
export async function tap(v, target) {
  const at = middle(typeof target === 'string' ? await v.need(target) : target);
  await touch(v, 'touchStart', at);
  await touch(v, 'touchEnd');
  await v.idle();
}

// By a finger from one point to another.
export async function swipe(v, from, to, steps = 8) {
  await touch(v, 'touchStart', from);
  for (let step = 1; step <= steps; ++step) {
    await touch(v, 'touchMove', [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps]);
  }
  await touch(v, 'touchEnd');
  await v.idle();
}

// Two fingers around a point, from `before` pixels apart to `after`.
export async function pinch(v, [x, y], before, after, steps = 8) {
  const pair = (apart) => [[x - apart / 2, y], [x + apart / 2, y]];
  await touch(v, 'touchStart', pair(before)[0]);
  await touch(v, 'touchStart', ...pair(before));
  for (let step = 1; step <= steps; ++step) await touch(v, 'touchMove', ...pair(before + ((after - before) * step) / steps));
  await touch(v, 'touchEnd');
  await v.idle();
}

// What a keyboard on the screen does: it gives text, and no keys. The field had its whole text selected, or gets it so.
export async function writeByTouch(v, text) {
  await field(v);
  await v.page.keyboard.insertText(text);
  await v.idle();
}

// Fingers bring what is out of sight of a list or a panel into it.
export async function swipeTo(v, path, within) {
  for (let swipes = 0; swipes < 40; ++swipes) {
    const node = await v.at(path);
    const { rect } = await v.need(within);
    if (node && node.rect.height >= 24 && node.rect.top + node.rect.height <= rect.top + rect.height - 1) return node;
    const x = rect.left + rect.width / 3;
    await swipe(v, [x, rect.top + rect.height * 0.7], [x, rect.top + rect.height * 0.3]);
  }
  throw new Error(`no swipe brings ${path} into sight`);
}
