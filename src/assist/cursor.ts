import { openScopes, type Scopes } from "../bytes/scopes";
import { countUp, type Tally } from "../bytes/tally";
import { easCodeSpace } from "../eas/codeSpace";
import { type Markup, scanMarkup } from "./markup";

/** Prefix → namespace; "" is the default one. */
export type Prefixes = ReadonlyMap<string, string>;

/** An element next to the cursor. */
export interface Sibling {
  /** "Email:To"; `undefined` if the prefix is not bound to a code page. */
  readonly key: string | undefined;
  /** The text of a leaf element; "" if it contains elements. */
  readonly text: string;
}

/** The position of a cursor in an XML text, which need not be well-formed. */
export interface CursorPlace {
  /**
   * `tag`: after `<`; `closing`: after `</`; `text`: in content; `none`: in a comment, CDATA section,
   * processing instruction or attribute.
   */
  readonly kind: "tag" | "closing" | "text" | "none";
  /** Where the name or text being typed starts. */
  readonly from: number;
  readonly typed: string;
  /** The open elements around the cursor, outermost first. */
  readonly open: readonly OpenElement[];
  /** The siblings that end before the cursor, in the innermost open element or at the top level. */
  readonly before: readonly Sibling[];
  /** The siblings that follow the cursor. */
  readonly after: readonly Sibling[];
  /** The namespaces that prefixes are bound to at the cursor, declared or default. */
  readonly prefixes: Prefixes;
  /** Whether the cursor is in the name of a tag that continues after it: `<Sync|>`, `<Sync| xmlns=…`. */
  readonly isInTag: boolean;
}

/** An element that is open at the cursor. */
export interface OpenElement {
  /** As written, "email:To". */
  readonly written: string;
  /** "Email:To"; `undefined` if the prefix is not bound to a code page. */
  readonly key: string | undefined;
  /** The children that end before the cursor. */
  readonly before: readonly Sibling[];
}

interface OpenTag {
  readonly written: string;
  readonly key: string | undefined;
  readonly before: Sibling[];
  readonly from: number;
}

const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DEFAULT_PREFIXES: Readonly<Record<string, string>> = Object.fromEntries(
  easCodeSpace.pages.map(({ prefix, namespace }) => [prefix, namespace]),
);

/**
 * Locates the cursor in a text. An offset outside the text is clamped. Total, and linear in the length of the
 * text.
 */
export function locateCursor(xml: string, at: number): CursorPlace {
  const offset = Math.min(Math.max(Math.trunc(at) || 0, 0), xml.length);
  const text = xml.slice(0, offset);
  const { open, before, end, isInside, inForce } = readBefore(text);
  const inner = open.at(-1);
  const prefixes = new Map(Object.entries(inForce));
  const around = { open, before: inner?.before ?? before, prefixes };
  if (isInside) return { kind: "none", from: offset, typed: "", ...around, after: [], isInTag: false };
  const tail = readTail(text, end, inner);
  const isContinued = /^\s*\/?>|^\s+[\w.:-]+\s*=/.test(xml.slice(offset, offset + 200));
  const isInTag =
    tail.kind === "closing" ? xml[offset] === ">" : tail.kind === "tag" && tail.typed !== "" && isContinued;
  return { ...tail, ...around, after: readSiblingsAfter(xml, offset, inner, inForce), isInTag };
}

/**
 * The open elements, outermost first; how many have each name, so that only a closing tag with a match
 * searches them; and what their prefixes are bound to.
 */
interface OpenStack {
  readonly all: OpenTag[];
  readonly names: Tally<string>;
  readonly scopes: Scopes;
}

/**
 * Closes the nearest open element with this name and everything inside it, and returns it as a sibling of
 * what follows.
 */
function closeElement(
  { all, names, scopes }: OpenStack,
  name: string,
  text: string,
  at: number,
): Sibling | undefined {
  if (!names.get(name)) return undefined;
  const removed = all.splice(all.findLastIndex(({ written }) => written === name));
  for (const { written } of removed) {
    countUp(names, written, -1);
    scopes.leave();
  }
  const [closed] = removed;
  return closed && { key: closed.key, text: closed.before.length === 0 ? text.slice(closed.from, at) : "" };
}

