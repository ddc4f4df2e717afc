// Packs everything the page needs into one self-contained HTML file.
//
//   node tools/pack.mjs --program build/web/vekha_web --out dist/index.html [--test]
//
// In:  shell/shell.html with the placeholders {{csp}}, {{build}}, {{style}}, {{program}}, {{script}} and {{blocks}}; shell/shell.css;
//      shell/main.js and what it imports (bundled by esbuild); the program's .js (the global createVekha) and .wasm;
//      the fonts in build/fonts/; assets/samples/*.vekha.json; assets/i18n/*.json.
// Out: one inline style, one inline script, and data blocks
//        <script type="application/octet-stream" id="vekha-NAME" data-encoding="bytes|pairs|signs|deflate-raw|none" data-size="BYTES">
//      NAME: wasm, font-regular, font-semibold, sample-<slug>, words (of all languages), signs. data-size is the number of
//      bytes after decoding. bytes: a character for each byte, see shell/byte_text.js; pairs: text, see shell/pair_text.js,
//      and signs its dictionary; the others: base64.
//      The page begins with a byte order mark: it says UTF-8 louder than a host that announces something else.
// The content security policy of the one-file edition gets the hashes of that very style and script; the build id is a hash
// of the page itself. The same inputs give the same bytes. With --test, VEKHA_TEST_BUILD is true in the shell's modules.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { textFromBytes } from '../shell/byte_text.js';
import { pairText } from './pair_encoder.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    program: { type: 'string' },
    out: { type: 'string' },
    test: { type: 'boolean', default: false },
  },
});
if (!options.program || !options.out) {
  console.error('usage: node tools/pack.mjs --program build/web/vekha_web --out dist/index.html [--test]');
  process.exit(2);
}

const sha256 = (text) => createHash('sha256').update(text).digest();

