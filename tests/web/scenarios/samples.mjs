// Each of the five samples opens from the start screen by a press of the real mouse, and holds what the issue says.
import assert from 'node:assert/strict';
import { scenario } from '../support/runner.mjs';
import { SAMPLES, sample } from '../support/plans.mjs';
import { keyOf } from '../support/keys.mjs';
import { colourCount } from '../support/png.mjs';
import { openSample } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

for (const { slug, measures, sections } of SAMPLES) {
  scenario(`${slug} opens with its title and its true number of rows`, { origins: ['http', 'file'] }, async (t) => {
    const v = await t.open();
    const picture = await v.picture();
    await openSample(v, slug);
    const plan = sample(slug);
    assert.equal(plan.measures.length, measures);
    assert.equal((plan.sections ?? []).length, sections);
    assert.equal((await v.need('plan-title')).name, plan.plan.title);
    assert.deepEqual((await v.all('heading')).filter(({ level }) => level === 1).map(({ name }) => name), [plan.plan.title]);
    assert.equal((await v.need('grid')).rowCount, measures + sections + 1);
    assert.ok((await v.page.title()).includes(plan.plan.title));
    const demo = await v.need('demo');
    assert.equal(demo.name, word('ru', 'demo.mark'));
    assert.ok(demo.rect.width > 100);
    const after = await v.picture();
    assert.ok(colourCount(after) > 50);
    assert.notDeepEqual(after.data, picture.data);
  });
}

for (const { slug } of SAMPLES) {
  const options = { long: !['sevastopol-2021', 'dubovskoe-2021'].includes(slug) };
  scenario(`${slug}: every measure and section has its row, in the file's order`, options, async (t) => {
    const v = await t.open();
    await openSample(v, slug);
    const plan = sample(slug);
    const paths = new Map();
    for (const measure of plan.measures) paths.set(keyOf(`row/${measure.id}`), measure.id);
    for (const section of plan.sections ?? []) paths.set(keyOf(`section/${section.id}`), section.id);
    const seen = new Map();
    const { rect } = await v.need('grid');
    const table = { x: rect.left + 100, y: rect.top + rect.height / 2 };
    for (let turns = 0; turns < 100 && seen.size < paths.size; ++turns) {
      for (const row of await v.all('row')) {
        if (paths.has(row.key)) seen.set(row.rowIndex, paths.get(row.key));
      }
      await v.wheel(table, { dy: 480 });
    }
    const inOrder = [...seen].sort(([one], [other]) => one - other);
    assert.deepEqual(inOrder.map(([index]) => index), Array.from({ length: paths.size }, (_, place) => place + 2));
    const found = inOrder.map(([, id]) => id);
    assert.deepEqual([...found].sort(), [...paths.values()].sort());
    const ofMeasures = found.filter((id) => plan.measures.some((measure) => measure.id === id));
    if (!plan.sections) assert.deepEqual(ofMeasures, plan.measures.map(({ id }) => id));
  });
}

scenario('the accessible tree has the roadmap as a treegrid with rows, levels and cells', async (t) => {
  const v = await t.open();
  await openSample(v, 'sevastopol-2021');
  const snapshot = (await v.page.locator('#twin').ariaSnapshot()).replace(/^(\s*)- '(.*)'(:?)$/gm, '$1- $2$3');
  assert.match(snapshot, /- treegrid "Мероприятия плана":/);
  assert.match(snapshot, /^ +- row "1\. Запуск программы[^"]*" \[expanded\] \[level=1\]:/m);
  assert.match(snapshot, /^ +- row "1\.1\. Нормативная база[^"]*" \[level=2\]:/m);
  assert.match(snapshot, /^ +- columnheader "Мероприятие"/m);
  assert.match(snapshot, /^ +- rowheader "Нормативная база/m);
  assert.match(snapshot, /^ +- gridcell "Январь, 2021"/m);
  assert.match(snapshot, /^ +- img "1 января 2021 года – 31 января 2021 года, Выполнено"/m);
  assert.match(snapshot, /^ +- button "Свернуть: [^"]+" \[expanded\]/m);
  assert.match(snapshot, /- heading "Проект «500\+»[^"]*" \[level=1\]/);
  // What the browser itself makes of the tree: one stop of the Tab key among the rows.
  const stops = (await v.all('row')).filter((row) => row.tabIndex === 0);
  assert.equal(stops.length, 1);
});

scenario('every row of the twin stands where its cells stand, and inside the picture', async (t) => {
  const v = await t.open();
  await openSample(v, 'stavropol-2021');
  const nodes = await v.twin();
  const { width, height } = v.page.viewportSize();
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  for (const node of nodes) {
    const { left, top, width: wide, height: high } = node.rect;
    assert.ok(left >= -0.5 && top >= -0.5 && left + wide <= width + 0.5 && top + high <= height + 0.5, `${node.role} ${node.name}`);
    const parent = byKey.get(node.parent);
    if (!parent || !['row', 'treegrid', 'gridcell'].includes(parent.role)) continue;
    // A row's own box is the table's part of it; its cell of the time line stands beside that.
    const across = parent.role === 'row' ? byKey.get(keyOf('grid')).rect : parent.rect;
    assert.ok(left >= across.left - 0.5 && left + wide <= across.left + across.width + 0.5, node.name);
    assert.ok(top >= parent.rect.top - 0.5 && top + high <= parent.rect.top + parent.rect.height + 0.5, node.name);
  }
});
