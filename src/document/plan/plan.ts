import { toBase64 } from "../../bytes/base64";
import type { TextRange } from "../../bytes/range";
import { charsetCodec } from "../../wbxml/charset";
import type { LeafContent } from "../notation/content";
import { type PlannedHeader, writeHeaderText } from "../notation/header";
import type { Problem } from "../problem";

interface PlanItem {
  /** Equal for nodes that are written with the same bytes, not counting their content. */
  readonly key: string;
  /** Index of the parent element; -1 at the top level. */
  readonly parent: number;
  /** Index after the last node inside. */
  readonly end: number;
  readonly range: TextRange;
}

/** An element to write: a tag of a code page or, with `literal`, one named by the string table. */
export interface PlanElement extends PlanItem {
  readonly kind: "element";
  readonly page: number;
  readonly identity: number;
  /** Index into the string table, for a tag that is not on a code page. */
  readonly literal: number | undefined;
  /** Whether the content bit is set and an END is written. */
  readonly content: boolean;
  /** The attribute list in the form that `attributesText` writes. */
  readonly attributes: string | undefined;
  readonly tag: TextRange;
  readonly closing: TextRange;
}

/** A node to write that has no children. */
export interface PlanLeaf extends PlanItem {
  readonly kind: "leaf";
  readonly content: LeafContent;
}

export type PlanNode = PlanElement | PlanLeaf;

/** What a text says to write: nodes in document order, with the text ranges they come from. */
export interface Plan {
  readonly header: PlannedHeader;
  readonly headerRange: TextRange | undefined;
  readonly nodes: readonly PlanNode[];
  readonly problems: readonly Problem[];
}

/** The tag of an element to write. */
export type PlannedTag = Pick<PlanElement, "page" | "identity" | "literal">;

/** Where a node is, in the plan and in the text. */
type Place = Pick<PlanItem, "parent" | "end" | "range">;

/** An element with this tag; its key describes how its tag and attribute list are written. */
export function makeElement(
  { page, identity, literal }: PlannedTag,
  attributes: string | undefined,
  content: boolean,
  { parent, end, range, tag, closing }: Place & Pick<PlanElement, "tag" | "closing">,
): PlanElement {
  const name = literal === undefined ? `${page}/${identity}` : `literal ${literal}`;
  const key = attributes === undefined ? name : `${name} ${attributes}`;
  return {
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
  };
}

/**
 * A leaf of a document in this charset (MIBenum). The charset decides whether a string as bytes and a string
 * as text are the same.
 */
export function makeLeaf(content: LeafContent, charset: number, { parent, end, range }: Place): PlanLeaf {
  return { kind: "leaf", key: leafKey(content, charset), content, parent, end, range };
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
      return `header ${writeHeaderText(content.header)}`;
  }
}

/** The element at an index; `undefined` if there is none, or a leaf. */
export function elementAt(nodes: readonly PlanNode[], index: number): PlanElement | undefined {
  const node = nodes[index];
  return node?.kind === "element" ? node : undefined;
}

/** The index after the last node inside a node; for -1, the top level, the number of nodes. */
export function endAt(nodes: readonly PlanNode[], index: number): number {
  return nodes[index]?.end ?? nodes.length;
}

/** The direct children of an element or, for -1, the nodes at the top level. */
export function listChildren(nodes: readonly PlanNode[], parent: number): number[] {
  const children: number[] = [];
  const end = endAt(nodes, parent);
  for (let i = parent + 1; i < end; i = endAt(nodes, i)) children.push(i);
  return children;
}
