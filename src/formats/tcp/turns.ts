import { type Connection, distance, findGaps, type Gap, type Piece, type Stream } from "./streams";

/*
 * A connection is two streams; how they interleave must be inferred from the segments. Each segment says up
 * to which byte its sender had received the other side. Where that covers a piece of the other side, the
 * piece came first. Where it decides nothing, the piece that was captured first goes first; a piece that was
 * captured late, being sent again, counts as captured with the first piece behind it. Merging both sides by
 * this rule keeps the order within each, and pieces of one side in a row are one turn.
 */

/** What one side of a connection said before the other answered. */
export interface Turn {
  readonly stream: Stream;
  readonly bytes: Uint8Array;
  /** The numbers of the frames that brought it, in the order of the bytes. */
  readonly packets: readonly number[];
  /** Gaps within it, and the frame behind each. */
  readonly gaps: readonly { readonly missing: Gap["missing"]; readonly before: number }[];
}

interface DatedPiece extends Piece {
  readonly stream: Stream;
  /**
   * The first packet that brought this or anything behind it: before that packet the piece must have been
   * sent.
   */
  readonly sent: number;
}

/**
 * The pieces of a stream with when they must have been sent; a piece that was captured late was sent before
 * what follows it.
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
      gaps,
    },
  ];
}

/** Whether the sender of `later` had received all of `earlier`, which the other side sent. */
function hadReceived(later: DatedPiece, earlier: DatedPiece): boolean {
  return later.expects !== undefined && distance(later.expects, earlier.next) >= 0;
}

/**
 * Whether `a` goes before `b`, the first pieces that are left of two sides: one shows that it knew the other,
 * or it was captured first.
 */
function goesFirst(a: DatedPiece, b: DatedPiece): boolean {
  const [bKnewA, aKnewB] = [hadReceived(b, a), hadReceived(a, b)];
  return bKnewA === aKnewB ? a.sent <= b.sent : bKnewA;
}

/** The pieces of both sides in the order in which they were sent; those of one side keep theirs. */
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
 * What the two sides of a connection said in turns, in the order in which they said it. Bytes that are
 * missing between two turns are no gap.
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
