import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** Bytes that end inside the header. */
export const truncatedHeader: Rule = malformationRule("truncated-header", {
  title: "Truncated header",
  why: "A document must have a complete header before its body.",
  spec: wap("5.3"),
  broken: "03 01 6A",
  whole: `${HEADER} 05`,
});
