import type { ByteRange } from "../bytes/range";
import { nodeAtByte } from "../document/locate";
import type { LinkedDocument } from "../document/open";
import { childrenOf, type ElementEntry } from "../eas/catalogue";
import { type Direction, directions } from "../eas/direction";
import type { ElementValue, Meaning } from "../eas/elements/element";
import { type StatusEntry, statuses } from "../eas/statuses";
import { readRecurrence } from "../eas/values/recurrence";
import { readValue, type ValueContext, type ValueReading } from "../eas/values/values";
import { inferContext } from "../session/context";
import { itemClassAt, readElements } from "../session/elements";
import { type MessageFacts, messageContext } from "../session/messageContext";
import { isElement, kindOf, nodeRange, parentOf, TokenKind, tokenAt, tokenRange } from "../wbxml/tokenTable";
import { rootElement } from "../wbxml/tree";
import { tokenName } from "./tokenName";
import { isCommandStatus } from "./values";

/**
 * What a value says, beyond its characters: what an enumeration means, what a status asks for, what is
 * inside.
 */
export interface ExplainedValue {
  /** The text as it stands; `undefined` for opaque data. */
  readonly text: string | undefined;
  readonly range: ByteRange;
  /** The value among those the element may have. */
  readonly known: ElementValue | undefined;
  /** Of a Status: its entries for the command, nearest first. */
  readonly statuses: readonly StatusEntry[];
  readonly reading: ValueReading | undefined;
  /**
   * Where the value is a MIME message: what to read it from. Reading it takes time, so that is left to
   * whoever shows it.
   */
  readonly mime: Uint8Array | string | undefined;
}

/** What can be said of one byte of a payload. */
export interface Explanation {
  /** The element the byte belongs to; `undefined` for a header, or a tag without a name. */
  readonly element?: ElementEntry;
  /** What the element means where it stands, where that depends on it. */
  readonly meaning?: Meaning;
  /** "STR_I", "tag", "SWITCH_PAGE" …: the token the byte is part of, and its bytes. */
  readonly token: string;
  readonly tokenRange: ByteRange;
  /**
   * The bytes of the element with all it holds, and of a SWITCH_PAGE in front of it where the byte is of
   * that; or of the token where there is no element.
   */
  readonly byteRange: ByteRange;
  readonly value?: ExplainedValue;
}

/**
 * What can be said of a byte; `undefined` beyond the payload. What is `known` of the message goes before what
 * its elements point to.
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
  const meaning = element && meaningAt(document, holder, element, known);
  const value = element && valueOf(document, holder, { element, meaning, known });
  const whole = nodeRange(tokens, holder);
  return {
    ...about,
    byteRange: { start: Math.min(range.start, whole.start), end: Math.max(range.end, whole.end) },
    ...(element && { element }),
    ...(meaning && { meaning }),
    ...(value && { value }),
  };
}

/**
 * The meaning that fits an element's parent, command and direction best; `undefined` where it has but one.
 */
