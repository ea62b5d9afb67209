import type { LinkedDocument } from "../../document/open";
import { GlobalToken } from "../../wbxml/globalToken";
import { mbUint32 } from "../../wbxml/mbUint32";
import {
  closeOf,
  hasEnd,
  isElement,
  kindOf,
  nodeRange,
  parentOf,
  startOf,
  TokenKind,
  tokenRange,
} from "../../wbxml/tokenTable";
import { rootElement } from "../../wbxml/tree";
import { UNREADABLE } from "./answers";
import type { Fault, FaultOptions } from "./fault";
import { inserted, isText, replaced, tokenFor } from "./places";

type LengthSource = Pick<Fault, "id" | "name" | "breaks" | "answer" | "finds"> & {
  /**
   * The length that is written in the place of `real`, with `behind` bytes of the payload behind the data.
   */
  readonly length: (real: number, behind: number) => readonly number[];
};

/** A fault of an OPAQUE's length. Where a payload has no OPAQUE, one of its strings becomes one. */
function opaqueLength({ length, ...facts }: LengthSource): Fault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    const { tokens } = document.tree;
    const isOpaque = (token: number): boolean =>
      kindOf(tokens, token) === TokenKind.Opaque && !tokens.repairedData.has(token);
    const token =
      tokenFor(document, options, isOpaque) ?? tokenFor(document, options, (one) => isText(document, one));
    if (token === undefined) return undefined;
    const { start, end } = document.tree.data(token);
    const written = length(end - start, document.bytes.length - end);
    const range = tokenRange(tokens, token);
    const next = [GlobalToken.OPAQUE, ...written];
    if (
      isOpaque(token) &&
      next.length === start - range.start &&
      next.every((byte, i) => document.bytes[range.start + i] === byte)
    )
      return undefined;
    return [replaced(range, ...next, document.bytes.subarray(start, end))];
  };
  return { ...facts, family: "Lengths and ends", section: "WAP-192 5.8.4.6", patches };
}

const long = (value: number): number[] => [0x80, 0x80, 0x80, 0x80, 0x80, ...mbUint32(value)].slice(-5);

/** The patch that ends the payload at an offset; `undefined` where it ends there anyhow. */
const cutAt = ({ bytes }: LinkedDocument, start: number) =>
  start >= bytes.length ? undefined : [replaced({ start, end: bytes.length })];

/** The middle of the payload, or what is meant. */
const place = ({ bytes }: LinkedDocument, { near }: FaultOptions): FaultOptions => ({
  near: near ?? bytes.length >> 1,
});

/** Faults of lengths, of END, and of where the payload stops. */
export const lengthFaults: readonly Fault[] = [
  {
    id: "truncate-at-token",
    name: "Cut off at a token",
    family: "Lengths and ends",
    breaks:
      "Ends between two tokens, in the middle or where something is selected: every open element lacks " +
      "its END.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const token = tokenFor(document, place(document, options), (one) => parentOf(tokens, one) >= 0);
      return token === undefined ? undefined : cutAt(document, startOf(tokens, token));
    },
  },
  {
    id: "truncate-in-string",
    name: "Cut off inside a string",
    family: "Lengths and ends",
    breaks: "Ends inside an inline string, before its terminating zero.",
    section: "WAP-192 5.8.4.1",
    answer: UNREADABLE,
    finds: ["unterminated-string"],
    patches: (document, options) => {
      const token = tokenFor(document, place(document, options), (one) => isText(document, one));
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      return cutAt(document, start + ((end - start + 1) >> 1));
    },
  },
  {
    id: "truncate-in-length",
    name: "Cut off inside a length",
    family: "Lengths and ends",
    breaks: "Ends behind the first byte of an OPAQUE length that says that another follows.",
    section: "WAP-192 5.1",
    answer: UNREADABLE,
    finds: ["truncated-integer", "truncated-token"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const token = tokenFor(
        document,
        place(document, options),
        (one) => kindOf(tokens, one) === TokenKind.Opaque || isText(document, one),
      );
      if (token === undefined) return undefined;
      return [
        replaced({ start: startOf(tokens, token), end: document.bytes.length }, GlobalToken.OPAQUE, 0x81),
      ];
    },
  },
  opaqueLength({
    id: "opaque-too-long",
    name: "OPAQUE length too long",
    breaks: "Says a length that reaches 100 bytes beyond the end.",
    answer: UNREADABLE,
    finds: ["truncated-opaque", "opaque-length-byte-missing"],
    length: (real, behind) => mbUint32(real + behind + 100),
  }),
  opaqueLength({
    id: "opaque-4-gb",
    name: "OPAQUE length of 4 GB",
    breaks: "Says the greatest length there is, 4,294,967,295 bytes.",
    answer: `${UNREADABLE} Nothing may be allocated for it.`,
    finds: ["truncated-opaque"],
    length: () => mbUint32(0xffffffff),
  }),
  opaqueLength({
    id: "length-overflow",
    name: "Length above 32 bits",
    breaks: "Says a length of 2 to the 32 in five bytes: read carelessly it is 0.",
    answer: UNREADABLE,
    finds: ["integer-overflow"],
    length: () => [0x90, 0x80, 0x80, 0x80, 0x00],
  }),
  opaqueLength({
    id: "length-six-bytes",
    name: "Length of six bytes",
    breaks: "Writes a length with one byte more than an mb_u_int32 may have.",
    answer: UNREADABLE,
    finds: ["integer-overflow"],
    length: (real) => [0x80, ...long(real)],
  }),
  opaqueLength({
    id: "length-not-minimal",
    name: "Length longer than needed",
    breaks: "Writes a length in five bytes, with leading zeros.",
    answer: "Legal and unusual: every peer has to read it like the shortest form.",
    finds: ["wbxml/long-integer"],
    length: long,
  }),
  {
    id: "end-missing",
    name: "END missing",
    family: "Lengths and ends",
    breaks: "Leaves out the END of the root, or of what is selected.",
    section: "WAP-192 5.8.4.7.1",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, { near }) => {
      const { tokens } = document.tree;
      const closes = (token: number): boolean => isElement(tokens, token) && hasEnd(tokens, token);
      const chosen = near === undefined ? rootElement(tokens) : tokenFor(document, { near }, closes);
      if (chosen === undefined || !closes(chosen)) return undefined;
      return [replaced(tokenRange(tokens, closeOf(tokens, chosen)))];
    },
  },
  {
    id: "end-too-many",
    name: "One END too many",
    family: "Lengths and ends",
    breaks: "Writes an END behind the root that closes nothing.",
    section: "WAP-192 5.8.4.7.1",
    answer: UNREADABLE,
    finds: ["unexpected-end"],
    patches: (document) => {
      const { tokens } = document.tree;
      const root = rootElement(tokens);
      return root < 0 ? undefined : [inserted(nodeRange(tokens, root).end, GlobalToken.END)];
    },
  },
];
