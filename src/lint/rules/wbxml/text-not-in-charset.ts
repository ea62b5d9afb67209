import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A string whose bytes are not text in the document's charset. */
export const textNotInCharset: Rule = malformationRule("text-not-in-charset", {
  title: "Text that is not in its charset",
  why:
    "A strict peer refuses the message; a lenient one puts other characters in their place, and the " +
    "text is damaged for good.",
  spec: wap("5.2"),
  broken: `${HEADER} 45 03 41 FF 00 01`,
  whole: `${HEADER} 45 03 41 C3 BF 00 01`,
});
