import type { TextProblem, XmlProblemCode } from "../xml/problem";

/**
 * Ways in which well-formed XML fails to say what to write as WBXML, and what is worth saying where it does.
 */
export type NotationProblemCode =
  | "no-namespace"
  | "unknown-namespace"
  | "unknown-element"
  | "legacy-name"
  | "retired-tag"
  | "undeclared-prefix"
  | "attribute-not-encodable"
  | "attributes-syntax"
  | "unknown-instruction"
  | "instruction-syntax"
  | "instruction-misplaced"
  | "string-table-text-differs"
  | "text-not-in-charset"
  | "nul-in-text"
  | "charset-not-writable"
  | "comment-not-encoded"
  | "doctype-not-encoded"
  | "edit-meets-damage";

/**
 * Something wrong or noteworthy in a document's XML text. With an `error` among its problems a text gives no
 * bytes.
 */
export type Problem = TextProblem<XmlProblemCode | NotationProblemCode>;

/** Whether a text with these problems can be encoded. */
export function isEncodable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}
