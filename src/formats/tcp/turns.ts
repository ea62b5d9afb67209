import type { ByteRange } from "../../bytes/range";
import { type Connection, distance, findGaps, type Gap, type Piece, type Stream } from "./streams";

/*
 * A connection is two streams; how they interleave must be inferred from the segments. Each segment says up
 * to which byte its sender had received the other side. If that covers a piece of the other side, the piece
 * came first. If it decides nothing, the piece that was captured first comes first; a piece that was captured
 * late, because it was retransmitted, counts as captured with the first piece after it. Merging both sides by
 * this rule keeps the order within each side, and consecutive pieces of one side are one turn.
 */

/** What one side of a connection sent before the other answered. */
export interface Turn {
  readonly stream: Stream;
  readonly bytes: Uint8Array;
  /** The numbers of the frames that carried it, in byte order. */
  readonly packets: readonly number[];
  /** What each of these frames contributed, as a range of `bytes`. */
  readonly ranges: readonly ByteRange[];
  /** The gaps inside it, and the frame after each. */
  readonly gaps: readonly { readonly missing: Gap["missing"]; readonly before: number }[];
}

interface DatedPiece extends Piece {
  readonly stream: Stream;
  /** The first packet that carried this or anything after it: the piece must have been sent by then. */
  readonly sent: number;
}

/**
 * The pieces of a stream with the time by which they must have been sent; a piece that was captured late was
 * sent before what follows it.
 */
function datePieces(stream: Stream): DatedPiece[] {
  let sent = Number.POSITIVE_INFINITY;
  const backwards = stream.pieces.toReversed().map((piece) => {
    sent = Math.min(sent, piece.packet);
    return { ...piece, stream, sent };
  });
  return backwards.reverse();
}

function toTurn(pieces: readonly DatedPiece[]): Turn[] {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return [];
  const range = { start: first.at, end: last.at + last.data.length };
  const gaps = findGaps(first.stream, range).map(({ end, missing }) => ({
    missing,
    before: pieces.find(({ at }) => at >= end)?.packet ?? 0,
  }));
  return [
    {
      stream: first.stream,
      bytes: first.stream.bytes.subarray(range.start, range.end),
      packets: pieces.map(({ packet }) => packet),
      ranges: pieces.map(({ at, data }) => ({
        start: at - range.start,
        end: at - range.start + data.length,
      })),
      gaps,
    },
  ];
}

/** Whether the sender of `later` had received all of `earlier`, which the other side sent. */
function hadReceived(later: DatedPiece, earlier: DatedPiece): boolean {
  return later.expects !== undefined && distance(later.expects, earlier.next) >= 0;
}

/**
 * Whether `a` goes before `b`, the first remaining pieces of the two sides: one shows that its sender had
 * received the other, or it was captured first.
 */
function goesFirst(a: DatedPiece, b: DatedPiece): boolean {
  const [bKnewA, aKnewB] = [hadReceived(b, a), hadReceived(a, b)];
  return bKnewA === aKnewB ? a.sent <= b.sent : bKnewA;
}

/**
 * The pieces of both sides in the order in which they were sent; the pieces of each side keep their order.
 */
function mergeSides([first = [], second = []]: readonly (readonly DatedPiece[])[]): DatedPiece[] {
  const merged: DatedPiece[] = [];
  let [i, j] = [0, 0];
  for (let a = first[i], b = second[j]; a !== undefined || b !== undefined; a = first[i], b = second[j]) {
    const takeFirst = b === undefined || (a !== undefined && goesFirst(a, b));
    const next = takeFirst ? a : b;
    if (takeFirst) i++;
    else j++;
    if (next !== undefined) merged.push(next);
  }
  return merged;
}

/**
 * The turns of a connection, in the order in which they were sent. Missing bytes between two turns are not a
 * gap.
 */
export function splitTurns({ streams }: Connection): Turn[] {
  const turns: DatedPiece[][] = [];
  for (const piece of mergeSides(streams.map(datePieces))) {
    const open = turns.at(-1);
    if (open?.[0]?.stream === piece.stream) open.push(piece);
    else turns.push([piece]);
  }
  return turns.flatMap(toTurn);
}
