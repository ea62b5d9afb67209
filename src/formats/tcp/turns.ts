import { type Connection, distance, type Gap, gapsIn, type Piece, type Stream } from "./streams";

/** What one side of a connection said before the other answered. */
export interface Turn {
  readonly stream: Stream;
  readonly bytes: Uint8Array;
  /** The numbers of the frames that brought it, in the order of the bytes. */
  readonly packets: readonly number[];
  /** Gaps within it, and the frame behind each. */
  readonly gaps: readonly { readonly missing: Gap["missing"]; readonly before: number }[];
}

interface Placed extends Piece {
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
function placed(stream: Stream): Placed[] {
  let sent = Number.POSITIVE_INFINITY;
  const backwards = stream.pieces.toReversed().map((piece) => {
    sent = Math.min(sent, piece.packet);
    return { ...piece, stream, sent };
  });
  return backwards.reverse();
}

function turnOf(pieces: readonly Placed[]): Turn[] {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return [];
  const range = { start: first.at, end: last.at + last.data.length };
  const gaps = gapsIn(first.stream, range).map(({ end, missing }) => ({
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
function knew(later: Placed, earlier: Placed): boolean {
  return later.expects !== undefined && distance(later.expects, earlier.next) >= 0;
}

/**
 * Whether `a` goes before `b`, the first pieces that are left of two sides: one shows that it knew the other,
 * or it was captured first.
 */
function goesFirst(a: Placed, b: Placed): boolean {
  const [bKnewA, aKnewB] = [knew(b, a), knew(a, b)];
  return bKnewA === aKnewB ? a.sent <= b.sent : bKnewA;
}

/** The pieces of both sides in the order in which they were sent; those of one side keep theirs. */
function inOrder([first = [], second = []]: readonly (readonly Placed[])[]): Placed[] {
  const merged: Placed[] = [];
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
export function turnsOf({ streams }: Connection): Turn[] {
  const turns: Placed[][] = [];
  for (const piece of inOrder(streams.map(placed))) {
    const open = turns.at(-1);
    if (open?.[0]?.stream === piece.stream) open.push(piece);
    else turns.push([piece]);
  }
  return turns.flatMap(turnOf);
}
