import { useMemo } from "react";
import { byteFacts } from "../../assist/byteFacts";
import { hexByte, hexOffset } from "../../bytes/hex";
import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import type { Pointed } from "../../store/inspector";
import { printable } from "./cells";

interface Props {
  readonly document: LinkedDocument;
  /** The payload as it was opened, and the patches from it to the one shown. */
  readonly original: Uint8Array;
  readonly changes: readonly Patch[];
  readonly selection: Pointed | undefined;
}

const PARTS = {
  token: "the token itself",
  number: "a number",
  content: "content",
  terminator: "the NUL that ends it",
} as const;

/**
 * What the selected byte is: where it lies, its bits, token and rule of the grammar, and what it was or would
 * be otherwise.
 */
export function ByteDetails({ document, original, changes, selection }: Props) {
  const at = selection?.at ?? selection?.range.start ?? -1;
  const facts = useMemo(() => byteFacts(document, at), [document, at]);
  if (facts === undefined)
    return <p className="bytes-about">{`${document.bytes.length.toLocaleString("en")} bytes`}</p>;
  const was = originalByte(original, changes, at);
  const count = selection === undefined ? 0 : selection.range.end - selection.range.start;
  const { byte, bits, token, part, rule, page, tag, otherwise } = facts;
  return (
    <div className="bytes-about">
      <p>
        <strong>
          0x{hexOffset(at)} ({at})
        </strong>
        {count > 1 && `, ${count} bytes selected`} · {token}
        {tag === undefined ? `, ${PARTS[part]}` : ` ${tag.name}`} · code page {page.number} {page.namespace}
      </p>
      <p>
        <span className="byte-bits">{hexByte(byte)}</span> = <span className="byte-bits">{bits}</span> ={" "}
        {byte}
        {byte >= 0x20 && byte < 0x7f && ` = “${printable(byte)}”`}
        {tag !== undefined && (
          <>
            {" "}
            · attributes <b>{tag.attributes ? 1 : 0}</b> · content <b>{tag.content ? 1 : 0}</b>
            {" · identity "}
            <b>{hexByte(tag.identity)}</b>
          </>
        )}
        {was !== undefined && was !== byte && ` · was ${hexByte(was)}`}
      </p>
      {(rule !== "" || otherwise.length > 0) && (
        <p>
          {rule !== "" && <code>{rule}</code>} {otherwise.join("; ")}
        </p>
      )}
    </div>
  );
}

/**
 * The byte of the payload as it was opened that stood where one stands now; `undefined` for one that was put
 * in.
 */
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
