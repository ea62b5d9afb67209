import type { ByteRange } from "../bytes/range";
import { nodeAtByte } from "../document/locate";
import type { LinkedDocument } from "../document/open";
import { type ElementEntry, listChildElements } from "../eas/catalogue";
import { type Direction, directions } from "../eas/direction";
import type { ElementValue, Meaning } from "../eas/elements/element";
import { findStatus, isCommandStatus, type StatusEntry } from "../eas/statuses/statuses";
import { readRecurrence } from "../eas/values/recurrence";
import { readValue, type ValueContext, type ValueReading } from "../eas/values/values";
import { inferContext } from "../session/context";
import { itemClassAt, readElements } from "../session/elements";
import { type MessageFacts, messageContext } from "../session/messageContext";
import { isElement, kindOf, nodeRange, parentOf, TokenKind, tokenAt, tokenRange } from "../wbxml/tokenTable";
import { firstChildren, type Tree } from "../wbxml/tree";
import { tokenName } from "./tokenName";

/**
 * What a value means beyond its characters: the meaning of an enumeration value, the action a status calls
 * for, the content of a structure.
 */
export interface ExplainedValue {
  /** The text as it appears; `undefined` for opaque data. */
  readonly text: string | undefined;
  readonly range: ByteRange;
  /**
   * The entry for the value, if the element has a fixed set of values; for the Status of a command, see
   * `status`.
   */
  readonly known: ElementValue | undefined;
  /** The entry of a Status value at this place. */
  readonly status: StatusEntry | undefined;
  readonly reading: ValueReading | undefined;
  /** For a MIME message: its source. Reading it takes time, so the caller does that when showing it. */
  readonly mime: Uint8Array | string | undefined;
}

/** Where an element stands; `undefined` for what neither the message nor the elements around it determine. */
export interface ElementHere {
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
  /** "AirSync:Options". */
  readonly parent: string | undefined;
  /** The class of the item around it: "SMS", "Email" … */
  readonly itemClass: string | undefined;
  /** The CollectionId of the collection around it. */
  readonly collectionId: string | undefined;
}

/** What is known about one byte of a payload. */
export interface Explanation {
  /** The element that the byte belongs to; `undefined` for the header or a tag without a name. */
  readonly element?: ElementEntry;
  /** Where the element stands. */
  readonly here?: ElementHere;
  /** What the element means in this place, if that depends on the place. */
  readonly meaning?: Meaning;
  /** The token that the byte is part of ("STR_I", "tag", "SWITCH_PAGE" …), and its bytes. */
  readonly token: string;
  readonly tokenRange: ByteRange;
  /**
   * The bytes of the element with all its content, including a preceding SWITCH_PAGE if the byte belongs to
   * it; or those of the token if there is no element.
   */
  readonly byteRange: ByteRange;
  readonly value?: ExplainedValue;
}

/**
 * Explains a byte; `undefined` beyond the payload. What is `known` about the message takes precedence over
 * what its elements suggest.
 */
export function explain(
  document: LinkedDocument,
  byteOffset: number,
  known: MessageFacts = {},
): Explanation | undefined {
  const { tokens } = document.tree;
  const token = tokenAt(tokens, byteOffset);
  if (token < 0) return undefined;
  const range = tokenRange(tokens, token);
  const node = nodeAtByte(document, byteOffset);
  const holder = node >= 0 && !isElement(tokens, node) ? parentOf(tokens, node) : node;
  const about = { token: tokenName(kindOf(tokens, token)), tokenRange: range };
  if (kindOf(tokens, holder) !== TokenKind.Tag)
    return { ...about, byteRange: node >= 0 ? nodeRange(tokens, node) : range };
  const element = readElements(document).entry(holder);
  const meaning = element && findMeaning(document, holder, element, known);
  const value = element && explainValue(document, holder, { element, meaning, known });
  const whole = nodeRange(tokens, holder);
  return {
    ...about,
    byteRange: { start: Math.min(range.start, whole.start), end: Math.max(range.end, whole.end) },
    ...(element && { element, here: describePlace(document, holder, element, known) }),
    ...(meaning && { meaning }),
    ...(value && { value }),
  };
}

