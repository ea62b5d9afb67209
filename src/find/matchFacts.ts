import type { CaptureFacts } from "./captureFacts";
import { evaluateFormula, type PreparedQuery } from "./prepareQuery";
import type { Query } from "./query";

/**
 * Whether some term of a query is about the content of captures (text, elements, bytes, a class), so that
 * facts alone can't decide it. Otherwise `matchFacts` decides as soon as all facts are known; only for
 * `folder` it leaves open messages such as MoveItems, which can refer to more folders than the facts list.
 */
export function needsContent(query: Query): boolean {
  switch (query.kind) {
    case "all":
    case "any":
      return query.of.some(needsContent);
    case "not":
      return needsContent(query.of);
    case "held":
      return query.held === "class";
    case "fact":
    case "status":
      return false;
    default:
      return true;
  }
}

/**
 * Whether a capture matches a query by what is known about it, without looking at its content; `undefined` if
 * its content has to be searched. The query is prepared once for all captures.
 */
export function matchFacts({ terms, formula }: PreparedQuery, facts: CaptureFacts): boolean | undefined {
  return evaluateFormula(
    formula,
    terms.map(({ fact }) => fact?.(facts)),
  );
}
