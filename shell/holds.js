// Which tab of the browser may change a plan. A plan has a name that all tabs know it by; one tab holds it, by a Web Lock
// where there are such (secure pages and pages opened from disk), else by asking around: whoever holds the name answers.
// Tabs that do not hold it wait, and get it when the other one lets go, is closed or dies; one that is frozen and cannot
// answer is taken for gone. Nothing depends on it but who may write: work that both did is in drafts of both.
import { call } from './link.js';

const PREFIX = 'vekha-plan ';
const CHANNEL = 'vekha-plans';
const ANSWER_MS = 300;
const LOOK_AGAIN_MS = 2000;

// By name: { openings, here, release, waiting }.
const holds = new Map();
const nameOf = new Map();

function tell(name, here) {
  const hold = holds.get(name);
  if (!hold) return;
  hold.here = here;
  for (const opening of hold.openings) call('plan_held', opening, here ? 1 : 0);
}

// ---- Web Locks -------------------------------------------------------------------------------------------------------

function byLock(name, options) {
  const hold = holds.get(name);
  navigator.locks
    .request(PREFIX + name, options, (lock) => {
      if (holds.get(name) !== hold) return undefined;
      if (lock === null) {
        tell(name, false);
        waitForLock(name);
        return undefined;
      }
      tell(name, true);
      return new Promise((resolve) => (hold.release = resolve));
    })
    .catch((error) => {
      // Stolen by another tab, or no longer waited for.
      if (holds.get(name) !== hold || !hold.here) return;
      if (error.name !== 'AbortError') console.warn('the lock of a plan failed:', error.name);
      else {
        tell(name, false);
        waitForLock(name);
      }
    });
}

function waitForLock(name) {
  const hold = holds.get(name);
  hold.waiting = new AbortController();
  byLock(name, { signal: hold.waiting.signal });
}

const locks = {
  hold: (name) => byLock(name, { ifAvailable: true }),
  takeOver(name) {
    holds.get(name).waiting?.abort();
    byLock(name, { steal: true });
  },
  letGo({ release, waiting }) {
    waiting?.abort();
    release?.();
  },
};

// ---- asking around ---------------------------------------------------------------------------------------------------

const self = [...crypto.getRandomValues(new Uint32Array(2))].join('-');
let channel = null;

function say(kind, name) {
  channel.postMessage({ kind, name, from: self });
}

function heard({ kind, name, from }) {
  const hold = typeof name === 'string' ? holds.get(name) : undefined;
  if (!hold || from === self) return;
  // Of two that ask at once one has to give way.
  const isMine = hold.here || (hold.asking && self < from);
  if (kind === 'ask' && isMine) say('mine', name);
  // Should two have it, one gives way.
  else if (kind === 'mine' && (!hold.here || self > from)) lose(name, hold);
  else if (kind === 'mine') say('mine', name);
  else if (kind === 'take' && hold.here) lose(name, hold);
  else if (kind === 'free' && !hold.here) ask(name);
}

function lose(name, hold) {
  clearTimeout(hold.asking);
  hold.asking = 0;
  if (hold.here !== false) tell(name, false);
  hold.again ??= setInterval(() => !hold.here && !hold.asking && ask(name), LOOK_AGAIN_MS);
}

function ask(name) {
  const hold = holds.get(name);
  clearTimeout(hold.asking);
  hold.asking = setTimeout(() => win(name, hold), ANSWER_MS);
  say('ask', name);
}

function win(name, hold) {
  clearInterval(hold.again);
  hold.again = undefined;
  hold.asking = 0;
  if (holds.get(name) === hold) tell(name, true);
}

const leases = {
  hold(name) {
    if (channel === null) {
      channel = new BroadcastChannel(CHANNEL);
      channel.onmessage = ({ data }) => heard(data ?? {});
      addEventListener('pagehide', () => [...holds].forEach(([held, hold]) => hold.here && say('free', held)));
    }
    ask(name);
  },
  takeOver(name) {
    say('take', name);
    win(name, holds.get(name));
  },
  letGo(hold, name) {
    clearTimeout(hold.asking);
    clearInterval(hold.again);
    if (hold.here) say('free', name);
  },
};

// ---- for the program -------------------------------------------------------------------------------------------------

const way = () => (navigator.locks ? locks : leases);

// Answers by plan_held, at once or later, and again whenever it changes.
export function holdPlan(opening, name) {
  nameOf.set(opening, name);
  const known = holds.get(name);
  if (known) {
    known.openings.add(opening);
    if (known.here !== undefined) call('plan_held', opening, known.here ? 1 : 0);
    return;
  }
  holds.set(name, { openings: new Set([opening]), here: undefined });
  way().hold(name);
}

export function takePlanOver(opening) {
  const name = nameOf.get(opening);
  if (holds.has(name)) way().takeOver(name);
}

export function letPlanGo(opening) {
  const name = nameOf.get(opening);
  const hold = holds.get(name);
  nameOf.delete(opening);
  if (!hold) return;
  hold.openings.delete(opening);
  if (hold.openings.size > 0) return;
  holds.delete(name);
  way().letGo(hold, name);
}
