// One plan in several tabs, and steps of them in an order by chance: edits, saves, reloads, tabs that are closed or crash, and
// taking over. The model knows which edits a tab called kept. At the end each of them must be in a draft that would be
// offered, or in a file that was handed out; and whenever things have settled, at most one tab may change the plan. Faults
// that must turn this red: a store that writes two seconds after it said so, and locks that everybody gets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draftTexts } from '../support/kept_drafts.mjs';
import { lateStore } from '../support/late_store.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { chance } from '../support/random.mjs';
import { scenario } from '../support/runner.mjs';
import { word } from '../support/words.mjs';

const SEED = 20261128;
const MEASURES = 12;
// Opening a page costs more than the steps of an order: so many orders, each of a plan of its own, run in the same tabs.
const ORDERS_IN_A_CONTEXT = 5;
// As low as shows all of them: orders are many, and pictures are not what they are about.
const VIEWPORT = { width: 1366, height: 620 };
// Many short orders find more than a few long ones.
const STEPS = 5;
const LONG_STEPS = 8;
const TABS = 2;
const STATE = 'inProgress';
const KEPT = /^Черновик в браузере/;

function plan(id) {
  const { measures, ...rest } = smallPlan({ id, title: 'Общий план' });
  return { ...rest, measures: Array.from({ length: MEASURES }, (_, place) => ({ ...measures[0], id: `m-${place + 1}`, number: `1.${place + 1}` })) };
}

// Which of the measures of the plan somebody has set to work.
function setIn(text, planId) {
  const { plan, measures } = JSON.parse(text);
  return new Set(plan.id === planId ? measures.filter(({ state }) => state === STATE).map(({ id }) => id) : []);
}

// What is offered of other work is left where it is.
async function answer(v) {
  if (await v.at('dialog/cancel')) await v.press('dialog/cancel');
}

// An offer, behind which the state line cannot be read, comes when another tab is gone.
async function isElsewhere(v) {
  const line = await v.until(async () => (await v.at('save-state')) ?? (await answer(v)), 'the state line', 20_000);
  return line.name === word('ru', 'save.otherTab');
}

// One order of steps, of one plan. `tabs` are those of the context; those that end are replaced there.
class Interleaving {
  constructor(t, context, tabs, random, planId, scripts) {
    Object.assign(this, { t, context, tabs, random, planId, scripts: [withoutPickers, ...scripts] });
    this.kept = new Set();
    this.files = [];
    this.next = 1;
    this.trace = [];
  }

  async open() {
    const v = await this.t.page(this.context, { scripts: this.scripts });
    // A page that is brought down says so.
    v.page.on('crash', () => {});
    await v.go();
    await this.openPlan(v);
    return v;
  }

  async openPlan(v) {
    await v.drop(file(`${this.planId}.vekha.json`, canonical(plan(this.planId))));
    await answer(v);
  }

  async step() {
    const place = this.random.below(TABS);
    const kind = this.random.pick(['edit', 'edit', 'edit', 'edit', 'takeOver', 'save', 'close', 'crash']);
    this.trace.push(`${kind} ${place}`);
    await this[kind](place);
  }

  async edit(place) {
    const v = this.tabs[place];
    if (this.next > MEASURES) return;
    // A person who wants to change the plan takes it first; now and then it is left.
    if ((await isElsewhere(v)) && this.random.below(3) > 0) await this.takeOver(place);
    if (await isElsewhere(v)) return;
    const id = `m-${this.next++}`;
    await v.press(`cell/1/${id}`);
    await v.keys('2');
    // Its words of this moment: a tab that lost the plan meanwhile promises nothing.
    if (KEPT.test((await v.at('save-state'))?.name ?? '')) this.kept.add(id);
  }

  async takeOver(place) {
    const v = this.tabs[place];
    if (!(await isElsewhere(v)) || (await v.at('message/offer')) === null) return;
    await v.press('message/offer');
    await v.idle();
  }

