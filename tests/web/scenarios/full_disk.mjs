// A disk that is really full: the profile of the browser lies on a small file system of its own, which needs root to be made.
// The state line says within two seconds that no draft is written, and with room again the work gets there by itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { draftTexts } from '../support/kept_drafts.mjs';
import { makeProfile, removeProfile, startKillable } from '../support/killable.mjs';
import { VekhaPage } from '../support/page.mjs';
import { file, sampleText } from '../support/plans.mjs';
import { withoutPickers } from '../support/pickers.mjs';
import { scenario, urlOf } from '../support/runner.mjs';
import { editNote, savedState } from '../support/steps.mjs';
import { word } from '../support/words.mjs';

const DISK = '64m';
const BLOCK = Buffer.alloc(64 * 1024);
const MEASURE = 'm-1-10';
const KEPT = /^Черновик в браузере/;

// All the room there is; single bytes at the end.
function fill(path) {
  const handle = openSync(path, 'w');
  for (let size = BLOCK.length; size > 0; size = Math.floor(size / 2)) {
    try {
      for (;;) writeSync(handle, BLOCK, 0, size);
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    }
  }
  closeSync(handle);
}

const hasNote = async (v, note) => (await draftTexts(v.page)).some((text) => text.includes(`"note": "${note}"`));

scenario('a full disk is told at once, loses nothing, and is gone on from when there is room', { long: true, alone: true, limitMs: 300_000, allow: [/.*/] }, async (t) => {
  if (process.getuid() !== 0) t.skip('only root can make a small file system');
  const profile = makeProfile();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', profile]);
  let browser = null;
  try {
    browser = await startKillable(profile, t.run.webgl);
    const v = new VekhaPage(await browser.context.newPage(), urlOf('http', t.run));
    await v.page.setViewportSize({ width: 1366, height: 768 });
    await v.prepare([withoutPickers]);
    await v.go();
    await v.drop(file('sevastopol-2021.vekha.json', sampleText('sevastopol-2021')));
    await editNote(v, MEASURE, 'до отказа');
    assert.match(await savedState(v), KEPT);
    const ballast = join(profile, 'ballast');
    fill(ballast);
    let told = null;
    for (let edit = 1; edit <= 40 && told === null; ++edit) {
      // What the browser still has in store for itself is used up first.
      fill(ballast);
      const began = Date.now();
      await editNote(v, MEASURE, `при отказе ${edit} ${'я'.repeat(2000)}`);
      await v.until(async () => (await savedState(v)) === word('ru', 'save.notSavedDraftFails') || KEPT.test(await savedState(v)), 'the words about it', 4000);
      if (!KEPT.test(await savedState(v))) told = { edit, ms: Date.now() - began };
    }
    assert.ok(told, 'the disk never got full');
    t.note(`told after ${told.edit} edits, ${told.ms} ms behind the beginning of the edit`);
    assert.equal((await v.at('message'))?.name, word('ru', 'draft.failing'));
    // Chromium closes the store of a full disk, for readers, too.
    rmSync(ballast);
    await v.until(async () => KEPT.test(await savedState(v)), 'the draft with room again', 40_000);
    assert.ok(await hasNote(v, `при отказе ${told.edit} ${'я'.repeat(2000)}`), 'without another edit');
    await editNote(v, MEASURE, 'после отказа');
    assert.ok(await hasNote(v, 'после отказа'));
  } finally {
    await browser?.kill();
    execFileSync('umount', ['-l', profile]);
    removeProfile(profile);
  }
});
