import { makeSparse, type Sparse } from "../bytes/sparse";
import { type ComparedRows, codeOf, type Difference, differenceOf } from "./rows";

/** How nodes of the second document differ: their tokens, rising, and the code of each difference. */
export interface Marks {
  readonly tokens: Uint32Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
}

const [INSIDE, REMOVED] = [codeOf("inside"), codeOf("removed")];

/**
 * Lists what the tree of the second document marks: the nodes that differ themselves, and the elements from
 * which a child was removed.
 */
export function listMarks({ difference, depth, b }: ComparedRows): Marks {
  const codes = new Uint8Array(b.reduce((most, token) => Math.max(most, token), -1) + 1); // by token
  const around: number[] = []; // tokens of the elements around a row, by depth
  for (let i = 0; i < b.length; i++) {
    const [own, level, code] = [b[i] ?? -1, depth[i] ?? 0, difference[i] ?? 0];
    if (own >= 0) around[level] = own;
    if (code <= INSIDE) continue;
    const parent = around[level - 1] ?? -1;
    if (own >= 0) codes[own] = code;
    else if (parent >= 0 && codes[parent] === 0) codes[parent] = REMOVED;
  }
  const tokens = new Uint32Array(codes.reduce((count, code) => count + Math.min(code, 1), 0));
  let at = 0;
  for (let token = 0; token < codes.length; token++) if (codes[token] !== 0) tokens[at++] = token;
  return { tokens, codes: Uint8Array.from(tokens, (token) => codes[token] ?? 0) };
}

/** The difference by token. */
export function readMarks({ tokens, codes }: Marks): Sparse<Difference> {
  return makeSparse(tokens, (i) => differenceOf(codes[i]));
}
