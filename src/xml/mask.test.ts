import { describe, expect, it } from "vitest";
import { maskText } from "./mask";

describe("maskText", () => {
  it("leaves a text alone if there is nothing to mask", () => {
    const text = "<a b='&lt;'>&amp;&#10;&#xA;&eacute;😀<![CDATA[a & b]]><!-- & --><?x &?></a>";
    expect(maskText(text)).toEqual({ text, problems: [] });
  });

  it("replaces ampersands that do not start a reference, outside sections where they are allowed", () => {
    const text = "<a>1 & 2<![CDATA[ & ]]> &; <!-- & --> &x <?p & ?>&#;</a>";
    const { text: masked, problems } = maskText(text);
    expect(masked).toBe("<a>1 \ufffd 2<![CDATA[ & ]]> \ufffd; <!-- & --> \ufffdx <?p & ?>\ufffd#;</a>");
    expect(problems.map(({ code, range }) => [code, range.from, range.to])).toEqual(
      [5, 24, 38, 49].map((at) => ["undefined-entity", at, at + 1]),
    );
  });

  it("replaces lone surrogates and leaves pairs", () => {
    const { text, problems } = maskText("a\ud800b😀\udc00");
    expect(text).toBe("a\ufffdb😀\ufffd");
    expect(problems.map(({ code, range }) => [code, range.from])).toEqual([
      ["character-not-allowed", 1],
      ["character-not-allowed", 5],
    ]);
  });

  it("takes time linear in the text, whatever is left open in it", () => {
    for (const opening of ["<!--", "<![CDATA[", "<?"]) {
      const text = `&${opening.repeat(200_000)}`;
      expect(maskText(text).text).toHaveLength(text.length);
    }
  });
});
