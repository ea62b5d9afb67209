import { decodeAscii } from "../bytes/latin1";
import type { LinkedDocument } from "../document/open";
import { type ElementEntry, findElementByKey, findElementByTagNumber } from "../eas/catalogue";
import { TAG_NUMBERS, tagNumber } from "../wbxml/codeSpace";
import {
  closeOf,
  endOf,
  FLAG_ASCII,
  FLAG_IN_ATTRIBUTES,
  flagsOf,
  isElement,
  kindOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
} from "../wbxml/tokenTable";
import { behindChild, contentEnd, contentStart, hasContent, tagNumberAt } from "../wbxml/tree";

const { InlineString, End } = TokenKind; // local names for the loops over all tokens

/**
 * Reads a document's elements by their keys in the catalogue, and their values. A node is a token of the
 * document.
 */
export interface ElementReader {
  /** "AirSync:Sync"; `undefined` for a tag without a name and for other nodes. */
  readonly key: (node: number) => string | undefined;
  /** The catalogue's entry for an element. */
  readonly entry: (node: number) => ElementEntry | undefined;
  /** The element that contains a node, or -1. */
  readonly parent: (node: number) => number;
  /** The direct child elements of an element; if a key is given, only those with that key. */
  readonly children: (node: number, key?: string) => readonly number[];
  /** The first child element with that key, or -1. */
  readonly child: (node: number, key: string) => number;
  /**
   * The text of an element that contains only text, "" if it is empty; `undefined` if it contains elements,
   * opaque data or anything that is not text.
   */
  readonly text: (node: number) => string | undefined;
  /** The text of the child with that key; `undefined` if there is none. */
  readonly childText: (node: number, key: string) => string | undefined;
  /** All elements with a key, in order. */
  readonly all: (key: string) => readonly number[];
}

const readers = new WeakMap<LinkedDocument, ElementReader>();

/** Returns the reader of a document's elements, always the same one. It costs nothing until it is used. */
export function readElements(document: LinkedDocument): ElementReader {
  const known = readers.get(document) ?? elementReader(document);
  readers.set(document, known);
  return known;
}

function elementReader(document: LinkedDocument): ElementReader {
  const { tokens } = document.tree;
  const entry = (node: number): ElementEntry | undefined => findElementByTagNumber(tagNumberAt(tokens, node));
  let lastNode = -1; // several rules ask for the same children in succession
  let lastChildren: readonly number[] = [];
  const children = (node: number, key?: string): readonly number[] => {
    if (key !== undefined) return childElements(tokens, node, findTagNumber(key));
    if (node === lastNode) return lastChildren;
    lastNode = node;
    return (lastChildren = childElements(tokens, node, undefined));
  };
  const byKey = new Map<string, readonly number[]>(); // the elements of each key that was asked for
  const child = (node: number, key: string): number => firstElement(tokens, node, findTagNumber(key));
  const text = textReader(document);
  return {
    key: (node) => entry(node)?.key,
    entry,
    parent: (node) => parentOf(tokens, node),
    children,
    child,
    text,
    childText: (node, key) => {
      const found = child(node, key);
      return found < 0 ? undefined : text(found);
    },
    all: (key) => {
      const found = byKey.get(key) ?? listElementsOfKey(tokens, key);
      byKey.set(key, found);
      return found;
    },
  };
}

/** The tag number of a key; a number that no token has if the key is unknown. */
function findTagNumber(key: string): number {
  const entry = findElementByKey(key);
  return entry === undefined ? TAG_NUMBERS : tagNumber(entry.page, entry.token);
}

function childElements(tokens: TokenTable, node: number, wanted: number | undefined): readonly number[] {
  if (!hasContent(tokens, node)) return [];
  const found: number[] = [];
  const end = contentEnd(tokens, node);
  for (let child = contentStart(tokens, node); child < end; child = behindChild(tokens, child)) {
    if (isElement(tokens, child) && (wanted === undefined || tagNumberAt(tokens, child) === wanted))
      found.push(child);
  }
  return found;
}

/** The first child with a tag, or -1. */
function firstElement(tokens: TokenTable, node: number, wanted: number): number {
  if (!hasContent(tokens, node)) return -1;
  const end = contentEnd(tokens, node);
  for (let child = contentStart(tokens, node); child < end; child = behindChild(tokens, child)) {
    if (tagNumberAt(tokens, child) === wanted) return child;
  }
  return -1;
}

function listElementsOfKey(tokens: TokenTable, key: string): readonly number[] {
  const entry = findElementByKey(key);
  const found: number[] = [];
  if (entry === undefined || !tokens.pagesUsed.includes(entry.page)) return found;
  const wanted = tagNumber(entry.page, entry.token);
  for (let token = 0; token < tokens.count; token++)
    if (tagNumberAt(tokens, token) === wanted) found.push(token);
  return found;
}

/** So many texts are decoded one by one, before it is worth while to decode the whole payload. */
const FEW_TEXTS = 100;

/**
 * Reads the texts of elements. The last one is cached, because several rules ask for the same text in
 * succession.
 */
function textReader(document: LinkedDocument): ElementReader["text"] {
  const { tree } = document;
  const { tokens } = tree;
  let payload: string | undefined; // as Latin-1, to slice ASCII strings from
  let read = 0;
  const readAscii = (from: number, to: number): string => {
    if (payload === undefined && ++read <= FEW_TEXTS) return decodeAscii(tokens.bytes.subarray(from, to));
    payload ??= decodeAscii(tokens.bytes);
    return payload.slice(from, to);
  };
  let last = -1;
  let lastText: string | undefined;
  return (node) => {
    if (node === last) return lastText;
    last = node;
    if (isOneAsciiString(tokens, node))
      lastText = readAscii(endOf(tokens, node) + 1, startOf(tokens, node + 2) - 1);
    else lastText = joinText(document, node);
    return lastText;
  };
}

/**
 * Whether an element contains one terminated inline string of ASCII and nothing else, as nearly all elements
 * with a value do.
 */
function isOneAsciiString(tokens: TokenTable, node: number): boolean {
  const end = node + 2;
  const isAscii = (flagsOf(tokens, node + 1) & (FLAG_ASCII | FLAG_IN_ATTRIBUTES)) === FLAG_ASCII;
  const isAlone =
    kindOf(tokens, node + 1) === InlineString && closeOf(tokens, node) === end && kindOf(tokens, end) === End;
  return isAlone && isAscii && tokens.bytes[startOf(tokens, end) - 1] === 0;
}

function joinText({ tree }: LinkedDocument, node: number): string | undefined {
  const parts: string[] = [];
  for (const child of tree.children(node)) {
    const text = isElement(tree.tokens, child) ? undefined : tree.text(child);
    if (text === undefined) return undefined;
    parts.push(text);
  }
  return parts.join("");
}

const CLASS_HOLDERS: ReadonlySet<string | undefined> = new Set([
  "AirSync:Add",
  "AirSync:Change",
  "AirSync:Delete",
  "AirSync:Fetch",
  "AirSync:Collection",
  "AirSync:Options",
]);

/**
 * The class of the item that contains a node ("SMS", "Email" …), from the nearest Class around it;
 * `undefined` if there is none.
 */
export function itemClassAt(document: LinkedDocument, node: number): string | undefined {
  const { key, parent, childText } = readElements(document);
  for (let holder = node; holder >= 0; holder = parent(holder)) {
    const named = CLASS_HOLDERS.has(key(holder)) ? childText(holder, "AirSync:Class") : undefined;
    if (named !== undefined && named !== "") return named;
  }
  return undefined;
}
