import type { Rule } from "../../rule";
import { deprecated } from "./deprecated";
import { empty } from "./empty";
import { exclusive } from "./exclusive";
import { misplaced } from "./misplaced";
import { missing } from "./missing";
import { notListed } from "./not-listed";
import { opaqueOrText } from "./opaque-or-text";
import { operation } from "./operation";
import { order } from "./order";
import { outOfRange } from "./out-of-range";
import { root } from "./root";
import { textInContainer } from "./text-in-container";
import { tooMany } from "./too-many";
import { unknownElement } from "./unknown-element";
import { wrongType } from "./wrong-type";
import { wrongVersion } from "./wrong-version";

/** Rules that compare a payload with the catalogue, in order. */
export const schemaRules: readonly Rule[] = [
  root,
  unknownElement,
  misplaced,
  missing,
  operation,
  empty,
  tooMany,
  exclusive,
  order,
  wrongVersion,
  textInContainer,
  wrongType,
  notListed,
  outOfRange,
  opaqueOrText,
  deprecated,
];
