import type { TextRange } from "../../bytes/range";
import type { CodeSpace } from "../../wbxml/codeSpace";
import {
  parseXml,
  type XmlDocument,
  type XmlElement,
  type XmlInstruction,
  type XmlNode,
  type XmlSection,
  type XmlText,
} from "../../xml/parse";
import { type InstructionMeaning, readInstruction } from "../notation/instruction";
import { listKnownPrefixes, WBXML_NAMESPACE } from "../notation/names";
import type { Problem } from "../problem";
import { type PlanBuilder, planBuilder } from "./builder";
import type { Plan } from "./plan";
import { resolveElement } from "./resolve";

/**
 * XML text → what to write (see ../notation/notation.md). Total: anything unclear in the text is a problem
 * with its range, and bytes are never guessed. White space alone is layout, unless it is the only content of
 * an element and has no line break.
 *
 * The text is parsed, each construct is interpreted on its own (`resolveElement`, `readInstruction`), and the
 * builder adds the result to the plan.
 */
export function planXml(text: string, codeSpace: CodeSpace): Plan {
  const xml = parseXml(text, listKnownPrefixes(codeSpace));
  const builder = planBuilder();
  builder.addProblems(xml.problems);
  builder.addProblems([...xml.undeclared].map(undeclaredPrefixProblem));
  xml.nodes.forEach((node, index) => {
    builder.closeUpTo(node.parent);
    if (node.kind === "element") addElement(builder, codeSpace, node, index);
    else addOther(builder, xml, node, index);
  });
  return builder.finish();
}

function undeclaredPrefixProblem([prefix, range]: readonly [string, TextRange]): Problem {
  const message = `The prefix ${prefix} is not declared here, so its usual namespace was used.`;
  return { code: "undeclared-prefix", severity: "info", message, range };
}

function addElement(builder: PlanBuilder, codeSpace: CodeSpace, node: XmlElement, index: number): void {
  if (isWrapper(node)) return builder.openUnwritten(index);
  const { tag, attributes, problems } = resolveElement(node, codeSpace);
  builder.addProblems(problems);
  if (tag === undefined) builder.openUnwritten(index);
  else builder.openElement(index, tag, attributes, node);
}

function isWrapper(node: XmlElement): boolean {
  return node.namespace === WBXML_NAMESPACE && node.name === "body" && node.parent < 0;
}

function addOther(
  builder: PlanBuilder,
  xml: XmlDocument,
  node: Exclude<XmlNode, XmlElement>,
  index: number,
): void {
  switch (node.kind) {
    case "text":
      if (!node.blank || isOnlyBlank(xml, node)) builder.addText(node.text, node.range);
      return;
    case "instruction":
      return addInstruction(builder, xml, node, index);
    case "cdata":
      return addSection(builder, xml, node, index);
    case "comment":
    case "doctype":
      return builder.addProblems([sectionProblem(node.kind, node.range)]);
  }
}

/** White space that is the only content of an element, on one line: it was written as the value. */
function isOnlyBlank(xml: XmlDocument, node: XmlText): boolean {
  return xml.nodes[node.parent]?.end === node.parent + 2;
}

function sectionProblem(kind: "comment" | "doctype", range: TextRange): Problem {
  if (kind === "comment") {
    const message = "WBXML has no comments. This comment is kept in the text but not encoded.";
    return { code: "comment-not-encoded", severity: "info", message, range };
  }
  const message = "The document type declaration is not encoded, and the entities it declares are unknown.";
  return { code: "doctype-not-encoded", severity: "warning", message, range };
}

function addInstruction(builder: PlanBuilder, xml: XmlDocument, node: XmlInstruction, index: number): void {
  const meaning = readInstruction(node, builder.header());
  if (meaning.kind === "character") return builder.addText(meaning.text, node.range);
  if (node.target !== "char") builder.endText();
  const problem = addMeaning(builder, meaning, node.range, findCdataBehind(xml, index) !== undefined);
  if (problem !== undefined) builder.addProblems([problem]);
}

/** Adds the meaning of an instruction to the plan. Returns the problem with it or with its place. */
function addMeaning(
  builder: PlanBuilder,
  meaning: Exclude<InstructionMeaning, { kind: "character" }>,
  range: TextRange,
  isBeforeCdata: boolean,
): Problem | undefined {
  switch (meaning.kind) {
    case "split":
      return undefined;
    case "crlf":
      return isBeforeCdata ? undefined : misplacedProblem(CRLF_PLACE, range);
    case "header":
      return builder.addHeader(meaning.header, range) ? undefined : misplacedProblem(HEADER_PLACE, range);
    case "leaf":
      builder.addLeaf(meaning.content, range);
      return meaning.problem;
    case "problem":
      return meaning.problem;
  }
}

const CRLF_PLACE = "<?crlf?> must come directly before the CDATA section whose line endings it describes.";

const HEADER_PLACE =
  "A header must come before everything else. The header of a second body must follow a root element " +
  'inside <wbxml:body> and contain only a version: <?wbxml version="1.3"?>.';

function misplacedProblem(message: string, range: TextRange): Problem {
  return { code: "instruction-misplaced", severity: "error", message, range };
}

/** The CDATA section that follows a construct in the same element. */
function findCdataBehind(xml: XmlDocument, index: number): XmlNode | undefined {
  const next = xml.nodes[index + 1];
  return next?.kind === "cdata" && next.parent === xml.nodes[index]?.parent ? next : undefined;
}

/** A CDATA section is opaque data; after `<?crlf?>` its line endings are CR LF. */
function addSection(
  builder: PlanBuilder,
  xml: XmlDocument,
  { text, range }: XmlSection,
  index: number,
): void {
  const before = xml.nodes[index - 1];
  const hasCrlf =
    before?.kind === "instruction" &&
    before.target === "crlf" &&
    findCdataBehind(xml, index - 1) !== undefined;
  const lines = hasCrlf ? text.replaceAll("\n", "\r\n") : text;
  builder.endText();
  builder.addLeaf(
    { kind: "opaque", bytes: encoder.encode(lines) },
    { from: hasCrlf ? before.range.from : range.from, to: range.to },
  );
}

const encoder = new TextEncoder();
