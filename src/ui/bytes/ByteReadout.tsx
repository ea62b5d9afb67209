import { useMemo } from "react";
import { type ByteFacts, describeByte } from "../../assist/byteFacts";
import { formatByte } from "../../bytes/hex";
import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import { formatCount } from "../../eas/values/reading";
import type { PointedRange } from "../../store/inspector";
import { AboutByte } from "./AboutByte";
import { useSelectedOffset } from "./insertMode";
import { countChanged, findOriginal } from "./originals";
import "./readout.css";

interface Props {
  readonly document: LinkedDocument;
  /** The original payload, and the patches from it to the current one. */
  readonly original: Uint8Array;
  readonly changes: readonly Patch[];
  readonly selection: PointedRange | undefined;
  /** The first digit of a byte whose second has not been typed yet; "" if there is none. */
  readonly digit: string;
}

/**
 * What the selected byte is, in one line: its offset, how many bytes are selected, its bits, its token, and
 * what was changed. All else that is known of it is one click away.
 */
export function ByteReadout({ document, original, changes, selection, digit }: Props) {
  const at = selection?.at ?? selection?.range.start ?? -1;
  const offset = useSelectedOffset();
  const facts = useMemo(() => describeByte(document, at), [document, at]);
  const before = useMemo(() => findOriginal(original, changes, at), [original, changes, at]);
  const changed = useMemo(() => countChanged(changes), [changes]);
  const count = selection === undefined ? 0 : selection.range.end - selection.range.start;
  return (
    <div className="bytes-readout" role="group" aria-label="Selected byte">
      <p className="readout-facts">
        {at < 0 ? (
          <span>Select a byte and type hexadecimal digits, for example {formatByte(0x4b)}.</span>
        ) : (
          <span className="readout-offset">{offset}</span>
        )}
        {count > 1 && <span className="readout-count">{formatCount(count, "byte")} selected</span>}
        {facts !== undefined && <Facts facts={facts} />}
        {at >= 0 && facts === undefined && <span>after the last byte</span>}
        {facts !== undefined && before !== undefined && before !== facts.byte && (
          <span className="readout-changed">was {formatByte(before)}</span>
        )}
        {changed > 0 && <span className="readout-changed">{formatCount(changed, "byte")} changed</span>}
        {facts?.tag !== undefined && <Flags tag={facts.tag} />}
      </p>
      {digit !== "" && (
        <span className="readout-digit" role="status">
          {digit}_: type the second digit
        </span>
      )}
      {facts !== undefined && <AboutByte facts={facts} before={before} />}
    </div>
  );
}

function Facts({ facts: { byte, bits, called, tag } }: { readonly facts: ByteFacts }) {
  const { role, element, page } = called;
  return (
    <>
      <span className="readout-byte">
        <b>{formatByte(byte)}</b> = {tag === undefined ? bits : bits.replace(/^(.)(.)/, "$1 $2 ")}
      </span>
      <span>
        {role}
        {element !== "" && <b>{element}</b>}
        {page !== "" && `, ${page}`}
      </span>
    </>
  );
}

function Flags({ tag }: { readonly tag: NonNullable<ByteFacts["tag"]> }) {
  return (
    <span>
      {tag.content ? "with content" : "without content"},{" "}
      {tag.attributes ? "with attributes" : "no attributes"}
    </span>
  );
}
