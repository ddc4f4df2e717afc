// The saved states of each plan, to go back to: what was written to a file or handed out as a download, with the words of
// what had changed. Heads and bytes stand apart, so that a list is read without the plans. Keys are [plan, sequence number];
// what does not prove itself is skipped. Nobody's work: drafts that find no room for themselves get that of these.
import { call, put } from './link.js';
import { answerTo, changeAll, checksum, inWords, makeDatabase } from './records.js';
import { track } from './work.js';

const HEADS = 'heads';
const BYTES = 'bytes';
const database = makeDatabase('vekha-versions', [HEADS, BYTES]);
const MARK = 'vekha-version-1';
const KEPT_OF_PLAN = 30;
const KEPT_IN_ALL = 300;
const MOST_BYTES = 256 * 2 ** 20;
const LAST_NUMBER = 2 ** 40; // what another page may have put there is not counted from

// One after the other; whoever loads sees what was kept before.
let done = Promise.resolve();
const inTurn = (work) => (done = track(done.then(work)));

const isHead = (head) =>
  head?.mark === MARK &&
  [head.name, head.changes].every((text) => typeof text === 'string') &&
  [head.savedAt, head.length, head.checksum].every(Number.isFinite);

const rangeOf = (plan) => IDBKeyRange.bound([plan, 0], [plan, Infinity]);

// [{ key, head }], the newest first.
async function readHeads(transaction, range) {
  const heads = transaction.objectStore(HEADS);
  const [keys, values] = await Promise.all([answerTo(heads.getAllKeys(range)), answerTo(heads.getAll(range))]);
  return keys
    .map((key, place) => ({ key, head: values[place] }))
    .filter(({ key, head }) => Array.isArray(key) && key[1] >= 1 && key[1] <= LAST_NUMBER && isHead(head))
    .sort((one, other) => other.key[1] - one.key[1]);
}

function remove(transaction, keys) {
  for (const key of keys) for (const store of [HEADS, BYTES]) transaction.objectStore(store).delete(key);
}

// Of these, the newest first, all that is beyond what is kept.
function spareKeys(versions, plan) {
  let [ofPlan, bytes] = [0, 0];
  const isSpare = ({ key, head }, place) => {
    bytes += head.length;
    return (key[0] === plan && ++ofPlan > KEPT_OF_PLAN) || place >= KEPT_IN_ALL || bytes > MOST_BYTES;
  };
  return versions.filter(isSpare).map(({ key }) => key);
}

// What was only downloaded and then went into a file is that file's state.
async function keep({ plan, name, changes, bytes, downloaded }) {
  await changeAll(await database.begin('readwrite'), async (transaction) => {
    const before = await readHeads(transaction);
    const head = { mark: MARK, name, changes, downloaded, savedAt: Date.now(), length: bytes.length, checksum: checksum(bytes) };
    const last = before.find(({ key }) => key[0] === plan);
    const isSame = last?.head.length === head.length && last.head.checksum === head.checksum;
    const key = isSame ? last.key : [plan, (before[0]?.key[1] ?? 0) + 1];
    transaction.objectStore(HEADS).put(isSame ? { ...head, changes: last.head.changes } : head, key);
    if (isSame) return;
    transaction.objectStore(BYTES).put(bytes, key);
    remove(transaction, spareKeys([{ key, head }, ...before], plan));
  });
}

const keepInRoom = inRoom(keep);

// { plan, name, changes, bytes, downloaded }
export function keepVersion(version) {
  inTurn(() => keepInRoom(version).catch((error) => console.warn('the saved state was not kept:', error?.name)));
}

async function handOver(plan) {
  let found = [];
  let usable = 1;
  try {
    found = await readHeads(await database.begin('readonly'), rangeOf(plan));
  } catch (error) {
    console.warn('saved states cannot be read:', error?.name);
    usable = 0;
  }
  for (const { key, head } of found) {
    put(0, head.name);
    put(1, head.changes);
    put(2, inWords(head.savedAt));
    call('version_found', key[1], head.downloaded ? 1 : 0);
  }
  put(0, plan);
  call('versions_loaded', usable);
}

export const loadVersions = (plan) => inTurn(() => handOver(plan));

async function bytesOf(key) {
  try {
    const transaction = await database.begin('readonly');
    const [head, bytes] = await Promise.all([HEADS, BYTES].map((store) => answerTo(transaction.objectStore(store).get(key))));
    const isWhole = isHead(head) && bytes instanceof Uint8Array && bytes.length === head.length && checksum(bytes) === head.checksum;
    return isWhole ? bytes : '';
  } catch (error) {
    console.warn('a saved state cannot be read:', error?.name);
    return '';
  }
}

export function readVersion(plan, place) {
  inTurn(async () => {
    put(0, await bytesOf([plan, place]));
    call('version_read', place);
  });
}

async function erase(choose) {
  let erased = false;
  try {
    await changeAll(await database.begin('readwrite'), async (transaction) => (erased = await choose(transaction)));
  } catch (error) {
    console.warn('saved states cannot be erased:', error?.name);
    return false;
  }
  return erased;
}

// What is not ours, too.
export function eraseVersions() {
  inTurn(() => erase((transaction) => [HEADS, BYTES].forEach((store) => transaction.objectStore(store).clear())));
}

// The older half goes; false when there is none.
function giveRoom() {
  return erase(async (transaction) => {
    const versions = await readHeads(transaction);
    const spare = versions.slice(Math.floor(versions.length / 2));
    remove(transaction, spare.map(({ key }) => key));
    return spare.length > 0;
  });
}

// The same work, for which older versions give way when there is no room: once, until there was room again. A disk that is
// full of other things must not cost all of them.
export function inRoom(write) {
  let gaveRoom = false;
  return async (...values) => {
    try {
      await write(...values);
    } catch (error) {
      if (error?.name !== 'QuotaExceededError' || gaveRoom || !(await giveRoom())) throw error;
      gaveRoom = true;
      await write(...values);
    }
    gaveRoom = false;
  };
}
