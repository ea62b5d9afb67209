import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import {
  applyPatches,
  diffBytes,
  invertPatches,
  listPatchedRanges,
  mapOffset,
  type Patch,
  PatchError,
} from "./patch";

const patch = (start: number, end: number, bytes = ""): Patch => ({
  range: { start, end },
  bytes: hex(bytes),
});

/** Bytes and patches that fit them: in order, apart or touching, some of them empty. */
const fitting = fc.uint8Array({ maxLength: 30 }).chain((bytes) =>
  fc.array(fc.tuple(fc.nat(bytes.length), fc.uint8Array({ maxLength: 4 })), { maxLength: 8 }).map((cuts) => {
    const places = cuts.map(([at]) => at).sort((a, b) => a - b);
    const patches: Patch[] = [];
    for (let i = 0; i + 1 < places.length; i += 2) {
      patches.push({
        range: { start: places[i] ?? 0, end: places[i + 1] ?? 0 },
        bytes: cuts[i]?.[1] ?? hex(""),
      });
    }
    return { bytes, patches };
  }),
);

describe("applyPatches", () => {
  const old = hex("00 01 02 03 04 05");

  it("replaces, inserts and deletes, all in old offsets", () => {
    expect(applyPatches(old, [patch(0, 0, "AA"), patch(1, 3, "BB CC DD"), patch(4, 5)])).toEqual(
      hex("AA 00 BB CC DD 03 05"),
    );
    expect(applyPatches(old, [patch(6, 6, "FF")])).toEqual(hex("00 01 02 03 04 05 FF"));
    expect(applyPatches(old, [patch(0, 6)])).toEqual(hex(""));
  });

  it("takes patches that touch, in their order", () => {
    expect(applyPatches(old, [patch(1, 2, "AA"), patch(2, 2, "BB"), patch(2, 3, "CC")])).toEqual(
      hex("00 AA BB CC 03 04 05"),
    );
  });

  it("answers a copy where there is nothing to do, and leaves the old bytes alone", () => {
    const same = applyPatches(old, []);
    expect(same).toEqual(old);
    expect(same.buffer).not.toBe(old.buffer);
    applyPatches(old, [patch(0, 6, "FF FF FF FF FF FF")]);
    expect(old).toEqual(hex("00 01 02 03 04 05"));
  });

  it.each([
    ["beyond the end", [patch(5, 7)]],
    ["before the start", [patch(-1, 0)]],
    ["reversed", [patch(3, 2)]],
    ["overlapping", [patch(0, 3), patch(2, 4)]],
    ["out of order", [patch(4, 5), patch(0, 1)]],
  ])("refuses a patch that is %s", (_, patches) => {
    expect(() => applyPatches(old, patches)).toThrow(PatchError);
    expect(() => invertPatches(old, patches)).toThrow(PatchError);
  });
});

describe("invertPatches", () => {
  it("takes any edit back", () => {
    fc.assert(
      fc.property(fitting, ({ bytes, patches }) => {
        expect(applyPatches(applyPatches(bytes, patches), invertPatches(bytes, patches))).toEqual(bytes);
      }),
    );
  });

  it("is itself taken back by inverting once more", () => {
    const old = hex("00 01 02 03");
    const patches = [patch(0, 1, "AA BB"), patch(3, 3, "CC")];
    const edited = applyPatches(old, patches);
    expect(invertPatches(edited, invertPatches(old, patches))).toEqual(patches);
  });
});

describe("patchBetween", () => {
  it("is empty for equal bytes", () => {
    expect(diffBytes(hex("01 02"), hex("01 02"))).toEqual([]);
    expect(diffBytes(hex(""), hex(""))).toEqual([]);
  });

  it.each([
    ["01 02 03", "01 09 03", patch(1, 2, "09")],
    ["01 03", "01 02 03", patch(1, 1, "02")],
    ["01 02 03", "01 03", patch(1, 2)],
    ["", "01", patch(0, 0, "01")],
    ["01", "", patch(0, 1)],
    ["AA AA", "AA AA AA", patch(2, 2, "AA")],
    ["AA AA AA", "AA AA", patch(2, 3)],
    ["01 02", "03 04", patch(0, 2, "03 04")],
  ])("from %j to %j leaves out what agrees at both ends", (before, after, expected) => {
    expect(diffBytes(hex(before), hex(after))).toEqual([expected]);
  });

  it("leads from any bytes to any others", () => {
    const few = fc.array(fc.constantFrom(0, 1), { maxLength: 12 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(few, few, (before, after) => {
        expect(applyPatches(before, diffBytes(before, after))).toEqual(after);
      }),
    );
  });
});

describe("patchedRanges", () => {
  it("are where the new bytes lie in the new payload", () => {
    expect(listPatchedRanges([patch(0, 0, "AA"), patch(1, 3, "BB CC DD"), patch(4, 5)])).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 5 },
      { start: 6, end: 6 },
    ]);
  });

  it("hold the patches' own bytes", () => {
    fc.assert(
      fc.property(fitting, ({ bytes, patches }) => {
        const edited = applyPatches(bytes, patches);
        expect(listPatchedRanges(patches).map(({ start, end }) => edited.slice(start, end))).toEqual(
          patches.map((one) => one.bytes),
        );
      }),
    );
  });
});

describe("mapOffset", () => {
  it("moves an offset by what was put in or left out before it", () => {
    const patches = [patch(2, 2, "AA BB"), patch(4, 6), patch(8, 9, "CC DD EE")];
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((offset) => mapOffset(offset, patches))).toEqual([
      0, 1, 4, 5, 6, 6, 6, 7, 8, 11, 12,
    ]);
  });

  it("leads bytes that no patch touches to themselves", () => {
    fc.assert(
      fc.property(fitting, ({ bytes, patches }) => {
        const edited = applyPatches(bytes, patches);
        bytes.forEach((byte, offset) => {
          if (patches.some(({ range }) => range.start <= offset && offset < range.end)) return;
          expect(edited[mapOffset(offset, patches)]).toBe(byte);
        });
      }),
    );
  });
});
