/** Whether the bytes from `at` on start with these. */
export function startsWith(bytes: Uint8Array, start: ArrayLike<number>, at = 0): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

/** Whether both are the same bytes. */
export function isSameBytes(one: Uint8Array, other: ArrayLike<number>): boolean {
  return one.length === other.length && startsWith(one, other);
}
