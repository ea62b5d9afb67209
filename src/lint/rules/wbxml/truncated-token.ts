import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, LOST, malformationRule } from "./malformationRule";

/** Bytes that end before a token's operand. */
export const truncatedToken: Rule = malformationRule("truncated-token", {
  title: "Token without its operand",
  why: LOST,
  spec: wap("5.8"),
  repair: leaveOut("Remove the token"),
  broken: `${HEADER} 45 01 00`,
  repaired: `${HEADER} 45 01`,
  whole: `${HEADER} 45 00 00 05 01`,
});
