import { type Connection, type Gap, gapsIn, type Piece, type Stream } from "./streams";

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
  /** The first packet that brought this or anything behind it: before that packet the piece must have been sent. */
  readonly sent: number;
}

/** The pieces of a stream with when they must have been sent; a piece that was captured late was sent before what follows it. */
function placed(stream: Stream): Placed[] {
  let sent = Number.POSITIVE_INFINITY;
  return stream.pieces.toReversed().map((piece) => {
    sent = Math.min(sent, piece.packet);
    return { ...piece, stream, sent };
  });
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
    { stream: first.stream, bytes: first.stream.bytes.subarray(range.start, range.end), packets: pieces.map(({ packet }) => packet), gaps },
  ];
}

/** What the two sides of a connection said in turns, in the order of the frames. Bytes that are missing between two turns are no gap. */
export function turnsOf({ streams }: Connection): Turn[] {
  const order = new Map(streams.map((stream, i) => [stream, i]));
  const pieces = streams
    .flatMap(placed)
    .sort((a, b) => a.sent - b.sent || (order.get(a.stream) ?? 0) - (order.get(b.stream) ?? 0) || a.at - b.at);
  const turns: Placed[][] = [];
  for (const piece of pieces) {
    const open = turns.at(-1);
    if (open?.[0]?.stream === piece.stream) open.push(piece);
    else turns.push([piece]);
  }
  return turns.flatMap(turnOf);
}
