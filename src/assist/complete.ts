import { type ElementEntry, findElementByKey, listChildElements, type PlacedElement } from "../eas/catalogue";
import { easCodeSpace } from "../eas/codeSpace";
import { commands } from "../eas/commands";
import { type Direction, directions } from "../eas/direction";
import type { Place } from "../eas/elements/element";
import { sequences } from "../eas/elements/sequences";
import { type CursorPlace, locateCursor, type Sibling } from "./cursor";
import { listLegalValues } from "./elementValues";
import { type CompletionContext, type PlaceContext, resolvePlaceContext } from "./placeContext";

export { listValues } from "./elementValues";
export type { CompletionContext } from "./placeContext";

/** Something that can be typed at the cursor. */
export interface Completion {
  readonly kind: "element" | "value" | "closing-tag";
  /** What the list shows: the name as written there, or the value. */
  readonly label: string;
  /** The text that replaces the range from `from` to the cursor. */
  readonly insert: string;
  /** Where to put the cursor, in UTF-16 units from the start of `insert`. */
  readonly caret: number;
  readonly from: number;
  /** Whether the element is required there and still missing. */
  readonly required: boolean;
  /** A sentence on what it means. */
  readonly detail: string;
}

/**
 * Suggests what can be typed at an offset of an XML text: child elements, values and closing tags, or whole
 * tags if there is no `<` before the cursor. Required elements come first, then the others in schema order,
 * or by name.
 */
export function complete(xml: string, at: number, context: CompletionContext = {}): Completion[] {
  const place = locateCursor(xml, at);
  switch (place.kind) {
    case "closing":
      return completeClosingTag(place, "");
    case "tag":
      return [...completeChildElements(place, context, ""), ...completeClosingTag(place, "/")];
    case "text":
      return isInValueElement(place)
        ? completeValues(place, context)
        : [...completeChildElements(place, context, "<"), ...completeClosingTag(place, "</")];
    case "none":
      return [];
  }
}

/** An element that can be inserted into another one, as XML ready to insert. */
export interface ChildOffer {
  /** The name as written there. */
  readonly label: string;
  readonly xml: string;
  /** Whether the element is required there and still missing. */
  readonly required: boolean;
  readonly detail: string;
}

/**
 * Lists the elements that can still be inserted into the element whose content ends at this offset, required
 * ones first.
 */
