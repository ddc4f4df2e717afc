// The saved states of a plan: listed with what had changed, compared, and gone back to; kept for each plan, bounded, and
// never in the way of drafts.
import assert from 'node:assert/strict';
import { command } from '../support/hands.mjs';
import { savePicker, withoutPickers } from '../support/pickers.mjs';
import { canonical, file, smallPlan } from '../support/plans.mjs';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { button, editNote, saveByDownload, select } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const planFile = (id = 'plan', title = 'План') => file(`${id}.vekha.json`, canonical(smallPlan({ id, title })));
const noteOf = async (v) => (await v.need('inspector/note')).text;

const showVersions = async (v) => {
  await command(v, 'versions.title');
  await v.until(async () => (await v.need('versions/note')).name !== word('ru', 'versions.loading'), 'the versions');
};
const versions = async (v) => (await v.all('button')).filter(({ name }) => / · .*\.vekha\.json/.test(name));

async function choose(v, place) {
  await v.press((await versions(v))[place]);
  await v.until(async () => (await v.at('dialog/back')) !== null, 'the chosen version');
}

// As another page of the same storage would. The work is told as text: it runs in the page.
const inStore = (v, work) =>
  v.page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('vekha-versions', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['heads', 'bytes'], 'readwrite');
      const answer = (${work})(transaction.objectStore('heads'), transaction.objectStore('bytes'));
      transaction.oncomplete = () => (opening.result.close(), resolve(answer?.result ?? null));
    };
  })`);

scenario('a saved state is listed with what had changed then, compared, and gone back to', { origins: ORIGINS }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile());
  for (const words of ['первая запись', 'вторая запись']) {
    await editNote(v, 'm-1', words);
    await saveByDownload(v);
  }
  await editNote(v, 'm-1', 'третья запись');
  await showVersions(v);
  const found = await versions(v);
  assert.equal(found.length, 2);
  for (const each of found) assert.match(each.description, /мероприятие/);
  await choose(v, 1);
  const lines = (await v.all('listitem')).map(({ name }) => name);
  assert.equal(lines.length, 2, lines.join('; '));
  await v.press('dialog/restore');
  await select(v, 'm-1');
  assert.equal(await noteOf(v), 'первая запись');
  await v.keys('Control+z');
  assert.equal(await noteOf(v), 'третья запись');
});

scenario('versions outlive the page; one opens beside the plan and leaves its file alone', async (t) => {
  const context = await t.context();
  const v = await t.page(context, { scripts: [savePicker()] });
  await v.go();
  await v.drop(planFile());
  await editNote(v, 'm-1', 'в файле');
  // A dropped file may bring a handle of its own, for which the browser would ask the person.
  await command(v, 'command.saveAs');
  const two = await t.page(context, { scripts: [withoutPickers] });
  await two.go();
  await two.drop(planFile('other', 'Другой план'));
  await showVersions(two);
  assert.equal((await versions(two)).length, 0, 'of another plan');
  await two.keys('Escape');
  await two.drop(planFile());
  await showVersions(two);
  assert.equal((await versions(two)).length, 1);
  await choose(two, 0);
  await two.press('dialog/open');
  await select(two, 'm-1');
  assert.equal(await noteOf(two), 'в файле');
  assert.match((await two.need('save-state')).name, /^(Черновик|Не сохран)/, 'it is in no file');
});

scenario('thirty versions of a plan are kept, the newest; the same bytes twice are one', { limitMs: 90_000 }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile());
  await editNote(v, 'm-1', 'раз');
  await saveByDownload(v);
  await saveByDownload(v);
  await showVersions(v);
  assert.equal((await versions(v)).length, 1);
  await v.keys('Escape');
  // The same head and bytes under 40 later numbers, as if it had been saved so often.
  await inStore(
    v,
    (heads, bytes) => {
      heads.get(['plan', 1]).onsuccess = ({ target: { result: head } }) => {
        bytes.get(['plan', 1]).onsuccess = ({ target: { result } }) => {
          for (let number = 2; number <= 40; ++number) {
            heads.put({ ...head, name: `${number}.vekha.json` }, ['plan', number]);
            bytes.put(result, ['plan', number]);
          }
        };
      };
    },
  );
  await editNote(v, 'm-1', 'два');
  await saveByDownload(v);
  assert.equal(await inStore(v, (heads, bytes) => bytes.count()), 30);
  const numbers = await inStore(v, (heads) => heads.getAllKeys());
  assert.deepEqual(numbers.map(([, number]) => number), Array.from({ length: 30 }, (_, place) => place + 12));
});

scenario('junk and damaged records of the store are passed over or said to be unreadable', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile());
  await editNote(v, 'm-1', 'раз');
  await saveByDownload(v);
  await v.idle();
  await inStore(
    v,
    (heads, bytes) => {
      heads.put('junk', ['plan', 7]);
      heads.put({ mark: 'vekha-version-1', name: 5 }, ['plan', 8]);
      heads.put({}, 'junk');
      // Another letter in the note: a whole plan still, but not what was saved.
      bytes.get(['plan', 1]).onsuccess = ({ target: { result } }) => {
        const text = new TextDecoder().decode(result).replace('раз', 'рас');
        bytes.put(new TextEncoder().encode(text), ['plan', 1]);
      };
    },
  );
  await showVersions(v);
  assert.equal((await versions(v)).length, 1);
  await choose(v, 0);
  assert.equal((await v.need('dialog/body')).name, word('ru', 'versions.unreadable'));
  assert.equal(await v.at('dialog/restore'), null);
  await v.press('dialog/back');
  assert.equal((await versions(v)).length, 1);
});

scenario('without a store the list says so, and saving goes on', async (t) => {
  const v = await t.open({
    scripts: [withoutPickers, () => Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } })],
  });
  await v.drop(planFile());
  await editNote(v, 'm-1', 'раз');
  await saveByDownload(v);
  await showVersions(v);
  assert.equal((await v.need('versions/note')).name, word('ru', 'versions.unusable'));
});

scenario('a draft that finds no room gets that of older versions', async (t) => {
  // The store refuses drafts while there are more than two versions.
  const fullStore = () => {
    const put = IDBObjectStore.prototype.put;
    const remove = IDBObjectStore.prototype.delete;
    let versions = 0;
    IDBObjectStore.prototype.put = function (...values) {
      if (this.name === 'bytes') ++versions;
      if (this.name === 'drafts' && versions > 2) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, values);
    };
    IDBObjectStore.prototype.delete = function (...values) {
      if (this.name === 'bytes') --versions;
      return remove.apply(this, values);
    };
  };
  const v = await t.open({ scripts: [withoutPickers, fullStore] });
  await v.drop(planFile());
  for (const words of ['раз', 'два', 'три']) {
    await editNote(v, 'm-1', words);
    await saveByDownload(v);
  }
  await editNote(v, 'm-1', 'четыре');
  await v.idle();
  assert.match((await v.need('save-state')).name, /^Черновик в браузере/);
  await showVersions(v);
  assert.equal((await versions(v)).length, 1, 'the older half went');
});

scenario('erasing everything erases versions', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile());
  await editNote(v, 'm-1', 'раз');
  await saveByDownload(v);
  await command(v, 'command.eraseAll');
  await v.press(await button(v, 'erase.accept'));
  await v.idle();
  assert.equal(await inStore(v, (heads) => heads.count()), 0);
  await showVersions(v);
  assert.equal((await v.need('versions/note')).name, word('ru', 'versions.none'));
});
