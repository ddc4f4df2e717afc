// axe-core in the page under test. It is sent with page.evaluate, which the page's own policy does not bind; axe itself
// runs without eval and without innerHTML, so that the policy would report it if it did not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './words.mjs';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

// What axe finds wrong, as lines: impact, rule, how many, the first element. `allowed` maps a rule to a test of the
// element's markup, for what is known and has a reason.
export async function violations(v, allowed = {}) {
  if (!(await v.page.evaluate(() => 'axe' in window))) await v.page.evaluate(AXE);
  const found = await v.page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { resultTypes: ['violations', 'passes'] });
    return {
      passed: passes.map(({ id }) => id),
      wrong: violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })),
    };
  });
  const lines = [];
  for (const { id, impact, help, nodes } of found.wrong) {
    const left = nodes.filter(({ html }) => !allowed[id]?.(html));
    if (left.length > 0) lines.push(`${impact} ${id}: ${help}, ${left.length} times: ${left[0].html.slice(0, 300)} ${left[0].failureSummary}`);
  }
  return { passed: found.passed, lines };
}
