// Copying, cutting and pasting of rows, by the events that every browser has, also on plain http. A text field keeps its
// own. Rows go to the clipboard as text, as a table, and as they are: under a type of ours, which pages of one browser
// hand to each other, and inside the table, which comes through everywhere. Which of the two arrives does not matter.
import { call, put } from './link.js';
import { track } from './work.js';

const TYPE = 'application/x-vekha-rows+json';
const MARK = 'data-vekha-rows';
const CHUNK = 0x8000;

const encode = (text) => {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
};

// Letters, digits and signs of base 64 only, so that no HTML has to be parsed; the program reads what comes out as
// strictly as a file.
function rowsIn(html) {
  const found = new RegExp(`${MARK}="([A-Za-z0-9+/=]+)"`).exec(html);
  if (!found) return new Uint8Array();
  try {
    return Uint8Array.from(atob(found[1]), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function tell(rows, html) {
  put(0, rows || rowsIn(html));
  call('rows_pasted');
}

export function makeClipboard(field) {
  let given = null;

  const isOurs = (event) => !field.owns(event.target);

  function copy(event) {
    if (!isOurs(event)) return;
    if (!given) call('copy_asked', event.type === 'cut' ? 1 : 0);
    if (!given) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', given.text);
    event.clipboardData.setData('text/html', `<table border="1" ${MARK}="${encode(given.rows)}">${given.html}</table>`);
    event.clipboardData.setData(TYPE, given.rows);
    given = null;
    call('rows_given', 1);
  }

  function paste(event) {
    if (!isOurs(event)) return;
    event.preventDefault();
    tell(event.clipboardData.getData(TYPE), event.clipboardData.getData('text/html'));
  }

  // Chromium copies without a selected text only where somebody says before that there is something.
  const promise = (event) => isOurs(event) && event.preventDefault();
  for (const type of ['copy', 'cut']) {
    addEventListener(type, copy);
    addEventListener(`before${type}`, promise);
  }
  addEventListener('paste', paste);

  function copyNow() {
    document.execCommand('copy');
    if (given) call('rows_given', 0);
    given = null;
  }

  async function read() {
    try {
      for (const item of await navigator.clipboard.read()) {
        const isTable = item.types.includes('text/html');
        tell('', isTable ? await (await item.getType('text/html')).text() : '');
        return;
      }
      tell('', '');
    } catch {
      call('paste_refused');
    }
  }

  return {
    // Without `asks` it is the copying event that waits for them; else the browser is asked for one, when the program is
    // done with its frame.
    give(rows, asks) {
      given = rows;
      if (asks) track(new Promise((resolve) => setTimeout(resolve)).then(copyNow));
    },
    ask: read,
  };
}
