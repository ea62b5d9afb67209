import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A header that is not followed by an element. */
export const noRoot: Rule = malformationRule("no-root", {
  title: "No root element",
  why: "A document without an element carries no request and no response. Peers reject it.",
  spec: wap("5.3"),
  broken: HEADER,
  whole: `${HEADER} 05`,
});
