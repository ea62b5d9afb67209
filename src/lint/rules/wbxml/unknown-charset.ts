import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A charset whose text can't be decoded. */
export const unknownCharset: Rule = malformationRule("unknown-charset", {
  title: "Unsupported charset",
  why: "EAS peers read text as UTF-8. How they read another charset is undefined.",
  spec: wap("5.6"),
  broken: "03 01 01 00 45 03 41 00 01",
  whole: `${HEADER} 45 03 41 00 01`,
});
