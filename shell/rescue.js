// What is shown instead of the program when it cannot go on: plain elements, no program, both languages. It hands out
// the drafts and the opened file. The report below holds the kind of the error and the build, never a word of
// a plan. Also the refusals at the start (inside a frame, an old browser, no graphics).
import { givenDrafts, readKept } from './drafts.js';
import { download, openedFile } from './files.js';
import { cut } from './link.js';
import { words } from './words.js';

const LONGEST_REPORT = 300;

let shown = false;

// A notice stands instead of the program: nothing will be painted any more.
export const isStopped = () => shown;

function element(tag, text, lang) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

// The words of one name in both languages, Russian first.
const both = (tag, name) => Object.keys(words).map((lang) => element(tag, words[lang][name], lang));

function button(name, press, what = '') {
  const made = element('button', `${words.ru[name]} · ${words.en[name]}${what && `: ${what}`}`);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function showPage(title, ...rest) {
  const page = document.createElement('main');
  page.className = 'notice';
  page.setAttribute('role', 'alert');
  page.append(...both('h1', title), ...rest);
  document.body.replaceChildren(page);
  return page;
}

// A notice with nothing to save: the program has not begun, or has just drawn its first picture and cannot show it.
export function refuse(title, text) {
  cut();
  if (shown) return;
  shown = true;
  showPage(title, ...both('p', text));
}

function report(error) {
  const build = document.querySelector('meta[name="vekha-build"]')?.content ?? '';
  const kind = String(error?.name ?? 'Error');
  const message = String(error?.message ?? error ?? '').slice(0, LONGEST_REPORT);
  const details = document.createElement('details');
  const text = `${kind}: ${message}\n${words.ru.build}/${words.en.build} ${build}\n${navigator.userAgent}`;
  details.append(element('summary', `${words.ru.details} · ${words.en.details}`), element('pre', text));
  return details;
}

async function offer(page, waiting) {
  const given = givenDrafts();
  const drafts = given.length > 0 ? given : await readKept();
  const opened = openedFile();
  // One needs no name; several are told apart by those of their files.
  const nameOf = ({ name }) => (drafts.length > 1 ? name : '');
  const offers = drafts.map((kept) => button('get_draft', () => download(kept.name, kept.bytes), nameOf(kept)));
  if (opened) offers.push(button('get_opened', () => download(opened.name, opened.bytes)));
  for (const paragraph of waiting) paragraph.remove();
  const found = both('p', offers.length > 0 ? 'have_draft' : 'have_nothing');
  page.querySelector('h1:last-of-type').after(...found, ...offers, button('reload', () => location.reload()));
}

// `title` names the reason; the first call wins, because one fault often brings others.
export function rescue(error, title = 'rescue_title') {
  cut();
  if (shown) return;
  shown = true;
  console.error('Vekha stopped:', error);
  const waiting = both('p', 'looking');
  offer(showPage(title, ...waiting, report(error)), waiting);
}

// Errors of the page's own script and of the program; what a browser extension breaks is not ours to die of.
function isOurs(error, file = '') {
  if (!(error instanceof Error)) return false;
  const origin = `${file} ${error.stack}`;
  return origin.includes('wasm') || origin.includes(location.href.split('#')[0]);
}

export function watchFaults() {
  addEventListener('error', (event) => {
    if (isOurs(event.error, event.filename)) rescue(event.error);
  });
  addEventListener('unhandledrejection', (event) => {
    if (isOurs(event.reason)) rescue(event.reason);
  });
}
