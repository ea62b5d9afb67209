import { byteAt } from "../../bytes/byteAt";
import { append, createGrowingBytes, reserve } from "../../bytes/growing";

/**
 * A growing sequence of bytes. `push` adds one byte (its low 8 bits count); `bytes` is a view of what has
 * been pushed so far.
 */
export interface ByteSink {
  readonly push: (byte: number) => void;
  readonly append: (bytes: Uint8Array) => void;
  /** Appends `count` bytes that repeat `pattern` from its start; nothing for an empty pattern. */
  readonly repeat: (pattern: Uint8Array, count: number) => void;
  readonly length: () => number;
  readonly bytes: () => Uint8Array;
}

/** An empty sink with an initial capacity of `capacity` bytes. */
export function byteSink(capacity = 256): ByteSink {
  const target = createGrowingBytes(capacity);
  return {
    push: (byte) => {
      if (target.length === target.buffer.length) reserve(target, 1);
      target.buffer[target.length++] = byte;
    },
    append: (bytes) => append(target, bytes),
    repeat: (pattern, count) => {
      if (pattern.length === 0) return;
      reserve(target, count);
      for (let i = 0; i < count; i++) target.buffer[target.length++] = byteAt(pattern, i % pattern.length);
    },
    length: () => target.length,
    bytes: () => target.buffer.subarray(0, target.length),
  };
}
