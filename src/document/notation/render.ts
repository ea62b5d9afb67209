import { byteAt } from "../../bytes/byteAt";
import type { TextRange } from "../../bytes/range";
import type { CodeSpace } from "../../wbxml/codeSpace";
import {
  behindHeader,
  endOf,
  FLAG_MIXED,
  FLAG_UTF_8,
  flagsOf,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import {
  contentStart,
  hasContent,
  integerOperand,
  isNode,
  stringOfTable,
  type Tree,
  tagIdentity,
} from "../../wbxml/tree";
import { quoteAttribute } from "../../xml/write";
import { attributesText } from "./attributes";
import { headerText } from "./header";
import { LONGEST_QUOTED, leafNotation } from "./leaf";
import { pageNames, tagName, WBXML_NAMESPACE, WBXML_PREFIX } from "./names";
import { quote } from "./operands";
import { type TextSink, textSink } from "./textSink";

/**
 * XML text and where each token is in it: the text of a token is its opening tag or leaf, the text of an END
 * is the closing tag.
 */
export interface Rendering {
  readonly xml: string;
  /**
   * By token, in UTF-16 units: where its text starts and ends. Tokens without their own text have an empty
   * range.
   */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Where a token is in the text. */
export function textRange({ from, to }: Pick<Rendering, "from" | "to">, token: number): TextRange {
  return { from: from[token] ?? 0, to: to[token] ?? 0 };
}

const INDENT = "  ";
const DEEPEST_INDENT = 16;
/**
 * After this length nothing is indented: a string has a maximum length (about 2^29 units), and one byte of
 * tags can take forty units.
 */
const LONGEST_INDENTED = 0x8000000;
/** The length of most texts relative to their payload. */
const USUAL_GROWTH = 4;
const encoder = new TextEncoder();
const LAYOUTS = Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) =>
  encoder.encode(`\n${INDENT.repeat(depth)}`),
);
const NO_LAYOUT = new Uint8Array(0);

/** The state of rendering one document. */
interface State {
  readonly tree: Tree;
  readonly tokens: TokenTable;
  readonly sink: TextSink;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly names: (page: number, token: number) => TagText;
  /** Open elements, innermost last, with the text of their closing tags. */
  readonly open: { readonly mixed: boolean; readonly closing: Uint8Array; filled: boolean }[];
  readonly declarations: string;
  declared: boolean;
  previous: number;
}

/**
 * Tree → XML text, one construct for each node (see notation.md). Total. Reading the text gives the same
 * bytes. White space is only added between elements. Indentation stops growing at depth 16, and ends when a
 * text has become very long.
 */
export function render(tree: Tree, codeSpace: CodeSpace): Rendering {
  const { tokens } = tree;
  const wrapped = needsWrapper(tree);
  const state: State = {
    tree,
    tokens,
    sink: textSink(tokens.bytes.length * USUAL_GROWTH),
    from: new Uint32Array(tokens.count),
    to: new Uint32Array(tokens.count),
    names: makeTagTexts(codeSpace, tokens.pagesUsed[0] ?? 0),
    open: [],
    declarations: writeDeclarations(codeSpace, tokens, wrapped),
    declared: false,
    previous: 0,
  };
  if (tokens.count === 0) return { xml: "", from: state.from, to: state.to };
  const header = behindHeader(tokens);
  renderHeader(state, header);
  if (wrapped) renderWrapped(state, header);
  else renderTokens(state, header);
  return { xml: state.sink.text(), from: state.from, to: state.to };
}

const NOT_PLACED = new Uint32Array(0);

/** What all lines of a document have in common: working it out reads every token. */
const common = new WeakMap<TokenTable, Pick<State, "names" | "declarations">>();

function readCommon(tokens: TokenTable, codeSpace: CodeSpace): Pick<State, "names" | "declarations"> {
  const known = common.get(tokens) ?? {
    names: makeTagTexts(codeSpace, tokens.pagesUsed[0] ?? 0),
    declarations: writeDeclarations(codeSpace, tokens, false),
  };
  common.set(tokens, known);
  return known;
}

/**
 * The text that `render` writes for a run of tokens, from the start of its first line; without the wrapper of
 * a document that has no single root. `around` is the element that the first token is in or closes; -1 for
 * none. `filled` says whether it has elements on lines of their own before that token.
 */
export function renderTokensOf(
  { tree, codeSpace }: { readonly tree: Tree; readonly codeSpace: CodeSpace },
  first: number,
  end: number,
  around: number,
  filled = true,
): string {
  const { tokens } = tree;
  const { names, declarations } = readCommon(tokens, codeSpace);
  const open: State["open"] = [];
  // a line closes one of the elements around it at most, and further out, none changes the indent
  for (let element = around; element >= 0 && open.length < DEEPEST_INDENT + 2; ) {
    open.push({
      mixed: (flagsOf(tokens, element) & FLAG_MIXED) !== 0,
      closing: tagText(names, tokens, element).closing,
      filled: filled || element !== around,
    });
    element = parentOf(tokens, element);
  }
  open.reverse();
  const isRoot = first <= tokens.rootTag;
  const state: State = {
    tree,
    tokens,
    names,
    open,
    sink: textSink(1024),
    from: NOT_PLACED, // what is written to it is ignored
    to: NOT_PLACED,
    declarations,
    declared: !isRoot,
    previous: 0,
  };
  for (let token = first; token < end; token++) token = renderToken(state, token);
  return state.sink.text().replace(/^\n/, "");
}

