import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule, NO_ATTRIBUTES } from "./malformationRule";

/** Bytes that end inside an attribute list. */
export const truncatedAttributes: Rule = malformationRule("truncated-attributes", {
  title: "Attribute list without an end",
  why: NO_ATTRIBUTES,
  spec: wap("5.8.3"),
  broken: `${HEADER} 85 05`,
  whole: `${HEADER} 85 05 01`,
});
