import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An ENTITY whose number stands for no character. */
export const entityOutOfRange: Rule = malformationRule("entity-out-of-range", {
  title: "ENTITY that is no character",
  why: "Unicode has no such character, so the text is none.",
  spec: wap("5.8.4.3"),
  broken: `${HEADER} 45 02 83 B0 00 01`,
  whole: `${HEADER} 45 02 81 20 01`,
});
