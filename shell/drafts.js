// The draft store: IndexedDB, because localStorage loses seconds of work when the browser is killed. Each opening of a plan
// has a slot of its own, so that neither another plan, nor another copy of it, nor a second tab drops work. A record's key
// is [sequence number, slot, sequence number of the record it continues or 0, only copy]: a write adds one and keeps the
// newest two of its slot, so a write that is cut off never touches the newest whole one. A slot whose newest record is
// continued in another one is past: it is not offered. Work that is in no file goes only when there is more of it than
// anybody could look through. Records carry a mark, lengths and a checksum: on file:// other local pages share the store,
// so whatever does not prove itself is skipped. Order is by sequence, never by the clock.
import { call, put } from './link.js';
import { answerTo, changeAll, checksum, inWords, makeDatabase } from './records.js';
import { inRoom } from './versions.js';
import { track } from './work.js';

const STORE = 'drafts';
const database = makeDatabase('vekha', [STORE]);
const MARK = 'vekha-draft-2';
const KEPT_IN_SLOT = 2;
const KEPT_ONLY_COPIES = 64;
const KEPT_OTHERS = 2;
const KEPT_PAST = 2;
const OFFERED = 24;
const LONGEST_NAME = 1000;
const FAULT = { none: 0, storeMissing: 1, writeFailed: 2 };

// Resolves when all that was to be stored has been tried.
let stored = Promise.resolve();
let writing = false;
// By slot: a draft that waits must not give way to one of another plan.
const waiting = new Map();
// The slot of each draft that the program was given, by its place.
const handedOut = new Map();
// What the program gave last of each plan that was opened in this page, whether or not it could be stored; the rescue page
// hands it out, the newest first.
const given = new Map();

// Of this load of the page: what browsers copy into a duplicated tab would not do.
const page = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
const slotOf = (number) => `${page} ${number}`;

export const givenDrafts = () => [...given.values()].reverse();

function isWhole(record) {
  return (
    record?.mark === MARK &&
    typeof record.name === 'string' &&
    record.name.length <= LONGEST_NAME &&
    typeof record.title === 'string' &&
    typeof record.savedAt === 'number' &&
    record.bytes instanceof Uint8Array &&
    record.bytes.length === record.length &&
    checksum(record.bytes) === record.checksum
  );
}

// Keys of the first form had the plan and the tab in the places of slot and continued record.
const slotIn = ([, slot, continues]) => (typeof continues === 'string' ? `${continues} ${slot}` : slot);
const isOurKey = (key) => Array.isArray(key) && key.length === 4 && Number.isSafeInteger(key[0]);

// { keys, isPast, isOnlyCopy } of each slot, the newest first; the keys, too.
function slotsOf(keys) {
  const ours = keys.filter(isOurKey).sort((one, other) => other[0] - one[0]);
  const continued = new Set(ours.map(([, , sequence]) => sequence));
  const slots = new Map();
  for (const key of ours) {
    const [sequence, , , onlyCopy] = key;
    const slot = slotIn(key);
    const known = slots.get(slot);
    if (known) known.keys.push(key);
    else slots.set(slot, { keys: [key], isPast: continued.has(sequence), isOnlyCopy: onlyCopy === 1 });
  }
  return [...slots.values()];
}

// What may go: in each slot what is behind the newest two, and whole slots beyond the number that is kept of their kind. What
// is past goes with the slot that continues it: without that it would come back as work of today.
function spareKeys(slots) {
  const kept = new Set([
    ...slots.filter((slot) => slot.isOnlyCopy && !slot.isPast).slice(0, KEPT_ONLY_COPIES),
    ...slots.filter((slot) => !slot.isOnlyCopy && !slot.isPast).slice(0, KEPT_OTHERS),
  ]);
  const continued = new Set([...kept].flatMap(({ keys }) => keys.map(([, , sequence]) => sequence)));
  let room = KEPT_PAST;
  for (const slot of slots) {
    if (!slot.isPast || !continued.has(slot.keys[0][0]) || room === 0) continue;
    kept.add(slot);
    for (const [, , sequence] of slot.keys) continued.add(sequence);
    --room;
  }
  return slots.flatMap((slot) => (kept.has(slot) ? slot.keys.slice(KEPT_IN_SLOT) : slot.keys));
}

async function write(draft, record) {
  await changeAll(await database.begin('readwrite'), async (transaction) => {
    const records = transaction.objectStore(STORE);
    const before = (await answerTo(records.getAllKeys())).filter(isOurKey);
    const sequence = Math.max(0, ...before.map(([number]) => number)) + 1;
    const key = [sequence, draft.slot, draft.continues, draft.onlyCopy ? 1 : 0];
    records.put(record, key);
    for (const spare of spareKeys(slotsOf([...before, key]))) if (spare !== key) records.delete(spare);
  });
}

