// Drafts of several plans, copies and tabs: nothing that is in no file is dropped or out of reach.
import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { draftTexts, keptSlots, keptStore, looseParts } from '../support/kept_drafts.mjs';
import { scenario } from '../support/runner.mjs';
import { savePicker, withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sampleText, smallPlan } from '../support/plans.mjs';
import { button, editNote, saveByDownload, savedState, select, tabOf, takeOver, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const DRAFT = /Черновик в этом браузере/;

const planFile = (id, title, name = id) => file(`${name}.vekha.json`, canonical(smallPlan({ id, title })));

async function newTab(t, context) {
  const v = await t.page(context, { scripts: [withoutPickers] });
  await v.go();
  return v;
}

const offered = async (v) => (await v.twin()).filter(({ description }) => DRAFT.test(description));
const offeredNames = async (v) => (await offered(v)).map(({ name }) => name);

// Another plan in the place of one whose work is in no file: the person answers to close it without saving.
async function replaceUnsaved(v, act) {
  const title = await titleOf(v);
  await act();
  await v.press(await v.the('button', word('ru', 'plans.close', { title })));
  await v.press(await button(v, 'unsaved.discard'));
}

async function openDraft(v, title) {
  await v.press((await offered(v)).find(({ name }) => name === title));
  await select(v, 'm-1');
}

async function eraseAll(v) {
  await v.keys('Control+k');
  await v.page.keyboard.insertText('стереть всё');
  await v.keys('Enter');
  await v.press('dialog/erase');
}

const noteOf = async (v) => (await v.need('inspector/note')).text;

scenario('neither samples nor another plan nor another tab take a draft away', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('first', 'Первый план'));
  await editNote(one, 'm-1', 'в первой вкладке');
  const two = await newTab(t, context);
  await two.drop(planFile('second', 'Второй план'));
  for (const words of ['раз', 'два', 'три', 'четыре']) await editNote(two, 'm-1', words);
  for (const slug of ['dubovskoe-2021', 'stavropol-2021']) {
    await one.page.evaluate((name) => (location.hash = `#sample=${name}`), slug);
    await one.until(async () => (await savedState(one)) === word('ru', 'save.unchangedSample'), 'the sample');
  }
  const three = await newTab(t, context);
  assert.deepEqual((await offeredNames(three)).sort(), ['Второй план', 'Первый план']);
  await openDraft(three, 'Первый план');
  assert.equal(await noteOf(three), 'в первой вкладке');
});

scenario('two copies of one plan, one after the other in a tab, both keep their drafts', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('same', 'Копия школы А', 'a'));
  await editNote(one, 'm-1', 'работа в копии А');
  await replaceUnsaved(one, () => one.drop(planFile('same', 'Копия школы Б', 'b')));
  for (const words of ['раз', 'два', 'три']) await editNote(one, 'm-1', words);
  const two = await newTab(t, context);
  assert.deepEqual(await offeredNames(two), ['Копия школы Б', 'Копия школы А']);
  await openDraft(two, 'Копия школы А');
  assert.equal(await noteOf(two), 'работа в копии А');
});

scenario('a duplicated tab does not write over the draft of the tab it came from', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('twice', 'План в двух вкладках'));
  await editNote(one, 'm-1', 'в первой вкладке');
  // Browsers copy the tab's own store into a duplicate.
  const copied = await one.page.evaluate(() => ({ ...sessionStorage }));
  const two = await t.page(context, { scripts: [withoutPickers] });
  await two.page.addInitScript((values) => Object.assign(sessionStorage, values), copied);
  await two.go();
  await two.drop(planFile('twice', 'План в двух вкладках'));
  await takeOver(two);
  await two.press('dialog/cancel');
  for (const words of ['раз', 'два', 'три']) await editNote(two, 'm-1', words);
  const three = await newTab(t, context);
  const notes = [];
  for (const place of [0, 1]) {
    await three.press((await offered(three))[place]);
    await select(three, 'm-1');
    notes.push(await noteOf(three));
    await three.reload();
  }
  assert.ok(notes.includes('в первой вкладке'), notes.join(', '));
});

scenario('files that were only looked at do not crowd out work that is in no file', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('work', 'Единственный экземпляр'));
  await editNote(one, 'm-1', 'нигде больше нет');
  const two = await newTab(t, context);
  for (let number = 1; number <= 10; ++number) await two.drop(planFile(`seen-${number}`, `Просмотр ${number}`));
  // Untouched, its draft is due as that of any other opened file.
  await two.until(async () => /Открыт файл/.test((await two.need('save-state')).name), 'the last file');
  const three = await newTab(t, context);
  const names = await offeredNames(three);
  assert.ok(names.includes('Единственный экземпляр'), names.join(', '));
  assert.ok(names.includes('Просмотр 10'), names.join(', '));
  assert.equal(names.length, 3, names.join(', '));
});