function describePlace(
  document: LinkedDocument,
  node: number,
  element: ElementEntry,
  known: MessageFacts,
): ElementHere {
  const { key, parent, childText } = readElements(document);
  let collection = node;
  while (collection >= 0 && !/:(?:Collection|Folder)$/.test(key(collection) ?? ""))
    collection = parent(collection);
  const [namespace = ""] = (key(collection) ?? "").split(":");
  const id = namespace === "Ping" ? "Ping:Id" : `${namespace}:CollectionId`;
  return {
    ...findElementPlace(document, node, element, known),
    itemClass: itemClassAt(document, node),
    collectionId: collection < 0 ? undefined : (childText(collection, id) ?? undefined),
  };
}

/**
 * The meaning that best fits an element's parent, command and direction; `undefined` if it has only one
 * meaning.
 */
export function findMeaning(
  document: LinkedDocument,
  node: number,
  element: ElementEntry,
  known: MessageFacts,
): Meaning | undefined {
  const { meanings } = element;
  if (meanings.length === 0) return undefined;
  const { command, direction, parent } = findElementPlace(document, node, element, known);
  const itemClass = itemClassAt(document, node) ?? "Email"; // a mail folder's own class is not named
  const scoreMatch = (own: string | undefined, here: string | undefined): number =>
    own === undefined ? 0 : own === here ? 1 : -9;
  const scored = meanings.map((meaning) => ({
    meaning,
    score:
      8 * scoreMatch(meaning.itemClass, itemClass) +
      4 * scoreMatch(meaning.parent, parent) +
      2 * scoreMatch(meaning.command, command) +
      (direction === undefined ? 0 : scoreMatch(meaning.direction, direction)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score < 0 ? undefined : best.meaning;
}

/** The key of the element that contains a node. */
function parentKey(document: LinkedDocument, node: number): string | undefined {
  const { key, parent } = readElements(document);
  return key(parent(node));
}

/** An element, its meaning at its place, and what is known about its message. */
interface Described {
  readonly element: ElementEntry;
  readonly meaning: Meaning | undefined;
  readonly known: MessageFacts;
}

function explainValue(
  document: LinkedDocument,
  node: number,
  { element, meaning, known: facts }: Described,
): ExplainedValue | undefined {
  const { tree } = document;
  if (element.name === "Recurrence") return explainRecurrence(document, node);
  const leaves = listLeaves(tree, node);
  const [leaf] = leaves;
  if (leaf === undefined) return undefined;
  const range = tree.data(leaf);
  const text = leaves.length === 1 ? tree.text(leaf) : leaves.map(tree.text).join("");
  const parent = parentKey(document, node);
  const bytes = tree.tokens.bytes.subarray(range.start, range.end);
  const content = text === undefined ? { bytes } : { text };
  const known = isCommandStatus(element)
    ? undefined
    : [...(meaning?.values ?? []), ...(element.values ?? [])].find(({ value }) => value === text);
  const around = readValueContext(document, node);
  const isMime =
    element.dataType === "mime" || (element.key === "AirSyncBase:Data" && around.bodyType === "4");
  return {
    text,
    range,
    known,
    mime: isMime ? (text ?? bytes) : undefined,
    status: text === undefined ? undefined : findStatusOfElement(document, node, text, facts),
    reading: readValue(
      { namespace: element.namespace, name: element.name, ...(parent !== undefined && { parent }) },
      content,
      around,
    ),
  };
}

/** No value has so many leaves, and no element so many kinds of children. */
const MOST_CHILDREN = 1000;

/** The content of an element that contains no others; `[]` for another one. */
function listLeaves({ tokens }: Tree, node: number): readonly number[] {
  const leaves = firstChildren(tokens, node, MOST_CHILDREN + 1);
  return leaves.length > MOST_CHILDREN || leaves.some((leaf) => isElement(tokens, leaf)) ? [] : leaves;
}

/** Explains a recurrence, whose children are read together. */
function explainRecurrence(document: LinkedDocument, node: number): ExplainedValue {
  const { children, entry, text } = readElements(document);
  const fields = children(node).map((child) => [entry(child)?.name ?? "", text(child)] as const);
  const range = nodeRange(document.tree.tokens, node);
  return {
    text: undefined,
    range,
    known: undefined,
    status: undefined,
    reading: readRecurrence(Object.fromEntries(fields)),
    mime: undefined,
  };
}

/** What surrounds a value and affects how it is read: the type of the body, the class of the item. */
function readValueContext(document: LinkedDocument, node: number): ValueContext {
  const { key, parent, childText } = readElements(document);
  const bodyType = key(node) === "AirSyncBase:Data" ? childText(parent(node), "AirSyncBase:Type") : undefined;
  const itemClass = itemClassAt(document, node);
  return { ...(bodyType !== undefined && { bodyType }), ...(itemClass !== undefined && { itemClass }) };
}

/**
 * The status entry for the text of a Status element; `undefined` for other elements and for unknown values.
 */
export function findStatusOfElement(
  document: LinkedDocument,
  node: number,
  text: string,
  known: MessageFacts,
): StatusEntry | undefined {
  const element = readElements(document).entry(node);
  if (element === undefined || !isCommandStatus(element)) return undefined;
  const { command, direction, parent } = findElementPlace(document, node, element, known);
  return command === undefined ? undefined : findStatus({ command, direction, parent }, text);
}

/**
 * The place of an element; `undefined` for what neither the message nor the places of the element determine.
 */
interface ElementPlace {
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
  readonly parent: string | undefined;
}

/**
 * Determines the place of an element. If only one command or direction allows it inside its parent, that is
 * more certain than what the whole message suggests. If the message suggests no direction, it is the one in
 * which the root is complete.
 */
function findElementPlace(
  document: LinkedDocument,
  node: number,
  { places }: ElementEntry,
  known: MessageFacts,
): ElementPlace {
  const parent = parentKey(document, node);
  const inParent = places.filter((place) => place.parent === parent);
  const context = messageContext({ http: known, elements: inferContext(document) });
  const command = context.command ?? only(inParent.map((place) => place.command));
  const inCommand = inParent.filter((place) => place.command === command);
  const direction =
    only(inCommand.map((place) => place.direction)) ??
    context.direction ??
    (command === undefined ? undefined : inferCompleteDirection(document, command));
  return { command, direction, parent };
}

/**
 * The only value in a list, which can occur more than once; `undefined` if there are several values or none.
 */
function only<T>(values: readonly T[]): T | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0] : undefined;
}

/** The keys of the first children of an element: no element has more kinds of them than that. */
function listFirstKeys(document: LinkedDocument, node: number): ReadonlySet<string | undefined> {
  const { tokens } = document.tree;
  const { key } = readElements(document);
  const children = firstChildren(tokens, node, MOST_CHILDREN).filter((child) => isElement(tokens, child));
  return new Set(children.map(key));
}

/**
 * The only direction in which the root has all required children, such as the Status of a response;
 * `undefined` if that is true of both or neither.
 */
function inferCompleteDirection(document: LinkedDocument, command: string): Direction | undefined {
  const { key } = readElements(document);
  const root = document.tree.tokens.rootTag;
  const present = listFirstKeys(document, root);
  const complete = directions.filter((direction) => {
    const placed = listChildElements(command, direction, key(root));
    return (
      placed.length > 0 &&
      placed.every(
        ({ element, place: { min, when } }) => min === 0 || when !== undefined || present.has(element.key),
      )
    );
  });
  return complete.length === 1 ? complete[0] : undefined;
}
