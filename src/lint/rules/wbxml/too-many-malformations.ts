import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A payload with more malformations than are listed one by one. */
export const tooManyMalformations: Rule = malformationRule("too-many-malformations", {
  title: "More malformations than are listed",
  why: "Bytes with so many faults are hardly WBXML; the first of them tell where it went wrong.",
  spec: wap("5.3"),
  broken: `${HEADER} 45 ${"83 05 ".repeat(10_003)}01`,
  whole: `${HEADER} 45 83 05 01`,
});
