import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatches, type Patch } from "../../bytes/patch";
import { easCodeSpace } from "../../eas/codeSpace";
import { encodeSample, type Noise, noise, type SampleNode, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { decode, encode, revise } from "../../testing/codec";
import { nodeRange } from "../../wbxml/tokenTable";
import { bytesAtText } from "../locate";
import type { LinkedDocument } from "../open";
import { isEncodable } from "../problem";
import { excerpt, fragmentXml, readFragment, withoutDeclared } from "./excerpt";
import type { TreeEdit } from "./place";
import {
  appendChild,
  duplicateNode,
  insertAfter,
  moveNode,
  removeNode,
  setValue,
  toggleContent,
  toInlineString,
  toOpaque,
} from "./treeEdits";

type Element = Extract<SampleNode, { readonly kind: "element" }>;

/** The path of child numbers to every node of a sample except its root, in document order. */
function pathsOf(node: SampleNode, path: readonly number[] = []): (readonly number[])[] {
  const inside =
    node.kind === "element" ? (node.content ?? []).flatMap((child, i) => pathsOf(child, [...path, i])) : [];
  return path.length === 0 ? inside : [path, ...inside];
}

/** A sample with the children of one element changed. */
function withChildren(
  node: SampleNode,
  path: readonly number[],
  change: (children: readonly SampleNode[], at: number) => readonly SampleNode[],
): SampleNode {
  const [at = 0, ...rest] = path;
  const { content } = node as Element;
  const children = content ?? [];
  if (rest.length === 0) return { ...(node as Element), content: change(children, at) };
  return {
    ...(node as Element),
    content: children.map((child, i) => (i === at ? withChildren(child, rest, change) : child)),
  };
}

function sampleAt(node: SampleNode, path: readonly number[]): SampleNode {
  return path.reduce<SampleNode>((inner, at) => (inner as Element).content?.[at] ?? inner, node);
}

interface Applied {
  readonly document: LinkedDocument;
  readonly patches: readonly Patch[];
}

function applied(document: LinkedDocument, edit: TreeEdit): Applied {
  const { patches, problems } = revise(document, edit.text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return { document: decode(applyPatches(document.bytes, patches)), patches };
}

const anySample = fc
  .tuple(
    sampleTree.filter((root) => pathsOf(root).length > 0),
    noise,
    fc.nat(),
  )
  .map(([root, noisy, pick]) => ({ root, noisy, pick }));

/** A document, one of its nodes below the root, and the same place in the sample it was made from. */
function nodeOf({
  root,
  noisy,
  pick,
}: {
  readonly root: SampleNode;
  readonly noisy: Noise;
  readonly pick: number;
}) {
  const paths = pathsOf(root);
  const index = pick % paths.length;
  const document = decode(encodeSample(root, noisy));
  return { root, document, path: paths[index] ?? [], token: document.planTokens()[index + 1] ?? -1 };
}

function says(document: LinkedDocument, root: SampleNode): void {
  expect(document.xml).toBe(decode(encodeSample(root)).xml);
}

describe("edits of the tree", () => {
  it("remove and duplicate the intended node, and nothing else", () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { root, document, path, token } = nodeOf(sample);
        const removed = removeNode(document, token);
        const doubled = duplicateNode(document, token);
        if (removed === undefined || doubled === undefined)
          throw new Error("a node below the root can be removed and doubled");
        says(
          applied(document, removed).document,
          withChildren(root, path, (children, at) => children.filter((_, i) => i !== at)),
        );
        says(
          applied(document, doubled).document,
          withChildren(root, path, (children, at) =>
            children.flatMap((child, i) => (i === at ? [child, child] : [child])),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("move a node past its neighbour, and back", () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { root, document, path, token } = nodeOf(sample);
        const at = path.at(-1) ?? 0;
        const siblings = (sampleAt(root, path.slice(0, -1)) as Element).content ?? [];
        const down = moveNode(document, token, "down");
        expect(down === undefined).toBe(at === siblings.length - 1);
        expect(moveNode(document, token, "up") === undefined).toBe(at === 0);
        if (down === undefined) return;
        const swapped = withChildren(root, path, (children) => {
          const [one, other] = [children[at], children[at + 1]];
          return one === undefined || other === undefined ? children : children.toSpliced(at, 2, other, one);
        });
        says(applied(document, down).document, swapped);
      }),
      { numRuns: 1000 },
    );
  });

  it("set any value, and change no byte outside the element", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }).map((text) => text.replaceAll("\0", "").toWellFormed()),
      fc.uint8Array({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(anySample, value, (sample, given) => {
        const { root, document, path, token } = nodeOf(sample);
        const edit = setValue(document, token, given);
        if (edit === undefined) throw new Error("every node can be given a value");
        const leaf: SampleNode[] =
          typeof given === "string"
            ? given === ""
              ? []
              : [{ kind: "text", text: given }]
            : [{ kind: "opaque", bytes: given }];
        const isElement = sampleAt(root, path).kind === "element";
        const wanted = isElement
          ? withChildren(root, [...path, 0], () => leaf)
          : withChildren(root, path, (children, at) => children.toSpliced(at, 1, ...leaf));
        const { document: after, patches } = applied(document, edit);
        says(after, wanted);
        // includes a switch to the page of its tag
        const { start } = nodeRange(document.tree.tokens, token);
        expect(patches.every(({ range }) => range.start >= start - 2)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("put a subtree of one document into another", () => {
    fc.assert(
      fc.property(anySample, anySample, (one, other) => {
        const [from, to] = [nodeOf(one), nodeOf(other)];
        const moved = sampleAt(from.root, from.path);
        if (moved.kind !== "element") return;
        const read = readFragment(fragmentXml(from.document, from.token), easCodeSpace);
        if (!("xml" in read)) throw new Error("a fragment is XML");
        const xml = withoutDeclared(read.xml, to.document);
        const behind = insertAfter(to.document, to.token, xml);
        if (behind === undefined) throw new Error("something can follow any node below the root");
        says(
          applied(to.document, behind).document,
          withChildren(to.root, to.path, (children, at) => children.toSpliced(at + 1, 0, moved)),
        );
        const inside = appendChild(to.document, to.token, xml);
        const host = sampleAt(to.root, to.path);
        expect(inside === undefined).toBe(host.kind !== "element");
        if (inside === undefined) return;
        says(
          applied(to.document, inside).document,
          withChildren(to.root, [...to.path, (host as Element).content?.length ?? 0], (children) => [
            ...children,
            moved,
          ]),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("an excerpt is a separate document with the meaning of the node", () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { root, document, path, token } = nodeOf(sample);
        const node = sampleAt(root, path);
        if (node.kind === "element")
          expect(decode(excerpt(document, token)).xml).toBe(decode(encodeSample(node)).xml);
      }),
    );
  });
});

const sms = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 57 50 03 53 4D 53 00 01 18 01 01 01 01");
const tokenNamed = (document: LinkedDocument, name: string): number =>
  [...document.planTokens()].find((token) =>
    document.xml.startsWith(`<${name}`, document.textRange(token).from),
  ) ?? -1;

describe("an edit of the tree", () => {
  it("keeps layout and comments written by a person, and returns the new place of the node", () => {
    const xml =
      `<Sync xmlns="AirSync">\n  <!-- mine -->\n  <Collections>\n    <Collection>\n      ` +
      `<SyncKey>7</SyncKey>\n      <Options/>\n    </Collection>\n  </Collections>\n</Sync>`;
    const received = decode(encode(xml).bytes);
    const edit = setValue(received, tokenNamed(received, "SyncKey"), "8");
    expect(edit?.text).toContain("<SyncKey>8</SyncKey>");
    const appended = appendChild(received, tokenNamed(received, "Options"), "<Class>SMS</Class>");
    expect(appended?.text).toContain("      <Options>\n        <Class>SMS</Class>\n      </Options>\n");
    expect(appended?.text.startsWith("<Class>", appended.at)).toBe(true);
  });

  it("turns an inline string into opaque data and back, with the same bytes inside", () => {
    const document = decode(sms);
    const leaf = tokenNamed(document, "Class") + 1;
    const opaque = toOpaque(document, leaf);
    if (opaque === undefined) throw new Error("the class is an inline string");
    const { document: after, patches } = applied(document, opaque);
    expect(patches).toEqual([{ range: { start: 14, end: 19 }, bytes: hex("C3 03 53 4D 53") }]);
    const back = toInlineString(after, tokenNamed(after, "Class") + 1);
    expect(back && applied(after, back).document.bytes).toEqual(sms);
    expect(toInlineString(document, leaf)).toBeUndefined();
    const binary = decode(hex("03 01 6A 00 45 5C 4F 4B C3 02 00 FF 01 01 01 01"));
    expect(toInlineString(binary, tokenNamed(binary, "SyncKey") + 1)).toBeUndefined();
  });

  it("adds the content bit to an empty element, and removes it; an element with content keeps it", () => {
    const document = decode(sms);
    const empty = document.planTokens().at(-1) ?? -1;
    const given = toggleContent(document, empty);
    if (given === undefined) throw new Error("the last element is empty");
    const { document: after, patches } = applied(document, given);
    expect(patches).toEqual([{ range: { start: 20, end: 21 }, bytes: hex("58 01") }]);
    const taken = toggleContent(after, after.planTokens().at(-1) ?? -1);
    expect(taken && applied(after, taken).document.bytes).toEqual(sms);
    expect(toggleContent(document, tokenNamed(document, "Options"))).toBeUndefined();
  });

  it("leaves the root alone, and refuses text that is not an element", () => {
    const document = decode(sms);
    const root = document.planTokens()[0] ?? -1;
    expect([
      removeNode(document, root),
      duplicateNode(document, root),
      moveNode(document, root, "up"),
      insertAfter(document, root, "<Add/>"),
    ]).toEqual(Array.from({ length: 4 }));
    for (const text of ["no element", "<Add>", "<Unheard xmlns='AirSync'/>", ""]) {
      const read = readFragment(text, easCodeSpace);
      expect("problems" in read && !isEncodable(read.problems)).toBe(true);
    }
    expect(readFragment('<?xml version="1.0"?>\n<Add xmlns="AirSync"/>\n', easCodeSpace)).toEqual({
      xml: '<Add xmlns="AirSync"/>',
    });
  });

  it("selects what it inserted", () => {
    const document = decode(sms);
    const edit = duplicateNode(document, tokenNamed(document, "Options"));
    if (edit === undefined) throw new Error("Options can be doubled");
    const { patches } = revise(document, edit.text);
    const after = decode(applyPatches(document.bytes, patches));
    expect(bytesAtText(after, edit.at)?.start).toBe(22);
  });
});
