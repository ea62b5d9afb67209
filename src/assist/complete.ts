import { childrenOf, type ElementEntry, elementOfKey, type PlacedElement } from "../eas/catalogue";
import { commands } from "../eas/commands";
import type { Direction, ElementValue } from "../eas/elements/element";
import type { ProtocolVersion } from "../eas/versions";
import { type CursorPlace, cursorPlace, type OpenElement } from "./cursor";

/** Something that may be typed at one place. */
export interface Completion {
  readonly kind: "element" | "value" | "closing-tag";
  /** What a list shows: the name as it is written there, or the value. */
  readonly label: string;
  /** What replaces the text from `from` up to the cursor. `$0` marks where the cursor goes. */
  readonly insert: string;
  readonly from: number;
  /** The element must stand there, and does not yet. */
  readonly required: boolean;
  /** What it means, in a sentence. */
  readonly detail: string;
}

/** What is known of the message; what is not known does not limit. */
export interface CompletionContext {
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
}

/** What may be typed at an offset of an XML text: child elements, values, closing tags. Required elements first, then by name. */
export function complete(xml: string, at: number, context: CompletionContext = {}): Completion[] {
  const place = cursorPlace(xml, at);
  switch (place.kind) {
    case "closing":
      return closingTag(place);
    case "tag":
      return [
        ...childElements(place, context),
        ...closingTag(place).map((tag) => ({ ...tag, label: `/${tag.label}`, insert: `/${tag.insert}` })),
      ];
    case "text":
      return valuesAt(place, context.command);
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

/** What may still be put into the element whose content ends at an offset of an XML text; required elements first. */
export function childOffers(xml: string, contentEnd: number, context: CompletionContext = {}): ChildOffer[] {
  const text = `${xml.slice(0, contentEnd)}<`;
  const place = cursorPlace(text, text.length);
  if (place.kind !== "tag") return [];
  return childElements(place, context).map(({ label, insert, required, detail }) => {
    const prefix = /^([\w.-]+):/.exec(label)?.[1];
    const namespace = prefix === undefined ? undefined : place.prefixes.get(prefix);
    const isDeclared = prefix === undefined || namespace === undefined || text.includes(`xmlns:${prefix}=`);
    const written = `<${insert.replace("$0", "")}`;
    return {
      label,
      xml: isDeclared ? written : written.replace(label, `${label} xmlns:${prefix}="${namespace}"`),
      required,
      detail,
    };
  });
}

function closingTag({ open, from }: CursorPlace): Completion[] {
  const inner = open.at(-1);
  if (inner === undefined) return [];
  return [
    { kind: "closing-tag", label: inner.written, insert: `${inner.written}>`, from, required: false, detail: `Closes ${inner.written}` },
  ];
}

function childElements(place: CursorPlace, context: CompletionContext): Completion[] {
  const found = place.open.length === 0 ? roots(context) : childrenAt(place, context);
  const best = new Map<ElementEntry, PlacedElement>();
  for (const child of found) {
    const known = best.get(child.element);
    if (known === undefined || child.place.min > known.place.min) best.set(child.element, child);
  }
  const counts = place.open.at(-1)?.before ?? [];
  const written = [...best.values()].flatMap(({ element, place: { min, max, when } }) => {
    const there = counts.filter(({ key }) => key === element.key).length;
    if (there >= max) return [];
    return [elementCompletion(place, element, min > there, when)];
  });
  return written.toSorted((a, b) => Number(b.required) - Number(a.required) || a.label.localeCompare(b.label, "en"));
}

function roots({ command, direction }: CompletionContext): PlacedElement[] {
  return commands
    .filter(({ name }) => command === undefined || name === command)
    .flatMap(({ name }) => directions(direction).flatMap((way) => childrenOf(name, way, undefined)));
}

function directions(direction: Direction | undefined): readonly Direction[] {
  return direction === undefined ? ["request", "response"] : [direction];
}

function childrenAt(place: CursorPlace, context: CompletionContext): PlacedElement[] {
  const parent = place.open.at(-1)?.key;
  const root = place.open[0]?.key;
  const named = commands.filter(
    ({ name, request, response }) =>
      name === context.command || (context.command === undefined && root !== undefined && (request === root || response === root)),
  );
  const itemClass = classAt(place.open);
  const { version } = context;
  return named
    .flatMap(({ name }) => directions(context.direction).flatMap((way) => childrenOf(name, way, parent ?? "")))
    .filter(({ element, place: { versions = element.versions, classes } }) => {
      if (version !== undefined && !versions.includes(version)) return false;
      return itemClass === undefined || classes === undefined || classes.includes(itemClass);
    });
}

/** The class of the item around the cursor, where a Class element before it says. */
function classAt(open: readonly OpenElement[]): string | undefined {
  for (const { before } of open.toReversed()) {
    const named = before.find(({ key }) => key === "AirSync:Class");
    if (named !== undefined) return named.text.trim();
  }
  return undefined;
}

function elementCompletion(place: CursorPlace, element: ElementEntry, required: boolean, when: string | undefined): Completion {
  const label = writtenName(place, element);
  const body = element.dataType === "empty" ? `${label}/>` : `${label}>$0</${label}>`;
  const detail = when === undefined ? element.summary : `${element.summary} (${when})`;
  return { kind: "element", label, insert: body, from: place.from, required, detail };
}

/** The element's name with the prefix that its namespace has at the cursor. */
function writtenName({ prefixes, open }: CursorPlace, { namespace, name }: ElementEntry): string {
  if (prefixes.get("")?.replace(/:$/, "") === namespace) return name;
  if (open.length === 0) return name;
  for (const [prefix, declared] of [...prefixes].toReversed()) {
    // those that the text declares stand behind the usual ones
    if (prefix !== "" && declared.replace(/:$/, "") === namespace) return `${prefix}:${name}`;
  }
  return `${namespace.toLowerCase()}:${name}`;
}

function valuesAt({ open, from }: CursorPlace, command = commandOf(open[0]?.key)): Completion[] {
  const inner = open.at(-1);
  const element = inner?.key === undefined ? undefined : elementOfKey(inner.key);
  if (element === undefined || (inner?.before.length ?? 0) > 0) return [];
  return valuesOf(element, open.at(-2)?.key, command).map(({ value, meaning }) => ({
    kind: "value",
    label: value,
    insert: value,
    from,
    required: false,
    detail: meaning,
  }));
}

/** The command whose request or response has a root element; `undefined` where several have. */
function commandOf(root: string | undefined): string | undefined {
  const own = commands.filter(({ request, response }) => root !== undefined && (request === root || response === root));
  return own.length === 1 ? own[0]?.name : undefined;
}

const BOOLEAN: readonly ElementValue[] = [
  { value: "0", meaning: "No." },
  { value: "1", meaning: "Yes." },
];

/** The values an element may have inside a parent, in a command; what only some commands allow is left out where that is not known. */
export function valuesOf(
  { meanings, values, dataType }: ElementEntry,
  parent: string | undefined,
  command?: string,
): readonly ElementValue[] {
  const here = meanings.filter(
    (meaning) =>
      meaning.values !== undefined &&
      (meaning.parent === undefined || meaning.parent === parent) &&
      (meaning.command === undefined || meaning.command === command),
  );
  const listed = here.length > 0 ? here.flatMap((meaning) => meaning.values ?? []) : (values ?? []);
  const distinct = [...new Map(listed.map((item) => [item.value, item])).values()];
  return distinct.length === 0 && dataType === "boolean" ? BOOLEAN : distinct;
}
