// Pointer, wheel and keys. Pointer events and not mouse and touch events: they are captured outside the canvas, know
// touch from mouse, and have fractions of pixels. Keys are heard first, in the capture phase of the window, so that
// the program alone decides which ones it takes; the browser keeps the others.
import { call, put } from './link.js';
import { framesPainted, paintNow } from './loop.js';

const KIND = { pointermove: 0, pointerdown: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 };
// A line of a wheel in line mode: three of them are the 100 pixels of a notch.
const PIXELS_PER_LINE = 100 / 3;
// Keys that mean nothing alone.
const SILENT = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process']);

export function modifiers(event) {
  // AltGr arrives as Ctrl+Alt on Windows, but it types letters.
  const types = event.getModifierState?.('AltGraph');
  const ctrl = !types && (event.ctrlKey || event.metaKey);
  return (ctrl ? 1 : 0) | (event.shiftKey ? 2 : 0) | (!types && event.altKey ? 4 : 0);
}

// Each change of a button takes a frame of its own. When the last one will have been seen:
let seenAt = 0;

// What a press does, one frame further on, comes before what the key behind it does, also where pictures are slow.
function seePresses() {
  while (seenAt > 0 && framesPainted() <= seenAt) paintNow();
  seenAt = 0;
}

// A finger that rests so long means something of its own.
const LONG_PRESS_MS = 500;

function watchPointer(canvas, field) {
  let press = 0;
  let isMouse = false;
  const tell = (event) => {
    if (event.type === 'pointerdown' || event.type === 'pointerup') seenAt = Math.max(seenAt, framesPainted()) + 1;
    call(
      'pointer',
      KIND[event.type],
      event.pointerType === 'touch' ? 1 : 0,
      event.pointerId,
      event.offsetX,
      event.offsetY,
      event.button,
      modifiers(event),
    );
  };
  canvas.addEventListener('pointerdown', (event) => {
    // What was typed is kept when the person goes on elsewhere.
    field.commit();
    canvas.setPointerCapture(event.pointerId);
    tell(event);
    clearTimeout(press);
    isMouse = event.pointerType === 'mouse';
    if (event.pointerType === 'touch') press = setTimeout(() => call('finger_held', event.pointerId), LONG_PRESS_MS);
  });
  for (const type of ['pointermove', 'pointerup', 'pointercancel', 'pointerleave']) {
    canvas.addEventListener(type, tell);
  }
  // A second button pressed while one is held comes as a move with a changed button.
  canvas.addEventListener('pointermove', (event) => {
    if (event.button < 0) return;
    const pressed = (event.buttons & [1, 4, 2][event.button]) !== 0;
    const kind = pressed ? KIND.pointerdown : KIND.pointerup;
    call('pointer', kind, 0, event.pointerId, event.offsetX, event.offsetY, event.button, modifiers(event));
  });
  canvas.addEventListener('mousedown', (event) => {
    // That of a mouse follows its pointer event at once; those of fingers and pens come when they are lifted.
    if (isMouse && event.button === 0) call('clicked', event.detail);
    // The focus stays where it is: in the twin, which a press on the canvas would otherwise leave.
    event.preventDefault();
  });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}

function watchWheel(canvas) {
  const unit = (event) => {
    if (event.deltaMode === WheelEvent.DOM_DELTA_LINE) return PIXELS_PER_LINE;
    return event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? innerHeight : 1;
  };
  canvas.addEventListener(
    'wheel',
    (event) => {
      const pixels = unit(event);
      const [dx, dy] = [event.deltaX * pixels, event.deltaY * pixels];
      if (call('wheel', event.offsetX, event.offsetY, dx, dy, modifiers(event))) event.preventDefault();
    },
    { passive: false },
  );
}

function watchKeys(field, twin) {
  addEventListener(
    'keydown',
    (event) => {
      if (!SILENT.has(event.key)) seePresses();
      if (field.owns(event.target) && !field.keyPressed(event)) return;
      call('modifiers', modifiers(event));
      if (event.isComposing || SILENT.has(event.key) || twin.keepsKey(event)) return;
      if (twin.takesKey(event)) {
        // What Enter opens takes two frames: the press, and the field that it asks for.
        for (let frame = 0; frame < 2 && !event.key.startsWith('Arrow'); ++frame) paintNow();
        return;
      }
      put(0, event.key);
      put(1, event.code);
      if (!call('key', modifiers(event), event.repeat ? 1 : 0)) return;
      event.preventDefault();
      // At once: a key may open a field, and the next one, which is on its way, belongs into it.
      if (!event.repeat) paintNow();
    },
    true,
  );
  addEventListener(
    'keyup',
    (event) => {
      if (!field.owns(event.target)) call('modifiers', modifiers(event));
    },
    true,
  );
}

export function watchInput(canvas, field, twin) {
  watchPointer(canvas, field);
  watchWheel(canvas);
  watchKeys(field, twin);
  addEventListener('blur', () => call('focus_lost'));
}
