import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

/** A payload without a single byte. */
export const emptyBody: Rule = malformationRule("empty-body", {
  title: "Empty body",
  why:
    "An empty Sync request repeats the last one, and an empty answer says that there is nothing new; " +
    "with most other commands it is a fault.",
  spec: spec("MS-ASCMD 2.2.1.21.1"),
  severity: "info",
  broken: "",
  whole: WHOLE,
});
