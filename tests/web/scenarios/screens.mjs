// Pixel ratios, window sizes, themes, languages, time zones and locales.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { SAMPLES, canonical, file, sample, smallPlan, withProgress } from '../support/plans.mjs';
import { crop, decodePng, differingPixels } from '../support/png.mjs';
import { keyOf } from '../support/keys.mjs';
import { chance } from '../support/random.mjs';
import { button, editNote, openSample, saveByDownload, showInspector } from '../support/steps.mjs';
import { root, word } from '../support/words.mjs';

const SLUG = 'sevastopol-2021';

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  scenario(`at pixel ratio ${ratio} presses hit what the twin says`, async (t) => {
    const v = await t.open({ deviceScaleFactor: ratio });
    await openSample(v, SLUG);
    const size = await v.page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      return { canvas: [canvas.width, canvas.height], wanted: [innerWidth, innerHeight].map((side) => Math.round(side * devicePixelRatio)) };
    });
    assert.deepEqual(size.canvas, size.wanted, 'a pixel of the canvas is a pixel of the screen');
    const folder = join(root, 'build', 'web-artefacts');
    mkdirSync(folder, { recursive: true });
    await v.page.screenshot({ path: join(folder, `ratio-${ratio}.png`) });

    const plan = sample(SLUG);
    const owners = new Map();
    for (const { id } of plan.measures) for (const path of [`bar/${id}`, `cell/1/${id}`, `cell/4/${id}`]) owners.set(keyOf(path), keyOf(`row/${id}`));
    for (const { id } of plan.sections) for (const path of [`section-bar/${id}`, `section-cell/1/${id}`]) owners.set(keyOf(path), keyOf(`section/${id}`));
    const seed = 1700 + ratio * 100;
    const random = chance(seed);
    const all = (await v.twin()).filter(({ key, rect }) => owners.has(key) && rect.width >= 3 && rect.height >= 3);
    // One thing twice in a row would be a double click, which edits the cell.
    const chosen = (t.long ? all : Array.from({ length: 10 }, () => random.pick(all))).filter((node, place, list) => node !== list[place - 1]);
    for (const node of chosen) {
      await v.press(node);
      const selected = (await v.all('row')).filter((row) => row.selected).map(({ key }) => key);
      assert.deepEqual(selected, [owners.get(node.key)], `${node.role} «${node.name}» at ${JSON.stringify(node.rect)}`);
    }
    t.note(`${chosen.length} of ${all.length} things pressed, seed ${seed}`);
  });
}

scenario('every button of the plan stands where the twin says: pressing it is seen', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await showInspector(v);
  await v.away();
  const buttons = (await v.all('button')).filter(({ disabled, rect }) => !disabled && rect.width >= 8 && rect.height >= 8);
  assert.ok(buttons.length > 10);
  for (const each of buttons) {
    await v.away();
    const around = { left: each.rect.left - 2, top: each.rect.top - 2, width: each.rect.width + 4, height: each.rect.height + 4 };
    const lit = await v.changed(around, () => v.hover(each), 0);
    assert.ok(lit > 0, `«${each.name}» answers the pointer`);
  }
  t.note(`${buttons.length} buttons`);
});

const overlap = (one, other) =>
  Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top) > 0.5;

for (const [width, height] of [[1366, 768], [1920, 1080], [1024, 768], [455, 256]]) {
  scenario(`at ${width}×${height} nothing of the bars overlaps and rows are seen`, async (t) => {
    const v = await t.open({ viewport: { width, height } });
    await openSample(v, SLUG);
    const nodes = await v.twin();
    const named = (path) => nodes.find(({ key }) => key === keyOf(path));
    const bars = nodes.filter(({ parent }) => parent === keyOf('topbar'));
    assert.ok(bars.length >= 5);
    for (const [place, one] of bars.entries()) {
      for (const other of bars.slice(place + 1)) {
        assert.ok(!overlap(one.rect, other.rect), `«${one.name}» ${JSON.stringify(one.rect)} lies over «${other.name}» ${JSON.stringify(other.rect)}`);
      }
      const { left, width: wide } = one.rect;
      assert.ok(left >= 0 && left + wide <= width + 0.5, `«${one.name}» is inside the window`);
    }
    const below = nodes.filter(({ key, role }) => key === keyOf('legend') || (['button', 'slider'].includes(role) && nodes.find((node) => node.key === key).rect.top > height - 44));
    for (const [place, one] of below.entries()) {
      for (const other of below.slice(place + 1)) assert.ok(!overlap(one.rect, other.rect), `«${one.name}» lies over «${other.name}»`);
    }
    const grid = named('grid').rect;
    const header = named('header').rect;
    const bottom = grid.top + grid.height + 0.5;
    const whole = nodes.filter(
      ({ role, rowIndex, rect }) => role === 'row' && rowIndex > 1 && rect.top >= header.top + header.height - 0.5 && rect.top + rect.height <= bottom && rect.height > 10,
    );
    assert.ok(whole.length >= 5, `${whole.length} whole rows are seen`);
    assert.ok(named('column/1').rect.width >= 100, 'the titles have room');
    const open = await v.changed(undefined, async () => v.press(await button(v, 'command.toggleInspector')));
    assert.ok(open > 1000);
    t.note(`${whole.length} whole rows`);
  });
}

