import { sayVersion } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A version byte that stands for no version of WBXML. */
export const unknownVersion: Rule = malformationRule("unknown-version", {
  title: "WBXML version that does not exist",
  why:
    "A peer can't know how a version yet to come is read, and refuses it; more often the bytes are no " +
    "WBXML, or begin in the wrong place.",
  spec: wap("5.4"),
  repair: sayVersion,
  broken: "1F 01 6A 00 05",
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 05`,
});
