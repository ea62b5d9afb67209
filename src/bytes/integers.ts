/** The bytes as numbers of several bytes: a view of the same memory. */
export function createView({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The number that all the bytes are, least byte first; 0 for no bytes. Exact up to six bytes. */
export function readLittleEndian(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte, i) => sum + byte * 256 ** i, 0);
}
