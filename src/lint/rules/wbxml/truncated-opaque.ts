import { sayOpaqueLength } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An OPAQUE whose length reaches beyond the end of the bytes. */
export const truncatedOpaque: Rule = malformationRule("truncated-opaque", {
  title: "OPAQUE longer than what is left",
  why: "A peer waits for bytes that never come, or refuses the message.",
  spec: wap("5.8.4.6"),
  repair: sayOpaqueLength,
  broken: `${HEADER} 45 C3 05 41 42`,
  repaired: `${HEADER} 45 C3 02 41 42`,
  whole: `${HEADER} 45 C3 02 41 42 01`,
});
