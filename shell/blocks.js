// The data blocks of the page: <script type="application/octet-stream" id="vekha-NAME" data-encoding data-size>: bytes as
// text (byte_text.js says how), text in pairs (pair_text.js), or base64 of bytes that may be deflated. Each is taken out of
// the document once.
import { bytesFromText } from './byte_text.js';
import { languageText, planText } from './page_texts.js';
import { signTable, textFromPairs } from './pair_text.js';

const PREFIX = 'vekha-';
// Needed twice: by the program and by the text field, which shows the same letters.
const FIELD_FONT = 'font-regular';
const WORDS = 'words';
const WORDS_OF = 'i18n-';
// The name of this build, which is no block.
const BUILD = 'build';

// Bytes that are ready to be handed over. Texts are quickly read and wait in the document.
const blocks = new Map();
let signs;
let words;

function decode(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < characters.length; ++place) bytes[place] = characters.charCodeAt(place);
  return bytes;
}

// Straight through the stream: a detour over Blob and Response asks another process for each block.
async function inflate(deflated, encoding, size) {
  const { readable, writable } = new DecompressionStream(encoding);
  const writer = writable.getWriter();
  const written = writer.write(deflated).then(() => writer.close());
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const reader = readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, filled);
    filled += value.length;
  }
  await written;
  if (filled !== size) throw new Error(`a block of the page has ${filled} bytes instead of ${size}`);
  return bytes;
}

// The text is not needed twice; the document gives its memory back.
function takeText(element) {
  const text = element.textContent;
  element.remove();
  return text;
}

function bytesOf(element) {
  const { encoding, size } = element.dataset;
  if (encoding === 'bytes') return bytesFromText(takeText(element), Number(size));
  const bytes = decode(takeText(element));
  return encoding === 'none' ? bytes : inflate(bytes, encoding, Number(size));
}

const elementOf = (name) => document.getElementById(PREFIX + name);

// Undefined when there is no such text.
function textOf(name) {
  const element = elementOf(name);
  if (element?.dataset.encoding !== 'pairs') return undefined;
  signs ??= signTable(takeText(elementOf('signs')));
  return textFromPairs(takeText(element), signs);
}

// Kept: which language is asked for next is not known.
function wordsOf(language) {
  words ??= JSON.parse(textOf(WORDS));
  return languageText(words, language);
}

// Compiling runs beside the main thread, so it begins before everything else.
export async function compileProgram() {
  return { module: WebAssembly.compile(await bytesOf(elementOf('wasm'))) };
}

// All blocks that have to be made ready and still are in the document.
export async function inflateAll() {
  const elements = [...document.querySelectorAll(`script[id^="${PREFIX}"][data-encoding]:not([data-encoding="pairs"], [data-encoding="signs"])`)];
  await Promise.all(
    elements.map(async (element) => {
      blocks.set(element.id.slice(PREFIX.length), await bytesOf(element));
    }),
  );
}

// Hands a block to the program, all but the words once; undefined when there is none.
export function takeBlock(name) {
  const bytes = blocks.get(name);
  if (bytes) {
    if (name !== FIELD_FONT) blocks.delete(name);
    return bytes;
  }
  if (name === BUILD) return new TextEncoder().encode(document.querySelector('meta[name="vekha-build"]').content);
  if (name.startsWith(WORDS_OF)) return new TextEncoder().encode(wordsOf(name.slice(WORDS_OF.length)));
  const text = textOf(name);
  return text === undefined ? undefined : new TextEncoder().encode(planText(text));
}

// The page's own font for the text field, made when it is first needed.
export function pageFont() {
  const bytes = blocks.get(FIELD_FONT);
  if (!bytes) return;
  blocks.delete(FIELD_FONT);
  document.fonts.add(new FontFace('Vekha', bytes));
}
