// The first picture of the Sevastopol sample, beside a bare WebGL2 page that draws the same rows in the same run. Figures,
// no limits: how long things take is the machine's affair; the aim (1.3 times the bare page) is judged from the
// committed long run. Each load has a context of its own, the two pages take turns, and time counts from the navigation to
// the second animation frame after the picture was handed to the browser, when it has been on the screen.
import { median } from '../support/measures.mjs';
import { scenario } from '../support/runner.mjs';
import { openSample } from '../support/steps.mjs';

function markWhenShown(mark) {
  const look = () => {
    if (performance.getEntriesByName(mark).length === 0) requestAnimationFrame(look);
    else requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('test-shown')));
  };
  look();
}

async function firstPicture(t, url, mark) {
  const context = await t.context();
  const page = await context.newPage();
  await page.addInitScript(markWhenShown, mark);
  await page.goto(url);
  let time = null;
  for (const end = Date.now() + 20_000; time === null; ) {
    time = await page.evaluate(() => performance.getEntriesByName('test-shown')[0]?.startTime ?? null);
    if (Date.now() > end) throw new Error(`${url} painted nothing`);
    if (time === null) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await context.close();
  return time;
}

scenario('figures: first picture of the Sevastopol sample beside a bare WebGL2 page', { alone: true, webgl: true, limitMs: 120_000 }, async (t) => {
  const url = t.run.releasePath ? new URL('/release.html', t.url()).href : t.url();
  const bareUrl = new URL('/bare.html', t.url()).href;
  const rounds = t.long ? 31 : 5;
  const [bare, own] = [[], []];
  // One round to warm the browser's caches of code and shaders.
  for (let round = 0; round <= rounds; ++round) {
    const times = [await firstPicture(t, bareUrl, 'bare-first-frame'), await firstPicture(t, `${url}#sample=sevastopol-2021`, 'vekha-first-frame')];
    if (round === 0) continue;
    bare.push(times[0]);
    own.push(times[1]);
  }
  t.note(
    `first picture of Sevastopol: median ${median(own).toFixed(0)} ms, bare WebGL2 page with the same rows ${median(bare).toFixed(0)} ms, ` +
      `ratio ${(median(own) / median(bare)).toFixed(2)}, ${rounds} rounds${t.run.releasePath ? '' : ' (test build)'}`,
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
