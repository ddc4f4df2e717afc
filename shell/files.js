// Opening and saving. Sizes are checked before a byte is read; what is saved is complete before a chooser opens,
// because picking a file to save to erases it. Where the browser has no File System Access (plain http, Firefox) files
// come through an <input> and go out as a download, and the program is told which of the two happened.
import { keptByBrowser } from './drafts.js';
import { call, put } from './link.js';
import { checksum } from './records.js';
import { track } from './work.js';

const LARGEST_BYTES = 64 * 1024 * 1024;
const FAULT = { tooLarge: 0, unreadable: 1 };
const OUTCOME = { written: 0, downloaded: 1, cancelled: 2, failed: 3, changedOutside: 4 };
const TYPES = [{ description: 'JSON', accept: { 'application/json': ['.vekha.json', '.json'] } }];
const DOWNLOAD_LIFE_MS = 60_000;
const HOVER_LIMIT_MS = 1000;

const handles = new Map();
// What may stand in the file of a handle: what was last seen there, and what was written since without an answer.
// Anything else is somebody else's.
const seen = new Map();
// What a person was shown of such a file, and may decide to overwrite.
const shown = new Map();
let lastToken = 0;
// Ends what is being typed: it belongs to the plan that is open before the file is.
let commitTyped = () => {};
// The file as it was opened, for the rescue page.
let opened = null;

export const openedFile = () => opened;

// Firefox gives handles for dropped files, too, but cannot write to them: they count where the browser can save.
function tokenOf(handle) {
  if (!handle || !globalThis.showSaveFilePicker) return 0;
  handles.set(++lastToken, handle);
  return lastToken;
}

const markOf = (bytes) => `${bytes.length} ${checksum(bytes)}`;
const noteSeen = (token, bytes) => token !== 0 && seen.set(token, new Set([markOf(bytes)]));

const bytesOf = async (handle) => new Uint8Array(await (await handle.getFile()).arrayBuffer());

function refuse(name, fault, size) {
  put(0, name);
  call('file_not_opened', fault, size);
}

async function read(file, handle) {
  if (file.size > LARGEST_BYTES) {
    refuse(file.name, FAULT.tooLarge, file.size);
    return;
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    console.warn('a file could not be read:', error.name);
    refuse(file.name, FAULT.unreadable, file.size);
    return;
  }
  opened = { name: file.name, bytes };
  const token = tokenOf(handle);
  noteSeen(token, bytes);
  commitTyped();
  put(0, file.name);
  put(1, bytes);
  call('file_opened', token);
  opened.bytes = keptByBrowser(bytes);
}

async function readChosen(handle) {
  let file;
  try {
    file = await handle.getFile();
  } catch (error) {
    console.warn('a chosen file could not be read:', error.name);
    refuse(handle.name, FAULT.unreadable, 0);
    return;
  }
  await read(file, handle);
}

function chooseByInput() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    if (input.files.length > 0) track(read(input.files[0], null));
  });
  input.click();
}

export function chooseFile() {
  if (!globalThis.showOpenFilePicker) {
    chooseByInput();
    return;
  }
  showOpenFilePicker({ types: TYPES }).then(
    ([handle]) => track(readChosen(handle)),
    (error) => {
      // Left by the person, or forbidden by the browser's policy: then the plain way is tried.
      if (error.name !== 'AbortError') chooseByInput();
    },
  );
}

// The first dropped file; its handle is taken where the browser has one, so that saving goes back to it.
async function readDropped(items, files) {
  const item = [...items].find((entry) => entry.kind === 'file');
  const file = files[0];
  if (!item || !file) return;
  let handle = null;
  try {
    // On plain http Chromium offers the method all the same, and calling it there ends the whole page (seen in 156).
    if (isSecureContext) handle = (await item.getAsFileSystemHandle?.()) ?? null;
  } catch (error) {
    console.warn('a dropped file gave no handle:', error.name);
  }
  if (handle?.kind === 'directory') refuse(handle.name, FAULT.unreadable, 0);
  else await read(file, handle);
}

export function watchDrops(field) {
  commitTyped = field.commit;
  let inside = false;
  let timer = 0;
  const tell = (now) => {
    // The browser says "over" again and again while the file is held; some ways of leaving it does not report at all.
    clearTimeout(timer);
    if (now) timer = setTimeout(tell, HOVER_LIMIT_MS, false);
    if (inside === now) return;
    inside = now;
    call('drag_hovers', now ? 1 : 0);
  };
  const holdsFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  // The default is prevented for everything that is dropped: a dropped link would leave the page.
  addEventListener('dragover', (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = holdsFiles(event) ? 'copy' : 'none';
    tell(holdsFiles(event));
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) tell(false);
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    tell(false);
    if (holdsFiles(event)) track(readDropped(event.dataTransfer.items, event.dataTransfer.files));
  });
}

export function download(name, bytes) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_LIFE_MS);
}

async function mayWrite(handle) {
  const mode = { mode: 'readwrite' };
  return (await handle.queryPermission(mode)) === 'granted' || (await handle.requestPermission(mode)) === 'granted';
}

// Written to a copy that replaces the file when it is closed, then read back: "saved" is said of what is there.
async function writeTo(handle, bytes) {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
    await stream.close();
  } catch (error) {
    await stream.abort?.().catch(() => {});
    throw error;
  }
  const written = await bytesOf(handle);
  if (written.length !== bytes.length || written.some((byte, place) => byte !== bytes[place])) {
    throw new Error('the file read back differs');
  }
}

// What stands in the file and is not known here; null where there is no such thing. A file that is gone can be written
// again.
async function foundInstead({ handle, token }) {
  const known = seen.get(token);
  if (!known) return null;
  try {
    const bytes = await bytesOf(handle);
    return known.has(markOf(bytes)) ? null : bytes;
  } catch (error) {
    if (error.name === 'NotFoundError') return null;
    throw error;
  }
}

async function placeFor(name, token) {
  const kept = handles.get(token);
  if (kept && (await mayWrite(kept))) return { handle: kept, token };
  if (!globalThis.showSaveFilePicker) return null;
  const handle = await showSaveFilePicker({ suggestedName: name, types: TYPES });
  return { handle, token: tokenOf(handle) };
}

async function save(name, bytes, token, overwrites) {
  let place = null;
  try {
    place = await placeFor(name, token);
  } catch (error) {
    if (error.name === 'AbortError') return { outcome: OUTCOME.cancelled, name, token };
    console.warn('no place to save to, downloading instead:', error.name);
  }
  if (place === null) {
    download(name, bytes);
    return { outcome: OUTCOME.downloaded, name, token: 0 };
  }
  try {
    const other = await foundInstead(place);
    // Decided about what was shown: what came after that is shown first.
    if (other !== null && !(overwrites && shown.get(place.token) === markOf(other))) {
      shown.set(place.token, markOf(other));
      return { outcome: OUTCOME.changedOutside, name: place.handle.name, token: place.token, other };
    }
    seen.get(place.token)?.add(markOf(bytes));
    await writeTo(place.handle, bytes);
    noteSeen(place.token, bytes);
  } catch (error) {
    console.warn('saving failed:', error.name);
    return { outcome: OUTCOME.failed, name: place.handle.name, token: place.token };
  }
  return { outcome: OUTCOME.written, name: place.handle.name, token: place.token };
}

export async function saveFile(request, name, bytes, token, overwrites) {
  const done = await track(save(name, bytes, token, overwrites));
  put(0, done.name);
  put(1, done.other ?? '');
  call('save_finished', request, done.outcome, done.token);
}
