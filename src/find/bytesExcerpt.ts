import { toHex } from "../bytes/hex";
import type { Excerpt } from "./hit";

const BYTES_BEFORE = 4;
const MAX_BYTES = 24;

/** Formats the bytes around a match in hexadecimal, and locates the match in that text. */
export function excerptBytes(bytes: Uint8Array, start: number, length: number): Excerpt {
  const from = Math.max(0, start - BYTES_BEFORE);
  const shown = bytes.subarray(from, Math.max(start, from) + MAX_BYTES);
  const head = from > 0 ? "… " : "";
  const tail = from + shown.length < bytes.length ? " …" : "";
  const at = head.length + (start - from) * 3;
  const text = `${head}${toHex(shown)}`;
  return { excerpt: `${text}${tail}`, match: { from: at, to: Math.min(at + length * 3 - 1, text.length) } };
}