  async save(place) {
    const v = this.tabs[place];
    if (await isElsewhere(v)) return;
    const before = v.downloads.length;
    await v.keys('Control+s');
    // The offer of another tab's work may have come in between.
    if (v.downloads.length > before) this.files.push(readFileSync(await v.downloads.at(-1).path(), 'utf8'));
  }

  async close(place) {
    await this.tabs[place].page.close({ runBeforeUnload: false });
    this.tabs[place] = await this.open();
  }

  async crash(place) {
    const { page } = this.tabs[place];
    const devtools = await this.context.newCDPSession(page);
    const gone = new Promise((resolve) => page.once('crash', resolve));
    devtools.send('Page.crash').catch(() => {});
    await gone;
    await page.close().catch(() => {});
    this.tabs[place] = await this.open();
  }

  async owners() {
    let count = 0;
    for (const v of this.tabs) count += (await isElsewhere(v)) ? 0 : 1;
    return count;
  }

  // What is wrong at the end; null when nothing is.
  async run() {
    for (let place = 0; place < TABS; ++place) {
      if (this.tabs[place]) await this.openPlan(this.tabs[place]);
      else this.tabs.push(await this.open());
    }
    for (let step = 0; step < (this.t.long ? LONG_STEPS : STEPS); ++step) {
      await this.step();
      const end = Date.now() + 5000;
      while ((await this.owners()) > 1 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      if ((await this.owners()) > 1) return `two tabs may change the plan after ${this.trace.join(', ')}`;
    }
    // Another document of the same storage, quicker there than the page.
    const last = await this.context.newPage();
    await last.goto(new URL('/sample.json', this.t.url()).href);
    const copies = [...this.files, ...(await draftTexts(last))].map((text) => setIn(text, this.planId));
    await last.close();
    const lost = [...this.kept].filter((id) => !copies.some((copy) => copy.has(id)));
    return lost.length > 0 ? `${lost.join(', ')} lost after ${this.trace.join(', ')}` : null;
  }
}

async function interleave(t, count, seed, scripts = [], untilWrong = false) {
  const answer = { runs: 0, kept: 0, wrong: [] };
  const goesOn = () => answer.runs < count && !(untilWrong && answer.wrong.length > 0);
  while (goesOn()) {
    const context = await t.context({ viewport: VIEWPORT });
    const tabs = [];
    for (let left = ORDERS_IN_A_CONTEXT; left > 0 && goesOn(); --left) {
      const own = seed + answer.runs++;
      const one = new Interleaving(t, context, tabs, chance(own), `plan-${own}`, scripts);
      const wrong = await one.run();
      if (wrong) answer.wrong.push(`seed ${own}: ${wrong}`);
      answer.kept += one.kept.size;
    }
    await context.close();
    t.pages.length = 0;
  }
  return answer;
}

const PARTS = 4;
for (let part = 0; part < PARTS; ++part) {
  scenario(`no order of steps of two tabs loses a kept edit, part ${part + 1} of ${PARTS}`, { limitMs: 3_600_000 }, async (t) => {
    const count = (t.long ? 1000 : 100) / PARTS;
    const { runs, kept, wrong } = await interleave(t, count, SEED + part * 1000);
    t.note(`seeds from ${SEED + part * 1000}: ${runs} orders of ${t.long ? LONG_STEPS : STEPS} steps, ${kept} kept edits, ${wrong.length} went wrong`);
    assert.deepEqual(wrong, []);
    assert.ok(kept > runs, 'hardly anything was edited');
  });
}

function openLocks() {
  LockManager.prototype.request = (name, options, work) => Promise.resolve((work ?? options)({ name, mode: 'exclusive' }));
}

for (const [what, script] of [['a store that writes two seconds after it said so', lateStore(2000)], ['locks that everybody gets', openLocks]]) {
  scenario(`${what}: orders of steps find out`, { limitMs: 300_000 }, async (t) => {
    const { runs, wrong } = await interleave(t, 20, SEED, [script], true);
    t.note(`found in run ${runs}: ${wrong[0] ?? 'nothing'}`);
    assert.ok(wrong.length > 0, 'not noticed');
  });
}
