import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode, revise } from "../../src/index";
import { kindOf, TokenKind } from "../../src/wbxml/tokenTable";
import { anyDocument } from "./documents";
import { changeBytes, changeText, concat } from "./mutations";
import { editedDocument, mutatedText } from "./seeds";
import { editXml } from "./xmlEdits";

const isSound = ({ problems }: { readonly problems: readonly { readonly severity: string }[] }): boolean =>
  problems.every(({ severity }) => severity !== "error");

const nothing = { removed: 0, copied: undefined };

describe("the inputs of the fuzzer", () => {
  it("hold every kind of token that is not damage", () => {
    const seen = new Set<number>();
    for (const bytes of fc.sample(anyDocument, { seed: 1, numRuns: 1000 })) {
      const { tokens } = decode(bytes).tree;
      for (let token = 0; token < tokens.count; token++) seen.add(kindOf(tokens, token));
    }
    const missing = Object.entries(TokenKind).filter(([, kind]) => !seen.has(kind));
    expect(missing.map(([name]) => name)).toEqual(["Malformed"]); // that is for changes of their bytes
  });

  it("are edits and texts of which many can be encoded, and many can't", () => {
    const edits = fc.sample(editedDocument, { seed: 1, numRuns: 400 });
    const encoded = edits.filter(({ bytes, text }) => isSound(revise(decode(bytes), text))).length;
    const texts = fc
      .sample(mutatedText, { seed: 1, numRuns: 400 })
      .filter((xml) => isSound(encode(xml))).length;
    for (const count of [encoded, texts]) {
      expect(count).toBeGreaterThan(80);
      expect(count).toBeLessThan(320);
    }
  });

  it("are changed where a change says, for any length", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const five = Uint8Array.of(5);
    expect(changeBytes(bytes, [{ ...nothing, at: 5, inserted: five }])).toEqual(Uint8Array.of(1, 5, 2, 3));
    expect(changeBytes(bytes, [{ at: 0, removed: 100, inserted: five, copied: undefined }])).toEqual(five);
    expect(changeText("abc", [{ at: 1, removed: 1, inserted: "x", copied: undefined }])).toBe("axc");
    const copied = { from: 0, length: 2, times: 2 };
    expect(changeText("abc", [{ at: 3, removed: 0, inserted: "", copied }])).toBe("abcabab");
    expect(concat([bytes, five])).toEqual(Uint8Array.of(1, 2, 3, 5));
  });

  it.each([
    ["insert", "<a>x<p/><b>1</b></a>"],
    ["remove", "<a>x</a>"],
    ["double", "<a>x<b>1</b><b>1</b></a>"],
    ["move", "<b>1</b><a>x</a>"],
    ["replace", "<a>x<p/></a>"],
  ] as const)("%s whole elements", (kind, expected) => {
    expect(editXml("<a>x<b>1</b></a>", [{ kind, at: 2, to: 0, piece: "<p/>" }])).toBe(expected);
  });
});
