import { useMemo } from "react";
import { describeByte } from "../../assist/byteFacts";
import { formatByte, formatHex } from "../../bytes/hex";
import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import type { PointedRange } from "../../store/inspector";
import { printable } from "./cells";

interface Props {
  readonly document: LinkedDocument;
  /** The original payload, and the patches from it to the current one. */
  readonly original: Uint8Array;
  readonly changes: readonly Patch[];
  readonly selection: PointedRange | undefined;
}

const PARTS = {
  token: "the token itself",
  number: "a number",
  content: "content",
  terminator: "the NUL that ends it",
} as const;

/**
 * What the selected byte is: its offset, bits, token and grammar rule, its original value, and what related
 * bytes would mean.
 */
export function ByteDetails({ document, original, changes, selection }: Props) {
  const at = selection?.at ?? selection?.range.start ?? -1;
  const facts = useMemo(() => describeByte(document, at), [document, at]);
  if (facts === undefined)
    return <p className="bytes-about">{`${document.bytes.length.toLocaleString("en")} bytes`}</p>;
  const was = originalByte(original, changes, at);
  const count = selection === undefined ? 0 : selection.range.end - selection.range.start;
  const { byte, bits, token, part, production: rule, page, tag, alternatives: otherwise } = facts;
  return (
    <div className="bytes-about">
      <p>
        <strong>
          0x{formatHex(at)} ({at})
        </strong>
        {count > 1 && `, ${count} bytes selected`} · {token}
        {tag === undefined ? `, ${PARTS[part]}` : ` ${tag.name}`} · code page {page.number} {page.namespace}
      </p>
      <p>
        <span className="byte-bits">
          {formatByte(byte)} = {bits}
        </span>{" "}
        = {byte}
        {byte >= 0x20 && byte < 0x7f && ` = “${printable(byte)}”`}
        {tag !== undefined && (
          <>
            {" "}
            · attributes <b>{tag.attributes ? 1 : 0}</b> · content <b>{tag.content ? 1 : 0}</b>
            {" · identity "}
            <b>{formatByte(tag.identity)}</b>
          </>
        )}
        {was !== undefined && was !== byte && ` · was ${formatByte(was)}`}
      </p>
      {(rule !== "" || otherwise.length > 0) && (
        <p>
          {rule !== "" && <code>{rule}</code>} {otherwise.join("; ")}
        </p>
      )}
    </div>
  );
}

/** The value that this byte had when the payload was opened; `undefined` for a byte that was inserted. */
function originalByte(original: Uint8Array, changes: readonly Patch[], offset: number): number | undefined {
  let shift = 0;
  for (const { range, bytes } of changes) {
    const start = range.start + shift;
    if (offset < start) break;
    if (offset < start + bytes.length)
      return offset - start < range.end - range.start ? original[range.start + offset - start] : undefined;
    shift += bytes.length - (range.end - range.start);
  }
  return original[offset - shift];
}
