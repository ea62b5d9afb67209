import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, LOST, malformationRule } from "./malformationRule";

/** Bytes that end inside a multi-byte integer. */
export const truncatedInteger: Rule = malformationRule("truncated-integer", {
  title: "Truncated integer",
  why: LOST,
  spec: wap("5.1"),
  broken: `${HEADER} 45 C3 81`,
  whole: `${HEADER} 45 C3 01 41 01`,
});
