import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack, unpack } from "./pack";

describe("pack", () => {
  it("brings plain data and bytes back", () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.string({ unit: "binary" }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie("value"), { maxLength: 5 }),
        fc.dictionary(fc.constantFrom("a", "b", "ü", "length"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(JSON.stringify(unpack(pack(value)))).toBe(JSON.stringify(value));
      }),
    );
  });

  it("keeps lone surrogates, and arrays that are views", () => {
    const view = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(unpack(pack({ text: "\ud800", view }))).toEqual({ text: "\ud800", view: Uint8Array.of(2, 3) });
  });

  it("packs an array that occurs twice once", () => {
    const array = new Uint8Array(1000);
    const packed = pack({ one: array, other: array });
    expect(packed.length).toBeLessThan(1100);
    const { one, other } = unpack(packed) as Record<string, Uint8Array>;
    expect(one).toEqual(array);
    expect(other).toBe(one);
  });

  it("refuses what was not packed", () => {
    expect(() => unpack(Uint8Array.of(1, 2))).toThrow(RangeError);
    expect(() => unpack(Uint8Array.of(2, 0, 0, 0, 0x7b, 0x7b))).toThrow(SyntaxError);
  });
});
