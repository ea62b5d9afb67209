import type { Rule } from "../../rule";
import { deprecated } from "./deprecated";
import { misplaced } from "./misplaced";
import { missing } from "./missing";
import { notListed } from "./not-listed";
import { opaqueOrText } from "./opaque-or-text";
import { order } from "./order";
import { outOfRange } from "./out-of-range";
import { textInContainer } from "./text-in-container";
import { tooMany } from "./too-many";
import { unknownElement } from "./unknown-element";
import { wrongType } from "./wrong-type";
import { wrongVersion } from "./wrong-version";

/** Rules that hold a payload against the catalogue, in order. */
export const schemaRules: readonly Rule[] = [
  unknownElement,
  misplaced,
  missing,
  tooMany,
  order,
  wrongVersion,
  textInContainer,
  wrongType,
  notListed,
  outOfRange,
  opaqueOrText,
  deprecated,
];
