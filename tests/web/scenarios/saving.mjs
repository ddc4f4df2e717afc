// Saving into a file, honest words where the page cannot know, the draft in the browser, the last plan after a reload.
import assert from 'node:assert/strict';
import { damageNewest, draftTexts, keptStore } from '../support/kept_drafts.mjs';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { callsOf, savePicker, withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, sampleText, smallPlan, withProgress } from '../support/plans.mjs';
import { button, editNote, openSample, saveByDownload, savedState, select, setState, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

scenario('the first save asks for a place, the second writes to it', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ scripts: [savePicker()] });
  await v.drop(file('picker.vekha.json', canonical(smallPlan())));
  // A dropped file may bring a handle of its own, which Chromium gives on http; a sample has none.
  await v.keys('Escape');
  await v.press(await button(v, 'command.goToStart'));
  await v.press(await button(v, 'start.blank'));
  await callsOf(v);
  await v.press(await button(v, 'command.save'));
  const first = await callsOf(v);
  assert.deepEqual(first.names, ['showSaveFilePicker', 'createWritable', 'write', 'close', 'getFile']);
  assert.match(first.calls[0][1], /\.vekha\.json$/);
  assert.equal(first.calls[0][2], true, 'within the person\'s own press');
  assert.match(await savedState(v), /^Сохранено в выбранный\.vekha\.json \d\d:\d\d$/);
  const plan = JSON.parse(first.bytes.toString('utf8'));
  assert.equal(plan.format, 'vekha.roadmap');
  await v.keys('Control+s');
  const second = await callsOf(v);
  assert.deepEqual(second.names.filter((name) => name !== 'queryPermission'), ['getFile', 'createWritable', 'write', 'close', 'getFile']);
  assert.deepEqual(second.bytes, first.bytes);
});

scenario('what is saved by the picker is the plan, to the byte', async (t) => {
  const v = await t.open({ scripts: [savePicker()] });
  await openSample(v, 'sevastopol-2021');
  await v.keys('Control+s');
  const { bytes } = await callsOf(v);
  assert.equal(bytes.toString('utf8'), sampleText('sevastopol-2021'));
});

for (const fail of ['picker', 'createWritable', 'write', 'close', 'first reading']) {
  scenario(`saving that fails at ${fail} is told, and the work stays open, unsaved and in the draft`, async (t) => {
    const v = await t.open({ scripts: [savePicker({ fail })] });
    await openSample(v, 'dubovskoe-2021');
    await editNote(v, sample('dubovskoe-2021').measures[0].id, 'работа');
    const before = await savedState(v);
    await v.keys('Control+s');
    assert.equal(await savedState(v), before);
    assert.match(before, /^Черновик/);
    assert.match((await draftTexts(v.page)).join(), /"note": "работа"/);
    const { names } = await callsOf(v);
    assert.equal((await v.at('message'))?.name ?? '', fail === 'picker' ? '' : word('ru', 'save.failed', { name: 'выбранный.vekha.json' }));
    if (fail === 'write') assert.ok(names.includes('abort'), 'the half-written copy is dropped');
  });
}

scenario('a download is never called saved', { origins: ORIGINS }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'dubovskoe-2021');
  const { name, bytes } = await saveByDownload(v);
  assert.equal(name, 'dubovskoe-2021.vekha.json');
  assert.ok(bytes.length > 1000);
  assert.match(await savedState(v), /^Выгружено в папку загрузок \d\d:\d\d$/);
  const message = await v.need('message');
  assert.equal(message.name, word('ru', 'save.downloadedMessage', { name }));
  assert.ok(!message.name.includes('Сохранено'));
});

scenario('the last plan is offered after a reload and opens as it was', { origins: ORIGINS }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('last.vekha.json', canonical(smallPlan({ title: 'Вчерашний план' }))));
  await editNote(v, 'm-1', 'не забыть');
  await setState(v, 'm-1', 'inProgress');
  assert.match(await savedState(v), /^Черновик в браузере \d\d:\d\d$/);
  await v.reload();
  const card = await v.need('start/last');
  assert.equal(card.name, 'Вчерашний план');
  assert.match(card.description, /^last\.vekha\.json\. Черновик/);
  assert.match(card.description, /\d\d:\d\d\. Ещё не в файле\. Изменено: мероприятие «[^»]+» \(ход выполнения\)$/);
  await v.press(card);
  assert.equal(await titleOf(v), 'Вчерашний план');
  await select(v, 'm-1');
  assert.equal((await v.need('inspector/note')).text, 'не забыть');
  const { bytes } = await saveByDownload(v);
  const expected = withProgress(smallPlan({ title: 'Вчерашний план' }), 'm-1', { note: 'не забыть', state: 'inProgress' });
  assert.equal(bytes.toString('utf8'), canonical(expected));
});

