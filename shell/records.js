// What the page's stores have in common: IndexedDB, one database each for the whole life of the page, and records that prove
// themselves by their checksum: on file:// other local pages share the storage.
const OPEN_LIMIT_MS = 3000;

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

export function inWords(milliseconds) {
  const options = { dateStyle: 'short', timeStyle: 'short' };
  return new Date(milliseconds).toLocaleString(document.documentElement.lang || undefined, options);
}

// What a request to the store is answered with. A failure is the asker's; it gives up no transaction by itself.
export function answerTo(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

// Resolves when it is on the disk. A failure is dealt with by whoever waits for it; an earlier one may have come first.
function endOf(transaction) {
  const end = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    // What a request failed with is known at the transaction only when it has been given up.
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  end.catch(() => {});
  return end;
}

// Puts and deletes, all of them or none.
export async function changeAll(transaction, change) {
  const end = endOf(transaction);
  try {
    // Requests of a transaction that was given up need not be answered at all.
    await Promise.race([change(transaction), end]);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself; what went wrong first is what counts.
    }
    // Of requests that a full disk or the browser gave up only the transaction says why.
    const cause = await end.catch((reason) => reason);
    throw error?.name === 'AbortError' ? (cause ?? error) : error;
  }
  await end;
}

// { open, begin } of a database with these stores. A failure is tried again at the next use.
export function makeDatabase(name, stores) {
  let opening = null;
  const openNow = () =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('opening took too long')), OPEN_LIMIT_MS);
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
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
  const open = () => {
    opening ??= openNow().catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  // A transaction over all stores.
  const begin = async (mode) => {
    const database = await open();
    try {
      return database.transaction(stores, mode, { durability: 'strict' });
    } catch (error) {
      // The connection was closed meanwhile.
      opening = null;
      throw error;
    }
  };
  return { open, begin };
}
