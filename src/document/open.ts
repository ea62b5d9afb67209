import type { TextRange } from "../bytes/range";
import type { CodeSpace } from "../wbxml/codeSpace";
import type { Malformation } from "../wbxml/malformation";
import { tokenize } from "../wbxml/tokenize";
import {
  behindHeader,
  closeOf,
  isElement,
  kindOf,
  parentOf,
  TokenKind,
  type TokenTable,
} from "../wbxml/tokenTable";
import { hasContent, isNode, parse, type Tree } from "../wbxml/tree";
import { listLines } from "./notation/lines";
import { type Rendering, render, textRange } from "./notation/render";
import { planTree } from "./plan/fromTree";
import { planXml } from "./plan/fromXml";
import type { Plan } from "./plan/plan";
import { listRows, type TreeRows } from "./rows";
import { type LargeFamilies, listLargeFamilies } from "./siblings";

/** Bytes, tokens, tree and XML of one payload, in step. Immutable: an edit returns a new document. */
export interface LinkedDocument {
  readonly bytes: Uint8Array;
  readonly codeSpace: CodeSpace;
  readonly tree: Tree;
  readonly malformations: readonly Malformation[];
  /** The XML text; rendered on first use. */
  readonly xml: string;
  /**
   * Where a token is in `xml`: its opening tag, leaf or closing tag; an empty range for tokens without their
   * own text.
   */
  readonly textRange: (token: number) => TextRange;
  /** The plan of `xml`: what it says to write. Created on first use. */
  readonly plan: () => Plan;
  /** By plan node, its token. */
  readonly planTokens: () => Int32Array;
  /** The rows of its tree. Created on first use. */
  readonly rows: () => TreeRows;
  /** The nodes of the parents that have very many. Created on first use. */
  readonly largeFamilies: () => LargeFamilies;
  /** The tokens at which the lines of its XML start (`notation/lines.ts`). Created on first use. */
  readonly lines: () => Int32Array;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Bytes → linked document. Total: accepts any bytes. The optional `text` is a text with the same meaning as
 * the bytes (what a person typed, with its layout). It is used as `xml` if its nodes match the document's;
 * otherwise the document is rendered again.
 */
export function openDocument(bytes: Uint8Array, codeSpace: CodeSpace, text?: string): LinkedDocument {
  return text === undefined
    ? openPlanned(bytes, codeSpace)
    : openPlanned(bytes, codeSpace, text, planXml(text, codeSpace));
}

/** The same, if the plan of the text is already known. */
export function openPlanned(
  bytes: Uint8Array,
  codeSpace: CodeSpace,
  text?: string,
  typed?: Plan,
): LinkedDocument {
  const tokens = tokenize(bytes);
  const planTokens = once(() => nodeTokens(tokens));
  const keeps = text !== undefined && typed !== undefined && fitsTree(parse(tokens), planTokens(), typed);
  return openTokens(tokens, codeSpace, {
    planTokens,
    ...(keeps && { rendering: () => locateTyped(text, typed, tokens, planTokens()), plan: () => typed }),
  });
}

/** What is known of a document besides its tokens. The rest is worked out on first use. */
interface Known {
  readonly planTokens?: () => Int32Array;
  readonly rendering?: () => Rendering;
  readonly plan?: () => Plan;
  readonly rows?: () => TreeRows;
  readonly largeFamilies?: () => LargeFamilies;
  readonly lines?: () => Int32Array;
}

/** The document of bytes that have been tokenized already. */
export function openTokens(tokens: TokenTable, codeSpace: CodeSpace, known: Known = {}): LinkedDocument {
  const tree = parse(tokens);
  const planTokens = known.planTokens ?? once(() => nodeTokens(tokens));
  const rendering = once(known.rendering ?? (() => render(tree, codeSpace)));
  const makePlan = (): Plan =>
    tokens.malformations.length > 0
      ? planXml(rendering().xml, codeSpace)
      : planTree(tree, codeSpace, rendering(), planTokens());
  const rows = known.rows ?? once(() => listRows(tokens));
  return {
    bytes: tokens.bytes,
    codeSpace,
    tree,
    malformations: tokens.malformations,
    get xml() {
      return rendering().xml;
    },
    textRange: (token) => textRange(rendering(), token),
    plan: once(known.plan ?? makePlan),
    planTokens,
    rows,
    largeFamilies: known.largeFamilies ?? once(() => listLargeFamilies(tokens, rows())),
    lines: known.lines ?? once(() => listLines(tokens)),
  };
}

/**
 * A document with other bytes in the same places, for as long as nobody has read them: its tokens are those
 * of the bytes before.
 */
export function withBytes(document: LinkedDocument, bytes: Uint8Array): LinkedDocument {
  const { rows, largeFamilies, lines } = document;
  return openTokens({ ...document.tree.tokens, bytes }, document.codeSpace, { rows, largeFamilies, lines });
}

/**
 * The tokens that plan nodes represent, in order: nodes of the tree, and the headers of further documents.
 */
function nodeTokens(tokens: TokenTable): Int32Array {
  const nodes = new Int32Array(tokens.count);
  let count = 0;
  for (let token = behindHeader(tokens); token < tokens.count; token++) {
    if (isNode(tokens, token) || kindOf(tokens, token) === TokenKind.Version) nodes[count++] = token;
  }
  return nodes.slice(0, count);
}

/**
 * Whether a plan has the same nodes as the tokens: the same number, with elements and damage in the same
 * places, each inside the same parent.
 */
function fitsTree({ tokens }: Tree, planTokens: Int32Array, plan: Plan): boolean {
  if (plan.nodes.length !== planTokens.length) return false;
  return plan.nodes.every((node, i) => {
    const token = planToken(planTokens, i);
    const holder = planToken(planTokens, node.parent);
    const isMalformed = node.kind === "leaf" && node.content.kind === "malformed";
    if ((kindOf(tokens, token) === TokenKind.Malformed) !== isMalformed || parentOf(tokens, token) !== holder)
      return false;
    return node.kind === "element"
      ? isElement(tokens, token) && node.content === hasContent(tokens, token)
      : !isElement(tokens, token);
  });
}

/** Where tokens are in a text that a person typed. */
function locateTyped(xml: string, plan: Plan, tokens: TokenTable, planTokens: Int32Array): Rendering {
  const from = new Uint32Array(tokens.count);
  const to = new Uint32Array(tokens.count);
  const place = (token: number, range: TextRange): void => {
    from[token] = range.from;
    to[token] = range.to;
  };
  const { headerRange = { from: 0, to: 0 } } = plan;
  for (let token = 0; token < behindHeader(tokens); token++) place(token, headerRange);
  plan.nodes.forEach((node, i) => {
    const token = planToken(planTokens, i);
    place(token, node.kind === "element" ? node.tag : node.range);
    const close = closeOf(tokens, token);
    if (node.kind === "element" && close > token) place(close, node.closing);
  });
  for (let token = 1; token < tokens.count; token++) {
    const behind = textRange({ from, to }, token - 1).to;
    if (from[token] === 0 && to[token] === 0) place(token, { from: behind, to: behind });
  }
  return { xml, from, to };
}

/** The token for a planned node; -1 for -1, the top level. */
function planToken(planTokens: Int32Array, index: number): number {
  return planTokens[index] ?? -1;
}
