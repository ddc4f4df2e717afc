// A browser in a process group of its own over a profile on the disk, so that all of it can be killed at once, and started
// again on what is left. What the system had taken over is written all the same: this is no power cut.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { argumentsOf, executableOf } from './chromium.mjs';

const START_LIMIT_MS = 20_000;

export const makeProfile = () => mkdtempSync(join(tmpdir(), 'vekha-killed-'));
export const removeProfile = (folder) => rmSync(folder, { recursive: true, force: true });

const running = new Set();
process.on('exit', () => running.forEach((child) => killGroup(child)));

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// { context, kill }. kill() ends every process of the browser without a word, and resolves when it is gone.
export async function startKillable(profile, webgl) {
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...argumentsOf(webgl), 'about:blank'];
  const child = spawn(executableOf(webgl), flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  }).then(() => running.delete(child));
  running.add(child);
  const kill = async () => {
    killGroup(child);
    await gone;
  };
  try {
    const endpoint = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the browser did not start')), START_LIMIT_MS);
      createInterface({ input: child.stderr }).on('line', (line) => {
        const found = /^DevTools listening on (ws:.*)$/.exec(line);
        if (found) resolve(found[1]);
      });
      gone.then(() => (clearTimeout(timer), reject(new Error('the browser ended while it started'))));
    });
    const browser = await chromium.connectOverCDP(endpoint);
    return { context: browser.contexts()[0], kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
