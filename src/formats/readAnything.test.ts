import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytesOf, codesOf, FOLDER_SYNC, httpRequest, LONG_SYNC, zipOf } from "../testing/captured";
import { readAnything } from "./readAnything";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("a file that is packed", () => {
  it("is opened, with a name or without", async () => {
    for (const name of [undefined, "body.wbxml.gz"]) {
      const { captures, problems } = await readAnything(new Uint8Array(gzipSync(LONG_SYNC)), name);
      expect([captures.map(({ payload }) => payload), codesOf(problems)]).toEqual([[LONG_SYNC], []]);
    }
    const zip = await zipOf({
      "a.wbxml": FOLDER_SYNC,
      "dir/b.txt": bytesOf(hex(LONG_SYNC)),
      "c.gz": new Uint8Array(gzipSync(httpRequest(FOLDER_SYNC))),
    });
    const { captures } = await readAnything(zip, "several.zip");
    expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC, FOLDER_SYNC, LONG_SYNC]);
  });

  it("is named where it is cut, and unknown where it is none", async () => {
    const cut = await readAnything(new Uint8Array(gzipSync(LONG_SYNC)).subarray(0, -12));
    expect(codesOf(cut.problems)).toContain("broken-compression");
    expect((await readAnything(Uint8Array.of(1, 200, 3, 0, 5))).format).toBe("unknown");
    expect((await readAnything("PK\u0003\u0004")).captures).toEqual([]);
  });
});

describe("a payload that is gzip", () => {
  it.each([
    ["hex", hex],
    ["base64", (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")],
    ["a list", (bytes: Uint8Array) => JSON.stringify([...bytes])],
  ])("written as %s is decompressed, and that is said", async (_, write) => {
    const { captures, problems } = await readAnything(write(gzipSync(LONG_SYNC)));
    expect([captures.map(({ payload }) => payload), codesOf(problems)]).toEqual([[LONG_SYNC], ["unnamed-gzip"]]);
  });
});
