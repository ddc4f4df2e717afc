// Scenarios and their runs. A scenario is declared once and runs at each of its origins:
//
//   scenario('a sample opens', { origins: ['http', 'file'] }, async (t) => { const v = await t.open(); … });
//
// Options: `origins` (default ['http']), `long` (only with --long), `allow` (patterns of errors that belong to the
// scenario), `limitMs`, `alone` (nothing else may run beside it: it counts frames or time, or brings the browser down),
// `webgl` (about WebGL itself, or in Firefox, which has it: left out without WebGL). A test fails when it throws, or when
// any of its pages reported an error, broke the policy, or requested anything besides the document itself. `t.note(text)`
// keeps a figure; `t.skip(reason)` ends the test loudly.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLAIN_HOST, startBrowser } from './chromium.mjs';
import { VekhaPage } from './page.mjs';
import { SUB_PATH } from './server.mjs';
import { root } from './words.mjs';

const LIMIT_MS = 120_000;
const MOST_AGAIN = 3;
const ARTEFACTS = join(root, 'build', 'web-artefacts');
export const ORIGINS = ['http', 'sub-path', 'plain', 'file'];

const scenarios = [];
// That of the scenarios which are declared from now on. What glides is watched where the topic is the picture; elsewhere a
// person is assumed who asked for no motion, and nobody waits for it.
let topic = '';
let reducedMotion = null;

export function beginTopic(name, { glides }) {
  topic = name;
  reducedMotion = glides ? 'no-preference' : 'reduce';
}
export const topicsOfWebgl = () => [...new Set(scenarios.filter(({ webgl }) => webgl).map((declared) => declared.topic))];

export function scenario(name, options, run) {
  const chosen = typeof options === 'function' ? { run: options } : { ...options, run };
  for (const origin of chosen.origins ?? ['http']) {
    scenarios.push({ limitMs: LIMIT_MS, allow: [], ...chosen, topic, reducedMotion, name: chosen.origins ? `${name} [${origin}]` : name, origin });
  }
}

export class Skip extends Error {}

export function urlOf(origin, run) {
  switch (origin) {
    case 'http':
      return `http://127.0.0.1:${run.server.port}/`;
    case 'sub-path':
      return `http://127.0.0.1:${run.server.port}${SUB_PATH}`;
    case 'plain':
      return `http://${PLAIN_HOST}:${run.server.port}/`;
    case 'file':
      return pathToFileURL(run.pagePath).href;
    default:
      throw new Error(`no origin ${origin}`);
  }
}

class Test {
  constructor(run, declared) {
    this.run = run;
    this.origin = declared.origin;
    this.reducedMotion = declared.reducedMotion;
    this.allowed = [...declared.allow];
    this.contexts = [];
    this.pages = [];
    this.notes = [];
  }

  get long() {
    return this.run.long;
  }
  get isTestBuild() {
    return this.run.isTestBuild;
  }
  note(text) {
    this.notes.push(text);
  }
  skip(reason) {
    throw new Skip(reason);
  }
  allow(...patterns) {
    this.allowed.push(...patterns);
  }
  url(origin = this.origin) {
    return urlOf(origin, this.run);
  }

  async context(options = {}) {
    // A browser that a test before this one brought down is that test's failure, not this one's.
    if (!this.run.browser.isConnected()) this.run.browser = await startBrowser({ webgl: this.run.webgl });
    const context = await this.run.browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      colorScheme: 'light',
      reducedMotion: this.reducedMotion,
      ...options,
    });
    this.contexts.push(context);
    return context;
  }

  // Another page of a context, not gone anywhere yet. `scripts` run before the page's own.
  async page(context, { scripts = [], url = this.url() } = {}) {
    const page = new VekhaPage(await context.newPage(), url);
    this.pages.push(page);
    await page.prepare(scripts);
    return page;
  }

  // A page of its own context, started and idle.
  async open({ scripts, url, ...options } = {}) {
    const page = await this.page(await this.context(options), { scripts, url });
    await page.go();
    return page;
  }

  complaints() {
    return this.pages.flatMap((page) => page.complaints(this.allowed));
  }

  async keepArtefacts(name) {
    mkdirSync(ARTEFACTS, { recursive: true });
    const stem = name.replace(/[^\wа-яё]+/giu, '-');
    for (const [place, { page, warnings }] of this.pages.entries()) {
      try {
        const file = join(ARTEFACTS, `${stem}-${place}`);
        await page.screenshot({ path: `${file}.png`, timeout: 3000 });
        writeFileSync(`${file}.txt`, `${await page.locator('body').ariaSnapshot({ timeout: 3000 })}\n${warnings.join('\n')}\n`);
      } catch {
        // A page that is gone has no picture.
      }
    }
  }

  async close() {
    for (const context of this.contexts) await context.close().catch(() => {});
  }
}

