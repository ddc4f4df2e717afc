// The one edit of this version, all the way: state, percent and note of a measure, undo, redo, the saved bytes.
import assert from 'node:assert/strict';
import { ORIGINS, scenario } from '../support/runner.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, sampleText, smallPlan, withProgress } from '../support/plans.mjs';
import { button, chosenState, editNote, isAvailable, openSample, saveByDownload, select, setState, tabOf, titleOf } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

scenario('state, percent and note change by mouse and keyboard, and undo and redo take them back and forth', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('edit.vekha.json', canonical(smallPlan())));
  assert.equal(await isAvailable(v, 'undo'), false);
  const named = (name) => word('ru', `storedState.${name}`);

  await select(v, 'm-1');
  // The row's own box is the table's part; its bar and its mark stand on the time line.
  const { left, top, height } = (await v.need('row/m-1')).rect;
  const whole = { left, top, width: (await v.need('grid')).rect.width, height };
  const pixels = await v.changed(whole, () => setState(v, 'm-1', 'inProgress'));
  assert.ok(pixels > 10, 'the row shows the new state');
  assert.equal(await chosenState(v), named('inProgress'));
  assert.equal(await isAvailable(v, 'undo'), true);

  await v.press('inspector/percent');
  assert.equal(await v.fieldText(), '0');
  await v.type('35');
  assert.equal((await v.need('inspector/percent')).text.replace(/\u00a0/g, ' '), '35 %');

  await v.press('inspector/note');
  await v.page.keyboard.type('Приказ № 12, «согласовано» ');
  await v.type('с отделом', 'Control+Enter');
  const note = 'Приказ № 12, «согласовано» с отделом';
  assert.equal((await v.need('inspector/note')).text, note);

  const expected = withProgress(smallPlan(), 'm-1', { state: 'inProgress', percent: 35, note });
  const saved = await saveByDownload(v);
  assert.equal(saved.bytes.toString('utf8'), canonical(expected));
  assert.equal(saved.name, 'edit.vekha.json');

  await v.press(await button(v, 'command.undo'));
  assert.equal((await v.need('inspector/note')).text, '');
  await v.keys('Control+z', 'Control+z');
  assert.equal(await chosenState(v), named('notStarted'));
  assert.equal(await isAvailable(v, 'undo'), false);
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), canonical(smallPlan()), 'undone to the last byte');
  await v.keys('Control+y', 'Control+y');
  await v.press(await button(v, 'command.redo'));
  assert.equal(await isAvailable(v, 'redo'), false);
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), canonical(expected), 'redone to the last byte');
});

scenario('every state can be chosen; those that need a reason ask for it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('states.vekha.json', canonical(smallPlan())));
  await select(v, 'm-2');
  for (const name of ['inProgress', 'done', 'notStarted']) {
    await v.press(await v.the('radio', word('ru', `storedState.${name}`)));
    assert.equal(await chosenState(v), word('ru', `storedState.${name}`));
  }
  for (const name of ['notDone', 'moved', 'cancelled']) {
    await v.press(await v.the('radio', word('ru', `storedState.${name}`)));
    await v.need('dialog');
    await v.until(() => v.page.evaluate(() => document.querySelector('.field') !== null), 'the field for the reason');
    await v.page.keyboard.insertText(`Причина: ${name}`);
    await v.press(await button(v, 'reason.accept'));
    assert.equal(await v.at('dialog'), null);
    assert.equal(await chosenState(v), word('ru', `storedState.${name}`));
  }
  const { bytes } = await saveByDownload(v);
  const measure = JSON.parse(bytes.toString('utf8')).measures[1];
  assert.equal(measure.state, 'cancelled');
  assert.equal(measure.reason, 'Причина: cancelled');
});

scenario('the question for a reason is left by Escape and by «Отмена», and nothing has changed', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('reason.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  for (const leave of [() => v.keys('Escape'), async () => v.press(await button(v, 'button.cancel'))]) {
    await v.press(await v.the('radio', word('ru', 'storedState.moved')));
    await v.need('dialog');
    await leave();
    // Escape may first leave the field, then the question.
    if (await v.at('dialog')) await leave();
    assert.equal(await v.at('dialog'), null);
    assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'));
  }
  assert.equal(await isAvailable(v, 'undo'), false);
});

