import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Bytes behind the end of the root element. */
export const trailingBytes: Rule = malformationRule("trailing-bytes", {
  title: "Bytes behind the root element",
  why:
    "Most peers stop at the end of the root element and never see them: what was meant to be sent " +
    "there is lost.",
  spec: wap("5.3"),
  severity: "warning",
  repair: leaveOut("Cut off what follows the root element"),
  broken: `${HEADER} 05 07 08`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 05`,
});
