import { countUp, type Tally } from "../bytes/tally";
import { easCodeSpace } from "../eas/codeSpace";

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
  /** The namespaces that prefixes are bound to inside the element. */
  readonly prefixes: Prefixes;
}

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DEFAULT_PREFIXES: Prefixes = new Map(
  easCodeSpace.pages.map(({ prefix, namespace }) => [prefix, namespace]),
);

/**
 * Locates the cursor in a text. An offset outside the text is clamped. Total, and linear in the length of the
 * text.
 */
export function locateCursor(xml: string, at: number): CursorPlace {
  const offset = Math.min(Math.max(Math.trunc(at) || 0, 0), xml.length);
  const text = xml.slice(0, offset);
  const { open, before, end, isInside } = readBefore(text);
  const inner = open.at(-1);
  const around = { open, before: inner?.before ?? before, prefixes: inner?.prefixes ?? DEFAULT_PREFIXES };
  if (isInside) return { kind: "none", from: offset, typed: "", ...around, after: [], isInTag: false };
  const tail = readTail(text, end, inner);
  const isContinued = /^\s*\/?>|^\s+[\w.:-]+\s*=/.test(xml.slice(offset, offset + 200));
  const isInTag =
    tail.kind === "closing" ? xml[offset] === ">" : tail.kind === "tag" && tail.typed !== "" && isContinued;
  return { ...tail, ...around, after: readSiblingsAfter(xml, offset, inner), isInTag };
}

/**
 * The open elements, outermost first, and how many have each name, so that only a closing tag with a match
 * searches the stack.
 */
interface OpenStack {
  readonly all: OpenTag[];
  readonly names: Tally<string>;
}

function openElement({ all, names }: OpenStack, element: OpenTag): void {
  all.push(element);
  countUp(names, element.written);
}

/**
 * Closes the nearest open element with this name and everything inside it, and returns it as a sibling of
 * what follows.
 */
function closeElement(
  { all, names }: OpenStack,
  name: string,
  text: string,
  at: number,
): Sibling | undefined {
  if (!names.get(name)) return undefined;
  const removed = all.splice(all.findLastIndex(({ written }) => written === name));
  for (const { written } of removed) countUp(names, written, -1);
  const [closed] = removed;
  return closed && { key: closed.key, text: closed.before.length === 0 ? text.slice(closed.from, at) : "" };
}

/**
 * The elements open at the end of a text, and those already closed at the top level. `isInside` if the text
 * ends in a comment, CDATA section or processing instruction.
 */
function readBefore(text: string): {
  open: readonly OpenTag[];
  before: Sibling[];
  end: number;
  isInside: boolean;
} {
  const open: OpenStack = { all: [], names: new Map() };
  const before: Sibling[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    end = match.index + match[0].length;
    const [whole, slash, name, attributes = "", selfClosing] = match;
    if (name === undefined) {
      if (end === text.length && !/(-->|\]\]>|\?>)$/.test(whole))
        return { open: open.all, before, end, isInside: true };
      continue;
    }
    if (slash === "/") {
      const closed = closeElement(open, name, text, match.index);
      if (closed !== undefined) (open.all.at(-1)?.before ?? before).push(closed);
      continue;
    }
    const opened = readOpeningTag(name, attributes, open.all.at(-1)?.prefixes ?? DEFAULT_PREFIXES, end);
    if (selfClosing === "/") (open.all.at(-1)?.before ?? before).push({ key: opened.key, text: "" });
    else openElement(open, opened);
  }
  return { open: open.all, before, end, isInside: false };
}

function readOpeningTag(written: string, attributes: string, around: Prefixes, from: number): OpenTag {
  const declared = [...attributes.matchAll(DECLARATION)].map(
    ([, prefix = "", double = "", single = double]) => [prefix, single] as const,
  );
  const prefixes = declared.length === 0 ? around : new Map([...around, ...declared]);
  return { written, key: resolveKey(written, prefixes), before: [], from, prefixes };
}

/** The elements after an offset, up to the closing tag of the element that is open there. */
function readSiblingsAfter(xml: string, at: number, inner: OpenTag | undefined): readonly Sibling[] {
  const rest = xml.slice(at);
  const after: Sibling[] = [];
  const open: OpenStack = { all: [], names: new Map() };
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = "", 4: selfClosing, index } of rest.matchAll(
    MARKUP,
  )) {
    if (name === undefined) continue;
    if (slash === "/") {
      const closed = closeElement(open, name, rest, index);
      if (closed !== undefined) (open.all.at(-1)?.before ?? after).push(closed);
      else if (name === inner?.written) return after;
      continue;
    }
    const opened = readOpeningTag(
      name,
      attributes,
      open.all.at(-1)?.prefixes ?? inner?.prefixes ?? DEFAULT_PREFIXES,
      index + whole.length,
    );
    if (selfClosing === "/") (open.all.at(-1)?.before ?? after).push({ key: opened.key, text: "" });
    else openElement(open, opened);
  }
  return after;
}

/**
 * The key of a written name, "Email:To". Older names and other spellings of the namespace are converted to
 * the current ones.
 */
function resolveKey(written: string, prefixes: Prefixes): string | undefined {
  const [prefix = "", name] = written.includes(":") ? written.split(":", 2) : ["", written];
  const namespace = prefixes.get(prefix);
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
