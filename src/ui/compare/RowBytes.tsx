import { toHex } from "../../bytes/hex";
import type { ComparedRow } from "../../compare/compare";
import type { LinkedDocument } from "../../document/open";
import { nodeRange } from "../../wbxml/tokenTable";

const MOST_SHOWN = 64;

interface Props {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly row: ComparedRow;
}

/** The bytes of a node on both sides; what differs is set off. */
export function RowBytes({ first, second, row }: Props) {
  const [left, right] = [bytesOf(first, row.a), bytesOf(second, row.b)];
  const most = Math.min(left?.length ?? 0, right?.length ?? 0);
  let head = 0;
  while (head < most && left?.[head] === right?.[head]) head++;
  let tail = 0;
  while (tail < most - head && left?.at(-1 - tail) === right?.at(-1 - tail)) tail++;
  return (
    <dl className="compare-bytes">
      <dt>Left</dt>
      <dd>{left === undefined ? "none" : <Marked bytes={left} head={head} tail={tail} />}</dd>
      <dt>Right</dt>
      <dd>{right === undefined ? "none" : <Marked bytes={right} head={head} tail={tail} />}</dd>
    </dl>
  );
}

function bytesOf({ tree: { tokens } }: LinkedDocument, node: number): Uint8Array | undefined {
  if (node < 0) return undefined;
  const { start, end } = nodeRange(tokens, node);
  return tokens.bytes.subarray(start, end);
}

/** The bytes around what differs, so many of them as a line holds. */
function Marked({
  bytes,
  head,
  tail,
}: {
  readonly bytes: Uint8Array;
  readonly head: number;
  readonly tail: number;
}) {
  const from = Math.max(0, head - 8);
  const end = bytes.length - tail;
  const last = Math.min(bytes.length, from + MOST_SHOWN);
  return (
    <code>
      {from > 0 && "… "}
      {toHex(bytes.subarray(from, head))}{" "}
      {end > head && <mark>{toHex(bytes.subarray(head, Math.min(end, last)))}</mark>}{" "}
      {toHex(bytes.subarray(Math.max(end, head), Math.max(last, end)).subarray(0, Math.max(0, last - end)))}
      {last < bytes.length && " …"}
    </code>
  );
}
