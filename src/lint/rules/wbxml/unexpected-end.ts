import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An END where no element is open. */
export const unexpectedEnd: Rule = malformationRule("unexpected-end", {
  title: "END that closes nothing",
  why:
    "An END too many closes the wrong element somewhere before it, so what stands there may not be " +
    "where it seems.",
  spec: wap("5.8.4.7.1"),
  repair: leaveOut("Leave the END out"),
  broken: `${HEADER} 01 01 05`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 45 46 01 01`,
});
