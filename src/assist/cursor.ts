import { easCodeSpace } from "../eas/codeSpace";

/** Prefix → namespace; "" is the default one. */
export type Prefixes = ReadonlyMap<string, string>;

/** An element beside the cursor. */
export interface Sibling {
  /** "Email:To"; `undefined` where the prefix stands for no code page. */
  readonly key: string | undefined;
  /** The text of a leaf; "" where there are elements inside. */
  readonly text: string;
}

/** What a cursor in an XML text stands in; the text need not be well-formed. */
export interface CursorPlace {
  /**
   * `tag`: behind a `<`; `closing`: behind `</`; `text`: in content; `none`: in a comment, a section, an
   * instruction or an attribute.
   */
  readonly kind: "tag" | "closing" | "text" | "none";
  /** Where the name or text being typed begins. */
  readonly from: number;
  readonly typed: string;
  /** Open elements around the cursor, outermost first. */
  readonly open: readonly OpenElement[];
  /** The elements closed before the cursor in the innermost open one, or beside the root. */
  readonly before: readonly Sibling[];
  /** The elements that follow the cursor there. */
  readonly after: readonly Sibling[];
  /** What the prefixes stand for at the cursor: as declared, and else as usual. */
  readonly prefixes: Prefixes;
  /** Whether the name at the cursor is that of a tag that goes on behind it: `<Sync|>`, `<Sync| xmlns=…`. */
  readonly isInTag: boolean;
}

/** An element that is open at the cursor. */
export interface OpenElement {
  /** As written, "email:To". */
  readonly written: string;
  /** "Email:To"; `undefined` where the prefix stands for no code page. */
  readonly key: string | undefined;
  /** The elements closed inside it before the cursor. */
  readonly before: readonly Sibling[];
}

interface Growing {
  readonly written: string;
  readonly key: string | undefined;
  readonly before: Sibling[];
  readonly from: number;
  /** What the prefixes stand for inside it. */
  readonly prefixes: Prefixes;
}

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const USUAL: Prefixes = new Map(easCodeSpace.pages.map(({ prefix, namespace }) => [prefix, namespace]));

/**
 * Reads the text around a cursor; an offset outside the text is taken for its nearest end. Total, and linear
 * in the text.
 */
export function cursorPlace(xml: string, at: number): CursorPlace {
  const offset = Math.min(Math.max(Math.trunc(at) || 0, 0), xml.length);
  const text = xml.slice(0, offset);
  const { open, before, behind, isInside } = readBefore(text);
  const inner = open.at(-1);
  const around = { open, before: inner?.before ?? before, prefixes: inner?.prefixes ?? USUAL };
  if (isInside) return { kind: "none", from: offset, typed: "", ...around, after: [], isInTag: false };
  const tail = tailOf(text, behind, inner);
  const goesOn = /^\s*\/?>|^\s+[\w.:-]+\s*=/.test(xml.slice(offset, offset + 200));
  const isInTag =
    tail.kind === "closing" ? xml[offset] === ">" : tail.kind === "tag" && tail.typed !== "" && goesOn;
  return { ...tail, ...around, after: siblingsAfter(xml, offset, inner), isInTag };
}

/**
 * The elements that are open, outermost first, and how many bear each name: that of a closing tag is looked
 * for only where there is one.
 */
interface OpenStack {
  readonly all: Growing[];
  readonly names: Map<string, number>;
}

function push({ all, names }: OpenStack, element: Growing): void {
  all.push(element);
  names.set(element.written, (names.get(element.written) ?? 0) + 1);
}

/** Takes the nearest open element of a name away with all inside it; what it is for its siblings. */
function close({ all, names }: OpenStack, name: string, text: string, at: number): Sibling | undefined {
  if ((names.get(name) ?? 0) === 0) return undefined;
  const gone = all.splice(all.findLastIndex(({ written }) => written === name));
  for (const { written } of gone) names.set(written, (names.get(written) ?? 0) - 1);
  const [closed] = gone;
  return closed && { key: closed.key, text: closed.before.length === 0 ? text.slice(closed.from, at) : "" };
}

