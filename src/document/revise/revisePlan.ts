import type { Patch } from "../../bytes/patch";
import { applyPatches } from "../../bytes/patch";
import { behindNode, closeOf, hasEnd, type TokenTable } from "../../wbxml/tokenTable";
import { contentStart, hasContent } from "../../wbxml/tree";
import { wbxmlWriter } from "../../wbxml/writer";
import { encodePlan, headerCodec, writeLeaf, writeTag } from "../encode";
import { headerTokens, type PlannedHeader, plannedHeaderText, writeHeader } from "../notation/headerNotation";
import { type LinkedDocument, openDocument } from "../open";
import type { Plan, PlanElement, PlanLeaf, PlanNode } from "../plan/plan";
import { isEncodable, type Problem } from "../problem";
import { type Assembly, behindPlanned, finishAssembly, leaveOut, startAssembly, takeOver } from "./assembly";
import { comparedInCharset } from "./charsetChange";
import type { Matching } from "./match";

/**
 * The patches that make a document say what an edited text says, and what is wrong or noteworthy in that
 * text.
 */
export interface Revision {
  readonly patches: readonly Patch[];
  readonly problems: readonly Problem[];
}

/** Patches that make a document say what a plan says, given which of its nodes are the document's. */
export function revisePlan(
  document: LinkedDocument,
  plan: Plan,
  match: (old: Plan, fresh: Plan) => Matching,
): Revision {
  if (!isEncodable(plan.problems)) return { patches: [], problems: plan.problems };
  if (document.bytes.length === 0) return fromNothing(plan);
  const matching = match(document.plan(), comparedInCharset(document.plan().header, plan));
  const problems = [...plan.problems];
  const patches = writeRevision(document, plan, matching, problems);
  if (!isEncodable(problems)) return { patches: [], problems };
  const misread = needsProof(document, plan, matching) ? misreading(document, patches, plan) : undefined;
  return misread === undefined ? { patches, problems } : { patches: [], problems: [...problems, misread] };
}

function fromNothing(plan: Plan): Revision {
  const { bytes, problems } = encodePlan(plan);
  return { patches: bytes.length === 0 ? [] : [{ range: { start: 0, end: 0 }, bytes }], problems };
}

/**
 * Damaged bytes can change their meaning with what follows them, all can with the header, and some text looks
 * like damage; then the result is read again before anybody relies on it.
 */
function needsProof(document: LinkedDocument, plan: Plan, { old }: Matching): boolean {
  const isBroken = document.malformations.length > 0;
  if (isBroken || !sameHeader(document.plan().header, plan.header))
    return !plan.nodes.some((node, i) => isRaw(node) && old[i] === -1);
  return plan.nodes.some(
    (node, i) =>
      old[i] === -1 &&
      node.kind === "leaf" &&
      node.content.kind === "text" &&
      node.content.text.includes(END),
  );
}

/** A string that holds an END byte can be taken for one without its terminator. */
const END = "\u0001";

function isRaw(node: PlanNode): boolean {
  return node.kind === "leaf" && node.content.kind === "malformed";
}

/** A problem where the patched bytes, read again, do not say what the plan says. */
function misreading(document: LinkedDocument, patches: readonly Patch[], plan: Plan): Problem | undefined {
  const again = openDocument(applyPatches(document.bytes, patches), document.codeSpace).plan();
  const differs = plan.nodes.findIndex((node, i) => !sameNode(node, again.nodes[i]));
  if (differs < 0 && again.nodes.length === plan.nodes.length && sameHeader(again.header, plan.header))
    return undefined;
  const at = plan.nodes.at(differs); // -1, where all it holds is there: the last of it
  const message =
    "This edit can't be made here: the bytes that come of it, read again, would mean something else, " +
    "because they are damaged or look like damage. Repair the damage first, or encode the whole text " +
    "from nothing.";
  const range = (at?.kind === "element" ? at.tag : at?.range) ?? plan.headerRange ?? { from: 0, to: 0 };
  return { code: "edit-meets-damage", severity: "error", message, range };
}

function sameNode(a: PlanNode, b: PlanNode | undefined): boolean {
  return b !== undefined && a.key === b.key && a.parent === b.parent && contentBit(a) === contentBit(b);
}

function contentBit(node: PlanNode): boolean {
  return node.kind === "element" && node.content;
}

function sameHeader(one: PlannedHeader, other: PlannedHeader): boolean {
  return one.version === other.version && plannedHeaderText(one) === plannedHeaderText(other);
}

/**
 * The making of one revision: the assembly, and what is held back because the old bytes lack it at their very
 * end.
 */
interface Making {
  readonly assembly: Assembly;
  readonly document: LinkedDocument;
  readonly plan: Plan;
  readonly problems: Problem[];
  /** END bytes that the old document lacks; written only if something follows. */
  missingEnds: number;
  /** A leaf that ends with the old bytes, perhaps cut off; written anew if something follows. */
  lastLeaf: { readonly token: number; readonly leaf: PlanLeaf } | undefined;
}

