import type { TextRange } from "../../bytes/range";
import { isReadAsUtf8 } from "../../wbxml/charset";
import { HIGHEST_VERSION } from "../../wbxml/header";
import type { XmlElement } from "../../xml/parse";
import type { LeafContent } from "../notation/content";
import { easHeader, type PlannedHeader, writeHeaderText } from "../notation/header";
import type { Problem } from "../problem";
import { makeElement, makeLeaf, type Plan, type PlanElement, type PlanNode, type PlannedTag } from "./plan";

/**
 * A plan under construction, in text order. It tracks the open elements, so callers don't have to say where a
 * node belongs, and it joins character data into strings.
 */
export interface PlanBuilder {
  /** The document's header as far as it is known. */
  readonly header: () => PlannedHeader;
  /**
   * Closes the open elements up to the one with the XML index `xml` (-1: all). What follows is inside that
   * element.
   */
  readonly closeUpTo: (xml: number) => void;
  /** Opens the XML element with this index. */
  readonly openElement: (
    xml: number,
    tag: PlannedTag,
    attributes: string | undefined,
    element: XmlElement,
  ) => void;
  /** Opens an XML element that is not written itself: its content is at the top level. */
  readonly openUnwritten: (xml: number) => void;
  /** Adds character data. Adjacent character data becomes one inline string. */
  readonly addText: (text: string, range: TextRange) => void;
  /** Ends the current string, if there is one, so that leaves and headers come after it. */
  readonly endText: () => void;
  readonly addLeaf: (content: LeafContent, range: TextRange) => void;
  /**
   * Uses a header as the document's header if it comes before everything else, or as the header of the next
   * document after a root element. Returns false and does nothing anywhere else.
   */
  readonly addHeader: (header: PlannedHeader, range: TextRange) => boolean;
  readonly addProblems: (problems: readonly Problem[]) => void;
  /** Closes all open elements and returns the plan. */
  readonly finish: () => Plan;
}

/** An open element: its index among the XML constructs and in the plan (-1: it is not written). */
interface Open {
  readonly xml: number;
  readonly plan: number;
  readonly element: Writable<PlanElement> | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const TOP: Open = { xml: -1, plan: -1, element: undefined };

/** A plan without nodes and with the EAS header. */
export function planBuilder(): PlanBuilder {
  const nodes: PlanNode[] = [];
  const problems: Problem[] = [];
  const outer: Open[] = [];
  const run = startTextRun();
  let open = TOP;
  let header = easHeader;
  let headerRange: TextRange | undefined;
  let hasRoot = false;

  const push = (content: LeafContent, range: TextRange): void => {
    nodes.push(makeLeaf(content, header.charset, { parent: open.plan, end: nodes.length + 1, range }));
  };
  const endText = (): void => {
    const ended = run.take();
    if (ended !== undefined) push({ kind: "text", text: ended.text }, ended.range);
  };
  const closeUpTo = (xml: number): void => {
    while (open.xml !== xml) {
      endText();
      if (open.element !== undefined) closeElement(open.element, open.plan, nodes.length);
      open = outer.pop() ?? TOP;
    }
  };
  return {
    header: () => header,
    closeUpTo,
    openElement: (xml, tag, attributes, places) => {
      endText();
      hasRoot = true;
      const plan = nodes.length;
      const element = makeOpenElement(open.plan, plan, tag, attributes, places);
      nodes.push(element);
      outer.push(open);
      open = { xml, plan, element };
    },
    openUnwritten: (xml) => {
      endText();
      outer.push(open);
      open = { ...TOP, xml };
    },
    addText: run.add,
    endText,
    addLeaf: push,
    addHeader: (next, range) => {
      const isFirst = nodes.length === 0 && headerRange === undefined;
      if (open.plan >= 0 || !(isFirst || (hasRoot && mayFollow(header, next)))) return false;
      if (isFirst) [header, headerRange] = [next, range];
      else push({ kind: "header", header: next }, range);
      return true;
    },
    addProblems: (found) => appendProblems(problems, found),
    finish: () => {
      closeUpTo(TOP.xml);
      endText();
      return { header, headerRange, nodes, problems };
    },
  };
}

/** One by one: there can be more items than an argument list allows. */
function appendProblems(problems: Problem[], found: readonly Problem[]): void {
  for (const problem of found) problems.push(problem);
}

/** An open element at a position of the plan; it is empty until something is added to it. */
function makeOpenElement(
  parent: number,
  plan: number,
  tag: PlannedTag,
  attributes: string | undefined,
  { range, tag: opening, closing, selfClosing }: XmlElement,
): PlanElement {
  const place = { parent, end: plan + 1, range, tag: opening, closing };
  return makeElement(tag, attributes, !selfClosing, place);
}

/** An element with something inside has content, however it was written. */
function closeElement(element: Writable<PlanElement>, index: number, end: number): void {
  element.end = end;
  if (end > index + 1) element.content = true;
}

/** Whether the header of a second body has the only form that is recognised after a root element. */
function mayFollow(first: PlannedHeader, header: PlannedHeader): boolean {
  const { version } = header;
  if (!isReadAsUtf8(first.charset) || version === undefined || version === 0 || version > HIGHEST_VERSION)
    return false;
  return writeHeaderText({ ...header, version: HIGHEST_VERSION }) === writeHeaderText(easHeader);
}

/** Character data up to the next construct of another kind: one string. */
interface TextRun {
  readonly add: (text: string, range: TextRange) => void;
  /** What was added since the last call; `undefined` if nothing was. */
  readonly take: () => { readonly text: string; readonly range: TextRange } | undefined;
}

function startTextRun(): TextRun {
  let run: { text: string; readonly from: number; to: number } | undefined;
  return {
    add: (text, { from, to }) => {
      if (run === undefined) run = { text, from, to };
      else {
        run.text += text;
        run.to = to;
      }
    },
    take: () => {
      if (run === undefined) return undefined;
      const { text, from, to } = run;
      run = undefined;
      return { text, range: { from, to } };
    },
  };
}
