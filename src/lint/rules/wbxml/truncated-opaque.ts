import { sayOpaqueLength } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

/** An OPAQUE whose length exceeds the remaining bytes. */
export const truncatedOpaque: Rule = malformationRule("truncated-opaque", {
  title: "OPAQUE longer than the remaining bytes",
  why: "A peer waits for bytes that never arrive, or rejects the message.",
  spec: wap("5.8.4.6"),
  repair: sayOpaqueLength,
  broken: `${HEADER} 45 C3 05 41 42`,
  repaired: `${HEADER} 45 C3 02 41 42`,
  whole: `${HEADER} 45 C3 02 41 42 01`,
});
