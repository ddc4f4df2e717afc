// Starts Debian's Chromium for the tests: software WebGL or none at all, no traffic of its own, an empty profile. One
// browser serves a whole run; each test has a context of its own, and with it a store of its own.
//
// With WebGL it is the browser that people have. Without, where most scenarios run, it is the same engine without the
// windows around it, if that is there: a page opens in a third of the processor's time.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';
export const executableOf = (webgl) => process.env.VEKHA_CHROMIUM || (!webgl && existsSync(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : CHROMIUM);
// A plain http origin under this name is no secure context, as on an intranet.
export const PLAIN_HOST = 'vekha.test';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
];

const WITH_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
// As on an office machine or a thin client without a GPU.
const WITHOUT_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

export const argumentsOf = (webgl) => [...ARGUMENTS, ...(webgl ? WITH_WEBGL : WITHOUT_WEBGL)];

export async function startBrowser({ webgl = true } = {}) {
  return chromium.launch({ executablePath: executableOf(webgl), headless: true, args: argumentsOf(webgl) });
}

// A browser with a profile on the disk, for what has to outlive it.
export async function startProfile(options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executableOf(true),
    headless: true,
    args: [...ARGUMENTS, ...WITH_WEBGL],
    ...options,
  });
  const end = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, end };
}
