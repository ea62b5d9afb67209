import type { Capture, Input } from "./format";

/** One capture with no HTTP facts. */
export function plainCapture(
  payload: Uint8Array,
  label: string,
  origin: Capture["origin"],
  more: Partial<Capture> = {},
): Capture {
  return { label, direction: undefined, payload, origin, problems: [], ...more };
}

/** `origin` of something found in `input` between `from` and `to`. */
export function originIn(input: Input, from: number, to: number): Capture["origin"] {
  return input.name === undefined ? { text: { from, to } } : { name: input.name, text: { from, to } };
}
