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
 * Rules about how a payload is encoded, in order: its XML source, malformations, constructs that EAS does not
 * use, and unusual encodings.
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
