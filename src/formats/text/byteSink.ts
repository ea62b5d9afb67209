/**
 * A growing run of bytes. `push` takes one byte (its low 8 bits count); `bytes` is a view of what was pushed
 * so far.
 */
export interface ByteSink {
  readonly push: (byte: number) => void;
  readonly append: (bytes: Uint8Array) => void;
  /** Appends `count` bytes that repeat `pattern` from its start; nothing for an empty pattern. */
  readonly repeat: (pattern: Uint8Array, count: number) => void;
  readonly length: () => number;
  readonly bytes: () => Uint8Array;
}

/** An empty sink with room for `capacity` bytes before it has to grow. */
export function byteSink(capacity = 256): ByteSink {
  let store = new Uint8Array(Math.max(16, capacity));
  let used = 0;
  const reserve = (more: number): void => {
    if (used + more <= store.length) return;
    const grown = new Uint8Array(Math.max(store.length * 2, used + more));
    grown.set(store.subarray(0, used));
    store = grown;
  };
  return {
    push: (byte) => {
      if (used === store.length) reserve(1);
      store[used++] = byte;
    },
    append: (bytes) => {
      reserve(bytes.length);
      store.set(bytes, used);
      used += bytes.length;
    },
    repeat: (pattern, count) => {
      if (pattern.length === 0) return;
      reserve(count);
      for (let i = 0; i < count; i++) store[used++] = pattern[i % pattern.length] ?? 0;
    },
    length: () => used,
    bytes: () => store.subarray(0, used),
  };
}
