// One node of the DOM twin: which element stands for a role, and how its attributes follow the program's line. Fields
// are those of src/platform/twin_text.hpp. Texts go in through textContent and setAttribute only.
const UNITS_PER_PIXEL = 64;

export const FIELD = {
  key: 0,
  parent: 1,
  role: 2,
  flags: 3,
  expanded: 4,
  pressed: 5,
  sorted: 6,
  level: 7,
  position: 8,
  setSize: 9,
  rowIndex: 10,
  rowCount: 11,
  columnIndex: 12,
  columnCount: 13,
  left: 14,
  top: 15,
  width: 16,
  height: 17,
  valueNow: 18,
  valueMin: 19,
  valueMax: 20,
  name: 21,
  description: 22,
  value: 23,
};
export const FLAG = { focusable: 1, focused: 2, disabled: 4, selected: 8 };

// What is pressed by Enter and Space by itself is a <button> whatever its role.
const BUTTONS = new Set(['button', 'link', 'menuitem', 'radio']);
// Their name comes from their content; others are named by a label.
const NAMED_BY_CONTENT = new Set([...BUTTONS, 'text', 'heading', 'status', 'alert', 'listitem']);
const CELLS = new Set(['gridcell', 'rowheader', 'columnheader']);
const SELECTABLE = new Set(['row', 'gridcell', 'rowheader']);
const SORTED = { 1: 'ascending', '-1': 'descending' };

export function makeElement(role) {
  if (role === 'slider') {
    const slider = document.createElement('input');
    slider.type = 'range';
    return slider;
  }
  const element = document.createElement(BUTTONS.has(role) ? 'button' : 'div');
  if (BUTTONS.has(role)) element.type = 'button';
  if (role !== 'text' && role !== 'button') element.setAttribute('role', role);
  if (role === 'treegrid') element.setAttribute('aria-multiselectable', 'true');
  if (role === 'separator') element.setAttribute('aria-orientation', 'vertical');
  if (role === 'dialog' || role === 'alertdialog') element.setAttribute('aria-modal', 'true');
  return element;
}

function set(element, name, value) {
  if (value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const yesNo = (condition) => (condition ? 'true' : 'false');
// -1 says that the node has no such state.
const state = (text) => (text === '-1' ? null : yesNo(text === '1'));
const count = (text) => (text === '0' ? null : text);

function place(style, fields) {
  const pixels = (field) => `${fields[field] / UNITS_PER_PIXEL}px`;
  style.left = pixels(FIELD.left);
  style.top = pixels(FIELD.top);
  style.width = pixels(FIELD.width);
  style.height = pixels(FIELD.height);
}

function nameNode(element, fields, hasChildren) {
  const role = fields[FIELD.role];
  const name = fields[FIELD.name];
  const value = role === 'slider' ? '' : fields[FIELD.value];
  const byContent = !hasChildren && (NAMED_BY_CONTENT.has(role) || CELLS.has(role) || role === 'textbox');
  // A text field says its label and holds its value; a cell or a button with a value says both.
  let content = '';
  if (byContent) content = role === 'textbox' ? value : [name, value].filter(Boolean).join(': ');
  if (hasChildren) {
    if (element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.remove();
  } else if (role !== 'slider' && element.textContent !== content) {
    element.textContent = content;
  }
  set(element, 'aria-label', byContent && role !== 'textbox' ? null : name);
  set(element, 'aria-description', fields[FIELD.description]);
}

function updateSlider(element, fields) {
  const [now, least, most] = [fields[FIELD.valueNow], fields[FIELD.valueMin], fields[FIELD.valueMax]];
  element.min = least;
  element.max = most;
  // Values stay exact; the browser then moves by a hundredth, PageUp and PageDown by a tenth.
  element.step = 'any';
  if (Number(element.value) !== Number(now)) element.value = now;
  set(element, 'aria-valuetext', fields[FIELD.value]);
}

export function updateElement(element, fields, hasChildren) {
  const role = fields[FIELD.role];
  const flags = Number(fields[FIELD.flags]);
  place(element.style, fields);
  if (role === 'slider') updateSlider(element, fields);
  nameNode(element, fields, hasChildren);
  set(element, 'aria-expanded', state(fields[FIELD.expanded]));
  set(element, role === 'radio' ? 'aria-checked' : 'aria-pressed', state(fields[FIELD.pressed]));
  set(element, 'aria-sort', SORTED[fields[FIELD.sorted]] ?? null);
  set(element, 'aria-level', count(fields[FIELD.level]));
  set(element, 'aria-posinset', count(fields[FIELD.position]));
  set(element, 'aria-setsize', count(fields[FIELD.setSize]));
  set(element, 'aria-rowindex', count(fields[FIELD.rowIndex]));
  set(element, 'aria-rowcount', count(fields[FIELD.rowCount]));
  set(element, 'aria-colindex', count(fields[FIELD.columnIndex]));
  set(element, 'aria-colcount', count(fields[FIELD.columnCount]));
  set(element, 'aria-disabled', flags & FLAG.disabled ? 'true' : null);
  set(element, 'aria-selected', SELECTABLE.has(role) && flags & FLAG.focusable ? yesNo(flags & FLAG.selected) : null);
}
