import type { Patch } from "../../bytes/patch";

/**
 * The value that the byte at an offset had when the payload was opened; `undefined` for a byte that was
 * inserted. The patches lead from the original payload to the current one.
 */
export function findOriginal(
  original: Uint8Array,
  changes: readonly Patch[],
  offset: number,
): number | undefined {
  let shift = 0;
  for (const { range, bytes } of changes) {
    const start = range.start + shift;
    if (offset < start) break;
    if (offset < start + bytes.length)
      return offset - start < range.end - range.start ? original[range.start + offset - start] : undefined;
    shift += bytes.length - (range.end - range.start);
  }
  return original[offset - shift];
}

/** How many bytes the patches overwrite, insert or delete. */
export function countChanged(changes: readonly Patch[]): number {
  return changes.reduce((sum, { range, bytes }) => sum + Math.max(bytes.length, range.end - range.start), 0);
}
