import { describe, expect, it } from "vitest";
import { isSameBytes } from "../bytes/same";
import { makePieceBox, PIECE_BYTES, type Piece, readAsOne, sendPieces } from "./pieces";

const bytes = Uint8Array.from({ length: PIECE_BYTES * 2 + 5 }, (_, i) => i % 251);

describe("bytes sent in pieces", () => {
  it("are the same when they are put together", async () => {
    const box = makePieceBox();
    const sizes: number[] = [];
    const send = (piece: Piece, transfer: readonly ArrayBufferLike[]): void => {
      sizes.push(piece.bytes.length);
      box.add(structuredClone(piece, { transfer: [...transfer] }));
    };
    expect(await sendPieces(7, bytes, send, () => true)).toBe(true);
    expect(sizes).toEqual([PIECE_BYTES, PIECE_BYTES, 5]);
    expect(isSameBytes(box.take(7), bytes)).toBe(true);
    expect(() => box.take(7)).toThrow();
  });

  it("stop when they are no longer wanted, and begin anew", async () => {
    const box = makePieceBox();
    let count = 0;
    const isAllSent = await sendPieces(
      7,
      bytes,
      (piece) => box.add(piece),
      () => ++count < 2,
    );
    expect([isAllSent, count]).toEqual([false, 2]);
    box.add({ kind: "piece", key: 8, length: 1, start: 0, bytes: Uint8Array.of(1) });
    box.forgetOthers([{ key: 8 }]);
    expect(() => box.take(7)).toThrow();
    expect(box.take(8)).toEqual(Uint8Array.of(1));
  });

  it("can be several arrays, read as one", () => {
    const numbers = (length: number, from: number) => Uint8Array.from({ length }, (_, i) => from + i);
    const run = readAsOne([numbers(3, 0), numbers(0, 3), numbers(4, 3), numbers(2, 7)]);
    expect(run.length).toBe(9);
    for (let from = 0; from <= 9; from++)
      for (let to = from; to <= 12; to++)
        expect(run.slice(from, to)).toEqual(numbers(Math.min(to, 9) - from, from));
  });
});
