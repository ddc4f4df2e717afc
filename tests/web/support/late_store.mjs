// An init script: a store for drafts that says at once that it has written, and writes `with` milliseconds later. What proves
// that nothing is lost must find it out.
export const lateStore = (delayMs) => ({ run: installLateStore, with: delayMs });

function installLateStore(delayMs) {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name !== 'drafts') return put.call(this, value, key);
    const database = this.transaction.db;
    setTimeout(() => put.call(database.transaction('drafts', 'readwrite').objectStore('drafts'), value, key), delayMs);
    return this.count();
  };
}
