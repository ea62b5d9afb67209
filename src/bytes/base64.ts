const CHUNK = 0x6000; // a multiple of 3, so that chunks join without padding between them

/** Base64 (RFC 4648 section 4, padded, one line) of the bytes. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  }
  return parts.join("");
}

/**
 * Decodes base64 text, or returns `undefined` if it is not canonical. White space is ignored; padding is
 * required and unused bits must be zero, so that `toBase64(fromBase64(text))` is the text without its white
 * space.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[ \t\r\n]+/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const binary = atob(compact);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return toBase64(bytes.subarray(bytes.length - (bytes.length % 3 || 3))) === compact.slice(-4)
    ? bytes
    : undefined;
}
