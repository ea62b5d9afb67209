import { describe, expect, it } from "vitest";
import { parseXml } from "./parse";
import { type XmlProblemCode, xmlProblem } from "./problem";

type Found = readonly [code: XmlProblemCode, from: number, to: number];

/** Each way to be ill-formed: a text, and everything found in it. The type requires all of them. */
const CASES: Readonly<
  Record<XmlProblemCode, readonly (readonly [text: string, ...found: readonly Found[]])[]>
> = {
  "no-root": [
    ["", ["no-root", 0, 0]],
    ["<!-- x -->", ["no-root", 9, 10]],
    ["  \n", ["no-root", 2, 3]],
  ],
  "several-roots": [["<a/><b/>", ["several-roots", 4, 7]]],
  "text-outside-root": [
    ["<a/>text", ["text-outside-root", 4, 8]],
    ["text", ["text-outside-root", 0, 4], ["no-root", 0, 4]],
    [" text <a/>x<!-- -->", ["text-outside-root", 1, 6], ["text-outside-root", 10, 11]],
  ],
  "mismatched-tag": [
    ["<a><b></a>", ["mismatched-tag", 6, 10]],
    ["<a></a></a>", ["mismatched-tag", 7, 11]],
    ["<a></b></a>", ["mismatched-tag", 3, 7]],
    ["<a><b><c>1</d></c></b></a>", ["mismatched-tag", 10, 14]],
    ["<a>\n  <b>1</c>\n</a>", ["mismatched-tag", 10, 14], ["mismatched-tag", 15, 19]],
  ],
  "unclosed-tag": [["<a><b>", ["unclosed-tag", 0, 3], ["unclosed-tag", 3, 6]]],
  "unexpected-end": [
    ["<a/><!-- x", ["unexpected-end", 4, 10]],
    ["<a><![CDATA[x", ["unclosed-tag", 0, 3], ["unexpected-end", 3, 13]],
    ["<a b='", ["unexpected-end", 0, 6]],
  ],
  "unbound-prefix": [
    ["<p:a/>", ["unbound-prefix", 0, 6]],
    ["<a p:x='1'/>", ["unbound-prefix", 0, 12]],
  ],
  "duplicate-attribute": [
    ["<a x='1' x='2'/>", ["duplicate-attribute", 0, 16]],
    ["<a x='1' x='2' y='' y=''/>", ["duplicate-attribute", 0, 26], ["duplicate-attribute", 0, 26]],
    ["<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", ["duplicate-attribute", 0, 44]],
  ],
  "attribute-syntax": [
    ["<a x='1'y='2'/>", ["attribute-syntax", 0, 9]],
    ["<a x='<'/>", ["attribute-syntax", 6, 7]],
  ],
  "undefined-entity": [
    ["<a>&nbsp;</a>", ["undefined-entity", 3, 9]],
    ["<a>x & y</a>", ["undefined-entity", 5, 6]],
    ["<a>&#0;</a>", ["undefined-entity", 3, 7]],
    ["<a>x&b;y&c;</a>", ["undefined-entity", 4, 7], ["undefined-entity", 8, 11]],
    ["<a>&#xD800;</a>", ["undefined-entity", 3, 11]],
    ["<a b='1 & 2'>&amp</a>", ["undefined-entity", 8, 9], ["undefined-entity", 13, 14]],
  ],
  "character-not-allowed": [
    ["<a>\u0001</a>", ["character-not-allowed", 3, 4]],
    ["<a>x\ufffe</a>", ["character-not-allowed", 4, 5]],
    ["<a>\u0001\u0002</a>", ["character-not-allowed", 3, 4], ["character-not-allowed", 4, 5]],
    ["<a>\ud800</a>", ["character-not-allowed", 3, 4]],
    ["<a>\udc00\ud800</a>", ["character-not-allowed", 3, 4], ["character-not-allowed", 4, 5]],
  ],
  "cdata-end-in-text": [["<a>x]]>y</a>", ["cdata-end-in-text", 3, 7]]],
  "declaration-syntax": [
    ["<?xml version='2.0'?><a/>", ["declaration-syntax", 0, 19]],
    [" <?xml version='1.0'?><a/>", ["declaration-syntax", 1, 7]],
    ["<?xml?><a/>", ["declaration-syntax", 0, 7]],
  ],
  "name-syntax": [
    ["<a></a b>", ["name-syntax", 3, 8]],
    ["< a/>", ["name-syntax", 0, 2], ["text-outside-root", 0, 5], ["no-root", 0, 5]],
  ],
  "comment-syntax": [["<!-- a -- b --><a/>", ["comment-syntax", 9, 10]]],
  "not-well-formed": [["<a xmlns:p=''/>", ["not-well-formed", 0, 13]]],
};

describe("each problem of well-formedness", () => {
  it.each(
    Object.entries(CASES).flatMap(([code, cases]) =>
      cases.map(([text, ...found]) => ({ code, text, found })),
    ),
  )("$code in $text", ({ code, text, found }) => {
    const { problems } = parseXml(text);
    expect(problems.map((problem): Found => [problem.code, problem.range.from, problem.range.to])).toEqual(
      found,
    );
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.every(({ severity, message }) => severity === "error" && message.length > 20)).toBe(true);
  });

  it("keeps the parser's message if none of our codes fits", () => {
    expect(xmlProblem("something new.", { from: 1, to: 2 })).toMatchObject({
      code: "not-well-formed",
      range: { from: 1, to: 2 },
    });
    expect(xmlProblem("something new.", { from: 1, to: 2 }).message).toContain("something new.");
  });

  it("continues after the first, and lists at most a thousand", () => {
    const { problems } = parseXml(`<a>${"<b>\u0001</b>".repeat(1500)}</a>`);
    expect(problems).toHaveLength(1000);
    expect(problems[999]?.range.from).toBe(3 + 999 * 8 + 3);
  });
});
