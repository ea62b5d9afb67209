import { applyPatches, type Patch } from "../../bytes/patch";
import type { TextRange } from "../../bytes/range";
import { isSameHeader } from "../notation/header";
import { type LinkedDocument, openDocument } from "../open";
import type { Plan } from "../plan/plan";
import { isEncodable, type Problem } from "../problem";
import { findMisread, looksLikeDamage, proveEncoding } from "../readBack";
import { assemble } from "./assemble";
import { markCharsetChange } from "./charsetChange";
import type { Matching } from "./match";
import { decideSteps } from "./steps";

/** The patches that give a document the meaning of an edited text, and the problems of that text. */
export interface Revision {
  readonly patches: readonly Patch[];
  readonly problems: readonly Problem[];
}

/**
 * The patches that give a document the meaning of a plan, given the matches between its nodes. The matching
 * is turned into steps and the steps into patches. If the bytes around the patches could change their
 * meaning, the result is read back before it is used.
 */
export function revisePlan(
  document: LinkedDocument,
  plan: Plan,
  match: (old: Plan, fresh: Plan) => Matching,
): Revision {
  if (!isEncodable(plan.problems)) return { patches: [], problems: plan.problems };
  const old = document.plan();
  const matching = match(old, markCharsetChange(old.header, plan));
  const keepsHeader = isSameHeader(old.header, plan.header);
  const steps = decideSteps(document, plan, matching, keepsHeader);
  const { patches, problems: unwritten } = assemble(document.tree.tokens, plan.header, steps);
  const problems = [...plan.problems, ...unwritten];
  if (!isEncodable(problems)) return { patches: [], problems };
  const misread = needsProof(document, plan, keepsHeader) ? proveEdit(document, patches, plan) : undefined;
  return misread === undefined ? { patches, problems } : { patches: [], problems: [...problems, misread] };
}

/**
 * Whether the result has to be read back. Damaged bytes can change their meaning with what follows them, all
 * bytes can with the header, and some text looks like damage or is damage, whether it is new or not.
 */
function needsProof(document: LinkedDocument, plan: Plan, keepsHeader: boolean): boolean {
  return document.malformations.length > 0 || !keepsHeader || plan.nodes.some(looksLikeDamage);
}

/** The problem with the patched bytes, if they do not mean what the plan says. */
function proveEdit(document: LinkedDocument, patches: readonly Patch[], plan: Plan): Problem | undefined {
  const { bytes, codeSpace } = document;
  const edited = applyPatches(bytes, patches);
  if (bytes.length === 0)
    return proveEncoding(edited, plan, codeSpace).find(({ severity }) => severity === "error");
  const misread = findMisread(openDocument(edited, codeSpace), plan);
  return misread && meetsDamageProblem(misread);
}

function meetsDamageProblem(range: TextRange): Problem {
  const message =
    "This edit can't be made here. The surrounding bytes are damaged or look like damage, so the result " +
    "would be read back with a different meaning. Repair the damage first, or encode the whole text as a " +
    "new payload.";
  return { code: "edit-meets-damage", severity: "error", message, range };
}
