// The rows: folding, scrolling, hovering, selecting, widths of columns and of the table.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { sample } from '../support/plans.mjs';
import { keyOf } from '../support/keys.mjs';
import { button, openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const SLUG = 'sevastopol-2021';
const inSection = (plan, section) => plan.measures.filter((measure) => measure.section === section).length;

scenario('a section folds by its disclosure, by a double click and by keys', { origins: ['http', 'file'] }, async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const plan = sample(SLUG);
  const [first] = plan.sections;
  const whole = (await v.need('grid')).rowCount;
  const folded = whole - inSection(plan, first.id);
  const state = async () => {
    const section = await v.need(`section/${first.id}`);
    return { count: (await v.need('grid')).rowCount, expanded: section.expanded };
  };
  const open = { count: whole, expanded: true };
  const shut = { count: folded, expanded: false };
  assert.deepEqual(await state(), open);

  const title = `${first.number}. ${first.title}`;
  const button = await v.need(`fold/${first.id}`);
  assert.equal(button.name, word('ru', 'roadmap.fold', { title }));
  const pixels = await v.changed((await v.need('grid')).rect, () => v.press(button));
  assert.ok(pixels > 5000);
  assert.deepEqual(await state(), shut);
  assert.equal((await v.need(`fold/${first.id}`)).name, word('ru', 'roadmap.unfold', { title }));
  await v.press(`fold/${first.id}`);
  assert.deepEqual(await state(), open);

  const cell = await v.need(`section-cell/1/${first.id}`);
  await v.press(cell, { times: 2 });
  assert.deepEqual(await state(), shut, 'a double click folds');
  await v.press(cell, { times: 2 });
  assert.deepEqual(await state(), open);

  await v.press(cell);
  await v.keys('ArrowLeft');
  assert.deepEqual(await state(), shut, 'the left arrow folds');
  await v.keys('ArrowLeft');
  assert.deepEqual(await state(), shut);
  await v.keys('ArrowRight');
  assert.deepEqual(await state(), open, 'the right arrow unfolds');

  // As assistive technology does it: through the element of the twin.
  await v.page.evaluate((key) => document.querySelector(`[data-key="${key}"]`).click(), keyOf(`fold/${first.id}`));
  await v.idle();
  assert.deepEqual(await state(), shut);
});

scenario('the wheel scrolls the rows, and the section in sight keeps its heading', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const [first] = sample(SLUG).sections;
  const rows = async () => (await v.all('row')).filter(({ rowIndex }) => rowIndex > 1).map(({ rowIndex }) => rowIndex);
  const { rect } = await v.need('grid');
  const before = await rows();
  assert.equal(before[0], 2);
  const header = (await v.need('header')).rect;
  await v.wheel({ x: rect.left + 200, y: rect.top + rect.height / 2 }, { dy: 400 });
  const after = await rows();
  assert.ok(after.includes(before.at(-1) + 1), 'rows further down came into sight');
  const sticky = await v.need(`section/${first.id}`);
  assert.ok(Math.abs(sticky.rect.top - (header.top + header.height)) < 2, 'the heading of the section stays below the header');
  await v.wheel({ x: rect.left + 200, y: rect.top + rect.height / 2 }, { dy: -4000 });
  assert.deepEqual(await rows(), before);
});

scenario('hovering a row lights its bar, and hovering a bar lights its row', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await v.away();
  const nodes = await v.twin();
  const plan = sample(SLUG);
  const bars = plan.measures
    .map(({ id }) => ({ id, bar: nodes.find(({ key }) => key === keyOf(`bar/${id}`)) }))
    .filter(({ bar }) => bar && bar.rect.width > 30);
  assert.ok(bars.length >= 3);
  for (const { id, bar } of bars.slice(0, 3)) {
    const title = await v.need(`cell/1/${id}`);
    await v.away();
    const barByRow = await v.changed(bar.rect, () => v.hover(title));
    await v.away();
    const rowByBar = await v.changed(title.rect, () => v.hover(bar));
    assert.ok(barByRow > 20, `the bar of ${id} answers its row (${barByRow} pixels)`);
    assert.ok(rowByBar > 20, `the row of ${id} answers its bar (${rowByBar} pixels)`);
    await v.away();
    const left = await v.changed(title.rect, () => v.away());
    assert.equal(left, 0);
  }
});

