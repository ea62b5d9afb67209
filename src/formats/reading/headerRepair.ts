import { joinBytes } from "../../bytes/join";
import { startsWith } from "../../bytes/same";
import { EAS_HEADER } from "../../wbxml/header";
import { bodyStart } from "../../wbxml/likeness";
import type { Capture, InputProblem } from "../format";
import { likeness } from "../likeness";

/**
 * How many bytes of the header can be missing, most likely first; if three of four were missing, a
 * SWITCH_PAGE could be mistaken for the fourth.
 */
const MISSING = [4, 1, 2, 3];

/**
 * The payload with the missing bytes of the EAS header in front; `undefined` if it has a header, or if it
 * would not be one complete element even with it.
 */
export function withHeader(payload: Uint8Array): Uint8Array | undefined {
  if (payload.length < 3 || bodyStart(payload) !== undefined) return undefined;
  for (const count of MISSING) {
    if (!startsWith(payload, EAS_HEADER.slice(count))) continue;
    const whole = joinBytes([Uint8Array.from(EAS_HEADER.slice(0, count)), payload]);
    if (likeness(whole).score >= 0.99) return whole;
  }
  return undefined;
}

/** The problem of a capture whose payload starts after its header. */
export function missingHeader(capture: Capture, missing: number): InputProblem {
  return {
    code: "missing-header",
    severity: "warning",
    message:
      "The payload reads as WBXML with " +
      `${missing === 1 ? "the byte 03" : `the first ${missing} bytes of 03 01 6A 00`} in front: the start ` +
      'was not copied. To read it that way, choose it under "Read as…".',
    ...(capture.origin.text !== undefined && {
      text: { from: capture.origin.text.from, to: capture.origin.text.from },
    }),
    ...(capture.origin.bytes !== undefined && {
      bytes: { start: capture.origin.bytes.start, end: capture.origin.bytes.start },
    }),
  };
}
