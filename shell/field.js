// The one text field of the page: an <input> or <textarea> laid over the text that is being edited, so that input
// methods, spell checking, the clipboard and phones work as everywhere. Enter commits (Ctrl+Enter in a text of several
// lines; in a cell of the table Enter, and Shift+Enter begins a line), leaving commits, Escape cancels; Tab leaves for
// what stands beside the field's node in the twin. The limit counts code points, as the file format does. What is typed goes
// to the program when the field is left, also by a file that is dropped, by saving, and by a tab that goes out of sight and
// may be ended there. A text that was refused when its field was left waits on the page without the keyboard. A date can
// also be picked in the browser's own calendar, by the button at its end or with Alt+Down.
import { call, put } from './link.js';
import { pageFont } from './blocks.js';

const MULTILINE = 1;
const NUMERIC = 2;
const WAITS = 4;
const HAS_LIST = 8;
const ENTER_COMMITS = 16;
const SELECTED = 32;
const PASSING = 64;
const DATE = 128;
const HAS_ROWS = 256;

// 2021-04-15 → 15.04.2021, and back where that is what stands there.
const typedOf = (iso) => iso.split('-').reverse().join('.');
const isoOf = (typed) => /^\d{2}\.\d{2}\.\d{4}$/.test(typed) ? typed.split('.').reverse().join('-') : '';

// As src/app/ports/events.hpp.
const END = { cancelled: 0, entered: 1, left: 2 };
// Keys that mean the same inside the field as elsewhere, with Ctrl.
const COMMANDS = new Set(['KeyS', 'KeyO', 'KeyF', 'KeyK']);

function place({ style }, left, top, width, height, font) {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
  style.fontSize = `${font}px`;
}

