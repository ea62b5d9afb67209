import type { ByteRange } from "./range";

/**
 * One edit as a value: the bytes at `range` of the old payload are replaced by `bytes`. An empty range
 * inserts; empty `bytes` delete.
 */
export interface Patch {
  readonly range: ByteRange;
  readonly bytes: Uint8Array;
}

/**
 * Thrown for an edit that cannot be applied: outside the payload, reversed, out of order or overlapping. It
 * is a bug in the caller.
 */
export class PatchError extends Error {
  override readonly name = "PatchError";
}

function checkOrder(length: number, patches: readonly Patch[]): void {
  let last = 0;
  for (const { range } of patches) {
    if (range.start < last || range.end < range.start || range.end > length) {
      throw new PatchError(
        `Patch ${range.start}–${range.end} is out of order or outside the ${length} bytes.`,
      );
    }
    last = range.end;
  }
}

/**
 * Returns a new payload with all patches applied. Ranges are in old offsets, sorted and not overlapping;
 * throws `PatchError` if they are not.
 */
export function applyPatches(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array {
  checkOrder(bytes.length, patches);
  const growth = patches.reduce(
    (sum, { range, bytes: fresh }) => sum + fresh.length - (range.end - range.start),
    0,
  );
  const out = new Uint8Array(bytes.length + growth);
  let read = 0;
  let write = 0;
  for (const { range, bytes: fresh } of patches) {
    out.set(bytes.subarray(read, range.start), write);
    write += range.start - read;
    out.set(fresh, write);
    write += fresh.length;
    read = range.end;
  }
  out.set(bytes.subarray(read), write);
  return out;
}

/**
 * The patches that undo `patches`: `applyPatches(applyPatches(b, p), invertPatches(b, p))` equals `b`.
 * `bytes` is the payload before them.
 */
export function invertPatches(bytes: Uint8Array, patches: readonly Patch[]): Patch[] {
  checkOrder(bytes.length, patches);
  let shift = 0;
  return patches.map(({ range, bytes: fresh }) => {
    const start = range.start + shift;
    shift += fresh.length - (range.end - range.start);
    return { range: { start, end: start + fresh.length }, bytes: bytes.slice(range.start, range.end) };
  });
}

/**
 * The smallest single patch that turns `before` into `after`, or `[]` if they are equal. Bytes that agree at
 * either end are not part of it.
 */
export function diffBytes(before: Uint8Array, after: Uint8Array): Patch[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head === before.length && head === after.length) return [];
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [
    { range: { start: head, end: before.length - tail }, bytes: after.slice(head, after.length - tail) },
  ];
}

/**
 * Maps a byte offset of the old payload to the new one. An offset inside a replaced range maps to the start
 * of its replacement.
 */
export function mapOffset(offset: number, patches: readonly Patch[]): number {
  let shift = 0;
  for (const { range, bytes } of patches) {
    if (range.start > offset || (range.start === offset && range.end > offset)) break;
    if (range.end > offset) return range.start + shift;
    shift += bytes.length - (range.end - range.start);
  }
  return offset + shift;
}

/** The ranges of the new payload that the patches wrote; a patch that only deletes gives an empty range. */
export function listPatchedRanges(patches: readonly Patch[]): ByteRange[] {
  let shift = 0;
  return patches.map(({ range, bytes }) => {
    const start = range.start + shift;
    shift += bytes.length - (range.end - range.start);
    return { start, end: start + bytes.length };
  });
}
