import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildZip, FOLDER_SYNC, listCodes, mockSlowClock, readSampleFile } from "../../testing/captures";
import { limits } from "../limits";
import { readFiles } from "./readFiles";

describe("one file", () => {
  it("is read as itself: bytes, a Blob, an archive, gzip", async () => {
    expect(
      (await readFiles([{ name: "a.wbxml", bytes: FOLDER_SYNC }])).captures.map(({ payload }) => payload),
    ).toEqual([FOLDER_SYNC]);
    const archive = await readFiles([{ name: "a.saz", bytes: new Blob([readSampleFile("saz-plain.saz")]) }]);
    expect([archive.format, archive.captures.length, listCodes(archive.problems)]).toEqual([
      "saz",
      4,
      ["tunnels", "other-sessions", "http-status"],
    ]);
    const packed = await readFiles([
      { name: "c.pcapng.gz", bytes: gzipSync(readSampleFile("pcapng-loopback.pcapng")) },
    ]);
    expect([packed.format, packed.captures.length]).toEqual(["pcap", 6]);
    expect(
      listCodes(
        (
          await readFiles([
            { name: "c.gz", bytes: gzipSync(readSampleFile("pcapng-loopback.pcapng")).subarray(0, 900) },
          ])
        ).problems,
      ),
    ).toContain("broken-compression");
  });
});

describe("several files", () => {
  it("give captures named after them, in natural order, despite noise and unknown files", async () => {
    const reading = await readFiles([
      { name: "dir/10.wbxml", bytes: FOLDER_SYNC },
      { name: "dir/2.saz", bytes: new Blob([readSampleFile("saz-plain.saz")]) },
      { name: "dir/.DS_Store", bytes: Uint8Array.of(1, 2, 3) },
      { name: "dir/unknown.bin", bytes: Uint8Array.of(0xff, 0xfe, 0xfd, 0xfc, 0x80, 0x81, 0x82) },
    ]);
    expect(reading.format).toBe("files");
    expect(reading.captures.map(({ origin }) => origin.name)).toEqual([
      "dir/2.saz: raw/002_c.txt",
      "dir/2.saz: raw/002_s.txt",
      "dir/2.saz: raw/010_c.txt",
      "dir/2.saz: raw/010_s.txt",
      "dir/10.wbxml",
    ]);
    expect(listCodes(reading.problems)).toContain("unknown-input");
    expect(reading.captures[4]?.payload).toEqual(FOLDER_SYNC);
  });

  it("can come in a zip that is not a session archive", async () => {
    const zip = await buildZip({
      "b/2.wbxml": FOLDER_SYNC,
      "1.txt": "03 01 6A 00 00 07 56 52 03 30 00 01 01",
      "inner.zip": await buildZip({ x: "y" }),
    });
    const reading = await readFiles([{ name: "all.zip", bytes: new Blob([zip.slice()]) }]);
    expect([
      reading.format,
      reading.captures.map(({ payload }) => payload),
      listCodes(reading.problems),
    ]).toEqual(["zip", [FOLDER_SYNC, FOLDER_SYNC], ["unknown-input"]]);
  });

  it("report progress and can be cancelled", async () => {
    const files = [1, 2, 3].map((number) => ({ name: `${number}.wbxml`, bytes: FOLDER_SYNC }));
    const controller = new AbortController();
    const clock = mockSlowClock();
    const done: number[] = [];
    await readFiles(files, { onProgress: (share) => done.push(share) });
    const stopAtSecond = (share: number): void => {
      if (share > 0.3) controller.abort();
    };
    await expect(readFiles(files, { signal: controller.signal, onProgress: stopAtSecond })).rejects.toThrow(
      "aborted",
    );
    clock.mockRestore();
    expect(done).toEqual([0, 1 / 3, 2 / 3]);
    expect((await readFiles([])).captures).toEqual([]);
  });
});

describe("a file that is too large to be read as a whole", () => {
  /** A file that claims a size and has only its first bytes; it may not be read further. */
  class LargeFile extends Blob {
    readonly #size: number;
    constructor(head: Uint8Array, size: number) {
      super([new Uint8Array(head)]);
      this.#size = size;
    }
    override get size(): number {
      return this.#size;
    }
    override arrayBuffer(): Promise<never> {
      return Promise.reject(new Error("was read as a whole"));
    }
  }
  const codesOf = async (head: Uint8Array, size: number): Promise<string[]> =>
    listCodes((await readFiles([{ name: "large", bytes: new LargeFile(head, size) }])).problems);
  const text = new TextEncoder().encode("AwFqAEVL".repeat(100));

  it("is refused before it is read", async () => {
    expect(await codesOf(FOLDER_SYNC, limits.fileBytes + 1)).toEqual(["limit-file-bytes"]);
    expect(await codesOf(text, limits.textFileBytes + 1)).toEqual(["limit-text-file-bytes"]);
    await expect(codesOf(FOLDER_SYNC, limits.textFileBytes + 1)).rejects.toThrow("was read as a whole");
    await expect(codesOf(text, limits.textFileBytes)).rejects.toThrow("was read as a whole");
  });

  it("among others is named, and the others are read", async () => {
    const reading = await readFiles([
      { name: "1.bin", bytes: new LargeFile(FOLDER_SYNC, limits.fileBytes + 1) },
      { name: "2.wbxml", bytes: FOLDER_SYNC },
    ]);
    expect([reading.captures.length, listCodes(reading.problems)]).toEqual([1, ["limit-file-bytes"]]);
  });
});
