import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Text or another token outside the root element. */
export const contentOutsideRoot: Rule = malformationRule("content-outside-root", {
  title: "Content outside the root element",
  why: "A document is a single element. Peers ignore anything outside it, or reject the message.",
  spec: wap("5.3"),
  repair: leaveOut("Remove it"),
  broken: `${HEADER} 03 41 00 05`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 45 03 41 00 01`,
});
