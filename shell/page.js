// The page around the canvas: title, language, colours, the question before leaving, links, settings, the clock.
import { call, isAlive, put } from './link.js';

const SETTING_PREFIX = 'vekha.';
const LINK = /^(https?|mailto):/i;

let asks = false;

// A text that is still being typed is nowhere but in its field.
export function watchLeaving(field) {
  addEventListener('beforeunload', (event) => {
    if ((asks || field.holdsChange()) && isAlive()) event.preventDefault();
  });
}

export function askBeforeLeaving(ask) {
  asks = ask;
}

// The tab's title and picture. The browser draws its own window anew for each, with the same GPU process that the first
// picture waits for; so both come after it.
let title = null;
let isDressed = false;

export function setTitle(text) {
  title = text;
  if (isDressed) document.title = text;
}

export function dressTab() {
  isDressed = true;
  if (title !== null) document.title = title;
  const icon = document.querySelector('link[rel="icon"]');
  icon.href = icon.dataset.later;
}

export function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

// Only what a plan may link to; anything else is not opened.
export function openLink(address) {
  if (!LINK.test(address)) return;
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.click();
}

// A link may name one of the page's own samples, and nothing else: «#sample=sevastopol-2021». What was asked for is
// taken out of the address, so that a reload shows the start screen with the last plan.
function askForSample(field) {
  const slug = /^#sample=([a-z0-9-]{1,60})$/.exec(location.hash)?.[1];
  if (!slug) return;
  history.replaceState(null, '', location.href.slice(0, -location.hash.length));
  // What was typed belongs to the plan that is open before.
  field.commit();
  put(0, slug);
  call('sample_asked');
}

export function watchAddress(field) {
  askForSample(field);
  addEventListener('hashchange', () => askForSample(field));
}

// Small settings only. The store may be missing or full: then they last as long as the page.
const kept = new Map();

// The first look into the store waits for another process, some 30 ms; it is taken while the program is being compiled
// and there is nothing else to do.
export function wakeSettings() {
  try {
    localStorage.getItem(SETTING_PREFIX);
  } catch {
    // Told when a setting is really wanted.
  }
}

export function setting(name) {
  let value = kept.get(name) ?? null;
  try {
    value ??= localStorage.getItem(SETTING_PREFIX + name);
  } catch (error) {
    console.warn('settings cannot be read:', error.name);
  }
  if (value === null) return 0;
  put(0, value);
  return 1;
}

export function setSetting(name, value) {
  kept.set(name, value);
  try {
    localStorage.setItem(SETTING_PREFIX + name, value);
  } catch (error) {
    console.warn('settings cannot be kept:', error.name);
  }
}

// Only ours: other pages may share the store.
export function eraseSettings() {
  kept.clear();
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(SETTING_PREFIX)) localStorage.removeItem(name);
  } catch (error) {
    console.warn('settings cannot be erased:', error.name);
  }
}

// 53 bits by chance, which is there in every kind of page.
export function chance() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 11) * 2 ** 32 + low;
}

// The civil day and the time where the browser stands, as one number YYYYMMDDhhmm.
export function localTime() {
  const now = new Date();
  const day = (now.getFullYear() * 100 + now.getMonth() + 1) * 100 + now.getDate();
  return (day * 100 + now.getHours()) * 100 + now.getMinutes();
}
