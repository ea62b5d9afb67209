const ALGORITHM = "AES-GCM";

/** Makes a key of its bytes. The key can't be read out again. */
export function importKey(rawKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", rawKey, ALGORITHM, false, ["encrypt", "decrypt"]);
}

/** Encrypts bytes. */
export async function encrypt(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly iv: Uint8Array<ArrayBuffer>; readonly locked: ArrayBuffer }> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, locked: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes) };
}

/** Decrypts bytes. Rejects if they were encrypted with another key. */
export async function decrypt(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  locked: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, locked));
}
