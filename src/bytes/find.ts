import { byteAt } from "./byteAt";

/*
 * Knuth, Morris and Pratt: after a mismatch, the bytes that matched say how far the part can be moved without
 * looking at any byte of the whole again.
 */

/** For each length of a start of the part: how long its longest proper start is that it also ends with. */
function listBorders(part: Uint8Array): Uint32Array {
  const borders = new Uint32Array(part.length);
  let border = 0;
  for (let i = 1; i < part.length; i++) {
    while (border > 0 && part[i] !== part[border]) border = borders[border - 1] ?? 0;
    if (part[i] === part[border]) border++;
    borders[i] = border;
  }
  return borders;
}

/** The offset at which a part first stands in the whole; -1 if nowhere. Takes linear time. */
export function findBytes(whole: Uint8Array, part: Uint8Array): number {
  if (part.length === 0) return 0;
  if (part.length > whole.length) return -1;
  const borders = listBorders(part);
  let matched = 0;
  for (let i = 0; i < whole.length; i++) {
    const byte = byteAt(whole, i);
    while (matched > 0 && part[matched] !== byte) matched = borders[matched - 1] ?? 0;
    if (part[matched] === byte) matched++;
    if (matched === part.length) return i + 1 - matched;
  }
  return -1;
}
