import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** A header without an element behind it. */
export const noRoot: Rule = malformationRule("no-root", {
  title: "No root element",
  why: "A document without an element asks for nothing and answers nothing; peers refuse it.",
  spec: wap("5.3"),
  broken: HEADER,
  whole: `${HEADER} 05`,
});
