import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An END where no element is open. */
export const unexpectedEnd: Rule = malformationRule("unexpected-end", {
  title: "END without an open element",
  why:
    "An extra END has closed the wrong element earlier in the document, so elements after it may not " +
    "be where they appear to be.",
  spec: wap("5.8.4.7.1"),
  repair: leaveOut("Remove the END"),
  broken: `${HEADER} 01 01 05`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 45 46 01 01`,
});
