// The first picture, beside a bare WebGL2 page in the same run. Figures, no limits: how long things take is the
// machine's affair; the aim (1.3 times the bare page) is judged from the committed long run.
import { scenario } from '../support/runner.mjs';
import { openSample } from '../support/steps.mjs';

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

// From the start of the navigation to the first frame handed to the browser, in a context of its own.
async function firstFrame(context, url, mark) {
  const page = await context.newPage();
  await page.goto(url);
  let time = null;
  for (const end = Date.now() + 20_000; time === null; ) {
    time = await page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? null, mark);
    if (Date.now() > end) throw new Error(`${url} painted nothing`);
    if (time === null) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await page.close();
  return time;
}

scenario('figures: first picture beside a bare WebGL2 page', { limitMs: 120_000 }, async (t) => {
  const context = await t.context();
  const url = t.run.releasePath ? new URL('/release.html', t.url()).href : t.url();
  const bareUrl = new URL('/bare.html', t.url()).href;
  const rounds = t.long ? 31 : 5;
  const [bare, own] = [[], []];
  // One round to warm the browser's caches of code and shaders.
  for (let round = 0; round <= rounds; ++round) {
    const times = [await firstFrame(context, bareUrl, 'bare-first-frame'), await firstFrame(context, url, 'vekha-first-frame')];
    if (round === 0) continue;
    bare.push(times[0]);
    own.push(times[1]);
  }
  const ratio = median(own) / median(bare);
  t.note(
    `first picture (start screen): median ${median(own).toFixed(0)} ms, bare WebGL2 page ${median(bare).toFixed(0)} ms, ` +
      `ratio ${ratio.toFixed(2)}, ${rounds} rounds${t.run.releasePath ? '' : ' (test build)'}`,
  );

  const v = await t.open({ url });
  const opening = [];
  for (let round = 0; round < rounds; ++round) {
    const began = performance.now();
    await openSample(v, 'sevastopol-2021');
    opening.push(performance.now() - began);
    await v.press('topbar/home');
  }
  t.note(`Sevastopol by a press on the start screen, until idle, as the test sees it: median ${median(opening).toFixed(0)} ms`);
});