export function meaningAt(
  document: LinkedDocument,
  node: number,
  { meanings }: ElementEntry,
  known: MessageFacts,
): Meaning | undefined {
  if (meanings.length === 0) return undefined;
  const { command, direction } = messageContext({ http: known, elements: inferContext(document) });
  const parent = parentKey(document, node);
  const itemClass = itemClassAt(document, node) ?? "Email"; // a mail folder's own class is not named
  const fits = (own: string | undefined, here: string | undefined): number =>
    own === undefined ? 0 : own === here ? 1 : -9;
  const scored = meanings.map((meaning) => ({
    meaning,
    score:
      8 * fits(meaning.itemClass, itemClass) +
      4 * fits(meaning.parent, parent) +
      2 * fits(meaning.command, command) +
      (direction === undefined ? 0 : fits(meaning.direction, direction)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score < 0 ? undefined : best.meaning;
}

/** The key of the element that holds a node. */
function parentKey(document: LinkedDocument, node: number): string | undefined {
  const { key, parent } = readElements(document);
  return key(parent(node));
}

/** An element, what it means where it stands, and what is known of its message. */
interface Described {
  readonly element: ElementEntry;
  readonly meaning: Meaning | undefined;
  readonly known: MessageFacts;
}

function valueOf(
  document: LinkedDocument,
  node: number,
  { element, meaning, known: facts }: Described,
): ExplainedValue | undefined {
  const { tree } = document;
  const leaves = tree.children(node);
  const [leaf] = leaves;
  if (element.name === "Recurrence") return recurrenceOf(document, node);
  if (leaf === undefined || leaves.some((child) => isElement(tree.tokens, child))) return undefined;
  const range = tree.data(leaf);
  const text = leaves.length === 1 ? tree.text(leaf) : leaves.map((child) => tree.text(child) ?? "").join("");
  const parent = parentKey(document, node);
  const bytes = tree.tokens.bytes.subarray(range.start, range.end);
  const content = text === undefined ? { bytes } : { text };
  const known = [...(meaning?.values ?? []), ...(element.values ?? [])].find(({ value }) => value === text);
  const around = surroundings(document, node);
  const isMime =
    element.dataType === "mime" || (element.key === "AirSyncBase:Data" && around.bodyType === "4");
  return {
    text,
    range,
    known,
    mime: isMime ? (text ?? bytes) : undefined,
    statuses: isCommandStatus(element) && text !== undefined ? statusesOf(document, text, parent, facts) : [],
    reading: readValue(
      { namespace: element.namespace, name: element.name, ...(parent !== undefined && { parent }) },
      content,
      around,
    ),
  };
}

/** A recurrence is said by its children together. */
function recurrenceOf(document: LinkedDocument, node: number): ExplainedValue {
  const { children, entry, text } = readElements(document);
  const fields = children(node).map((child) => [entry(child)?.name ?? "", text(child)] as const);
  const range = nodeRange(document.tree.tokens, node);
  return {
    text: undefined,
    range,
    known: undefined,
    statuses: [],
    reading: readRecurrence(Object.fromEntries(fields)),
    mime: undefined,
  };
}

/** What lies around a value and decides how it is read: the body's type, the item's class. */
function surroundings(document: LinkedDocument, node: number): ValueContext {
  const { parent, childText } = readElements(document);
  const bodyType = childText(parent(node), "AirSyncBase:Type");
  const itemClass = itemClassAt(document, node);
  return { ...(bodyType !== undefined && { bodyType }), ...(itemClass !== undefined && { itemClass }) };
}

/** A status value's entries for the payload's command: those of this very place first. */
export function statusesOf(
  document: LinkedDocument,
  text: string,
  parent: string | undefined,
  known: MessageFacts,
): readonly StatusEntry[] {
  const context = messageContext({ http: known, elements: inferContext(document) });
  const { command } = context;
  if (command === undefined) return [];
  const direction = directionOfStatus(command, parent) ?? context.direction ?? onlyWhole(document, command);
  const all = statuses(command).filter(
    (entry) =>
      String(entry.value) === text.trim() &&
      (entry.element === undefined || entry.element === parent) &&
      (direction === undefined || (entry.direction ?? "response") === direction),
  );
  return all.toSorted((a, b) => Number(b.element === parent) - Number(a.element === parent));
}

/**
 * The only direction in which a Status may stand inside a parent; it is surer than what all of the payload
 * points to.
 */
function directionOfStatus(command: string, parent: string | undefined): Direction | undefined {
  const may = (way: Direction): boolean =>
    childrenOf(command, way, parent).some(({ element }) => element.name === "Status");
  const [request, response] = [may("request"), may("response")];
  if (request === response) return undefined;
  return request ? "request" : "response";
}

/**
 * The only direction in which the root lacks nothing that must be in it, such as the Status of a response;
 * `undefined` where that is both or neither.
 */
function onlyWhole(document: LinkedDocument, command: string): Direction | undefined {
  const { children, key } = readElements(document);
  const root = rootElement(document.tree.tokens);
  const there = new Set(children(root).map(key));
  const whole = directions.filter((way) => {
    const placed = childrenOf(command, way, key(root) ?? "");
    return (
      placed.length > 0 &&
      placed.every(
        ({ element, place: { min, when } }) => min === 0 || when !== undefined || there.has(element.key),
      )
    );
  });
  return whole.length === 1 ? whole[0] : undefined;
}