scenario('rows are selected by mouse and keys, and the inspector and the focus follow', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const plan = sample(SLUG);
  const selected = async () => (await v.all('row')).filter((row) => row.selected).map(({ key }) => key);
  const [one, two] = plan.measures.filter(({ section }) => section === plan.sections[0].id);
  const titled = async (title) => (await v.all('heading', title)).filter(({ level }) => level === 2).length;

  if (!(await v.at('inspector'))) await v.press(await button(v, 'command.toggleInspector'));
  await v.press(`cell/1/${one.id}`);
  assert.deepEqual(await selected(), [keyOf(`row/${one.id}`)]);
  assert.equal(await titled(one.title), 1, 'the inspector shows the row');

  await v.keys('ArrowDown');
  const [below] = await selected();
  assert.equal(below, keyOf(`row/${two.id}`));
  assert.equal(await titled(two.title), 1);
  await v.keys('ArrowUp', 'ArrowUp');
  assert.deepEqual(await selected(), [keyOf(`section/${plan.sections[0].id}`)]);

  await v.keys('End');
  const last = (await v.all('row')).find((row) => row.selected);
  assert.equal(last.rowIndex, (await v.need('grid')).rowCount);
  const { rect } = await v.need('grid');
  assert.ok(last.rect.top + last.rect.height <= rect.top + rect.height + 1, 'the selected row is in sight');
  await v.keys('Home');
  assert.equal((await v.all('row')).find((row) => row.selected).rowIndex, 2);
  await v.keys('PageDown');
  assert.ok((await v.all('row')).find((row) => row.selected).rowIndex > 6);

  await v.keys('Escape');
  assert.deepEqual(await selected(), []);
});

scenario('the Tab key enters the rows once, and arrows move the focus with the selection', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const focused = async () => (await v.twin()).find((node) => node.focused) ?? null;
  let stop = null;
  for (let presses = 0; presses < 40 && stop?.role !== 'row'; ++presses) {
    await v.keys('Tab');
    stop = await focused();
  }
  assert.equal(stop?.role, 'row', 'Tab reaches the rows');
  await v.keys('ArrowDown', 'ArrowDown');
  const row = await focused();
  assert.equal(row.role, 'row');
  assert.equal(row.selected, true, 'the focused row is the selected one');
  await v.keys('Tab');
  const next = await focused();
  assert.ok(next === null || !['row', 'rowheader', 'gridcell'].includes(next.role), `Tab leaves the rows (${next?.role} ${next?.name})`);
});

scenario('a column and the table are resized by dragging their edges', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  const width = async (column) => (await v.need(`column/${column}`)).rect.width;
  const title = await width(1);
  const edge = await v.need('column-edge/1');
  const point = { x: edge.rect.left + edge.rect.width / 2, y: edge.rect.top + edge.rect.height / 2 };
  await v.drag(point, { x: point.x + 60, y: point.y });
  assert.ok(Math.abs((await width(1)) - title - 60) < 2, `the column is 60 px wider, not ${(await width(1)) - title}`);
  const time = await width(5);
  const split = (await v.need('split')).rect;
  const middle = { x: split.left + split.width / 2, y: split.top + split.height / 2 };
  await v.drag(middle, { x: middle.x - 150, y: middle.y });
  assert.ok(Math.abs((await width(5)) - time - 150) < 2, `the time line is 150 px wider, not ${(await width(5)) - time}`);
  await v.reload();
  await openSample(v, SLUG);
  assert.ok(Math.abs((await width(5)) - time - 150) < 2, 'the split is kept');
});

scenario('a tooltip says a shortened text whole, and goes with the pointer', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await v.away();
  const nodes = await v.twin();
  const bar = nodes.find(({ role, rect }) => role === 'img' && rect.width > 60 && rect.top < 500);
  const clip = { left: 0, top: 0, width: 1366, height: 768 };
  const lit = await v.changed(clip, async () => {
    await v.hover(bar);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await v.idle();
  });
  assert.ok(lit > 3000, `a tooltip shows (${lit} pixels)`);
  await v.away();
});

scenario('what is out of sight is led to by its pointer', async (t) => {
  const v = await t.open();
  await openSample(v, SLUG);
  await v.press(await button(v, 'zoom.goToDate'));
  await v.type('15.06.2024');
  const pointers = (await v.all('button')).filter(({ name }) => name.includes(word('ru', 'roadmap.barBefore', { spans: '' }).trim()));
  assert.ok(pointers.length > 3, 'rows whose bars are out of sight have pointers');
  const [pointer] = pointers;
  await v.press(pointer);
  const gone = (await v.twin()).every(({ key }) => key !== pointer.key);
  assert.ok(gone, 'the pointer led to its bar');
});
