import { dropTrailing } from "../bytes/cut";
import type { MessageFacts } from "../session/messageContext";
import type { OpenCapture } from "./inspector";

/**
 * What a capture is called: by the title it was given, otherwise by its number, command and direction ("8
 * Sync request"), otherwise, if its command is unknown, by the label from its input. A note on the kind of
 * body, as in "8 Sync response (HTML)", stays, and so does the name of one file of several.
 */
export function writeTitle(
  { title, label, capture }: Pick<OpenCapture, "title" | "label" | "capture">,
  { command, direction }: MessageFacts,
): string {
  if (title !== undefined) return title;
  if (command === undefined) return label;
  const number = capture?.exchange ?? (capture?.http && NUMBER.exec(label)?.[1]);
  const note = capture?.http && NOTE.exec(label)?.[0];
  const words = [number, command, direction, note].filter((word) => word !== undefined && word !== "");
  return words.join(" ") + (isOneOfSeveralFiles(capture) ? `, ${label}` : "");
}

/** Whether a capture came from one file of an archive or a folder, which then tells it from the others. */
function isOneOfSeveralFiles(capture: OpenCapture["capture"]): boolean {
  if (capture?.http !== undefined || capture?.source === undefined) return false;
  return capture.origin.name !== undefined && capture.origin.name !== capture.source;
}

/** The number at the beginning of a label: that of its session in the input. */
const NUMBER = /(?:^|: )(\d+) /;
const NOTE = /\([^()]+\)$/;

/** Names that Windows does not allow for files, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_LENGTH = 80;

/**
 * The name under which a capture is saved, without its extension: its title in characters that every file
 * system takes, "8-Sync-request", and "-edited" if it was edited. `repeats` is how many captures before it
 * have the same title; from one on, the name is numbered.
 */
export function writeFileName(title: string, isEdited: boolean, repeats = 0): string {
  const allowed = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .slice(0, MAX_LENGTH);
  const safe = dropTrailing(allowed.replace(/^[-.]+/, ""), "-.");
  const name = safe === "" ? "payload" : RESERVED.test(safe.split(".")[0] ?? "") ? `_${safe}` : safe;
  return `${name}${repeats > 0 ? `-${repeats + 1}` : ""}${isEdited ? "-edited" : ""}`;
}
