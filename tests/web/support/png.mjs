// Reads the PNG files that Chromium's screenshots are (8 bits, RGB or RGBA, not interlaced) and compares them.
import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

// Undoes the filter of one row in place; `before` is the row above.
function unfilter(kind, row, before, step) {
  for (let at = 0; at < row.length; ++at) {
    const left = at >= step ? row[at - step] : 0;
    const up = before ? before[at] : 0;
    const upLeft = before && at >= step ? before[at - step] : 0;
    const added = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][kind];
    row[at] = (row[at] + added) & 255;
  }
}

function readChunks(bytes) {
  const parts = { header: null, data: [] };
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (kind === 'IHDR') parts.header = body;
    if (kind === 'IDAT') parts.data.push(body);
    at += size + 12;
  }
  return parts;
}

// { width, height, channels, data }, rows from the top.
export function decodePng(bytes) {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a PNG file');
  const { header, data } = readChunks(bytes);
  const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  const channels = { 2: 3, 6: 4 }[colour];
  if (depth !== 8 || !channels || header[12] !== 0) throw new Error(`PNG of depth ${depth}, colour ${colour} is not read`);
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  let before = null;
  for (let y = 0; y < height; ++y) {
    const start = y * (stride + 1);
    const row = pixels.subarray(y * stride, (y + 1) * stride);
    row.set(packed.subarray(start + 1, start + 1 + stride));
    if (packed[start] !== 0) unfilter(packed[start], row, before, channels);
    before = row;
  }
  return { width, height, channels, data: pixels };
}

// How many pixels differ by more than `tolerance` in any channel; pictures of different size differ everywhere.
export function differingPixels(one, other, tolerance = 0) {
  if (one.width !== other.width || one.height !== other.height) return Math.max(one.width * one.height, 1);
  let count = 0;
  for (let pixel = 0; pixel < one.width * one.height; ++pixel) {
    for (let channel = 0; channel < 3; ++channel) {
      const difference = one.data[pixel * one.channels + channel] - other.data[pixel * other.channels + channel];
      if (Math.abs(difference) > tolerance) {
        ++count;
        break;
      }
    }
  }
  return count;
}

// The largest difference of the mean of any channel over any square of `side` pixels: two ways of smoothing the same
// letters and edges differ little there, another picture much.
export function coarseDifference(one, other, side = 32) {
  if (one.width !== other.width || one.height !== other.height) return 255;
  const columns = Math.ceil(one.width / side);
  const squares = columns * Math.ceil(one.height / side) * 3;
  const [sums, counts] = [new Float64Array(squares), new Float64Array(squares)];
  for (let y = 0; y < one.height; ++y) {
    for (let x = 0; x < one.width; ++x) {
      const pixel = y * one.width + x;
      for (let channel = 0; channel < 3; ++channel) {
        const square = (Math.floor(y / side) * columns + Math.floor(x / side)) * 3 + channel;
        const difference = one.data[pixel * one.channels + channel] - other.data[pixel * other.channels + channel];
        sums[square] += difference;
        counts[square] += 1;
      }
    }
  }
  return sums.reduce((largest, sum, square) => Math.max(largest, Math.abs(sum / counts[square])), 0);
}

// How many colours a picture has: a blank one has one.
export function colourCount(picture) {
  const colours = new Set();
  for (let at = 0; at < picture.data.length; at += picture.channels) {
    colours.add((picture.data[at] << 16) | (picture.data[at + 1] << 8) | picture.data[at + 2]);
  }
  return colours.size;
}

// The same picture without what lies outside the rectangle (device pixels).
export function crop(picture, left, top, width, height) {
  const cut = new Uint8Array(width * height * picture.channels);
  for (let y = 0; y < height; ++y) {
    const from = ((top + y) * picture.width + left) * picture.channels;
    cut.set(picture.data.subarray(from, from + width * picture.channels), y * width * picture.channels);
  }
  return { width, height, channels: picture.channels, data: cut };
}