scenario('a plan worked on in many tabs, one after the other, is offered once and drives nothing out', async (t) => {
  const context = await t.context();
  const first = await newTab(t, context);
  await first.drop(planFile('other', 'Другой план'));
  await editNote(first, 'm-1', 'другая работа');
  await replaceUnsaved(first, () => first.drop(planFile('daily', 'Ежедневный план')));
  await editNote(first, 'm-1', 'день 0');
  await first.page.close();
  for (let day = 1; day <= 5; ++day) {
    const v = await newTab(t, context);
    assert.deepEqual(await offeredNames(v), ['Ежедневный план', 'Другой план'], `day ${day}`);
    await openDraft(v, 'Ежедневный план');
    assert.equal(await noteOf(v), `день ${day - 1}`);
    await editNote(v, 'm-1', `день ${day}`);
    await v.page.close();
  }
  // The two plans that are offered, and a little of the past.
  assert.equal(await keptSlots((await newTab(t, context)).page), 4);
});

scenario('what was left without saving is offered on the start screen at once', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile('left', 'Оставленный план'));
  await editNote(v, 'm-1', 'правка');
  await replaceUnsaved(v, () => v.drop(planFile('next', 'Следующий план')));
  await v.press(await button(v, 'command.goToStart'));
  await v.until(async () => (await offeredNames(v)).length > 0, 'the draft');
  assert.deepEqual(await offeredNames(v), ['Оставленный план'], 'and not the plan that is open');
  await openDraft(v, 'Оставленный план');
  assert.equal(await noteOf(v), 'правка');
});

scenario('an old draft does not come back when the one that went on from it has been dropped', async (t) => {
  const context = await t.context();
  const first = await t.page(context, { scripts: [savePicker()] });
  await first.go();
  await first.drop(planFile('old', 'Старый черновик'));
  await editNote(first, 'm-1', 'вчера');
  await first.page.close();
  const second = await t.page(context, { scripts: [savePicker()] });
  await second.go();
  await openDraft(second, 'Старый черновик');
  await editNote(second, 'm-1', 'сегодня');
  await second.keys('Control+s');
  for (let number = 1; number <= 3; ++number) await second.drop(planFile(`seen-${number}`, `Просмотр ${number}`));
  await second.until(async () => (await keptSlots(second.page)) <= 3, 'the saved plan has given way');
  const third = await newTab(t, context);
  const names = await offeredNames(third);
  assert.ok(!names.includes('Старый черновик'), names.join(', '));
});

scenario('what only went to the downloads is still offered after other files were looked at', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('downloaded', 'Выгруженный план'));
  await editNote(one, 'm-1', 'правка');
  await saveByDownload(one);
  for (let number = 1; number <= 4; ++number) await one.drop(planFile(`seen-${number}`, `Просмотр ${number}`));
  const two = await newTab(t, context);
  const names = await offeredNames(two);
  assert.ok(names.includes('Выгруженный план'), names.join(', '));
});

scenario('a draft of the plan that is opened is offered with its time and its differences, never put in the file\'s place', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('offered', 'Предложенный'));
  await editNote(one, 'm-1', 'только в черновике');
  await one.page.close({ runBeforeUnload: false });
  const two = await newTab(t, context);
  assert.deepEqual(await offeredNames(two), ['Предложенный']);
  await two.drop(planFile('offered', 'Предложенный'));
  await two.until(async () => (await two.at('dialog/changes')) !== null, 'the offer');
  await two.press('dialog/changes');
  assert.match((await two.need('dialog/list/0/0')).name, /\(ход выполнения\)/);
  await two.press('dialog/cancel');
  await select(two, 'm-1');
  assert.doesNotMatch((await two.at('inspector/note'))?.text ?? '', /черновике/, 'the file is as it was');
  const three = await newTab(t, context);
  await three.drop(planFile('offered', 'Предложенный', 'другое имя'));
  await three.idle();
  assert.equal(await three.at('dialog'), null, 'another file is another plan');
});

scenario('a kept draft is erased from the start screen, and everything by a command', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  for (const id of ['alpha', 'beta']) {
    await one.drop(planFile(id, `План ${id}`));
    await editNote(one, 'm-1', id);
  }
  await one.page.close({ runBeforeUnload: false });
  const two = await newTab(t, context);
  assert.equal((await offered(two)).length, 2);
  await two.press('start/erase/0');
  await two.press('dialog/cancel');
  assert.equal((await offered(two)).length, 2);
  await two.press('start/erase/0');
  await two.press('dialog/erase');
  assert.equal((await offered(two)).length, 1);
  assert.equal(await keptSlots(two.page), 1);
  assert.deepEqual(await looseParts(two.page), []);
  await two.page.evaluate(() => localStorage.setItem('someone-else', 'stays'));
  await eraseAll(two);
  assert.equal((await offered(two)).length, 0);
  assert.deepEqual(await keptStore(two.page), { heads: [], parts: [] });
  assert.deepEqual(await two.page.evaluate(() => Object.keys(localStorage)), ['someone-else']);
});

