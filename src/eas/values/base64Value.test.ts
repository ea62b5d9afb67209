import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { readBase64 } from "./base64Value";

const listCodes = (text: string): string[] => readBase64(text).problems.map(({ code }) => code);

describe("readBase64", () => {
  it("reads what toBase64 writes, and any line breaks in it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (bytes, width) => {
        const text = toBase64(bytes).replace(new RegExp(`(.{${width}})`, "g"), "$1\r\n");
        expect(readBase64(text).bytes).toEqual(bytes);
        expect(listCodes(text)).toEqual([]);
      }),
    );
  });

  it("points every byte at characters that hold it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.nat(29), fc.nat(29), (bytes, a, b) => {
        const start = Math.min(a, b) % bytes.length;
        const end = Math.min(bytes.length, Math.max(a, b) + 1);
        fc.pre(end > start);
        const text = ` ${toBase64(bytes).replace(/(.{5})/g, "$1\n")}`;
        const { place } = readBase64(text);
        const { from, to } = place(start, end).text ?? { from: 0, to: 0 };
        const digits = text.slice(0, to).replace(/\s/g, "").length;
        expect(Math.floor((text.slice(0, from).replace(/\s/g, "").length * 6) / 8)).toBeLessThanOrEqual(
          start,
        );
        expect(Math.floor((digits * 6) / 8)).toBeGreaterThanOrEqual(end);
        expect(/\s/.test(text.charAt(from)) || /\s/.test(text.charAt(to - 1))).toBe(false);
      }),
    );
  });

  it.each([
    ["Zg", ["base64-padding"], "66"],
    ["Zm8=", [], "66 6F"],
    ["Z", ["base64-cut"], ""],
    ["__8=", ["base64-url-alphabet"], "FF FF"],
    ["Zm9v!Zm9v", ["not-base64"], "66 6F 6F"],
    ["Zg==Zg==", ["not-base64"], "66"],
    ["é", ["not-base64"], ""],
    ["", [], ""],
  ])("reads %j with the problems %j", (text, expected, bytes) => {
    expect(listCodes(text)).toEqual(expected);
    expect(readBase64(text).bytes).toEqual(hex(bytes));
  });

  it("reports where the text stops being base64", () => {
    expect(readBase64("Zm9v Zm*v").problems[0]?.text).toEqual({ from: 7, to: 8 });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.base64String()), (text) => {
        const { bytes, place } = readBase64(text);
        expect(place(0, bytes.length).text?.to ?? -1).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
