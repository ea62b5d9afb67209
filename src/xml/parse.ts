import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import type { TextRange } from "../bytes/range";
import { type MaskedText, maskText } from "./mask";
import { type Namespaces, openNamespaces } from "./namespaces";
import { MOST_PROBLEMS, type XmlProblem, xmlProblem } from "./problem";
import { maskStrayClosings } from "./strayClosings";

/** An attribute that is not a namespace declaration. `namespace` is "" if the attribute has no prefix. */
export interface XmlAttribute {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
}

/**
 * One construct of the text. `range` covers all of it: for an element, from its `<` to the end of its closing
 * tag.
 */
interface XmlConstruct {
  readonly range: TextRange;
  /** Index of the parent element; -1 at the top level. */
  readonly parent: number;
  /** Index after the last construct inside this one; its own index plus one if there is nothing inside. */
  readonly end: number;
}

/**
 * An element. `tag` is its opening tag, `closing` its closing tag (an empty range at the end if the tag is
 * self-closing).
 */
export interface XmlElement extends XmlConstruct {
  readonly kind: "element";
  readonly namespace: string;
  readonly prefix: string;
  /** The prefix is not declared and has no usual namespace, which is reported; `namespace` is the prefix. */
  readonly isUnbound: boolean;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly tag: TextRange;
  readonly closing: TextRange;
  /** Written `<A/>`. */
  readonly selfClosing: boolean;
}

/**
 * Character data with references resolved. `blank`: only white space, written literally and not as
 * references.
 */
export interface XmlText extends XmlConstruct {
  readonly kind: "text";
  readonly text: string;
  readonly blank: boolean;
}

/** A CDATA section, a comment or a document type declaration. */
export interface XmlSection extends XmlConstruct {
  readonly kind: "cdata" | "comment" | "doctype";
  readonly text: string;
}

/** A processing instruction: `<?target data?>`. */
export interface XmlInstruction extends XmlConstruct {
  readonly kind: "instruction";
  readonly target: string;
  readonly data: string;
}

export type XmlNode = XmlElement | XmlText | XmlSection | XmlInstruction;

/**
 * A text parsed as XML: all constructs in document order (except white space with a line break, which is
 * layout), and what is wrong with it. If the problems include an error, `nodes` contains what could be read.
 */
