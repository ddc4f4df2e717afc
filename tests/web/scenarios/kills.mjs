// A browser that is killed while somebody writes: what the state line had called kept is there again afterwards. «Killed»:
// all its processes at once, at a moment by chance, on a profile that goes on from kill to kill. A store that says it has
// written and writes two seconds later must be found out by the same rounds, or they would prove nothing.
import assert from 'node:assert/strict';
import { makeProfile, removeProfile, startKillable } from '../support/killable.mjs';
import { VekhaPage } from '../support/page.mjs';
import { file, sampleText } from '../support/plans.mjs';
import { lateStore } from '../support/late_store.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { chance } from '../support/random.mjs';
import { scenario, urlOf } from '../support/runner.mjs';
import { savedState, select } from '../support/steps.mjs';

const SEED = 20261127;
const VIEWPORT = { width: 1366, height: 768 };
const MEASURE = 'm-1-10';
const KEPT = /^Черновик в браузере/;
const LONGEST_MS = 2500;
const NOTE = /^правка (\d+)$/;

async function openPage(context, url, scripts) {
  const v = new VekhaPage(await context.newPage(), url);
  await v.page.setViewportSize(VIEWPORT);
  await v.prepare([withoutPickers, ...scripts]);
  await v.go();
  return v;
}

// The number of the newest edit that the browser still has; 0 when there is none.
async function recovered(v) {
  const draft = (await v.all('button')).find(({ description }) => /Черновик в этом браузере/.test(description));
  if (!draft) return 0;
  await v.press(draft);
  await select(v, MEASURE);
  return Number(NOTE.exec((await v.need('inspector/note')).text)?.[1] ?? 0);
}

// Writes one edit after the other until the browser is gone. `log`: when each was made, and which the page called kept.
async function writeUntilKilled(v, log) {
  for (;;) {
    const number = log.made.length + 1;
    await v.press('inspector/note');
    await v.keys('Control+a');
    await v.page.keyboard.insertText(`правка ${number}`);
    log.made.push(Date.now());
    await v.keys('Control+Enter');
    if (KEPT.test(await savedState(v))) log.kept = number;
  }
}

// Kills and starts again so often; gives how many edits that were kept are lost, and the age in ms of the oldest edit that
// was made and is not there.
async function killRounds(t, rounds, { scripts = [], seed, stopAtLoss = false }) {
  const profile = makeProfile();
  const random = chance(seed);
  const log = { made: [], kept: 0 };
  const found = { kills: 0, kept: 0, lost: 0, oldestMs: 0 };
  let browser = null;
  let began = 0;
  try {
    for (let round = 0; round <= rounds && !(stopAtLoss && found.lost > 0); ++round) {
      browser = await startKillable(profile, t.run.webgl);
      const v = await openPage(browser.context, urlOf(t.origin, t.run), scripts);
      if (round > 0) {
        const there = await recovered(v);
        found.lost += Math.max(0, log.kept - there);
        if (there < log.made.length) found.oldestMs = Math.max(found.oldestMs, log.killed - log.made[there]);
        found.kept += there - began;
        log.made.length = there;
        log.kept = there;
        began = there;
      }
      if (round === rounds) break;
      if ((await v.at('plan-title')) === null) await v.drop(file('sevastopol-2021.vekha.json', sampleText('sevastopol-2021')));
      await select(v, MEASURE);
      const writing = writeUntilKilled(v, log).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, random.below(LONGEST_MS)));
      log.killed = Date.now();
      await browser.kill();
      await writing;
      ++found.kills;
    }
  } finally {
    await browser?.kill();
    removeProfile(profile);
  }
  return found;
}

const said = ({ kills, kept, lost, oldestMs }) => `${kills} kills, ${kept} edits found again, ${lost} that were kept lost, the oldest edit that was not kept yet ${oldestMs} ms old`;

for (const part of [1, 2]) {
  scenario(`a browser killed while somebody writes loses nothing that was kept, part ${part} of 2`, { limitMs: 1_500_000 }, async (t) => {
    const found = await killRounds(t, t.long ? 100 : 10, { seed: SEED + part });
    t.note(`seed ${SEED + part}, ${said(found)}`);
    assert.equal(found.lost, 0);
    assert.ok(found.kept >= found.kills / 2, 'hardly anything was written');
    // A time: judged from the committed long run, not on a machine that does other things.
    if (t.long) assert.ok(found.oldestMs <= 1000, said(found));
  });
}

scenario('a store that writes two seconds after it said so is found out by kills', { limitMs: 200_000 }, async (t) => {
  const found = await killRounds(t, 10, { seed: SEED, scripts: [lateStore(2000)], stopAtLoss: true });
  t.note(`seed ${SEED}, ${said(found)}`);
  assert.ok(found.lost > 0, 'a lying store was not noticed');
});
