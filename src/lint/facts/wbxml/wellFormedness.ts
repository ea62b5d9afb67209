import type { NotationProblemCode, Problem } from "../../../document/problem";

/** The codes of problems that well-formed XML can have. The type requires all of them. */
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
};

/** Whether a problem violates XML itself, and not only what EAS can express. */
export function isWellFormednessProblem({ code }: Problem): boolean {
  return !Object.hasOwn(OF_WELL_FORMED, code);
}