function writeRevision(
  document: LinkedDocument,
  plan: Plan,
  matching: Matching,
  problems: Problem[],
): Patch[] {
  const assembly = startAssembly(document.tree.tokens, wbxmlWriter(headerCodec(plan.header)));
  const making: Making = { assembly, document, plan, problems, missingEnds: 0, lastLeaf: undefined };
  reviseHeader(making);
  reviseNodes(making, matching);
  if (making.lastLeaf !== undefined)
    takeOver(assembly, making.lastLeaf.token, behindPlanned(assembly.tokens, making.lastLeaf.token));
  finishAssembly(assembly);
  return assembly.patches;
}

function reviseHeader({ document, plan, assembly }: Making): void {
  const count = headerTokens(assembly.tokens);
  if (sameHeader(document.plan().header, plan.header)) return takeOver(assembly, 0, count);
  writeHeader(assembly.writer, plan.header);
  leaveOut(assembly, count);
}

interface OpenElement {
  readonly end: number;
  /** The old element it stands for, or -1. */
  readonly old: number;
}

function reviseNodes(making: Making, { old, same }: Matching): void {
  const { plan, document, assembly } = making;
  const { tokens } = assembly;
  const planTokens = document.planTokens();
  const open: OpenElement[] = [];
  for (let i = 0; i < plan.nodes.length; ) {
    const node = plan.nodes[i];
    if (node === undefined) break;
    closeUntil(making, open, i);
    const token = (old[i] ?? -1) < 0 ? -1 : (planTokens[old[i] ?? -1] ?? -1);
    if (same[i] === 1 && isWhole(tokens, token)) {
      settle(making);
      takeOver(assembly, token, behindPlanned(tokens, token));
      i = node.end;
      continue;
    }
    if (same[i] === 1) markInside(plan, i, old[i] ?? -1, { old, same });
    if (node.kind === "leaf") reviseLeaf(making, node, token);
    else {
      reviseTag(making, node, token);
      if (node.content) open.push({ end: node.end, old: token });
      else skipContent(assembly, token);
    }
    i++;
  }
  closeUntil(making, open, plan.nodes.length);
}

/**
 * Same subtrees are paired at their top only; where one can't be taken over in one piece its insides are
 * paired too.
 */
function markInside(plan: Plan, index: number, oldIndex: number, { old, same }: Matching): void {
  const end = plan.nodes[index]?.end ?? index + 1;
  for (let i = index + 1, j = oldIndex + 1; i < end; i++, j++) {
    if (same[i] === 1 && old[i] === j) break; // an ancestor has marked them already
    old[i] = j;
    same[i] = 1;
  }
}

/**
 * Whether a node's bytes are complete, so that anything may follow them: not at the very end, or closed by an
 * END.
 */
function isWhole(tokens: TokenTable, token: number): boolean {
  return behindPlanned(tokens, token) < tokens.count || (hasContent(tokens, token) && hasEnd(tokens, token));
}

function reviseLeaf(making: Making, leaf: PlanLeaf, token: number): void {
  settle(making);
  if (token < 0) writeLeaf(making.assembly.writer, making.plan.header, leaf, making.problems);
  else making.lastLeaf = { token, leaf };
}

function reviseTag(making: Making, node: PlanElement, token: number): void {
  const { assembly, plan, problems } = making;
  settle(making);
  if (token >= 0 && hasContent(assembly.tokens, token) === node.content)
    return takeOver(assembly, token, contentStart(assembly.tokens, token));
  writeTag(assembly.writer, plan.header, node, problems);
  if (token >= 0) leaveOut(assembly, contentStart(assembly.tokens, token));
}

function skipContent(assembly: Assembly, token: number): void {
  if (token >= 0 && hasContent(assembly.tokens, token))
    leaveOut(assembly, behindNode(assembly.tokens, token));
}

function closeUntil(making: Making, open: OpenElement[], index: number): void {
  const { assembly } = making;
  const { tokens } = assembly;
  for (let top = open.at(-1); top !== undefined && top.end <= index; top = open.at(-1)) {
    open.pop();
    const close = closeOf(tokens, top.old);
    if (top.old >= 0 && hasContent(tokens, top.old) && !hasEnd(tokens, top.old)) {
      making.missingEnds++;
      continue;
    }
    settle(making);
    if (top.old >= 0 && hasContent(tokens, top.old)) takeOver(assembly, close, close + 1);
    else assembly.writer.end();
  }
}

/** Something follows: what was held back is written now. */
function settle(making: Making): void {
  const { assembly, plan, problems, lastLeaf } = making;
  if (lastLeaf !== undefined) {
    making.lastLeaf = undefined;
    writeLeaf(assembly.writer, plan.header, lastLeaf.leaf, problems);
    leaveOut(assembly, behindPlanned(assembly.tokens, lastLeaf.token));
  }
  for (; making.missingEnds > 0; making.missingEnds--) assembly.writer.end();
}
