import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An ENTITY whose number is not a Unicode character. */
export const entityOutOfRange: Rule = malformationRule("entity-out-of-range", {
  title: "ENTITY is not a character",
  why: "Unicode has no character with this number, so the ENTITY can't be read as text.",
  spec: wap("5.8.4.3"),
  broken: `${HEADER} 45 02 83 B0 00 01`,
  whole: `${HEADER} 45 02 81 20 01`,
});
