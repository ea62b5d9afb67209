import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A string whose bytes are not valid in the document's charset. */
export const textNotInCharset: Rule = malformationRule("text-not-in-charset", {
  title: "Text is not valid in its charset",
  why:
    "A strict peer rejects the message. A lenient one replaces the invalid bytes with other " +
    "characters, and the original text is lost.",
  spec: wap("5.2"),
  broken: `${HEADER} 45 03 41 FF 00 01`,
  whole: `${HEADER} 45 03 41 C3 BF 00 01`,
});
