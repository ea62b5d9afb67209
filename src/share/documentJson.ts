import { toBase64 } from "../bytes/base64";
import { hexByte } from "../bytes/hex";
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
 * A payload, or one node of it, as JSON with offsets. `nodes` is in document order, a line each, and `depth`
 * says what holds what, so that no depth is too deep: elements have `name`, `namespace`, `page`, `token` and
 * `content` (the content bit); leaves have `kind` and `text`,
 * `base64` or `value`. `start` and `end` are bytes of the payload, from the tag to behind its END.
 */
export function documentJson(document: LinkedDocument, only?: number): string {
  const { tokens } = document.tree;
  const { version, publicId, charset, stringTable } = tokens.header;
  const header = {
    version: version === undefined ? null : `1.${version}`,
    publicId,
    charset,
    stringTable: toBase64(tokens.bytes.subarray(stringTable.start, stringTable.end)),
  };
  const malformations = document.malformations.map(({ code, range }) => ({ code, ...range }));
  const [first, behind] =
    only === undefined ? [behindHeader(tokens), tokens.count] : [only, behindNode(tokens, only)];
  const lines: string[] = [];
  const depths = new Int32Array(behind - first);
  for (let token = first; token < behind; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    const depth = parent < first ? 0 : (depths[parent - first] ?? 0) + 1;
    depths[token - first] = depth;
    lines.push(JSON.stringify({ depth, ...nodeJson(document, token), ...nodeRange(tokens, token) }));
  }
  const facts = JSON.stringify({ length: tokens.bytes.length, header, malformations }).slice(1, -1);
  return `{${facts},"nodes":[\n${lines.join(",\n")}\n]}\n`;
}

function nodeJson({ tree, codeSpace }: LinkedDocument, token: number): object {
  const { tokens } = tree;
  if (!isElement(tokens, token)) return leafJson({ tree }, token);
  const page = pageOf(tokens, token);
  const content = hasContent(tokens, token);
  if (kindOf(tokens, token) === TokenKind.LiteralTag)
    return { literal: integerOperand(tokens, token), name: tree.text(token) ?? null, content };
  const identity = tagIdentity(tokens, token);
  return {
    name: tagName(codeSpace, page, identity),
    namespace: pageNames(codeSpace, page).namespace,
    page,
    token: hexByte(identity),
    content,
  };
}

function leafJson({ tree }: Pick<LinkedDocument, "tree">, token: number): object {
  const { tokens } = tree;
  const kind = LEAF_KINDS[kindOf(tokens, token) as TokenKind] ?? "malformed";
  if (kind === "entity" || kind === "extension-integer")
    return { kind, value: integerOperand(tokens, token) };
  const text = kind === "opaque" ? undefined : tree.text(token);
  if (text !== undefined) return { kind, text };
  const { start, end } = tree.data(token);
  return { kind, base64: toBase64(tokens.bytes.subarray(start, end)) };
}
