// The page's store of drafts as another page of the same storage finds it, read by rules of its own: a record names the parts
// of its text by number, length and checksum; of each slot the newest one counts, unless another slot goes on from it.
const readStore = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('vekha', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const records = opening.result.transaction('drafts').objectStore('drafts');
      const [keys, values] = [records.getAllKeys(), records.getAll()];
      values.onsuccess = () => {
        opening.result.close();
        const text = (bytes) => new TextDecoder().decode(bytes);
        const all = keys.result.map((key, place) => ({ key, value: values.result[place] }));
        resolve({
          heads: all.filter(({ key }) => Array.isArray(key) && key.length === 4).map(({ key, value }) => ({ key, parts: value.parts.map(([number]) => number) })),
          parts: all.filter(({ key }) => key[0] === 'part').map(({ key, value }) => ({ slot: key[1], number: key[2], text: text(value) })),
        });
      };
    };
  });

// { heads: [{ key: [sequence, slot, continues, only copy], parts: [number] }], parts: [{ slot, number, text }] }
export const keptStore = (page) => page.evaluate(readStore);

export async function keptSlots(page) {
  const { heads } = await keptStore(page);
  return new Set(heads.map(({ key }) => key[1])).size;
}

// Of each slot the parts that no record names.
export async function looseParts(page) {
  const { heads, parts } = await keptStore(page);
  return parts.filter(({ slot, number }) => !heads.some((head) => head.key[1] === slot && head.parts.includes(number)));
}

// The texts of the newest records.
export async function draftTexts(page) {
  const { heads, parts } = await keptStore(page);
  const newest = heads.filter(({ key: [sequence, slot] }) => !heads.some(({ key }) => key[1] === slot && key[0] > sequence));
  const goneOnFrom = new Set(newest.map(({ key }) => key[2]));
  const textOf = (head) => {
    const texts = head.parts.map((wanted) => parts.find(({ slot, number }) => slot === head.key[1] && number === wanted)?.text);
    if (texts.includes(undefined)) throw new Error(`parts of record ${head.key.join(', ')} are missing`);
    return texts.join('');
  };
  return newest.filter(({ key: [sequence] }) => !goneOnFrom.has(sequence)).map(textOf);
}

// Changes the newest part, which no older record has.
export const damageNewest = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('vekha');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const records = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          values.onsuccess = () => {
            const parts = keys.result.map((key, place) => ({ key, bytes: values.result[place] })).filter(({ key }) => key[0] === 'part');
            const last = Math.max(...parts.map(({ key }) => key[2]));
            const { key, bytes } = parts.find((part) => part.key[2] === last);
            bytes[10] ^= 1;
            records.put(bytes, key);
          };
          records.transaction.oncomplete = () => resolve(opening.result.close());
        };
      }),
  );
