import { bisect } from "../../bytes/bisect";
import type { TextRange } from "../../bytes/range";
import type { TextEdit } from "../../bytes/textEdit";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { isEncodable, type Problem } from "../problem";
import { planXml } from "./fromXml";
import { elementAt, type Plan, type PlanElement, type PlanNode } from "./plan";

/** The effect of an edit inside one element on a plan. */
export interface EditedPlan {
  /** The plan of the edited text, the same as `planXml` returns. */
  readonly plan: Plan;
  /**
   * The elements around the edit, outermost first, by index in both plans. The content of the innermost one
   * was planned again.
   */
  readonly path: readonly number[];
}

/**
 * The plan of an edited text, based on the plan of the previous text. Only the content of the innermost
 * element around the edit is planned again; everything after it is moved. `undefined` if that is not enough
 * to know the plan exactly: the edit is not inside one element below the root, breaks out of it, declares
 * namespaces or uses undeclared ones, or leaves an error; or the previous text did one of these.
 */
export function planEdit(
  before: Plan,
  text: string,
  edit: TextEdit,
  codeSpace: CodeSpace,
): EditedPlan | undefined {
  if (!isSound(before)) return undefined;
  const path = findPath(before.nodes, edit);
  const edited = findEdited(before, text, edit, path);
  if (edited === undefined) return undefined;
  const { index, inner, content } = edited;
  const around = path.filter(
    (at, depth) => depth === 0 || at === index || declaresNamespaces(before.nodes, at, text),
  );
  const excerpt = excerptAround(before.nodes, around, text, content);
  const planned = planXml(excerpt.text, codeSpace);
  const again = elementAt(planned.nodes, around.length - 1);
  const behind = excerpt.from + content.length;
  if (!isSound(planned) || again?.tag.to !== excerpt.from || again.closing.from !== behind) return undefined;
  const growth = content.length - (inner.closing.from - inner.tag.to);
  const replanned = { plan: planned, element: again, depth: around.length, growth };
  return { plan: splice(before, path, { index, inner }, replanned), path };
}

/** Whether a plan has no errors and needs no undeclared prefix: both depend on everything before the edit. */
function isSound({ problems }: Plan): boolean {
  return isEncodable(problems) && problems.every(({ code }) => code !== "undeclared-prefix");
}

/** The innermost element around an edit, and its content after the edit. */
interface EditedElement {
  readonly index: number;
  readonly inner: PlanElement;
  readonly content: string;
}

/** `undefined` if the edit is not below the single root, or touches a namespace declaration. */
function findEdited(
  { nodes }: Plan,
  text: string,
  { from, removed, inserted }: TextEdit,
  path: readonly number[],
): EditedElement | undefined {
  const index = path.at(-1);
  const inner = index === undefined ? undefined : elementAt(nodes, index);
  if (index === undefined || inner === undefined) return undefined;
  if (path.length < 2 || path[0] !== 0 || nodes[0]?.end !== nodes.length) return undefined;
  const [start, end] = [inner.tag.to, inner.closing.from];
  const content = text.slice(start, from) + inserted + text.slice(from + removed.length, end);
  return text.slice(start, end).includes("xmlns") || content.includes("xmlns")
    ? undefined
    : { index, inner, content };
}

/** Whether an element declares namespaces, because its content can't be read without them. */
function declaresNamespaces(nodes: readonly PlanNode[], index: number, text: string): boolean {
  const element = elementAt(nodes, index);
  return element !== undefined && text.slice(element.tag.from, element.tag.to).includes("xmlns");
}

/** The elements whose tags enclose an edit, outermost first. */
function findPath(nodes: readonly PlanNode[], { from, removed }: TextEdit): number[] {
  const path: number[] = [];
  let at = findLast(nodes, from);
  for (let node = nodes[at]; node !== undefined; node = nodes[at]) {
    if (path.length > 0 || holds(node, from, from + removed.length)) path.push(at);
    at = node.parent;
  }
  return path.reverse();
}

