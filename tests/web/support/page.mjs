// One open page of Vekha as a test sees it: what stands in the DOM twin, the real mouse, keyboard and fingers on the
// canvas, pictures of the canvas, files in and out. The page under test gets no script of ours besides a listener for
// policy violations and, where a test asks for it, a counter of frames.
//
// page.evaluate lifts the ban on eval for its synchronous part, so nothing here relies on eval; checks of the ban itself
// run from a timer inside the page.
import { readFileSync } from 'node:fs';
import { decodePng, differingPixels } from './png.mjs';
import { keyOf } from './keys.mjs';

const IDLE_LIMIT_MS = 20_000;
const START_LIMIT_MS = 20_000;

// Told as console errors, which every test collects.
function reportViolations() {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
}

// Everything of the twin at once, in the page's own order; or only the node with the key.
function readTwin(wanted) {
  const nodes = [];
  for (const element of document.querySelectorAll(wanted ? `#twin [data-key="${wanted}"]` : '#twin [data-key]')) {
    const box = element.getBoundingClientRect();
    const number = (name) => (element.hasAttribute(name) ? Number(element.getAttribute(name)) : null);
    const flag = (name) => (element.hasAttribute(name) ? element.getAttribute(name) === 'true' : null);
    const tag = element.tagName;
    const isSlider = tag === 'INPUT';
    nodes.push({
      key: element.dataset.key,
      parent: element.parentElement.closest('[data-key]')?.dataset.key ?? null,
      role: element.getAttribute('role') ?? (isSlider ? 'slider' : tag === 'BUTTON' ? 'button' : 'text'),
      name: element.getAttribute('aria-label') ?? (element.querySelector('[data-key]') ? '' : element.textContent),
      text: element.querySelector('[data-key]') ? '' : element.textContent,
      description: element.getAttribute('aria-description') ?? '',
      value: isSlider ? Number(element.value) : null,
      rect: { left: box.left, top: box.top, width: box.width, height: box.height },
      tabIndex: element.tabIndex,
      focusable: tag !== 'DIV' || element.hasAttribute('tabindex'),
      focused: document.activeElement === element,
      disabled: flag('aria-disabled') === true,
      selected: flag('aria-selected'),
      expanded: flag('aria-expanded'),
      pressed: flag('aria-pressed') ?? flag('aria-checked'),
      level: number('aria-level'),
      position: number('aria-posinset'),
      setSize: number('aria-setsize'),
      rowIndex: number('aria-rowindex'),
      rowCount: number('aria-rowcount'),
      columnIndex: number('aria-colindex'),
      columnCount: number('aria-colcount'),
      hidden: element.hidden,
    });
  }
  return nodes;
}

const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });

