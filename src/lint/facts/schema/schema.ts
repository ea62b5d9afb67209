import {
  type ElementEntry,
  elements,
  findElementByTagNumber,
  listChildElements,
} from "../../../eas/catalogue";
import { commands } from "../../../eas/commands";
import { type Direction, directions } from "../../../eas/direction";
import { MAY_BE_EMPTY } from "../../../eas/elements/element";
import { tagNumber } from "../../../wbxml/codeSpace";
import { endOf, kindOf, startOf, TokenKind, type TokenTable } from "../../../wbxml/tokenTable";
import { behindChild, contentEnd, contentStart, hasContent, tagNumberAt } from "../../../wbxml/tree";
import type { MessageView } from "../../view";

const { Tag, InlineString, End } = TokenKind; // local names for the loops over all tokens

/*
 * For each element, the catalogue lists the places where it is allowed. Checking a message needs the reverse:
 * what each element may contain. The catalogue's places for a command and direction are therefore compiled
 * once into a table that maps the tag of a holder to slots, one for each tag that it may contain, with the
 * minimum and maximum number of each. One walk then checks a message: the children of an element are counted
 * by slot, and a child without a slot, one too many, or one missing at the end is a violation. The check
 * compares no names and allocates nothing for valid elements.
 */

/** What is allowed of an element inside one holder: the union of the catalogue's places for it there. */
interface Allowed {
  readonly entry: ElementEntry;
  /** The lowest minimum and the highest maximum of those places; the minimum is 0 if a condition applies. */
  readonly min: number;
  readonly max: number;
  /** Whether it is required and must have a value. */
  readonly needsValue: boolean;
}

/** What an element may contain. */
interface Inside {
  readonly allowed: readonly Allowed[];
  /** By tag number, the 1-based index in `allowed`; 0 for a tag that is not allowed. */
  readonly slots: Uint16Array;
  /** The slots of the required elements. */
  readonly required: readonly number[];
}

/** By tag (0 for the parent of the root): what it may contain. */
type Schema = readonly (Inside | undefined)[];

/** Greater than any tag number in the catalogue. */
const KNOWN_TAGS = elements().reduce(
  (most, { page, token }) => Math.max(most, tagNumber(page, token) + 1),
  0,
);

const knownSchemas = new Map<string, Schema>();

/** Finds what a command's request or response may contain; both together if the direction is unknown. */
function findSchema(command: string, direction: Direction | undefined): Schema {
  const name = `${command} ${direction ?? "either"}`;
  const known =
    knownSchemas.get(name) ?? compileSchema(command, direction === undefined ? directions : [direction]);
  knownSchemas.set(name, known);
  return known;
}

function compileSchema(command: string, among: readonly Direction[]): Schema {
  const schema = new Array<Inside | undefined>(KNOWN_TAGS).fill(undefined);
  const waiting: (ElementEntry | undefined)[] = [undefined];
  for (let index = 0; index < waiting.length; index++) {
    const parent = waiting[index];
    const allowed = listAllowed(command, among, parent);
    schema[parent === undefined ? 0 : tagNumber(parent.page, parent.token)] = compileInside(allowed);
    for (const { entry } of allowed) if (!waiting.includes(entry)) waiting.push(entry);
  }
  return schema;
}

function compileInside(allowed: readonly Allowed[]): Inside {
  const slots = new Uint16Array(KNOWN_TAGS);
  allowed.forEach(({ entry }, index) => {
    slots[tagNumber(entry.page, entry.token)] = index + 1;
  });
  return { allowed, slots, required: allowed.flatMap(({ min }, index) => (min > 0 ? [index + 1] : [])) };
}

/**
 * Elements of which a request lists at least one. The catalogue's condition for them is a limit of the
 * server, so it does not make them optional.
 */
const LISTED: ReadonlySet<string> = new Set([
  "GetItemEstimate:Collection",
  "Move:Move",
  "MeetingResponse:Request",
  "ResolveRecipients:To",
]);