// Adds up what is written into the store of drafts.
function countWritten() {
  const put = IDBObjectStore.prototype.put;
  window[Symbol.for('vekha-test-written')] = 0;
  IDBObjectStore.prototype.put = function (value, key) {
    window[Symbol.for('vekha-test-written')] += value.length ?? JSON.stringify(value).length;
    return put.call(this, value, key);
  };
}

const written = (v) => v.page.evaluate(() => window[Symbol.for('vekha-test-written')]);

scenario('after a change only what it changed is written, and the draft is the plan to the byte', async (t) => {
  const v = await t.open({ scripts: [withoutPickers, countWritten] });
  const text = sampleText('sevastopol-2021');
  await v.drop(file('sevastopol-2021.vekha.json', text));
  await editNote(v, 'm-1-10', 'раз');
  const first = await written(v);
  assert.ok(first >= Buffer.byteLength(text), `${first} bytes at first`);
  await editNote(v, 'm-1-10', 'два');
  const more = (await written(v)) - first;
  assert.ok(more > 0 && more * 1.2 < Buffer.byteLength(text), `${more} bytes for a change`);
  assert.deepEqual(await looseParts(v.page), []);
  const { bytes } = await saveByDownload(v);
  assert.deepEqual(await draftTexts(v.page), [bytes.toString('utf8')]);
  t.note(`a draft of Sevastopol: ${first} bytes, after a change of one note ${more}`);
});

scenario('what another page erased is stored again with the next change, all of it', async (t) => {
  const context = await t.context();
  const one = await newTab(t, context);
  await one.drop(planFile('erased', 'Стёртый план'));
  for (const words of ['раз', 'два']) await editNote(one, 'm-1', words);
  const two = await newTab(t, context);
  await eraseAll(two);
  assert.deepEqual(await keptStore(two.page), { heads: [], parts: [] });
  await editNote(one, 'm-1', 'три');
  const { bytes } = await saveByDownload(one);
  assert.deepEqual(await draftTexts(one.page), [bytes.toString('utf8')]);
});

async function areKept(v, notes) {
  const texts = await draftTexts(v.page);
  for (const note of notes) assert.ok(texts.some((text) => text.includes(`"note": "${note}"`)), `${note} is kept`);
}

scenario('what another page erased is stored again, also when that page has written as much since', { limitMs: 240_000 }, async (t) => {
  // Whichever number the first page's newest record had, one of these reaches it.
  for (const edits of [1, 2, 3, 4]) {
    const context = await t.context();
    const one = await newTab(t, context);
    await one.drop(planFile('first', 'Первый план'));
    for (const words of ['раз', 'два']) await editNote(one, 'm-1', words);
    const two = await newTab(t, context);
    await eraseAll(two);
    await two.drop(planFile('second', 'Второй план'));
    for (let edit = 1; edit <= edits; ++edit) await editNote(two, 'm-1', `во второй ${edit}`);
    await editNote(one, 'm-1', 'в первой');
    await areKept(two, [`во второй ${edits}`, 'в первой']);
    await context.close();
    t.pages.length = 0;
  }
});

scenario('after everything was erased each open plan is stored again, all of it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(planFile('first', 'Первый план'));
  for (const words of ['раз', 'два']) await editNote(v, 'm-1', words);
  await eraseAll(v);
  await v.drop(planFile('second', 'Второй план'));
  for (const words of ['1', '2', '3']) await editNote(v, 'm-1', words);
  await v.press(await tabOf(v, 'Первый план'));
  await editNote(v, 'm-1', 'после');
  await areKept(v, ['3', 'после']);
});

scenario('a draft that an earlier version of the page kept is opened', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  const bytes = Buffer.from(canonical(smallPlan({ title: 'Прежний черновик' })));
  await v.page.evaluate(
    ({ codes, checksum }) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('vekha');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const records = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          const own = { name: 'former.vekha.json', title: 'Прежний черновик', savedAt: 1, length: codes.length, checksum, bytes: new Uint8Array(codes) };
          records.put({ mark: 'vekha-draft-2', ...own }, [5, 'former 1', 0, 1]);
          records.transaction.oncomplete = () => resolve();
        };
      }),
    { codes: [...bytes], checksum: crc32(bytes) },
  );
  await v.reload();
  await openDraft(v, 'Прежний черновик');
  await editNote(v, 'm-1', 'дальше');
  await v.reload();
  assert.deepEqual(await offeredNames(v), ['Прежний черновик'], 'once');
  await openDraft(v, 'Прежний черновик');
  assert.equal(await noteOf(v), 'дальше');
});
