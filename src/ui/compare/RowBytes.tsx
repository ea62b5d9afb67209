import { toHex } from "../../bytes/hex";
import type { ComparedRow } from "../../compare/compare";
import type { LinkedDocument } from "../../document/open";
import { nodeBytes } from "../../wbxml/tokenTable";

const MAX_SHOWN = 64;

interface Props {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly row: ComparedRow;
}

/** The bytes of a node on both sides, with the differences highlighted. */
export function RowBytes({ first, second, row }: Props) {
  const [left, right] = [getNodeBytes(first, row.a), getNodeBytes(second, row.b)];
  const most = Math.min(left?.length ?? 0, right?.length ?? 0);
  let head = 0;
  while (head < most && left?.[head] === right?.[head]) head++;
  let tail = 0;
  while (tail < most - head && left?.at(-1 - tail) === right?.at(-1 - tail)) tail++;
  return (
    <dl className="compare-bytes">
      <dt>Left</dt>
      <dd>{left === undefined ? "none" : <MarkedBytes bytes={left} head={head} tail={tail} />}</dd>
      <dt>Right</dt>
      <dd>{right === undefined ? "none" : <MarkedBytes bytes={right} head={head} tail={tail} />}</dd>
    </dl>
  );
}

function getNodeBytes({ tree: { tokens } }: LinkedDocument, node: number): Uint8Array | undefined {
  return node < 0 ? undefined : nodeBytes(tokens, node);
}

/** The bytes around the difference, as many as fit on a line. */
function MarkedBytes({
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
  const last = Math.min(bytes.length, from + MAX_SHOWN);
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
