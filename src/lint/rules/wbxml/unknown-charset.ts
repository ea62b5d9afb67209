import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A charset whose text can't be decoded. */
export const unknownCharset: Rule = malformationRule("unknown-charset", {
  title: "Charset that can't be read",
  why: "Peers read EAS as UTF-8; what they make of another charset is anybody's guess.",
  spec: wap("5.6"),
  broken: "03 01 01 00 45 03 41 00 01",
  whole: `${HEADER} 45 03 41 00 01`,
});
