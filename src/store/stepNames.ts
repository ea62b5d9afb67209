import { diffText, type TextEdit } from "../bytes/textEdit";
import { elementName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import { elementAt, type Plan, type PlanElement, type PlanNode } from "../document/plan/plan";
import { formatCount, shorten } from "../eas/values/reading";
import { isElement, parentOf } from "../wbxml/tokenTable";

/** The name of an edit of the XML that changes more than can be told in a few words. */
export const EDIT_XML = "Edit XML";

const MAX_VALUE = 24;

/** What an element is called in the name of a step. */
export interface NamedNode {
  readonly name: string;
  /** Where it is, if there are others of its name: " in Options". */
  readonly place: string;
}

/** The name of a step that sets a value: "Change SyncKey to 0", "Change FilterType to 5 in Options". */
export function nameValueChange({ name, place }: NamedNode, value: string | Uint8Array): string {
  if (value.length === 0) return `Empty ${name}${place}`;
  const told = typeof value === "string" ? shorten(value, MAX_VALUE) : formatCount(value.length, "byte");
  return `Change ${name} to ${told === "" ? "spaces" : told}${place}`;
}

/** In a payload with more tokens, an element is named without the one around it. */
const MAX_TOKENS = 20_000;

/** What a node of a tree is called in the name of a step. */
export function nameNode(document: LinkedDocument, node: number): NamedNode {
  const { tokens } = document.tree;
  if (!isElement(tokens, node)) return { name: "value", place: "" };
  const name = elementName(document, node);
  const parent = parentOf(tokens, node);
  if (parent < 0 || tokens.count > MAX_TOKENS) return { name, place: "" };
  for (let other = 0; other < tokens.count; other++)
    if (other !== node && isElement(tokens, other) && elementName(document, other) === name)
      return { name, place: ` in ${elementName(document, parent)}` };
  return { name, place: "" };
}

/**
 * The name of an edit of the XML, by what is different after it: "Change SyncKey to 0", "Delete Options",
 * "Add Class". `undefined` if it is not one element that was changed, added or removed.
 */
export function nameXmlEdit(before: LinkedDocument, after: LinkedDocument): string | undefined {
  const edit = diffText(before.xml, after.xml);
  if (edit === undefined) return undefined;
  const sides = [
    { plan: before.plan(), xml: before.xml, from: edit.from, to: edit.from + edit.removed.length },
    { plan: after.plan(), xml: after.xml, from: edit.from, to: edit.from + edit.inserted.length },
  ] as const;
  const around = findAround(...sides);
  const [old, fresh] = trimSame(listTouched(sides[0], around), listTouched(sides[1], around), sides);
  const isLeaf = (index: number, { plan }: Side): boolean => plan.nodes[index]?.kind === "leaf";
  if (old.some((index) => isLeaf(index, sides[0])) || fresh.some((index) => isLeaf(index, sides[1])))
    return nameLeafEdit(sides[1], around);
  return nameElementEdit(old, fresh, sides);
}

/** A text, what it says to write, and the part of it that the edit replaces, or puts in its place. */
interface Side extends Pick<TextEdit, "from"> {
  readonly plan: Plan;
  readonly xml: string;
  readonly to: number;
}

/** The innermost element around the edit, by its index, which both texts give it; -1 if there is none. */
function findAround(before: Side, after: Side): number {
  let around = -1;
  for (let index = 0; index < before.plan.nodes.length; ) {
    const element = before.plan.nodes[index];
    if (element === undefined || element.range.from >= before.from) break;
    const same = elementAt(after.plan.nodes, index);
    if (!isAround(element, before)) index = element.end;
    else if (same === undefined || same.key !== element.key || !isAround(same, after)) break;
    else around = index++;
  }
  return around;
}

function isAround({ kind, range }: PlanNode, { from, to }: Side): boolean {
  return kind === "element" && range.from < from && to < range.to;
}

/** The nodes directly inside an element that the edit touches. */
function listTouched({ plan: { nodes }, from, to }: Side, around: number): readonly number[] {
  const touched: number[] = [];
  const end = around < 0 ? nodes.length : (nodes[around]?.end ?? 0);
  for (let index = around + 1; index < end; index = nodes[index]?.end ?? end) {
    const range = nodes[index]?.range;
    if (range !== undefined && range.to > from && range.from < to) touched.push(index);
    else if (range !== undefined && from === to && range.from < from && from < range.to) touched.push(index);
  }
  return touched;
}

/** Without the nodes at either end that are the same in both texts: where an edit begins can be ambiguous. */
function trimSame(
  old: readonly number[],
  fresh: readonly number[],
  [before, after]: readonly [Side, Side],
): readonly [readonly number[], readonly number[]] {
  const isSame = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && textOf(before, a) === textOf(after, b);
  let head = 0;
  while (isSame(old[head], fresh[head])) head++;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && isSame(old[old.length - 1 - tail], fresh[fresh.length - 1 - tail])) tail++;
  return [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
}

function textOf({ plan, xml }: Side, index: number): string {
  const { from = 0, to = 0 } = plan.nodes[index]?.range ?? {};
  return xml.slice(from, to);
}

/** The name of an edit inside an element that has a value and nothing else. */
function nameLeafEdit(after: Side, around: number): string | undefined {
  const { nodes } = after.plan;
  const element = elementAt(nodes, around);
  if (element === undefined || element.end > around + 2) return undefined;
  const leaf = element.end === around + 2 ? nodes[around + 1] : undefined;
  const name = nameElement(after, around);
  if (leaf === undefined) return nameValueChange(name, "");
  if (leaf.kind !== "leaf") return undefined;
  const { content } = leaf;
  switch (content.kind) {
    case "text":
      return nameValueChange(name, content.text);
    case "opaque":
    case "string-bytes":
      return nameValueChange(name, content.bytes);
    default:
      return undefined;
  }
}

/** The name of an edit that adds, removes or replaces whole elements. */
function nameElementEdit(
  old: readonly number[],
  fresh: readonly number[],
  [before, after]: readonly [Side, Side],
): string | undefined {
  const [gone] = old;
  const [made] = fresh;
  if (gone !== undefined && fresh.length === 0) return `Delete ${nameElements(before, old)}`;
  if (made !== undefined && old.length === 0) return `Add ${nameElements(after, fresh)}`;
  if (gone === undefined || made === undefined || old.length > 1 || fresh.length > 1) return undefined;
  const [oldName, freshName] = [nameTag(before, gone), nameTag(after, made)];
  return oldName === freshName ? undefined : `Replace ${oldName} with ${freshName}`;
}

/** One element by its name, several by their number. */
function nameElements(side: Side, indexes: readonly number[]): string {
  const [only = -1] = indexes;
  const { name, place } = nameElement(side, only);
  return indexes.length === 1 ? `${name}${place}` : formatCount(indexes.length, "element");
}

/** What an element of a text is called in the name of a step. */
function nameElement(side: Side, index: number): NamedNode {
  const { nodes } = side.plan;
  const element = elementAt(nodes, index);
  const name = nameTag(side, index);
  if (element === undefined || element.parent < 0) return { name, place: "" };
  const isOther = (node: PlanNode, at: number): boolean =>
    at !== index && node.kind === "element" && isSameTag(node, element);
  return { name, place: nodes.some(isOther) ? ` in ${nameTag(side, element.parent)}` : "" };
}

function isSameTag(a: PlanElement, b: PlanElement): boolean {
  return a.page === b.page && a.identity === b.identity && a.literal === b.literal;
}

const TAG = /^<(?:[^:\s/>]*:)?([^\s/>]+)/;

/** The name in a tag, without its prefix. */
function nameTag({ plan, xml }: Side, index: number): string {
  const tag = elementAt(plan.nodes, index)?.tag;
  return tag === undefined ? "element" : (TAG.exec(xml.slice(tag.from, tag.to))?.[1] ?? "element");
}
