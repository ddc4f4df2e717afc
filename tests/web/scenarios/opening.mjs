// Files in: by the chooser, by a real drop; good ones, and bad ones that say where and leave everything as it was.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { withoutPickers, openPicker, callsOf } from '../support/pickers.mjs';
import { canonical, file, placeOf, sample, samplePath, smallPlan, windows1251 } from '../support/plans.mjs';
import { button, chooseFile, editNote, openSample, saveByDownload, savedState, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

scenario('a file opens through the chooser and by a drop', { origins: ORIGINS }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await chooseFile(v, file('первый.vekha.json', canonical(smallPlan({ title: 'Первый план' }))));
  assert.equal(await titleOf(v), 'Первый план');
  assert.equal((await v.need('grid')).rowCount, 6);
  assert.equal(await savedState(v), word('ru', 'save.unchangedFile', { name: 'первый.vekha.json' }));
  await v.drop(file('второй.vekha.json', canonical(smallPlan({ id: 'second', title: 'Второй план' }))));
  assert.equal(await titleOf(v), 'Второй план');
  await v.choose(samplePath('dubovskoe-2021'));
  assert.equal((await v.need('grid')).rowCount, 20);
});

scenario('a drop on the start screen opens, and a file held over the page is shown', async (t) => {
  const v = await t.open();
  const path = file('drop.vekha.json', canonical(smallPlan({ title: 'Брошенный план' })));
  const devtools = await v.devtools();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const over = await v.changed(undefined, async () => {
    await devtools.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 300, y: 300, data });
    await devtools.send('Input.dispatchDragEvent', { type: 'dragOver', x: 310, y: 300, data });
    await v.idle();
  });
  assert.ok(over > 10_000, 'the page shows that it will take the file');
  await devtools.send('Input.dispatchDragEvent', { type: 'dragCancel', x: 310, y: 300, data });
  await v.drop(path);
  assert.equal(await titleOf(v), 'Брошенный план');
});

scenario('the open picker gives a handle that saving goes back to', { origins: ['http', 'file'] }, async (t) => {
  const text = canonical(smallPlan());
  const v = await t.open({ scripts: [openPicker('из окна.vekha.json', text)] });
  await v.keys('Control+o');
  await v.until(() => v.at('plan-title'), 'the plan');
  await editNote(v, 'm-1', 'запись');
  await callsOf(v);
  await v.keys('Control+s');
  const { names, bytes } = await callsOf(v);
  assert.deepEqual(names, ['queryPermission', 'requestPermission', 'getFile', 'write', 'close', 'getFile']);
  assert.equal(JSON.parse(bytes.toString('utf8')).measures[0].note, 'запись');
  assert.match(await savedState(v), /Сохранено в из окна\.vekha\.json \d\d:\d\d/);
});

// ---- files that are refused ------------------------------------------------------------------------------------------

const good = canonical(smallPlan({ id: 'bad', title: 'Плохой' }));
const wrongDate = good.replace('"to": "2021-05-31"', '"to": 20210531');
const twice = good.replace('  "version": 0,', '  "version": 0,\n  "version": 0,');
const cyrillicBefore = good.replace('"title": "Плохой",', '"title": "Плохой" "level",');

// name, content, the place that must be named (null: no place, the file was not read)
const REFUSED = [
  ['not-json.vekha.json', 'это не JSON', { line: 1, column: 1 }],
  ['empty.vekha.json', '', { line: 1, column: 1 }],
  ['page.vekha.json', '<!doctype html>\n<html></html>\n', { line: 1, column: 1 }],
  ['cut.vekha.json', good.slice(0, good.indexOf('"measures"') + 5), null],
  ['comma.vekha.json', cyrillicBefore, placeOf(cyrillicBefore, '"level"')],
  ['number-as-date.vekha.json', wrongDate, placeOf(wrongDate, '20210531')],
  ['twice.vekha.json', twice, { ...placeOf(twice, '"version": 0,\n  "minReader"') }],
  ['zeros.vekha.json', '\0'.repeat(300), { line: 1, column: 1 }],
  ['other.json', '{"a": 1}\n', null],
  ['newline.vekha.json', good.replace('Плохой', 'Пло\nхой'), placeOf(good, 'хой')],
  ['deep.vekha.json', `${'['.repeat(200)}${']'.repeat(200)}`, { line: 1, column: 65 }],
];

