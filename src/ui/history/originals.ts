import type { LinkedDocument } from "../../document/open";
import type { ComparedPayload } from "../../store/compareClient";
import type { Editing } from "../../store/editing";

/** What was opened of originals, which are compared again after each edit. */
const originals = new WeakMap<Uint8Array, LinkedDocument>();

/** The original payload. */
export function originalOf({ original }: Pick<Editing, "original">): ComparedPayload {
  return { bytes: original, document: originals.get(original) };
}

/** The current state of a payload. */
export function currentOf({ document }: Pick<Editing, "document">): ComparedPayload {
  return { bytes: document.bytes, document };
}

/** Keeps the document of an original payload, so that it is not opened again. */
export function keepOriginal(document: LinkedDocument): void {
  originals.set(document.bytes, document);
}

/** How large two payloads are together: "50.0 MB". */
export function formatSize(first: ComparedPayload, second: ComparedPayload): string {
  return `${((first.bytes.length + second.bytes.length) / 1_000_000).toFixed(1)} MB`;
}
