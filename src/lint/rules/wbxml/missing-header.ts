import { addHeader } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

/** A body that is not preceded by a header. */
export const missingHeader: Rule = malformationRule("missing-header", {
  title: "Missing header",
  why:
    "A peer reads the first tags as version, charset and string table, and then misreads everything " +
    "that follows.",
  spec: wap("5.3"),
  repair: addHeader,
  broken: "45 5C 4F 4B 03 30 00 01 01 01 01",
  repaired: WHOLE,
  whole: WHOLE,
});
