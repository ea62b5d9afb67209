import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, LOST, malformationRule } from "./malformationRule";

/** A multi-byte integer that exceeds 32 bits. */
export const integerOverflow: Rule = malformationRule("integer-overflow", {
  title: "Integer exceeds 32 bits",
  why: LOST,
  spec: wap("5.1"),
  broken: `${HEADER} 45 02 90 80 80 80 00 05 01`,
  whole: `${HEADER} 45 02 81 20 05 01`,
});