export class VekhaPage {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    this.errors = [];
    this.warnings = [];
    this.requests = [];
    this.downloads = [];
    page.on('console', (message) => this.#heard(message));
    page.on('pageerror', (error) => this.errors.push(`page error: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.errors.push(`a dialog of the browser: ${dialog.type()} ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on('download', (download) => this.downloads.push(download));
    // A download of our own starts as a request of a blob that the page itself holds.
    page.on('request', (request) => {
      if (!request.url().startsWith('blob:')) this.requests.push(request.url());
    });
  }

  #heard(message) {
    const text = `${message.type()}: ${message.text()}`;
    if (message.type() === 'error' || message.type() === 'assert') this.errors.push(text);
    else if (message.type() === 'warning') this.warnings.push(text);
  }

  async prepare(scripts) {
    await this.page.addInitScript(reportViolations);
    for (const script of scripts) {
      if (typeof script === 'function') await this.page.addInitScript(script);
      else await this.page.addInitScript(script.run, script.with);
    }
  }

  async go() {
    this.requests.length = 0;
    await this.page.goto(this.url);
    await this.started();
  }

  async reload() {
    this.requests.length = 0;
    await this.page.reload();
    await this.started();
  }

  // The page makes window.vekha before its first pause, that is, before its load event.
  async started() {
    await this.until(() => this.page.evaluate(() => window.vekha !== undefined), 'window.vekha', START_LIMIT_MS);
    await this.idle();
  }

  async until(condition, what, limitMs = 5000) {
    for (const end = Date.now() + limitMs; ; ) {
      const answer = await condition();
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async idle() {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`vekha.idle() did not resolve in ${IDLE_LIMIT_MS} ms`)), IDLE_LIMIT_MS);
    });
    try {
      await Promise.race([this.page.evaluate(() => window.vekha.idle()), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  // The driver answers before the page has been told: two frames after its window has that size it has.
  async resize({ width, height }) {
    await this.page.setViewportSize({ width, height });
    await this.page.waitForFunction(
      ([wide, high]) =>
        innerWidth === wide &&
        innerHeight === high &&
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
      [width, height],
    );
    await this.idle();
  }

  // ---- the twin ------------------------------------------------------------------------------------------------------

  // All nodes; see readTwin() for what a node has.
  twin() {
    return this.page.evaluate(readTwin);
  }

  async all(role, name) {
    const fits = (node) => name === undefined || (name instanceof RegExp ? name.test(node.name) : node.name === name);
    return (await this.twin()).filter((node) => node.role === role && fits(node));
  }

  // The one node of a role and a name; the accessible name is the browser's own, found through the accessible tree.
  async the(role, name) {
    const locator = this.page.getByRole(role, { name, exact: typeof name === 'string' });
    const count = await locator.count();
    if (count !== 1) throw new Error(`${count} nodes with role ${role} and name ${name}`);
    const key = await locator.getAttribute('data-key');
    return this.node(key);
  }

  // The node of a path such as "row/m-1-08", or null.
  async at(path) {
    return this.node(keyOf(path));
  }

  async node(key) {
    const [node] = await this.page.evaluate(readTwin, key);
    return node ?? null;
  }

  async need(path) {
    const node = await this.at(path);
    if (!node) throw new Error(`the twin has no node ${path}`);
    return node;
  }

  // ---- mouse and keys ------------------------------------------------------------------------------------------------

  // `target`: a path, a node, or a point.
  async #point(target) {
    if (typeof target === 'string') return centre((await this.need(target)).rect);
    return target.rect ? centre(target.rect) : target;
  }

  async press(target, { times = 1, button = 'left' } = {}) {
    const { x, y } = await this.#point(target);
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y, { clickCount: times, button });
    await this.idle();
  }

  async hover(target) {
    const { x, y } = await this.#point(target);
    await this.page.mouse.move(x, y);
    await this.idle();
  }

  // Where nothing is lit by the pointer.
  async away() {
    await this.page.mouse.move(1, 1);
    await this.idle();
  }

  async drag(from, to, steps = 6) {
    const start = await this.#point(from);
    const end = await this.#point(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps });
    await this.page.mouse.up();
    await this.idle();
  }

  async wheel(at, { dx = 0, dy = 0, ctrl = false, shift = false } = {}) {
    const { x, y } = await this.#point(at);
    await this.page.mouse.move(x, y);
    if (ctrl) await this.page.keyboard.down('Control');
    if (shift) await this.page.keyboard.down('Shift');
    await this.page.mouse.wheel(dx, dy);
    if (ctrl) await this.page.keyboard.up('Control');
    if (shift) await this.page.keyboard.up('Shift');
    await this.idle();
  }

  async keys(...names) {
    for (const name of names) await this.page.keyboard.press(name);
    await this.idle();
  }

  // Types into the text field that a press has opened, and ends it by a key.
  async type(text, end = 'Enter') {
    await this.until(() => this.page.evaluate(() => document.querySelector('.field') !== null), 'the text field');
    await this.page.keyboard.insertText(text);
    if (end) await this.page.keyboard.press(end);
    await this.idle();
  }

  fieldText() {
    return this.page.evaluate(() => document.querySelector('.field')?.value ?? null);
  }

  async devtools() {
    this.session ??= await this.page.context().newCDPSession(this.page);
    return this.session;
  }

  // ---- pictures ------------------------------------------------------------------------------------------------------

  // `rect` in CSS pixels; the whole page without it. The rectangle is taken in whole pixels and inside the window.
  async picture(rect) {
    const { width, height } = this.page.viewportSize();
    const options = { animations: 'allow', caret: 'initial' };
    if (rect) {
      const left = Math.max(0, Math.floor(rect.left));
      const top = Math.max(0, Math.floor(rect.top));
      const right = Math.min(width, Math.ceil(rect.left + rect.width));
      const bottom = Math.min(height, Math.ceil(rect.top + rect.height));
      options.clip = { x: left, y: top, width: right - left, height: bottom - top };
    }
    return decodePng(await this.page.screenshot(options));
  }

  // How many pixels of the rectangle `work` changes.
  async changed(rect, work, tolerance = 2) {
    const before = await this.picture(rect);
    await work();
    return differingPixels(before, await this.picture(rect), tolerance);
  }

  // ---- files ---------------------------------------------------------------------------------------------------------

  // Through the chooser of an <input>, as on plain http and in Firefox. `press` opens it.
  async choose(file, press = () => this.keys('Control+o')) {
    const chooser = await this.#chooserOf(press);
    await chooser.setFiles(file);
    // The change event comes on its own; the page counts the reading from then on.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await this.idle();
  }

  // The driver catches choosers only while somebody listens, and does not wait for the browser to know that. One listener
  // for the page's whole life, there before the first press, leaves no gap for a chooser to be lost in.
  async #chooserOf(press) {
    if (!this.choosers) {
      this.choosers = [];
      this.page.on('filechooser', (chooser) => this.choosers.push(chooser));
      await (await this.devtools()).send('Page.enable');
    }
    this.choosers.length = 0;
    await press();
    return this.until(() => this.choosers[0], 'a file chooser', 20_000);
  }

  // A real drag of a file from outside: `file` is a path.
  async drop(file, at = { x: 300, y: 300 }) {
    const session = await this.devtools();
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    // The driver answers before the page has been told; the page counts the reading from its event on.
    const told = this.page.evaluate(() => new Promise((done) => addEventListener('drop', () => done(), { capture: true, once: true })));
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: at.x, y: at.y, data });
    }
    await told;
    await this.idle();
  }

  // What `work` makes the page download: { name, bytes }.
  async downloadOf(work) {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 20_000 }), work()]);
    const bytes = readFileSync(await download.path());
    await download.delete();
    return { name: download.suggestedFilename(), bytes };
  }

  // ---- what the test must not have seen --------------------------------------------------------------------------------

  // Errors that no pattern of `allowed` explains, and requests besides the document.
  complaints(allowed) {
    const wrong = this.errors.filter((text) => !allowed.some((pattern) => pattern.test(text)));
    const document = this.url.split('#')[0];
    const requests = this.requests.filter((url) => url !== document && !allowed.some((pattern) => pattern.test(url)));
    return [...wrong, ...requests.map((url) => `a request: ${url}`)];
  }
}
