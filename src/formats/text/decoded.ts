import type { InputProblem } from "../format";

/** The decoded bytes of a text and its problems. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}