export interface XmlDocument {
  readonly text: string;
  readonly nodes: readonly XmlNode[];
  readonly problems: readonly XmlProblem[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A text parsed as XML, and the prefixes that it uses without declaring them and that have a usual namespace.
 */
export interface ParsedXml extends XmlDocument {
  readonly undeclared: ReadonlyMap<string, TextRange>;
}

/** The state of parsing one text. */
interface ParseState {
  readonly text: string;
  readonly parser: SaxesParser<{ xmlns: true; position: true }>;
  /** What is bound without a declaration, in an object without a prototype: any name can be a prefix. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly nodes: Writable<XmlNode>[];
  readonly problems: XmlProblem[];
  /** Indices of the open elements, innermost last. */
  readonly stack: number[];
  readonly namespaces: Namespaces;
  readonly declared: Set<string>;
  readonly undeclared: Map<string, TextRange>;
  /** Where the last construct ended. */
  behind: number;
  /** The last text outside the root. */
  outside: TextRange | undefined;
  /** The name of the element that was closed last. */
  closed: string;
}

/**
 * Text → constructs with text ranges, using saxes in strict, namespace-aware mode [XML 1.0, XMLNS 1.0].
 * Total: every violation of well-formedness that the parser can recover from is a problem with its range,
 * sorted by position, up to the first thousand. `prefixes` are bound without a declaration; those that are
 * used that way are in `undeclared`, with the range of the first tag that uses them.
 */
export function parseXml(text: string, prefixes: Readonly<Record<string, string>> = {}): ParsedXml {
  const masked = maskText(text);
  let reading = read(masked, prefixes);
  if (reading.problems.some(({ code }) => code === "mismatched-tag")) {
    const closed = maskStrayClosings(masked.text);
    if (closed.problems.length > 0)
      reading = read({ text: closed.text, problems: [...masked.problems, ...closed.problems] }, prefixes);
  }
  const { nodes, problems, undeclared } = reading;
  return { text, nodes, problems: sortProblems(problems).slice(0, MOST_PROBLEMS), undeclared };
}

function read(masked: MaskedText, prefixes: Readonly<Record<string, string>>): ParseState {
  const reading: ParseState = {
    text: masked.text,
    parser: new SaxesParser({ xmlns: true, position: true, additionalNamespaces: { ...prefixes } }),
    prefixes: Object.assign(Object.create(null) as Record<string, string>, prefixes),
    nodes: [],
    problems: [...masked.problems],
    stack: [],
    namespaces: openNamespaces(prefixes),
    declared: new Set(),
    undeclared: new Map(),
    behind: 0,
    outside: undefined,
    closed: "",
  };
  listen(reading);
  reading.parser.write(reading.text).close();
  return reading;
}

const NOTHING: Record<string, SaxesAttributeNS> = {};

/**
 * Listens only to what the text can contain: with a seventh listener the engine deoptimises the parser
 * object, and reading takes five times as long.
 */
function listen(reading: ParseState): void {
  const { text, parser, nodes } = reading;
  const section = (kind: "cdata" | "comment" | "doctype") => (content: string) => {
    nodes.push({ kind, text: content, range: takeMarkup(reading, kind), ...currentPlace(reading) });
  };
  // an error handler would be given an Error, whose stack takes most of the time where problems are many
  parser.fail = (message) => {
    addError(reading, message);
    return parser;
  };
  parser.on("opentag", (tag) => openElement(reading, tag));
  parser.on("closetag", () => closeElement(reading));
  parser.on("text", (content) => addText(reading, content));
  if (text.includes("<![CDATA[")) parser.on("cdata", section("cdata"));
  if (text.includes("<!--")) parser.on("comment", section("comment"));
  if (text.includes("<!DOCTYPE")) parser.on("doctype", section("doctype"));
  if (!text.includes("<?")) return;
  parser.on("xmldecl", () => takeMarkup(reading));
  parser.on("processinginstruction", ({ target, body }) => {
    nodes.push({
      kind: "instruction",
      target,
      data: body,
      range: takeMarkup(reading),
      ...currentPlace(reading),
    });
  });
}

/** The range of the markup that the parser has just read; for a comment, it has not read the `>` yet. */
function takeMarkup(reading: ParseState, kind?: XmlNode["kind"]): TextRange {
  const { position } = reading.parser;
  const { behind } = reading;
  const found = reading.text.indexOf("<", behind);
  reading.behind = kind === "comment" && reading.text.charAt(position) === ">" ? position + 1 : position;
  // the rest of a broken comment has no "<" of its own
  return { from: found < 0 || found > position ? behind : found, to: reading.behind };
}

/** The same for a tag with this start (`<a`, `</a`): text that is not a tag can come before it. */
function takeTag(reading: ParseState, beginning: string): TextRange {
  const range = takeMarkup(reading);
  const { text } = reading;
  if (text.startsWith(beginning, range.from)) return range;
  const found = text.slice(range.from, range.to).lastIndexOf(beginning);
  return found < 0 ? range : { from: range.from + found, to: range.to };
}

function currentPlace({ stack, nodes }: ParseState): { parent: number; end: number } {
  return { parent: stack.at(-1) ?? TOP, end: nodes.length + 1 };
}

/** Stands for "no element" where an element's index is expected. */
const TOP = -1;

function openElement(reading: ParseState, found: SaxesTagNS): void {
  const { nodes, prefixes, declared, undeclared, stack } = reading;
  const { name, uri, prefix, local, isSelfClosing } = found;
  reading.namespaces.enter(found, nodes.length, (said) => addError(reading, said));
  const tag = takeTag(reading, `<${name}`);
  const attributes = readAttributes(found.attributes, declared);
  if (prefix in prefixes && !declared.has(prefix) && !undeclared.has(prefix)) undeclared.set(prefix, tag);
  found.attributes = NOTHING; // the parser keeps open tags but no longer needs these
  const closing = isSelfClosing ? { from: tag.to, to: tag.to } : tag; // the latter until it is closed
  const { parent, end } = currentPlace(reading);
  nodes.push({
    kind: "element",
    namespace: uri,
    prefix,
    isUnbound: reading.namespaces.isUnbound(prefix, uri),
    name: local,
    attributes,
    tag,
    closing,
    range: tag,
    selfClosing: isSelfClosing,
    parent,
    end,
  });
  stack.push(nodes.length - 1);
}

function closeElement(reading: ParseState): void {
  const { nodes, stack, namespaces, parser, behind } = reading;
  const index = stack.pop() ?? TOP;
  const element = nodes[index];
  if (element?.kind !== "element") return;
  namespaces.leave(element.prefix, index);
  reading.closed = element.prefix === "" ? element.name : `${element.prefix}:${element.name}`;
  element.end = nodes.length;
  if (element.selfClosing) return;
  element.closing = parser.position > behind ? takeTag(reading, "</") : { from: behind, to: behind };
  element.range = { from: element.range.from, to: element.closing.to };
}

function addText(reading: ParseState, content: string): void {
  const { text, nodes, stack } = reading;
  const next = text.indexOf("<", reading.behind);
  const range = { from: reading.behind, to: next < 0 ? text.length : next };
  reading.behind = range.to;
  if (stack.length === 0) {
    reading.outside = trimStart(text, range);
    return;
  }
  const blank = isBlank(text, range);
  if (blank && hasLineBreak(text, range)) return; // layout
  nodes.push({
    kind: "text",
    text: content,
    blank,
    range,
    ...currentPlace(reading),
  });
}

function addError(reading: ParseState, said: string): void {
  const { text, parser, problems } = reading;
  if (problems.length >= MOST_PROBLEMS) return;
  if (said.startsWith("unclosed tag")) problems.push(xmlProblem(said, endUnclosed(reading)));
  else if (said === "disallowed character." && text.charAt(parser.position - 1) === "<")
    problems.push(xmlProblem("disallowed character in attribute value.", locateError(reading, said)));
  else if (said === "unexpected close tag.")
    problems.push(xmlProblem(`unexpected close tag over ${reading.closed}.`, locateError(reading, said)));
  else if (said !== "unexpected end." || !isBlank(text, { from: 0, to: text.length }))
    problems.push(xmlProblem(said, locateError(reading, said)));
}

/** The place that a parser message refers to: the parser only reports how far it has read. */
function locateError({ text, parser, behind, outside }: ParseState, said: string): TextRange {
  const { position } = parser;
  const back = (opening: string): TextRange => ({
    from: Math.max(text.lastIndexOf(opening, position - 1), behind, 0),
    to: position,
  });
  if (
    said.startsWith("text data outside") &&
    outside !== undefined &&
    outside.from < outside.to &&
    outside.to === behind
  )
    return outside;
  if (/clos(e|ing) tag(\.|: )/.test(said))
    return { from: Math.max(text.lastIndexOf("<", position - 1), 0), to: position };
  if (said === "disallowed character.") return { from: position - 1, to: position };
  if (said.includes("entity")) return back("&");
  return errorRange(text, behind, position);
}

/** The opening tag of the innermost open element, which is never closed: it ends at the end of the text. */
function endUnclosed({ text, nodes, stack }: ParseState): TextRange {
  const element = nodes[stack.pop() ?? TOP];
  if (element?.kind !== "element") return { from: text.length, to: text.length };
  element.end = nodes.length;
  element.closing = { from: text.length, to: text.length };
  element.range = { from: element.range.from, to: text.length };
  return element.tag;
}

function trimStart(text: string, { from, to }: TextRange): TextRange {
  let first = from;
  while (first < to && isBlank(text, { from: first, to: first + 1 })) first++;
  return { from: first, to };
}

function readAttributes(
  attributes: Record<string, SaxesAttributeNS>,
  declared: Set<string>,
): readonly XmlAttribute[] {
  let own: XmlAttribute[] | undefined;
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute === undefined) continue;
    const { name, prefix, local, uri, value } = attribute;
    if (name === "xmlns") declared.add("");
    else if (prefix === "xmlns") declared.add(local);
    else (own ??= []).push({ namespace: uri, prefix, name: local, value });
  }
  return own ?? NONE;
}

/** Shared by all tags without attributes. */
const NONE: readonly XmlAttribute[] = [];

function isBlank(text: string, { from, to }: TextRange): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}

function hasLineBreak(text: string, { from, to }: TextRange): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a || text.charCodeAt(i) === 0x0d) return true;
  return false;
}

const LONGEST_ERROR = 200;

/**
 * From the end of the last construct, without white space, to where the parser noticed the violation; at
 * least one character if there is one.
 */
function errorRange(text: string, behind: number, noticed: number): TextRange {
  const to = Math.max(Math.min(noticed, text.length), Math.min(behind + 1, text.length));
  let from = Math.max(behind, to - LONGEST_ERROR);
  while (from < to - 1 && isBlank(text, { from, to: from + 1 })) from++;
  return { from: Math.min(from, Math.max(to - 1, 0)), to };
}

/** Sorted by position. The parser reports some violations several times at one place; each is listed once. */
function sortProblems(problems: readonly XmlProblem[]): XmlProblem[] {
  const seen = new Set<string>();
  const found = problems.filter(({ message, range }) => {
    const key = `${range.from} ${range.to} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return found.sort((a, b) => a.range.from - b.range.from);
}
