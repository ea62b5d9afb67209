import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A payload with more malformations than are listed individually. */
export const tooManyMalformations: Rule = malformationRule("too-many-malformations", {
  title: "Too many malformations to list",
  why:
    "Bytes with this many malformations are probably not WBXML. The first malformations show where " +
    "reading went wrong.",
  spec: wap("5.3"),
  broken: `${HEADER} 45 ${"83 05 ".repeat(10_003)}01`,
  whole: `${HEADER} 45 83 05 01`,
});
