// The data blocks of the page: <script type="application/octet-stream" id="vekha-NAME" data-encoding>: plain
// text, or base64 of bytes that may be deflated.
const PREFIX = 'vekha-';
// Needed twice: by the program and by the text field, which shows the same letters.
const FIELD_FONT = 'font-regular';

const blocks = new Map();

function decode(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < characters.length; ++place) bytes[place] = characters.charCodeAt(place);
  return bytes;
}

async function inflate(element) {
  const encoding = element.dataset.encoding;
  const bytes = encoding === 'text' ? new TextEncoder().encode(element.textContent) : decode(element.textContent);
  // The text is not needed twice; the document gives its memory back.
  element.remove();
  if (encoding === 'none' || encoding === 'text') return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(encoding));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Compiling runs beside the main thread, so it begins before everything else.
export async function compileProgram() {
  return { module: WebAssembly.compile(await inflate(document.getElementById(`${PREFIX}wasm`))) };
}

// All blocks that are still in the document.
export async function inflateAll() {
  const elements = [...document.querySelectorAll(`script[id^="${PREFIX}"][data-encoding]`)];
  await Promise.all(
    elements.map(async (element) => {
      blocks.set(element.id.slice(PREFIX.length), await inflate(element));
    }),
  );
}

// Hands a block to the program, once; undefined when there is none.
export function takeBlock(name) {
  const bytes = blocks.get(name);
  if (name !== FIELD_FONT) blocks.delete(name);
  return bytes;
}

// The page's own font for the text field, made when it is first needed.
export function pageFont() {
  const bytes = blocks.get(FIELD_FONT);
  if (!bytes) return;
  blocks.delete(FIELD_FONT);
  document.fonts.add(new FontFace('Vekha', bytes));
}
