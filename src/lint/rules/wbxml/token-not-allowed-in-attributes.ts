import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule, NO_ATTRIBUTES } from "./malformationRule";

/** A token that is not allowed in an attribute list. */
export const tokenNotAllowedInAttributes: Rule = malformationRule("token-not-allowed-in-attributes", {
  title: "Token not allowed in an attribute list",
  why: NO_ATTRIBUTES,
  spec: wap("5.8.3"),
  broken: `${HEADER} 85 05 43 01`,
  whole: `${HEADER} 85 05 03 41 00 01`,
});
