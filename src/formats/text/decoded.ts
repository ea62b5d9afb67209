import type { InputProblem } from "../format";

/** The bytes that a text stands for and what was wrong with it. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}
