import { byteAt } from "./byteAt";
/** A byte buffer that grows at its end: the first `length` bytes of `buffer` are in use. */
export interface GrowingBytes {
  buffer: Uint8Array;
  length: number;
}

/** An empty buffer with room for `capacity` bytes. */
export function createGrowingBytes(capacity: number): GrowingBytes {
  return { buffer: new Uint8Array(Math.max(capacity, 64)), length: 0 };
}

/** Makes room for `more` bytes. This may replace `buffer`. */
export function reserve(target: GrowingBytes, more: number): void {
  const needed = target.length + more;
  if (needed <= target.buffer.length) return;
  const larger = new Uint8Array(Math.max(Math.ceil(target.buffer.length * 1.5), needed));
  larger.set(target.buffer.subarray(0, target.length));
  target.buffer = larger;
}

/** Up to this many bytes, a loop is faster than a call to `set`. */
const MAX_LOOP_LENGTH = 64;

/** Appends `bytes` from `start` up to, but not including, `end`. */
export function append(target: GrowingBytes, bytes: Uint8Array, start = 0, end: number = bytes.length): void {
  reserve(target, end - start);
  const { buffer, length } = target;
  if (end - start > MAX_LOOP_LENGTH) buffer.set(bytes.subarray(start, end), length);
  else for (let i = start; i < end; i++) buffer[length + i - start] = byteAt(bytes, i);
  target.length = length + end - start;
}

/** Appends one byte. */
export function appendByte(target: GrowingBytes, byte: number): void {
  reserve(target, 1);
  target.buffer[target.length++] = byte;
}

/** Appends a text if all of it is ASCII; otherwise appends nothing and returns false. */
export function appendAscii(target: GrowingBytes, text: string): boolean {
  reserve(target, text.length);
  const { buffer, length } = target;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return false;
    buffer[length + i] = code;
  }
  target.length = length + text.length;
  return true;
}

/**
 * The same bytes, copied into a buffer of their own unless they fill more than half of theirs: bytes keep
 * their whole buffer in memory.
 */
export function trimBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length * 2 <= bytes.buffer.byteLength ? bytes.slice() : bytes;
}
