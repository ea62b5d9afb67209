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
  const { tokens } = document.tree;
  const { version, publicId, charset, stringTable } = tokens.header;
  const header = {
    version: version === undefined ? null : `1.${version}`,
    publicId,
    charset,
    stringTable: toBase64(tokens.bytes.subarray(stringTable.start, stringTable.end)),
  };
  const malformations = document.malformations.map(({ code, range }) => ({ code, ...range }));
  const [first, end] =
    node === undefined ? [behindHeader(tokens), tokens.count] : [node, behindNode(tokens, node)];
  const lines: string[] = [];
  const depths = new Int32Array(end - first);
  for (let token = first; token < end; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    const depth = parent < first ? 0 : (depths[parent - first] ?? 0) + 1;
    depths[token - first] = depth;
    lines.push(JSON.stringify({ depth, ...describeNode(document, token), ...nodeRange(tokens, token) }));
  }
  const facts = JSON.stringify({ length: tokens.bytes.length, header, malformations }).slice(1, -1);
  return `{${facts},"nodes":[\n${lines.join(",\n")}\n]}\n`;
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
