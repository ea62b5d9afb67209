import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../index";
import { encodeSample, noise, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import type { LinkedDocument } from "../open";
import { lineOfToken, writeFirstLines, writeLine } from "./lines";

const writeLines = (document: LinkedDocument): string[] =>
  Array.from(document.lines(), (_, line) => writeLine(document, line));

/** Without the header, which is a line before them. */
const withoutHeader = (xml: string): string => xml.replace(/^<\?wbxml [^>]*\?>\n/, "");

describe("the lines of a document", () => {
  it("together are its XML, whatever it contains", () => {
    fc.assert(
      fc.property(sampleTree, noise, (tree, noisy) => {
        const document = decode(encodeSample(tree, noisy));
        expect(writeLines(document).join("\n")).toBe(withoutHeader(document.xml));
      }),
      { numRuns: 1000 },
    );
  });

  it("start at elements, and at the ends of those that contain others", () => {
    const xml =
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>7</SyncKey></Collection></Collections></Sync>';
    expect(writeLines(decode(encode(xml).bytes))).toEqual([
      '<Sync xmlns="AirSync">',
      "  <Collections>",
      "    <Collection>",
      "      <SyncKey>7</SyncKey>",
      "    </Collection>",
      "  </Collections>",
      "</Sync>",
    ]);
  });

  it("of damaged bytes are all there, without the wrapper", () => {
    const document = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 FF"));
    expect(writeLines(document)).toHaveLength(document.lines().length);
    expect(writeLines(document).join("")).toContain("<SyncKey>7</SyncKey>");
  });

  it("are written from the first on until there is enough text", () => {
    fc.assert(
      fc.property(sampleTree, noise, fc.nat(300), (tree, noisy, most) => {
        const document = decode(encodeSample(tree, noisy));
        const whole = writeLines(document).join("\n");
        const { text, isWhole } = writeFirstLines(document, most);
        expect([whole.startsWith(text), isWhole]).toEqual([true, text === whole]);
        expect(isWhole || text.length >= most).toBe(true);
      }),
    );
  });

  it("of very deep elements are written without a look at all that are around them", () => {
    const depth = 200_000;
    const body = [...new Array<number>(depth).fill(0x45), 0x05, ...new Array<number>(depth).fill(1)];
    const document = decode(Uint8Array.of(3, 1, 0x6a, 0, ...body));
    const lines = document.lines();
    let text = "";
    for (let line = 0; line < lines.length; line += 7) text += writeLine(document, line);
    expect(text.length).toBeGreaterThan(lines.length);
    expect(writeLine(document, depth)).toBe(`${"  ".repeat(16)}<Sync/>`);
  });

  it("are found by their tokens", () => {
    const document = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01"));
    const lines = document.lines();
    expect(Array.from(lines, (token) => lineOfToken(lines, token))).toEqual([...lines.keys()]);
    expect(lineOfToken(lines, 0)).toBe(-1);
  });

  it("cut a long value, and say how long it is", () => {
    const long = "x".repeat(100_000);
    const document = decode(encode(`<Sync xmlns="AirSync"><Limit>${long}</Limit></Sync>`).bytes);
    const [, line = ""] = writeLines(document);
    expect(line.length).toBeLessThan(1100);
    expect(line).toMatch(/^ {2}<Limit>x+… \(100,000 bytes\)$/);
    expect(writeFirstLines(document, 10_000).isWhole).toBe(false);
  });

  it.each([
    ["without content", [], "/>"],
    ["with an end only", [1], "></p0:x05>"],
    ["with a text", [3, 0x61, 0, 1], ">a</p0:x05>"],
  ])("write only the size of long attributes of an element %s", (_, content, behind) => {
    const value = [0x04, 0, 3, ...new Array<number>(6000).fill(0x61), 0]; // a literal name, and a string
    const own = content.length > 0 ? 0xc5 : 0x85;
    const bytes = [3, 1, 0x6a, 2, 0x78, 0, 0x45, own, ...value, 1, ...content, 0x0b, 1];
    const document = decode(Uint8Array.from(bytes));
    const lines = writeLines(document);
    expect(lines[1]).toMatch(/^ {2}<[^ ]+ … \(6,00\d bytes\)/);
    expect(lines[1]).toContain(behind.replaceAll("p0:x05", /<([^ ]+)/.exec(lines[1] ?? "")?.[1] ?? ""));
    expect([lines.length, writeFirstLines(document, 10_000).isWhole]).toEqual([4, false]);
  });

  const many = (byte: number): number[] => new Array<number>(6000).fill(byte);

  it.each([
    ["a text at the top level", [3, ...many(0x61), 0], /^a{1000}… \(6,000 bytes\)$/],
    ["opaque data", [0x45, 0xc3, 0xae, 0x70, ...many(0x61), 1], />… \(6,000 bytes\)$/],
    ["content of several kinds", [0x45, 3, 0x61, 0, ...many(0x0b), 1], />a… \(6,00\d bytes\)$/],
    ["no page switches, which are not written", [0x45, ...many(0), 0x0b, 1], /^<Sync [^…]*>$/],
    ["no page switches after an end", [0x45, 0x4b, 0x0b, 1, ...many(0), 1], /^<Sync [^…]*>$/],
  ])("cut %s, and say how much is cut", (_, body, first) => {
    const lines = writeLines(decode(Uint8Array.of(3, 1, 0x6a, 0, ...body)));
    expect(lines[0]).toMatch(first);
    expect(lines.slice(1).join("")).not.toContain("…");
  });
});