export function makeField(holder, twin) {
  let element = null;
  // Of a date: the button that shows the browser's calendar, with the field of the browser that owns it inside.
  let picker = null;
  let key = 0;
  let longest = 0;
  // The text as it was last allowed.
  let allowed = '';
  let atFirst = '';
  let waits = false;
  let hasList = false;
  let hasRows = false;
  let enterCommits = false;
  let isSelected = false;
  let isPassing = false;

  function close() {
    const closed = element;
    element = null;
    // Removing it fires a blur, which must not commit a second time.
    closed.remove();
    picker?.remove();
    picker = null;
    twin.uncover();
  }

  function finish(end) {
    if (element === null) return;
    const [text, finished] = [element.value, key];
    const hadFocus = document.activeElement === element;
    close();
    if (hadFocus) twin.focusNode(finished);
    put(0, end === END.cancelled ? '' : text);
    call('field_finished', finished, end);
  }

  // What would make the text too long is not taken at all: cutting its end would lose what stood there.
  function keepLimit() {
    const isLong = element.value.length > longest && [...element.value].length > longest;
    if (!isLong) {
      allowed = element.value;
      return;
    }
    const place = Math.max(0, element.selectionStart - (element.value.length - allowed.length));
    element.value = allowed;
    element.setSelectionRange(place, place);
  }

  function typed() {
    keepLimit();
    put(0, element.value);
    call('field_typed', key);
  }

  function make({ label, text, hint, kind }) {
    element = document.createElement(kind & MULTILINE ? 'textarea' : 'input');
    if (kind & NUMERIC) element.inputMode = 'decimal';
    element.id = element.className = 'field';
    element.value = allowed = text;
    element.placeholder = hint;
    atFirst = element.value;
    element.autocomplete = 'off';
    element.spellcheck = (kind & NUMERIC) === 0;
    element.setAttribute('aria-label', label);
    element.addEventListener('input', (event) => {
      if (!event.isComposing) typed();
    });
    element.addEventListener('compositionend', typed);
    element.addEventListener('blur', () => {
      // Switching to another window is not the end of typing.
      if (document.hasFocus()) finish(END.left);
    });
    // A waiting one may be pressed.
    element.addEventListener('focus', () => twin.cover(key));
    holder.append(element);
    if (kind & DATE) makePicker();
  }

  // Only for the pointer: the keyboard stays in the field.
  function makePicker() {
    picker = document.createElement('span');
    picker.className = 'field-picker';
    picker.setAttribute('aria-hidden', 'true');
    const calendar = document.createElement('input');
    calendar.type = 'date';
    calendar.tabIndex = -1;
    picker.append(calendar);
    picker.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      showCalendar();
    });
    calendar.addEventListener('change', () => {
      if (element === null || calendar.value === '') return;
      element.value = typedOf(calendar.value);
      finish(END.entered);
    });
    holder.append(picker);
  }

  function showCalendar() {
    const calendar = picker.firstChild;
    calendar.value = isoOf(element.value.trim());
    try {
      calendar.showPicker();
    } catch {
      // Without one the date is typed.
    }
  }

  function takeKeyboard() {
    twin.cover(key);
    element.focus({ preventScroll: true });
    // A value is replaced, a text of several lines is gone on with.
    if (element.tagName === 'INPUT' || isSelected) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
    const ahead = twin.takeAhead(key);
    if (ahead === '') return;
    element.setRangeText(ahead, element.selectionStart, element.selectionEnd, 'end');
    typed();
  }

  function show(spec) {
    if (element !== null && spec.key !== key) close();
    key = spec.key;
    longest = spec.longest;
    const isNew = element === null;
    if (isNew) {
      pageFont();
      make(spec);
    }
    hasList = (spec.kind & HAS_LIST) !== 0;
    hasRows = (spec.kind & HAS_ROWS) !== 0;
    enterCommits = (spec.kind & ENTER_COMMITS) !== 0;
    isSelected = (spec.kind & SELECTED) !== 0;
    isPassing = (spec.kind & PASSING) !== 0;
    const didWait = waits;
    waits = (spec.kind & WAITS) !== 0;
    if (!waits && (isNew || didWait)) takeKeyboard();
    // Room to write in stays on the page, also at its lower edge.
    const top = Math.max(0, Math.min(spec.top, innerHeight - spec.height));
    place(element, spec.left, top, spec.width, spec.height, spec.font);
    if (picker !== null) {
      const side = spec.height;
      place(picker, spec.left + spec.width - side, spec.top, side, side, spec.font);
    }
  }

  // True when the key is for the program, too: saving and opening take what was typed along, and the arrow goes to the rows.
  function keyPressed(event) {
    // Enter and Escape of an input method choose or drop its candidates.
    if (event.isComposing || event.keyCode === 229) return false;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && hasList && event.code === 'KeyK') {
      event.preventDefault();
      finish(END.cancelled);
      return false;
    }
    if ((isCommand && COMMANDS.has(event.code)) || (hasRows && event.key === 'ArrowDown')) {
      finish(END.left);
      return true;
    }
    if (picker !== null && event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      showCalendar();
      return false;
    }
    if (event.key === 'Tab' || (hasList && event.key === 'ArrowDown')) {
      event.preventDefault();
      const left = key;
      finish(END.left);
      twin.focusBeside(left, event.shiftKey ? -1 : 1);
    } else if (event.key === 'Enter' && (element.tagName === 'INPUT' || isCommand || (enterCommits && !event.shiftKey && !event.altKey))) {
      event.preventDefault();
      finish(END.entered);
    } else if (event.key === 'Enter' && event.altKey) {
      // As in a table; browsers do nothing with it.
      event.preventDefault();
      element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
      typed();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      finish(END.cancelled);
    }
    return false;
  }

  // A screen reader presses without moving the keyboard; what is typed must not wait for it.
  twin.setBeforePress(() => {
    if (!waits) finish(END.left);
  });

  return {
    show,
    keyPressed,
    commit: () => finish(END.left),
    hide: () => element !== null && close(),
    owns: (target) => element !== null && target === element,
    isOpen: () => element !== null,
    // What is only searched for is nobody's work.
    holdsChange: () => element !== null && !isPassing && element.value !== atFirst,
  };
}
