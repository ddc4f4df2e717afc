// The draft store: IndexedDB, because localStorage loses seconds of work when the browser is killed. Each opening of a plan
// has a slot of its own, so that neither another plan, nor another copy of it, nor a second tab drops work. A record's key
// is [sequence number, slot, sequence number of the record it continues or 0, only copy]: a write adds one and keeps the
// newest two of its slot, so a write that is cut off never touches the newest whole one. A slot whose newest record is
// continued in another one is past: it is not offered. Work that is in no file goes only when there is more of it than
// anybody could look through. The text of a plan stands apart from its records, in the parts that the program made: a record
// names them with their lengths and checksums, and parts that no record of their slot names are gone. Whatever does not prove
// itself is skipped: on file:// other local pages share the store. Order is by sequence, never by the clock.
import { call, put } from './link.js';
import { answerTo, changeAll, checksum, inWords, makeDatabase } from './records.js';
import { inRoom } from './versions.js';
import { track } from './work.js';

const STORE = 'drafts';
const database = makeDatabase('vekha', [STORE]);
const MARK = 'vekha-draft-3';
// Of a record that has its text itself.
const FORMER_MARK = 'vekha-draft-2';
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
// The store could be opened; where a disk is full, it may be closed later on, and not open again for a while.
let works = false;
// By slot: a draft that waits must not give way to one of another plan.
const waiting = new Map();
// The slot of each draft that the program was given, by its place.
const handedOut = new Map();
// What the program gave last of each plan that was opened in this page, whether or not it could be stored; the rescue page
// hands it out, the newest first.
const given = new Map();
// By slot: the parts of the text that the program goes on from, by their numbers.
const takenParts = new Map();
// By slot: [{ sequence, numbers }] of the records of this page that are in the store with their parts, the newest first.
const kept = new Map();

// Of this load of the page: what browsers copy into a duplicated tab would not do.
const page = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
const slotOf = (number) => `${page} ${number}`;

export const givenDrafts = () => [...given.values()].reverse().map(({ name, parts }) => ({ name, bytes: new Blob(parts.map(({ data }) => data)) }));

const isHead = (record) =>
  [MARK, FORMER_MARK].includes(record?.mark) &&
  typeof record.name === 'string' &&
  record.name.length <= LONGEST_NAME &&
  typeof record.title === 'string' &&
  typeof record.savedAt === 'number';

const partKey = (slot, number) => ['part', slot, number];
// In the order of keys numbers come before texts, and lists last.
const allParts = () => IDBKeyRange.bound(['part'], ['part', []]);
const partsOf = (slot) => IDBKeyRange.bound(partKey(slot, 0), partKey(slot, []));
const readKeys = (records) => answerTo(records.getAllKeys(IDBKeyRange.upperBound(['part'])));

