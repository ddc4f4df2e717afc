// The data blocks of the page: <script type="application/octet-stream" id="vekha-NAME" data-encoding>, base64 text.
// The program itself is compiled while it is still being inflated; the other blocks are inflated beside it.
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

function stream(element) {
  const bytes = new Blob([decode(element.textContent)]).stream();
  const encoding = element.dataset.encoding;
  // The text is not needed twice; the document gives its memory back.
  element.remove();
  return encoding === 'none' ? bytes : bytes.pipeThrough(new DecompressionStream(encoding));
}

// A promise of the program, compiled from the stream.
export function compileProgram() {
  const element = document.getElementById(`${PREFIX}wasm`);
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(stream(element), { headers }));
}

export async function inflateAll() {
  const elements = [...document.querySelectorAll(`script[id^="${PREFIX}"][data-encoding]`)];
  await Promise.all(
    elements.map(async (element) => {
      const name = element.id.slice(PREFIX.length);
      blocks.set(name, new Uint8Array(await new Response(stream(element)).arrayBuffer()));
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
