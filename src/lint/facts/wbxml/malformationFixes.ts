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
 * Makes the fix for a malformation; `undefined` where this one can't be fixed. The fix is never safe: the
 * bytes do not show what their writer meant.
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

/** Leaves the bytes out. */
export function leaveOut(title: string): Repair {
  return makeRepair(title, (_, { range }) => ({ range, bytes: NOTHING }));
}

/** Puts the header of EAS in front of everything. */
export const addHeader: Repair = makeRepair("Put 03 01 6A 00 in front", () =>
  insert(0, Uint8Array.from(EAS_HEADER)),
);

/** Says version 1.3, as which the payload was read. */
export const sayVersion: Repair = makeRepair("Say version 1.3 (03)", (_, { range }) => ({
  range,
  bytes: Uint8Array.of(0x03),
}));

/** Writes the END tokens that are missing at the end of the bytes. */
export const addEnds: Repair = makeRepair(
  "Close the open elements at the end",
  ({ document }, { count = 1 }) => insert(document.bytes.length, new Uint8Array(count).fill(GlobalToken.END)),
);

/** Ends a string where it was taken to end. */
export const addTerminator: Repair = makeRepair("End the string here", ({ document }, { range }) =>
  insert(range.end, new Uint8Array(charsetCodec(document.tree.tokens.header.charset)?.unit ?? 1)),
);

/** Writes the length of the opaque data as they were read. */
export const sayOpaqueLength: Repair = makeRepair(
  "Write the length of the data that are here",
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
