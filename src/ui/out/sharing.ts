import type { Shared } from "../../share/link";
import type { Editing } from "../../store/editing";
import type { ChosenContext, OpenCapture } from "../../store/inspector";

/** What is shared of the payload that is shown, and what is known of it. */
export function sharedOf(
  { document, text }: Editing,
  { label, capture }: OpenCapture,
  chosen: ChosenContext,
  selection: Shared["selection"],
): Shared {
  const xml = text();
  const direction = chosen.direction === "auto" ? capture?.direction : chosen.direction;
  const version = chosen.version === "auto" ? capture?.version : chosen.version;
  return {
    label,
    bytes: document.bytes,
    ...(xml !== document.xml && { text: xml }),
    ...(capture?.command !== undefined && { command: capture.command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
    ...(chosen.folder !== "unknown" && { folder: chosen.folder }),
    ...(chosen.product !== "unknown" && { product: chosen.product }),
    ...(selection && { selection: { start: selection.start, end: selection.end } }),
  };
}
