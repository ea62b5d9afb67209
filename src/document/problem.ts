import type { TextProblem, XmlProblemCode } from "../xml/problem";

/**
 * The ways in which well-formed XML can fail to say what to write as WBXML, and remarks about XML that does.
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
  | "edit-meets-damage"
  | "reads-otherwise"
  | "malformed-bytes";

/**
 * An error or a remark about a document's XML text. If its problems include an `error`, a text can't be
 * encoded.
 */
export type Problem = TextProblem<XmlProblemCode | NotationProblemCode>;

/** Whether a text with these problems can be encoded. */
export function isEncodable(problems: readonly Pick<Problem, "severity">[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}
