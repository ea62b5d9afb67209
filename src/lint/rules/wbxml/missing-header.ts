import { addHeader } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

/** A body without the header in front of it. */
export const missingHeader: Rule = malformationRule("missing-header", {
  title: "Header missing",
  why:
    "A peer takes the first tags for version, charset and string table, and understands nothing of " +
    "what follows.",
  spec: wap("5.3"),
  repair: addHeader,
  broken: "45 5C 4F 4B 03 30 00 01 01 01 01",
  repaired: WHOLE,
  whole: WHOLE,
});
