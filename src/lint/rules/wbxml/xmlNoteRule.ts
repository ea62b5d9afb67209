import type { Problem } from "../../../document/problem";
import type { SpecReference } from "../../../eas/elements/element";
import { reportProblems } from "../../facts/wbxml/xmlProblems";
import type { Rule, Severity } from "../../rule";

/** The codes of problems that are reported although the XML can be encoded. */
export type NoteCode = Extract<
  Problem["code"],
  | "legacy-name"
  | "undeclared-prefix"
  | "comment-not-encoded"
  | "doctype-not-encoded"
  | "string-table-text-differs"
>;

/** What a rule says about one of these problems. The problem supplies the message. */
interface Note {
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly spec: SpecReference;
  /** A text that the rule reports, and a text that it does not. */
  readonly found: string;
  readonly clean: string;
}

/** The rule `wbxml/<code>`, which reports every problem with that code. */
export function xmlNoteRule(code: NoteCode, { title, why, severity, spec, found, clean }: Note): Rule {
  return {
    id: `wbxml/${code}`,
    title,
    severity,
    spec,
    why,
    messages: { found: "{text}" },
    message: (view, report) => {
      const problems = view.problems.filter((problem) => problem.code === code);
      reportProblems(view, problems, "found", report);
    },
    examples: [
      { title: "without the problem", messages: [clean], finds: [] },
      { title: "with the problem", messages: [found], finds: ["found"] },
    ],
  };
}
