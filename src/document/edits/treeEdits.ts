import type { TextRange } from "../../bytes/range";
import { utf8 } from "../../bytes/text";
import { replaceText } from "../../bytes/textEdit";
import { kindOf, TokenKind } from "../../wbxml/tokenTable";
import { opaqueNotation, textNotation } from "../notation/leaf";
import type { LinkedDocument } from "../open";
import { planXml } from "../plan/fromXml";
import { listChildren, type PlanElement, type PlanNode } from "../plan/plan";
import { changeMixed, type Item, isInMixed } from "./mixed";
import {
  asElement,
  findLineBefore,
  findOwnLine,
  findPlace,
  leadingLayout,
  readTagName,
  type TextPlace,
  type TreeEdit,
} from "./place";

// Edits of the tree, as edits of the XML text. As with every edit of the text, everything they don't touch
// keeps its bytes. Each function returns `undefined` if the edit does not apply.

const INDENT = "  ";

/** A value in the notation of a leaf: text as an inline string, bytes as opaque data. */
function valueItem(value: string | Uint8Array): Item {
  return typeof value === "string"
    ? { xml: textNotation(value), isText: true }
    : { xml: opaqueNotation(value), isText: false };
}

/** Sets the content of an element, or a leaf, to a value. An empty text leaves the element empty. */
export function setValue(
  document: LinkedDocument,
  token: number,
  value: string | Uint8Array,
): TreeEdit | undefined {
  const place = findPlace(document, token);
  if (place === undefined) return undefined;
  const items = value === "" ? [] : [valueItem(value)];
  const element = asElement(place);
  if (element === undefined) return changeMixed(place, (before, at) => before.toSpliced(at, 1, ...items));
  const notation = items.map(({ xml }) => xml).join("");
  if (isSelfClosing(element))
    return {
      text: replaceText(place.text, element.range, openTag(place, element, notation)),
      at: element.tag.from,
    };
  return {
    text: replaceText(place.text, { from: element.tag.to, to: element.closing.from }, notation),
    at: element.tag.from,
  };
}

/** Removes a node with its content and its line. Not for the root: a payload can't be without it. */
export function removeNode(document: LinkedDocument, token: number): TreeEdit | undefined {
  const place = findPlace(document, token);
  const parent = place?.nodes[place.node.parent];
  if (place === undefined || parent === undefined) return undefined;
  if (isInMixed(place)) return changeMixed(place, (items, at) => items.toSpliced(at, 1));
  const { text, nodes, node } = place;
  const { to } = node.range;
  const from = node.range.from - leadingLayout(place).length;
  const next = nodes[node.end];
  const at = next?.parent === node.parent ? from + next.range.from - to : parent.range.from;
  return { text: replaceText(text, { from, to }, ""), at };
}

/** Duplicates a node and puts the copy after it. Not for the root. */
export function duplicateNode(document: LinkedDocument, token: number): TreeEdit | undefined {
  const place = findPlace(document, token);
  if (place === undefined || place.node.parent < 0) return undefined;
  if (isInMixed(place))
    return changeMixed(place, (items, at) => items.toSpliced(at, 0, ...items.slice(at, at + 1)), 1);
  const { range } = place.node;
  const line = leadingLayout(place);
  const copy = line + place.text.slice(range.from, range.to);
  return {
    text: replaceText(place.text, { from: range.to, to: range.to }, copy),
    at: range.to + line.length,
  };
}

/** Swaps a node with the one before or after it in the same element. */
export function moveNode(
  document: LinkedDocument,
  token: number,
  direction: "up" | "down",
): TreeEdit | undefined {
  const place = findPlace(document, token);
  if (place === undefined || place.node.parent < 0) return undefined;
  const { text, nodes, node, index } = place;
  const siblings = listChildren(nodes, node.parent);
  const step = direction === "up" ? -1 : 1;
  const other = nodes[siblings[siblings.indexOf(index) + step] ?? -1];
  if (other === undefined) return undefined;
  if (isInMixed(place)) return changeMixed(place, (items, at) => swap(items, Math.min(at, at + step)), step);
  const [first, second] = direction === "up" ? [other.range, node.range] : [node.range, other.range];
  const between = text.slice(first.to, second.from);
  const behind = text.slice(second.from, second.to);
  const at = direction === "up" ? first.from : first.from + behind.length + between.length;
  return {
    text: replaceText(
      text,
      { from: first.from, to: second.to },
      behind + between + text.slice(first.from, first.to),
    ),
    at,
  };
}

function swap<T>(items: readonly T[], at: number): readonly T[] {
  return [
    ...items.slice(0, at),
    ...items.slice(at + 1, at + 2),
    ...items.slice(at, at + 1),
    ...items.slice(at + 2),
  ];
}

/** Inserts an element's XML into another element as its last child. */
export function appendChild(document: LinkedDocument, parent: number, xml: string): TreeEdit | undefined {
  const place = findPlace(document, parent);
  const element = place && asElement(place);
  if (place === undefined || element === undefined) return undefined;
  const last = listChildren(place.nodes, place.index).at(-1);
  if (last !== undefined)
    return insertBehind(document, { ...place, index: last, node: place.nodes[last] ?? element }, xml);
  const line = findOwnLine(place) ?? "\n";
  const inside = `${line}${INDENT}${indent(document, xml, line + INDENT)}${line}`;
  const before = line.length + INDENT.length;
  if (!isSelfClosing(element))
    return {
      text: replaceText(place.text, { from: element.tag.to, to: element.closing.from }, inside),
      at: element.tag.to + before,
    };
  const whole = openTag(place, element, inside);
  return {
    text: replaceText(place.text, element.range, whole),
    at: element.tag.from + whole.indexOf(">") + 1 + before,
  };
}

