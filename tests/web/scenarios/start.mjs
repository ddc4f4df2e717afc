// The start screen, and what the page shows of itself to the world.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { SAMPLES } from '../support/plans.mjs';
import { colourCount, decodePng } from '../support/png.mjs';
import { MISNAMED_PATH } from '../support/server.mjs';
import { word } from '../support/words.mjs';

scenario('the start screen names itself, its commands and the five samples', { origins: ORIGINS }, async (t) => {
  const v = await t.open();
  assert.equal(await v.page.title(), word('ru', 'page.title'));
  assert.equal(await v.page.evaluate(() => document.documentElement.lang), 'ru');
  assert.equal((await v.the('heading', word('ru', 'start.title'))).level, 1);
  await v.the('button', word('ru', 'start.blank'));
  for (const { words } of SAMPLES) {
    const card = await v.the('button', word('ru', words));
    assert.equal(card.description, `${word('ru', `${words}.about`)} ${word('ru', 'demo.mark')}`);
    assert.ok(card.rect.width >= 24 && card.rect.height >= 24);
  }
  await v.until(() => v.page.evaluate(() => document.getElementById('loading') === null), 'the loading mark is gone');
  assert.ok(colourCount(await v.picture()) > 20, 'the picture is not blank');
});

scenario('a link opens the sample that it names, once', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ url: `${t.url()}#sample=sevastopol-2021` });
  assert.equal((await v.need('grid')).rowCount, 92);
  assert.equal(await v.page.evaluate(() => location.hash), '', 'the address is the page\'s own again');
  await v.page.evaluate(() => (location.hash = '#sample=dubovskoe-2021'));
  await v.until(async () => (await v.need('grid')).rowCount === 20, 'the other sample');
  await v.page.evaluate(() => (location.hash = '#sample=nowhere'));
  await v.until(() => v.at('message'), 'the refusal');
  assert.equal((await v.need('message')).name, word('ru', 'open.sampleMissing', { name: 'nowhere' }));
  assert.equal((await v.need('grid')).rowCount, 20, 'the plan stays');
  await v.reload();
  await v.the('button', word('ru', 'start.blank'));
});

scenario('a host that announces another character set spoils neither the program nor the words', async (t) => {
  if (!t.run.releasePath) t.skip('dist/index.html is missing');
  const v = await t.open({ url: new URL(`${MISNAMED_PATH}#sample=sevastopol-2021`, t.url()).href });
  assert.equal(await v.page.evaluate(() => document.characterSet), 'UTF-8');
  assert.equal((await v.need('grid')).rowCount, 92);
  assert.equal((await v.need('topbar')).name, word('ru', 'topbar.name'));
});

scenario('window.vekha is frozen and holds idle and version, and nothing else is made global', async (t) => {
  const v = await t.open();
  const seen = await v.page.evaluate(() => ({
    names: Object.getOwnPropertyNames(window.vekha).sort(),
    symbols: Object.getOwnPropertySymbols(window.vekha).length,
    frozen: Object.isFrozen(window.vekha),
    idle: window.vekha.idle() instanceof Promise,
    build: document.querySelector('meta[name="vekha-build"]').content,
    version: window.vekha.version,
  }));
  assert.deepEqual(seen.names, ['idle', 'version']);
  assert.equal(seen.symbols, 0);
  assert.ok(seen.frozen && seen.idle);
  assert.ok(seen.version.length > 0);
  assert.equal(seen.version, seen.build);

  const names = (page) => page.evaluate(() => Object.getOwnPropertyNames(window));
  const bare = await (await t.context()).newPage();
  await bare.goto(new URL('/framing.html', t.url()).href);
  const usual = new Set(await names(bare));
  const own = (await names(v.page)).filter((name) => !usual.has(name)).sort();
  // createVekha is the entry of the program's own script, vekhaFault the commands of the test build.
  assert.deepEqual(own, t.isTestBuild ? ['createVekha', 'vekha', 'vekhaFault'] : ['createVekha', 'vekha']);
});

scenario('the release page has no commands that provoke faults', async (t) => {
  if (!t.run.releasePath) t.skip('dist/index.html is missing');
  const release = readFileSync(t.run.releasePath, 'utf8');
  assert.ok(!release.includes('vekhaFault') && !release.includes('vekha_fault'));
  const v = await t.open({ url: new URL('/release.html', t.url()).href });
  assert.equal(await v.page.evaluate(() => 'vekhaFault' in window), false);
});

scenario('the page refuses to start inside another page', async (t) => {
  const page = await t.page(await t.context(), { url: new URL('/framing.html', t.url()).href });
  t.allow(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await page.page.goto(page.url);
  const frame = page.page.frames().find((each) => each.parentFrame());
  await page.until(() => frame.evaluate(() => document.querySelector('main.notice') !== null), 'the refusal');
  const text = await frame.evaluate(() => document.body.textContent);
  assert.match(text, /не открывается внутри другой страницы/);
  assert.match(text, /does not open inside another page/);
  assert.equal(await frame.evaluate(() => document.querySelector('canvas')), null);
  assert.equal(await frame.evaluate(() => window.vekha), undefined);
});

scenario('a browser that lets nothing be drawn makes the page say so instead of staying empty', async (t) => {
  const noGraphics = () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  };
  const page = await t.page(await t.context(), { scripts: [noGraphics] });
  await page.page.goto(page.url);
  await page.until(() => page.page.evaluate(() => document.querySelector('main.notice') !== null), 'the refusal');
  assert.match(await page.page.evaluate(() => document.body.textContent), /canvas/);
});

scenario('the policy holds: no eval, no foreign script, style or request', { origins: ['http', 'file'] }, async (t) => {
  t.allow(/policy violation/, /Content Security Policy/, /Refused to|violates|Trusted|Connecting to|Loading the image|Executing inline/);
  const v = await t.open();
  // From a timer inside the page: page.evaluate lifts the ban on eval for its own part.
  const seen = await v.page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(async () => {
          const outcome = {};
          const attempt = async (name, work) => {
            try {
              outcome[name] = (await work()) ?? 'allowed';
            } catch (error) {
              outcome[name] = error.name;
            }
          };
          const waits = (element) =>
            new Promise((done, fail) => {
              element.onload = () => done('allowed');
              element.onerror = () => fail(new Error('blocked'));
              setTimeout(() => fail(new Error('blocked')), 500);
            });
          await attempt('eval', () => (0, eval)('1'));
          await attempt('function', () => new Function('return 1')());
          await attempt('html', () => {
            document.createElement('div').innerHTML = '<b>x</b>';
          });
          await attempt('fetch', () => fetch('https://example.org/').then(() => 'allowed'));
          await attempt('image', () => {
            const image = new Image();
            image.src = 'https://example.org/x.png';
            return waits(image);
          });
          await attempt('worker', () => new Worker(URL.createObjectURL(new Blob(['1']))) && 'allowed');
          await attempt('wasm', async () => {
            await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
            return 'allowed';
          });
          resolve(outcome);
        });
      }),
  );
  t.allow(/example\.org/);
  assert.equal(seen.wasm, 'allowed');
  for (const name of ['eval', 'function', 'html', 'fetch', 'image', 'worker']) {
    assert.notEqual(seen[name], 'allowed', `${name} is blocked`);
  }
});

scenario('before the program runs the page shows its mark, and without scripts what it needs', async (t) => {
  const context = await t.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(t.url());
  const colours = colourCount(decodePng(await page.screenshot()));
  assert.ok(colours > 10, `${colours} colours: the ring and the words`);
});
