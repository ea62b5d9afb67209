import type { ByteRange, TextRange } from "../src/bytes/range";

/** Throws with what does not hold. */
export function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Throws if a range of bytes is not inside that many bytes. */
export function ensureBytesInside({ start, end }: ByteRange, length: number, what: string): void {
  ensure(
    isPlace(start) && isPlace(end) && start <= end && end <= length,
    `${what}: bytes ${start} to ${end} are not in ${length}`,
  );
}

/** Throws if a range of text is not inside that many UTF-16 units. */
export function ensureTextInside({ from, to }: TextRange, length: number, what: string): void {
  ensure(
    isPlace(from) && isPlace(to) && from <= to && to <= length,
    `${what}: text ${from} to ${to} is not in ${length}`,
  );
}

function isPlace(offset: number): boolean {
  return Number.isInteger(offset) && offset >= 0;
}

/** Values that a message contains only if something was put into it that is not there. */
const LEAKS = ["NaN", "undefined", "[object", "null"];

/** Throws if a text for people contains a value that is missing, unless the input contains it too. */
export function ensureReadable(message: string, input: string, what: string): void {
  const leak = LEAKS.find((value) => message.includes(value) && !input.includes(value));
  ensure(message.length > 0, `${what}: an empty message`);
  ensure(leak === undefined, `${what}: a message with ${leak}: ${message}`);
}
