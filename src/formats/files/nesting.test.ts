import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildZip, FOLDER_SYNC, LONG_SYNC, listCodes } from "../../testing/captures";
import { readAnything } from "../readAnything";
import { MOST_NESTED } from "./nesting";

const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));
const zip = (name: string, bytes: Uint8Array): Promise<Uint8Array> => buildZip({ [name]: bytes });

/** A zip with a name that the writer of tests would refuse: the same number of other characters at first. */
async function renameInZip(from: string, to: string, files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const bytes = Buffer.from(await buildZip(files));
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, "latin1");
  return new Uint8Array(bytes);
}

describe("a packed file inside a packed file", () => {
  it.each([
    ["gzip in gzip", async () => gzip(gzip(LONG_SYNC))],
    ["gzip in gzip in gzip", async () => gzip(gzip(gzip(LONG_SYNC)))],
    ["zip in gzip", async () => gzip(await zip("a.wbxml", LONG_SYNC))],
    ["gzip in zip", async () => zip("a.wbxml.gz", gzip(LONG_SYNC))],
    ["gzip in gzip in zip", async () => zip("a.gz", gzip(gzip(LONG_SYNC)))],
    ["zip in zip", async () => zip("a.zip", await zip("a.wbxml", LONG_SYNC))],
    ["zip in gzip in zip", async () => zip("a.gz", gzip(await zip("a.wbxml", LONG_SYNC)))],
  ])("is opened: %s", async (_, make) => {
    const { captures, problems } = await readAnything(await make(), "input");
    expect([captures.map(({ payload }) => payload), listCodes(problems)]).toEqual([[LONG_SYNC], []]);
  });

  it("is opened up to a depth, and then named", async () => {
    const nest = (times: number): Uint8Array =>
      Array.from({ length: times }).reduce<Uint8Array>((bytes) => gzip(bytes), LONG_SYNC);
    const deepest = await readAnything(nest(MOST_NESTED));
    expect(deepest.captures.map(({ payload }) => payload)).toEqual([LONG_SYNC]);
    const tooDeep = await readAnything(nest(MOST_NESTED + 1));
    expect([tooDeep.captures, listCodes(tooDeep.problems)]).toEqual([[], ["nested-archive"]]);
  });

  it("is opened as a payload that is hexadecimal", async () => {
    const { captures } = await readAnything(Buffer.from(gzip(gzip(LONG_SYNC))).toString("hex"));
    expect(captures.map(({ payload }) => payload)).toEqual([LONG_SYNC]);
  });

  it("gives no places in what was unpacked", async () => {
    const text = new TextEncoder().encode("a: 03 01 6A 00 00 07 56 52 03 30 00 01 01 zz\n");
    const plain = await readAnything(text);
    expect(plain.problems.some((problem) => problem.text !== undefined)).toBe(true);
    for (const packed of [gzip(text), gzip(gzip(text)), await zip("a.txt", text)]) {
      const { captures, problems, alternatives } = await readAnything(packed);
      const others = await Promise.all(alternatives.map(({ read }) => read()));
      const all = [{ captures, problems }, ...others];
      expect(captures.length).toBeGreaterThan(0);
      const places = all.flatMap((reading) => [
        ...reading.captures.map(({ origin }) => origin),
        ...reading.captures.flatMap((capture) => capture.problems),
        ...reading.problems,
      ]);
      expect(places.filter(({ text: at, bytes }) => at !== undefined || bytes !== undefined)).toEqual([]);
      expect(listCodes(problems)).toEqual(listCodes(plain.problems));
    }
  });
});

describe("a zip with a name outside of it", () => {
  it.each([
    ["a/b.wbxml", "../.wbxml"],
    ["a/b/c.wbxml", "a/../.wbxml"],
    ["abcdefgh", "a\\..\\..\\"],
    ["a.wbxml", "/.wbxml"],
    ["ab.wbxml", "\\\\.wbxml"],
    ["a/b.wbxml", "C:\\.wbxml"],
    ["ab.wbxml", "c:.wbxml"],
    ["abc.wbxml", "a\0c.wbxml"],
  ])("is read without that one: %s", async (from, to) => {
    const bytes = await renameInZip(from, to, {
      "first.wbxml": FOLDER_SYNC,
      [from]: LONG_SYNC,
      "z.wbxml": LONG_SYNC,
    });
    const { captures, problems } = await readAnything(bytes, "a.zip");
    expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC, LONG_SYNC]);
    expect(listCodes(problems)).toEqual(["unsafe-name"]);
  });

  it("is read whole if dots are part of its names", async () => {
    const { captures, problems } = await readAnything(
      await buildZip({ "..a.wbxml": FOLDER_SYNC, "b../c..wbxml": LONG_SYNC }),
    );
    expect([captures.length, listCodes(problems)]).toEqual([2, []]);
  });
});
