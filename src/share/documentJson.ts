import { toBase64 } from "../bytes/base64";
import { formatByte } from "../bytes/hex";
import { pageNames, tagName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import {
  behindHeader,
  behindNode,
  isElement,
  kindOf,
  nodeRange,
  pageOf,
  parentOf,
  TokenKind,
} from "../wbxml/tokenTable";
import { hasContent, integerOperand, isNode, tagIdentity } from "../wbxml/tree";

const LEAF_KINDS: Readonly<Partial<Record<TokenKind, string>>> = {
  [TokenKind.InlineString]: "string",
  [TokenKind.TableString]: "table-string",
  [TokenKind.Opaque]: "opaque",
  [TokenKind.Entity]: "entity",
  [TokenKind.ExtensionString]: "extension-string",
  [TokenKind.ExtensionInteger]: "extension-integer",
  [TokenKind.ExtensionByte]: "extension-byte",
  [TokenKind.Instruction]: "instruction",
};

/**
 * Formats a payload, or one of its nodes, as JSON with byte offsets. `nodes` is flat, in document order, one
 * node per line; `depth` gives the nesting, so that no document is too deep. An element has `name`,
 * `namespace`, `page`, `token` and `content` (the content bit); a leaf has `kind` and one of `text`, `base64`
 * or `value`. `start` and `end` are byte offsets in the payload, from the tag to just after its END.
 */
export function formatDocumentJson(document: LinkedDocument, node?: number): string {
  return [...writeDocumentJson(document, node)].join("");
}

/** The same text in pieces, each written when it is asked for; a piece holds no more than one value. */
export function* writeDocumentJson(document: LinkedDocument, node?: number): Generator<string, void> {
  yield* writeFacts(document);
  let before = NODES;
  for (const place of listNodes(document, node)) {
    yield before + writeNode(document, place);
    before = ",\n";
  }
  yield before === NODES ? NODES + END : END;
}

const NODES = ',"nodes":[\n';
const END = "\n]}\n";

/**
 * The first characters of that text, about as many as `most`, without writing the rest. It ends before a
 * value of more bytes than that.
 */
export function startDocumentJson(
  document: LinkedDocument,
  most: number,
): { readonly text: string; readonly isWhole: boolean } {
  const { tokens } = document.tree;
  let text = "";
  for (const piece of writeFacts(document)) {
    if (text.length > most) return { text, isWhole: false };
    text += piece;
  }
  let before = NODES;
  for (const place of listNodes(document)) {
    const { start, end } = nodeRange(tokens, place.token);
    const isLong = !isElement(tokens, place.token) && end - start > most;
    if (isLong || text.length > most) return { text, isWhole: false };
    text += before + writeNode(document, place);
    before = ",\n";
  }
  return { text: text + (before === NODES ? NODES + END : END), isWhole: true };
}

/** What is known of the whole payload. */
function* writeFacts({ tree: { tokens }, malformations }: LinkedDocument): Generator<string, void> {
  const { version, publicId, charset, stringTable } = tokens.header;
  const header = { version: version === undefined ? null : `1.${version}`, publicId, charset };
  yield JSON.stringify({ length: tokens.bytes.length, header }).slice(0, -2);
  yield ',"stringTable":"';
  for (let at = stringTable.start; at < stringTable.end; at += TABLE_PIECE)
    yield toBase64(tokens.bytes.subarray(at, Math.min(at + TABLE_PIECE, stringTable.end)));
  yield '"},"malformations":[';
  for (const [i, { code, range }] of malformations.entries())
    yield (i === 0 ? "" : ",") + JSON.stringify({ code, ...range });
  yield "]";
}

/** The bytes of a piece of the string table: whole groups of base64. */
const TABLE_PIECE = 0xc000;

/** A node, and how many of the listed elements it is in. */
interface Place {
  readonly token: number;
  readonly depth: number;
}

/** The nodes of a document, or a node with those in it, in document order. */
function* listNodes({ tree: { tokens } }: LinkedDocument, node?: number): Generator<Place, void> {
  const [first, end] =
    node === undefined ? [behindHeader(tokens), tokens.count] : [node, behindNode(tokens, node)];
  const open: number[] = [];
  for (let token = first; token < end; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    while (open.length > 0 && open.at(-1) !== parent) open.pop();
    yield { token, depth: open.length };
    if (isElement(tokens, token)) open.push(token);
  }
}

function writeNode(document: LinkedDocument, { token, depth }: Place): string {
  const { tokens } = document.tree;
  return JSON.stringify({ depth, ...describeNode(document, token), ...nodeRange(tokens, token) });
}

function describeNode({ tree, codeSpace }: LinkedDocument, token: number): object {
  const { tokens } = tree;
  if (!isElement(tokens, token)) return describeLeaf({ tree }, token);
  const page = pageOf(tokens, token);
  const content = hasContent(tokens, token);
  if (kindOf(tokens, token) === TokenKind.LiteralTag)
    return { literal: integerOperand(tokens, token), name: tree.text(token) ?? null, content };
  const identity = tagIdentity(tokens, token);
  return {
    name: tagName(codeSpace, page, identity),
    namespace: pageNames(codeSpace, page).namespace,
    page,
    token: formatByte(identity),
    content,
  };
}

function describeLeaf({ tree }: Pick<LinkedDocument, "tree">, token: number): object {
  const { tokens } = tree;
  const kind = LEAF_KINDS[kindOf(tokens, token) as TokenKind] ?? "malformed";
  if (kind === "entity" || kind === "extension-integer")
    return { kind, value: integerOperand(tokens, token) };
  const text = kind === "opaque" ? undefined : tree.text(token);
  if (text !== undefined) return { kind, text };
  const { start, end } = tree.data(token);
  return { kind, base64: toBase64(tokens.bytes.subarray(start, end)) };
}
