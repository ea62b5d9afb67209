/*
 * Bytes that go to a worker are copied, and copying many megabytes at once holds up the page. Large ones go
 * piece by piece, with a pause after each, and are put together in the worker.
 */

/** Bytes of at most this length go in one piece. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** A piece of the bytes with a key. */
export interface Piece {
  readonly kind: "piece";
  readonly key: number;
  /** How many bytes there are in all. */
  readonly length: number;
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Bytes that are read piece by piece: an array of them, or several as one. */
export type ByteRun = Pick<Uint8Array, "length" | "slice">;

/** Several arrays, read as if they were joined. */
export function readAsOne(arrays: readonly Uint8Array[]): ByteRun {
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const slice = (from = 0, to = length): Uint8Array<ArrayBuffer> => {
    const out = new Uint8Array(Math.max(0, Math.min(to, length) - from));
    let start = 0; // of the array
    for (const array of arrays) {
      const part = array.subarray(Math.max(0, from - start), Math.max(0, to - start));
      if (part.length > 0) out.set(part, Math.max(0, start - from));
      start += array.length;
    }
    return out;
  };
  return { length, slice };
}

/** Sends bytes piece by piece, as long as `isWanted`. Resolves to whether all were sent. */
export async function sendPieces(
  key: number,
  bytes: ByteRun,
  send: (piece: Piece, transfer: readonly ArrayBufferLike[]) => void,
  isWanted: () => boolean,
): Promise<boolean> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (!isWanted()) return false;
    const piece = bytes.slice(start, start + PIECE_BYTES);
    send({ kind: "piece", key, length: bytes.length, start, bytes: piece }, [piece.buffer]);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return isWanted();
}

/** Puts pieces together again. */
export interface PieceBox {
  readonly add: (piece: Piece) => void;
  /** Gives the bytes with a key away; throws if no piece of them has come. */
  readonly take: (key: number) => Uint8Array;
  /** Forgets the bytes with other keys than these: they are no longer sent. */
  readonly forgetOthers: (wanted: readonly { readonly key: number }[]) => void;
}

/** An empty box. */
export function makePieceBox(): PieceBox {
  const held = new Map<number, Uint8Array>();
  return {
    add: ({ key, length, start, bytes }) => {
      const whole = (start > 0 ? held.get(key) : undefined) ?? new Uint8Array(length);
      whole.set(bytes, start);
      held.set(key, whole);
    },
    take: (key) => {
      const taken = held.get(key);
      if (taken === undefined) throw new Error(`no piece of ${key} has come`);
      held.delete(key);
      return taken;
    },
    forgetOthers: (wanted) => {
      const keys = new Set(wanted.map(({ key }) => key));
      for (const key of held.keys()) if (!keys.has(key)) held.delete(key);
    },
  };
}
