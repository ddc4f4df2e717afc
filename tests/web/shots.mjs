// Pictures of the page for people to look at: the start screen and two plans at the sizes of office screens.
//
//   node tests/web/shots.mjs OUTDIR [PAGE]
//
// PAGE is dist/index.html when it is not given. Files are named WHAT-WIDTHxHEIGHT-THEME-RATIO.png.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from './support/chromium.mjs';
import { keyOf } from './support/keys.mjs';

const [outDir, pagePath = 'dist/index.html'] = process.argv.slice(2);
if (!outDir) {
  console.error('usage: node tests/web/shots.mjs OUTDIR [PAGE]');
  process.exit(2);
}
mkdirSync(outDir, { recursive: true });

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const SAMPLES = ['sevastopol-2021', 'stavropol-2021'];

const node = (path) => `[data-key="${keyOf(path)}"]`;
const idle = (page) => page.evaluate(() => window.vekha.idle());

async function press(page, path) {
  const box = await page.locator(node(path)).boundingBox({ timeout: 5000 });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(2, 2);
  await idle(page);
}

async function series(browser, size, colorScheme, ratio) {
  const context = await browser.newContext({ viewport: size, colorScheme, deviceScaleFactor: ratio, locale: 'ru-RU' });
  const page = await context.newPage();
  page.on('console', (message) => console.log(`  [${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => console.log(`  [page error] ${error.message}`));
  const shot = async (what) => {
    const file = join(outDir, `${what}-${size.width}x${size.height}-${colorScheme}-${ratio}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  };
  await page.goto(pathToFileURL(resolve(pagePath)).href);
  await page.waitForFunction(() => window.vekha, null, { timeout: 20000 });
  await idle(page);
  await shot('start');
  for (const slug of SAMPLES) {
    await press(page, `start/sample/${slug}`);
    await shot(slug);
    const row = page.getByRole('row').nth(4);
    const box = await row.boundingBox({ timeout: 5000 });
    await page.mouse.click(box.x + Math.min(200, box.width / 2), box.y + box.height / 2);
    await page.mouse.move(2, 2);
    await idle(page);
    await shot(`${slug}-row`);
    await press(page, 'topbar/inspector');
    await shot(`${slug}-inspector`);
    await press(page, 'topbar/inspector');
    await press(page, 'topbar/home');
  }
  await context.close();
}

const browser = await startBrowser();
try {
  for (const size of SIZES) {
    for (const scheme of ['light', 'dark']) {
      for (const ratio of [1, 2]) {
        try {
          await series(browser, size, scheme, ratio);
        } catch (error) {
          console.log(`stopped at ${size.width}x${size.height} ${scheme} ${ratio}: ${error.message}`);
          process.exitCode = 1;
        }
      }
    }
  }
} finally {
  await browser.close();
}
