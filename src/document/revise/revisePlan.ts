import { applyPatches, type Patch } from "../../bytes/patch";
import { isSameHeader } from "../notation/header";
import { type LinkedDocument, openDocument } from "../open";
import type { Plan, PlanNode } from "../plan/plan";
import { isEncodable, type Problem } from "../problem";
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
  const misread = needsProof(document, plan, matching, keepsHeader)
    ? findMisreading(document, patches, plan)
    : undefined;
  return misread === undefined ? { patches, problems } : { patches: [], problems: [...problems, misread] };
}

/**
 * Whether the result has to be read back. Damaged bytes can change their meaning with what follows them, all
 * bytes can with the header, and some text looks like damage, whether it is new or not. Damage that the text
 * itself asks for is written as it is, and so is a new document.
 */
function needsProof(document: LinkedDocument, plan: Plan, matching: Matching, keepsHeader: boolean): boolean {
  if (document.bytes.length === 0) return false;
  if (document.malformations.length > 0 || !keepsHeader) return !addsRaw(plan.nodes, matching);
  return plan.nodes.some(holdsEnd);
}

/**
 * Whether a plan contains malformed bytes that the old document lacks. Nothing is new in a subtree that is
 * kept as a whole, although only its top node has a pair.
 */
function addsRaw(nodes: readonly PlanNode[], { old, same }: Matching): boolean {
  let index = 0;
  for (let node = nodes[index]; node !== undefined; node = nodes[index]) {
    if (old[index] === -1 && isRaw(node)) return true;
    index = same[index] === 1 ? node.end : index + 1;
  }
  return false;
}

function holdsEnd(node: PlanNode): boolean {
  return node.kind === "leaf" && node.content.kind === "text" && node.content.text.includes(END);
}

/** A string that contains an END byte can be mistaken for a string without its terminator. */
const END = "\u0001";

function isRaw(node: PlanNode): boolean {
  return node.kind === "leaf" && node.content.kind === "malformed";
}

/** A problem if the patched bytes, when read back, do not match the plan. */
function findMisreading(
  document: LinkedDocument,
  patches: readonly Patch[],
  plan: Plan,
): Problem | undefined {
  const again = openDocument(applyPatches(document.bytes, patches), document.codeSpace).plan();
  const differs = plan.nodes.findIndex((node, i) => !isSameNode(node, again.nodes[i]));
  if (differs < 0 && again.nodes.length === plan.nodes.length && isSameHeader(again.header, plan.header))
    return undefined;
  const at = plan.nodes.at(differs); // -1 if all its content exists: the last node inside
  const message =
    "This edit can't be made here. The surrounding bytes are damaged or look like damage, so the result " +
    "would be read back with a different meaning. Repair the damage first, or encode the whole text as a " +
    "new payload.";
  const range = (at?.kind === "element" ? at.tag : at?.range) ?? plan.headerRange ?? { from: 0, to: 0 };
  return { code: "edit-meets-damage", severity: "error", message, range };
}

function isSameNode(a: PlanNode, b: PlanNode | undefined): boolean {
  return b !== undefined && a.key === b.key && a.parent === b.parent && contentBit(a) === contentBit(b);
}

function contentBit(node: PlanNode): boolean {
  return node.kind === "element" && node.content;
}
