// The main screens for everyone: what axe-core finds, what is told (snapshots), how large the targets are, and that each
// node of the twin lies where it can be reached. One walk over all screens in each language and look.
import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { scenario } from '../support/runner.mjs';
import { snapshotFault } from '../support/snapshots.mjs';
import { button } from '../support/steps.mjs';
import { tour } from '../support/tour.mjs';
import { checkTwin } from '../support/twin_rules.mjs';

const LEAST_TARGET = 24;
const TOUCH_TARGET = 44;
// The page's clock, should anything show today.
const NOON = new Date('2021-10-15T09:00:00Z');
// Rules that have to have looked at something on the way: without them the walk would have proven nothing.
const MUST_HAVE_LOOKED = ['aria-required-children', 'aria-required-parent', 'aria-required-attr', 'aria-allowed-attr', 'aria-valid-attr-value', 'button-name', 'aria-dialog-name', 'region', 'color-contrast', 'html-has-lang', 'html-lang-valid', 'nested-interactive', 'aria-hidden-focus', 'duplicate-id-aria'];

// The one text field of the page stands beside the twin, since it is seen and the twin is not; aria-owns puts it into its
// place, which this rule does not follow. Where it is put is shown by the snapshots.
const KNOWN = { region: (html) => /id="field"/.test(html) };

const isTarget = ({ role, focusable, disabled }) => focusable && !disabled && role !== 'separator';

// Cut by the edge of what it is scrolled in: the person brings it into sight first.
function isCut(node, byKey) {
  for (let holder = byKey.get(node.parent); holder; holder = byKey.get(holder.parent)) {
    const scrolls = ['treegrid', 'complementary', 'dialog', 'alertdialog', 'menu', 'list', 'group', 'radiogroup', 'main', 'toolbar'].includes(holder.role);
    if (!scrolls) continue;
    const [one, other] = [node.rect, holder.rect];
    if (one.top <= other.top + 0.6 || one.top + one.height >= other.top + other.height - 0.6) return true;
    if (one.left <= other.left + 0.6 || one.left + one.width >= other.left + other.width - 0.6) return true;
  }
  return false;
}

function targetsOf(nodes) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return nodes.filter((node) => isTarget(node) && node.rect.width > 0 && node.rect.height > 0).map((node) => ({ ...node, cut: isCut(node, byKey) }));
}

const LOOKS = [
  { name: 'in Russian, light', options: {}, compares: true },
  { name: 'in English, dark', options: { colorScheme: 'dark' }, language: 'en', compares: true },
  { name: 'in Russian, forced colours, by touch', options: { colorScheme: 'dark', forcedColors: 'active', hasTouch: true } },
];

for (const { name: look, options, language = 'ru', compares = false } of LOOKS) {
  scenario(`everyone: all screens ${look} pass axe, tell what was agreed, and every target can be hit`, async (t) => {
    const v = await t.page(await t.context(options), { scripts: [withoutPickers] });
    await v.page.clock.setFixedTime(NOON);
    await v.go();
    if (language !== 'ru') await v.press(await button(v, 'topbar.language.other'));
    const looked = new Set();
    const faults = [];
    const sizes = [];
    const names = await tour(v, async (screen) => {
      assert.equal(await v.page.evaluate(() => document.documentElement.lang), language, screen);
      const { passed, lines } = await violations(v, KNOWN);
      for (const rule of passed) looked.add(rule);
      faults.push(...lines.map((line) => `${screen}: ${line}`));
      const fault = compares ? await snapshotFault(v, screen, language) : null;
      if (fault) faults.push(fault);
      const nodes = await v.twin();
      checkTwin(nodes, v.page.viewportSize(), screen);
      for (const { role, name, rect, cut } of targetsOf(nodes)) {
        const least = Math.min(rect.width, rect.height);
        if (cut) continue;
        sizes.push(least);
        if (least < LEAST_TARGET - 0.1) faults.push(`${screen}: ${role} «${name}» is ${rect.width.toFixed(1)}×${rect.height.toFixed(1)}`);
      }
    });
    assert.deepEqual(faults, []);
    const missed = MUST_HAVE_LOOKED.filter((rule) => !looked.has(rule));
    assert.deepEqual(missed, [], 'rules that found nothing to look at');
    const small = sizes.filter((size) => size < TOUCH_TARGET - 0.1).length;
    t.note(`${names.length} screens, ${looked.size} rules; ${sizes.length} targets, the smallest ${Math.min(...sizes).toFixed(1)} px, ${small} below ${TOUCH_TARGET} px`);
  });
}
