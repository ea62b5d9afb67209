import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule, NO_ATTRIBUTES } from "./malformationRule";

/** An attribute value before any attribute start token. */
export const attributeValueWithoutStart: Rule = malformationRule("attribute-value-without-start", {
  title: "Attribute value without an attribute",
  why: NO_ATTRIBUTES,
  spec: wap("5.8.3"),
  broken: `${HEADER} 85 85 01`,
  whole: `${HEADER} 85 05 85 01`,
});
