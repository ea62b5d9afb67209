import { useMemo } from "react";
import { toHex } from "../../bytes/hex";
import type { ComparedRow } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import { nodeBytes } from "../../wbxml/tokenTable";
import { type CommonEnds, useCommonEnds } from "./commonEnds";

const MAX_SHOWN = 64;

interface Props {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly row: ComparedRow;
}

/** The bytes of a node on both sides, with the differences highlighted. */
export function RowBytes({ first, second, row }: Props) {
  const left = useMemo(() => getNodeBytes(first, row.a), [first, row.a]);
  const right = useMemo(() => getNodeBytes(second, row.b), [second, row.b]);
  const ends = useCommonEnds(left, right);
  return (
    <dl className="compare-bytes">
      <dt>Left</dt>
      <dd>
        <SideBytes bytes={left} ends={ends} />
      </dd>
      <dt>Right</dt>
      <dd>
        <SideBytes bytes={right} ends={ends} />
      </dd>
    </dl>
  );
}

function getNodeBytes({ tree: { tokens } }: LinkedDocument, node: number): Uint8Array | undefined {
  return node < 0 ? undefined : nodeBytes(tokens, node);
}

interface SideProps {
  readonly bytes: Uint8Array | undefined;
  readonly ends: CommonEnds | undefined;
}

function SideBytes({ bytes, ends }: SideProps) {
  if (bytes === undefined) return "none";
  return ends === undefined ? "…" : <MarkedBytes bytes={bytes} {...ends} />;
}

/** The bytes around the difference, as many as fit on a line. */
function MarkedBytes({ bytes, head, tail }: { readonly bytes: Uint8Array } & CommonEnds) {
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
