// The static host of the tests: the page at several addresses, and the few helper pages of the tests. It sends no
// headers beyond the type, as the plainest host does: the page's own policy must hold alone. At one address the type names
// another character set, as some Russian hosts do for every page. Every request is kept.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const SUB_PATH = '/plans/2021/vekha/';
export const MISNAMED_PATH = '/misnamed.html';

// `pages` maps further addresses to files.
export async function startServer(pagePath, pages = {}) {
  const files = new Map([
    ['/', pagePath],
    ['/index.html', pagePath],
    [SUB_PATH, pagePath],
    ['/bare.html', join(here, '..', 'pages', 'bare.html')],
    ['/framing.html', join(here, '..', 'pages', 'framing.html')],
    ['/sample.json', join(here, '../../../assets/samples/sevastopol-2021.vekha.json')],
    ...Object.entries(pages),
  ]);
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    const file = files.get(pathname);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
      return;
    }
    const html = `text/html; charset=${pathname === MISNAMED_PATH ? 'windows-1251' : 'utf-8'}`;
    response.writeHead(200, { 'Content-Type': file.endsWith('.json') ? 'application/json' : html }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, requests, stop: () => new Promise((resolve) => server.close(resolve)) };
}
