import type { NotationProblemCode, Problem } from "../../../document/problem";

/** The codes of all problems that make XML not well-formed. The type requires all of them. */
const OF_WELL_FORMED: Readonly<Record<NotationProblemCode, true>> = {
  "no-namespace": true,
  "unknown-namespace": true,
  "unknown-element": true,
  "legacy-name": true,
  "retired-tag": true,
  "undeclared-prefix": true,
  "attribute-not-encodable": true,
  "attributes-syntax": true,
  "unknown-instruction": true,
  "instruction-syntax": true,
  "instruction-misplaced": true,
  "string-table-text-differs": true,
  "text-not-in-charset": true,
  "nul-in-text": true,
  "charset-not-writable": true,
  "comment-not-encoded": true,
  "doctype-not-encoded": true,
  "edit-meets-damage": true,
  "reads-otherwise": true,
  "malformed-bytes": true,
};

/** Whether a problem violates the rules of XML itself, rather than the limits of EAS. */
export function isWellFormednessProblem({ code }: Problem): boolean {
  return !Object.hasOwn(OF_WELL_FORMED, code);
}
