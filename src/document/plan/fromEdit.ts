import type { TextRange } from "../../bytes/range";
import type { TextEdit } from "../../bytes/textEdit";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { isEncodable, type Problem } from "../problem";
import { childrenOf, type Matching, matchInside } from "../revise/match";
import { planXml } from "./fromXml";
import type { Plan, PlanElement, PlanNode } from "./plan";

/** What an edit inside one element makes of a plan. */
export interface EditedPlan {
  /** The plan of the edited text, as `planXml` gives it. */
  readonly plan: Plan;
  /**
   * The elements around the edit, outermost first, by index in both plans: the innermost one's insides were
   * planned anew.
   */
  readonly path: readonly number[];
}

/**
 * The plan of an edited text from that of the text before, planning no more of it anew than the innermost
 * element around the edit holds; what stands behind is moved. `undefined` where that is not enough to know
 * the plan exactly: the edit is not inside one element below the root, breaks out of it, declares namespaces
 * or uses undeclared ones, or leaves an error; or the text before had such.
 */
export function planEdit(
  before: Plan,
  text: string,
  edit: TextEdit,
  codeSpace: CodeSpace,
): EditedPlan | undefined {
  if (!isEncodable(before.problems) || usesUndeclared(before.problems)) return undefined;
  const path = pathAround(before.nodes, edit);
  const inner = elementAt(before.nodes, path.at(-1) ?? -1);
  if (inner === undefined || path.length < 2 || path[0] !== 0 || before.nodes[0]?.end !== before.nodes.length)
    return undefined;
  const range = { from: inner.tag.to, to: inner.closing.from };
  const removed = text.slice(range.from, range.to);
  const content =
    text.slice(range.from, edit.from) + edit.inserted + text.slice(edit.from + edit.removed.length, range.to);
  if (removed.includes("xmlns") || content.includes("xmlns")) return undefined;
  const around = path.filter(
    (index, depth) => depth === 0 || index === path.at(-1) || declares(before.nodes, index, text),
  );
  const excerpt = excerptAround(before.nodes, around, text, content);
  const planned = planXml(excerpt.text, codeSpace);
  if (!isEncodable(planned.problems) || usesUndeclared(planned.problems)) return undefined;
  const again = planned.nodes[around.length - 1];
  if (
    again?.kind !== "element" ||
    again.tag.to !== excerpt.from ||
    again.closing.from !== excerpt.from + content.length
  )
    return undefined;
  return {
    plan: spliced(before, path, {
      plan: planned,
      element: again,
      depth: around.length,
      growth: content.length - removed.length,
    }),
    path,
  };
}

/** Whether an element declares namespaces: what it holds can't be read without it. */
function declares(nodes: readonly PlanNode[], index: number, text: string): boolean {
  const { from = 0, to = 0 } = elementAt(nodes, index)?.tag ?? {};
  return text.slice(from, to).includes("xmlns");
}

/** Where a prefix counts as declared depends on all that stands before. */
function usesUndeclared(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === "undeclared-prefix");
}

function elementAt(nodes: readonly PlanNode[], index: number): PlanElement | undefined {
  const node = nodes[index];
  return node?.kind === "element" ? node : undefined;
}

/** The elements between whose tags an edit lies, outermost first. */
function pathAround(nodes: readonly PlanNode[], { from, removed }: TextEdit): number[] {
  let at = lastFrom(nodes, from);
  for (
    let node = nodes[at];
    node !== undefined && !holds(node, from, from + removed.length);
    node = nodes[at]
  )
    at = node.parent;
  const path: number[] = [];
  for (; at >= 0; at = nodes[at]?.parent ?? -1) path.push(at);
  return path.reverse();
}

