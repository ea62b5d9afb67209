import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { malformationRule } from "./malformationRule";

/** A string table whose length exceeds the remaining bytes. */
export const truncatedStringTable: Rule = malformationRule("truncated-string-table", {
  title: "Truncated string table",
  why: "The body begins after the string table. If the table's length is wrong, the body can't be found.",
  spec: wap("5.7"),
  broken: "03 01 6A 05 41 42",
  whole: "03 01 6A 02 41 00 05",
});