function listAllowed(
  command: string,
  among: readonly Direction[],
  parent: ElementEntry | undefined,
): readonly Allowed[] {
  const allowed = new Map<ElementEntry, Allowed>();
  const placed = among.flatMap((direction) => listChildElements(command, direction, parent?.key));
  for (const { element } of placed) {
    if (allowed.has(element)) continue;
    const places = placed.filter((other) => other.element === element).map(({ place }) => place);
    const isConditional =
      !LISTED.has(element.key) &&
      places.some(({ when, classes }) => when !== undefined || classes !== undefined);
    const isOfSomeVersions = places.some(
      ({ versions = element.versions }) =>
        parent?.versions.some((version) => !versions.includes(version)) ?? false,
    );
    const min =
      isConditional || isOfSomeVersions || among.length > 1
        ? 0
        : Math.min(...places.map((place) => place.min));
    const max = Math.max(...places.map((place) => place.max));
    allowed.set(element, { entry: element, min, max, needsValue: min > 0 && needsValue(element) });
  }
  return [...allowed.values()];
}

interface CountedViolation {
  readonly node: number;
  readonly entry: ElementEntry;
  /** How many it stands for: itself, and those of its kind that are not listed. 1 if missing. */
  readonly count?: number;
}

/** One way in which an element violates its schema. */
export type SchemaViolation =
  | (CountedViolation & { readonly kind: "misplaced"; readonly parent: ElementEntry })
  | (CountedViolation & { readonly kind: "missing" | "empty" })
  | (CountedViolation & { readonly kind: "too-many"; readonly max: number });

/**
 * At most this many of one kind are listed, more than are shown: a broken payload can have millions, which
 * would need gigabytes.
 */
const MAX_LISTED = 2000;

/** The violations that were found, and how many of each kind. */
interface Violations {
  readonly listed: SchemaViolation[];
  readonly counts: Record<SchemaViolation["kind"], number>;
}

function add(found: Violations, violation: SchemaViolation): void {
  if (++found.counts[violation.kind] <= MAX_LISTED) found.listed.push(violation);
}

/** The list; the last of each kind stands for those that are not in it. */
function listViolations({ listed, counts }: Violations): readonly SchemaViolation[] {
  for (const kind of ["misplaced", "missing", "empty", "too-many"] as const) {
    const more = counts[kind] - MAX_LISTED;
    if (more <= 0) continue;
    const at = listed.findLastIndex((one) => one.kind === kind);
    const last = listed[at];
    if (last !== undefined) listed[at] = { ...last, count: more + 1 };
  }
  return listed;
}

const knownViolations = new WeakMap<MessageView, readonly SchemaViolation[]>();

/**
 * Finds what violates a message's schema, in element order; computed once per message. `[]` for an unknown
 * command.
 */
export function findSchemaViolations(view: MessageView): readonly SchemaViolation[] {
  const known = knownViolations.get(view) ?? findViolations(view);
  knownViolations.set(view, known);
  return known;
}

function findViolations(view: MessageView): readonly SchemaViolation[] {
  const { command, direction, document } = view;
  if (command === undefined || !commands.some(({ name }) => name === command)) return [];
  const schema = findSchema(command, direction);
  const { tokens } = document.tree;
  const counts = new Uint32Array(KNOWN_TAGS);
  const found: Violations = {
    listed: [],
    counts: { misplaced: 0, missing: 0, empty: 0, "too-many": 0 },
  };
  const { kind, count } = tokens;
  for (let token = 0; token < count; token++) {
    if (kind[token] !== Tag) continue;
    const inside = schema[tagNumberAt(tokens, token)];
    if (inside === undefined) continue;
    if (!hasContent(tokens, token)) {
      if (inside.required.length > 0 && !isNamedOnly(view, token))
        addRequired(token, inside, undefined, found);
      continue;
    }
    const holdsText = kind[token + 1] === InlineString && kind[token + 2] === End;
    if (!holdsText || inside.required.length > 0) checkInside(tokens, token, inside, counts, found);
  }
  return listViolations(found);
}