/** Inserts an element's XML after a node, in the same parent. Not after the root. */
export function insertAfter(document: LinkedDocument, token: number, xml: string): TreeEdit | undefined {
  const place = findPlace(document, token);
  return place === undefined || place.node.parent < 0 ? undefined : insertBehind(document, place, xml);
}

/** Inserts an element's XML before a node, in the same parent. Not before the root. */
export function insertBefore(document: LinkedDocument, token: number, xml: string): TreeEdit | undefined {
  const place = findPlace(document, token);
  if (place === undefined || place.node.parent < 0) return undefined;
  if (isInMixed(place))
    return changeMixed(place, (items, at) => items.toSpliced(at, 0, { xml, isText: false }));
  const { from } = place.node.range;
  const line = leadingLayout(place);
  return { text: replaceText(place.text, { from, to: from }, indent(document, xml, line) + line), at: from };
}

/** Replaces a node by an element's XML. */
export function replaceNode(document: LinkedDocument, token: number, xml: string): TreeEdit | undefined {
  const place = findPlace(document, token);
  if (place === undefined) return undefined;
  if (place.node.parent >= 0 && isInMixed(place))
    return changeMixed(place, (items, at) => items.toSpliced(at, 1, { xml, isText: false }));
  const { from } = place.node.range;
  return {
    text: replaceText(place.text, place.node.range, indent(document, xml, leadingLayout(place))),
    at: from,
  };
}

function insertBehind(document: LinkedDocument, place: TextPlace, xml: string): TreeEdit | undefined {
  if (isInMixed(place))
    return changeMixed(place, (items, at) => items.toSpliced(at + 1, 0, { xml, isText: false }), 1);
  const { to } = place.node.range;
  const line = leadingLayout(place);
  return {
    text: replaceText(place.text, { from: to, to }, line + indent(document, xml, line)),
    at: to + line.length,
  };
}

/**
 * Turns a leaf, or the only leaf of an element, from an inline string into opaque data with the same bytes.
 */
export function toOpaque(document: LinkedDocument, leaf: number): TreeEdit | undefined {
  return kindOf(document.tree.tokens, leaf) === TokenKind.InlineString
    ? setValue(document, leaf, readData(document, leaf))
    : undefined;
}

/**
 * Turns opaque data into an inline string; also `undefined` if the bytes are not text that an inline string
 * can hold.
 */
export function toInlineString(document: LinkedDocument, leaf: number): TreeEdit | undefined {
  if (kindOf(document.tree.tokens, leaf) !== TokenKind.Opaque) return undefined;
  const text = utf8.decode(readData(document, leaf));
  if (text === undefined || text.includes("\0")) return undefined;
  const place = findPlace(document, leaf);
  return place && changeMixed(place, (items, at) => items.toSpliced(at, 1, valueItem(text)));
}

function readData({ tree, bytes }: LinkedDocument, leaf: number): Uint8Array {
  const { start, end } = tree.data(leaf);
  return bytes.subarray(start, end);
}

/**
 * Adds the content bit and END to an empty element that lacks them, or removes them from one that has them.
 */
export function toggleContent(document: LinkedDocument, token: number): TreeEdit | undefined {
  const place = findPlace(document, token);
  const element = place && asElement(place);
  if (place === undefined || element === undefined || place.nodes[place.index + 1]?.parent === place.index)
    return undefined;
  const tag = place.text.slice(element.tag.from, element.tag.to);
  const text = isSelfClosing(element) ? openTag(place, element, "") : `${tag.slice(0, -1).trimEnd()}/>`;
  return { text: replaceText(place.text, element.range, text), at: element.tag.from };
}

function isSelfClosing({ tag, closing }: PlanElement): boolean {
  return closing.from === closing.to && closing.from === tag.to;
}

/** A self-closing element with a closing tag and new content. */
function openTag({ text }: TextPlace, element: PlanElement, content: string): string {
  const tag = text.slice(element.tag.from, element.tag.to - "/>".length).trimEnd();
  return `${tag}>${content}</${readTagName(text, element)}>`;
}

/**
 * An XML text whose lines are indented like the line it is inserted at. Lines inside values stay unchanged.
 */
function indent({ codeSpace }: LinkedDocument, xml: string, line: string): string {
  if (line === "" || !xml.includes("\n")) return xml;
  const { nodes } = planXml(xml, codeSpace);
  const places = nodes.flatMap((node, i) =>
    node.kind === "leaf"
      ? []
      : [findLine(xml, node.tag.from, nodes[i - 1]), findLine(xml, node.closing.from, nodes[node.end - 1])],
  );
  const lines = places.filter((place) => place !== undefined).toSorted((one, other) => one.from - other.from);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, own } of lines) {
    parts.push(xml.slice(at, from), line + own);
    at = to;
  }
  return parts.join("") + xml.slice(at);
}

interface Line extends TextRange {
  /** Its indentation. */
  readonly own: string;
}

function findLine(xml: string, at: number, before: PlanNode | undefined): Line | undefined {
  const found = findLineBefore(xml, at, before);
  return found === undefined
    ? undefined
    : { from: at - found.length, to: at, own: found.replace(/^\r?\n/, "") };
}
