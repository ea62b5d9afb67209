import { byteAt } from "../bytes/byteAt";
import { GlobalToken } from "./globalToken";

/** The result of one pass over an inline string: where it ends, and what it contains. */
export interface StringScan {
  /** Offset of the terminating code unit or, if there is none, of what ends the string. */
  end: number;
  /** Every byte is below 0x80, and a code unit is one byte. */
  ascii: boolean;
  /** A byte equals END; only checked if a code unit is one byte. */
  holdsEnd: boolean;
}

/**
 * Reads an inline string from `from` to its first zero code unit or to the end of the bytes, into `scan`.
 * With `repair`, an END byte also ends it, for senders that omit the NUL. The cost depends on the bytes
 * passed, so that reading stays linear.
 */
export function scanString(
  bytes: Uint8Array,
  from: number,
  unit: 1 | 2 | 4,
  repair: boolean,
  scan: StringScan,
): void {
  if (unit !== 1) return scanWide(bytes, from, unit, scan);
  const { length } = bytes;
  let seen = 0;
  let holdsEnd = false;
  let at = from;
  for (let four = nextFour(bytes, at); four > 0; four = nextFour(bytes, at)) {
    seen |= four;
    at += 4;
  }
  for (; at < length; at++) {
    const byte = byteAt(bytes, at);
    if (byte > GlobalToken.END) {
      seen |= byte;
      continue;
    }
    if (byte === 0 || repair) break;
    holdsEnd = true;
  }
  scan.end = at;
  scan.ascii = seen < 0x80;
  scan.holdsEnd = holdsEnd;
}

/**
 * The next four bytes ORed together, if all four exist and none is 00 or 01; otherwise 0. Four at a time cost
 * little more than one.
 */
function nextFour(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) return 0;
  const a = byteAt(bytes, at);
  const b = byteAt(bytes, at + 1);
  const c = byteAt(bytes, at + 2);
  const d = byteAt(bytes, at + 3);
  return ((a - 2) | (b - 2) | (c - 2) | (d - 2)) < 0 ? 0 : a | b | c | d;
}

function scanWide(bytes: Uint8Array, from: number, unit: 2 | 4, scan: StringScan): void {
  let at = from;
  while (at + unit <= bytes.length && bytes.subarray(at, at + unit).some((byte) => byte !== 0)) at += unit;
  scan.end = at + unit <= bytes.length ? at : bytes.length;
  scan.ascii = false;
  scan.holdsEnd = false;
}
