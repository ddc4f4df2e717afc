// The plan book and the forms: plan, limits, sections, bodies, schools and dictionaries are changed as a person does it,
// each change is one step back, what is refused says why and stays in its field; in the panel of a measure its sub-items,
// targets and schools.
import assert from 'node:assert/strict';
import { HAND_WATCH, arrowTo, command, field, focused, rowTo, swipeTo, tabTo, tap, typeKeys, usedHands, writeByTouch } from '../support/hands.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { canonical, file, sample, sampleText, smallPlan } from '../support/plans.mjs';
import { scenario } from '../support/runner.mjs';
import { hideInspector, isAvailable, openSample, saveByDownload, select } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const ru = (key, values) => word('ru', key, values);
const saved = async (v) => JSON.parse((await saveByDownload(v)).bytes.toString('utf8'));
const message = async (v) => (await v.need('message')).name;
const PAGES = ['plan', 'limits', 'sections', 'parties', 'schoolList', 'riskFactors', 'documentKinds', 'monitoringStages', 'states'];
const page = (v, name) => v.press(`book/page/${PAGES.indexOf(name)}`);

async function write(v, path, text, end = 'Control+Enter') {
  await v.press(path);
  await field(v);
  await v.keys('Control+a');
  await v.type(text, end);
}

async function openBook(t, slug = 'sevastopol-2021') {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, slug);
  await hideInspector(v);
  await v.press('topbar/title');
  await v.need('book');
  return v;
}

// Step by step in the book, to the last byte.
async function isUndone(v, text) {
  for (let steps = 0; steps < 40 && !(await v.need('book/undo')).disabled; ++steps) await v.press('book/undo');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), text, 'undone to the last byte');
}

scenario('the title of the bar opens the plan: title, level, place, dates; what is no date stays in its field', async (t) => {
  const v = await openBook(t);
  assert.equal(await v.fieldText(), null);
  await write(v, 'form.title', 'Карта «500+»\nна новый год');
  assert.match(await v.page.title(), /Карта «500\+» на новый год/);
  await v.press('plan.level/1');
  assert.equal((await v.need('plan.level/1')).pressed, true);
  await write(v, 'plan.territory', 'Севастополь');
  await write(v, 'form.from', '31.02.2021');
  assert.equal(await message(v), ru('edit.refused', { why: ru('editProblem.dateInvalid') }));
  assert.equal(await v.fieldText(), '31.02.2021', 'it stays');
  await v.keys('Control+a');
  await v.type('01.09.2022');
  assert.equal(await message(v), ru('edit.refused', { why: ru('editProblem.endBeforeStart') }));
  await v.keys('Control+a');
  await v.type('01.02.2021');
  assert.equal(await v.fieldText(), null);
  assert.equal(await v.at('message'), null, 'the refusal goes with its reason');
  await write(v, 'form.asOf', '2021-06-30');
  await write(v, 'form.language', 'tt');
  const { plan } = await saved(v);
  const { title, level, territory, from, asOf, language } = plan;
  assert.deepEqual({ title, level, territory, from, asOf, language }, {
    title: 'Карта «500+» на новый год', level: 'municipality', territory: 'Севастополь', from: '2021-02-01', asOf: '2021-06-30', language: 'tt',
  });
  await v.keys('Control+z');
  assert.equal((await v.need('form.language')).text, 'ru', 'Ctrl+Z works in the book');
  await isUndone(v, sampleText('sevastopol-2021'));
});

scenario('the chip says within how many days, and the button beside it leads to where that is set', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  await v.keys('Control+f');
  await v.keys('Escape');
  const chip = async () => (await v.need('filter/due-soon')).name.replace(/\u00a0/g, ' ');
  assert.match(await chip(), /30 дней/);
  await v.press('filter/due-soon/days');
  await write(v, 'form.dueSoonDays', 'скоро', 'Enter');
  assert.equal(await message(v), ru('edit.refused', { why: ru('editProblem.numberInvalid') }));
  await v.keys('Control+a');
  await v.type('7');
  await write(v, 'form.redLateShare', '12,5 %', 'Enter');
  assert.equal((await v.need('form.redLateShare')).text, '12,5');
  assert.deepEqual((await saved(v)).thresholds, { dueSoonDays: 7, redLateSharePercent: 12.5, redBehindPoints: 20, yellowBehindPoints: 5 });
  await v.press('form/remove');
  assert.equal((await v.need('form.dueSoonDays')).text, '30', 'back to the usual ones');
  await v.press('book/undo');
  await v.press('book/close');
  assert.match(await chip(), /7 дней/);
});