/** The last node that starts at or before a position in the text; -1 if there is none. */
function findLast(nodes: readonly PlanNode[], place: number): number {
  return bisect(nodes.length, (index) => isBehind(nodes[index], place)) - 1;
}

function isBehind(node: PlanNode | undefined, place: number): boolean {
  return node !== undefined && node.range.from > place;
}

function holds(node: PlanNode, from: number, to: number): boolean {
  return (
    node.kind === "element" &&
    node.tag.to <= from &&
    to <= node.closing.from &&
    node.closing.from < node.closing.to
  );
}

/**
 * A text with only what the parser needs to read an element's new content as in the whole text: everything
 * outside the root, the tags of the relevant elements around it, outermost first, and the content, which
 * starts at `from`.
 */
function excerptAround(
  nodes: readonly PlanNode[],
  path: readonly number[],
  text: string,
  content: string,
): { text: string; from: number } {
  const [root, ...inner] = path.flatMap((index) => elementAt(nodes, index) ?? []);
  const slice = ({ from, to }: TextRange): string => text.slice(from, to);
  const opening = text.slice(0, root?.tag.to) + inner.map(({ tag }) => slice(tag)).join("");
  const closing = inner.map((element) => slice(element.closing)).reverse();
  return {
    text: opening + content + closing.join("") + text.slice(root?.closing.from),
    from: opening.length,
  };
}

/**
 * An element whose content was planned again in an excerpt, the number of elements around it there, and how
 * much longer its text became.
 */
interface Replanned {
  readonly plan: Plan;
  readonly element: PlanElement;
  readonly depth: number;
  readonly growth: number;
}

/**
 * The plan with the new nodes and problems instead of the old ones of the innermost element, and everything
 * after them moved.
 */
function splice(
  before: Plan,
  path: readonly number[],
  { index, inner }: Pick<EditedElement, "index" | "inner">,
  { plan, element, depth, growth }: Replanned,
): Plan {
  const more = element.end - depth - (inner.end - index - 1);
  const offset = inner.tag.to - element.tag.to;
  const nodes = before.nodes.slice(0, index + 1);
  for (const at of path) {
    const around = elementAt(nodes, at);
    if (around !== undefined) nodes[at] = stretchElement(around, more, growth);
  }
  for (const node of plan.nodes.slice(depth, element.end))
    nodes.push(moveNode(node, 0, index + 1 - depth, offset));
  for (const node of before.nodes.slice(inner.end)) nodes.push(moveNode(node, inner.end, more, growth));
  const problems = [
    ...before.problems.filter(({ range }) => range.from < inner.tag.to),
    ...moveProblems(
      plan.problems.filter(({ range }) => range.from >= element.tag.to && range.from < element.closing.from),
      offset,
    ),
    ...moveProblems(
      before.problems.filter(({ range }) => range.from >= inner.closing.from),
      growth,
    ),
  ];
  return { header: before.header, headerRange: before.headerRange, nodes, problems };
}

function moveProblems(problems: readonly Problem[], by: number): Problem[] {
  return problems.map((problem) => ({ ...problem, range: shift(problem.range, by) }));
}

function shift({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by };
}

/** An element whose content has `more` additional nodes and `growth` additional units of text. */
function stretchElement(element: PlanElement, more: number, growth: number): PlanElement {
  const { end, range, closing } = element;
  return {
    ...element,
    end: end + more,
    range: { from: range.from, to: range.to + growth },
    closing: shift(closing, growth),
  };
}

/**
 * A node moved by `more` indices, with its parent moved too unless that is before `first`, and by `by` units
 * in the text.
 */
function moveNode(node: PlanNode, first: number, more: number, by: number): PlanNode {
  const parent = node.parent < first ? node.parent : node.parent + more;
  const common = { parent, end: node.end + more, range: shift(node.range, by) };
  if (node.kind === "leaf") return { ...node, ...common };
  return { ...node, ...common, tag: shift(node.tag, by), closing: shift(node.closing, by) };
}
