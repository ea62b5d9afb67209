import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { malformationRule } from "./malformationRule";

/** An OPAQUE in a document of version 1.0, which does not have that token. */
export const opaqueInVersion10: Rule = malformationRule("opaque-in-version-1.0", {
  title: "OPAQUE in WBXML 1.0",
  why: "WBXML 1.0 does not define OPAQUE, so a peer that follows the stated version rejects the message.",
  spec: wap("5.8.4.6"),
  severity: "warning",
  broken: "00 01 00 45 C3 01 41 01",
  whole: "01 01 6A 00 45 C3 01 41 01",
});