scenario('by keys alone: Enter on a section names it; one is added, put into another one and taken out with the choice what stays', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers] });
  await tabTo(v, ({ name }) => name === ru('sample.sevastopol'), 'the sample');
  await v.keys('Enter');
  const before = sample('sevastopol-2021');
  await rowTo(v, ({ level, name }) => level === 1 && name.includes(before.sections[1].title), 'the second section');
  await v.keys('Enter');
  await field(v);
  assert.equal(await v.fieldText(), before.sections[1].title);
  await v.keys('Control+a');
  await typeKeys(v, 'Поддержка школ', 'Control+Enter');
  assert.match((await v.need(`book/thing/${before.sections[1].id}`)).name, /Поддержка школ/);
  await v.keys('Escape');
  assert.equal(await v.at('book'), null);
  await command(v, 'command.addSection');
  await typeKeys(v, 'Итоги года', 'Control+Enter');
  let plan = await saved(v);
  assert.deepEqual(plan.sections.map(({ title }) => title), [before.sections[0].title, 'Поддержка школ', 'Итоги года', before.sections[2].title]);
  const added = plan.sections[2].id;
  // Into the first one, and up.
  await tabTo(v, ({ name }) => name.startsWith(ru('form.parent')), 'the section around it');
  await v.keys('Enter');
  await tabTo(v, ({ role }) => role === 'radio', 'the sections');
  await arrowTo(v, 'ArrowDown', ({ name }) => name.includes(before.sections[0].title), 'the first section');
  await v.keys('Enter');
  plan = await saved(v);
  assert.deepEqual(plan.sections.map(({ id }) => id).indexOf(added), 1);
  assert.equal(plan.sections[1].parent, before.sections[0].id);
  assert.ok((await focused(v)).name.startsWith(ru('form.parent')), 'the keyboard is back where it was');
  // The first one goes; what is inside stays.
  await tabTo(v, ({ role, pressed, name }) => role === 'radio' && pressed && name.includes('Итоги'), 'the list');
  await arrowTo(v, 'ArrowUp', ({ name }) => name.includes(before.sections[0].title), 'the first section');
  await v.keys('Enter');
  await tabTo(v, ({ name }) => name === ru('form.remove'), 'the button that removes');
  await v.keys('Enter');
  assert.equal((await focused(v)).name, ru('button.cancel'), 'nothing goes by a second Enter');
  await v.keys('Enter');
  assert.equal(await v.at('book/keep'), null);
  await v.keys('Enter');
  await tabTo(v, ({ name }) => name === ru('form.remove.keep'), 'the choice that keeps');
  await v.keys('Enter');
  plan = await saved(v);
  assert.equal(plan.measures.length, before.measures.length);
  assert.equal(plan.sections.find(({ id }) => id === added).parent, undefined, 'what was inside is outside now');
  assert.equal(plan.sections.length, 3);
  await v.keys('Escape');
  for (let steps = 0; steps < 20 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), sampleText('sevastopol-2021'));
  const { mouse, touch } = await usedHands(v);
  assert.deepEqual([mouse, touch], [0, 0], 'neither mouse nor fingers');
});

scenario('sections move past each other, and with all that is inside one of them goes', async (t) => {
  const v = await openBook(t);
  await page(v, 'sections');
  const before = sample('sevastopol-2021');
  const [first, second] = before.sections;
  await v.press(`book/thing/${second.id}`);
  await v.press('form/up');
  assert.deepEqual((await saved(v)).sections.map(({ id }) => id).slice(0, 2), [second.id, first.id]);
  await v.press('form/up');
  assert.equal(await message(v), ru('form.edge'));
  await write(v, 'form.number', 'I', 'Enter');
  await v.press('form/remove');
  const inside = before.measures.filter(({ section }) => section === second.id);
  assert.ok((await v.all('text')).some(({ name }) => name.includes(String(inside.length))), 'how many measures go');
  await v.press('book/remove-all');
  const plan = await saved(v);
  assert.equal(plan.measures.length, before.measures.length - inside.length);
  assert.deepEqual(plan.sections.map(({ id }) => id), before.sections.filter(({ id }) => id !== second.id).map(({ id }) => id));
  await isUndone(v, sampleText('sevastopol-2021'));
});

