// Any character of any plan shows: letters of the peoples of Russia from the page's own fonts, everything else from the
// system's, in both weights, also where pixels are small; what nobody has shows the sign for «unknown». The proof is in
// the pixels: each cell is compared with the same cell of a plan that has an unknown character there, and nothing.
import assert from 'node:assert/strict';
import { hideInspector, openSample } from '../support/steps.mjs';
import { keyOf } from '../support/keys.mjs';
import { canonical, file, SAMPLES, smallPlan } from '../support/plans.mjs';
import { crop, differingPixels } from '../support/png.mjs';
import { scenario } from '../support/runner.mjs';

const UNKNOWN = '\ue000';
const UNSEEN = '\u200b';
const SENTENCES = [
  'Татарстан мәктәпләре өчен җиһаз һәм укыту',
  'Башҡортостан мәктәптәре: ҡала һәм үҙәк ҙур, ғилем, ҫаң',
  'Саха сирин оскуолата: үөрэх, ҕ ҥ ө ү һ',
];
const OWN = [...new Set(SENTENCES.join('').replace(/[ :,а-яё]/giu, '')), 'Ⅳ', 'Ⅻ', '№', 'Ӹ', 'Ԥ', 'ǆ'];
// The machine's fonts (tools/setup): DejaVu, Droid Sans Fallback, Noto Color Emoji.
const FROM_SYSTEM = ['ⅳ', '⅚', '学', 'გ', '☎', '🎓', '✅', '👩\u200d🏫'];
const COLOURED = ['🎓', '✅', '👩\u200d🏫'];
const EACH = [...OWN, '½', ...FROM_SYSTEM];
const TEXTS = [...EACH, ...SENTENCES];

// One measure for each text, and where the fonts differ, a section of the same title around it; `change` makes the titles
// of the variant.
const IN_SECTIONS = new Set([...FROM_SYSTEM, ...SENTENCES]);
function planOf(change = (text) => text) {
  const plan = smallPlan({ id: 'glyphs' });
  const [first] = plan.sections;
  const sections = [...TEXTS.entries()].filter(([, text]) => IN_SECTIONS.has(text));
  plan.sections = [first, ...sections.map(([place, text]) => ({ id: `s-${place}`, number: String(place + 1), title: change(text) }))];
  plan.measures = TEXTS.map((text, place) => ({
    ...plan.measures[0],
    id: `m-${place}`,
    number: `${place + 1}.1`,
    section: IN_SECTIONS.has(text) ? `s-${place}` : first.id,
    title: change(text),
  }));
  return plan;
}
const pathsOf = (place) => [`cell/1/m-${place}`, ...(IN_SECTIONS.has(TEXTS[place]) ? [`section-cell/1/s-${place}`] : [])];

// What is painted on canvases of two dimensions, from the start on.
function noteBrush() {
  window.brushed = [];
  const paint = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.brushed.push(`${text} ${this.font}`);
    return paint.call(this, text, ...rest);
  };
}
const brushed = (v) => v.page.evaluate(() => window.brushed);

async function openPage(t, options = {}) {
  return t.open({ viewport: { width: 900, height: 2500 }, scripts: [noteBrush], ...options });
}

// A name for each: scenarios run side by side and share the folder.
let files = 0;
const openPlan = (v, plan) => v.drop(file(`знаки-${++files}.vekha.json`, canonical(plan)));

// The picture of the whole page and where the titles stand, with the plan's rows all in sight.
async function shown(v, plan) {
  await openPlan(v, plan);
  await hideInspector(v);
  await v.away();
  const paths = [...TEXTS.keys()].flatMap(pathsOf);
  const nodes = await v.until(async () => {
    const found = new Map((await v.twin()).map((node) => [node.key, node]));
    const isThis = found.get(keyOf('cell/1/m-0'))?.name === plan.measures[0].title;
    return isThis && paths.every((path) => found.has(keyOf(path))) && found;
  }, 'all rows of the plan');
  const picture = await v.picture();
  const ratio = picture.width / v.page.viewportSize().width;
  const cells = new Map();
  for (const path of paths) {
    const { rect } = nodes.get(keyOf(path));
    const [left, top, right, bottom] = [rect.left + 1, rect.top + 1, rect.left + rect.width - 1, rect.top + rect.height - 1].map((edge) => Math.round(edge * ratio));
    cells.set(path, crop(picture, left, top, right - left, bottom - top));
  }
  return cells;
}

function coloursIn({ data, channels }) {
  let count = 0;
  for (let at = 0; at < data.length; at += channels) {
    const texel = data.subarray(at, at + 3);
    if (Math.max(...texel) - Math.min(...texel) > 100) ++count;
  }
  return count;
}

// The least channel of the lightest pixel.
function lightest({ data, channels }) {
  let most = 0;
  for (let at = 0; at < data.length; at += channels) most = Math.max(most, Math.min(data[at], data[at + 1], data[at + 2]));
  return most;
}

