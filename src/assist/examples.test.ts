import { describe, expect, it } from "vitest";
import { decode, encode, revise } from "../index";
import { examples } from "./examples";

describe("examples", () => {
  it.each(examples)("$title can be encoded without problems, and decodes to the same text", ({ xml }) => {
    const { bytes, problems } = encode(xml);
    expect(problems).toEqual([]);
    const document = decode(bytes);
    expect(document.malformations).toEqual([]);
    expect(revise(document, xml).patches).toEqual([]);
    expect(document.xml).toBe(xml);
  });

  it("covers section 4 of MS-ASMS", () => {
    expect(examples.map(({ section }) => section)).toEqual([
      "MS-ASMS 4.1",
      "MS-ASMS 4.2",
      "MS-ASMS 4.3",
      "MS-ASMS 4.4",
    ]);
  });

  it("4.3: conversation id and index are opaque, of 16 and 5 bytes", () => {
    const bytes = encode(examples[2]?.xml ?? "").bytes;
    const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    expect(text).toContain("c3 10 f1 f2 61 f6 cf 4d 44 ff 3c 64 f6 58 33 0f 30 00");
    expect(text).toContain("c3 05 c9 71 26 48 de");
  });
});
