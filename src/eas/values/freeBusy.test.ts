import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFreeBusy } from "./freeBusy";
import { readValue } from "./values";

describe("readFreeBusy", () => {
  it("reads a run of digits as a stretch of time", () => {
    const { rows, problems } = readFreeBusy("0022220");
    expect(rows.map(({ text }) => text)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 6 },
      { from: 6, to: 7 },
    ]);
    expect(problems).toEqual([]);
  });

  it("reports an invalid digit", () => {
    expect(readFreeBusy("0x5").problems).toMatchObject([
      { code: "free-busy-digit", text: { from: 1, to: 2 } },
      { code: "free-busy-digit", text: { from: 2, to: 3 } },
    ]);
  });

  it("belongs to its element, and has no reading for an empty text", () => {
    const element = { namespace: "ResolveRecipients", name: "MergedFreeBusy" };
    expect(readValue(element, { text: "4" })?.kind).toBe("free-busy");
    expect(readValue(element, { text: "" })).toBeUndefined();
  });

  it("tiles any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          readFreeBusy(text)
            .rows.map(({ text: at }) => text.slice(at?.from, at?.to))
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
