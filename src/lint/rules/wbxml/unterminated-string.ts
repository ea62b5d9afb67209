import { addTerminator } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An inline string without its terminating 00. */
export const unterminatedString: Rule = malformationRule("unterminated-string", {
  title: "String without a terminating 00",
  why: "A peer reads to the next 00 and treats the tags in between as text.",
  spec: wap("5.8.4.1"),
  repair: addTerminator,
  broken: `${HEADER} 45 03 41 42 01`,
  repaired: `${HEADER} 45 03 41 42 00 01`,
  whole: `${HEADER} 45 03 41 42 00 01`,
});