scenario('the field: Escape drops what was typed, a press elsewhere keeps it, wrong input is told', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('field.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  await v.press('inspector/note');
  await v.type('брошено', 'Escape');
  assert.equal((await v.need('inspector/note')).text, '');
  assert.equal(await v.page.evaluate(() => document.querySelector('.field')), null);
  await v.press('inspector/note');
  await v.page.keyboard.insertText('оставлено');
  await v.press('row/m-2');
  await select(v, 'm-1');
  assert.equal((await v.need('inspector/note')).text, 'оставлено');
  await v.press('inspector/percent');
  await v.keys('Control+a');
  await v.type('сорок');
  assert.equal((await v.need('message')).name, word('ru', 'edit.notAPercent', { text: 'сорок' }));
  // Letters and digits typed into the field are no commands.
  await v.press('inspector/note');
  await v.keys('Control+a');
  await v.page.keyboard.type('3 + t = 0');
  await v.type('', 'Control+Enter');
  assert.equal((await v.need('inspector/note')).text, '3 + t = 0');
  assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'));
});

scenario('keys change the state of the selected row', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('keys.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  await v.keys('2');
  assert.equal(await chosenState(v), word('ru', 'storedState.inProgress'));
  await v.keys(' ');
  assert.equal(await chosenState(v), word('ru', 'storedState.done'));
  await v.keys(' ');
  assert.equal(await chosenState(v), word('ru', 'storedState.inProgress'));
  await v.keys('1');
  assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'));
});

scenario('keys work in the Russian layout by their physical place', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('layout.vekha.json', canonical(smallPlan())));
  await setState(v, 'm-1', 'inProgress');
  const devtools = await v.devtools();
  // keyCode 0 as well: what remote desktops and some keyboards send.
  const press = async (key, code, keyCode, ctrl = true) => {
    const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers: ctrl ? 2 : 0 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    await v.idle();
  };
  for (const keyCode of [90, 0]) {
    await press('я', 'KeyZ', keyCode);
    assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'), `Ctrl+я undoes (keyCode ${keyCode})`);
    await press('н', 'KeyY', keyCode === 0 ? 0 : 89);
    assert.equal(await chosenState(v), word('ru', 'storedState.inProgress'), 'Ctrl+н redoes');
  }
  const saved = await v.downloadOf(() => press('ы', 'KeyS', 83));
  assert.ok(saved.bytes.length > 100, 'Ctrl+ы saves');
  await press('Я', 'KeyZ', 90);
  assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'), 'with Caps Lock, too');
  // Latin letters count by character: on a Dvorak keyboard Ctrl+z stands elsewhere.
  await v.keys('Control+y');
  await press('z', 'Slash', 90);
  assert.equal(await chosenState(v), word('ru', 'storedState.notStarted'), 'a Latin z undoes wherever it stands');
});

scenario('a sample is edited, saved, opened again, and saved byte-equal', { origins: ORIGINS }, async (t) => {
  const slug = 'dubovskoe-2021';
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, slug);
  const untouched = await saveByDownload(v);
  assert.equal(untouched.bytes.toString('utf8'), sampleText(slug), 'saved without change');

  const plan = sample(slug);
  const target = plan.measures.find(
    ({ state, id }) => state === 'inProgress' && !(plan.marks ?? []).some((mark) => mark.measure === id) && !(plan.occurrences ?? []).some((each) => each.measure === id),
  );
  await editNote(v, target.id, 'Проверено комиссией');
  const edited = await saveByDownload(v);
  assert.equal(edited.bytes.toString('utf8'), canonical(withProgress(plan, target.id, { note: 'Проверено комиссией' })));

  const path = file(`again-${t.origin}.vekha.json`, edited.bytes);
  await v.choose(path);
  await select(v, target.id);
  assert.equal((await v.need('inspector/note')).text, 'Проверено комиссией');
  assert.equal(await isAvailable(v, 'undo'), false);
  assert.deepEqual((await saveByDownload(v)).bytes, edited.bytes);
});