scenario('things are duplicated beside themselves: sections with what stands in them, bodies, schools, entries, sub-items, targets', async (t) => {
  const v = await openBook(t);
  const before = sample('sevastopol-2021');
  const copied = (name) => ru('form.copyOf', { name });
  // The name of the copy is typed over.
  const duplicate = async (path) => {
    await v.press(path);
    await v.press('form/copy');
    await field(v);
    await v.keys('Escape');
  };
  for (const [list, things] of [['sections', before.sections], ['parties', before.parties], ['schoolList', before.schools]]) {
    await page(v, list);
    await duplicate(`book/thing/${things[0].id}`);
  }
  const plan = await saved(v);
  const [section, copy] = plan.sections;
  assert.equal(section.id, before.sections[0].id);
  assert.equal(copy.title, copied(section.title));
  const inside = ({ measures }, id) => measures.filter((measure) => measure.section === id).map(({ title, state }) => ({ title, state }));
  assert.deepEqual(inside(plan, copy.id), inside(before, section.id).map(({ title }) => ({ title, state: 'notStarted' })), 'as planned, nothing reported');
  assert.equal(plan.parties.at(-1).name, copied(before.parties[0].name));
  assert.equal(plan.schools.at(-1).name, copied(before.schools[0].name));
  assert.equal(plan.schools.at(-1).municipality, before.schools[0].municipality);
  await isUndone(v, sampleText('sevastopol-2021'));
});

scenario('Ctrl+D on a section duplicates it', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  const [first] = sample('sevastopol-2021').sections;
  await v.press(`section-cell/1/${first.id}`);
  await v.keys('Control+d');
  await field(v);
  await v.keys('Escape');
  await v.keys('Escape');
  assert.equal((await saved(v)).sections[1].title, ru('form.copyOf', { name: first.title }));
});

scenario('bodies are found, named, merged; who takes one out is told where it stands', async (t) => {
  const v = await openBook(t);
  await page(v, 'parties');
  const before = sample('sevastopol-2021');
  await v.press('book/search');
  await v.type('ИРО', null);
  await v.until(async () => (await v.all('radio')).filter(({ name }) => !PAGES.some((each) => ru(`form.${each}`) === name)).length < 6, 'the list to be shorter');
  await v.keys('Enter');
  await v.press('book/thing/p-iro');
  await write(v, 'form.partyName', 'Институт развития образования', 'Enter');
  await v.press('form.kind/1');
  await write(v, 'form.aliases', 'ИРО\nГАОУ ПО ИРО');
  let party = (await saved(v)).parties.find(({ id }) => id === 'p-iro');
  assert.deepEqual([party.name, party.kind, party.aliases], ['Институт развития образования', 'role', ['ИРО', 'ГАОУ ПО ИРО']]);
  // A name that another one has is refused.
  await write(v, 'form.partyName', before.parties[0].name, 'Enter');
  assert.equal(await message(v), ru('edit.refused', { why: ru('editProblem.nameTaken') }));
  await v.keys('Escape');
  assert.equal((await v.need('form.partyName')).text, 'Институт развития образования');
  // Another one becomes part of it.
  const other = before.parties.find(({ id }) => id !== 'p-iro' && before.measures.some(({ responsible }) => responsible?.includes(id)));
  await v.press('form.mergeWith');
  await v.press(`book/pick/${other.id}`);
  const plan = await saved(v);
  assert.equal(plan.parties.length, before.parties.length - 1);
  party = plan.parties.find(({ id }) => id === 'p-iro');
  assert.ok(party.aliases.includes(other.name));
  assert.ok(!JSON.stringify(plan.measures).includes(`"${other.id}"`));
  await v.press('form/remove');
  const numbers = plan.measures.filter(({ responsible, items }) => [responsible, ...(items ?? []).map((item) => item.responsible)].some((names) => names?.includes('p-iro'))).map(({ number }) => number);
  assert.ok((await v.all('text')).some(({ name }) => name.includes(numbers[0].replace(/\.$/, '')) && name.includes(String(numbers.length))), 'where it stands');
  await v.press('book/remove-all');
  assert.equal((await saved(v)).parties.length, before.parties.length - 2);
  await isUndone(v, sampleText('sevastopol-2021'));
});