/** Checks the children of one element. `counts`, by slot, is a buffer that each call clears and reuses. */
function checkInside(
  tokens: TokenTable,
  parent: number,
  { allowed, slots, required }: Inside,
  counts: Uint32Array,
  found: Violations,
): void {
  counts.fill(0, 0, allowed.length + 1);
  const end = contentEnd(tokens, parent);
  for (let child = contentStart(tokens, parent); child < end; child = behindChild(tokens, child)) {
    if (kindOf(tokens, child) !== Tag) continue;
    const slot = slots[tagNumberAt(tokens, child)] ?? 0;
    const place = allowed[slot - 1];
    const count = (counts[slot] ?? 0) + 1;
    counts[slot] = count;
    if (place === undefined) addMisplaced(tokens, parent, child, found);
    else if (count === place.max + 1)
      add(found, { kind: "too-many", node: child, entry: place.entry, max: place.max });
    else if (place.needsValue && isHollow(tokens, child))
      add(found, { kind: "empty", node: child, entry: place.entry });
  }
  if (required.length > 0) addRequired(parent, { allowed, slots, required }, counts, found);
}

/** Adds the required children that are missing; an empty tag has no `counts` (by slot). */
function addRequired(
  parent: number,
  { allowed, required }: Inside,
  counts: Uint32Array | undefined,
  found: Violations,
): void {
  for (const slot of required) {
    const place = allowed[slot - 1];
    if (place !== undefined && (counts?.[slot] ?? 0) < place.min)
      add(found, { kind: "missing", node: parent, entry: place.entry });
  }
}

/**
 * Elements whose children are properties of an item, or names of properties: an empty tag there names a
 * property, or means that the item does not have it.
 */
const HOLDS_PROPERTIES: ReadonlySet<string | undefined> = new Set([
  "AirSync:Supported",
  "AirSync:ApplicationData",
  "ItemOperations:Schema",
  "ItemOperations:Properties",
  "Search:Properties",
]);

/** Whether an empty tag needs no content: the root, which may be empty, and names of properties. */
function isNamedOnly(view: MessageView, node: number): boolean {
  const holder = view.parent(node);
  return holder < 0 || HOLDS_PROPERTIES.has(view.key(holder));
}

/** Texts that identify something and therefore can't be empty. */
const NAMES_SOMETHING: ReadonlySet<string> = new Set([
  "AirSync:SyncKey",
  "AirSync:CollectionId",
  "AirSync:ServerId",
  "AirSync:ClientId",
  "GetItemEstimate:CollectionId",
  "Ping:Id",
  "Ping:Class",
  "Provision:PolicyType",
]);

/** Whether a required element must have a value. */
function needsValue({ key, dataType, limits, meanings }: ElementEntry): boolean {
  if (meanings.some(({ type }) => type !== undefined)) return false;
  return NAMES_SOMETHING.has(key) || Number(limits.minLength) > 0 || !MAY_BE_EMPTY.has(dataType);
}

/** Whether an element has no content, or only an empty string. */
function isHollow(tokens: TokenTable, node: number): boolean {
  if (!hasContent(tokens, node)) return true;
  const isEmptyText =
    kindOf(tokens, node + 1) === InlineString && endOf(tokens, node + 1) - startOf(tokens, node + 1) === 2;
  return kindOf(tokens, node + (isEmptyText ? 2 : 1)) === End;
}

function addMisplaced(tokens: TokenTable, parent: number, child: number, found: Violations): void {
  const entry = findElementByTagNumber(tagNumberAt(tokens, child));
  const holder = findElementByTagNumber(tagNumberAt(tokens, parent));
  if (entry !== undefined && holder !== undefined)
    add(found, { kind: "misplaced", node: child, entry, parent: holder });
}