// Work of today before saved states of earlier days.
const writeInRoom = inRoom(write);

// What is only to be handed out need not fill this page's memory: the browser keeps it, on the disk if it is large.
export function keptByBrowser(bytes) {
  try {
    return new Blob([bytes]);
  } catch (error) {
    console.warn('the browser keeps nothing for the rescue page:', error.name);
    return bytes;
  }
}

async function storeOne(draft) {
  const { revision, name, title, bytes } = draft;
  const record = { mark: MARK, name, title, savedAt: Date.now(), length: bytes.length, checksum: checksum(bytes), bytes };
  let fault = FAULT.storeMissing;
  try {
    await database.open();
    fault = FAULT.writeFailed;
    await writeInRoom(draft, record);
    fault = FAULT.none;
  } catch (error) {
    console.warn('the draft was not stored:', error?.name);
  }
  call('draft_stored', revision, fault);
  draft.bytes = keptByBrowser(bytes);
}

async function storeAll() {
  for (const [slot, draft] of waiting) {
    waiting.delete(slot);
    await storeOne(draft);
  }
}

// { revision, opening, continues, name, title, bytes, onlyCopy }
export function storeDraft(draft) {
  const slot = slotOf(draft.opening);
  const kept = { ...draft, slot };
  given.delete(slot);
  given.set(slot, kept);
  waiting.set(slot, kept);
  if (writing) return;
  writing = true;
  const before = stored;
  stored = track(
    (async () => {
      await before;
      while (waiting.size > 0) await storeAll();
      writing = false;
    })(),
  );
}

// All that the page can hand out: the newest whole record of each slot that is not past, the newest first, equal ones once.
// Never hangs and never throws.
export async function readKept(without = []) {
  const found = [];
  try {
    const records = (await database.begin('readonly')).objectStore(STORE);
    const slots = slotsOf(await answerTo(records.getAllKeys())).filter(({ keys }) => !without.includes(keys[0][1]));
    // What a damaged record continued is not past.
    const continued = new Set();
    for (const { keys } of slots) {
      for (const key of keys) {
        const isPast = continued.has(key[0]);
        const record = isPast ? null : await answerTo(records.get(key));
        if (!isPast && !isWhole(record)) continue;
        // What this one continued is past as well.
        continued.add(key[2]);
        if (isPast) break;
        const isSame = (other) => other.name === record.name && other.length === record.length && other.checksum === record.checksum;
        if (!found.some(isSame)) found.push({ ...record, place: key[0], slot: slotIn(key), onlyCopy: key[3] === 1 });
        break;
      }
      if (found.length === OFFERED) break;
    }
  } catch (error) {
    console.warn('no draft could be read:', error?.name);
  }
  return found;
}

// The slot of that place, with what it continued; 0: all that is ours. The record of that place may have given way to a newer
// one of its slot since it was handed out.
async function erase(place) {
  try {
    await changeAll(await database.begin('readwrite'), async (transaction) => {
      const records = transaction.objectStore(STORE);
      const slots = slotsOf(await answerTo(records.getAllKeys()));
      const isMeant = ({ keys }) => place === 0 || keys.some((key) => key[0] === place || slotIn(key) === handedOut.get(place));
      const gone = slots.filter(isMeant);
      for (const slot of gone) {
        for (const key of slot.keys) {
          records.delete(key);
          const before = slots.find(({ keys }) => keys.some(([sequence]) => sequence === key[2]));
          if (before && !gone.includes(before)) gone.push(before);
        }
      }
    });
  } catch (error) {
    console.warn('drafts cannot be erased:', error?.name);
  }
  if (place === 0) given.clear();
}

// Whoever loads afterwards sees what is left.
export function eraseDrafts(place) {
  if (place === 0) waiting.clear();
  stored = track(stored.then(() => erase(place)));
}

async function handOver(open) {
  // What is on its way into the store is part of the answer.
  await stored;
  handedOut.clear();
  for (const record of await readKept(open.map(slotOf))) {
    handedOut.set(record.place, record.slot);
    put(0, record.name);
    put(1, record.bytes);
    put(2, inWords(record.savedAt));
    put(3, record.title);
    call('draft_found', record.place, record.onlyCopy ? 1 : 0);
  }
  call('drafts_loaded');
}

export const loadDrafts = (open) => track(handOver(open));