scenario('by touch alone a school is added, described, given a curator, and taken out', async (t) => {
  const v = await t.open({ scripts: [HAND_WATCH, withoutPickers], hasTouch: true });
  await tap(v, await v.the('button', ru('sample.sevastopol')));
  await tap(v, 'topbar/title');
  await tap(v, `book/page/${PAGES.indexOf('schoolList')}`);
  await tap(v, 'book/add');
  await writeByTouch(v, 'Школа «Парус»');
  await tap(v, 'form.shortName');
  await writeByTouch(v, '«Парус»');
  await tap(v, 'form.municipality');
  await writeByTouch(v, 'Округ Б');
  await tap(v, 'form.schoolKinds/0');
  await tap(v, 'form.schoolKinds/2');
  await tap(v, 'form.curator');
  await tap(v, 'book/pick/p-curator-1');
  assert.ok((await v.need('form.curator')).text.length > 3);
  await tap(v, 'book/close');
  const { bytes } = await v.downloadOf(() => tap(v, 'topbar/save'));
  const school = JSON.parse(bytes.toString('utf8')).schools.at(-1);
  assert.deepEqual([school.name, school.shortName, school.municipality, school.kinds, school.curator],
    ['Школа «Парус»', '«Парус»', 'Округ Б', ['lowResults', 'resilient'], 'p-curator-1']);
  await tap(v, 'topbar/title');
  await tap(v, `book/page/${PAGES.indexOf('schoolList')}`);
  await swipeTo(v, `book/thing/${school.id}`, 'book/list');
  await tap(v, `book/thing/${school.id}`);
  await tap(v, 'form/remove');
  assert.equal(await v.at(`book/thing/${school.id}`), null, 'nothing hung on it: no question');
  const { mouse, keys } = await usedHands(v);
  assert.deepEqual([mouse, keys], [0, 0], 'neither mouse nor keys');
});

scenario('dictionaries: what the plan has is changed; where it has none, the usual words stand', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('lists.vekha.json', canonical(smallPlan())));
  await v.press('topbar/title');
  await page(v, 'riskFactors');
  await v.press('book/thing/staff');
  await write(v, 'form.entryName', 'Нехватка учителей', 'Enter');
  await v.press('form/up');
  await v.press('book/add');
  await v.type('Транспорт', 'Enter');
  let { riskFactors } = (await saved(v)).dictionaries;
  assert.equal(riskFactors.length, 10);
  assert.deepEqual([riskFactors[0].key, riskFactors[0].name, riskFactors[9].name], ['staff', 'Нехватка учителей', 'Транспорт']);
  await v.press('form/remove');
  ({ riskFactors } = (await saved(v)).dictionaries);
  assert.equal(riskFactors.length, 9);
  for (const name of ['documentKinds', 'monitoringStages', 'states']) {
    await page(v, name);
    assert.ok((await v.all('radio')).length > PAGES.length, `${name} has entries`);
  }
  await isUndone(v, canonical(smallPlan()));
});

scenario('a plan that cannot be changed shows all pages as texts and says why', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await v.drop(file('newer.vekha.json', canonical({ ...sample('sevastopol-2021'), version: 7 })));
  await v.press('topbar/title');
  for (let i = 0; i < PAGES.length; ++i) {
    await v.press(`book/page/${i}`);
    const names = (await v.all('text')).map(({ name }) => name);
    assert.ok(names.includes(ru('why.readOnly')), `${PAGES[i]} says why`);
    assert.equal((await v.all('textbox')).filter(({ name }) => name !== ru('filter.search')).length, 0);
    assert.equal(await v.at('book/add'), null);
    assert.equal(await v.at('form/remove'), null);
  }
});