/**
 * What is open at the end of a text, and what is closed beside the root; `isInside` where the end lies in a
 * comment, section or instruction.
 */
function readBefore(text: string): {
  open: readonly Growing[];
  before: Sibling[];
  behind: number;
  isInside: boolean;
} {
  const open: OpenStack = { all: [], names: new Map() };
  const before: Sibling[] = [];
  let behind = 0;
  for (const match of text.matchAll(MARKUP)) {
    behind = match.index + match[0].length;
    const [whole, slash, name, attributes = "", selfClosing] = match;
    if (name === undefined) {
      if (behind === text.length && !/(-->|\]\]>|\?>)$/.test(whole))
        return { open: open.all, before, behind, isInside: true };
      continue;
    }
    if (slash === "/") {
      const closed = close(open, name, text, match.index);
      if (closed !== undefined) (open.all.at(-1)?.before ?? before).push(closed);
      continue;
    }
    const begun = elementOf(name, attributes, open.all.at(-1)?.prefixes ?? USUAL, behind);
    if (selfClosing === "/") (open.all.at(-1)?.before ?? before).push({ key: begun.key, text: "" });
    else push(open, begun);
  }
  return { open: open.all, before, behind, isInside: false };
}

function elementOf(written: string, attributes: string, around: Prefixes, from: number): Growing {
  const declared = [...attributes.matchAll(DECLARATION)].map(
    ([, prefix = "", double, single]) => [prefix, double ?? single ?? ""] as const,
  );
  const prefixes = declared.length === 0 ? around : new Map([...around, ...declared]);
  return { written, key: keyOf(written, prefixes), before: [], from, prefixes };
}

/** The elements behind an offset, up to the closing tag of the one that is open there. */
function siblingsAfter(xml: string, at: number, inner: Growing | undefined): readonly Sibling[] {
  const rest = xml.slice(at);
  const after: Sibling[] = [];
  const open: OpenStack = { all: [], names: new Map() };
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = "", 4: selfClosing, index } of rest.matchAll(
    MARKUP,
  )) {
    if (name === undefined) continue;
    if (slash === "/") {
      const closed = close(open, name, rest, index);
      if (closed !== undefined) (open.all.at(-1)?.before ?? after).push(closed);
      else if (name === inner?.written) return after;
      continue;
    }
    const begun = elementOf(
      name,
      attributes,
      open.all.at(-1)?.prefixes ?? inner?.prefixes ?? USUAL,
      index + whole.length,
    );
    if (selfClosing === "/") (open.all.at(-1)?.before ?? after).push({ key: begun.key, text: "" });
    else push(open, begun);
  }
  return after;
}

/**
 * "Email:To" for a name as written; by the spelling of the code page where the namespace or an older name is
 * another.
 */
function keyOf(written: string, prefixes: Prefixes): string | undefined {
  const [prefix, name] = written.includes(":") ? written.split(":", 2) : ["", written];
  const page = easCodeSpace.pageOf(prefixes.get(prefix ?? "") ?? "");
  if (page === undefined || name === undefined) return undefined;
  return `${page.namespace}:${easCodeSpace.find(page.page, name)?.name ?? name}`;
}

function tailOf(
  text: string,
  behind: number,
  inside: Growing | undefined,
): Pick<CursorPlace, "kind" | "from" | "typed"> {
  const tail = text.slice(behind);
  const tag = /<(\/?)([\w.:-]*)$/.exec(tail);
  if (tag !== null)
    return {
      kind: tag[1] === "/" ? "closing" : "tag",
      from: text.length - (tag[2] ?? "").length,
      typed: tag[2] ?? "",
    };
  if (tail.includes("<")) return { kind: "none", from: text.length, typed: "" };
  const from = inside !== undefined && inside.from <= behind ? Math.max(inside.from, behind) : behind;
  const typed = text.slice(from);
  return { kind: "text", from: from + (typed.length - typed.trimStart().length), typed: typed.trimStart() };
}