async function traces(v) {
  const undo = await v.need('topbar/undo');
  return {
    title: await titleOf(v),
    rows: (await v.need('grid')).rowCount,
    undo: !undo.disabled,
    saved: (await savedState(v)).replace(/\d\d:\d\d/, ''),
    note: (await v.need('inspector/note')).text,
  };
}

scenario('a bad file shows its problem with line and column and leaves the plan alone', { origins: ['http', 'file'], limitMs: 120_000 }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'municipal-2020-2022');
  await editNote(v, sample('municipal-2020-2022').measures[0].id, 'прежняя запись');
  const before = await traces(v);
  assert.equal(before.undo, true);
  for (const [place, [name, content, expected]] of REFUSED.entries()) {
    const path = file(name, content);
    if (place % 2) await v.drop(path);
    else await v.choose(path);
    const dialog = await v.need('dialog');
    assert.equal(dialog.role, 'alertdialog');
    assert.equal(dialog.name, word('ru', 'refused.title', { name }), name);
    assert.ok(dialog.description.includes(word('ru', 'refused.planStays')));
    const problems = (await v.all('listitem')).map((node) => node.name);
    assert.ok(problems.length > 0, `${name} has a list of problems`);
    if (expected) {
      const said = word('ru', 'problems.place', expected);
      assert.ok(problems[0].startsWith(said), `${name}: «${problems[0]}» begins with «${said}»`);
    } else {
      assert.match(problems[0], /^Строка \d+, знак \d+/, name);
    }
    // Nothing behind the question answers.
    await v.press(await button(v, 'button.close'));
    assert.equal(await v.at('dialog'), null);
    assert.deepEqual(await traces(v), before, name);
  }
  t.note(`${REFUSED.length} files refused`);
  await v.keys('Control+z');
  assert.notDeepEqual(await traces(v), before, 'the plan can still be changed');
  await v.keys('Control+y');
  const { bytes } = await saveByDownload(v);
  assert.ok(bytes.toString('utf8').includes('прежняя запись'));
});

scenario('a bad file on the start screen is told, and the samples still open', { origins: ['plain'] }, async (t) => {
  const v = await t.open();
  await chooseFile(v, file('start-bad.vekha.json', '{'));
  const dialog = await v.need('dialog');
  assert.ok(!dialog.description.includes(word('ru', 'refused.planStays')));
  await v.keys('Escape');
  assert.equal(await v.at('dialog'), null, 'Escape closes it');
  await openSample(v, 'dubovskoe-2021');
});

scenario('a Windows-1251 file is recognised and opens converted on demand', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  const text = canonical(smallPlan({ title: 'План в старой кодировке' }));
  await chooseFile(v, file('cp1251.vekha.json', windows1251(text)));
  await v.need('dialog');
  await v.press(await button(v, 'refused.convert'));
  assert.equal(await titleOf(v), 'План в старой кодировке');
  const { bytes } = await saveByDownload(v);
  assert.equal(bytes.toString('utf8'), text, 'saved as UTF-8');
});

scenario('a UTF-8 mark at the beginning and UTF-16 files are read', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  const text = canonical(smallPlan({ title: 'С меткой' }));
  await v.drop(file('bom.vekha.json', `\uFEFF${text}`));
  assert.equal(await titleOf(v), 'С меткой');
  await v.drop(file('utf16.vekha.json', Buffer.from(`\uFEFF${text.replace('С меткой', 'Из UTF-16')}`, 'utf16le')));
  assert.equal(await titleOf(v), 'Из UTF-16');
});

