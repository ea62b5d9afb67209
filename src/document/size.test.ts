import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../eas/codeSpace";
import { hex } from "../testing/bytes";
import { decode, encode, revise } from "../testing/codec";
import { closeOf, parentOf } from "../wbxml/tokenTable";
import { openDocument } from "./open";
import { openWithinLimits } from "./openWithinLimits";
import { hasWholeText, TooLargeError } from "./size";

const MILLION = 1_000_000;
/**
 * More than any call stack or argument list allows: code that recurses or spreads fails here just as with a
 * million.
 */
const MANY = 200_000;

/** This many nested elements, with a value in the innermost. */
function nested(depth: number, value = 0x31): Uint8Array {
  const bytes = new Uint8Array(4 + depth + 3 + depth);
  bytes.set([0x03, 0x01, 0x6a, 0x00]);
  bytes.fill(0x45, 4, 4 + depth);
  bytes.set([0x03, value, 0x00], 4 + depth);
  bytes.fill(0x01, 4 + depth + 3);
  return bytes;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

describe("a million nested elements", { timeout: 240_000 }, () => {
  const bytes = nested(MILLION);
  const document = decode(bytes);

  it("are decoded", () => {
    const { tokens } = document.tree;
    expect(document.malformations).toEqual([]);
    expect(tokens.count).toBe(4 + 2 * MILLION + 1);
    expect(parentOf(tokens, 4 + MILLION)).toBe(4 + MILLION - 1);
    expect(closeOf(tokens, 4)).toBe(tokens.count - 1);
    expect(document.tree.children(4)).toEqual([5]);
  });

  it("are rendered, with indentation that stops", () => {
    const { xml } = document;
    expect(xml.startsWith('<Sync xmlns="AirSync">\n  <Sync>\n    <Sync>')).toBe(true);
    expect(xml.endsWith("\n  </Sync>\n</Sync>")).toBe(true);
    const { from, to } = document.textRange(4 + MILLION);
    expect(xml.slice(from - 6, to + 7)).toBe("<Sync>1</Sync>");
    expect(xml.length).toBeLessThan(MILLION * 90);
  });
});

describe("very many nested elements", () => {
  const bytes = nested(MANY);
  const document = decode(bytes);

  it("are encoded from their text", () => {
    const { bytes: again, problems } = encode(document.xml);
    expect(problems).toEqual([]);
    expect(equal(again, bytes)).toBe(true);
  });

  it("are revised: only the changed value is patched", () => {
    const { patches } = revise(document, document.xml.replace(">1<", ">2<"));
    expect(patches).toEqual([{ range: { start: 4 + MANY + 1, end: 4 + MANY + 2 }, bytes: hex("32") }]);
  });

  it("are decoded and rendered if they are never closed, and one malformation counts them", () => {
    const open = decode(bytes.subarray(0, 4 + MANY));
    expect(open.malformations).toEqual([
      { code: "unclosed-elements", range: { start: 4 + MANY, end: 4 + MANY }, count: MANY },
    ]);
    expect(open.xml.endsWith("</Sync>\n</Sync>")).toBe(true);
  });
});

describe("many sibling elements", () => {
  it("are decoded, rendered, encoded and revised", () => {
    const count = 200_000;
    const bytes = new Uint8Array(6 + count).fill(0x07);
    bytes.set([0x03, 0x01, 0x6a, 0x00, 0x45]);
    bytes[5 + count] = 0x01;
    const document = decode(bytes);
    expect(document.tree.children(4)).toHaveLength(count);
    expect(equal(encode(document.xml).bytes, bytes)).toBe(true);
    const middle = document.textRange(5 + count / 2);
    const edited = `${document.xml.slice(0, middle.from)}<Delete/>${document.xml.slice(middle.to)}`;
    expect(revise(document, edited).patches).toEqual([
      { range: { start: 5 + count / 2, end: 6 + count / 2 }, bytes: hex("09") },
    ]);
  });
});

describe("lengths past the end", () => {
  it.each([
    ["an OPAQUE", "03 01 6A 00 45 C3 8F FF FF FF 7F", "truncated-opaque"],
    ["a string table", "03 01 6A 8F FF FF FF 7F", "truncated-string-table"],
    ["an OPAQUE in an attribute", "03 01 6A 00 85 05 C3 8F FF FF FF 7F", "truncated-opaque"],
  ])("of %s allocate no room for missing bytes", (_, bytes, code) => {
    const before = process.memoryUsage().arrayBuffers;
    const document = decode(hex(bytes));
    expect(document.malformations.map((one) => one.code)).toContain(code);
    expect(document.xml.length).toBeLessThan(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});

describe("a long table string that many tokens refer to", () => {
  it("is written once", () => {
    const before = [0x03, 0x01, 0x6a, 0x86, 0x8d, 0x20, ...new Array<number>(100_000).fill(0x41), 0x45];
    const names = Array.from({ length: 80_000 }, (_, i) => [0x04, 0x00, 0x83, 0x00][i % 4] ?? 0);
    const document = decode(Uint8Array.from([...before, ...names, 0x01]));
    expect(document.malformations).toEqual([]);
    expect(document.xml.length).toBeLessThan(3_000_000);
  });
});

describe("a text that has become very long", () => {
  it("is no longer indented: a string has room for four times as many tags", () => {
    const long = 135 * MILLION;
    const bytes = new Uint8Array(7 + long + 8).fill(0x41, 7, 7 + long).fill(0x01, 7 + long);
    bytes.set([0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03]); // Sync, SyncKey, STR_I
    bytes.set([0x00, 0x01, 0x5c, 0x4f, 0x0b], 7 + long); // its end, END, Collections, Collection, SyncKey
    const { xml, malformations } = decode(bytes);
    expect(malformations).toEqual([]);
    expect(xml.startsWith('<Sync xmlns="AirSync">\n  <SyncKey>')).toBe(true);
    const tail =
      "</SyncKey>\n<Collections>\n<Collection>\n<SyncKey/>\n</Collection>\n</Collections>\n</Sync>";
    expect(xml.slice(-tail.length)).toBe(tail);
  });
});

const small = encode('<Sync xmlns="AirSync"><Limit>7</Limit></Sync>').bytes;
const { count } = openDocument(small, easCodeSpace).tree.tokens;

const openSmall = (limits: Parameters<typeof openWithinLimits>[2]) => () =>
  openWithinLimits(small, easCodeSpace, limits);

describe("a payload within the limits of a browser", () => {
  it("is opened, up to the last byte and the last token", () => {
    const document = openWithinLimits(small, easCodeSpace, { maxBytes: small.length, maxTokens: count });
    expect(document.xml).toBe(openDocument(small, easCodeSpace).xml);
    expect(hasWholeText(document)).toBe(true);
  });

  it("is refused with a byte more, or a token more, and the limit is said", () => {
    expect(openSmall({ maxBytes: small.length - 1 })).toThrow(TooLargeError);
    expect(openSmall({ maxTokens: count - 1 })).toThrow(TooLargeError);
    expect(openSmall({ maxTokens: count - 1 })).toThrow(`more than ${count - 1} tokens`);
    expect(openSmall({ maxBytes: 0 })).toThrow("larger than 0 MB");
  });

  it("of page switches alone is refused as soon as it has too many", () => {
    const zeros = new Uint8Array(2_000_000);
    expect(() => openWithinLimits(zeros, easCodeSpace, { maxTokens: 500_000 })).toThrow("500,000 tokens");
    const { tree } = openWithinLimits(zeros, easCodeSpace, { maxTokens: 1_000_010 });
    expect(tree.tokens.count).toBeGreaterThan(900_000);
  });
});
