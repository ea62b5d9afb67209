import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { base64ToBytes, textToBytes } from "./bodyText";

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

describe("bodies as text", () => {
  it("are surrogate escapes, bytes one by one, or UTF-8", () => {
    expect([...textToBytes("a\uDCC3\uDCBC\u{1F600}\uDC80")]).toEqual([
      0x61, 0xc3, 0xbc, 0xf0, 0x9f, 0x98, 0x80, 0x80,
    ]);
    expect([...textToBytes("\u00c3\u00bc")]).toEqual([0xc3, 0xbc]);
    expect([...textToBytes("\u00c3\u00bc", 4)]).toEqual([0xc3, 0x83, 0xc2, 0xbc]);
    expect([...textToBytes("\u00fc")]).toEqual([0xc3, 0xbc]);
    expect([...textToBytes("\u00fc", 1)]).toEqual([0xfc]);
    expect([...textToBytes("\u8349")]).toEqual([0xe8, 0x8d, 0x89]);
  });

  it("give back any bytes that were written one by one as their numbers", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(textToBytes(latin1(bytes), bytes.length)).toEqual(bytes);
      }),
    );
  });

  it("are read from base64 in any alphabet, cut off or not", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64(bytes);
        for (const form of [
          text,
          text.replace(/=/g, ""),
          text.replaceAll("+", "-").replaceAll("/", "_"),
          text.replace(/(.{5})/g, "$1\r\n"),
        ]) {
          expect(base64ToBytes(form)).toEqual({ bytes, problems: [] });
        }
      }),
    );
    expect(base64ToBytes("AwFq*AA")).toMatchObject({
      bytes: Uint8Array.of(3, 1, 0x6a),
      problems: [{ code: "bad-base64" }],
    });
  });
});