// The text of a record, or null.
async function textOf(records, slot, record) {
  const isFormer = record.mark === FORMER_MARK;
  const parts = isFormer ? [[0, record.length, record.checksum]] : record.parts;
  if (!Array.isArray(parts) || !parts.every((part) => Array.isArray(part) && Number.isSafeInteger(part[0]))) return null;
  const texts = isFormer ? [record.bytes] : await Promise.all(parts.map(([number]) => answerTo(records.get(partKey(slot, number)))));
  const isWhole = ([, length, sum], place) => texts[place] instanceof Uint8Array && texts[place].length === length && checksum(texts[place]) === sum;
  if (!parts.every(isWhole)) return null;
  const bytes = new Uint8Array(texts.reduce((size, text) => size + text.length, 0));
  texts.reduce((at, text) => (bytes.set(text, at), at + text.length), 0);
  return bytes;
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

// Together with the parts of slots of which nothing is left.
function removeSpare(records, slots, newest) {
  const spare = new Set(spareKeys(slots));
  spare.delete(newest);
  for (const key of spare) records.delete(key);
  for (const { keys } of slots) if (keys.every((key) => spare.has(key))) records.delete(partsOf(slotIn(keys[0])));
}

// False: what was kept of this slot is gone, by another page, and with it its parts.
async function writeOnce(draft, head) {
  const { slot, parts } = draft;
  const [last, older] = kept.get(slot) ?? [];
  const isKept = (number) => [last, older].some((record) => record?.numbers.has(number));
  const fresh = parts.filter(({ number }) => !isKept(number));
  const texts = await Promise.all(fresh.map(async ({ data }) => (data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data)));
  const numbers = new Set(parts.map(({ number }) => number));
  let sequence = 0;
  await changeAll(await database.begin('readwrite'), async (transaction) => {
    const records = transaction.objectStore(STORE);
    const before = (await readKeys(records)).filter(isOurKey);
    if (last && !before.some(([number]) => number === last.sequence)) return;
    sequence = Math.max(0, ...before.map(([number]) => number)) + 1;
    const key = [sequence, slot, draft.continues, draft.onlyCopy ? 1 : 0];
    // One after the other: each is copied, and a plan of many must not hold the page up.
    for (const [place, part] of fresh.entries()) {
      await answerTo(records.put(texts[place], partKey(slot, part.number)));
      keepByBrowser(part);
    }
    records.put(head, key);
    removeSpare(records, slotsOf([...before, key]), key);
    for (const number of older?.numbers ?? []) if (!numbers.has(number) && !last.numbers.has(number)) records.delete(partKey(slot, number));
  });
  kept.set(slot, sequence > 0 ? [{ sequence, numbers }, last] : []);
  return sequence > 0;
}

async function write(draft, head) {
  if (!(await writeOnce(draft, head)) && !(await writeOnce(draft, head))) throw new Error('the kept draft goes away');
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

function keepByBrowser(part) {
  if (!(part.data instanceof Blob)) part.data = keptByBrowser(part.data);
}

async function storeOne(draft) {
  const { revision, name, title, parts } = draft;
  const head = { mark: MARK, name, title, savedAt: Date.now(), parts: parts.map(({ number, length, sum }) => [number, length, sum]) };
  let fault = works ? FAULT.writeFailed : FAULT.storeMissing;
  try {
    await database.open();
    works = true;
    fault = FAULT.writeFailed;
    await writeInRoom(draft, head);
    fault = FAULT.none;
  } catch (error) {
    console.warn('the draft was not stored:', error?.name);
  }
  call('draft_stored', revision, fault);
  parts.forEach(keepByBrowser);
}

async function storeAll() {
  for (const [slot, draft] of waiting) {
    waiting.delete(slot);
    await storeOne(draft);
  }
}

export function takeDraftPart(opening, number, bytes) {
  const slot = slotOf(opening);
  if (!takenParts.has(slot)) takenParts.set(slot, new Map());
  takenParts.get(slot).set(number, { number, length: bytes.length, sum: checksum(bytes), data: bytes });
}

// { revision, opening, continues, name, title, numbers, onlyCopy }; the numbers are those of the parts in their order.
export function storeDraft({ numbers, ...about }) {
  const slot = slotOf(about.opening);
  const parts = numbers.map((number) => takenParts.get(slot).get(number));
  takenParts.set(slot, new Map(parts.map((part) => [part.number, part])));
  const draft = { ...about, slot, parts };
  given.delete(slot);
  given.set(slot, draft);
  waiting.set(slot, draft);
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
    const slots = slotsOf(await readKeys(records)).filter(({ keys }) => !without.includes(keys[0][1]));
    // What a damaged record continued is not past.
    const continued = new Set();
    for (const { keys } of slots) {
      for (const key of keys) {
        const isPast = continued.has(key[0]);
        const record = isPast ? null : await answerTo(records.get(key));
        const bytes = isHead(record) ? await textOf(records, slotIn(key), record) : null;
        if (!isPast && !bytes) continue;
        // What this one continued is past as well.
        continued.add(key[2]);
        if (isPast) break;
        const { name, title, savedAt } = record;
        const isSame = (other) => other.name === name && other.bytes.length === bytes.length && checksum(other.bytes) === checksum(bytes);
        if (!found.some(isSame)) found.push({ name, title, savedAt, bytes, place: key[0], slot: slotIn(key), onlyCopy: key[3] === 1 });
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
      const slots = slotsOf(await readKeys(records));
      const isMeant = ({ keys }) => place === 0 || keys.some((key) => key[0] === place || slotIn(key) === handedOut.get(place));
      const gone = slots.filter(isMeant);
      if (place === 0) records.delete(allParts());
      for (const slot of gone) {
        records.delete(partsOf(slotIn(slot.keys[0])));
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
