import { sayVersion } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A version byte that is not a version of WBXML. */
export const unknownVersion: Rule = malformationRule("unknown-version", {
  title: "Unknown WBXML version",
  why:
    "No such version exists, so a peer rejects the message. Most likely the bytes are not WBXML, or " +
    "they begin at the wrong offset.",
  spec: wap("5.4"),
  repair: sayVersion,
  broken: "1F 01 6A 00 05",
  repaired: `${HEADER} 05`,
  whole: `${HEADER} 05`,
});
