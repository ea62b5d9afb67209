import type { TextRange } from "../../bytes/range";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { parseXml, type XmlDocument, type XmlElement, type XmlNode } from "../../xml/parse";
import { easHeader } from "../notation/headerNotation";
import { planInstruction } from "../notation/instruction";
import { knownPrefixes, WBXML_NAMESPACE } from "../notation/names";
import { addLeaf, addProblem, addText, flushRun, type Plan, type Planning } from "./plan";
import { planElement } from "./resolve";

/**
 * XML text → what to write [notation.md]. Total: whatever the text leaves open is a problem with its range,
 * and no byte is ever guessed. White space alone is layout, unless it is all that an element holds and has no
 * line break.
 */
export function planXml(text: string, codeSpace: CodeSpace): Plan {
  const xml = parseXml(text, knownPrefixes(codeSpace));
  const planning: Planning = {
    codeSpace,
    nodes: [],
    problems: [...xml.problems],
    header: easHeader,
    headerRange: undefined,
    unbound: xml.unbound,
    rooted: false,
    run: undefined,
    crlf: undefined,
  };
  for (const [prefix, range] of xml.undeclared)
    addProblem(
      planning,
      "undeclared-prefix",
      "info",
      `The prefix ${prefix} is not declared here; it was taken for its usual namespace.`,
      range,
    );
  planNodes(planning, xml);
  return {
    header: planning.header,
    headerRange: planning.headerRange,
    nodes: planning.nodes,
    problems: planning.problems,
  };
}

function planNodes(planning: Planning, xml: XmlDocument): void {
  const planned = new Int32Array(xml.nodes.length).fill(-1); // XML element → the plan's
  const open: { readonly end: number; readonly plan: number }[] = [];
  xml.nodes.forEach((node, index) => {
    for (let top = open.at(-1); top !== undefined && top.end <= index; top = open.at(-1))
      closePlanned(planning, open.pop()?.plan ?? -1);
    if (node.kind !== "cdata") loseCrlf(planning);
    const parent = node.parent < 0 ? -1 : (planned[node.parent] ?? -1);
    if (node.kind !== "element") return planOther(planning, xml, node, parent);
    flushRun(planning);
    planned[index] = isWrapper(node) ? -1 : planElement(planning, node, parent);
    open.push({ end: node.end, plan: planned[index] ?? -1 });
  });
  for (const { plan } of open.reverse()) closePlanned(planning, plan);
  loseCrlf(planning);
}

function isWrapper(node: XmlElement): boolean {
  return node.namespace === WBXML_NAMESPACE && node.name === "body" && node.parent < 0;
}

function closePlanned(planning: Planning, plan: number): void {
  flushRun(planning);
  loseCrlf(planning);
  const element = planning.nodes[plan];
  if (element?.kind !== "element") return;
  element.end = planning.nodes.length;
  if (element.end > plan + 1) element.content = true;
}

function planOther(
  planning: Planning,
  xml: XmlDocument,
  node: Exclude<XmlNode, XmlElement>,
  parent: number,
): void {
  switch (node.kind) {
    case "text":
      if (!node.blank || isOnlyBlank(xml, node)) addText(planning, node.text, node.range, parent);
      return;
    case "cdata":
      return planCdata(planning, node.text, node.range, parent);
    case "instruction":
      return planInstruction(planning, node, parent);
    case "comment":
      return addProblem(
        planning,
        "comment-not-encoded",
        "info",
        "WBXML has no comments: this one stays in the text only.",
        node.range,
      );
    case "doctype":
      return addProblem(
        planning,
        "doctype-not-encoded",
        "warning",
        "The document type declaration is not encoded, and entities it declares are not known.",
        node.range,
      );
  }
}

/** A `<?crlf?>` that no CDATA section followed is misplaced. */
function loseCrlf(planning: Planning): void {
  const range = planning.crlf;
  planning.crlf = undefined;
  if (range !== undefined)
    addProblem(
      planning,
      "instruction-misplaced",
      "error",
      "<?crlf?> stands directly before the CDATA section whose line ends it names.",
      range,
    );
}

/** White space that is all an element holds, on one line: somebody wrote it as its value. */
function isOnlyBlank(xml: XmlDocument, node: XmlNode): boolean {
  return xml.nodes[node.parent]?.end === node.parent + 2;
}

function planCdata(planning: Planning, text: string, range: TextRange, parent: number): void {
  flushRun(planning);
  const from = planning.crlf?.from ?? range.from;
  const lines = planning.crlf === undefined ? text : text.replaceAll("\n", "\r\n");
  planning.crlf = undefined;
  addLeaf(
    planning,
    { kind: "opaque", bytes: new TextEncoder().encode(lines) },
    { from, to: range.to },
    parent,
  );
}
