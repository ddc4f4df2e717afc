// Stand-ins for the file pickers of the browser, which no script can answer: init scripts for a page. They keep the
// order of the calls in a list that only a symbol leads to, so that the page's own names stay as they are.
const LOG = 'vekha-test-calls';

// As on plain http and in Firefox.
export function withoutPickers() {
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) {
    Object.defineProperty(window, name, { value: undefined, configurable: true });
  }
}

// A save picker that gives a file in memory. `with.fail`: which step fails ("picker", "createWritable", "write", "close", "first
// reading", or "reading back" of the second save, once), or none.
export const savePicker = (options = {}) => ({ run: installSavePicker, with: { log: LOG, fail: '', name: 'выбранный.vekha.json', ...options } });

function installSavePicker({ log, fail, name }) {
  const calls = [];
  window[Symbol.for(log)] = calls;
  let content = new Uint8Array();
  let closed = 0;
  const handle = {
    kind: 'file',
    name,
    queryPermission: async ({ mode }) => (calls.push(['queryPermission', mode]), 'granted'),
    requestPermission: async ({ mode }) => (calls.push(['requestPermission', mode]), 'granted'),
    getFile: async () => {
      calls.push(['getFile']);
      if ((fail === 'reading back' && closed === 2) || (fail === 'first reading' && closed === 1)) {
        closed = 0;
        throw new DOMException('taken away', 'NotReadableError');
      }
      return new File([content], name);
    },
    createWritable: async () => {
      calls.push(['createWritable']);
      if (fail === 'createWritable') throw new DOMException('locked', 'NoModificationAllowedError');
      let written = new Uint8Array();
      return {
        write: async (bytes) => {
          calls.push(['write', bytes.length]);
          if (fail === 'write') throw new DOMException('no room', 'QuotaExceededError');
          written = bytes.slice();
        },
        close: async () => {
          calls.push(['close']);
          if (fail === 'close') throw new DOMException('taken away', 'NotAllowedError');
          content = written;
          closed += 1;
          window[Symbol.for(`${log}-content`)] = [...content];
        },
        abort: async () => calls.push(['abort']),
      };
    },
  };
  // As another program would write to it.
  window[Symbol.for('vekha-test-file')] = {
    change: (text) => {
      content = new TextEncoder().encode(text);
      window[Symbol.for(`${log}-content`)] = [...content];
    },
  };
  window.showSaveFilePicker = async (wishes) => {
    calls.push(['showSaveFilePicker', wishes.suggestedName, navigator.userActivation.isActive]);
    if (fail === 'picker') throw new DOMException('closed by the person', 'AbortError');
    return handle;
  };
}

// What the stand-in was asked for since the last time, and what the file holds now.
export async function callsOf(v) {
  const { calls, content } = await v.page.evaluate((log) => {
    const list = window[Symbol.for(log)];
    return { calls: list.splice(0), content: window[Symbol.for(`${log}-content`)] ?? null };
  }, LOG);
  return { calls, names: calls.map(([name]) => name), bytes: content && Buffer.from(content) };
}

// An open picker that gives one file with a handle that can be written, too.
export const openPicker = (name, text) => ({ run: installOpenPicker, with: { log: LOG, name, text } });

function installOpenPicker({ log, name, text }) {
  const calls = (window[Symbol.for(log)] ??= []);
  let content = new TextEncoder().encode(text);
  const handle = {
    kind: 'file',
    name,
    queryPermission: async ({ mode }) => (calls.push(['queryPermission', mode]), 'prompt'),
    requestPermission: async ({ mode }) => (calls.push(['requestPermission', mode]), 'granted'),
    getFile: async () => (calls.push(['getFile']), new File([content], name)),
    createWritable: async () => {
      let written = new Uint8Array();
      return {
        write: async (bytes) => {
          calls.push(['write', bytes.length]);
          written = bytes.slice();
        },
        close: async () => {
          calls.push(['close']);
          content = written;
          window[Symbol.for(`${log}-content`)] = [...content];
        },
        abort: async () => {},
      };
    },
  };
  window.showOpenFilePicker = async () => (calls.push(['showOpenFilePicker']), [handle]);
}
