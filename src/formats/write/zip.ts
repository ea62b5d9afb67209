import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";

/** A file to write to an archive; `name` is its path there. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files as the bytes of one zip archive, in order. Rejects if two have the same name. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  // a copy, because the reader does not accept bytes of a shared buffer
  for (const { name, bytes } of entries) await writer.add(name, new Uint8ArrayReader(new Uint8Array(bytes)));
  return writer.close();
}
