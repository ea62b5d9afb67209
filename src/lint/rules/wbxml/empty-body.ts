import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

/** A payload of zero bytes. */
export const emptyBody: Rule = malformationRule("empty-body", {
  title: "Empty body",
  why:
    "An empty Sync request repeats the previous request, and an empty response means that nothing " +
    "has changed. For most other commands, an empty body is an error.",
  spec: spec("MS-ASCMD 2.2.1.21.1"),
  severity: "info",
  broken: "",
  whole: WHOLE,
});
