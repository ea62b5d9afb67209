import { spec } from "../../../eas/elements/element";
import { findHttpFailure } from "../../../eas/httpStatus";
import type { Rule } from "../../rule";
import { malformationRule, WHOLE } from "./malformationRule";

const rule = malformationRule("empty-body", {
  title: "Empty body",
  why:
    "An empty Sync request repeats the previous request, and an empty response means that nothing " +
    "has changed. For most other commands, an empty body is an error.",
  spec: spec("MS-ASCMD 2.2.1.21.1"),
  severity: "info",
  broken: "",
  whole: WHOLE,
});

/** A payload of zero bytes. With an HTTP status that is a failure, nothing else is to be expected. */
export const emptyBody: Rule = {
  ...rule,
  message: (view, report) => {
    const failed = view.direction !== "request" && findHttpFailure(view.httpStatus ?? 0) !== undefined;
    if (!failed) rule.message?.(view, report);
  },
  examples: [
    ...rule.examples,
    {
      title: "a response that HTTP 449 refuses",
      messages: [{ hex: "", command: "Sync", direction: "response", httpStatus: 449 }],
      finds: [],
    },
    {
      title: "a response with HTTP 200",
      messages: [{ hex: "", command: "Sync", direction: "response", httpStatus: 200 }],
      finds: ["found"],
    },
  ],
};