scenario('other people\'s fields survive an edit', async (t) => {
  const plan = smallPlan();
  plan.measures[0] = { ...plan.measures[0], regionalCode: { value: 0, list: [1, 'два', null] } };
  plan.futureThing = [{ deep: { deeper: true } }];
  const text = canonical(plan).replace('"value": 0', '"value": 1E3');
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('unknown.vekha.json', text));
  await editNote(v, 'm-2', 'запись');
  const { bytes } = await saveByDownload(v);
  const expected = canonical(withProgress(plan, 'm-2', { note: 'запись' })).replace('"value": 0', '"value": 1E3');
  assert.equal(bytes.toString('utf8'), expected);
});

scenario('the reason is given by Enter, and Tab goes on to the buttons', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('reason-keys.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  await v.keys('5');
  await v.until(() => v.fieldText().then((text) => text !== null), 'the field for the reason');
  await v.type('нет денег');
  assert.equal(await v.at('dialog'), null, 'Enter answers the question');
  assert.equal(await chosenState(v), word('ru', 'storedState.moved'));
  await v.keys('6');
  await v.until(() => v.fieldText().then((text) => text !== null), 'the field for the reason');
  assert.equal(await v.fieldText(), 'нет денег', 'the old reason is offered');
  await v.page.keyboard.insertText('сеть не создана');
  await v.keys('Tab');
  const focused = async () => (await v.twin()).find((node) => node.focused);
  assert.equal((await focused()).name, word('ru', 'reason.accept'));
  await v.keys('Tab');
  assert.equal((await focused()).name, word('ru', 'button.cancel'));
  await v.keys('Shift+Tab', 'Enter');
  assert.equal(await v.at('dialog'), null);
  const { bytes } = await saveByDownload(v);
  const [measure] = JSON.parse(bytes.toString('utf8')).measures;
  assert.deepEqual([measure.state, measure.reason], ['cancelled', 'сеть не создана']);
});

scenario('what is being typed is not lost: a dropped file, Ctrl+S, a hidden tab, a closed page', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('typing.vekha.json', canonical(smallPlan())));
  await select(v, 'm-1');
  const begin = async (text) => {
    await v.press('inspector/note');
    await v.until(() => v.fieldText().then((shown) => shown !== null), 'the field');
    await v.keys('Control+a');
    await v.page.keyboard.insertText(text);
  };
  await begin('к сохранению');
  const { bytes } = await saveByDownload(v);
  assert.equal(JSON.parse(bytes.toString('utf8')).measures[0].note, 'к сохранению');
  await begin('к новому файлу');
  await v.drop(file('typing-2.vekha.json', canonical(smallPlan({ id: 'other', title: 'Другой план' }))));
  await v.until(async () => (await titleOf(v)) === 'Другой план', 'the new file');
  await v.press(await tabOf(v, smallPlan().plan.title));
  assert.equal((await v.need('inspector/note')).text, 'к новому файлу');
  await begin('в скрытой вкладке');
  await v.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await v.idle();
  assert.equal((await v.need('inspector/note')).text, 'в скрытой вкладке');
  const asks = () =>
    v.page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  assert.equal(await asks(), false, 'with a draft nothing is asked');
  await begin('ещё нигде');
  assert.equal(await asks(), true, 'a text that is only in its field is asked about');
  await v.keys('Escape');
});

scenario('a note longer than people type is not cut by one letter', async (t) => {
  const note = 'д'.repeat(20_000);
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('long-note.vekha.json', canonical(withProgress(smallPlan(), 'm-1', { note }))));
  await select(v, 'm-1');
  await v.press('inspector/note');
  await v.until(() => v.fieldText().then((shown) => shown !== null), 'the field');
  await v.keys('Control+End');
  await v.type('!', 'Control+Enter');
  const { bytes } = await saveByDownload(v);
  assert.equal(JSON.parse(bytes.toString('utf8')).measures[0].note, `${note}!`);
});
