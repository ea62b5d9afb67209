import type { Rule } from "../../rule";
import { commentNotEncoded } from "./comment-not-encoded";
import { doctypeNotEncoded } from "./doctype-not-encoded";
import { legacyName } from "./legacy-name";
import { stringTableTextDiffers } from "./string-table-text-differs";
import { undeclaredPrefix } from "./undeclared-prefix";
import type { NoteCode } from "./xmlNoteRule";

/**
 * One rule per difference between an XML text and its bytes. Retired tags are not included, because the bytes
 * show them.
 */
export const xmlNoteRules: Readonly<Record<NoteCode, Rule>> = {
  "legacy-name": legacyName,
  "undeclared-prefix": undeclaredPrefix,
  "comment-not-encoded": commentNotEncoded,
  "doctype-not-encoded": doctypeNotEncoded,
  "string-table-text-differs": stringTableTextDiffers,
};
