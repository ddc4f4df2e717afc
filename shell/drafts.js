// The draft store: IndexedDB, because localStorage loses seconds of work when the browser is killed. Each opening of a plan
// has a slot of its own, so that neither another plan, nor another copy of it, nor a second tab drops work. A record's key
// is [sequence number, slot, sequence number of the record it continues or 0, only copy]: a write adds one and keeps the
// newest two of its slot, so a write that is cut off never touches the newest whole one. A slot whose newest record is
// continued in another one is past: it is not offered. Work that is in no file goes only when there is more of it than
// anybody could look through. The text of a plan stands apart from its records, in the parts that the program made: a record
// names them with their lengths and checksums, and parts that no record of their slot names are gone. Whatever does not prove
// itself is skipped: on file:// other local pages share the store. Order is by sequence, never by the clock; a number is never
// used twice, also after everything was erased.
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
// The highest number that was used; what another page may have put there is not counted from.
const COUNTER = 'last';
const LAST_NUMBER = 2 ** 40;
// So often all of a text is stored anew, so that a damaged part does not stay.
const STORED_ANEW = 64;
const LET_GO_AT_ONCE = 8;
const FAULT = { none: 0, storeMissing: 1, writeFailed: 2 };

// Resolves when all that was to be stored has been tried.
let stored = Promise.resolve();
// Where a disk is full, the store may be closed later on, and not open again for a while.
let hasOpened = false;
let writes = 0;
// By slot: a draft that waits must not give way to one of another plan.
const waiting = new Map();
// The slot of each draft that the program was given, by its place.
const handedOut = new Map();
// What the program gave last of each plan that was opened in this page, whether or not it could be stored; the rescue page
// hands it out, the newest first.
const given = new Map();
// By slot: the parts of the text that the program goes on from, by their numbers.
const takenParts = new Map();
// By slot: [{ sequence, numbers }] of this page's records that are in the store with their parts, the newest first; two.
const storedRecords = new Map();

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
  const isPart = (part) => Array.isArray(part) && Number.isSafeInteger(part[0]);
  if (!Array.isArray(parts) || parts.length === 0 || !parts.every(isPart)) return null;
  const texts = isFormer ? [record.bytes] : await Promise.all(parts.map(([number]) => answerTo(records.get(partKey(slot, number)))));
  const isWhole = ([, length, sum], place) => texts[place] instanceof Uint8Array && texts[place].length === length && checksum(texts[place]) === sum;
  if (!parts.every(isWhole)) return null;
  const bytes = new Uint8Array(texts.reduce((size, text) => size + text.length, 0));
  texts.reduce((at, text) => (bytes.set(text, at), at + text.length), 0);
  return bytes;
}

// Keys of the first form had the plan and the tab in the places of slot and continued record.
const slotIn = ([, slot, continues]) => (typeof continues === 'string' ? `${continues} ${slot}` : slot);
const isNumber = (value) => Number.isSafeInteger(value) && value >= 0 && value <= LAST_NUMBER;
const isOurKey = (key) => Array.isArray(key) && key.length === 4 && isNumber(key[0]);

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

function removeSlot(records, keys, slot) {
  for (const key of keys) records.delete(key);
  records.delete(partsOf(slot));
}

// Together with the parts of slots of which nothing is left.
function removeSpare(records, slots, newest) {
  const spare = new Set(spareKeys(slots));
  spare.delete(newest);
  for (const { keys } of slots) {
    if (keys.every((key) => spare.has(key))) removeSlot(records, keys, slotIn(keys[0]));
    else for (const key of keys) if (spare.has(key)) records.delete(key);
  }
}

const bytesOf = async ({ data }) => (data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data);

// False when the store is not as this page left it: what it had of this slot was erased, or more was written than was said.
async function writeOnce(draft, head) {
  const { slot, parts } = draft;
  const [last, older] = storedRecords.get(slot) ?? [];
  const fresh = parts.filter(({ number }) => !last?.numbers.has(number));
  const texts = await Promise.all(fresh.map(bytesOf));
  const numbers = new Set(parts.map(({ number }) => number));
  let sequence = 0;
  await changeAll(await database.begin('readwrite'), async (transaction) => {
    const records = transaction.objectStore(STORE);
    const keys = (await readKeys(records)).filter(isOurKey);
    const counted = await answerTo(records.get(COUNTER));
    const own = keys.filter((key) => slotIn(key) === slot);
    if (last && Math.max(0, ...own.map(([number]) => number)) !== last.sequence) return;
    sequence = Math.max(isNumber(counted) ? counted : 0, ...keys.map(([number]) => number)) + 1;
    const key = [sequence, slot, draft.continues, draft.onlyCopy ? 1 : 0];
    if (!last) removeSlot(records, own, slot);
    // One after the other: each is copied, and a plan of many must not hold the page up.
    for (const [place, { number }] of fresh.entries()) await answerTo(records.put(texts[place], partKey(slot, number)));
    records.put(head, key);
    records.put(sequence, COUNTER);
    removeSpare(records, slotsOf([...keys.filter((key) => last || !own.includes(key)), key]), key);
    for (const number of older?.numbers ?? []) if (!numbers.has(number) && !last.numbers.has(number)) records.delete(partKey(slot, number));
  });
  storedRecords.set(slot, sequence > 0 ? [{ sequence, numbers }, last] : []);
  return sequence > 0;
}

