import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { readPicture, readPictureHeader } from "./picture";

const JPEG = hex(
  "FFD8 FFE0 0010 4A46494600 0101 00 0001 0001 00 00 FF FFDB 0004 0000 FFC2 0011 08 0040 0030 03",
);
const PNG = hex("89504E470D0A1A0A 0000000D 49484452 00000030 00000040 08 06 00 00 00");
const GIF = hex("474946383961 3000 4000 80 00 00");
const BMP = hex("424D 00000000 0000 0000 36000000 28000000 30000000 C0FFFFFF 0100 1800");
const OLD_BMP = hex("424D 00000000 0000 0000 1A000000 0C000000 3000 4000 0100 1800");
const listCodes = (text: string): string[] => readPicture({ text }).problems.map(({ code }) => code);

describe("pictures", () => {
  it.each([
    ["image/jpeg", JPEG, 32],
    ["image/png", PNG, 16],
    ["image/gif", GIF, 6],
    ["image/bmp", BMP, 18],
    ["image/bmp", OLD_BMP, 18],
  ])("finds the size of %s", (type, bytes, start) => {
    const header = readPictureHeader(bytes);
    expect(header?.type).toBe(type);
    expect(header?.size).toMatchObject({ width: 48, height: 64, start });
    expect(listCodes(toBase64(bytes))).toEqual([]);
    expect(readPicture({ bytes }).problems).toEqual([]);
  });

  it("points at the size in the bytes and in the base64 text", () => {
    const { rows } = readPicture({ text: toBase64(PNG) });
    expect(rows[1]).toMatchObject({ range: { start: 16, end: 24 }, text: { from: 21, to: 32 } });
  });

  it("recognises formats whose size it does not read", () => {
    expect(readPictureHeader(hex("52494646 00000000 57454250"))?.type).toBe("image/webp");
    expect(readPictureHeader(hex("49492A00"))?.type).toBe("image/tiff");
  });

  it("reports problems", () => {
    expect(listCodes(toBase64(hex("00 01 02 03")))).toEqual(["picture-unknown"]);
    expect(listCodes(toBase64(JPEG.subarray(0, 30)))).toEqual(["picture-cut"]);
    expect(listCodes("")).toEqual(["picture-unknown"]);
    expect(readPicture({ text: toBase64(PNG) }, 4).problems.map(({ code }) => code)).toEqual([
      "picture-too-large",
    ]);
  });

  it("reads any bytes, and any bytes after a valid start", () => {
    const begun = fc
      .tuple(fc.constantFrom(JPEG, PNG, GIF, BMP), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
      .map(([start, cut, rest]) => Uint8Array.of(...start.subarray(0, cut), ...rest));
    fc.assert(
      fc.property(fc.oneof(begun, fc.uint8Array()), fc.string({ unit: "binary" }), (bytes, text) => {
        for (const { range } of readPicture({ bytes }).rows)
          expect(range?.end ?? 0).toBeLessThanOrEqual(bytes.length);
        expect(readPicture({ text }).kind).toBe("picture");
      }),
    );
  });
});
