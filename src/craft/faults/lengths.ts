import { isSameBytes } from "../../bytes/same";
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
import type { DeliberateFault, FaultOptions } from "./deliberateFault";
import { findToken, insertBytes, isInlineText, replaceBytes } from "./places";

type LengthFaultSource = Pick<DeliberateFault, "id" | "name" | "breaks" | "answer" | "finds"> & {
  /** The bytes to write instead of the length `real`, given how many bytes of the payload follow the data. */
  readonly length: (real: number, remaining: number) => readonly number[];
};

/** Defines a fault in the length of an OPAQUE. If a payload has no OPAQUE, one of its strings becomes one. */
function defineLengthFault({ length, ...facts }: LengthFaultSource): DeliberateFault {
  const patches = (document: LinkedDocument, options: FaultOptions) => {
    const { tokens } = document.tree;
    const isOpaque = (token: number): boolean =>
      kindOf(tokens, token) === TokenKind.Opaque && !tokens.repairedData.has(token);
    const token =
      findToken(document, options, isOpaque) ??
      findToken(document, options, (one) => isInlineText(document, one));
    if (token === undefined) return undefined;
    const { start, end } = document.tree.data(token);
    const written = length(end - start, document.bytes.length - end);
    const range = tokenRange(tokens, token);
    const next = [GlobalToken.OPAQUE, ...written];
    if (isOpaque(token) && isSameBytes(document.bytes.subarray(range.start, start), next)) return undefined;
    return [replaceBytes(range, ...next, document.bytes.subarray(start, end))];
  };
  return { ...facts, family: "Lengths and ends", section: "WAP-192 5.8.4.6", patches };
}

const encodeLongLength = (value: number): number[] =>
  [0x80, 0x80, 0x80, 0x80, 0x80, ...mbUint32(value)].slice(-5);

/** The patch that ends the payload at an offset; `undefined` if it ends there already. */
const cutFrom = ({ bytes }: LinkedDocument, start: number) =>
  start >= bytes.length ? undefined : [replaceBytes({ start, end: bytes.length })];

/** Aims at the middle of the payload unless a place is given. */
const defaultToMiddle = ({ bytes }: LinkedDocument, { near }: FaultOptions): FaultOptions => ({
  near: near ?? bytes.length >> 1,
});

/** Faults in lengths, in END tokens, and in where the payload ends. */
export const lengthFaults: readonly DeliberateFault[] = [
  {
    id: "truncate-at-token",
    name: "Cut off at a token",
    family: "Lengths and ends",
    breaks: "Ends between two tokens, in the middle or at the selection: every open element lacks its END.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const token = findToken(
        document,
        defaultToMiddle(document, options),
        (one) => parentOf(tokens, one) >= 0,
      );
      return token === undefined ? undefined : cutFrom(document, startOf(tokens, token));
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
      const token = findToken(document, defaultToMiddle(document, options), (one) =>
        isInlineText(document, one),
      );
      if (token === undefined) return undefined;
      const { start, end } = document.tree.data(token);
      return cutFrom(document, start + ((end - start + 1) >> 1));
    },
  },
  {
    id: "truncate-in-length",
    name: "Cut off inside a length",
    family: "Lengths and ends",
    breaks: "Ends after the first byte of an OPAQUE length, which announces another byte.",
    section: "WAP-192 5.1",
    answer: UNREADABLE,
    finds: ["truncated-integer", "truncated-token"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const token = findToken(
        document,
        defaultToMiddle(document, options),
        (one) => kindOf(tokens, one) === TokenKind.Opaque || isInlineText(document, one),
      );
      if (token === undefined) return undefined;
      return [
        replaceBytes({ start: startOf(tokens, token), end: document.bytes.length }, GlobalToken.OPAQUE, 0x81),
      ];
    },
  },
  defineLengthFault({
    id: "opaque-too-long",
    name: "OPAQUE length too long",
    breaks: "Declares a length that extends 100 bytes beyond the end.",
    answer: UNREADABLE,
    finds: ["truncated-opaque", "opaque-length-byte-missing"],
    length: (real, remaining) => mbUint32(real + remaining + 100),
  }),
  defineLengthFault({
    id: "opaque-4-gb",
    name: "OPAQUE length of 4 GB",
    breaks: "Declares the largest possible length, 4,294,967,295 bytes.",
    answer: `${UNREADABLE} It must not allocate memory for it.`,
    finds: ["truncated-opaque"],
    length: () => mbUint32(0xffffffff),
  }),
  defineLengthFault({
    id: "length-overflow",
    name: "Length above 32 bits",
    breaks: "Declares a length of 2³² in five bytes, which a careless decoder reads as 0.",
    answer: UNREADABLE,
    finds: ["integer-overflow"],
    length: () => [0x90, 0x80, 0x80, 0x80, 0x00],
  }),
  defineLengthFault({
    id: "length-six-bytes",
    name: "Length of six bytes",
    breaks: "Writes a length with one byte more than an mb_u_int32 can have.",
    answer: UNREADABLE,
    finds: ["integer-overflow"],
    length: (real) => [0x80, ...encodeLongLength(real)],
  }),
  defineLengthFault({
    id: "length-not-minimal",
    name: "Length longer than needed",
    breaks: "Writes a length in five bytes, with leading zeros.",
    answer: "Legal but unusual: every peer must read it like the shortest form.",
    finds: ["wbxml/long-integer"],
    length: encodeLongLength,
  }),
  {
    id: "end-missing",
    name: "END missing",
    family: "Lengths and ends",
    breaks: "Omits the END of the root, or of the selected element.",
    section: "WAP-192 5.8.4.7.1",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, { near }) => {
      const { tokens } = document.tree;
      const canLoseEnd = (token: number): boolean => isElement(tokens, token) && hasEnd(tokens, token);
      const chosen = near === undefined ? rootElement(tokens) : findToken(document, { near }, canLoseEnd);
      if (chosen === undefined || !canLoseEnd(chosen)) return undefined;
      return [replaceBytes(tokenRange(tokens, closeOf(tokens, chosen)))];
    },
  },
  {
    id: "end-too-many",
    name: "One END too many",
    family: "Lengths and ends",
    breaks: "Adds an END after the root that closes nothing.",
    section: "WAP-192 5.8.4.7.1",
    answer: UNREADABLE,
    finds: ["unexpected-end"],
    patches: (document) => {
      const { tokens } = document.tree;
      const root = rootElement(tokens);
      return root < 0 ? undefined : [insertBytes(nodeRange(tokens, root).end, GlobalToken.END)];
    },
  },
];
