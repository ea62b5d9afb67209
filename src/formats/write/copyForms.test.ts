import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInput } from "../read";
import { copyForms } from "./copyForms";

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");

const HEADER = [0x03, 0x01, 0x6a, 0x00];
const document = (most: number) =>
  fc.uint8Array({ maxLength: most, size: "max" }).map((body) => Uint8Array.from([...HEADER, ...body]));
/** Bytes that look like hex, quotes, escapes and separators when shown as text. */
const awkward = fc
  .array(
    fc.constantFrom(
      ..."0123456789abcdefABCDEF |><.:-;\\t\\\\'\"*x{}[](),$`/#%".split("").map((char) => char.charCodeAt(0)),
      0,
      1,
      255,
    ),
    { maxLength: 400 },
  )
  .map((body) => Uint8Array.from([...HEADER, ...body]));

describe.each(copyForms)("copied as $title", ({ id, write, writePieces }) => {
  it("comes back byte for byte, from some bytes to some kilobytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(document(60), document(3000), awkward), async (bytes) => {
        const { captures, problems } = await readInput(write(bytes));
        expect(captures.map(({ payload }) => hexOf(payload))).toEqual([hexOf(bytes)]);
        expect(problems).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("comes back if it was written in several pieces", async () => {
    for (const size of [0xc000, 0xc001, 0x18011]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i < 4 ? (HEADER[i] ?? 0) : (i * 31) >> 3));
      const pieces = [...writePieces(bytes)];
      expect(pieces.length).toBe(2 + Math.ceil(size / 0xc000));
      expect(pieces.join("")).toBe(write(bytes));
      const { captures } = await readInput(pieces.join(""));
      expect(captures.map(({ payload }) => hexOf(payload))).toEqual([hexOf(bytes)]);
    }
  });

  it("comes back without a header too, at least as an alternative", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 80 }), async (bytes) => {
        const reading = await readInput(write(bytes));
        const others = await Promise.all(reading.alternatives.map((alternative) => alternative.read()));
        const found = [reading, ...others].flatMap(({ captures }) =>
          captures.map(({ payload }) => hexOf(payload)),
        );
        expect(found).toContain(hexOf(bytes));
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it("is explained if the payload is empty", async () => {
    const { captures, problems } = await readInput(write(new Uint8Array()));
    const said = ["hex", "hex-solid", "base64", "xxd", "hex-0x"].includes(id)
      ? "unknown-input"
      : "empty-payload";
    expect([captures, problems.map(({ code }) => code)]).toEqual([[], [said]]);
  });
});

describe("the forms to copy", () => {
  it("have unique ids and titles: menus and commands find them by these", () => {
    expect(new Set(copyForms.map(({ id }) => id)).size).toBe(copyForms.length);
    expect(new Set(copyForms.map(({ title }) => title)).size).toBe(copyForms.length);
  });
});
