import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getClosingTag, tagPairAt } from "./tagPair";

const names = (xml: string): readonly (string | undefined)[] | undefined => {
  const pair = tagPairAt(xml.replace("|", ""), xml.indexOf("|"));
  const text = xml.replace("|", "");
  return pair && [text.slice(pair.open.from, pair.open.to), pair.close && `${pair.close.from}`];
};

describe("tagPairAt", () => {
  it.each([
    ["<|a>x</a>", ["a", "6"]],
    ["<a|>x</a>", ["a", "6"]],
    ["<a>x</|a>", ["a", "6"]],
    ["<a><a>x</a></a|>", ["a", "13"]],
    ["<a><|a>x</a></a>", ["a", "9"]],
    ["<a|/>", ["a", undefined]],
    ["<x:ab|c d='>'>y</x:abc>", ["x:abc", "16"]],
    ["<a><!-- </a> --><![CDATA[</a>]]></a|>", ["a", "34"]],
    ["<a><|b></a>", ["b", undefined]],
    ["<a>|x</a>", undefined],
    ["x|", undefined],
  ])("%s", (xml, expected) => {
    expect(names(xml)).toEqual(expected);
  });

  it("never throws", () => {
    const soup = fc.array(
      fc.constantFrom("<", "</", ">", "/>", "a", "b:c", "<!--", "-->", "<?", "?>", "'", '"', "=", " "),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(soup, fc.nat(60), (parts, at) => {
        const xml = parts.join("");
        const pair = tagPairAt(xml, at);
        if (pair !== undefined) expect(xml.slice(pair.open.from, pair.open.to)).toBe(pair.name);
        getClosingTag(xml, at);
      }),
    );
  });

  it("is linear in the text", () => {
    const xml = "<a x='".repeat(20_000);
    expect(tagPairAt(xml, 1)).toBeUndefined();
  });
});

describe("closingFor", () => {
  it.each([
    ["<a>|", "</a>"],
    ["<r><a>|</r>", "</a>"],
    ["<a x='1'>|", "</a>"],
    ["<a>|</a>", ""],
    ["<a/>|", ""],
    ["</a>|", ""],
    ["<a>b|", ""],
    ["a > b>|", ""],
    ["<!-- <a>| -->", ""],
  ])("%s", (xml, expected) => {
    expect(getClosingTag(xml.replace("|", ""), xml.indexOf("|"))).toBe(expected);
  });
});
