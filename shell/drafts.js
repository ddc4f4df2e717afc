// The draft store: IndexedDB, because localStorage loses seconds of work when the browser is killed. A record's key is
// its sequence number; each write adds one and keeps the newest two, so a write that is cut off never touches the
// newest whole one. Records carry a mark, lengths and a checksum: on file:// other local pages share the store, so
// whatever does not prove itself is skipped. Order is by sequence, never by the clock.
import { call, put } from './link.js';
import { track } from './work.js';

const DATABASE = 'vekha';
const STORE = 'drafts';
const MARK = 'vekha-draft-1';
const OPEN_LIMIT_MS = 3000;
const KEPT_RECORDS = 2;
const LONGEST_NAME = 1000;
const FAULT = { none: 0, storeMissing: 1, writeFailed: 2 };

let opening = null;
let writing = false;
let waiting = null;
// What the program gave last, whether or not it could be stored; the rescue page hands it out.
let newest = null;

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

function write(store, record) {
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
      const numbers = keys.result.filter((key) => Number.isSafeInteger(key)).sort((a, b) => a - b);
      try {
        records.put(record, (numbers.at(-1) ?? 0) + 1);
        for (const key of numbers.slice(0, Math.max(0, numbers.length - (KEPT_RECORDS - 1)))) records.delete(key);
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

async function storeOne({ revision, name, bytes }) {
  const record = { mark: MARK, name, savedAt: Date.now(), length: bytes.length, checksum: checksum(bytes), bytes };
  let fault = FAULT.storeMissing;
  try {
    const store = await database();
    fault = FAULT.writeFailed;
    await write(store, record);
    fault = FAULT.none;
  } catch (error) {
    console.warn('the draft was not stored:', error?.name);
  }
  call('draft_stored', revision, fault);
}

export function storeDraft(revision, name, bytes) {
  newest = { name, bytes };
  waiting = { revision, name, bytes };
  if (writing) return;
  writing = true;
  track(
    (async () => {
      while (waiting !== null) {
        const draft = waiting;
        waiting = null;
        await storeOne(draft);
      }
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

// The newest whole record, or null; never hangs and never throws.
export async function readLast() {
  try {
    const records = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
    const keys = (await request(records.getAllKeys())).filter((key) => Number.isSafeInteger(key)).sort((a, b) => b - a);
    for (const key of keys) {
      const record = await request(records.get(key));
      if (isWhole(record)) return record;
    }
  } catch (error) {
    console.warn('no draft could be read:', error?.name);
  }
  return null;
}

function inWords(milliseconds) {
  const options = { dateStyle: 'short', timeStyle: 'short' };
  return new Date(milliseconds).toLocaleString(document.documentElement.lang || undefined, options);
}

export async function loadDraft() {
  const record = await track(readLast());
  put(0, record?.name ?? '');
  put(1, record?.bytes ?? '');
  put(2, record ? inWords(record.savedAt) : '');
  call('draft_loaded', record ? 1 : 0);
}
