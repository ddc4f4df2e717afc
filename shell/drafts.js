// The draft store: IndexedDB, because localStorage loses seconds of work when the browser is killed. Each plan in each tab
// has a slot of its own, so that neither looking at another plan nor a second tab drops work. A record's key is
// [sequence number, plan, tab, only copy]: a write adds one and keeps the newest two of its slot, so a write that is cut off
// never touches the newest whole one. Of many slots the oldest go, those whose plan is in a file first. Records carry a mark,
// lengths and a checksum: on file:// other local pages share the store, so whatever does not prove itself is skipped. Order
// is by sequence, never by the clock.
import { call, put } from './link.js';
import { track } from './work.js';

const DATABASE = 'vekha';
const STORE = 'drafts';
const MARK = 'vekha-draft-2';
const OPEN_LIMIT_MS = 3000;
const KEPT_IN_SLOT = 2;
const KEPT_SLOTS = 8;
const OFFERED = 4;
const LONGEST_NAME = 1000;
const FAULT = { none: 0, storeMissing: 1, writeFailed: 2 };

let opening = null;
let writing = false;
// By plan: a draft that waits must not give way to one of another plan.
const waiting = new Map();
// What the program gave last, whether or not it could be stored; the rescue page hands it out.
let newest = null;

const tab = tabId();

// The same after a reload of this tab, another one in any other tab.
function tabId() {
  const name = 'vekha.tab';
  let id = null;
  try {
    id = sessionStorage.getItem(name);
    if (id === null) sessionStorage.setItem(name, (id = newId()));
  } catch (error) {
    console.warn('this tab cannot be told from others after a reload:', error.name);
  }
  return id ?? newId();
}

function newId() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
}

export const newestDraft = () => newest;

const table = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

// CRC-32 as in zip files. crypto.subtle is missing on plain http.
export function checksum(bytes) {
  let value = 0xffffffff;
  for (let place = 0; place < bytes.length; ++place) value = table[(value ^ bytes[place]) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

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

function openDatabase() {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('opening took too long')), OPEN_LIMIT_MS);
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
    request.onsuccess = () => {
      const database = request.result;
      // A later version of the page wants to change the store: this one must not stand in its way.
      database.onversionchange = () => database.close();
      database.onclose = () => (opening = null);
      resolve(database);
    };
  });
}

// One database for the whole life of the page; a failure is tried again at the next use.
function database() {
  opening ??= openDatabase().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

const isOurKey = (key) => Array.isArray(key) && key.length === 4 && Number.isSafeInteger(key[0]);
const slotOf = ([, plan, owner]) => `${owner} ${plan}`;

// Slots with their keys, newest first: the slots, and the keys in each of them.
function slotsOf(keys) {
  const slots = new Map();
  for (const key of keys.filter(isOurKey).sort((one, other) => other[0] - one[0])) {
    const slot = slotOf(key);
    if (!slots.has(slot)) slots.set(slot, []);
    slots.get(slot).push(key);
  }
  return [...slots.values()];
}

// What may go: in each slot what is behind the newest two, and whole slots beyond the number that is kept.
function spareKeys(slots) {
  const [onlyCopies, others] = [slots.filter(([[, , , only]]) => only === 1), slots.filter(([[, , , only]]) => only !== 1)];
  const kept = new Set([...onlyCopies, ...others].slice(0, KEPT_SLOTS));
  return slots.flatMap((keys) => (kept.has(keys) ? keys.slice(KEPT_IN_SLOT) : keys));
}

function write(store, draft, record) {
  return new Promise((resolve, reject) => {
    let transaction;
    try {
      transaction = store.transaction(STORE, 'readwrite', { durability: 'strict' });
    } catch (error) {
      // The connection was closed meanwhile.
      opening = null;
      reject(error);
      return;
    }
    const records = transaction.objectStore(STORE);
    const keys = records.getAllKeys();
    keys.onsuccess = () => {
      const before = slotsOf(keys.result).flat();
      const sequence = Math.max(0, ...before.map(([number]) => number)) + 1;
      const key = [sequence, draft.plan, tab, draft.onlyCopy ? 1 : 0];
      try {
        records.put(record, key);
        for (const spare of spareKeys(slotsOf([...before, key]))) if (spare !== key) records.delete(spare);
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.onerror = () => reject(transaction.error ?? new Error('failed'));
  });
}

async function storeOne(draft) {
  const { revision, name, title, bytes } = draft;
  const record = { mark: MARK, name, title, savedAt: Date.now(), length: bytes.length, checksum: checksum(bytes), bytes };
  let fault = FAULT.storeMissing;
  try {
    const store = await database();
    fault = FAULT.writeFailed;
    await write(store, draft, record);
    fault = FAULT.none;
  } catch (error) {
    console.warn('the draft was not stored:', error?.name);
  }
  call('draft_stored', revision, fault);
}

async function storeAll() {
  for (const [plan, draft] of waiting) {
    waiting.delete(plan);
    await storeOne(draft);
  }
}

// { revision, plan, name, title, bytes, onlyCopy }
export function storeDraft(draft) {
  newest = draft;
  waiting.set(draft.plan, draft);
  if (writing) return;
  writing = true;
  track(
    (async () => {
      while (waiting.size > 0) await storeAll();
      writing = false;
    })(),
  );
}

function request(source) {
  return new Promise((resolve, reject) => {
    source.onsuccess = () => resolve(source.result);
    source.onerror = () => reject(source.error);
  });
}

// The newest whole record of each slot, newest first, equal ones once; never hangs and never throws.
async function readSlots(most) {
  const found = [];
  try {
    const records = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
    for (const keys of slotsOf(await request(records.getAllKeys()))) {
      for (const key of keys) {
        const record = await request(records.get(key));
        if (!isWhole(record)) continue;
        const isSame = (other) => other.plan === key[1] && other.length === record.length && other.checksum === record.checksum;
        if (!found.some(isSame)) found.push({ ...record, plan: key[1] });
        break;
      }
      if (found.length === most) break;
    }
  } catch (error) {
    console.warn('no draft could be read:', error?.name);
  }
  return found;
}

export const readLast = async () => (await readSlots(1))[0] ?? null;

function inWords(milliseconds) {
  const options = { dateStyle: 'short', timeStyle: 'short' };
  return new Date(milliseconds).toLocaleString(document.documentElement.lang || undefined, options);
}

export async function loadDrafts() {
  const found = await track(readSlots(OFFERED));
  for (const record of found) {
    put(0, record.name);
    put(1, record.bytes);
    put(2, inWords(record.savedAt));
    put(3, record.title);
    call('draft_loaded', 1);
  }
  if (found.length === 0) call('draft_loaded', 0);
}