/**
 * The text that `render` writes for an element that starts a line, from the start of that line up to its
 * attributes.
 */
export function renderOpeningOf(
  { tree: { tokens }, codeSpace }: { readonly tree: Tree; readonly codeSpace: CodeSpace },
  element: number,
): string {
  let depth = 0;
  for (let around = parentOf(tokens, element); around >= 0 && depth < DEEPEST_INDENT; depth++)
    around = parentOf(tokens, around);
  const { opening } = tagText(readCommon(tokens, codeSpace).names, tokens, element);
  return INDENT.repeat(depth) + new TextDecoder().decode(opening);
}

/**
 * XML requires one root element. If the bytes have none or several, or loose content at the top level, an
 * element of the notation wraps everything.
 */
function needsWrapper(tree: Tree): boolean {
  const roots = tree.roots();
  const elements = roots.filter((node) => isElement(tree.tokens, node));
  const instructions = roots.filter((node) => kindOf(tree.tokens, node) === TokenKind.Instruction);
  return elements.length !== 1 || elements.length + instructions.length !== roots.length;
}

function renderHeader(state: State, count: number): void {
  const text = headerText(state.tokens.bytes, state.tokens.header);
  if (text === undefined) return;
  state.sink.put(`<?wbxml ${text}?>`);
  state.to.fill(state.sink.length(), 0, count);
}

function renderWrapped(state: State, header: number): void {
  openLine(state);
  state.sink.putBytes(BODY.opening);
  state.sink.put(state.declarations);
  state.declared = true;
  const roots = state.tree.roots();
  if (roots.length === 0) return renderNothing(state, header);
  state.sink.put(">");
  const mixed = roots.some((node) => !isElement(state.tokens, node));
  state.open.push({ mixed, closing: BODY.closing, filled: true });
  renderTokens(state, header);
  renderEnd(state, state.tokens.count);
}

/** A body without a node: SWITCH_PAGE tokens at most. They are at the end of the text. */
function renderNothing({ sink, from, to }: State, header: number): void {
  sink.put("/>");
  from.fill(sink.length(), header);
  to.fill(sink.length(), header);
}

/** The start of an element up to its attributes, and its end. */
interface TagText {
  readonly opening: Uint8Array;
  readonly closing: Uint8Array;
}

function makeTagText(name: string): TagText {
  return { opening: encoder.encode(`<${name}`), closing: encoder.encode(`</${name}>`) };
}

const LITERAL = makeTagText(`${WBXML_PREFIX}:LITERAL`);
const BODY = makeTagText(`${WBXML_PREFIX}:body`);

function makeTagTexts(codeSpace: CodeSpace, defaultPage: number): State["names"] {
  const pages: (TagText | undefined)[][] = []; // by page and token; a payload has only a few of them
  return (page, token) => {
    const texts = (pages[page] ??= []);
    const known = texts[token];
    if (known !== undefined) return known;
    const local = tagName(codeSpace, page, token);
    const made = makeTagText(page === defaultPage ? local : `${pageNames(codeSpace, page).prefix}:${local}`);
    texts[token] = made;
    return made;
  };
}

function tagText(names: State["names"], tokens: TokenTable, element: number): TagText {
  return kindOf(tokens, element) === TokenKind.LiteralTag
    ? LITERAL
    : names(pageOf(tokens, element), tagIdentity(tokens, element));
}

function writeDeclarations(codeSpace: CodeSpace, tokens: TokenTable, wrapped: boolean): string {
  const notation =
    wrapped ||
    tokens.attributesEnd.size > 0 ||
    tokens.kind.subarray(0, tokens.count).includes(TokenKind.LiteralTag);
  const pages = tokens.pagesUsed.map((page, i) => {
    const { namespace, prefix } = pageNames(codeSpace, page);
    return i === 0 ? ` xmlns="${namespace}"` : ` xmlns:${prefix}="${namespace}"`;
  });
  return pages.join("") + (notation ? ` xmlns:${WBXML_PREFIX}="${WBXML_NAMESPACE}"` : "");
}

function renderTokens(state: State, first: number): void {
  const { tokens, from, to, sink } = state;
  const outer = state.open.length;
  for (let token = first; token < tokens.count; token++) {
    const at = sink.length();
    from[token] = at;
    token = renderToken(state, token);
    if (to[token] === 0) to[token] = sink.length();
  }
  while (state.open.length > outer) renderEnd(state, tokens.count); // what the bytes left open
}

/**
 * Renders the token and everything that belongs to it (an attribute list). Returns the last rendered token.
 */
