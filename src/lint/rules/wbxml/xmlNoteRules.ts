import type { Rule } from "../../rule";
import { commentNotEncoded } from "./comment-not-encoded";
import { doctypeNotEncoded } from "./doctype-not-encoded";
import { legacyName } from "./legacy-name";
import { stringTableTextDiffers } from "./string-table-text-differs";
import { undeclaredPrefix } from "./undeclared-prefix";
import type { NoteCode } from "./xmlNoteRule";

/**
 * What a text says and its bytes do not, one rule for each. Retired tags are not among them: those are seen
 * in the bytes.
 */
export const xmlNoteRules: Readonly<Record<NoteCode, Rule>> = {
  "legacy-name": legacyName,
  "undeclared-prefix": undeclaredPrefix,
  "comment-not-encoded": commentNotEncoded,
  "doctype-not-encoded": doctypeNotEncoded,
  "string-table-text-differs": stringTableTextDiffers,
};
