// Checks the packed page: its size, its policy, what it must hold and what it must not.
//
//   node tools/check_page.mjs dist/index.html
//
// The last line is «N passed, N failed, N skipped».
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync, constants, inflateRawSync } from 'node:zlib';
import { bytesFromText, textFromBytes } from '../shell/byte_text.js';
import { languageText, planText } from '../shell/page_texts.js';
import { signTable, textFromPairs } from '../shell/pair_text.js';
import { pairText } from './pair_encoder.mjs';

const RAW_LIMIT = 1_700_000;
const BROTLI_LIMIT = 580_000;
const SAMPLES = 5;
const LANGUAGES = ['en', 'ru'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const path = process.argv[2];
if (!path) {
  console.error('usage: node tools/check_page.mjs dist/index.html');
  process.exit(2);
}
const bytes = readFileSync(path);
const page = bytes.toString('utf8');

let passed = 0;
let failed = 0;
function check(what, good, detail = '') {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED: ${what}${detail ? ` (${detail})` : ''}`);
  }
}
const sha256 = (data) => createHash('sha256').update(data).digest();

// ---- size -----------------------------------------------------------------------------------------------------------
const brotli = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;
console.log(`${bytes.length} bytes, brotli ${brotli}`);
if (process.env.VEKHA_FIGURES) appendFileSync(process.env.VEKHA_FIGURES, `page: ${bytes.length} bytes, brotli ${brotli}\n`);
check('the page is at most 1.7 MB', bytes.length <= RAW_LIMIT, `${bytes.length} bytes`);
check('the page is at most 580 KB after brotli', brotli <= BROTLI_LIMIT, `${brotli} bytes`);

// ---- parts ----------------------------------------------------------------------------------------------------------
const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, content]) => ({ attributes, content }));
const styles = [...page.matchAll(/<style([^>]*)>([\s\S]*?)<\/style>/g)].map(([, attributes, content]) => ({ attributes, content }));
const code = scripts.filter(({ attributes }) => attributes.trim() === '');
const data = scripts.filter(({ attributes }) => attributes.includes('type="application/octet-stream"'));
const markup = page.replace(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1').replace(/(<style[^>]*>)[\s\S]*?<\/style>/g, '$1');
check('the page begins with the mark of UTF-8', page.startsWith('\uFEFF<!doctype html>'));
check('there is one script', code.length === 1, `${code.length}`);
check('there is one style', styles.length === 1 && styles[0].attributes === '', `${styles.length}`);
check('every other script is a data block', scripts.length === code.length + data.length);

// ---- policy ---------------------------------------------------------------------------------------------------------
const quoted = (content) => `'sha256-${sha256(content).toString('base64')}'`;
const expected =
  `default-src 'none'; script-src ${quoted(code[0]?.content ?? '')} 'wasm-unsafe-eval'; style-src ${quoted(styles[0]?.content ?? '')}; ` +
  "img-src data: blob:; font-src data:; connect-src 'none'; worker-src 'none'; frame-src 'none'; media-src 'none'; object-src 'none'; " +
  "manifest-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const head = /<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">\s*<meta name="referrer" content="no-referrer">/.exec(page);
check('the policy comes right after the character set, then the referrer rule', head !== null);
check('the policy is the one-file policy with the hashes of this script and style', head?.[1] === expected);
check('the script holds nothing that the HTML parser would change', !/[\r\0]|<!--/.test(code[0]?.content ?? ''));
check('no element has an event attribute', !/<[^>]*\son[a-z]+\s*=/i.test(markup));
check('no element has a style attribute', !/<[^>]*\sstyle\s*=/i.test(markup));
// The icon is the one thing that may be named by a link: an empty one, and the picture that takes its place after the
// first picture of the page, both in the page itself.
const loading = markup.replace(/<link rel="icon" href="data:," data-later="data:image\/svg\+xml,[^"]*">/, '');
check('no element loads anything', !/<(?:link|img|iframe|object|embed|source|video|audio|base)\b/i.test(loading) && !/\s(?:src|href)\s*=/i.test(loading));
// Words may name addresses, and the program's bytes be anything; they are data and nothing loads them.
const withoutData = page.replace(/(<script[^>]*data-encoding="(?:pairs|bytes)"[^>]*>)[\s\S]*?<\/script>/g, '$1</script>');
for (const word of ['eval(', 'new Function', 'javascript:', 'document.write', 'innerHTML', 'http://', 'https://', '//# sourceMappingURL']) {
  // The one address that is a name and not an address: SVG elements cannot be made without it.
  const where = withoutData.replaceAll('http://www.w3.org/2000/svg', '').indexOf(word);
  check(`the page does not hold «${word}»`, where < 0, where < 0 ? '' : word);
}

// ---- build id -------------------------------------------------------------------------------------------------------
const id = /<meta name="vekha-build" content="([0-9a-f]{16})">/.exec(page)?.[1];
check('the build id is the hash of the page without it', id === sha256(page.replace(`content="${id}"`, 'content=""')).toString('hex').slice(0, 16));

// ---- data blocks ----------------------------------------------------------------------------------------------------
const allBytes = Uint8Array.from({ length: 512 }, (_, place) => (place * 7) & 0xff);
check('every byte comes back from its text', Buffer.from(allBytes).equals(Buffer.from(bytesFromText(textFromBytes(allBytes), allBytes.length))));
const letters = ['аааааа «аа» ббб', '', '{"ключ":"ключ ключ"}', '–№→', 'ааа'];
const paired = pairText(letters, 10);
const signs = signTable(paired.dictionary);
check('texts come back from their pairs', paired.texts.every((text, place) => textFromPairs(text, signs) === letters[place]));
check('pairs make a text shorter', paired.texts[0].length < letters[0].length);
let table = [];
function plainBytes(encoding, content, size) {
  if (encoding === 'bytes') {
    check('a block of bytes holds nothing that the HTML parser would change', !/[\0\r<]/.test(content));
    return Buffer.from(bytesFromText(content, size));
  }
  if (encoding === 'signs') {
    table = signTable(content);
    return Buffer.from(content);
  }
  if (encoding === 'pairs') return Buffer.from(textFromPairs(content, table));
  const raw = Buffer.from(content, 'base64');
  return encoding === 'deflate-raw' ? inflateRawSync(raw) : raw;
}
const blocks = new Map();
for (const { attributes, content } of data) {
  const found = /id="vekha-([a-z0-9-]+)" data-encoding="(bytes|pairs|signs|deflate-raw|none)" data-size="(\d+)"/.exec(attributes);
  check('a data block has its name, encoding and size', found !== null, attributes);
  if (!found) continue;
  const plain = plainBytes(found[2], content, Number(found[3]));
  check(`block ${found[1]} has the size it states`, plain.length === Number(found[3]));
  check(`block ${found[1]} comes once`, !blocks.has(found[1]));
  blocks.set(found[1], plain);
}
check('block wasm is WebAssembly', blocks.has('wasm') && WebAssembly.validate(blocks.get('wasm')));
for (const name of ['font-regular', 'font-semibold']) {
  check(`block ${name} is a TrueType font`, blocks.get(name)?.subarray(0, 4).equals(Buffer.from([0, 1, 0, 0])) === true);
}
const words = JSON.parse(blocks.get('words') ?? '[[],{}]');
function sameAsFiles(folder, ending, expectedCount, isSame) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith(ending)) : [];
  check(`${folder} has ${expectedCount} files`, names.length === expectedCount, `${names.length}`);
  for (const name of names) {
    const text = readFileSync(join(root, folder, name), 'utf8');
    check(`the page holds what ${folder}/${name} holds`, isSame(name.slice(0, -ending.length), text));
  }
}
sameAsFiles('assets/samples', '.vekha.json', SAMPLES, (slug, text) => planText(blocks.get(`sample-${slug}`) ?? 'null') === text);
for (const language of LANGUAGES) check(`the page speaks ${language}`, language in words[1]);
const wordsOf = (language) => (language in words[1] ? JSON.parse(languageText(words, language)) : undefined);
sameAsFiles('assets/i18n', '.json', LANGUAGES.length, (slug, text) => isDeepStrictEqual(wordsOf(slug), JSON.parse(text)));

console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
