import { readFileSync } from 'node:fs';
import { startBrowser } from './support/chromium.mjs';
import { runAll, scenario } from './support/runner.mjs';
import { startServer } from './support/server.mjs';
import { root, word } from './support/words.mjs';
import { openSample, showInspector, select } from './support/steps.mjs';
const AXE = readFileSync(root + '/node_modules/axe-core/axe.min.js', 'utf8');
async function axe(v, name) {
  const began = Date.now();
  await v.page.evaluate(AXE);
  const r = await v.page.evaluate(async () => {
    const r = await window.axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    const short = (list) => list.map(({ id, impact, help, nodes }) => ({ id, impact, help, n: nodes.length, nodes: nodes.slice(0, 4).map((x) => x.html.slice(0, 200) + ' | ' + x.failureSummary?.slice(0,300)) }));
    return { violations: short(r.violations), incomplete: short(r.incomplete) };
  });
  console.log(`== ${name} ${Date.now() - began} ms, ${(await v.twin()).length} nodes`);
  for (const x of r.violations) console.log('  V', x.impact, x.id, x.help, x.n, '\n     ' + x.nodes.join('\n     '));
  for (const x of r.incomplete) console.log('  ?', x.impact, x.id, x.help, x.n, '\n     ' + x.nodes.slice(0,2).join('\n     '));
}
scenario("snap", async (t) => { const v = await t.open({viewport:{width:1366,height:420}}); await openSample(v, "sevastopol-2021"); await select(v, "m-1-08"); console.log(await v.page.locator("#twin").ariaSnapshot()); const rows=(await v.twin()).filter(n=>["row","img"].includes(n.role)); for (const r of rows.slice(0,14)) console.log(r.role, r.name, "|", r.description);});
scenario('probe', async (t) => {
  const v = await t.open();
  await axe(v, 'start');
  await openSample(v, 'sevastopol-2021');
  await axe(v, 'roadmap');
  await select(v, 'm-1-08');
  await axe(v, 'inspector');
  await v.press('inspector/note');
  await v.until(async () => (await v.fieldText()) !== null, 'field');
  await axe(v, 'field');
  await v.keys('Escape');
  for (const k of ['g', 's', 'c', 'v', 'm', 'k', 'F1', 'Control+k', 'Shift+F10']) {
    await v.keys(k); await axe(v, k); await v.keys('Escape'); if (await v.at('palette')) await v.keys('Escape');
  }
  await v.keys('Control+f'); await axe(v, 'search'); await v.keys('Escape');
});
const page = root + '/dist-test/index.html';
const server = await startServer(page);
const run = { browser: await startBrowser(), server, pagePath: page, long: false, workers: 1, isTestBuild: true };
await runAll(run, process.argv[2]);
await run.browser.close(); await server.stop();
