import { type Complain, type ReadTerm, readQuoted, wordAt } from "./lexical";
import type { Term } from "./query";

const DIGITS = "0123456789abcdef";

/**
 * Pairs of hexadecimal digits, each of which may be `?`, as a term; `undefined` where the text is something
 * else.
 */
function bytesOf(text: string): Term | undefined {
  const digits = text.toLowerCase().replace(/0x|\\x|[\s,;]/g, "");
  if (digits === "" || digits.length % 2 !== 0 || !/^[0-9a-f?]*$/.test(digits)) return undefined;
  const values: number[] = [];
  const masks: number[] = [];
  for (let at = 0; at < digits.length; at += 2) {
    const [high, low] = [DIGITS.indexOf(digits.charAt(at)), DIGITS.indexOf(digits.charAt(at + 1))];
    values.push(Math.max(high, 0) * 16 + Math.max(low, 0));
    masks.push((high < 0 ? 0 : 0xf0) + (low < 0 ? 0 : 0x0f));
  }
  return { kind: "bytes", values, masks };
}

/** `0x03016A`; `undefined` where something else stands there. */
export function readSolidBytes(text: string, at: number): ReadTerm | undefined {
  const word = wordAt(text, at);
  const term = /^0x[0-9a-f?]+$/i.test(word) ? bytesOf(word) : undefined;
  return term && { term, to: at + word.length };
}

/**
 * `hex:03 01 6A` with all the pairs that follow, or `hex:"…"` with any separators; `undefined` where
 * something else stands there.
 */
export function readBytesTerm(text: string, at: number, complain: Complain): ReadTerm | undefined {
  if (!/^hex[:=]/i.test(text.slice(at, at + 4))) return undefined;
  const from = at + 4;
  const { text: digits, to } =
    text.charAt(from) === '"' ? readQuoted(text, from, complain) : readPairs(text, from);
  const term = bytesOf(digits);
  if (term === undefined)
    complain(
      "hex-invalid",
      "Bytes are pairs of hexadecimal digits, ?? for any byte. It is left out.",
      at,
      to,
    );
  return { term, to };
}

/** The word at an offset, and the pairs of digits behind it. */
function readPairs(text: string, from: number): { readonly text: string; readonly to: number } {
  const pairs = /(?:[ \t]*[^\s()]+)(?:[ \t,]+[0-9A-Fa-f?]{2}(?=[\s,()]|$))*/y;
  pairs.lastIndex = from;
  const match = pairs.exec(text);
  return match === null ? { text: "", to: from } : { text: match[0], to: pairs.lastIndex };
}
