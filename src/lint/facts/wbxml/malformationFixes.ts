import type { Patch } from "../../../bytes/patch";
import type { ByteRange } from "../../../bytes/range";
import { charsetCodec } from "../../../wbxml/charset";
import { GlobalToken } from "../../../wbxml/globalToken";
import type { Malformation } from "../../../wbxml/malformation";
import { mbUint32 } from "../../../wbxml/mbUint32";
import { tokenAt } from "../../../wbxml/tokenTable";
import { byteFix } from "../../fix";
import type { ByteFix } from "../../rule";
import type { MessageView } from "../../view";

/**
 * How a malformation's bytes may be mended; `undefined` where this one can't be. Never safe: the bytes do not
 * say what their writer meant.
 */
export type Repair = (view: MessageView, malformation: Malformation) => ByteFix | undefined;

function repair(
  title: string,
  patch: (view: MessageView, malformation: Malformation) => Patch | undefined,
): Repair {
  return (view, malformation) => {
    const made = patch(view, malformation);
    return made && byteFix(title, view, false, [made]);
  };
}

const NOTHING = new Uint8Array(0);

function insertion(at: number, bytes: Uint8Array): Patch {
  return { range: { start: at, end: at }, bytes };
}

/** Leaves the bytes out. */
export function leaveOut(title: string): Repair {
  return repair(title, (_, { range }) => ({ range, bytes: NOTHING }));
}

/** Puts the header of EAS in front of everything. */
export const addHeader: Repair = repair("Put 03 01 6A 00 in front", () =>
  insertion(0, Uint8Array.of(0x03, 0x01, 0x6a, 0x00)),
);

/** Says version 1.3, as which the payload was read. */
export const sayVersion: Repair = repair("Say version 1.3 (03)", (_, { range }) => ({
  range,
  bytes: Uint8Array.of(0x03),
}));

/** Writes the END tokens that are missing at the end of the bytes. */
export const addEnds: Repair = repair("Close the open elements at the end", ({ document }, { count = 1 }) =>
  insertion(document.bytes.length, new Uint8Array(count).fill(GlobalToken.END)),
);

/** Ends a string where it was taken to end. */
export const addTerminator: Repair = repair("End the string here", ({ document }, { range }) =>
  insertion(range.end, new Uint8Array(charsetCodec(document.tree.tokens.header.charset)?.unit ?? 1)),
);

/** Writes the length of the opaque data as they were read. */
export const sayOpaqueLength: Repair = repair(
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
