import type { Rule } from "../../rule";
import { attributes } from "./attributes";
import { controlCharacter } from "./control-character";
import { emptyContent } from "./empty-content";
import { entity } from "./entity";
import { extensionToken } from "./extension-token";
import { header } from "./header";
import { literal } from "./literal";
import { longInteger } from "./long-integer";
import { malformationRules } from "./malformationRules";
import { processingInstruction } from "./processing-instruction";
import { redundantSwitchPage } from "./redundant-switch-page";
import { splitText } from "./split-text";
import { strandedSwitchPage } from "./stranded-switch-page";
import { stringTable } from "./string-table";
import { xmlNotEncodable } from "./xml-not-encodable";
import { xmlNotWellFormed } from "./xml-not-well-formed";
import { xmlNoteRules } from "./xmlNoteRules";

/**
 * Rules on how a payload is encoded, in order: what it is made from, what is no WBXML, what EAS does without,
 * what is written unusually.
 */
export const wbxmlRules: readonly Rule[] = [
  xmlNotWellFormed,
  xmlNotEncodable,
  ...Object.values(xmlNoteRules),
  ...Object.values(malformationRules),
  header,
  stringTable,
  literal,
  entity,
  processingInstruction,
  attributes,
  extensionToken,
  redundantSwitchPage,
  strandedSwitchPage,
  emptyContent,
  longInteger,
  controlCharacter,
  splitText,
];
