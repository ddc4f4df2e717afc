// The key of a node of the twin from its path, as core/scene/semantics.hpp makes it: FNV-1a in 64 bits, cut to 53.
export function keyOf(path) {
  let hash = 14695981039346656037n;
  for (const byte of Buffer.from(path, 'utf8')) {
    hash = ((hash ^ BigInt(byte)) * 1099511628211n) & 0xffffffffffffffffn;
  }
  return String((hash & ((1n << 53n) - 1n)) | 1n);
}
