// Every call of the store of drafts that asks or changes fails once, at once or by the transaction that is given up. Whatever
// fails, what the state line called kept is in the store all the time, and what was written meanwhile gets there afterwards. A
// store that says it has written and has not must be found out by the same rounds, or they would prove nothing.
import assert from 'node:assert/strict';
import { draftTexts, looseParts } from '../support/kept_drafts.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { file, sampleText } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { editNote, savedState } from '../support/steps.mjs';

const KEPT = /^Черновик в браузере/;
const MEASURE = 'm-1-10';
const MOST_CALLS = 40;
const STORE = 'vekha-test-store';

function installFaults(symbol) {
  const state = { left: 0, kind: '', failed: '' };
  window[Symbol.for(symbol)] = state;
  const wrap = (prototype, name) => {
    const own = prototype[name];
    prototype[name] = function (...values) {
      if (state.left === 0 || --state.left > 0) return own.apply(this, values);
      if (state.kind === 'forgets' && name !== 'put') {
        state.left = 1;
        return own.apply(this, values);
      }
      state.failed = name;
      if (state.kind === 'forgets') return this.count();
      if (state.kind === 'throws') throw new DOMException('no room', 'QuotaExceededError');
      const made = own.apply(this, values);
      (this.transaction.abort ? this.transaction : made).abort();
      return made;
    };
  };
  for (const name of ['put', 'delete', 'get', 'getAllKeys']) wrap(IDBObjectStore.prototype, name);
  wrap(IDBDatabase.prototype, 'transaction');
}

const faultOf = (v, change) => v.page.evaluate(({ symbol, wished }) => ({ ...Object.assign(window[Symbol.for(symbol)], wished) }), { symbol: STORE, wished: change });

// One edit after the other, of which each meets a failure one call further on. Gives what failed, and how often the store had
// lost what was called kept.
async function roundsOf(t, kind) {
  const context = await t.context();
  const v = await t.page(context, { scripts: [withoutPickers, { run: installFaults, with: STORE }] });
  await v.go();
  await v.drop(file('sevastopol-2021.vekha.json', sampleText('sevastopol-2021')));
  for (const note of ['раз', 'два']) await editNote(v, MEASURE, note);
  // Another page looks on.
  const other = await t.page(context, { scripts: [withoutPickers] });
  await other.go();
  const found = { failed: [], lost: 0, looks: 0 };
  let kept = 0;
  const look = async () => {
    const promised = kept;
    const texts = await draftTexts(other.page).catch(() => []);
    const numbers = texts.map((text) => Number(/"note": "правка (\d+)"/.exec(text)?.[1] ?? 0));
    found.looks += 1;
    if (Math.max(0, ...numbers) < promised) found.lost += 1;
  };
  let looks = true;
  const watch = (async () => {
    while (looks) await look();
  })();
  for (let call = 1; call <= MOST_CALLS; ++call) {
    await faultOf(v, { left: call, kind, failed: '' });
    await editNote(v, MEASURE, `правка ${call}`);
    await v.until(async () => KEPT.test(await savedState(v)), 'the draft after a failure', 8000);
    kept = call;
    await look();
    const { failed } = await faultOf(v, { left: 0 });
    if (failed === '' || found.lost > 0) break;
    found.failed.push(failed);
  }
  looks = false;
  await watch;
  return { ...found, loose: await looseParts(other.page) };
}

const ALLOWED = [/черновик|draft|IndexedDB|AbortError|QuotaExceeded/i];

for (const kind of ['throws', 'gives up']) {
  scenario(`what was called kept stays while each call of the store fails once: it ${kind}`, { limitMs: 300_000, allow: ALLOWED }, async (t) => {
    const { failed, lost, looks, loose } = await roundsOf(t, kind);
    t.note(`${failed.length} calls failed (${failed.join(', ')}), ${looks} looks, ${lost} with a loss`);
    assert.equal(lost, 0);
    assert.deepEqual(loose, []);
    for (const name of ['transaction', 'getAllKeys', 'get', 'put', 'delete']) assert.ok(failed.includes(name), `${name} never failed`);
    assert.ok(failed.length < MOST_CALLS, 'every call was met');
  });
}

scenario('a store that says it has written and has not is found out', { allow: ALLOWED }, async (t) => {
  const { lost } = await roundsOf(t, 'forgets');
  assert.ok(lost > 0);
});
