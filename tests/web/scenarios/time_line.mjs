// The time line: zoom in all its ways keeps the date under the pointer, fit, going to a date, moving.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { sample } from '../support/plans.mjs';
import { pinch, swipe } from '../support/hands.mjs';
import { keyOf } from '../support/keys.mjs';
import { chance } from '../support/random.mjs';
import { button, hideInspector, openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const SLUG = 'sevastopol-2021';
const DAY_MS = 86_400_000;
// Bars stand on whole pixels and zoom on exact days.
const TOLERANCE_PX = 1.5;

const days = (iso) => Date.parse(`${iso}T00:00Z`) / DAY_MS;

// What a person reads off the picture: bars of exact spans tell which day stands at which x. Only bars whose ends are
// both in sight are used, the longest of them.
async function scaleOf(v, plan) {
  const { rect: area } = await v.need('column/5');
  const spans = new Map();
  for (const measure of plan.measures) {
    const span = measure.period.spans?.length === 1 ? measure.period.spans[0] : null;
    if (!span?.from || !span.to || !['range', 'month'].includes(measure.period.kind)) continue;
    spans.set(keyOf(`bar/${measure.id}`), { from: days(span.from), to: days(span.to) + 1 });
  }
  let best = null;
  for (const { key, rect } of await v.twin()) {
    const span = spans.get(key);
    if (!span || rect.width < 40) continue;
    const inside = rect.left > area.left + 2 && rect.left + rect.width < area.left + area.width - 2;
    if (inside && (!best || rect.width > best.rect.width)) best = { rect, span };
  }
  if (!best) throw new Error('no bar of exact days stands whole in sight');
  const pixelsPerDay = best.rect.width / (best.span.to - best.span.from);
  return {
    pixelsPerDay,
    area,
    dayAt: (x) => best.span.from + (x - best.rect.left) / pixelsPerDay,
    bar: best.rect,
  };
}

// With the time line as wide as it gets.
async function openWide(v) {
  await openSample(v, SLUG);
  await hideInspector(v);
  await v.keys('0');
}

const body = async (v) => {
  const { rect: header } = await v.need('column/5');
  const { rect: grid } = await v.need('grid');
  const top = header.top + header.height;
  return { left: header.left, width: header.width, top, height: grid.top + grid.height - top };
};

function sameDay(before, after, x, what) {
  const moved = Math.abs(after.dayAt(x) - before.dayAt(x)) * after.pixelsPerDay;
  assert.ok(moved <= TOLERANCE_PX, `${what}: the date under the pointer moved by ${moved.toFixed(2)} px`);
}

scenario('Ctrl+wheel zooms and keeps the date under the pointer', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open();
  await openWide(v);
  const plan = sample(SLUG);
  const seed = 20211;
  const random = chance(seed);
  const rounds = t.long ? 100 : 8;
  for (let round = 0; round < rounds; ++round) {
    await v.keys('0');
    const before = await scaleOf(v, plan);
    const { top, height } = await body(v);
    const x = before.bar.left + before.bar.width * (0.3 + 0.4 * random.next());
    const dy = random.pick([-100, -50, 60, 120]);
    await v.wheel({ x, y: top + height * 0.5 }, { dy, ctrl: true });
    const after = await scaleOf(v, plan);
    assert.ok(dy < 0 ? after.pixelsPerDay > before.pixelsPerDay * 1.02 : after.pixelsPerDay < before.pixelsPerDay * 0.98);
    sameDay(before, after, x, `wheel ${dy}`);
  }
  t.note(`seed ${seed}, ${rounds} turns`);
});

scenario('keys, buttons and the slider zoom; the middle of the time line keeps its date', async (t) => {
  // High enough for bars that stand whole in sight at every step.
  const v = await t.open({ viewport: { width: 1366, height: 1000 } });
  await openWide(v);
  const plan = sample(SLUG);
  const ways = {
    'key +': [() => v.keys('+'), 1],
    'key -': [() => v.keys('-'), -1],
    'button in': [async () => v.press(await button(v, 'command.zoomIn')), 1],
    'button out': [async () => v.press(await button(v, 'command.zoomOut')), -1],
    'slider by mouse': [
      async () => {
        const { rect } = await v.the('slider', word('ru', 'zoom.slider'));
        const now = (await v.need('zoom/slider')).value;
        const [least, most] = await v.page.evaluate((key) => {
          const slider = document.querySelector(`[data-key="${key}"]`);
          return [Number(slider.min), Number(slider.max)];
        }, keyOf('zoom/slider'));
        const share = (now - least) / (most - least) - 0.05;
        await v.press({ x: rect.left + rect.width * share, y: rect.top + rect.height / 2 });
      },
      -1,
    ],
    'slider by key': [
      async () => {
        await v.page.getByRole('slider', { name: word('ru', 'zoom.slider') }).focus();
        await v.keys('ArrowRight');
      },
      1,
    ],
  };
  for (const [name, [work, direction]] of Object.entries(ways)) {
    await v.page.evaluate(() => document.activeElement?.blur());
    await v.keys('0');
    const before = await scaleOf(v, plan);
    await work();
    await v.away();
    const after = await scaleOf(v, plan);
    assert.ok((after.pixelsPerDay - before.pixelsPerDay) * direction > 0, `${name} zooms`);
    sameDay(before, after, before.area.left + before.area.width / 2, name);
  }
});

