// Debian's Firefox in a window of an invisible screen (Xvfb): headless it has no WebGL 2, under Mesa's drivers it has.
// Driven by WebDriver BiDi through puppeteer-core. What is missing is told by `cannotStart`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const FIREFOX = process.env.VEKHA_FIREFOX || '/usr/bin/firefox-esr';
const XVFB = '/usr/bin/Xvfb';

export function cannotStart() {
  for (const program of [FIREFOX, XVFB]) if (!existsSync(program)) return `${program} is missing; tools/setup all installs it`;
  return null;
}

// Xvfb picks a free display and writes its number to the third pipe.
function startScreen() {
  return new Promise((resolve, reject) => {
    const screen = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    screen.on('error', reject);
    screen.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    screen.stdio[3].once('data', (number) => resolve({ screen, display: `:${String(number).trim()}` }));
  });
}

export async function startFirefox() {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-firefox-'));
  const { screen, display } = await startScreen();
  const end = async (browser) => {
    await browser?.close().catch(() => {});
    screen.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX,
      headless: false,
      env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', HOME: folder, MOZ_ENABLE_WAYLAND: '0' },
      defaultViewport: { width: 1280, height: 720 },
      extraPrefsFirefox: {
        'browser.download.dir': folder,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        'browser.helperApps.neverAsk.saveToDisk': 'application/json',
        'webgl.force-enabled': true,
        'intl.accept_languages': 'ru',
        // A software context counts as slow; the page asks for one all the same.
        'webgl.disable-fail-if-major-performance-caveat': true,
      },
    });
    const downloads = () => readdirSync(folder).filter((name) => name.endsWith('.vekha.json'));
    return { browser, downloads, read: (name) => readFileSync(join(folder, name)), end: () => end(browser) };
  } catch (error) {
    await end();
    throw error;
  }
}