/** The last node that begins at or before a place of the text; -1 where none does. */
function lastFrom(nodes: readonly PlanNode[], place: number): number {
  let low = -1;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.range.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
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
 * A text that holds no more than the parser needs to read an element's new content as it reads it in the
 * whole text: all that stands outside the root, the tags of the elements around it that count, outermost
 * first, and the content, which begins at `from`.
 */
function excerptAround(
  nodes: readonly PlanNode[],
  path: readonly number[],
  text: string,
  content: string,
): { text: string; from: number } {
  const [root = -1, ...rest] = path;
  const inner = rest.flatMap((index) => elementAt(nodes, index) ?? []);
  const slice = ({ from, to }: TextRange): string => text.slice(from, to);
  const opening = text.slice(0, elementAt(nodes, root)?.tag.to) + inner.map(({ tag }) => slice(tag)).join("");
  const closing = inner.map(({ closing: tag }) => slice(tag)).reverse();
  return {
    text: opening + content + closing.join("") + text.slice(elementAt(nodes, root)?.closing.from),
    from: opening.length,
  };
}

/**
 * An element whose content was planned anew in an excerpt, how many elements stand around that there, and how
 * much longer its text has become.
 */
interface Replanned {
  readonly plan: Plan;
  readonly element: PlanElement;
  readonly depth: number;
  readonly growth: number;
}

/**
 * The plan with the new nodes and problems in place of the innermost element's old ones, and all behind them
 * moved.
 */
function spliced(before: Plan, path: readonly number[], { plan, element, depth, growth }: Replanned): Plan {
  const index = path.at(-1) ?? 0;
  const inner = elementAt(before.nodes, index) ?? element;
  const behind = inner.end;
  const more = element.end - depth - (behind - index - 1);
  const nodes = before.nodes.slice(0, index + 1);
  for (const at of path) {
    const node = elementAt(nodes, at);
    if (node !== undefined)
      nodes[at] = {
        ...node,
        end: node.end + more,
        range: stretched(node.range, growth),
        closing: shifted(node.closing, growth),
      };
  }
  const shift = inner.tag.to - element.tag.to;
  for (const node of plan.nodes.slice(depth, element.end))
    nodes.push(moved(node, 0, index + 1 - depth, shift));
  for (const node of before.nodes.slice(behind)) nodes.push(moved(node, behind, more, growth));
  const problems = [
    ...before.problems.filter(({ range }) => range.from < inner.tag.to),
    ...plan.problems
      .filter(({ range }) => range.from >= element.tag.to && range.from < element.closing.from)
      .map((problem) => ({ ...problem, range: shifted(problem.range, shift) })),
    ...before.problems
      .filter(({ range }) => range.from >= inner.closing.from)
      .map((problem) => ({ ...problem, range: shifted(problem.range, growth) })),
  ];
  return { header: before.header, headerRange: before.headerRange, nodes, problems };
}

function shifted({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by };
}

function stretched({ from, to }: TextRange, by: number): TextRange {
  return { from, to: to + by };
}

/**
 * A node `more` places further on, as is its parent where that is not before `first`, and `by` units further
 * on in the text.
 */
function moved(node: PlanNode, first: number, more: number, by: number): PlanNode {
  const parent = node.parent < first ? node.parent : node.parent + more;
  const common = { parent, end: node.end + more, range: shifted(node.range, by) };
  if (node.kind === "leaf") return { ...node, ...common };
  return { ...node, ...common, tag: shifted(node.tag, by), closing: shifted(node.closing, by) };
}

/** The pairs of nodes of a plan and of the one that an edit made of it, as `matchPlans` gives them. */
export function matchEdited(before: Plan, { plan, path }: EditedPlan): Matching {
  const inner = path.at(-1) ?? 0;
  const matching = matchInside(before.nodes, plan.nodes, inner);
  const [olds, news] = [childrenOf(before.nodes, inner), childrenOf(plan.nodes, inner)];
  if (olds.length === news.length && news.every((index) => matching.same[index] === 1))
    return unchanged(plan);
  const more = plan.nodes.length - before.nodes.length;
  path.forEach((index, depth) => {
    matching.old[index] = index;
    const around = path[depth + 1];
    if (around === undefined) return;
    for (const sibling of childrenOf(plan.nodes, index)) {
      if (sibling === around) continue;
      matching.old[sibling] = sibling < around ? sibling : sibling - more;
      matching.same[sibling] = 1;
    }
  });
  return matching;
}

/** The root and all it holds are the same. */
function unchanged({ nodes }: Plan): Matching {
  const matching = { old: new Int32Array(nodes.length).fill(-1), same: new Uint8Array(nodes.length) };
  matching.old[0] = 0;
  matching.same[0] = 1;
  return matching;
}
