import { describe, expect, it } from "vitest";
import { toBase64 } from "../bytes/base64";
import { toHex } from "../bytes/hex";
import { utf8 } from "../bytes/text";
import { easCodeSpace } from "../eas/codeSpace";
import { decode, encode, revise } from "../testing/codec";
import { hasShared, needsShared, readSharedBytes, readSharedJson, readSharedText } from "../testing/shared";
import { describeTree, readVectors, type TestVector } from "../testing/vectors";
import { isElement, kindOf, pageOf, parentOf, TokenKind } from "../wbxml/tokenTable";
import { type Tree, tagIdentity } from "../wbxml/tree";
import { parseXml, type XmlDocument, type XmlElement } from "../xml/parse";

const vectors = readVectors();
const none: TestVector = { file: "none.wbxml", kind: "", expected: null, wellFormed: true, trailingBytes: 0 };

function each(choose: (vector: TestVector) => boolean): TestVector[] {
  const chosen = vectors.filter(choose);
  return hasShared ? chosen : [none];
}

const open = ({ file }: TestVector) => decode(readSharedBytes(`samples/${file}`));
const codes = (vector: TestVector): string[] => open(vector).malformations.map(({ code }) => code);

describe.skipIf(!hasShared)(`the sample payloads${needsShared}`, () => {
  it("exist", () => {
    expect(vectors.length).toBeGreaterThanOrEqual(90);
    expect(vectors.filter(({ tree }) => tree !== undefined && tree !== null).length).toBeGreaterThanOrEqual(
      50,
    );
  });

  it.each(each(({ tree }) => tree !== undefined && tree !== null))(
    "$file has the tree of its vector",
    (vector) => {
      expect(describeTree(open(vector).tree)).toEqual(readSharedJson(`samples/${vector.tree ?? ""}`));
    },
  );

  it.each(each(({ wellFormed }) => wellFormed))(
    "$file is well-formed, with no problems except bytes after the root",
    (vector) => {
      expect(codes(vector)).toEqual((vector.trailingBytes ?? 0) > 0 ? ["trailing-bytes"] : []);
    },
  );

  it.each(each(({ wellFormed }) => !wellFormed))(
    "$file is not well-formed, and this is reported",
    (vector) => {
      expect(codes(vector).length).toBeGreaterThan(0);
    },
  );

  it.each(each(() => true))(
    "$file is unchanged by its own text, and by that text in another layout",
    (vector) => {
      const document = open(vector);
      expect(revise(document, document.xml)).toEqual({ patches: [], problems: [] });
      if (document.bytes.length > 0) expect(revise(document, `\n${document.xml}\n`).patches).toEqual([]);
    },
  );

  it.each(each(({ wellFormed }) => wellFormed))("$file is encoded from its text byte for byte", (vector) => {
    const document = open(vector);
    const { bytes, problems } = encode(document.xml);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(toHex(bytes)).toBe(toHex(document.bytes));
  });

  it.each(each(({ kind, expected }) => kind.startsWith("eas-") && expected !== null))(
    "$file has the meaning of its XML",
    (vector) => {
      const xml = parseXml(readSharedText(`samples/${vector.expected ?? ""}`));
      expect(xml.problems).toEqual([]);
      const { tree } = open(vector);
      const lines = xmlLines(xml, tree);
      expect(lines.length).toBeGreaterThan(0);
      expect(treeLines(tree)).toEqual(lines);
    },
  );
});

/** Elements in document order, each with its depth, name and value: the tree of the bytes. */
function treeLines(tree: Tree): string[] {
  const { tokens } = tree;
  const lines: string[] = [];
  const work = tree.roots().map((node) => ({ node, depth: 0 }));
  for (let next = work.shift(); next !== undefined; next = work.shift()) {
    const { node, depth } = next;
    if (!isElement(tokens, node)) continue;
    const children = tree.children(node);
    lines.push(
      (
        `${depth} ${treeName(tree, node)} ` +
        (children.some((child) => isElement(tokens, child)) ? "" : treeValue(tree, children))
      ).trim(),
    );
    work.unshift(...children.map((child) => ({ node: child, depth: depth + 1 })));
  }
  return lines;
}

function treeName(tree: Tree, node: number): string {
  const { tokens } = tree;
  return kindOf(tokens, node) === TokenKind.LiteralTag
    ? (tree.text(node) ?? "")
    : `${pageOf(tokens, node)}/${tagIdentity(tokens, node)}`;
}

function treeValue(tree: Tree, children: readonly number[]): string {
  return simplified(
    children
      .map((child) =>
        kindOf(tree.tokens, child) === TokenKind.Opaque ? opaqueText(tree, child) : (tree.text(child) ?? ""),
      )
      .join(""),
  );
}

/** Tags whose byte arrays libwbxml writes as base64: Mime, ConversationId, ConversationIndex. */
const BASE64_TAGS = new Set(["21/16", "22/9", "22/10"]);

function opaqueText(tree: Tree, token: number): string {
  const { start, end } = tree.data(token);
  const bytes = tree.tokens.bytes.subarray(start, end);
  return BASE64_TAGS.has(treeName(tree, parentOf(tree.tokens, token)))
    ? toBase64(bytes)
    : (utf8.decode(bytes) ?? toBase64(bytes));
}

/**
 * The same for an XML text, with its names looked up in the code space, which handles aliases, colons and
 * case.
 */
function xmlLines({ nodes }: XmlDocument, tree: Tree): string[] {
  const literals = new Set(
    Array.from({ length: tree.tokens.count }, (_, token) => token)
      .filter((token) => kindOf(tree.tokens, token) === TokenKind.LiteralTag)
      .map((token) => tree.text(token)),
  );
  return nodes.flatMap((node, index) => {
    if (node.kind !== "element") return [];
    const inside = nodes.slice(index + 1, node.end);
    const value = inside.some(({ kind }) => kind === "element")
      ? ""
      : inside.map((child) => (child.kind === "text" || child.kind === "cdata" ? child.text : "")).join("");
    return (
      `${depthOf(nodes, node)} ${literals.has(node.name) ? node.name : xmlName(node)} ` + simplified(value)
    ).trim();
  });
}

function depthOf(nodes: XmlDocument["nodes"], node: XmlElement): number {
  let depth = 0;
  for (let parent = nodes[node.parent]; parent !== undefined; parent = nodes[parent.parent]) depth++;
  return depth;
}

function xmlName({ namespace, name }: XmlElement): string {
  const page = easCodeSpace.pageOf(namespace)?.page ?? -1;
  const tag = easCodeSpace.find(page, name);
  return tag === undefined ? `${namespace} ${name}` : `${tag.page}/${tag.token}`;
}

/** XML turns CR LF into LF, and XML from a source is indented by hand. */
function simplified(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
