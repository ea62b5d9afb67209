import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));

/**
 * Whether the specification facts and sample payloads that are not part of the project lie beside its folder.
 */
export const hasShared = existsSync(folder);

/** Name suffix of a suite that needs them, so that a report says why it was skipped. */
export const needsShared = hasShared ? "" : " (skipped: there is no folder ../shared beside the project)";

/** A file of that folder as bytes. */
export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + path));
}

/** A file of that folder as text. */
export function sharedText(path: string): string {
  return readFileSync(folder + path, "utf8");
}

/** A JSON file of that folder; the caller says what shape it has. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(sharedText(path)) as T;
}
