import { toHex } from "../bytes/hex";
import { GlobalToken } from "../wbxml/globalToken";
import { isElement, TokenKind } from "../wbxml/tokenTable";
import { contentStart, hasContent, integerOperand, type Tree, tagIdentity } from "../wbxml/tree";
import { hasShared, readSharedJson } from "./shared";

/** A test vector in ../shared/samples, as described by its index. */
export interface TestVector {
  readonly file: string;
  readonly kind: string;
  readonly expected: string | null;
  readonly tree?: string;
  readonly wellFormed: boolean;
  readonly trailingBytes: number | null;
}

/**
 * The test vectors that are WBXML bodies, and the real traffic next to them, all of which is well-formed;
 * none if ../shared is missing.
 */
export function readVectors(): TestVector[] {
  if (!hasShared) return [];
  const named = readSharedJson<TestVector[]>("samples/index.json").filter(({ file }) =>
    file.endsWith(".wbxml"),
  );
  const real = readSharedJson<{ readonly file: string; readonly libwbxml: string }[]>(
    "samples/real/index.json",
  ).map(({ file, libwbxml }) => ({
    file: `real/${file}`,
    kind: "eas-request",
    expected: `real/${libwbxml}`,
    wellFormed: true,
    trailingBytes: 0,
  }));
  return [...named, ...real];
}

/** A node in the format described in samples/README.md. */
type JsonNode = Readonly<Record<string, unknown>>;

/**
 * Describes a document in the format of a vector's tree.json. What follows the root is counted, not listed.
 */
export function describeTree(tree: Tree): JsonNode {
  const { tokens } = tree;
  const { header, bytes } = tokens;
  const pages = findAttributePages(tree);
  const roots = tree.roots();
  const first = roots.findIndex((node) => isElement(tokens, node));
  const end = roots.findIndex((node, i) => i > first && tokens.kind[node] !== TokenKind.Instruction);
  const trailing = tokens.malformations.find(({ code }) => code === "trailing-bytes");
  return {
    header: {
      version: `1.${header.version ?? ""}`,
      publicId: header.publicId,
      publicIdIndex: header.publicIdIndex ?? null,
      charset: header.charset,
      stringTableLength: header.stringTable.end - header.stringTable.start,
    },
    stringTableHex: toHex(bytes.subarray(header.stringTable.start, header.stringTable.end), "").toLowerCase(),
    document: roots.slice(0, end < 0 ? roots.length : end).map((node) => describeNode(tree, node, pages)),
    trailingBytes: trailing?.count ?? 0,
  };
}

/**
 * The attribute code page in effect at each token. Like the tag code page, it stays in effect until switched
 * [WAP-192 5.8.1].
 */
function findAttributePages({ tokens }: Tree): Uint8Array {
  const pages = new Uint8Array(tokens.count);
  let page = 0;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] === TokenKind.AttributeSwitchPage)
      page = tokens.bytes[(tokens.start[token] ?? 0) + 1] ?? 0;
    pages[token] = page;
  }
  return pages;
}

function describeNode(tree: Tree, node: number, pages: Uint8Array): JsonNode {
  const { tokens } = tree;
  if (tokens.kind[node] === TokenKind.Instruction) return { pi: describeAttributes(tree, node, pages) };
  if (!isElement(tokens, node)) return describeLeaf(tree, node, pages);
  const name =
    tokens.kind[node] === TokenKind.LiteralTag
      ? { literal: tree.text(node) }
      : { tag: [tokens.page[node], tagIdentity(tokens, node)] };
  const attrs = tokens.attributesEnd.has(node) ? { attrs: describeAttributes(tree, node, pages) } : {};
  return {
    ...name,
    ...attrs,
    content: hasContent(tokens, node)
      ? tree.children(node).map((child) => describeNode(tree, child, pages))
      : null,
  };
}

function describeAttributes(tree: Tree, owner: number, pages: Uint8Array): JsonNode[] {
  const { tokens } = tree;
  const attributes: { readonly attr?: unknown; readonly literal?: unknown; readonly value: JsonNode[] }[] =
    [];
  for (let token = owner + 1; token < contentStart(tokens, owner); token++) {
    const kind = tokens.kind[token];
    if (kind === TokenKind.AttributeStart)
      attributes.push({ attr: [pages[token], tokens.bytes[tokens.start[token] ?? 0]], value: [] });
    else if (kind === TokenKind.AttributeLiteral) attributes.push({ literal: tree.text(token), value: [] });
    else if (kind !== TokenKind.AttributeSwitchPage && kind !== TokenKind.AttributesEnd)
      attributes.at(-1)?.value.push(describeLeaf(tree, token, pages));
  }
  return attributes;
}

const VIA: Readonly<Record<number, string>> = {
  [TokenKind.InlineString]: "STR_I",
  [TokenKind.TableString]: "STR_T",
  [TokenKind.Entity]: "ENTITY",
};

function describeLeaf(tree: Tree, token: number, pages: Uint8Array): JsonNode {
  const { tokens } = tree;
  const first = tokens.bytes[tokens.start[token] ?? 0] ?? 0;
  const { start, end } = tree.data(token);
  const data = toHex(tokens.bytes.subarray(start, end), "").toLowerCase();
  const ext = `0x${toHex(Uint8Array.of(first))}`;
  const via = VIA[tokens.kind[token] ?? 0];
  if (via !== undefined)
    return tree.text(token) === undefined ? { bytesNotInCharset: data } : { text: tree.text(token), via };
  switch (tokens.kind[token]) {
    case TokenKind.Opaque:
      return { opaque: data };
    case TokenKind.AttributeValue:
      return { attrValueToken: [pages[token], first] };
    case TokenKind.ExtensionString:
      return { ext, value: tree.text(token) };
    case TokenKind.ExtensionInteger:
      return { ext, value: integerOperand(tokens, token) };
    case TokenKind.ExtensionByte:
      return first >= GlobalToken.EXT_0 ? { ext } : {};
    default:
      return { malformed: data };
  }
}
