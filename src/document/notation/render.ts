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
 * XML text and where each token stands in it: an opening tag or a leaf for its own token, a closing tag for
 * its END.
 */
export interface Rendering {
  readonly xml: string;
  /**
   * By token, UTF-16 units: where its text begins and ends. Tokens without a text of their own have an empty
   * range.
   */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Where a token stands in the text. */
export function textRange({ from, to }: Pick<Rendering, "from" | "to">, token: number): TextRange {
  return { from: from[token] ?? 0, to: to[token] ?? 0 };
}

const INDENT = "  ";
const DEEPEST_INDENT = 16;
/**
 * From here on nothing is indented: a string has a longest length (2^29 units or so), and tags of a byte take
 * forty.
 */
const LONGEST_INDENTED = 0x8000000;
/** How many times as long as their payload most texts are. */
const USUAL_GROWTH = 4;
const encoder = new TextEncoder();
const LAYOUTS = Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) =>
  encoder.encode(`\n${INDENT.repeat(depth)}`),
);
const NO_LAYOUT = new Uint8Array(0);

/** All that rendering one document changes while it goes. */
interface State {
  readonly tree: Tree;
  readonly tokens: TokenTable;
  readonly sink: TextSink;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly names: (page: number, token: number) => TagText;
  /** Open elements, innermost last, with what their closing tag says. */
  readonly open: { readonly mixed: boolean; readonly closing: Uint8Array; filled: boolean }[];
  readonly declarations: string;
  declared: boolean;
  previous: number;
}

/**
 * Tree → XML text, one construct for each node (see notation.md). Total. Reading the text again gives the
 * same bytes. White space is only put between elements; indentation stops growing at depth 16, and ends where
 * a text has become very long.
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

/**
 * XML wants one root element; where the bytes have another number, or loose content at the top, an element of
 * the notation holds it all.
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
  if (header === state.tokens.count) return state.sink.put("/>");
  state.sink.put(">");
  const mixed = state.tree.roots().some((node) => !isElement(state.tokens, node));
  state.open.push({ mixed, closing: BODY.closing, filled: true });
  renderTokens(state, header);
  renderEnd(state, state.tokens.count);
}

/** How an element begins, up to its attributes, and how it ends. */
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
  const pages: (TagText | undefined)[][] = []; // by page and token; a payload has few of them
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

/** Renders the token and whatever belongs to it (an attribute list); answers the last token so rendered. */
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
  const { opening, closing } = literal
    ? LITERAL
    : state.names(pageOf(tokens, element), tagIdentity(tokens, element));
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
 * The tokens of an attribute list stand inside the text of their owner. Answers the last of them, or the
 * owner where it has none.
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

/** UTF-8, as nearly all strings are: from byte to byte. False, and nothing done, where that is not enough. */
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
 * The header of a second document, in front of its elements; like all that such bytes hold it stands inside
 * the notation's own root.
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