function policy(script, style) {
  const hash = (text) => `'sha256-${sha256(text).toString('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

// zopfli writes the same format as zlib, 5 % smaller; the test build takes the quick way.
function deflate(bytes) {
  if (options.test) return deflateRawSync(bytes, { level: 6 });
  const folder = mkdtempSync(join(tmpdir(), 'vekha-pack-'));
  try {
    const file = join(folder, 'block');
    writeFileSync(file, bytes);
    return execFileSync('zopfli', ['--deflate', '--i5', '-c', file], { maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function dataBlock(name, encoding, size, text) {
  return `<script type="application/octet-stream" id="vekha-${name}" data-encoding="${encoding}" data-size="${size}">${text}</script>`;
}

const bytesBlock = (name, bytes) => dataBlock(name, 'bytes', bytes.length, textFromBytes(bytes));

// What a browser needs at once stands as it is: the host's own compression takes it better than anything in base64 (the
// program by a seventh), and it needs no inflating. The program of the test build is ten times as large and is inflated sooner.
const programBlock = (name, bytes) => (options.test ? block(name, bytes) : bytesBlock(name, bytes));

// More signs make the page smaller and what the host compresses larger.
const MOST_SIGNS = 60;

// All languages at once, as shell/page_texts.js reads them: their keys are the same.
function words() {
  const languages = files('assets/i18n', '.json').map(({ slug, bytes }) => [slug, JSON.parse(bytes)]);
  const keys = [...new Set(languages.flatMap(([, own]) => Object.keys(own)))];
  return [keys, Object.fromEntries(languages.map(([slug, own]) => [slug, keys.map((key) => own[key] ?? 0)]))];
}

function textBlocks() {
  const samples = files('assets/samples', '.vekha.json').map(({ slug, bytes }) => [`sample-${slug}`, JSON.parse(bytes)]);
  const plain = [['words', words()], ...samples].map(([name, content]) => [name, JSON.stringify(content)]);
  const { dictionary, texts } = pairText(plain.map(([, text]) => text), MOST_SIGNS);
  if ([dictionary, ...texts].some((text) => /[<\r\0]/.test(text))) throw new Error('a text holds what the HTML parser would change');
  return [
    dataBlock('signs', 'signs', Buffer.byteLength(dictionary), dictionary),
    ...plain.map(([name, text], place) => dataBlock(name, 'pairs', Buffer.byteLength(text), texts[place])),
  ];
}

// The large font is deflated where that saves at least a twentieth: hosts that do not compress send the page as it is, and
// as a text of bytes it would put the page over its size.
function block(name, bytes) {
  const deflated = deflate(bytes);
  const pays = deflated.length < bytes.length * 0.95;
  return dataBlock(name, pays ? 'deflate-raw' : 'none', bytes.length, (pays ? deflated : bytes).toString('base64'));
}

function files(folder, ending) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ slug: name.slice(0, -ending.length), bytes: readFileSync(join(path, name)) }));
}

async function shellScript() {
  const result = await build({
    entryPoints: [join(root, 'shell/main.js')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome109', 'firefox115'],
    charset: 'utf8',
    legalComments: 'none',
    minify: !options.test,
    define: { VEKHA_TEST_BUILD: String(options.test) },
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

async function styleText() {
  const result = await build({
    entryPoints: [join(root, 'shell/shell.css')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    target: ['chrome109', 'firefox115'],
    charset: 'utf8',
    legalComments: 'none',
    minify: !options.test,
    logLevel: 'warning',
  });
  return result.outputFiles[0].text.trim();
}

// Nothing inside the script may look like markup to the HTML parser.
function scriptSafe(text) {
  const safe = text.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
  if (/[\r\0]/.test(safe)) throw new Error('the script holds a carriage return or a NUL, which the HTML parser would change');
  return safe;
}

function fill(template, values) {
  const used = new Set();
  const page = template.replace(/\{\{([a-z]+)\}\}/g, (whole, name) => {
    if (!(name in values)) throw new Error(`shell/shell.html has an unknown placeholder ${whole}`);
    used.add(name);
    return values[name];
  });
  for (const name of Object.keys(values)) {
    if (!used.has(name)) throw new Error(`shell/shell.html lacks the placeholder {{${name}}}`);
  }
  return page;
}

async function main() {
  const glue = readFileSync(`${options.program}.js`, 'utf8').trim();
  // The glue's global first, then the shell, which calls it; each ends its last statement.
  const script = scriptSafe(`${glue}\n;${(await shellScript()).trim()}`);
  const style = await styleText();
  // Before the script, which begins to compile it while the page is still being read.
  const program = programBlock('wasm', readFileSync(`${options.program}.wasm`));
  const blocks = [
    block('font-regular', readFileSync(join(root, 'build/fonts/vekha-regular.ttf'))),
    bytesBlock('font-semibold', readFileSync(join(root, 'build/fonts/vekha-semibold.ttf'))),
    ...textBlocks(),
  ].join('\n');
  const template = `\uFEFF${readFileSync(join(root, 'shell/shell.html'), 'utf8')}`;
  const parts = { csp: policy(script, style), style, program, script, blocks };
  const id = sha256(fill(template, { ...parts, build: '' })).toString('hex').slice(0, 16);
  const page = Buffer.from(fill(template, { ...parts, build: id }));

  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(`${options.out}.new`, page);
  renameSync(`${options.out}.new`, options.out);
  const brotli = brotliCompressSync(page, {
    params: { [constants.BROTLI_PARAM_QUALITY]: options.test ? 4 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
  });
  const inputs = `script ${script.length}, style ${style.length}, wasm ${readFileSync(`${options.program}.wasm`).length}`;
  console.log(`${basename(dirname(options.out))}/${basename(options.out)} ${id}: ${page.length} bytes, brotli ${brotli.length} (${inputs})`);
}

main().catch((error) => {
  console.error(`pack: ${error.message}`);
  process.exit(1);
});
