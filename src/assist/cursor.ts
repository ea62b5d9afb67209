import { easCodeSpace } from "../eas/codeSpace";

/** What a cursor in an XML text stands in, as far as the text before it tells; the text need not be well-formed. */
export interface CursorPlace {
  /** `tag`: behind a `<`; `closing`: behind `</`; `text`: in content; `none`: in a comment, a section, an instruction or an attribute. */
  readonly kind: "tag" | "closing" | "text" | "none";
  /** Where the name or text being typed begins. */
  readonly from: number;
  readonly typed: string;
  /** Open elements around the cursor, outermost first. */
  readonly open: readonly OpenElement[];
  /** Prefix → namespace as declared before the cursor; "" is the default one. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** An element that is open at the cursor. */
export interface OpenElement {
  /** As written, "email:To". */
  readonly written: string;
  /** "Email:To"; `undefined` where the prefix stands for no code page. */
  readonly key: string | undefined;
  /** The keys of the elements closed inside it before the cursor, each as often as it occurs, with the text of leaves. */
  readonly before: readonly { readonly key: string; readonly text: string }[];
}

interface Growing {
  readonly written: string;
  readonly key: string | undefined;
  readonly before: { key: string; text: string }[];
  readonly from: number;
}

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads the text up to a cursor. Total, and linear in the text. */
export function cursorPlace(xml: string, at: number): CursorPlace {
  const text = xml.slice(0, at);
  const prefixes = new Map(easCodeSpace.pages.map(({ prefix, namespace }) => [prefix, namespace]));
  const open: Growing[] = [];
  let behind = 0;
  for (const match of text.matchAll(MARKUP)) {
    behind = match.index + match[0].length;
    const [whole, slash, name, attributes = "", selfClosing] = match;
    if (name === undefined) {
      if (behind === text.length && !/(-->|\]\]>|\?>)$/.test(whole)) return { kind: "none", from: at, typed: "", open, prefixes };
      continue;
    }
    if (slash === "/") close(open, name, text, match.index);
    else begin(open, name, attributes, prefixes, behind, selfClosing === "/");
  }
  return { ...tailOf(text, behind, open.at(-1)), open, prefixes };
}

function begin(open: Growing[], written: string, attributes: string, prefixes: Map<string, string>, from: number, isClosed: boolean): void {
  for (const [, prefix = "", double, single] of attributes.matchAll(DECLARATION)) prefixes.set(prefix, double ?? single ?? "");
  const key = keyOf(written, prefixes);
  if (!isClosed) open.push({ written, key, before: [], from });
  else if (key !== undefined) open.at(-1)?.before.push({ key, text: "" });
}

function close(open: Growing[], name: string, text: string, at: number): void {
  const index = open.findLastIndex(({ written }) => written === name);
  if (index < 0) return;
  const [closed] = open.splice(index);
  if (closed?.key !== undefined)
    open.at(-1)?.before.push({ key: closed.key, text: closed.before.length === 0 ? text.slice(closed.from, at) : "" });
}

/** "Email:To" for a name as written; by the spelling of the code page where the namespace or an older name is another. */
function keyOf(written: string, prefixes: ReadonlyMap<string, string>): string | undefined {
  const [prefix, name] = written.includes(":") ? written.split(":", 2) : ["", written];
  const page = easCodeSpace.pageOf(prefixes.get(prefix ?? "") ?? "");
  if (page === undefined || name === undefined) return undefined;
  return `${page.namespace}:${easCodeSpace.find(page.page, name)?.name ?? name}`;
}

function tailOf(text: string, behind: number, inside: Growing | undefined): Pick<CursorPlace, "kind" | "from" | "typed"> {
  const tail = text.slice(behind);
  const tag = /<(\/?)([\w.:-]*)$/.exec(tail);
  if (tag !== null) return { kind: tag[1] === "/" ? "closing" : "tag", from: text.length - (tag[2] ?? "").length, typed: tag[2] ?? "" };
  if (tail.includes("<")) return { kind: "none", from: text.length, typed: "" };
  const from = inside !== undefined && inside.from <= behind ? Math.max(inside.from, behind) : behind;
  const typed = text.slice(from);
  return { kind: "text", from: from + (typed.length - typed.trimStart().length), typed: typed.trimStart() };
}