scenario('the theme follows the system and can be chosen, and the choice is kept', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ colorScheme: 'light' });
  await openSample(v, SLUG);
  const brightness = async () => {
    const { data, channels } = await v.picture({ left: 200, top: 200, width: 900, height: 400 });
    let sum = 0;
    for (let at = 0; at < data.length; at += channels) sum += data[at] + data[at + 1] + data[at + 2];
    return (sum / (data.length / channels)) / 3;
  };
  assert.ok((await brightness()) > 170, 'light');
  await v.page.emulateMedia({ colorScheme: 'dark' });
  await v.idle();
  assert.ok((await brightness()) < 90, 'dark as the system wants it');
  await v.press(await button(v, 'topbar.theme.light'));
  assert.ok((await brightness()) > 170, 'light as the person wants it');
  assert.equal(await v.page.evaluate(() => document.documentElement.dataset.theme), 'light');
  // The choice is written after a short rest.
  await new Promise((resolve) => setTimeout(resolve, 800));
  await v.reload();
  await openSample(v, SLUG);
  assert.ok((await brightness()) > 170, 'kept');
});

scenario('the language changes everything that is said, and is kept', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await v.press(await button(v, 'topbar.language.other'));
  assert.equal(await v.page.evaluate(() => document.documentElement.lang), 'en');
  await button(v, 'command.undo', 'en');
  assert.equal((await v.need('demo')).name, word('en', 'demo.mark'));
  const plan = sample(SLUG);
  const texts = new Set();
  const collect = (value) => {
    if (typeof value === 'string') texts.add(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(plan);
  // What is not from the plan is English now.
  const russian = (await v.twin())
    .filter(({ role }) => ['button', 'columnheader', 'slider', 'radio', 'status', 'separator', 'banner', 'complementary', 'treegrid'].includes(role))
    .map(({ name }) => name)
    .filter((name) => /[а-яё]/i.test(name) && ![...texts].some((text) => text && name.includes(text)));
  assert.deepEqual(russian.filter((name) => name !== word('en', 'topbar.language.other')), []);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await v.reload();
  await v.the('button', word('en', 'start.blank'));
  for (const { words } of SAMPLES) await button(v, words, 'en');
});

// The page's clock stands at a moment that is the same civil day everywhere from New York to Kamchatka.
const NOON = new Date('2021-04-20T10:00:00Z');

async function seenFrom(t, context) {
  const page = await t.page(await t.context(context), { scripts: [withoutPickers] });
  await page.page.clock.setFixedTime(NOON);
  await page.go();
  await openSample(page, SLUG);
  await page.away();
  const { rect } = await page.need('grid');
  const picture = await page.picture(rect);
  await page.drop(file('zone.vekha.json', canonical(smallPlan())));
  await editNote(page, 'm-1', 'из другого часового пояса');
  const saved = (await saveByDownload(page)).bytes.toString('utf8');
  return { picture, saved };
}

scenario('time zones and locales change neither a pixel of the bars nor a byte of the file', { limitMs: 120_000 }, async (t) => {
  const first = await seenFrom(t, { timezoneId: 'Europe/Moscow', locale: 'ru-RU' });
  assert.equal(first.saved, canonical(withProgress(smallPlan(), 'm-1', { note: 'из другого часового пояса' })));
  const others = [
    ['Asia/Kamchatka', 'ru-RU'],
    ['America/New_York', 'en-US'],
    ['Europe/Kaliningrad', 'de-DE'],
    ['UTC', 'ar-EG'],
  ];
  for (const [timezoneId, locale] of others) {
    const { picture, saved } = await seenFrom(t, { timezoneId, locale });
    assert.equal(differingPixels(first.picture, picture, 0), 0, `${timezoneId} ${locale}`);
    assert.equal(saved, first.saved, `${timezoneId} ${locale}`);
  }
});

scenario('with reduced motion zoom and fit do not glide', async (t) => {
  const v = await t.open({ reducedMotion: 'reduce' });
  await openSample(v, SLUG);
  await v.keys('+', '+', '+');
  const shots = [];
  await v.page.keyboard.press('0');
  for (let shot = 0; shot < 3; ++shot) shots.push(decodePng(await v.page.screenshot()));
  await v.idle();
  assert.equal(differingPixels(shots[0], shots[2], 0), 0);
});

scenario('the window can be made smaller and larger while a plan is open', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await v.away();
  const before = await v.picture();
  for (const size of [{ width: 700, height: 500 }, { width: 300, height: 200 }, { width: 1800, height: 900 }]) {
    await v.resize(size);
    const canvas = await v.page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(canvas, [size.width, size.height]);
  }
  await v.resize({ width: 1366, height: 768 });
  const { rect } = await v.need('topbar');
  const bar = [rect.left, rect.top, rect.width, rect.height].map(Math.floor);
  assert.equal(differingPixels(crop(before, ...bar), crop(await v.picture(), ...bar), 0), 0, 'the bar is as it was');
});

