// Serves dist/ on 127.0.0.1 with the headers a host should send (web/ has them for real hosts); prints the address.
//
//   node tools/serve.mjs [--port N] [--root dist]
//
// Port 0 takes a free one. If the wanted port is taken, the next free one is used.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, root: { type: 'string', default: 'dist' } },
});
const root = join(dirname(fileURLToPath(import.meta.url)), '..', options.root);

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), display-capture=(), clipboard-read=(self), clipboard-write=(self), fullscreen=(self)',
  'Cache-Control': 'no-cache',
};
// The policy in the page, and what a policy inside a page cannot say.
function policy(html) {
  const own = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
  return `${own ? `${own[1]}; ` : ''}frame-ancestors 'none'`;
}
const types = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

function fileFor(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(request.url);
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('not found\n');
    return;
  }
  const body = readFileSync(file);
  response.writeHead(200, {
    ...headers,
    'Content-Security-Policy': policy(extname(file) === '.html' ? body.toString('utf8') : ''),
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
});

let port = Number(options.port);
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && port < Number(options.port) + 20) {
    port += 1;
    server.listen(port, '127.0.0.1');
    return;
  }
  console.error(`serve: ${error.message}`);
  console.error('  what to do: tools/serve --port N with a free port');
  process.exit(1);
});
server.on('listening', () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  console.log(`Vekha: ${address}#sample=sevastopol-2021  (the start screen: ${address}; Ctrl+C ends it)`);
});
server.listen(port, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
