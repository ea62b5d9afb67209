import { bisect } from "../bytes/bisect";
import type { TextRange } from "../bytes/range";
import type { CodeSpace } from "../wbxml/codeSpace";
import { type Malformation, malformationMessage } from "../wbxml/malformation";
import { tokenize } from "../wbxml/tokenize";
import { startOf } from "../wbxml/tokenTable";
import { easHeader, isSameHeader } from "./notation/header";
import { type LinkedDocument, openDocument } from "./open";
import type { Plan, PlanNode } from "./plan/plan";
import type { Problem } from "./problem";

// WBXML has no redundancy: damaged bytes, or text that looks like damage, can give everything behind them
// another meaning. Bytes are therefore read back before they are used, if there is any reason to doubt them.

/** What reading written bytes back shows: errors if they mean something else, and otherwise remarks. */
export function proveEncoding(bytes: Uint8Array, plan: Plan, codeSpace: CodeSpace): Problem[] {
  if (!isDoubtful(plan) && tokenize(bytes).malformations.length === 0) return [];
  const document = openDocument(bytes, codeSpace);
  const misread = findMisread(document, plan);
  return misread === undefined ? listMalformed(document, plan) : [misreadProblem(misread)];
}

/** Whether a plan has another header than that of EAS, or content that can be read as something else. */
function isDoubtful({ header, nodes }: Plan): boolean {
  return !isSameHeader(header, easHeader) || nodes.some(looksLikeDamage);
}

/** Whether a node is damage, or a string that can be mistaken for one without its terminator. */
export function looksLikeDamage(node: PlanNode): boolean {
  if (node.kind === "element") return false;
  const { content } = node;
  return content.kind === "malformed" || (content.kind === "text" && content.text.includes(END));
}

/** The byte END as text. */
const END = "\u0001";

/** Where the first node that the bytes lack when read back is in the text; `undefined` if they have all. */
export function findMisread(document: LinkedDocument, plan: Plan): TextRange | undefined {
  const again = document.plan();
  const differs = plan.nodes.findIndex((node, i) => !isSameNode(node, again.nodes[i]));
  if (differs < 0 && again.nodes.length === plan.nodes.length && isSameHeader(again.header, plan.header))
    return undefined;
  return placeOf(plan, plan.nodes.at(differs)); // -1 if all its content exists: the last node inside
}

function isSameNode(a: PlanNode, b: PlanNode | undefined): boolean {
  return b !== undefined && a.key === b.key && a.parent === b.parent && contentBit(a) === contentBit(b);
}

function contentBit(node: PlanNode): boolean {
  return node.kind === "element" && node.content;
}

/** Where a node is in the text; for no node, where the header is. */
function placeOf({ headerRange }: Plan, node: PlanNode | undefined): TextRange {
  return (node?.kind === "element" ? node.tag : node?.range) ?? headerRange ?? { from: 0, to: 0 };
}

/** The problem of a text whose bytes would mean something else. */
function misreadProblem(range: TextRange): Problem {
  const message =
    "This text can't be written as WBXML: its bytes would be read back with a different meaning from here " +
    "on, because they are damaged or look like damage. Write a text with control characters as OPAQUE " +
    "(<?opaque base64?>), and change damaged bytes in the hex view.";
  return { code: "reads-otherwise", severity: "error", message, range };
}

/** A remark for everything in the bytes that is not sound WBXML, at the node that it belongs to. */
function listMalformed(document: LinkedDocument, plan: Plan): Problem[] {
  const { tokens } = document.tree;
  const planTokens = document.planTokens();
  const nodeAt = ({ range }: Malformation): PlanNode | undefined => {
    const behind = bisect(planTokens.length, (i) => startOf(tokens, planTokens[i] ?? 0) > range.start);
    return plan.nodes[behind - 1];
  };
  return document.malformations.map((found) => ({
    code: "malformed-bytes",
    severity: "warning",
    message: malformationMessage(found),
    range: placeOf(plan, nodeAt(found)),
  }));
}
