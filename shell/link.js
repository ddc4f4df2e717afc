// The way between the scripts and the program: its exported functions, its memory, and whether it still lives.
// A dead program (after an abort or a trap) is never called again: what it would answer cannot be trusted.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

let program = null;
let heap = null;
let alive = false;

export function connect(module, heapView) {
  program = module;
  heap = heapView;
  alive = true;
}

export const isAlive = () => alive;

export function cut() {
  alive = false;
}

// Calls an exported function; 0 when the program is not there.
export function call(name, ...values) {
  return alive ? program[`_vekha_${name}`](...values) : 0;
}

export const textAt = (address, size) => decoder.decode(heap().subarray(address, address + size));

// Not copied: void as soon as the program runs on.
export const pixelsAt = (address, size) => new Uint8ClampedArray(heap().buffer, address, size);

export const numbersAt = (address, count) => [...new Uint32Array(heap().buffer, address, count)];

export const bytesAt = (address, size) => heap().slice(address, address + size);

// Writes text or bytes to a slot of the program's inbox, for the call that follows.
export function put(slot, value) {
  if (!alive) return;
  const bytes = typeof value === 'string' ? encoder.encode(value) : value;
  const address = call('inbox', slot, bytes.length);
  heap().set(bytes, address);
}
