const CHUNK = 0x2000; // as many arguments as one call can take on every platform

/**
 * The bytes as text, one UTF-16 code unit per byte (U+0000 to U+00FF): offsets in the text are offsets in the
 * bytes.
 */
export function decodeLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join("");
}

const platform = new TextDecoder("latin1");

/**
 * ASCII bytes as text, by the platform's decoder: faster than `decodeLatin1` for many bytes. Of others, 80 to
 * 9F come out as Windows-1252 has them, one UTF-16 code unit per byte all the same.
 */
export function decodeAscii(bytes: Uint8Array): string {
  return platform.decode(bytes);
}

/** One byte per UTF-16 code unit, or `undefined` if a code unit is above U+00FF. */
export function encodeLatin1(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return undefined;
    bytes[i] = code;
  }
  return bytes;
}