scenario('two fingers zoom at their middle, one finger moves', async (t) => {
  const v = await t.open({ hasTouch: true });
  await openWide(v);
  const plan = sample(SLUG);
  await v.keys('0');
  const before = await scaleOf(v, plan);
  const { top, height } = await body(v);
  const x = before.bar.left + before.bar.width / 2;
  const y = top + height / 2;
  await pinch(v, [x, y], 120, 168);
  const after = await scaleOf(v, plan);
  const factor = after.pixelsPerDay / before.pixelsPerDay;
  assert.ok(Math.abs(factor - 168 / 120) < 0.06, `the fingers went apart 1.4 times, the picture ${factor.toFixed(3)} times`);
  sameDay(before, after, x, 'pinch');

  const rowBefore = (await v.all('row')).map(({ rowIndex }) => rowIndex).at(-1);
  await swipe(v, [x, y], [x, y - 200], 10);
  const rowAfter = (await v.all('row')).map(({ rowIndex }) => rowIndex).at(-1);
  assert.ok(rowAfter > rowBefore, 'the rows went up under the finger');
});

scenario('fit shows the whole plan, and a reload keeps neither too little nor too much', async (t) => {
  const v = await t.open();
  await openWide(v);
  const plan = sample(SLUG);
  const fitted = await scaleOf(v, plan);
  await v.keys('+', '+');
  const zoomed = await scaleOf(v, plan);
  assert.ok(zoomed.pixelsPerDay > fitted.pixelsPerDay * 1.5);
  await v.press(await button(v, 'command.fit'));
  const again = await scaleOf(v, plan);
  assert.ok(Math.abs(again.pixelsPerDay / fitted.pixelsPerDay - 1) < 0.01);
  for (const date of [plan.plan.from, plan.plan.to]) {
    const x = again.bar.left + (days(date) - again.dayAt(again.bar.left)) * again.pixelsPerDay;
    assert.ok(x >= again.area.left - 1 && x <= again.area.left + again.area.width + 1, `${date} is in sight`);
  }
});

scenario('going to a date puts it into the middle; a date that is none says so', async (t) => {
  const v = await t.open();
  await openWide(v);
  await v.keys('+', '+');
  await v.press(await button(v, 'zoom.goToDate'));
  const label = await v.page.getByRole('textbox', { name: word('ru', 'zoom.goToDate.field') }).count();
  assert.equal(label, 1);
  await v.type('15.09.2021');
  const { rect, description } = await v.need('column/5');
  const scale = await scaleOf(v, sample(SLUG)).catch(() => null);
  if (scale) {
    const middle = scale.dayAt(rect.left + rect.width / 2);
    assert.ok(Math.abs(middle - days('2021-09-15')) * scale.pixelsPerDay < 1.5 * scale.pixelsPerDay);
  }
  assert.match(description, /2021/);
  await v.press(await button(v, 'zoom.goToDate'));
  await v.type('31.02.2021');
  const said = word('ru', 'edit.notADate', { text: '31.02.2021' });
  assert.equal((await v.need('message')).name, said);
});

scenario('the picture moves by Shift+wheel, by drag, and by drag of the header', async (t) => {
  const v = await t.open();
  await openWide(v);
  const plan = sample(SLUG);
  await v.keys('-');
  const start = await scaleOf(v, plan);
  const { left, width, top, height } = await body(v);
  const middle = { x: left + width / 2, y: top + height - 30 };
  await v.wheel(middle, { dy: 60, shift: true });
  const wheeled = await scaleOf(v, plan);
  assert.ok(Math.abs((wheeled.dayAt(middle.x) - start.dayAt(middle.x)) * start.pixelsPerDay - 60) < 2, 'moved by the wheel');
  await v.drag(middle, { x: middle.x + 80, y: middle.y });
  const dragged = await scaleOf(v, plan);
  const moved = (dragged.dayAt(middle.x) - wheeled.dayAt(middle.x)) * start.pixelsPerDay;
  assert.ok(Math.abs(moved + 80) < 6, `the drag of 80 px moved by ${-moved}`);
  const header = { x: left + width / 2, y: top - 10 };
  await v.drag(header, { x: header.x - 40, y: header.y });
  const byHeader = await scaleOf(v, plan);
  assert.ok(byHeader.dayAt(middle.x) > dragged.dayAt(middle.x));
});

scenario('the as-of date can be set, and the states follow it', async (t) => {
  const v = await t.open();
  await openWide(v);
  const before = await v.need('legend');
  await v.press('topbar/as-of');
  await v.type('31.12.2021');
  assert.equal((await v.need('topbar/as-of')).name, word('ru', 'topbar.asOf', { date: '31.12.2021' }));
  const after = await v.need('legend');
  assert.notEqual(after.name, before.name);
  const late = (text) => Number(/Просрочено: (\d+)/.exec(text)?.[1] ?? 0);
  assert.ok(late(after.name) > late(before.name), `later, more is late: ${after.name}`);
  await v.press('topbar/today');
  await v.press('topbar/today');
  assert.equal((await v.need('legend')).name, before.name, 'back at the date of the plan');
});
