// The browser tests: the packed page in Debian's Chromium, at every kind of origin, and a smoke run in Firefox.
//
//   node tests/web/run.mjs [--long] [--page dist-test/index.html] [--only PART-OF-A-NAME] [--list] [--workers N] [--no-webgl]
//                          [--share]
//
// With --no-webgl the browser has no WebGL, and the page paints without it; scenarios about WebGL itself are left out.
// With --share a browser with WebGL runs the topics about the picture only (PAINTED): the one without WebGL runs them all,
// in half of the time. The last line is «N passed, N failed, N skipped». A line that begins with «skipped: » says why. With --long
// (or VEKHA_LONG=1) the full counts run; figures go to the file VEKHA_FIGURES, if there is one. VEKHA_UPDATE_SNAPSHOTS=1 writes
// tests/web/snapshots anew. Pictures of failed tests are in build/web-artefacts/.
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { executableOf, startBrowser } from './support/chromium.mjs';
import { beginTopic, listed, runAll, topicsOfWebgl } from './support/runner.mjs';
import { MISNAMED_PATH, startServer } from './support/server.mjs';
import { root } from './support/words.mjs';

const { values: options } = parseArgs({
  options: {
    long: { type: 'boolean', default: Boolean(process.env.VEKHA_LONG) },
    page: { type: 'string', default: join(root, 'dist-test/index.html') },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    // Side by side: a page waits more than it works. Too many at once make fingers of the driver slow, which browsers take
    // for long presses.
    workers: { type: 'string' },
    'no-webgl': { type: 'boolean', default: false },
    share: { type: 'boolean', default: false },
  },
});

const TOPICS = [
  'start', 'samples', 'time_line', 'rows', 'filter', 'grouping', 'minimap', 'columns', 'views', 'mine', 'tabs', 'actions', 'glyphs', 'calendar',
  'opening', 'editing', 'measures', 'units', 'approval', 'book', 'picks', 'typing', 'saving', 'versions', 'drafts', 'store_faults', 'two_tabs', 'idle', 'faults', 'allocations', 'full_disk', 'kills', 'interleavings', 'screens', 'speed', 'everyone', 'everyone_keyboard', 'everyone_touch',
  'everyone_list', 'firefox',
];
// What is drawn, and how often; the program behind it is the same with WebGL and without.
const PAINTED = ['start', 'samples', 'time_line', 'minimap', 'glyphs', 'idle', 'faults', 'screens', 'speed', 'firefox'];
const isShare = options.share && !options.long && !options['no-webgl'];
const topics = isShare ? PAINTED : TOPICS;
for (const topic of TOPICS) {
  beginTopic(topic, { glides: PAINTED.includes(topic) });
  await import(`./scenarios/${topic}.mjs`);
}
const forgotten = topicsOfWebgl().filter((topic) => !PAINTED.includes(topic));
if (forgotten.length > 0) throw new Error(`no browser of the quick tier runs what needs WebGL in ${forgotten.join(', ')}`);
if (options.list) {
  console.log(listed().join('\n'));
  process.exit(0);
}

const pagePath = resolve(options.page);
if (!existsSync(pagePath)) {
  console.log(`MISSING: ${options.page}`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
const release = join(root, 'dist/index.html');
const releasePath = existsSync(release) ? release : null;
const server = await startServer(pagePath, releasePath ? { '/release.html': releasePath, [MISNAMED_PATH]: releasePath } : {});
const run = {
  browser: await startBrowser({ webgl: !options['no-webgl'] }),
  webgl: !options['no-webgl'],
  server,
  pagePath,
  releasePath,
  long: options.long,
  workers: Number(options.workers ?? (options['no-webgl'] ? 4 : 3)),
  isTestBuild: readFileSync(pagePath, 'latin1').includes('vekhaFault'),
};
// What is asked of the browser is held against what it does.
const first = await run.browser.newPage();
const hasWebgl = await first.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
await first.close();
if (hasWebgl !== run.webgl) {
  console.log(`the browser ${hasWebgl ? 'has' : 'has not'} WebGL 2`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
rmSync(join(root, 'build', 'web-artefacts'), { recursive: true, force: true });
console.log(`${basename(executableOf(run.webgl))} ${run.browser.version()}, ${options.page}${options.long ? ', the full counts' : ''}${run.webgl ? '' : ', without WebGL'}${isShare ? `; of ${TOPICS.length} topics those about the picture: ${PAINTED.join(', ')}` : ''}`);

const began = Date.now();
const answers = await runAll(run, options.only, topics);
await run.browser.close();
await server.stop();

const count = (outcome) => answers.filter((answer) => answer.outcome === outcome).length;
if (process.env.VEKHA_FIGURES) {
  for (const { name, notes } of answers) {
    for (const note of notes) appendFileSync(process.env.VEKHA_FIGURES, `browser, ${name}: ${note}\n`);
  }
}
const asked = [...new Set(server.requests)].filter((path) => !['/', '/index.html', '/release.html', MISNAMED_PATH, '/bare.html', '/sample.json', '/framing.html', '/plans/2021/vekha/'].includes(path));
if (asked.length > 0) console.log(`the host was asked for more than the page: ${asked.join(', ')}`);
console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
for (const { name, outcome, reason, unsteady } of answers) {
  if (outcome !== 'failed') continue;
  console.log(`failed scenario${unsteady ? ', though it passed at the second try' : ''}: ${name}\n${reason.replace(/^/gm, '        ')}`);
}
const failed = count('failed') + (asked.length > 0 ? 1 : 0);
console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exit(failed > 0 || count('passed') === 0 ? 1 : 0);
