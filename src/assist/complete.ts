import { childrenOf, type ElementEntry, elementOfKey, type PlacedElement } from "../eas/catalogue";
import { easCodeSpace } from "../eas/codeSpace";
import { commands } from "../eas/commands";
import { type Direction, directions } from "../eas/direction";
import type { Place } from "../eas/elements/element";
import { sequences } from "../eas/elements/sequences";
import { type CursorPlace, cursorPlace, type Sibling } from "./cursor";
import { type CompletionContext, type PlaceContext, placeContext } from "./placeContext";
import { legalValues } from "./values";

export type { CompletionContext } from "./placeContext";
export { valuesOf } from "./values";

/** Something that may be typed at one place. */
export interface Completion {
  readonly kind: "element" | "value" | "closing-tag";
  /** What a list shows: the name as it is written there, or the value. */
  readonly label: string;
  /** What replaces the text from `from` up to the cursor. */
  readonly insert: string;
  /** Where the cursor goes, in UTF-16 units from the beginning of `insert`. */
  readonly caret: number;
  readonly from: number;
  /** The element must stand there, and does not yet. */
  readonly required: boolean;
  /** What it means, in a sentence. */
  readonly detail: string;
}

/**
 * What may be typed at an offset of an XML text: child elements, values, closing tags; whole tags where no
 * `<` stands before the cursor. Required elements first; then in the order in which they must come, or by
 * name.
 */
export function complete(xml: string, at: number, context: CompletionContext = {}): Completion[] {
  const place = cursorPlace(xml, at);
  switch (place.kind) {
    case "closing":
      return closingTag(place, "");
    case "tag":
      return [...childElements(place, context, ""), ...closingTag(place, "/")];
    case "text":
      return isLeaf(place)
        ? valuesAt(place, context)
        : [...childElements(place, context, "<"), ...closingTag(place, "</")];
    case "none":
      return [];
  }
}

/** An element that may be put into another, as XML that can stand there. */
export interface ChildOffer {
  /** The name as it is written there. */
  readonly label: string;
  readonly xml: string;
  /** It must stand there, and does not yet. */
  readonly required: boolean;
  readonly detail: string;
}

/**
 * What may still be put into the element whose content ends at an offset of an XML text; required elements
 * first.
 */
export function childOffers(xml: string, contentEnd: number, context: CompletionContext = {}): ChildOffer[] {
  const text = `${xml.slice(0, contentEnd)}<`;
  const place = cursorPlace(text, text.length);
  if (place.kind !== "tag") return [];
  return childElements(place, context, "<").map(({ label, insert, required, detail }) => {
    const prefix = /^([\w.-]+):/.exec(label)?.[1];
    const namespace = prefix === undefined ? undefined : place.prefixes.get(prefix);
    const isDeclared = prefix === undefined || namespace === undefined || text.includes(`xmlns:${prefix}=`);
    return {
      label,
      xml: isDeclared ? insert : insert.replace(label, `${label} xmlns:${prefix}="${namespace}"`),
      required,
      detail,
    };
  });
}

/**
 * The tag that closes the innermost open element; `opening` is what of it stands in front of the name and is
 * yet to be typed.
 */
function closingTag({ open, from, isInTag }: CursorPlace, opening: "" | "/" | "</"): Completion[] {
  const inner = open.at(-1);
  if (inner === undefined || (isInTag && opening !== "")) return [];
  const label = opening === "" ? inner.written : `/${inner.written}`;
  const insert = `${opening}${inner.written}${isInTag ? "" : ">"}`;
  return [
    {
      kind: "closing-tag",
      label,
      insert,
      caret: insert.length,
      from,
      required: false,
      detail: `Closes ${inner.written}`,
    },
  ];
}

