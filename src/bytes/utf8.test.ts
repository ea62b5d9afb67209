import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { utf8 } from "./text";
import { isUtf8, printableLength } from "./utf8";

describe("isUtf8", () => {
  it("says what the decoder says, of any bytes", () => {
    const leads = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0x8f,
      0x90,
      0x9f,
      0xa0,
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.array(leads, { maxLength: 6 }).map((some) => Uint8Array.from(some)),
    );
    fc.assert(
      fc.property(bytes, (any) => {
        expect(isUtf8(any, 0, any.length)).toBe(utf8.decode(any) !== undefined);
      }),
      { numRuns: 20_000 },
    );
  });

  it("says it of every character", () => {
    for (let code = 0; code <= 0x10ffff; code += 61) {
      const bytes = new TextEncoder().encode(String.fromCodePoint(code));
      expect(isUtf8(bytes, 0, bytes.length)).toBe(true);
    }
  });

  it("looks at the bytes it is told of and no others", () => {
    expect(isUtf8(hex("FF C3 A9 FF"), 1, 3)).toBe(true);
    expect(isUtf8(hex("C3 A9"), 0, 1)).toBe(false);
    expect(isUtf8(hex("FF"), 1, 1)).toBe(true);
  });
});

describe("printableLength", () => {
  it.each([
    ["41", 1],
    ["09", 1],
    ["02", 0],
    ["C3 A9", 2],
    ["C3", 2],
    ["C3 41", 0],
    ["F0 9F 98 80", 4],
    ["80", 0],
    ["C0 80", 0],
    ["", 0],
  ])("of %s is %i", (bytes, length) => {
    expect(printableLength(hex(bytes), 0)).toBe(length);
  });
});
