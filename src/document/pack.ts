import { makeSparse, type Sparse } from "../bytes/sparse";
import type { CodeSpace } from "../wbxml/codeSpace";
import type { TokenTable } from "../wbxml/tokenTable";
import { listLines } from "./notation/lines";
import type { Rendering } from "./notation/render";
import { type LinkedDocument, openTokens } from "./open";
import { planXml } from "./plan/fromXml";
import type { TreeRows } from "./rows";
import type { LargeFamilies } from "./siblings";

/** What is known of few tokens, as columns: the tokens, rising, and what is known of each. */
interface SparseColumns {
  readonly tokens: Uint32Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

type Columns = Pick<TokenTable, "kind" | "flags" | "page" | "start" | "parent" | "close">;

/**
 * A document without its bytes and its functions: what can be sent from one thread to another, almost all of
 * it in arrays that can be handed over.
 */
export interface PackedDocument extends Columns {
  readonly facts: Pick<TokenTable, "header" | "count" | "malformations" | "pagesUsed" | "rootTag">;
  readonly attributesEnd: SparseColumns;
  readonly repairedData: SparseColumns;
  /** The XML text and where each token is in it; `undefined` if it was not wanted. */
  readonly rendering: Rendering | undefined;
  readonly rows: TreeRows;
  readonly largeFamilies: LargeFamilies;
  /** The lines of its XML, if it has no text. */
  readonly lines: Int32Array<ArrayBuffer> | undefined;
  /** Whether the text is one that a person wrote, and not the one that the bytes render to. */
  readonly isTyped: boolean;
}

/** Packs copies of what a document consists of; with its XML text, if that is wanted. */
export function packDocument(document: LinkedDocument, withText: boolean, isTyped = false): PackedDocument {
  const { tokens } = document.tree;
  const { header, count, malformations, pagesUsed, rootTag } = tokens;
  return {
    facts: { header, count, malformations, pagesUsed, rootTag },
    kind: tokens.kind.slice(0, count),
    flags: tokens.flags.slice(0, count),
    page: tokens.page.slice(0, count),
    start: tokens.start.slice(0, count + 1),
    parent: tokens.parent.slice(0, count),
    close: tokens.close.slice(0, count),
    attributesEnd: packSparse(tokens.attributesEnd, (end) => ({ start: 0, end })),
    repairedData: packSparse(tokens.repairedData, (range) => range),
    rows: document.rows(),
    largeFamilies: document.largeFamilies(),
    lines: withText ? undefined : listLines(tokens),
    rendering: withText ? packRendering(document) : undefined,
    isTyped,
  };
}

function packSparse<V>(
  values: Sparse<V>,
  read: (value: V) => { readonly start: number; readonly end: number },
): SparseColumns {
  const tokens = Uint32Array.from(values.keys()).sort();
  const ranges = Array.from(tokens, (token) => {
    const value = values.get(token);
    return value === undefined ? { start: 0, end: 0 } : read(value);
  });
  return {
    tokens,
    starts: Uint32Array.from(ranges, ({ start }) => start),
    ends: Uint32Array.from(ranges, ({ end }) => end),
  };
}

function packRendering(document: LinkedDocument): Rendering {
  const { count } = document.tree.tokens;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (let token = 0; token < count; token++) {
    const range = document.textRange(token);
    from[token] = range.from;
    to[token] = range.to;
  }
  return { xml: document.xml, from, to };
}

/** The buffers of a packed document, to be handed over instead of copied. */
export function listBuffers(packed: PackedDocument): readonly ArrayBufferLike[] {
  const { kind, flags, page, start, parent, close, attributesEnd, repairedData } = packed;
  const { rows, largeFamilies, lines, rendering } = packed;
  const columns = [kind, flags, page, start, parent, close, rows.nodes, rows.depths];
  const sparse = [attributesEnd, repairedData].flatMap(({ tokens, starts, ends }) => [tokens, starts, ends]);
  const others = [
    largeFamilies.parents,
    largeFamilies.ends,
    largeFamilies.nodes,
    ...(lines === undefined ? [] : [lines]),
    ...(rendering === undefined ? [] : [rendering.from, rendering.to]),
  ];
  return [columns, sparse, others].flat().map(({ buffer }) => buffer);
}

/** The document of these bytes again. Costs nothing that grows with them. */
export function unpackDocument(
  {
    facts,
    attributesEnd,
    repairedData,
    rows,
    largeFamilies,
    lines,
    rendering,
    isTyped,
    ...columns
  }: PackedDocument,
  bytes: Uint8Array,
  codeSpace: CodeSpace,
): LinkedDocument {
  const { kind, flags, page, start, parent, close } = columns;
  const tokens: TokenTable = {
    ...facts,
    kind,
    flags,
    page,
    start,
    parent,
    close,
    bytes,
    attributesEnd: makeSparse(attributesEnd.tokens, (i) => attributesEnd.ends[i] ?? 0),
    repairedData: makeSparse(repairedData.tokens, (i) => ({
      start: repairedData.starts[i] ?? 0,
      end: repairedData.ends[i] ?? 0,
    })),
  };
  return openTokens(tokens, codeSpace, {
    rows: () => rows,
    largeFamilies: () => largeFamilies,
    ...(lines !== undefined && { lines: () => lines }),
    ...(rendering !== undefined && { rendering: () => rendering }),
    ...(rendering !== undefined && isTyped && { plan: () => planXml(rendering.xml, codeSpace) }),
  });
}