scenario('files over 64 MiB are refused before they are read', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'dubovskoe-2021');
  // Sparse files: they take no room on the disk.
  for (const [name, mebibytes] of [['65.vekha.json', 65], ['2048.vekha.json', 2048]]) {
    const path = file(name, '');
    truncateSync(path, mebibytes * 1024 * 1024);
    const began = Date.now();
    await v.drop(path);
    assert.ok(Date.now() - began < 3000, 'at once');
    const dialog = await v.need('dialog');
    assert.match(dialog.description.replace(/\u00a0/g, ' '), new RegExp(`${String(mebibytes).slice(-3)}(,0)? МБ`));
    await v.press(await button(v, 'button.close'));
  }
  assert.equal((await v.need('grid')).rowCount, 20);
});

scenario('a plan of 16 MiB opens, and the page stays usable', { long: true }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  const plan = smallPlan({ title: 'Большой план' });
  const [model] = plan.measures;
  const count = 20_000;
  plan.measures = Array.from({ length: count }, (_, place) => ({
    ...model,
    id: `m-${place}`,
    title: `Мероприятие номер ${place}, ${'с длинной формулировкой '.repeat(12)}`,
  }));
  const text = canonical(plan);
  const began = Date.now();
  await v.drop(file('large.vekha.json', text));
  const seconds = (Date.now() - began) / 1000;
  assert.equal((await v.need('grid')).rowCount, count + 2);
  await v.keys('End');
  assert.equal((await v.all('row')).find((row) => row.selected).rowIndex, count + 2);
  t.note(`${(text.length / 1048576).toFixed(1)} Mi characters, ${count} measures: open and painted in ${seconds.toFixed(2)} s`);
});

scenario('hostile strings are shown as they are and never obeyed', { origins: ['http', 'file'] }, async (t) => {
  const titles = [
    '%n%n%s%x %d %p',
    'имя##id###other##',
    '<script>window.pwn = 1</script><img src=x onerror="window.pwn = 1">',
    '\u202eперевернуто\u202c \u200f\u200e\u2066x\u2069 и\u0301\u0301\u0301',
  ];
  const plan = smallPlan({ title: '<img src=x onerror="window.pwn = 1"> %n ##a', titles });
  plan.sections[0].title = '###section<svg onload="window.pwn = 1">';
  plan.measures[0].note = `${'я'.repeat(9_999)}\u0007`;
  plan.measures.push({
    ...plan.measures[0],
    id: 'm-long',
    number: '##',
    title: `${'Очень длинное название без пробелов'.replaceAll(' ', '').repeat(300)}`,
    description: 'e\u0301'.repeat(5_000),
  });
  plan.measures.push({ ...plan.measures[1], id: 'м-кириллица/<b>', title: 'ссылка', state: 'inProgress', evidence: [{ title: 'javascript', url: 'javascript:window.pwn=1' }] });
  const v = await t.open({ scripts: [withoutPickers] });
  await chooseFile(v, file('hostile.vekha.json', canonical(plan)));
  // Repairs may be told; the plan is open all the same.
  if (await v.at('problems/close')) await v.press('problems/close');
  assert.equal(await titleOf(v), plan.plan.title);
  for (const measure of plan.measures) {
    const row = await v.at(`row/${measure.id}`);
    if (row) await v.press(`cell/1/${measure.id}`);
  }
  const link = await v.at('inspector/evidence/0');
  if (link) {
    assert.equal(link.description, 'javascript:window.pwn=1');
    await v.press(link);
  }
  assert.equal(await v.page.evaluate(() => window.pwn), undefined);
  assert.equal(v.page.context().pages().length, 1, 'no window was opened');
  const cell = await v.need('row/m-3');
  const shown = (await v.twin()).filter(({ parent }) => parent === cell.key).map(({ name }) => name);
  assert.ok(shown.some((name) => name.includes('<script>')), 'the words stand there as text');
  assert.equal(await v.page.evaluate(() => document.querySelector('#twin script, #twin img, #twin svg')), null);
});