/** Whether the innermost open element holds a value and not elements, as far as is known. */
function isLeaf({ open }: CursorPlace): boolean {
  if (open.length === 0) return false;
  const element = elementOfKey(open.at(-1)?.key ?? "");
  const around = open.at(-2)?.key;
  const here = element?.meanings.find(
    ({ type, parent }) => type !== undefined && parent !== undefined && parent === around,
  );
  return (here?.type ?? element?.dataType) !== "container";
}

/** An element that may stand at the cursor. */
interface Candidate extends PlacedElement {
  readonly required: boolean;
  /** Its place in the order of the children; `undefined` where there is none. */
  readonly order: number | undefined;
  /** A sibling in front of which it should have come, or behind. */
  readonly outOfOrder: string | undefined;
}

function childElements(place: CursorPlace, context: CompletionContext, opening: "" | "<"): Completion[] {
  const known = placeContext(place, context);
  return candidates(place, known)
    .toSorted(byUse)
    .map((candidate) => elementCompletion(place, candidate, opening));
}

/** Required ones first, those that are too late last; then in their order, or by name. */
function byUse(a: Candidate, b: Candidate): number {
  return (
    Number(b.required) - Number(a.required) ||
    Number(a.outOfOrder !== undefined) - Number(b.outOfOrder !== undefined) ||
    (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE) ||
    a.element.name.localeCompare(b.element.name, "en")
  );
}

function candidates(place: CursorPlace, known: PlaceContext): Candidate[] {
  const siblings = [...place.before, ...place.after];
  const isRoot = place.open.length === 0;
  if (isRoot && siblings.length > 0) return [];
  const there = (element: ElementEntry): number => siblings.filter(({ key }) => key === element.key).length;
  const ways = directions
    .filter((way) => known.direction === undefined || known.direction === way)
    .map((way) => (isRoot ? roots(way, known) : childrenAt(way, place, known)))
    .filter((found) => found.length > 0);
  const best = new Map<ElementEntry, PlacedElement>();
  for (const child of ways.flat()) {
    if (there(child.element) >= child.place.max) continue;
    const other = best.get(child.element);
    if (other === undefined || child.place.min > other.place.min) best.set(child.element, child);
  }
  const isRequired = (element: ElementEntry): boolean =>
    (!isRoot || known.command !== undefined) &&
    ways.every((found) =>
      found.some(
        (child) =>
          child.element === element && isDemanded(child.place, known) && child.place.min > there(element),
      ),
    );
  const order = orderAt(place, known);
  return [...best.values()].map((child) => ({
    ...child,
    required: isRequired(child.element),
    order: order.get(child.element.key),
    outOfOrder: lateness(child.element, place, order),
  }));
}

/**
 * What only items of some class must have is demanded where the class is known, and what old versions alone
 * ask for where the version is.
 */
function isDemanded({ classes, versions }: Place, { itemClass, version }: PlaceContext): boolean {
  const isStill = version !== undefined || versions === undefined || versions.includes("16.1");
  return isStill && (classes === undefined || itemClass !== undefined);
}

function roots(way: Direction, { command, version }: PlaceContext): PlacedElement[] {
  return commands
    .filter((one) => command === undefined || one === command)
    .filter(
      ({ since, until, wbxmlSince = since }) => version === undefined || isWithin(version, wbxmlSince, until),
    )
    .flatMap(({ name }) => childrenOf(name, way, undefined));
}

/** Versions compare as numbers do: 2.5, 12.0 … 16.1. */
function isWithin(version: string, since: string, until = version): boolean {
  return Number(version) >= Number(since) && Number(version) <= Number(until);
}

function childrenAt(
  way: Direction,
  { open }: CursorPlace,
  { command, version, itemClass }: PlaceContext,
): PlacedElement[] {
  const around = open.at(-2)?.key;
  return childrenOf(command?.name ?? "", way, open.at(-1)?.key ?? "?").filter(
    ({ element, place: { versions = element.versions, classes, grandparent } }) =>
      (version === undefined || versions.includes(version)) &&
      (itemClass === undefined || classes === undefined || classes.includes(itemClass)) &&
      (grandparent === undefined || around === undefined || grandparent === around),
  );
}