async function write(draft, head) {
  writes += 1;
  if (writes % STORED_ANEW === 0) storedRecords.delete(draft.slot);
  // Without anything to go on from it writes all.
  if (!(await writeOnce(draft, head))) await writeOnce(draft, head);
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

// What is stored need not fill this page's memory. A few at a time: each takes a while.
async function letGo(parts) {
  const held = parts.filter(({ data }) => !(data instanceof Blob));
  for (const [place, part] of held.entries()) {
    part.data = keptByBrowser(part.data);
    if (place % LET_GO_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

async function storeOne(draft) {
  const { revision, name, title, changes, parts } = draft;
  waiting.delete(draft.slot);
  const head = { mark: MARK, name, title, changes, savedAt: Date.now(), parts: parts.map(({ number, length, sum }) => [number, length, sum]) };
  let fault = hasOpened ? FAULT.writeFailed : FAULT.storeMissing;
  try {
    await database.open();
    hasOpened = true;
    fault = FAULT.writeFailed;
    await writeInRoom(draft, head);
    fault = FAULT.none;
  } catch (error) {
    console.warn('the draft was not stored:', error?.name);
  }
  call('draft_stored', revision, fault);
  // What failed is tried again with these bytes.
  if (fault !== FAULT.writeFailed) letGo(parts);
}

export function takeDraftPart(opening, number, bytes) {
  const slot = slotOf(opening);
  if (!takenParts.has(slot)) takenParts.set(slot, new Map());
  takenParts.get(slot).set(number, { number, length: bytes.length, sum: checksum(bytes), data: bytes });
}

// { revision, opening, continues, name, title, changes, numbers, onlyCopy }; the numbers are those of the parts in their order.
export function storeDraft({ numbers, ...about }) {
  const slot = slotOf(about.opening);
  const parts = numbers.map((number) => takenParts.get(slot).get(number));
  takenParts.set(slot, new Map(parts.map((part) => [part.number, part])));
  const draft = { ...about, slot, parts };
  given.delete(slot);
  given.set(slot, draft);
  waiting.set(slot, draft);
  // In its turn with what is erased, and only if nothing newer waits by then.
  stored = track(stored.then(() => (waiting.get(slot) === draft ? storeOne(draft) : null)));
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
        // What cannot be read proves nothing, and stands in no other's way.
        const record = isPast ? null : await answerTo(records.get(key)).catch(() => null);
        const bytes = isHead(record) ? await textOf(records, slotIn(key), record).catch(() => null) : null;
        if (!isPast && !bytes) continue;
        // What this one continued is past as well.
        continued.add(key[2]);
        if (isPast) break;
        const { name, title, savedAt } = record;
        const changes = typeof record.changes === 'string' && record.changes.length <= LONGEST_NAME ? record.changes : '';
        const isSame = (other) => other.name === name && other.bytes.length === bytes.length && checksum(other.bytes) === checksum(bytes);
        if (!found.some(isSame)) found.push({ name, title, changes, savedAt, bytes, place: key[0], slot: slotIn(key), onlyCopy: key[3] === 1 });
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
      const meant = handedOut.get(place);
      const isMeant = ({ keys }) => place === 0 || keys.some((key) => (meant ? slotIn(key) === meant : key[0] === place));
      const gone = slots.filter(isMeant);
      if (place === 0) records.delete(allParts());
      for (const slot of gone) {
        removeSlot(records, slot.keys, slotIn(slot.keys[0]));
        for (const key of slot.keys) {
          const before = slots.find(({ keys }) => keys.some(([sequence]) => sequence === key[2]));
          if (before && !gone.includes(before)) gone.push(before);
        }
      }
    });
  } catch (error) {
    console.warn('drafts cannot be erased:', error?.name);
  }
}

// Whoever loads afterwards sees what is left.
export function eraseDrafts(place) {
  if (place === 0) for (const drafts of [waiting, given]) drafts.clear();
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
    put(4, record.changes);
    call('draft_found', record.place, record.onlyCopy ? 1 : 0);
  }
  call('drafts_loaded');
}

export const loadDrafts = (open) => track(handOver(open));