export function offerChildren(
  xml: string,
  contentEnd: number,
  context: CompletionContext = {},
): ChildOffer[] {
  const text = `${xml.slice(0, contentEnd)}<`;
  const place = locateCursor(text, text.length);
  if (place.kind !== "tag") return [];
  return completeChildElements(place, context, "<").map(({ label, insert, required, detail }) => {
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
 * The tag that closes the innermost open element. `opening` is what precedes the name and still has to be
 * typed.
 */
function completeClosingTag({ open, from, isInTag }: CursorPlace, opening: "" | "/" | "</"): Completion[] {
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

/** Whether the innermost open element has a value rather than child elements, as far as is known. */
function isInValueElement({ open }: CursorPlace): boolean {
  if (open.length === 0) return false;
  const element = findElementByKey(open.at(-1)?.key);
  const around = open.at(-2)?.key;
  const here = element?.meanings.find(
    ({ type, parent }) => type !== undefined && parent !== undefined && parent === around,
  );
  return (here?.type ?? element?.dataType) !== "container";
}

/** An element that is allowed at the cursor. */
interface Candidate extends PlacedElement {
  readonly required: boolean;
  /** Its position in the order of the children; `undefined` if there is none. */
  readonly order: number | undefined;
  /** Says which sibling it should have come before or after, if the cursor is on the wrong side of it. */
  readonly outOfOrder: string | undefined;
}

function completeChildElements(
  place: CursorPlace,
  context: CompletionContext,
  opening: "" | "<",
): Completion[] {
  const known = resolvePlaceContext(place, context);
  return findCandidates(place, known)
    .toSorted(compareByUse)
    .map((candidate) => completeElement(place, candidate, opening));
}

/** Puts required elements first and misplaced ones last; otherwise sorts by schema order, or by name. */
function compareByUse(a: Candidate, b: Candidate): number {
  return (
    Number(b.required) - Number(a.required) ||
    Number(a.outOfOrder !== undefined) - Number(b.outOfOrder !== undefined) ||
    (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE) ||
    a.element.name.localeCompare(b.element.name, "en")
  );
}

function findCandidates(place: CursorPlace, known: PlaceContext): Candidate[] {
  const siblings = [...place.before, ...place.after];
  const isRoot = place.open.length === 0;
  if (isRoot && siblings.length > 0) return [];
  const countPresent = (element: ElementEntry): number =>
    siblings.filter(({ key }) => key === element.key).length;
  const byDirection = directions
    .filter((direction) => known.direction === undefined || known.direction === direction)
    .map((direction) => (isRoot ? findRoots(direction, known) : findChildren(direction, place, known)))
    .filter((found) => found.length > 0);
  const best = new Map<ElementEntry, PlacedElement>();
  for (const child of byDirection.flat()) {
    if (countPresent(child.element) >= child.place.max) continue;
    const other = best.get(child.element);
    if (other === undefined || child.place.min > other.place.min) best.set(child.element, child);
  }
  const isRequired = (element: ElementEntry): boolean =>
    (!isRoot || known.command !== undefined) &&
    byDirection.every((found) =>
      found.some(
        (child) =>
          child.element === element &&
          canBeRequired(child.place, known) &&
          child.place.min > countPresent(element),
      ),
    );
  const order = findOrder(place, known);
  return [...best.values()].map((child) => ({
    ...child,
    required: isRequired(child.element),
    order: order.get(child.element.key),
    outOfOrder: describeMisplacement(child.element, place, order),
  }));
}

/**
 * Whether to treat the place as required. An element that only some item classes need is required once the
 * class is known, and one that only old versions need once the version is known.
 */
function canBeRequired({ classes, versions }: Place, { itemClass, version }: PlaceContext): boolean {
  const isStill = version !== undefined || versions === undefined || versions.includes("16.1");
  return isStill && (classes === undefined || itemClass !== undefined);
}

function findRoots(direction: Direction, { command, version }: PlaceContext): PlacedElement[] {
  return commands
    .filter((one) => command === undefined || one === command)
    .filter(
      ({ since, until, wbxmlSince = since }) => version === undefined || isWithin(version, wbxmlSince, until),
    )
    .flatMap(({ name }) => listChildElements(name, direction, undefined));
}

/** Compares versions as numbers: 2.5, 12.0 … 16.1. */
function isWithin(version: string, since: string, until = version): boolean {
  return Number(version) >= Number(since) && Number(version) <= Number(until);
}

function findChildren(
  direction: Direction,
  { open }: CursorPlace,
  { command, version, itemClass }: PlaceContext,
): PlacedElement[] {
  const around = open.at(-2)?.key;
  return listChildElements(command?.name, direction, open.at(-1)?.key ?? "?").filter(
    ({ element, place: { versions = element.versions, classes, grandparent } }) =>
      (version === undefined || versions.includes(version)) &&
      (itemClass === undefined || classes === undefined || classes.includes(itemClass)) &&
      (grandparent === undefined || around === undefined || grandparent === around),
  );
}

/** The positions of the children in the order of their parent, by key; empty if there is no order. */
function findOrder(
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

/**
 * Names the sibling that an element has to come before or after, if the cursor is on the wrong side of it.
 */
function describeMisplacement(
  { key }: ElementEntry,
  { before, after }: CursorPlace,
  order: ReadonlyMap<string | undefined, number>,
): string | undefined {
  const own = order.get(key);
  if (own === undefined) return undefined;
  const isAt = (sign: number) => (sibling: Sibling) => sign * ((order.get(sibling.key) ?? own) - own) > 0;
  const earlier = before.find(isAt(1))?.key;
  const later = after.findLast(isAt(-1))?.key;
  if (earlier !== undefined) return `before ${getLocalName(earlier)}`;
  return later === undefined ? undefined : `after ${getLocalName(later)}`;
}

function getLocalName(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

function completeElement(place: CursorPlace, candidate: Candidate, opening: "" | "<"): Completion {
  const { element, required, outOfOrder } = candidate;
  const { label, declaration } = writeName(place, element);
  const notes = [candidate.place.when, outOfOrder && `belongs ${outOfOrder}`].filter(
    (note) => note !== undefined,
  );
  const detail = notes.length === 0 ? element.summary : `${element.summary} (${notes.join("; ")})`;
  const start = `${opening}${label}${place.isInTag ? "" : declaration}`;
  const isEmpty = element.dataType === "empty" || isNameOnly(candidate.place);
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

/** Whether the parent only lists names of properties; such an element has no value. */
function isNameOnly({ parent }: Place): boolean {
  return parent === "AirSync:Supported" || parent === "ItemOperations:Schema";
}

/**
 * The element's name with a prefix that is bound to its namespace at the cursor, or the declaration to add if
 * there is none.
 */
function writeName(
  { prefixes, open }: CursorPlace,
  { namespace, name }: ElementEntry,
): { label: string; declaration: string } {
  const isNamespace = (declared: string | undefined): boolean =>
    declared !== undefined && easCodeSpace.pageOf(declared)?.namespace === namespace;
  const declaration = ` xmlns="${namespace}"`;
  if (open.length === 0) return { label: name, declaration };
  if (isNamespace(prefixes.get(""))) return { label: name, declaration: "" };
  // prefixes declared in the text come after the default ones
  const prefix = [...prefixes].findLast(([own, declared]) => own !== "" && isNamespace(declared))?.[0];
  return prefix === undefined
    ? { label: name, declaration }
    : { label: `${prefix}:${name}`, declaration: "" };
}

function completeValues(place: CursorPlace, context: CompletionContext): Completion[] {
  const { open, before, after, from } = place;
  const element = findElementByKey(open.at(-1)?.key);
  if (element === undefined || before.length + after.length > 0) return [];
  const { command, ...known } = resolvePlaceContext(place, context);
  return listLegalValues(element, open.at(-2)?.key, { ...known, command: command?.name }).map(
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