/** The places that the children have in the order of their parent, by key; empty where they have none. */
function orderAt(
  { open }: CursorPlace,
  { command, direction, version }: PlaceContext,
): ReadonlyMap<string, number> {
  const parent = open.at(-1)?.key;
  const fixed = sequences.find(
    (one) =>
      one.command === command?.name &&
      one.parent === parent &&
      (direction === undefined || one.direction === direction) &&
      (version === undefined || one.versions === undefined || one.versions.includes(version)),
  );
  return new Map(fixed?.children.map((key, index) => [key, index]));
}

/** Before or behind which sibling an element has to come, where the cursor is on the wrong side of it. */
function lateness(
  { key }: ElementEntry,
  { before, after }: CursorPlace,
  order: ReadonlyMap<string, number>,
): string | undefined {
  const own = order.get(key);
  if (own === undefined) return undefined;
  const isAt = (sign: number) => (sibling: Sibling) =>
    sign * ((order.get(sibling.key ?? "") ?? own) - own) > 0;
  const earlier = before.find(isAt(1))?.key;
  const later = after.findLast(isAt(-1))?.key;
  if (earlier !== undefined) return `in front of ${nameOf(earlier)}`;
  return later === undefined ? undefined : `behind ${nameOf(later)}`;
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

function elementCompletion(place: CursorPlace, candidate: Candidate, opening: "" | "<"): Completion {
  const { element, required, outOfOrder } = candidate;
  const { label, declaration } = writtenName(place, element);
  const notes = [candidate.place.when, outOfOrder && `its place is ${outOfOrder}`].filter(
    (note) => note !== undefined,
  );
  const detail = notes.length === 0 ? element.summary : `${element.summary} (${notes.join("; ")})`;
  const start = `${opening}${label}${place.isInTag ? "" : declaration}`;
  const isEmpty = element.dataType === "empty" || isNamedOnly(candidate.place);
  const [head, rest] = place.isInTag
    ? [start, ""]
    : isEmpty
      ? [`${start}/>`, ""]
      : [`${start}>`, `</${label}>`];
  return {
    kind: "element",
    label,
    insert: head + rest,
    caret: head.length,
    from: place.from,
    required,
    detail,
  };
}

/** Elements that only name properties; what is named has no value. */
function isNamedOnly({ parent }: Place): boolean {
  return parent === "AirSync:Supported" || parent === "ItemOperations:Schema";
}

/**
 * The element's name with a prefix that its namespace has at the cursor, and the declaration that it needs
 * where it has none.
 */
function writtenName(
  { prefixes, open }: CursorPlace,
  { namespace, name }: ElementEntry,
): { label: string; declaration: string } {
  const isNamespace = (declared: string | undefined): boolean =>
    declared !== undefined && easCodeSpace.pageOf(declared)?.namespace === namespace;
  const declaration = ` xmlns="${namespace}"`;
  if (open.length === 0) return { label: name, declaration };
  if (isNamespace(prefixes.get(""))) return { label: name, declaration: "" };
  // those that the text declares stand behind the usual ones
  const prefix = [...prefixes].findLast(([own, declared]) => own !== "" && isNamespace(declared))?.[0];
  return prefix === undefined
    ? { label: name, declaration }
    : { label: `${prefix}:${name}`, declaration: "" };
}

function valuesAt(place: CursorPlace, context: CompletionContext): Completion[] {
  const { open, before, after, from } = place;
  const element = elementOfKey(open.at(-1)?.key ?? "");
  if (element === undefined || before.length + after.length > 0) return [];
  const { command, ...known } = placeContext(place, context);
  return legalValues(element, open.at(-2)?.key, { ...known, command: command?.name }).map(
    ({ value, name, meaning }) => ({
      kind: "value",
      label: value,
      insert: value,
      caret: value.length,
      from,
      required: false,
      detail: name === undefined ? meaning : `${name}: ${meaning}`,
    }),
  );
}
