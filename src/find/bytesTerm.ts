import { type ParsedTerm, type ReportQueryProblem, readQuoted, wordAt } from "./lexer";
import type { Term } from "./query";

const DIGITS = "0123456789abcdef";

/** Parses pairs of hexadecimal digits, any of which can be `?`; `undefined` if the text is anything else. */
function parseBytes(text: string): Term | undefined {
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

/** Reads `0x03016A`; `undefined` if there is something else at the offset. */
export function readSolidBytes(text: string, at: number): ParsedTerm | undefined {
  const word = wordAt(text, at);
  const term = /^0x[0-9a-f?]+$/i.test(word) ? parseBytes(word) : undefined;
  return term && { term, to: at + word.length };
}

/**
 * Reads `hex:03 01 6A` with all pairs that follow, or `hex:"…"` with any separators; `undefined` if there is
 * something else at the offset.
 */
export function readBytesTerm(text: string, at: number, report: ReportQueryProblem): ParsedTerm | undefined {
  if (!/^hex[:=]/i.test(text.slice(at, at + 4))) return undefined;
  const from = at + 4;
  const { text: digits, to } =
    text.charAt(from) === '"' ? readQuoted(text, from, report) : readPairs(text, from);
  const term = parseBytes(digits);
  if (term === undefined)
    report(
      "hex-invalid",
      "Bytes must be pairs of hexadecimal digits (?? for any byte). This term is ignored.",
      at,
      to,
    );
  return { term, to };
}

/** Reads the word at an offset, and the pairs of digits after it. */
function readPairs(text: string, from: number): { readonly text: string; readonly to: number } {
  const pairs = /(?:[ \t]*[^\s()]+)(?:[ \t,]+[0-9A-Fa-f?]{2}(?=[\s,()]|$))*/y;
  pairs.lastIndex = from;
  const match = pairs.exec(text);
  return match === null ? { text: "", to: from } : { text: match[0], to: pairs.lastIndex };
}
