import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { malformationRule } from "./malformationRule";

/** A string table that is longer than the bytes. */
export const truncatedStringTable: Rule = malformationRule("truncated-string-table", {
  title: "String table cut off",
  why: "The body begins behind the string table; where its length is wrong there is none.",
  spec: wap("5.7"),
  broken: "03 01 6A 05 41 42",
  whole: "03 01 6A 02 41 00 05",
});