/** Opens an element, or adds one without content to the siblings. */
function openElement(
  { all, names, scopes }: OpenStack,
  siblings: Sibling[],
  { name: written, attributes, isEmpty, to }: Extract<Markup, { kind: "tag" }>,
): void {
  scopes.enter(readDeclarations(attributes));
  const key = resolveKey(written, scopes.inForce);
  if (isEmpty) {
    scopes.leave();
    (all.at(-1)?.before ?? siblings).push({ key, text: "" });
    return;
  }
  all.push({ written, key, before: [], from: to });
  countUp(names, written);
}

const NO_DECLARATIONS: Readonly<Record<string, string>> = {};

function readDeclarations(attributes: string): Readonly<Record<string, string>> {
  if (attributes === "") return NO_DECLARATIONS;
  return Object.fromEntries(
    Array.from(attributes.matchAll(DECLARATION), ([, prefix = "", double = "", single = double]) => [
      prefix,
      single,
    ]),
  );
}

/**
 * The elements open at the end of a text, those already closed at the top level, and what prefixes are bound
 * to there. `isInside` if the text ends in a comment, CDATA section or processing instruction.
 */
function readBefore(text: string): {
  open: readonly OpenTag[];
  before: Sibling[];
  end: number;
  isInside: boolean;
  inForce: Readonly<Record<string, string>>;
} {
  const open: OpenStack = { all: [], names: new Map(), scopes: openScopes(DEFAULT_PREFIXES) };
  const before: Sibling[] = [];
  let end = 0;
  let isInside = false;
  for (const markup of scanMarkup(text)) {
    end = markup.to;
    if (markup.kind === "section") isInside = !markup.isClosed;
    else if (!markup.isClosing) openElement(open, before, markup);
    else {
      const closed = closeElement(open, markup.name, text, markup.from);
      if (closed !== undefined) (open.all.at(-1)?.before ?? before).push(closed);
    }
  }
  return { open: open.all, before, end, isInside, inForce: open.scopes.inForce };
}

/** The elements after an offset, up to the closing tag of the element that is open there. */
function readSiblingsAfter(
  xml: string,
  at: number,
  inner: OpenTag | undefined,
  inForce: Readonly<Record<string, string>>,
): readonly Sibling[] {
  const after: Sibling[] = [];
  const open: OpenStack = { all: [], names: new Map(), scopes: openScopes(inForce) };
  for (const markup of scanMarkup(xml, at)) {
    if (markup.kind === "section") continue;
    if (!markup.isClosing) {
      openElement(open, after, markup);
      continue;
    }
    const closed = closeElement(open, markup.name, xml, markup.from);
    if (closed !== undefined) (open.all.at(-1)?.before ?? after).push(closed);
    else if (markup.name === inner?.written) return after;
  }
  return after;
}

/**
 * The key of a written name, "Email:To". Older names and other spellings of the namespace are converted to
 * the current ones.
 */
function resolveKey(written: string, inForce: Readonly<Record<string, string>>): string | undefined {
  const [prefix = "", name] = written.includes(":") ? written.split(":", 2) : ["", written];
  const namespace = inForce[prefix];
  const page = namespace === undefined ? undefined : easCodeSpace.pageOf(namespace);
  if (page === undefined || name === undefined) return undefined;
  return `${page.namespace}:${easCodeSpace.find(page.page, name)?.name ?? name}`;
}

function readTail(
  text: string,
  end: number,
  inside: OpenTag | undefined,
): Pick<CursorPlace, "kind" | "from" | "typed"> {
  const tail = text.slice(end);
  const [tag, slash, typed = ""] = /<(\/?)([\w.:-]*)$/.exec(tail) ?? [];
  if (tag !== undefined)
    return {
      kind: slash === "/" ? "closing" : "tag",
      from: text.length - typed.length,
      typed,
    };
  if (tail.includes("<")) return { kind: "none", from: text.length, typed: "" };
  const from = inside !== undefined && inside.from <= end ? Math.max(inside.from, end) : end;
  const rest = text.slice(from);
  return { kind: "text", from: from + (rest.length - rest.trimStart().length), typed: rest.trimStart() };
}
