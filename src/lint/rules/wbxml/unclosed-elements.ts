import { addEnds } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Elements that are still open at the end of the bytes. */
export const unclosedElements: Rule = malformationRule("unclosed-elements", {
  title: "Unclosed elements",
  why: "A peer waits for the rest of the message, or rejects it.",
  spec: wap("5.8.4.7.1"),
  repair: addEnds,
  broken: `${HEADER} 45 46 47 01`,
  repaired: `${HEADER} 45 46 47 01 01 01`,
  whole: `${HEADER} 45 46 47 01 01 01`,
});