scenario('the newest whole draft counts: damaged and foreign records are passed over', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('draft.vekha.json', canonical(smallPlan({ title: 'Первая запись' }))));
  await editNote(v, 'm-1', 'старше');
  await editNote(v, 'm-1', 'новее');
  const { heads } = await keptStore(v.page);
  assert.equal(heads.length, 2, 'the newest two are kept');
  await damageNewest(v.page);
  await v.page.evaluate(
    (newest) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('vekha');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          const after = (steps) => [newest[0] + steps, ...newest.slice(1)];
          const head = { mark: 'vekha-draft-3', name: 'чужое', title: 'чужое', savedAt: 1 };
          store.put({ mark: 'something else', bytes: 'x' }, after(1));
          store.put('junk', after(2));
          for (const [place, parts] of ['junk', [], [7], [[{}]], [[99, 1, 1]], [null]].entries()) store.put({ ...head, parts }, after(3 + place));
          store.put('junk', 7);
          store.put('junk', 'last');
          store.put(head, [Number.MAX_SAFE_INTEGER, 'other', 0, 1]);
          store.put('junk', ['part', newest[1], 'junk']);
          store.transaction.oncomplete = () => resolve();
        };
      }),
    heads.map(({ key }) => key).sort((one, other) => one[0] - other[0]).at(-1),
  );
  await v.reload();
  await v.press('start/last');
  await select(v, 'm-1');
  assert.equal((await v.need('inspector/note')).text, 'старше', 'the one before the damaged one');
});

for (const [name, breakage] of [
  ['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ['throws', () => (IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); })],
  ['never answers', () => (IDBFactory.prototype.open = () => new EventTarget())],
]) {
  scenario(`when the store for drafts ${name}, the page works and says so`, async (t) => {
    const v = await t.open({ scripts: [withoutPickers, breakage] });
    await v.drop(file('nodraft.vekha.json', canonical(smallPlan())));
    await editNote(v, 'm-1', 'без черновика');
    await v.until(async () => (await savedState(v)) === word('ru', 'save.notSavedNoDrafts'), 'the words about it', 6000);
    const { bytes } = await saveByDownload(v);
    assert.ok(bytes.toString('utf8').includes('без черновика'));
  });
}

scenario('a file that somebody else has written to is not overwritten', async (t) => {
  const v = await t.open({ scripts: [savePicker()] });
  await v.press(await button(v, 'start.blank'));
  await v.keys('Control+s');
  await callsOf(v);
  await v.page.evaluate(() => window[Symbol.for('vekha-test-file')].change('{"other": "work"}'));
  await v.keys('Control+s');
  const { names, bytes } = await callsOf(v);
  assert.ok(!names.includes('createWritable'), names.join(', '));
  assert.equal(bytes.toString('utf8'), '{"other": "work"}');
  const name = 'выбранный.vekha.json';
  assert.equal((await v.need('dialog')).name, word('ru', 'conflict.title', { name }));
  assert.equal(await v.at('dialog/changes'), null, 'what is no plan has no differences');
  await v.keys('Escape');
  await v.keys('Control+s');
  await v.press('dialog/copy');
  assert.ok((await callsOf(v)).names.includes('showSaveFilePicker'), 'a copy asks for a place');
});

scenario('of a file that somebody else has written the differences are shown, it opens beside, and is overwritten only when asked', async (t) => {
  const v = await t.open({ scripts: [savePicker()] });
  await openSample(v, 'dubovskoe-2021');
  await v.keys('Control+s');
  const theirs = sample('dubovskoe-2021');
  theirs.measures[2].title = 'Их название';
  await v.page.evaluate((text) => window[Symbol.for('vekha-test-file')].change(text), canonical(theirs));
  await editNote(v, theirs.measures[0].id, 'моя запись');
  await callsOf(v);
  await v.keys('Control+s');
  assert.match((await v.need('dialog')).description ?? (await v.need('dialog/body')).name, /в 2 местах/);
  await v.press('dialog/changes');
  const lines = [(await v.need('dialog/list/0/0')).name, (await v.need('dialog/list/0/1')).name].join('\n');
  assert.match(lines, /Изменено: мероприятие «.*» \(ход выполнения\)/);
  assert.match(lines, /\(название\)/);
  await v.press('dialog/open');
  assert.equal((await v.all('row', /Их название/)).length, 1, 'their plan');
  assert.ok(!(await callsOf(v)).names.includes('createWritable'));
  const tabs = (await v.all('button')).filter(({ pressed, name }) => pressed !== null && name.includes(theirs.plan.title));
  assert.equal(tabs.length, 2, 'each plan has its tab');
  await v.press(tabs.find(({ pressed }) => !pressed));
  await v.keys('Control+s');
  await v.press('dialog/overwrite');
  const { names, bytes } = await callsOf(v);
  assert.ok(names.includes('createWritable'));
  assert.ok(bytes.toString('utf8').includes('моя запись'));
  assert.match(await savedState(v), /^Сохранено в выбранный/);
});

scenario('a save that could not be read back is tried again on the same file', async (t) => {
  const v = await t.open({ scripts: [savePicker({ fail: 'reading back' })] });
  await openSample(v, 'dubovskoe-2021');
  await v.keys('Control+s');
  await editNote(v, sample('dubovskoe-2021').measures[0].id, 'запись');
  const name = 'выбранный.vekha.json';
  await v.keys('Control+s');
  assert.equal((await v.need('message')).name, word('ru', 'save.failed', { name }));
  await callsOf(v);
  await v.keys('Control+s');
  assert.match(await savedState(v), /^Сохранено в выбранный/);
  const { names, bytes } = await callsOf(v);
  assert.ok(!names.includes('showSaveFilePicker'), 'the place stays');
  assert.ok(bytes.toString('utf8').includes('запись'));
});