async function limited(promise, limitMs) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runOne(run, declared) {
  const test = new Test(run, declared);
  const began = Date.now();
  const answer = { name: declared.name, outcome: 'passed', reason: '', notes: test.notes };
  try {
    await limited(declared.run(test), declared.limitMs * (run.long ? 10 : 1));
    const complaints = test.complaints();
    if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join('\n'));
  } catch (error) {
    answer.outcome = error instanceof Skip ? 'skipped' : 'failed';
    answer.reason = error instanceof Skip ? error.message : (error.stack ?? String(error));
    const complaints = test.complaints().filter((text) => !answer.reason.includes(text));
    if (answer.outcome === 'failed' && complaints.length > 0) answer.reason += `\nbesides: ${complaints.slice(0, 5).join('\n  ')}`;
    if (answer.outcome === 'failed') await test.keepArtefacts(declared.name);
  }
  await test.close();
  answer.seconds = (Date.now() - began) / 1000;
  return answer;
}

export const listed = () => scenarios.map(({ name, long }) => (long ? `${name} (long)` : name));

function tell(answer) {
  console.log(`${answer.outcome === 'passed' ? 'ok     ' : answer.outcome} ${answer.name} (${answer.seconds.toFixed(1)} s)`);
  for (const note of answer.notes) console.log(`        ${note}`);
  if (answer.outcome === 'failed') console.log(answer.reason.replace(/^/gm, '        '));
  if (answer.outcome === 'skipped') console.log(`skipped: ${answer.name}: ${answer.reason}`);
}

// Runs what fits; tells each outcome as it comes; returns the answers. In the quick tier a scenario that failed runs once
// more after the others, to tell what fails always from what fails now and then. It has failed all the same.
export async function runAll(run, only, topics) {
  const answers = [];
  const fits = ({ name, long, topic: of }) => topics.includes(of) && (!only || name.includes(only)) && (!long || run.long);
  const isLeftOut = ({ webgl }) => webgl && !run.webgl;
  const fitting = scenarios.filter(fits);
  const wanted = fitting.filter((declared) => !isLeftOut(declared));
  if (wanted.length < fitting.length) console.log(`without WebGL ${fitting.length - wanted.length} of ${fitting.length} scenarios are left out`);
  // Those that may take longest begin first, so that none of them ends alone.
  const waiting = wanted.filter(({ alone }) => !alone).sort((one, other) => other.limitMs - one.limitMs);
  const takeTurns = async (from) => {
    for (let declared = from.shift(); declared; declared = from.shift()) {
      const answer = await runOne(run, declared);
      answers.push({ ...answer, declared });
      tell(answer);
    }
  };
  await Promise.all(Array.from({ length: run.workers }, () => takeTurns(waiting)));
  await takeTurns(wanted.filter(({ alone }) => alone));
  const again = run.long ? [] : answers.filter(({ outcome }) => outcome === 'failed');
  for (const first of again.slice(0, MOST_AGAIN)) {
    const answer = await runOne(run, first.declared);
    console.log(`once more: ${answer.outcome} ${answer.name} (${answer.seconds.toFixed(1)} s)`);
    first.unsteady = answer.outcome === 'passed';
  }
  return answers;
}
