// One way through the page in Firefox: open a sample, zoom, edit, save. The mouse and the keys are Firefox's own.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { scenario } from '../support/runner.mjs';
import { cannotStart, startFirefox } from '../support/firefox.mjs';
import { keyOf } from '../support/keys.mjs';
import { canonical, sample, withProgress } from '../support/plans.mjs';
import { word } from '../support/words.mjs';

const SLUG = 'dubovskoe-2021';

class FirefoxPage {
  constructor(page) {
    this.page = page;
    this.errors = [];
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
    page.on('pageerror', (error) => this.errors.push(error.message));
  }
  async until(condition, what, limitMs = 15_000) {
    for (const end = Date.now() + limitMs; ; ) {
      const answer = await condition();
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  idle() {
    return this.page.evaluate(() => window.vekha.idle());
  }
  at(path) {
    return this.page.evaluate((key) => {
      const element = document.querySelector(`#twin [data-key="${key}"]`);
      if (!element) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, width, text: element.textContent, label: element.getAttribute('aria-label') };
    }, keyOf(path));
  }
  async press(path) {
    const node = await this.until(() => this.at(path), path);
    await this.page.mouse.move(node.x, node.y);
    await this.page.mouse.click(node.x, node.y);
    await this.idle();
  }
}

scenario('Firefox: a sample opens, zooms, is edited and saved', { alone: true, webgl: true, origins: ['http', 'file'], limitMs: 150_000 }, async (t) => {
  const missing = cannotStart();
  if (missing) t.skip(missing);
  const firefox = await startFirefox();
  try {
    const page = await firefox.browser.newPage();
    const v = new FirefoxPage(page);
    await page.goto(t.origin === 'file' ? pathToFileURL(t.run.pagePath).href : t.url());
    const hasGraphics = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
    if (!hasGraphics) t.skip('Firefox gives no WebGL 2 here, not even under Xvfb with Mesa');
    await v.until(() => page.evaluate(() => window.vekha !== undefined), 'window.vekha');
    await v.idle();
    await v.press(`start/sample/${SLUG}`);
    const plan = sample(SLUG);
    assert.equal((await v.at('topbar/title')).text, plan.plan.title);
    const rows = await page.evaluate((key) => document.querySelector(`[data-key="${key}"]`).getAttribute('aria-rowcount'), keyOf('grid'));
    assert.equal(rows, String(plan.measures.length + 1));

    const [target] = plan.measures.filter(({ id, state }) => state === 'inProgress' && !(plan.marks ?? []).some((mark) => mark.measure === id));
    const slider = () => page.evaluate((key) => Number(document.querySelector(`[data-key="${key}"]`).value), keyOf('zoom/slider'));
    const before = await slider();
    const header = await v.at('column/5');
    await page.mouse.move(header.x, header.y + 150);
    await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaY: -100 });
    await page.keyboard.up('Control');
    await v.idle();
    assert.ok((await slider()) > before, 'Ctrl+wheel zooms in');
    await page.keyboard.press('-');
    await v.idle();

    for (let pages = 0; pages < 10 && !(await v.at(`cell/1/${target.id}`)); ++pages) {
      await page.keyboard.press('PageDown');
      await v.idle();
    }
    await v.press(`cell/1/${target.id}`);
    if (!(await v.at('inspector'))) await v.press('topbar/inspector');
    await v.press('inspector/note');
    await v.until(() => page.evaluate(() => document.querySelector('.field') !== null), 'the text field');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Записано в Firefox: щука');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await v.idle();
    assert.equal((await v.at('inspector/note')).text, 'Записано в Firefox: щука');

    await v.press('topbar/save');
    const name = await v.until(() => firefox.downloads()[0], 'the download');
    await v.until(() => firefox.read(name).length > 0, 'its content');
    const expected = canonical(withProgress(plan, target.id, { note: 'Записано в Firefox: щука' }));
    await v.until(() => firefox.read(name).toString('utf8') === expected, 'the whole saved plan');
    assert.match((await v.at('save-state')).text, new RegExp(`^${word('ru', 'save.downloaded', { time: '' }).trim()}`));
    assert.deepEqual(v.errors, []);
    t.note(await firefox.browser.version());
  } finally {
    await firefox.end();
  }
});
