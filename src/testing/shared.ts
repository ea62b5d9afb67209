import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));

/**
 * Whether the folder with specification facts and sample payloads, which are not part of the project, is next
 * to the checkout.
 */
export const hasShared = existsSync(folder);

/** A suffix for the name of a suite that needs the folder, so that the report says why it was skipped. */
export const needsShared = hasShared ? "" : " (skipped: there is no folder ../shared beside the project)";

/** Reads a file from that folder as bytes. */
export function readSharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + path));
}

/** Reads a file from that folder as text. */
export function readSharedText(path: string): string {
  return readFileSync(folder + path, "utf8");
}

/** Reads a JSON file from that folder; the caller specifies its type. */
export function readSharedJson<T>(path: string): T {
  return JSON.parse(readSharedText(path)) as T;
}
