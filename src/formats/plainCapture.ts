import type { Capture, Input } from "./format";

/** A capture without HTTP facts. */
export function plainCapture(
  payload: Uint8Array,
  label: string,
  origin: Capture["origin"],
  more: Partial<Capture> = {},
): Capture {
  return { label, direction: undefined, payload, origin, problems: [], ...more };
}

/** The origin of a capture found in the text of `input` between `from` and `to`. */
export function originIn(input: Input, from: number, to: number): Capture["origin"] {
  return input.name === undefined ? { text: { from, to } } : { name: input.name, text: { from, to } };
}
