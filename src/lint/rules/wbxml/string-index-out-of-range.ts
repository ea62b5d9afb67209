import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An index at which the string table has no string. */
export const stringIndexOutOfRange: Rule = malformationRule("string-index-out-of-range", {
  title: "Index beyond the string table",
  why: "The string table has no string at this index, so the element has no name or no value.",
  spec: wap("5.7"),
  broken: `${HEADER} 45 83 00 01`,
  whole: "03 01 6A 02 41 00 45 83 00 01",
});