for (const ratio of [1, 2]) {
  scenario(`every character of a plan is drawn, in both weights, at pixel ratio ${ratio}`, { limitMs: 240_000 }, async (t) => {
    // In the dark, so that letters of the system must take the ink of the text.
    const v = await openPage(t, { deviceScaleFactor: ratio, colorScheme: ratio === 2 ? 'dark' : 'light' });
    const real = await shown(v, planOf());
    const asked = await brushed(v);
    const blank = await shown(v, planOf(() => UNSEEN));
    const unknown = await shown(v, planOf((text) => text.replace(/[^ ]/gu, UNKNOWN)));
    const faults = [];
    const least = 8 * ratio;
    for (const [place, text] of TEXTS.entries()) {
      for (const path of pathsOf(place)) {
        const ink = differingPixels(real.get(path), blank.get(path), 24);
        if (ink < least) faults.push(`${text} in ${path} is blank (${ink} pixels)`);
        const other = differingPixels(real.get(path), unknown.get(path), 24);
        if (other < least) faults.push(`${text} in ${path} is the sign for unknown: the machine has no font for it, or the page does not ask`);
        const colours = coloursIn(real.get(path)) - coloursIn(blank.get(path));
        if (COLOURED.includes(text) ? colours < 10 * ratio : colours !== 0) faults.push(`${text} in ${path} has ${colours} coloured pixels`);
        if (ratio === 2 && !COLOURED.includes(text) && lightest(real.get(path)) < 150) faults.push(`${text} in ${path} has not the ink of the text`);
        assert.ok(differingPixels(unknown.get(path), blank.get(path), 24) >= least, `${path}: the sign for unknown is seen`);
      }
    }
    assert.deepEqual(faults, []);

    // Only those were asked for that the page's fonts lack, each once for a size and weight.
    const repeated = asked.filter((each, place) => asked.indexOf(each) !== place);
    assert.deepEqual(repeated, []);
    const characters = new Set(asked.map((each) => [...each][0]));
    assert.deepEqual([...characters].filter((each) => !['\uffff', '\u{10ffff}'].includes(each)).sort(), [...'ⅳ⅚学გ☎🎓✅👩🏫'].sort());
    t.note(`${asked.length} pictures of characters for ${real.size} titles`);
  });
}

scenario('an unknown character shows as U+FFFD in both weights, and unseen ones take no room', { limitMs: 240_000 }, async (t) => {
  const v = await openPage(t);
  const unknown = await shown(v, planOf((text) => text.replace(/[^ ]/gu, '\ufffd')));
  assert.deepEqual(await brushed(v), []);
  const privateUse = await shown(v, planOf((text) => text.replace(/[^ ]/gu, UNKNOWN)));
  assert.notDeepEqual(await brushed(v), []);
  const unassigned = await shown(v, planOf((text) => text.replace(/[^ ]/gu, '\u{3fff0}')));
  const before = (await brushed(v)).length;
  const mixed = (text) => [...text].join('\u200d\ufe0f\u00ad\u2060');
  const plain = await shown(v, planOf((text) => (OWN.includes(text) ? `т${text}т` : 'тт')));
  const joined = await shown(v, planOf((text) => mixed(OWN.includes(text) ? `т${text}т` : 'тт')));
  assert.equal((await brushed(v)).length, before, 'nobody was asked for letters of the page and unseen characters');
  for (const path of [...TEXTS.keys()].flatMap(pathsOf)) {
    assert.equal(differingPixels(privateUse.get(path), unknown.get(path), 2), 0, `U+E000 in ${path}`);
    assert.equal(differingPixels(unassigned.get(path), unknown.get(path), 2), 0, `U+3FFF0 in ${path}`);
    assert.equal(differingPixels(joined.get(path), plain.get(path), 2), 0, `unseen characters in ${path}`);
  }
});

scenario('the twin and the title of the page keep characters above U+FFFF', async (t) => {
  const v = await t.open();
  const title = 'Урок 🎓 для 👩\u200d🏫 𠀋 ✅';
  const plan = smallPlan({ title: `План ${title}`, titles: [title] });
  await openPlan(v, plan);
  assert.equal((await v.need('plan-title')).name, plan.plan.title);
  assert.equal((await v.need('cell/1/m-1')).name, title);
  assert.equal(await v.page.title().then((text) => text.includes('🎓')), true);
});

scenario('nobody is asked while a plan is looked at, and the samples ask for nothing', async (t) => {
  const v = await t.open({ scripts: [noteBrush] });
  for (const { slug } of SAMPLES) {
    await v.reload();
    await openSample(v, slug);
    assert.deepEqual(await brushed(v), [], slug);
  }
  await openPlan(v, smallPlan({ titles: ['学校 🎓', `${UNKNOWN} нет`] }));
  await v.hover('cell/1/m-2');
  const before = (await brushed(v)).length;
  assert.ok(before > 0);
  for (const path of ['cell/1/m-1', 'cell/1/m-2', 'cell/1/m-3']) await v.hover(path);
  await v.wheel('cell/1/m-1', { dy: 60 });
  await v.wheel('cell/1/m-1', { dy: -60 });
  assert.equal((await brushed(v)).length, before);
});