function renderToken(state: State, token: number): number {
  const { tokens } = state;
  switch (kindOf(tokens, token)) {
    case TokenKind.Tag:
    case TokenKind.LiteralTag:
      return renderElement(state, token);
    case TokenKind.End:
      renderEnd(state, token);
      return token;
    case TokenKind.InlineString:
      renderString(state, token);
      return token;
    case TokenKind.Version:
      return renderNextHeader(state, token);
    case TokenKind.SwitchPage:
      return token;
    default:
      return isNode(tokens, token) ? renderLeaf(state, token) : token;
  }
}

function openLine(state: State): void {
  const parent = state.open.at(-1);
  if (parent?.mixed === true) return;
  if (parent === undefined && state.sink.length() === 0) return;
  newLine(state);
}

function newLine({ sink, open }: State): void {
  const depth = sink.length() < LONGEST_INDENTED ? Math.min(open.length, DEEPEST_INDENT) : 0;
  sink.putBytes(LAYOUTS[depth] ?? NO_LAYOUT);
}

function place(state: State, token: number, from: number): void {
  state.from[token] = from;
  state.to[token] = state.sink.length();
}

function renderElement(state: State, element: number): number {
  const { tokens, sink } = state;
  const parent = state.open.at(-1);
  if (parent !== undefined) parent.filled = true;
  openLine(state);
  const at = sink.length();
  const literal = kindOf(tokens, element) === TokenKind.LiteralTag;
  const { opening, closing } = tagText(state.names, tokens, element);
  const content = hasContent(tokens, element);
  const attributes = elementAttributes(state, element, literal);
  sink.putBytes(opening);
  if (attributes !== "") sink.put(attributes);
  sink.put(content ? ">" : "/>");
  place(state, element, at);
  state.previous = TokenKind.Tag;
  const mixed = (flagsOf(tokens, element) & FLAG_MIXED) !== 0;
  if (content) state.open.push({ mixed, closing, filled: false });
  return skipAttributes(state, element);
}

function elementAttributes(state: State, element: number, literal: boolean): string {
  const { tree, tokens } = state;
  let text = "";
  if (!state.declared) {
    state.declared = true;
    text = state.declarations;
  }
  if (literal) {
    const index = integerOperand(tokens, element);
    const named = stringOfTable(tokens, index, LONGEST_QUOTED);
    text +=
      " " +
      `index="${index}"${named === undefined ? "" : ` name=${quoteAttribute(quote(named).slice(1, -1))}`}`;
  }
  if (tokens.attributesEnd.has(element))
    text += ` ${WBXML_PREFIX}:attributes=${quoteAttribute(attributesText(tree, element))}`;
  return text;
}

/**
 * The tokens of an attribute list are inside the text of their owner. Returns the last of them, or the owner
 * if it has none.
 */
function skipAttributes(state: State, owner: number): number {
  const behind = contentStart(state.tokens, owner);
  const { from, to } = textRange(state, owner);
  state.from.fill(from, owner + 1, behind);
  state.to.fill(to, owner + 1, behind);
  return behind - 1;
}

function renderEnd(state: State, token: number): void {
  const { sink } = state;
  const element = state.open.pop();
  if (element === undefined) return;
  if (!element.mixed && element.filled) newLine(state);
  const at = sink.length();
  sink.putBytes(element.closing);
  place(state, token, at);
  state.previous = TokenKind.End;
}

function renderString(state: State, token: number): void {
  const { sink } = state;
  if (state.previous === TokenKind.InlineString) sink.put("<?split?>");
  const at = sink.length();
  if (!putData(state, token)) sink.put(leafNotation(state.tree, token));
  place(state, token, at);
  state.previous = TokenKind.InlineString;
}

/**
 * UTF-8, like nearly all strings: copied byte by byte. Returns false and does nothing if that is not
 * possible.
 */
function putData({ tokens, sink }: State, token: number): boolean {
  if ((flagsOf(tokens, token) & FLAG_UTF_8) === 0) return false;
  const start = startOf(tokens, token) + 1;
  const end = endOf(tokens, token);
  return sink.putData(tokens.bytes, start, tokens.bytes[end - 1] === 0 ? end - 1 : end);
}

function renderLeaf(state: State, token: number): number {
  if (state.open.length === 0) openLine(state);
  const at = state.sink.length();
  state.sink.put(leafNotation(state.tree, token));
  place(state, token, at);
  state.previous = kindOf(state.tokens, token);
  return skipAttributes(state, token);
}

/**
 * The header of a second document, before its elements. Like everything in such payloads it is inside the
 * notation's own root.
 */
function renderNextHeader(state: State, token: number): number {
  const { tokens, sink } = state;
  const at = sink.length();
  sink.put(`<?wbxml version="1.${byteAt(tokens.bytes, startOf(tokens, token))}"?>`);
  const behind = behindHeader(tokens, token);
  state.from.fill(at, token, behind);
  state.to.fill(sink.length(), token, behind);
  state.previous = TokenKind.Version;
  return behind - 1;
}
