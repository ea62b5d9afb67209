import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Text or another token beside the root element. */
export const contentOutsideRoot: Rule = malformationRule("content-outside-root", {
  title: "Content outside the root element",
  why: "A document is one element; peers drop what stands beside it, or refuse the message.",
  spec: wap("5.3"),
  repair: leaveOut("Leave it out"),
  broken: `${HEADER} 03 41 00 05`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 45 03 41 00 01`,
});
