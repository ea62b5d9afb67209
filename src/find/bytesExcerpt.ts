import { toHex } from "../bytes/hex";
import type { Excerpt } from "./hit";

const BEFORE = 4;
const LONGEST = 24;

/** Bytes around a match in hexadecimal, and where in that the match stands. */
export function hexBytesExcerpt(bytes: Uint8Array, start: number, length: number): Excerpt {
  const from = Math.max(0, start - BEFORE);
  const shown = bytes.subarray(from, Math.max(start, from) + LONGEST);
  const head = from > 0 ? "… " : "";
  const tail = from + shown.length < bytes.length ? " …" : "";
  const at = head.length + (start - from) * 3;
  const text = `${head}${toHex(shown)}`;
  return { excerpt: `${text}${tail}`, match: { from: at, to: Math.min(at + length * 3 - 1, text.length) } };
}
