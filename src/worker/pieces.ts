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

/** Sends bytes piece by piece, as long as `isWanted`. Resolves to whether all were sent. */
export async function sendPieces(
  key: number,
  bytes: Uint8Array,
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
