/** The byte at an offset; 0 outside the bytes. */
export function byteAt(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? 0;
}
