// The DOM twin: what the program draws, once more as elements for screen readers, keyboards and tests. It lies over
// the canvas, unseen and without taking pointer events. The program publishes a list after each frame that changed
// something; here it is applied by difference, outside the frame and at most every 80 ms, or when a turning wheel rests.
// Pressing an element does what pressing the thing on the canvas does; the focus follows in both directions.
import { call, put } from './link.js';
import { FIELD, FLAG, makeElement, updateElement } from './twin_nodes.js';

const LEAST_PAUSE_MS = 80;
// Nobody reads what a wheel hurries by, and each change of the document costs the browser a layout.
const WHEEL_RESTS_MS = 100;
const LONGEST_LAG_MS = 400;
// The first picture comes before its twin: both at once would make it later.
const FIRST_PAUSE_MS = 160;
const LEAST_ANNOUNCEMENT_PAUSE_MS = 1000;
const NOTHING_TYPED = { key: 0, text: '' };
// Inside these one node is in the Tab order and arrows move on (roving tabindex).
const ROVING = new Set(['treegrid', 'radiogroup', 'toolbar', 'menu']);

export function makeTwin(root, regions) {
  const nodes = new Map();
  const current = new Map();
  let readText = null;
  let pendingFocus = 0;
  let timer = 0;
  let firstDue = 0;
  let lastApplied = 0;
  let lastWheel = -Infinity;
  let quiet = false;
  let coveredKey = 0;
  // Holds the covered node, and the field in its place.
  let fieldOwner = null;
  let beforePress = () => {};
  let ahead = NOTHING_TYPED;

  const keyOf = (element) => Number(element?.closest?.('[data-key]')?.dataset.key ?? 0);
  const elementOf = (key) => nodes.get(String(key))?.element;

  // Changes made here move the focus, too; the program must not hear of those.
  function quietly(work) {
    quiet = true;
    try {
      work();
    } finally {
      quiet = false;
    }
  }

  function parse(text) {
    const list = [];
    const parents = new Set();
    for (const line of text.split('\x1e')) {
      if (line === '') continue;
      const fields = line.split('\x1f');
      list.push({ line, fields, key: fields[FIELD.key] });
      parents.add(fields[FIELD.parent]);
    }
    return { list, parents };
  }

  function update(entry, hasChildren) {
    const { key, line, fields } = entry;
    let node = nodes.get(key);
    if (node && node.role !== fields[FIELD.role]) {
      node.element.remove();
      node = undefined;
    }
    if (!node) {
      node = { element: makeElement(fields[FIELD.role]), role: fields[FIELD.role] };
      node.element.dataset.key = key;
      nodes.set(key, node);
    }
    if (node.line !== line || node.hasChildren !== hasChildren) updateElement(node.element, fields, hasChildren);
    Object.assign(node, { line, fields, hasChildren, element: node.element });
  }

  // Elements stand in the order of the list; only what is out of place is moved, since moving takes the focus away.
  function arrange(list) {
    const lastPlaced = new Map();
    for (const { key, fields } of list) {
      const holder = nodes.get(fields[FIELD.parent])?.element ?? root;
      const { element } = nodes.get(key);
      const last = lastPlaced.get(holder);
      const expected = last ? last.nextElementSibling : holder.firstElementChild;
      if (element !== expected) holder.insertBefore(element, expected);
      lastPlaced.set(holder, element);
    }
  }

  function rove(list) {
    const groups = new Map();
    const groupOf = new Map();
    for (const { key, fields } of list) {
      const parent = fields[FIELD.parent];
      const parentRole = nodes.get(parent)?.role;
      const group = ROVING.has(parentRole) ? parent : groupOf.get(parent);
      groupOf.set(key, group);
      const { element } = nodes.get(key);
      const focusable = (fields[FIELD.flags] & FLAG.focusable) !== 0;
      if (!focusable) {
        if (element.tagName === 'DIV') element.removeAttribute('tabindex');
        else element.tabIndex = -1;
      } else if (group === undefined) {
        element.tabIndex = 0;
      } else {
        if (!groups.has(group)) groups.set(group, []);
        groups.get(group).push({ key, fields, element });
      }
    }
    for (const [group, members] of groups) {
      const has = (flag) => members.find((member) => member.fields[FIELD.flags] & flag);
      const kept = members.find((member) => member.key === current.get(group));
      const row = members.find((member) => member.fields[FIELD.role] === 'row');
      const pressed = members.find((member) => member.fields[FIELD.pressed] === '1');
      const chosen = has(FLAG.focused) ?? kept ?? has(FLAG.selected) ?? pressed ?? row ?? members[0];
      current.set(group, chosen.key);
      for (const { element } of members) element.tabIndex = element === chosen.element ? 0 : -1;
    }
  }

  function applyText(text) {
    const { list, parents } = parse(text);
    const alive = new Set(list.map((entry) => entry.key));
    for (const [key, node] of nodes) {
      if (alive.has(key)) continue;
      node.element.remove();
      nodes.delete(key);
      current.delete(key);
    }
    for (const entry of list) update(entry, parents.has(entry.key));
    arrange(list);
    rove(list);
    if (coveredKey !== 0) cover(coveredKey);
  }

  // The focus goes where the program's is, unless it is in the text field or outside the page.
  function applyFocus() {
    if (pendingFocus === 0 || coveredKey !== 0) return;
    const active = document.activeElement;
    if (active !== null && active !== document.body && !root.contains(active)) return;
    const element = elementOf(pendingFocus);
    if (element && element !== active) element.focus({ preventScroll: true });
  }

  function apply() {
    timer = 0;
    lastApplied = performance.now();
    quietly(() => {
      const before = document.activeElement;
      if (readText !== null) applyText(readText());
      readText = null;
      if (before !== document.activeElement && root.contains(before)) before.focus({ preventScroll: true });
      applyFocus();
    });
  }

  function pauseBeforeApplying() {
    const now = performance.now();
    if (lastApplied === 0) {
      firstDue ||= now + FIRST_PAUSE_MS;
      return Math.max(0, firstDue - now);
    }
    const wheelRests = lastWheel + WHEEL_RESTS_MS;
    const due = wheelRests > now ? Math.min(wheelRests, lastApplied + LONGEST_LAG_MS) : lastApplied + LEAST_PAUSE_MS;
    return Math.max(0, due - now);
  }

  // `read` gives the text of the newest frame, also later; null where nothing changed.
  function publish(read, focused) {
    if (read !== null) readText = read;
    const focusMoves = focused !== pendingFocus;
    pendingFocus = focused;
    if (focusMoves) lastWheel = -Infinity;
    if (timer !== 0 && !focusMoves && performance.now() >= lastWheel + WHEEL_RESTS_MS) return;
    clearTimeout(timer);
    timer = setTimeout(apply, pauseBeforeApplying());
  }

  // While the text field lies over a node, the node itself is out of the way.
  function cover(key) {
    coveredKey = key;
    const element = elementOf(key);
    if (element) element.hidden = true;
    ownField(element?.parentElement);
  }
  function ownField(owner) {
    if (owner === fieldOwner) return;
    fieldOwner?.removeAttribute('aria-owns');
    owner?.setAttribute('aria-owns', 'field');
    fieldOwner = owner;
  }
  function uncover() {
    const element = elementOf(coveredKey);
    coveredKey = 0;
    if (element) element.hidden = false;
    ownField(null);
  }

  function focusNode(key) {
    quietly(() => elementOf(key)?.focus({ preventScroll: true }));
  }

  // What was typed on the text before its field was there.
  function takeAhead(key) {
    const { text } = ahead.key === key ? ahead : NOTHING_TYPED;
    ahead = NOTHING_TYPED;
    return text;
  }

  // The stop of the Tab key before or behind a node.
  function focusBeside(key, step) {
    const stops = [...root.querySelectorAll('[data-key]')].filter((element) => element.tabIndex >= 0);
    stops[stops.indexOf(elementOf(key)) + step]?.focus({ preventScroll: true });
  }

  addEventListener('wheel', () => (lastWheel = performance.now()), { passive: true, capture: true });
  root.addEventListener('click', (event) => {
    const key = keyOf(event.target);
    const isSlider = event.target.type === 'range';
    if (key === 0 || isSlider) return;
    beforePress();
    call('activate', key);
  });
  // By Shift+F10 or the menu key; the pointer is on the canvas.
  root.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    put(0, 'ContextMenu');
    put(1, '');
    call('key', 0, 0);
  });
  root.addEventListener('input', (event) => call('value_set', keyOf(event.target), Number(event.target.value)));
  root.addEventListener('focusin', (event) => {
    ahead = NOTHING_TYPED;
    if (!quiet) call('focused', keyOf(event.target));
  });
  root.addEventListener('focusout', (event) => {
    // Not when the text field takes it: the node below it stays the one that is worked on.
    if (quiet || coveredKey !== 0 || root.contains(event.relatedTarget) || !document.hasFocus()) return;
    call('focused', 0);
  });

  // Keys that an element handles by itself: they end in a click or an input event.
  function keepsKey(event) {
    if (!root.contains(event.target) || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.target.tagName === 'BUTTON') return event.key === 'Enter' || event.key === ' ';
    const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    return event.target.type === 'range' && moves.includes(event.key);
  }

  // The button of a group that lies nearest in the direction of the arrow: first the row, then the place in it. Those out
  // of sight stand at the edge, one over the other: of these the next one in the document.
  function besideIn(group, element, key) {
    const middle = (of) => {
      const { left, top, width, height } = of.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const from = middle(element);
    const along = key === 'ArrowLeft' || key === 'ArrowRight';
    const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
    let nearest = null;
    let least = Infinity;
    for (const other of group.querySelectorAll('button')) {
      const to = middle(other);
      const [across, away] = along ? [to.y - from.y, to.x - from.x] : [to.x - from.x, to.y - from.y];
      const distance = sign * away + Math.abs(across) * 1000;
      const isNearer = distance < least || (distance === least && sign < 0);
      if (sign * away > 1 && isNearer) [nearest, least] = [other, distance];
    }
    return nearest;
  }

  // In a dialog letters are no commands: whoever types on a text means to write in it.
  const isWritten = (event) => event.target.closest('[role=dialog], [role=alertdialog]') && [...event.key].length === 1 && !event.isComposing;

  // A text is opened as a button is pressed; what it opens takes the keyboard. Arrows, Home and End go from choice to
  // choice. Choosing is another key's affair: it may ask something.
  function takesKey(event) {
    if (!root.contains(event.target) || event.ctrlKey || event.altKey || event.metaKey) return false;
    const opens = event.key === 'Enter' || event.key === ' ';
    if (event.target.getAttribute('role') === 'textbox' && (opens || isWritten(event))) {
      const key = keyOf(event.target);
      // The field comes with the next frame; what is typed until then waits.
      if (!opens) ahead = { key, text: (ahead.key === key ? ahead.text : '') + event.key };
      event.target.click();
      event.preventDefault();
      return true;
    }
    const bar = event.target.closest('[role=toolbar]');
    if (bar && event.key.startsWith('Arrow')) {
      besideIn(bar, event.target, event.key)?.focus({ preventScroll: true });
      event.preventDefault();
      return true;
    }
    const group = event.target.closest('[role=radiogroup], [role=menu]');
    if (!group) return false;
    const choices = [...group.querySelectorAll('[role=radio], [role=menuitem]')];
    const place = choices.indexOf(event.target);
    const wanted = { ArrowUp: place - 1, ArrowLeft: place - 1, ArrowDown: place + 1, ArrowRight: place + 1, Home: 0, End: choices.length - 1 }[event.key];
    if (wanted === undefined) return false;
    choices[Math.max(0, Math.min(wanted, choices.length - 1))].focus({ preventScroll: true });
    event.preventDefault();
    return true;
  }

  return {
    publish,
    cover,
    uncover,
    focusNode,
    focusBeside,
    takeAhead,
    setBeforePress: (work) => (beforePress = work),
    keepsKey,
    takesKey,
    announce: makeAnnouncer(regions),
    setScale: (scale) => (root.style.transform = scale === 1 ? '' : `scale(${scale})`),
    isBusy: () => timer !== 0,
  };
}

// At most one message a second, urgent ones first; of waiting messages of one kind the newest counts.
function makeAnnouncer({ polite, urgent }) {
  const waiting = { urgent: null, polite: null };
  let timer = 0;

  function say(region, text) {
    // A new element is announced even if the words are those of the last message.
    const message = document.createElement('div');
    message.textContent = text;
    region.replaceChildren(message);
  }

  function next() {
    timer = 0;
    const kind = waiting.urgent !== null ? 'urgent' : 'polite';
    if (waiting[kind] === null) return;
    say(kind === 'urgent' ? urgent : polite, waiting[kind]);
    waiting[kind] = null;
    timer = setTimeout(next, LEAST_ANNOUNCEMENT_PAUSE_MS);
  }

  return (text, isUrgent) => {
    waiting[isUrgent ? 'urgent' : 'polite'] = text;
    if (timer === 0) next();
  };
}
