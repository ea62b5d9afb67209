import { leaveOut } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Bytes after the end of the root element. */
export const trailingBytes: Rule = malformationRule("trailing-bytes", {
  title: "Bytes after the root element",
  why: "Most peers stop at the end of the root element, so anything after it is lost.",
  spec: wap("5.3"),
  severity: "warning",
  repair: leaveOut("Remove the bytes after the root element"),
  broken: `${HEADER} 05 07 08`,
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 05`,
});
