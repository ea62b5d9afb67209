import type { Patch } from "../../../bytes/patch";
import type { ByteRange } from "../../../bytes/range";
import { charsetCodec } from "../../../wbxml/charset";
import { GlobalToken } from "../../../wbxml/globalToken";
import { EAS_HEADER } from "../../../wbxml/header";
import type { Malformation } from "../../../wbxml/malformation";
import { mbUint32 } from "../../../wbxml/mbUint32";
import { tokenAt } from "../../../wbxml/tokenTable";
import { byteFix } from "../../fix";
import type { ByteFix } from "../../rule";
import type { MessageView } from "../../view";

/**
 * Makes the fix for a malformation; `undefined` if this one can't be fixed. The fix is never safe: the bytes
 * do not show what their writer meant.
 */
export type Repair = (view: MessageView, malformation: Malformation) => ByteFix | undefined;

function makeRepair(
  title: string,
  patch: (view: MessageView, malformation: Malformation) => Patch | undefined,
): Repair {
  return (view, malformation) => {
    const made = patch(view, malformation);
    return made && byteFix(title, view, false, [made]);
  };
}

const NOTHING = new Uint8Array(0);

function insert(at: number, bytes: Uint8Array): Patch {
  return { range: { start: at, end: at }, bytes };
}

/** Removes the bytes. */
export function leaveOut(title: string): Repair {
  return makeRepair(title, (_, { range }) => ({ range, bytes: NOTHING }));
}

/** Inserts the EAS header before all other bytes. */
export const addHeader: Repair = makeRepair("Insert 03 01 6A 00 at the start", () =>
  insert(0, Uint8Array.from(EAS_HEADER)),
);

/** Sets the version to 1.3, the version the payload was read as. */
export const sayVersion: Repair = makeRepair("Set the version to 1.3 (03)", (_, { range }) => ({
  range,
  bytes: Uint8Array.of(0x03),
}));

/** Appends the missing END tokens. */
export const addEnds: Repair = makeRepair(
  "Close the open elements at the end",
  ({ document }, { count = 1 }) => insert(document.bytes.length, new Uint8Array(count).fill(GlobalToken.END)),
);

/** Terminates a string at the point where the reader assumed its end. */
export const addTerminator: Repair = makeRepair("End the string here", ({ document }, { range }) =>
  insert(range.end, new Uint8Array(charsetCodec(document.tree.tokens.header.charset)?.unit ?? 1)),
);

/** Sets the length of the opaque data to the number of bytes that were read. */
export const sayOpaqueLength: Repair = makeRepair(
  "Set the length to the number of bytes present",
  ({ document }, { range }) => {
    const { tokens } = document.tree;
    const data: ByteRange | undefined = tokens.repairedData.get(tokenAt(tokens, range.start));
    if (data === undefined) return undefined;
    return {
      range: { start: range.start + 1, end: data.start },
      bytes: Uint8Array.from(mbUint32(data.end - data.start)),
    };
  },
);
