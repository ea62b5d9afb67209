import { formatHex } from "../../bytes/hex";
import type { Patch } from "../../bytes/patch";
import type { ByteRange } from "../../bytes/range";
import { formatCount } from "../../eas/values/reading";

/** Whether typing overwrites bytes or inserts new ones. */
export type WriteMode = "overwrite" | "insert";

/** A change of bytes with its name in the history, and what is selected after it. */
export interface ByteEdit {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly next: ByteRange;
}

/**
 * Writes a byte at an offset: over the byte there, or in front of it. After the last byte, it is always
 * inserted.
 */
export function writeByte(length: number, offset: number, byte: number, mode: WriteMode): ByteEdit {
  const isOver = mode === "overwrite" && offset < length;
  return {
    name: `${isOver ? "Overwrite" : "Insert"} 1 byte at 0x${formatHex(offset)}`,
    patches: [{ range: { start: offset, end: isOver ? offset + 1 : offset }, bytes: Uint8Array.of(byte) }],
    next: caretAt(offset + 1, mode, isOver ? length : length + 1),
  };
}

/**
 * Pastes bytes at a selection: they replace a selection of several bytes; at a single byte, they overwrite
 * from there on, or are inserted in front of it.
 */
export function pasteBytes(
  length: number,
  { start, end }: ByteRange,
  pasted: Uint8Array,
  mode: WriteMode,
): ByteEdit {
  const over = end - start > 1 ? end : mode === "overwrite" ? Math.min(start + pasted.length, length) : start;
  return {
    name: `Paste ${formatCount(pasted.length, "byte")} at 0x${formatHex(start)}`,
    patches: [{ range: { start, end: over }, bytes: pasted }],
    next: { start, end: start + pasted.length },
  };
}

/** Deletes the selected bytes; `undefined` if there are none. */
export function deleteBytes(
  length: number,
  { start, end }: ByteRange,
  mode: WriteMode,
): ByteEdit | undefined {
  if (end <= start || start >= length) return undefined;
  const last = Math.min(end, length);
  return {
    name: `Delete ${formatCount(last - start, "byte")} at 0x${formatHex(start)}`,
    patches: [{ range: { start, end: last }, bytes: new Uint8Array() }],
    next: caretAt(start, mode, length - (last - start)),
  };
}

/** Deletes the byte in front of the selection; `undefined` if there is none. */
export function deleteBefore(length: number, { start }: ByteRange, mode: WriteMode): ByteEdit | undefined {
  return start === 0 ? undefined : deleteBytes(length, { start: start - 1, end: start }, mode);
}

/** One byte as a selection. While typing inserts, the position after the last byte can be selected too. */
export function caretAt(offset: number, mode: WriteMode, length: number): ByteRange {
  const start = Math.max(0, Math.min(offset, mode === "insert" ? length : length - 1));
  return { start, end: Math.min(start + 1, length) };
}
