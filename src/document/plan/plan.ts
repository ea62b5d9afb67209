import { toBase64 } from "../../bytes/base64";
import type { TextRange } from "../../bytes/range";
import { charsetCodec } from "../../wbxml/charset";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { type PlannedHeader, plannedHeaderText } from "../notation/headerNotation";
import type { Problem } from "../problem";

/**
 * What a leaf is to be written as. Everything is here that is needed to write it, and nothing of where it
 * came from.
 */
export type LeafContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "string-bytes" | "opaque" | "malformed"; readonly bytes: Uint8Array }
  | { readonly kind: "integer"; readonly token: number; readonly value: number }
  | { readonly kind: "extension-string"; readonly token: number; readonly text: string }
  | { readonly kind: "extension-bytes"; readonly token: number; readonly bytes: Uint8Array }
  | { readonly kind: "byte"; readonly token: number }
  | { readonly kind: "instruction"; readonly attributes: string }
  | { readonly kind: "header"; readonly header: PlannedHeader };

interface PlanItem {
  /** Equal for nodes that are written with the same bytes, what they hold apart. */
  readonly key: string;
  /** Index of the element that holds it; -1 at the top. */
  readonly parent: number;
  /** Index behind the last node inside. */
  end: number;
  readonly range: TextRange;
}

/** An element to be written: a tag of a code page, or with `literal` one that the string table names. */
export interface PlanElement extends PlanItem {
  readonly kind: "element";
  readonly page: number;
  readonly identity: number;
  /** Index into the string table, for a tag that is none of a code page. */
  readonly literal: number | undefined;
  /** Whether the content bit is set and an END is written. */
  content: boolean;
  /** The attribute list as `attributesText` writes it. */
  readonly attributes: string | undefined;
  readonly tag: TextRange;
  readonly closing: TextRange;
}

/** A node to be written that holds no others. */
export interface PlanLeaf extends PlanItem {
  readonly kind: "leaf";
  readonly content: LeafContent;
}

export type PlanNode = PlanElement | PlanLeaf;

/** What a text says is to be written: nodes in document order, with the text ranges they came from. */
export interface Plan {
  readonly header: PlannedHeader;
  readonly headerRange: TextRange | undefined;
  readonly nodes: readonly PlanNode[];
  readonly problems: readonly Problem[];
}

/** What planning one text collects as it goes. */
export interface Planning {
  readonly codeSpace: CodeSpace;
  readonly nodes: PlanNode[];
  readonly problems: Problem[];
  header: PlannedHeader;
  headerRange: TextRange | undefined;
  /** Prefixes that are reported as not declared. */
  readonly unbound: ReadonlySet<string>;
  /** Whether there is an element by now. */
  rooted: boolean;
  /**
   * Text that is still being put together: character data and named characters up to the next other
   * construct.
   */
  run: { text: string; from: number; to: number; parent: number } | undefined;
  /** A `<?crlf?>` that waits for its CDATA section. */
  crlf: TextRange | undefined;
}

/** The tag of an element to be written. */
export type PlannedTag = Pick<PlanElement, "page" | "identity" | "literal">;

/** Adds an element at this place and answers its index. */
export function addElement(
  planning: Planning,
  { page, identity, literal }: PlannedTag,
  {
    attributes,
    content,
    parent,
    range,
    tag,
    closing,
  }: Pick<PlanElement, "attributes" | "content" | "parent" | "range" | "tag" | "closing">,
): number {
  const name = literal === undefined ? `${page}/${identity}` : `literal ${literal}`;
  const key = attributes === undefined ? name : `${name} ${attributes}`;
  const { nodes } = planning;
  planning.rooted = true;
  const index = nodes.length;
  const end = index + 1; // until it is closed
  nodes.push({
    kind: "element",
    key,
    page,
    identity,
    literal,
    content,
    attributes,
    parent,
    end,
    range,
    tag,
    closing,
  });
  return index;
}

/** Adds a problem to a planning. */
export function addProblem(
  planning: Planning,
  code: Problem["code"],
  severity: Problem["severity"],
  message: string,
  range: TextRange,
): void {
  planning.problems.push({ code, severity, message, range });
}

/** Adds character data to the run of text at this place. */
export function addText(planning: Planning, text: string, range: TextRange, parent: number): void {
  const { run } = planning;
  if (run === undefined) {
    planning.run = { text, from: range.from, to: range.to, parent };
    return;
  }
  run.text += text;
  run.to = range.to;
}

/** Ends the run of text, if there is one: it becomes one inline string. */
export function flushRun(planning: Planning): void {
  const { run } = planning;
  if (run === undefined) return;
  planning.run = undefined;
  addLeaf(planning, { kind: "text", text: run.text }, run, run.parent);
}

/** Adds a leaf at this place. */
export function addLeaf(
  planning: Planning,
  content: LeafContent,
  { from, to }: TextRange,
  parent: number,
): void {
  const { nodes } = planning;
  const range = { from, to };
  nodes.push({
    kind: "leaf",
    key: leafKey(content, planning.header.charset),
    content,
    parent,
    end: nodes.length + 1,
    range,
  });
}

function leafKey(content: LeafContent, charset: number): string {
  switch (content.kind) {
    case "text":
      return `text ${content.text}`;
    case "string-bytes": {
      const text = charsetCodec(charset)?.decode(content.bytes);
      return text === undefined ? `${content.kind} ${toBase64(content.bytes)}` : `text ${text}`;
    }
    case "opaque":
    case "malformed":
      return `${content.kind} ${toBase64(content.bytes)}`;
    case "integer":
      return `${content.token} ${content.value}`;
    case "extension-string":
      return `${content.token} text ${content.text}`;
    case "extension-bytes": {
      const text = charsetCodec(charset)?.decode(content.bytes);
      return `${content.token} ${text === undefined ? toBase64(content.bytes) : `text ${text}`}`;
    }
    case "byte":
      return String(content.token);
    case "instruction":
      return `pi ${content.attributes}`;
    case "header":
      return `header ${plannedHeaderText(content.header)}`;
  }
}
