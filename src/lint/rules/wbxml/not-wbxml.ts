import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

/** Text, such as an error page, in place of WBXML. */
export const notWbxml: Rule = malformationRule("not-wbxml", {
  title: "Text instead of WBXML",
  why:
    "The body is text, for example an error page. A client that reads it as WBXML reports a broken " +
    "message and hides what really happened.",
  spec: spec("MS-ASHTTP 2.2.2.1.2.4"),
  broken: "3C 68 74 6D 6C 3E 35 30 32 3C 2F 68 74 6D 6C 3E",
  whole: WHOLE,
});
