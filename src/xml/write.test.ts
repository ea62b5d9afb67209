import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "./parse";
import { escapeText, hasForbidden, quoteAttribute, reference, referenceAll, splitForbidden } from "./write";

const xmlText = fc
  .string({ unit: "binary", maxLength: 20 })
  .filter((text) => text.isWellFormed() && !hasForbidden(text));

function textOf(xml: string): string {
  const { nodes, problems } = parseXml(xml);
  expect(problems).toEqual([]);
  return nodes.map((node) => (node.kind === "text" ? node.text : "")).join("");
}

describe("character data", () => {
  it("reads back unchanged, for any text that XML can contain", () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        expect(textOf(`<a>x${escapeText(text)}x</a>`)).toBe(`x${text}x`);
        expect(textOf(`<a>${referenceAll(text)}</a>`)).toBe(text);
      }),
    );
  });

  it("uses references for markup, CR and invisible characters, and nothing else", () => {
    expect(escapeText("a<b&c>d]]>e")).toBe("a&lt;b&amp;c>d]]&gt;e");
    expect(escapeText("\r\n\t\u007f\u0085\u00ad\u2028\ufeff é😀\"'")).toBe(
      "&#xD;\n\t&#x7F;&#x85;&#xAD;&#x2028;&#xFEFF; é😀\"'",
    );
    expect([reference("<"), reference(" "), reference("😀")]).toEqual(["&lt;", "&#x20;", "&#x1F600;"]);
  });

  it("has characters that it can't contain at all", () => {
    expect(["\0", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff"].map(hasForbidden)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["\t\n\r ", "\u007f\u0085", "\ufffd", "😀", ""].map(hasForbidden)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(splitForbidden("\u0001ab\ufffe\ufffec")).toEqual([
      { text: "\u0001", forbidden: true },
      { text: "ab", forbidden: false },
      { text: "\ufffe", forbidden: true },
      { text: "\ufffe", forbidden: true },
      { text: "c", forbidden: false },
    ]);
    expect(splitForbidden("")).toEqual([]);
  });
});

describe("an attribute value", () => {
  it("reads back unchanged, for any text that XML can contain", () => {
    fc.assert(
      fc.property(xmlText, (value) => {
        const { nodes, problems } = parseXml(`<a b=${quoteAttribute(value)}/>`);
        expect(problems).toEqual([]);
        expect(nodes[0]).toMatchObject({ attributes: [{ name: "b", value }] });
      }),
    );
  });
});