scenario('in the panel: sub-items, targets and schools of a measure', async (t) => {
  const v = await t.open({ scripts: [withoutPickers] });
  await openSample(v, 'sevastopol-2021');
  const id = 'm-1-10';
  await select(v, id);
  const into = async (path) => {
    const fits = async () => ((await v.at(path))?.rect.height ?? 0) >= 24;
    if (!(await fits())) await v.wheel('inspector', { dy: -20000 });
    for (let pages = 0; pages < 20 && !(await fits()); ++pages) await v.wheel('inspector', { dy: 250 });
  };
  await into('inspector/add-item');
  await v.press('inspector/add-item');
  await v.type('Разослать письма', 'Control+Enter');
  await into('column.period');
  await v.press('column.period');
  await field(v);
  await v.page.keyboard.insertText('до 15 мая');
  await v.until(() => v.at('period-hint'), 'what was understood');
  assert.match((await v.need('period-hint')).name, /15\.05\.2021/);
  await v.keys('Control+Enter');
  await into('form.itemResult');
  await write(v, 'form.itemResult', 'Письма ушли');
  await into('inspector/add-item');
  await v.press('inspector/add-item');
  await v.type('Собрать ответы', 'Control+Enter');
  await into('form/up');
  await v.press('form/up');
  await into('inspector/add-target');
  await v.press('inspector/add-target');
  await v.type('Доля школ', 'Control+Enter');
  for (const [path, text] of [['form.value', '75,5'], ['form.unit', '%'], ['form.scope', 'в год'], ['form.actualValue', '40']]) {
    await into(path);
    await write(v, path, text, 'Enter');
  }
  await into('form.comparator/2');
  await v.press('form.comparator/2');
  await into('form.actualDate');
  await write(v, 'form.actualDate', '30.06.2021', 'Enter');
  let measure = (await saved(v)).measures.find((each) => each.id === id);
  const before = sample('sevastopol-2021').measures.find((each) => each.id === id);
  const items = measure.items.slice((before.items ?? []).length);
  assert.deepEqual(items.map(({ title }) => title), ['Собрать ответы', 'Разослать письма']);
  assert.deepEqual([items[1].period.kind, items[1].period.spans, items[1].result], ['deadline', [{ to: '2021-05-15' }], 'Письма ушли']);
  const target = measure.targets.at(-1);
  assert.deepEqual([target.text, target.comparator, target.value, target.unit, target.scope, target.actualValue, target.actualDate],
    ['Доля школ', 'atMost', 75.5, '%', 'в год', 40, '2021-06-30']);
  await into('form.schoolScope/2');
  await v.press('form.schoolScope/2');
  await into('form.schools');
  await v.press('form.schools');
  await v.press('book/pick/sch-02');
  await v.press('book/pick/sch-05');
  await v.press('book/pick/sch-02');
  await v.press('book/close');
  measure = (await saved(v)).measures.find((each) => each.id === id);
  assert.equal(measure.appliesTo?.scope ?? measure.schools?.scope, 'listed');
  assert.ok(JSON.stringify(measure).includes('"sch-05"') && !JSON.stringify(measure).includes('"sch-02"'));
  for (let steps = 0; steps < 30 && (await isAvailable(v, 'undo')); ++steps) await v.keys('Control+z');
  assert.equal((await saveByDownload(v)).bytes.toString('utf8'), sampleText('sevastopol-2021'), 'undone to the last byte');
});

// On a low page only the ones before and after stand beside the chosen one.
async function goToPage(v, wanted) {
  for (let steps = 0; steps < PAGES.length; ++steps) {
    const shown = await Promise.all(PAGES.map((_, place) => v.at(`book/page/${place}`)));
    const chosen = shown.findIndex((node) => node?.pressed);
    if (chosen === wanted) return;
    await v.press(`book/page/${shown[wanted] ? wanted : chosen + Math.sign(wanted - chosen)}`);
  }
}

scenario('the book has room for all its pages on small pages', async (t) => {
  const v = await openBook(t);
  for (const [width, height] of [[1024, 768], [800, 600], [455, 256]]) {
    await v.resize({ width, height });
    for (const name of ['plan', 'parties', 'schoolList']) {
      await goToPage(v, PAGES.indexOf(name));
      const { rect } = await v.need(name === 'plan' ? 'form.title' : 'book/list');
      assert.ok(rect.height >= 24 && rect.top + rect.height <= height, `${name} at ${width}×${height}`);
    }
  }
});
